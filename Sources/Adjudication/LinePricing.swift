import ClaimModel

/// What is allowed for a line and how it is shared: the price, the contract's reduction and the patient's part.
struct LinePricing {
  /// The price the plan allows, at most the charge.
  var allowed: Money
  /// Reductions of the charge, in the order CO, PR.
  var adjustments: [Adjustment]

  /// Prices a line.
  ///
  /// The co-pay is taken once a claim, from its first office visit about a problem; that line carries no coinsurance.
  /// Preventive services, and lines with modifier 33 (preventive), cost the patient nothing.
  ///
  /// Source: CARC 45 (above the fee schedule), 3 (co-pay), 2 (coinsurance); 45 CFR 147.130.
  init(_ line: ClaimLine, plan: Plan, copayTaken: inout Bool) {
    allowed = plan.feeSchedule.allowed(for: line)
    adjustments = []
    if line.charge > allowed {
      adjustments.append(
        Adjustment(group: .contractualObligation, reason: "45", amount: line.charge - allowed))
    }
    let kind = ServiceKind(line.service.procedure)
    guard !kind.isPreventive, !line.service.modifiers.contains("33") else { return }
    if kind == .problemVisit, !copayTaken, plan.visitCopay > .zero {
      copayTaken = true
      share("3", min(allowed, plan.visitCopay))
    } else {
      share("2", allowed.percent(plan.coinsurancePercent))
    }
  }

  private mutating func share(_ reason: AdjustmentReason, _ amount: Money) {
    guard amount > .zero else { return }
    adjustments.append(Adjustment(group: .patientResponsibility, reason: reason, amount: amount))
  }
}
