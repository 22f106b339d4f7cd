import ClaimModel
import CodeSets

/// A drug put into the eyeball, which an account may tell by nothing but the drug and the preparation.
extension PerformedServices {
  /// "PROC: OD marked. Proparacaine, betadine, speculum. Aflibercept 2 mg, inferotemporal 3.5 mm": the injection and its drug.
  ///
  /// Source: CPT by number, 67028; HCPCS by dose.
  mutating func addEyeInjection() {
    guard !drafts.contains(where: { $0.procedure == "67028" }) else { return }
    for (index, item) in chart.items(.note) {
      let letters = SmallLetters(item.text)
      guard
        let (place, name, drug) = PerformedServices.eyeDrug(
          in: letters.bytes,
          where: { place, name in
            isAccount(at: place, of: name, in: letters.bytes, item: index)
          })
      else { continue }
      let evidence = [chart.evidence(item: index, from: place, to: min(letters.bytes.count, place + 40))]
      let words = Set(SmallLetters.words(of: String(decoding: near(place, in: letters.bytes), as: UTF8.self)))
      let (isRight, isLeft) = (words.contains("od"), words.contains("os"))
      drafts.append(
        ServiceDraft(
          procedure: "67028", evidence: evidence, rule: "injection-by-its-account", site: .eye,
          side: isRight == isLeft ? nil : isRight ? .right : .left, hasSide: true))
      let date = chart.visit.registration.dateOfService
      if let billed = drug.billed(dose: dose(behind: place + name.count, in: letters.bytes), on: date),
        !drafts.contains(where: { $0.procedure == billed.procedure })
      {
        var product = ServiceDraft(
          procedure: billed.procedure, units: billed.units, evidence: evidence, rule: "drug-by-dose")
        if chart.isOfMedicare, drug.isSingleDose { product.modifiers.append("JZ") }
        drafts.append(product)
      }
      return
    }
  }

  /// The first name of a drug for the eye, at the beginning of a word, for which something holds.
  private static func eyeDrug(in bytes: [UInt8], where holds: (Int, [UInt8]) -> Bool) -> (Int, [UInt8], InjectedDrug)? {
    let openings = eyeOpenings
    var before: UInt8 = 0
    for place in bytes.indices.dropLast() {
      let letter = letter(bytes[place])
      defer { before = letter }
      // Nearly every word ends here, before anything is copied.
      guard before == 0, openings[Int(letter)] >> UInt32(self.letter(bytes[place + 1])) & 1 != 0 else { continue }
      for index in eyeDrugs.indices where bytes[place...].starts(with: eyeDrugs[index].name) {
        if holds(place, eyeDrugs[index].name) { return (place, eyeDrugs[index].name, eyeDrugs[index].drug) }
      }
    }
    return nil
  }

  /// The number of a small letter, 1 to 26; 0 for anything else.
  private static func letter(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 96 : 0
  }

  private static let eyeDrugs: [(name: [UInt8], drug: InjectedDrug)] = InjectedDrug.all.filter(\.isOfEye).flatMap {
    drug in
    drug.phrases.split(separator: "|").map { (Array($0.utf8), drug) }
  }

  /// The second letters of the names, as bits, by the first.
  private static let eyeOpenings = eyeDrugs.reduce(into: [UInt32](repeating: 0, count: 27)) { openings, eyeDrug in
    openings[Int(letter(eyeDrug.name[0]))] |= 1 << UInt32(letter(eyeDrug.name[1]))
  }

  /// Whether a drug stands among the words of such an account, with its dose.
  private func isAccount(at place: Int, of name: [UInt8], in bytes: [UInt8], item: Int) -> Bool {
    let account = SmallLetters(near(place, in: bytes))
    return PerformedServices.preparations.count { account.holds($0) } > 1
      && dose(behind: place + name.count, in: bytes) != nil
      && !account.holds(anyOf: ["scheduled", "declined", "nothing injected", "not injected", "deferred"])
      && chart.services.zone(item: item, offset: place) != .told
  }

  private func near(_ place: Int, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes[max(0, place - 120)..<min(bytes.count, place + 160)]
  }

  /// Micrograms of the dose right behind a drug's name: "2 mg", "1.25 mg".
  private func dose(behind place: Int, in bytes: [UInt8]) -> Int? {
    let words = String(decoding: bytes[min(place, bytes.count)...].prefix(24), as: UTF8.self).split(separator: " ")
    guard words.count > 1, words[1].hasPrefix("mg"), let number = Double(words[0]) else { return nil }
    return Int((number * 1_000).rounded())
  }

  private static let preparations: [StaticString] = [
    "speculum", "betadine", "povidone", "limbus", "inferotemporal", "superotemporal", "30g", "30 g", "proparacaine",
    "subconj", "intravitreal",
  ]
}
