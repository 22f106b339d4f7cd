import ClaimModel
import CodeSets

/// Fluid that runs into a vein for its own sake.
///
/// Source: CPT by number, 96360 and 96361 (31 minutes and more; beside another infusion or push, or for each further hour from its half on,
/// the second); HCPCS Level II by number, J7030 and J7040 (saline, 1,000 and 500 mL) and J7120 (Ringer's lactate).
extension InfusionServices {
  /// The fluid that a sentence tells with its volume and its time: "NS 1000 mL bolus 11:56-12:40". One that a drug is mixed in is none.
  mutating func addHydration(_ words: [Word], _ text: [UInt8], item: Int, _ chart: Chart) {
    var first = words.startIndex
    while first < words.endIndex {
      var end = first + 1
      while end < words.endIndex, !words[end].startsSentence, end - first < 60 { end += 1 }
      defer { first = end }
      let sentence = words[first..<end]
      // "14:08 NaCl 1000 mL, wide open - START" is what was done at that time.
      let isClocked = text[Int(words[first].start)...].prefix(5).contains(UInt8(ascii: ":"))
      guard let fluid = sentence.firstIndex(where: { InfusionServices.fluids.contains($0.hash) }),
        sentence.contains(where: { InfusionServices.purposes.contains($0.hash) }),
        !sentence.contains(where: { InfusionServices.openings.contains($0.hash) }),
        !sentence.contains(where: {
          InfusionServices.vetoes.contains($0.hash) && !(isClocked && $0.hash == InfusionServices.start)
            || InfusionServices.places.contains($0.hash)
        })
      else { continue }
      let zone = chart.services.zone(item: item, offset: Int(words[fluid].start))
      let behind = text[Int(words[fluid].start)..<Int(words[end - 1].end)]
      guard zone != .told, zone != .instructed, let volume = volume(in: words[fluid..<end], text),
        let minutes = ClockSpan.minutes(in: behind) ?? stopped(behind: end, words, text), minutes >= 31
      else { continue }
      let evidence = [chart.evidence(item: item, from: Int(words[first].start), to: Int(words[end - 1].end))]
      let isSaline = InfusionServices.salines.contains(words[fluid].hash)
      let product: ProcedureCode = isSaline ? (volume > 500 ? "J7030" : "J7040") : "J7120"
      func add(_ code: ProcedureCode, _ units: Int, _ rule: String) {
        drafts.append(ServiceDraft(procedure: code, units: units, evidence: evidence, rule: rule))
      }
      let isFurther = drafts.contains { $0.rule == InfusionServices.rule }
      let hours = minutes > 90 ? (minutes - 31) / 60 : 0
      if !isFurther { add("96360", 1, InfusionServices.rule) }
      if isFurther || hours > 0 { add("96361", hours + (isFurther ? 1 : 0), InfusionServices.rule) }
      add(product, isSaline ? max(1, volume / (volume > 500 ? 1_000 : 500)) : (volume + 999) / 1_000, "drug-infused")
      return
    }
  }

  /// The minutes that a line further down says the bag ran: "15:20 bag complete - STOP (72 min)".
  private func stopped(behind end: Int, _ words: [Word], _ text: [UInt8]) -> Int? {
    let near = words[end...].prefix(24)
    guard let stop = near.firstIndex(where: { InfusionServices.stops.contains($0.hash) }) else { return nil }
    let line = words[stop...].prefix(6).prefix { $0.start == words[stop].start || !$0.startsLine }
    for index in line.indices.dropLast() where InfusionServices.minutes.contains(words[index + 1].hash) {
      if let number = words[index].number(in: text) { return number }
    }
    return nil
  }

  private static let stops = WordSet("stop stopped complete completed finished")

  /// Milliliters: "1000 mL", "1 L".
  private func volume(in words: ArraySlice<Word>, _ text: [UInt8]) -> Int? {
    for index in words.indices.dropFirst() {
      guard let number = words[index - 1].number(in: text), number > 0 else { continue }
      if InfusionServices.milliliters.contains(words[index].hash), (250...3_000).contains(number) { return number }
      if InfusionServices.liters.contains(words[index].hash), number <= 3 { return number * 1_000 }
    }
    return nil
  }

  private static let start = Words.hash("start")
  private static let places = WordSet(
    "er ed ems emergency ambulance ward yesterday nasal drink oral flush vein kvo tko hospital st diluent")
  private static let salines = WordSet("ns saline nss nacl")
  private static let fluids = WordSet("ns saline nss nacl lr ringer ringers lactated")
  private static let purposes = WordSet("bolus hydration fluid fluids infused ran wide")
  private static let milliliters = WordSet("ml cc")
  private static let liters = WordSet("l liter")
}
