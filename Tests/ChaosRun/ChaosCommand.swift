import ArgumentParser
import Chaos
import Foundation

@main
struct ChaosCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chaos",
    abstract: "Runs visits through all offices on real servers while processes, connections, servers and disks fail.",
    discussion: """
      First the same visits run undisturbed; then with faults. Afterwards queues, stores, journal and ledger are held \
      against the undisturbed run. See docs/reliability.md.

      Exit code 0: nothing was lost, done twice or paid otherwise. 1: something was, or a fault could not be carried out.
      """)

  @Option(help: "How many visits.")
  var visits = 20_000

  @Option(help: "What the schedule of faults is drawn from; by default another one each time.")
  var seed: UInt64?

  @Option(help: "Workers for each office, from 2.")
  var workers = 2

  @Option(help: ArgumentHelp("How long faults go on; by default visits / 80, at least 26.", valueName: "seconds"))
  var window: Int?

  @Option(help: ArgumentHelp("The folder of our executables; by default that of this one.", valueName: "folder"))
  var bin: String?

  @Option(help: ArgumentHelp("Keep logs and stores there.", valueName: "folder"))
  var keep: String?

  @Flag(help: "Limit the size of files for disk faults even where a file system could be mounted.")
  var noMount = false

  @Flag(help: "Print the schedule and end.")
  var scheduleOnly = false

  func validate() throws {
    guard visits >= 1 else { throw ValidationError("--visits must be above 0") }
    guard (2...20).contains(workers) else { throw ValidationError("--workers must be from 2 to 20") }
    guard (10...3_600).contains(window ?? 10) else { throw ValidationError("--window must be from 10 to 3600") }
  }

  func run() throws {
    PrivateMounts.begin()
    let narrator = Narrator()
    let seed = seed ?? UInt64.random(in: 1...999_999)
    let seconds = window ?? max(26, visits / 80)
    let plan = Schedule.Plan(
      windowMilliseconds: seconds * 1_000, heartbeatMilliseconds: seconds >= 150 ? 4_000 : 1_000)
    let schedule = Schedule(seed: seed, plan: plan)
    narrator.tell("seed \(seed): \(visits) visits, \(schedule.faults.count) faults in \(seconds) s")
    if scheduleOnly {
      for fault in schedule.faults {
        print("\(fault.startMilliseconds) ms \(fault.kind.rawValue) for \(fault.holdMilliseconds) ms")
      }
      return
    }
    Interruption.listen()
    let folder = URL(
      filePath: keep ?? NSTemporaryDirectory() + "superbill-chaos-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { if keep == nil { try? FileManager.default.removeItem(at: folder) } }
    let site = try Site(folder: folder, heartbeatSeconds: plan.heartbeatMilliseconds / 1_000)
    defer { site.stop() }
    let executables =
      bin.map { URL(filePath: $0) } ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let trial = Trial(
      site: site, executables: executables.absoluteURL, visits: visits, seed: seed, workers: workers, plan: plan,
      mayMount: !noMount, narrator: narrator)
    let calm = try trial.runUndisturbed()
    let (disturbed, aftermath) = try trial.run(schedule)
    let verdict = Verdict(submitted: visits, schedule: schedule, calm: calm, disturbed: disturbed, aftermath: aftermath)
    print(
      Summary(seed: seed, seconds: narrator.seconds, outcome: disturbed, aftermath: aftermath, verdict: verdict).text)
    if !verdict.findings.isEmpty { throw ExitCode(1) }
  }
}
