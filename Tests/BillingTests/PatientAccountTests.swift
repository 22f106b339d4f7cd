import Billing
import ClaimModel
import Testing

/// One visit from superbill to its end, with a payer that answers by script. Charges: 99213 $165, 83036 $18.
@Suite struct PatientAccountTests {
  /// Pays 99213 at $89 with a co-pay of $25 and 83036 at $9.75.
  static let clean: [Fixtures.LineAnswer] = [
    .pay(contractual: 7_600, copay: 2_500), .pay(contractual: 825, copay: 0),
  ]
  static let denied: [Fixtures.LineAnswer] = [
    .refuse(.contractualObligation, "11", []), .pay(contractual: 825, copay: 0),
  ]
  static func recodedBill() -> Superbill { Fixtures.superbill(diagnoses: ["E1165", "I10"]) }

  @Test func superbillBecomesAClaimAndACharge() {
    var desk = Desk()
    let actions = desk.apply(.superbillReceived(Fixtures.superbill()))
    #expect(actions.claim?.totalCharge == Money(cents: 18_300))
    #expect(actions.entries.map(\.kind) == [.charge])
    #expect(desk.account.state == .submitted)
    #expect(desk.account.balance.openInsurance == Money(cents: 18_300))
  }

  @Test func paidClaimThenPaidCopayClosesTheAccount() {
    var desk = Desk()
    let claim = desk.claim()
    #expect(desk.apply(.batchAccepted(claim.controlNumber)).isEmpty)
    #expect(desk.apply(.claimStatus(Fixtures.status(of: claim))).isEmpty)
    #expect(desk.account.state == .accepted)
    let paid = desk.pay(Fixtures.payment(of: claim, number: "P1", answers: Self.clean))
    #expect(paid.statement == Money(cents: 2_500))
    #expect(desk.account.state == .awaitingPatient)
    let closed = desk.apply(.patientPaid(Money(cents: 2_500), reference: "R1"))
    #expect(closed.closes)
    #expect(desk.account.state == .closed)
    #expect(desk.account.balance.isSettled)
    #expect(desk.ledger.balance == desk.account.balance)
    #expect(desk.account.balance.insurerPaid == Money(cents: 7_375))
    #expect(desk.account.balance.adjusted == Money(cents: 8_425))
  }

  @Test func remittanceMayOvertakeTheAcknowledgments() {
    var desk = Desk()
    let claim = desk.claim()
    let paid = desk.pay(Fixtures.payment(of: claim, number: "P1", .pay(contractual: 0, copay: 0)))
    #expect(paid.closes)
    #expect(desk.apply(.claimStatus(Fixtures.status(of: claim))).isEmpty)
    #expect(desk.apply(.batchAccepted(claim.controlNumber)).isEmpty)
    #expect(desk.account.state == .closed)
  }

  @Test func everyMessageTwiceChangesNothing() {
    var desk = Desk()
    let claim = desk.claim()
    let payment = Fixtures.payment(of: claim, number: "P1", answers: Self.clean)
    #expect(desk.apply(.superbillReceived(Fixtures.superbill())).isEmpty)
    _ = desk.pay(payment)
    #expect(desk.pay(payment).isEmpty)
    _ = desk.apply(.patientPaid(Money(cents: 2_500), reference: "R1"))
    #expect(desk.apply(.patientPaid(Money(cents: 2_500), reference: "R1")).isEmpty)
    #expect(desk.account.state == .closed)
  }

  @Test func zeroPatientPartClosesAtOnce() {
    var desk = Desk()
    let claim = desk.claim()
    #expect(desk.pay(Fixtures.payment(of: claim, number: "P1", .pay(contractual: 500, copay: 0))).closes)
  }

