import Foundation

/// Tells on standard error what happens, with the seconds since the run began.
final class Narrator: Sendable {
  private let start = ContinuousClock.now

  /// Tells one thing.
  func tell(_ text: String) {
    let seconds = (ContinuousClock.now - start).components
    let tenths = seconds.seconds * 10 + seconds.attoseconds / 100_000_000_000_000_000
    let moment = "\(tenths / 10).\(tenths % 10)"
    let padding = String(repeating: " ", count: max(0, 6 - moment.count))
    FileHandle.standardError.write(Data("\(padding)\(moment) s  \(text)\n".utf8))
  }

  /// Seconds since the run began.
  var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }
}
