import ClaimModel

/// What the first lines of a note tell of the patient's age and sex outside of sentences: "DOB 04/11/1962 … DOS 05/06/2026", "Age/Sex:
/// 74 F", "Re: Clement Szabados, age 47", "Mr. Eskildsen-Roy, 81", "31 G2P1001".
struct NoteHeading {
  /// The age; `nil` where the lines do not tell one.
  private(set) var age: NoteDemographics.Age?
  /// The sex; `nil` where they do not tell it.
  private(set) var sex: Sex?

  private let words: [NoteWords.Word]

  /// Reads the first words of a note.
  init(_ words: NoteWords) {
    var rest = words
    var first: [NoteWords.Word] = []
    first.reserveCapacity(NoteHeading.reach)
    while first.count < NoteHeading.reach, let word = rest.next() { first.append(word) }
    self.words = first
    readBirth()
    for index in first.indices where age == nil && first[index].number != nil { readAge(at: index) }
    if age == nil { readSpelledAge() }
    if sex == nil, first.contains(where: { NoteHeading.isParity($0.spelling) }) { sex = .female }
  }

  // MARK: Dates

  /// The age on the day of the visit, where both it and the day of birth are told.
  private mutating func readBirth() {
    var birth: CalendarDate?
    var visits: [(isLabelled: Bool, day: CalendarDate)] = []
    var index = 0
    while index < words.count {
      guard let (day, end) = date(at: index) else {
        index += 1
        continue
      }
      let before = words[max(0, index - 3)..<index].map(\.spelling)
      if before.contains(where: NoteHeading.births.contains) {
        birth = birth ?? day
        if end < words.count { sex = sex ?? NoteHeading.letters[words[end].spelling] }
        // "M DOB 07/07/1979"
        if let label = words[..<index].lastIndex(where: { NoteHeading.births.contains($0.spelling) }),
          index - label == 1
        {
          sex = sex ?? letter(before: label)
        }
      } else if !before.contains(where: NoteHeading.otherDays.contains) {
        visits.append((before.contains(where: NoteHeading.visits.contains), day))
      }
      index = end
    }
    guard let birth, let visit = visits.first(where: \.isLabelled) ?? visits.first, birth <= visit.day else { return }
    let years = birth.years(until: visit.day)
    guard years <= 120 else { return }
    age = years < 2 ? .days(birth.days(until: visit.day)) : .years(years)
  }

  /// The day that begins with a word, and the word after it: `04 11 1962`, `2026 04 16`, `April 22 2026`, `03 June 2026`.
  private func date(at index: Int) -> (CalendarDate, end: Int)? {
    guard index + 2 < words.count else { return nil }
    let (one, two, three) = (value(index), value(index + 1), value(index + 2))
    func day(_ year: Int?, _ month: Int?, _ day: Int?) -> (CalendarDate, end: Int)? {
      guard let year, let month, let day, let found = CalendarDate(year: full(year), month: month, day: day),
        found.isPlausible
      else { return nil }
      return (found, index + 3)
    }
    if let month = NoteHeading.months[words[index].spelling] { return day(three, month, two) }
    if let month = NoteHeading.months[words[index + 1].spelling] { return day(three, month, one) }
    if let one, one > 1800 { return day(one, two, three) }
    guard let three, three > 1800 || hasTwoDigits(index + 2) else { return nil }
    return day(three, one, two)
  }

  /// The number that a word of at most four digits is.
  private func value(_ index: Int) -> Int? {
    guard words[index].number != nil else { return nil }
    var (rest, value, factor) = (words[index].spelling, 0, 1)
    while rest > 0 {
      value += (Int(rest & 0xff) - 0x30) * factor
      factor *= 10
      rest >>= 8
      if factor > 10_000 { return nil }
    }
    return value
  }

  private func hasTwoDigits(_ index: Int) -> Bool { words[index].spelling >> 8 > 0 && words[index].spelling >> 16 == 0 }

