import ClaimModel
import CodeSets

/// Lesions of the skin: biopsies by their kinds, what was destroyed, and skin that was moved.
extension PerformedServices {
  /// A biopsy by its kind; another place is another one. Where a part of the body has biopsies of its own, that.
  ///
  /// Source: CPT by number, 40808 and 41100 (mouth and tongue).
  mutating func addBiopsy(_ mention: ServiceMention, _ kind: ProcedureCode? = nil) {
    guard let first = kind ?? term(mention).procedure else { return }
    // "Biopsy of left lateral tongue"; not "tongue normal".
    let sentence = chart.letters(item: mention.span.item, from: mention.name.start - 24, to: mention.name.end + 32)
    if sentence.holds("tongue"), mention.site == nil, !sentence.holds(anyOf: ["tongue normal", "tongue retract"]) {
      return append("41100", mention, "biopsy-of-mouth")
    }
    if sentence.holds(anyOf: ["buccal", "oral mucosa", "gingiva"]), !sentence.holds(anyOf: ["denies", "normal"]) {
      return append("40808", mention, "biopsy-of-mouth")
    }
    let further = ProcedureCode("\((Int(first.rawValue) ?? 11_102) + 1)")
    let known = drafts.filter { PerformedServices.biopsies.contains($0.procedure) }
    guard let main = known.first else {
      append(first, mention, "skin-biopsy")
      if let count = mention.count, count > 1 { append(further, mention, "skin-biopsy", units: count - 1) }
      return
    }
    let isOther = known.allSatisfy { draft in
      draft.procedure != first && draft.procedure != further
        || mention.site != nil && draft.site != nil && (mention.site != draft.site || mention.side != draft.side)
    }
    guard isOther else { return }
    if let index = drafts.firstIndex(where: { $0.procedure == further && main.procedure != further }) {
      drafts[index].units += max(1, mention.count ?? 1)
    } else {
      append(further, mention, "skin-biopsy", units: max(1, mention.count ?? 1))
    }
  }

  private static let biopsies: Set<ProcedureCode> = ["11102", "11103", "11104", "11105", "11106", "11107"]

  /// Of biopsies of several kinds the deepest is the first one: incisional before punch before tangential. Each other one is a further one of
  /// its own kind.
  ///
  /// Source: CPT by number, 11102 to 11107, and its guidelines on biopsies of several techniques.
  mutating func orderBiopsies() {
    let kinds: [(first: ProcedureCode, further: ProcedureCode)] = [
      ("11106", "11107"), ("11104", "11105"), ("11102", "11103"),
    ]
    let named = kinds.filter { kind in drafts.contains { $0.procedure == kind.first || $0.procedure == kind.further } }
    guard named.count > 1, let deepest = named.first else { return }
    for kind in named {
      let places = drafts.indices.filter { drafts[$0].procedure == kind.first || drafts[$0].procedure == kind.further }
      guard let place = places.first else { continue }
      let units = places.reduce(0) { $0 + drafts[$1].units }
      var draft = drafts[place]
      draft.evidence = places.flatMap { drafts[$0].evidence }
      let isFirst = kind.first == deepest.first
      draft.procedure = isFirst ? kind.first : kind.further
      draft.units = isFirst ? 1 : units
      drafts.removeAll { $0.procedure == kind.first || $0.procedure == kind.further }
      drafts.append(draft)
      guard isFirst, units > 1 else { continue }
      draft.procedure = kind.further
      draft.units = units - 1
      drafts.append(draft)
    }
  }

  mutating func addRemoval(_ mention: ServiceMention) {
    let told = family(mention) == .excision ? extent(of: mention).excised : nil
    guard let length = told ?? mention.millimeters, let site = mention.site else { return }
    let code =
      family(mention) == .shave
      ? LesionRemoval.shave(site, millimeters: length) : LesionRemoval.excision(site, millimeters: length)
    append(code, mention, "lesion-removal-by-site-and-size")
  }

