import ClaimModel
import CodeSets

/// Drugs of which the patient takes less than was prescribed, as words of an assessment tell it.
///
/// Source: ICD-10-CM Official Guidelines, section I.C.19.e.5.c (underdosing, and the noncompliance that tells its intent);
/// tabular list, the notes at Z91.12 to Z91.14.
struct Underdosing {
  /// One sentence that tells of it, by the places of its first word and of its last.
  struct Finding {
    /// The drug's code; `nil` where only its kind is told ("noncompliant with meds").
    var drug: DiagnosisCode?
    /// Why less of it is taken.
    var reason: DiagnosisCode
    /// Whether the words alone do not tell that less is taken than was prescribed: "off his diuretic".
    var isVague: Bool
    var words: ClosedRange<Int>
  }

  private(set) var findings: [Finding] = []

  /// Reads a part of a note. `isDemented` tells whether the patient has a condition that makes one forget.
  init(_ words: ArraySlice<Word>, isDemented: Bool) {
    var start = words.startIndex
    while start < words.endIndex {
      let end = words[(start + 1)...].firstIndex { $0.startsSentence } ?? words.endIndex
      if let place = words[start..<end].indices.first(where: { Underdosing.isTold(words[start..<end], at: $0) }),
        let drug = Underdosing.drug(words[start..<end], at: place)
      {
        // Why stands in the same sentence or in the next one.
        let near = words[start..<min(words.endIndex, end + 15)]
        findings.append(
          Finding(
            drug: drug.code, reason: Underdosing.reason(near, isDemented: isDemented),
            isVague: Underdosing.isVague(words[start..<end], at: place), words: start...(end - 1)))
      }
      start = end
    }
  }

  /// The drug of a sentence: the one behind the words that tell of it before the one ahead of them.
  /// - Returns: `nil` where the sentence is not about drugs.
  private static func drug(_ sentence: ArraySlice<Word>, at place: Int) -> (code: DiagnosisCode?, Void)? {
    let named = (sentence[place...] + sentence[..<place]).lazy.compactMap { codes[$0.hash] }.first
    if let named { return (DiagnosisCode(rawValue: named), ()) }
    return sentence.contains { medications.contains($0.hash) } ? (nil, ()) : nil
  }

  private static func reason(_ words: ArraySlice<Word>, isDemented: Bool) -> DiagnosisCode {
    func says(_ set: WordSet) -> Bool { words.contains { set.contains($0.hash) } }
    if says(hardships) { return "Z91120" }
    if says(forgetting) { return isDemented ? "Z91130" : "Z91138" }
    return says(wills) ? "Z91128" : "Z91148"
  }

  /// Whether a word begins to tell that less is taken, as a fact: not "do not skip doses", "if she misses a dose".
  private static func isTold(_ sentence: ArraySlice<Word>, at place: Int) -> Bool {
    guard let sign = signs[sentence[place].hash] else { return false }
    let before = sentence[max(sentence.startIndex, place - 4)..<place]
    let behind = sentence[(place + 1)...].prefix(6)
    func isAhead(_ set: WordSet, _ count: Int) -> Bool { before.suffix(count).contains { set.contains($0.hash) } }
    func isMedication(_ word: Word) -> Bool { medications.contains(word.hash) || codes.contains(word.hash) }
    guard !isAhead(conditions, 4), sign == .not || sign == .afford || !isAhead(negations, 4) else { return false }
    let isOfMedication =
      behind.prefix(5).contains(where: isMedication) || before.suffix(3).contains(where: isMedication)
    switch sign {
    // "Noncompliant with meds", "medication nonadherence"; not of a diet or a mask.
    case .plain: return isOfMedication
    case .out: return behind.first?.hash == out && behind.prefix(5).contains(where: isMedication)
    case .skipping:
      return behind.first.map { !negations.contains($0.hash) } == true
        && behind.prefix(5).contains { isMedication($0) || doses.contains($0.hash) }
    case .stopping:
      return behind.prefix(4).contains(where: isMedication)
        && (sentence[place].hash == off || !isVague(sentence, at: place))
    case .afford:
      // "Not being able to afford pills", "can't pay for lisinopril"
      return (isAhead(negations, 4) || isAhead(unable, 4)) && behind.prefix(4).contains(where: isMedication)
    case .adherence: return isAhead(poor, 1) && isOfMedication
    case .not:
      // "Not taking his lisinopril", "has not been compliant with metformin"
      guard let verb = behind.prefix(3).firstIndex(where: { takings.contains($0.hash) }) else { return false }
      return sentence[verb...].prefix(6).contains(where: isMedication)
    }
  }

