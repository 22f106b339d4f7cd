import CodeSets

/// Reads numbers and what they count out of a text's words.
struct ServiceNumbers {
  let words: [Word]
  let text: UnsafeBufferPointer<UInt8>
  let table: ServiceTable

  /// A number with its unit.
  struct Quantity {
    /// In thousandths of the unit.
    var thousandths: Int
    /// `nil` when it counts nothing that is known.
    var unit: ServiceTable.Unit?
    /// The word it starts at.
    var word: Int
    /// Whether it tells how many times: "nails x 10"; not "x 10 days".
    var isTimes = false
    /// Whether it counts days, weeks and the like.
    var isSpan = false
    /// Whether it is what a milliliter holds: "6 mg/mL".
    var isStrength = false
    /// Whether it is set apart from what follows: "Procedure 2 - shave biopsy".
    var isApart = false
  }

  /// The most numbers of a sentence that are looked at.
  private static let maximumQuantities = 200

  /// The numbers in a range of words.
  func quantities(in range: Range<Int>) -> [Quantity] {
    var found: [Quantity] = []
    var index = range.lowerBound
    let letters = table.numberLetters
    while index < range.upperBound, found.count < ServiceNumbers.maximumQuantities {
      guard ServiceNumbers.mayBegin(with: text[Int(words[index].start)], letters) else {
        index += 1
        continue
      }
      if let times = times(at: index) {
        found.append(times)
        index += 1
        continue
      }
      guard mayBeNumber(index), let number = number(at: index) else {
        index += 1
        continue
      }
      let unit = number.unit ?? (number.next < range.upperBound ? unit(at: number.next) : nil)
      let isSpan = number.next < words.count && ServiceNumbers.spans.contains(words[number.next].hash)
      let isTimes = unit == nil && index > 0 && words[index - 1].hash == ServiceNumbers.times && !isSpan
      found.append(
        Quantity(
          thousandths: number.thousandths, unit: unit, word: index, isTimes: isTimes, isSpan: isSpan,
          isStrength: isPerMilliliter(behind: number.next, isAttached: number.unit != nil),
          isApart: unit == nil && !isTimes && number.next < words.count && words[number.next].gap == .clause))
      index = number.next
    }
    return found
  }

  /// Whether "/mL" follows a number and its unit.
  private func isPerMilliliter(behind next: Int, isAttached: Bool) -> Bool {
    let unit = isAttached ? next - 1 : next
    guard unit + 1 < words.count, words[unit].end < words[unit + 1].start,
      text[Int(words[unit].end)] == UInt8(ascii: "/")
    else { return false }
    return ServiceNumbers.milliliters.contains(words[unit + 1].hash)
  }

  private static let milliliters = WordSet("ml cc")

  /// A number written together with the "x" before it: "x3"; not "x3 days".
  private func times(at index: Int) -> Quantity? {
    let (start, end) = (Int(words[index].start), Int(words[index].end))
    guard end - start >= 2, end - start <= 3, text[start] | 0x20 == UInt8(ascii: "x"), isDigit(start + 1) else {
      return nil
    }
    let (value, last) = digits(from: start + 1, limit: end)
    let isSpan = index + 1 < words.count && ServiceNumbers.spans.contains(words[index + 1].hash)
    return last == end && !isSpan ? Quantity(thousandths: value * 1000, unit: nil, word: index, isTimes: true) : nil
  }

  /// Whether a number may begin with a byte: a digit, one of some letters, or a letter beyond ASCII.
  @inline(__always)
  private static func mayBegin(with byte: UInt8, _ letters: UInt32) -> Bool {
    let letter = (byte | 0x20) &- UInt8(ascii: "a")
    return letter >= 26 || letters >> UInt32(letter) & 1 != 0
  }

  private static let times = Words.hash("x")
  private static let stances = WordSet("weight bearing weightbearing standing upright")
  private static let spans = WordSet("day week month year hour minute d wk mo yr dose time")
  private static let megaUnits = Words.hash("mu")
  private static let millions = WordSet("million mu")

  private func unit(at index: Int) -> ServiceTable.Unit? {
    guard !words[index].startsSentence else { return nil }
    if case .unit(let unit) = table.sense(words, at: index)?.sense { return unit }
    // "3 weight-bearing views"
    if ServiceNumbers.stances.contains(words[index].hash) {
      let next = words[index...].prefix(3).firstIndex { !ServiceNumbers.stances.contains($0.hash) }
      if let next, case .unit(.view) = table.sense(words, at: next)?.sense { return .view }
    }
    // "50 minutes spent": the word may begin a phrase of its own.
    if case .unit(let unit) = table.phrases.match(words, at: index, upTo: 1)?.sense { return unit }
    return nil
  }

  /// Whether a word begins with a digit, or may begin a spelled number.
  @inline(__always)
  private func mayBeNumber(_ index: Int) -> Bool {
    isDigit(Int(words[index].start)) || table.mayBeginNumber(words[index].hash)
  }

