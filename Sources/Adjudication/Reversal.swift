import ClaimModel

extension ClaimPayment {
  /// The reversal of this decision: status 22, every amount negated, the number and units as they were.
  ///
  /// Source: 835 TR3 section 1.10.2.8, reversals and corrections.
  public var reversed: ClaimPayment {
    var reversal = self
    reversal.status = .reversal
    reversal.charge = -charge
    reversal.paid = -paid
    reversal.adjustments = adjustments.map(\.negated)
    reversal.lines = lines.map { line in
      var negated = line
      negated.charge = -line.charge
      negated.paid = -line.paid
      negated.allowed = line.allowed.map { -$0 }
      negated.adjustments = line.adjustments.map(\.negated)
      return negated
    }
    return reversal
  }
}

extension Adjustment {
  fileprivate var negated: Adjustment { Adjustment(group: group, reason: reason, amount: -amount) }
}
