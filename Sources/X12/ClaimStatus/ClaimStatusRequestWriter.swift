import ClaimModel

/// Writes questions about claims as a 276 interchange (005010X212), one transaction for each request.
///
/// Source: 276 TR3 005010X212, loops 2000A to 2210E.
public enum ClaimStatusRequestWriter {
  static let version: StaticString = "005010X212"

  /// The interchange's bytes.
  /// - Throws: ``X12Error``: `missing` or `too-long` identifiers and amounts, `count` of modifiers (up to 4) or when a
  ///   request has no question.
  public static func write(
    _ requests: [ClaimStatusRequest], in envelope: InterchangeEnvelope
  ) throws(X12Error) -> [UInt8] {
    let count = requests.reduce(0) { $0 + $1.inquiries.count }
    return try InterchangeWriter.bytes(
      envelope, functionalID: "HR", setID: "276", version: version, capacity: 800 + count * 500
    ) { writer in
      for request in requests {
        writer.transaction { segments in
          segments.beginStatus(purpose: "13", reference: request.reference, at: envelope.timestamp)
          segments.end()
          segments.write(request.inquiries)
        }
      }
    }
  }
}

extension SegmentWriter {
  fileprivate mutating func write(_ inquiries: [ClaimStatusRequest.Inquiry]) {
    if inquiries.isEmpty { fail(.count) }
    var levels = StatusLevelWriter()
    for (index, inquiry) in inquiries.enumerated() {
      let next = index + 1 < inquiries.count ? inquiries[index + 1].subject : nil
      if inquiry.subject.provider == nil || inquiry.subject.subscriber == nil { fail(.missing) }
      levels.write(inquiry.subject, next: next, to: &self)
      write(trace: inquiry.trace, kind: "1")
      write(inquiry.references)
      if let charge = inquiry.charge { amount("T3", charge) }
      write(inquiry.period)
      for line in inquiry.lines {
        write(line.service)
        write(lineControlNumberOf: line.service)
        write(line.period)
      }
    }
  }
}
