import ClaimModel
import CodeSets

/// Codes that go with single conditions: how deep an ulcer is, that a pain lasts, which dementia it is.
extension AdditionalCodes {
  /// The note at E11.621: the site and the depth of the ulcer, as the words around it tell them.
  ///
  /// Source: ICD-10-CM tabular list, L97.3 to L97.5 (ankle; heel and midfoot; other part of foot), 5th and 6th characters.
  mutating func addFootUlcer() {
    guard rows.contains(where: { rules.diabeticFeet.contains($0) }),
      !rows.contains(where: { rules.legUlcers.contains($0) }),
      let mention = chart.mentions.first(where: { rules.diabeticUlcers.contains($0.row) && $0.status == .present })
    else { return }
    let around = chart.letters(item: mention.item, from: mention.start - 40, to: mention.end + 90)
    func names(_ words: StaticString...) -> Bool { around.holds(anyOf: words) }
    let isHeel =
      names("heel", "midfoot", "plantar heel") || !names("toe", "forefoot", "metatars") && hasWoundOfHeel(mention)
    let site = isHeel ? 4 : names("ankle", "malleol") ? 3 : 5
    let side = mention.side ?? (names("right") ? .right : names("left") ? .left : nil)
    let depth = depth(in: chart.letters(item: mention.item, from: mention.start - 40, to: mention.end + 240))
    let code = "L97\(site)\(side == .right ? 1 : side == .left ? 2 : 0)\(depth)"
    if let row = icd10cm.row(of: DiagnosisCode(rawValue: code)) {
      add(row, chart.evidence(mention), "use-additional-code")
    }
  }

  /// An infection with resistant staphylococci that the patient had before bears on one of the skin today: "abscess, hx MRSA".
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.21.c.4 (history).
  private mutating func addPastStaphylococci() {
    guard rows.contains(where: { AdditionalCodes.skinInfections.contains(icd10cm.category(row: $0)) }),
      let row = icd10cm.row(of: "Z8614"), !rows.contains(row)
    else { return }
    for (item, words) in chart.words.enumerated() {
      guard
        let place = words.indices.first(where: { index in
          words[index].hash == AdditionalCodes.staphylococci
            && words[max(0, index - 3)..<index].contains { AdditionalCodes.earlier.contains($0.hash) }
        })
      else { continue }
      let evidence = chart.evidence(item: item, from: Int(words[place].start), to: Int(words[place].end))
      return add(row, evidence, "personal-history")
    }
  }

  private static let skinInfections = ICD10CM.categories("L01 L02 L03 L08 L73")
  private static let staphylococci = Words.hash("mrsa")
  private static let earlier = WordSet("hx history prior previous past had")

  /// A candidal rash below a diaper is both.
  ///
  /// Source: Index, Candidiasis, skin, and Dermatitis, diaper; the Excludes2 note at L22.
  mutating func addDiaperRash() {
    guard let candidiasis = icd10cm.row(of: "B372"), rows.contains(candidiasis), let rash = icd10cm.row(of: "L22"),
      let mention = chart.mentions.first(where: { $0.row == candidiasis && $0.status == .present }),
      chart.letters(item: mention.item, from: mention.start - 12, to: mention.end + 12).holds("diaper")
    else { return }
    add(rash, chart.evidence(mention), "use-additional-code")
  }

