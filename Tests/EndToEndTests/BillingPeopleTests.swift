import ClaimModel
import Foundation
import Messages
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
    func biller(_ arguments: String...) throws -> Executable.Outcome { try biller(arguments) }

    private func biller(_ arguments: [String]) throws -> Executable.Outcome {
      let store = "sqlite:\(folder.appending(path: "billing.sqlite").path)"
      return try run("biller-worker", arguments + ["--store", store])
    }

    func account(_ visit: String) throws -> String { try biller("account", visit).output }

    func place(_ arguments: [String]) throws -> Executable.Outcome { try biller(["place"] + arguments) }

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

    /// Lets a payer pay for a claim under a number that is none of ours, for a member that is nobody here.
    func pay(_ amount: String, from payer: String, number: String) throws {
      let body = """
        ST*835*0001~BPR*I*\(amount)*C*CHK************20260501~TRN*1*T\(number)*1123456789~DTM*405*20260501~\
        N1*PR*A HEALTH PLAN~N3*1 EXAMPLE PLAZA~N4*SPRINGFIELD*IL*62701~REF*2U*\(payer)~\
        PER*BL*PROVIDER SERVICES*TE*5555550199~N1*PE*EXAMPLE CLINIC*XX*1245319599~REF*TJ*123456789~LX*1~\
        CLP*LEGACY77*1*\(amount)*\(amount)**12*\(number)*11*1~NM1*QC*1*SOMEBODY*ELSE****MI*NOBODY~SE*15*0001~
        """
      let id = payer.padding(toLength: 15, withPad: " ", startingAt: 0)
      let interchange = """
        ISA*00*          *00*          *ZZ*\(id)*ZZ*SUPERBILL      *260501*0000*^*00501*000000003*0*P*:~\
        GS*HP*\(payer)*SUPERBILL*20260501*0000*3*X*005010X221A1~\(body)GE*1*3~IEA*1*000000003~
        """
      let answer = Outgoing.answer(
        .remittanceAdvice, Array(interchange.utf8), from: PayerID(payer), batchReference: number)
      let session = try RabbitMQBroker(RabbitMQConfiguration(url: url)).open(
        SessionPlan(name: "test/payer", topology: Topology(), queues: [], prefetch: 1))
      defer { session.close() }
      let publication = Publication(
        answer, id: .derived(from: "test", number), timestamp: Timestamp(milliseconds: 1_777_593_600_000),
        appID: "payer-\(payer)/test")
      #expect(try session.deliver([publication]).isEmpty)
    }

    /// The ids of the payments that match nothing, once there are so many.
    func unmatched(_ count: Int) throws -> [String] {
      var ids: [String] = []
      let isThere = try Deadline(60).wait {
        let lines = try biller("worklist", "--format", "json").output.split(separator: "\n")
        ids = try lines.compactMap { line in
          try (JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["payment"] as? String
        }
        return ids.count == count
      }
      try #require(isThere, "\(ids)")
      return ids
    }
  }

  @Test func paymentThatMatchesNothingIsPlacedByAPersonOrGivenBack() throws {
    try Scratch.withFolder { folder in
      let offices = try Offices("payments-placed", in: folder)
      let visit = try #require(try offices.submit(1).first)
      let claim = try #require(try offices.account(visit).split(separator: "\n").first { $0.contains("frequency 1") })
      let words = claim.split(separator: " ").map(String.init)
      let (payer, charge) = (words[1], words[4])
      for number in ["P1", "P2"] { try offices.pay(charge, from: payer, number: number) }
      let ids = try offices.unmatched(2)
      let (mine, foreign) = (ids[0], ids[1])

      for arguments in [[mine], [mine, "\(visit)-1", "--return"], [mine, "--return"]] {
        let outcome = try offices.place(arguments)
        #expect(outcome.status == 64, "\(arguments): \(outcome)")
      }
      for (arguments, reason) in [
        (["NOBODY", "\(visit)-1"], "there is no payment NOBODY on the work list"),
        ([mine, "LEGACY77"], "'LEGACY77' is no number of a claim of ours"),
        ([mine, "V0000000000000AA-1"], "'V0000000000000AA-1' is no number of a claim of ours"),
        ([mine, "\(visit)-7"], "payment \(mine) cannot be applied to \(visit)-7"),
      ] {
        let outcome = try offices.place(arguments)
        #expect(outcome.status == 1 && outcome.output.isEmpty, "\(arguments): \(outcome)")
        #expect(outcome.errors.contains(reason), "\(arguments): \(outcome)")
      }
      let preview = try offices.place([mine, "\(visit)-1", "--preview"])
      #expect(preview.status == 0 && preview.errors.isEmpty, "\(preview)")
      #expect(preview.output == "\(charge) of \(payer) is posted to claim \(visit)-1\n")
      #expect(try offices.unmatched(2) == ids, "nothing was sent")

      #expect(try offices.place([mine, "\(visit)-1", "--by", "jo", "--reason", "called the payer"]).status == 0)
      try offices.await("closed", of: visit)
      #expect(try offices.unmatched(1) == [foreign])
      let again = try offices.place([mine, "\(visit)-1"])
      #expect(again.status == 1 && again.errors.contains("waits for nobody any more: it was posted to \(visit)"))
      let returned = try offices.place([foreign, "--return", "--reason", "not our patient"])
      #expect(returned.status == 0 && returned.output == "\(charge) goes back to \(payer)\n", "\(returned)")
      #expect(try offices.unmatched(0).isEmpty)
      #expect(try offices.place([foreign, "--return", "--reason", "again"]).errors.contains("went back to \(payer)"))
      let audit = try offices.biller("ledger")
      #expect(audit.status == 0, "\(audit)")
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
