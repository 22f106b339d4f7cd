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
  /// The sex said with the age, else that of most pronouns; `nil` if the words do not tell.
  var sex: Sex?

  /// Reads the words of `text`.
  init(_ text: String) {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    for index in words.indices {
      guard let number = Int(words[index]), (0...120).contains(number),
        let age = Self.age(number, words[(index + 1)...].prefix(3))
      else { continue }
      let following = words[(index + 2)...].prefix(8)
      // "his 9-year-old brother" is somebody else.
      if following.prefix(3).contains(where: { Self.relatives.contains($0) }) { continue }
      self.age = age
      sex = following.lazy.compactMap { Self.nouns[$0] }.first ?? Self.letter(after: words[(index + 1)...])
      break
    }
    if sex == nil {
      let balance = words.reduce(0) { $0 + (Self.pronouns[$1] ?? 0) }
      sex = balance == 0 ? nil : balance > 0 ? .female : .male
    }
  }

  /// The date that stands alone on one of the first lines, as Synthea's notes begin; `nil` if none does.
  static func leadingDate(in text: String) -> CalendarDate? {
    for line in text.split(whereSeparator: \.isNewline).prefix(3) where line.utf8.count == 10 {
      if let date = CalendarDate(plausible: line) { return date }
    }
    return nil
  }

  private static func age(_ number: Int, _ words: ArraySlice<Substring>) -> Age? {
    guard let unit = words.first else { return nil }
    let isAge = words.dropFirst().first == "old" || unit == "yo" || (unit == "y" && words.dropFirst().first == "o")
    guard isAge else { return nil }
    switch unit {
    case "year", "years", "yr", "yrs", "yo", "y": return .years(number)
    case "month", "months": return .days(number * 365 / 12 + 1)
    case "week", "weeks": return .days(number * 7)
    case "day", "days": return .days(number)
    default: return nil
    }
  }

  /// The sex that a letter right after the age tells: "58 y/o M", "34 yo F".
  private static func letter(after words: ArraySlice<Substring>) -> Sex? {
    let letter = words.drop { ["year", "years", "yr", "yrs", "yo", "y", "o", "old"].contains($0) }.first
    return letter == "m" ? .male : letter == "f" ? .female : nil
  }

  private static let relatives: Set<Substring> = [
    "brother", "sister", "son", "daughter", "mother", "father", "wife", "husband", "sibling", "twin",
  ]

  private static let nouns: [Substring: Sex] = [
    "female": .female, "woman": .female, "girl": .female, "lady": .female,
    "male": .male, "man": .male, "boy": .male, "gentleman": .male,
  ]

  private static let pronouns: [Substring: Int] = ["she": 1, "her": 1, "hers": 1, "he": -1, "him": -1, "his": -1]
}
