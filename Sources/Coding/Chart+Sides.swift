import CodeSets

/// The side of the body of what an assessment names without it.
///
/// Source: ICD-10-CM Official Guidelines, section I.B.13 (laterality; the whole record tells it).
extension Chart {
  /// Gives each condition of the assessment that has codes for either side the one that the note names with the same part of the
  /// body: "ovarian cancer" after "a left ovarian mass".
  func takeSidesOfOrgans(icd10cm: ICD10CM, rules: DiagnosisRules) {
    let named = mentions.filter { mention in
      mention.side != nil && mention.section != .ignored && mention.section != .pastHistory
        && (mention.status == .present || mention.status == .uncertain)
    }
    guard !named.isEmpty else { return }
    for index in mentions.indices where mentions[index].section == .assessment && mentions[index].side == nil {
      let mention = mentions[index]
      guard let row = icd10cm.unspecified(row: mention.row), icd10cm.sides(row: row) != nil || hasSides(row, icd10cm),
        case let (organ, category) = (organ(of: mention), icd10cm.category(row: mention.row))
      else { continue }
      // Metastases have sides of their own.
      let isSpread = Chart.metastases.contains(category)
      // "Tinnitus" after "ringing in both ears": the same condition.
      let sides = Set(
        named.filter { other in
          other.item == mention.item
            && (organ != nil && self.organ(of: other) == organ
              || icd10cm.category(row: other.row) == category && !isSpread)
        }.compactMap(\.side))
      if sides.count == 1, let side = sides.first { give(side, to: index, icd10cm: icd10cm, rules: rules) }
    }
  }

  /// Whether a code below one that takes a 7th character has sides.
  private func hasSides(_ row: Int, _ icd10cm: ICD10CM) -> Bool {
    icd10cm.parent(row: row).map { icd10cm.sides(row: $0) != nil } ?? false
  }

  func give(_ side: Mention.Side, to index: Int, icd10cm: ICD10CM, rules: DiagnosisRules) {
    mentions[index].side = side
    if let row = rules.specificity.refine(mentions[index].row, own: [], near: [MentionDetail.word(of: side)]) {
      mentions[index].lessSpecificRow = mentions[index].row
      mentions[index].row = row
    }
  }

  /// The part of the body that there are two of and that a mention names.
  private func organ(of mention: Mention) -> Int? {
    let own = words[mention.item]
    guard mention.word < own.count else { return nil }
    return mention.own(of: own).lazy.compactMap { Chart.organs[$0.hash] }.first
  }

  private static let metastases = ICD10CM.category("C77")...ICD10CM.category("C79")

  /// The names of each.
  private static let organs: [UInt64: Int] = {
    var organs: [UInt64: Int] = [:]
    for (number, line) in [
      "ovary ovarian adnexal adnexa", "breast mammary", "kidney renal", "testis testicle testicular", "lung pulmonary",
      "eye ocular", "ear", "shoulder", "elbow", "wrist", "hand", "finger", "thumb", "hip", "knee", "ankle", "foot",
      "toe",
      "carotid", "adrenal", "parotid", "thigh", "forearm",
    ].enumerated() {
      for name in line.split(separator: " ") { organs[Words.hash(String(name))] = number }
    }
    return organs
  }()
}
