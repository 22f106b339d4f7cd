import Billing
import ClaimModel
import Testing

/// What happens when nothing comes: statements, status inquiries, recoupments.
@Suite struct FollowUpTests {
  private func billed(_ desk: inout Desk) -> Statement? {
    let claim = desk.claim()
    return desk.pay(Fixtures.payment(of: claim, number: "P1", answers: PatientAccountTests.clean)).fullStatement
  }

  @Test func statementsComeEveryThirtyDaysAndThenAnAgency() {
    var desk = Desk()
    #expect(
      billed(&desk) == Statement(amount: Money(cents: 2_500), due: Fixtures.today.adding(days: 30), notice: 1))
    for notice in 2...3 {
      let statement = desk.wait().fullStatement
      #expect(
        statement
          == Statement(
            amount: Money(cents: 2_500), due: Fixtures.today.adding(days: 30 * notice), notice: notice))
    }
    let last = desk.wait()
    #expect(last.entries.map(\.kind) == [.placedInCollections])
    #expect(desk.account.state == .inCollections)
    #expect(desk.account.balance.inCollections == Money(cents: 2_500))
    #expect(desk.account.followUp == nil)
    #expect(desk.apply(.patientPaid(Money(cents: 2_500), reference: "agency")).closes)
    #expect(desk.account.balance.isSettled)
  }

  @Test func reminderBeforeItsTimeSaysNothing() {
    var desk = Desk()
    _ = billed(&desk)
    let before = desk.account
    #expect(desk.apply(.followUpDue).isEmpty)
    #expect(desk.account == before)
  }

  @Test func partialPaymentBeginsTheCycleAnew() {
    var desk = Desk()
    _ = billed(&desk)
    _ = desk.wait()
    let statement = desk.apply(.patientPaid(Money(cents: 1_000), reference: "R1")).fullStatement
    #expect(statement?.amount == Money(cents: 1_500))
    #expect(statement?.notice == 1)
  }

  @Test func whatIsNotWorthAStatementIsWrittenOff() {
    var desk = Desk()
    let claim = desk.claim()
    let actions = desk.pay(
      Fixtures.payment(of: claim, number: "P1", .pay(contractual: 0, copay: 499), .pay(contractual: 0, copay: 0)))
    #expect(actions.statement == nil)
    #expect(actions.entries.last?.kind == .writeOffSmallBalance)
    #expect(actions.closes)
    var other = Desk()
    let another = other.claim()
    #expect(
      other.pay(
        Fixtures.payment(of: another, number: "P1", .pay(contractual: 0, copay: 500), .pay(contractual: 0, copay: 0))
      ).statement == Money(cents: 500))
  }

  @Test func smallBalanceThatTheInsurerTakesBackIsNoCredit() {
    var desk = Desk()
    let claim = desk.claim()
    let paid = Fixtures.payment(of: claim, number: "P1", .pay(contractual: 0, copay: 200))
    #expect(desk.pay(paid).closes)
    _ = desk.pay(Fixtures.reversal(of: paid))
    let again = desk.pay(Fixtures.payment(of: claim, number: "P2", .pay(contractual: 0, copay: 0)))
    #expect(again.closes)
    #expect(desk.account.balance.writtenOff == .zero)
    #expect(desk.account.balance.patientPaid == .zero)
  }

  @Test func paymentPlanAsksForAPartEachCycle() {
    var rules = BillingRules.standard
    rules.statements.planMinimum = Money(cents: 10_000)
    rules.statements.planParts = 3
    var desk = Desk()
    let bill = Fixtures.superbill(coverages: [])
    #expect(desk.apply(.superbillReceived(bill), rules: rules).statement == Money(cents: 6_100))
    #expect(desk.apply(.patientPaid(Money(cents: 6_100), reference: "R1"), rules: rules).isEmptyButMoney)
    #expect(desk.wait(rules: rules).statement == Money(cents: 6_100))
    #expect(desk.apply(.patientPaid(Money(cents: 6_100), reference: "R2"), rules: rules).isEmptyButMoney)
    #expect(desk.wait(rules: rules).statement == Money(cents: 6_100))
    #expect(desk.apply(.patientPaid(Money(cents: 6_100), reference: "R3"), rules: rules).closes)
  }

  @Test func claimWithoutAnswerIsAskedForAndThenSentAgain() {
    var desk = Desk()
    let claim = desk.claim()
    let asked = desk.wait()
    #expect(
      asked == [
        .inquire(
          StatusInquiry(
            payer: "ACMEHLTH", controlNumber: claim.controlNumber, charge: Money(cents: 18_300),
            dateOfService: claim.lines[0].dateOfService))
      ])
    let again = desk.wait().claim
    #expect(again?.controlNumber.submission == 2)
    #expect(again?.frequency == .original)
    _ = desk.wait()
    #expect(desk.wait().escalation == .noAnswer, "once is enough")
    let late = desk.pay(Fixtures.payment(of: claim, number: "P1", .pay(contractual: 0, copay: 0)))
    #expect(!late.entries.isEmpty, "a late answer to the first claim is posted")
  }

  @Test func claimThatThePayerTookIsNotSentAgain() {
    var desk = Desk()
    let claim = desk.claim()
    _ = desk.apply(.claimStatus(Fixtures.status(of: claim)))
    #expect(desk.wait().count == 1)
    #expect(desk.wait().escalation == .noAnswer)
  }

  @Test(arguments: [("A4", true), ("D0", true), ("P1", false), ("F1", false)])
  func answerToAnInquiryDecidesWhetherTheClaimIsSentAgain(category: String, isSent: Bool) {
    var desk = Desk()
    let claim = desk.claim()
    let status = ClaimStatusCode(category: category, code: "35")
    #expect(desk.apply(.statusReported(claim.controlNumber, status)).isEmpty, "nobody asked")
    _ = desk.wait()
    #expect((desk.apply(.statusReported(claim.controlNumber, status)).claim != nil) == isSent)
  }

  @Test func overpaymentIsTakenBackWithAnotherPayment() {
    var desk = Desk()
    let claim = desk.claim()
    _ = desk.pay(Fixtures.payment(of: claim, number: "P1", .pay(contractual: 0, copay: 0)))
    _ = desk.pay(Fixtures.payment(of: claim, number: "P2", .pay(contractual: 0, copay: 0)))
    #expect(desk.account.state == .awaitingRecoupment)
    let event = AccountEvent.recouped(Money(cents: 18_300), payer: "ACMEHLTH", reference: "T9 0")
    #expect(desk.apply(event).entries.map(\.kind) == [.recoupment])
    #expect(desk.account.state == .closed)
    #expect(desk.account.balance.insurerPaid == Money(cents: 18_300))
    #expect(desk.apply(event).isEmpty)
  }

  @Test func overpaymentThatIsNotTakenBackIsGivenBack() {
    var desk = Desk()
    let claim = desk.claim()
    _ = desk.pay(Fixtures.payment(of: claim, number: "P1", .pay(contractual: 0, copay: 0)))
    _ = desk.pay(Fixtures.payment(of: claim, number: "P2", .pay(contractual: 0, copay: 0)))
    let actions = desk.wait()
    #expect(actions.contains(.refundInsurer("ACMEHLTH", Money(cents: 18_300))))
    #expect(actions.entries.map(\.kind) == [.insurerRefund])
    #expect(desk.account.state == .closed)
  }

  @Test func onlyWhatWasPaidTwiceIsOwedBackNotWhatWasGivenUpTwice() {
    var desk = Desk()
    let claim = desk.claim()
    let first = Fixtures.payment(of: claim, number: "P1", .pay(contractual: 500, copay: 0))
    _ = desk.pay(first)
    let again = desk.pay(Fixtures.payment(of: claim, number: "P2", .pay(contractual: 500, copay: 0)))
    #expect(again.entries.map(\.kind) == [.insurancePayment])
    #expect(desk.account.balance.openInsurance == -first.paid)
    // The payer takes the first one back instead: the second one now counts in full.
    #expect(desk.pay(Fixtures.reversal(of: first)).closes)
    #expect(desk.account.balance.adjusted == Money(cents: 1_000))
    #expect(desk.account.balance.insurerPaid == first.paid)
  }

  @Test func takingBackMoreThanWasOverpaidCallsAPerson() {
    var desk = Desk()
    let claim = desk.claim()
    _ = desk.pay(Fixtures.payment(of: claim, number: "P1", .pay(contractual: 0, copay: 0)))
    let actions = desk.apply(.recouped(Money(cents: 100), payer: "ACMEHLTH", reference: "T9 0"))
    #expect(actions.escalation == .recouped(Money(cents: 100)))
    #expect(desk.account.balance.openInsurance == Money(cents: 100))
  }

  @Test func refusalsAreWorkedByDeadlineAndThenByValue() {
    var work: [OpenWork] = []
    for (index, days) in [(1, 0), (2, 5), (3, 0)] {
      var desk = Desk(VisitID("V000000000TEST\(index)"))
      desk.now = desk.now.adding(milliseconds: Int64(days) * 86_400_000)
      var bill = Fixtures.superbill(visit: desk.account.visit)
      if index == 3 { bill.services[0].procedure = "99215" }
      let claim = desk.claim(for: bill)
      _ = desk.pay(Fixtures.payment(of: claim, number: "P1", .refuse(.contractualObligation, "252", [])))
      if let item = desk.account.openWork(.standard) { work.append(item) }
    }
    #expect(work.sorted().map(\.visit) == ["V000000000TEST3", "V000000000TEST1", "V000000000TEST2"])
    #expect(work.first?.deadline == Fixtures.today.adding(days: 120))
    #expect(work.first?.reason == "refused CO-252")
    #expect(work.first?.value == Money(cents: 18_300))
  }

  @Test func rejectedClaimCanBeFiledUntilTheTimeToFileIsOver() {
    var desk = Desk()
    let claim = desk.claim()
    let status = ClaimStatusCode(category: "A7", code: "164")
    _ = desk.apply(.claimStatus(Fixtures.status(of: claim, rejected: status)))
    #expect(
      desk.account.openWork(.standard)?.deadline == claim.lines[0].dateOfService.adding(days: 365))
  }

  @Test func appealIsNotMadeAfterItsWindow() {
    var desk = Desk()
    let claim = desk.claim()
    _ = desk.pay(Fixtures.payment(of: claim, number: "P1", .refuse(.contractualObligation, "11", [])))
    desk.now = desk.now.adding(milliseconds: 121 * 86_400_000)
    let actions = desk.apply(.codingUpheld(round: 1))
    #expect(actions.appeal == nil)
    #expect(actions.entries.map(\.kind) == [.writeOffAppealLimit])
  }

  @Test func whatCannotBeAppealedIsWrittenOffAsSuch() {
    var rules = BillingRules.standard
    rules.triage.rules.insert(TriageRule([], ["29"], .refused([.correct, .writeOff])), at: 0)
    rules.maximumRegistrationQueries = 0
    var desk = Desk()
    let claim = desk.claim()
    let actions = desk.apply(
      .claimPayment(
        Fixtures.payment(of: claim, number: "P1", .refuse(.contractualObligation, "29", [])), payer: "ACMEHLTH"),
      rules: rules)
    #expect(actions.entries.map(\.kind) == [.writeOffNotBillable])
    #expect(actions.closes)
  }

  @Test func writeOffAboveTheLimitIsForAPerson() {
    var rules = BillingRules.standard
    rules.writeOffLimit = Money(cents: 10_000)
    rules.maximumAppeals = 0
    var desk = Desk()
    let claim = desk.claim()
    let actions = desk.apply(
      .claimPayment(
        Fixtures.payment(of: claim, number: "P1", .refuse(.contractualObligation, "29", [])), payer: "ACMEHLTH"),
      rules: rules)
    #expect(actions.escalation == .writeOffLimit(Money(cents: 16_500)))
    #expect(desk.account.balance.writtenOff == .zero)
  }
}

extension [AccountAction] {
  /// Whether money moved and nothing else happened.
  fileprivate var isEmptyButMoney: Bool { allSatisfy { if case .post = $0 { true } else { false } } }
}
