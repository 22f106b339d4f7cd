import ClaimModel
import Messages

@testable import Office

/// A desk that does what the message's body says, one command a line:
///
/// - `note WORD` adds a word to the case of the message's correlation,
/// - `send KEY WORD` sends a message, `part KEY WORD` contributes to a bundle,
/// - `post CENTS` writes a ledger line, `number` notes the next number,
/// - `park` hands the message to a person although it is handled,
/// - `remind MILLISECONDS LINE` asks for a reminder of the case, for the purpose of doing what the line says,
/// - `cancel LINE` takes it back,
/// - `time` notes what time it is,
/// - `later` and `never` refuse the message.
struct ScriptedDesk: Desk {
  typealias Input = WireMessage
  typealias Case = Notes
  typealias Part = String

  let office = OfficeID.practice
  var bundleLimit = 3

  func read(_ message: WireMessage) throws(UndecodableMessage) -> WireMessage {
    // Its purpose is what is to be done.
    if message.type == MessageType.reminderDue.rawValue {
      var script = message
      script.body = Array(try Reminder(reading: message).key.purpose.utf8)
      return script
    }
    guard message.type != "unknown.v9" else { throw UndecodableMessage("type unknown.v9 is not known") }
    return message
  }

  func visits(of input: WireMessage, known: Cases<Notes>) -> [VisitID] { [VisitID(input.correlation)] }

  func cases(for input: WireMessage, known: Cases<Notes>) -> [CaseKey] { [ScriptedDesk.key(input.correlation)] }

  static func key(_ correlation: String) -> CaseKey { CaseKey(kind: "notes", id: correlation) }

  func handle(_ input: WireMessage, _ cases: inout Cases<Notes>, _ context: inout DeskContext<String>) throws(Refusal) {
    let key = ScriptedDesk.key(input.correlation)
    for line in String(decoding: input.body, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      switch words[0] {
      case "note": cases[key, default: Notes()].words.append(words[1])
      case "number":
        let number = try context.nextNumber(of: "numbers")
        cases[key, default: Notes()].words.append("#\(number)")
      case "send": context.send(ScriptedDesk.outgoing(words[1], words[2]))
      case "part": context.contribute(words[2], to: words[1])
      case "post":
        context.post(
          visit: VisitID(input.correlation), debit: "cash", credit: "revenue",
          amount: Money(cents: Int(words[1]) ?? 0), memo: "charge")
      case "remind":
        let due = context.now.adding(milliseconds: Int64(words[1]) ?? 0)
        context.remind(of: key, for: words.dropFirst(2).joined(separator: " "), at: due)
      case "cancel": context.cancelReminder(of: key, for: words.dropFirst().joined(separator: " "))
      case "time": cases[key, default: Notes()].words.append("\(context.now.milliseconds)")
      case "park": context.park("a person must decide")
      case "later": throw .later("the desk is not ready")
      default: throw .never("the desk will not do it")
      }
    }
  }

  func bundle(
    _ parts: [String], key: String, _ cases: inout Cases<Notes>, _ context: inout DeskContext<String>
  ) throws(Refusal) {
    guard !parts.contains("poison") else { throw .never("a part is poison") }
    let number = try context.nextNumber(of: "bundles")
    let bundle = CaseKey(kind: "bundle", id: "\(key)-\(number)")
    cases[bundle] = Notes(words: parts)
    if parts.contains("follow-up") { context.remind(of: bundle, for: "note late", at: context.now) }
    context.send(ScriptedDesk.outgoing(key, parts.joined(separator: "+")))
  }

  private static func outgoing(_ key: String, _ text: String) -> Outgoing {
    Outgoing(
      type: .visitDocumented, route: Route(exchange: "practice", key: "out.\(key)"), correlation: key,
      body: Array(text.utf8))
  }
}

/// Words, in the order they were noted.
struct Notes: CaseBody, Hashable {
  var words: [String] = []

  init(words: [String] = []) { self.words = words }

  init(stored: [UInt8]) throws(UndecodableMessage) {
    let text = String(decoding: stored, as: UTF8.self)
    guard text != "broken" else { throw UndecodableMessage("the notes are broken") }
    words = text.split(separator: " ").map(String.init)
  }

  func stored() -> [UInt8] { Array(words.joined(separator: " ").utf8) }
}

extension Cases {
  subscript(key: CaseKey, default value: Body) -> Body {
    get { self[key] ?? value }
    set { self[key] = newValue }
  }
}

/// A message whose body is a script.
func script(_ number: Int, about correlation: String = "a", attempt: Int = 0, _ lines: String...) -> WireMessage {
  WireMessage(
    id: .derived(from: "script", String(number)), type: "visit-documented.v1", correlation: correlation,
    timestamp: Timestamp(milliseconds: 1_000), appID: "tests", contentType: "text/plain",
    attempt: attempt, traceParent: "00-trace", body: Array(lines.joined(separator: "\n").utf8))
}

extension WireMessage {
  var text: String { String(decoding: body, as: UTF8.self) }
}

extension [Publication] {
  /// The bodies of what goes out to other offices.
  var texts: [String] { filter { $0.route.key.hasPrefix("out.") }.map(\.message.text) }

  /// What goes to the parking lot.
  var parked: [WireMessage] { filter { $0.route.key == "parked.practice" }.map(\.message) }
}
