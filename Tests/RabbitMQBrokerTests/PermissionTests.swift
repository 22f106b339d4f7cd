import ClaimModel
import Office
import RabbitMQBroker
import TestBroker
import Testing

extension NodeTests {
  /// A user for each office, on the node: what each may do works, and everything else is refused.
  @Suite struct PermissionTests {
    /// What a user tries.
    enum Attempt: CustomStringConvertible {
      case publish(String, String)
      case consume(String)
      case declare(String)
      case declareDeadLettering(String, to: String)
      case declareExchange(String)
      case bind(String, to: String, String)

      var description: String {
        switch self {
        case .publish(let exchange, let key): "publish \(key) to '\(exchange)'"
        case .consume(let queue): "consume \(queue)"
        case .declare(let queue): "declare \(queue)"
        case .declareDeadLettering(let queue, let exchange): "declare \(queue) dead-lettering to '\(exchange)'"
        case .declareExchange(let exchange): "declare exchange \(exchange)"
        case .bind(let queue, let exchange, let key): "bind \(queue) to \(exchange) with \(key)"
        }
      }

      func run(as user: String) throws {
        switch self {
        case .publish(let exchange, let key):
          let session = try OfficeUsers.open(user)
          defer { session.close() }
          _ = try session.deliver([OfficeUsers.publication(exchange, key)])
        case .consume(let queue): try OfficeUsers.open(user, consuming: [queue]).close()
        case .declare(let queue):
          try OfficeUsers.open(user, Topology(queues: [.init(name: queue, kind: .quorum)])).close()
        case .declareDeadLettering(let queue, let exchange):
          let declared = Topology.Queue(
            name: queue, kind: .quorum, arguments: ["x-dead-letter-exchange": .text(exchange)])
          try OfficeUsers.open(user, Topology(queues: [declared])).close()
        case .declareExchange(let exchange):
          try OfficeUsers.open(user, Topology(exchanges: [.init(name: exchange, kind: .topic)])).close()
        case .bind(let queue, let exchange, let key):
          let binding = Topology.Binding(queue: queue, exchange: exchange, key: key)
          try OfficeUsers.open(user, Topology(bindings: [binding])).close()
        }
      }
    }

    private static let everything = Topology.offices(payers: OfficeUsers.payers)

    static let refused: [(user: String, attempt: Attempt)] = [
      // Another's exchange.
      ("coding", .publish("billing", "claims.ACMEHLTH")), ("coding", .publish("practice", "patient-paid")),
      ("billing", .publish("coding", "visit-coded")), ("billing", .publish("payer", "remittance-835.ACMEHLTH")),
      ("practice", .publish("coding", "visit-coded")), ("payer-ACMEHLTH", .publish("billing", "statement-issued")),
      // One's own exchange with a key that is another's, or nobody's.
      ("payer-ACMEHLTH", .publish("payer", "remittance-835.BEACON1")),
      ("payer-ACMEHLTH", .publish("payer", "parked.payer.BEACON1")), ("coding", .publish("coding", "anything")),
      ("front-desk", .publish("practice", "patient-paid")), ("coding", .publish("status", "billing/worker")),
      // Straight into a queue.
      ("coding", .publish("", "billing.superbills")), ("coding", .publish("", "coding.visits.medical")),
      ("coding", .publish("billing.retry.5s", "billing.superbills")),
      ("coding", .publish("billing.return", "billing.superbills")),
      ("operator", .publish("journal", "")), ("operator", .publish("status", "operator")),
      ("operator", .publish("practice", "visit-documented.medical")),
      // Another's queue.
      ("billing", .consume("coding.visits.medical")), ("billing", .consume("coding.parked")),
      ("coding", .consume("billing.superbills")), ("practice", .consume("billing.remittances")),
      ("payer-ACMEHLTH", .consume("payer.BEACON1.claims")), ("operator", .consume("coding.visits.medical")),
      ("front-desk", .consume("practice.inbox")), ("coding", .consume("journal")),
      ("billing", .declare("coding.visits.medical")), ("billing", .declare("coding.spy")),
      ("billing", .declare("billing.anything")), ("operator", .declare("journal")),
      ("front-desk", .declare("practice.inbox")),
      // Exchanges that others are bound to; whoever may declare one may delete it.
      ("coding", .declareExchange("practice")), ("coding", .declareExchange("coding")),
      ("coding", .declareExchange("coding.other")), ("payer-ACMEHLTH", .declareExchange("payer")),
      // What is not in one's inbox: above all the notes.
      ("billing", .bind("billing.superbills", to: "practice", "visit-documented.#")),
      ("billing", .bind("billing.superbills", to: "practice", "visit-documented.medical")),
      ("billing", .bind("billing.superbills", to: "practice", "#")),
      ("billing", .bind("billing.superbills", to: "practice", "*.*")),
      ("billing", .bind("billing.superbills", to: "coding", "documentation-queried")),
      ("payer-ACMEHLTH", .bind("payer.ACMEHLTH.claims", to: "billing", "claims.BEACON1")),
      ("payer-ACMEHLTH", .bind("payer.ACMEHLTH.claims", to: "billing", "claims.*")),
      ("payer-ACMEHLTH", .bind("payer.ACMEHLTH.claims", to: "payer", "remittance-835.BEACON1")),
      ("payer-ACMEHLTH", .bind("payer.ACMEHLTH.claims", to: "coding", "visit-coded")),
      ("practice", .bind("practice.inbox", to: "billing", "claims.ACMEHLTH")),
      ("coding", .bind("billing.superbills", to: "coding", "visit-coded")),
      ("coding", .bind("coding.visits.medical", to: "journal", "")),
      ("operator", .bind("coding.visits.medical", to: "status", "#")),
      // Orders are the operator's to give, and each office's own to hear.
      ("coding", .publish("control", "coding")), ("coding", .publish("control", "billing")),
      ("payer-ACMEHLTH", .publish("control", "payer.BEACON1")), ("front-desk", .publish("control", "coding")),
      ("operator", .publish("control", "anything")),
      ("coding", .bind("coding.visits.medical", to: "control", "billing")),
      ("coding", .bind("coding.visits.medical", to: "control", "#")),
      ("payer-ACMEHLTH", .bind("payer.ACMEHLTH.claims", to: "control", "payer.BEACON1")),
      ("operator", .bind("operator.spy", to: "control", "#")), ("coding", .declare("billing.control.spy")),
      ("operator", .declare("coding.control.spy")), ("coding", .declareExchange("control")),
      // Whoever watches does not read what is parked, or what comes into a queue.
      ("operator", .consume("coding.parked")), ("operator", .publish("coding.return", "coding.visits.medical")),
      ("operator", .bind("operator.tap", to: "practice", "visit-documented.medical")),
      ("operator", .bind("operator.tap", to: "coding", "visit-coded")),
    ]

