import ClaimModel

/// What the practice charges for each procedure, whoever pays.
public struct Chargemaster: Hashable, Sendable {
  /// The price of one unit of each procedure.
  public var prices: [ProcedureCode: Money]

  /// A price list.
  public init(prices: [ProcedureCode: Money]) { self.prices = prices }

  /// The charge for all units of a service; `nil` when its procedure has no price, which a person
  /// must set, or when it is more than a claim can carry.
  public func charge(for service: ServiceLine) -> Money? {
    guard let price = prices[service.procedure] else { return nil }
    let (cents, isTooLarge) = price.cents.multipliedReportingOverflow(by: service.units)
    return isTooLarge || !Money(cents: cents).isCarried ? nil : Money(cents: cents)
  }

  /// The charge of a whole superbill; `nil` when one of its procedures has no price.
  public func charge(for superbill: Superbill) -> Money? {
    var total = Money.zero
    for service in superbill.services {
      guard let charge = charge(for: service) else { return nil }
      total += charge
    }
    return total
  }
}
