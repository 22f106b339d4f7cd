import ClaimModel
import CodeSets

/// The units of botulinum toxin that an account of chemodenervation adds up: "TOTAL 155 U injected. 45 U discarded".
///
/// Source: HCPCS J0585 (each unit); Medicare Claims Processing Manual, chapter 17, section 40.1 (JW).
extension PerformedServices {
  mutating func addToxin() {
    addToxinByTitle()
    guard let procedure = drafts.first(where: { $0.procedure == "64615" }),
      !drafts.contains(where: { $0.procedure == "J0585" })
    else { return }
    for (_, item) in chart.items(.note) {
      let words = SmallLetters.words(of: item.text)
      let rest: Set = ["discarded", "wasted", "wastage", "waste", "unused"]
      guard words.contains(where: { $0 == "botox" || $0.hasPrefix("onabotulinum") }),
        let total = PerformedServices.units(
          in: words, behind: ["total"], before: ["injected", "used", "administered", "over", "across", "sites"])
      else { continue }
      let discarded = PerformedServices.units(in: words, behind: rest, before: rest)
      var drug = ServiceDraft(
        procedure: "J0585", units: total, evidence: procedure.evidence, rule: "drug-by-dose")
      if chart.isOfMedicare, discarded == nil { drug.modifiers.append("JZ") }
      drafts.append(drug)
      if let discarded {
        drug.units = discarded
        drug.modifiers = ["JW"]
        drug.rule = "drug-discarded"
        drafts.append(drug)
      }
      return
    }
  }

  /// A visit that is called by the toxin, for a migraine, of which the note tells how much was injected: "Botulinum toxin treatment visit …
  /// TOTAL injected 155 U".
  private mutating func addToxinByTitle() {
    guard !drafts.contains(where: { ["64612", "64615", "64616"].contains($0.procedure) }),
      diagnoses.contains(where: { $0.code.category == "G43" })
    else { return }
    for (index, item) in chart.items(.note) {
      let title = item.text.utf8.prefix(120).prefix { $0 != UInt8(ascii: "\n") }
      guard SmallLetters(title).holds(anyOf: ["botulinum", "botox"]),
        PerformedServices.units(
          in: SmallLetters.words(of: item.text), behind: ["total"], before: ["injected", "administered", "sites"])
          != nil
      else { continue }
      return drafts.append(
        ServiceDraft(
          procedure: "64615", evidence: [chart.evidence(item: index, from: 0, to: title.count)],
          rule: "chemodenervation"))
    }
  }

  /// The number of units behind a word or before one: "total 155 units", "155 U injected", "45 units discarded".
  private static func units(in words: [String], behind first: Set<String>, before last: Set<String>) -> Int? {
    let numbers = words.indices.dropLast().filter { index in
      ["u", "unit", "units"].contains(words[index + 1]) && Int(words[index]).map { (5...400).contains($0) } ?? false
    }
    // "Injected 155 U. Discarded 45 U": what stands before a number is said of it rather than what stands behind.
    let place =
      numbers.first { words[max(0, $0 - 2)..<$0].contains(where: first.contains) }
      ?? numbers.first { words[($0 + 2)...].prefix(2).contains(where: last.contains) }
    return place.flatMap { Int(words[$0]) }
  }
}
