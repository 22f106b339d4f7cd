import ClaimModel
import Foundation
import Messages
import Office
import RabbitMQBroker
import TestBroker
import Testing

/// What an operator does to workers: stops them, makes them quiet, watches them. Real processes on a broker of their own,
/// since some tests make the broker hold everybody back.
@Suite(.serialized) struct OperationsTests {
  private static let queue = "practice.inbox"
  private static let topology = Topology.offices(payers: ["ACMEHLTH", "BEACON1"])

  private static let folder = NSTemporaryDirectory() + "superbill-operations-\(getpid())"
  private static let node = Result { () throws -> String in
    atexit {
      _ = try? PrivateBroker.run(["stop", OperationsTests.folder])
      try? FileManager.default.removeItem(atPath: OperationsTests.folder)
    }
    let output = try PrivateBroker.run(["start", folder])
    return output.split(separator: "\n").last.map(String.init) ?? ""
  }

  private let url: String
  private let session: any BrokerSession

  init() throws {
    url = try Self.node.get()
    session = try RabbitMQBroker(RabbitMQConfiguration(url: url))
      .open(SessionPlan(name: "test/operations", topology: Self.topology))
    // What the worker of an earlier test held returns when the broker has noticed its end.
    #expect(try session.wait { try $0.inspect(queue: Self.queue).consumers == 0 })
    try empty(Self.queue)
  }

  /// Takes everything out of a queue that nobody reads.
  private func empty(_ queue: String) throws {
    let count = try session.inspect(queue: queue).ready
    let reader = try RabbitMQBroker(RabbitMQConfiguration(url: url)).open(
      SessionPlan(name: "test/reader", topology: Topology(), queues: [.init(queue: queue)], prefetch: 4_000))
    defer { reader.close() }
    let taken = try reader.receive(count: count)
    #expect(taken.count == count)
    try reader.acknowledge(upTo: taken.last?.tag ?? 0)
    #expect(try reader.inspect(queue: queue).ready == 0)
  }

  @discardableResult
  private func control(_ arguments: String...) throws -> String {
    try PrivateBroker.run(["ctl", Self.folder, "-q"] + arguments)
  }

  private func worker(_ store: URL, _ arguments: String...) throws -> WorkerProcess {
    let path = store.appending(path: "practice.sqlite").path
    let worker = try WorkerProcess(
      "front-desk", broker: url, store: path, ["--log-level", "info", "--name", "w"] + arguments)
    try worker.awaitLog("connected")
    return worker
  }

  /// Sends account-closed messages, which the practice takes note of; or messages nobody can read.
  private func send(_ count: Int, readable: Bool = true, from start: Int = 0) throws {
    let publications = (start..<start + count).map { number in
      let message = OfficeMessage.accountClosed(visit: VisitID("V\(number)"))
      return Publication(
        route: Route(exchange: "billing", key: MessageType.accountClosed.subject),
        message: WireMessage(
          id: .derived(from: "operations", "\(readable)", "\(number)", UUID().uuidString),
          type: readable ? message.type.rawValue : "invented-\(number).v7", correlation: "V\(number)",
          timestamp: .now(), appID: "billing/test", contentType: MessageType.protobufContentType,
          body: readable ? message.encoded() : []))
    }
    #expect(try session.deliver(publications).isEmpty)
  }

  /// Waits until the worker's page says what is asked for.
  /// - Returns: the page.
  @discardableResult
  private func awaitPage(_ web: String, _ condition: (String) -> Bool) throws -> String {
    var page = ""
    let isSo = try Deadline(30).wait {
      page = try WebAnswer(web + "/metrics").text
      return condition(page)
    }
    try #require(isSo, "\(page)")
    return page
  }

  private static let nothingInHand = "superbill_in_flight{office=\"practice\"} 0\n"
  private static let closed =
    "superbill_messages_handled_total{office=\"practice\",outcome=\"handled\",type=\"account-closed.v1\"} "

  private func awaitReady(_ count: Int, in queue: String = queue, seconds: Double = 30) throws {
    var last = -1
    let isSo = try session.wait(seconds: seconds) {
      last = try $0.inspect(queue: queue).ready
      return last == count
    }
    #expect(isSo, "\(last) messages are ready in \(queue), not \(count)")
  }
}

