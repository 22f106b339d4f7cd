import ClaimModel
import Office

/// What waits to be written of reminders.
struct ReminderWrites {
  /// Reminders that stand from now on.
  private(set) var saved: [ReminderKey: Reminder] = [:]
  /// Names whose reminders are removed.
  private(set) var removed: Set<ReminderKey> = []
  /// Names whose reminders nobody calls any more.
  private(set) var held: Set<ReminderKey> = []

  var isEmpty: Bool { saved.isEmpty && removed.isEmpty && held.isEmpty }

  /// Names whose reminders are removed or held.
  var ended: Set<ReminderKey> { removed.union(held) }

  /// Whether something about one of `keys` waits: what is asked for next must come after it.
  func concerns(_ keys: some Sequence<ReminderKey>) -> Bool {
    keys.contains { saved[$0] != nil || removed.contains($0) || held.contains($0) }
  }

  mutating func save(_ reminders: [Reminder]) { for reminder in reminders { saved[reminder.key] = reminder } }
  mutating func remove(_ keys: [ReminderKey]) { removed.formUnion(keys) }
  mutating func hold(_ keys: [ReminderKey]) { held.formUnion(keys) }
}

extension PostgresTransaction {
  func reminders(_ keys: [ReminderKey]) throws(StoreError) -> [ReminderKey: Reminder] {
    try flush()
    try findSubjects(keys.map(\.caseKey.id))
    var found: [ReminderKey: Reminder] = [:]
    let read = statements(sql.reminders, "read reminders", rows: known(keys), values)
    var names: [Int64: String] = [:]
    for key in keys { if let number = subjects[key.caseKey.id] { names[number] = key.caseKey.id } }
    for rows in try run(read) {
      for row in 0..<rows.count {
        guard let name = names[try rows.integer(row, 0)] else { continue }
        let reminder = try PostgresTransaction.reminder(rows, row, about: name)
        found[reminder.key] = reminder
      }
    }
    return found
  }

  func saveReminders(_ reminders: [Reminder]) throws(StoreError) {
    if self.reminders.concerns(reminders.lazy.map(\.key)) { try flush() }
    self.reminders.save(reminders)
  }

  func removeReminders(_ keys: [ReminderKey]) throws(StoreError) {
    if reminders.concerns(keys) { try flush() }
    reminders.remove(keys)
  }

  func holdReminders(_ keys: [ReminderKey]) throws(StoreError) {
    if reminders.concerns(keys) { try flush() }
    reminders.hold(keys)
  }

  func callReminders(until moment: Timestamp, limit: Int, again: Timestamp) throws(StoreError) -> [Reminder] {
    let call = PostgresStatement(
      "call reminders", name: "call_reminders", sql.callReminders,
      [.integer(again.milliseconds), .integer(moment.milliseconds), .integer(Int64(limit))])
    var called: [Reminder] = []
    for rows in try run([call]) {
      for row in 0..<rows.count {
        called.append(try PostgresTransaction.reminder(rows, row, about: try rows.text(row, 0)))
      }
    }
    return called.sorted { ($0.due, $0.key) < ($1.due, $1.key) }
  }

  /// What waits to be written of reminders; the subjects of those that stand have numbers.
  var reminderWrites: [PostgresStatement] {
    statements(sql.saveReminders, "save reminders", rows: reminders.saved.values.sorted { $0.key < $1.key }) {
      [
        number(of: $0.key.caseKey.id), .text($0.key.caseKey.kind), .text($0.key.purpose),
        .integer($0.due.milliseconds), .integer($0.due.milliseconds), .bytes($0.cause.wireBytes),
      ]
    }
      + statements(sql.removeReminders, "remove reminders", rows: known(reminders.removed), values)
      + statements(sql.holdReminders, "hold reminders", rows: known(reminders.held), values)
  }

  /// Those of `keys` of whose subjects something is kept, in the order in which they are locked.
  private func known(_ keys: some Sequence<ReminderKey>) -> [ReminderKey] {
    keys.filter { subjects[$0.caseKey.id] != nil }.sorted()
  }

  private func values(_ key: ReminderKey) -> [PostgresValue] {
    [number(of: key.caseKey.id), .text(key.caseKey.kind), .text(key.purpose)]
  }

  /// The reminder in a row of `subject, kind, purpose, due_at, cause`.
  private static func reminder(
    _ rows: PostgresRows, _ row: Int, about name: String
  ) throws(StoreError) -> Reminder {
    Reminder(
      ReminderKey(CaseKey(kind: try rows.text(row, 1), id: name), purpose: try rows.text(row, 2)),
      due: Timestamp(milliseconds: try rows.integer(row, 3)), cause: try rows.messageID(row, 4))
  }
}
