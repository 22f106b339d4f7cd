import ClaimModel
import CodeSets

/// Tests of hearing that a report of an audiologist tells without their names.
extension PerformedServices {
  /// Hearing measured with tones through air and bone and with words, told one by one: "Pure tone air and bone … SRT … WRS".
  ///
  /// Source: CPT by number, 92557.
  mutating func addAudiometry() {
    guard !drafts.contains(where: { $0.procedure == "92557" }), let note = chart.items(.note).first else { return }
    let head = SmallLetters(note.item.text.utf8.prefix(60))
    guard
      head.holds(anyOf: [
        "audiology report", "audiologic", "audiogram", "hearing evaluation", "audiology visit", "audiology evaluation",
      ]),
      !head.holds("review")
    else { return }
    let text = SmallLetters(note.item.text)
    guard !text.holds("outside test"), text.holds("pure tone") || text.holds("pure-tone"), text.holds("bone"),
      text.holds(anyOf: ["srt", "speech reception"]),
      text.holds(anyOf: ["wrs", "word recognition", "speech discrimination"])
    else { return }
    let evidence = [chart.evidence(item: note.index, from: 0, to: min(120, note.item.text.utf8.count))]
    drafts.removeAll { $0.procedure == "92552" || $0.procedure == "92551" }
    drafts.append(ServiceDraft(procedure: "92557", evidence: evidence, rule: "test-done-here"))
    // "Immittance: type A, reflex thresholds present"
    guard text.holds(anyOf: ["immittance", "tympano"]), text.holds(anyOf: ["reflex threshold", "acoustic reflex"]),
      !drafts.contains(where: { $0.procedure == "92550" })
    else { return }
    drafts.removeAll { $0.procedure == "92567" || $0.procedure == "92568" }
    drafts.append(ServiceDraft(procedure: "92550", evidence: evidence, rule: "test-done-here"))
  }
}
