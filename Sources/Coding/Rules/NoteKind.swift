import ClaimModel
import CodeSets

/// Which kind of a condition it is, where the note tells that in other sentences.
///
/// Source: ICD-10-CM Official Guidelines, section I.B.2 (highest level of detail documented); for each the tabular list.
struct NoteKind {
  private let icd10cm: ICD10CM
  let words: [Word]

  init(_ icd10cm: ICD10CM, _ words: [Word]) {
    self.icd10cm = icd10cm
    self.words = words
  }

  /// The code of the kind of a condition whose words start at the given one; `nil` where the note tells none.
  func row(_ row: Int, at start: Int) -> Int? {
    let code = icd10cm.code(at: row).rawValue
    if code.hasPrefix("S9340") { return self.row(of: ankle(code, after: start)) }
    if let fracture = FragilityFracture(icd10cm).row(row, in: paragraph(from: start)) { return fracture }
    if let aura = MigraineAura(code, words, at: start).code { return icd10cm.row(of: aura) }
    if code.hasPrefix("G40") || code.hasPrefix("G43") { return intractable(code, after: start) }
    if let loss = HearingLoss(code, words, at: start, in: paragraph(from: start)).code { return icd10cm.row(of: loss) }
    return switch code {
    case "D509": self.row(of: lostBlood(after: start) ? "D500" : isOfDiet(at: start) ? "D508" : nil)
    case "J111": hasFoundInfluenza ? self.row(of: "J101") : nil
    case "J1100": hasFoundInfluenza ? self.row(of: "J1000") : nil
    case "J329", "J320", "J321", "J322", "J323": sinuses(at: start)
    case "O24419": self.row(of: control(in: paragraph(from: start)) ?? treatment)
    case "C50911", "C50912", "C50919": self.row(of: quadrant.map { "C50\($0)\(code.suffix(2))" })
    case _ where code.hasPrefix("I7020"): self.row(of: limb(code, at: start).map { "I702\($0)\(code.suffix(1))" })
    case "J45901", "J45902": self.row(of: asthma.map { "J45\($0)\(code.suffix(1))" })
    case "I7140": self.row(of: aneurysm(after: start))
    case _ where code.hasPrefix("S5250"): self.row(of: wristFracture(at: start).map { "S525\($0)\(code.suffix(2))" })
    case _ where code.hasPrefix("S") && isNotDisplaced: undisplaced(row)
    case "I951": isOfDrug(at: start) ? self.row(of: "I952") : nil
    case "G20A1", "G20A2", "G20B1": self.row(of: parkinson(code, after: start))
    case "B20": isFreeOfSigns(after: start) ? self.row(of: "Z21") : nil
    case "H6690", "H6691", "H6692", "H6693": self.row(of: purulent(code, at: start))
    case "J302", "J309": self.row(of: allergen(after: start))
    case "J9600", "J9610", "J9620", "J9690": oxygen(code, after: start)
    case "N3090", "N3091": isAcute(before: start) ? self.row(of: "N300\(code.suffix(1))") : nil
    case "M48061": hasClaudication(at: start) ? self.row(of: "M48062") : nil
    case "E6601", "E669": self.row(of: obesityClass(at: start))
    case "K5900": isOfDrugs(at: start) ? self.row(of: "K5903") : nil
    case "K5909": names(NoteKind.functional, at: start) ? self.row(of: "K5904") : nil
    case "G4700": self.row(of: insomnia(at: start))
    case "Z5900": self.row(of: shelter(at: start))
    case "I6521", "I6522": tellsBothSides(at: start) ? self.row(of: "I6523") : nil
    case _ where code.hasPrefix("I8700"): self.row(of: postthrombotic(code, at: start))
    case "K7400", "K7401": isBridging(at: start) ? self.row(of: "K7402") : nil
    case "K638219": self.row(of: overgrowth(at: start))
    case "I8500": isOfLiver(at: start) ? self.row(of: "I8510") : nil
    case _ where code.hasPrefix("H4000"):
      self.row(of: hasLowRisk(at: start) ? "H4001\(code.suffix(1))" : nil)
    case "K909": names(NoteKind.bypasses, at: start) ? self.row(of: "K912") : nil
    case "M549": isOfLowBack ? self.row(of: "M5450") : nil
    case "R9720": risesAgain(at: start) ? self.row(of: "R9721") : nil
    case "R748": namesTransaminase(at: start) ? self.row(of: "R7401") : nil
    case "E109", "E119", "E139": hasHighSugar(after: start) ? self.row(of: "\(code.prefix(3))65") : nil
    case _ where code.hasPrefix("S9230"): self.row(of: metatarsal.map { "S923\($0)\(code.dropFirst(5))" })
    case "G629": isOfVitamin(at: start) ? self.row(of: "G63") : nil
    case "F17200": self.row(of: tobacco(at: start))
    case "O34219": hasLowScar ? self.row(of: "O34211") : nil
    default: self.row(of: detail(code, at: start))
    }
  }

