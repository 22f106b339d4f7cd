import CodeSets

/// Conditions that stand beside the problem of a line, joined to it.
extension ConditionReader {
  /// Whether a condition is joined with "with" to the problem that begins the line, further behind than a list goes on: "rhinitis due to
  /// pollen, to cat and to dust mite, with allergic conjunctivitis".
  func accompanies(at index: Int, _ row: Int) -> Bool {
    guard index > lineStart, index - lineStart <= ConditionReader.longestJoin else { return false }
    // "2. Fall 1/24 at home w/ L forehead contusion"
    let isOfFall =
      icd10cm.letter(row: row) == UInt8(ascii: "S") && ConditionReader.falls.contains(words[lineStart].hash)
    guard icd10cm.letter(row: row) < UInt8(ascii: "R") || isOfFall else { return false }
    var before = index - 1
    while before > lineStart, words[before + 1].gap == .space, ConditionReader.nearnesses.contains(words[before].hash) {
      before -= 1
    }
    guard ConditionReader.accompaniments.contains(words[before].hash), !tells(before: index) else { return false }
    if isOfFall { return true }
    // "IUP 33+4 with essential hypertension, above goal": the pregnancy is what it is beside.
    return ConditionReader.pregnancies.contains(words[lineStart].hash)
      || mentions.suffix(6).contains { $0.isProblem && $0.word >= lineStart && $0.status == .present }
  }

  private static let falls = WordSet("fall fell mva mvc")
  private static let pregnancies = WordSet("iup pregnancy siup")

  /// Whether a condition begins what a semicolon sets apart in a line of a few words that tells nothing: "decreased fetal movement,
  /// reassuring; GDM".
  func isNext(at index: Int) -> Bool {
    guard index > lineStart, index - lineStart <= ConditionReader.longestJoin, !tells(before: index) else {
      return false
    }
    // "Lumbar stenosis with claudication + chronic pain syndrome"
    if words[index].gap == .space,
      text[Int(words[index - 1].end)..<Int(words[index].start)].contains(UInt8(ascii: "+")),
      mentions.suffix(6).contains(where: { $0.isProblem && $0.word >= lineStart && $0.status == .present })
    {
      return true
    }
    guard words[index].gap == .clause else { return false }
    return text[Int(words[index - 1].end)..<Int(words[index].start)].contains(UInt8(ascii: ";"))
  }

  /// Whether a word behind the last condition stands in parentheses: "class 2 obesity (BMI 36.4), diabetes".
  func isEnclosed(_ word: Word, before index: Int) -> Bool {
    guard afterLastMention > 0 else { return false }
    let between = Int(words[afterLastMention - 1].end)..<Int(words[index].start)
    guard let open = text[between].firstIndex(of: UInt8(ascii: "(")),
      let close = text[between].lastIndex(of: UInt8(ascii: ")"))
    else { return false }
    return open < Int(word.start) && Int(word.end) <= close
  }

  /// Whether a line says which condition something is: "The hair shedding is a postpartum telogen effluvium".
  func isEquated(at index: Int) -> Bool {
    guard ConditionReader.pointers.contains(words[lineStart].hash), index - lineStart <= 8,
      let verb = (lineStart + 1..<index).first(where: { words[$0].hash == ConditionReader.isWord }),
      verb - lineStart <= 4,
      index - verb <= 3
    else { return false }
    return words[lineStart + 1...index].allSatisfy { $0.gap == .space }
      && !words[verb..<index].contains { ConditionReader.noEquations.contains($0.hash) }
  }

  private static let pointers = WordSet("the this her his")
  private static let isWord = Words.hash("is")
  private static let noEquations = WordSet(
    "not no from due for on in at of by with better worse stable resolved well likely")

