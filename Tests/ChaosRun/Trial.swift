import Chaos
import ClaimModel
import Foundation
import Office

/// Runs the same visits twice on one site: undisturbed and with faults.
struct Trial {
  let site: Site
  let executables: URL
  let visits: Int
  let seed: UInt64
  let workers: Int
  let plan: Schedule.Plan
  let mayMount: Bool
  let narrator: Narrator

  /// Runs the visits with nothing in the way.
  func runUndisturbed() throws -> Outcome {
    let url = site.brokerURL("calm")
    try site.makeVirtualHosts(["calm", "chaos"])
    let offices = try offices(of: "calm", brokerURL: url) { site.storeURL($0) }
    let crew = try crew(of: "calm")
    defer { crew.dismiss(limitSeconds: 40) }
    try crew.start(offices.posts(workers: workers))
    let begin = narrator.seconds
    let submission = Errand(offices, "front-desk", submission(rate: nil), site.folder.appending(path: "calm.submit"))
    let watch = Errand(offices, "dashboard", watching(limitSeconds: 600), site.folder.appending(path: "calm.watch"))
    let problems = try attend(watch, submission, crew)
    guard problems.isEmpty else { throw Tool.Failure(description: "undisturbed: \(problems)") }
    narrator.tell("undisturbed: \(visits) visits final after \(Int(narrator.seconds - begin)) s")
    return try Inspection(site: site, offices: offices, virtualHost: "calm").outcome()
  }

  /// Runs the visits while a schedule is carried out.
  func run(_ schedule: Schedule) throws -> (Outcome, Aftermath) {
    let brokerGate = try Gateway(to: site.brokerPort)
    let postgresGate = try Gateway(to: site.postgresPort)
    defer {
      brokerGate.stop()
      postgresGate.stop()
    }
    let offices = try offices(of: "chaos", brokerURL: site.brokerURL("chaos", port: brokerGate.port)) {
      site.storeURL($0, port: postgresGate.port)
    }
    let disk = try Disk(folder: offices.diskFolder, mayMount: mayMount, narrator: narrator)
    defer { disk.remove() }
    let crew = try crew(of: "chaos")
    var isDismissed = false
    defer { if !isDismissed { crew.dismiss(limitSeconds: 40) } }
    try crew.start(offices.posts(workers: workers))
    let director = Director(
      site: site, crew: crew, disk: disk, brokerGate: brokerGate, postgresGate: postgresGate, narrator: narrator,
      virtualHost: "chaos")
    defer { director.interrupt() }
    let direct = try self.offices(of: "chaos", brokerURL: site.brokerURL("chaos")) { site.storeURL($0) }
    let inspection = Inspection(site: site, offices: direct, virtualHost: "chaos")
    try awaitConsumers(inspection)
    // The visits come in the course of the faults.
    let rate = max(1, visits * 1_000 / plan.windowMilliseconds)
    let submission = Errand(offices, "front-desk", submission(rate: rate), site.folder.appending(path: "chaos.submit"))
    let limit = plan.windowMilliseconds / 1_000 + 300
    let watch = Errand(offices, "dashboard", watching(limitSeconds: limit), site.folder.appending(path: "chaos.watch"))
    // A watch that has not begun would rightly end when there is no broker.
    for _ in 0..<300 where watch.lastLine == nil && watch.isRunning { Pause.milliseconds(100) }
    director.begin(schedule)
    let problems = try attend(watch, submission, crew, director)

    try settle(inspection, limitSeconds: 90, crew)
    let outcome = try inspection.outcome()
    var aftermath = Aftermath()
    (aftermath.faults, aftermath.failures) = director.result
    aftermath.failures += problems
    // A database notices a client that is gone by TCP's keepalive, which the proxy's own socket answers.
    aftermath.halfOpenConnections =
      brokerGate.halfOpenCount(leaving: .client) + brokerGate.halfOpenCount(leaving: .server)
      + postgresGate.halfOpenCount(leaving: .client)
    aftermath.expectedConsumers = expectedConsumers
    crew.dismiss(limitSeconds: 40)
    isDismissed = true
    aftermath.deaths = crew.deaths
    aftermath.losses = crew.losses()
    aftermath.losses[.heartbeats, default: 0] += site.brokerLogCount(of: "missed heartbeats from client")
    return (outcome, aftermath)
  }
}

