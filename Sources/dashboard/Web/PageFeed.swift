import ClaimModel
import DashboardKit
import Foundation
import Office
import ServiceLifecycle
import Synchronization
import WorkerBootstrap

/// What all readers of the page are told: one snapshot a second, made when the first of them asks and for all of them.
final class PageFeed: Service {
  private struct State {
    var offices: LiveOffices
    var accounts = JournalAccounts()
    var trouble: String?
    var moment = Timestamp.now()
    var number = 0
    /// The snapshot of this number; `nil` while nobody has asked for it.
    var text: String?
  }

  private let state: Mutex<State>
  private let feeds: LiveFeeds
  private let stop = StopSignal()

  private static let pause = Duration.seconds(1)

  /// Tells of the queues of `topology` what `feeds` bring.
  init(topology: Topology, feeds: LiveFeeds) {
    state = Mutex(State(offices: LiveOffices(topology: topology)))
    self.feeds = feeds
  }

  /// Whether no more is to come.
  var isOver: Bool { stop.isSet }

  /// Reads until the service group shuts down; then all streams end.
  func run() async throws {
    feeds.start()
    defer { feeds.end() }
    await withGracefulShutdownHandler {
      while !stop.isSet {
        refresh(at: .now())
        try? await Task.sleep(for: PageFeed.pause)
      }
    } onGracefulShutdown: { [stop] in
      stop.raise()
    }
  }

  /// The newest snapshot, unless it is the one numbered `number` or an older one.
  func latest(after number: Int) -> (text: String, number: Int)? {
    state.withLock { state in
      guard state.number > number else { return nil }
      let text =
        state.text
        ?? OfficesSnapshot(state.offices, state.accounts, trouble: state.trouble, at: state.moment).json
      state.text = text
      return (text, state.number)
    }
  }

  /// The visit as a picture, when the journal's last entries know of it.
  func picture(of visit: VisitID) -> String? {
    let sequence = VisitSequence(of: visit, state.withLock { $0.offices.tail })
    return sequence.steps.isEmpty ? nil : sequence.svg
  }

  private func refresh(at now: Timestamp) {
    let events = feeds.take()
    state.withLock { state in
      for event in events {
        switch event {
        case .queues(let readings): state.offices.take(readings, at: now)
        case .heartbeats(let heartbeats): state.offices.take(heartbeats, at: now)
        case .entries(let entries):
          state.offices.take(entries)
          for entry in entries { state.accounts.take(entry) }
        case .link(let trouble): state.trouble = trouble
        case .key, .size, .time: break
        }
      }
      state.moment = now
      state.text = nil
      state.number += 1
    }
  }
}
