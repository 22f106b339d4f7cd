import ClaimModel
import Foundation
import Messages
import Office
import PostgresStore
import RabbitMQBroker
import Simulation
import TestBroker
import TestPostgres
import Testing

@testable import PayerDesk

/// What members have used stays right while four payer-simulator processes work on one PostgreSQL store.
///
/// `make accumulators` runs it with 10,000 claims, `ACCUMULATOR_CLAIMS=N` with any number.
@Suite(.serialized) struct AccumulatorProcessTests {
  private static let claims =
    ProcessInfo.processInfo.environment["ACCUMULATOR_CLAIMS"].flatMap { Int($0) } ?? 1_500
  private static let batch = 10

  @Test func fourProcessesAtOnceComeToWhatOneWouldHave() throws {
    // PostgreSQL tells in which order transactions were committed.
    let server = try PrivatePostgres(configuration: "track_commit_timestamp = on")
    defer { server.stop() }
    let database = try server.newDatabase()
    let broker = try PrivateBroker.url(ofVirtualHost: "accumulators")
    let folder = FileManager.default.temporaryDirectory.appending(path: "superbill-payer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let plan = folder.appending(path: "plans.yaml")
    try Data(Submitter.planFile.utf8).write(to: plan)

    let session = try PrivateBroker.open(
      SessionPlan(
        name: "test/accumulators", topology: .offices(payers: ["ACMEHLTH"]),
        queues: [QueueSubscription(queue: "billing.remittances")])
    ) { $0.virtualHost = "accumulators" }
    defer { session.close() }
    let workers = try (1...4).map { number in
      let worker = Process()
      worker.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "payer-simulator")
      worker.arguments =
        ["work", "--plan", plan.path, "--data", folder.path, "--name", "\(number)", "--payers", "ACMEHLTH"]
        + ["--batch", "4", "--prefetch", "4"]
      worker.environment = ProcessInfo.processInfo.environment.merging([
        "SUPERBILL_BROKER_URL": broker, "SUPERBILL_STORE_URL": database,
      ]) { $1 }
      worker.standardError = FileHandle.nullDevice
      try worker.run()
      return worker
    }
    defer {
      for worker in workers where worker.isRunning { kill(worker.processIdentifier, SIGKILL) }
      for worker in workers { worker.waitUntilExit() }
    }
    // Who comes late on a busy machine would have no share.
    for _ in 0..<600 where try session.inspect(queue: "payer.ACMEHLTH.claims").consumers < workers.count {
      #expect(try session.receive(limit: 1, timeoutMilliseconds: 100).isEmpty)
    }
    let (batches, handlers) = try submit(over: session)
    #expect(batches.reduce(0) { $0 + $1.claims } == Self.claims)
    #expect(handlers.count == 4, "\(handlers)")
    // Whose share is small stood still meanwhile, as happens on a busy machine; nobody did most of the work alone.
    #expect(handlers.values.allSatisfy { $0 * 4 < batches.count * 3 }, "\(handlers)")

    let concurrent = try PayerFiles.stored(in: PostgresStore(url: database))
    let reference = SimulatedStore()
    for batch in try inOrder(batches, of: server, database) {
      _ = try Submitter.handle(batch.message, on: reference, at: Timestamp(startOf: batch.day))
    }
    let sequential = try PayerFiles.stored(in: reference)
    #expect(try comparable(concurrent) == comparable(sequential))
    try PayerFiles.expectTotals(concurrent, reversals: Self.claims / 20)
  }

  /// Keeps all workers busy until every claim is answered.
  /// - Returns: the messages that were answered, and how many each worker has handled.
  private func submit(
    over session: any BrokerSession
  ) throws -> (batches: [HandledBatch], handlers: [String: Int]) {
    var submitter = Submitter(number: 1, practices: 12)
    var open: [String: (claims: [Claim], message: WireMessage)] = [:]
    var batches: [HandledBatch] = []
    var handlers: [String: Int] = [:]
    var sent = 0
    while batches.count * Self.batch < Self.claims {
      var publications: [Publication] = []
      while open.count < 24, sent < Self.claims {
        let next = try submitter.nextBatch(of: Self.batch)
        open[next.message.correlation] = next
        sent += Self.batch
        publications.append(
          Publication(route: Submitter.route, message: next.message))
      }
      #expect(try session.deliver(publications).isEmpty)
      let answers = try session.receive(count: 1, seconds: 120)
      try #require(!answers.isEmpty, "no answer for two minutes")
      for answer in answers.compactMap(\.message) where answer.type == MessageType.remittanceAdvice.rawValue {
        // All payments of a message are in one interchange.
        guard let asked = open.removeValue(forKey: answer.correlation) else { continue }
        batches.append(try HandledBatch(message: asked.message, claims: asked.claims.count, answers: [answer]))
        handlers[answer.appID, default: 0] += 1
        submitter.learn(from: [answer], about: asked.claims)
      }
      if let last = answers.last { try session.acknowledge(upTo: last.tag) }
    }
    return (batches, handlers)
  }

  /// The messages in the order in which their transactions were committed, those of one transaction as they were handled.
  private func inOrder(
    _ batches: [HandledBatch], of server: PrivatePostgres, _ database: String
  ) throws -> [HandledBatch] {
    let rows = try server.query(
      """
      SELECT encode(message_id, 'hex'), extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000000 FROM receipts
      """, in: database)
    var committed: [String: Double] = [:]
    for row in rows.split(separator: "\n") {
      let columns = row.split(separator: "|")
      committed[String(columns[0])] = Double(columns[1])
    }
    return try batches.map { batch in
      let id = batch.message.id.description.lowercased().filter { $0 != "-" }
      return (batch, try #require(committed[id]), batch.traces[0])
    }.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
  }

  /// The files without the numbers of payments, which depend on who drew them.
  private func comparable(_ files: [CaseKey: [UInt8]]) throws -> [CaseKey: PayerFile] {
    try files.mapValues { body in
      var file = try PayerFile(stored: body)
      for index in file.debts.indices { file.debts[index].reference = "" }
      return file
    }
  }
}
