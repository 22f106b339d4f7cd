import ClaimModel
import Office

/// A number of visits in a state.
struct StateCount: Sendable {
  let state: String
  let count: Int
}

/// A visit that went back to the coders.
struct RecodedVisit: Sendable {
  let visit: VisitID
  let rounds: Int
}

extension FilterVocabulary<StateCount> {
  static let states = FilterVocabulary(
    "states",
    [
      .text("state", "the state") { $0.state },
      .value("count", .number, "visits in it") { state, _ in .whole(state.count) },
    ])
}

extension FilterVocabulary<RecodedVisit> {
  static let recodes = FilterVocabulary(
    "recoded visits",
    [
      .text("visit", "the visit") { $0.visit.rawValue },
      .value("rounds", .number, "how often it went back") { recoded, _ in .whole(recoded.rounds) },
    ])
}

extension FilterVocabulary<DenialCount> {
  static let denials = FilterVocabulary(
    "denials",
    [
      .text("payer", "the payer") { $0.key.payer.rawValue },
      .text("carc", "the reason (CARC)") { String($0.key.reason.drop { $0 != "-" }.dropFirst()) },
      .text("group", "the group: CO, PR, …", FilterChoices(AdjustmentGroup.self)) {
        String($0.key.reason.prefix { $0 != "-" })
      },
      .text("rarc", "the remarks (RARC)") { $0.key.remarks },
      .value("count", .number, "how often") { denial, _ in .whole(denial.count) },
      .value("amount", .number, "for how many dollars") { denial, _ in .amount(denial.amount) },
    ])
}

extension ScreenState {
  /// How many visits are in each state.
  func states(_ shown: LiveOffices) -> (head: String, rows: [ScreenRow]) {
    let states = kept(
      shown.report.visitsByState.map { StateCount(state: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.state) < ($0.count, $1.state) }, .states)
    var table = TextTable([.left("state", 50), .right("visits", 10)])
    for state in states { table.add(state.state, "\(state.count)") }
    return (
      table.head,
      zip(table.lines, states).map { line, state in
        let parts = state.state.split(separator: ":", maxSplits: 1)
        let name = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
        return ScreenRow(
          line: StyledLine(line), target: .tail,
          filter:
            "office=\(FilterTerm.Literal(String(parts[0]), isQuoted: true)) state=\(FilterTerm.Literal(String(name), isQuoted: true))"
        )
      }
    )
  }

  /// Denials by payer and reason.
  func denials(_ shown: LiveOffices) -> (head: String, rows: [ScreenRow]) {
    let counts = kept(shown.report.denials.ordered, .denials)
    let table = DenialTally.table(counts)
    return (
      table.head,
      zip(table.lines, counts).map { line, denial in
        let payer = FilterTerm.Literal(denial.key.payer.rawValue, isQuoted: true)
        let carc = FilterTerm.Literal(String(denial.key.reason.drop { $0 != "-" }.dropFirst()), isQuoted: true)
        return ScreenRow(line: StyledLine(line), target: .tail, filter: "fact=denial payer=\(payer) carc=\(carc)")
      }
    )
  }

  /// Visits that went back to the coders, those that went most often first.
  func recodes(_ shown: LiveOffices) -> (head: String, rows: [ScreenRow]) {
    let visits = kept(
      shown.recodes.map { RecodedVisit(visit: $0.key, rounds: $0.value) }
        .sorted { ($1.rounds, $0.visit) < ($0.rounds, $1.visit) }, .recodes)
    return (
      "visit              times back to the coders",
      visits.map { visit in
        ScreenRow(
          line: StyledLine(pad(visit.visit.rawValue, 18) + " \(visit.rounds)", visit.rounds > 1 ? .warning : .plain),
          target: .visit(visit.visit))
      }
    )
  }
}
