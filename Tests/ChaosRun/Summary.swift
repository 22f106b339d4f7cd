import Chaos

/// What a run is told to have come to.
struct Summary {
  let seed: UInt64
  let seconds: Double
  let outcome: Outcome
  let aftermath: Aftermath
  let verdict: Verdict

  /// For people, within 80 columns.
  var text: String {
    var lines = ["Faults carried out"]
    for kind in FaultKind.allCases { lines.append(row(kind.rawValue, "\(aftermath.faults[kind, default: 0])")) }
    lines.append("Noticed")
    for loss in Aftermath.Loss.allCases { lines.append(row(loss.rawValue, "\(aftermath.losses[loss, default: 0])")) }
    lines.append(row("messages that came again after they were handled", "\(outcome.journalRepetitions)"))
    lines.append("Visits")
    for (state, count) in outcome.report.visits.byState.sorted(by: { $0.key < $1.key }) {
      lines.append(row(state, "\(count)"))
    }
    lines.append(row("messages parked", "\(outcome.parked.count)"))
    lines.append("Money (US dollars)")
    for (kind, amount) in outcome.report.money.sorted(by: { $0.key < $1.key }) { lines.append(row(kind, amount)) }
    lines.append("\(Int(seconds)) s in all; seed \(seed)")
    lines += verdict.findings.map { "WRONG: \($0)" }
    if verdict.findings.isEmpty {
      lines.append("Nothing lost, nothing done twice; states, denials and money as in the undisturbed run.")
    }
    return lines.joined(separator: "\n")
  }

  private func row(_ label: String, _ value: String) -> String {
    "  \(label)" + String(repeating: " ", count: max(1, 68 - label.count - value.count)) + value
  }
}
