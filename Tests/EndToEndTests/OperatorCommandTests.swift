import ClaimModel
import Foundation
import Messages
import Office
import RabbitMQBroker
import TestBroker
import Testing

/// What an operator asks of the dashboard, with real workers in a virtual host of their own.
@Suite(.serialized) struct OperatorCommandTests {
  private static let prepared = Result { try PrivateBroker.url(ofVirtualHost: "operated") }

  private let url: String
  private let dashboard: Executable
  private static let topology = Topology.offices(payers: ["ACMEHLTH", "BEACON1"])

  init() throws {
    url = try Self.prepared.get()
    dashboard = Executable("dashboard", environment: ["SUPERBILL_BROKER_URL": url])
  }

  private func session() throws -> any BrokerSession {
    try RabbitMQBroker(RabbitMQConfiguration(url: url)).open(
      SessionPlan(name: "test/operated", topology: Self.topology))
  }

  private func run(_ arguments: String...) throws -> Executable.Outcome { try dashboard.run(arguments, limit: 60) }

  private func publication(_ name: String, _ route: Route, type: String = "visit-documented.v9") -> Publication {
    Publication(
      route: route,
      message: WireMessage(
        id: .derived(from: "operated", name), type: type, correlation: "V0000000000000\(name)",
        timestamp: Timestamp(milliseconds: 1_776_246_600_000), appID: "test/operated", contentType: "x", body: [1]))
  }

  @Test func payerIsInjectedItsLotWorkedAndDrained() throws {
    try Scratch.withFolder { folder in
      let session = try session()
      defer { session.close() }
      let payer = try WorkerProcess(
        "payer-simulator", broker: url, store: folder.appending(path: "payer.sqlite").path,
        ["--payer", "ACMEHLTH", "--name", "p", "--log-level", "info"])
      try payer.awaitLog("connected")

      let workers = try run("workers", "office=payer.*", "phase=working", "--format", "json")
      #expect(workers.status == 0 && workers.output.contains("\"worker\":\"payer.ACMEHLTH/p\""), "\(workers)")
      #expect(try run("workers", "office=coding", "--listen", "100ms").status == 1)

      let injected = try run("inject", "--payer", "ACMEHLTH", "CO-11=100%", "lost=1%")
      #expect(injected.status == 0, "\(injected.errors)")
      #expect(injected.output == "payer.ACMEHLTH/p: inject CO-11=100% lost=1%\n")
      try payer.awaitLog("an operator's order")
      #expect(try run("inject", "--payer", "ACMEHLTH", "CO-11=500%").status == 64)
      let nobody = try run("inject", "--payer", "BEACON1", "CO-11=100%")
      #expect(nobody.status == 1 && nobody.errors.contains("no worker of payer.BEACON1 listens"), "\(nobody.errors)")

      try workLot(session)

      let drained = try run("drain", "payer.ACMEHLTH", "--format", "json")
      #expect(drained.status == 0 && drained.output.contains("\"reason\":\"drain\""), "\(drained)")
      #expect(try payer.awaitEnd().status == 0)
    }
  }

  @Test func everyBatchLoopAnswersAnOrderToDrain() throws {
    // A place of its own: what is parked here is in no other test's report.
    let url = try PrivateBroker.url(ofVirtualHost: "drained")
    let session = try RabbitMQBroker(RabbitMQConfiguration(url: url)).open(
      SessionPlan(name: "test/drained", topology: Self.topology))
    defer { session.close() }
    try Scratch.withFolder { folder in
      let payer = try WorkerProcess(
        "payer-simulator", broker: url, store: folder.appending(path: "payer.sqlite").path,
        [
          "--payer", "BEACON1", "--name", "p", "--log-level", "info", "--concurrency", "8", "--no-kill-switch",
          "--batch", "1", "--prefetch", "20",
        ])
      try payer.awaitLog("msg=connected", times: 8)
      // Loops that are busy come to the order one after the other.
      let sent = (0..<4_000).map { publication("\($0)", Route(exchange: "billing", key: "claims.BEACON1")) }
      #expect(try session.deliver(sent).isEmpty)
      let drained = try Executable("dashboard", environment: ["SUPERBILL_BROKER_URL": url])
        .run(["drain", "payer.BEACON1"], limit: 60)
      #expect(drained.status == 0, "\(drained)")
      let answers = drained.output.split(separator: "\n").map(String.init).sorted()
      #expect(answers == (1...8).map { "payer.BEACON1/p-\($0): drain" })
      #expect(try payer.awaitEnd().status == 0)
    }
  }

