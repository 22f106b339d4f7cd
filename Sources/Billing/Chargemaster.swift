import ClaimModel

/// What the practice charges for each procedure, whoever pays.
public struct Chargemaster: Hashable, Sendable {
  /// The price of one unit of each procedure.
  public var prices: [ProcedureCode: Money]

  /// A price list.
  public init(prices: [ProcedureCode: Money]) { self.prices = prices }

  /// The charge for all units of a service; `nil` when its procedure has no price, which a person must set.
  public func charge(for service: ServiceLine) -> Money? {
    prices[service.procedure].map { $0 * service.units }
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
