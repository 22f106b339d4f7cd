import Billing
import ClaimModel
import DashboardKit
import Office
import Testing

/// What the journal tells is enough for the billing office's report.
@Suite struct JournalReportTests {
  @Test func reportFromTheJournalIsTheReportFromTheStore() throws {
    var (stored, journal) = (BillingReport(asOf: Self.day), BillingReport(asOf: Self.day))
    // The journal does not tell a decision from the mere word that there was one (OA-18).
    for scenario in Scenario.all where scenario.answer != "OA-18" {
      let (offices, visit) = try scenario.play()
      stored.take(AccountSummary(try #require(offices.account(of: visit)), rules: .standard))
      var account = JournalAccount()
      for (facts, time) in offices.told { account.take(facts, at: time) }
      journal.take(account.summary)
    }
    #expect(stored.accountCount == Scenario.all.count - 1)
    #expect(journal.states == stored.states)
    #expect(journal.cleanClaims == stored.cleanClaims)
    #expect(journal.firstPass == stored.firstPass)
    #expect(journal.denied == stored.denied)
    #expect(journal.denials == stored.denials)
    #expect(journal.recodes == stored.recodes)
    #expect(journal.meanRecodeHours == stored.meanRecodeHours)
    #expect(journal.netCollection == stored.netCollection)
    #expect(journal.balance.open == stored.balance.open)
    #expect(journal.aging.total == stored.aging.total)
    #expect(stored.denied.part > 10 && stored.denied.part < stored.denied.whole)
  }

  private static let day = CalendarDate(year: 2026, month: 12, day: 31)!
}