    @Test(arguments: refused.indices) func everythingElseIsRefused(index: Int) throws {
      let (user, attempt) = Self.refused[index]
      let error = #expect(throws: BrokerError.self, "\(user) may \(attempt)") { try attempt.run(as: user) }
      #expect(error?.description.contains("ACCESS_REFUSED") == true, "\(error?.description ?? "")")
      // The broker refuses strangers before it looks whether there is such a thing: there must be.
      switch attempt {
      case .publish(let exchange, _), .bind(_, let exchange, _):
        #expect(exchange.isEmpty || Self.everything.exchanges.contains { $0.name == exchange })
      case .consume(let queue): #expect(Self.everything.queues.contains { $0.name == queue })
      case .declare, .declareDeadLettering, .declareExchange: break
      }
    }

    @Test func deadLetteringElsewhereIsRefused() throws {
      // The right to write to the target is asked for when the queue is made, not when it is there.
      for target in ["", "practice", "billing.return"] {
        try OfficeUsers.delete("coding.parked")
        let attempt = Attempt.declareDeadLettering("coding.parked", to: target)
        let error = #expect(throws: BrokerError.self) { try attempt.run(as: "coding") }
        #expect(error?.description.contains("ACCESS_REFUSED") == true, "\(error?.description ?? "")")
        try OfficeUsers.open(.coding).close()
      }
    }

    @Test func everyOfficeSendsAndReadsWithItsOwnUser() throws {
      let offices = OfficeID.all(payers: OfficeUsers.payers)
      var sessions: [OfficeID: any BrokerSession] = [:]
      for office in offices { sessions[office] = try OfficeUsers.open(office) }
      defer { for session in sessions.values { session.close() } }
      for office in offices {
        let session = try #require(sessions[office])
        var sent: [Publication] = [
          OfficeUsers.publication("journal", ""), OfficeUsers.publication("status", "\(office)/worker-1"),
        ]
        sent[1].isDurable = false
        #expect(try session.deliver(sent).isEmpty)
        // Everything that ends in this office's queues, from the user whose it is to send it.
        for (queue, routes) in office.inboxes {
          for route in routes {
            for sender in offices where sender.exchange == route.exchange {
              guard case .payer(let id) = sender, office == .billing else {
                try send(route, from: sender, sessions, to: session, queue)
                continue
              }
              let key = route.key.replacing("*", with: id.rawValue)
              try send(Route(exchange: route.exchange, key: key), from: sender, sessions, to: session, queue)
            }
          }
        }
        try send(office.parkingRoute, from: office, sessions, to: session, office.parkingLot)
      }
    }

