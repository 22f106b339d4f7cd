import Billing
import BillingDesk
import ClaimModel
import Messages
import Office
import PracticeDesk
import Testing
import X12

/// Remittances that do not simply answer a claim: other numbers, other payers, takings back, money beside the claims.
@Suite struct BillingDeskPaymentTests {
  private var billing = DeskBench(BillingDesk())
  private let superbill: Superbill
  private let visit: VisitID

  init() throws {
    superbill = try Engines.superbill()
    visit = superbill.visit
  }

  private var account: PatientAccount? {
    guard case .account(let file)? = billing[BillingFile.key(of: visit)] else { return nil }
    return file.account
  }

  private func unmatched(_ payment: ClaimPayment) -> BillingFile.UnmatchedPayment? {
    guard case .unmatched(let file)? = billing[BillingFile.key(ofUnmatched: payment, payer: "ACMEHLTH")] else {
      return nil
    }
    return file
  }

  private mutating func claim(of superbill: Superbill? = nil) throws -> Claim {
    try billing.take(.visitCoded(superbill ?? self.superbill))
    return try sentClaim()
  }

  private func sentClaim() throws -> Claim {
    let claims = try #require(billing.sent.first { $0.type == .professionalClaims })
    return try #require(ProfessionalClaimsReader.read(claims.body).first?.accepted.first?.claims.first)
  }

  /// Pays every line in full but for what `patient` says is left of the first one.
  private func payment(of claim: Claim, number: PayerClaimNumber = "P1", patient: Money = .zero) -> ClaimPayment {
    let lines = claim.lines.enumerated().map { index, line in
      let left = index == 0 ? patient : .zero
      let adjustments =
        left == .zero ? [] : [Adjustment(group: .patientResponsibility, reason: "3", amount: left)]
      return ServicePayment(
        procedure: line.service.procedure, modifiers: [], charge: line.charge, paid: line.charge - left,
        units: line.service.units, dateOfService: line.dateOfService, adjustments: adjustments)
    }
    return ClaimPayment(
      controlNumber: claim.controlNumber, status: .processedAsPrimary, charge: claim.totalCharge,
      paid: lines.map(\.paid).sum(), payerClaimNumber: number, patientName: claim.patient.name,
      member: claim.coverage.member, lines: lines)
  }

  private mutating func remit(
    _ claims: [ClaimPayment], trace: String = "T1", beside: [ProviderAdjustment] = [], payer: PayerID = "ACMEHLTH"
  ) throws {
    let remittance = Remittance(
      payer: payer, payerName: "A payer", payeeNPI: superbill.registration.billing.npi,
      payeeName: "Practice", payeeTaxID: "123456789", traceNumber: trace,
      paymentDate: billing.now.date, claims: claims, providerAdjustments: beside)
    let details = RemittancePayer(
      address: Address(line: "1 Main St", city: "Springfield", state: "MA", zip: "01101"), taxID: "123456789",
      contactName: "Desk", contactPhone: "5555550100")
    let envelope = InterchangeEnvelope(
      sender: payer.rawValue, receiver: "SUPERBILL", controlNumber: 7, timestamp: billing.now)
    let bytes = try RemittanceWriter.write([remittance], from: details, in: envelope)
    try billing.take(.answer(.remittanceAdvice, bytes, from: payer, batchReference: "B1"))
  }

  private func balance(of lines: [LedgerLine]) -> [String: Money] {
    lines.reduce(into: [:]) { totals, line in
      totals[line.debit, default: .zero] += line.amount
      totals[line.credit, default: .zero] -= line.amount
    }
  }

  @Test mutating func paymentUnderAnotherNumberIsMatchedByMemberDayAndServices() throws {
    let claim = try claim()
    var paid = payment(of: claim)
    paid.controlNumber = "LEGACY77"
    try remit([paid])
    #expect(account?.state == .closed)
    #expect(account?.balance.insurerPaid == claim.totalCharge)
    #expect(unmatched(paid) == nil)
  }

