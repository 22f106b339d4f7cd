/// How long a message that a desk puts off waits before it comes again: longer each time, then a person decides.
public struct RetryLadder: Hashable, Sendable {
  /// One step: a queue whose messages go back after a fixed time. Time-to-live is never mixed within a queue, because
  /// a broker expires messages only at the head.
  public struct Step: Hashable, Sendable {
    /// The step's name in the queue's name: `5s`.
    public var name: String
    /// How long a message waits.
    public var milliseconds: Int64

    /// A step of the given waiting time.
    public init(name: String, milliseconds: Int64) {
      self.name = name
      self.milliseconds = milliseconds
    }
  }

  /// The steps in the order they are taken.
  public var steps: [Step]

  /// A ladder of the given steps.
  public init(steps: [Step]) { self.steps = steps }

  /// 5 seconds, 30 seconds, 2 minutes, 10 minutes.
  public static let standard = RetryLadder(steps: [
    Step(name: "5s", milliseconds: 5_000), Step(name: "30s", milliseconds: 30_000),
    Step(name: "2m", milliseconds: 120_000), Step(name: "10m", milliseconds: 600_000),
  ])

  /// The step after `attempt` earlier ones; `nil` when the ladder has ended.
  public func step(afterAttempt attempt: Int) -> Step? {
    steps.indices.contains(attempt) ? steps[attempt] : nil
  }

  /// The exchange and queue that hold an office's messages for `step`.
  static func queue(of office: OfficeID, step: Step) -> String { "\(office).retry.\(step.name)" }
}
