import ClaimModel
import DashboardKit
import Foundation
import Office
import WorkerBootstrap

extension BrokerOptions {
  /// Hands the journal's entries to `body`; stands back for those who write it where it follows them.
  /// - Throws: `CommandFailure` when the broker cannot be used.
  func readJournal(
    _ request: JournalFeed.Request, until stop: StopSignal = StopSignal(), afterBatch: () -> Void = {},
    _ body: (JournalEntry) -> Bool
  ) throws {
    if request.follows { Bystander.standBack() }
    let feed = JournalFeed(broker: try broker(), clock: { .now() })
    try Unavailable.wrap { () throws(BrokerError) in
      try feed.read(request, until: stop, afterBatch: afterBatch, body)
    }
  }

  /// Tells a broker that cannot be used.
  /// - Throws: `CommandFailure` when it is so.
  func tryBroker() throws { try openSession(name: "dashboard", topology: Topology()).close() }
}

/// What the broker cannot do ends a command with its own exit code.
enum Unavailable {
  /// Runs `body`.
  /// - Throws: `CommandFailure` in place of an error of the broker.
  static func wrap<Result>(_ body: () throws(BrokerError) -> Result) throws -> Result {
    do throws(BrokerError) {
      return try body()
    } catch {
      var words = error.description
      if words.contains("ACCESS_REFUSED") {
        words += "; use a user of the broker who may (docs/security.md says who may what)"
      }
      if error.isMissing { words += "; no office has been there yet: who watches declares nothing" }
      throw CommandFailure(words, exitCode: .unavailable)
    }
  }
}

/// What is waited for is told on standard error.
enum Loss {
  /// Tells of an error after which a command goes on.
  static func tell(_ error: BrokerError) { Terminal.progress("\(error); waiting for it") }
}

/// This process among those that read.
enum Reader {
  /// A name that no other reader has: machine, process and time.
  static let name = "\(ProcessInfo.processInfo.processIdentifier)-\(Timestamp.now().milliseconds)"
}