  private func row(of code: String?) -> Int? { code.flatMap { icd10cm.row(of: DiagnosisCode(rawValue: $0)) } }

  /// D50.0: iron deficiency from blood loss, told of the problem itself.
  private func lostBlood(after start: Int) -> Bool {
    paragraph(from: start).contains { sentence in
      has(sentence, NoteKind.blood) && has(sentence, NoteKind.losses) && has(sentence, NoteKind.causes)
        && !has(sentence, NoteKind.doubts)
    }
  }

  /// G40 and G43: what the notes there call equal to intractable, told of the problem itself.
  private func intractable(_ code: String, after start: Int) -> Int? {
    guard code.utf8.count == 6, code.utf8.dropFirst(4).first == UInt8(ascii: "0") else { return nil }
    let isTold = paragraph(from: start).contains { sentence in
      sentence.indices.contains { index in
        NoteKind.resistance.contains(words[index].hash)
          && !has(words[max(sentence.startIndex, index - 4)..<index], NoteKind.doubts)
          && !has(words[max(sentence.startIndex, index - 4)..<index], NoteKind.refusals)
      }
    }
    return isTold ? row(of: "\(code.prefix(4))1\(code.suffix(1))") : nil
  }

  /// J32: the sinuses that the problem's line names.
  private func sinuses(at start: Int) -> Int? {
    let line = words.restOfSentence(from: words.sentenceStart(at: start), most: NoteKind.longestProblem)
    if has(words[max(line.startIndex, start - 3)..<start], NoteKind.doubts) { return nil }
    let named = Set(line.compactMap { NoteKind.sinusNames[$0.hash] })
    let code = named.count > 1 ? "J328" : named.first
    return row(of: code)
  }

  /// O24.41: what keeps the sugar of a gestational diabetes down.
  private func control(in paragraph: [ArraySlice<Word>]) -> String? {
    let sentences = paragraph.filter { !has($0, NoteKind.doubts) && !has($0, NoteKind.preferences) }
    if sentences.contains(where: { has($0, NoteKind.insulin) }) { return "O24414" }
    if sentences.contains(where: { has($0, NoteKind.tablets) }) { return "O24415" }
    return sentences.contains {
      has($0, NoteKind.diet) && has($0, NoteKind.controls) && !has($0, NoteKind.failures)
    } ? "O24410" : nil
  }

  /// The same, told in the plan: what is begun or gone on with.
  private var treatment: String? {
    control(in: sentences(0..<words.count).filter { has($0, NoteKind.beginnings) && !has($0, NoteKind.choices) })
  }

  /// C50: the one part of the breast that the note names.
  private var quadrant: String? {
    let named = words.indices.dropLast(2).compactMap { index in
      words[index + 2].hash == NoteKind.quadrantWord && words[index + 1].gap == .space
        ? NoteKind.quadrants[
          "\(NoteKind.heights[words[index].hash] ?? "")\(NoteKind.widths[words[index + 1].hash] ?? "")"] : nil
    }
    return Set(named).count == 1 ? named.first : nil
  }

  private static let quadrantWord = Words.hash("quadrant")
  private static let heights = Dictionary(uniqueKeysWithValues: ["upper", "lower"].map { (Words.hash($0), $0) })
  private static let widths = Dictionary(uniqueKeysWithValues: ["inner", "outer"].map { (Words.hash($0), $0) })
  private static let quadrants = ["upperinner": "2", "lowerinner": "3", "upperouter": "4", "lowerouter": "5"]

