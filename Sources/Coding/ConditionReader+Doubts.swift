import ClaimModel
import CodeSets

/// What a doubt about a condition leaves certain.
extension ConditionReader {
  /// The complaint named beside a suspected condition is there: "suspected rotator cuff tear with left shoulder pain", "possible stress
  /// fracture, foot pain"; not "possible syncope, seizure", "gastritis or abdominal pain".
  ///
  /// Source: ICD-10-CM Official Guidelines, section IV.H: an uncertain diagnosis is coded by the symptoms that led to it.
  mutating func keepComplaints(upTo end: Int) {
    let named = mentions.indices[sentence.firstMention...]
    guard let doubted = named.first(where: { mentions[$0].status == .uncertain }), !isComplaint(mentions[doubted].row)
    else { return }
    // "With cough and fever": the list goes on.
    var last: Int?
    for index in named.dropFirst(doubted - named.lowerBound + 1)
    where mentions[index].status == .uncertain && isComplaint(mentions[index].row) {
      let word = mentions[index].word
      // The join before the words of the complaint, of which a side or a degree may come first.
      var first = word
      while first > sentence.firstWord, words[first].gap < .comma, !ConditionReader.accompaniments.contains(words[first].hash),
        Int(words[first - 1].start) >= mentions[index - 1].end
      {
        first -= 1
      }
      let isBeside =
        last == index - 1 || words[first].gap == .comma || ConditionReader.accompaniments.contains(words[first].hash)
      let isChoice = words[sentence.firstWord..<end].contains { ConditionReader.choices.contains($0.hash) }
      guard isBeside, !isChoice else { continue }
      mentions[index].status = .present
      last = index
    }
  }

  /// Whether a code is of a symptom: of chapter 18, or a pain that the chapter of joints and muscles names by its place.
  func isComplaint(_ row: Int) -> Bool {
    if icd10cm.letter(row: row) == UInt8(ascii: "R") { return true }
    let code = icd10cm.code(at: row).rawValue
    return ConditionReader.pains.contains { code.hasPrefix($0) }
  }

  private static let pains = ["M255", "M542", "M545", "M546", "M549", "M796"]
  private static let accompaniments = WordSet(["with", "w"].map(Words.hash))
  private static let choices = WordSet(["or", "vs", "versus", "differential", "ddx"].map(Words.hash))
}
