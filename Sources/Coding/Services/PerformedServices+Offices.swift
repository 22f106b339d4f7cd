import ClaimModel
import CodeSets

/// Services of specialties whose code follows from more than their name: the place, the number, or what was done beside them.
///
/// Source: CPT by number, 17311 to 17314, 64612 to 64616, 76817 and 76818, 94726 and 94729, 96900 and 96910, 97810 and 97811, 98925 to
/// 98942.
extension PerformedServices {
  /// Tests that most practices order elsewhere and some do themselves: where words say that it was done here.
  static let ofEquippedPractices: Set<ProcedureCode> = [
    "93306", "93015", "95816", "77080", "91200", "51728", "93351", "76700", "85025", "80053", "80048", "80061",
    "84443",
  ]

  private static let lids: [(modifier: ProcedureModifier, names: [StaticString])] = [
    ("E1", ["lul", "left upper"]), ("E2", ["lll", "left lower"]), ("E3", ["rul", "right upper"]),
    ("E4", ["rll", "right lower"]),
  ]

  /// Wax of both ears, told of one after the other.
  static let bothEars: [StaticString] = [
    "from right and left", "from the right and left", "from left and right", "removed right and left",
    "then the same in l", "then the same in r", "then the same on the l", "then the same on the r",
    "same in the left canal", "same in the right canal", "right and left cerumen", "right and left ears irrigated",
    "right and left ear irrigat", "right and left impact",
  ]

  /// Botulinum toxin by the muscles it went into.
  func toxinProcedure(_ mention: ServiceMention) -> ProcedureCode? {
    let account = account(of: mention, before: 200, behind: 300)
    if account.holds(anyOf: ["migraine", "preempt"]) { return term(mention).procedure }
    if account.holds(anyOf: ["cervical dystonia", "torticollis", "splenius", "sternocleidomastoid"]) { return "64616" }
    if account.holds(anyOf: ["blepharospasm", "hemifacial", "orbicularis"]) { return "64612" }
    return term(mention).procedure
  }

