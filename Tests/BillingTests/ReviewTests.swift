import Billing
import ClaimModel
import Testing

/// What a person decides about accounts that wait for one. `PatientAccountPropertyTests` lets people decide at random and
/// sees every account end.
@Suite struct ReviewTests {
  private static func resolved(
    _ desk: inout Desk, _ decision: ReviewResolution.Decision, reason: String = ""
  ) -> [AccountAction] {
    desk.apply(
      .reviewResolved(
        ReviewResolution(visit: desk.account.visit, decision: decision, reason: reason, decidedBy: "jo")))
  }

  /// An account whose payer wants records of the second line, 18.00 of 183.00.
  private static func recordsWanted() -> (desk: Desk, payment: ClaimPayment, claim: Claim) {
    var desk = Desk()
    let claim = desk.claim()
    let payment = Fixtures.payment(
      of: claim, number: "P1",
      answers: [.pay(contractual: 1_000, copay: 0), .refuse(.contractualObligation, "252", ["N706"])])
    _ = desk.pay(payment)
    #expect(desk.account.state == .inReview && desk.account.review == "refused CO-252 N706")
    return (desk, payment, claim)
  }

  @Test func recordsAreSentAndTheAnswerClosesTheAccount() {
    var (desk, payment, claim) = Self.recordsWanted()
    let actions = Self.resolved(&desk, .sendRecords)
    let appeal = actions.compactMap { action -> Appeal? in
      if case .submitAppeal(let appeal) = action { appeal } else { nil }
    }.first
    #expect(appeal?.hasRecords == true && appeal?.payerClaimNumber == "P1")
    #expect(desk.account.state == .appealing && desk.account.followUp != nil && desk.account.review.isEmpty)
    // Whatever else comes meanwhile does not call a person again.
    _ = desk.apply(.patientPaid(Money(cents: 100), reference: "early"))
    #expect(desk.account.state == .appealing)
    _ = desk.apply(.appealDecided("P1", .overturned))
    #expect(desk.account.state == .correcting)
    _ = desk.pay(Fixtures.reversal(of: payment))
    let paid = Fixtures.payment(
      of: claim, number: "P2", answers: [.pay(contractual: 1_000, copay: 0), .pay(contractual: 0, copay: 0)])
    _ = desk.pay(paid)
    #expect(desk.account.state == .closed && desk.account.balance.isSettled)
    #expect(desk.account.resolutions.map(\.review) == ["refused CO-252 N706"])
  }

  @Test func recordsThatDoNotHelpComeBackToThePerson() {
    var (desk, _, _) = Self.recordsWanted()
    _ = Self.resolved(&desk, .sendRecords)
    _ = desk.apply(.appealDecided("P1", .upheld))
    #expect(desk.account.state == .inReview && desk.account.review == "refused CO-252 N706")
    let actions = Self.resolved(&desk, .writeOff, reason: "not worth more")
    #expect(actions.entries.map(\.kind) == [.writeOffApproved])
    #expect(desk.account.state == .closed && desk.account.balance.isSettled)
    #expect(desk.account.resolutions.map(\.reason) == ["", "not worth more"])
    #expect(desk.account.resolutions.map(\.decidedBy) == ["jo", "jo"])
  }

  @Test func whatAPersonHasDisposedOfIsOpenAgainWhenThePayerDecidesAfterAll() {
    for decision in [ReviewResolution.Decision.writeOff, .billPatient] {
      var (desk, payment, claim) = Self.recordsWanted()
      _ = Self.resolved(&desk, decision)
      #expect(desk.account.balance.openInsurance == .zero)
      _ = desk.pay(Fixtures.reversal(of: payment))
      #expect(desk.account.state == .correcting && desk.account.balance.openInsurance == claim.totalCharge)
      #expect(desk.account.balance.writtenOff == .zero && desk.account.balance.openPatient == .zero)
      _ = desk.pay(
        Fixtures.payment(
          of: claim, number: "P2", answers: [.pay(contractual: 0, copay: 0), .pay(contractual: 0, copay: 0)]))
      #expect(desk.account.state == .closed && desk.account.balance.insurerPaid == claim.totalCharge)
    }
  }

