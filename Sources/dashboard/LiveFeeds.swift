import ClaimModel
import DashboardKit
import Foundation
import Office
import RabbitMQBroker
import Synchronization
import WorkerBootstrap

/// Reads the journal, the heartbeats and the depths of queues, each on a thread of its own, for a screen that takes what
/// has come whenever it draws.
final class LiveFeeds: Sendable {
  private struct Pending {
    var entries: [JournalEntry] = []
    var events: [ScreenState.Event] = []
  }

  private let broker: RabbitMQBroker
  private let queues: [String]
  private let request: JournalFeed.Request
  private let pending = Mutex(Pending())
  private let stop = StopSignal()
  private let journalEnd = StopSignal()
  private let management: ManagementAPI?
  private let unacknowledged = Mutex<[String: Int]>([:])

  /// A reader that is so far ahead of the screen waits for it.
  private static let mostPending = 20_000
  private static let depthMilliseconds = 1_000
  /// How many looks a queue that is missing is not asked for again: each time costs a session.
  private static let looksWithoutMissing = 10

  /// Feeds from `broker` about the queues of `topology`, and of what the journal holds from `since` on: to the end that it
  /// has now, or, with `follows`, what comes then.
  init(broker: RabbitMQBroker, topology: Topology, since: Timestamp, management: ManagementAPI?, follows: Bool = true) {
    self.broker = broker
    self.management = management
    queues = topology.queues.map(\.name)
    request = JournalFeed.Request(from: .timestamp(since), follows: follows, since: since)
  }

  /// Begins to read.
  func start() {
    Thread.detachNewThread { [self] in readJournal() }
    Thread.detachNewThread { [self] in readStatus() }
    Thread.detachNewThread { [self] in readDepths() }
    if let management { Thread.detachNewThread { [self] in count(management) } }
  }

  /// Asks the threads to end.
  func end() { stop.raise() }

  /// Whether the journal has been read to the end that was meant, or there is none.
  var hasReadJournal: Bool { journalEnd.isSet }

  /// Waits until the journal has been read to its end, at most `milliseconds`.
  func awaitJournal(milliseconds: Int) { journalEnd.wait(milliseconds: milliseconds) }

  /// What has come since the last time.
  func take() -> [ScreenState.Event] {
    pending.withLock { pending in
      let events = pending.events + (pending.entries.isEmpty ? [] : [.entries(pending.entries)])
      pending = Pending()
      return events
    }
  }

  private func add(_ event: ScreenState.Event) { pending.withLock { $0.events.append(event) } }

  private func readJournal() {
    if request.follows { Bystander.standBack() }
    let feed = JournalFeed(broker: broker, clock: { .now() })
    var reading = JournalFeed.Reading(of: request)
    again { () throws(BrokerError) in
      do throws(BrokerError) {
        try feed.read(&reading, until: stop) { entry in
          while pending.withLock({ $0.entries.count }) >= LiveFeeds.mostPending, !stop.isSet {
            stop.wait(milliseconds: 20)
          }
          pending.withLock { $0.entries.append(entry) }
          return !stop.isSet
        }
      } catch {
        // Where no office has been yet there is nothing to read.
        guard error.isMissing else { throw error }
      }
    }
    journalEnd.raise()
  }

  private func readStatus() {
    again { () throws(BrokerError) in
      let feed = try StatusFeed(broker: broker, name: Reader.name)
      defer { feed.close() }
      add(.link(nil))
      while !stop.isSet {
        let heartbeats = try feed.heartbeats(within: 250)
        if !heartbeats.isEmpty { add(.heartbeats(heartbeats)) }
      }
    }
  }

  private func readDepths() {
    again { () throws(BrokerError) in
      let reader = try DepthReader(broker: broker, name: Reader.name, patience: LiveFeeds.looksWithoutMissing)
      defer { reader.close() }
      var isFirst = true
      while !stop.isSet {
        do throws(BrokerError) {
          add(.queues(counted(try reader.readings(of: queues))))
        } catch {
          // From RabbitMQ 4.2.6 on the user for whoever watches may not ask; then it is not tried again.
          if error.reason.contains("ACCESS_REFUSED") { return }
          throw error
        }
        if isFirst { add(.link(nil)) }
        isFirst = false
        stop.wait(milliseconds: LiveFeeds.depthMilliseconds)
      }
    }
  }

  /// The readings with what workers hold, as far as the management API has told.
  private func counted(_ readings: [QueueReading]) -> [QueueReading] {
    guard management != nil else { return readings }
    var counted = readings
    let counts = unacknowledged.withLock { $0 }
    for index in counted.indices { counted[index].unacknowledged = counts[counted[index].queue] }
    return counted
  }

  /// Asks for what workers hold; what is wrong with that is told once.
  private func count(_ management: ManagementAPI) {
    var trouble: String?
    while !stop.isSet {
      var counts: [String: Int] = [:]
      var failure: String?
      do throws(CommandFailure) { counts = try management.unacknowledged() } catch { failure = error.description }
      unacknowledged.withLock { $0 = counts }
      if failure != trouble { add(.link(failure)) }
      trouble = failure
      stop.wait(milliseconds: LiveFeeds.depthMilliseconds)
    }
  }

  /// Does it, and again after each failure, which the screen is told.
  private func again(_ body: () throws(BrokerError) -> Void) {
    var backoff = Backoff(seed: 0)
    while !stop.isSet {
      do throws(BrokerError) {
        return try body()
      } catch {
        add(.link(error.reason))
        stop.wait(milliseconds: backoff.nextMilliseconds())
      }
    }
  }
}
