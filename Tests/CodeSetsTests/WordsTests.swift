import Testing

@testable import CodeSets

/// How words are told apart: by their letters, whatever their case, accents, possessive and plural endings, or spelling.
@Suite struct WordsTests {
  /// British and American spellings, with the letters that differ at any place of short and long words.
  static let spellings = [
    ("anaemia", "anemia"), ("Oedema", "edema"), ("haemochromatosis", "hemochromatosis"),
    ("oesophagogastroduodenoscopy", "esophagogastroduodenoscopy"), ("electroanaesthesia", "electroanesthesia"),
    ("diarrhoea", "diarrhea"), ("PAEDIATRIC", "pediatric"), ("cholesteatomaectomoe", "cholesteatomectome"),
  ]

  @Test(arguments: spellings) func britishSpellingIsTheAmericanOne(british: String, american: String) {
    #expect(Words.hash(british) == Words.hash(american))
    #expect(Words.hash(british) != Words.hash(american + "x"))
  }

  /// Words that are one, as far as codes go.
  static let forms = [
    ("fractures", "fracture"), ("biopsies", "biopsy"), ("Crohn's", "crohn"), ("SJÖGREN", "sjogren"), ("ii", "2"),
    ("III", "3"), ("I", "i"), ("Fractures", "FRACTURE"), ("12TH", "12th"),
  ]

  @Test(arguments: forms) func formsOfAWordAreOne(form: String, word: String) {
    #expect(Words.hash(form) == Words.hash(word))
  }

  /// Words that only look like forms of another.
  static let others = [("CRPS", "CRP"), ("pus", "pu"), ("arthritis", "arthriti"), ("gas", "ga")]

  @Test(arguments: others) func otherWordsAreNot(one: String, other: String) {
    #expect(Words.hash(one) != Words.hash(other))
  }

  /// The words of a text are those they are alone, wherever they stand: the first eight bytes are read in another way, and
  /// words are handed over in portions.
  @Test func wordsAreTheSameWhereverTheyStand() {
    let words = ["a", "in", "dry", "cough", "edema", "diarrhoea", "haemochromatosis", "ÉPÉE", "o'clock", "T2DM"]
    for count in [1, 7, 63, 64, 65, 200] {
      for first in words.indices {
        let chosen = (0..<count).map { words[(first + $0) % words.count] }
        let read = Words.scan(chosen.joined(separator: " "))
        #expect(read.map(\.hash) == chosen.map(Words.hash))
        #expect(read.map(\.gap) == [.line] + Array(repeating: .space, count: count - 1))
      }
    }
  }

  @Test func gapsTellWhatStandsBetweenWords() {
    let words = Words.scan("Fever, chills; no cough. E. coli 1.5 mg\n\nPlan: rest\n- go on")
    let gaps: [Word.Gap] = [
      .line, .comma, .clause, .space, .sentence, .space, .space, .space, .space, .line, .clause, .line,
    ]
    #expect(Array(words.map(\.gap).prefix(gaps.count)) == gaps)
  }

  @Test func anEmptyTextHasNoWords() {
    #expect(Words.scan("").isEmpty)
    #expect(Words.scan(" .\n ").isEmpty)
  }
}