    private func send(
      _ route: Route, from sender: OfficeID, _ sessions: [OfficeID: any BrokerSession], to reader: any BrokerSession,
      _ queue: String
    ) throws {
      let publication = OfficeUsers.publication(route.exchange, route.key)
      #expect(try sessions[sender]?.deliver([publication]).isEmpty == true)
      let delivery = try #require(try reader.receive(count: 1).first)
      #expect(delivery.queue == queue)
      #expect(delivery.route == route)
      #expect(delivery.userID == sender.userName)
      #expect(delivery.message == publication.message)
      try reader.acknowledge(upTo: delivery.tag)
    }

    @Test func messageReturnsFromARetryQueueThatTheOfficeItselfHasDeclared() throws {
      let queue = "coding.visits.medical"
      for name in ["coding.retry.5s", queue] { try OfficeUsers.delete(name) }
      let session = try OfficeUsers.open(.coding)
      defer { session.close() }
      #expect(try session.deliver([OfficeUsers.publication("coding.retry.5s", queue)]).isEmpty)
      let delivery = try #require(try session.receive(count: 1).first)
      #expect(delivery.queue == queue)
      #expect(delivery.route == Route(exchange: "coding.return", key: queue))
      #expect(delivery.userID == "coding")
      try session.acknowledge(upTo: delivery.tag)
    }

    @Test func frontDeskSubmitsAndOperatorReadsTheJournalAndHeartbeats() throws {
      let coder = try OfficeUsers.open(.coding)
      defer { coder.close() }
      let topology = Topology(
        queues: [.init(name: "operator.status", kind: .quorum)],
        bindings: [.init(queue: "operator.status", exchange: "status", key: "#")]
      ).merged(with: Topology.journal.shared)
      let plan = SessionPlan(
        name: "tests/operator", topology: topology,
        queues: [.init(queue: "operator.status"), .init(queue: "journal", streamOffset: .next)])
      let watcher = try RabbitMQBroker(try OfficeUsers.configuration(of: "operator")).open(plan)
      defer { watcher.close() }

      let desk = try OfficeUsers.open("front-desk", .submission)
      defer { desk.close() }
      let visit = OfficeUsers.publication("practice", "visit-documented.medical")
      #expect(try desk.deliver([visit, OfficeUsers.publication("journal", "")]).isEmpty)
      let received = try coder.receive(count: 1)
      #expect(received.map(\.userID) == ["front-desk"])
      try coder.acknowledge(upTo: 1)
      #expect(try watcher.receive(count: 1).map(\.queue) == ["journal"])
      #expect(try coder.deliver([OfficeUsers.publication("status", "coding/worker-1")]).isEmpty)
      #expect(try watcher.receive(count: 1).map(\.queue) == ["operator.status"])
      // A passive declaration needs no permission before RabbitMQ 4.2.6.
      #expect(try watcher.inspect(queue: "coding.visits.medical").consumers == 1)
    }

    @Test func operatorsOrderReachesEveryWorkerOfTheOffice() throws {
      let sessions = try ["a", "b"].map { name in
        let queue = "coding.control.\(name).1"
        let topology = Topology(
          queues: [.init(name: queue, kind: .exclusive)],
          bindings: [.init(queue: queue, exchange: "control", key: "coding")])
        return try OfficeUsers.open("coding", topology, consuming: [queue])
      }
      defer { for session in sessions { session.close() } }
      let watcher = try OfficeUsers.open("operator", Topology.journal.shared)
      defer { watcher.close() }
      #expect(try watcher.deliver([OfficeUsers.publication("control", "coding")]).isEmpty)
      for session in sessions { #expect(try session.receive(count: 1).map(\.userID) == ["operator"]) }
      #expect(try watcher.deliver([OfficeUsers.publication("control", "billing")]).count == 1, "nobody listens there")
    }

    @Test func whatIsMissingAndMayNotBeDeclaredIsNamed() throws {
      try OfficeUsers.delete("journal")
      let error = #expect(throws: BrokerError.self) { try OfficeUsers.open("operator", Topology.journal.shared) }
      #expect(
        error?.description
          == "declare queue journal: it does not exist, and this user may not declare it; import the broker's definitions first"
      )
      // Whoever may, declares and binds it.
      let guest = try OfficeUsers.open("guest", Topology.journal.shared)
      defer { guest.close() }
      #expect(try guest.deliver([OfficeUsers.publication("journal", "")]).isEmpty)
      try OfficeUsers.open("operator", Topology.journal.shared).close()
    }
  }
}