  @Test func claimThatNobodyAnswersIsWaitedForSentAgainOrGivenUp() {
    func unanswered() -> Desk {
      var desk = Desk()
      let claim = desk.claim()
      _ = desk.apply(.claimStatus(Fixtures.status(of: claim)))
      _ = desk.wait()
      #expect(desk.wait().escalation == .noAnswer)
      return desk
    }
    var patient = unanswered()
    #expect(Self.resolved(&patient, .carryOn).isEmpty)
    #expect(patient.account.state == .accepted && patient.account.followUp != nil)
    var again = unanswered()
    #expect(Self.resolved(&again, .resubmit).claim?.controlNumber.submission == 2)
    var given = unanswered()
    _ = Self.resolved(&given, .writeOff)
    #expect(given.account.state == .closed && given.account.balance.writtenOff == Money(cents: 18_300))
    _ = given.apply(.followUpDue)
    #expect(given.account.state == .closed)
  }

  @Test func coderAndPracticeAreAskedAboveTheLimit() {
    var desk = Desk()
    var rules = BillingRules.standard
    rules.maximumRecodeRounds = 0
    let claim = desk.claim()
    let payment = Fixtures.payment(
      of: claim, number: "P1",
      answers: [.refuse(.contractualObligation, "11", []), .pay(contractual: 0, copay: 0)])
    #expect(desk.apply(.claimPayment(payment, payer: "ACMEHLTH"), rules: rules).escalation == .recodeLimit)
    #expect(Self.resolved(&desk, .recode).recodeRequest?.refusals.map(\.reason) == ["11"])
    #expect(desk.account.state == .recoding)
    _ = desk.apply(.recodeUnanswerable(round: 1), rules: rules)
    #expect(Self.resolved(&desk, .askPractice).registrationQuery?.refusals.map(\.reason) == ["11"])
    #expect(desk.account.state == .awaitingPractice)
  }

  @Test func refundAboveTheLimitIsApproved() {
    var desk = Desk()
    var rules = BillingRules.standard
    rules.refundLimit = .zero
    var bill = Fixtures.superbill()
    bill.registration.coverages = []
    _ = desk.apply(.superbillReceived(bill), rules: rules)
    _ = desk.apply(.patientPaid(Money(cents: 20_000), reference: "R1"), rules: rules)
    #expect(desk.account.state == .inReview)
    let actions = Self.resolved(&desk, .refund)
    #expect(actions.contains(.refundPatient(Money(cents: 1_700))))
    #expect(desk.account.state == .closed && desk.account.balance.isSettled)
  }

  /// Other codes cost less than what the payer has left to the patient: that is no credit of the payer's.
  @Test func payerGetsNothingBackThatItHasNotPaid() throws {
    var desk = Desk()
    let claim = desk.claim()
    let answers: [Fixtures.LineAnswer] = [
      .refuse(.patientResponsibility, "204", []), .refuse(.contractualObligation, "146", []),
    ]
    let round = try #require(desk.pay(Fixtures.payment(of: claim, number: "P1", answers: answers)).recodeRequest?.round)
    var bill = Fixtures.superbill(diagnoses: ["E1165", "I10"])
    bill.services[0].procedure = "99212"
    let again = try #require(desk.apply(.recoded(bill, round: round)).claim)
    #expect(desk.account.balance.openInsurance == again.totalCharge - Money(cents: 16_500))
    let rejected = Fixtures.status(of: again, rejected: ClaimStatusCode(category: "A7", code: "54"))
    #expect(desk.apply(.claimStatus(rejected)).escalation != nil)
    let actions = Self.resolved(&desk, .refund)
    #expect(actions.entries.map(\.kind) == [.patientResponsibility])
    #expect(actions.statement == again.totalCharge && desk.account.balance.insurerPaid == .zero)
  }

  @Test func whatCannotBeDoneIsRefusedAndChangesNothing() {
    var (desk, _, _) = Self.recordsWanted()
    for decision in [ReviewResolution.Decision.nextPayer, .refund] {
      let before = desk.account
      guard case .refuse? = Self.resolved(&desk, decision).first else {
        Issue.record("\(decision) was not refused")
        continue
      }
      #expect(desk.account == before)
    }
    _ = Self.resolved(&desk, .writeOff)
    #expect(
      Self.resolved(&desk, .writeOff) == [.refuse("the account waits for no person: it is closed")])
  }
}
