import ClaimModel
import X12

extension FuzzTarget {
  /// Questions about claims: read, written, read again.
  static let statusRequest = FuzzTarget(
    "x12-276", longestInput: 4_096, seeds: { [try request(), try request(isShort: true)] }
  ) { bytes in
    for interchange in ClaimStatusRequestReader.read(bytes) {
      try answerable(interchange.groups.map(\.acknowledgment))
      for request in interchange.accepted {
        try roundTrip(
          request, facts: { ["\($0.inquiries.map { "\($0.charge?.x12 ?? "-") \($0.lines.count)" })"] },
          read: ClaimStatusRequestReader.read
        ) { request throws(X12Error) in try ClaimStatusRequestWriter.write([request], in: SampleVisits.envelope) }
      }
    }
  }

  /// Answers about claims: read, written, read again.
  static let statusResponse = FuzzTarget(
    "x12-277", longestInput: 4_096, seeds: { [try response(), try response(isShort: true)] }
  ) { bytes in
    for interchange in ClaimStatusResponseReader.read(bytes) {
      for response in interchange.accepted {
        try roundTrip(
          response, facts: { ["\($0.answers.map { "\($0.statuses.count) \($0.lines.count)" })"] },
          read: ClaimStatusResponseReader.read
        ) { response throws(X12Error) in try ClaimStatusResponseWriter.write([response], in: SampleVisits.envelope) }
      }
    }
  }

  /// A file of any sets: every byte is kept, it says the same in pieces as whole, and it can be answered.
  static let anyX12 = FuzzTarget(
    "x12-file", longestInput: 8_192,
    seeds: {
      try SampleVisits.claimFiles() + SampleVisits.answers("835") + SampleVisits.answers("999") + [
        request(), response(),
      ]
    }
  ) { bytes in
    let raw = RawFile(bytes)
    try require(raw.bytes == bytes, "a file is written back byte for byte")
    let whole = InterchangeReader<AnyTransactionParser>.read(bytes)
    let answers = FileAcknowledgment(to: whole)
    try answerable(answers.groups)
    if !answers.envelopes.isEmpty {
      do throws(X12Error) {
        _ = try InterchangeAcknowledgmentWriter.write(answers.envelopes, in: SampleVisits.envelope)
      } catch {
        throw BrokenRule("a TA1 can be written about any envelope: \(error)")
      }
    }
    let size = 1 + (bytes.first.map(Int.init) ?? 0)
    var stream = InterchangeStream<AnyTransactionParser>(givesParts: false)
    var events: [InterchangeEvent<TransactionContent>] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      events += stream.read(Array(bytes[start..<min(bytes.count, start + size)]))
    }
    events += stream.finish()
    let faults = events.compactMap { event in
      if case .interchange(let interchange) = event { interchange.faults } else { nil }
    }
    try require(faults == whole.map(\.faults), "a file says the same in pieces of \(size) as whole")
    let transactions = events.compactMap { event in
      if case .transaction(let transaction) = event { transaction.segmentFaults } else { nil }
    }
    try require(
      transactions == whole.flatMap { $0.groups.flatMap { $0.transactions.map(\.segmentFaults) } },
      "transactions say the same in pieces of \(size) as whole")
  }

  private static let subject = StatusSubject(
    payer: StatusParty(organization: "SIM PAYER", qualifier: "PI", identifier: "SIM01"),
    receiver: StatusParty(organization: "OFFICE", qualifier: "46", identifier: "B1"),
    provider: StatusParty(organization: "CLINIC", qualifier: "XX", identifier: "1245319599"),
    subscriber: StatusParty(person: PersonName(last: "DOE", first: "PAT"), qualifier: "MI", identifier: "M1"),
    dependent: StatusParty(person: PersonName(last: "DOE", first: "KIM")),
    birthDate: CalendarDate(daysSinceEpoch: 9_000),
    sex: .female)
  private static let service = StatusService(
    procedure: "99213", modifiers: ["25"], charge: Money(cents: 12_550), units: 1, lineControlNumber: "L1")

  /// A short one asks about the subscriber's claim as a whole.
  private static func request(isShort: Bool = false) throws -> [UInt8] {
    var asked = subject
    if isShort { asked.dependent = nil }
    let period = ServicePeriod(CalendarDate(daysSinceEpoch: 20_000))
    let inquiry = ClaimStatusRequest.Inquiry(
      subject: asked, trace: "T1", references: [StatusReference(qualifier: "EJ", value: "V1-1")],
      charge: Money(cents: 12_550), period: period,
      lines: isShort ? [] : [ClaimStatusRequest.Line(service: service, period: period)])
    return try ClaimStatusRequestWriter.write(
      [ClaimStatusRequest(reference: "R1", inquiries: [inquiry])], in: SampleVisits.envelope)
  }

  /// A short one answers for the subscriber's claim as a whole.
  private static func response(isShort: Bool = false) throws -> [UInt8] {
    var known = subject
    (known.birthDate, known.sex) = (nil, nil)
    if isShort { known.dependent = nil }
    let status = ClaimStatusResponse.Status(
      codes: [ClaimStatusCode(category: "F1", code: "65")], date: CalendarDate(daysSinceEpoch: 20_010),
      charge: Money(cents: 12_550), paid: Money(cents: 8_000), paymentNumber: "EFT1")
    let answer = ClaimStatusResponse.Answer(
      subject: known, trace: "T1", statuses: [status], references: [StatusReference(qualifier: "1K", value: "ICN1")],
      lines: isShort ? [] : [ClaimStatusResponse.Line(service: service, statuses: [status], period: nil)])
    return try ClaimStatusResponseWriter.write(
      [ClaimStatusResponse(reference: "R1", answers: [answer])], in: SampleVisits.envelope)
  }
}
