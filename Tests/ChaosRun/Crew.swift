import Chaos
import ClaimModel
import Foundation
import Synchronization

/// The workers of all offices, as processes: started, killed, suspended, started anew when we killed them.
///
/// Processes are started by ``start(_:)`` and ``tend()`` only, which belong to the main thread: a worker dies with the
/// thread that started it.
final class Crew: @unchecked Sendable {
  // Sendable because everything that changes is guarded by `lock`.
  private let lock = NSLock()
  private let logs: URL
  private let narrator: Narrator
  private var members: [Member] = []
  private var deathList: [String] = []
  private var isDismissed = false
  /// Offices whose workers are suspended together.
  private var heldOffices: Set<String> = []

  private struct Member {
    var post: Post
    var process: Process?
    /// When to start it again, if we killed it.
    var returnsAt: ContinuousClock.Instant?
    /// Whether it stands still by itself; an office that is held does besides.
    var isSuspended = false

    var name: String { "\(post.office)/\(post.name)" }
    var isPresent: Bool { process?.isRunning == true && returnsAt == nil }
  }

  /// A crew whose logs go to a folder.
  init(logs: URL, narrator: Narrator) {
    self.logs = logs
    self.narrator = narrator
  }

  /// What ended though nobody killed it.
  var deaths: [String] { lock.withLock { deathList } }

  /// Starts a worker at each post.
  func start(_ posts: [Post]) throws {
    try lock.withLock {
      members = posts.map { Member(post: $0) }
      for index in members.indices { try launch(index) }
    }
  }

  /// Starts again whom we killed; notes who ended otherwise.
  func tend() throws {
    try lock.withLock {
      for index in members.indices where !isDismissed && members[index].process?.isRunning == false {
        if let moment = members[index].returnsAt {
          guard ContinuousClock.now >= moment, !isHeld(index) else { continue }
          members[index].returnsAt = nil
        } else {
          let status = members[index].process?.terminationStatus ?? 0
          let words = "worker \(members[index].name) ended by itself with \(status): \(lastWords(of: members[index]))"
          deathList.append(words)
          narrator.tell(words)
        }
        try launch(index)
      }
    }
  }

  private func launch(_ index: Int) throws {
    let file = logFile(of: members[index])
    if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
    let log = try FileHandle(forWritingTo: file)
    try log.seekToEnd()
    let process = members[index].post.process(log: log)
    try process.run()
    try log.close()
    members[index].process = process
  }

  private func logFile(of member: Member) -> URL {
    logs.appending(path: "\(member.post.office)-\(member.post.name).log")
  }

  private func lastWords(of member: Member) -> String {
    let log = (try? String(contentsOf: logFile(of: member), encoding: .utf8)) ?? ""
    return String(log.split(separator: "\n").last ?? "")
  }

  /// Lets everybody drain and waits until they are gone; kills who is not gone in time, and says so.
  func dismiss(limitSeconds: Double) {
    let processes = lock.withLock { () -> [(name: String, process: Process)] in
      isDismissed = true
      return members.compactMap { member in member.process.map { (member.name, $0) } }
    }
    for (_, process) in processes where process.isRunning { kill(process.processIdentifier, SIGTERM) }
    let deadline = ContinuousClock.now + .seconds(limitSeconds)
    let patience = NSCondition()
    for (name, process) in processes {
      while process.isRunning, ContinuousClock.now < deadline {
        patience.withLock { _ = patience.wait(until: Date(timeIntervalSinceNow: 0.02)) }
      }
      if process.isRunning {
        lock.withLock { deathList.append("worker \(name) had not drained \(limitSeconds) s after SIGTERM") }
        kill(process.processIdentifier, SIGKILL)
      } else if process.terminationReason == .exit, process.terminationStatus != 0 {
        lock.withLock { deathList.append("worker \(name) drained with status \(process.terminationStatus)") }
      }
    }
  }
}

/// What is done to workers.
extension Crew {
  /// Kills workers that are there.
  /// - Returns: their names.
  func killSome(_ count: Int, absenceMilliseconds: Int, _ random: inout SeededRandom) -> [String] {
    lock.withLock {
      let present = members.indices.filter { members[$0].isPresent }.shuffled(using: &random).prefix(count)
      for index in present {
        members[index].returnsAt = .now + .milliseconds(absenceMilliseconds)
        members[index].isSuspended = false
        send(SIGKILL, to: index)
      }
      return present.map { members[$0].name }
    }
  }

  /// Suspends a worker that is there.
  /// - Returns: its name.
  func suspendOne(_ random: inout SeededRandom) -> String? {
    lock.withLock {
      let present = members.indices.filter { isAtWork($0) && !isHeld($0) }
      guard let index = present.randomElement(using: &random) else { return nil }
      members[index].isSuspended = true
      send(SIGSTOP, to: index)
      return members[index].name
    }
  }

  /// Suspends all workers of some offices; who was killed does not come back before they are released.
  func hold(_ offices: Set<String>) {
    lock.withLock {
      heldOffices.formUnion(offices)
      for index in members.indices where isHeld(index) && isAtWork(index) { send(SIGSTOP, to: index) }
    }
  }

  /// Lets the workers of offices that were held go on.
  func release(_ offices: Set<String>) {
    lock.withLock {
      heldOffices.subtract(offices)
      for index in members.indices where offices.contains(members[index].post.office) && isAtWork(index) {
        send(SIGCONT, to: index)
      }
    }
  }

  /// Whether it is there, and not suspended by itself.
  private func isAtWork(_ index: Int) -> Bool { members[index].isPresent && !members[index].isSuspended }

  private func isHeld(_ index: Int) -> Bool { heldOffices.contains(members[index].post.office) }

  /// Lets workers go on, those of offices that are held when these are released.
  func resume(_ names: [String]) {
    lock.withLock {
      for index in members.indices where names.contains(members[index].name) && members[index].isSuspended {
        members[index].isSuspended = false
        if !isHeld(index) { send(SIGCONT, to: index) }
      }
    }
  }

  /// The process ids of an office's workers.
  func processes(of office: String) -> [pid_t] {
    lock.withLock {
      members.filter { $0.post.office == office && $0.isPresent }.compactMap { $0.process?.processIdentifier }
    }
  }

  private func send(_ signal: Int32, to index: Int) {
    guard let process = members[index].process, process.isRunning else { return }
    kill(process.processIdentifier, signal)
  }
}

extension Crew {
  /// How often workers of an office, or of all, said that they lost the broker or their store.
  func losses(of office: String? = nil) -> [Aftermath.Loss: Int] {
    var counts: [Aftermath.Loss: Int] = [:]
    for member in lock.withLock({ members }) where office ?? member.post.office == member.post.office {
      let log = (try? String(contentsOf: logFile(of: member), encoding: .utf8)) ?? ""
      for line in log.split(separator: "\n") {
        if line.contains("lost the broker") { counts[.broker, default: 0] += 1 }
        if line.contains("heartbeat timeout") { counts[.heartbeats, default: 0] += 1 }
        guard line.contains("the store failed") else { continue }
        let isDisk = line.contains("disk is full") || line.contains("disk I/O error")
        counts[isDisk ? .disk : .store, default: 0] += 1
      }
    }
    return counts
  }
}
