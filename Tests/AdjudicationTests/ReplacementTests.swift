import Adjudication
import ClaimModel
import Testing

@Suite struct ReplacementTests {
  /// A history with one claim, P1, of which the visit was refused for its diagnosis.
  var history: ClaimHistory {
    var history = ClaimHistory()
    let claim = Fixtures.claim(diagnoses: ["Z0000", "Z0001"])
    history.apply(Fixtures.acme.adjudicate(claim, number: "P1", received: Fixtures.today, history: history))
    return history
  }

  @Test func replacementReversesThenCorrects() {
    let result = Fixtures.acme.adjudicate(
      Fixtures.claim(submission: 2, frequency: .replacement, original: "P1"), number: "P2",
      received: Fixtures.today.adding(days: 20), history: history)
    let (reversal, correction) = (result.payments[0], result.payments[1])
    let prior = history.claims[0].payment
    #expect(result.payments.count == 2)
    #expect(reversal.status == .reversal)
    #expect(reversal.payerClaimNumber == "P1")
    #expect(reversal.controlNumber == prior.controlNumber)
    #expect(reversal.charge == -prior.charge)
    #expect(reversal.paid == -prior.paid)
    #expect(reversal.allAdjustments.map(\.amount) == prior.allAdjustments.map { -$0.amount })
    #expect(reversal.isBalanced)
    #expect(reversal.patientResponsibility == .zero)
    #expect(correction.payerClaimNumber == "P2")
    #expect(correction.frequency == .replacement)
    #expect(correction.status == .processedAsPrimary)
    #expect(correction.lines.allSatisfy { $0.paid > .zero })
    var after = history
    after.apply(result)
    #expect(after.active("P1") == nil)
    #expect(after.active("P2") != nil)
  }

  @Test func voidOnlyReverses() {
    let result = Fixtures.acme.adjudicate(
      Fixtures.claim(submission: 2, frequency: .void, original: "P1"), number: "P2", received: Fixtures.today,
      history: history)
    #expect(result.payments.map(\.status) == [.reversal])
    #expect(result.record == nil)
    var after = history
    after.apply(result)
    #expect(after.claims.map(\.isReversed) == [true])
  }

  @Test(arguments: [ClaimFrequency.replacement, .void], [nil, "P9", "P0"] as [PayerClaimNumber?])
  func missingUnknownOrReversedOriginalIsRefused(frequency: ClaimFrequency, original: PayerClaimNumber?) {
    var history = history
    var reversed = history.claims[0]
    reversed.payment.payerClaimNumber = "P0"
    reversed.isReversed = true
    history.claims.append(reversed)
    let result = Fixtures.acme.adjudicate(
      Fixtures.claim(submission: 2, frequency: frequency, original: original), number: "P2",
      received: Fixtures.today, history: history)
    #expect(result.payments.map(\.status) == [.denied])
    #expect(result.payments[0].lines.map(\.reasons) == [["CO-16 165.00"], ["CO-16 18.00"]])
    #expect(result.payments[0].lines.allSatisfy { $0.remarks == ["M47"] })
    #expect(result.reversed == nil)
  }

  @Test func anotherMembersClaimCannotBeReplaced() {
    var claim = Fixtures.claim(submission: 2, frequency: .replacement, original: "P1")
    claim.coverage.member = "M999"
    let result = Fixtures.acme.adjudicate(claim, number: "P2", received: Fixtures.today, history: history)
    #expect(result.reversed == nil)
    #expect(result.payments[0].lines[0].remarks == ["M47"])
  }

  @Test func replacementIsInTimeWhenItsOriginalWas() {
    let late = Fixtures.today.adding(days: 500)
    let result = Fixtures.acme.adjudicate(
      Fixtures.claim(submission: 2, frequency: .replacement, original: "P1"), number: "P2", received: late,
      history: history)
    #expect(result.payments[1].status == .processedAsPrimary)
    #expect(result.record?.received == Fixtures.today)
  }
}
