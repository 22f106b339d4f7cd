import ClaimModel
import Foundation
import Office
import Testing

/// What the users may do, held against plain rules: an office writes to its own exchange and reads its own queues.
@Suite struct PermissionsTests {
  private static let payers: [PayerID] = ["ACMEHLTH", "BEACON1"]
  private static let permissions = Permissions(payers: payers)
  private static let offices = OfficeID.all(payers: payers)
  private static let everything = Topology.offices(payers: payers)

  private func user(_ office: OfficeID) throws -> Permissions.User {
    try #require(Self.permissions.users.first { $0.name == office.userName })
  }

  /// As RabbitMQ does it: the expression is searched for in the name.
  private func allows(_ pattern: NamePattern, _ name: String) throws -> Bool {
    try NSRegularExpression(pattern: pattern.expression)
      .firstMatch(in: name, range: NSRange(name.startIndex..., in: name)) != nil
  }

  @Test func officeOwnsAndReadsTheQueuesOfItsNameAndNoOthers() throws {
    for office in Self.offices {
      let user = try user(office)
      for queue in Self.everything.queues.map(\.name) {
        let isOwn = queue.hasPrefix("\(office).")
        #expect(try allows(user.configure, queue) == isOwn, "\(user.name) \(queue)")
        #expect(try allows(user.read, queue) == isOwn, "\(user.name) \(queue)")
        #expect(try allows(user.write, queue) == (isOwn || queue == "journal"), "\(user.name) \(queue)")
      }
    }
  }

  @Test func officeWritesToItsOwnExchangeTheJournalAndTheStatusOnly() throws {
    for office in Self.offices {
      let user = try user(office)
      for exchange in Self.everything.exchanges.map(\.name) {
        let isWritten =
          exchange == office.exchange || exchange.hasPrefix("\(office).") || exchange == "journal"
          || exchange == "status"
        #expect(try allows(user.write, exchange) == isWritten, "\(user.name) \(exchange)")
        #expect(try allows(user.configure, exchange) == exchange.hasPrefix("\(office)."), "\(user.name) \(exchange)")
      }
      for name in ["amq.default", "amq.topic", "", "amq.gen-x", "\(office)", "\(office).spy", "x\(office).parked"] {
        #expect(try !allows(user.configure, name) && !allows(user.read, name) || name == office.exchange, "\(name)")
      }
      #expect(try !allows(user.write, "amq.default") && !allows(user.write, ""))
    }
  }

  @Test func everyTopicExchangeThatMayBeUsedHasItsKeysLimited() throws {
    // RabbitMQ takes no entry for no limit.
    for user in Self.permissions.users {
      for exchange in Self.everything.exchanges where exchange.kind == .topic {
        let isUsed = try allows(user.write, exchange.name) || allows(user.read, exchange.name)
        #expect(user.topics.contains { $0.exchange == exchange.name } == isUsed, "\(user.name) \(exchange.name)")
      }
    }
  }

  @Test func officeBindsItsInboxAndParkingLotAndNothingElse() throws {
    for office in Self.offices {
      let user = try user(office)
      let own = office.inboxes.flatMap(\.bindings) + [office.parkingRoute]
      for binding in Self.everything.bindings {
        guard let topic = user.topics.first(where: { $0.exchange == binding.exchange }) else { continue }
        let isOwn = own.contains(Route(exchange: binding.exchange, key: binding.key))
        #expect(try allows(topic.read, binding.key) == isOwn, "\(user.name) \(binding)")
      }
      for topic in user.topics {
        for key in ["#", "*", "*.*", "visit-documented.#", "visit-documented.*", "claims.#", "parked.#"] {
          #expect(try !allows(topic.read, key), "\(user.name) \(topic.exchange) \(key)")
        }
      }
    }
  }

  @Test func officeHearsOrdersForItselfAndGivesNone() throws {
    for office in Self.offices {
      let user = try user(office)
      let topic = try #require(user.topics.first { $0.exchange == OfficeID.controlExchange })
      for other in Self.offices {
        #expect(try allows(topic.read, other.controlRoute.key) == (other == office))
        #expect(try !allows(topic.write, other.controlRoute.key))
        #expect(try allows(user.configure, "\(other).control.w.1") == (other == office))
      }
      #expect(try !allows(user.write, OfficeID.controlExchange) && !allows(topic.read, "#"))
    }
    let watcher = try #require(Self.permissions.users.first { $0.name == OfficeID.operatorUserName })
    let topic = try #require(watcher.topics.first { $0.exchange == OfficeID.controlExchange })
    for office in Self.offices { #expect(try allows(topic.write, office.controlRoute.key)) }
    #expect(try !allows(topic.write, "coding.x") && !allows(topic.read, "coding"))
  }

  @Test func payerSendsUnderItsOwnIDOnly() throws {
    let user = try user(.payer("ACMEHLTH"))
    let topic = try #require(user.topics.first { $0.exchange == "payer" })
    #expect(try allows(topic.write, "remittance-835.ACMEHLTH"))
    for key in ["remittance-835.BEACON1", "remittance-835.ACMEHLTH.x", "remittance-835x.ACMEHLTH", "remittance-835.*"] {
      #expect(try !allows(topic.write, key), "\(key)")
    }
  }

  @Test func namesOfPayersAreNoPatterns() throws {
    let pattern = NamePattern([.exactly("payer.A+(B)|.*"), .startingWith("a{username}")])
    #expect(try allows(pattern, "payer.A+(B)|.*"))
    #expect(try !allows(pattern, "payer.AAB") && !allows(pattern, "anything"))
    #expect(try allows(pattern, "a{username}x") && !allows(pattern, "a{username}"))
    #expect(!pattern.expression.contains("{username}"))
    #expect(NamePattern.nothing.expression == "^$")
  }

  @Test func workerDeclaresItsOwnAndLooksForTheRest() throws {
    for office in Self.offices {
      let user = try user(office)
      let topology = Topology.worker(of: office, payers: Self.payers)
      for queue in topology.queues {
        #expect(try allows(user.configure, queue.name) == !queue.isShared, "\(queue.name)")
      }
      for exchange in topology.exchanges {
        #expect(try allows(user.configure, exchange.name) == !exchange.isShared, "\(exchange.name)")
      }
      // What it sends finds a queue, whoever comes first.
      for binding in Self.everything.bindings where binding.exchange == office.exchange {
        #expect(topology.bindings.contains(binding) || isOtherPayers(binding, office), "\(office) \(binding)")
      }
      #expect(topology.queues.contains { $0.name == "journal" })
    }
  }

  /// Payers share an exchange, each with its own parking lot on it.
  private func isOtherPayers(_ binding: Topology.Binding, _ office: OfficeID) -> Bool {
    if case .payer = office { binding.key.hasPrefix("parked.payer.") } else { false }
  }
}
