import ClaimModel
import Messages
import Office
import SwiftProtobuf

extension FuzzTarget {
  /// Bodies of messages between offices; the first byte says of which type.
  static let messages = FuzzTarget("messages", longestInput: 4_096, seeds: messageSeeds) { bytes in
    guard let first = bytes.first else { return }
    let type = MessageType.allCases[Int(first) % MessageType.allCases.count]
    let body = Array(bytes.dropFirst())
    switch type {
    case .journalBatch: try journal(body)
    case .heartbeat: try heartbeat(body)
    case .reminderDue: try reminder(body)
    case .controlOrder: try control(body)
    default:
      let message: OfficeMessage
      do throws(UndecodableMessage) {
        message = try OfficeMessage(type: type, body: body)
      } catch {
        return try require(error.reason.utf8.count < 200, "a reason is short")
      }
      try survives(message)
    }
  }

  private static func journal(_ body: [UInt8]) throws {
    guard let entries = try? JournalEntry.entries(in: body) else { return }
    for entry in entries { _ = (entry.sent.description, entry.handled.date.iso, entry.office) }
    let sent = JournalEntry.publication(of: entries, from: "fuzz/1", now: Timestamp(milliseconds: 0))
    guard let again = sent?.message.body else { return try require(entries.isEmpty, "entries make a message") }
    try require(try JournalEntry.entries(in: again) == entries, "journal entries are read as they were meant")
  }

  private static func control(_ body: [UInt8]) throws {
    guard let order = try? ControlOrder(body: body) else { return }
    let sent = order.publication(to: .coding, from: "fuzz/1", now: Timestamp(milliseconds: 0))
    try require(try ControlOrder(body: sent.message.body) == order, "an order is read as it was meant")
  }

  private static func heartbeat(_ body: [UInt8]) throws {
    guard let beat = try? WireHeartbeat.decoded(body) else { return }
    // Bytes and not values are compared: a rate may be no number, which is not equal to itself.
    let once = beat.bytes
    try require(try WireHeartbeat.decoded(once).bytes == once, "a heartbeat is read as it was meant")
  }

  /// A reminder is read only under the id that follows from it.
  private static func reminder(_ body: [UInt8]) throws {
    let message = WireMessage(
      id: MessageID(high: 0, low: 0), type: MessageType.reminderDue.rawValue, correlation: "V1",
      timestamp: Timestamp(milliseconds: 0), appID: "fuzz/1", contentType: MessageType.protobufContentType, body: body)
    var reason: String?
    do throws(UndecodableMessage) {
      _ = try Reminder(reading: message)
    } catch {
      reason = error.reason
    }
    try require((1..<200).contains(reason?.utf8.count ?? 0), "it is refused, and the reason is short")
  }

  private static func messageSeeds() throws -> [[UInt8]] {
    let bodies: [(MessageType, [UInt8])] = officeMessages().map { ($0.type, $0.encoded()) }
    let beat = WireHeartbeat.with {
      $0.worker = "coding/c1"
      $0.atMs = 1_776_000_000_123
      $0.handledPerSecond = 12.5
    }
    let journal = JournalEntry.publication(of: journalEntries(), from: "coding/c1", now: Timestamp(milliseconds: 0))
    return (bodies + [(.heartbeat, beat.bytes), (.journalBatch, journal?.message.body ?? [])]).map { type, body in
      [UInt8(MessageType.allCases.firstIndex(of: type) ?? 0)] + body
    }
  }

  /// One message of each kind.
  static func officeMessages() -> [OfficeMessage] {
    let visit = SampleVisits.visits(1)[0]
    let bill = SampleVisits.superbill(visit, number: 0)
    let appeal = OfficeMessage.Appeal(
      visit: visit.id, payer: "ACMEHLTH", controlNumber: PatientControlNumber(visit: visit.id, submission: 1),
      payerClaimNumber: "00000000000120260415001", reasons: ["CO-50"])
    let refusal = RecodeRequest.Refusal(line: 1, group: .contractualObligation, reason: "11", remarks: ["M76"])
    let item = DocumentationItem(
      kind: .amendment, text: "Right ankle.", codings: [.init(system: "s", code: "c")], source: "amendment-1")
    return [
      .visitDocumented(visit), .documentationAmended(visit: visit.id, item: item),
      .documentationQueried(visit: visit.id, specialty: .medical, round: 1, question: "Which ankle?"),
      .visitCoded(bill), .visitRecoded(bill, round: 1, reasons: ["laterality"]),
      .codingUpheld(visit: visit.id, round: 1, reasons: ["supported"]),
      .recodeUnanswerable(visit: visit.id, round: 1, reason: "no chart"),
      .recodeRequested(RecodeRequest(visit: visit.id, round: 1, refusals: [refusal]), specialty: .surgical),
      .appealSubmitted(appeal), .appealDecided(appeal, isOverturned: true),
      .statementIssued(visit: visit.id, number: 1, amount: Money(cents: 2_500)),
      .patientPaid(visit: visit.id, statement: 1, amount: Money(cents: 2_500)), .accountClosed(visit: visit.id),
      .refundIssued(visit: visit.id, number: 1, amount: Money(cents: 500)),
      .registrationQueried(
        RegistrationQuery(visit: visit.id, round: 1, refusals: [refusal], findings: ["missing member"])),
      .registrationCorrected(visit: visit.id, round: 1, registration: visit.registration, authorization: "A1"),
      .reviewResolved(ReviewResolution(visit: visit.id, decision: .appeal, reason: "asked for"), sequence: 9),
      .paymentPlaced(
        PaymentPlacement(payment: "V1", controlNumber: PatientControlNumber(visit: visit.id, submission: 1))),
    ]
  }

  static func journalEntries() -> [JournalEntry] {
    let facts: [Fact.What] = [
      .state(office: "billing", name: "submitted", sequence: 1, open: Money(cents: 5), isFinal: false),
      .movement(kind: .charged, amount: Money(cents: -12_500)),
      .denial(
        payer: "ACMEHLTH", group: .contractualObligation, reason: "50", remarks: ["N115"], amount: Money(cents: 100)),
      .claim(
        step: .sent, payer: "ACMEHLTH", provider: "1234567893", specialty: .surgical, submission: 2,
        amount: Money(cents: 100)),
    ]
    let now = Timestamp(milliseconds: 1_776_000_000_123)
    return [
      JournalEntry(
        messageID: .derived(from: "a"), type: "visit-coded.v1", visits: ["V1"], sender: "coding/c1",
        handler: "billing/b1", sent: now, handled: now, outcome: .handled, facts: facts.map { Fact(visit: "V1", $0) })
    ]
  }
}
