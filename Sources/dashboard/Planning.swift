import ArgumentParser
import DashboardKit
import WorkerBootstrap

struct Planning: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Says how many workers each office needs for so many visits, and how long messages will wait.",
    discussion: """
      How fast a worker works, and how many messages a visit costs each office, is measured from the journal; an office
      whose workers never had enough to do needs --rate. The queue is M/M/c (A. K. Erlang 1917): arrivals by chance, work
      times of exponential distribution, one queue for all workers of an office. Workers on one machine share its
      processors, which no formula knows.

      Exit code 1 when an office's rate is not known.
      """)

  @OptionGroup var broker: BrokerOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("Visits that arrive: 1200/h, 5/s, 90/m.", valueName: "rate"))
  var arrivals: String

  @Option(help: ArgumentHelp("The mean wait that is allowed at each office.", valueName: "time"))
  var maxWait: String = "1m"

  @Option(
    help: ArgumentHelp(
      "Messages that a worker of an office handles, in place of what was measured: coding=12/s; may be given again.",
      valueName: "office=rate"))
  var rate: [String] = []

  func validate() throws {
    guard !reading.follow, reading.limit == nil else { throw ValidationError("a plan is made once, of all there is") }
    _ = try goal
  }

  func run() throws {
    let goal = try goal
    var meter = ServiceMeter()
    try broker.readJournal(try reading.request()) { entry in
      meter.fold(entry)
      return true
    }
    meter.finish()
    let plan = StaffPlan(meter, goal)
    Terminal.print(output.format == .json ? plan.json : plan.text, terminator: "")
    if !plan.isComplete { throw ExitCode(CommandExit.unsuccessful.rawValue) }
  }

  private var goal: StaffPlan.Goal {
    get throws {
      guard let arrivals = Rate(arrivals) else {
        throw ValidationError("--arrivals '\(arrivals)' is no rate such as 1200/h, 5/s or 90/m")
      }
      guard let wait = Span(maxWait), wait.milliseconds > 0 else {
        throw ValidationError("--max-wait '\(maxWait)' is no time such as 30s or 5m")
      }
      var rates: [String: Double] = [:]
      for text in rate {
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let rate = Rate(String(parts[1])) else {
          throw ValidationError("--rate '\(text)' is not an office and its rate, such as coding=12/s")
        }
        rates[String(parts[0])] = rate.perSecond
      }
      return StaffPlan.Goal(arrivals: arrivals.perSecond, meanWait: wait.milliseconds / 1_000, rates: rates)
    }
  }
}
