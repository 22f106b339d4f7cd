import ClaimModel
import DashboardKit
import Foundation
import Messages
import Office
import Synchronization
import Testing

/// A parking lot worked by an operator: nothing leaves it before it is safe elsewhere, and everything is journaled.
@Suite struct ParkingLotTests {
  /// What was done with the session, in order.
  private enum Deed: Hashable {
    case published(Route, MessageID)
    case acknowledged(UInt64)
  }

  private final class Lot: Broker, PickingSession {
    let deliveries: [Delivery]
    let refusesExchange: String?
    private let state = Mutex(
      (deeds: [Deed](), handedOut: 0, publications: [Publication](), failures: [PublishFailure]()))

    init(_ deliveries: [Delivery], refusing exchange: String? = nil) {
      self.deliveries = deliveries
      refusesExchange = exchange
    }

    var deeds: [Deed] { state.withLock { $0.deeds } }
    var publications: [Publication] { state.withLock { $0.publications } }

    func open(_ plan: SessionPlan) -> any BrokerSession { self }
    func receive(limit: Int, timeoutMilliseconds: Int) -> [Delivery] {
      state.withLock { state in
        let next = deliveries.dropFirst(state.handedOut).prefix(limit)
        state.handedOut += next.count
        return Array(next)
      }
    }
    func publish(_ publications: [Publication]) -> PublishTicket {
      state.withLock { state in
        state.publications += publications
        state.deeds += publications.map { .published($0.route, $0.message.id) }
        state.failures = publications.filter { $0.route.exchange == refusesExchange }.map {
          PublishFailure(publication: $0, reason: .returned("NO_ROUTE"))
        }
      }
      return PublishTicket(lastSequence: 0)
    }
    func awaitConfirms(_ ticket: PublishTicket) -> [PublishFailure] {
      state.withLock { state in
        defer { state.failures = [] }
        return state.failures
      }
    }
    func acknowledge(upTo tag: UInt64) { Issue.record("others would be lost") }
    func acknowledge(only tag: UInt64) { state.withLock { $0.deeds.append(.acknowledged(tag)) } }
    var blockedReason: String? { nil }
    func inspect(queue: String) -> QueueDepth { QueueDepth(ready: deliveries.count, consumers: 0) }
    func consumeAnew() {}
    func close() {}
  }

  private static func delivery(_ tag: UInt64, headers: [String: String]) -> Delivery {
    Delivery(
      tag: tag, queue: "coding.parked", route: OfficeID.coding.parkingRoute, isRedelivered: false, userID: "coding",
      content: .message(
        WireMessage(
          id: .derived(from: "parked", "\(tag)"), type: "visit-documented.v1", correlation: "V\(tag)",
          timestamp: Sample.now, appID: "practice/submit", contentType: "x", attempt: 4, headers: headers, body: [1, 2])
      ))
  }

  private static func parked(_ tag: UInt64, from queue: String, because reason: String = "it is bad") -> Delivery {
    delivery(
      tag,
      headers: [
        "parked-from": queue, "parked-reason": reason, "parked-at": "2026-04-15T09:30:00.000Z",
        "parked-by": "coding/1", "kept": "yes", "x-first-death-queue": "x",
      ])
  }

  private func lot(_ broker: Lot) throws -> ParkingLot { try ParkingLot(of: .coding, broker: broker) { Sample.now } }

  private func all(_ lot: ParkingLot) throws -> [ParkedMessage] {
    var all: [ParkedMessage] = []
    try lot.read { parked throws(BrokerError) in
      all.append(parked)
      return true
    }
    return all
  }

