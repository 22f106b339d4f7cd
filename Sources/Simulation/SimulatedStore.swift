import ClaimModel
import Office

/// An office's store in memory, with transactions. It makes no mistakes of its own: see ``FaultyStore`` for those.
///
/// `@unchecked Sendable` because a simulated world lives in one thread.
public final class SimulatedStore: Store, @unchecked Sendable {
  /// What one transaction changed.
  public struct Commit {
    /// Cases, new or changed.
    public var cases: [(key: CaseKey, body: [UInt8])] = []
    /// Receipts.
    public var receipts: [(message: MessageKey, body: [UInt8])] = []
    /// When the messages of the receipts were handled.
    var handled = Timestamp(milliseconds: 0)
    /// Receipts that are deleted.
    var purged: Set<MessageKey> = []
    /// Ledger lines.
    public var lines: [LedgerLine] = []
    var sequences: [(name: String, last: Int64)] = []
    /// Reminders that changed; without a value those that are over.
    public var reminders: [ReminderKey: StandingReminder?] = [:]
  }

  /// A reminder as it stands in the store.
  public struct StandingReminder: Hashable, Sendable {
    /// The reminder.
    public var reminder: Reminder
    /// When it is to be called; `nil` for never.
    public var call: Timestamp?
  }

  private struct LineKey: Hashable {
    var visit: VisitID
    var cause: MessageKey
    var ordinal: Int

    func hash(into hasher: inout Hasher) {
      hasher.combine(cause)
      hasher.combine(ordinal)
    }

    init(_ line: LedgerLine) {
      visit = line.visit
      cause = line.cause
      ordinal = line.ordinal
    }
  }

  /// Told of each commit.
  public var onCommit: ((Commit) -> Void)?
  /// The ledger, in the order it was written.
  public private(set) var ledger: [LedgerLine] = []
  private var cases: [CaseKey: [UInt8]] = [:]
  private var receipts: [MessageKey: (body: [UInt8], handled: Timestamp)] = [:]
  private var lineKeys: Set<LineKey> = []
  private var sequences: [String: Int64] = [:]
  private var standing: [ReminderKey: StandingReminder] = [:]
  /// When the next of them is to be called, found when it is asked for; `nil` while that is not known. A world asks at every
  /// turn for every worker.
  private var knownNextCall: Timestamp??
  private var isOpen = true
  private var isBusy = false

  /// An empty store.
  public init() {}

  /// Runs `body`; what it changed is seen by others once it has returned.
  public func transaction<Result>(
    _ body: (any StoreTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    guard isOpen else { throw StoreError(.misconfigured, operation: "begin", reason: "the store is closed") }
    precondition(!isBusy, "the simulation lets no transaction begin within another one of the same store")
    isBusy = true
    defer { isBusy = false }
    let transaction = SimulatedTransaction(store: self)
    let result = try body(transaction)
    apply(transaction.commit)
    return result
  }

  /// When the next reminder is to be called.
  public func nextCall() throws(StoreError) -> Timestamp? {
    guard isOpen else {
      throw StoreError(.misconfigured, operation: "look for reminders", reason: "the store is closed")
    }
    if let knownNextCall { return knownNextCall }
    let next = standing.values.compactMap(\.call).min()
    knownNextCall = .some(next)
    return next
  }

  /// The reminders that stand, in the order of their names.
  public var reminders: [StandingReminder] { standing.values.sorted { $0.reminder.key < $1.reminder.key } }

  /// No transaction can begin any more.
  public func close() { isOpen = false }

  /// Whether a message was handled.
  public func hasReceipt(for message: MessageKey) -> Bool { receipts[message] != nil }

  /// The stored form of a case.
  public func body(of key: CaseKey) -> [UInt8]? { cases[key] }

  /// The keys of all cases of a kind, in order.
  public func keys(ofKind kind: String) -> [CaseKey] { cases.keys.filter { $0.kind == kind }.sorted() }

  private func apply(_ commit: Commit) {
    for (key, body) in commit.cases { cases[key] = body }
    for message in commit.purged { receipts[message] = nil }
    for (message, body) in commit.receipts { receipts[message] = (body, commit.handled) }
    for line in commit.lines {
      lineKeys.insert(LineKey(line))
      ledger.append(line)
    }
    for (name, last) in commit.sequences { sequences[name] = last }
    for (key, reminder) in commit.reminders { standing[key] = reminder }
    if !commit.reminders.isEmpty { knownNextCall = nil }
    onCommit?(commit)
  }

  fileprivate func receipt(for message: MessageKey) -> [UInt8]? { receipts[message]?.body }

  /// The receipts of messages handled before a moment, the oldest first.
  fileprivate func receipts(handledBefore moment: Timestamp) -> [MessageKey] {
    receipts.filter { $0.value.handled < moment }.sorted { ($0.value.handled, $0.key) < ($1.value.handled, $1.key) }
      .map(\.key)
  }

  fileprivate func reminder(_ key: ReminderKey) -> StandingReminder? { standing[key] }

  fileprivate func lastNumber(of sequence: String) -> Int64 { sequences[sequence] ?? 0 }

  fileprivate func hasLine(_ line: LedgerLine) -> Bool { lineKeys.contains(LineKey(line)) }
}

/// One transaction: what it changes is seen by nobody else before it is committed.
final class SimulatedTransaction: StoreTransaction {
  private let store: SimulatedStore
  private(set) var commit = SimulatedStore.Commit()

