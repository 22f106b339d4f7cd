import ClaimModel
import Messages
import Simulation
import Testing

@testable import Office

@Suite struct BatchHandlerTests {
  let store = SimulatedStore()
  let now = Timestamp(milliseconds: 1_784_116_800_000)
  var handler = BatchHandler(
    desk: ScriptedDesk(), appID: "practice/1", ladder: .standard, maximumBodyBytes: 1_000,
    senders: Senders(to: .practice))

  private func handle(_ messages: WireMessage...) throws -> BatchHandler<ScriptedDesk>.Result {
    try handle(
      messages.enumerated().map {
        Delivery(
          tag: UInt64($0 + 1), queue: "practice.inbox", route: Route(exchange: "coding", key: "in"),
          isRedelivered: false, content: .message($1))
      })
  }

  private func handle(_ deliveries: [Delivery]) throws -> BatchHandler<ScriptedDesk>.Result {
    try store.transaction { transaction throws(StoreError) in
      try handler.handle(deliveries, in: transaction, now: now)
    }
  }

  private func notes(about correlation: String = "a") throws -> [String]? {
    try store.body(of: ScriptedDesk.key(correlation)).map { try Notes(stored: $0).words }
  }

  // MARK: Handling

  @Test func casesLedgerAndMessagesOfABatchAreKeptInOrder() throws {
    let result = try handle(
      script(1, "note one", "send x first", "send y second"), script(2, "note two", "post 250", "post 50"),
      script(3, about: "b", "note three", "number"))
    #expect(try notes() == ["one", "two"])
    #expect(try notes(about: "b") == ["three", "#1"])
    #expect(result.publications.texts == ["first", "second"])
    #expect(store.ledger.map(\.amount) == [Money(cents: 250), Money(cents: 50)])
    #expect(store.ledger.map(\.ordinal) == [0, 1])
    #expect(Set(store.ledger.map(\.cause)) == [script(2).key])
    #expect(result.records.map(\.entry.outcome) == [.handled, .handled, .handled])
    #expect(result.records.map(\.entry.visits) == [["a"], ["a"], ["b"]])
  }

  @Test func outgoingMessagesAreNamedByTheirCauseAndPlace() throws {
    let cause = script(1, "send x first", "send x first")
    let messages = try handle(cause).publications.map(\.message)
    #expect(messages.map(\.id) == [0, 1].map { cause.id.child($0, of: "visit-documented.v1") })
    #expect(messages.allSatisfy { $0.causation == cause.id && $0.appID == "practice/1" && $0.timestamp == now })
    #expect(messages.allSatisfy { $0.traceParent == "00-trace" && $0.contentType == "application/x-protobuf" })
  }

  // MARK: Duplicates

  @Test func messageHandledBeforeChangesNothingAndSendsTheSameAgain() throws {
    let message = script(1, "note one", "number", "post 250", "send x first")
    let first = try handle(message)
    let second = try handle(message)
    #expect(second.publications == first.publications)
    #expect(second.records == first.records)
    #expect(second.repeated == 1)
    #expect(try notes() == ["one", "#1"])
    #expect(store.ledger.count == 1)
  }

  @Test func receiptIsSentAgainByAnotherWorkerWithTheFirstOnesWords() throws {
    let first = try handle(script(1, "send x first"))
    var other = self
    other.handler = BatchHandler(
      desk: ScriptedDesk(), appID: "practice/2", ladder: .standard, maximumBodyBytes: 1_000,
      senders: Senders(to: .practice))
    let second = try other.handle(script(1, "send x first"))
    #expect(second.publications.map(\.message.id) == first.publications.map(\.message.id))
    #expect(second.publications.map(\.message.body) == first.publications.map(\.message.body))
    #expect(second.publications.map(\.message.timestamp) == first.publications.map(\.message.timestamp))
    #expect(second.publications.map(\.message.appID) == ["practice/2"])
  }

  @Test func secondCopyWithinABatchIsDropped() throws {
    let result = try handle(script(1, "note one", "send x first"), script(1, "note one", "send x first"))
    #expect(try notes() == ["one"])
    #expect(result.publications.texts == ["first"])
    #expect(result.repeated == 1)
  }

  @Test func handledAndNewMessagesMixInABatch() throws {
    _ = try handle(script(1, "note one", "send x first"))
    let result = try handle(script(2, "note two", "send x second"), script(1, "note one", "send x first"))
    #expect(try notes() == ["one", "two"])
    #expect(Set(result.publications.texts) == ["first", "second"])
  }

