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
    var paid = Fixtures.payment(of: first, number: "P1", answers: Self.clean)
    paid.isForwarded = true
    var forwarded = first
    for index in forwarded.lines.indices {
      forwarded.lines[index].otherPayments = [
        OtherPayerPayment(
          payer: "ACMEHLTH", paid: paid.lines[index].paid, adjustments: paid.lines[index].adjustments)
      ]
    }
    let answer = Fixtures.laterPayment(of: forwarded, number: "X1")
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
}
