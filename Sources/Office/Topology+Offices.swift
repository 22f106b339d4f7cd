import ClaimModel
import Messages

extension Topology {
  /// How often the broker may hand out a message before it moves it to the parking lot itself. Far above the retry
  /// ladder, which counts attempts of its own: this is the last resort against a message that kills its worker.
  public static let deliveryLimit: Int64 = 100

  /// Everything there is, owned: for an administrator, and for a broker's definitions.
  public static func offices(payers: [PayerID], ladder: RetryLadder = .standard) -> Topology {
    var topology = OfficeID.all(payers: payers).map { office($0, ladder: ladder) }
      .reduce(journal) { $0.merged(with: $1) }
    for index in topology.exchanges.indices { topology.exchanges[index].isShared = false }
    return topology
  }

  /// What a worker of an office declares at each connect: what is the office's own, and, only where it is missing, what
  /// it shares with others: the exchanges, the journal, and the queues that take what it sends.
  ///
  /// On a broker with a user for each office the shared part is there already (see ``Permissions``); on one with a
  /// single user whoever comes first declares it, so that nothing sent finds no queue.
  public static func worker(of office: OfficeID, payers: [PayerID], ladder: RetryLadder = .standard) -> Topology {
    let addressees = OfficeID.all(payers: payers).filter { other in
      other != office && other.inboxes.contains { $0.bindings.contains { $0.exchange == office.exchange } }
    }
    return addressees.map { self.office($0, ladder: ladder).shared }
      .reduce(self.office(office, ladder: ladder).merged(with: journal.shared)) { $0.merged(with: $1) }
  }

  /// What a submitted visit needs: the coding office's queues and the journal, declared only where they are missing.
  public static let submission = office(.coding).shared.merged(with: journal.shared)

  /// What one office owns: the queues it reads, its retry steps and its parking lot. The exchanges that offices write
  /// to are shared, its own among them: nobody's user may delete what others are bound to.
  public static func office(_ office: OfficeID, ladder: RetryLadder = .standard) -> Topology {
    let sources = office.inboxes.flatMap { $0.bindings.map(\.exchange) } + [office.exchange]
    var topology = Topology(
      exchanges: Set(sources).sorted().map { Exchange(name: $0, kind: .topic, isShared: true) }
        + [Exchange(name: office.returnExchange, kind: .direct)])
    for (queue, bindings) in office.inboxes {
      topology.queues.append(
        Queue(
          name: queue, kind: .quorum,
          arguments: [
            "x-delivery-limit": .integer(deliveryLimit),
            "x-dead-letter-exchange": .text(office.exchange),
            "x-dead-letter-routing-key": .text(office.parkingRoute.key),
            "x-dead-letter-strategy": "at-least-once",
            "x-overflow": "reject-publish",
          ]))
      topology.bindings += bindings.map { Binding(queue: queue, exchange: $0.exchange, key: $0.key) }
      topology.bindings.append(Binding(queue: queue, exchange: office.returnExchange, key: queue))
    }
    for step in ladder.steps {
      let name = RetryLadder.queue(of: office, step: step)
      topology.exchanges.append(Exchange(name: name, kind: .fanout))
      topology.queues.append(
        Queue(
          name: name, kind: .quorum,
          arguments: [
            "x-message-ttl": .integer(step.milliseconds),
            // Expired messages return under their own routing key, the name of the queue they came from. Not through
            // the default exchange: declaring that takes the right to write to any queue of the virtual host.
            "x-dead-letter-exchange": .text(office.returnExchange),
            "x-dead-letter-strategy": "at-least-once",
            "x-overflow": "reject-publish",
          ]))
      topology.bindings.append(Binding(queue: name, exchange: name, key: ""))
    }
    topology.queues.append(Queue(name: office.parkingLot, kind: .quorum))
    topology.bindings.append(
      Binding(queue: office.parkingLot, exchange: office.parkingRoute.exchange, key: office.parkingRoute.key))
    return topology
  }

  /// The journal, a stream that every worker appends to and readers read without consuming, and the status exchange.
  public static let journal = Topology(
    exchanges: [Exchange(name: "journal", kind: .fanout), Exchange(name: "status", kind: .topic)],
    queues: [
      Queue(
        name: "journal", kind: .stream,
        arguments: [
          "x-max-age": "30D", "x-max-length-bytes": 20_000_000_000, "x-stream-max-segment-size-bytes": 100_000_000,
        ])
    ],
    bindings: [Binding(queue: "journal", exchange: "journal", key: "")])
}

extension OfficeID {
  /// Every office.
  public static func all(payers: [PayerID]) -> [OfficeID] {
    [.practice, .coding, .billing] + payers.map(OfficeID.payer)
  }

  /// The queues the office reads, with what is bound to each.
  public var inboxes: [(queue: String, bindings: [Route])] {
    switch self {
    case .practice:
      return [
        (
          "practice.inbox",
          [
            Route(exchange: "coding", key: "\(MessageType.documentationQueried.subject)")
          ]
            + [MessageType.statementIssued, .accountClosed, .refundIssued, .registrationQueried].map {
              Route(exchange: "billing", key: $0.subject)
            }
        )
      ]
    case .coding: return Specialty.allCases.flatMap(OfficeID.codingInboxes)
    case .billing:
      return [
        (
          "billing.superbills",
          [MessageType.visitCoded, .visitRecoded, .codingUpheld, .recodeUnanswerable].map {
            Route(exchange: "coding", key: $0.subject)
          }
        ),
        (
          "billing.remittances",
          [
            MessageType.implementationAcknowledgment, .claimAcknowledgment, .claimStatusResponse, .remittanceAdvice,
            .appealDecided, .interchangeAcknowledgment,
          ].map { Route(exchange: "payer", key: "\($0.subject).*") }
        ),
        (
          "billing.payments",
          [MessageType.patientPaid, .registrationCorrected].map { Route(exchange: "practice", key: $0.subject) }
        ),
      ]
    case .payer(let id):
      return [
        (
          "payer.\(id).claims",
          [MessageType.professionalClaims, .claimStatusRequest, .appealSubmitted].map {
            Route(exchange: "billing", key: "\($0.subject).\(id)")
          }
        )
      ]
    }
  }

  private static func codingInboxes(of specialty: Specialty) -> [(queue: String, bindings: [Route])] {
    [
      (
        "coding.visits.\(specialty.rawValue)",
        [MessageType.visitDocumented, .documentationAmended].map {
          Route(exchange: "practice", key: "\($0.subject).\(specialty.rawValue)")
        }
      ),
      (
        "coding.recodes.\(specialty.rawValue)",
        [Route(exchange: "billing", key: "\(MessageType.recodeRequested.subject).\(specialty.rawValue)")]
      ),
    ]
  }
}