extension OperationsTests {
  @Test func quietWorkerLeavesMessagesToOthersUntilItIsResumed() throws {
    try Scratch.withFolder { folder in
      let worker = try worker(folder, "--metrics-port", "0")
      let web = try worker.metricsAddress()
      try send(20)
      try awaitPage(web) { $0.contains(Self.closed + "20\n") && $0.contains(Self.nothingInHand) }
      #expect(Deadline(10).wait { (try? WebAnswer(web + "/readyz").status) == 200 })

      worker.send(SIGTSTP)
      try worker.awaitLog("msg=quiet")
      try worker.awaitLog("connected", times: 2)
      try send(300, from: 20)
      try awaitReady(300)
      let readiness = try WebAnswer(web + "/readyz")
      #expect(readiness.status == 503)
      #expect(readiness.text == "batch loop 1: quiet\n")
      #expect(try WebAnswer(web + "/healthz").status == 200)
      #expect(try WebAnswer(web + "/metrics").text.contains("superbill_workers{office=\"practice\",phase=\"quiet\"} 1"))

      // Another worker takes some of them while this one is quiet.
      let other = try RabbitMQBroker(RabbitMQConfiguration(url: url)).open(
        SessionPlan(name: "test/other", topology: Topology(), queues: [.init(queue: Self.queue)], prefetch: 10))
      let taken = try other.receive(count: 10)
      #expect(taken.count == 10)
      try other.acknowledge(upTo: taken.last?.tag ?? 0)
      other.close()
      try awaitReady(290)

      worker.send(SIGCONT)
      try awaitReady(0)
      #expect(Deadline(10).wait { (try? WebAnswer(web + "/readyz").status) == 200 })
      worker.send(SIGTERM)
      #expect(try worker.awaitEnd().status == 0)
      let page = worker.logged
      #expect(page.contains("msg=drained"), "\(page)")
    }
  }

  @Test func quietReturnsWhatWasPrefetched() throws {
    try Scratch.withFolder { folder in
      // One message to a transaction: it cannot be through with all of them before the signal comes.
      let worker = try worker(folder, "--batch", "1", "--prefetch", "500", "--metrics-port", "0")
      let web = try worker.metricsAddress()
      try send(3_000)
      worker.send(SIGTSTP)
      try worker.awaitLog("connected", times: 2)
      let lines = try WebAnswer(web + "/metrics").text.split(separator: "\n")
      let handled = Int(lines.first { $0.hasPrefix(Self.closed) }?.dropFirst(Self.closed.count) ?? "0") ?? 0
      #expect(handled < 2_500, "\(handled) were handled: it was not quiet in time")
      try awaitReady(3_000 - handled)
      worker.send(SIGTERM)
      #expect(try worker.awaitEnd().status == 0)
    }
  }