  @Test func requeuedMessageIsPublishedAndConfirmedAndJournaledBeforeItLeaves() throws {
    let broker = Lot([Self.parked(1, from: "coding.visits.medical"), Self.parked(2, from: "coding.recodes.surgical")])
    let lot = try lot(broker)
    let parked = try all(lot)
    #expect(try lot.requeue(parked[1]) == .done)
    let back = Route(exchange: "coding.return", key: "coding.recodes.surgical")
    let journal = try #require(broker.publications.last)
    #expect(
      broker.deeds == [
        .published(back, .derived(from: "parked", "2")),
        .published(Route(exchange: "journal", key: ""), journal.message.id),
        .acknowledged(2),
      ])
    let message = try #require(broker.publications.first?.message)
    #expect(message.headers == ["kept": "yes"] && message.attempt == 0 && message.body == [1, 2])
    #expect(message.correlation == "V2" && message.appID == "practice/submit")
    let entry = try #require(try JournalEntry.entries(in: journal.message.body).first)
    #expect(entry.outcome == .requeued && entry.visits == ["V2"] && entry.handler == "coding/dashboard")
  }

  @Test func whatIsParkedAgainMeanwhileIsLeftForTheNextTime() throws {
    let again = Self.parked(1, from: "coding.visits.medical")
    let broker = Lot([again, again, Self.parked(2, from: "coding.visits.medical"), again])
    let lot = try lot(broker)
    var sent: [String] = []
    try lot.read { parked throws(BrokerError) in
      sent.append(parked.reading.correlation)
      _ = try lot.requeue(parked)
      return true
    }
    #expect(sent == ["V1", "V2"])
  }

  @Test func whatNoQueueTakesStays() throws {
    let broker = Lot([Self.parked(1, from: "coding.visits.medical")], refusing: "coding.return")
    let lot = try lot(broker)
    let parked = try #require(try all(lot).first)
    guard case .left(let reason) = try lot.requeue(parked) else { return #expect(Bool(false), "it is gone") }
    #expect(reason.contains("NO_ROUTE"))
    #expect(!broker.deeds.contains(.acknowledged(1)))
  }

  @Test func whatCannotBeJournaledStays() throws {
    let broker = Lot([Self.parked(1, from: "coding.visits.medical")], refusing: "journal")
    let lot = try lot(broker)
    let parked = try #require(try all(lot).first)
    #expect(throws: BrokerError.self) { try lot.discard(parked) }
    #expect(!broker.deeds.contains(.acknowledged(1)))
  }

  @Test(arguments: ["billing.superbills", "", "billing/x", "coding.parked"]) func whatCameFromElsewhereStays(
    from: String
  )
    throws
  {
    let broker = Lot([Self.parked(1, from: from)])
    let lot = try lot(broker)
    guard case .left = try lot.requeue(try #require(try all(lot).first)) else {
      return #expect(Bool(false), "it was sent somewhere")
    }
    #expect(broker.deeds.isEmpty)
  }

  @Test func unroutableMessageGoesTheWayItWasMeantTo() throws {
    let broker = Lot([Self.parked(1, from: "coding/visit-coded", because: "no queue takes it: NO_ROUTE")])
    let lot = try lot(broker)
    #expect(try lot.requeue(try #require(try all(lot).first)) == .done)
    #expect(broker.publications.first?.route == Route(exchange: "coding", key: "visit-coded"))
  }

  /// Who sends the same twice without an id has two messages in the lot, and both are seen and dropped.
  @Test func messagesOfOneIDAreAllSeen() throws {
    let broker = Lot([1, 1, 2].map { Self.parked($0, from: "coding.visits.medical") })
    let lot = try lot(broker)
    let parked = try all(lot)
    #expect(parked.count == 3)
    for message in parked { #expect(try lot.discard(message) == .done) }
  }

  @Test func messageWithAMadeIdentityIsNotSentAgain() throws {
    let delivery = Self.delivery(
      1,
      headers: [
        "parked-from": "coding.visits.medical", "parked-reason": "there is no message_id",
        MalformedMessage.madeIdentity: "made of what it holds",
      ])
    let broker = Lot([delivery])
    let lot = try lot(broker)
    guard case .left(let why) = try lot.requeue(try #require(try all(lot).first)) else {
      return #expect(Bool(false), "it was sent")
    }
    #expect(why.contains("without an id"))
    #expect(broker.deeds.isEmpty)
  }

  @Test func malformedMessageCanOnlyBeDiscarded() throws {
    let malformed = Delivery(
      tag: 7, queue: "coding.parked", route: OfficeID.coding.parkingRoute, isRedelivered: true,
      content: .malformed(MalformedMessage(reason: "there is no message_id", type: "odd", body: [9])))
    let broker = Lot([malformed])
    let lot = try lot(broker)
    let parked = try #require(try all(lot).first)
    #expect(parked.reason == "there is no message_id")
    guard case .left = try lot.requeue(parked) else { return #expect(Bool(false), "it was sent") }
    #expect(try lot.discard(parked) == .done)
    #expect(broker.deeds.last == .acknowledged(7))
  }

  @Test(arguments: [
    ("unknown message type or version 'visit-documented.v9'", "newer than this office"),
    ("body is not a Protocol Buffers superbill.v1.VisitDocumented message", "one version"),
    ("sent by user 'billing', who may not send this to exchange 'practice'", "password"),
    ("body of 9000000 bytes is over the limit of 8388608", "several"),
    ("given up after 5 attempts: the claim is not here yet", "retry ladder"),
    ("no queue takes it: NO_ROUTE (312)", "definitions"), ("a refund must be of what was paid", "dashboard trace V1"),
  ]) func reasonHasItsRemedy(reason: String, words: String) throws {
    let parked = ParkedMessage(Self.parked(1, from: "coding.visits.medical", because: reason), of: .coding)
    #expect(parked.remedy.contains(words), "\(parked.remedy)")
    let details = ParkedViews.details(parked)
    #expect(details.contains("to do") && details.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func brokersOwnParkingIsTold() {
    let parked = ParkedMessage(
      Self.delivery(
        1, headers: ["x-first-death-queue": "coding.visits.medical", "x-first-death-reason": "delivery_limit"]),
      of: .coding)
    #expect(parked.from == "coding.visits.medical" && parked.reason.contains("delivery_limit"))
    #expect(parked.remedy.contains("a hundred times"))
  }
}
