import ClaimModel
import CodeSets

/// The phrases of all clues, hashed once. It is a class, so that readers hold it without copying it.
final class ClueTable: Sendable {
  /// What a phrase is to the reader.
  enum Sense: Sendable {
    case clue(Int)
    case trigger(Clue.Use)
    case negation
    case relative
    case tested
    case positive
    /// Words that only look like a clue.
    case nothing
    case gestation
    /// The visit follows an operation.
    case postoperative
    case bodySurface
    case bodyMass
    /// Nothing is left of a disease.
    case freeOfDisease
    case pregnancy(PregnancyWord)
  }

  let clues: [Clue]
  let phrases: PhraseTable<Sense>
  /// The clues a word belongs to beside the one of its phrase: `covid` is a target of exposures and of screenings.
  private let alternatives: WordMap<[Int]>
  private let numbers: WordMap<Int>
  private let devices: Set<Int>
  private let drugRows: Set<Int>
  private let smokeOfOthers: Int?
  /// Words that name a side; not single letters, which may be something else.
  private let sides: WordMap<Mention.Side>

  init(_ icd10cm: ICD10CM) {
    var clues: [Clue] = []
    var phrases = PhraseList<Sense>()
    var alternatives: [UInt64: [Int]] = [:]
    for (use, lines) in ClueTable.lines {
      for (rank, line) in lines.enumerated() {
        let row = icd10cm.rows(under: line.code).first.flatMap { icd10cm.unspecified(row: $0) }
        guard let row else { continue }
        for key in phrases.enter(line.phrases, .clue(clues.count)) {
          alternatives[key, default: []].append(clues.count)
        }
        clues.append(
          Clue(
            row: row, use: use, rank: rank, hasSides: icd10cm.sides(row: row) != nil,
            isSymptom: icd10cm.letter(row: row) == UInt8(ascii: "R"), isOrganism: line.code.hasPrefix("B9")))
      }
    }
    devices = Set(
      clues.lazy.filter { $0.use == .status && icd10cm.category(row: $0.row) != ClueTable.drugs }.map(\.row))
    drugRows = Set(clues.lazy.map(\.row).filter { icd10cm.category(row: $0) == ClueTable.drugs })
    smokeOfOthers = icd10cm.row(of: "Z7722")
    for (sense, list) in ClueTable.senses { phrases.enter(list, sense) }
    for (word, list) in PregnancyWord.phrases { phrases.enter(list, .pregnancy(word)) }
    self.clues = clues
    self.phrases = PhraseTable(phrases)
    self.alternatives = WordMap(alternatives.filter { $0.value.count > 1 })
    sides = WordMap(Mention.Side.named)
    let percentiles = (4...99).map { (Words.hash("\($0)th"), $0) }
    numbers = WordMap(Dictionary(uniqueKeysWithValues: (1...99).map { (Words.hash(String($0)), $0) } + percentiles))
  }

  /// Whether a clue is of a device or an opening that the patient has, not of a drug.
  func isDevice(_ clue: Clue) -> Bool { devices.contains(clue.row) }

  /// Whether a clue is of a drug that is taken for long.
  func isDrug(_ clue: Clue) -> Bool { drugRows.contains(clue.row) }

  /// Whether a clue tells of what others do to the patient: their smoke.
  func isOfOthers(_ clue: Clue) -> Bool { clue.row == smokeOfOthers }

  /// All clues of a phrase, where it is one of several.
  func clues(_ key: UInt64) -> [Int]? { alternatives[key] }

  /// The side of the body that a word names.
  func side(_ hash: UInt64) -> Mention.Side? { sides[hash] }

  /// The number a word spells in digits, from 1 to 99.
  func number(_ hash: UInt64) -> Int? { numbers[hash] }

  private static let drugs = ICD10CM.category("Z79")

  private static let senses: [(Sense, String)] = [
    (.trigger(.exposure), "exposure|exposed|contact|exposures"),
    (
      .trigger(.place),
      "rear ended|t boned|collision|crash|twisted|rolled|injured|injury|hurt|cut|hit|struck|accident|landed|stepped|hyperextended|ran into|dislocated|popped|felt pop|heard pop|strained|spilled|burned|lacerated|smashed|jammed|crushed|inverted|sprained|collided|tackled|while|sliced"
    ),
    (.trigger(.screening), "screening|screen|screened"),
    (
      .trigger(.allergy),
      "allergy|allergies|allergic|intolerance|anaphylaxis|hives with|hives from|rash with|rash from|broke out"
    ),
    (.trigger(.longTermDrug), "long term|chronic|chronically|maintenance|lifelong"),
    (.trigger(.pastProcedure), "status post|history|prior|previous|past|s p|post|underwent|had|since"),
    (
      .negation,
      "no|not|used be|used take|used use|denies|denied|without|never|non|negative|none|nor|stopped|discontinued|discontinue|avoid|refused|declines|declined|recommend|recommended|consider|considering|offered|schedule|scheduled|planned|plan|candidate|refer|may|might|will|would|if|should|need"
    ),
    (
      .relative,
      "mother|father|brother|sister|grandmother|grandfather|parents|aunt|uncle|son|daughter|husband|wife|family|dad|mom|mum|grandma|grandpa|stepfather|stepmother|roommate|boyfriend|spouse"
    ),
    (.tested, "test|tested|testing|swab|pcr|antigen|suspected|suspect|rule out|ruled out"),
    (
      .nothing,
      "single family|single family house|single family home|family dinner|family doctor|anyone who smokes|someone who smokes|who smokes around|covid pandemic|covid 19 pandemic|covid 19 vaccine|covid vaccination|covid 19 vaccination|contact lens|contact lenses|opioid use disorder|opioid dependence|opioid abuse|opioid addiction|opioid use|opioids use disorder|frontal lobectomy|will continue|will increase|will decrease|will refill|will resume|will stay|will remain|will keep|will adjust|will titrate|will maintain|should continue|may continue|should resume|should stay|plan continue|caught herself from falling|caught himself from falling|keep from falling|almost fell|nearly fell|without falling"
    ),
    (.positive, "positive|confirmed|detected"),
    (
      .gestation,
      "week gestation|week pregnant|week gestational age|week pregnancy|gestational age|week intrauterine|wga|iup|intrauterine pregnancy"
    ),
    (
      .postoperative,
      "postoperative visit|postop visit|post op visit|post operative visit|post operative check|post op check|postop check|postoperative check|post operative follow up|postoperative follow up|post op follow up|postop follow up|postoperative follow|surgical aftercare|aftercare|post surgical follow up|postsurgical follow up|postoperative appointment|post op appointment|post op evaluation|postoperative evaluation|postop day|post op day|postoperative day|doing well postop|doing well post op|doing well postoperatively|recovering well postop|recovering well postoperatively"
    ),
    (.bodySurface, "tbsa|total body surface area|body surface area|body surface"),
    (.bodyMass, "bmi|body mass index"),
    (
      .freeOfDisease,
      "no evidence recurrent disease|no evidence disease recurrence|no evidence recurrence|no evidence residual disease|no evidence disease|no sign recurrence|without evidence recurrence|without recurrence|cancer free|ned|no recurrence|psa undetectable|undetectable psa"
    ),
  ]
}
