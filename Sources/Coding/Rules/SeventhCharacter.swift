import CodeSets

/// The stage of care, or of a glaucoma, that a 7th character stands for, as the words near a mention tell it.
///
/// Source: ICD-10-CM Official Guidelines, sections I.A.5 (7th characters; a placeholder fills the places before it),
/// I.C.19.a (A while under active treatment, D for routine care during healing, S for a sequela) and I.C.19.c (a
/// fracture not said to be open is closed).
final class SeventhCharacter: Sendable {
  /// What stage of care, or of a fracture, is documented.
  enum Stage: UInt8, Sendable {
    case initial, open, openSubsequent, subsequent, delayed, nonunion, malunion, sequela
    /// How far a glaucoma has come.
    case mild, moderate, severe, indeterminate
  }

  private let stages: WordMap<Stage>
  private let staged: CodeTable<Bool>
  private let glaucomaStages: [UInt64: Stage]
  private let glaucoma: Range<Int>
  private let diabeticEyes: CodeTable<Bool>

  init(_ icd10cm: ICD10CM) {
    staged = CodeTable(icd10cm, set: "S T M485 M80 M84 M97")
    glaucoma = icd10cm.rows(under: "H40")
    diabeticEyes = CodeTable(icd10cm, set: "E083 E093 E103 E113 E133 H348")
    let degrees: KeyValuePairs<String, Stage> = [
      "mild": .mild, "moderate": .moderate, "severe": .severe, "advanced": .severe, "indeterminate": .indeterminate,
    ]
    glaucomaStages = Dictionary(uniqueKeysWithValues: degrees.map { (Words.hash($0), $1) })
    var stages: [UInt64: Stage] = [:]
    for (words, stage) in SeventhCharacter.words {
      for word in words.split(separator: " ") { stages[Words.hash(String(word))] = stage }
    }
    self.stages = WordMap(stages)
  }

  /// Whether the stage of care is asked for with the code.
  func isStaged(_ row: Int) -> Bool { staged.contains(row) || glaucoma.contains(row) }

  /// The stage that the words near a code tell; the one that says most.
  func stage(_ words: some Sequence<UInt64>, of row: Int) -> Stage? {
    if glaucoma.contains(row) { return words.lazy.compactMap { glaucomaStages[$0] }.first }
    var found: Stage?
    for word in words {
      if let stage = stages[word], stage.rawValue > found?.rawValue ?? 0 { found = stage }
    }
    // "Ankle sprain, initial encounter": what is said of the encounter counts, whatever else the note calls the visit.
    if found == nil || found == .subsequent, words.contains(SeventhCharacter.initial),
      words.contains(where: { SeventhCharacter.encounters.contains($0) })
    {
      return .initial
    }
    return found
  }

  /// The code with the 7th character of a stage below a code that takes one.
  func row(below base: Int, stage: Stage?, isFollowUp: Bool, _ icd10cm: ICD10CM) -> Int? {
    guard isStaged(base) else { return icd10cm.unspecified(row: base) }
    if glaucoma.contains(base) { return child(below: base, stage: stage, icd10cm) }
    let told = stage ?? (isFollowUp ? .subsequent : .initial)
    return child(below: base, stage: told == .open && isFollowUp ? .openSubsequent : told, icd10cm)
  }

  /// The child of a code whose 7th character says the eye; `nil` where it says something else, or no side is told.
  func eye(below base: Int, _ side: Mention.Side?, _ icd10cm: ICD10CM) -> Int? {
    guard let side, diabeticEyes.contains(base) else { return nil }
    let character =
      switch side {
      case .right: UInt8(ascii: "1")
      case .left: UInt8(ascii: "2")
      case .both: UInt8(ascii: "3")
      }
    return (base + 1..<icd10cm.end(row: base)).first {
      UInt8(truncatingIfNeeded: icd10cm.key(row: $0) >> 8) == character
    }
  }

  /// The child of a code whose 7th character says the stage; that of the initial encounter where there is none.
  func child(below base: Int, stage: Stage?, _ icd10cm: ICD10CM) -> Int? {
    let initial = icd10cm.unspecified(row: base)
    let characters: [UInt8]
    switch stage ?? .initial {
    case .initial: return initial
    case .open: characters = [UInt8(ascii: "B")]
    case .openSubsequent: characters = [UInt8(ascii: "E"), UInt8(ascii: "D")]
    case .subsequent: characters = [UInt8(ascii: "D")]
    case .delayed: characters = [UInt8(ascii: "G"), UInt8(ascii: "D")]
    case .nonunion: characters = [UInt8(ascii: "K"), UInt8(ascii: "D")]
    case .malunion: characters = [UInt8(ascii: "P"), UInt8(ascii: "D")]
    case .sequela: characters = [UInt8(ascii: "S")]
    case .mild: characters = [UInt8(ascii: "1")]
    case .moderate: characters = [UInt8(ascii: "2")]
    case .severe: characters = [UInt8(ascii: "3")]
    case .indeterminate: characters = [UInt8(ascii: "4")]
    }
    var child = base + 1
    var best = (rank: characters.count, row: initial)
    while child < icd10cm.end(row: base) {
      let last = UInt8(truncatingIfNeeded: icd10cm.key(row: child) >> 8)
      if let rank = characters.firstIndex(of: last), rank < best.rank { best = (rank, child) }
      child = icd10cm.end(row: child)
    }
    return best.row
  }

  private static let initial = Words.hash("initial")
  private static let encounters = WordSet("encounter visit evaluation")

  private static let words: [(String, Stage)] = [
    ("open compound", .open),
    ("subsequent healing healed followup postoperative postop orif cast suture stitches", .subsequent),
    ("delayed", .delayed), ("nonunion", .nonunion), ("malunion malunited", .malunion),
    ("sequela sequelae residual", .sequela),
  ]
}
