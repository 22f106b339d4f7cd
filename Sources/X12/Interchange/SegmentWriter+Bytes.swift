import ClaimModel

// The bytes.
extension SegmentWriter {
  /// Writes the separators that are owed, because data follows, and reserves room for it.
  @inline(__always)
  mutating func settle(reserving count: Int) {
    sink.reserve(owedElements &+ owedComponents &+ count &+ 8)
    sink.put(elementSeparators, times: owedElements)
    owedElements = 0
    if owedComponents > 0 {
      sink.put(componentSeparators, times: owedComponents)
      owedComponents = 0
    }
  }

  /// Appends a code with the separators before it.
  @inline(__always)
  mutating func append(code: StaticString) {
    settle(reserving: code.utf8CodeUnitCount)
    sink.put(code.utf8Start, code.utf8CodeUnitCount)
  }

  /// Appends `text` made fit for X12, in capitals unless it `keepsCase`; nothing at all if no character of it is. Returns
  /// whether it is at most `max` characters long.
  @inline(__always)
  mutating func appendData(_ text: borrowing String, max: Int, keepsCase: Bool = false) -> Bool {
    if laysOutTexts, let short = ShortText(text), short.count <= max {
      let before = (sink.count, owedElements, owedComponents)
      settle(reserving: 16)
      if sink.putPlain(short) { return true }
      sink.cut(to: before.0)
      (owedElements, owedComponents) = (before.1, before.2)
    }
    return appendAnyData(text, max: max, keepsCase: keepsCase)
  }

  @inline(never)
  private mutating func appendAnyData(_ text: borrowing String, max: Int, keepsCase: Bool) -> Bool {
    let before = (sink.count, owedElements, owedComponents)
    settle(reserving: 0)
    let start = sink.count
    var met = SpecialCharacters()
    let fits =
      isStandard
      ? X12Text.append(copy text, to: &sink, max: max, keepsCase: keepsCase, met: &met)
      : X12Text.appendCleaned(copy text, to: &sink, max: max, keepsCase: keepsCase, delimiters, met: &met)
    // A name can do without its delimiters, unless it is made of nothing else.
    if keepsCase || sink.count == start || !isStandard { held.formUnion(met) }
    if sink.count == start {
      sink.cut(to: before.0)
      (owedElements, owedComponents) = (before.1, before.2)
    }
    return fits
  }

  /// Digits of the largest number, a sign and a point.
  private static let longestNumber = 24

  /// Appends a number with the separators before it.
  @inline(__always)
  mutating func append(_ number: Int) {
    guard UInt(bitPattern: number) < 10 else { return appendAny(number) }
    settle(reserving: 1)
    sink.put(48 &+ UInt8(truncatingIfNeeded: number))
  }

  @inline(never)
  private mutating func appendAny(_ number: Int) {
    settle(reserving: SegmentWriter.longestNumber)
    if number < 0 { sink.put(UInt8(ascii: "-")) }
    sink.put(digits: number.magnitude, width: 1)
  }

  /// Appends an amount with the separators before it.
  mutating func append(_ money: Money) {
    settle(reserving: SegmentWriter.longestNumber)
    let magnitude = money.cents.magnitude
    if money.cents < 0 { sink.put(UInt8(ascii: "-")) }
    sink.put(digits: magnitude / 100, width: 1)
    let fraction = magnitude % 100
    guard fraction != 0 else { return }
    // A point and two digits, of which the last is not sent when it is 0.
    let (tens, ones) = (UInt64(fraction / 10), UInt64(fraction % 10))
    sink.put((0x30_302e | tens &<< 8 | ones &<< 16).littleEndian, at: 0)
    sink.advance(by: ones == 0 ? 2 : 3)
  }

  /// Appends a day in eight digits with the separators before it.
  mutating func append(_ date: CalendarDate) {
    settle(reserving: SegmentWriter.longestNumber)
    // Lines of a claim mostly have the same day.
    if date != lastDate || lastDigits == 0 {
      let (year, month, day) = date.components
      guard (1...9_999).contains(year) else {
        fail(.tooLong)
        return
      }
      (lastDate, lastDigits) = (date, ByteSink.digits(UInt(year * 10_000 + month * 100 + day)).littleEndian)
    }
    sink.put(lastDigits, at: 0)
    sink.advance(by: 8)
  }
}
