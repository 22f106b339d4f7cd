import Office

/// How many workers each office needs for so many visits.
public struct StaffPlan: Sendable {
  /// What a plan is made for.
  public struct Goal: Sendable {
    /// Visits that arrive in a second.
    public var arrivals: Double
    /// The mean wait that is allowed at each office, in seconds.
    public var meanWait: Double
    /// Messages in a second that a worker of an office handles, in place of what was measured.
    public var rates: [String: Double]

    /// A goal.
    public init(arrivals: Double, meanWait: Double, rates: [String: Double] = [:]) {
      self.arrivals = arrivals
      self.meanWait = meanWait
      self.rates = rates
    }
  }

  /// What one office needs.
  public struct Line: Sendable {
    /// The office.
    public let office: String
    /// Messages a visit.
    public let messagesPerVisit: Double
    /// Messages in a second that a worker handles; `nil` when it is neither measured nor given.
    public let rate: Double?
    /// Whether the rate was given.
    public let isGiven: Bool
    /// Workers seen in the journal.
    public let seen: Int
    /// The queue with as many workers as are needed; `nil` when the rate is not known.
    public let queue: ErlangC?
  }

  private struct Record: Encodable {
    let schema = 1
    let record = "plan"
    let formula = "M/M/c, Erlang C"
    let office: String
    let messagesPerVisit: Double
    let arrivalsPerSecond: Double
    let ratePerSecond: Double?
    let rateIs: String
    let workersSeen: Int
    let workers: Int?
    let utilization: Double?
    let waitProbability: Double?
    let meanWaitSeconds: Double?
  }

  private let goal: Goal
  /// A line for each office, in the order of their names.
  public let lines: [Line]

  /// The plan that a journal's measurements allow. Offices that the journal does not know are taken to handle one message
  /// a visit when their rate is given.
  public init(_ meter: ServiceMeter, _ goal: Goal) {
    self.goal = goal
    let visits = Double(max(1, meter.visitCount))
    lines = Set(meter.offices.keys).union(goal.rates.keys).sorted().map { office in
      let known = meter.offices[office]
      let perVisit = known.map { Double($0.messages) / visits } ?? 1
      let rate = goal.rates[office] ?? known?.rate
      return Line(
        office: office, messagesPerVisit: perVisit, rate: rate, isGiven: goal.rates[office] != nil,
        seen: known?.workers.count ?? 0,
        queue: rate.flatMap {
          ErlangC.smallest(arrivals: goal.arrivals * perVisit, service: $0, meanWait: goal.meanWait)
        })
    }
  }

  /// Whether every office's need is known.
  public var isComplete: Bool { !lines.isEmpty && lines.allSatisfy { $0.queue != nil } }

  /// The plan for people, within 80 columns.
  public var text: String {
    guard !lines.isEmpty else { return "nothing is known: the journal is empty and no --rate is given\n" }
    var table = TextTable([
      .left("office", 18), .right("msgs/visit", 10), .right("rate/s", 8), .right("workers", 7), .right("busy", 5),
      .right("must wait", 9), .right("mean wait", 10),
    ])
    for line in lines {
      let rate = line.rate.map { brief(rate: $0) + (line.isGiven ? "*" : "") } ?? "unknown"
      guard let queue = line.queue else {
        table.add(line.office, brief(rate: line.messagesPerVisit), rate, "?", "?", "?", "?")
        continue
      }
      table.add(
        line.office, brief(rate: line.messagesPerVisit), rate, "\(queue.servers)", StaffPlan.percent(queue.utilization),
        StaffPlan.percent(queue.waitProbability), brief(milliseconds: queue.meanWait * 1_000))
    }
    var text = table.text
    text += "\nM/M/c by Erlang's C formula: \(brief(rate: goal.arrivals * 3_600)) visits an hour, "
    text += "mean wait at most \(brief(milliseconds: goal.meanWait * 1_000)).\n"
    if lines.contains(where: \.isGiven) { text += "* given, not measured.\n" }
    if !isComplete {
      text += "Unknown: too little was handled without a pause; give --rate OFFICE=N/s.\n"
    }
    return text
  }

  /// One JSON object a line.
  public var json: String {
    lines.map { line in
      encodeJSON(
        Record(
          office: line.office, messagesPerVisit: line.messagesPerVisit,
          arrivalsPerSecond: goal.arrivals * line.messagesPerVisit, ratePerSecond: line.rate,
          rateIs: line.isGiven ? "given" : line.rate == nil ? "unknown" : "measured", workersSeen: line.seen,
          workers: line.queue?.servers, utilization: line.queue?.utilization,
          waitProbability: line.queue?.waitProbability, meanWaitSeconds: line.queue?.meanWait), pretty: false) + "\n"
    }.joined()
  }

  private static func percent(_ share: Double) -> String { "\(Int((min(max(share, 0), 1) * 100).rounded()))%" }
}

/// A rate on a command line: a number and what it is for, `1200/h`, `5/s`, `90/m`.
public struct Rate: Hashable, Sendable {
  /// In a second.
  public let perSecond: Double

  /// Reads a number above 0, a slash and `s`, `m`, `h` or `d`; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = FilterCondition.plain(parts[0]), number > 0,
      let span = Span("1\(parts[1])"), parts[1] != "ms"
    else { return nil }
    perSecond = number * 1_000 / span.milliseconds
  }
}
