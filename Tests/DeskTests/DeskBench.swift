import Adjudication
import ClaimModel
import CodeSets
import Coding
import Intake
import Messages

@testable import Office

/// A desk with its cases, fed message by message as the runtime would, in any order a test wants.
struct DeskBench<D: Desk> {
  var desk: D
  private(set) var cases = Cases<D.Case>()
  private let numbers = Numbers()
  private var messages = 0
  var now = Timestamp(milliseconds: 1_784_116_800_000)
  /// What the last message gave.
  private(set) var sent: [Outgoing] = []
  private(set) var lines: [LedgerLine] = []
  private(set) var facts: [Fact] = []
  private(set) var parts: [(key: String, part: D.Part)] = []
  /// What the desk wants to be reminded of, and when.
  private(set) var reminders: [ReminderKey: Reminder] = [:]
  /// Why the last message was parked although it was handled.
  private(set) var parkingReason: String?

  /// Whether every changed case is stored and read back after each message.
  private let checksStoredForms: Bool

  init(_ desk: D, checksStoredForms: Bool = true) {
    self.desk = desk
    self.checksStoredForms = checksStoredForms
  }

  subscript(key: CaseKey) -> D.Case? { cases[key] }

  /// Handles a message between offices under an id of its own.
  mutating func take(_ message: OfficeMessage) throws { try take(Outgoing(message)) }

  /// Handles what another desk sent.
  mutating func take(_ outgoing: Outgoing) throws {
    messages += 1
    let message = WireMessage(
      id: .derived(from: "bench", String(messages)), type: outgoing.type.rawValue,
      correlation: outgoing.correlation, timestamp: now, appID: "tests", contentType: outgoing.type.contentType,
      body: outgoing.body)
    try handle(try desk.read(message), message.key)
  }

  /// Handles a message that was read, under an id of its own.
  mutating func handle(_ input: D.Input) throws {
    messages += 1
    try handle(input, MessageKey(correlation: "", id: .derived(from: "bench", String(messages))))
  }

  /// Lets time pass until the next reminder, and handles it.
  /// - Returns: whether there was one.
  mutating func passTime() throws -> Bool {
    guard let next = reminders.values.min(by: { ($0.due, $0.key) < ($1.due, $1.key) }) else { return false }
    now = max(now, next.due)
    let message = next.message(calledBy: "tests")
    reminders[next.key] = nil
    try handle(try desk.read(message), message.key)
    return true
  }

  private mutating func handle(_ input: D.Input, _ key: MessageKey) throws {
    (sent, lines, facts, parts) = ([], [], [], [])
    parkingReason = nil
    var context = self.context(for: key)
    cases.mark()
    do {
      try desk.handle(input, &cases, &context)
    } catch {
      cases.revert()
      throw error
    }
    (sent, lines, facts, parts) = (context.outgoing, context.ledgerLines, context.facts, context.parts)
    parkingReason = context.parkingReason
    for wish in context.reminders {
      reminders[wish.key] = wish.due.map { Reminder(wish.key, due: $0, cause: key.id) }
    }
    try bundle(key)
    if checksStoredForms { try checkStoredForms() }
  }

  /// What each stored case reads back as must be stored the same again.
  private func checkStoredForms() throws {
    for (key, body) in cases.changes() {
      let again = try D.Case(stored: body).stored()
      guard again == body else { throw StoredFormDiffers(key: key) }
    }
  }

  struct StoredFormDiffers: Error { let key: CaseKey }

  private mutating func bundle(_ message: MessageKey) throws(Refusal) {
    var keys: [String] = []
    for (key, _) in parts where !keys.contains(key) { keys.append(key) }
    for key in keys {
      var context = context(for: message)
      try desk.bundle(parts.filter { $0.key == key }.map(\.part), key: key, &cases, &context)
      sent += context.outgoing
    }
  }

  private func context(for message: MessageKey) -> DeskContext<D.Part> {
    let numbers = numbers
    return DeskContext(message: message, now: now) { name throws(StoreError) in numbers.next(name) }
  }

  /// The messages between offices that were sent last.
  var messagesSent: [OfficeMessage] {
    sent.compactMap { try? OfficeMessage(type: $0.type, body: $0.body) }
  }

  /// The last state told to the journal.
  var state: String? {
    for fact in facts.reversed() { if case .state(_, let name, _, _, _) = fact.what { return name } }
    return nil
  }
}

private final class Numbers {
  private var last: [String: Int64] = [:]

  func next(_ name: String) -> Int64 {
    last[name, default: 0] += 1
    return last[name] ?? 0
  }
}

/// Engines that all desk tests share, and visits to work.
enum Engines {
  static let books = Result { try CodeBooks.load() }
  static let coder = Result { Coder(codeSets: try books.get()) }

  static func adjudicator(_ plan: Plan = .acmeHealth) throws -> Adjudicator {
    let codes = try books.get().icd10cm
    return Adjudicator(plan: plan, codeSet: DiagnosisLookup { codes.isBillable($0, on: $1) })
  }

  /// A visit of a member of Acme Health.
  static func visit(_ number: Int = 0) -> Visit {
    VisitGenerator(seed: 5, payers: [KnownPayer(id: "ACMEHLTH", name: "Acme Health Plan")]).visit(number)
  }

  static func superbill(_ number: Int = 0) throws -> Superbill {
    let visit = visit(number)
    guard case .coded(let coding) = try coder.get().code(visit) else { throw Uncoded() }
    return Superbill(visit: visit, coding: coding)
  }

  struct Uncoded: Error {}
}

extension Refusal.Disposition {
  /// What becomes of a message that `body` refuses; `nil` when it is handled.
  static func of(_ body: () throws -> Void) throws -> Refusal.Disposition? {
    do {
      try body()
      return nil
    } catch let refusal as Refusal {
      return refusal.disposition
    }
  }
}
