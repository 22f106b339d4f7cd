import ClaimModel
import CodeSets

/// Services whose code follows from how large, how deep or how many, told in the sentences behind their name.
extension PerformedServices {
  /// How far, in bytes, an account of a procedure tells of its extent.
  private static let reach = 600
  private static let blades: [StaticString] = [
    "curet", "scissor", "scalpel", "forceps", "blade", "sharp", "excis", "debride", "nippers",
  ]
  /// How far in a section that is nothing but the account.
  private static let reachOfSection = 1_600

  /// What the note tells from the name of a service on.
  private func account(of mention: ServiceMention) -> String {
    let text = chart.visit.documentation[mention.span.item].text.utf8
    return String(
      decoding: text.dropFirst(mention.span.start).prefix(
        mention.zone == .procedure ? PerformedServices.reachOfSection : PerformedServices.reach), as: UTF8.self)
  }

  /// How large a lesion was that was taken out.
  func extent(of mention: ServiceMention) -> LesionExtent { LesionExtent(account(of: mention)) }

  /// Whether the account of a look at the cervix tells that tissue was taken.
  func takesBiopsy(_ mention: ServiceMention) -> Bool {
    SmallLetters(account(of: mention)).holds(
      anyOf: [
        "biopsy was taken", "biopsies were taken", "biopsy was obtained", "biopsies were obtained", "biopsy taken",
        "biopsies taken", "biopsy obtained", "biopsies obtained", "was biopsied", "were biopsied",
      ])
  }

  // MARK: Malignant lesions

  /// A malignant lesion that was taken out or destroyed. The diameter of an excision is the lesion's with the margins on both
  /// sides.
  ///
  /// Source: CPT by number, 11600 to 11646 (greatest diameter of the lesion and twice the narrowest margin), 17260 to 17286.
  mutating func addMalignantRemoval(_ mention: ServiceMention) {
    let isExcised = family(mention) == .malignantExcision
    // A cyst that is excised is none, whatever grows elsewhere.
    let isAccount =
      mention.zone == .procedure || mention.words.contains(.today)
      || mention.zone == .planned && account(of: mention, before: 300, behind: 0).holds("consent")
    guard isAccount, hasSkinCancer,
      !drafts.contains(where: { $0.procedure.rawValue.hasPrefix("114") && $0.site == mention.site })
    else { return }
    var extent = LesionExtent(account(of: mention))
    // "Clinical lesion 0.9 cm. Margin 3 mm all around. Elliptical excision to mid fat."
    let before = LesionExtent(String(decoding: account(of: mention, before: 200, behind: 0).bytes, as: UTF8.self))
    if before.hasMargin, before.lesion != nil { extent = before }
    // "Excised diameter 1.9 cm": at the place of the tumor.
    let isOfDiagnosis =
      isExcised && hasSkinCancer
      && (mention.words.contains(.excised) || term(mention).says.contains(.excised))
    guard let site = mention.site ?? (isOfDiagnosis ? siteOfCancer : nil),
      let diameter = isExcised ? extent.excised : extent.lesion,
      !drafts.contains(where: { $0.rule == PerformedServices.malignantRule && $0.site == site })
    else { return }
    var mention = mention
    mention.site = site
    append(
      LesionRemoval.malignant(site, millimeters: diameter, isExcised: isExcised), mention,
      PerformedServices.malignantRule)
  }

  private static let malignantRule = "malignant-lesion-by-site-and-size"

  // MARK: Ulcers

  /// An ulcer that was cleaned of dead tissue: by the deepest tissue that was taken and, beyond twenty square centimeters, by the area.
  ///
  /// Source: CPT by number, 11042 to 11047, 97597 and 97598. A wound that is sewn or drained is cleaned as part of that.
  mutating func addDebridement(_ done: [ServiceMention]) {
    let isKnown = drafts.contains { ["11042", "97597", "16020"].contains($0.procedure) }
    if let known = drafts.first(where: { ["11042", "97597"].contains($0.procedure) }),
      let mention = done.first(where: { term($0).procedure == known.procedure || term($0).procedure == "97597" })
    {
      addFurtherArea(account(of: mention), isDeep: known.procedure == "11042", mention)
    }
    guard !isKnown, !done.contains(where: { family($0) == .repair || family($0) == .drainage }),
      let mention = done.first(where: { family($0) == .debridement })
    else { return }
    let account = self.account(of: mention)
    let letters = SmallLetters(account)
    // What is washed off was not cut.
    let name = chart.letters(item: mention.name.item, from: mention.name.start, to: mention.name.end)
    let near = self.account(of: mention, before: 120, behind: 160)
    if !name.holds(anyOf: ["ulcer", "debridement"]), !near.holds(anyOf: PerformedServices.blades) { return }
    let isDeep =
      letters.holds("subcutaneous")
      && !letters.holds(anyOf: ["not into subcutaneous", "not including subcutaneous", "without subcutaneous"])
    append(isDeep ? "11042" : "97597", mention, "debridement-by-depth")
    addFurtherArea(account, isDeep: isDeep, mention)
  }

