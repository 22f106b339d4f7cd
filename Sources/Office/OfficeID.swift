import ClaimModel

/// One office: a set of worker processes with a store of its own. Names its queues.
public enum OfficeID: Hashable, Sendable, CustomStringConvertible {
  /// The practice, where visits are documented and patients pay.
  case practice
  /// The coding office.
  case coding
  /// The billing office.
  case billing
  /// One payer.
  case payer(PayerID)

  /// The office's name, the first part of its queues' names: `coding`, `payer.ACMEHLTH`.
  public var description: String {
    switch self {
    case .practice: "practice"
    case .coding: "coding"
    case .billing: "billing"
    case .payer(let id): "payer.\(id.rawValue)"
    }
  }

  /// The exchange this office writes to. All payers share one.
  public var exchange: String {
    switch self {
    case .practice: "practice"
    case .coding: "coding"
    case .billing: "billing"
    case .payer: "payer"
    }
  }

  /// The exchange through which messages return from the retry steps to the queue they came from.
  public var returnExchange: String { "\(description).return" }

  /// The queue of messages that wait for a person.
  public var parkingLot: String { "\(description).parked" }

  /// The exchange through which operators ask something of workers.
  public static let controlExchange = "control"

  /// The route to all workers of the office.
  public var controlRoute: Route { Route(exchange: OfficeID.controlExchange, key: description) }

  /// The route to the parking lot.
  public var parkingRoute: Route { Route(exchange: exchange, key: "parked.\(description)") }
}