  init(store: SimulatedStore) { self.store = store }

  func receipts(for messages: [MessageKey]) throws(StoreError) -> [MessageKey: [UInt8]] {
    var found: [MessageKey: [UInt8]] = [:]
    for message in messages {
      let own = commit.receipts.last { $0.message == message }
      if let body = own?.body ?? store.receipt(for: message) { found[message] = body }
    }
    return found
  }

  func loadCases(_ keys: [CaseKey]) throws(StoreError) -> [CaseKey: [UInt8]] {
    var found: [CaseKey: [UInt8]] = [:]
    for key in keys {
      if let body = commit.cases.last(where: { $0.key == key })?.body ?? store.body(of: key) { found[key] = body }
    }
    return found
  }

  func saveCases(_ cases: [(key: CaseKey, body: [UInt8])]) throws(StoreError) { commit.cases += cases }

  func saveReceipts(_ receipts: [(message: MessageKey, body: [UInt8])], at time: Timestamp) throws(StoreError) {
    for (message, body) in receipts {
      guard store.receipt(for: message) == nil, !commit.receipts.contains(where: { $0.message == message }) else {
        throw StoreError(
          .corrupt, operation: "save receipts",
          reason: "UNIQUE constraint failed: receipts.subject, receipts.message_id")
      }
      commit.receipts.append((message, body))
    }
    commit.handled = time
  }

  func purgeReceipts(handledBefore: Timestamp, limit: Int) throws(StoreError) -> Int {
    let old = store.receipts(handledBefore: handledBefore).prefix(limit)
    commit.purged.formUnion(old)
    return old.count
  }

  func append(_ lines: [LedgerLine]) throws(StoreError) {
    for line in lines {
      guard line.amount > .zero else {
        throw StoreError(.corrupt, operation: "append to the ledger", reason: "CHECK constraint failed: cents > 0")
      }
      let isRepeated = commit.lines.contains {
        $0.visit == line.visit && $0.cause == line.cause && $0.ordinal == line.ordinal
      }
      guard !isRepeated, !store.hasLine(line) else {
        throw StoreError(
          .corrupt, operation: "append to the ledger",
          reason: "UNIQUE constraint failed: ledger.visit, ledger.cause, ledger.subject, ledger.ordinal")
      }
      commit.lines.append(line)
    }
  }

  func reminders(_ keys: [ReminderKey]) throws(StoreError) -> [ReminderKey: Reminder] {
    var found: [ReminderKey: Reminder] = [:]
    for key in keys { if let standing = standing(key) { found[key] = standing.reminder } }
    return found
  }

  func saveReminders(_ reminders: [Reminder]) throws(StoreError) {
    for reminder in reminders {
      commit.reminders[reminder.key] = SimulatedStore.StandingReminder(reminder: reminder, call: reminder.due)
    }
  }

  func removeReminders(_ keys: [ReminderKey]) throws(StoreError) {
    for key in keys { commit.reminders.updateValue(nil, forKey: key) }
  }

  func holdReminders(_ keys: [ReminderKey]) throws(StoreError) { for key in keys { putOff(key, to: nil) } }

  func callReminders(until moment: Timestamp, limit: Int, again: Timestamp) throws(StoreError) -> [Reminder] {
    let keys = Set(store.reminders.map(\.reminder.key)).union(commit.reminders.keys)
    let due = keys.compactMap { key in
      standing(key).flatMap { one in one.call.map { (call: $0, reminder: one.reminder) } }
    }
    let called = due.filter { $0.call <= moment }
      .sorted { ($0.call, $0.reminder.key) < ($1.call, $1.reminder.key) }.prefix(limit).map(\.reminder)
    for reminder in called { putOff(reminder.key, to: again) }
    return called.sorted { ($0.due, $0.key) < ($1.due, $1.key) }
  }

  /// A reminder as this transaction sees it.
  private func standing(_ key: ReminderKey) -> SimulatedStore.StandingReminder? {
    commit.reminders[key] ?? store.reminder(key)
  }

  private func putOff(_ key: ReminderKey, to moment: Timestamp?) {
    guard var reminder = standing(key) else { return }
    reminder.call = moment
    commit.reminders[key] = reminder
  }

  func nextNumber(of sequence: String) throws(StoreError) -> Int64 {
    if let place = commit.sequences.firstIndex(where: { $0.name == sequence }) {
      commit.sequences[place].last += 1
      return commit.sequences[place].last
    }
    let number = store.lastNumber(of: sequence) + 1
    commit.sequences.append((sequence, number))
    return number
  }

  func forEachCase(ofKind kind: String, _ body: (CaseKey, [UInt8]) -> Void) throws(StoreError) {
    let keys = Set(store.keys(ofKind: kind)).union(commit.cases.map(\.key).filter { $0.kind == kind })
    let found = try loadCases(Array(keys))
    // Databases order texts by their bytes.
    for key in keys.sorted(by: { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }) {
      if let stored = found[key] { body(key, stored) }
    }
  }

  func forEachLedgerLine(_ body: (LedgerLine) -> Void) throws(StoreError) {
    for line in store.ledger { body(line) }
    for line in commit.lines { body(line) }
  }
}
