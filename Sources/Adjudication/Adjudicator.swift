import ClaimModel

/// A payer's engine: judges claims under one plan.
///
/// ```swift
/// let adjudicator = Adjudicator(plan: .acmeHealth, codeSet: codeSet)
/// if adjudicator.acknowledge(claim, received: today).isAccepted {
///   let result = adjudicator.adjudicate(claim, number: "P100", received: today, history: history)
///   history.apply(result)
///   send(result.payments)
/// }
/// ```
public struct Adjudicator: Sendable {
  /// The plan claims are judged under.
  public var plan: Plan
  /// The diagnosis codes in force.
  public var codeSet: any DiagnosisCodeSet
  /// The edits, in the order they are applied.
  public var edits: [PayerEdit]

  /// An engine for the given plan.
  public init(plan: Plan, codeSet: any DiagnosisCodeSet, edits: [PayerEdit] = PayerEdit.standard) {
    self.plan = plan
    self.codeSet = codeSet
    self.edits = edits
  }

  /// Decides on an accepted claim.
  ///
  /// A replacement is answered with the reversal of the replaced decision and then the new one; a void with the
  /// reversal alone. Where the claim they name is not known, or not active, or another member's or provider's, they
  /// are refused with CO-16 and M47 and nothing is reversed.
  ///
  /// - Parameters:
  ///   - claim: The claim, accepted by ``acknowledge(_:statedTotal:received:)``.
  ///   - number: The new decision's number; never one that was given before.
  ///   - received: The day the claim came in.
  ///   - history: What was adjudicated before for the member.
  ///   - injected: Refusals to apply before the edits, for a simulator that plays a stricter payer. An appeal does
  ///     not see them.
  ///
  /// Source: 837P TR3 CLM05-3 and REF*F8; 835 TR3 section 1.10.2.8; RARC M47 (payer claim control number missing,
  /// incomplete or invalid).
  public func adjudicate(
    _ claim: Claim, number: PayerClaimNumber, received: CalendarDate, history: ClaimHistory,
    injected: [EditFinding] = []
  ) -> AdjudicationResult {
    guard claim.frequency != .original else {
      let payment = decide(claim, number: number, received: received, history: history, injected: injected)
      return AdjudicationResult(
        payments: [payment], record: PriorClaim(claim: claim, payment: payment, received: received))
    }
    guard let replaced = replacedClaim(of: claim, in: history) else {
      let unknown = EditFinding(line: nil, reason: "16", remarks: ["M47"])
      let payment = decide(claim, number: number, received: received, history: history, injected: [unknown])
      return AdjudicationResult(
        payments: [payment], record: PriorClaim(claim: claim, payment: payment, received: received))
    }
    let reversal = replaced.payment.reversed
    let reversedNumber = replaced.payment.payerClaimNumber
    guard claim.frequency == .replacement else {
      return AdjudicationResult(payments: [reversal], reversed: reversedNumber)
    }
    // A replacement is in time when the claim it replaces was: the record keeps the first day.
    let payment = decide(
      claim, number: number, received: replaced.received, history: history.without(reversedNumber),
      injected: injected)
    return AdjudicationResult(
      payments: [reversal, payment],
      record: PriorClaim(claim: claim, payment: payment, received: replaced.received), reversed: reversedNumber)
  }

  private func replacedClaim(of claim: Claim, in history: ClaimHistory) -> PriorClaim? {
    guard let number = claim.originalClaimNumber, let prior = history.active(number),
      prior.claim.coverage.member == claim.coverage.member, prior.claim.billing.npi == claim.billing.npi
    else { return nil }
    return prior
  }

  func decide(
    _ claim: Claim, number: PayerClaimNumber, received: CalendarDate, history: ClaimHistory,
    injected: [EditFinding]
  ) -> ClaimPayment {
    let context = EditContext(claim: claim, plan: plan, codeSet: codeSet, received: received, history: history)
    var refusals = [EditFinding?](repeating: nil, count: claim.lines.count)
    for finding in injected + edits.lazy.flatMap({ $0.check(context) }) {
      for line in refusals.indices where refusals[line] == nil && (finding.line ?? line) == line {
        refusals[line] = finding
      }
    }
    var copayTaken = false
    let lines = zip(claim.lines, refusals).map { line, refusal in
      answer(line, refusal: refusal, copayTaken: &copayTaken)
    }
    let isDenied = refusals.allSatisfy { $0 != nil }
    return ClaimPayment(
      controlNumber: claim.controlNumber, status: isDenied ? .denied : claim.responsibility.processedStatus,
      charge: claim.totalCharge, paid: lines.map(\.paid).sum(), payerClaimNumber: number,
      patientName: claim.patient.name, member: claim.coverage.member, placeOfService: claim.placeOfService,
      frequency: claim.frequency, lines: lines)
  }

  private func answer(_ line: ClaimLine, refusal: EditFinding?, copayTaken: inout Bool) -> ServicePayment {
    var payment = ServicePayment(
      procedure: line.service.procedure, modifiers: line.service.modifiers, charge: line.charge, paid: .zero,
      units: line.service.units, dateOfService: line.dateOfService, lineControlNumber: line.controlNumber,
      adjustments: [])
    if let refusal {
      // A CAS amount is never zero; a refused line without charge carries its remarks alone.
      if line.charge != .zero {
        payment.adjustments = [Adjustment(group: refusal.group, reason: refusal.reason, amount: line.charge)]
      }
      payment.remarks = refusal.remarks
    } else {
      let pricing = LinePricing(line, plan: plan, copayTaken: &copayTaken)
      payment.adjustments = pricing.adjustments
      payment.allowed = pricing.allowed
      payment.paid = line.charge - pricing.adjustments.map(\.amount).sum()
    }
    return payment
  }
}

extension PayerResponsibility {
  /// The status of a claim that was processed in this turn (CLP02).
  fileprivate var processedStatus: ClaimPaymentStatus {
    switch self {
    case .primary: .processedAsPrimary
    case .secondary: .processedAsSecondary
    case .tertiary: .processedAsTertiary
    }
  }
}