  private mutating func addFurtherArea(_ account: String, isDeep: Bool, _ mention: ServiceMention) {
    guard let area = LesionExtent.squareCentimeters(account), area > 20 else { return }
    append(isDeep ? "11045" : "97598", mention, "debridement-by-depth", units: (area - 1) / 20)
  }

  /// The callus around an ulcer goes with what the ulcer is cleaned of.
  func isSameSentenceAsUlcer(_ mention: ServiceMention) -> Bool {
    chart.services.mentions.contains {
      (family($0) == .debridement || term($0).procedure == "11042") && $0.status == .performed
        && isSameSentence($0, mention)
    }
  }

  // MARK: Nerves and muscles

  /// Nerves whose conduction was measured, by their number, and limbs whose muscles were examined with a needle: five muscles or more
  /// are a whole limb. Where no number is told, the smallest one is taken.
  ///
  /// Source: CPT by number, 95907 to 95913 (studies), 95885 and 95886 (each limb beside them), 95860 to 95864 and 95870 (alone).
  mutating func addNerveTests(_ done: [ServiceMention]) {
    let conduction = done.filter { family($0) == .nerveConduction }
    let needles = done.filter { family($0) == .needleElectromyography }
    if let first = conduction.first {
      let told = conduction.compactMap { NerveTests(chart.evidence($0.span).text).nerves }.max()
      let account = NerveTests(String(account(of: first)))
      let rows = NerveTests.rows(of: chart.visit.documentation[first.span.item].text)
      let studies = rows ?? told ?? account.total ?? account.sided ?? account.listed ?? 1
      append(NerveTests.conduction(of: studies), first, "nerves-by-number")
    }
    guard let told = needles.max(by: { self.limbs(of: $0) < self.limbs(of: $1) }) else { return }
    let limbs = max(1, self.limbs(of: told))
    let isWhole = needles.contains {
      NerveTests(chart.evidence($0.span).text).isWholeLimb || listsMuscles($0)
    }
    let rule = "muscles-by-limb"
    if !conduction.isEmpty {
      append(isWhole ? "95886" : "95885", told, rule, units: limbs)
      if isWhole, limbs == 1, samplesOtherSide(told) { append("95885", told, rule) }
      return
    }
    append(isWhole ? NerveTests.needles(in: limbs) : "95870", told, rule, units: isWhole ? 1 : limbs)
  }

  /// "Needle EMG L leg: TA 2+ fibs; EHL 2+; peroneus longus 1+; med gastroc nl; vastus lat nl": five muscles and more, set apart by semicolons.
  private func listsMuscles(_ mention: ServiceMention) -> Bool {
    let line = account(of: mention, behind: 400).bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: ".") }
    return line.count { $0 == UInt8(ascii: ";") } >= 4
  }

  /// "Left APB alone sampled": a muscle of the other side, in a sentence behind.
  private func samplesOtherSide(_ mention: ServiceMention) -> Bool {
    let own = Set(SmallLetters.words(of: chart.evidence(mention.span).text))
    let isRight = own.contains("right")
    let behind = account(of: mention, behind: 400)
    return String(decoding: behind.bytes, as: UTF8.self).split(separator: ".").dropFirst().contains { sentence in
      let words = SmallLetters.words(of: String(sentence))
      return words.first == (isRight ? "left" : "right") && words.count < 12
        && words.contains { ["sampled", "tested", "examined", "studied"].contains($0) }
    }
  }

  private func limbs(of mention: ServiceMention) -> Int { NerveTests(chart.evidence(mention.span).text).limbs }
}

