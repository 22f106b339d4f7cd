import ClaimModel
import Foundation
import Office
import RabbitMQBroker
import TestBroker
import Testing

/// Looking is only looking, with the user that is meant for it: what is missing stays missing and is told.
@Suite(.serialized) struct DashboardLooksTests {
  private static let virtualHost = "looked-at"
  private static let topology = Topology.offices(payers: ["ACMEHLTH", "BEACON1"])
  private static let prepared = Result {
    let url = try PrivateBroker.url(ofVirtualHost: virtualHost)
    let printed = try Executable("dashboard", environment: [:]).run([
      "definitions", "--format", "json", "--vhost", virtualHost,
    ])
    try Scratch.withFolder { folder in
      let file = folder.appending(path: "definitions.json").path
      try printed.output.write(toFile: file, atomically: true, encoding: .utf8)
      try PrivateBroker.control("import_definitions", file)
    }
    try PrivateBroker.control("change_password", user, PrivateBroker.password(of: user))
    return url
  }
  private static let user = OfficeID.operatorUserName

  private let url: String
  private let dashboard: Executable

  init() throws {
    url = try Self.prepared.get()
    let port = try PrivateBroker.configuration().port
    dashboard = Executable(
      "dashboard",
      environment: [
        "SUPERBILL_BROKER_URL": "amqp://\(Self.user)@127.0.0.1:\(port)/\(Self.virtualHost)",
        "SUPERBILL_BROKER_PASSWORD": PrivateBroker.password(of: Self.user),
      ])
  }

  private func run(_ arguments: String...) throws -> Executable.Outcome { try dashboard.run(arguments, limit: 60) }

  private func delete(_ queue: String) throws {
    try PrivateBroker.control("delete_queue", "-p", Self.virtualHost, queue)
  }

  private func isThere(_ queue: String) throws -> Bool {
    try PrivateBroker.control("list_queues", "-p", Self.virtualHost, "name").split(separator: "\n").contains(queue[...])
  }

  /// Declares everything anew.
  private func restore() throws {
    try RabbitMQBroker(RabbitMQConfiguration(url: url)).open(SessionPlan(name: "test/looks", topology: Self.topology))
      .close()
  }

  @Test func aDeletedQueueIsToldToBeMissingAndNotMadeAgain() throws {
    try restore()
    let whole = try run("queues")
    #expect(whole.status == 0 && !whole.output.contains("missing"), "\(whole)")
    for queue in ["coding.visits.medical", "billing.parked"] { try delete(queue) }
    let queues = try run("queues")
    let lines = queues.output.split(separator: "\n")
    #expect(queues.status == 1 && lines.count == Self.topology.queues.count + 1, "\(queues)")
    #expect(lines.filter { $0.contains("missing") }.count == 2, "\(queues.output)")
    let json = try run("queues", "office=billing", "--format", "json")
    #expect(json.status == 1, "\(json)")
    #expect(json.output.contains(#"{"missing":true,"office":"billing","queue":"billing.parked""#), "\(json.output)")
    #expect(try run("queues", "office=practice").status == 0, "none of the practice's is missing")
    let screen = try run("watch", "--once", "--view", "queues", "--size", "100x60")
    #expect(screen.status == 0 && screen.output.contains("missing"), "\(screen)")
    for command in [["tail"], ["report"], ["trace", "VNOBODY"], ["workers", "--listen", "100ms"]] {
      _ = try dashboard.run(command, limit: 60)
    }
    #expect(try !isThere("coding.visits.medical") && !isThere("billing.parked"), "it was made again")
  }