  /// Whether a drug is only said to be off, or stopped, and not by whom or why.
  private static func isVague(_ sentence: ArraySlice<Word>, at place: Int) -> Bool {
    signs[sentence[place].hash] == .stopping
      && !sentence[place...].contains { wills.contains($0.hash) || hardships.contains($0.hash) }
  }

  private enum Sign { case plain, out, skipping, stopping, adherence, not, afford }

  private static let signs = WordMap<Sign>(
    Dictionary(
      [
        (
          "underdosing underdosed nonadherence nonadherent noncompliance noncompliant rationing rations rationed",
          Sign.plain
        ),
        ("ran run running", .out),
        ("skips skipped skipping misses missed missing forgets forgot forgetting stretching", .skipping),
        ("afford pay", .afford),
        ("stopped quit discontinued off", .stopping), ("adherence compliance adherent compliant", .adherence),
        ("not", .not),
      ].flatMap { words, sign in words.split(separator: " ").map { (Words.hash(String($0)), sign) } }
    ) { first, _ in first })
  private static let (out, off) = (Words.hash("out"), Words.hash("off"))
  private static let unable = WordSet("cannot can't cant couldn't couldnt unable couldn")
  private static let poor = WordSet("poor non partial incomplete inconsistent spotty poorly")
  private static let takings = WordSet("taking taken took filled refilled compliant adherent")
  private static let negations = WordSet("no not never denies deny denied without avoid")
  private static let conditions = WordSet("if when should unless importance risk would before may might hold")
  private static let medications = WordSet(
    "medication medications meds medicine medicines pills tablets inhaler inhalers controller diuretic diuretics refill refills prescription prescriptions"
  )
  private static let doses = WordSet("dose doses injection injections")
  private static let hardships = WordSet(
    "cost costs afford pay expensive copay copays price money insurance uninsured deductible")
  private static let forgetting = WordSet("forgets forgot forgetting forgetful unintentional unintentionally")
  private static let wills = WordSet(
    "own himself herself intentional intentionally afraid scared worried dislikes travel")

  /// The codes of drugs by the words that name them, as the Table of Drugs and Chemicals has them in the column of underdosing. Not
  /// those of which it is as well to take less: for pain, sleep and allergies; nor what is given once.
  private static let codes: WordMap<String> = {
    var codes: [UInt64: String] = [:]
    for (effect, phrases) in ClueTable.effectsOfDrugs where !occasional.contains(String(effect.prefix(4))) {
      for phrase in phrases.split(separator: "|") where !phrase.contains(" ") {
        codes[Words.hash(String(phrase))] = effect.dropLast() + "6A"
      }
    }
    for (code, words) in furtherDrugs {
      for word in words.split(separator: " ") { codes[Words.hash(String(word))] = code }
    }
    return WordMap(codes)
  }()

  private static let occasional: Set<String> = ["T390", "T393", "T402", "T404", "T423", "T424", "T450", "T50B", "T508"]

  private static let furtherDrugs: [(code: String, words: String)] = [
    ("T381X6A", "levothyroxine synthroid liothyronine"),
    (
      "T383X6A",
      "glimepiride pioglitazone sitagliptin januvia empagliflozin jardiance dapagliflozin farxiga dulaglutide trulicity liraglutide tirzepatide mounjaro glargine lantus lispro"
    ),
    ("T486X6A", "controller albuterol advair symbicort dulera breo trelegy montelukast singulair tiotropium spiriva"),
    ("T380X6A", "flovent fluticasone budesonide"), ("T420X6A", "phenytoin dilantin"),
    ("T421X6A", "carbamazepine tegretol oxcarbazepine"),
    ("T426X6A", "levetiracetam keppra valproate depakote divalproex lacosamide"),
    ("T471X6A", "omeprazole pantoprazole esomeprazole"),
    ("T375X6A", "biktarvy antiretroviral antiretrovirals genvoya dolutegravir"),
    ("T504X6A", "allopurinol febuxostat"), ("T45526A", "clopidogrel plavix ticagrelor"),
    ("T451X6A", "humira adalimumab etanercept enbrel leflunomide"), ("T458X6A", "b12 cyanocobalamin"),
  ]
}
