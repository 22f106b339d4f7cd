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

  /// Takes in a word of the given item that may name a kind of visit, alone or with the word of meaning before it. In a
  /// note "prenatal" alone may be said of vitamins.
  mutating func note(
    _ index: Int, of words: [Word], item: Int, isNote: Bool, in section: NoteSection,
    _ kindsByWord: WordMap<VisitKind>
  ) {
    guard section == .chiefComplaint || section == .presentIllness || section == .body || section == .assessment
    else { return }
    let word = words[index]
    if let before = words[..<index].lastIndex(where: { !$0.isStop }), !isApart(before, index, words),
      let kind = kindsByWord[words[before].hash &+ word.hash], kinds[kind] == nil,
      !(section == .presentIllness && (isEarlier(before, words) || isOfAMonth(index, words)))
    {
      kinds[kind] = ChartSpan(item: item, start: Int(words[before].start), end: Int(word.end))
    }
    if let kind = kindsByWord[word.hash], kinds[kind] == nil, kind != .prenatal || !isNote,
      !(index > 0 && word.gap == .space && ChartSignals.organs.contains(words[index - 1].hash))
    {
      kinds[kind] = ChartSpan(item: item, start: Int(word.start), end: Int(word.end))
    }
  }

  /// Whether two words belong to different thoughts: "she is well. The baby moves".
  private func isApart(_ before: Int, _ index: Int, _ words: [Word]) -> Bool {
    words[before...index].dropFirst().contains { $0.gap >= .clause }
  }

  /// "Heart checkup": of one disease, and no check-up.
  private static let organs = WordSet(
    "heart diabetes diabetic thyroid kidney pressure cancer wound eye foot skin asthma copd cholesterol medication ear stent pacemaker"
  )

  /// Whether a story tells of a visit before this one: "a test as part of a routine physical", "since his last annual exam".
  private func isEarlier(_ index: Int, _ words: [Word]) -> Bool {
    guard !words[index].startsSentence else { return false }
    let before = words[max(0, index - 3)..<index]
    let start = before.lastIndex { $0.startsSentence } ?? before.startIndex
    return before[start...].contains { ChartSignals.earlier.contains($0.hash) }
  }

  /// "At her annual exam in January"
  private func isOfAMonth(_ index: Int, _ words: [Word]) -> Bool {
    index + 2 < words.count && words[index + 2].gap == .space && words[index + 1].hash == ChartSignals.inWord
      && ChartSignals.months.contains(words[index + 2].hash)
  }

  private static let inWord = Words.hash("in")
  private static let months = WordSet(
    "january february march april may june july august september october november december")
  private static let earlier = WordSet("part last previous prior during recent")

  mutating func merge(_ other: ChartSignals) {
    isFollowUp = isFollowUp || other.isFollowUp
    isInpatient = isInpatient || other.isInpatient
    isFinal = isFinal || other.isFinal
    kinds.merge(other.kinds) { first, _ in first }
  }
}