  @Test func drainSettlesEverythingAndEndsWell() throws {
    try Scratch.withFolder { folder in
      let worker = try worker(folder, "--concurrency", "3")
      try worker.awaitLog("connected", times: 3)
      try send(600)
      worker.send(SIGTERM)
      let end = try worker.awaitEnd()
      #expect(end.status == 0, "\(worker.logged)")
      #expect(worker.logged.components(separatedBy: "msg=drained").count == 4)
      for loop in 1...3 { #expect(worker.logged.contains("worker=practice/w-\(loop) ")) }
      // What was not handled is there for the next worker.
      let next = try self.worker(folder)
      try awaitReady(0)
      next.send(SIGINT)
      #expect(try next.awaitEnd().status == 0)
    }
  }

  @Test func hangUpDrainsUnlessItIsIgnored() throws {
    try Scratch.withFolder { folder in
      let worker = try worker(folder)
      worker.send(SIGHUP)
      worker.send(SIGHUP)
      #expect(try worker.awaitEnd().status == 0)
      #expect(worker.logged.contains("msg=drained"), "\(worker.logged)")

      signal(SIGHUP, SIG_IGN)
      defer { signal(SIGHUP, SIG_DFL) }
      let lasting = try self.worker(folder)
      lasting.send(SIGHUP)
      lasting.send(SIGTSTP)
      try lasting.awaitLog("msg=quiet")
      #expect(!lasting.logged.contains("SIGHUP"))
      lasting.send(SIGTERM)
      #expect(try lasting.awaitEnd().status == 0)
    }
  }

  @Test func blockedBrokerHoldsTheDrainNoLongerThanItsBound() throws {
    try Scratch.withFolder { folder in
      let worker = try worker(folder, "--drain-seconds", "2", "--metrics-port", "0", "--stall-seconds", "1")
      let web = try worker.metricsAddress()
      worker.send(SIGTSTP)
      try worker.awaitLog("msg=quiet")
      try worker.awaitLog("connected", times: 2)
      try send(50)
      try control("set_vm_memory_high_watermark", "0")
      defer { _ = try? control("set_vm_memory_high_watermark", "0.4") }
      // Consumers are served while publishers are held back: the worker receives, commits, and waits for confirms.
      worker.send(SIGCONT)
      try awaitPage(web) {
        $0.contains("superbill_broker_blocked{office=\"practice\"} 1") && !$0.contains(Self.nothingInHand)
      }
      // It has made no step for a while, but a new start would not help.
      #expect(try WebAnswer(web + "/healthz").status == 200)
      #expect(try WebAnswer(web + "/readyz").text == "batch loop 1: the broker is blocked\n")

      worker.send(SIGTERM)
      let end = try worker.awaitEnd()
      #expect(end.status == 75)
      #expect((1.5...10).contains(end.seconds), "\(end.seconds) s")
      let last = try #require(worker.logged.split(separator: "\n").last)
      let expected =
        /practice\/w: not drained after 2 s; [1-9][0-9]* messages? in hand, to be delivered again like what was prefetched/
      #expect(last.wholeMatch(of: expected) != nil, "\(last)")
      try control("set_vm_memory_high_watermark", "0.4")

      // They are, and their receipts answer for them.
      try awaitReady(50)
      let next = try self.worker(folder)
      try awaitReady(0)
      next.send(SIGTERM)
      #expect(try next.awaitEnd().status == 0)
    }
  }

  @Test func lockedStoreHoldsTheDrainNoLongerThanItsBoundAndASecondSignalEndsIt() throws {
    try Scratch.withFolder { folder in
      let path = folder.appending(path: "practice.sqlite").path
      for signals in [1, 2] {
        let worker = try worker(folder, "--drain-seconds", signals == 1 ? "1.5" : "60", "--metrics-port", "0")
        let web = try worker.metricsAddress()
        try SQLiteLock.hold(path) {
          try send(30)
          try awaitPage(web) { !$0.contains(Self.nothingInHand) }
          worker.send(SIGTERM)
          try worker.awaitLog("name=SIGTERM")
          if signals == 2 { worker.send(SIGINT) }
          let end = try worker.awaitEnd()
          #expect(end.status == 75)
          #expect(end.seconds < 8, "\(end.seconds) s")
          let reason = signals == 1 ? "not drained after 1.5 s" : "asked to stop a second time"
          #expect(
            worker.logged.contains(/practice\/w: .*; [1-9][0-9]* messages? in hand/) && worker.logged.contains(reason),
            "\(worker.logged)")
        }
        try awaitReady(30)
        try empty(Self.queue)
      }
    }
  }

  @Test(arguments: [1, 2]) func lastLineOfAWorkerThatIsCutShortIsJSONWhereItsLogIs(signals: Int) throws {
    try Scratch.withFolder { folder in
      let path = folder.appending(path: "practice.sqlite").path
      let worker = try worker(
        folder, "--drain-seconds", signals == 1 ? "1" : "60", "--metrics-port", "0", "--log-format", "json")
      try worker.awaitLog("metrics are served")
      let log = worker.logged.split(separator: "\n").first { $0.contains("metrics are served") } ?? ""
      let facts = try JSONSerialization.jsonObject(with: Data(log.utf8)) as? [String: Any]
      let web = "http://\(try #require(facts?["address"] as? String))"
      try SQLiteLock.hold(path) {
        try send(30)
        try awaitPage(web) { !$0.contains(Self.nothingInHand) }
        worker.send(SIGTERM)
        try worker.awaitLog("SIGTERM")
        if signals == 2 { worker.send(SIGINT) }
        #expect(try worker.awaitEnd().status == 75)
      }
      let last = try #require(try LogRecord.all(in: worker.logged).last)
      #expect(last.level == "error" && last.worker == "practice/w")
      let reason = signals == 1 ? "not drained after 1 s" : "asked to stop a second time"
      #expect(last.message.hasPrefix("\(reason); ") && last.message.contains("in hand"), "\(last)")
      try awaitReady(30)
      try empty(Self.queue)
    }
  }

