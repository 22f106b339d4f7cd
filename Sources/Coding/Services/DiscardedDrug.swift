import CodeSets

/// What of a drug's container was thrown away, as the words behind the drug tell.
///
/// Source: Medicare Claims Processing Manual, chapter 17, section 40.1: JW on a line of its own for the amount discarded from a
/// container for one dose, JZ where nothing was.
struct DiscardedDrug {
  /// The amount, in micrograms or the drug's own units; `nil` where none is told.
  private(set) var amount: Int?
  /// Whether the words call the container one for a single dose.
  private(set) var isSingleDose = false

  /// How far behind the drug's name its words go on, in bytes.
  private static let reach = 240

  init(_ text: String, from start: Int, isInUnits: Bool) {
    let words = Words.scan(String(decoding: text.utf8.dropFirst(start).prefix(DiscardedDrug.reach), as: UTF8.self))
    let bytes = Array(text.utf8.dropFirst(start).prefix(DiscardedDrug.reach))
    for (index, word) in words.enumerated() {
      if DiscardedDrug.single.contains(word.hash),
        words[index...].prefix(3).contains(where: { DiscardedDrug.container.contains($0.hash) })
      {
        isSingleDose = true
      }
      // "8 x 100 mg vials, no waste"
      guard amount == nil, DiscardedDrug.verbs.contains(word.hash),
        index == 0 || !DiscardedDrug.denials.contains(words[index - 1].hash)
      else { continue }
      for near in (max(0, index - 4)...min(words.count - 1, index + 4)) {
        let unit = near + 1 < words.count ? words[near + 1].hash : 0
        guard let number = words[near].number(in: bytes), number > 0 else { continue }
        if isInUnits, DiscardedDrug.units.contains(unit) { amount = number }
        if !isInUnits, unit == DiscardedDrug.milligram { amount = number * 1_000 }
      }
    }
  }

  private static let single = WordSet("single")
  private static let container = WordSet("dose use vial syringe")
  private static let verbs = WordSet("discarded wasted wastage waste")
  private static let denials = WordSet("no none without zero not nothing")
  private static let units = WordSet("unit units iu")
  private static let milligram = Words.hash("mg")
}
