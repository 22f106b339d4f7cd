import ClaimModel
import DashboardKit
import Office
import WorkerBootstrap

extension BrokerOptions {
  /// Hands the journal's entries to `body`.
  /// - Throws: `CommandFailure` when the broker cannot be used.
  func readJournal(
    _ request: JournalFeed.Request, until stop: StopSignal = StopSignal(), _ body: (JournalEntry) -> Bool
  ) throws {
    let feed = JournalFeed(broker: try broker(), topology: Topology.journal.shared, clock: { .now() })
    do {
      try feed.read(request, until: stop, body)
    } catch {
      throw CommandFailure(error.description, exitCode: .unavailable)
    }
  }
}