  /// I70.21 and I70.22: "atherosclerosis of the left leg with claudication", "with rest pain".
  private func limb(_ code: String, at start: Int) -> String? {
    let sentence = words.sentence(around: start, most: 30)
    if sentence.contains(where: { NoteKind.absences.contains($0.hash) }) { return nil }
    if sentence.contains(where: { $0.hash == NoteKind.restWord }) { return "2" }
    return sentence.contains { $0.hash == NoteKind.claudication } ? "1" : nil
  }

  private static let restWord = Words.hash("rest")

  /// J45: how severe an asthma is that has got worse.
  private var asthma: String? {
    let told = words.indices.dropFirst().compactMap { index -> String? in
      guard NoteKind.courses.contains(words[index].hash), words[index].gap == .space,
        words[index...].dropFirst().prefix(2).contains(where: { $0.hash == NoteKind.asthmaWord })
      else { return nil }
      let isPersistent = words[index].hash == NoteKind.persistent
      return NoteKind.severities[words[index - 1].hash].flatMap { isPersistent ? $0.persistent : $0.intermittent }
    }
    return Set(told).count == 1 ? told.first : nil
  }

  private static let courses = WordSet("intermittent persistent")
  private static let persistent = Words.hash("persistent")
  private static let asthmaWord = Words.hash("asthma")
  private static let severities: [UInt64: (persistent: String, intermittent: String?)] = [
    Words.hash("mild"): ("3", "2"), Words.hash("moderate"): ("4", nil), Words.hash("severe"): ("5", nil),
  ]

  /// I71.4: the part of the abdominal aorta.
  private func aneurysm(after start: Int) -> String? {
    paragraph(from: start).filter { !has($0, NoteKind.doubts) }.lazy
      .flatMap { sentence in sentence.lazy.compactMap { NoteKind.aortas[$0.hash] } }.first
  }

  private static let aortas: [UInt64: String] = [
    Words.hash("pararenal"): "I7141", Words.hash("juxtarenal"): "I7142", Words.hash("infrarenal"): "I7143",
  ]

  /// Whether the note calls its fracture not displaced, and none displaced.
  private var isNotDisplaced: Bool {
    words.contains { $0.hash == NoteKind.nondisplaced } && !words.contains { $0.hash == NoteKind.displaced }
  }

  /// The code of a fracture that is not displaced for that of a displaced one.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.19.c (displaced where nothing is told).
  private func undisplaced(_ row: Int) -> Int? {
    let wanted = icd10cm.withTitle(row: row) { title -> [UInt8]? in
      title.starts(with: NoteKind.displacedTitle)
        ? NoteKind.undisplacedTitle + Array(title.dropFirst(NoteKind.displacedTitle.count)) : nil
    }
    guard let wanted else { return nil }
    let code = icd10cm.code(at: row).rawValue
    return icd10cm.rows(under: code.prefix(4)).first { other in
      icd10cm.code(at: other).rawValue.suffix(1) == code.suffix(1) && icd10cm.isBillable(row: other)
        && icd10cm.withTitle(row: other) { $0.elementsEqual(wanted) }
    }
  }

  private static let (nondisplaced, displaced) = (Words.hash("nondisplaced"), Words.hash("displaced"))
  private static let displacedTitle = Array("Displaced".utf8)
  private static let undisplacedTitle = Array("Nondisplaced".utf8)

  /// I95.2: "orthostatic hypotension brought on by the higher dose of amlodipine".
  private func isOfDrug(at start: Int) -> Bool {
    let behind = words.restOfSentence(from: start, most: 16)
    guard let cause = behind.firstIndex(where: { NoteKind.drugCauses.contains($0.hash) }),
      !has(behind[..<cause], NoteKind.doubts)
    else {
      return false
    }
    return behind[cause...].prefix(9).contains { NoteKind.pressureDrugs.contains($0.hash) }
  }

  static let drugCauses = WordSet("due caused brought induced from secondary")
  private static let pressureDrugs = WordSet(
    """
    drug medication medicine antihypertensive diuretic amlodipine nifedipine lisinopril losartan valsartan metoprolol carvedilol hydrochlorothiazide \
    furosemide tamsulosin doxazosin terazosin prazosin clonidine hydralazine isosorbide trazodone quetiapine levodopa
    """)

