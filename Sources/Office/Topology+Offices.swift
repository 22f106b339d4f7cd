import ClaimModel
import Messages

extension Topology {
  /// How often the broker may hand out a message before it moves it to the parking lot itself. Far above the retry
  /// ladder, which counts attempts of its own: this is the last resort against a message that kills its worker.
  public static let deliveryLimit: Int64 = 100

  /// Everything the offices declare. Idempotent: every worker declares it at every connect.
  public static func offices(payers: [PayerID], ladder: RetryLadder = .standard) -> Topology {
    let offices = [OfficeID.practice, .coding, .billing] + payers.map(OfficeID.payer)
    return offices.map { office($0, ladder: ladder) }.reduce(journal) { $0.merged(with: $1) }
  }

  /// What one office reads, with its retry steps and parking lot, and every exchange its queues are bound to.
  public static func office(_ office: OfficeID, ladder: RetryLadder = .standard) -> Topology {
    var topology = Topology(
      exchanges: ["practice", "coding", "billing", "payer"].map { Exchange(name: $0, kind: .topic) })
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
    }
    for step in ladder.steps {
      let name = RetryLadder.queue(of: office, step: step)
      topology.exchanges.append(Exchange(name: name, kind: .fanout))
      topology.queues.append(
        Queue(
          name: name, kind: .quorum,
          arguments: [
            "x-message-ttl": .integer(step.milliseconds),
            // Expired messages return through the default exchange under their own routing key: their queue's name.
            "x-dead-letter-exchange": "",
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
  /// The queues the office reads, with what is bound to each.
  public var inboxes: [(queue: String, bindings: [Route])] {
    switch self {
    case .practice:
      return [
        (
          "practice.inbox",
          [
            Route(exchange: "coding", key: "\(MessageType.documentationQueried.subject)"),
            Route(exchange: "billing", key: "\(MessageType.statementIssued.subject)"),
            Route(exchange: "billing", key: "\(MessageType.accountClosed.subject)"),
          ]
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
            MessageType.implementationAcknowledgment, .claimAcknowledgment, .remittanceAdvice, .appealDecided,
          ].map { Route(exchange: "payer", key: "\($0.subject).*") }
        ),
        ("billing.payments", [Route(exchange: "practice", key: MessageType.patientPaid.subject)]),
      ]
    case .payer(let id):
      return [
        (
          "payer.\(id).claims",
          [MessageType.professionalClaims, .appealSubmitted].map {
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
