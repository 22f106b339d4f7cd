import ClaimModel
import Foundation
import Office
import RabbitMQBroker
import TestBroker
import Testing

extension NodeTests {
  @Suite struct FailureTests {
    @Test(.timeLimit(.minutes(10))) func deletedQueueEndsTheSession() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.plan())
      defer { session.close() }
      try PrivateBroker.control("delete_queue", desk.queue)
      let error = #expect(throws: BrokerError.self) { try session.receive(count: 1) }
      #expect(error?.code == .refused)
      #expect(error?.operation == "consume \(desk.queue)")
      let later = #expect(throws: BrokerError.self) { try session.publish([desk.publication(1)]) }
      #expect(later == error)
    }

    @Test(.timeLimit(.minutes(10))) func killedConnectionIsReportedAndAnotherSessionResumes() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.plan())
      #expect(try session.deliver((0..<10).map { desk.publication($0) }).isEmpty)
      #expect(try session.receive(count: 10).count == 10)
      try session.acknowledge(upTo: 4)
      // A confirmed message shows that the acknowledgement was sent as well.
      #expect(try session.wait { try $0.inspect(queue: desk.queue).ready == 0 })
      try PrivateBroker.control("close_all_connections", "an operator's reason")
      let error = #expect(throws: BrokerError.self) { try session.receive(count: 1) }
      #expect(error?.code == .unreachable)
      #expect(error?.reason.contains("an operator's reason") == true, "\(error?.description ?? "")")
      session.close()

      let again = try PrivateBroker.open(desk.plan())
      defer { again.close() }
      let deliveries = try again.receive(count: 6)
      #expect(Set(deliveries.map(\.message?.correlation)) == Set((4..<10).map { "visit-\($0)" }))
      #expect(deliveries.map(\.isRedelivered) == Array(repeating: true, count: 6))
      #expect(deliveries.map(\.tag) == Array(1...6))
    }

    @Test(.timeLimit(.minutes(10))) func heartbeatsGoOnWhileTheWorkerComputes() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.plan()) { $0.heartbeat = .seconds(1) }
      defer { session.close() }
      // The broker gives up after two missed heartbeats; this thread does nothing with the session for six.
      #expect(!InBackground { _ = DispatchSemaphore(value: 0).wait(timeout: .now() + 30) }.hasEnded(within: 6))
      #expect(try session.deliver([desk.publication(1)]).isEmpty)
      #expect(try session.receive(count: 1).count == 1)
    }

    @Test(.timeLimit(.minutes(10))) func silentBrokerIsNoticedByItsHeartbeats() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.plan()) { $0.heartbeat = .seconds(1) }
      try suspended {
        let error = #expect(throws: BrokerError.self) { try session.receive(count: 1, seconds: 10) }
        #expect(error?.code == .unreachable)
        #expect(error?.reason.contains("eartbeat") == true, "\(error?.description ?? "")")
        let start = Date()
        session.close()
        #expect(Date().timeIntervalSince(start) < 5)
      }
    }

    @Test(.timeLimit(.minutes(10))) func missingConfirmsAreAnErrorAndClosingIsBounded() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.plan()) { $0.confirmTimeout = .milliseconds(500) }
      try suspended {
        let error = #expect(throws: BrokerError.self) { try session.deliver([desk.publication(1)]) }
        #expect(error?.code == .unreachable)
        #expect(error?.operation == "await confirms")
        let start = Date()
        session.close()
        #expect(Date().timeIntervalSince(start) < 5)
      }
    }

    @Test(.timeLimit(.minutes(10))) func closingIsBoundedInTheMiddleOfAWrite() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.publishingPlan)
      try suspended {
        // More than the socket's buffers hold, so that the thread is in the middle of a write.
        _ = try session.publish((0..<4).map { desk.publication($0, body: [UInt8](repeating: 7, count: 10 << 20)) })
        let start = Date()
        session.close()
        #expect(Date().timeIntervalSince(start) < 5)
      }
      session.close()
      #expect(throws: BrokerError.self) { try session.publish([desk.publication(1)]) }
    }

    @Test func closedSessionSaysSo() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.plan())
      session.close()
      session.close()
      let error = #expect(throws: BrokerError.self) { try session.receive(limit: 1, timeoutMilliseconds: 1) }
      #expect(error?.reason == "it is closed")
    }

    @Test func queueDeclaredOtherwiseIsRefused() throws {
      let desk = Desk(arguments: ["x-delivery-limit": 20])
      let session = try PrivateBroker.open(desk.publishingPlan)
      defer { session.close() }
      var other = desk
      other.topology.queues[0].arguments["x-delivery-limit"] = 30
      let error = #expect(throws: BrokerError.self) { try PrivateBroker.open(other.plan()) }
      #expect(error?.code == .refused)
      #expect(error?.operation == "declare queue \(desk.queue)")
      #expect(error?.reason.contains("x-delivery-limit") == true)
    }

    @Test func missingQueueIsRefusedByConsumeAndByInspect() throws {
      let plan = SessionPlan(
        name: "tests", topology: Topology(), queues: [QueueSubscription(queue: "no-such-queue")])
      let consume = #expect(throws: BrokerError.self) { try PrivateBroker.open(plan) }
      #expect(consume?.code == .refused)
      #expect(consume?.operation == "consume no-such-queue")
      let session = try PrivateBroker.open(SessionPlan(name: "tests", topology: Topology()))
      defer { session.close() }
      let inspect = #expect(throws: BrokerError.self) { try session.inspect(queue: "no-such-queue") }
      #expect(inspect?.code == .refused)
      #expect(inspect?.reason.contains("no queue 'no-such-queue'") == true)
    }

    /// Runs `body` while the node is stopped in its tracks.
    private func suspended(_ body: () throws -> Void) throws {
      let process = try PrivateBroker.processID()
      try #require(process > 1)
      kill(process, SIGSTOP)
      defer { kill(process, SIGCONT) }
      try body()
    }
  }
}
