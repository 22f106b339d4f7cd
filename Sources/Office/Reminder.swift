import ClaimModel
import Messages

/// The name of a reminder. There is one at most for a case and a purpose.
public struct ReminderKey: Hashable, Comparable, Sendable {
  /// The case that it is about.
  public var caseKey: CaseKey
  /// What it is for, in the desk's own words: `claim-unanswered`.
  public var purpose: String

  /// The reminder of a case for a purpose.
  public init(_ caseKey: CaseKey, purpose: String) {
    self.caseKey = caseKey
    self.purpose = purpose
  }

  /// Orders by case, then purpose: the order in which reminders are locked.
  public static func < (left: ReminderKey, right: ReminderKey) -> Bool {
    (left.caseKey, left.purpose) < (right.caseKey, right.purpose)
  }
}

/// Something that a desk asked to be reminded of at a time; see ``DeskContext/remind(of:for:at:)``.
///
/// A reminder stands in the office's store until it is handled, cancelled or replaced. When its time has come a worker
/// *calls* it: puts it into a queue of the office as a message that says `MessageType.reminderDue`. That message
/// is handled as every other one, with its receipt, the retry ladder and the parking lot; and only if the reminder still
/// stands as it was called.
///
/// On the wire it is `ReminderDue` in reminders.proto, written and read field by field.
public struct Reminder: Hashable, Sendable {
  /// What it is about.
  public let key: ReminderKey
  /// When it is due.
  public let due: Timestamp
  /// The message that set it.
  public let cause: MessageID

  /// A reminder that `cause` has set. A moment before 1970 is taken for 1970, one after the year 9999 for its end.
  public init(_ key: ReminderKey, due: Timestamp, cause: MessageID) {
    self.key = key
    self.due = Timestamp(milliseconds: min(max(due.milliseconds, 0), BusinessClock.latest.milliseconds))
    self.cause = cause
  }

  /// The id of the message that tells of it. Whoever calls the reminder gives it the same one; set again, be it to the
  /// same time, it has another.
  public var messageID: MessageID {
    .derived(
      from: "reminder", cause.description, key.caseKey.kind, key.caseKey.id, key.purpose, "\(due.milliseconds)")
  }

  /// Reads a reminder off the wire.
  /// - Throws: `UndecodableMessage` when the message is no reminder, or not under the reminder's own id.
  public init(reading message: WireMessage) throws(UndecodableMessage) {
    guard message.isReminder else { throw UndecodableMessage("it is not a reminder") }
    var fields = FieldReader(message.body)
    var (kind, id, purpose) = ("", "", "")
    var due = Timestamp(milliseconds: 0)
    var cause: MessageID?
    while try fields.next() {
      switch fields.number {
      case 1: kind = try fields.text()
      case 2: id = try fields.text()
      case 3: purpose = try fields.text()
      case 4: due = try Timestamp(wire: try fields.integer(), "due_ms")
      case 5: cause = try fields.id()
      default: break
      }
    }
    guard let cause else { throw UndecodableMessage("cause is not 16 bytes") }
    self.init(ReminderKey(CaseKey(kind: kind, id: id), purpose: purpose), due: due, cause: cause)
    guard message.key == MessageKey(correlation: id, id: messageID) else {
      throw UndecodableMessage("a reminder's id is not its own")
    }
  }

  /// The message that tells of it. But for the worker who calls, it is the same however often it is called.
  func message(calledBy appID: String) -> WireMessage {
    var body: [UInt8] = []
    body.append(field: 1, key.caseKey.kind)
    body.append(field: 2, key.caseKey.id)
    body.append(field: 3, key.purpose)
    body.append(field: 4, due.milliseconds)
    body.append(field: 5, cause)
    return WireMessage(
      id: messageID, type: MessageType.reminderDue.rawValue, correlation: key.caseKey.id, timestamp: due, appID: appID,
      contentType: MessageType.reminderDue.contentType, causation: cause, body: body)
  }
}

extension WireMessage {
  /// Whether it tells that a reminder is due.
  var isReminder: Bool { type == MessageType.reminderDue.rawValue }
}
