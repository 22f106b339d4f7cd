import Billing
import ClaimModel
import Testing

/// What stops an account's usual course: refused batches and claims, answers that fit nothing.
@Suite struct PatientAccountRefusalTests {
  @Test func refusedBatchIsSentAgainOnceAsANewClaim() {
    var desk = Desk()
    let first = desk.claim()
    let second = desk.apply(.batchRejected(first.controlNumber, Fixtures.superbill())).claim!
    #expect(second.frequency == .original)
    #expect(second.controlNumber.submission == 2)
    #expect(desk.apply(.batchRejected(first.controlNumber, Fixtures.superbill())).isEmpty)
    #expect(desk.apply(.batchRejected(second.controlNumber, Fixtures.superbill())).escalation == .batchRejected)
    #expect(desk.account.balance.charged == Money(cents: 18_300), "charged once, however often it is sent")
  }

  @Test func rejectionForACodeIsRecodedAndSentAsANewClaim() {
    var desk = Desk()
    let claim = desk.claim()
    let rejected = Fixtures.status(of: claim, rejected: ClaimStatusCode(category: "A7", code: "255"))
    #expect(desk.apply(.claimStatus(rejected)).recodeRequest?.refusals.first?.remarks == ["M76"])
    #expect(desk.apply(.claimStatus(rejected)).isEmpty)
    let again = desk.apply(.recoded(PatientAccountTests.recodedBill(), round: 1)).claim
    #expect(again?.frequency == .original)
    #expect(again?.originalClaimNumber == nil)
  }

  @Test func rejectionForAnythingElseIsForThePracticeAndThenForAPerson() {
    var desk = Desk()
    let claim = desk.claim()
    let status = ClaimStatusCode(category: "A7", code: "562", entity: "85")
    let actions = desk.apply(.claimStatus(Fixtures.status(of: claim, rejected: status)))
    #expect(actions.registrationQuery?.findings == ["277CA A7:562:85"])
    #expect(desk.account.state == .awaitingPractice)
    let answer = desk.apply(.registrationAnswered(nil, authorization: "", round: 1))
    #expect(answer.escalation == .nothingToCorrect)
    #expect(desk.account.review == "the practice has nothing to correct")
  }

  @Test func correctedRegistrationIsSentAsANewClaim() {
    var desk = Desk()
    let claim = desk.claim()
    let status = ClaimStatusCode(category: "A7", code: "164")
    _ = desk.apply(.claimStatus(Fixtures.status(of: claim, rejected: status)))
    var corrected = desk.superbill
    corrected.registration.coverages[0].member = "M101"
    #expect(desk.apply(.registrationAnswered(corrected, authorization: "", round: 2)).isEmpty, "of another round")
    let again = desk.apply(.registrationAnswered(corrected, authorization: "", round: 1)).claim
    #expect(again?.frequency == .original)
    #expect(again?.coverage.member == "M101")
    #expect(again?.controlNumber.submission == 2)
  }

  @Test func coderWhoStandsByRejectedCodesOrCannotAnswerCallsAPerson() {
    let status = ClaimStatusCode(category: "A7", code: "255")
    for (answer, expected) in [
      (AccountEvent.codingUpheld(round: 1), Escalation.codingUpheldAfterRejection),
      (.recodeUnanswerable(round: 1), .recodeUnanswerable),
    ] {
      var desk = Desk()
      let claim = desk.claim()
      _ = desk.apply(.claimStatus(Fixtures.status(of: claim, rejected: status)))
      #expect(desk.apply(answer).escalation == expected)
    }
  }

  @Test func answersOfEarlierRecodeRoundsAreIgnored() {
    var desk = Desk()
    let claim = desk.claim()
    _ = desk.pay(Fixtures.payment(of: claim, number: "P1", .refuse(.contractualObligation, "11", [])))
    #expect(desk.apply(.recoded(PatientAccountTests.recodedBill(), round: 0)).isEmpty)
    #expect(desk.apply(.codingUpheld(round: 2)).isEmpty)
    #expect(desk.account.state == .recoding)
  }

