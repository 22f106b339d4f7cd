import X12

/// What is wrong with a file of remittances, for the person who holds it. Quotes no element: what stands in the place of a
/// name may be one.
enum X12FaultWords {
  static func words(_ fault: EnvelopeFault) -> String {
    switch fault.code {
    case .invalidHeader: "it is not X12: it does not begin with an ISA segment of 106 characters"
    case .missingTrailer: "it is cut off: there is no IEA segment"
    default: "its envelope is wrong (TA105 \(fault.code.rawValue): \(fault.code))"
    }
  }

  /// Why an answer's interchange cannot be taken in.
  static func brokenEnvelope(_ faults: [EnvelopeFault]) -> String {
    "the answer's envelope is broken: " + faults.prefix(3).map(words).joined(separator: "; ")
  }

  static func words<Content>(_ transaction: ReceivedTransaction<Content>) -> [String] {
    guard transaction.setID == "835" else {
      return ["it is not an 835" + (transaction.setID.isEmpty ? "" : ": ST01 is \(transaction.setID)")]
    }
    let whole = transaction.faults.filter { $0 != .segmentsInError && $0 != .implementationSegmentsInError }
    let more = transaction.segmentFaults.count - 5
    return whole.map { words($0, transaction) } + transaction.segmentFaults.prefix(5).map { words($0) }
      + (more > 0 ? ["and \(more) segments more"] : [])
  }

  private static func words<Content>(_ fault: TransactionFault, _ transaction: ReceivedTransaction<Content>) -> String {
    switch fault {
    case .missingTrailer: "it is cut off: there is no SE segment"
    case .segmentCountMismatch: "it has \(transaction.segmentCount) segments and SE01 says another number"
    case .implementationNotSupported: "its guide (ST03, GS08) is not 005010X221A1"
    default: "it is wrong as a whole (IK502 \(fault.rawValue): \(fault))"
    }
  }

  private static func words(_ fault: SegmentFault) -> String {
    let place = "segment \(fault.position) (\(fault.segment))"
    guard fault.code == .elementErrors else {
      return place + (names[fault.code].map { " \($0)" } ?? " is wrong (IK304 \(fault.code.rawValue))")
    }
    return place + ": "
      + fault.elements.map { element in
        let name = fault.segment + (element.element < 10 ? "0" : "") + "\(element.element)"
        return name + (element.component.map { "-\($0)" } ?? "")
          + (elementNames[element.code].map { " \($0)" } ?? " is wrong (IK403 \(element.code.rawValue))")
      }.joined(separator: ", ")
  }

  private static let names: [SegmentFault.Code: String] = [
    .unrecognized: "is no segment", .unexpected: "is not expected there", .missing: "is missing",
    .tooManyLoops: "begins a loop that occurs too often", .tooMany: "occurs too often",
    .notInSet: "does not occur in an 835", .outOfSequence: "is in the wrong place", .dependentMissing: "is missing",
  ]

  private static let elementNames: [ElementFault.Code: String] = [
    .missing: "is missing", .conditionallyMissing: "is missing", .tooManyElements: "is one too many",
    .tooShort: "is too short", .tooLong: "is too long", .invalidCharacter: "holds a character that may not be there",
    .invalidCode: "is none of its codes", .invalidDate: "is no date", .invalidTime: "is no time",
    .excluded: "may not be there", .unused: "is not used", .tooManyComponents: "has too many components",
  ]
}
