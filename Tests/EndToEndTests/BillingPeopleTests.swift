import ClaimModel
import Foundation
import Office
import RabbitMQBroker
import TestBroker
import Testing

/// What the billing office does when a payer wants more or nothing comes, with the real workers of all offices on a real
/// broker: what waits for people is decided with the commands that they use.
@Suite(.serialized) struct BillingPeopleTests {
  private static let payers: [PayerID] = ["ACMEHLTH", "BEACON1"]

  /// All offices in a virtual host of their own.
  private final class Offices {
    let url: String
    private let folder: URL
    private let clock: [String]
    private var workers: [WorkerProcess] = []

    /// Starts everybody but the payers.
    init(_ name: String, in folder: URL, clockRate: Int = 1) throws {
      url = try PrivateBroker.url(ofVirtualHost: name)
      self.folder = folder
      let start = ISO8601DateFormatter().string(from: Date())
      clock = clockRate == 1 ? [] : ["--clock-rate", "\(clockRate)", "--clock-start", start]
      try this("coder-worker", store: "coding", ["--slip-rate", "0"])
      try this("biller-worker", store: "billing")
      try this("front-desk", store: "practice")
    }

    private func this(_ program: String, store: String, _ arguments: [String] = []) throws {
      let worker = try WorkerProcess(
        program, broker: url, store: folder.appending(path: "\(store).sqlite").path,
        ["--log-level", "info", "--name", store] + clock + arguments)
      try worker.awaitLog("connected", seconds: 60)
      workers.append(worker)
    }

    func startPayers(_ arguments: [String] = []) throws {
      for payer in payers {
        try this("payer-simulator", store: payer.rawValue, ["--payer", payer.rawValue] + arguments)
      }
    }

    /// Submits visits and waits until claims for all of them have left.
    func submit(_ count: Int) throws -> [String] {
      let outcome = try run("front-desk", ["submit", "--generate", "\(count)", "--format", "json"] + clock)
      try #require(outcome.status == 0, "\(outcome.errors)")
      let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
      let visits = try #require(object?["visits"] as? [String])
      let isSent = try Deadline(120).wait { try visits.allSatisfy { try account($0).contains("frequency 1") } }
      try #require(isSent, "not every visit was billed")
      return visits
    }

    func run(_ program: String, _ arguments: [String]) throws -> Executable.Outcome {
      try Executable(program, environment: ["SUPERBILL_BROKER_URL": url]).run(arguments, limit: 60)
    }

    /// One of the biller's commands on its store.
    func biller(_ arguments: String...) throws -> Executable.Outcome {
      let store = "sqlite:\(folder.appending(path: "billing.sqlite").path)"
      return try run("biller-worker", arguments + ["--store", store])
    }

    func account(_ visit: String) throws -> String { try biller("account", visit).output }

    /// Waits until the account is in a state.
    func await(_ state: String, of visit: String, seconds: Double = 120) throws {
      var text = ""
      let isThere = try Deadline(seconds).wait {
        text = try account(visit)
        return text.hasPrefix("Account \(visit): \(state)")
      }
      try #require(isThere, "\(text)")
    }

    /// Takes away so many claims on their way to the payers.
    func lose(_ count: Int) throws {
      let queues = payers.map { QueueSubscription(queue: "payer.\($0).claims") }
      let reader = try RabbitMQBroker(RabbitMQConfiguration(url: url)).open(
        SessionPlan(name: "test/thief", topology: Topology(), queues: queues, prefetch: 100))
      defer { reader.close() }
      var lost = 0
      let isDone = try Deadline(60).wait {
        let taken = try reader.receive(limit: 100, timeoutMilliseconds: 200)
        for delivery in taken {
          guard case .message(let message) = delivery.content else { continue }
          lost += String(decoding: message.body, as: UTF8.self).components(separatedBy: "CLM*").count - 1
        }
        if let last = taken.last { try reader.acknowledge(upTo: last.tag) }
        return lost >= count
      }
      try #require(isDone && lost == count, "\(lost) claims were on their way")
    }
  }

  @Test func recordsThatAPayerWantsAreSentByAPersonAndTheAccountCloses() throws {
    try Scratch.withFolder { folder in
      let plan = folder.appending(path: "plan.yaml")
      let plans = Self.payers.map { "  - {payer: \($0), name: \($0), coverage: {needs-records: \"99202-99499\"}}\n" }
      try Data(("plans:\n" + plans.joined()).utf8).write(to: plan)
      let offices = try Offices("records-wanted", in: folder)
      try offices.startPayers(["--plan", plan.path])
      let visit = try #require(try offices.submit(1).first)
      try offices.await("inReview, refused CO-252 N706", of: visit)
      #expect(try offices.biller("worklist").output.contains("\(visit) "))

      let refused = try offices.biller("resolve", visit, "refund")
      #expect(refused.status == 1 && refused.errors.contains("nothing is due to be given back"), "\(refused)")
      #expect(try offices.biller("resolve", visit, "write-off").status == 64, "a write-off has a reason")
      #expect(try offices.biller("resolve", "VNOBODY", "appeal").status == 1)
      let preview = try offices.biller("resolve", visit, "send-records", "--preview")
      #expect(preview.status == 0 && preview.output.contains("then the account is appealing"), "\(preview)")
      #expect(try offices.account(visit).contains("What can be decided"), "nothing was sent")

      let sent = try offices.biller("resolve", visit, "send-records", "--by", "jo", "--reason", "chart of the visit")
      #expect(sent.status == 0, "\(sent.errors)")
      try offices.await("closed", of: visit)
      let sheet = try offices.account(visit)
      #expect(sheet.contains("send-records by jo, asked: refused CO-252 N706; chart of the visit"), "\(sheet)")
      #expect(try offices.biller("resolve", visit, "appeal").errors.contains("it is closed"))
      #expect(try offices.biller("ledger").status == 0)
      let trace = try offices.run("dashboard", ["trace", visit]).output
      #expect(trace.contains("review-resolved.v1") && !trace.contains("chart of the visit"), "\(trace)")
    }
  }

  /// A quarter in half a minute: 100,000 times faster.
  @Test func claimThatIsLostIsAskedForSentAgainAndPaid() throws {
    try Scratch.withFolder { folder in
      let offices = try Offices("claims-lost", in: folder, clockRate: 100_000)
      let visits = try offices.submit(3)
      try offices.lose(visits.count)
      try offices.startPayers()
      for visit in visits {
        try offices.await("closed", of: visit)
        let sheet = try offices.account(visit)
        #expect(sheet.contains("  unanswered\n") && sheet.contains("  adjudicated\n"), "\(sheet)")
      }
      for type in ["x12.276.005010X212", "x12.277.005010X212"] {
        #expect(try offices.run("dashboard", ["tail", "--type", type, "--limit", "1"]).status == 0, "no \(type)")
      }
      let audit = try offices.biller("ledger")
      #expect(audit.status == 0 && audit.output.contains(" 3 accounts"), "\(audit)")
    }
  }
}
