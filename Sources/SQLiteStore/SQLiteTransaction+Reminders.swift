import ClaimModel
import Foundation
import GRDB
import Office

extension SQLiteTransaction {
  func reminders(_ keys: [ReminderKey]) throws(StoreError) -> [ReminderKey: Reminder] {
    let known = try numbered(keys)
    var names: [Int64: String] = [:]
    for (key, number) in known { names[number] = key.caseKey.id }
    var found: [ReminderKey: Reminder] = [:]
    try fetch(sql.reminders, "read reminders", rows: known, SQLiteTransaction.values) { row throws(StoreError) in
      guard let name = names[row[0]] else { return }
      let reminder = try SQLiteTransaction.reminder(row, about: name)
      found[reminder.key] = reminder
    }
    return found
  }

  func saveReminders(_ reminders: [Reminder]) throws(StoreError) {
    try addSubjects(reminders.map(\.key.caseKey.id))
    try execute(sql.saveReminders, "save reminders", rows: reminders) {
      [
        subjects[$0.key.caseKey.id], $0.key.caseKey.kind, $0.key.purpose, $0.due.milliseconds, $0.due.milliseconds,
        Data($0.cause.wireBytes),
      ]
    }
  }

  func removeReminders(_ keys: [ReminderKey]) throws(StoreError) {
    try execute(sql.removeReminders, "remove reminders", rows: try numbered(keys), SQLiteTransaction.values)
  }

  func holdReminders(_ keys: [ReminderKey]) throws(StoreError) {
    try execute(sql.holdReminders, "hold reminders", rows: try numbered(keys), SQLiteTransaction.values)
  }

  func callReminders(until moment: Timestamp, limit: Int, again: Timestamp) throws(StoreError) -> [Reminder] {
    try attempt("call reminders") {
      let call = try database.cachedStatement(sql: sql.callReminders)
      let rows = try Row.fetchAll(call, arguments: [again.milliseconds, moment.milliseconds, limit])
      return try rows.map { try SQLiteTransaction.reminder($0, about: $0[0]) }
        .sorted { ($0.due, $0.key) < ($1.due, $1.key) }
    }
  }

  /// The keys whose subjects have numbers; there is no reminder of the others.
  private func numbered(_ keys: [ReminderKey]) throws(StoreError) -> [(key: ReminderKey, subject: Int64)] {
    try findSubjects(keys.map(\.caseKey.id))
    return keys.compactMap { key in subjects[key.caseKey.id].map { (key, $0) } }
  }

  private static func values(_ row: (key: ReminderKey, subject: Int64)) -> [any DatabaseValueConvertible] {
    [row.subject, row.key.caseKey.kind, row.key.purpose]
  }

  /// The reminder in a row of `subject, kind, purpose, due_at, cause`.
  private static func reminder(_ row: Row, about name: String) throws(StoreError) -> Reminder {
    Reminder(
      ReminderKey(CaseKey(kind: row[1], id: name), purpose: row[2]), due: Timestamp(milliseconds: row[3]),
      cause: try id(row[4]))
  }
}