extension Trial {
  private func offices(
    of run: String, brokerURL: String, storeURL: @escaping @Sendable (String) -> String
  ) throws -> Offices {
    let folder = site.folder.appending(path: run)
    let offices = Offices(
      executables: executables, folder: folder, diskFolder: folder.appending(path: "disk"), brokerURL: brokerURL,
      storeURL: storeURL, run: run)
    if !FileManager.default.fileExists(atPath: folder.path) {
      try FileManager.default.createDirectory(at: offices.diskFolder, withIntermediateDirectories: true)
      for office in ["coding", "billing"] { try site.makeDatabase(offices.database(of: office)) }
    }
    return offices
  }

  private func crew(of run: String) throws -> Crew {
    let logs = site.folder.appending(path: "\(run)-logs")
    try FileManager.default.createDirectory(at: logs, withIntermediateDirectories: true)
    return Crew(logs: logs, narrator: narrator)
  }

  private func submission(rate: Int?) -> [String] {
    ["submit", "--generate", "\(visits)", "--seed", "\(seed)", "--redate-within", "60", "--wait"]
      + (rate.map { ["--rate", "\($0)"] } ?? [])
  }

  private func watching(limitSeconds: Int) -> [String] {
    ["report", "--until-final", "\(visits)", "--timeout", "\(limitSeconds)", "--format", "json"]
  }

  private var expectedConsumers: [String: Int] {
    let offices = [OfficeID.practice, .coding, .billing] + Offices.payers.map { .payer(PayerID($0)) }
    return Dictionary(uniqueKeysWithValues: offices.flatMap(\.inboxes).map { ($0.queue, workers) })
  }

  /// Waits until everybody is there, at most a minute: faults before that would be faults of nothing.
  private func awaitConsumers(_ inspection: Inspection) throws {
    for _ in 0..<600 where !inspection.hasConsumers(expectedConsumers) {
      try Interruption.check()
      Pause.milliseconds(100)
    }
  }

  /// Waits until all visits are final and all faults over; starts killed workers again meanwhile.
  /// - Returns: what did not end well.
  private func attend(
    _ watch: Errand, _ submission: Errand, _ crew: Crew, _ director: Director? = nil
  ) throws -> [String] {
    var lastProgress = ""
    while watch.isRunning || director?.isDone == false {
      try Interruption.check()
      try crew.tend()
      if let progress = watch.lastLine, progress != lastProgress {
        lastProgress = progress
        narrator.tell(progress)
      }
      if submission.problem != nil || watch.problem != nil { break }
      Pause.milliseconds(100)
    }
    try crew.tend()
    return [submission.problem, watch.problem].compactMap(\.self)
  }

  /// Waits until the queues are empty and everybody consumes; who is wrong after that is wrong.
  private func settle(_ inspection: Inspection, limitSeconds: Double, _ crew: Crew) throws {
    let deadline = ContinuousClock.now + .seconds(limitSeconds)
    // The broker's figures for a quorum queue are up to five seconds old.
    let earliest = ContinuousClock.now + .seconds(6)
    let expected = expectedConsumers
    while ContinuousClock.now < deadline {
      try Interruption.check()
      try crew.tend()
      Pause.milliseconds(200)
      guard ContinuousClock.now > earliest, try inspection.isQuiet(expected) else { continue }
      let queues = try inspection.queues()
      let isQuiet = queues.allSatisfy { queue in
        queue.name == "journal" || queue.name.hasSuffix(".parked")
          || queue.ready + queue.unacknowledged == 0
      }
      if isQuiet, queues.allSatisfy({ expected[$0.name] ?? $0.consumers == $0.consumers }) { return }
    }
  }
}

/// Waiting that keeps nobody from being heard.
enum Pause {
  private static let condition = NSCondition()

  /// Waits.
  static func milliseconds(_ milliseconds: Int) {
    condition.withLock { _ = condition.wait(until: Date(timeIntervalSinceNow: Double(milliseconds) / 1_000)) }
  }
}
