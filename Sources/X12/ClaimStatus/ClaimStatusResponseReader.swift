import ClaimModel

/// Reads 277 interchanges that answer a 276 (005010X212).
public enum ClaimStatusResponseReader {
  /// The interchanges of a file, in order; at least one.
  public static func read(_ bytes: [UInt8]) -> [ReceivedInterchange<ClaimStatusResponse>] {
    InterchangeReader<ClaimStatusResponseParser>.read(bytes)
  }
}

/// Reads one 277 transaction. Tolerant of what payers leave out: days of statuses and services.
public struct ClaimStatusResponseParser: TransactionParser {
  /// The set that it reads.
  public static let sets: [TransactionSet] = [.statusResponse]

  private var log = FaultLog()
  private var response = ClaimStatusResponse(reference: "", answers: [])
  private var hierarchy = StatusHierarchy()
  private var answer: ClaimStatusResponse.Answer?

  /// A parser at the start of a transaction.
  public init(_ set: TransactionSet) {}

  /// Takes in a segment between ST and SE.
  public mutating func consume(_ segment: Segment) {
    switch segment.id {
    case .bht: response.reference = log.text(segment, 3, max: 50)
    case .hl: begin(segment)
    case .nm1:
      log.loop = "2100" + hierarchy.level.rawValue
      hierarchy.name(segment)
    case .trn: trace(segment)
    case .stc: status(segment)
    case .ref: reference(segment)
    case .dtp: period(segment)
    case .svc:
      log.loop = "2220" + hierarchy.level.rawValue
      let service = log.statusService(segment)
      answer?.lines.append(ClaimStatusResponse.Line(service: service, statuses: [], period: nil))
    default: break
    }
  }

  /// Ends the transaction.
  public mutating func finish(at place: SegmentPlace) -> (content: ClaimStatusResponse?, faults: [SegmentFault]) {
    endAnswer(before: place)
    if response.answers.isEmpty { log.missing("TRN", loop: "2200", before: place) }
    return (response, log.faults)
  }

  private mutating func begin(_ segment: Segment) {
    endAnswer(before: segment.place)
    let isLevel = hierarchy.begin(segment)
    log.loop = "2000" + hierarchy.level.rawValue
    if !isLevel { log.element(segment, 3, segment[3].isEmpty ? .missing : .invalidCode) }
  }

  private mutating func trace(_ segment: Segment) {
    endAnswer(before: segment.place)
    log.loop = "2200" + hierarchy.level.rawValue
    answer = ClaimStatusResponse.Answer(
      subject: hierarchy.subject, trace: log.text(segment, 2, max: 50), statuses: [])
  }

  private mutating func status(_ segment: Segment) {
    var codes = [
      ClaimStatusCode(
        category: log.text(segment, 1, component: 1, max: 30), code: log.text(segment, 1, component: 2, max: 30),
        entity: segment[1].component(3).string)
    ]
    for position in 10...11 where !segment[position].isEmpty {
      var components = segment[position].components
      codes.append(
        ClaimStatusCode(
          category: components.next().string, code: components.next().string, entity: components.next().string))
    }
    let status = ClaimStatusResponse.Status(
      codes: codes, date: date(segment, 2), charge: log.optionalMoney(segment, 4),
      paid: log.optionalMoney(segment, 5), decided: date(segment, 6), paymentDate: date(segment, 8),
      paymentNumber: log.optionalText(segment, 9, max: 16))
    if let line = answer?.lines.indices.last {
      answer?.lines[line].statuses.append(status)
    } else {
      answer?.statuses.append(status)
    }
  }

  private mutating func date(_ segment: Segment, _ position: Int) -> CalendarDate? {
    segment[position].isEmpty ? nil : log.date(segment, position)
  }

  private mutating func reference(_ segment: Segment) {
    if let line = answer?.lines.indices.last {
      if segment[1].is("FJ") { answer?.lines[line].service.lineControlNumber = segment[2].string }
    } else {
      answer?.references.append(StatusReference(qualifier: segment[1].string, value: segment[2].string))
    }
  }

  private mutating func period(_ segment: Segment) {
    guard let period = log.servicePeriod(segment) else { return }
    if let line = answer?.lines.indices.last {
      answer?.lines[line].period = period
    } else {
      answer?.period = period
    }
  }

  private mutating func endAnswer(before place: SegmentPlace) {
    guard let ended = answer else { return }
    answer = nil
    if ended.statuses.isEmpty { log.missing("STC", loop: "2200" + hierarchy.level.rawValue, before: place) }
    response.answers.append(ended)
  }
}
