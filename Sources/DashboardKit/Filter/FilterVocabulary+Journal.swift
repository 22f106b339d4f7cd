import ClaimModel
import Office

extension FilterVocabulary<JournalEntry> {
  /// The fields of journal entries; their facts are parts.
  public static let journal = FilterVocabulary(
    "journal entries",
    [
      FilterField(
        name: "visit", kind: .text, meaning: "a visit it was about",
        place: .whole { entry, _ in entry.visits.map { .text($0.rawValue) } }),
      .text("type", "the message's type: visit-coded.v1, x12.835*") { $0.type },
      .text("from", "who sent it: coding/coder-1") { $0.sender },
      .text("to", "who handled it: billing/biller-1") { $0.handler },
      .text("office", "the office that handled it: billing, payer.ACMEHLTH", .offices) { String($0.office) },
      .text("outcome", "what became of it: handled, postponed, parked, …", FilterChoices(JournalEntry.Outcome.self)) {
        $0.outcome.rawValue
      },
      .text("reason", "why it was postponed or parked") { $0.reason },
      .text("id", "the message's id") { $0.messageID.description },
      .value("attempt", .number, "how often it had been put off") { entry, _ in .whole(entry.attempt) },
      .value("age", .duration, "how long ago it was handled") { .age(of: $0.handled, at: $1) },
      .value("wait", .duration, "from its sending to its handling") { entry, _ in
        .age(of: entry.sent, at: entry.handled)
      },
      .value("handled", .moment, "when it was handled") { entry, _ in .moment(entry.handled) },
    ] + parts, partCount: { $0.facts.count })

  private static var parts: [FilterField<JournalEntry>] {
    [
      .part("fact", .text, "what became true: state, movement, …", FilterChoices(Fact.kinds)) { entry, part in
        [.text(entry.facts[part].kind)]
      },
      .part("payer", .text, "the payer of a denial, claim or injection") { entry, part in
        entry.facts[part].payer.map { [.text($0.rawValue)] } ?? []
      },
      .part("carc", .text, "a denial's reason (CARC)") { entry, part in
        guard case .denial(_, _, let reason, _, _) = entry.facts[part].what else { return [] }
        return [.text(reason.rawValue)]
      },
      .part("group", .text, "a denial's group: CO, PR, …", FilterChoices(AdjustmentGroup.self)) { entry, part in
        guard case .denial(_, let group, _, _, _) = entry.facts[part].what else { return [] }
        return [.text(group.rawValue)]
      },
      .part("rarc", .text, "a denial's remarks (RARC)") { entry, part in
        guard case .denial(_, _, _, let remarks, _) = entry.facts[part].what else { return [] }
        return remarks.map { .text($0.rawValue) }
      },
      .part("amount", .number, "the dollars of a denial, movement or claim") { entry, part in
        entry.facts[part].amount.map { [.amount($0)] } ?? []
      },
      .part("state", .text, "a visit's new state: coded, submitted, closed, …", .states) { entry, part in
        guard case .state(_, let name, _, _, _) = entry.facts[part].what else { return [] }
        return [.text(name)]
      },
      .part("movement", .text, "money moved: charged, adjusted, …", FilterChoices(Fact.MovementKind.self)) {
        entry, part in
        guard case .movement(let kind, _) = entry.facts[part].what else { return [] }
        return [.text(kind.rawValue)]
      },
      .part("step", .text, "a claim's step: sent, accepted, denied, …", FilterChoices(Fact.ClaimStep.self)) {
        entry, part in
        guard case .claim(let step, _, _, _, _, _) = entry.facts[part].what else { return [] }
        return [.text(step.rawValue)]
      },
      .part("specialty", .text, "a claim's specialty: medical, …", FilterChoices(Specialty.self)) { entry, part in
        guard case .claim(_, _, _, let specialty, _, _) = entry.facts[part].what else { return [] }
        return [.text(specialty.rawValue)]
      },
      .part("provider", .text, "a claim's clinician (NPI)") { entry, part in
        guard case .claim(_, _, let provider, _, _, _) = entry.facts[part].what else { return [] }
        return [.text(provider.rawValue)]
      },
      .part("rule", .text, "an injected trouble: CO-11=5%") { entry, part in
        guard case .injection(_, let rule) = entry.facts[part].what else { return [] }
        return [.text(rule)]
      },
    ]
  }
}

extension Fact {
  /// The words for what can become true.
  static let kinds = ["state", "movement", "denial", "injection", "claim"]

  /// The word for what became true.
  var kind: String {
    switch what {
    case .state: "state"
    case .movement: "movement"
    case .denial: "denial"
    case .injection: "injection"
    case .claim: "claim"
    }
  }

  /// The payer it is about.
  var payer: PayerID? {
    switch what {
    case .denial(let payer, _, _, _, _), .injection(let payer, _), .claim(_, let payer, _, _, _, _): payer
    case .state, .movement: nil
    }
  }

  /// The dollars it is about.
  var amount: Money? {
    switch what {
    case .denial(_, _, _, _, let amount), .movement(_, let amount), .claim(_, _, _, _, _, let amount): amount
    case .state, .injection: nil
    }
  }
}
