import Billing
import ClaimModel
import Testing

@Suite struct LedgerTests {
  func entry(
    _ ordinal: Int, _ kind: LedgerEntry.Kind, _ debit: LedgerAccount, _ credit: LedgerAccount, _ cents: Int,
    visit: VisitID = "V1"
  ) -> LedgerEntry {
    LedgerEntry(
      ordinal: ordinal, visit: visit, kind: kind, debit: debit, credit: credit, amount: Money(cents: cents),
      cause: .derived(from: "ledger"), posted: Fixtures.now)
  }

  @Test func entriesAddUpByVisitAndAccount() {
    var ledger = Ledger()
    ledger.post([
      entry(1, .charge, .insuranceReceivable, .patientServiceRevenue, 18_300),
      entry(2, .insurancePayment, .insuranceCash, .insuranceReceivable, 7_300),
      entry(3, .contractualAdjustment, .contractualAdjustments, .insuranceReceivable, 8_500),
      entry(4, .patientResponsibility, .patientReceivable, .insuranceReceivable, 2_500),
      entry(1, .charge, .insuranceReceivable, .patientServiceRevenue, 1_000, visit: "V2"),
    ])
    let balance = ledger.balance(of: "V1")
    #expect(balance.charged == Money(cents: 18_300))
    #expect(balance.insurerPaid == Money(cents: 7_300))
    #expect(balance.adjusted == Money(cents: 8_500))
    #expect(balance.openInsurance == .zero)
    #expect(balance.openPatient == Money(cents: 2_500))
    #expect(balance.isBalanced)
    #expect(!balance.isSettled)
    #expect(ledger.balance.charged == Money(cents: 19_300))
    #expect(ledger.trialBalance.values.sum() == .zero)
    #expect(ledger.trialBalance[.patientServiceRevenue] == Money(cents: -19_300))
  }

  @Test func postingTheSameEntriesAgainDoesNothing() {
    let entries = [entry(1, .charge, .insuranceReceivable, .patientServiceRevenue, 100)]
    var ledger = Ledger(entries)
    ledger.post(entries)
    #expect(ledger.entries == entries)
  }
}