  @Test func unknownReasonStaysOpenAndCallsAPerson() {
    var desk = Desk()
    let claim = desk.claim()
    let actions = desk.pay(
      Fixtures.payment(of: claim, number: "P1", .refuse(.payerInitiated, "A0", []), .pay(contractual: 0, copay: 0)))
    #expect(
      actions.escalation
        == .refused(RecodeRequest.Refusal(line: 1, group: .payerInitiated, reason: "A0", remarks: [])))
    #expect(desk.account.balance.openInsurance == Money(cents: 16_500))
  }

  @Test func contractualReductionOfAWholeChargeIsNotGivenUp() {
    var desk = Desk()
    let claim = desk.claim()
    let actions = desk.pay(
      Fixtures.payment(
        of: claim, number: "P1", .refuse(.contractualObligation, "45", []), .pay(contractual: 0, copay: 0)))
    #expect(actions.escalation != nil)
    #expect(desk.account.balance.adjusted == .zero)
  }

  @Test func duplicateAnswerWaitsForTheOriginalOrCallsAPerson() {
    var desk = Desk()
    let claim = desk.claim()
    let duplicate = Fixtures.payment(of: claim, number: "P2", .refuse(.otherAdjustment, "18", []))
    #expect(desk.pay(duplicate).escalation == .duplicateWithoutOriginal)

    var other = Desk()
    let same = other.claim()
    let paid = other.pay(Fixtures.payment(of: same, number: "P1", answers: PatientAccountTests.clean))
    #expect(paid.statement != nil)
    let late = other.pay(Fixtures.payment(of: same, number: "P2", .refuse(.otherAdjustment, "18", [])))
    #expect(late.isEmpty)
    #expect(other.account.state == .awaitingPatient)
  }

  @Test func answersThatFitNothingPostNothing() {
    var desk = Desk()
    let claim = desk.claim()
    let payment = Fixtures.payment(of: claim, number: "P1", answers: PatientAccountTests.clean)
    var unbalanced = payment
    unbalanced.paid += Money(cents: 1)
    var foreign = payment
    foreign.controlNumber = "V0000000000TEST1-7"
    var other = payment
    other.charge += Money(cents: 1)
    other.lines[0].charge += Money(cents: 1)
    other.lines[0].paid += Money(cents: 1)
    other.paid += Money(cents: 1)
    for (event, expected) in [
      (AccountEvent.claimPayment(payment, payer: "OTHER"), SetAsideReason.otherPayer),
      (.claimPayment(unbalanced, payer: "ACMEHLTH"), .unbalanced),
      (.claimPayment(foreign, payer: "ACMEHLTH"), .otherCharge),
      (.claimPayment(other, payer: "ACMEHLTH"), .otherCharge),
    ] {
      var copy = desk
      let actions = copy.apply(event)
      #expect(actions.setAside == expected)
      #expect(actions.entries.isEmpty)
      #expect(copy.account == desk.account, "the account goes on as if nothing had come")
    }
  }

  @Test func incompleteSuperbillNeverLeaves() {
    var desk = Desk()
    var superbill = Fixtures.superbill()
    superbill.services[0].procedure = "0999Z"
    let actions = desk.apply(.superbillReceived(superbill))
    #expect(actions == [.escalate(.incompleteClaim([ScrubFinding(.missing, .charge, line: 1)]))])
    #expect(desk.account.state == .inReview)
  }

  @Test func secondPaymentIsNotTakenForIncome() {
    var desk = Desk()
    let claim = desk.claim()
    _ = desk.pay(Fixtures.payment(of: claim, number: "P1", .pay(contractual: 0, copay: 0)))
    let again = desk.pay(Fixtures.payment(of: claim, number: "P2", .pay(contractual: 0, copay: 0)))
    #expect(again.escalation == nil)
    #expect(desk.account.state == .awaitingRecoupment)
    #expect(desk.account.balance.openInsurance == Money(cents: -18_300))
    #expect(desk.account.balance.isBalanced)
  }

  @Test func moneyTakenBackAfterClosingReopensTheAccount() {
    var desk = Desk()
    let claim = desk.claim()
    let payment = Fixtures.payment(of: claim, number: "P1", .pay(contractual: 0, copay: 0))
    #expect(desk.pay(payment).closes)
    _ = desk.pay(Fixtures.reversal(of: payment))
    #expect(desk.account.state == .correcting)
    #expect(desk.apply(.followUpDue).isEmpty, "before its time")
    #expect(desk.wait().escalation == .noAnswer)
  }

  @Test func rejectedReplacementIsNotForgottenWhileAReversalIsUnexplained() {
    var desk = Desk()
    let claim = desk.claim()
    _ = desk.pay(Fixtures.payment(of: claim, number: "P1", .refuse(.contractualObligation, "11", [])))
    let replacement = desk.apply(.recoded(PatientAccountTests.recodedBill(), round: 1)).claim!
    _ = desk.pay(Fixtures.reversal(of: Fixtures.payment(of: claim, number: "P7", .pay(contractual: 0, copay: 0))))
    #expect(desk.account.state == .correcting)
    let status = ClaimStatusCode(category: "A7", code: "255")
    let actions = desk.apply(.claimStatus(Fixtures.status(of: replacement, rejected: status)))
    #expect(actions.recodeRequest?.round == 2)
  }

  @Test func returnedCheckCallsAPersonAndPostsNothing() {
    var desk = Desk()
    _ = desk.claim()
    let actions = desk.apply(.patientPaid(Money(cents: -2_500), reference: "R1"))
    #expect(actions == [.escalate(.invalidPatientPayment(Money(cents: -2_500)))])
  }
}
