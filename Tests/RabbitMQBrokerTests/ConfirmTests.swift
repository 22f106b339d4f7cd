import ClaimModel
import Foundation
import Office
import RabbitMQBroker
import TestBroker
import Testing

extension NodeTests {
  @Suite struct ConfirmTests {
    @Test(.timeLimit(.minutes(10))) func fiveThousandMessagesAreConfirmedInBatches() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.publishingPlan)
      defer { session.close() }
      var tickets: [PublishTicket] = []
      for batch in 0..<50 {
        tickets.append(try session.publish((0..<100).map { desk.publication(batch * 100 + $0) }))
      }
      #expect(tickets.map(\.lastSequence) == (1...50).map { $0 * 100 })
      for ticket in tickets { #expect(try session.awaitConfirms(ticket).isEmpty) }
      #expect(try session.wait { try $0.inspect(queue: desk.queue).ready == 5_000 })
    }

    @Test(.timeLimit(.minutes(10))) func publishWaitsWhileTooManyAreUnconfirmed() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.publishingPlan) { $0.unconfirmedLimit = 10 }
      defer { session.close() }
      var last = PublishTicket(lastSequence: 0)
      for batch in 0..<100 { last = try session.publish((0..<10).map { desk.publication(batch * 10 + $0) }) }
      #expect(try session.awaitConfirms(last).isEmpty)
      #expect(try session.wait { try $0.inspect(queue: desk.queue).ready == 1_000 })
    }

    @Test func unroutableMessagesAreReportedWithTheBrokersWords() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.plan())
      defer { session.close() }
      let mixed = (0..<200).map { desk.publication($0, key: $0 % 3 == 0 ? "nowhere" : "in.box") }
      let failures = try session.deliver(mixed)
      #expect(failures.map(\.publication) == mixed.filter { $0.route.key == "nowhere" })
      #expect(Set(failures.map(\.reason)) == [.returned("NO_ROUTE (312)")])
      #expect(try session.receive(count: 133).count == 133)
    }

    @Test func oneMessageSentToTwoRoutesFailsForTheOneThatIsUnbound() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.publishingPlan)
      defer { session.close() }
      let failures = try session.deliver([desk.publication(1), desk.publication(1, key: "nowhere")])
      #expect(failures.map(\.publication.route.key) == ["nowhere"])
    }

    @Test func unroutableHeartbeatIsDroppedSilently() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.publishingPlan)
      defer { session.close() }
      var publication = desk.publication(1, key: "nowhere")
      publication.isDurable = false
      #expect(try session.deliver([publication]).isEmpty)
    }

    @Test func fullQueueRefusesWithANegativeConfirm() throws {
      let desk = Desk(arguments: ["x-max-length": 1, "x-overflow": "reject-publish"])
      let session = try PrivateBroker.open(desk.publishingPlan)
      defer { session.close() }
      // The queue tells that it is full a little after it is.
      var reasons: Set<PublishFailure.Reason> = []
      let isRefused = try session.wait { session in
        reasons = Set(try session.deliver((0..<10).map { desk.publication($0) }).map(\.reason))
        return !reasons.isEmpty
      }
      #expect(isRefused)
      #expect(reasons == [.refused])
    }

    @Test func messageThatCannotBeWrittenIsReportedAndTheOthersAreSent() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.plan())
      defer { session.close() }
      var long = desk.publication(1)
      long.message.correlation = String(repeating: "x", count: 256)
      var large = desk.publication(2)
      large.message.headers["why"] = String(repeating: "x", count: 200_000)
      let failures = try session.deliver([long, desk.publication(3), large])
      #expect(failures.map(\.publication) == [long, large])
      #expect(failures.first?.reason == .returned("the correlation is longer than 255 bytes"))
      #expect(try session.receive(count: 1).first?.message?.correlation == "visit-3")
    }

    @Test func missingExchangeFailsTheSessionWithTheBrokersWords() throws {
      let session = try PrivateBroker.open(SessionPlan(name: "tests", topology: Topology()))
      defer { session.close() }
      var publication = Desk().publication(1)
      publication.route.exchange = "no-such-exchange"
      let first = #expect(throws: BrokerError.self) { try session.deliver([publication]) }
      #expect(first?.code == .refused)
      #expect(first?.operation == "publish")
      #expect(first?.reason.contains("no exchange 'no-such-exchange'") == true, "\(first?.description ?? "")")
      // Everything after it tells the same.
      let second = #expect(throws: BrokerError.self) { try session.receive(limit: 1, timeoutMilliseconds: 1) }
      #expect(second == first)
    }

    @Test(.timeLimit(.minutes(10))) func publisherWaitsWhileTheBrokerRaisesAnAlarm() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.publishingPlan) { $0.confirmTimeout = .seconds(1) }
      defer { session.close() }
      #expect(session.blockedReason == nil)
      try PrivateBroker.control("set_vm_memory_high_watermark", "0.00001")
      defer { _ = try? PrivateBroker.control("set_vm_memory_high_watermark", "0.4") }

      // The broker tells only a connection that publishes.
      let held = try session.publish([desk.publication(1)])
      #expect(try session.wait { $0.blockedReason != nil })
      #expect(session.blockedReason?.contains("memory") == true)
      nonisolated(unsafe) let shared = session
      let outcome = InBackground { try shared.deliver([desk.publication(2)]) }
      #expect(!outcome.hasEnded(within: 1.5), "a blocked publisher went on, or took the wait for a loss")

      try PrivateBroker.control("set_vm_memory_high_watermark", "0.4")
      #expect(try outcome.value(within: 20)?.isEmpty == true)
      #expect(try session.awaitConfirms(held).isEmpty)
      #expect(session.blockedReason == nil)
    }
  }
}

/// Something that blocks, on a thread of its own.
final class InBackground<Value>: @unchecked Sendable {
  // Unchecked because the condition guards `outcome`.
  private let condition = NSCondition()
  private var outcome: Result<Value, any Error>?

  init(_ body: @escaping @Sendable () throws -> Value) {
    Thread { [self] in
      let outcome = Result { try body() }
      condition.withLock { self.outcome = outcome }
      condition.broadcast()
    }.start()
  }

  /// Whether it ends within `seconds`.
  func hasEnded(within seconds: Double) -> Bool { wait(seconds) != nil }

  /// What it returns or throws; `nil` when it has not ended within `seconds`.
  func value(within seconds: Double) throws -> Value? { try wait(seconds)?.get() }

  private func wait(_ seconds: Double) -> Result<Value, any Error>? {
    let deadline = Date(timeIntervalSinceNow: seconds)
    return condition.withLock {
      while outcome == nil, condition.wait(until: deadline) {}
      return outcome
    }
  }
}
