import ClaimModel
import CodeSets

/// Services of which one stands for another as well, or that an account tells to be more than their name says.
///
/// Source: CPT by number.
extension PerformedServices {
  /// Puts the service that an account tells in place of the one that its name alone stands for, and leaves out what is part of another.
  mutating func joinParts() {
    for index in drafts.indices {
      guard let code = joined(drafts[index]) else { continue }
      drafts[index].procedure = code
      drafts[index].rule = "procedure-by-its-account"
    }
    // A tube is put into the eardrum that was opened for it.
    if drafts.contains(where: { $0.procedure == "69433" }) { drafts.removeAll { $0.procedure == "69420" } }
    // The piece of a nail's matrix is punched out for its own biopsy.
    if drafts.contains(where: { $0.procedure == "11755" }) { drafts.removeAll { $0.procedure == "11104" } }
    addFurtherHours()
  }

  private func joined(_ draft: ServiceDraft) -> ProcedureCode? {
    switch draft.procedure {
    // 58558: a hysteroscopy at which the lining or a polyp was taken.
    case "58555": return holds(draft, PerformedServices.takenFromWomb) ? "58558" : nil
    case "49082": return holds(draft, PerformedServices.guides) ? "49083" : nil
    case "32554": return holds(draft, PerformedServices.guides) ? "32555" : nil
    default: return nil
    }
  }

  private func holds(_ draft: ServiceDraft, _ words: [StaticString]) -> Bool {
    draft.evidence.contains { evidence in
      chart.items(.note).contains { item in
        item.item.source == evidence.source && SmallLetters(item.item.text).holds(anyOf: words)
      }
    }
  }

  private static let takenFromWomb: [StaticString] = [
    "polyp removed", "polyp was removed", "polypectomy performed", "polyp base cut", "polyp grasped", "polyp resected",
    "polyp was resected", "polyp excised", "polyp was excised", "curette sampling", "curettage of", "curettings",
    "endometrium sampled", "endometrial biopsy taken", "directed biopsy", "directed biopsies",
  ]
  private static let guides: [StaticString] = [
    "ultrasound guid", "ultrasound-guid", "us guid", "us-guid", "real time view", "real-time view", "under ultrasound",
    "with real time ultrasound", "with real-time ultrasound", "real time ultrasound",
  ]

  /// A food or drug eaten under watch: what goes beyond the first two hours, an hour each.
  private mutating func addFurtherHours() {
    guard let place = drafts.firstIndex(where: { $0.procedure == "95076" }),
      let evidence = drafts[place].evidence.first,
      let note = chart.items(.note).first(where: { $0.item.source == evidence.source })?.item.text
    else { return }
    let minutes = SmallLetters.minutes(among: SmallLetters.words(of: note))
      .filter { $0 <= PerformedServices.longestChallenge }.max()
    guard let minutes, minutes >= 151 else { return }
    drafts.append(
      ServiceDraft(
        procedure: "95079", units: (minutes - 120 + 29) / 60, evidence: [evidence], rule: "challenge-by-minutes"))
  }

  private static let longestChallenge = 600
}
