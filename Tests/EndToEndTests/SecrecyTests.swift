import ClaimModel
import Foundation
import Messages
import Office
import TestBroker
import Testing

/// A whole run with canaries: the note never leaves the coding office, and no patient data reaches the journal, the
/// heartbeats, a log, an error or a header.
@Suite(.serialized) struct SecrecyTests {
  /// What was seen of a run.
  struct Evidence {
    var messages: [Delivery] = []
    var parked: [Delivery] = []
    var logs: [String: String] = [:]
    var outputs: [String: String] = [:]
    var birthDates: [String] = []
    var visits = 0
  }

  @Test(.timeLimit(.minutes(10))) func noteStaysInTheCodingOfficeAndPatientsStayOutOfEverythingThatIsWatched() throws {
    try Scratch.withFolder { folder in
      let offices = try GuardedOffices(folder: folder)
      let evidence = try run(offices, in: folder)
      checkThatAllHappened(evidence)
      checkMessages(evidence)
      checkParked(evidence)
      checkTexts(evidence)
      try checkStores(offices)
    }
  }

  // MARK: The run

  private func run(_ offices: GuardedOffices, in folder: URL) throws -> Evidence {
    var evidence = Evidence()
    try tap(offices)
    try offices.startAll()
    #expect(
      GuardedOffices.wait(seconds: 60) {
        offices.processes.keys.allSatisfy { offices.log($0).contains("msg=connected") }
      })
    for line in offices.commandLines() {
      #expect(GuardedOffices.passwords.allSatisfy { !line.contains($0) } && !line.contains("amqp:"), "\(line)")
    }

