import ClaimModel
import CodeSets

/// A drug put into the eyeball, which an account may tell by nothing but the drug and the preparation.
extension PerformedServices {
  /// "PROC: OD marked. Proparacaine, betadine, speculum. Aflibercept 2 mg, inferotemporal 3.5 mm": the injection and its drug.
  ///
  /// Source: CPT by number, 67028; HCPCS by dose.
  mutating func addEyeInjection() {
    guard chart.bits.mayHold(anyOf: PerformedServices.eyeDrugOpenings),
      !drafts.contains(where: { $0.procedure == "67028" })
    else { return }
    for (index, item) in chart.items(.note)
    where chart.words[index].contains(where: { PerformedServices.eyeDrugOpenings.contains($0.hash) }) {
      let letters = SmallLetters(item.text)
      guard let (place, name, drug) = eyeDrug(in: letters.bytes, item: index) else { continue }
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

  /// The first name of a drug for the eye in such an account, and where it stands.
  private func eyeDrug(in bytes: [UInt8], item: Int) -> (place: Int, name: [UInt8], drug: InjectedDrug)? {
    for word in chart.words[item] where PerformedServices.eyeDrugOpenings.contains(word.hash) {
      let place = Int(word.start)
      for (name, drug) in PerformedServices.eyeDrugs
      where bytes[place...].starts(with: name) && isAccount(at: place, of: name, in: bytes, item: item) {
        return (place, name, drug)
      }
    }
    return nil
  }

  private static let eyeDrugs: [(name: [UInt8], drug: InjectedDrug)] = InjectedDrug.all.filter(\.isOfEye)
    .flatMap { drug in drug.phrases.split(separator: "|").map { (Array($0.utf8), drug) } }
  private static let eyeDrugOpenings = WordSet(
    InjectedDrug.all.filter(\.isOfEye).flatMap { drug in
      drug.phrases.split(separator: "|").map { Words.hash(String($0.prefix { $0 != " " })) }
    })

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