  private func workLot(_ session: any BrokerSession) throws {
    let lot = "payer.ACMEHLTH"
    let sent = ["A1", "A2"].map { publication($0, Route(exchange: "billing", key: "claims.ACMEHLTH")) }
    #expect(try session.deliver(sent).isEmpty)
    #expect(try session.wait { try $0.inspect(queue: "\(lot).parked").ready == 2 })
    let list = try run("parked", "list", "--office", lot, "reason~\"unknown message type\"", "--format", "json")
    #expect(list.status == 0 && list.output.split(separator: "\n").count == 2, "\(list)")
    let show = try run("parked", "show", "--office", lot, "visit=*A2")
    #expect(show.output.contains("newer than this office") && !show.output.contains("A1"), "\(show.output)")
    // Everything is still there, in its order.
    #expect(try session.wait { try $0.inspect(queue: "\(lot).parked").ready == 2 })

    // It comes back, since this payer still does not know the type.
    let requeued = try run("parked", "requeue", "--office", lot, "visit=*A2")
    #expect(requeued.status == 0 && requeued.output == "requeued \(sent[1].message.id)\n", "\(requeued)")
    #expect(try session.wait { try $0.inspect(queue: "\(lot).parked").ready == 2 })
    #expect(try run("parked", "discard", "--office", lot, "visit=*A1").status == 1, "nobody said yes")
    #expect(try run("parked", "discard", "--office", lot, "--yes").status == 64)
    #expect(try run("parked", "discard", "--office", lot, "visit=*A1,*A2", "--yes").status == 0)
    #expect(try session.wait { try $0.inspect(queue: "\(lot).parked").ready == 0 })
    #expect(try run("parked", "list", "--office", lot).status == 1)
    #expect(try run("queues", "queue=\(lot).parked", "ready=0").status == 0)

    let journal = try run("tail", "outcome=requeued,discarded,parked", "--format", "json")
    let outcomes = ["parked", "requeued", "discarded"].map {
      journal.output.components(separatedBy: "\"outcome\":\"\($0)\"").count - 1
    }
    #expect(outcomes == [3, 1, 2], "\(journal.output)")
    let report = try run("report", "--format", "json")
    let document = try JSONSerialization.jsonObject(with: Data(report.output.utf8)) as? [String: Any]
    #expect((document?["parked"] as? [String: Int])?.isEmpty == true, "\(report.output)")
  }

  @Test func tapShowsWhatComesAndTakesNothing() throws {
    let session = try session()
    defer { session.close() }
    let queue = "coding.visits.surgical"
    let before = try session.inspect(queue: queue).ready
    let tap = dashboard.process([
      "tail", "--queue", queue, "type=visit-documented*", "--limit", "1", "--idle-timeout", "30000", "--format", "json",
    ])
    let output = try Scratch.file()
    tap.standardOutput = output.handle
    try tap.run()
    // The tap sees what comes after it was opened; when that is, only it knows.
    var sent = 0
    let route = Route(exchange: "practice", key: "visit-documented.surgical")
    let isSeen = try Deadline(30).wait {
      sent += 1
      let refused = try session.deliver([publication("T\(sent)", route)])
      #expect(refused.isEmpty)
      return !tap.isRunning
    }
    if !isSeen { tap.terminate() }
    tap.waitUntilExit()
    let text = try output.text()
    #expect(isSeen && tap.terminationStatus == 0)
    #expect(
      text.contains("\"key\":\"visit-documented.surgical\"") && text.contains("\"record\":\"message\""), "\(text)")
    #expect(!text.contains("\"body\""))
    #expect(try session.wait { try $0.inspect(queue: queue).ready == before + sent }, "something was taken")
    #expect(try run("tail", "--queue", "nowhere").status == 64)
  }

  @Test func wrongConditionIsToldWithItsPlace() throws {
    for command in [["tail"], ["denials"], ["report"], ["queues"], ["workers"], ["parked", "list"], ["trace", "V1"]] {
      let outcome = try dashboard.run(command + ["to=x", "payr=ACME"])
      #expect(outcome.status == 64, "\(command)")
      #expect(outcome.errors.contains("filter, character"), "\(command): \(outcome.errors)")
      #expect(outcome.errors.contains("the fields are"), "\(command): \(outcome.errors)")
    }
  }

  @Test func valueThatIsNoneOfItsFieldsIsRefused() throws {
    for arguments in [
      ["tail", "outcome=nonsense"], ["report", "state=qq"], ["denials", "fact=zzz"], ["trace", "V1", "step=zz"],
      ["workers", "phase=foo"], ["queues", "office=nosuch"],
    ] {
      let outcome = try dashboard.run(arguments)
      #expect(outcome.status == 64 && outcome.errors.contains("it is one of"), "\(arguments): \(outcome)")
    }
  }

  @Test func emptyJournalHasNothingToTell() throws {
    let session = try session()
    defer { session.close() }
    #expect(try run("denials").status == 1)
    #expect(try run("tail", "visit=NOSUCH").status == 1)
    #expect(try run("tail", "--queue", "coding.visits.surgical", "--idle-timeout", "10").status == 1)
    #expect(try run("trace", "VNOBODY").status == 1)
    #expect(try run("plan", "--arrivals", "1200/h", "--since", "2099-01-01").status == 1)
    let plan = try run(
      "plan", "--arrivals", "3600/h", "--rate", "coding=2/s", "--since", "2099-01-01", "--format", "json")
    #expect(plan.status == 0 && plan.output.contains("\"workers\":1"), "\(plan)")
  }

  @Test func oneScreenIsPrintedWithoutATerminal() throws {
    let session = try session()
    defer { session.close() }
    let outcome = try run("watch", "--once", "--view", "queues")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(outcome.status == 0 && lines.count == 25, "\(outcome)")
    #expect(lines.allSatisfy { $0.count <= 80 } && !outcome.output.contains("\u{1b}"))
    #expect(outcome.output.contains("coding.visits.primary-care"))
    #expect(!outcome.output.contains("not read to its end"))
    let help = try run()
    #expect(help.status == 0 && help.output.contains("SUBCOMMANDS"))
  }
}