    let notes = try Canaries.notes()
    evidence.birthDates = Canaries.birthDates(in: notes)
    for (index, note) in notes.enumerated() {
      try note.write(to: folder.appending(path: "visit-\(index).md"), atomically: true, encoding: .utf8)
    }
    try withLocked(offices.store("coding")) {
      evidence.visits = try submit(
        notes.indices.map { folder.appending(path: "visit-\($0).md").path }, offices, &evidence)
      // While the coders wait for their store.
      try failAtStart(offices, folder, &evidence)
      try sendBroken(offices, in: folder)
      #expect(
        GuardedOffices.wait(seconds: 60) {
          (offices.log("coder-1") + offices.log("coder-2")).contains("the store failed")
        })
    }
    try offices.control("close_all_connections", "an operator's reason")
    try watch(offices, &evidence)
    for (name, status) in offices.stopAll() { #expect(status == 0, "\(name)") }
    for name in offices.processes.keys { evidence.logs[name] = offices.log(name) }
    try collect(offices, &evidence)
    return evidence
  }

  /// One queue bound to everything on every exchange.
  private func tap(_ offices: GuardedOffices) throws {
    let everything = Topology.offices(payers: GuardedOffices.payers)
    var topology = Topology(queues: [.init(name: "tap", kind: .quorum)])
    for exchange in everything.exchanges {
      let keys = exchange.kind == .direct ? everything.queues.map(\.name) : ["#"]
      topology.bindings += keys.map { .init(queue: "tap", exchange: exchange.name, key: $0) }
    }
    try offices.session(as: "guest", topology).close()
  }

  private func submit(_ files: [String], _ offices: GuardedOffices, _ evidence: inout Evidence) throws -> Int {
    let desk = offices.executable("front-desk", as: "front-desk")
    let outcome = try desk.run(["submit"] + files)
    #expect(outcome.status == 0, "\(outcome.errors)")
    evidence.outputs["submit"] = outcome.output + outcome.errors
    return files.count
  }

  /// Holds the store's write lock while `body` runs.
  private func withLocked(_ store: URL, _ body: () throws -> Void) throws {
    let locker = Process()
    locker.executableURL = URL(filePath: "/usr/bin/env")
    locker.arguments = [
      "python3", "-c",
      "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30); "
        + "c.execute('BEGIN IMMEDIATE'); print('locked', flush=True); sys.stdin.read()", store.path,
    ]
    let (input, output) = (Pipe(), Pipe())
    locker.standardInput = input
    locker.standardOutput = output
    try locker.run()
    defer {
      try? input.fileHandleForWriting.close()
      locker.waitUntilExit()
    }
    #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self).hasPrefix("locked"))
    try body()
  }

  /// Bodies and values that no desk can read, full of canaries, from the users who may send there.
  private func sendBroken(_ offices: GuardedOffices, in folder: URL) throws {
    let words = Canaries.malformed
    let visit = brokenVisit()
    let claims = "ISA*00*\(words)*~\(words)~NM1*IL*1*\(words)~"
    let documented = "visit-documented.medical"
    try send(as: "front-desk", "practice", documented, .visitDocumented, Array(words.utf8), offices)
    try send(as: "front-desk", "practice", documented, .visitDocumented, visit, offices)
    try send(as: "coding", "coding", "visit-coded", .visitCoded, visit, offices)
    try send(as: "billing", "billing", "claims.ACMEHLTH", .professionalClaims, Array(claims.utf8), offices)
    let answers = try brokenAnswers(in: folder)
    for text in answers + [claims] {
      try send(
        as: "payer-ACMEHLTH", "payer", "remittance-835.ACMEHLTH", .remittanceAdvice, Array(text.utf8), offices)
    }
    // Somebody who got more rights than was meant: the second lock.
    try offices.control("clear_topic_permissions", "payer-BEACON1", "payer")
    try send(
      as: "payer-BEACON1", "payer", "remittance-835.ACMEHLTH", .remittanceAdvice, Array(answers[0].utf8), offices)
    try send(as: "guest", "coding", "visit-coded", .visitCoded, visit, offices)
    for handler in ["billing/forger", "coding/honest"] { try record(handler, as: "coding", offices) }
  }

  /// Writes to the journal what `handler` is said to have handled.
  private func record(_ handler: String, as user: String, _ offices: GuardedOffices) throws {
    let entry = JournalEntry(
      messageID: .derived(from: handler), type: "test.v1", visits: ["V0000000000000AB"], sender: handler,
      handler: handler, sent: Timestamp(milliseconds: 1), handled: Timestamp(milliseconds: 1), outcome: .handled)
    let publication = JournalEntry.publication(of: [entry], from: handler, now: Timestamp(milliseconds: 1))
    let session = try offices.session(as: user)
    defer { session.close() }
    #expect(try session.deliver([publication].compactMap(\.self)).isEmpty)
  }

  /// An answer of a payer, with each of its segments' and transactions' names replaced by a canary in turn.
  private func brokenAnswers(in folder: URL) throws -> [String] {
    let claim = folder.appending(path: "claim.837").path
    try CommandTests.claim.write(toFile: claim, atomically: true, encoding: .utf8)
    let payer = Executable("payer-simulator")
    let outcome = try payer.run(["adjudicate", claim, "--on", "2026-05-01", "--out", folder.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let answer = try String(contentsOf: folder.appending(path: "claim.835"), encoding: .utf8)
    return ["ST*", "*835*", "BPR*", "NM1*QC*", "CLP*", "SVC*", "CAS*", "DTM*"].compactMap { part in
      let broken = answer.replacing(part, with: part.replacing(/[A-Z0-9]{2,}/, with: Canaries.malformed))
      return broken == answer ? nil : broken
    }
  }

  /// A documented visit in which one value is none of those known.
  private func brokenVisit() -> [UInt8] {
    let name = PersonName(last: Canaries.malformed, first: Canaries.malformed)
    let address = Address(line: Canaries.malformed, city: Canaries.malformed, state: "MN", zip: "55802")
    let visit = Visit(
      id: "VBR0KEN000000000",
      registration: Registration(
        patient: Patient(
          name: name, birthDate: CalendarDate(daysSinceEpoch: -1_395), sex: .male,
          address: address),
        coverages: [Coverage(payer: "ACMEHLTH", payerName: "Acme", member: "M1")],
        rendering: RenderingProvider(npi: "1600003457", name: name, taxonomy: "207R00000X"),
        billing: BillingProvider(npi: "1500002344", name: "Clinic", taxID: "411987654", address: address),
        dateOfService: CalendarDate(daysSinceEpoch: 20_520)),
      specialty: .primaryCare,
      documentation: [DocumentationItem(kind: .note, text: Canaries.malformed, source: "note")])
    var body = Data(OfficeMessage.visitDocumented(visit).encoded())
    let specialty = Data(Specialty.primaryCare.rawValue.utf8)
    if let place = body.range(of: specialty) {
      body.replaceSubrange(place, with: Data(Canaries.malformed.utf8.prefix(specialty.count)) + Data("!".utf8))
    }
    return Array(body)
  }

  private func send(
    as user: String, _ exchange: String, _ key: String, _ type: MessageType, _ body: [UInt8],
    _ offices: GuardedOffices
  ) throws {
    let session = try offices.session(as: user)
    defer { session.close() }
    let message = WireMessage(
      id: .derived(from: user, key, UUID().uuidString), type: type.rawValue, correlation: "broken",
      timestamp: Timestamp(milliseconds: 1), appID: "test/\(user)", contentType: "application/octet-stream", body: body)
    #expect(try session.deliver([Publication(route: Route(exchange: exchange, key: key), message: message)]).isEmpty)
  }

  private func watch(_ offices: GuardedOffices, _ evidence: inout Evidence) throws {
    let dashboard = offices.executable("dashboard", as: "operator")
    let waited = try dashboard.run(
      ["report", "--until-final", "\(evidence.visits)", "--timeout", "150"], limit: 200)
    #expect(waited.status == 0, "\(waited.output) \(waited.errors)")
    let lines = try dashboard.run(["tail", "--format", "json", "--idle-timeout", "300"])
    let visits = Set(lines.output.matches(of: /"V[0-9A-Z]{15}"/).map { String($0.output.dropFirst().dropLast()) })
    #expect(visits.count >= evidence.visits)
    let commands =
      [
        ["tail", "--idle-timeout", "300"], ["queues"], ["queues", "--format", "json"], ["report"],
        ["report", "--format", "json"],
      ]
      + visits.prefix(2).map { ["trace", $0] }
    evidence.outputs["dashboard tail --format json"] = lines.output + lines.errors
    for command in commands {
      let outcome = try dashboard.run(command)
      evidence.outputs["dashboard \(command.joined(separator: " "))"] = outcome.output + outcome.errors
    }
  }

  /// Errors before any work: inputs that cannot be read, a store that is none.
  private func failAtStart(_ offices: GuardedOffices, _ folder: URL, _ evidence: inout Evidence) throws {
    let desk = offices.executable("front-desk", as: "front-desk")
    let note = try Canaries.notes()[0]
    let faults = [
      note.replacing("birth-date: ", with: "birth-date: qanarfirst"), note.replacing("sex: ", with: "sex: qanarlast"),
      note.replacing("\ndate: ", with: "\ndate: qanarmember"),
      note.replacing("\npayer: ", with: "\nqanarstreet road: "),
      note.replacing("---\n", with: ""), note.replacing("zip: ", with: "zip: qanartown"),
      "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":\"Qanarlast \(Canaries.note)\"}]}", "{\"Qanarlast\": ",
    ]
    for (index, fault) in faults.enumerated() {
      let file = folder.appending(path: "fault-\(index).\(fault.hasPrefix("{") ? "json" : "md")").path
      try fault.write(toFile: file, atomically: true, encoding: .utf8)
      let outcome = try desk.run(["submit", file])
      #expect(outcome.status == 65, "fault \(index): \(outcome.errors)")
      evidence.outputs["submit fault \(index)"] = outcome.output + outcome.errors
    }
    let noStore = folder.appending(path: "fault-0.md").path
    let outcome = try offices.executable("coder-worker", as: "coding").run(["work", "--store", "sqlite:\(noStore)"])
    #expect(outcome.status == 2)
    evidence.outputs["store fault"] = outcome.output + outcome.errors
  }

  private func collect(_ offices: GuardedOffices, _ evidence: inout Evidence) throws {
    let parking = OfficeID.all(payers: GuardedOffices.payers).map(\.parkingLot)
    for queue in ["tap"] + parking {
      let session = try offices.session(as: "guest", consuming: [queue])
      defer { session.close() }
      var last = Date()
      while Date().timeIntervalSince(last) < 0.5 {
        let deliveries = try session.receive(limit: 500, timeoutMilliseconds: 100)
        if queue == "tap" { evidence.messages += deliveries } else { evidence.parked += deliveries }
        if let tag = deliveries.last?.tag {
          try session.acknowledge(upTo: tag)
          last = Date()
        }
      }
    }
  }
}