  /// A year of two digits is one of this century up to 40.
  private func full(_ year: Int) -> Int { year >= 100 ? year : year <= 40 ? 2000 + year : 1900 + year }

  // MARK: Ages

  private mutating func readAge(at index: Int) {
    guard let number = words[index].number, number <= 120 else { return }
    // "DOL 5"
    if index > 0, words[index - 1].spelling == NoteHeading.dayOfLife, number <= 60 {
      age = .days(number)
      return
    }
    let next = index + 1 < words.count ? words[index + 1].spelling : 0
    if let age = labelled(number, at: index, next) ?? named(number, at: index, next) {
      self.age = age
      let behind = words[(index + 1)...].prefix(3).lazy.compactMap { NoteHeading.letters[$0.spelling] }.first
      sex = sex ?? behind ?? before(index, NoteHeading.titles) ?? letter(before: index)
    }
  }

  /// "Age: 61", "Age/Sex: 74 F", "Age 12 mo"; not "at age 45".
  private func labelled(_ number: Int, at index: Int, _ next: UInt128) -> NoteDemographics.Age? {
    let label = index >= 2 && words[index - 1].spelling == NoteHeading.sexWord ? index - 2 : index - 1
    guard index <= NoteHeading.longestTitle, label >= 0, words[label].spelling == NoteHeading.ageWord else {
      return nil
    }
    if label > 0, NoteHeading.prepositions.contains(words[label - 1].spelling) { return nil }
    if NoteHeading.months[next] == nil, NoteHeading.monthUnits.contains(next) || isMonthsAndDays(index) {
      return .days(number * 365 / 12 + 1)
    }
    return NoteHeading.weekUnits.contains(next) ? .days(number * 7) : .years(number)
  }

  /// "Age: 12 m 4 d"
  private func isMonthsAndDays(_ index: Int) -> Bool {
    index + 3 < words.count && words[index + 1].spelling == NoteHeading.month && words[index + 2].number != nil
      && NoteHeading.dayUnits.contains(words[index + 3].spelling)
  }

  /// "Dwight, 58, here because …"
  private func isHere(behind index: Int) -> Bool {
    index > 0 && index + 2 < words.count && NoteHeading.arrivals.contains(words[index + 1].spelling)
      && NoteHeading.reasons.contains(words[index + 2].spelling) && words[index - 1].number == nil
      && !NoteHeading.measures.contains(words[index - 1].spelling)
  }

  /// "Mr. Eskildsen-Roy, 81", "Patient: Gwendolyn Tsai, 44", "F 70", "28 G1P1", "67 y M".
  private func named(_ number: Int, at index: Int, _ next: UInt128) -> NoteDemographics.Age? {
    guard NoteHeading.adults.contains(number) else { return nil }
    let isLettered =
      NoteHeading.yearUnits.contains(next) && index + 2 < words.count
      && NoteHeading.letters[words[index + 2].spelling] != nil
    if isLettered || NoteHeading.isParity(next) || isHere(behind: index) { return .years(number) }
    guard index <= NoteHeading.longestTitle, !NoteHeading.units.contains(next) else { return nil }
    if letter(before: index) != nil, date(at: index) == nil { return .years(number) }
    let before = words[max(0, index - 5)..<index]
    guard
      let label = before.lastIndex(where: {
        NoteHeading.names.contains($0.spelling) || NoteHeading.titles[$0.spelling] != nil
      }), index - label >= 2, date(at: index) == nil, label < 1 || date(at: index - 1) == nil,
      index < 2 || date(at: index - 2) == nil,
      words[label..<index].dropFirst().allSatisfy({
        $0.number == nil && !NoteHeading.noNames.contains($0.spelling) && NoteHeading.months[$0.spelling] == nil
      })
    else { return nil }
    return .years(number)
  }

