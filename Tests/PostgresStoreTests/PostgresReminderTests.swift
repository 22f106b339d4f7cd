import ClaimModel
import Office
import PostgresStore
import TestPostgres
import Testing

/// What reminders cost and whom they keep waiting.
@Suite struct PostgresReminderTests {
  private func reminder(_ name: String) -> Reminder {
    Reminder(
      ReminderKey(CaseKey(kind: "account", id: name), purpose: "due"), due: Timestamp(milliseconds: 5),
      cause: .derived(from: name))
  }

  @Test(.timeLimit(.minutes(10))) func reminderThatAnotherWorkerHoldsIsNotWaitedFor() throws {
    let url = try PrivatePostgres.newDatabase()
    let one = try PostgresStore(url: url)
    let other = try PostgresStore(url: url)
    defer {
      one.close()
      other.close()
    }
    let (held, free) = (reminder("V1"), reminder("V2"))
    try one.transaction { transaction throws(StoreError) in try transaction.saveReminders([held, free]) }
    try one.transaction { transaction throws(StoreError) in
      _ = try transaction.reminders([held.key])
      let called = try other.transaction { transaction throws(StoreError) in
        try transaction.callReminders(
          until: Timestamp(milliseconds: 10), limit: 10, again: Timestamp(milliseconds: 1_000))
      }
      #expect(called == [free])
      let next = try other.nextCall()
      #expect(next == held.due)
    }
  }
}
