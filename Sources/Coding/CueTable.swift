import CodeSets

/// Words that say how a condition is meant: present, absent, suspected, somebody else's.
struct CueTable: Sendable {
  /// What a word says of the conditions near it.
  enum Cue: UInt8, Sendable {
    /// The conditions after it are absent: `denies`.
    case negation
    /// The conditions before it are absent: `X: negative`, `X is unlikely`; after it as well.
    case negationBothWays
    /// The conditions after it are not established. Guidelines section IV.H: do not code them.
    case uncertainty
    /// The conditions after it might come, and are looked or watched for.
    case hypothesis
    /// The conditions of the sentence are a relative's.
    case family
    /// The conditions after it lie in the past.
    case history
    /// What was said before it no longer holds: `but`, `reports`.
    case end
    case right, left, both
    /// The visit follows an earlier one.
    case followUp
  }

  private let cues: [UInt64: Cue]

  init() {
    var cues: [UInt64: Cue] = [:]
    for (words, cue) in CueTable.words {
      for word in words.split(separator: " ") { cues[Words.hash(String(word))] = cue }
    }
    self.cues = cues
  }

  subscript(_ word: Word) -> Cue? { cues[word.hash] }

  private static let words: [(String, Cue)] = [
    ("no not denies denied denying without never nor neither none free", .negation),
    ("negative absent unlikely resolved unremarkable excluded", .negationBothWays),
    (
      """
      possible possibly probable probably suspect suspected suspicious suspicion likely questionable versus vs rule \
      differential concern concerning suggestive suggest consistent compatible may might could evaluate presumed \
      appears
      """, .uncertainty
    ),
    (
      "if risk prevent prevention avoid return screening screen monitor watch precautions unless should develop",
      .hypothesis
    ),
    (
      """
      mother father brother sister grandmother grandfather aunt uncle parents sibling siblings cousin paternal \
      maternal familial family
      """, .family
    ),
    ("history previous previously prior former past status remote", .history),
    (
      """
      but however except though although report reports reported endorses endorse presents complains states notes has \
      says admits today currently
      """, .end
    ),
    ("right rt", .right), ("left lt", .left), ("bilateral bilaterally both", .both),
    ("follow followup postoperative postop recheck", .followUp),
  ]
}
