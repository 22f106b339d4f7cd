import Chaos
import ClaimModel
import Foundation
import Office
import Synchronization

/// Carries out a schedule: one thread for each track, whose faults come one after the other.
final class Director: Sendable {
  let site: Site
  let crew: Crew
  let disk: Disk
  let brokerGate: Gateway
  let postgresGate: Gateway
  let narrator: Narrator
  let virtualHost: String
  private let stop = StopSignal()
  private let progress = Mutex(Progress())

  private struct Progress {
    var start = ContinuousClock.now
    var faults: [FaultKind: Int] = [:]
    var failures: [String] = []
    var busyTracks = 0
    /// Faults that are nothing without a broker, and whether it is away.
    var faultsThatNeedTheBroker = 0
    var isBrokerAway = false
  }

  init(
    site: Site, crew: Crew, disk: Disk, brokerGate: Gateway, postgresGate: Gateway, narrator: Narrator,
    virtualHost: String
  ) {
    self.site = site
    self.crew = crew
    self.disk = disk
    self.brokerGate = brokerGate
    self.postgresGate = postgresGate
    self.narrator = narrator
    self.virtualHost = virtualHost
  }

  /// Starts to carry out a schedule.
  func begin(_ schedule: Schedule) {
    progress.withLock { $0.start = .now }
    for track in FaultKind.Track.allCases {
      progress.withLock { $0.busyTracks += 1 }
      let thread = Thread { [self] in
        for fault in schedule.faults(on: track) { carryOut(fault) }
        progress.withLock { $0.busyTracks -= 1 }
      }
      thread.name = track.rawValue
      thread.start()
    }
  }

  /// Whether all faults are over.
  var isDone: Bool { progress.withLock { $0.busyTracks == 0 } }

  /// Ends as soon as possible, and waits for faults that are being carried out: a server that is being started is not to
  /// be stopped meanwhile.
  func interrupt() {
    stop.raise()
    while !isDone { Pause.milliseconds(50) }
  }

  /// How many faults of each kind were carried out, and which were not.
  var result: (faults: [FaultKind: Int], failures: [String]) { progress.withLock { ($0.faults, $0.failures) } }

  /// Waits within a fault, unless the run is interrupted.
  func hold(_ milliseconds: Int) { stop.wait(milliseconds: milliseconds) }

  /// Whether the run is interrupted.
  var isInterrupted: Bool { stop.isSet }

  /// Runs a fault that is nothing without a broker: a silence whose heartbeats are to be missed.
  func needingBroker(_ body: () throws -> Void) throws {
    try whenever({ !$0.isBrokerAway }, change: { $0.faultsThatNeedTheBroker += 1 }) {
      defer { progress.withLock { $0.faultsThatNeedTheBroker -= 1 } }
      try body()
    }
  }

  /// Runs a fault that takes the broker away.
  func withoutBroker(_ body: () throws -> Void) throws {
    try whenever({ $0.faultsThatNeedTheBroker == 0 && !$0.isBrokerAway }, change: { $0.isBrokerAway = true }) {
      defer { progress.withLock { $0.isBrokerAway = false } }
      try body()
    }
  }

  private func whenever(
    _ condition: (Progress) -> Bool, change: (inout Progress) -> Void, _ body: () throws -> Void
  ) throws {
    while !isInterrupted {
      let mayGo = progress.withLock { progress in
        guard condition(progress) else { return false }
        change(&progress)
        return true
      }
      if mayGo { return try body() }
      hold(50)
    }
    throw Interruption.Requested()
  }

  /// Tells of a fault.
  func tell(_ fault: Fault, _ words: String) { narrator.tell("\(fault.kind.rawValue): \(words)") }

  private func carryOut(_ fault: Fault) {
    let due = progress.withLock { $0.start } + .milliseconds(fault.startMilliseconds)
    stop.wait(milliseconds: max(0, Int((due - .now) / .milliseconds(1))))
    guard !stop.isSet else { return }
    do {
      try inject(fault)
      progress.withLock { $0.faults[fault.kind, default: 0] += 1 }
    } catch {
      let words = "\(fault.kind.rawValue) could not be carried out: \(error)"
      narrator.tell(words)
      progress.withLock { $0.failures.append(words) }
    }
  }
}