  /// The side of the condition of the eye or ear that one is joined to: "bilateral hearing loss with tinnitus".
  func sideBefore(at index: Int, _ row: Int) -> Mention.Side? {
    guard icd10cm.letter(row: row) == UInt8(ascii: "H"), mentions.count > sentence.firstMention,
      let last = mentions.last,
      icd10cm.letter(row: last.row) == UInt8(ascii: "H"), index - afterLastMention <= 1, index > afterLastMention,
      ConditionReader.joints.contains(words[index - 1].hash)
    else { return nil }
    return last.side
  }

  /// Whether the line tells what is thought or done about a problem named above it: "Medical reasoning: her weakness is unchanged".
  func isBehindLabel(_ index: Int) -> Bool {
    (lineStart..<index).prefix(6).contains { label in
      ConditionReader.reasonings.contains(words[label].hash) && label < index && words[label + 1].gap == .clause
    }
  }

  private static let reasonings = WordSet("reasoning treatment testing education counseling referrals")

  /// Whether the other side was named right before, with how bad it is: "moderate R and mild L carpal tunnel syndrome".
  func isOtherOfTwo(_ side: Mention.Side, at index: Int) -> Bool {
    guard let last = sentence.lastSide, last.side != side, last.side != .both, side != .both,
      (2...3).contains(index - last.word), afterLastMention <= last.word,
      ConditionReader.ands.contains(words[last.word + 1].hash)
    else { return false }
    return words[(last.word + 2)..<index].allSatisfy { ConditionReader.degrees.contains($0.hash) }
  }

  private static let ands = WordSet("and plus")

  /// "Onychomycosis with pain": pain without a place beside what hurts.
  func isPainBeside(at index: Int, _ row: Int) -> Bool {
    guard icd10cm.category(row: row) == ConditionReader.placelessPain, index > sentence.firstWord,
      mentions.count > sentence.firstMention
    else { return false }
    // Painful varicose veins have codes of their own.
    if let last = mentions.last, icd10cm.category(row: last.row) == ConditionReader.varicoseVeins { return false }
    return ConditionReader.accompaniments.contains(words[index - 1].hash)
  }

  /// "Tetanus out of date - Tdap today": the vaccine, not the disease.
  func isTetanusShot(_ found: Range<Int>, _ row: Int) -> Bool {
    guard icd10cm.category(row: row) == ConditionReader.tetanus else { return false }
    let behind = words[found.upperBound...].prefix(8).prefix { !$0.startsLine }
    let before = words[max(lineStart, found.lowerBound - 3)..<found.lowerBound]
    return (before + behind).contains { ConditionReader.shots.contains($0.hash) }
  }

  /// "Flu and COVID up to date": the vaccines.
  func isInoculated(_ found: Range<Int>, _ row: Int) -> Bool {
    let category = icd10cm.category(row: row)
    guard ConditionReader.preventable.contains(category) || category == ConditionReader.covid else { return false }
    let behind = words[found.upperBound...].prefix(6).prefix { $0.gap == .space }
    if isToBeInoculated(found, category) { return true }
    // "Yellow fever (YF-Vax) 0.5 mL SC L arm"
    let line = words[found.upperBound...].prefix(14).prefix { $0.gap < .line }
    if line.contains(where: { $0.hash == ConditionReader.milliliter }),
      line.contains(where: { ConditionReader.routes.contains($0.hash) })
    {
      return true
    }
    guard let place = behind.firstIndex(where: { ConditionReader.current.contains($0.hash) }) else { return false }
    return words[place].hash != ConditionReader.date || behind[..<place].contains { $0.hash == ConditionReader.up }
  }

  /// "She plans to get flu and COVID at Walgreens", "due for flu/COVID"
  private func isToBeInoculated(_ found: Range<Int>, _ category: UInt32) -> Bool {
    let index = found.lowerBound
    // "Flu / COVID - this fall at pharmacy"
    if category == ConditionReader.covid, index > sentence.firstWord,
      ConditionReader.flu.contains(words[index - 1].hash),
      words[found.upperBound...].prefix(6).prefix(while: { $0.gap < .line }).contains(where: {
        ConditionReader.seasons.contains($0.hash)
      })
    {
      return true
    }
    guard category == ConditionReader.covid, index - sentence.firstWord >= 2 else { return false }
    let before = words[max(sentence.firstWord, index - 7)..<index]
    guard let flu = before.lastIndex(where: { ConditionReader.flu.contains($0.hash) }), index - flu <= 2 else {
      return false
    }
    return before.contains { ConditionReader.gettings.contains($0.hash) }
  }

