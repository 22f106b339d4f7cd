import Foundation
import Office
import RabbitMQBroker
import TestBroker
import Testing

/// Submitting while another program is just declaring the queues.
@Suite struct SubmitTests {
  /// A virtual host in which the coding office's queues are there and not bound yet.
  private struct HalfDeclared {
    let url: String
    private let broker: RabbitMQBroker

    init(_ name: String) throws {
      url = try PrivateBroker.url(ofVirtualHost: name)
      broker = RabbitMQBroker(try RabbitMQConfiguration(url: url))
      var unbound = Topology.office(.coding)
      unbound.bindings = []
      try open(unbound).close()
    }

    func open(_ topology: Topology) throws -> any BrokerSession {
      try broker.open(SessionPlan(name: "test/submit", topology: topology))
    }
  }

  @Test func waitsForQueuesThatAreJustBeingBound() throws {
    let host = try HalfDeclared("bound-late")
    let submit = Executable("front-desk", environment: ["SUPERBILL_BROKER_URL": host.url])
      .process(["submit", "--generate", "3"])
    let errors = Pipe()
    submit.standardError = errors
    try submit.run()
    let line = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
    #expect(line.contains("no queue takes it") && line.contains("trying again"), "\(line)")
    let session = try host.open(.office(.coding))
    defer { session.close() }
    submit.waitUntilExit()
    #expect(submit.terminationStatus == 0)
    let depths = try Topology.office(.coding).queues.filter { $0.name.hasPrefix("coding.visits.") }
      .map { try session.inspect(queue: $0.name).ready }
    #expect(depths.reduce(0, +) == 3)
  }

  @Test func givesUpOnQueuesThatNobodyBinds() throws {
    let host = try HalfDeclared("never-bound")
    let outcome = try Executable("front-desk", environment: ["SUPERBILL_BROKER_URL": host.url])
      .run(["submit", "--generate", "3"], limit: 60)
    #expect(outcome.status == 2)
    let last = outcome.errors.split(separator: "\n").last ?? ""
    #expect(last.contains("no queue takes it") && last.contains("0 of 3 visits were submitted"), "\(outcome.errors)")
  }
}