  /// What goes with or in place of a test or procedure of a specialty.
  mutating func addSpecialService(_ mention: ServiceMention) -> Bool {
    switch term(mention).procedure {
    case "17311": addLayers(mention)
    case "14060": addFlap(mention)
    case "68761":
      // Each punctum is one: "both lower puncta … RLL and LLL".
      let account = account(of: mention, before: 40, behind: 160)
      let lids = PerformedServices.lids.filter { account.holds(anyOf: $0.names) }
      guard lids.count > 1 || account.holds(anyOf: ["both lower", "lower puncta ou", "bilateral lower"]) else {
        return false
      }
      for lid in lids.count > 1 ? lids : PerformedServices.lids.filter({ $0.modifier == "E2" || $0.modifier == "E4" }) {
        drafts.append(
          ServiceDraft(
            procedure: "68761", modifiers: [lid.modifier], evidence: [chart.evidence(mention.span)],
            rule: "procedure-done-here"))
      }
    case "83655": return SmallLetters(chart.evidence(mention.span).text).holds(anyOf: ["sent ", "send ", "send-out"])
    case "30901":
      // Cautery and packing both, or what is called extensive.
      let account = account(of: mention, before: 300, behind: 300)
      let isBoth =
        account.holds(anyOf: ["silver nitrate", "cauter"])
        && account.holds(anyOf: ["rapid rhino", "rhino rocket", "merocel", "tampon", "packing"])
      let isComplex =
        account.holds(anyOf: ["extensive", "complex"]) && isBoth
        && !account.holds(anyOf: ["no extensive", "not extensive", "may be needed", "if recurs", "if it recurs"])
      append(isComplex ? "30903" : "30901", mention, "procedure-done-here", hasSide: true)
    case "24640":
      return !setsElbow(mention)
    case "46320":
      let near = account(of: mention, before: 200, behind: 120)
      return !near.holds(anyOf: ["clot", "thrombos"]) || near.holds(anyOf: ["no clot", "without clot", "no thrombos"])
    case "87428": return !namesBothViruses(mention)
    case "80305":
      let words = chart.letters(item: mention.span.item, from: mention.name.start, to: mention.span.end)
      guard
        words.holds(anyOf: ["immunoassay analyzer", "chemistry analyzer", "by analyzer", "on analyzer", "our analyzer"]
        ),
        !words.holds(anyOf: ["send out", "sent out", "send-out", "confirm", "labcorp", "quest"])
      else { return false }
      append("80307", mention, "test-done-here")
    case "93922", "93923":
      let words = account(of: mention, behind: 160)
      let isExercised =
        words.holds("treadmill")
        && !words.holds(anyOf: ["scheduled", "to be ", "keep walking", "home treadmill", "walking on", "order"])
      append(isExercised ? "93924" : term(mention).procedure, mention, "test-done-here")
    case "85610", "83036": return !isAtHand(mention)
    case "90853", "90847": return !account(of: mention, before: 60).holds("min")
    case "31231": return !isScoped(mention)
    case "31575":
      return !account(of: mention, before: 40, behind: 160).holds(anyOf: ["flexible", "fiberoptic", "scope"])
        || account(of: mention, before: 20, behind: 30).holds(anyOf: [
          "indirect", "mirror lar", "with mirror", "by mirror",
        ])
    case "93288", "93289": append(deviceCheck(mention), mention, "test-done-here")
    case "10021":
      let isGuided = account(of: mention, before: 60, behind: 300).holds(anyOf: [
        "ultrasound guid", "ultrasound-guid", "us guid", "us-guid",
      ])
      append(isGuided ? "10005" : "10021", mention, "procedure-done-here")
    case "46221":
      let near = account(of: mention, before: 200, behind: 120)
      guard near.holds(anyOf: ["ligator", "rubber band", "banding", "ligation"]), !near.holds("compression") else {
        break
      }
      append("46221", mention, "procedure-done-here")
    case "64493", "64490", "64635", "64633": addFacets(mention)
    case "92567":
      let hasReflexes = chart.services.mentions.contains { term($0).procedure == "92568" && $0.status == .performed }
      append(hasReflexes ? "92550" : "92567", mention, "test-done-here")
    case "92568": break
    case "76700": addPregnancyImage(mention)
    case "85025", "80053", "80048", "80061", "84443": addOwnLaboratory(mention)
    case "96900":
      let hasOil = account(of: mention, before: 80).holds(anyOf: ["mineral oil", "petrolatum", "coal tar"])
      append(hasOil ? "96910" : "96900", mention, "light-therapy")
    case "98925", "98940": addManipulation(mention)
    case "97810": addNeedles(mention)
    case "11900": append(mention.count ?? 1 > 7 ? "11901" : "11900", mention, "procedure-done-here", hasSide: false)
    case "76819":
      let isTraced = account(of: mention, before: 120).holds(anyOf: ["nst", "non-stress", "nonstress", "10/10"])
      append(isTraced ? "76818" : "76819", mention, "test-done-here")
    case "76830" where diagnoses.contains(where: { $0.code.rawValue.hasPrefix("Z3A") }):
      append("76817", mention, "test-done-here")
    default: return false
    }
    return true
  }

  /// Skin cancer cut layer by layer: by the place, and a line for each stage beyond the first.
  private mutating func addLayers(_ mention: ServiceMention) {
    let places: Set<BodySite> = [
      .scalp, .face, .ear, .eyelid, .nose, .lip, .jaw, .neck, .hand, .finger, .thumb, .foot, .heel, .toe, .greatToe,
      .groin,
    ]
    guard let site = mention.site ?? siteOfCancer ?? onlySite else { return }
    let isNear = places.contains(site)
    var mention = mention
    mention.site = site
    append(isNear ? "17311" : "17313", mention, "layers-by-stage")
    let account = SmallLetters(chart.evidence(mention.span).text)
    let stages: [(Int, [StaticString])] = [
      (1, ["2 stages", "two stages", "stages: 2"]),
      (2, ["3 stages", "three stages", "stages: 3"]),
    ]
    // "Stage I: positive. Stage II: clear."
    let behind = self.account(of: mention, behind: 800)
    let named: [[StaticString]] = [["stage ii:", "stage 2:"], ["stage iii:", "stage 3:"]]
    let undone: [[StaticString]] = [
      ["stage ii: no", "stage ii: n/a", "stage 2: no", "stage 2: n/a"],
      ["stage iii: no", "stage iii: n/a", "stage 3: no", "stage 3: n/a"],
    ]
    let counted = zip(named, undone).prefix { behind.holds(anyOf: $0) && !behind.holds(anyOf: $1) }.count
    if let further = stages.last(where: { account.holds(anyOf: $0.1) })?.0 ?? (counted > 0 ? counted : nil) {
      append(isNear ? "17312" : "17314", mention, "layers-by-stage", units: further)
    }
  }

