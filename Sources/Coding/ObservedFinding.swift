import ClaimModel
import CodeSets

/// What an observation supports by itself.
///
/// A finding is not a diagnosis: what is abnormal is coded when the clinician says what it means, so most observations are
/// evidence only, and no eGFR makes a kidney disease. What a code may be taken from:
///
/// - a positive test for SARS-CoV-2: the infection (I.C.1.g.1.a); a negative one: that there was a test (I.C.1.g.1.e and f);
/// - the body mass index, beside a diagnosis of the clinician's that asks for it (I.B.14);
/// - the week of a pregnancy, beside a code of chapter 15 (I.C.21.c.11);
/// - tobacco, where a code assigned asks for it (I.A.17);
/// - circumstances of life, Z55 to Z65, beside other codes (I.B.14, I.C.21.c.17): what the answer names, not the question.
///
/// Source: ICD-10-CM Official Guidelines, section III.B (abnormal findings) and the sections above.
struct ObservedFinding {
  /// The infection that a test has shown.
  private(set) var mentions: [Mention] = []
  /// Circumstances of life that a screening found.
  private(set) var circumstances: [Mention] = []
  /// Measures, habits and tests.
  private(set) var clues: ChartClues

  init(_ item: DocumentationItem, index: Int, icd10cm: ICD10CM, vocabulary: Vocabulary, rules: DiagnosisRules) {
    func read(_ text: String) -> TextReader {
      var text = text
      return text.withUTF8 {
        TextReader($0, item: index, of: item, year: 0, icd10cm: icd10cm, vocabulary: vocabulary, covid: nil)
      }
    }
    // The answer alone: a question may name what is not there.
    if let colon = item.text.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let start = item.text.utf8.distance(from: item.text.startIndex, to: colon) + 1
      let answer = read(String(decoding: item.text.utf8.dropFirst(start), as: UTF8.self))
      for var mention in answer.conditions.mentions
      where mention.status == .present && rules.isCircumstance(mention.row) {
        mention.start += start
        mention.end += start
        circumstances.append(mention)
      }
    }
    let whole = read(item.text)
    clues = whole.clues.clues
    clues.found.removeAll { !rules.isTobacco($0.clue.row) }
    clues.pregnancy = PregnancyClues()
    readCovidTest(item, index: index, words: whole.words, rules: rules)
  }

  /// The result of a test for SARS-CoV-2, and what it comes to.
  private mutating func readCovidTest(_ item: DocumentationItem, index: Int, words: [Word], rules: DiagnosisRules) {
    guard let covid = rules.exposures.covid, let contact = rules.exposures.covidContact,
      item.codings.contains(where: { ObservedFinding.covidTests.contains($0.code) }), let first = words.first,
      let last = words.last
    else { return }
    let hashes = words.map(\.hash)
    let isDenied = hashes.contains(where: ObservedFinding.denials.contains)
    let place = (start: Int(first.start), end: Int(last.end))
    if !isDenied, hashes.contains(where: ObservedFinding.results.contains) {
      var mention = Mention(
        item: index, word: 0, start: place.start, end: place.end, row: covid, origin: .title, termConfidence: 1,
        words: words.count, section: .body)
      mention.givenBy = .test
      mentions.append(mention)
    } else if isDenied {
      let clue = Clue(row: contact, use: .exposure, rank: 0)
      clues.covidTest = (FoundClue(clue: clue, item: index, start: place.start, end: place.end), isReason: true)
    }
  }

  private static let results = Set(["positive", "detected", "pos", "det"].map(Words.hash))
  private static let denials = Set(["not", "negative", "undetected", "neg", "nd"].map(Words.hash))

  /// Tests for the virus's nucleic acid or antigen, by LOINC; tests for antibodies show no present infection.
  private static let covidTests: Set<String> = [
    "94500-6", "94309-2", "94531-1", "94533-7", "94534-5", "94558-4", "94559-2", "94565-9", "94640-0", "94660-8",
    "94745-7", "94746-5", "94756-4", "94757-2", "94759-8", "94760-6", "94764-8", "94845-5", "95209-3", "95406-5",
    "95409-9", "95424-2", "95425-9", "95608-6", "95609-4", "96119-3", "97097-0",
  ]
}
