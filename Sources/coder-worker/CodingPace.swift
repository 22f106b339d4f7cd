import ArgumentParser
import Office

/// How fast a coder works, on a command line: `20/h` or `180s`.
struct CodingPace: ExpressibleByArgument, Hashable, Sendable, CustomStringConvertible {
  let perHour: Double
  let description: String

  /// How long RabbitMQ waits for an acknowledgement before it takes a message back, in milliseconds.
  ///
  /// Source: RabbitMQ's `consumer_timeout`, 30 minutes by default since 3.8.17.
  static let deliveryMilliseconds = 1_800_000.0

  /// Reads a number of messages an hour (`20/h`, `20`) or of seconds for each (`180s`).
  init?(argument: String) {
    let isSeconds = argument.hasSuffix("s")
    let number = argument.hasSuffix("/h") ? argument.dropLast(2) : isSeconds ? argument.dropLast() : argument[...]
    guard let value = Double(number), value.isFinite, value > 0 else { return nil }
    perHour = isSeconds ? 3_600 / value : value
    description = argument
    guard (0.1...100_000_000).contains(perHour) else { return nil }
  }

  /// How long the last of the messages that are held, one of each queue, waits at most.
  func longestWaitMilliseconds(queues: Int) -> Double {
    let pace = WorkPace(perHour: perHour)
    return pace.longestMilliseconds * Double(pace.batchLimit * queues)
  }

  /// What the worker runtime makes of it.
  func workPace(seed: UInt64) -> WorkPace { WorkPace(perHour: perHour, seed: seed) }
}
