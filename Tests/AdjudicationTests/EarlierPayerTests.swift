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

  private func part(paid: Int, left: Int, _ payer: PayerID = "FIRST") -> OtherPayerPayment {
    OtherPayerPayment(payer: payer, paid: Money(cents: paid * 100), adjustments: left == 0 ? [] : patient(left))
  }

  /// A payer that split a service tells of each part (2430 repeats).
  @Test func partsOfALinesDecisionAreAddedUp() {
    var claim = laterClaim()
    claim.lines[0].otherPayments = [part(paid: 60, left: 30), part(paid: 30, left: 5)]
    claim.lines[1].otherPayments = [part(paid: 10, left: 2), part(paid: 0, left: 3)]
    claim.otherPayers = [primary(paid: 100, left: 40)]
    let lines = Fixtures.acme.payment(of: claim).lines
    #expect(lines[0].reasons == ["OA-23 130.00"] && lines[0].paid == Money(cents: 35_00))
    #expect(lines[1].reasons == ["OA-23 13.00"] && lines[1].paid == Money(cents: 5_00))
    claim.otherPayers = []
    #expect(Fixtures.acme.payment(of: claim).paid == Money(cents: 40_00))
  }

  /// AMT*EAF is what the payer left in all, whatever its reasons add up to.
  @Test(arguments: [
    (40, 60, 30, ["OA-23 135.00"], 30), (0, 0, 165, ["CO-45 76.00", "PR-3 25.00"], 64),
    (40, 60, 0, ["OA-23 165.00"], 0), (40, 60, 40, ["OA-23 125.00"], 40), (40, 60, 50, ["OA-23 115.00"], 50),
  ])
  func amountThatRemainsCounts(left: Int, paid: Int, remaining: Int, reasons: [String], own: Int) {
    var claim = laterClaim()
    claim.lines.removeLast()
    claim.lines[0].otherPayments = [part(paid: paid, left: left)]
    claim.otherPayers = [primary(paid: paid, left: remaining)]
    let payment = Fixtures.acme.payment(of: claim)
    #expect(payment.lines[0].reasons == reasons)
    #expect(payment.paid == Money(cents: own * 100) && payment.isBalanced)
  }

  @Test func amountThatRemainsIsLaidOnTheLinesInTheirOrder() {
    func paid(left: [Int], paid: [Int], remaining: Int) -> [Money] {
      var claim = laterClaim()
      for index in claim.lines.indices {
        claim.lines[index].otherPayments = [part(paid: paid[index], left: left[index])]
      }
      claim.otherPayers = [primary(paid: paid[0] + paid[1], left: remaining)]
      let payment = Fixtures.acme.payment(of: claim)
      #expect(payment.isBalanced)
      return payment.lines.map { $0.paid }
    }
    #expect(paid(left: [20, 8], paid: [100, 4], remaining: 28) == [Money(cents: 20_00), Money(cents: 8_00)])
    #expect(paid(left: [20, 8], paid: [100, 4], remaining: 25) == [Money(cents: 20_00), Money(cents: 5_00)])
    #expect(paid(left: [20, 8], paid: [100, 4], remaining: 15) == [Money(cents: 15_00), .zero])
    #expect(paid(left: [20, 1], paid: [100, 4], remaining: 41) == [Money(cents: 40_00), Money(cents: 1_00)])
    // What has no room on the first goes on.
    #expect(paid(left: [20, 1], paid: [135, 4], remaining: 36) == [Money(cents: 30_00), Money(cents: 6_00)])
  }

  /// What another payer left on a line of its own is no part of the last one's amount.
  @Test func amountThatRemainsIsTheLastPayersAlone() {
    var claim = laterClaim()
    var second = primary("NEXT", paid: 20, left: 5)
    second.responsibility = .secondary
    claim.responsibility = .tertiary
    claim.otherPayers = [primary(paid: 145, left: 20), second]
    claim.lines[0].otherPayments = [part(paid: 145, left: 20), part(paid: 15, left: 5, "NEXT")]
    claim.lines[1].otherPayments = [part(paid: 10, left: 8)]
    #expect(Fixtures.acme.payment(of: claim).lines.map(\.paid) == [Money(cents: 5_00), Money(cents: 8_00)])
  }

  /// Before a third payer the second decides too.
  @Test func thirdInTurnWaitsForTheSecond() {
    var claim = Fixtures.claim([Fixtures.line("99213", 165)])
    claim.responsibility = .tertiary
    claim.lines[0].otherPayments = [part(paid: 145, left: 20)]
    claim.otherPayers = [primary(paid: 145, left: 20)]
    let line = Fixtures.acme.payment(of: claim).lines[0]
    #expect(line.reasons == ["CO-22 165.00"] && line.remarks == ["MA04"])
  }

  /// Only a claim that says it is to a later payer is judged as one.
  @Test func primaryClaimIsPaidAsOneWhateverAnotherDecided() {
    var claim = Fixtures.claim([Fixtures.line("99213", 165)])
    claim.lines[0].otherPayments = [part(paid: 145, left: 20)]
    claim.otherPayers = [primary(paid: 145, left: 20)]
    let payment = Fixtures.acme.payment(of: claim)
    #expect(payment.status == .processedAsPrimary && payment.lines[0].reasons == ["CO-45 76.00", "PR-3 25.00"])
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
