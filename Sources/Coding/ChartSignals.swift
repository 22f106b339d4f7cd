import CodeSets

/// What a chart says of the visit beside its conditions.
struct ChartSignals {
  /// The visit follows an earlier one.
  var isFollowUp = false
  /// The patient was in a hospital.
  var isInpatient = false
  /// The clinician said that nothing more specific is available.
  var isFinal = false
  /// Kinds of visits named, by phrase.
  var kinds: Set<VisitKind> = []

  /// What a visit was for, beside problems.
  enum VisitKind: UInt8 {
    case preventive, prenatal, deathCertification
  }

  /// Words of the last phrase, for kinds of visits named by two words.
  private var previous: UInt64 = 0

  mutating func note(_ word: Word, in section: NoteSection, vocabulary: Vocabulary) {
    guard !word.isStop else { return }
    if section == .chiefComplaint || section == .presentIllness || section == .body || section == .assessment {
      if word.gap < .clause, let kind = vocabulary.visitKinds[previous &+ word.hash] { kinds.insert(kind) }
      if let kind = vocabulary.visitKinds[word.hash] { kinds.insert(kind) }
    }
    previous = word.hash
  }

  mutating func merge(_ other: ChartSignals) {
    isFollowUp = isFollowUp || other.isFollowUp
    isInpatient = isInpatient || other.isInpatient
    isFinal = isFinal || other.isFinal
    kinds.formUnion(other.kinds)
  }
}
