/// Exchanges, queues and bindings to declare; a value, so that it can be compared, printed and turned into a broker's
/// definitions.
public struct Topology: Hashable, Sendable {
  /// Exchanges.
  public var exchanges: [Exchange]
  /// Queues.
  public var queues: [Queue]
  /// Bindings.
  public var bindings: [Binding]

  /// A topology of its parts.
  public init(exchanges: [Exchange] = [], queues: [Queue] = [], bindings: [Binding] = []) {
    self.exchanges = exchanges
    self.queues = queues
    self.bindings = bindings
  }

  /// A durable exchange.
  public struct Exchange: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// How it routes.
    public var kind: Kind
    /// Whether it is shared: looked for, and declared only where it is missing. A user of one office may not declare it.
    public var isShared: Bool

    /// An exchange of the given kind.
    public init(name: String, kind: Kind, isShared: Bool = false) {
      self.name = name
      self.kind = kind
      self.isShared = isShared
    }

    /// How an exchange routes.
    public enum Kind: String, Hashable, Sendable {
      /// By pattern of routing key.
      case topic
      /// By the routing key itself.
      case direct
      /// To every queue bound.
      case fanout
    }
  }

  /// A queue with every argument explicit.
  public struct Queue: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Quorum, stream, or one connection's own.
    public var kind: Kind
    /// Further arguments (`x-…`).
    public var arguments: [String: Argument]
    /// Whether it is another's: looked for, and declared and bound only where it is missing. A user of one office may
    /// not declare it.
    public var isShared: Bool

    /// A queue of the given kind.
    public init(name: String, kind: Kind, arguments: [String: Argument] = [:], isShared: Bool = false) {
      self.name = name
      self.kind = kind
      self.arguments = arguments
      self.isShared = isShared
    }

    /// What a queue is.
    public enum Kind: String, Hashable, Sendable {
      /// Replicated and durable (`x-queue-type=quorum`).
      case quorum
      /// An append-only log read without consuming (`x-queue-type=stream`).
      case stream
      /// Not durable, of one connection only (exclusive, deleted with it).
      case exclusive
    }

    /// A queue argument's value.
    public enum Argument: Hashable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
      /// A whole number.
      case integer(Int64)
      /// A text.
      case text(String)

      /// A whole number.
      public init(integerLiteral value: Int64) { self = .integer(value) }
      /// A text.
      public init(stringLiteral value: String) { self = .text(value) }
    }
  }

  /// A queue's subscription to an exchange.
  public struct Binding: Hashable, Sendable {
    /// The queue.
    public var queue: String
    /// The exchange.
    public var exchange: String
    /// The routing key or pattern.
    public var key: String

    /// A binding of `queue` to `exchange`.
    public init(queue: String, exchange: String, key: String) {
      self.queue = queue
      self.exchange = exchange
      self.key = key
    }
  }

  /// Both topologies together, each part once. What is shared in one and owned in the other is owned.
  public func merged(with other: Topology) -> Topology {
    var merged = self
    for exchange in other.exchanges {
      if let index = merged.exchanges.firstIndex(where: { $0.name == exchange.name }) {
        if !exchange.isShared { merged.exchanges[index] = exchange }
      } else {
        merged.exchanges.append(exchange)
      }
    }
    for queue in other.queues {
      if let index = merged.queues.firstIndex(where: { $0.name == queue.name }) {
        if !queue.isShared { merged.queues[index] = queue }
      } else {
        merged.queues.append(queue)
      }
    }
    for binding in other.bindings where !merged.bindings.contains(binding) { merged.bindings.append(binding) }
    return merged
  }

  /// The same with everything shared: looked for, and declared only where it is missing.
  public var shared: Topology {
    var topology = self
    for index in exchanges.indices { topology.exchanges[index].isShared = true }
    for index in queues.indices { topology.queues[index].isShared = true }
    return topology
  }
}
