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
    try run(sql.reminders, "read reminders", rows: known, SQLiteTransaction.bind) { row throws(StoreError) in
      guard let name = names[row.number(0)] else { return }
      let key = ReminderKey(CaseKey(kind: row.text(1), id: name), purpose: row.text(2))
      found[key] = Reminder(key, due: Timestamp(milliseconds: row.number(3)), cause: try row.messageID(4))
    }
    return found
  }

  func saveReminders(_ reminders: [Reminder]) throws(StoreError) {
    try addSubjects(reminders.map(\.key.caseKey.id))
    try run(sql.saveReminders, "save reminders", rows: reminders) { reminder, values in
      let key = reminder.key
      SQLiteTransaction.bind((key, number(of: key.caseKey.id)), &values)
      values.add(reminder.due.milliseconds)
      values.add(reminder.due.milliseconds)
      values.add(reminder.cause)
    }
  }

  func removeReminders(_ keys: [ReminderKey]) throws(StoreError) {
    try run(sql.removeReminders, "remove reminders", rows: try numbered(keys), SQLiteTransaction.bind)
  }

  func holdReminders(_ keys: [ReminderKey]) throws(StoreError) {
    try run(sql.holdReminders, "hold reminders", rows: try numbered(keys), SQLiteTransaction.bind)
  }

  func callReminders(until moment: Timestamp, limit: Int, again: Timestamp) throws(StoreError) -> [Reminder] {
    try attempt("call reminders") {
      let call = try database.cachedStatement(sql: sql.callReminders)
      let rows = try Row.fetchAll(call, arguments: [again.milliseconds, moment.milliseconds, limit])
      return try rows.map { row in
        let key = ReminderKey(CaseKey(kind: row[1], id: row[0]), purpose: row[2])
        return Reminder(key, due: Timestamp(milliseconds: row[3]), cause: try storedID(row[4] as Data))
      }
      .sorted { ($0.due, $0.key) < ($1.due, $1.key) }
    }
  }

  /// The keys whose subjects have numbers; there is no reminder of the others.
  private func numbered(_ keys: [ReminderKey]) throws(StoreError) -> [(key: ReminderKey, subject: Int64)] {
    try findSubjects(keys.map(\.caseKey.id))
    return keys.compactMap { key in subjects[key.caseKey.id].map { (key, $0) } }
  }

  private static func bind(_ row: (key: ReminderKey, subject: Int64), _ values: inout ParameterBinder) {
    values.add(row.subject)
    values.add(row.key.caseKey.kind)
    values.add(row.key.purpose)
  }
}
