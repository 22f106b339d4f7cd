import Simulation

/// What many trials came to.
public struct Tally: Sendable {
  /// Seeds run.
  public private(set) var seeds = 0
  /// Visits worked.
  public private(set) var visits = 0
  private var steps = 0
  private var requeued = 0
  /// How often a worker paused because too many messages failed.
  public private(set) var pauses = 0
  private var simulatedMilliseconds: Int64 = 0
  /// How often each fault struck, at the place of its number.
  public private(set) var faults = [Int](repeating: 0, count: Fault.allCases.count)

  /// Nothing yet.
  public init() {}

  /// Takes in one trial.
  public mutating func take(_ report: Trial.Report) {
    seeds += 1
    visits += report.visits
    steps += report.steps
    requeued += report.requeued
    pauses += report.pauses
    simulatedMilliseconds += report.simulatedMilliseconds
    for fault in faults.indices { faults[fault] += report.faults[fault] }
  }

  /// How often a fault struck.
  public func count(of fault: Fault) -> Int { faults[fault.rawValue] }

  /// One line of progress after `seconds` of processor time.
  public func line(seconds: Double) -> String {
    "\(seeds) seeds, \(visits) visits, \(faults.reduce(0, +)) faults, "
      + "\(Int(Double(visits) * 60 / max(seconds, 0.001))) visits a minute of one processor"
  }

  /// The whole account.
  public func text(seconds: Double) -> String {
    let counts = Fault.allCases.map { "  \($0.name): \(count(of: $0))" }.joined(separator: "\n")
    return line(seconds: seconds) + "\n"
      + "\(steps) steps of workers, \(simulatedMilliseconds / 3_600_000) simulated hours, "
      + "\(pauses) pauses by a kill switch, \(requeued) messages sent again by an operator; faults:\n" + counts
  }
}
