import ClaimModel
import Foundation
import Messages
import Office
import TestBroker
import Testing

/// What no desk can handle ends in its office's parking lot with the reason, on a real broker with a real worker.
@Suite(.serialized) struct ParkingTests {
  static let topology = Topology.offices(payers: ["ACMEHLTH", "BEACON1"])

  private func publication(_ name: String, type: String, body: [UInt8]) -> Publication {
    Publication(
      route: Route(exchange: "practice", key: "visit-documented.primary-care"),
      message: WireMessage(
        id: .derived(from: "parking", name), type: type, correlation: name, timestamp: Timestamp(milliseconds: 1),
        appID: "test/\(name)", contentType: MessageType.protobufContentType, body: body))
  }

  @Test func badMessagesAreParkedWithTheirReason() throws {
    try Scratch.withFolder { folder in
      let oversized = [UInt8](repeating: 0x78, count: (8 << 20) + 1)
      let sent = [
        publication("malformed", type: "visit-documented.v1", body: Array("not protobuf".utf8)),
        publication("unknown", type: "visit-documented.v9", body: []),
        publication("oversized", type: "visit-documented.v1", body: oversized),
      ]
      let session = try PrivateBroker.open(
        SessionPlan(name: "test/parking", topology: Self.topology, queues: [QueueSubscription(queue: "coding.parked")]))
      defer { session.close() }
      #expect(try session.deliver(sent).isEmpty)

      let worker = Executable("coder-worker", environment: ["SUPERBILL_BROKER_URL": try PrivateBroker.url])
        .process(["work", "--store", "sqlite:\(folder.path)/coding.sqlite", "--name", "parking"])
      try worker.run()
      defer { if worker.isRunning { kill(worker.processIdentifier, SIGKILL) } }

      let parked = try session.receive(count: 3, seconds: 60).compactMap(\.message)
      let reasons = Dictionary(parked.map { ($0.correlation, $0.headers["parked-reason"] ?? "") }) { first, _ in first }
      #expect(reasons["malformed"]?.contains("not a Protocol Buffers") == true)
      #expect(reasons["unknown"]?.contains("unknown message type or version 'visit-documented.v9'") == true)
      #expect(reasons["oversized"]?.contains("over the limit") == true)
      #expect(parked.first { $0.correlation == "oversized" }?.body == oversized)
      #expect(parked.allSatisfy { $0.headers["parked-from"] == "coding.visits.primary-care" })
      #expect(parked.allSatisfy { $0.headers["parked-by"] == "coding/parking" })

      worker.terminate()
      worker.waitUntilExit()
      #expect(worker.terminationStatus == 0, "a worker that is asked to stop drains and ends well")
    }
  }
}