/// What an account of a removal tells of its extent, in millimeters.
struct LesionExtent {
  /// The diameter that was cut out; the lesion's own where nothing else is told.
  private(set) var excised: Int?
  /// The diameter of the lesion.
  private(set) var lesion: Int?
  /// Whether a margin is told.
  private(set) var hasMargin = false

  init(_ account: String) {
    let lengths = LesionExtent.lengths(in: account)
    lesion = lengths.first { $0.kind == .other }?.millimeters
    let told = lengths.first { $0.kind == .excised }?.millimeters
    let margin = lengths.first { $0.kind == .margin }?.millimeters
    hasMargin = margin != nil
    excised = told ?? lesion.map { $0 + 2 * (margin ?? 0) }
  }

  private enum Kind { case excised, margin, other }

  /// The area that an account tells.
  static func squareCentimeters(_ account: String) -> Int? {
    let words = SmallLetters.words(of: account)
    let areas = words.indices.dropLast().filter { index in
      Double(words[index]) != nil && ["sq", "square", "cm2", "sqcm"].contains(words[index + 1])
    }
    // "#1 - 14 sq cm, #2 - 10 sq cm, total 24 sq cm"
    let place = areas.first { $0 > 0 && words[$0 - 1] == "total" } ?? areas.first
    guard let area = place.flatMap({ Double(words[$0]) }), area > 0, area < 10_000 else { return nil }
    return Int(area.rounded(.up))
  }

  /// A length in centimeters or millimeters of less than 100.
  static func millimeters(_ word: String, unit: String) -> Int? {
    guard unit == "cm" || unit == "mm", let number = Double(word), number >= 0, number < 100 else { return nil }
    return Int((number * (unit == "cm" ? 10 : 1)).rounded())
  }

  /// The lengths of an account in their order: what each is of, the nearest words tell.
  private static func lengths(in account: String) -> [(kind: Kind, millimeters: Int)] {
    let words = SmallLetters.words(of: account)
    var found: [(kind: Kind, millimeters: Int)] = []
    for index in words.indices {
      guard index + 1 < words.count, let length = millimeters(words[index], unit: words[index + 1]) else { continue }
      let before = words[max(0, index - 5)..<index]
      let behind = words[(index + 2)..<min(words.count, index + 4)]
      // Behind a closure there are no more lengths of the lesion.
      let isOfClosure = before.contains("length") || behind.contains("length") || before.contains("closed")
      let isOfCut = before.contains("closure") || behind.contains("incision") || behind.contains("elliptical")
      let isMargin = before.suffix(2).contains { $0.hasPrefix("margin") }
      if !isMargin, isOfClosure || isOfCut { continue }
      // "Lesion 0.9 cm, margin 3 mm": the margin is what follows it.
      let isNextMargin = behind.last.map { Double($0) != nil } ?? false
      let kind: Kind =
        if isMargin || !isNextMargin && behind.contains(where: { $0.hasPrefix("margin") }) {
          .margin
        } else if before.contains("excised") || before.contains("total")
          || before.contains("excision") && before.contains("diameter")
        {
          .excised
        } else {
          .other
        }
      found.append((kind, length))
    }
    return found
  }
}

/// What a sentence tells of a test of nerves and muscles.
struct NerveTests {
  private let words: [String]

  init(_ sentence: String) { words = SmallLetters.words(of: sentence) }

  /// How many nerves were studied: all numbers before "nerves", "studies", "motor" and "sensory".
  var nerves: Int? {
    let counts = numbers(before: ["nerve", "nerves", "studies", "motor", "sensory"])
    return counts.isEmpty ? nil : counts.reduce(0, +)
  }

  /// The rows of a table of studies, each of a nerve and a kind: "Sural sens    L    nl".
  static func rows(of text: String) -> Int? {
    let rows = text.split(separator: "\n").count { line in
      let words = SmallLetters.words(of: String(line))
      return words.count > 2 && words.prefix(2).contains(where: named.contains)
        && words.prefix(4).contains { ["motor", "sens", "sensory", "mixed"].contains($0) }
        && words.contains { sides.contains($0) }
    }
    return rows > 2 ? rows : nil
  }

  /// The number that a text tells to be all: "total 7 studies".
  var total: Int? {
    words.indices.dropLast(2).first { words[$0] == "total" && words[$0 + 2].hasPrefix("stud") }.flatMap {
      Int(words[$0 + 1])
    }
  }