  /// Whether the words around one swab name both illnesses that it is for.
  private func namesBothViruses(_ mention: ServiceMention) -> Bool {
    let account = account(of: mention, before: 60, behind: 80)
    return account.holds("flu") && account.holds(anyOf: ["covid", "sars", "coronavirus"])
  }

  /// Whether allergens were pricked into the skin, as the words around tell.
  func isPricked(_ mention: ServiceMention) -> Bool {
    term(mention).procedure != "95004"
      || account(of: mention, before: 80).holds(anyOf: ["prick", "percutan", "scratch", "skin test"])
  }

  /// "Skin prick tests, placed and read at 15-20 min. 48 pricks in all": the number stands in another sentence.
  func pricksInAccount(_ mention: ServiceMention) -> Int? {
    let words = SmallLetters.words(of: String(decoding: account(of: mention, behind: 200).bytes, as: UTF8.self))
    return words.indices.dropLast().lazy.compactMap { index in
      ["pricks", "allergens", "extracts", "antigens"].contains(words[index + 1]) ? Int(words[index]) : nil
    }.first { (4...90).contains($0) }
  }

  /// What an account of pricks adds: "36 inhalant allergens + 4 foods".
  func furtherPricks(_ mention: ServiceMention) -> Int {
    let account = account(of: mention, behind: 120)
    let line = account.bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "(") }
    guard let plus = line.firstIndex(of: UInt8(ascii: "+")) else { return 0 }
    let words = SmallLetters.words(of: String(decoding: line[(plus + 1)...], as: UTF8.self))
    guard words.count > 1, let number = Int(words[0]), number <= 60 else { return 0 }
    return ["food", "foods", "inhalant", "inhalants", "allergens", "environmental"].contains(words[1]) ? number : 0
  }

  /// Manipulation by the number of regions that its account names; of the spine only for a chiropractor's.
  private mutating func addManipulation(_ mention: ServiceMention) {
    let account = SmallLetters(
      account(of: mention, behind: 160).bytes.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ".") })
    let regions = PerformedServices.spineRegions.count { account.holds(anyOf: $0) }
    if term(mention).procedure == "98940" {
      append(regions > 4 ? "98942" : regions > 2 ? "98941" : "98940", mention, "manipulation-by-regions")
    } else {
      let all = regions + PerformedServices.otherRegions.count { account.holds(anyOf: $0) }
      append(all > 4 ? "98927" : all > 2 ? "98926" : "98925", mention, "manipulation-by-regions")
    }
  }

  private static let spineRegions: [[StaticString]] = [
    ["cervical", "c-spine"], ["thoracic", "t-spine"], ["lumbar", "l-spine"], ["sacr"], ["pelvi", "innominate"],
  ]
  private static let otherRegions: [[StaticString]] = [
    ["cranial", " head"], ["rib"], ["upper extremit", "shoulder"], ["lower extremit", " hip", "knee"], ["abdom"],
  ]

  /// Needles for each quarter of an hour that is told; one where none is.
  private mutating func addNeedles(_ mention: ServiceMention) {
    append("97810", mention, "needles-by-minutes")
    let text = chart.evidence(mention.span).text
    let words = SmallLetters.words(of: text)
    let minutes = words.indices.dropFirst().lazy
      .filter { words[$0].hasPrefix("min") }.compactMap { Int(words[$0 - 1]) }.first { $0 < 120 }
    if let minutes, minutes >= 30 { append("97811", mention, "needles-by-minutes", units: minutes / 15 - 1) }
  }

  /// The tests of a record that is one of an electrodiagnostic laboratory: each that it names was done.
  var recordedNerveTests: [ServiceMention] {
    guard let note = chart.items(.note).first else { return [] }
    let head = SmallLetters(note.item.text.utf8.prefix(120))
    guard
      head.holds(anyOf: [
        "electrodiagnostic consult", "electrodiagnostic study", "electrodiagnostic report",
      ])
    else { return [] }
    return chart.services.mentions.filter {
      family($0).isOfNerves && $0.status != .performed && $0.span.item == note.index
        && !SmallLetters(chart.evidence($0.span).text).holds(anyOf: [
          "outside", "prior", "previous", "reviewed", "dated",
        ])
    }
  }

  /// Whether a test of one drop is told of as one: not "labs drawn today: INR 1.6".
  private func isAtHand(_ mention: ServiceMention) -> Bool {
    let name = chart.letters(item: mention.name.item, from: mention.name.start, to: mention.name.end)
    let sentence = SmallLetters(chart.evidence(mention.span).text)
    let marks: [StaticString] = ["poc", "fingerstick", "finger stick", "coaguchek", "point of care", "point-of-care"]
    if name.holds(anyOf: marks) || sentence.holds(anyOf: marks) { return true }
    if sentence.holds(anyOf: ["drawn", "quest", "labcorp", "sent"]) { return false }
    return term(mention).procedure == "83036" || mention.words.contains(.here)
  }

  /// "A rigid scope was passed through both nasal cavities"
  private func isScoped(_ mention: ServiceMention) -> Bool {
    let name = chart.letters(item: mention.name.item, from: mention.name.start, to: mention.name.end)
    let account = account(of: mention, behind: 200)
    return !name.holds("scope ") && !name.bytes.elementsEqual("rigid scope".utf8) && name.holds("endoscop")
      || account.holds(anyOf: ["passed", "advanced", "inserted", "introduced"])
        && account.holds(anyOf: ["nasal", "nose", "naris", "nares", "nostril", "meatus"])
  }

  /// A pacemaker or defibrillator that was asked, and set anew where the account says so; none for one of a single lead or of three, whose
  /// numbers are others.
  ///
  /// Source: CPT by number, 93280, 93283, 93288 and 93289.
  private func deviceCheck(_ mention: ServiceMention) -> ProcedureCode? {
    let account = account(of: mention, before: 80, behind: 500)
    // Other devices are asked too.
    let note = SmallLetters(chart.visit.documentation[mention.span.item].text)
    let isSet =
      account.holds(anyOf: PerformedServices.settings)
      && !account.holds(anyOf: [
        "no changes", "no programming", "not changed", "no reprogramming", "settings unchanged",
      ])
    let isDefibrillator =
      term(mention).procedure == "93289" || !note.holds("pacemaker") && note.holds(anyOf: [" icd", "defibrillator"])
    guard note.holds(anyOf: ["pacemaker", "pacer", "ppm", " icd", "defibrillator", "crt"]) else { return nil }
    guard isSet else { return isDefibrillator ? "93289" : "93288" }
    if note.holds(anyOf: ["single chamber", "single-chamber", "leadless", "biventricular", "crt"]) { return nil }
    return isDefibrillator ? "93283" : "93280"
  }

  private static let settings: [StaticString] = [
    "reprogram", "iterative", "programming changes", "interrogation with programming", "programmed by me",
    "programming evaluation", "lower rate ", "mode switched", "output changed",
  ]

  /// Joints of the spine: one, and each further one of the same region.
  ///
  /// Source: CPT by number, 64490 to 64495 and 64633 to 64636.
  private mutating func addFacets(_ mention: ServiceMention) {
    guard let first = SpineLevel.procedure(term(mention).procedure, at: levelsOfSpine(mention)) else { return }
    append(first, mention, "procedure-done-here", hasSide: true)
    let joints = max(SpineLevel.joints(in: chart.evidence(mention.span).text), 1)
    let further: [ProcedureCode] =
      switch first {
      case "64493": ["64494", "64495"]
      case "64490": ["64491", "64492"]
      case "64635": ["64636"]
      default: ["64634"]
      }
    if further.count == 1 {
      if joints > 1 { append(further[0], mention, "further-levels", units: min(joints, 5) - 1, hasSide: true) }
    } else {
      for (place, code) in further.enumerated() where joints > place + 1 {
        append(code, mention, "further-levels", hasSide: true)
      }
    }
  }

  /// An unborn child measured by ultrasound of the practice's own.
  private mutating func addPregnancyImage(_ mention: ServiceMention) {
    let account = account(of: mention, behind: 400)
    guard diagnoses.contains(where: { $0.code.rawValue.hasPrefix("O") || $0.code.rawValue.hasPrefix("Z3A") }),
      account.holds(anyOf: ["biometry", "estimated fetal weight", "estimated weight", "efw"])
    else { return }
    append(account.holds(anyOf: ["growth", "compared", "interval"]) ? "76816" : "76805", mention, "test-done-here")
  }

  /// A panel that the practice's own laboratory ran, and not only drew the blood for.
  private mutating func addOwnLaboratory(_ mention: ServiceMention) {
    let name = chart.letters(item: mention.name.item, from: mention.name.start, to: mention.name.end)
    let account = account(of: mention, before: 100, behind: 100)
    let sentence = SmallLetters(chart.evidence(mention.span).text)
    let values = self.account(of: mention, behind: 80).bytes.contains { (48...57).contains($0) }
    let isOnlyDrawn = sentence.holds("drawn") && !account.holds("analyzer")
    guard values, !isOnlyDrawn, name.holds(anyOf: ["cbc", "blood count", "cmp", "bmp", "metabolic", "tsh", "lipid"]),
      account.holds(anyOf: [
        "our lab", "our own lab", "own lab", "office lab", "clinic lab", "in-house", "in house", "analyzer",
        "our laboratory", "our own analyzer", "cbc here", "cbc done here", "cbc run here",
      ])
    else { return }
    append(term(mention).procedure, mention, "test-done-here")
  }

  /// Whether the account of what was done at an eye names a drug that goes into it, or says so.
  func namesEyeDrug(_ mention: ServiceMention) -> Bool {
    account(of: mention, before: 200).holds(
      anyOf: [
        "intravitreal", "aflibercept", "eylea", "ranibizumab", "lucentis", "faricimab", "vabysmo", "bevacizumab",
        "avastin", "brolucizumab", "beovu", "ozurdex", "triesence",
      ])
  }

  /// What a cast is made of, where that is told.
  ///
  /// Source: HCPCS Level II by number, Q4005 to Q4012 and Q4037 to Q4040: by limb, age (to 10 years) and material.
  mutating func addCastSupply(_ cast: ProcedureCode, _ mention: ServiceMention) {
    let first: Int
    switch cast {
    case "29065": first = 4_005
    case "29075", "29085": first = 4_009
    case "29405", "29425": first = 4_037
    default: return
    }
    let account = account(of: mention, before: 60, behind: 80)
    let isFiberglass = account.holds(anyOf: ["fiberglass", "fibreglass"])
    guard isFiberglass || account.holds("plaster") else { return }
    let code = first + (chart.age <= 10 ? 2 : 0) + (isFiberglass ? 1 : 0)
    append(ProcedureCode("Q\(code)"), mention, "cast-supply")
  }

  /// What else of the lungs was measured in one session with a test of breathing: names that a value follows.
  mutating func addLungVolumes(_ mention: ServiceMention) {
    let account = account(of: mention, before: 120, behind: 300).bytes
    if hasValue(["tlc", "lung volumes", "plethysmography", "pleth"], in: account) {
      append("94726", mention, "spirometry-done-here")
    }
    if hasValue(["dlco", "diffusing capacity", "diffusion capacity"], in: account) {
      append("94729", mention, "spirometry-done-here")
    }
  }

  /// Whether one of some names is followed by a number soon, and not told of as of another time: "TLC 128%"; not "last DLCO 45%".
  private func hasValue(_ names: [String], in letters: [UInt8]) -> Bool {
    names.contains { name in
      let name = Array(name.utf8)
      return letters.indices.contains { start in
        guard start + name.count <= letters.count, letters[start..<(start + name.count)].elementsEqual(name) else {
          return false
        }
        let before = SmallLetters(letters[max(0, start - 12)..<start])
        let behind = letters[(start + name.count)...].prefix(16).prefix { $0 != UInt8(ascii: "\n") }
        let sentence = SmallLetters(letters[(start + name.count)...].prefix(28))
        return behind.contains { (48...57).contains($0) } && !before.holds(anyOf: ["last ", "prior ", "no ", "old "])
          && !sentence.holds(anyOf: ["order", " in 20", "not done"])
      }
    }
  }
}
