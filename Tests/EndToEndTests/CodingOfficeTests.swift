import ClaimModel
import Foundation
import Messages
import Office
import RabbitMQBroker
import TestBroker
import Testing

/// The coding office as a process on a real broker: what it leaves to a person, and how fast it works.
@Suite(.serialized) struct CodingOfficeTests {
  private static let topology = Topology.offices(payers: ["ACMEHLTH", "BEACON1"])

  /// A virtual host of its own with every queue.
  private func host(_ name: String, reading queues: [String] = []) throws -> (url: String, session: any BrokerSession) {
    let url = try PrivateBroker.url(ofVirtualHost: name)
    let session = try RabbitMQBroker(RabbitMQConfiguration(url: url)).open(
      SessionPlan(name: "test/coding", topology: Self.topology, queues: queues.map { QueueSubscription(queue: $0) }))
    return (url, session)
  }

  private func submit(_ count: Int, to url: String) throws {
    let outcome = try Executable("front-desk", environment: ["SUPERBILL_BROKER_URL": url])
      .run(["submit", "--generate", "\(count)"])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func worker(_ url: String, in folder: URL, _ arguments: [String] = []) throws -> WorkerProcess {
    let worker = try WorkerProcess(
      "coder-worker", broker: url, store: folder.appending(path: "coding.sqlite").path,
      ["--log-level", "info", "--name", "c"] + arguments)
    try worker.awaitLog("connected")
    return worker
  }

  /// How many visits wait in the coders' queues.
  private func waiting(_ session: any BrokerSession) throws -> Int {
    try Specialty.allCases.reduce(0) { try $0 + session.inspect(queue: "coding.visits.\($1.rawValue)").ready }
  }

  @Test func roundBeyondTheLastIsParkedAndTheBillerIsTold() throws {
    try Scratch.withFolder { folder in
      let (url, session) = try host("rounds", reading: ["billing.superbills", "coding.parked"])
      defer { session.close() }
      try submit(1, to: url)
      let worker = try worker(url, in: folder)
      let coded = try #require(try session.receive(count: 1, seconds: 60).first?.message)
      guard case .visitCoded(let superbill) = try OfficeMessage(type: .visitCoded, body: coded.body) else { return }

      let refusal = RecodeRequest.Refusal(line: 1, group: .contractualObligation, reason: "50")
      let request = OfficeMessage.recodeRequested(
        RecodeRequest(visit: superbill.visit, round: 4, refusals: [refusal]), specialty: superbill.specialty)
      let message = WireMessage(
        id: .derived(from: "rounds", UUID().uuidString), type: request.type.rawValue,
        correlation: superbill.visit.rawValue, timestamp: Timestamp(milliseconds: 1_784_116_800_000),
        appID: "billing/test",
        contentType: MessageType.protobufContentType, body: request.encoded())
      let route = Route(
        exchange: "billing", key: "\(MessageType.recodeRequested.subject).\(superbill.specialty.rawValue)")
      #expect(try session.deliver([Publication(route: route, message: message)]).isEmpty)

      let answers = try session.receive(count: 2, seconds: 60)
      let parked = answers.first { $0.queue == "coding.parked" }?.message
      let told = try answers.first { $0.queue == "billing.superbills" }?.message.map {
        try OfficeMessage(type: MessageType(reading: $0), body: $0.body)
      }
      let reason = "round 4 of recoding, of at most 3: a person must decide"
      #expect(parked?.id == message.id)
      #expect(parked?.headers["parked-reason"] == reason)
      #expect(parked?.headers["parked-from"] == "coding.recodes.\(superbill.specialty.rawValue)")
      #expect(told == .recodeUnanswerable(visit: superbill.visit, round: 4, reason: reason))
      worker.send(SIGTERM)
      #expect(try worker.awaitEnd().status == 0)
    }
  }

  @Test func coderAtAPersonsPaceTakesFewVisitsAndGoesHomeAtOnce() throws {
    try Scratch.withFolder { folder in
      let (url, session) = try host("pace", reading: ["billing.superbills"])
      defer { session.close() }
      try submit(12, to: url)
      // Three minutes for a visit: none is finished here.
      let worker = try worker(url, in: folder, ["--pace", "20/h"])
      #expect(try Deadline(30).wait { try waiting(session) < 12 })
      // One of each queue at most is held: the others are left for other coders.
      #expect(try waiting(session) >= 9)
      worker.send(SIGTERM)
      let end = try worker.awaitEnd()
      #expect(end.status == 0)
      #expect(end.seconds < 10)
      #expect(try Deadline(30).wait { try waiting(session) == 12 })
      #expect(try session.receive(limit: 1, timeoutMilliseconds: 0).isEmpty)
    }
  }

  @Test func coderAtAFastPaceCodesEverything() throws {
    try Scratch.withFolder { folder in
      let (url, session) = try host("quick", reading: ["billing.superbills"])
      defer { session.close() }
      try submit(10, to: url)
      let start = Date()
      let worker = try worker(url, in: folder, ["--pace", "0.2s"])
      let coded = try session.receive(count: 10, seconds: 60)
      // Not before the work can be done: at least half the mean for each visit.
      #expect(coded.count == 10)
      #expect(Date().timeIntervalSince(start) > 10 * 0.1)
      worker.send(SIGTERM)
      #expect(try worker.awaitEnd().status == 0)
    }
  }

  @Test(arguments: [
    (["--pace", "fast"], "fast"), (["--pace", "0/h"], "0/h"), (["--pace", "0s"], "0s"),
    (["--pace", "4/h"], "too slow for 6 queues"), (["--slip-rate", "2"], "--slip-rate must be"),
    (["--specialties", "cardiology"], "none of primary-care"),
  ])
  func optionsThatMakeNoSenseAreRefused(arguments: [String], words: String) throws {
    let outcome = try Executable("coder-worker").run(["work"] + arguments)
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }
}