  private static let seasons = WordSet("fall autumn pharmacy due booster season")
  private static let milliliter = Words.hash("ml")
  private static let routes = WordSet("im sc sq subq subcut deltoid thigh po oral")
  private static let flu = WordSet("flu influenza")
  private static let gettings = WordSet("get getting due wants needs plans offered recommended")

  /// "Had GDM with her pregnancy", "prior gestational diabetes"
  func isOfFormerPregnancy(_ found: Range<Int>, _ row: Int) -> Bool {
    icd10cm.category(row: row) == ConditionReader.pregnancyDiabetes && found.lowerBound > sentence.firstWord
      && ConditionReader.formerly.contains(words[found.lowerBound - 1].hash)
  }

  private static let pregnancyDiabetes = ICD10CM.category("O24")
  private static let formerly = WordSet("had prior previous past")

  private static let covid = ICD10CM.category("U07")
  private static let current = WordSet("utd date")
  private static let (date, up) = (Words.hash("date"), Words.hash("up"))

  /// "STI screening (syphilis, GC)", "HIV results first": what is looked for.
  func isScreenedFor(_ found: Range<Int>, _ row: Int) -> Bool {
    let index = found.lowerBound
    guard isTestedFor(row) else { return false }
    let behind = words[found.upperBound...].prefix(10).prefix { !$0.startsSentence }
    if let next = behind.first, next.gap == .space, ConditionReader.answers.contains(next.hash),
      !behind.contains(where: { ConditionReader.positives.contains($0.hash) })
    {
      return true
    }
    let start = Int(words[index].start)
    let from = max(Int(words[sentence.firstWord].start), start - ConditionReader.longestParenthesis)
    guard let open = text[from..<start].lastIndex(of: UInt8(ascii: "(")),
      !text[open..<start].contains(UInt8(ascii: ")")),
      let before = words[sentence.firstWord..<index].last(where: { Int($0.end) <= open })
    else { return false }
    return ConditionReader.looks.contains(before.hash)
      && !words[sentence.firstWord..<index].contains { ConditionReader.positives.contains($0.hash) }
  }

  private static let answers = WordSet("result results")
  private static let positives = WordSet("positive pos reactive confirmed abnormal failed undetectable suppressed on")
  private static let longestParenthesis = 60
  private static let looks = WordSet("screening screen testing panel swab")

  /// "Hysterectomy 1994 for fibroids": what an organ was removed for, long ago.
  func isReasonOfRemoval(at index: Int) -> Bool {
    guard index - sentence.firstWord >= 3, words[index - 1].hash == ConditionReader.forWord else { return false }
    let before = words[max(sentence.firstWord, index - 4)..<(index - 1)]
    guard before.contains(where: { ConditionReader.removals.contains($0.hash) }) else { return false }
    return before.contains { WordSet.years.contains($0.hash) }
  }

  private static let forWord = Words.hash("for")
  private static let removals = WordSet(
    "hysterectomy tah bso tahbso oophorectomy cholecystectomy appendectomy colectomy thyroidectomy nephrectomy splenectomy prostatectomy surgery"
  )
  private static let longestJoin = 26
  private static let nearnesses = WordSet(
    "r l rt lt surrounding overlying associated secondary mild moderate severe acute chronic left right bilateral")
  private static let placelessPain = ICD10CM.category("R52")
  private static let varicoseVeins = ICD10CM.category("I83")
  private static let tetanus = ICD10CM.category("A35")
  private static let shots = WordSet(
    "tdap td dtap shot booster utd vaccine vaccination updated due date status last immunization toxoid given")
}