  /// G20.A: "motor fluctuations with wearing-off, no dyskinesia"; what has dyskinesia too is another code.
  private func parkinson(_ code: String, after start: Int) -> String? {
    let told = paragraph(from: start)
    func tells(_ isTold: (UInt64) -> Bool) -> Bool {
      told.contains { sentence in
        sentence.indices.contains { index in
          isTold(words[index].hash) && !has(words[max(sentence.startIndex, index - 6)..<index], NoteKind.absences)
        }
      }
    }
    let fluctuates = tells { NoteKind.fluctuations.contains($0) }
    let moves = tells { $0 == NoteKind.dyskinesia }
    let named = "G20\(moves ? "B" : "A")\(fluctuates ? "2" : "1")"
    return named == code ? nil : named
  }

  private static let fluctuations = WordSet("fluctuation fluctuations wearing")
  private static let dyskinesia = Words.hash("dyskinesia")

  /// Z21: an infection with HIV without its disease. Guidelines section I.C.1.a.2.d.
  private func isFreeOfSigns(after start: Int) -> Bool {
    let told = paragraph(from: start)
    let isShort = words[start...].dropFirst().prefix(4).prefix { $0.gap < .sentence }.contains {
      $0.hash == NoteKind.asx
    }
    return (isShort || told.contains { has($0, NoteKind.signless) }) && !told.contains { has($0, NoteKind.diseased) }
  }

  private static let signless = WordSet("asymptomatic")
  private static let asx = Words.hash("asx")
  private static let diseased = WordSet("AIDS aids disease defining")

  /// H66.0: "acute otitis media. Bulging drum with pus".
  private func purulent(_ code: String, at start: Int) -> String? {
    guard words[max(0, start - 1)..<min(words.count, start + 2)].contains(where: { $0.hash == NoteKind.acute }),
      paragraph(from: start).contains(where: {
        has($0, NoteKind.pus) && !has($0, NoteKind.perforations) && !has($0, NoteKind.doubts)
      })
    else { return nil }
    return "H6600\(code.hasSuffix("0") ? "9" : code.suffix(1))"
  }

  private static let pus = WordSet("pus purulent suppurative")
  private static let perforations = WordSet("perforated ruptured perforation draining drainage otorrhea")

  /// S52.5: a torus fracture, where "(buckle)" stands within the name, or one with a name of its own.
  private func wristFracture(at start: Int) -> String? {
    let first = words.sentenceStart(at: start)
    return words[max(first, start - 6)..<min(words.count, start + 8)].lazy.compactMap { NoteKind.wrists[$0.hash] }.first
  }

  private static let wrists = Dictionary(
    uniqueKeysWithValues: [("torus", "2"), ("buckle", "2"), ("colles", "3"), ("smith", "4"), ("barton", "6")]
      .map { (Words.hash($0), $1) })

  /// J30: what a rhinitis is an allergy to.
  private func allergen(after start: Int) -> String? {
    // "Not controlled" behind them is no doubt about what it is from.
    let told = paragraph(from: start).flatMap { sentence in
      sentence.indices.compactMap { index in
        has(sentence[..<index], NoteKind.doubts) ? nil : NoteKind.allergens[words[index].hash]
      }
    }
    return Set(told).min()
  }

  private static let allergens: [UInt64: String] = Dictionary(
    uniqueKeysWithValues: [
      ("pollen", "J301"), ("ragweed", "J301"), ("dander", "J3081"), ("mite", "J3089"), ("mold", "J3089"),

    ].map { (Words.hash($0.0), $0.1) })

  /// J96: what the lungs fail in.
  private func oxygen(_ code: String, after start: Int) -> Int? {
    let told = paragraph(from: start).filter { !has($0, NoteKind.doubts) }
    let kind =
      told.contains { has($0, NoteKind.hypoxia) } ? "1" : told.contains { has($0, NoteKind.hypercapnia) } ? "2" : nil
    return row(of: kind.map { code.dropLast() + $0 })
  }

  private static let hypoxia = WordSet("hypoxia hypoxic hypoxemia hypoxemic")
  private static let hypercapnia = WordSet("hypercapnia hypercapnic hypercarbia hypercarbic")

  /// N30.0: "acute E. coli cystitis".
  private func isAcute(before start: Int) -> Bool {
    let first = words.sentenceStart(at: start)
    return words[max(first, start - 4)..<start].contains { $0.hash == NoteKind.acute }
  }

