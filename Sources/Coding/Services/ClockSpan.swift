/// The time between two times of day that a dash or "to" joins: "10:35 – 11:06", "11:50 AM to 1:20 PM".
enum ClockSpan {
  private struct Clock {
    var minutes: Int
    var start: Int
    var end: Int
  }

  /// The minutes of the first such span of a stretch of text.
  static func minutes(in text: ArraySlice<UInt8>) -> Int? {
    let letters = SmallLetters(text).bytes
    let clocks = clocks(in: letters)
    for (one, other) in zip(clocks, clocks.dropFirst()) where isJoined(letters[one.end..<other.start]) {
      guard other.minutes > one.minutes else { return nil }
      return other.minutes - one.minutes
    }
    return nil
  }

  private static func isJoined(_ between: ArraySlice<UInt8>) -> Bool {
    let joint = between.filter { $0 != UInt8(ascii: " ") }
    return joint == Array("-".utf8) || joint == Array("to".utf8) || joint == [0xe2, 0x80, 0x93]
  }

  private static func clocks(in letters: [UInt8]) -> [Clock] {
    var found: [Clock] = []
    for colon in letters.indices where letters[colon] == UInt8(ascii: ":") {
      var start = colon
      while start > 0, colon - start < 2, (48...57).contains(letters[start - 1]) { start -= 1 }
      let end = colon + 3
      guard start < colon, end <= letters.count,
        let hour = Int(String(decoding: letters[start..<colon], as: UTF8.self)), hour < 24,
        let minute = Int(String(decoding: letters[(colon + 1)..<end], as: UTF8.self)), minute < 60
      else { continue }
      var clock = Clock(minutes: hour * 60 + minute, start: start, end: end)
      let rest = letters[end...].prefix(3).drop { $0 == UInt8(ascii: " ") }
      if rest.count > 1, rest.dropFirst().first == UInt8(ascii: "m") {
        if rest.first == UInt8(ascii: "p"), hour < 12 { clock.minutes += 720 }
        if rest.first == UInt8(ascii: "a"), hour == 12 { clock.minutes -= 720 }
        clock.end = rest.startIndex + 2
      }
      found.append(clock)
    }
    return found.isEmpty ? wholeClocks(in: letters) : found
  }

  /// Times of day in four digits without a colon, of which the second follows a dash: "0920-0940".
  private static func wholeClocks(in letters: [UInt8]) -> [Clock] {
    var found: [Clock] = []
    for start in letters.indices.dropLast(3) {
      let digits = letters[start..<start + 4]
      guard digits.allSatisfy({ (48...57).contains($0) }), start == 0 || !isOfNumber(letters[start - 1]),
        start + 4 == letters.count || !isOfNumber(letters[start + 4]),
        let value = Int(String(decoding: digits, as: UTF8.self)), value / 100 < 24, value % 100 < 60
      else { continue }
      found.append(Clock(minutes: value / 100 * 60 + value % 100, start: start, end: start + 4))
    }
    return found
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ",")
  }
}
