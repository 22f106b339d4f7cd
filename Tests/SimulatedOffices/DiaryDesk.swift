import ClaimModel
import Messages
import Office

/// A desk that keeps diaries: it is told to set and cancel reminders, and does so on its own account when it is reminded.
///
/// Each diary says which reminders must stand, beside what the runtime keeps of them: so a reminder that comes twice, that
/// was cancelled, or that another one has replaced is found out by the diary itself.
struct DiaryDesk: Desk {
  typealias Case = Diary

  /// What the desk is told.
  enum Input: Sendable {
    /// To set or cancel reminders of a diary.
    case orders(diary: String, [Order])
    /// That the time of one has come.
    case reminder(Reminder)
  }

  /// One line of orders.
  enum Order {
    case set(purpose: String, afterMilliseconds: Int64)
    case cancel(purpose: String)

    /// Reads `set NAME MILLISECONDS` or `cancel NAME`.
    init?(_ line: Substring) {
      let words = line.split(separator: " ").map(String.init)
      if words.count == 3, words[0] == "set", let delay = Int64(words[2]) {
        self = .set(purpose: words[1], afterMilliseconds: delay)
      } else if words.count == 2, words[0] == "cancel" {
        self = .cancel(purpose: words[1])
      } else {
        return nil
      }
    }
  }

  let office = OfficeID.practice
  /// Told of each reminder that the desk is given, before anything is committed.
  let onReminder: @Sendable (Reminder) -> Void

  /// How often the reminders of a diary lead to further ones.
  private static let chainLimit = 12

  static func key(_ diary: String) -> CaseKey { CaseKey(kind: "diary", id: diary) }

  func read(_ message: WireMessage) throws(UndecodableMessage) -> Input {
    if message.type == MessageType.reminderDue.rawValue { return .reminder(try Reminder(reading: message)) }
    let lines = String(decoding: message.body, as: UTF8.self).split(separator: "\n")
    let orders = lines.compactMap { Order($0) }
    guard orders.count == lines.count else { throw UndecodableMessage("an order cannot be read") }
    return .orders(diary: message.correlation, orders)
  }

  func visits(of input: Input, known: Cases<Diary>) -> [VisitID] { [] }

  func cases(for input: Input, known: Cases<Diary>) -> [CaseKey] {
    switch input {
    case .orders(let diary, _): [DiaryDesk.key(diary)]
    case .reminder(let reminder): [reminder.key.caseKey]
    }
  }

  func handle(_ input: Input, _ cases: inout Cases<Diary>, _ context: inout DeskContext<Never>) throws(Refusal) {
    switch input {
    case .orders(let id, let orders):
      let key = DiaryDesk.key(id)
      var diary = cases[key] ?? Diary()
      for order in orders { diary.follow(order, about: key, &context) }
      cases[key] = diary
    case .reminder(let reminder):
      onReminder(reminder)
      let key = reminder.key.caseKey
      var diary = cases[key] ?? Diary()
      diary.note(reminder)
      context.send(
        Outgoing(
          type: .visitDocumented, route: Route(exchange: "practice", key: "out.diary"), correlation: key.id,
          body: Array(reminder.messageID.description.utf8)))
      if diary.reminded.count < DiaryDesk.chainLimit {
        for order in DiaryDesk.further(reminder) { diary.follow(order, about: key, &context) }
      }
      cases[key] = diary
    }
  }

  /// What a reminder leads to: the same one again, at once or later; another one that goes; or nothing.
  private static func further(_ reminder: Reminder) -> [Order] {
    var random = SeededRandom(seed: reminder.messageID.low)
    switch random.next() % 6 {
    case 0: return [.set(purpose: reminder.key.purpose, afterMilliseconds: 0)]
    case 1: return [.set(purpose: reminder.key.purpose, afterMilliseconds: Int64(random.next() % 7_200_000))]
    case 2: return [.cancel(purpose: "a"), .set(purpose: "b", afterMilliseconds: 1_000)]
    case 3: return [.set(purpose: "a", afterMilliseconds: 60_000), .cancel(purpose: "a")]
    default: return []
    }
  }
}

/// A diary as it should be: which reminders stand, and which came.
struct Diary: CaseBody, Hashable {
  /// By purpose: when it is due and what set it, as the runtime names it.
  var standing: [String: String] = [:]
  /// The reminders that came, by their ids.
  var reminded: [String] = []
  /// What was wrong.
  var faults: [String] = []

  /// An empty one.
  init() {}

  /// Sets or cancels a reminder.
  mutating func follow(_ order: DiaryDesk.Order, about key: CaseKey, _ context: inout DeskContext<Never>) {
    switch order {
    case .set(let purpose, let delay):
      let due = context.now.adding(milliseconds: delay)
      context.remind(of: key, for: purpose, at: due)
      standing[purpose] = "\(due.milliseconds)/\(context.messageID)"
    case .cancel(let purpose):
      context.cancelReminder(of: key, for: purpose)
      standing[purpose] = nil
    }
  }

  /// Takes a reminder that came.
  mutating func note(_ reminder: Reminder) {
    let name = "\(reminder.due.milliseconds)/\(reminder.cause)"
    if standing.removeValue(forKey: reminder.key.purpose) != name {
      faults.append("reminder-\(reminder.key.purpose)-of-\(reminder.due.milliseconds)-came-and-did-not-stand")
    }
    reminded.append(reminder.messageID.description)
  }

  /// Reads lines of words.
  init(stored: [UInt8]) throws(UndecodableMessage) {
    for line in String(decoding: stored, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      switch words[0] {
      case "standing" where words.count == 3: standing[words[1]] = words[2]
      case "reminded" where words.count == 2: reminded.append(words[1])
      case "fault" where words.count == 2: faults.append(words[1])
      default: throw UndecodableMessage("a diary's line is not one of its known kinds")
      }
    }
  }

  /// Lines of words.
  func stored() -> [UInt8] {
    let lines =
      standing.sorted { $0.key < $1.key }.map { "standing \($0.key) \($0.value)" } + reminded.map { "reminded \($0)" }
      + faults.map { "fault \($0)" }
    return Array(lines.joined(separator: "\n").utf8)
  }
}