  mutating func addDestruction(_ mention: ServiceMention) {
    // "16 lesions, LN2 to 3 of them"
    let count = partOfThem(mention) ?? max(1, mention.count ?? 1, keratoses(before: mention) ?? 1)
    let told = mention.words.intersection([.premalignant, .benign])
    let kinds = told.isEmpty ? lesions(before: mention) : told
    // What was treated decides: without it there is no code.
    if kinds.contains(.premalignant) {
      guard !drafts.contains(where: { $0.procedure == "17000" || $0.procedure == "17004" }) else { return }
      if count >= 15 { return append("17004", mention, "lesion-destruction-by-number") }
      append("17000", mention, "lesion-destruction-by-number")
      if count > 1 { append("17003", mention, "lesion-destruction-by-number", units: count - 1) }
    } else if kinds.contains(.benign) {
      if let code = destructionAtAnus(mention) { return append(code, mention, "lesions-of-anus") }
      guard !drafts.contains(where: { $0.procedure == "17110" || $0.procedure == "17111" }) else { return }
      append(count >= 15 ? "17111" : "17110", mention, "lesion-destruction-by-number")
    }
  }

  /// The kind of lesions that the words right before a treatment name: "Common warts. Liquid nitrogen x4"; none where they name both.
  private func lesions(before mention: ServiceMention) -> ServiceWords {
    let text = chart.visit.documentation[mention.span.item].text.utf8
    let before = SmallLetters(text.prefix(mention.name.start).suffix(PerformedServices.reachOfLesions))
    let isBenign = before.holds(anyOf: ["wart", "verruca", "mollusc", "seborrheic kerat", "condylom"])
    let isPremalignant = before.holds(anyOf: ["actinic", "solar kerat"])
    return isBenign == isPremalignant ? [] : isBenign ? .benign : .premalignant
  }

  private static let reachOfLesions = 100

  /// How many keratoses the words before a treatment count: "actinic keratoses, 8 lesions as above. LN2", "8 AKs".
  private func keratoses(before mention: ServiceMention) -> Int? {
    let text = chart.visit.documentation[mention.span.item].text.utf8
    let before = text.prefix(mention.name.start).suffix(PerformedServices.reachOfLesions)
    let words = SmallLetters.words(of: String(decoding: before, as: UTF8.self))
    return words.indices.last { index in
      guard let number = Int(words[index]), (2...60).contains(number) else { return false }
      return index > 0 && PerformedServices.keratoses.contains(words[index - 1])
        || index + 1 < words.count && PerformedServices.countedLesions.contains(words[index + 1])
    }
    .flatMap { Int(words[$0]) }
  }

  /// How many of the lesions were treated: "LN2 to 3 of them".
  private func partOfThem(_ mention: ServiceMention) -> Int? {
    let words = SmallLetters.words(of: String(decoding: account(of: mention, behind: 60).bytes, as: UTF8.self))
    return words.indices.dropFirst().dropLast().first {
      words[$0] == "of" && ["them", "these", "those"].contains(words[$0 + 1])
    }
    .flatMap { Int(words[$0 - 1]) }
  }

  private static let keratoses: Set = ["keratoses", "keratosis", "ak", "aks"]
  private static let countedLesions: Set = ["lesions", "aks", "actinic", "keratoses"]

  /// Warts of the anus that were frozen or treated with a chemical.
  ///
  /// Source: CPT by number, 46900 and 46916.
  private func destructionAtAnus(_ mention: ServiceMention) -> ProcedureCode? {
    let account = account(of: mention, before: 60, behind: 60)
    guard account.holds(anyOf: ["perianal wart", "anal wart", "perianal condylom", "anal condylom"]) else { return nil }
    if account.holds(anyOf: ["ln2", "liquid n", "cryo", "froze"]) { return "46916" }
    return account.holds(anyOf: ["podophyll", "trichlor", "tca", "bichlor"]) ? "46900" : nil
  }

  /// Skin that was moved into a defect: by the place and the area of both defects.
  ///
  /// Source: CPT by number, 14000 to 14061 (to 10 and to 30 square centimeters).
  mutating func addFlap(_ mention: ServiceMention) {
    guard let site = mention.site ?? onlySite,
      let area = LesionExtent.squareCentimeters(
        String(decoding: account(of: mention, behind: 300).bytes, as: UTF8.self)),
      area <= 30
    else { return }
    let code: ProcedureCode
    switch site {
    case .eyelid, .nose, .ear, .lip: code = area > 10 ? "14061" : "14060"
    case .face, .jaw, .neck, .axilla, .groin, .hand, .finger, .thumb, .foot, .heel, .toe, .greatToe:
      code = area > 10 ? "14041" : "14040"
    case .scalp, .upperArm, .forearm, .elbow, .wrist, .shoulder, .thigh, .knee, .lowerLeg, .ankle:
      code = area > 10 ? "14021" : "14020"
    default: code = area > 10 ? "14001" : "14000"
    }
    append(code, mention, "flap-by-site-and-area")
  }
}
