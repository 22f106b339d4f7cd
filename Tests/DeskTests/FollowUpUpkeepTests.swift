import Billing
import BillingDesk
import ClaimModel
import Messages
import Office
import Simulation
import Testing

/// What is done once for the store of an earlier version.
@Suite struct FollowUpUpkeepTests {
  private let store = SimulatedStore()
  private let now = Timestamp(milliseconds: 1_784_116_800_000)

  private func save(_ account: PatientAccount) throws {
    try store.transaction { transaction throws(StoreError) in
      try transaction.saveCases([
        (BillingFile.key(of: account.visit), BillingFile.account(.init(account: account)).stored())
      ])
    }
  }

  private func reminder(of visit: VisitID) throws -> Reminder? {
    let key = ReminderKey(BillingFile.key(of: visit), purpose: "follow-up")
    return try store.transaction { transaction throws(StoreError) in try transaction.reminders([key])[key] }
  }

  private func followUp(of visit: VisitID) throws -> Timestamp? {
    let key = BillingFile.key(of: visit)
    let body = try store.transaction { transaction throws(StoreError) in try transaction.loadCases([key])[key] }
    guard case .account(let file)? = try body.map({ try BillingFile(stored: $0) }) else { return nil }
    return file.account.followUp
  }

  @Test func openAccountWithoutAReminderGetsOneAndOnlyOnce() throws {
    let past = now.adding(milliseconds: -1_000)
    try save(PatientAccount(visit: "WAITING", state: .submitted, followUp: past))
    try save(PatientAccount(visit: "SILENT", state: .awaitingPatient))
    try save(PatientAccount(visit: "REMINDED", state: .recoding, followUp: past))
    try save(PatientAccount(visit: "CLOSED", state: .closed))
    try save(PatientAccount(visit: "PERSON", state: .inReview))
    let standing = Reminder(
      ReminderKey(BillingFile.key(of: "REMINDED"), purpose: "follow-up"), due: now, cause: .derived(from: "earlier"))
    try store.transaction { transaction throws(StoreError) in try transaction.saveReminders([standing]) }

    #expect(try FollowUpUpkeep.run(on: store, rules: .standard, now: now) == 2)
    #expect(try reminder(of: "WAITING")?.due == past)
    let cycle = now.adding(milliseconds: 30 * 86_400_000)
    #expect(try reminder(of: "SILENT")?.due == cycle)
    #expect(try followUp(of: "SILENT") == cycle, "or the account would not know it when it comes")
    #expect(try reminder(of: "REMINDED") == standing)
    #expect(try reminder(of: "CLOSED") == nil && reminder(of: "PERSON") == nil)

    try save(PatientAccount(visit: "LATER", state: .submitted, followUp: past))
    #expect(try FollowUpUpkeep.run(on: store, rules: .standard, now: now) == nil, "done once for a store")
    #expect(try reminder(of: "LATER") == nil)
  }

  @Test func moreAccountsThanAreHeldAtATimeAllGetTheirs() throws {
    for number in 0..<1_203 { try save(PatientAccount(visit: VisitID("V\(number)"), state: .accepted)) }
    #expect(try FollowUpUpkeep.run(on: store, rules: .standard, now: now) == 1_203)
    #expect(try reminder(of: "V1202") != nil)
  }
}
