import ClaimModel
import Messages
import Simulation
import SwiftProtobuf
import Testing

@testable import Office

/// Reminders within one batch, and as messages.
@Suite struct ReminderBatchTests {
  let store = SimulatedStore()
  let now = Timestamp(milliseconds: 1_784_116_800_000)
  private let handler = BatchHandler(
    desk: ScriptedDesk(), appID: "practice/1", ladder: .standard, maximumBodyBytes: 1_000,
    senders: Senders(to: .practice))

  private func handle(_ messages: WireMessage..., at time: Timestamp? = nil) throws
    -> BatchHandler<ScriptedDesk>.Result
  {
    let deliveries = messages.enumerated().map {
      Delivery(
        tag: UInt64($0 + 1), queue: "practice.inbox", route: Route(exchange: "practice.return", key: "practice.inbox"),
        isRedelivered: false, content: .message($1))
    }
    return try store.transaction { transaction throws(StoreError) in
      try handler.handle(deliveries, in: transaction, now: time ?? now)
    }
  }

  /// The call of the only reminder that stands.
  private func call() throws -> WireMessage {
    #expect(store.reminders.count == 1)
    return try #require(store.reminders.first).reminder.message(calledBy: "practice/2")
  }

  private var notes: [String]? { store.body(of: ScriptedDesk.key("a")).flatMap { try? Notes(stored: $0).words } }

  @Test func copiesOfACallHaveOneEffect() throws {
    _ = try handle(script(1, "remind 0 send x late"))
    let call = try call()
    #expect(try handle(call, call).publications.texts == ["late"])
    let again = try handle(call)
    #expect(again.publications.texts == ["late"], "what may not have been confirmed is sent again")
    #expect(again.repeated == 1)
    #expect(store.reminders.isEmpty)
  }

  @Test func callOfAReminderThatIsOverDoesNothing() throws {
    _ = try handle(script(1, "remind 0 send x late"))
    let call = try call()
    _ = try handle(script(2, "cancel send x late"))
    let result = try handle(call)
    #expect(result.publications.isEmpty && result.records.isEmpty)
    #expect(result.lapsed == 1)
    #expect(!store.hasReceipt(for: call.key))
  }

  @Test func sameTimeSetAgainIsAnotherReminder() throws {
    _ = try handle(script(1, "remind 0 send x late"))
    let first = try call()
    _ = try handle(script(2, "remind 0 send x late"))
    let second = try call()
    #expect(first.id != second.id)
    #expect(try handle(first).lapsed == 1)
    #expect(try handle(second).publications.texts == ["late"])
  }

  @Test func orderWithinABatchCounts() throws {
    _ = try handle(script(1, "remind 0 send x late"))
    let call = try call()
    #expect(try handle(script(2, "cancel send x late"), call).lapsed == 1)
    _ = try handle(script(3, "remind 0 send x late"))
    let other = try self.call()
    let result = try handle(other, script(4, "cancel send x late"))
    #expect(result.publications.texts == ["late"])
    #expect(store.reminders.isEmpty)
    // A message that is refused has set nothing and taken nothing back.
    _ = try handle(script(5, "remind 0 send x late"))
    _ = try handle(script(6, "cancel send x late", "remind 0 note none", "never"))
    #expect(store.reminders.map(\.reminder.key.purpose) == ["send x late"])
  }

  @Test func refusedBundleLeavesTheRemindersOfTheOthers() throws {
    _ = try handle(
      script(1, "remind 0 note one", "part x fine"), script(2, "remind 0 note two", "part x poison"))
    #expect(store.reminders.map(\.reminder.key.purpose) == ["note one"])
  }

  @Test func workerWhoseClockIsBehindSeesThatTheTimeHasCome() throws {
    _ = try handle(script(1, "remind 5000 time"))
    _ = try handle(try call(), at: now)
    #expect(notes == ["\(now.milliseconds + 5_000)"])
  }

  @Test func reminderUnderAnIDThatIsNotItsOwnIsParked() throws {
    _ = try handle(script(1, "remind 0 send x late"))
    var forged = try call()
    forged.id = .derived(from: "forged")
    #expect(try handle(forged).publications.parked.count == 1)
    var broken = try call()
    broken.body = []
    #expect(try handle(broken).publications.parked.count == 1)
    #expect(store.reminders.count == 1)
  }

  @Test func libraryReadsWhatIsWritten() throws {
    let reminder = Reminder(
      ReminderKey(CaseKey(kind: "account", id: "V1"), purpose: "claim-unanswered"), due: now,
      cause: .derived(from: "cause"))
    let message = reminder.message(calledBy: "billing/1")
    let wire = try WireReminderDue(serializedBytes: message.body)
    #expect(try wire.serializedBytes() as [UInt8] == message.body)
    #expect(wire.caseKind == "account" && wire.caseID == "V1" && wire.purpose == "claim-unanswered")
    #expect(wire.dueMs == now.milliseconds)
    #expect(Array(wire.cause) == reminder.cause.wireBytes)
    #expect(try Reminder(reading: message) == reminder)
    #expect(message.timestamp == now && message.causation == reminder.cause)
  }
}
