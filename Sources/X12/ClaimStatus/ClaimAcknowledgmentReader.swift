import ClaimModel

/// Reads 277CA interchanges (005010X214).
///
/// Where a claim's service date is not sent, the day of receipt stands for it. Answers about a whole batch or provider
/// without claims leave `ClaimAcknowledgment.claims` empty.
public enum ClaimAcknowledgmentReader {
  /// The interchanges of a file, in order; at least one.
  public static func read(_ bytes: [UInt8]) -> [ReceivedInterchange<ClaimAcknowledgment>] {
    InterchangeReader<ClaimAcknowledgmentParser>.read(bytes)
  }
}

/// Reads one 277CA transaction.
public struct ClaimAcknowledgmentParser: TransactionParser {
  /// The set that it reads.
  public static let sets: [TransactionSet] = [.claimAcknowledgment]

  private enum Level: String {
    case none = ""
    case source = "2000A"
    case receiver = "2000B"
    case provider = "2000C"
    case patient = "2000D"
  }

  /// A claim as far as it was read.
  private struct Draft {
    var controlNumber: PatientControlNumber?
    var status: ClaimStatusCode?
    var isAccepted = false
    var charge = Money.zero
    var payerClaimNumber: PayerClaimNumber?
    var days: (first: CalendarDate, last: CalendarDate?)?
    var lines: [ClaimAcknowledgment.LineStatus] = []
  }

  private var log = FaultLog()
  private var level = Level.none { didSet { log.loop = level.rawValue } }
  private var answer = ClaimAcknowledgment(
    payer: "", payerName: "", batchReference: "", received: CalendarDate(daysSinceEpoch: 0), claims: [])
  private var hasSource = false
  private var hasBatch = false
  private var sent: CalendarDate?
  private var received: CalendarDate?
  private var billing: (npi: NPI, name: String) = ("", "")
  private var patient = PersonName(last: "", first: "")
  private var member = MemberID("")
  private var claim: Draft?

  /// A parser at the start of a transaction.
  public init(_ set: TransactionSet) {}

  /// Takes in a segment between ST and SE.
  public mutating func consume(_ segment: Segment) {
    switch segment.id {
    case .bht: sent = log.date(segment, 4)
    case .hl: begin(segment)
    case .nm1: name(segment)
    case .trn: trace(segment)
    case .stc: status(segment)
    case .svc: line(segment)
    case .ref:
      guard level == .patient else { return }
      if segment[1].is("1K") { claim?.payerClaimNumber = PayerClaimNumber(log.text(segment, 2, max: 50)) }
      if segment[1].is("FJ"), let line = claim?.lines.indices.last {
        claim?.lines[line].controlNumber = log.text(segment, 2, max: 50)
      }
    case .dtp: date(segment)
    default: break
    }
  }

  /// Ends the transaction.
  public mutating func finish(at place: SegmentPlace) -> (content: ClaimAcknowledgment?, faults: [SegmentFault]) {
    endClaim(before: place)
    if !hasSource { log.missing("NM1", loop: "2100A", before: place) }
    if !hasBatch { log.missing("TRN", loop: "2200B", before: place) }
    answer.received = received ?? sent ?? CalendarDate(daysSinceEpoch: 0)
    return (answer, log.faults)
  }

  private mutating func begin(_ segment: Segment) {
    endClaim(before: segment.place)
    let kind = segment[3]
    if kind.is("20") {
      level = .source
    } else if kind.is("21") {
      level = .receiver
    } else if kind.is("19") {
      level = .provider
      billing = ("", "")
    } else if kind.is("PT") {
      level = .patient
      (patient, member) = (PersonName(last: "", first: ""), "")
    } else {
      log.element(segment, 3, kind.isEmpty ? .missing : .invalidCode)
    }
  }