  /// The nerves that lists behind "Motor:" and "Sensory:" name with their side, each as one study of its kind; not one that was not done, nor
  /// one that another is held against.
  var listed: Int? {
    let end = words.firstIndex { NerveTests.ends.contains($0) } ?? words.endIndex
    var kind = ""
    var found: Set<[String]> = []
    for index in words[..<end].indices.dropLast() {
      if NerveTests.kinds.contains(words[index]), NerveTests.sides.contains(words[index + 1]) { kind = words[index] }
      guard !kind.isEmpty, NerveTests.sides.contains(words[index]), NerveTests.named.contains(words[index + 1]),
        index == 0 || !NerveTests.comparisons.contains(words[index - 1]),
        !words[(index + 2)...].prefix(2).contains("not")
      else { continue }
      found.insert([kind, String(words[index].prefix(1)), words[index + 1]])
    }
    return found.isEmpty ? nil : found.count
  }

  /// The studies of nerves told with their side and kind one by one: "bilateral median motor, right radial sensory"; a comparison of palmar latencies is
  /// one more.
  var sided: Int? {
    let end = words.firstIndex { $0 == "needle" || $0 == "emg" } ?? words.endIndex
    var found: [[String]: Int] = [:]
    for index in words[..<end].indices.dropFirst().dropLast() {
      guard NerveTests.named.contains(words[index]), NerveTests.kinds.contains(words[index + 1]) else { continue }
      let side = words[index - 1]
      if side == "bilateral" { found[[words[index], words[index + 1]]] = 2 }
      if NerveTests.sides.contains(side), found[[words[index], words[index + 1]]] == nil {
        found[[words[index], words[index + 1], String(side.prefix(1))]] = 1
      }
    }
    let studies = found.values.reduce(0, +)
    let isCompared = words[..<end].contains("palmar") && words[..<end].contains("comparison")
    return studies > 1 ? studies + (isCompared ? 1 : 0) : nil
  }

  private static let comparisons: Set = ["vs", "versus", "than", "to", "history", "hx"]
  private static let sides: Set = ["r", "l", "right", "left"]
  private static let ends: Set = [
    "findings", "needle", "emg", "impression", "interpretation", "conclusion", "history", "hx",
  ]
  private static let kinds: Set = ["motor", "sensory"]
  private static let named: Set = [
    "median", "ulnar", "radial", "peroneal", "fibular", "tibial", "sural", "saphenous", "musculocutaneous",
  ]

  /// Whether five muscles of a limb or more were examined, or the sentence says that it was whole.
  var isWholeLimb: Bool {
    words.contains("complete") || numbers(before: ["muscles", "muscle"]).contains { $0 >= 5 }
      || Set(words).intersection(NerveTests.muscles).count >= 5
  }

  private static let muscles: Set = [
    "deltoid", "biceps", "triceps", "pronator", "fdi", "apb", "adm", "brachioradialis", "fcr", "fcu", "fpl", "edc",
    "eip", "ecr",
    "vastus", "tibialis", "gastrocnemius", "gastroc", "peroneus", "ehl", "edb", "iliopsoas", "rectus", "biceps",
    "gluteus", "tfl",
    "semitendinosus", "soleus", "infraspinatus", "supraspinatus", "paraspinals",
  ]

  /// How many limbs are named.
  var limbs: Int {
    let isBoth = words.contains("bilateral") || words.contains("both")
    let sides = isBoth ? 2 : (words.contains("right") ? 1 : 0) + (words.contains("left") ? 1 : 0)
    let hasUpper = words.contains { $0 == "upper" || $0 == "arm" || $0 == "arms" }
    let hasLower = words.contains { $0 == "lower" || $0 == "leg" || $0 == "legs" }
    return min(4, sides * (hasUpper && hasLower ? 2 : 1))
  }

  private func numbers(before nouns: Set<String>) -> [Int] {
    words.indices.compactMap { index in
      guard index + 1 < words.count, nouns.contains(words[index + 1]) else { return nil }
      return Int(words[index]) ?? NerveTests.spelled[words[index]]
    }
  }

  private static let spelled = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
  ]

  /// The code of so many studies.
  static func conduction(of studies: Int) -> ProcedureCode {
    ProcedureCode("\(95_907 + [2, 4, 6, 8, 10, 12].count { studies > $0 })")
  }

  /// The code of so many whole limbs without studies of conduction.
  static func needles(in limbs: Int) -> ProcedureCode { [1: "95860", 2: "95861", 3: "95863"][limbs] ?? "95864" }
}
