import ClaimModel

/// Reads 276 interchanges (005010X212).
public enum ClaimStatusRequestReader {
  /// The interchanges of a file, in order; at least one.
  public static func read(_ bytes: [UInt8]) -> [ReceivedInterchange<ClaimStatusRequest>] {
    InterchangeReader<ClaimStatusRequestParser>.read(bytes)
  }
}

/// Reads one 276 transaction. Whether everything is there and well formed is the guide's to tell.
public struct ClaimStatusRequestParser: TransactionParser {
  /// The set that it reads.
  public static let sets: [TransactionSet] = [.statusRequest]

  private var log = FaultLog()
  private var request = ClaimStatusRequest(reference: "", inquiries: [])
  private var hierarchy = StatusHierarchy()
  private var inquiry: ClaimStatusRequest.Inquiry?

  /// A parser at the start of a transaction.
  public init(_ set: TransactionSet) {}

  /// Takes in a segment between ST and SE.
  public mutating func consume(_ segment: Segment) {
    switch segment.id {
    case .bht: request.reference = segment[3].string
    case .hl:
      endInquiry()
      _ = hierarchy.begin(segment)
    case .nm1: hierarchy.name(segment)
    case .dmg: hierarchy.demographics(segment)
    case .trn:
      endInquiry()
      inquiry = ClaimStatusRequest.Inquiry(subject: hierarchy.subject, trace: segment[2].string)
    case .ref: reference(segment)
    case .amt: inquiry?.charge = log.money(segment, 2)
    case .dtp: period(segment)
    case .svc:
      let service = log.statusService(segment)
      inquiry?.lines.append(ClaimStatusRequest.Line(service: service, period: nil))
    default: break
    }
  }

  /// Ends the transaction.
  public mutating func finish(at place: SegmentPlace) -> (content: ClaimStatusRequest?, faults: [SegmentFault]) {
    endInquiry()
    if request.inquiries.isEmpty { log.missing("TRN", loop: "2200D", before: place) }
    return (request, log.faults)
  }

  private mutating func reference(_ segment: Segment) {
    if let line = inquiry?.lines.indices.last {
      if segment[1].is("FJ") { inquiry?.lines[line].service.lineControlNumber = segment[2].string }
    } else {
      inquiry?.references.append(StatusReference(qualifier: segment[1].string, value: segment[2].string))
    }
  }

  private mutating func period(_ segment: Segment) {
    guard let period = log.servicePeriod(segment) else { return }
    if let line = inquiry?.lines.indices.last {
      inquiry?.lines[line].period = period
    } else {
      inquiry?.period = period
    }
  }

  private mutating func endInquiry() {
    if let ended = inquiry { request.inquiries.append(ended) }
    inquiry = nil
  }
}