  @Test func receiptThatCannotBeReadStopsTheBatch() throws {
    try store.transaction { transaction throws(StoreError) in
      try transaction.saveReceipts([(script(1).key, [0xff, 0xff])], at: now)
    }
    let error = #expect(throws: StoreError.self) { try handle(script(1, "note one")) }
    #expect(error?.code == .corrupt)
    #expect(try notes() == nil)
  }

  @Test func caseThatCannotBeReadStopsTheBatch() throws {
    try store.transaction { transaction throws(StoreError) in
      try transaction.saveCases([(ScriptedDesk.key("a"), Array("broken".utf8))])
    }
    let error = #expect(throws: StoreError.self) { try handle(script(1, "note one")) }
    #expect(error?.code == .corrupt)
    #expect(error?.reason == "the notes are broken")
  }

  // MARK: Refusals

  @Test func refusedMessageUndoesItsOwnChangesOnly() throws {
    let result = try handle(
      script(1, "note one", "send x first"), script(2, "note two", "post 5", "send x second", "never"),
      script(3, "note three"))
    #expect(try notes() == ["one", "three"])
    #expect(result.publications.texts == ["first"])
    #expect(store.ledger.isEmpty)
    #expect(!store.hasReceipt(for: script(2).key))
    #expect(result.records.map(\.entry.outcome).filter { $0 == .handled }.count == 2)
  }