  @Test func partialDenialIsRecodedAndTheReplacementReversesAndCorrects() {
    var desk = Desk()
    let claim = desk.claim()
    let first = Fixtures.payment(of: claim, number: "P1", answers: Self.denied)
    let asked = desk.pay(first).recodeRequest
    #expect(asked?.round == 1)
    #expect(
      asked?.refusals == [RecodeRequest.Refusal(line: 1, group: .contractualObligation, reason: "11", remarks: [])])
    #expect(desk.account.balance.openInsurance == Money(cents: 16_500), "a denied line stays open")
    let replacement = desk.apply(.recoded(Self.recodedBill(), round: 1)).claim!
    #expect(replacement.frequency == .replacement)
    #expect(replacement.originalClaimNumber == "P1")
    #expect(replacement.controlNumber.submission == 2)
    #expect(replacement.lines.count == 2)
    #expect(desk.pay(Fixtures.reversal(of: first)).entries.allSatisfy { $0.debit == .insuranceReceivable })
    #expect(desk.account.balance.insurerPaid == .zero)
    let paid = desk.pay(Fixtures.payment(of: replacement, number: "P2", answers: Self.clean))
    #expect(paid.statement == Money(cents: 2_500))
    #expect(desk.account.balance.openInsurance == .zero)
  }

  @Test func correctionMayOvertakeItsReversal() {
    var desk = Desk()
    let claim = desk.claim()
    let first = Fixtures.payment(of: claim, number: "P1", answers: Self.denied)
    _ = desk.pay(first)
    let replacement = desk.apply(.recoded(Self.recodedBill(), round: 1)).claim!
    let early = desk.pay(Fixtures.payment(of: replacement, number: "P2", answers: Self.clean))
    #expect(early.statement == nil)
    #expect(desk.account.state == .correcting)
    #expect(desk.pay(Fixtures.reversal(of: first)).statement == Money(cents: 2_500))
    #expect(desk.account.state == .awaitingPatient)
    #expect(desk.ledger.balance == desk.account.balance)
  }

  @Test func reversalMayOvertakeItsDecision() {
    var desk = Desk()
    let claim = desk.claim()
    let first = Fixtures.payment(of: claim, number: "P1", answers: Self.clean)
    #expect(desk.pay(Fixtures.reversal(of: first)).isEmpty)
    #expect(desk.account.state == .correcting)
    _ = desk.pay(first)
    #expect(desk.account.balance.openInsurance == Money(cents: 18_300))
    #expect(desk.account.balance.isBalanced)
    let corrected = desk.pay(Fixtures.payment(of: claim, number: "P2", .pay(contractual: 0, copay: 0)))
    #expect(corrected.closes)
  }

  @Test func codesThatChangeThePriceChangeTheCharge() {
    var desk = Desk()
    let claim = desk.claim()
    _ = desk.pay(Fixtures.payment(of: claim, number: "P1", .refuse(.contractualObligation, "150", [])))
    var bill = Fixtures.superbill()
    bill.services[0].procedure = "99212"
    let actions = desk.apply(.recoded(bill, round: 1))
    #expect(actions.claim?.totalCharge == Money(cents: 11_800))
    #expect(desk.account.balance.charged == Money(cents: 11_800))
    #expect(desk.account.balance.openInsurance == Money(cents: 11_800))
  }

  @Test func codesUpheldThenAppealUpheldWritesTheRefusalOffAndBillsTheRest() {
    var desk = Desk()
    let claim = desk.claim()
    _ = desk.pay(
      Fixtures.payment(
        of: claim, number: "P1", .pay(contractual: 7_600, copay: 2_500), .refuse(.contractualObligation, "50", [])))
    let reasons = [
      "line 2 (CO-50): the documentation supports the codes as billed; 83036 by test-by-report at note:0-9"
    ]
    let appeal = desk.apply(.codingUpheld(round: 1, reasons: reasons)).appeal
    #expect(appeal?.payerClaimNumber == "P1")
    #expect(appeal?.codingReasons == reasons)
    #expect(appeal?.amount == Money(cents: 1_800))
    #expect(desk.account.state == .appealing)
    let actions = desk.apply(.appealDecided("P1", .upheld))
    #expect(actions.entries.map(\.kind) == [.writeOffAppealDenied])
    #expect(actions.statement == Money(cents: 2_500))
    #expect(desk.account.balance.writtenOff == Money(cents: 1_800))
  }

  @Test func aRecodingThatChangesNothingCountsAsUpheld() {
    var desk = Desk()
    let claim = desk.claim()
    _ = desk.pay(Fixtures.payment(of: claim, number: "P1", .refuse(.contractualObligation, "50", [])))
    let actions = desk.apply(.recoded(Fixtures.superbill(), round: 1))
    #expect(actions.claim == nil)
    #expect(actions.appeal != nil)
  }

  @Test(arguments: [true, false])
  func overturnedAppealIsPaidInWhateverOrderItComes(decisionFirst: Bool) {
    var desk = Desk()
    let claim = desk.claim()
    let late = Fixtures.payment(of: claim, number: "P1", .refuse(.contractualObligation, "29", []))
    #expect(desk.pay(late).appeal != nil)
    let events: [AccountEvent] = [
      .appealDecided("P1", .overturned), .claimPayment(Fixtures.reversal(of: late), payer: "ACMEHLTH"),
      .claimPayment(Fixtures.payment(of: claim, number: "P2", answers: Self.clean), payer: "ACMEHLTH"),
    ]
    for event in decisionFirst ? events : events.reversed() { _ = desk.apply(event) }
    #expect(desk.account.state == .awaitingPatient)
    #expect(desk.account.balance.writtenOff == .zero)
    #expect(desk.account.balance.insurerPaid == Money(cents: 7_375))
  }

  @Test func recodingEndsWithAPersonAfterTheLimit() {
    var desk = Desk()
    var claim = desk.claim()
    var previous: ClaimPayment?
    for (round, code) in (["E1165", "E1169"] as [DiagnosisCode]).enumerated() {
      if let previous { _ = desk.pay(Fixtures.reversal(of: previous)) }
      let denial = Fixtures.payment(
        of: claim, number: PayerClaimNumber("P\(round)"), .refuse(.contractualObligation, "146", ["M76"]))
      previous = denial
      #expect(desk.pay(denial).recodeRequest?.round == round + 1)
      claim = desk.apply(.recoded(Fixtures.superbill(diagnoses: [code, "I10"]), round: round + 1)).claim!
    }
    _ = desk.pay(Fixtures.reversal(of: previous!))
    let last = desk.pay(Fixtures.payment(of: claim, number: "P9", .refuse(.contractualObligation, "146", ["M76"])))
    #expect(last.escalation == .recodeLimit)
    #expect(desk.account.state == .inReview)
    #expect(desk.account.balance.writtenOff == .zero)
  }

  @Test func patientWithoutCoverageGetsAStatementForTheWholeCharge() {
    var desk = Desk()
    let actions = desk.apply(.superbillReceived(Fixtures.superbill(coverages: [])))
    #expect(actions.claim == nil)
    #expect(actions.statement == Money(cents: 18_300))
    #expect(desk.apply(.patientPaid(Money(cents: 10_000), reference: "R1")).statement == Money(cents: 8_300))
    #expect(desk.apply(.patientPaid(Money(cents: 8_300), reference: "R2")).closes)
  }

  @Test func copayPaidAtTheDeskIsUsedWhenItFallsDue() {
    var desk = Desk()
    _ = desk.apply(.patientPaid(Money(cents: 2_500), reference: "desk"))
    let claim = desk.claim()
    let paid = desk.pay(Fixtures.payment(of: claim, number: "P1", answers: Self.clean))
    #expect(paid.statement == nil)
    #expect(paid.closes)
  }

  @Test func moneyBeyondWhatIsDueIsOwedBack() {
    var desk = Desk()
    let claim = desk.claim()
    _ = desk.pay(Fixtures.payment(of: claim, number: "P1", answers: Self.clean))
    let actions = desk.apply(.patientPaid(Money(cents: 3_000), reference: "R1"))
    #expect(actions.contains(.refundPatient(Money(cents: 500))))
    #expect(actions.closes)
    #expect(desk.account.balance.refundDue == .zero)
    #expect(desk.account.balance.patientPaid == Money(cents: 2_500))
    #expect(desk.account.balance.isBalanced)
  }

  @Test func aLargeCreditIsForAPersonToGiveBack() {
    var desk = Desk()
    let claim = desk.claim()
    _ = desk.pay(Fixtures.payment(of: claim, number: "P1", answers: Self.clean))
    let actions = desk.apply(.patientPaid(Money(cents: 22_501), reference: "R1"))
    #expect(actions.escalation == .refundDue(Money(cents: 20_001)))
    #expect(desk.account.balance.refundDue == Money(cents: 20_001))
    #expect(desk.account.balance.openPatient == .zero)
  }
}
