import CodeSets

/// What a chart says of the visit beside its conditions.
struct ChartSignals {
  /// The visit follows an earlier one.
  var isFollowUp = false
  /// The patient was in a hospital.
  var isInpatient = false
  /// The clinician said that nothing more specific is available.
  var isFinal = false
  /// Kinds of visits named, each with the words that first name it.
  var kinds: [VisitKind: ChartSpan] = [:]

  /// What a visit was for, beside problems.
  enum VisitKind: UInt8 {
    case preventive, prenatal, deathCertification
  }

  /// The last word, for kinds of visits named by two words.
  private var previous: (hash: UInt64, start: Int) = (0, 0)

  /// Takes in a word of the given item.
  mutating func note(_ word: Word, item: Int, in section: NoteSection, _ kindsByWord: WordMap<VisitKind>) {
    guard !word.isStop else { return }
    if section == .chiefComplaint || section == .presentIllness || section == .body || section == .assessment {
      if word.gap < .clause, let kind = kindsByWord[previous.hash &+ word.hash], kinds[kind] == nil {
        kinds[kind] = ChartSpan(item: item, start: previous.start, end: Int(word.end))
      }
      if let kind = kindsByWord[word.hash], kinds[kind] == nil {
        kinds[kind] = ChartSpan(item: item, start: Int(word.start), end: Int(word.end))
      }
    }
    previous = (word.hash, Int(word.start))
  }

  mutating func merge(_ other: ChartSignals) {
    isFollowUp = isFollowUp || other.isFollowUp
    isInpatient = isInpatient || other.isInpatient
    isFinal = isFinal || other.isFinal
    kinds.merge(other.kinds) { first, _ in first }
  }
}
