import Billing
import ClaimModel
import Testing

/// Visits with more than one insurer. Charges: 99213 $165, 83036 $18; the first payer leaves a co-pay of $25.
@Suite struct CoordinationTests {
  private static let both = Fixtures.superbill(coverages: [Fixtures.acme, Fixtures.beacon])
  private static let clean = PatientAccountTests.clean

  /// A visit whose first payer has decided as usual, and the claim to the second one.
  private func secondClaim(_ desk: inout Desk) -> Claim? {
    let first = desk.claim(for: Self.both)
    return desk.pay(Fixtures.payment(of: first, number: "P1", answers: Self.clean)).claim
  }

  @Test func secondPayerIsToldEveryReasonOfTheFirst() throws {
    var desk = Desk()
    let claim = try #require(secondClaim(&desk))
    #expect(claim.responsibility == .secondary)
    #expect(claim.coverage == Fixtures.beacon)
    #expect(claim.frequency == .original)
    #expect(claim.totalCharge == Money(cents: 18_300))
    let other = try #require(claim.otherPayers.first)
    #expect(other.responsibility == .primary)
    #expect(other.coverage == Fixtures.acme)
    #expect(other.claimNumber == "P1")
    #expect(other.paid == Money(cents: 7_375))
    #expect(other.remaining == Money(cents: 2_500))
    #expect(other.decided == Fixtures.today)
    #expect(
      claim.lines[0].otherPayments == [
        OtherPayerPayment(
          payer: "ACMEHLTH", paid: Money(cents: 6_400),
          adjustments: [
            Adjustment(group: .contractualObligation, reason: "45", amount: Money(cents: 7_600)),
            Adjustment(group: .patientResponsibility, reason: "3", amount: Money(cents: 2_500)),
          ])
      ])
    #expect(claim.balancesOtherPayers)
    #expect(desk.account.balance.openInsurance == Money(cents: 2_500))
    #expect(desk.account.balance.openPatient == .zero, "the patient is not asked yet")
  }

  @Test(arguments: [Fixtures.LaterAnswer.wholeImpact, .repeatedReduction])
  func whatTheSecondPayerTakesOverIsPostedOnceHoweverItIsWorded(answer: Fixtures.LaterAnswer) throws {
    var desk = Desk()
    let claim = try #require(secondClaim(&desk))
    let actions = desk.pay(
      Fixtures.laterPayment(of: claim, number: "B1", leaving: 40, answer), payer: "BEACON1")
    #expect(actions.statement == Money(cents: 1_000))
    #expect(desk.account.balance.insurerPaid == Money(cents: 7_375 + 1_500))
    #expect(desk.account.balance.adjusted == Money(cents: 8_425), "no reduction counts twice")
    #expect(desk.account.balance.isBalanced)
  }

  @Test func secondPayerThatPaysTheRestClosesTheAccount() throws {
    var desk = Desk()
    let claim = try #require(secondClaim(&desk))
    #expect(desk.pay(Fixtures.laterPayment(of: claim, number: "B1"), payer: "BEACON1").closes)
    #expect(desk.account.balance.patientPaid == .zero)
  }

  @Test func thirdPayerIsToldOfBoth() throws {
    var desk = Desk()
    let all = Fixtures.superbill(coverages: [Fixtures.acme, Fixtures.beacon, Fixtures.cedar])
    let first = desk.claim(for: all)
    let second = try #require(desk.pay(Fixtures.payment(of: first, number: "P1", answers: Self.clean)).claim)
    let third = try #require(
      desk.pay(Fixtures.laterPayment(of: second, number: "B1", leaving: 40), payer: "BEACON1").claim)
    #expect(third.responsibility == .tertiary)
    #expect(third.otherPayers.map(\.responsibility) == [.primary, .secondary])
    #expect(third.lines[0].otherPayments.map(\.payer) == ["ACMEHLTH", "BEACON1"])
    #expect(third.balancesOtherPayers)
    #expect(desk.account.balance.openInsurance == Money(cents: 1_000))
    #expect(desk.pay(Fixtures.laterPayment(of: third, number: "C1"), payer: "CEDAR01").closes)
  }

  @Test func nothingIsBilledToTheSecondPayerWhenTheFirstPaysAll() {
    var desk = Desk()
    let first = desk.claim(for: Self.both)
    let actions = desk.pay(Fixtures.payment(of: first, number: "P1", .pay(contractual: 500, copay: 0)))
    #expect(actions.claim == nil)
    #expect(actions.closes)
  }

  @Test(arguments: [true, false])
  func forwardedClaimIsNotSentAgainAndItsAnswerMayComeFirst(isEarly: Bool) throws {
    var desk = Desk()
    let first = desk.claim(for: Self.both)
    let paid = Self.sentOn(Fixtures.payment(of: first, number: "P1", answers: Self.clean))
    let answer = Fixtures.laterPayment(of: Self.told(first, paid), number: "X1")
    if isEarly {
      #expect(desk.pay(answer, payer: "BEACON1").isEmpty)
      #expect(desk.account.held.count == 1)
      let both = desk.pay(paid)
      #expect(both.claim == nil)
      #expect(both.closes)
    } else {
      #expect(desk.pay(paid).claim == nil)
      #expect(desk.account.state == .accepted)
      #expect(desk.pay(answer, payer: "BEACON1").closes)
    }
    #expect(desk.account.held.isEmpty)
    #expect(desk.account.balance.insurerPaid == Money(cents: 7_375 + 2_500))
    #expect(desk.ledger.balance == desk.account.balance)
  }

  @Test func payerThatIsSecondInTurnIsBilledAfterTheOther() throws {
    var desk = Desk()
    let first = desk.claim(for: Self.both)
    let other = try #require(
      desk.pay(Fixtures.payment(of: first, number: "P1", .refuse(.otherAdjustment, "22", []))).claim)
    #expect(other.coverage.payer == "BEACON1")
    #expect(other.responsibility == .primary)
    #expect(other.otherPayers.isEmpty)
    let back = try #require(
      desk.pay(Fixtures.payment(of: other, number: "B1", answers: Self.clean), payer: "BEACON1").claim)
    #expect(back.coverage.payer == "ACMEHLTH")
    #expect(back.responsibility == .secondary)
    #expect(back.frequency == .original)
    #expect(back.otherPayers.map(\.coverage.payer) == ["BEACON1"])
    #expect(desk.pay(Fixtures.laterPayment(of: back, number: "P2")).closes)
  }

  @Test func wrongPayerIsLeftForTheOther() throws {
    var desk = Desk()
    let first = desk.claim(for: Self.both)
    let other = try #require(
      desk.pay(Fixtures.payment(of: first, number: "P1", .refuse(.otherAdjustment, "109", []))).claim)
    #expect(other.responsibility == .primary)
    let actions = desk.pay(Fixtures.payment(of: other, number: "B1", answers: Self.clean), payer: "BEACON1")
    #expect(actions.claim == nil, "the wrong payer is not asked again")
    #expect(actions.statement == Money(cents: 2_500))
  }

  @Test func notEligibleAndNoOtherPayerIsThePatients() {
    var desk = Desk()
    let claim = desk.claim()
    let refused = desk.pay(Fixtures.payment(of: claim, number: "P1", .refuse(.contractualObligation, "27", [])))
    #expect(refused.registrationQuery?.refusals.first?.reason == "27")
    let actions = desk.apply(.registrationAnswered(nil, authorization: "", round: 1))
    #expect(actions.statement == Money(cents: 18_300))
    #expect(actions.entries.map(\.kind) == [.refusalBilledToPatient])
  }

  @Test func authorizationThatThePracticeFindsGoesOutWithAReplacement() throws {
    var desk = Desk()
    let claim = desk.claim()
    _ = desk.pay(Fixtures.payment(of: claim, number: "P1", .refuse(.contractualObligation, "197", [])))
    let again = try #require(desk.apply(.registrationAnswered(nil, authorization: "A77", round: 1)).claim)
    #expect(again.authorizationNumber == "A77")
    #expect(again.frequency == .replacement)
    #expect(again.originalClaimNumber == "P1")
  }

  @Test func claimReturnedAsUnprocessableIsNotReplaced() throws {
    var desk = Desk()
    let claim = desk.claim()
    _ = desk.pay(Fixtures.payment(of: claim, number: "P1", .refuse(.contractualObligation, "16", ["MA130"])))
    var corrected = desk.superbill
    corrected.registration.coverages[0].member = "M101"
    let again = try #require(desk.apply(.registrationAnswered(corrected, authorization: "", round: 1)).claim)
    #expect(again.frequency == .original)
    #expect(again.originalClaimNumber == nil)
    #expect(desk.pay(Fixtures.payment(of: again, number: "P2", .pay(contractual: 0, copay: 0))).closes)
  }

  @Test func earlierPayerThatTakesItsDecisionBackCallsAPerson() throws {
    var desk = Desk()
    let first = desk.claim(for: Self.both)
    let paid = Fixtures.payment(of: first, number: "P1", answers: Self.clean)
    _ = desk.pay(paid)
    let actions = desk.pay(Fixtures.reversal(of: paid))
    #expect(actions.escalation == .earlierPayerReversed("P1"))
    #expect(desk.account.balance.insurerPaid == .zero, "the money is posted all the same")
    #expect(desk.account.balance.isBalanced)
  }

  @Test func secondPayerThatWasSentTheClaimAndIsSilentIsBilledItself() throws {
    var desk = Desk()
    let first = desk.claim(for: Self.both)
    _ = desk.pay(Self.sentOn(Fixtures.payment(of: first, number: "P1", answers: Self.clean)))
    _ = desk.wait()
    #expect(desk.wait().escalation == .noAnswer)
    let claim = try #require(
      desk.apply(.reviewResolved(ReviewResolution(visit: desk.account.visit, decision: .resubmit))).claim)
    #expect(claim.coverage == Fixtures.beacon && claim.responsibility == .secondary && claim.frequency == .original)
    #expect(claim.otherPayers.map(\.claimNumber) == ["P1"])
    #expect(desk.pay(Fixtures.laterPayment(of: claim, number: "B1"), payer: "BEACON1").closes)
  }

  @Test func whatThePracticeCorrectsForASecondPayerThatWasSentTheClaimGoesToThatOne() throws {
    var desk = Desk()
    let first = desk.claim(for: Self.both)
    let paid = Self.sentOn(Fixtures.payment(of: first, number: "P1", answers: Self.clean))
    _ = desk.pay(paid)
    var refused = Fixtures.laterPayment(of: Self.told(first, paid), number: "X1", .denied)
    for index in refused.lines.indices {
      refused.lines[index].adjustments = [
        Adjustment(group: .contractualObligation, reason: "31", amount: refused.lines[index].charge)
      ]
    }
    #expect(desk.pay(refused, payer: "BEACON1").registrationQuery != nil)
    var corrected = Self.both
    corrected.registration.coverages[1].member = "B201"
    let claim = try #require(desk.apply(.registrationAnswered(corrected, authorization: "", round: 1)).claim)
    #expect(claim.coverage.payer == "BEACON1" && claim.responsibility == .secondary)
  }

  /// The second payer refuses a code: a person has the coders asked, and the corrected claim goes to the first payer again.
  /// - Returns: that claim, and the second payer's refusal.
  private func recoded(_ desk: inout Desk) throws -> (claim: Claim, first: ClaimPayment, refusal: ClaimPayment) {
    let first = desk.claim(for: Self.both)
    let paid = Fixtures.payment(of: first, number: "P1", answers: Self.clean)
    let second = try #require(desk.pay(paid).claim)
    let refusal = Fixtures.laterPayment(of: second, number: "B1", .denied)
    _ = desk.pay(refusal, payer: "BEACON1")
    desk.account.state = .inReview
    let resolution = ReviewResolution(visit: desk.account.visit, decision: .recode)
    let round = try #require(desk.apply(.reviewResolved(resolution)).recodeRequest?.round)
    var bill = Self.both
    bill.services[0].procedure = "99214"
    return (try #require(desk.apply(.recoded(bill, round: round)).claim), paid, refusal)
  }

  @Test func codesThatTheSecondPayerRefusedGoToTheFirstOneAgainAndFromThereToTheSecond() throws {
    var desk = Desk()
    let (again, paid, refusal) = try recoded(&desk)
    #expect(again.coverage == Fixtures.acme && again.responsibility == .primary && again.otherPayers.isEmpty)
    #expect(again.frequency == .replacement && again.originalClaimNumber == "P1")
    #expect(desk.pay(Fixtures.reversal(of: paid)).claim == nil)
    #expect(desk.account.balance.openPatient == .zero, "the patient's part was billed on, and is taken back from there")
    let corrected = Fixtures.payment(of: again, number: "P2", .pay(contractual: 500, copay: 300))
    let told = try #require(desk.pay(corrected).claim)
    #expect(told.coverage == Fixtures.beacon && told.responsibility == .secondary)
    #expect(told.frequency == .replacement && told.originalClaimNumber == "B1")
    #expect(told.otherPayers.map(\.claimNumber) == ["P2"] && told.balancesOtherPayers)
    _ = desk.pay(Fixtures.reversal(of: refusal), payer: "BEACON1")
    #expect(desk.pay(Fixtures.laterPayment(of: told, number: "B2"), payer: "BEACON1").closes)
    #expect(desk.account.balance.isSettled)
    #expect(desk.account.balance.insurerPaid == again.totalCharge - Money(cents: 1_000))
    #expect(desk.ledger.balance == desk.account.balance)
  }

  /// The first payer sends its corrected claim on: the second one's answer has the corrected claim's number and takes the
  /// place of the one before. It may come before the first payer's decision.
  @Test(arguments: [true, false])
  func answerToACorrectedClaimThatWasSentOnTakesThePlaceOfTheOneBefore(isEarly: Bool) throws {
    var desk = Desk()
    let (again, paid, refusal) = try recoded(&desk)
    let corrected = Self.sentOn(Fixtures.payment(of: again, number: "P2", .pay(contractual: 500, copay: 800)))
    let answer = Fixtures.laterPayment(of: Self.told(again, corrected), number: "X2", leaving: 50)
    #expect(desk.account.reasonToSetAside(answer, "BEACON1") == nil)
    if isEarly { #expect(desk.pay(answer, payer: "BEACON1").isEmpty) }
    _ = desk.pay(Fixtures.reversal(of: paid))
    #expect(desk.pay(corrected).claim == nil, "the second payer has the claim")
    if !isEarly { _ = desk.pay(answer, payer: "BEACON1") }
    let actions = desk.pay(Fixtures.reversal(of: refusal), payer: "BEACON1")
    #expect(actions.statement == corrected.patientResponsibility - answer.paid)
    #expect(desk.account.held.isEmpty)
    #expect(desk.account.balance.insurerPaid == corrected.paid + answer.paid)
    #expect(desk.ledger.balance == desk.account.balance)
  }

  private static func sentOn(_ payment: ClaimPayment) -> ClaimPayment {
    var payment = payment
    payment.isForwarded = true
    return payment
  }

  /// The claim as the next payer gets it from the first one.
  private static func told(_ claim: Claim, _ payment: ClaimPayment) -> Claim {
    var told = claim
    for index in told.lines.indices {
      told.lines[index].otherPayments = [
        OtherPayerPayment(
          payer: claim.coverage.payer, paid: payment.lines[index].paid, adjustments: payment.lines[index].adjustments)
      ]
    }
    return told
  }
}
