import ClaimModel

/// What a payer allows for each procedure.
public struct FeeSchedule: Hashable, Sendable {
  /// The price of one unit of each listed procedure.
  public var fees: [ProcedureCode: Money]
  /// What is allowed for a procedure that is not listed, in percent of its charge, from 0 to 100.
  public var shareOfChargeWhenUnlisted: Int

  /// A schedule of the given prices; `shareOfChargeWhenUnlisted` is in percent.
  public init(fees: [ProcedureCode: Money], shareOfChargeWhenUnlisted: Int) {
    self.fees = fees
    self.shareOfChargeWhenUnlisted = min(max(shareOfChargeWhenUnlisted, 0), 100)
  }

  /// The price allowed for a line: units times the fee, never more than the charge.
  ///
  /// Source: the lesser-of rule of payer contracts; for Medicare, Social Security Act section 1833(a)(1): the lesser
  /// of the charge and the fee schedule amount.
  public func allowed(for line: ClaimLine) -> Money {
    guard let fee = fees[line.service.procedure] else { return line.charge.percent(shareOfChargeWhenUnlisted) }
    return min(line.charge, fee * line.service.units)
  }

  /// The same schedule with every fee at `percent` hundredths.
  public func scaled(percent: Int) -> FeeSchedule {
    FeeSchedule(
      fees: fees.mapValues { $0.percent(percent) }, shareOfChargeWhenUnlisted: shareOfChargeWhenUnlisted)
  }
}
