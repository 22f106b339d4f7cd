import ClaimModel
import CodeSets

/// The phrases by which notes name services, and what is said of them; hashed once. It is a class, so that readers hold it
/// without copying it.
final class ServiceTable: Sendable {
  /// What a phrase is to the reader.
  enum Sense: Sendable {
    case term(Int)
    case site(BodySite)
    case side(Mention.Side)
    case drug(Int)
    case vaccine(Int)
    /// Words that say something of the services beside them; done verbs and circumstances.
    case words(ServiceWords)
    case veto(ServiceVeto)
    /// What was said before it is another matter: `but`.
    case end
    case visit(VisitCue)
    case unit(Unit)
    case number(Int)
    /// Words that only look like a service.
    case nothing
  }

  /// What a number counts.
  enum Unit: Sendable {
    case centimeter, millimeter, milligram, microgram, gram, milliliter, internationalUnit, minute, hour, view, piece
  }

  let terms: [ServiceTerm]
  /// The term of plain images.
  let xray: Int
  /// The term of urine that is tested in whatever way.
  let urinalysis: Int
  /// The term of joints.
  let joint: Int
  let unnamedLaboratory: Int
  let phrases: PhraseTable<Sense>
  /// The words with which spelled numbers begin.
  private let numberWords: WordSet
  /// The letters with which numbers begin, a bit each from `a` on; `x` among them: "x3".
  let numberLetters: UInt32

  init() {
    var terms: [ServiceTerm] = []
    var phrases = PhraseList<Sense>()
    for line in ServiceTable.lines {
      phrases.enter(line.phrases, .term(terms.count))
      terms.append(line.term)
    }
    for (index, drug) in InjectedDrug.all.enumerated() { phrases.enter(drug.phrases, .drug(index)) }
    for (index, vaccine) in NamedVaccine.all.enumerated() { phrases.enter(vaccine.phrases, .vaccine(index)) }
    for (sense, list) in ServiceTable.cues { phrases.enter(list, sense) }
    for side in Mention.Side.allCases { phrases.enter(side.names.joined(separator: "|"), .side(side)) }
    for site in BodySite.allCases { phrases.enter(site.phrases, .site(site)) }
    for (number, word) in ServiceTable.numbers { phrases.enter(word, .number(number)) }
    self.terms = terms
    xray = terms.firstIndex { $0.family == .xray } ?? 0
    urinalysis = terms.firstIndex { $0.family == .urinalysis && !$0.isAtHand } ?? 0
    joint = terms.firstIndex { $0.family == .joint } ?? 0
    unnamedLaboratory = ServiceTable.lines.firstIndex { $0.phrases == ServiceTable.unnamedLaboratory } ?? -1
    self.phrases = PhraseTable(phrases)
    numberLetters = (["x"] + ServiceTable.numbers.flatMap { $0.1.split(separator: "|") })
      .reduce(0) { letters, word in word.utf8.first.map { letters | 1 << UInt32($0 - UInt8(ascii: "a")) } ?? letters }
    numberWords = WordSet(
      ServiceTable.numbers.flatMap { $0.1.split(separator: "|") }.compactMap { Words.scan(String($0)).first?.hash })
  }

  /// The places of the body that a text names.
  func sites(in text: String) -> [BodySite] {
    let words = Words.scan(text)
    var found: [BodySite] = []
    var index = 0
    while index < words.count {
      if let (sense, end) = sense(words, at: index) {
        if case .site(let site) = sense { found.append(site) }
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  /// Whether a term stands for blood that is looked at for something the words leave open: "labs".
  func isUnnamedLaboratory(_ term: Int) -> Bool { term == unnamedLaboratory }

  /// Whether a spelled number may begin with a word.
  func mayBeginNumber(_ hash: UInt64) -> Bool { numberWords.contains(hash) }

  /// The longest phrase that starts at a word, and the word after it.
  func sense(_ words: [Word], at index: Int) -> (sense: Sense, end: Int)? {
    phrases.match(words, at: index).map { ($0.sense, $0.end) }
  }

  /// One row of the tables of services.
  struct Line {
    var term: ServiceTerm
    var phrases: String

    init(
      _ family: ServiceFamily, _ procedure: ProcedureCode? = nil, acts: ServiceWords = [], says: ServiceWords = [],
      waived: Bool = false, side: Bool = false, atHand: Bool = false, noun: Bool = false, steers: Bool = false,
      _ phrases: String
    ) {
      term = ServiceTerm(
        family: family, procedure: procedure, acts: noun ? acts : acts.union(.performed), says: says, isAct: !noun,
        isWaived: waived, hasSide: side, isAtHand: atHand, isSteering: steers)
      self.phrases = phrases
    }
  }

  private static let lines: [Line] =
    officeTests + images + outsideTests + injections + skin + wounds + eyesEarsNose + casts + women + others
    + specialties + clinics + offices + smallOperations + nerveServices + measurements
    + acted + endoscopies

  private static let numbers: [(Int, String)] = [
    (1, "one|single"), (2, "two"), (3, "three"), (4, "four"), (5, "five"), (6, "six"), (7, "seven"), (8, "eight"),
    (9, "nine"), (10, "ten"), (11, "eleven"), (12, "twelve"), (15, "fifteen"), (20, "twenty"), (25, "twenty five"),
    (30, "thirty"), (35, "thirty five"), (40, "forty"), (45, "forty five"), (50, "fifty"), (60, "sixty"),
  ]
}