  /// "A sixty-six-year-old woman"
  private mutating func readSpelledAge() {
    for index in words.indices.dropFirst().dropLast()
    where NoteHeading.years.contains(words[index].spelling) && words[index + 1].spelling == NoteHeading.old {
      let ones = NoteHeading.ones[words[index - 1].spelling]
      let tens = NoteHeading.tens[words[ones == nil ? index - 1 : max(0, index - 2)].spelling]
      guard let years = tens.map({ $0 + (ones ?? 0) }) ?? ones else { continue }
      age = .years(years)
      sex = sex ?? words[(index + 1)...].prefix(4).lazy.compactMap { SexSigns.nouns[$0.spelling] }.first
      return
    }
  }

  private func before(_ index: Int, _ table: [UInt128: Sex]) -> Sex? {
    words[max(0, index - 5)..<index].lazy.compactMap { table[$0.spelling] }.first
  }

  /// "F 70"; not "T 98.6 F 72", "room M 30".
  private func letter(before index: Int) -> Sex? {
    guard index > 0 else { return nil }
    if index > 1, words[index - 2].number != nil || NoteHeading.rooms.contains(words[index - 2].spelling) { return nil }
    return NoteHeading.letters[words[index - 1].spelling]
  }

  private static let rooms = spellings("room rm bed unit suite")

  /// "G2P1001"
  private static func isParity(_ spelling: UInt128) -> Bool {
    var letters: [UInt8] = []
    var rest = spelling
    while rest > 0 {
      letters.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    letters.reverse()
    guard letters.count >= 4, letters[0] == UInt8(ascii: "g"), let place = letters.firstIndex(of: UInt8(ascii: "p")),
      place >= 2, place < letters.count - 1
    else { return false }
    return letters.enumerated().allSatisfy { $0.offset == 0 || $0.offset == place || (48...57).contains($0.element) }
  }

  /// So many words are looked through.
  private static let reach = 90
  /// So many words on nobody is named any more.
  private static let longestTitle = 45
  private static let adults = 18...99

  private static func spellings(_ line: String) -> Set<UInt128> { Set(NoteWords.spelled(line)) }
  private static let births = spellings("dob born birth birthdate")
  private static let visits = spellings("dos service visit seen encounter today session exam date")
  private static let otherDays = spellings(
    "edc edd lmp last until due cert dx since discharge discharged adm admitted poc injury doi prior admission hired onset"
  )
  private static let (month, dayOfLife) = (NoteWords.spelling("m"), NoteWords.spelling("dol"))
  private static let dayUnits = spellings("d day days")
  private static let arrivals = spellings("here presents returns comes")
  private static let reasons = spellings("for because with after since to")
  private static let measures = spellings("bp pulse hr p rr sat spo2 wt weight temp t room rm day week")
  private static let ageWord = NoteWords.spelling("age")
  private static let sexWord = NoteWords.spelling("sex")
  private static let prepositions = spellings("at since of by until till under over from before after his her past to")
  private static let monthUnits = spellings("mo mos month months")
  private static let weekUnits = spellings("wk wks week weeks")
  private static let yearUnits = spellings("y yr yrs yo")
  private static let names = spellings("patient pt name re ptnt client traveler employee claimant")
  /// What no name holds.
  private static let noNames = spellings(
    "dob born mrn id no number acct has had is was with for in on who returns here seen visit date dos since after case room seat"
  )
  private static let units = spellings(
    "bpm hr mg mcg ml mo mos wk wks days day weeks week months month min minutes hours hour years year yr yrs pm am percent lb lbs kg th st nd rd of"
  )
  private static let years = spellings("year years")
  private static let old = NoteWords.spelling("old")
  private static let tens: [UInt128: Int] = NoteWords.spelled([
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ])
  private static let ones: [UInt128: Int] = NoteWords.spelled([
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
  ])
  private static let letters: [UInt128: Sex] = NoteWords.spelled([
    "f": .female, "m": .male, "female": .female, "male": .male, "woman": .female, "man": .male,
  ])
  private static let titles: [UInt128: Sex] = NoteWords.spelled([
    "mr": .male, "mrs": .female, "ms": .female, "miss": .female,
  ])
  private static let months: [UInt128: Int] = NoteWords.spelled([
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
  ])
}