  @Test func commandSaysThatTheBrokerHoldsPublishersBackAndWaits() throws {
    try control("set_vm_memory_high_watermark", "0")
    defer { _ = try? control("set_vm_memory_high_watermark", "0.4") }
    let submit = Executable("front-desk", environment: ["SUPERBILL_BROKER_URL": url])
      .process(["submit", "--generate", "3"])
    let (output, errors) = (try Scratch.file(), try Scratch.file())
    submit.standardOutput = output.handle
    submit.standardError = errors.handle
    try submit.run()
    defer { if submit.isRunning { submit.terminate() } }
    func said() -> String { (try? String(contentsOfFile: errors.path, encoding: .utf8)) ?? "" }
    let isTold = Deadline(20).wait { said().contains("the broker holds publishers back: ") }
    #expect(isTold && said().contains("memory") && said().contains("Ctrl-C"), "\(said())")
    #expect(submit.isRunning)
    try control("set_vm_memory_high_watermark", "0.4")
    #expect(Deadline(30).wait { !submit.isRunning })
    #expect(submit.terminationStatus == 0)
    #expect(try output.text().hasPrefix("submitted 3 visits"))
    #expect(try errors.text().split(separator: "\n").count == 2, "it is told once, and once that it is over")
    for queue in ["primary-care", "medical", "surgical"] { try empty("coding.visits.\(queue)") }
  }

  @Test func killSwitchKeepsAFloodOfBadMessagesInTheQueue() throws {
    try Scratch.withFolder { folder in
      try empty("practice.parked")
      try send(400, readable: false)
      let worker = try worker(
        folder, "--batch", "20", "--prefetch", "40", "--kill-switch-pause", "1s", "--log-format", "json",
        "--metrics-port", "0")
      try worker.awaitLog("\"message\":\"paused\"")
      // Some fifty were parked, then the switch opened; each trial parks at most ten more.
      try worker.awaitLog("\"message\":\"trial\"")
      try worker.awaitLog("\"message\":\"paused\"", times: 2)
      worker.send(SIGTSTP)
      try worker.awaitLog("\"message\":\"quiet\"")
      let parked = try session.inspect(queue: "practice.parked").ready
      #expect((50...120).contains(parked), "\(parked) are parked")
      try awaitReady(400 - parked)
      for line in worker.logged.split(separator: "\n") {
        #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any], "\(line)")
      }

      // The flood is over: a trial goes well and the worker works again.
      try empty(Self.queue)
      try send(100)
      worker.send(SIGCONT)
      try worker.awaitLog("\"message\":\"working\"")
      try awaitReady(0)
      worker.send(SIGTERM)
      #expect(try worker.awaitEnd().status == 0)
    }
  }

  @Test func metricsOfAWorkerAreRead() throws {
    try Scratch.withFolder { folder in
      let worker = try worker(folder, "--metrics-port", "0")
      let web = try worker.metricsAddress()
      try send(40)
      try send(2, readable: false)
      try awaitPage(web) {
        $0.contains(Self.closed + "40\n") && $0.contains(",type=\"unknown\"} 2\n") && $0.contains(Self.nothingInHand)
      }
      let page = try WebAnswer(web + "/metrics")
      #expect(page.status == 200)
      #expect(page.type == "text/plain; version=0.0.4; charset=utf-8")
      #expect(page.text.contains("handled_total{office=\"practice\",outcome=\"parked\",type=\"unknown\"} 2\n"))
      #expect(!page.text.contains("invented"))
      #expect(page.text.contains("superbill_batch_size_sum{office=\"practice\"} 42"))
      #expect(page.text.contains("superbill_message_age_seconds_count{office=\"practice\"} 42"))
      #expect(page.text.contains("\nprocess_resident_memory_bytes "))
      #expect(try WebAnswer(web + "/nothing").status == 404)

      // A second worker cannot have the same port, says so, and ends.
      let port = web.split(separator: ":").last.map(String.init) ?? ""
      let other = try Executable("front-desk", environment: ["SUPERBILL_BROKER_URL": url]).run(
        ["work", "--store", "sqlite:\(folder.path)/other.sqlite", "--metrics-port", port], limit: 30)
      #expect(other.status == 2)
      #expect(other.errors.contains("--metrics-port: cannot listen"), "\(other.errors)")
      worker.send(SIGTERM)
      #expect(try worker.awaitEnd().status == 0)
    }
  }

  @Test func brokerThatIsGoneHoldsTheDrainNoLongerThanItsBound() throws {
    try Scratch.withFolder { folder in
      let worker = try worker(folder, "--drain-seconds", "10")
      let text = try String(contentsOfFile: Self.folder + "/broker.pid", encoding: .utf8)
      let broker = try #require(pid_t(text.filter(\.isNumber)))
      kill(broker, SIGSTOP)
      defer { kill(broker, SIGCONT) }
      worker.send(SIGTERM)
      let end = try worker.awaitEnd()
      // Nothing was in flight, so there is nothing to wait for but the farewell.
      #expect(end.status == 0, "\(worker.logged)")
      #expect(end.seconds < 9, "\(end.seconds) s")
    }
  }
}

extension Timestamp {
  fileprivate static func now() -> Timestamp {
    Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
  }
}
