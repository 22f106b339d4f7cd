import ClaimModel
import Office

/// One journal entry as JSON, one object to a line. The schema is described in docs/journal.md; `schema` counts its
/// versions.
public struct JournalLine: Sendable {
  private static let schema = 1

  private let entry: JournalEntry

  /// The line of an entry.
  public init(_ entry: JournalEntry) { self.entry = entry }

  /// One line of JSON with keys in alphabetical order.
  public func json() -> String {
    var line = JSONObjectLine()
    line.object { line in
      line.member("attempt", entry.attempt)
      line.member("causation", entry.causation?.description)
      line.list("facts", entry.facts) { line, fact in line.object { fact.write(to: &$0) } }
      line.member("from", entry.sender)
      line.member("handled", entry.handled.description)
      line.member("message", entry.messageID.description)
      line.member("outcome", entry.outcome.rawValue)
      line.member("reason", entry.reason.isEmpty ? nil : entry.reason)
      line.member("schema", JournalLine.schema)
      line.member("sent", entry.sent.description)
      line.member("to", entry.handler)
      line.member("type", entry.type)
      line.member("visits", entry.visits.lazy.map(\.rawValue))
    }
    return line.text
  }
}

extension Fact {
  fileprivate func write(to line: inout JSONObjectLine) {
    switch what {
    case .state(let office, let name, let sequence, let open, let isFinal):
      line.member("fact", "state")
      line.member("isFinal", isFinal)
      line.member("office", office)
      line.member("open", open.description)
      line.member("sequence", sequence)
      line.member("state", name)
    case .movement(let kind, let amount):
      line.member("amount", amount.description)
      line.member("fact", "movement")
      line.member("kind", kind.rawValue)
    case .denial(let payer, let group, let reason, let remarks, let amount):
      line.member("amount", amount.description)
      line.member("carc", reason.rawValue)
      line.member("fact", "denial")
      line.member("group", group.rawValue)
      line.member("payer", payer.rawValue)
      line.member("rarc", remarks.lazy.map(\.rawValue))
    case .injection(let payer, let rule):
      line.member("fact", "injection")
      line.member("payer", payer.rawValue)
      line.member("rule", rule)
    case .claim(let step, let payer, let provider, let specialty, let submission, let amount):
      line.member("amount", amount.description)
      line.member("fact", "claim")
      line.member("payer", payer.rawValue)
      line.member("provider", provider.rawValue)
      line.member("specialty", specialty.rawValue)
      line.member("step", step.rawValue)
      line.member("submission", submission)
    }
    line.member("visit", visit.rawValue)
  }
}
