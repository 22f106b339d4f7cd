import Adjudication
import Billing
import BillingDesk
import ClaimModel
import CodingDesk
import Messages
import Office
import PayerDesk
import PracticeDesk

/// The four desks with a post between them that keeps the order, for one visit at a time: what a scenario is played in.
struct ScenarioOffices {
  /// What becomes of a message on its way.
  enum Fate {
    case arrives
    case lost
    case delayed(days: Int)
  }

  /// One message, with what it says.
  struct Step {
    var day: Int
    var from: String
    var to: String
    var message: String
    var words: String
  }

  private struct Letter {
    var due: Timestamp
    var from: OfficeID
    var message: Outgoing
    var isHeldBack = false
  }

  private(set) var coding: DeskBench<CodingDesk>
  private(set) var billing: DeskBench<BillingDesk>
  private(set) var practice = DeskBench(PracticeDesk(), checksStoredForms: false)
  private var payers: [PayerID: DeskBench<PayerDesk>]
  /// What came to pass, in order.
  private(set) var steps: [Step] = []
  /// What the billing office told the journal, message by message, and when.
  private(set) var told: [(facts: [Fact], time: Timestamp)] = []
  /// The 837P interchanges that came to a payer.
  private(set) var claims: [[UInt8]] = []
  private var post: [Letter] = []
  private let start: Timestamp

  /// Told of each message before it arrives: it may change it, lose it, hold it back, or change the offices.
  var onTheWay: (inout Outgoing, inout ScenarioOffices) throws -> Fate = { _, _ in .arrives }

  init(coding: CodingDesk, billing: BillingDesk, payers: [PayerDesk]) {
    self.coding = DeskBench(coding, checksStoredForms: false)
    self.billing = DeskBench(billing)
    self.payers = Dictionary(
      uniqueKeysWithValues: payers.map { ($0.office.payerID, DeskBench($0, checksStoredForms: false)) })
    start = self.billing.now
  }

  /// Sends the visit to the coders and lets everybody work until nothing is awaited any more.
  mutating func play(_ visit: Visit) throws {
    send([Outgoing(.visitDocumented(visit))], from: .practice)
    repeat { try deliverAll() } while try passTime()
  }

  /// Lets a person decide about an account that waits for one, and everybody work on.
  mutating func resolve(_ visit: VisitID, _ decision: ReviewResolution.Decision) throws {
    guard case .account(let file)? = billing[BillingFile.key(of: visit)] else { return }
    let resolution = ReviewResolution(visit: visit, decision: decision, decidedBy: "a person")
    send([Outgoing(.reviewResolved(resolution, sequence: file.sequence))], from: .billing)
    repeat { try deliverAll() } while try passTime()
  }

  /// Puts another plan in the place of a payer's, from now on.
  mutating func replacePlan(by plan: Plan) throws {
    payers[plan.payer]?.desk = PayerDesk(adjudicator: try Engines.adjudicator(plan))
  }

  /// What the billing office has of a visit.
  func account(of visit: VisitID) -> PatientAccount? {
    guard case .account(let file)? = billing[BillingFile.key(of: visit)] else { return nil }
    return file.account
  }

  private mutating func send(_ messages: [Outgoing], from office: OfficeID) {
    post += messages.map { Letter(due: billing.now, from: office, message: $0) }
  }

  private mutating func deliverAll() throws {
    while let index = post.firstIndex(where: { $0.due <= billing.now }) {
      var letter = post.remove(at: index)
      let fate: Fate = try letter.isHeldBack ? .arrives : fate(of: &letter.message)
      switch fate {
      case .arrives: try arrive(letter)
      case .lost: note(letter, "lost on the way: \(ScenarioWords.text(of: letter.message))")
      case .delayed(let days):
        letter.isHeldBack = true
        letter.due = billing.now.adding(milliseconds: Int64(days) * 86_400_000)
        post.append(letter)
      }
    }
  }

  /// Asks the scenario, which may change the message and the offices.
  private mutating func fate(of message: inout Outgoing) throws -> Fate {
    let ask = onTheWay
    return try ask(&message, &self)
  }

  private mutating func arrive(_ letter: Letter) throws {
    let words = ScenarioWords.text(of: letter.message)
    do {
      let office = try addressee(of: letter.message)
      note(letter, words)
      send(try take(letter.message, at: office), from: office)
    } catch is UndecodableMessage {
      steps[steps.count - 1].words = "cannot be read, and is parked for a person"
    }
  }

  private mutating func take(_ message: Outgoing, at office: OfficeID) throws -> [Outgoing] {
    switch office {
    case .coding:
      try coding.take(message)
      return coding.sent
    case .billing:
      try billing.take(message)
      told.append((billing.facts, billing.now))
      return billing.sent
    case .practice:
      try practice.take(message)
      return practice.sent
    case .payer(let id):
      if message.type == .professionalClaims { claims.append(message.body) }
      payers[id]?.now = billing.now
      try payers[id]?.take(message)
      return payers[id]?.sent ?? []
    }
  }

  /// Nothing is on its way: the time comes of the next reminder or of a message that was held back.
  private mutating func passTime() throws -> Bool {
    let reminder = billing.reminders.values.map(\.due).min()
    if let held = post.map(\.due).min(), held <= reminder ?? held {
      billing.now = held
    } else if reminder != nil, try billing.passTime() {
      steps.append(
        Step(day: day, from: "billing", to: "billing", message: "reminder-due", words: "nothing has come"))
      told.append((billing.facts, billing.now))
      send(billing.sent, from: .billing)
    } else {
      return false
    }
    coding.now = billing.now
    practice.now = billing.now
    return true
  }

  private mutating func note(_ letter: Letter, _ words: String) {
    steps.append(
      Step(
        day: day, from: letter.from.name, to: (try? addressee(of: letter.message).name) ?? "",
        message: letter.message.type.shortName, words: words))
  }

  private var day: Int { Int((billing.now.milliseconds - start.milliseconds) / 86_400_000) }

  /// Whose queue takes the message, by the bindings of the real topology.
  private func addressee(of message: Outgoing) throws -> OfficeID {
    let offices = [OfficeID.practice, .coding, .billing] + payers.keys.sorted().map(OfficeID.payer)
    let found = offices.first { office in
      message.route.exchange == office.returnExchange
        || office.inboxes.flatMap(\.bindings).contains { binding in
          guard binding.exchange == message.route.exchange else { return false }
          return binding.key.hasSuffix(".*")
            ? message.route.key.hasPrefix(binding.key.dropLast()) : binding.key == message.route.key
        }
    }
    guard let found else { throw NoQueue(key: message.route.key) }
    return found
  }

  struct NoQueue: Error { let key: String }
}

extension OfficeID {
  fileprivate var name: String {
    if case .payer(let id) = self { return id.rawValue }
    return description
  }

  fileprivate var payerID: PayerID {
    if case .payer(let id) = self { return id }
    return ""
  }
}

extension MessageType {
  /// The message as people call it: `837P`, `recode-requested`.
  fileprivate var shortName: String {
    let parts = rawValue.split(separator: ".")
    return String(parts[0] == "x12" ? parts[1] : parts[0])
  }
}
