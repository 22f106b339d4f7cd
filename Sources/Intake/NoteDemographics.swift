import ClaimModel

/// The patient's age and sex as a note's own words give them: "a 50-year-old female", "6 month old boy", "he reports".
struct NoteDemographics {
  /// An age in the unit it was written in.
  enum Age: Hashable {
    case years(Int)
    case days(Int)
  }

  /// The first age that is said of the patient; `nil` if none is.
  var age: Age?
  /// The sex that the words state, else that of the organs they tell of, else that of most pronouns; `nil` if they do not
  /// tell, or contradict each other.
  ///
  /// Dictation and translation put "he" for "she" more often than they change a noun or an organ.
  var sex: Sex?

  /// Reads the words of `text`.
  init(_ text: String) {
    var text = text
    text.withUTF8 { read(NoteWords($0)) }
  }

  private mutating func read(_ words: NoteWords) {
    readSentences(words)
    let heading = NoteHeading(words)
    age = heading.age ?? age
    sex = sex ?? heading.sex
  }

  private mutating func readSentences(_ words: NoteWords) {
    var rest = words
    // "64F", "72 M": taken where no age is written out.
    var brief: (age: Int, sex: Sex)?
    // The two words before: "well child 24 months".
    var before: (UInt128, UInt128) = (0, 0)
    while let word = rest.next() {
      defer { before = (before.1, word.spelling) }
      if brief == nil, let known = Self.briefs[word.spelling] { brief = known }
      guard age == nil, let number = word.number, number <= 120 else { continue }
      if brief == nil, Self.briefAges.contains(number) {
        var next = rest
        let letter = next.next()?.spelling
        if letter == Self.m || letter == Self.f { brief = (number, letter == Self.m ? .male : .female) }
      }
      var ahead = rest
      var following: [UInt128] = []
      while following.count < 9, let next = ahead.next() { following.append(next.spelling) }
      guard
        let age = Self.age(
          number, following,
          isBehindChild: before.1 == Self.wcc || before.0 == Self.well && Self.children.contains(before.1)
            || Self.checks.contains(before.1) && Self.children.contains(before.0))
      else { continue }
      // "his 9-year-old brother" is somebody else.
      if following.dropFirst().prefix(3).contains(where: Self.relatives.contains) { continue }
      self.age = age
      sex = following.dropFirst().lazy.compactMap { SexSigns.nouns[$0] }.first ?? Self.letter(after: rest)
      if sex != nil { return }
      break
    }
    if age == nil, let brief {
      age = .years(brief.age)
      sex = brief.sex
      return
    }
    // Only where it is not said with the age: it takes a look at each word.
    sex = SexSigns(words).sex
  }

  /// The date that stands alone on one of the first lines, as Synthea's notes begin; `nil` if none does.
  static func leadingDate(in text: String) -> CalendarDate? {
    for line in text.split(maxSplits: 3, whereSeparator: \.isNewline).prefix(3) where line.utf8.count == 10 {
      if let date = CalendarDate(plausible: line) { return date }
    }
    return nil
  }

  private static func age(_ number: Int, _ words: [UInt128], isBehindChild: Bool) -> Age? {
    guard let unit = words.first else { return nil }
    let isOld = words.count > 1 && words[1] == Self.old
    // "18 mo F"
    let isLettered = words.count > 1 && (words[1] == m || words[1] == f) && units[unit] != .year
    let isChild = words.count > 1 && children.contains(words[1]) || isLettered
    guard isOld || isChild || isBehindChild || unit == yo || unit == y && words.count > 1 && words[1] == o else {
      return nil
    }
    switch units[unit] {
    case .year: return .years(number)
    case .month: return .days(number * 365 / 12 + 1)
    case .week: return .days(number * 7)
    case .day: return .days(number)
    case nil: return nil
    }
  }

  /// The sex that a letter right after the age tells: "58 y/o M", "34 yo F".
  private static func letter(after words: NoteWords) -> Sex? {
    var words = words
    while let word = words.next()?.spelling {
      if word == old || word == o || units[word] != nil { continue }
      return word == m ? .male : word == f ? .female : nil
    }
    return nil
  }

  private enum Unit { case year, month, week, day }

  private static let units: [UInt128: Unit] = NoteWords.spelled([
    "year": .year, "years": .year, "yr": .year, "yrs": .year, "yo": .year, "y": .year, "month": .month,
    "months": .month, "mo": .month, "mos": .month, "wk": .week, "week": .week, "weeks": .week, "day": .day,
    "days": .day,
  ])
  private static let (old, yo, y, o) = (
    NoteWords.spelling("old"), NoteWords.spelling("yo"), NoteWords.spelling("y"), NoteWords.spelling("o")
  )
  /// What follows or precedes the age of a child: "6 month well child", "well child 24 months".
  private static let children = Set(
    ["well", "wcc", "child", "infant", "boy", "girl", "male", "female", "baby", "toddler"].map(NoteWords.spelling))
  /// "Well child check - 12 months"
  private static let checks = Set(["check", "checkup", "visit", "exam", "care"].map(NoteWords.spelling))
  private static let (well, wcc) = (NoteWords.spelling("well"), NoteWords.spelling("wcc"))
  private static let briefAges = 18...95
  /// Ages with a letter for the sex: "64f".
  private static let briefs: [UInt128: (age: Int, sex: Sex)] = Dictionary(
    uniqueKeysWithValues: briefAges.flatMap { age in
      [("m", Sex.male), ("f", Sex.female)].map { (NoteWords.spelling("\(age)\($0.0)"), (age, $0.1)) }
    })
  private static let (m, f) = (NoteWords.spelling("m"), NoteWords.spelling("f"))

  private static let relatives = Set(
    ["brother", "sister", "son", "daughter", "mother", "father", "wife", "husband", "sibling", "twin"]
      .map(NoteWords.spelling))
}
