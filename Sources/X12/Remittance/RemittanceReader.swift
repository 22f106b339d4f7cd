import ClaimModel

/// Reads 835 interchanges (005010X221 with or without addenda).
///
/// Tolerant of what payers leave out: line control numbers, place of service, frequency, line dates (the claim's stand
/// for them, else the day of payment), units (1). Forwarded claims (CLP02 19 to 21) count as processed. A claim without
/// lines keeps its adjustments at the claim.
public enum RemittanceReader {
  /// The interchanges of a file, in order; at least one.
  public static func read(_ bytes: [UInt8]) -> [ReceivedInterchange<PaymentAdvice>] {
    InterchangeReader<RemittanceParser>.read(bytes)
  }
}

/// Reads one 835 transaction.
public struct RemittanceParser: TransactionParser {
  /// The set that it reads.
  public static let sets: [TransactionSet] = [.remittance]

  enum Loop: String {
    case header = ""
    case payer = "1000A"
    case payee = "1000B"
    case lines = "2000"
    case claim = "2100"
    case service = "2110"
  }

  var log = FaultLog()
  var loop = Loop.header { didSet { log.loop = loop.rawValue } }
  var remittance = Remittance(
    payer: "", payerName: "", payeeNPI: "", payeeName: "", payeeTaxID: "", traceNumber: "",
    paymentDate: CalendarDate(daysSinceEpoch: 0), claims: [])
  var claim: ClaimPayment?
  var claimDate: CalendarDate?
  var service: ServicePayment?
  var serviceDate: CalendarDate?
  var lastServiceDate: CalendarDate?
  private var payment: (amount: Money, method: String)?
  private var payerReference = ""
  private var hasTrace = false
  private var hasPayer = false
  private var hasPayee = false

  /// A parser at the start of a transaction.
  public init(_ set: TransactionSet) {}
  /// The claim that is being read.
  public var currentClaim: PatientControlNumber? { log.claim }

  /// The claims that have been read to their ends, with the payment they belong to as far as it is known.
  public mutating func takeFinished() -> PaymentAdvice? {
    guard !remittance.claims.isEmpty else { return nil }
    let advice = advice
    remittance.claims = []
    return advice
  }

  /// Takes in a segment between ST and SE.
  public mutating func consume(_ segment: Segment) {
    switch segment.id {
    case .bpr: payment(segment)
    case .trn: trace(segment)
    case .n1: party(segment)
    case .ref: reference(segment)
    case .lx:
      endClaim()
      loop = .lines
    case .clp: beginClaim(segment)
    case .cas: adjustments(segment)
    case .nm1: name(segment)
    case .moa: remarks(segment, elements: 3...7)
    case .mia:
      remarks(segment, elements: 5...5)
      remarks(segment, elements: 20...23)
    case .svc: beginService(segment)
    case .dtm: date(segment)
    case .amt: amount(segment)
    case .lq: remark(segment)
    case .plb: providerAdjustments(segment)
    default: break
    }
  }

  /// Ends the transaction.
  public mutating func finish(at place: SegmentPlace) -> (content: PaymentAdvice?, faults: [SegmentFault]) {
    endClaim()
    if payment == nil { log.missing("BPR", loop: "", before: place) }
    if !hasTrace { log.missing("TRN", loop: "", before: place) }
    if !hasPayer { log.missing("N1", loop: "1000A", before: place) }
    if !hasPayee { log.missing("N1", loop: "1000B", before: place) }
    return (advice, log.faults)
  }

  private var advice: PaymentAdvice {
    var remittance = remittance
    if remittance.payer.rawValue.isEmpty { remittance.payer = PayerID(payerReference) }
    return PaymentAdvice(remittance: remittance, amount: payment?.amount ?? .zero, method: payment?.method ?? "")
  }

  private mutating func payment(_ segment: Segment) {
    guard loop == .header, payment == nil else { return log.segment(segment, .outOfSequence) }
    let amount = log.money(segment, 2)
    payment = (amount, log.text(segment, 4, max: 3))
    if let date = log.date(segment, 16) { remittance.paymentDate = date }
  }

  private mutating func trace(_ segment: Segment) {
    guard loop == .header else { return }
    hasTrace = true
    remittance.traceNumber = log.text(segment, 2, max: 50)
    // Some payers give no other identifier of themselves than this one.
    payerReference = log.optionalText(segment, 3, max: 10)
  }

  private mutating func party(_ segment: Segment) {
    if segment[1].is("PR") {
      loop = .payer
      hasPayer = true
      remittance.payerName = log.text(segment, 2, max: 60)
      remittance.payer = PayerID(log.optionalText(segment, 4, max: 80))
    } else if segment[1].is("PE") {
      loop = .payee
      hasPayee = true
      remittance.payeeName = log.text(segment, 2, max: 60)
      let identifier = log.text(segment, 4, max: 80)
      if segment[3].is("XX") {
        remittance.payeeNPI = NPI(identifier)
      } else if segment[3].is("FI") {
        remittance.payeeTaxID = identifier
      } else if !segment[3].is("XV") {
        log.element(segment, 3, segment[3].isEmpty ? .missing : .invalidCode)
      }
    } else {
      log.element(segment, 1, segment[1].isEmpty ? .missing : .invalidCode)
    }
  }

  private mutating func reference(_ segment: Segment) {
    let qualifier = segment[1]
    switch loop {
    case .payer:
      guard qualifier.is("2U") else { return }
      remittance.payer = PayerID(log.text(segment, 2, max: 50))
    case .payee:
      guard qualifier.is("TJ") else { return }
      remittance.payeeTaxID = log.text(segment, 2, max: 50)
    case .service:
      guard qualifier.is("6R") else { return }
      let number = log.text(segment, 2, max: 50)
      service?.lineControlNumber = number
    default: break
    }
  }

  private mutating func providerAdjustments(_ segment: Segment) {
    endClaim()
    loop = .header
    _ = log.text(segment, 1, max: 50)
    for position in stride(from: 3, through: 13, by: 2) where !segment[position].isEmpty {
      let amount = log.money(segment, position + 1)
      remittance.providerAdjustments.append(
        ProviderAdjustment(
          reason: log.text(segment, position, component: 1, max: 2),
          reference: segment[position].component(2).string, amount: amount))
    }
  }
}
