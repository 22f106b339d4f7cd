import ClaimModel

/// Reads 999 interchanges (005010X231 with or without addenda).
public enum ImplementationAcknowledgmentReader {
  /// The interchanges of a file, in order; at least one.
  public static func read(_ bytes: [UInt8]) -> [ReceivedInterchange<ImplementationAcknowledgment>] {
    InterchangeReader<ImplementationAcknowledgmentParser>.read(bytes)
  }
}

/// Reads one 999 transaction.
public struct ImplementationAcknowledgmentParser: TransactionParser {
  /// The set that it reads.
  public static let sets: [TransactionSet] = [.implementationAcknowledgment]

  private var log = FaultLog()
  private var answer = ImplementationAcknowledgment(
    functionalID: "", groupControlNumber: "", version: "", transactions: [], verdict: .rejected, includedCount: 0)
  private var open: ImplementationAcknowledgment.TransactionAnswer?
  private var hasGroup = false
  private var hasVerdict = false

  /// A parser at the start of a transaction.
  public init(_ set: TransactionSet) {}

  /// Takes in a segment between ST and SE.
  public mutating func consume(_ segment: Segment) {
    switch segment.id {
    case .ak1:
      hasGroup = true
      answer.functionalID = log.text(segment, 1, max: 2)
      answer.groupControlNumber = log.text(segment, 2, max: 9)
      answer.version = log.optionalText(segment, 3, max: 12)
    case .ak2: begin(segment)
    case .ik3: fault(segment)
    case .ctx: context(segment)
    case .ik4: elementFault(segment)
    case .ik5: end(segment)
    case .ak9: verdict(segment)
    default: break
    }
  }

  /// Ends the transaction.
  public mutating func finish(
    at place: SegmentPlace
  ) -> (content: ImplementationAcknowledgment?, faults: [SegmentFault]) {
    if open != nil { log.missing("IK5", loop: "2000", before: place) }
    if !hasGroup { log.missing("AK1", loop: "", before: place) }
    if !hasVerdict { log.missing("AK9", loop: "", before: place) }
    return (answer, log.faults)
  }

  private mutating func begin(_ segment: Segment) {
    if open != nil { log.missing("IK5", loop: "2000", before: segment.place) }
    log.loop = "2000"
    open = ImplementationAcknowledgment.TransactionAnswer(
      setID: log.text(segment, 1, max: 3), controlNumber: log.text(segment, 2, max: 9),
      version: log.optionalText(segment, 3, max: 35), isAccepted: false)
  }

  private mutating func fault(_ segment: Segment) {
    guard open != nil else { return log.segment(segment, .outOfSequence) }
    log.loop = "2100"
    let fault = SegmentFault(
      segment: log.text(segment, 1, max: 3), position: log.quantity(segment, 2, fallback: 0),
      loop: log.optionalText(segment, 3, max: 6), code: SegmentFault.Code(rawValue: log.text(segment, 4, max: 3)))
    open?.segmentFaults.append(fault)
  }

  private mutating func context(_ segment: Segment) {
    let claim = segment[1].component(2)
    guard let last = open?.segmentFaults.indices.last, segment[1].component(1).is("CLM01"), !claim.isEmpty else {
      return
    }
    open?.segmentFaults[last].claim = PatientControlNumber(claim.string)
  }

  private mutating func elementFault(_ segment: Segment) {
    guard let last = open?.segmentFaults.indices.last else { return log.segment(segment, .outOfSequence) }
    log.loop = "2110"
    let element = segment[1].component(1).number
    if element == nil { log.element(segment, 1, component: 1, segment[1].isEmpty ? .missing : .invalidCharacter) }
    let code = ElementFault.Code(rawValue: log.text(segment, 3, max: 3))
    open?.segmentFaults[last].elements.append(
      ElementFault(
        element: element ?? 0, component: segment[1].component(2).number, code: code, copy: BadData(segment[4])))
  }

  private mutating func end(_ segment: Segment) {
    guard var answered = open else { return log.segment(segment, .outOfSequence) }
    log.loop = "2000"
    let code = segment[1]
    answered.isAccepted = code.is("A") || code.is("E")
    if code.isEmpty { log.element(segment, 1, .missing) }
    for position in 2...6 {
      if let fault = TransactionFault(rawValue: segment[position].string) { answered.faults.append(fault) }
    }
    answer.transactions.append(answered)
    open = nil
  }

  private mutating func verdict(_ segment: Segment) {
    hasVerdict = true
    log.loop = ""
    if let verdict = ImplementationAcknowledgment.Verdict(rawValue: segment[1].string) {
      answer.verdict = verdict
    } else if segment[1].isEmpty {
      log.element(segment, 1, .missing)
    }
    answer.includedCount = log.quantity(segment, 2, fallback: 0)
    for position in 5...9 {
      if let fault = GroupFault(rawValue: segment[position].string) { answer.groupFaults.append(fault) }
    }
  }
}
