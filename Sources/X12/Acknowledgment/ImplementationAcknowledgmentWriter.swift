import ClaimModel

/// Writes answers to functional groups as a 999 interchange (005010X231A1), one transaction for each group.
///
/// ```swift
/// let received = ProfessionalClaimsReader.read(bytes)
/// let answers = received.flatMap { $0.groups.map(\.acknowledgment) }
/// let reply = try ImplementationAcknowledgmentWriter.write(answers, in: envelope)
/// ```
///
/// Source: 999 TR3 005010X231A1. Copies of bad data (IK404) go back to who sent it.
public enum ImplementationAcknowledgmentWriter {
  static let version: StaticString = "005010X231A1"

  /// The interchange's bytes.
  /// - Throws: ``X12Error``: `missing` or `too-long` identifiers.
  public static func write(
    _ answers: [ImplementationAcknowledgment], in envelope: InterchangeEnvelope
  ) throws(X12Error) -> [UInt8] {
    try InterchangeWriter.bytes(
      envelope, functionalID: "FA", setID: "999", version: version, capacity: 600 + answers.count * 300
    ) { writer in
      for answer in answers { writer.transaction { $0.write(answer) } }
    }
  }
}

extension SegmentWriter {
  fileprivate mutating func write(_ answer: ImplementationAcknowledgment) {
    begin("AK1")
    echo(answer.functionalID, max: 2, fallback: "HC")
    echo(answer.groupControlNumber, max: 9, fallback: "0")
    echo(answer.version, max: 12)
    end()
    for transaction in answer.transactions { write(transaction) }
    begin("AK9")
    identifier(answer.verdict.rawValue, max: 1)
    number(answer.includedCount)
    number(answer.transactions.count)
    number(answer.acceptedCount)
    for fault in answer.groupFaults.prefix(5) { identifier(fault.rawValue, max: 3) }
    end()
  }

  private mutating func write(_ answer: ImplementationAcknowledgment.TransactionAnswer) {
    begin("AK2")
    echo(answer.setID, max: 3, fallback: "837")
    echo(answer.controlNumber, max: 9, fallback: "0000")
    echo(answer.version, max: 35)
    end()
    for fault in answer.segmentFaults { write(fault) }
    begin("IK5")
    code(!answer.isAccepted ? "R" : answer.segmentFaults.isEmpty ? "A" : "E")
    for fault in answer.faults.prefix(5) { identifier(fault.rawValue, max: 3) }
    end()
  }

  private mutating func write(_ fault: SegmentFault) {
    begin("IK3")
    echo(fault.segment, max: 3, fallback: "ZZZ")
    number(fault.position)
    // IK303 holds four characters: loop 2010AA is told as 2010.
    echo(fault.loop, max: 4)
    identifier(fault.code.rawValue, max: 3)
    end()
    if let claim = fault.claim?.rawValue, !X12Text.isBlank(claim) {
      begin("CTX")
      composite()
      component(code: "CLM01")
      component(echoing: claim, max: 35)
      end()
    }
    for element in fault.elements {
      begin("IK4")
      composite()
      component(number: element.element)
      if let component = element.component { self.component(number: component) }
      skip()
      identifier(element.code.rawValue, max: 3)
      // A copy that is none would mislead: what cannot be sent as it came is left out.
      if let copy = element.copy?.text, X12Text.isSendable(copy, with: delimiters) { echo(copy, max: 99) }
      end()
    }
  }
}
