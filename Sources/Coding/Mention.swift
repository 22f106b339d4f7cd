import CodeSets

/// Words of the documentation that name a condition.
struct Mention {
  /// Which item of the documentation.
  var item: Int
  /// Which word of the item's text is the first.
  var word: Int
  /// Where the words start in the item's text, in UTF-8 bytes.
  var start: Int
  /// Where they end.
  var end: Int
  /// The code they name, possibly a header.
  var row: Int
  /// How they were found.
  var origin: ICD10CM.TermOrigin
  /// How often the words were coded where they were read, from 0 to 1.
  var termConfidence: Double
  /// How many words of meaning they have.
  var words: Int
  /// How the condition is meant.
  var status: Status = .present
  /// The part of the note they stand in.
  var section: NoteSection
  /// Whether they stand in a line of their own in the assessment: the clinician's problem list.
  var isProblem = false
  /// Whether they are what something is done or given for.
  var isPurpose = false
  /// Whether the assessment tells it as found, beside the problems that it lists.
  var isFound = false
  /// Whether another condition is said to explain it.
  var isExplained = false
  /// The side of the body named nearby.
  var side: Side?

  /// The code its own words name, where words near it chose another one that says more.
  var lessSpecificRow: Int?
  /// The stage of care of an injury, told nearby.
  var stage: SeventhCharacter.Stage?
  /// What gave the code as it is, where no words did.
  var givenBy: Giver?

  /// What gives a code that no words do.
  enum Giver {
    /// It was recorded.
    case record
    /// The result of a test.
    case test

    /// The rule it is reported as.
    var rule: String {
      switch self {
      case .record: "condition-code"
      case .test: "positive-test"
      }
    }
  }

  /// How a condition is meant; of two that a sentence says, the later one holds. A resolved one is over for certain, while
  /// the history of a lasting condition is the condition.
  enum Status: UInt8, Comparable {
    case present, history, resolved, hypothetical, uncertain, family, negated

    static func < (left: Status, right: Status) -> Bool { left.rawValue < right.rawValue }
  }

  /// A side of the body.
  enum Side: UInt8, CaseIterable {
    case right, left, both

    /// The side that a word names; not a single letter, which may be something else.
    static let named: [UInt64: Side] = Dictionary(
      uniqueKeysWithValues: allCases.flatMap { side in
        side.names.filter { $0.count > 1 }.map { (Words.hash($0), side) }
      })

    /// The sides that a letter beside a part of the body names: "R great toe".
    static let letters: [UInt64: Side] = [Words.hash("r"): .right, Words.hash("l"): .left]

    /// The words that name it; titles use the first one. A letter may be something else: ``CueTable/cue(_:at:)``.
    var names: [String] {
      switch self {
      case .right: ["right", "rt", "r", "od", "rle", "rue"]
      case .left: ["left", "lt", "l", "os", "lle", "lue"]
      case .both: ["bilateral", "bilaterally", "bilat", "both", "ou", "au", "ble", "bue"]
      }
    }
  }
}

extension ICD10CM {
  /// The codes of a condition on a side of the body: for both sides their common code, or that of each. It is the row itself
  /// where no side is told or none matters.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.B.13.
  func rows(of row: Int, on side: Mention.Side?) -> [Int] {
    guard let side, let sides = sides(row: row) else { return [row] }
    return switch side {
    case .right: [sides.right]
    case .left: [sides.left]
    case .both: sides.both.map { [$0] } ?? [sides.right, sides.left]
    }
  }
}

extension Mention {
  /// Its words, of all those of its item.
  func own(of words: [Word]) -> ArraySlice<Word> { words[word...].prefix { Int($0.end) <= end } }
}
