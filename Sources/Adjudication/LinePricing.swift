import ClaimModel

/// What is allowed for a line and how it is shared: the price, the contract's reduction, an earlier payer's part and the
/// patient's.
struct LinePricing {
  /// The price the plan allows, at most the charge.
  private(set) var allowed: Money
  /// Reductions of the charge, in the order CO, OA, PR.
  private(set) var adjustments: [Adjustment] = []

  /// Prices a line.
  /// - Parameter left: What an earlier payer left to the patient; `nil` where none has decided.
  ///
  /// Source: CARC 45 (above the fee schedule).
  init(_ line: ClaimLine, left: Money?, at place: PlaceOfService, plan: Plan, _ meter: inout BenefitMeter) {
    allowed = plan.feeSchedule.allowed(for: line, at: place)
    let shares = meter.share(of: allowed, line: line)
    if let left {
      coordinate(line, left: left, shares)
    } else {
      reduce("45", line.charge - allowed)
      adjustments += shares
    }
    meter.count(adjustments, of: line)
  }

  /// Pays what an earlier payer left to the patient, at most what this plan would have paid alone.
  ///
  /// The earlier payer's effect, its payment and its reductions, is OA-23; its patient amounts are not repeated. What
  /// remains is the patient's as far as this plan's shares go, and above that the contract's.
  ///
  /// Source: CARC 23 (impact of prior payer adjudication), group OA: 835 TR3 section 1.10.2.13 (secondary payment
  /// reporting); NAIC Coordination of Benefits Model Regulation (120) section 7 (the secondary plan pays no more than
  /// it would have as primary, and together no more than the allowable expense).
  private mutating func coordinate(_ line: ClaimLine, left: Money, _ shares: [Adjustment]) {
    let own = allowed - shares.map(\.amount).sum()
    var rest = left - min(own, left)
    var patients: [Adjustment] = []
    for share in shares where rest > .zero {
      let amount = min(share.amount, rest)
      rest -= amount
      patients.append(Adjustment(group: share.group, reason: share.reason, amount: amount))
    }
    reduce("45", rest)
    let effect = line.charge - left
    if effect > .zero {
      adjustments.append(Adjustment(group: .otherAdjustment, reason: "23", amount: effect))
    }
    adjustments += patients
  }

  private mutating func reduce(_ reason: AdjustmentReason, _ amount: Money) {
    guard amount > .zero else { return }
    adjustments.append(Adjustment(group: .contractualObligation, reason: reason, amount: amount))
  }
}