  @Test mutating func paymentThatMatchesNothingIsListedAndItsMoneyKept() throws {
    let claim = try claim()
    let before = account
    var foreign = payment(of: claim)
    foreign.controlNumber = "LEGACY77"
    foreign.member = "SOMEBODY"
    try remit([foreign])
    #expect(account == before)
    #expect(unmatched(foreign)?.reason == .unknownClaim)
    #expect(unmatched(foreign)?.traceNumber == "T1")
    #expect(
      balance(of: billing.lines) == ["insuranceCash": foreign.paid, "unappliedPayments": -foreign.paid])
    try remit([foreign])
    #expect(billing.lines.isEmpty, "listed once")
  }

  @Test mutating func paymentThatWaitsIsAppliedWhenItsVisitBecomesKnown() throws {
    var other = DeskBench(BillingDesk())
    try other.take(.visitCoded(superbill))
    let claims = try #require(other.sent.first { $0.type == .professionalClaims })
    let claim = try #require(ProfessionalClaimsReader.read(claims.body).first?.accepted.first?.claims.first)
    let paid = payment(of: claim)
    var byMember = payment(of: claim, number: "P2")
    byMember.controlNumber = "LEGACY77"
    for early in [paid, byMember] {
      var copy = self
      try copy.remit([early])
      #expect(copy.unmatched(early)?.matched == nil)
      try copy.billing.take(.visitCoded(superbill))
      #expect(copy.unmatched(early)?.matched == visit)
      #expect(copy.account?.state == .closed)
      #expect(copy.account?.balance.insurerPaid == claim.totalCharge)
      let totals = copy.balance(of: copy.billing.lines)
      #expect(totals["unappliedPayments"] == paid.paid, "no longer unapplied")
      #expect(totals["insuranceCash"] == .zero, "the cash came with the payment")
      let before = copy.account
      try copy.remit([early])
      #expect(copy.account == before)
      #expect(copy.billing.lines.isEmpty)
    }
  }

  /// A payment that only a person can tell whose it is.
  private mutating func foreignPayment() throws -> (payment: ClaimPayment, claim: Claim, id: String) {
    let claim = try claim()
    var foreign = payment(of: claim)
    foreign.controlNumber = "LEGACY77"
    foreign.member = "SOMEBODY"
    try remit([foreign])
    return (foreign, claim, BillingFile.key(ofUnmatched: foreign, payer: "ACMEHLTH").id)
  }

  @Test mutating func paymentThatMatchesNothingIsPostedWhereAPersonPlacesIt() throws {
    let (foreign, claim, id) = try foreignPayment()
    let placement = PaymentPlacement(
      payment: id, controlNumber: claim.controlNumber, reason: "called the payer", decidedBy: "jo")
    try billing.take(.paymentPlaced(placement))
    #expect(account?.state == .closed && account?.balance.insurerPaid == foreign.paid)
    #expect(unmatched(foreign)?.matched == visit && unmatched(foreign)?.placedBy == "jo")
    let totals = balance(of: billing.lines)
    #expect(totals["unappliedPayments"] == foreign.paid && totals["insuranceCash"] == .zero)
    #expect(try Refusal.Disposition.of { try billing.take(.paymentPlaced(placement)) } == .never, "placed once")
  }

  @Test mutating func paymentThatIsNobodysGoesBackToItsPayer() throws {
    let (foreign, _, id) = try foreignPayment()
    let before = account
    try billing.take(.paymentPlaced(PaymentPlacement(payment: id, controlNumber: nil, reason: "not ours")))
    #expect(balance(of: billing.lines) == ["insuranceCash": -foreign.paid, "unappliedPayments": foreign.paid])
    #expect(unmatched(foreign)?.isReturned == true && account == before)
    try remit([foreign])
    #expect(billing.lines.isEmpty, "a copy of it is no other payment")
  }

  @Test mutating func paymentIsNotPlacedWhereItDoesNotBelong() throws {
    let (foreign, claim, id) = try foreignPayment()
    for number in ["LEGACY77", "V0000000000NOBODY-1", "\(visit)-7"] {
      let placement = PaymentPlacement(payment: id, controlNumber: PatientControlNumber(number))
      #expect(try Refusal.Disposition.of { try billing.take(.paymentPlaced(placement)) } == .never, "\(number)")
    }
    let unknown = PaymentPlacement(payment: "none", controlNumber: claim.controlNumber)
    #expect(try Refusal.Disposition.of { try billing.take(.paymentPlaced(unknown)) } == .never)
    #expect(unmatched(foreign)?.matched == nil && account?.decisions.isEmpty == true)
  }

  @Test mutating func decisionOnAnAccountThatHasChangedSinceCountsForNothing() throws {
    let claim = try claim()
    var refused = payment(of: claim)
    refused.status = .denied
    refused.paid = .zero
    for index in refused.lines.indices {
      refused.lines[index].paid = .zero
      refused.lines[index].adjustments = [
        Adjustment(group: .contractualObligation, reason: "252", amount: refused.lines[index].charge)
      ]
    }
    try remit([refused])
    #expect(account?.state == .inReview)
    guard case .account(let seen)? = billing[BillingFile.key(of: visit)] else { return }
    let resolution = ReviewResolution(visit: visit, decision: .writeOff, reason: "small", decidedBy: "jo")
    try billing.take(.patientPaid(visit: visit, statement: 0, amount: Money(cents: 100)))
    let stale = OfficeMessage.reviewResolved(resolution, sequence: seen.sequence)
    #expect(try Refusal.Disposition.of { try billing.take(stale) } == .never)
    #expect(account?.state == .inReview && account?.resolutions.isEmpty == true)
    try billing.take(.reviewResolved(resolution, sequence: seen.sequence + 1))
    #expect(account?.state == .closed && account?.resolutions.map(\.reason) == ["small"])
    #expect(
      billing.facts.contains { fact in
        if case .movement(.writtenOff, _) = fact.what { true } else { false }
      })
  }

  @Test mutating func paymentOfAnotherChargeIsListedWithItsReason() throws {
    let claim = try claim()
    var other = payment(of: claim)
    other.charge += Money(cents: 100)
    other.lines[0].charge += Money(cents: 100)
    other.lines[0].paid += Money(cents: 100)
    other.paid += Money(cents: 100)
    try remit([other])
    #expect(unmatched(other)?.reason == .otherCharge)
    #expect(account?.decisions.isEmpty == true)
  }

  @Test mutating func moneyBesideTheClaimsIsPostedOnceAndTheCashIsWhatWasPaid() throws {
    let claim = try claim()
    let paid = payment(of: claim)
    let beside = [
      ProviderAdjustment(reason: "L6", reference: "LATE", amount: Money(cents: -150)),
      ProviderAdjustment(reason: "FB", reference: "T0", amount: Money(cents: 4_000)),
      ProviderAdjustment(reason: "WO", reference: "UNKNOWN", amount: Money(cents: 300)),
      ProviderAdjustment(reason: "L3", reference: "", amount: Money(cents: 25)),
    ]
    try remit([paid], beside: beside)
    let totals = balance(of: billing.lines)
    #expect(totals["insuranceCash"] == paid.paid - Money(cents: 4_175))
    #expect(totals["interestIncome"] == Money(cents: -150))
    #expect(totals["insurerBalances"] == Money(cents: 4_000))
    #expect(totals["unappliedPayments"] == Money(cents: 300))
    #expect(totals["providerAdjustments"] == Money(cents: 25))
    #expect(account?.state == .closed)
    try remit([paid], beside: beside)
    #expect(billing.lines.isEmpty)
  }

  @Test mutating func overpaymentTakenBackByReferenceSettlesTheAccount() throws {
    let claim = try claim()
    try remit([payment(of: claim)])
    let again = payment(of: claim, number: "P2")
    try remit([again], trace: "T2")
    #expect(account?.state == .awaitingRecoupment)
    let other = try Engines.superbill(3)
    let otherClaim = try self.claim(of: other)
    try remit(
      [payment(of: otherClaim, number: "P3")], trace: "T3",
      beside: [
        ProviderAdjustment(reason: "WO", reference: claim.controlNumber.rawValue, amount: again.paid),
        ProviderAdjustment(reason: "FB", reference: "T3", amount: -again.paid),
      ])
    #expect(account?.state == .closed)
    #expect(account?.balance.insurerPaid == claim.totalCharge)
    #expect(billing.lines.contains { $0.memo == "recoupment" && $0.visit == visit })
    #expect(billing.lines.allSatisfy { $0.cause.id == .derived(from: "bench", "5") }, "each names its message")
  }

  @Test mutating func secondPayerIsBilledThroughTheDeskWithItsSuperbill() throws {
    var both = superbill
    both.registration.coverages.append(Coverage(payer: "BEACON1", payerName: "Beacon Mutual", member: "B200"))
    let first = try claim(of: both)
    try remit([payment(of: first, patient: Money(cents: 2_500))])
    #expect(billing.sent.map(\.route) == [Route(exchange: "billing", key: "claims.BEACON1")])
    #expect(account?.submissions.last?.payer == "BEACON1")
    #expect(account?.submissions.last?.responsibility == .secondary)
    #expect(account?.balance.openInsurance == Money(cents: 2_500))
  }

  @Test mutating func practiceIsAskedAndAnswersThatThereIsNothingToCorrect() throws {
    var incomplete = superbill
    incomplete.registration.coverages[0].member = ""
    try billing.take(.visitCoded(incomplete))
    guard case .registrationQueried(let query)? = billing.messagesSent.first else {
      Issue.record("sent \(billing.messagesSent)")
      return
    }
    #expect(query.findings == ["missing member"])
    #expect(account?.state == .awaitingPractice)
    var practice = DeskBench(PracticeDesk())
    try practice.take(.registrationQueried(query))
    var copy = self
    try copy.billing.take(try #require(practice.sent.first))
    #expect(copy.account?.state == .inReview)
    // A practice that knows better:
    let answer = OfficeMessage.registrationCorrected(
      visit: visit, round: 1, registration: superbill.registration, authorization: "")
    try billing.take(answer)
    #expect(account?.state == .submitted)
    #expect(try sentClaim().coverage.member == superbill.registration.coverages[0].member)
    try billing.take(answer)
    #expect(billing.sent.isEmpty)
  }

  @Test mutating func whatIsPaidAtTheVisitMayComeBeforeTheCodes() throws {
    let copay = Money(cents: 2_500)
    try billing.take(.patientPaid(visit: visit, statement: 0, amount: copay))
    #expect(account?.state == .awaitingSuperbill)
    let claim = try claim()
    try remit([payment(of: claim, patient: copay)])
    #expect(account?.state == .closed)
    #expect(account?.balance.patientPaid == copay)
  }

  @Test mutating func patientGetsBackWhatWasPaidTooMuch() throws {
    try billing.take(.patientPaid(visit: visit, statement: 0, amount: Money(cents: 4_000)))
    let claim = try claim()
    try remit([payment(of: claim, patient: Money(cents: 2_500))])
    #expect(
      billing.messagesSent == [
        .refundIssued(visit: visit, number: 1, amount: Money(cents: 1_500)), .accountClosed(visit: visit),
      ])
  }

  @Test mutating func journalIsToldHowEachClaimGoesOn() throws {
    let claim = try claim()
    func steps(_ facts: [Fact]) -> [Fact.ClaimStep] {
      facts.compactMap { if case .claim(let step, "ACMEHLTH", _, _, 1, _) = $0.what { step } else { nil } }
    }
    #expect(steps(billing.facts) == [.sent])
    try remit([payment(of: claim)])
    #expect(steps(billing.facts) == [.paid])
  }
}
