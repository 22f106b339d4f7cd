import ClaimModel

/// Writes answers about claims as a 277 interchange (005010X212), one transaction for each response.
///
/// Source: 277 TR3 005010X212, loops 2000A to 2220E.
public enum ClaimStatusResponseWriter {
  static let version: StaticString = "005010X212"

  /// The interchange's bytes.
  /// - Throws: ``X12Error``: `missing` or `too-long` identifiers and amounts, `count` of statuses (1 to 3 in a segment),
  ///   of modifiers (up to 4) or when a response has no answer.
  public static func write(
    _ responses: [ClaimStatusResponse], in envelope: InterchangeEnvelope
  ) throws(X12Error) -> [UInt8] {
    let count = responses.reduce(0) { $0 + $1.answers.count }
    return try InterchangeWriter.bytes(
      envelope, functionalID: "HN", setID: "277", version: version, capacity: 800 + count * 600
    ) { writer in
      for response in responses {
        writer.transaction { segments in
          segments.beginStatus(purpose: "08", reference: response.reference, at: envelope.timestamp)
          segments.code("DG")
          segments.end()
          segments.write(response.answers)
        }
      }
    }
  }
}

extension SegmentWriter {
  fileprivate mutating func write(_ answers: [ClaimStatusResponse.Answer]) {
    if answers.isEmpty { fail(.count) }
    var levels = StatusLevelWriter()
    for (index, answer) in answers.enumerated() {
      levels.write(answer.subject, next: index + 1 < answers.count ? answers[index + 1].subject : nil, to: &self)
      // At the provider's level nobody asked by a number: the guide has 1 there.
      write(trace: answer.trace, kind: answer.subject.provider != nil && answer.subject.subscriber == nil ? "1" : "2")
      write(answer.statuses)
      write(answer.references)
      write(answer.period)
      for line in answer.lines {
        write(line.service)
        write(line.statuses)
        write(lineControlNumberOf: line.service)
        write(line.period)
      }
    }
  }

  private mutating func write(_ statuses: [ClaimStatusResponse.Status]) {
    for status in statuses {
      begin("STC")
      if !(1...3).contains(status.codes.count) { fail(.count) }
      if let first = status.codes.first { write(first) } else { skip() }
      write(status.date)
      skip()
      if let charge = status.charge { money(charge) } else { skip() }
      if let paid = status.paid { money(paid) } else { skip() }
      write(status.decided)
      skip()
      write(status.paymentDate)
      optionalIdentifier(status.paymentNumber, max: 16)
      for code in status.codes.dropFirst() { write(code) }
      end()
    }
  }

  private mutating func write(_ date: CalendarDate?) {
    if let date { self.date(date) } else { skip() }
  }
}
