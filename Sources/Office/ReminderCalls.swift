import ClaimModel
import Messages

/// Calls reminders that are due: puts them into a queue of the office.
///
/// A call is noted in the store before it is sent, so that no other worker makes it too, and it is made again when nothing
/// has become of it for ``repeatMilliseconds``. So a worker may die at any point: a reminder that was called twice is two
/// copies of one message, of which one has an effect. Only handling it ends it.
struct ReminderCalls {
  /// How long a worker does not look again after it has found nothing more to call.
  static let lookMilliseconds: Int64 = 1_000
  /// The same when the store could not be looked into.
  static let failureMilliseconds: Int64 = 10_000
  /// How long a reminder that was called is not called again. Longer than the retry ladder, on which it may be.
  static let repeatMilliseconds: Int64 = 3_600_000

  /// Where they are put; `nil` for a worker that reads no queue.
  private let route: Route?
  private let appID: String
  private var lastLook: Timestamp?
  private var waitMilliseconds: Int64 = 0
  /// What was noted as called and is not known to be safe with the broker.
  private(set) var unconfirmed: [Publication] = []

  /// The calls of a worker of an office.
  init(_ configuration: WorkerConfiguration, office: OfficeID) {
    route = configuration.queues.first.map { Route(exchange: office.returnExchange, key: $0) }
    appID = configuration.name
  }

  /// Looks for reminders that are due, `limit` at most, unless that was done a moment ago; what it finds is ``unconfirmed``
  /// then. `now` is the system's time, by which looks and repeated calls are timed.
  mutating func look(
    in store: any Store, limit: Int, now: Timestamp, clock: BusinessClock
  ) throws(StoreError) {
    guard let route, unconfirmed.isEmpty, isDue(now) else { return }
    lastLook = now
    // Unless the look succeeds.
    waitMilliseconds = ReminderCalls.failureMilliseconds
    let moment = clock.time(at: now)
    // A glance that changes nothing and waits for nobody; as a rule there is nothing to call.
    guard let next = try store.nextCall(), next <= moment else {
      waitMilliseconds = ReminderCalls.lookMilliseconds
      return
    }
    let again = clock.time(at: now.adding(milliseconds: ReminderCalls.repeatMilliseconds))
    let reminders = try store.transaction { transaction throws(StoreError) in
      try transaction.callReminders(until: moment, limit: limit, again: again)
    }
    for reminder in reminders {
      unconfirmed.append(Publication(route: route, message: reminder.message(calledBy: appID)))
    }
    waitMilliseconds = reminders.count == limit ? 0 : ReminderCalls.lookMilliseconds
  }

  /// Notes that the broker has what was called.
  mutating func confirm() { unconfirmed.removeAll(keepingCapacity: true) }

  /// A clock that is set back holds nothing up.
  private func isDue(_ now: Timestamp) -> Bool {
    guard let lastLook else { return true }
    return now < lastLook || now >= lastLook.adding(milliseconds: waitMilliseconds)
  }
}
