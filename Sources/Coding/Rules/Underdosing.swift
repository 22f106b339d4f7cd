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
      let sentence = words[start..<end]
      if let place = sentence.indices.first(where: { Underdosing.isTold(sentence, at: $0) }),
        !sentence.contains(where: { Underdosing.others.contains($0.hash) })
      {
        // Why stands in the same sentence or in the next one.
        let near = words[start..<min(words.endIndex, end + 15)]
        findings.append(
          Finding(
            drug: Underdosing.drug(sentence, at: place),
            reason: Underdosing.reason(near, isDemented: isDemented),
            isVague: Underdosing.isVague(sentence, at: place), words: start...(end - 1)))
      }
      start = end
    }
  }

  /// The code of a drug that a word names.
  static func drug(_ word: Word) -> DiagnosisCode? { codes[word.hash].map(DiagnosisCode.init(rawValue:)) }

  /// The drug of a sentence: the one behind the words that tell of it before the one ahead of them.
  private static func drug(_ sentence: ArraySlice<Word>, at place: Int) -> DiagnosisCode? {
    (sentence[place...].prefix(8) + sentence[..<place]).lazy.compactMap { codes[$0.hash] }.first
      .map(DiagnosisCode.init(rawValue:))
  }

  private static func reason(_ words: ArraySlice<Word>, isDemented: Bool) -> DiagnosisCode {
    func says(_ set: WordSet) -> Bool { words.contains { set.contains($0.hash) } }
    if says(hardships) { return "Z91120" }
    if says(forgetting) { return isDemented ? "Z91130" : "Z91138" }
    return says(wills) ? "Z91128" : "Z91148"
  }

  /// Whether a word begins to tell that less is taken, as a fact of today: not "do not skip doses", "if she misses a dose", "his
  /// wife ran out", "missing teeth, on metformin".
  private static func isTold(_ sentence: ArraySlice<Word>, at place: Int) -> Bool {
    guard signWords.contains(sentence[place].hash), let sign = signs[sentence[place].hash] else { return false }
    let before = sentence[..<place]
    if before.suffix(8).contains(where: { doubts.contains($0.hash) }) { return false }
    if sign != .not, sign != .afford, before.suffix(4).contains(where: { negations.contains($0.hash) }) { return false }
    switch sign {
    // "Noncompliant with meds", "medication nonadherence"; not of a diet or a mask.
    case .plain: return isMedication(sentence, behind: place) || endsWithMedication(before, place, sentence)
    case .out:
      guard place + 1 < sentence.endIndex, sentence[place + 1].hash == out else { return false }
      return isMedication(sentence, behind: place + 1)
    case .skipping: return isMedication(sentence, behind: place, orDose: true)
    case .stopping:
      if before.last.map({ tapers.contains($0.hash) }) == true { return false }
      guard isMedication(sentence, behind: place) else { return false }
      return sentence[place].hash == off || !isVague(sentence, at: place)
    case .adherence:
      return before.last.map { poor.contains($0.hash) } == true
        && (isMedication(sentence, behind: place) || endsWithMedication(before.dropLast(), place - 1, sentence))
    case .not:
      // "Not taking his lisinopril", "has not been compliant with metformin"
      guard let verb = sentence[(place + 1)...].prefix(3).firstIndex(where: { takings.contains($0.hash) }) else {
        return false
      }
      return isMedication(sentence, behind: verb)
    case .less:
      // "Taking less than half of prescribed Keppra"
      return before.last.map { takers.contains($0.hash) } == true && isMedication(sentence, behind: place)
    case .afford:
      // "Not being able to afford pills", "can't afford lisinopril"
      return before.suffix(4).contains { negations.contains($0.hash) || unable.contains($0.hash) }
        && isMedication(sentence, behind: place)
    }
  }

  /// Whether a drug follows within the same thought, with nothing between but small words: "ran out of her evening metoprolol".
  private static func isMedication(_ sentence: ArraySlice<Word>, behind place: Int, orDose: Bool = false) -> Bool {
    for index in sentence.indices where index > place {
      guard index - place <= 6, sentence[index].gap == .space else { return false }
      let hash = sentence[index].hash
      if medications.contains(hash) || codes.contains(hash) || orDose && doses.contains(hash) {
        // "Missing medication list", "forgot meds bag"
        return index + 1 >= sentence.endIndex || sentence[index + 1].gap > .space
          || !things.contains(sentence[index + 1].hash)
      }
      guard sentence[index].isStop || fillers.contains(hash) else { return false }
    }
    return false
  }

  /// Whether a drug is named right ahead: "medication nonadherence", "lisinopril noncompliance".
  private static func endsWithMedication(_ before: ArraySlice<Word>, _ place: Int, _ sentence: ArraySlice<Word>) -> Bool
  {
    guard let last = before.last, place < sentence.endIndex, sentence[place].gap == .space else { return false }
    return medications.contains(last.hash) || codes.contains(last.hash)
  }

  /// Whether a drug is only said to be off, or stopped, and not by whom or why.
  private static func isVague(_ sentence: ArraySlice<Word>, at place: Int) -> Bool {
    signs[sentence[place].hash] == .stopping
      && !sentence[place...].prefix(10).contains { wills.contains($0.hash) || hardships.contains($0.hash) }
  }

  private enum Sign { case plain, out, skipping, stopping, adherence, not, afford, less }

  private static let words: [(words: WordSet, sign: Sign)] = [
    (
      "nonadherence nonadherent noncompliance noncompliant rationing rations rationed inconsistent inconsistently",
      Sign.plain
    ),
    ("ran running", .out),
    ("skips skipped skipping misses missed missing forgets forgot forgetting stretching", .skipping),
    ("afford", .afford), ("less", .less), ("stopped quit off", .stopping),
    ("adherence compliance adherent compliant", .adherence), ("not", .not),
  ].map { (WordSet($0), $1) }
  private static let signs = WordMap<Sign>(
    Dictionary(words.flatMap { words, sign in words.hashes.map { ($0, sign) } }) { first, _ in first })
  private static let signWords = WordSet(words.flatMap(\.words.hashes))
  /// Words of which one at least stands wherever less is told to be taken: "not" alone says nothing.
  static let openings = WordSet(words.filter { $0.sign != .not }.flatMap(\.words.hashes) + takings.hashes)
  private static let (out, off) = (Words.hash("out"), Words.hash("off"))
  private static let poor = WordSet("poor non partial incomplete inconsistent spotty poorly")
  private static let takings = WordSet("taking compliant adherent")
  private static let tapers = WordSet(
    "leave leaving keep stay remain wean taper come coming tapering weaning weaned tapered go going cut")
  private static let unable = WordSet("cannot cant couldnt unable")
  private static let negations = WordSet(
    "no not never denies deny denied without avoid rarely zero fewer none cannot")
  /// Words ahead that make it a condition, a wish, advice or something of others.
  private static let doubts = WordSet(
    """
    if when should unless importance risk would before may might hold could likely possible possibly suspected suspect \
    wants wishes want plan take screen handout goal i we allergic allergy previously used was were
    """)
  /// Words anywhere in a sentence that tell of others, of the past, of advice, or that all is well.
  private static let others = WordSet(
    """
    mother father wife husband son daughter sister brother mom dad mom's partner family spouse child's \
    previously formerly past resolved prior year denied none zero never now remembered instructions reviewed handout \
    alarm goal raises raise can risk counseled discussed lifestyle prn directed switch switched new started \
    cardiology endocrine endocrinology nephrology surgeon hospital discharge any
    """)
  private static let takers = WordSet("taking takes took")
  private static let fillers = WordSet(
    "than half third use blood pressure prescribed some several many most few two three couple evening morning night daily dose doses of with taking take been being her his their"
  )
  private static let things = WordSet(
    "list bag box bottle bottles refill reconciliation review today's card instructions")
  private static let medications = WordSet(
    "medication medications med meds medicine medicines pill pills tablets inhaler inhalers controller diuretic diuretics prescriptions"
  )
  private static let doses = WordSet("dose doses injection injections")
  private static let hardships = WordSet(
    "cost costs afford expensive copay copays price money insurance uninsured deductible")
  private static let forgetting = WordSet("forgets forgot forgetting forgetful unintentional unintentionally")
  private static let wills = WordSet("own himself herself intentional intentionally travel")

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
