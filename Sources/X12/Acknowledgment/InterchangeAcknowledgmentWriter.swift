import ClaimModel

/// Writes answers to envelopes as an interchange of TA1 segments without a functional group.
public enum InterchangeAcknowledgmentWriter {
  /// The interchange's bytes.
  /// - Throws: ``X12Error``: `missing` or `too-long` identifiers, `count` when there is no answer.
  public static func write(
    _ answers: [InterchangeAcknowledgment], in envelope: InterchangeEnvelope
  ) throws(X12Error) -> [UInt8] {
    try InterchangeWriter.bytes(withoutGroup: envelope, capacity: 200 + answers.count * 40) { writer in
      if answers.isEmpty { writer.segments.fail(.count) }
      for answer in answers { writer.segments.write(answer) }
    }
  }
}

extension SegmentWriter {
  fileprivate mutating func write(_ answer: InterchangeAcknowledgment) {
    begin("TA1")
    fixed(answer.controlNumber, width: 9, fill: 48, right: true)
    fixed(answer.date, width: 6, fill: 48, right: true)
    fixed(answer.time, width: 4, fill: 48, right: true)
    identifier(answer.verdict.rawValue, max: 1)
    identifier(answer.fault?.rawValue ?? "000", max: 3)
    end()
  }
}