  /// Each thing that a rhinitis is an allergy to has its code: "allergic rhinitis: pollen, cat dander and dust mite".
  ///
  /// Source: ICD-10-CM tabular list, J30.1 to J30.89.
  mutating func addAllergens() {
    guard rows.contains(where: { icd10cm.category(row: $0) == AdditionalCodes.rhinitis }) else { return }
    let kinds = ["J301", "J3081", "J3089"].compactMap { icd10cm.row(of: DiagnosisCode(rawValue: $0)) }
    guard kinds.count == 3, rows.contains(where: kinds.contains),
      let mention = chart.mentions.first(where: {
        $0.section == .assessment && $0.isProblem && $0.status == .present
          && icd10cm.category(row: $0.row) == AdditionalCodes.rhinitis
      })
    else { return }
    let behind = chart.words[mention.item].drop { $0.start < mention.start }.prefix(24)
    for word in behind.prefix(while: { word in
      word.start == mention.start || !word.startsSentence && !AdditionalCodes.endsOfLists.contains(word.hash)
    }) {
      guard let kind = AdditionalCodes.allergens[word.hash], !rows.contains(kinds[kind]),
        !additions.contains(where: { $0.row == kinds[kind] })
      else { continue }
      add(kinds[kind], chart.evidence(mention), "allergen-by-the-note")
    }
  }

  private static let endsOfLists = WordSet("negative no not without has had but home test avoid")
  private static let rhinitis = ICD10CM.category("J30")
  private static let allergens = Dictionary(
    uniqueKeysWithValues: [
      ("pollen", 0), ("ragweed", 0), ("dander", 1), ("cat", 1), ("dog", 1), ("mite", 2), ("mold", 2), ("cockroach", 2),
    ].map { (Words.hash($0.0), $0.1) })

  /// How deep an ulcer goes, which the note tells, goes with that of varicose veins as with that of diabetes.
  ///
  /// Source: ICD-10-CM tabular list, the note at I83.0 and I83.2 (use additional code for the severity of the ulcer, L97).
  mutating func addVaricoseUlcer() {
    guard !rows.contains(where: { rules.legUlcers.contains($0) }),
      let row = rows.first(where: { icd10cm.category(row: $0) == AdditionalCodes.varices }),
      case let code = Array(icd10cm.code(at: row).rawValue), code.count == 6, code[3] == "0" || code[3] == "2",
      let site = AdditionalCodes.ulcerSites[code[5]],
      let mention = chart.mentions.first(where: {
        icd10cm.category(row: $0.row) == AdditionalCodes.varices && $0.status == .present
      })
    else { return }
    let text = chart.visit.documentation[mention.item].text.utf8
    let depth = depth(in: chart.letters(item: mention.item, from: 0, to: text.count))
    if let row = icd10cm.row(of: DiagnosisCode(rawValue: "L97\(site)\(code[4])\(depth)")) {
      add(row, chart.evidence(mention), "use-additional-code")
    }
  }

