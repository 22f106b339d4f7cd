import ClaimModel
import Messages

/// The reminders of a batch: which of them stand, and what becomes of them.
///
/// Not generic, so that it may sort (see ``CaseKey/sort(_:)``).
struct ReminderBook {
  /// What is written at the end.
  private enum Change {
    case set(Reminder)
    case removed
    case held
  }

  private var standing: [ReminderKey: Reminder]
  private var changes: [ReminderKey: Change] = [:]

  /// A book in which the given reminders stand.
  init(standing: [ReminderKey: Reminder]) { self.standing = standing }

  /// Whether a reminder stands as it was called: it was neither handled nor cancelled nor set anew.
  func stands(_ reminder: Reminder) -> Bool { standing[reminder.key] == reminder }

  /// Notes that a message was handled: a reminder is over with that, and then counts what the desk asked for.
  mutating func note(handled reminder: Reminder?, _ wishes: [ReminderWish], cause: MessageID) {
    if let reminder { remove(reminder.key) }
    for wish in wishes {
      guard let due = wish.due else {
        remove(wish.key)
        continue
      }
      let reminder = Reminder(wish.key, due: due, cause: cause)
      standing[wish.key] = reminder
      changes[wish.key] = .set(reminder)
    }
  }

  private mutating func remove(_ key: ReminderKey) {
    standing[key] = nil
    changes[key] = .removed
  }

  /// Notes that a reminder lies in the parking lot: it is handled when a person sends it again, and not called until then.
  mutating func hold(_ reminder: Reminder) { changes[reminder.key] = .held }

  /// Writes what has changed; does nothing when nothing has.
  @inline(never)
  func save(in transaction: any StoreTransaction) throws(StoreError) {
    guard !changes.isEmpty else { return }
    var set: [Reminder] = []
    var removed: [ReminderKey] = []
    var held: [ReminderKey] = []
    for (key, change) in changes.sorted(by: { $0.key < $1.key }) {
      switch change {
      case .set(let reminder): set.append(reminder)
      case .removed: removed.append(key)
      case .held: held.append(key)
      }
    }
    if !set.isEmpty { try transaction.saveReminders(set) }
    if !removed.isEmpty { try transaction.removeReminders(removed) }
    if !held.isEmpty { try transaction.holdReminders(held) }
  }
}

/// What a desk asks for: a reminder at a time, or with none that there be no such reminder.
struct ReminderWish: Hashable, Sendable {
  var key: ReminderKey
  var due: Timestamp?
}
