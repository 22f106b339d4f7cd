import ClaimModel
import CodeSets

/// What the words beside a condition or a measure tell of the codes that are added to it.
extension Chart {
  /// The dementia in another disease, as severe as the words behind its name say.
  ///
  /// Source: ICD-10-CM tabular list, F02, 4th character (severity).
  func dementia(in mention: Mention) -> DiagnosisCode {
    let text = visit.documentation[mention.item].text.utf8
    let ends: Set<UInt8> = [UInt8(ascii: "."), UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: ":")]
    let behind = SmallLetters(
      text.dropFirst(mention.start).prefix(mention.end - mention.start + 30).prefix { !ends.contains($0) })
    // "Moderate Alzheimer's disease"
    let before = SmallLetters(text.prefix(mention.start).suffix(12).reversed().prefix { !ends.contains($0) }.reversed())
    func says(_ degree: StaticString) -> Bool { behind.holds(degree) || before.holds(degree) }
    return says("mild") ? "F02A0" : says("moderate") ? "F02B0" : says("severe") ? "F02C0" : "F0280"
  }

  /// Whether a condition with a dementia of its own is named as one: "Lewy body dementia".
  ///
  /// Source: Index, Dementia, with Lewy bodies; frontotemporal.
  func isDementia(_ mention: Mention, _ code: DiagnosisCode) -> Bool {
    (code == "G3183" || code == "G3109") && SmallLetters(evidence(mention).text).holds("dementia")
  }

  static let degenerations = ICD10CM.category("G31")

  /// Whether who has a condition is no blood relative: "husband died of lung cancer".
  ///
  /// Source: Index, History, family.
  func isOfSpouse(_ mention: Mention) -> Bool {
    let text = visit.documentation[mention.item].text.utf8
    let start = max(0, mention.start - 48)
    let before = text.dropFirst(start).prefix(mention.start - start)
    let sentence = before.lastIndex(of: UInt8(ascii: ".")).map { before[$0...] } ?? before
    return SmallLetters(sentence).holds(anyOf: [
      "husband", "wife", "spouse", "boyfriend", "girlfriend", "roommate", "partner",
    ])
  }

  /// The letters of an item from one byte to another, as far as it goes.
  func letters(item: Int, from start: Int, to end: Int) -> SmallLetters {
    let start = max(0, start)
    return SmallLetters(visit.documentation[item].text.utf8.dropFirst(start).prefix(end - start))
  }

  /// Z68.55 and Z68.56: a child's body mass index as a part of the 95th percentile, "123% of the 95th percentile".
  private func partOfHighest(_ mass: (index: Int, item: Int, start: Int, end: Int)) -> DiagnosisCode? {
    let words = SmallLetters.words(
      of: String(decoding: letters(item: mass.item, from: mass.end, to: mass.end + 60).bytes, as: UTF8.self))
    guard let last = words.indices.first(where: { words[$0...].starts(with: ["of", "the", "95th"]) }), last > 0,
      let part = Double(words[last - 1]), part >= 120
    else { return nil }
    return part < 140 ? "Z6855" : "Z6856"
  }

  /// The body mass index of a child, which is told as a percentile: "BMI 88%ile"; `nil` where none is.
  ///
  /// Source: ICD-10-CM tabular list, Z68.5 (2 to 19 years of age).
  func percentile(_ mass: (index: Int, item: Int, start: Int, end: Int)) -> DiagnosisCode? {
    if let code = partOfHighest(mass) { return code }
    let behind = letters(item: mass.item, from: mass.end, to: mass.end + 14)
    guard behind.holds(anyOf: ["%", "percentile", "centile"]) else { return nil }
    return switch mass.index {
    case ..<5: "Z6851"
    case ..<85: "Z6852"
    case ..<95: "Z6853"
    default: "Z6854"
    }
  }

  /// The words of an item's parts that tell the assessment and plan.
  func plannedWords(of item: Int) -> [ArraySlice<Word>] {
    let zones = services.zones.filter { $0.item == item }
    return zones.indices.filter { zones[$0].zone == .planned }.map { place in
      let end = place + 1 < zones.count ? zones[place + 1].start : .max
      let words = self.words[item]
      let first = words.partitioningIndex { Int($0.start) >= zones[place].start }
      return words[first..<words.partitioningIndex { Int($0.start) >= end }]
    }
  }
}
