import ClaimModel
import CodeSets

/// Conditions that a plan calls by what is measured: "BP controlled, refilled HCTZ" of a patient who is known to have hypertension.
///
/// Source: ICD-10-CM Official Guidelines, section IV.I (chronic diseases are coded as often as they are treated); the words for the
/// condition stand elsewhere in the note, which is read as a whole.
extension Chart {
  /// Adds what the plan treats by its measure, where the note names the condition as one the patient has.
  func takeMeasuredConditions(icd10cm: ICD10CM) {
    guard bits.mayHold(anyOf: Chart.measured) else { return }
    for (item, own) in words.enumerated()
    where visit.documentation[item].kind == .note && services.hasPlan(item: item) {
      for index in own.indices where own[index].startsSentence || own[index].gap == .clause {
        guard Chart.measured.contains(own[index].hash),
          let measure = Chart.measures.first(where: { $0.words.contains(own[index].hash) }),
          services.zone(item: item, offset: Int(own[index].start)) == .planned,
          isTreated(own, at: index), let known = known(measure.categories, item: item, icd10cm)
        else { continue }
        var mention = known
        mention.word = index
        mention.start = Int(own[index].start)
        mention.end = Int(own[index].end)
        mention.status = .present
        mention.section = .assessment
        mention.isProblem = true
        let place = mentions.firstIndex { $0.item > item || $0.item == item && $0.start > mention.start }
        mentions.insert(mention, at: place ?? mentions.count)
      }
    }
  }

  /// The words of an item for one of some conditions, as what the patient has; `nil` where the assessment names it by itself.
  private func known(_ categories: Set<UInt32>, item: Int, _ icd10cm: ICD10CM) -> Mention? {
    let named = mentions.filter {
      $0.item == item && ($0.status == .present || $0.status == .history)
        && categories.contains(icd10cm.category(row: $0.row))
    }
    return named.contains { $0.section == .assessment } ? nil : named.first
  }

  /// Whether the line judges what is measured or goes on treating it; what is only to be checked tells nothing.
  private func isTreated(_ words: [Word], at index: Int) -> Bool {
    let line = words[index...].dropFirst().prefix(Chart.longestLine).prefix { $0.gap < .line }
    guard let next = line.first, !Chart.checks.contains(next.hash) else { return false }
    return line.contains { Chart.judgements.contains($0.hash) }
  }

  private static let longestLine = 16
  private static let checks = WordSet("check recheck log diary cuff monitor screen screening machine meter")
  private static let judgements = WordSet(
    """
    controlled ctrl goal target good fine great excellent stable ok okay normal perfect better improved well continue cont \
    same refill refilled up high above elevated increase raise added add start dose unchanged doing keep stay stays
    """)

  /// What is measured, and the categories of the conditions that are treated by it.
  private static let measures: [(words: WordSet, categories: Set<UInt32>)] = [
    ("bp bps pressure pressures", "I10 I11 I12 I13 I15 I16"),
    ("sugar glucose a1c glycemic", "E08 E09 E10 E11 E13"),
    ("cholesterol lipid ldl", "E78"), ("thyroid tsh", "E03 E05 E89"), ("mood", "F32 F33 F34 F31"),
    ("breathing lung", "J44 J45"), ("kidney gfr egfr", "N18"),
  ].map { words, categories in (WordSet(words), ICD10CM.categories(categories)) }
  private static let measured = WordSet(measures.flatMap(\.words.hashes))
}