  @Test func messageThatIsNeverHandledIsParkedWithItsReason() throws {
    let message = script(1, "never")
    let result = try handle(message)
    let parked = try #require(result.publications.parked.first)
    #expect(parked.id == message.id)
    #expect(parked.body == message.body)
    #expect(
      parked.headers == [
        "parked-reason": "the desk will not do it", "parked-from": "practice.inbox", "parked-at": now.description,
        "parked-by": "practice/1",
      ])
    #expect(result.records.map(\.entry.outcome) == [.parked])
    #expect(result.records.first?.entry.reason == "the desk will not do it")
    #expect(!store.hasReceipt(for: message.key), "an operator may send it again")
  }

  @Test func messageHandledAndLeftToAPersonIsParkedWhateverBecomesOfIt() throws {
    let message = script(1, "note one", "send x answer", "park")
    let result = try handle(message, script(2, "note two"))
    #expect(try notes() == ["one", "two"], "what it decides counts")
    #expect(result.publications.texts == ["answer"])
    let parked = try #require(result.publications.parked.first)
    #expect(parked.id == message.id && parked.body == message.body)
    #expect(parked.headers["parked-reason"] == "a person must decide")
    #expect(parked.headers["parked-from"] == "practice.inbox")
    #expect(result.records.map(\.entry.outcome) == [.parked, .handled])
    #expect(result.records.first?.entry.reason == "a person must decide")

    // The worker died before it published, or a person sent it again: nothing is done twice, and nothing is lost.
    let again = try handle(message)
    #expect(try notes() == ["one", "two"])
    #expect(again.publications.texts == ["answer"])
    #expect(again.publications.parked.map(\.id) == [message.id])
    #expect(again.publications.parked.first?.headers["parked-reason"] == "a person must decide")
    #expect(again.records.map(\.entry.outcome) == [.parked])
  }

  @Test(arguments: [(0, "5s"), (1, "30s"), (2, "2m"), (3, "10m")])
  func messagePutOffClimbsTheLadder(attempt: Int, step: String) throws {
    let message = script(1, attempt: attempt, "note one", "later")
    let result = try handle(message)
    let publication = try #require(result.publications.first)
    #expect(publication.route == Route(exchange: "practice.retry.\(step)", key: "practice.inbox"))
    #expect(publication.message.attempt == attempt + 1)
    #expect(publication.message.id == message.id)
    #expect(publication.isDurable)
    #expect(result.records.map(\.entry.outcome) == [.postponed])
    #expect(try notes() == nil)
    #expect(!store.hasReceipt(for: message.key))
  }

  @Test func messagePutOffAfterTheLastStepIsParked() throws {
    let result = try handle(script(1, attempt: 4, "later"))
    #expect(result.publications.count == 1)
    #expect(
      result.publications.parked.first?.headers["parked-reason"]
        == "given up after 5 attempts: the desk is not ready")
  }

  // MARK: What cannot be read

  @Test func bodyOverTheLimitIsParkedUnread() throws {
    var message = script(1, "note one")
    message.body += Array(repeating: UInt8(ascii: " "), count: 1_000 - message.body.count)
    #expect(try handle(message).publications.parked.isEmpty, "the limit itself is allowed")
    message = script(2, "note two")
    message.body += Array(repeating: UInt8(ascii: " "), count: 1_001 - message.body.count)
    let parked = try handle(message).publications.parked
    #expect(parked.map { $0.headers["parked-reason"] } == ["body of 1001 bytes is over the limit of 1000"])
  }

  @Test func undecodableMessageIsParkedAndItsNeighborsAreHandled() throws {
    var unknown = script(1)
    unknown.type = "unknown.v9"
    let result = try handle(unknown, script(2, "note two"))
    #expect(result.publications.parked.map { $0.headers["parked-reason"] } == ["type unknown.v9 is not known"])
    #expect(try notes() == ["two"])
  }

  /// A sender's newer copy of a message, or a broken one, has no receipt that could stand for the message itself.
  @Test func messageIsHandledThoughACopyBeforeItInTheBatchIsParked() throws {
    let message = script(1, "note one")
    var (newer, larger) = (message, message)
    newer.type = "unknown.v9"
    larger.body += Array(repeating: UInt8(ascii: " "), count: 1_001)
    let result = try handle(newer, larger, message, message)
    #expect(result.publications.parked.count == 2)
    #expect(try notes() == ["one"])
    #expect(result.repeated == 1)
    #expect(try handle(message).repeated == 1, "it has its receipt")
  }

  @Test func parkedMessageIsJournaledWithTheVisitItsPropertiesName() throws {
    let visit = VisitID.derived(from: "parked")
    var unknown = script(1)
    unknown.type = "unknown.v9"
    unknown.correlation = visit.rawValue
    var batch = unknown
    batch.id = .derived(from: "another")
    batch.correlation = "B000017"
    #expect(try handle(unknown, batch).records.map(\.entry.visits) == [[visit], []])
  }

  @Test func malformedDeliveryKeepsWhatCanBeReadOfIt() throws {
    let malformed = MalformedMessage(
      reason: "header attempt is not a number from 0", id: .derived(from: "m"), correlation: "V1",
      timestamp: Timestamp(milliseconds: 7_000), appID: "practice/1", contentType: "text/plain",
      causation: .derived(from: "c"), headers: ["note": "kept"], body: [1])
    let delivery = Delivery(
      tag: 1, queue: "practice.inbox", route: Route(exchange: "", key: "practice.inbox"), isRedelivered: false,
      content: .malformed(malformed))
    var parked = try #require(try handle([delivery]).publications.parked.first)
    #expect(parked.headers["parked-reason"] == malformed.reason)
    #expect(parked.headers[MalformedMessage.madeIdentity] == nil)
    parked.headers = parked.headers.filter { !$0.key.hasPrefix("parked-") }
    #expect(
      parked
        == WireMessage(
          id: .derived(from: "m"), type: "unknown", correlation: "V1", timestamp: Timestamp(milliseconds: 7_000),
          appID: "practice/1", contentType: "text/plain", causation: .derived(from: "c"), headers: ["note": "kept"],
          body: [1]))
  }

  @Test func malformedDeliveryWithoutAnIDIsParkedUnderOneMadeOfWhatItHolds() throws {
    func malformed(_ body: [UInt8]) -> Delivery {
      Delivery(
        tag: 1, queue: "practice.inbox", route: Route(exchange: "", key: "practice.inbox"), isRedelivered: false,
        content: .malformed(MalformedMessage(reason: "message_id is not a UUID", type: "strange", body: body)))
    }
    let parked = try handle([malformed([1, 2]), malformed([1, 3])]).publications.parked
    #expect(parked.map(\.body) == [[1, 2], [1, 3]])
    #expect(parked.map(\.type) == ["strange", "strange"])
    #expect(parked[0].headers["parked-reason"] == "message_id is not a UUID")
    #expect(parked[0].id != parked[1].id)
    #expect(parked.allSatisfy { $0.headers[MalformedMessage.madeIdentity] != nil })
    #expect(try handle([malformed([1, 2])]).publications.parked[0].id == parked[0].id)
  }
}