  /// However long that takes: more than a screen takes in at once.
  @Test func oneScreenHasTheWholeJournal() throws {
    try restore()
    let session = try RabbitMQBroker(RabbitMQConfiguration(url: url)).open(
      SessionPlan(name: "test/looks", topology: Topology()))
    defer { session.close() }
    let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
    let batches = (0..<90).map { batch in
      (0..<500).map { number in
        let visit = VisitID("VL\(batch * 500 + number)")
        return JournalEntry(
          messageID: .derived(from: "looks", visit.rawValue), type: "visit-coded.v1", visits: [visit],
          sender: "coding/c", handler: "billing/b", sent: now, handled: now, outcome: .handled,
          facts: [
            Fact(visit: visit, .state(office: "billing", name: "closed", sequence: 1, open: .zero, isFinal: true))
          ])
      }
    }
    #expect(
      try session.deliver(batches.compactMap { JournalEntry.publication(of: $0, from: "billing/b", now: now) }).isEmpty)
    let screen = try run("watch", "--once", "--view", "visits")
    #expect(screen.status == 0 && screen.output.contains("45000 visits, 45000 final"), "\(screen)")
    try delete("journal")
    try restore()
  }

  /// The broker ends all connections, as it does when it is stopped, and is there again.
  @Test(arguments: [
    (["queues", "--follow", "--every", "100ms"], "coding.parked"),
    (["workers", "--follow", "--every", "100ms", "--listen", "100ms"], "worker"),
  ]) func whatIsFollowedGoesOnWhenTheBrokerWasLost(command: [String], words: String) throws {
    try restore()
    let followed = try Followed(dashboard.process(command))
    defer { followed.end() }
    let process = followed.process
    func count() throws -> Int {
      try followed.output().components(separatedBy: words).count - 1
    }
    try #require(try Deadline(30).wait { try count() >= 2 })
    try PrivateBroker.control("close_all_user_connections", Self.user, "test")
    // What was printed before the connections ended may still come.
    let before = try count()
    #expect(try Deadline(60).wait { try !process.isRunning || count() >= before + 5 })
    #expect(process.isRunning, "it ended with \(process.isRunning ? 0 : process.terminationStatus)")
  }

  @Test func aTapGoesOnWhenTheBrokerWasLost() throws {
    try restore()
    let session = try RabbitMQBroker(RabbitMQConfiguration(url: url)).open(
      SessionPlan(name: "test/looks", topology: Self.topology))
    defer { session.close() }
    // The one user for whoever watches may not tap: messages hold patient data.
    let followed = try Followed(
      Executable("dashboard", environment: ["SUPERBILL_BROKER_URL": url]).process([
        "tail", "--queue", "coding.visits.surgical", "--follow", "--limit", "100000", "--format", "json",
      ]))
    defer { followed.end() }
    let process = followed.process
    var sent = 0
    /// Sends until the tap has shown a message that is sent from now on.
    func isShown() throws -> Bool {
      let first = sent + 1
      return try Deadline(60).wait {
        sent += 1
        let message = WireMessage(
          id: .derived(from: "looks", "\(sent)"), type: "visit-documented.v9", correlation: "V\(sent)",
          timestamp: Timestamp(milliseconds: 1_776_246_600_000), appID: "test/looks", contentType: "x", body: [1])
        _ = try session.deliver([
          Publication(route: Route(exchange: "practice", key: "visit-documented.surgical"), message: message)
        ])
        let text = try followed.output()
        return !process.isRunning || (first...sent).contains { text.contains("\"correlation\":\"V\($0)\"") }
      } && process.isRunning
    }
    try #require(try isShown())
    let taps = try PrivateBroker.control("list_connections", "pid", "client_properties", "vhost")
    let own = taps.split(separator: "\n").filter { $0.contains("dashboard/") && $0.hasSuffix(Self.virtualHost) }
    try #require(!own.isEmpty, "\(taps)")
    for line in own { try PrivateBroker.control("close_connection", String(line.prefix { $0 != "\t" }), "test") }
    #expect(try isShown(), "the tap ended, or shows nothing any more")
  }

  @Test func aMissingJournalIsToldAndNotMade() throws {
    try restore()
    try delete("journal")
    defer { try? restore() }
    for command in [["tail"], ["report"], ["trace", "V1"], ["denials"]] {
      let outcome = try dashboard.run(command, limit: 60)
      #expect(outcome.status == 2 && outcome.errors.contains("who watches declares nothing"), "\(command): \(outcome)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    }
    #expect(try run("workers", "--listen", "100ms").status == 1)
    #expect(try !isThere("journal"))
  }
}

/// A command that goes on, with what it has printed so far.
private struct Followed {
  let process: Process
  private let path: String

  /// Starts `process`.
  init(_ process: Process) throws {
    let file = try Scratch.file()
    process.standardOutput = file.handle
    process.standardError = FileHandle.nullDevice
    try process.run()
    self.process = process
    path = file.path
  }

  func output() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  func end() {
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    try? FileManager.default.removeItem(atPath: path)
  }
}
