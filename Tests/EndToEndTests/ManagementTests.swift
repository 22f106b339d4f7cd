import ClaimModel
import Foundation
import Messages
import Office
import RabbitMQBroker
import TestBroker
import Testing

/// What the dashboard asks of the broker's management API, on a broker of its own that has it.
@Suite struct ManagementTests {
  private static let queue = "payer.ACMEHLTH.claims"
  private static let topology = Topology.offices(payers: ["ACMEHLTH", "BEACON1"])

  /// The node's AMQP URL, and the management API's.
  private func withNode(_ body: (_ folder: String, _ url: String, _ management: String) throws -> Void) throws {
    try Scratch.withFolder { folder in
      let folder = folder.path
      let lines = try PrivateBroker.run(["start", folder, "--plugins", "rabbitmq_management"]).split(separator: "\n")
      defer { _ = try? PrivateBroker.run(["stop", folder]) }
      let environment = try String(contentsOfFile: "\(folder)/broker.env", encoding: .utf8)
      let port = try #require(environment.firstMatch(of: /PRIVATE_BROKER_MANAGEMENT_PORT=(\d+)/)).1
      try body(folder, String(try #require(lines.last)), "http://127.0.0.1:\(port)")
    }
  }

  private func queues(_ url: String, _ management: String, _ arguments: String...) throws -> Executable.Outcome {
    let dashboard = Executable("dashboard", environment: ["SUPERBILL_BROKER_URL": url])
    return try dashboard.run(["queues", "--management", management, "queue=\(Self.queue)"] + arguments, limit: 60)
  }

  @Test func whatAWorkerHoldsIsCounted() throws {
    try withNode { folder, url, management in
      let broker = RabbitMQBroker(try RabbitMQConfiguration(url: url))
      let session = try broker.open(
        SessionPlan(
          name: "test/managed", topology: Self.topology, queues: [QueueSubscription(queue: Self.queue)], prefetch: 2))
      defer { session.close() }
      let sent = (1...5).map { number in
        Publication(
          route: Route(exchange: "", key: Self.queue),
          message: WireMessage(
            id: .derived(from: "managed", "\(number)"), type: "x", correlation: "",
            timestamp: Timestamp(milliseconds: 1_776_246_600_000), appID: "test", contentType: "x", body: [1]))
      }
      #expect(try session.deliver(sent).isEmpty)
      #expect(try session.receive(count: 2).count == 2)

      // The node counts every few seconds.
      var outcome = try queues(url, management, "--format", "json")
      let deadline = Date(timeIntervalSinceNow: 60)
      while !outcome.output.contains("\"unacknowledged\":2"), Date() < deadline {
        _ = try session.receive(count: 1, seconds: 0.5)
        outcome = try queues(url, management, "--format", "json")
      }
      #expect(outcome.status == 0 && outcome.output.contains("\"unacknowledged\":2"), "\(outcome)")
      #expect(outcome.output.contains("\"ready\":3") && outcome.output.contains("\"consumers\":1"), "\(outcome)")
      let table = try queues(url, management)
      #expect(table.output.split(separator: "\n").first?.contains("unacked") == true, "\(table.output)")

      try expectRefusals(folder, url, management)
    }
  }

  private func expectRefusals(_ folder: String, _ url: String, _ management: String) throws {
    // A user who may use AMQP and has no tag.
    _ = try PrivateBroker.run(["ctl", folder, "-q", "add_user", "reader", "secret"])
    _ = try PrivateBroker.run(["ctl", folder, "-q", "set_permissions", "reader", "", "", ".*"])
    let untagged = try queues(url.replacing("guest:guest", with: "reader:secret"), management)
    #expect(untagged.status == 2, "\(untagged)")
    #expect(untagged.errors.contains("needs the broker's tag management or monitoring"), "\(untagged.errors)")
    #expect(!untagged.errors.contains("secret"))

    let elsewhere = try queues(url, management + "/nothing")
    #expect(elsewhere.status == 2 && elsewhere.errors.contains("it answers 4"), "\(elsewhere)")
    let closed = try queues(url, "http://127.0.0.1:1")
    #expect(closed.status == 2 && closed.errors.contains("--management: "), "\(closed)")
    let noURL = try queues(url, "127.0.0.1:15672")
    #expect(noURL.status == 64 && noURL.errors.contains("is no URL such as"), "\(noURL)")
  }
}