  /// The number at a word: in digits, with a fraction, or spelled.
  private func number(at index: Int) -> (thousandths: Int, unit: ServiceTable.Unit?, next: Int)? {
    let start = Int(words[index].start)
    guard isDigit(start) else {
      guard let found = table.sense(words, at: index), case .number(let number) = found.sense else { return nil }
      return (number * 1000, nil, found.end)
    }
    var (value, place) = digits(from: start, limit: Int(words[index].end))
    guard value < 1_000_000 else { return nil }
    var thousandths = value * 1000
    var next = index + 1
    if place == Int(words[index].end), next < words.count, Int(words[next].start) == place + 1 {
      let mark = text[place]
      let begin = Int(words[next].start)
      if mark == UInt8(ascii: "."), isDigit(begin) {
        let (fraction, end) = digits(from: begin, limit: min(Int(words[next].end), begin + 3))
        thousandths += fraction * ServiceNumbers.tenths[end - begin]
        place = Int(words[next].end)
        next += 1
      } else if mark == UInt8(ascii: ","), isDigit(begin), Int(words[next].end) == begin + 3 {
        // 1,000 and 1,200,000
        while next < words.count, Int(words[next].start) == place + 1, text[place] == UInt8(ascii: ","),
          isDigit(Int(words[next].start)), value < 1_000_000
        {
          value = value * 1000 + digits(from: Int(words[next].start), limit: Int(words[next].end)).value
          place = Int(words[next].end)
          next += 1
        }
        guard value < 1_000_000_000 else { return nil }
        thousandths = value * 1000
      }
    }
    // "1/2 mL"
    if value > 0, place == Int(words[next - 1].end), next + 1 < words.count, Int(words[next].start) == place + 1,
      text[place] == UInt8(ascii: "/"), Int(words[next].end) == place + 2,
      case let parts = digits(from: place + 1, limit: place + 2).value, value < parts, parts < 5,
      unit(at: next + 1) != nil
    {
      return (value * 1000 / parts, nil, next + 1)
    }
    // "2.4 million units"
    if next < words.count, ServiceNumbers.millions.contains(words[next].hash), thousandths < 100_000 {
      // "2.4 MU"
      return (
        thousandths * 1_000_000, words[next].hash == ServiceNumbers.megaUnits ? .internationalUnit : nil, next + 1
      )
    }
    // "40mg"
    return (thousandths, place < Int(words[next - 1].end) ? attached(place, Int(words[next - 1].end)) : nil, next)
  }

  /// What a fraction of so many digits is multiplied by.
  private static let tenths = [1000, 100, 10, 1]

  private func isDigit(_ place: Int) -> Bool { text[place] >= 48 && text[place] <= 57 }

  private func digits(from start: Int, limit: Int) -> (value: Int, end: Int) {
    var value = 0
    var place = start
    while place < limit, isDigit(place), value < 1_000_000 {
      value = value * 10 + Int(text[place] - 48)
      place += 1
    }
    return (value, place)
  }

  private func attached(_ start: Int, _ end: Int) -> ServiceTable.Unit? {
    guard end - start <= 7 else { return nil }
    return switch String(decoding: text[start..<end], as: UTF8.self).lowercased() {
    case "mg": .milligram
    case "mcg": .microgram
    case "g", "gm": .gram
    case "ml", "cc": .milliliter
    case "cm": .centimeter
    case "mm": .millimeter
    case "min", "mins", "minutes": .minute
    case "v", "view", "views": .view
    default: nil
    }
  }

  /// Whether a plus sign follows a word in its line, within a few words: "strep +", "drug cup in clinic: + fentanyl".
  func hasPlus(after end: Int) -> Bool {
    let start = Int(words[end - 1].end)
    let behind = text[start..<min(text.count, start + ServiceNumbers.reachOfPlus)]
    return behind.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: ".") }.contains(UInt8(ascii: "+"))
  }

  private static let reachOfPlus = 24

  /// Whether a semicolon stands before a word.
  func followsSemicolon(_ index: Int) -> Bool {
    guard index > 0, case .clause = words[index].gap else { return false }
    return text[Int(words[index - 1].end)..<Int(words[index].start)].contains(UInt8(ascii: ";"))
  }

  /// Whether a number at a word begins a date: "06/04".
  func isOfDate(_ index: Int) -> Bool {
    let end = Int(words[index].end)
    return end + 1 < text.count && text[end] == UInt8(ascii: "/") && isDigit(end + 1)
  }

  /// Whether a number at a word is the hour of a time of day: "10:50".
  func isOfClock(_ index: Int) -> Bool {
    let (start, end) = (Int(words[index].start), Int(words[index].end))
    return end - start <= 2 && end + 2 < text.count && text[end] == UInt8(ascii: ":") && isDigit(end + 1)
      && isDigit(end + 2) && isDigit(start)
  }

  /// The year that a word spells, from 1950 to 2099.
  func year(at index: Int) -> Int? {
    let (start, end) = (Int(words[index].start), Int(words[index].end))
    guard end - start == 4, isDigit(start) else { return nil }
    let (value, last) = digits(from: start, limit: end)
    return last == end && (1950...2099).contains(value) ? value : nil
  }
}
