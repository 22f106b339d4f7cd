import ClaimModel
import Foundation
import Office

/// One journal entry as JSON, one object to a line. The schema is described in docs/journal.md; `schema` counts its
/// versions.
public struct JournalLine: Encodable, Sendable {
  let schema = 1
  let message: String
  let type: String
  let visits: [String]
  let from: String
  let to: String
  let sent: String
  let handled: String
  let outcome: String
  let attempt: Int
  let reason: String?
  let causation: String?
  let facts: [FactLine]

  /// The entry as JSON shows it.
  public init(_ entry: JournalEntry) {
    message = entry.messageID.description
    type = entry.type
    visits = entry.visits.map(\.rawValue)
    from = entry.sender
    to = entry.handler
    sent = entry.sent.description
    handled = entry.handled.description
    outcome = entry.outcome.rawValue
    attempt = entry.attempt
    reason = entry.reason.isEmpty ? nil : entry.reason
    causation = entry.causation?.description
    facts = entry.facts.map(FactLine.init)
  }

  /// One line of JSON with keys in alphabetical order.
  public func json() -> String { encodeJSON(self, pretty: false) }

  struct FactLine: Encodable, Sendable {
    let visit: String
    let fact: String
    var office: String?
    var state: String?
    var sequence: Int?
    var isFinal: Bool?
    var open: String?
    var kind: String?
    var amount: String?
    var payer: String?
    var group: String?
    var carc: String?
    var rarc: [String]?
    var rule: String?
    var step: String?
    var submission: Int?
    var provider: String?
    var specialty: String?

    init(_ fact: Fact) {
      visit = fact.visit.rawValue
      switch fact.what {
      case .state(let office, let name, let sequence, let open, let isFinal):
        self.fact = "state"
        self.office = office
        state = name
        self.sequence = sequence
        self.isFinal = isFinal
        self.open = open.description
      case .movement(let kind, let amount):
        self.fact = "movement"
        self.kind = kind.rawValue
        self.amount = amount.description
      case .denial(let payer, let group, let reason, let remarks, let amount):
        self.fact = "denial"
        self.payer = payer.rawValue
        self.group = group.rawValue
        carc = reason.rawValue
        rarc = remarks.map(\.rawValue)
        self.amount = amount.description
      case .injection(let payer, let rule):
        self.fact = "injection"
        self.payer = payer.rawValue
        self.rule = rule
      case .claim(let step, let payer, let provider, let specialty, let submission, let amount):
        self.fact = "claim"
        self.step = step.rawValue
        self.payer = payer.rawValue
        self.provider = provider.rawValue
        self.specialty = specialty.rawValue
        self.submission = submission
        self.amount = amount.description
      }
    }
  }
}

/// JSON with sorted keys and plain slashes.
func encodeJSON(_ value: some Encodable, pretty: Bool) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting =
    pretty
    ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    : [
      .sortedKeys, .withoutEscapingSlashes,
    ]
  guard let data = try? encoder.encode(value) else {
    preconditionFailure("a value of plain texts and numbers always encodes")
  }
  return String(decoding: data, as: UTF8.self)
}
