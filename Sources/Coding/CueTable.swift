import CodeSets

/// Words that say how a condition is meant: present, absent, suspected, somebody else's. It is a class, so that asking it
/// at each word copies nothing.
final class CueTable: Sendable {
  /// What a word says of the conditions near it.
  enum Cue: Equatable, Sendable {
    /// The conditions after it are absent: `denies`.
    case negation
    /// As ``negation``, and reaches a few words only: `not`.
    case shortNegation
    /// The conditions before it are absent, and after it as well: `X: negative`, `negative for X`.
    case negationBothWays
    /// The conditions before it are absent: `X was ruled out`.
    case negationBefore
    /// The conditions after it are not established. Guidelines section IV.H: do not code them.
    case uncertainty
    /// All conditions of the sentence after it are not established: a differential diagnosis.
    case differential
    /// The conditions after it might come, and are looked or watched for.
    case hypothesis
    /// The conditions after it are a relative's, and those shortly before it.
    case family
    /// The conditions after it lie in the past.
    case history
    /// What was said before it no longer holds: `but`, `presents`.
    case end
    /// The opposite follows: what was said before ends, whatever it was.
    case turn
    /// As ``end`` after a comma: `without fever, with cough`.
    case endAfterComma
    /// What was denied before it ends: `without known allergies diagnosed with asthma`.
    case endOfDenial
    /// The conditions before it were present and are no more.
    case resolved
    case side(Mention.Side)
    /// The visit follows an earlier one.
    case followUp
    /// A visit; the next one is a ``hypothesis``.
    case visit
    /// What stands right before it is what it protects from: `tetanus booster`.
    case inoculation
    /// The patient was admitted to a hospital or discharged from one. What was said before it no longer holds.
    case hospital
  }

  /// The words that may be a cue.
  let hashes: [UInt64]
  private let cues: WordMap<Cue>
  /// Two words that only look like a cue: `gram negative`, `no change`. The sum of their hashes.
  private let impostors: WordSet
  /// Units of time before `history`: what follows is the present illness.
  private let durations: WordSet

  init() {
    var cues: [UInt64: Cue] = [:]
    for (words, cue) in CueTable.words {
      for word in words.split(separator: " ") { cues[Words.hash(String(word))] = cue }
    }
    for side in Mention.Side.allCases {
      for name in side.names { cues[Words.hash(name)] = .side(side) }
    }
    hashes = Array(cues.keys)
    self.cues = WordMap(cues)
    impostors = WordSet(
      CueTable.impostors.split(separator: "|").map { Words.scan(String($0)).reduce(0) { $0 &+ $1.hash } })
    durations = WordSet("day week month year hour minute".split(separator: " ").map { Words.hash(String($0)) })
  }

  /// The cue at `index`, if the words beside it do not make it something else.
  func cue(_ words: [Word], at index: Int) -> Cue? {
    guard let cue = cues[words[index].hash] else { return nil }
    switch cue {
    case .negation, .shortNegation, .negationBothWays, .uncertainty, .hypothesis, .resolved:
      let isImpostor =
        index > 0 && impostors.contains(words[index - 1].hash &+ words[index].hash)
        || index + 1 < words.count && impostors.contains(words[index + 1].hash &+ words[index].hash)
      return isImpostor ? nil : cue
    case .history where words[index].hash == CueTable.status:
      return index + 1 < words.count && words[index + 1].gap == .comma && words[index + 1].hash == CueTable.post
        ? cue : nil
    case .history:
      // "a three-month history of cough" tells of the cough.
      return index > 0 && durations.contains(words[index - 1].hash) ? nil : cue
    case .side where words[index].end - words[index].start == 1: return self.cue(ofLetter: cue, words, at: index)
    case .visit: return index > 0 && words[index - 1].hash == CueTable.next ? .hypothesis : nil
    default: return cue
    }
  }

  /// What a letter that may stand for a side is: `R ear`, `(L) knee`, `knee, R`; not `2 L`, `L spine`. `R/o` is to rule out.
  private func cue(ofLetter side: Cue, _ words: [Word], at index: Int) -> Cue? {
    let letter = words[index]
    let next = index + 1 < words.count ? words[index + 1] : nil
    if side == .side(.right), let next, next.gap == .comma, next.hash == CueTable.out { return .uncertainty }
    let isApart = letter.gap > .space && next.map { $0.gap >= .clause } ?? true
    guard next?.gap == .space || isApart, next?.hash != CueTable.spine else { return nil }
    let isAmount = index > 0 && letter.gap == .space && CueTable.amounts.contains(words[index - 1].hash)
    return isAmount ? nil : side
  }

  private static let next = Words.hash("next")
  private static let out = Words.hash("o")
  /// The letters of `s/p`.
  private static let status = Words.hash("s")
  private static let post = Words.hash("p")
  private static let spine = Words.hash("spine")
  private static let amounts = WordSet((0...20).map { Words.hash(String($0)) })

  private static let impostors = """
    gram negative|coagulase negative|no change|no longer|not only|no increase|no improvement|not improve|no response|\
    without improvement|without response|not respond|without treatment|no treatment|no further|not certain|no doubt|\
    no relevant|no significant|no toxic|no known|no interest|no allergies|no allergy|no medical|no personal|\
    no pathological|no past|without relevant|free interval|disease free|lack scarring|no complications|\
    without change|not tolerate|not controlled|without success|receptor negative|rh negative|may 2|\
    not resolved
    """

  private static let words: [(String, Cue)] = [
    ("no denies denied denying deny without never neither nor none free absence lacks lack", .negation),
    ("not cannot didn doesn isn wasn", .shortNegation),
    ("negative absent unlikely unremarkable", .negationBothWays),
    ("excluded excluding discarded ruled", .negationBefore),
    ("resolved", .resolved),
    (
      """
      possible possibly probable probably suspect suspected suspicious suspicion suspecting likely questionable versus \
      vs rule concern concerning suggestive suggest suggesting suggested consistent compatible may might could \
      presumed presumptive apparent
      """, .uncertainty
    ),
    ("differential", .differential),
    (
      """
      if risk prevent prevention avoid return screening screen monitor watch precautions unless should develop \
      prophylaxis prophylactic evaluate against
      """, .hypothesis
    ),
    (
      """
      mother father brother sister grandmother grandfather aunt uncle parents sibling siblings cousin paternal \
      maternal familial family son daughter relatives relative husband wife
      """, .family
    ),
    ("history previous previously prior former past status remote antecedents antecedent s", .history),
    (
      """
      reports reported endorses endorse presents presented presenting complains \
      complained states notes has says admits today currently consulted who developed referred attended \
      came showed revealed
      """, .end
    ),
    ("but however except though although", .turn),
    ("with he she it they which where showing being was is had has so", .endAfterComma),
    ("diagnosed underwent suffers suffered suffering", .endOfDenial),
    ("vaccine vaccination vaccinated immunization immunized booster toxoid shot", .inoculation),
    ("follow followup postop recheck", .followUp), ("visit appointment", .visit),
    (
      """
      admitted admission readmitted readmission hospitalized hospitalization icu ward discharge discharged inpatient \
      postoperative
      """, .hospital
    ),
  ]
}