  private static let varices = ICD10CM.category("I83")
  /// The last character of an ulcer of varicose veins, and the fourth one of the ulcer.
  private static let ulcerSites: [Character: Int] = ["1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "8": 8]

  private func depth(in text: SmallLetters) -> Int {
    if text.holds("necrosis of bone") { return 4 }
    if text.holds("necrosis of muscle") { return 3 }
    if text.holds(anyOf: [
      "fat layer", "subcutaneous", "fat exposed", "exposed fat", "visible fat", "fat visible", "down to fat",
      "into fat",
    ]) {
      return 2
    }
    return text.holds(anyOf: ["breakdown of skin", "skin breakdown", "superficial"]) ? 1 : 9
  }

  /// Whether a sentence of the note tells of the wound on the heel: "the necrotic wound on his heel".
  private func hasWoundOfHeel(_ mention: Mention) -> Bool {
    let words = chart.words[mention.item]
    // A pressure injury of the heel is another wound.
    return words.indices.contains { index in
      words[index].hash == AdditionalCodes.heel
        && !words[max(0, index - 8)..<min(words.count, index + 8)].contains {
          AdditionalCodes.pressures.contains($0.hash)
        }
        && words[max(0, index - 8)..<min(words.count, index + 5)].contains { AdditionalCodes.wounds.contains($0.hash) }
    }
  }

  private static let heel = Words.hash("heel")
  private static let wounds = WordSet("ulcer ulceration wound blister")
  private static let pressures = WordSet("pressure stage unstageable")

  /// A pain of a site that is said to be chronic: its code tells the site only.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.6.b.1.b.ii (where the code of the site does not tell that the pain is chronic,
  /// both codes are assigned).
  mutating func addChronicPain() {
    guard let row = icd10cm.row(of: "G8929"),
      !rows.contains(where: { icd10cm.category(row: $0) == icd10cm.category(row: row) })
    else { return }
    for mention in chart.mentions
    where mention.section == .assessment && mention.isProblem && mention.status == .present {
      guard rules.isPainOfSite(mention.row), rows.contains(where: { rules.isPainOfSite($0) }) else { continue }
      let words = chart.words[mention.item]
      let own = mention.own(of: words)
      let before = words[max(0, mention.word - 2)..<mention.word]
      if own.contains(where: { $0.hash == AdditionalCodes.chronic })
        || !words[mention.word].startsClause && before.contains(where: { $0.hash == AdditionalCodes.chronic })
      {
        return add(row, chart.evidence(mention), "chronic-pain")
      }
    }
  }

  private static let chronic = Words.hash("chronic")

  /// An infection with HIV bears on all care, wherever the note tells of it.
  ///
  /// Source: ICD-10-CM Official Guidelines, sections I.C.1.a.2 and I.C.21.c.3 (status).
  mutating func addLastingInfection() {
    addPastStaphylococci()
    let told = chart.mentions.filter { mention in
      (mention.status == .present || mention.status == .history) && mention.section != .ignored
        && mention.section != .results && rules.isHIV(mention.row) && tellsInfection(mention)
    }
    guard !rows.contains(where: { rules.isHIV($0) }) else { return }
    // Who is called positive, and no more, has no symptoms.
    let status = told.first { icd10cm.letter(row: $0.row) == UInt8(ascii: "Z") } ?? told.first
    if let status { add(status.row, chart.evidence(status), "status") }
  }

  /// Whether the words around say that somebody has the infection: "HIV positive", "lives with HIV", in a history; not "condoms for HIV
  /// prevention", "results of HIV tests".
  private func tellsInfection(_ mention: Mention) -> Bool {
    if mention.section == .pastHistory || icd10cm.letter(row: mention.row) == UInt8(ascii: "Z") { return true }
    let words = chart.words[mention.item]
    return words[max(0, mention.word - 4)..<min(words.count, mention.word + 4)].contains {
      AdditionalCodes.infections.contains($0.hash)
    }
  }

  private static let infections = WordSet(
    """
    positive infection infected living lives has history hx known diagnosed disease undetectable suppressed controlled antiretroviral \
    art haart biktarvy with
    """)

  /// Index, Disease, Alzheimer's: the dementia is coded with it, as severe as it is said to be.
  mutating func addDementia() {
    guard
      let alzheimer = chart.mentions.first(where: { mention in
        mention.status == .present && rows.contains(mention.row)
          && (rules.alzheimers.contains(mention.row)
            || icd10cm.category(row: mention.row) == Chart.degenerations
              && chart.isDementia(mention, icd10cm.code(at: mention.row)))
      }),
      !rows.contains(where: { rules.dementias.contains($0) }),
      let dementia = icd10cm.row(of: chart.dementia(in: alzheimer))
    else { return }
    add(dementia, chart.evidence(alzheimer), "dementia-in-another-disease")
    // The note at F02 asks for wandering.
    guard let wandering = icd10cm.row(of: "Z9183"),
      let told = clues(.whenAsked).first(where: { $0.clue.row == wandering && !isOtherWandering($0) })
    else { return }
    add(wandering, evidence(told), "use-additional-code")
  }

  /// "Door alarms to prevent wandering", "worries that he will start wandering", "the pain is wandering"
  func isOtherWandering(_ found: FoundClue) -> Bool {
    icd10cm.code(at: found.clue.row) == "Z9183"
      && chart.letters(item: found.item, from: found.start - 30, to: found.start).holds(
        anyOf: AdditionalCodes.noWandering)
  }

  private static let noWandering: [StaticString] = [
    "prevent", "will start", "no ", "not ", "worries", "worried", "risk", "denies", "if ", "pain is",
  ]

  /// Z79.52: polymyalgia and giant cell arteritis are treated with a steroid for a year and more: "decrease prednisone to 9 mg".
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.21.c.3 (Z79: drugs taken for long).
  mutating func addLastingSteroid() {
    guard let steroid = icd10cm.row(of: "Z7952"), !rows.contains(steroid),
      rows.contains(where: { ["M353", "M315", "M316"].contains(icd10cm.code(at: $0).rawValue) })
    else { return }
    for (index, _) in chart.items(.note) {
      for planned in chart.plannedWords(of: index) {
        let drug = planned.indices.first { place in
          AdditionalCodes.steroids.contains(planned[place].hash)
            && planned[..<place].suffix(3).contains { AdditionalCodes.goingOn.contains($0.hash) }
        }
        guard let drug else { continue }
        return add(
          steroid, chart.evidence(item: index, from: Int(planned[drug].start), to: Int(planned[drug].end)),
          "long-term-drug")
      }
    }
  }

  private static let steroids = WordSet("prednisone prednisolone methylprednisolone")
  private static let goingOn = WordSet("continue decrease reduce taper lower drop increase on keep stay")

  /// The notes at D63.1 and I1A.0: the disease behind them, which their names may hold.
  mutating func addWhatComesFirst() {
    for (category, code, cause, open) in CodeFirst.all
    where rows.contains(where: { icd10cm.category(row: $0) == category }) {
      guard let row = icd10cm.row(of: code), rows.contains(row),
        !rows.contains(where: { cause.contains(icd10cm.category(row: $0)) }),
        let mention = chart.mentions.first(where: { $0.row == row && $0.status == .present })
      else { continue }
      let told = clues(.whenAsked).first { cause.contains(icd10cm.category(row: $0.clue.row)) }
      guard let first = told?.clue.row ?? icd10cm.row(of: open) else { continue }
      add(first, told.map(evidence) ?? chart.evidence(mention), "code-first")
    }
  }

  /// Whether a relative's condition bears on the visit: the words call it a family history, a check-up or a screening asks about it, the
  /// assessment tells of it, or it is of the kind that the visit deals with. Cancers, and what a mind suffers from, are asked about at any
  /// visit.
  ///
  /// Source: ICD-10-CM Official Guidelines, sections I.C.21.c.4 and IV.J.
  func bears(_ history: Int, of mention: Mention, _ row: Int) -> Bool {
    guard chart.visit.documentation[mention.item].kind == .note,
      AdditionalCodes.otherRelatives.contains(icd10cm.category(row: history)), mention.section != .assessment,
      !rules.histories.isRelatives(row),
      !chart.letters(item: mention.item, from: mention.start - 80, to: mention.start).holds("family history of")
    else { return true }
    let kind = icd10cm.letter(row: row)
    return rows.contains { known in
      AdditionalCodes.checkUps.contains(icd10cm.category(row: known)) || icd10cm.letter(row: known) == kind
        || AdditionalCodes.symptoms.contains { $0.kind == kind && $0.symptoms.contains(icd10cm.category(row: known)) }
    }
  }

  private static let otherRelatives = ICD10CM.category("Z82")...ICD10CM.category("Z84")
  private static let checkUps = ICD10CM.categories("Z00 Z01 Z02 Z12 Z13 Z31 Z33 Z34 Z36")
  /// The symptoms of what has a letter of its own.
  private static let symptoms: [(kind: UInt8, symptoms: ClosedRange<UInt32>)] = [
    ("G", "R20", "R29"), ("G", "R40", "R56"), ("I", "R00", "R09"), ("J", "R00", "R09"), ("K", "R10", "R19"),
    ("N", "R30", "R39"),
    ("E", "R73", "R73"),
  ].map { (UInt8(ascii: $0), ICD10CM.category($1)...ICD10CM.category($2)) }

  /// Whether a code of some categories is among those of the visit.
  func areAssessed(_ categories: Set<UInt32>) -> Bool {
    rows.contains { categories.contains(icd10cm.category(row: $0)) }
  }

  /// Whether a past pneumonia, stone, infection or fracture bears on what the visit deals with.
  ///
  /// Source: ICD-10-CM Official Guidelines, section IV.J (a history is coded where it has an impact on current care).
  func bearsOnHistory(_ history: Int) -> Bool {
    guard let asked = AdditionalCodes.historiesOfPlaces[icd10cm.code(at: history).rawValue] else { return true }
    return rows.isEmpty
      || rows.contains { row in
        asked.letters.contains(icd10cm.letter(row: row)) || asked.categories.contains(icd10cm.category(row: row))
      }
  }

  private static let historiesOfPlaces: [String: (letters: [UInt8], categories: Set<UInt32>)] = {
    let lungs = (Array("J".utf8), ICD10CM.categories("R05 R06 R09 U09"))
    let kidneys = (Array("NO".utf8), ICD10CM.categories("R10 R30 R31 R33 R35 R39 R80 E83 E21 E72 M10"))
    let infections = (Array("ABO".utf8), ICD10CM.categories("N70 N71 N72 N73 N76 N97 Z11 Z20 Z22 Z86"))
    let bones = (Array("MS".utf8), ICD10CM.categories("Z47 Z13 Z87 R29 W19 E21 E55"))
    return [
      "Z8701": lungs, "Z8616": lungs, "Z87440": kidneys, "Z87441": kidneys, "Z87442": kidneys, "Z87448": kidneys,
      "Z8619": infections, "Z8781": bones,
    ]
  }()
  static let bones = ICD10CM.categories("M80 M81 M85 M88 Z79 E21 N25")
  /// "Refer for insulin pump start"; and "continue pump" beside a mastitis is another one, so that a diabetes is asked for.
  func isToCome(_ found: FoundClue) -> Bool {
    chart.letters(item: found.item, from: found.start - 30, to: found.end + 12).holds(anyOf: [
      "refer", "consider", "discuss", "interested", "start", "candidate",
    ])
  }

  static let diabetes = ICD10CM.categories("E08 E09 E10 E11 E13 O24")
  static let womens = ICD10CM.categories(
    "Z01 Z08 Z12 C51 C52 C53 C54 C55 C56 C57 D25 N39 N70 N73 N76 N80 N81 N83 N89 N90 N92 N93 N94 N95 N99 R87 R10")

  /// A wish not to wake up that the note tells, beside a disorder of the mood.
  ///
  /// Source: ICD-10-CM index, Ideation, suicidal; Official Guidelines, section I.B.5 (it is no regular part of a depression).
  mutating func addSuicidalThoughts() {
    guard areAssessed(AdditionalCodes.moods), let row = icd10cm.row(of: "R45851") else { return }
    for (index, item) in chart.items(.note) {
      let text = SmallLetters(item.text)
      guard text.holds(anyOf: AdditionalCodes.thoughts), !text.holds(anyOf: AdditionalCodes.noThoughts) else {
        continue
      }
      add(row, chart.evidence(item: index, from: 0, to: min(item.text.utf8.count, 60)), "suicidal-thoughts")
    }
  }

  private static let moods = ICD10CM.categories("F25 F31 F32 F33 F34 F43 F60")
  private static let thoughts: [StaticString] = [
    "passive si", "si passive", "passive suicidal", "passive death wish", "passive thoughts of death",
  ]
  private static let noThoughts: [StaticString] = [
    "no passive", "denies passive", "denied passive", "without passive", "passive or active", "active or passive",
  ]
}