  private static let acute = Words.hash("acute")

  /// M48.06: "lumbar stenosis at L4-L5 with neurogenic claudication".
  private func hasClaudication(at start: Int) -> Bool {
    let sentence = words.restOfSentence(from: start, most: NoteKind.longestProblem)
    guard let place = sentence.firstIndex(where: { $0.hash == NoteKind.claudication }) else { return false }
    return !has(sentence[max(start, place - 3)..<place], NoteKind.absences)
  }

  private static let absences = WordSet("no not without possible likely if")
  private static let claudication = Words.hash("claudication")

  /// O34.21: the scar of an earlier cesarean.
  private var hasLowScar: Bool {
    words.indices.dropLast().contains { words[$0].hash == NoteKind.low && words[$0 + 1].hash == NoteKind.transverse }
  }

  /// J10: an influenza whose virus a test found: "rapid flu A positive", "influenza PCR: detected". Influenza without more is J11
  /// (inclusion term of J11.1).
  private var hasFoundInfluenza: Bool {
    words.indices.contains { index in
      guard NoteKind.influenza.contains(words[index].hash) else { return false }
      if isTypeA(from: index + 1) { return true }
      let behind = words[index...].dropFirst().prefix(6).prefix { !$0.startsSentence }
      return behind.contains { NoteKind.positive.contains($0.hash) }
        && !behind.contains { NoteKind.denials.contains($0.hash) }
    }
  }

  /// "Influenza A"; not "flu a week ago", "flu A negative".
  private func isTypeA(from index: Int) -> Bool {
    guard index < words.count, words[index].hash == NoteKind.letterA, words[index].gap <= .space else { return false }
    guard index + 1 < words.count, words[index + 1].gap < .comma else { return true }
    return NoteKind.afterTypes.contains(words[index + 1].hash)
  }

  private static let letterA = Words.hash("a")
  private static let afterTypes = WordSet("infection virus with w pneumonia pos positive detected")
  private static let influenza = WordSet("influenza flu")
  private static let positive = WordSet("positive detected pos")
  private static let denials = WordSet("no not negative neg pending vaccine shot")

  /// The sentences of a problem, so many words on at most.
  func paragraph(from start: Int) -> [ArraySlice<Word>] {
    let first = words.sentenceStart(at: start)
    return sentences(first..<max(start + 1, min(words.count, start + NoteKind.longestProblem)))
  }

  func sentences(_ range: Range<Int>) -> [ArraySlice<Word>] {
    let starts = [range.lowerBound] + range.dropFirst().filter { words[$0].startsSentence } + [range.upperBound]
    return zip(starts, starts.dropFirst()).map { words[$0..<$1] }
  }

  func has(_ sentence: ArraySlice<Word>, _ set: WordSet) -> Bool {
    sentence.contains { set.contains($0.hash) }
  }

  private static let preferences = WordSet("prefers prefer rather declined declines")
  private static let failures = WordSet("failing failed fails despite inadequate uncontrolled not")
  private static let longestProblem = 60
  private static let blood = WordSet("blood bleeding menorrhagia menses periods menstrual")
  private static let losses = WordSet("loss bleeding menorrhagia")
  private static let causes = WordSet("from due secondary caused")
  static let doubts = WordSet(
    "no not likely possible possibly probably may might could suspect suspected if unless rule evaluate consider until proven"
  )
  private static let resistance = WordSet("intractable refractory pharmacoresistant resistant")
  private static let insulin = WordSet("insulin glargine lispro nph")
  private static let tablets = WordSet("metformin glyburide")
  private static let diet = WordSet("diet dietary")
  private static let beginnings = WordSet("start starts started begin began continue continues takes taking on")
  private static let choices = WordSet("versus vs or discussed")
  private static let controls = WordSet("manage managed controlled control managing")
  static let low = Words.hash("low")
  private static let transverse = Words.hash("transverse")
  private static let sinusNames = Dictionary(
    uniqueKeysWithValues: [
      ("maxillary", "J320"), ("frontal", "J321"), ("ethmoid", "J322"), ("ethmoidal", "J322"), ("sphenoid", "J323"),
      ("sphenoidal", "J323"),
    ].map { (Words.hash($0), $1) })
}
