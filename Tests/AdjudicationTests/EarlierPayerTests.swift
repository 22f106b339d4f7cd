import Adjudication
import ClaimModel
import Testing

/// Claims to a later payer: row 6 of the table and what is paid after an earlier payer's decision.
@Suite struct EarlierPayerTests {
  /// An earlier payer's effect is OA-23, and what it left is paid as far as this plan would have.
  @Test(arguments: [
    (20_00, ["OA-23 145.00"], 20_00), (89_00, ["OA-23 76.00", "PR-3 25.00"], 64_00),
    (100_00, ["CO-45 11.00", "OA-23 65.00", "PR-3 25.00"], 64_00), (0, ["OA-23 165.00"], 0),
  ])
  func earlierPayersEffectIsTold(left: Int, reasons: [String], paid: Int) {
    var claim = Fixtures.claim([Fixtures.line("99213", 165)])
    claim.responsibility = .secondary
    let patient = Adjustment(group: .patientResponsibility, reason: "1", amount: Money(cents: left))
    claim.lines[0].otherPayments = [
      OtherPayerPayment(
        payer: "FIRST", paid: Money(cents: 165_00 - left), adjustments: left == 0 ? [] : [patient])
    ]
    let payment = Fixtures.acme.payment(of: claim)
    #expect(payment.status == .processedAsSecondary)
    #expect(payment.lines[0].reasons == reasons)
    #expect(payment.paid == Money(cents: paid))
    #expect(payment.isBalanced)
  }

  private func patient(_ dollars: Int) -> [Adjustment] {
    [Adjustment(group: .patientResponsibility, reason: "1", amount: Money(cents: dollars * 100))]
  }

  private func primary(_ payer: PayerID = "FIRST", paid: Int, left: Int, _ adjustments: [Adjustment] = []) -> OtherPayer
  {
    OtherPayer(
      responsibility: .primary, coverage: Coverage(payer: payer, payerName: "First", member: "E1"), claimNumber: "",
      paid: Money(cents: paid * 100), remaining: Money(cents: left * 100), adjustments: adjustments,
      decided: Fixtures.today)
  }

  private func laterClaim() -> Claim {
    var claim = Fixtures.claim([Fixtures.line("99213", 165), Fixtures.line("83036", 18)])
    claim.responsibility = .secondary
    return claim
  }

  @Test func decisionOnTheClaimAloneIsLaidOnItsLines() {
    var claim = laterClaim()
    // 12 dollars of the patient's 177 find room on the second line only.
    claim.otherPayers = [primary(paid: 6, left: 177, patient(177))]
    let lines = Fixtures.acme.payment(of: claim).lines
    #expect(lines[0].reasons == ["CO-45 76.00", "PR-3 25.00"])
    #expect(lines[1].reasons == ["CO-45 2.25", "OA-23 6.00"] && lines[1].paid == Money(cents: 9_75))
  }

  @Test func withoutReasonsTheAmountThatRemainsCounts() {
    var claim = laterClaim()
    claim.otherPayers = [primary(paid: 163, left: 20)]
    let lines = Fixtures.acme.payment(of: claim).lines
    #expect(lines[0].reasons == ["OA-23 145.00"] && lines[0].paid == Money(cents: 20_00))
    #expect(lines[1].reasons == ["OA-23 18.00"] && lines[1].paid == .zero)
  }

  /// As in the guide's example: lines are allowed, and what the patient owes stands at the claim.
  @Test func patientsPartOfTheClaimAddsToThatOfItsLines() {
    var claim = laterClaim()
    let paid = [100, 10]
    for index in claim.lines.indices {
      claim.lines[index].otherPayments = [
        OtherPayerPayment(payer: "FIRST", paid: Money(cents: paid[index] * 100), adjustments: [])
      ]
    }
    claim.otherPayers = [primary(paid: 80, left: 30, patient(30))]
    let lines = Fixtures.acme.payment(of: claim).lines
    #expect(lines[0].reasons == ["OA-23 135.00"] && lines[0].paid == Money(cents: 30_00))
    #expect(lines[1].reasons == ["OA-23 18.00"])
  }

  @Test func lineWithoutTheDecisionThatOthersHaveIsSecondInTurn() {
    var claim = laterClaim()
    claim.lines[0].otherPayments = [
      OtherPayerPayment(payer: "FIRST", paid: Money(cents: 145_00), adjustments: patient(20))
    ]
    claim.otherPayers = [primary(paid: 145, left: 20)]
    let lines = Fixtures.acme.payment(of: claim).lines
    #expect(lines[0].paid == Money(cents: 20_00))
    #expect(lines[1].reasons == ["CO-22 18.00"] && lines[1].remarks == ["MA04"])
  }

  @Test func lastInTurnCountsWhateverTheOrderOfTheLoops() {
    var claim = laterClaim()
    var second = primary("NEXT", paid: 20, left: 5)
    second.responsibility = .secondary
    claim.responsibility = .tertiary
    claim.otherPayers = [second, primary(paid: 145, left: 20)]
    claim.lines.removeLast()
    claim.lines[0].otherPayments = [
      OtherPayerPayment(payer: "NEXT", paid: Money(cents: 20_00), adjustments: patient(5)),
      OtherPayerPayment(payer: "FIRST", paid: Money(cents: 145_00), adjustments: patient(20)),
    ]
    let payment = Fixtures.acme.payment(of: claim)
    #expect(payment.status == .processedAsTertiary && payment.paid == Money(cents: 5_00))
  }
}
