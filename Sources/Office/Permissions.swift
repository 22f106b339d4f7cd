import ClaimModel
import Messages

/// The broker's users and what each may do, derived from the topology: an office's user may write to its own exchange
/// and read its own queues.
///
/// RabbitMQ knows three regular expressions for each user (configure, write and read, over the names of exchanges and
/// queues alike) and, for each topic exchange, two over routing keys: of what is published, and of what is bound. Without
/// the latter an office could bind a queue of its own to anything on an exchange that it reads part of, the clinical
/// notes among it. A topic exchange without an entry is open to whoever may use the exchange, so there is one for each.
///
/// Source: RabbitMQ, "Access Control (Authentication, Authorisation)".
public struct Permissions: Hashable, Sendable {
  /// A user of the broker.
  public struct User: Hashable, Sendable {
    /// The user's name, also the `user_id` of every message the user sends.
    public var name: String
    /// Who the user is.
    public var role: String
    /// What the user may create and delete.
    public var configure: NamePattern
    /// What the user may publish to, and the queues that may be bound to something.
    public var write: NamePattern
    /// What the user may consume, and the exchanges that may be bound to.
    public var read: NamePattern
    /// For each topic exchange the user may use, the routing keys.
    public var topics: [Topic]
  }

  /// The routing keys a user may use on a topic exchange.
  public struct Topic: Hashable, Sendable {
    /// The exchange.
    public var exchange: String
    /// The keys of messages that may be published.
    public var write: NamePattern
    /// The keys that queues may be bound with.
    public var read: NamePattern
  }

  /// The users in a fixed order.
  public let users: [User]

  /// The users of a broker for these payers.
  public init(payers: [PayerID], ladder: RetryLadder = .standard) {
    let offices = OfficeID.all(payers: payers)
    users =
      offices.map { Permissions.user(of: $0, among: offices, ladder: ladder) }
      + [Permissions.frontDesk(among: offices), Permissions.observer(of: offices)]
  }

  /// The user of an office's workers.
  private static func user(of office: OfficeID, among offices: [OfficeID], ladder: RetryLadder) -> User {
    let topology = Topology.office(office, ladder: ladder)
    let own =
      (topology.queues.map(\.name) + topology.exchanges.filter { !$0.isShared }.map(\.name)).map {
        NamePattern.Part.exactly($0)
      } + [.startingWith("\(office).control.")]
    let sources = Set(office.inboxes.flatMap(\.bindings).map(\.exchange)).sorted()
    let parking = NamePattern.Part.exactly(office.parkingRoute.key)
    var topics = [
      Topic(
        exchange: office.exchange, write: NamePattern(sentKeys(of: office, among: offices) + [parking]),
        read: NamePattern([parking]))
    ]
    for source in sources {
      let keys = office.inboxes.flatMap(\.bindings).filter { $0.exchange == source }
      topics.append(
        Topic(exchange: source, write: .nothing, read: NamePattern(keys.map { .exactly($0.key) })))
    }
    topics.append(
      Topic(exchange: "status", write: NamePattern([.startingWith("\(office)/")]), read: .nothing))
    topics.append(
      Topic(
        exchange: OfficeID.controlExchange, write: .nothing, read: NamePattern([.exactly(office.controlRoute.key)])))
    return User(
      name: office.userName, role: "workers of \(office)", configure: NamePattern(own),
      write: NamePattern(own + [office.exchange, "journal", "status"].map { .exactly($0) }),
      read: NamePattern(own + ([office.exchange] + sources + [OfficeID.controlExchange]).map { .exactly($0) }),
      topics: topics)
  }

  /// Whoever submits visits: may publish documented visits and nothing else, and reads nothing.
  private static func frontDesk(among offices: [OfficeID]) -> User {
    let visits = sentKeys(of: .practice, among: offices).filter {
      $0.text.hasPrefix(MessageType.visitDocumented.subject + ".")
    }
    return User(
      name: OfficeID.frontDeskUserName, role: "front-desk submit", configure: .nothing,
      write: NamePattern([.exactly(OfficeID.practice.exchange), .exactly("journal")]), read: .nothing,
      topics: [Topic(exchange: OfficeID.practice.exchange, write: NamePattern(visits), read: .nothing)])
  }