  private mutating func name(_ segment: Segment) {
    switch level {
    case .source:
      hasSource = true
      answer.payerName = log.text(segment, 3, max: 60)
      answer.payer = PayerID(log.text(segment, 9, max: 80))
    case .provider:
      let first = segment[4].string
      billing = (
        NPI(log.optionalText(segment, 9, max: 80)), (first.isEmpty ? "" : first + " ") + log.text(segment, 3, max: 60)
      )
    case .patient:
      patient = PersonName(last: segment[3].string, first: segment[4].string, middle: segment[5].string)
      member = MemberID(log.optionalText(segment, 9, max: 80))
    case .receiver, .none: break
    }
  }

  private mutating func trace(_ segment: Segment) {
    switch level {
    case .receiver:
      hasBatch = true
      answer.batchReference = log.text(segment, 2, max: 50)
    case .patient:
      endClaim(before: segment.place)
      let number = PatientControlNumber(log.text(segment, 2, max: 50))
      claim = Draft(controlNumber: number)
      log.claim = number
    default: break
    }
  }

  private mutating func status(_ segment: Segment) {
    guard level == .patient, let claim else { return }
    if !claim.lines.isEmpty { return lineStatus(segment) }
    let status = status(in: segment, 1)
    // A claim may have further statuses; the first one counts.
    guard claim.status == nil else { return }
    let action = segment[3]
    if !action.isEmpty, !action.is("WQ"), !action.is("U") { log.element(segment, 3, .invalidCode) }
    let isAcceptedCategory = ["A0", "A1", "A2", "A5"].contains(status.category)
    let charge = log.optionalMoney(segment, 4) ?? .zero
    self.claim?.status = status
    // Both must say so: some payers send WQ with a category that rejects.
    self.claim?.isAccepted = isAcceptedCategory && !action.is("U")
    self.claim?.charge = charge
  }

  private mutating func status(in segment: Segment, _ position: Int) -> ClaimStatusCode {
    ClaimStatusCode(
      category: log.text(segment, position, component: 1, max: 30),
      code: log.text(segment, position, component: 2, max: 30), entity: segment[position].component(3).string)
  }

  /// SVC of 2220D begins a line.
  private mutating func line(_ segment: Segment) {
    guard level == .patient, claim != nil else { return }
    let procedure = log.text(segment, 1, component: 2, max: 48)
    let line = ClaimAcknowledgment.LineStatus(
      procedure: ProcedureCode(procedure), modifiers: segment[1].modifiers,
      charge: log.money(segment, 2), units: segment[7].isEmpty ? 1 : log.quantity(segment, 7, fallback: 1),
      statuses: [], dateOfService: nil)
    claim?.lines.append(line)
  }

  private mutating func lineStatus(_ segment: Segment) {
    guard let line = claim?.lines.indices.last else { return }
    for position in [1, 10, 11] where position == 1 || !segment[position].isEmpty {
      let status = status(in: segment, position)
      claim?.lines[line].statuses.append(status)
    }
  }

  private mutating func date(_ segment: Segment) {
    if level == .source, segment[1].is("050") {
      received = log.formattedDate(segment)
    } else if level == .patient, segment[1].is("472"), claim != nil {
      guard let days = log.formattedDates(segment) else { return }
      if let line = claim?.lines.indices.last {
        claim?.lines[line].dateOfService = days.first
        claim?.lines[line].lastDateOfService = days.last
      } else if claim?.days == nil {
        claim?.days = days
      }
    }
  }

  private mutating func endClaim(before place: SegmentPlace) {
    guard let ended = claim else { return }
    claim = nil
    if ended.status == nil { log.missing("STC", loop: "2200D", before: place) }
    log.claim = nil
    // With faults the answer is not used.
    guard log.faults.isEmpty, let status = ended.status, let number = ended.controlNumber else { return }
    answer.claims.append(
      ClaimAcknowledgment.ClaimStatus(
        controlNumber: number, isAccepted: ended.isAccepted, status: status,
        payerClaimNumber: ended.payerClaimNumber, charge: ended.charge, patientName: patient, member: member,
        billingNPI: billing.npi, billingName: billing.name,
        dateOfService: ended.days?.first ?? received ?? sent ?? CalendarDate(daysSinceEpoch: 0),
        through: ended.days?.last, lines: ended.lines))
  }
}