  /// Whoever watches: reads the journal and the heartbeats through queues of its own, and publishes nothing but orders to
  /// the offices' workers.
  private static func observer(of offices: [OfficeID]) -> User {
    let own = NamePattern.Part.startingWith("\(OfficeID.operatorUserName).")
    return User(
      name: OfficeID.operatorUserName, role: "dashboard", configure: NamePattern([own]),
      write: NamePattern([own, .exactly(OfficeID.controlExchange)]),
      read: NamePattern([own, .exactly("journal"), .exactly("status")]),
      topics: [
        Topic(exchange: "status", write: .nothing, read: NamePattern([.startingWith("")])),
        Topic(
          exchange: OfficeID.controlExchange, write: NamePattern(offices.map { .exactly($0.controlRoute.key) }),
          read: .nothing),
      ])
  }

  /// The routing keys that others are bound to on the office's exchange: what the office sends. A payer sends under its
  /// own id only.
  private static func sentKeys(of office: OfficeID, among offices: [OfficeID]) -> [NamePattern.Part] {
    let bound = offices.flatMap(\.inboxes).flatMap(\.bindings).filter { $0.exchange == office.exchange }
    var seen: Set<String> = []
    return bound.map(\.key).filter { seen.insert($0).inserted }.map { key in
      if case .payer(let id) = office, key.hasSuffix(".*") { return .exactly("\(key.dropLast(1))\(id)") }
      return .exactly(key)
    }
  }
}

/// A set of names as RabbitMQ's permissions take it: a regular expression over whole names.
public struct NamePattern: Hashable, Sendable {
  /// One name, or all names that begin alike.
  public enum Part: Hashable, Sendable {
    /// This name.
    case exactly(String)
    /// Every name that begins with this and goes on.
    case startingWith(String)

    /// The name or its beginning.
    public var text: String {
      switch self {
      case .exactly(let text), .startingWith(let text): text
      }
    }
  }

  /// What the pattern consists of.
  public let parts: [Part]

  /// Any of `parts`, each once.
  public init(_ parts: [Part]) {
    var seen: Set<Part> = []
    self.parts = parts.filter { seen.insert($0).inserted }
  }

  /// No name at all.
  public static let nothing = NamePattern([])

  /// The regular expression; it matches whole names only.
  public var expression: String {
    guard !parts.isEmpty else { return "^$" }
    let alternatives = parts.map { part in
      switch part {
      case .exactly(let name): NamePattern.escaped(name)
      case .startingWith(let beginning): NamePattern.escaped(beginning) + ".+"
      }
    }
    return "^(\(alternatives.joined(separator: "|")))$"
  }

  /// `text` with everything escaped that means something in a regular expression or, as `{`, to RabbitMQ.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if character.isASCII, !character.isLetter, !character.isNumber, !"-_/:".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
    return escaped
  }
}

extension OfficeID {
  /// The broker's user for this office's workers: `coding`, `payer-ACMEHLTH`.
  public var userName: String {
    if case .payer(let id) = self { return "payer-\(id)" }
    return description
  }

  /// The broker's user for whoever submits visits.
  public static let frontDeskUserName = "front-desk"

  /// The broker's user for whoever watches.
  public static let operatorUserName = "operator"
}

extension Permissions {
  /// The users for people, one block each.
  public var text: String {
    users.map { user in
      var lines = ["\(user.name) (\(user.role))"]
      lines.append("  configure  \(user.configure.names)")
      lines.append("  write      \(user.write.names)")
      lines.append("  read       \(user.read.names)")
      for topic in user.topics {
        lines.append("  on \(topic.exchange): publish \(topic.write.names); bind \(topic.read.names)")
      }
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }
}

extension NamePattern {
  /// The names with commas between; `…` stands for whatever follows.
  fileprivate var names: String {
    guard !parts.isEmpty else { return "nothing" }
    return parts.map { part in
      switch part {
      case .exactly(let name): name
      case .startingWith(let beginning): beginning + "…"
      }
    }.joined(separator: ", ")
  }
}
