import ClaimModel

// The bytes.
extension SegmentWriter {
  /// Writes the separators that are owed, because data follows, and reserves room for it.
  @inline(__always)
  mutating func settle(reserving count: Int) {
    sink.reserve(owedElements + owedComponents + count)
    while owedElements > 0 {
      sink.put(Delimiters.standard.element)
      owedElements -= 1
    }
    while owedComponents > 0 {
      sink.put(Delimiters.standard.component)
      owedComponents -= 1
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
  mutating func appendData(_ text: String, max: Int, keepsCase: Bool = false) -> Bool {
    let before = (sink.count, owedElements, owedComponents)
    settle(reserving: 0)
    let start = sink.count
    let fits = X12Text.append(text, to: &sink, max: max, keepsCase: keepsCase)
    if sink.count == start {
      sink.cut(to: before.0)
      (owedElements, owedComponents) = (before.1, before.2)
    }
    return fits
  }

  /// Digits of the largest number, a sign and a point.
  private static let longestNumber = 24

  /// Appends a number with the separators before it.
  mutating func append(_ number: Int) {
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
    sink.put(UInt8(ascii: "."))
    if fraction % 10 == 0 { sink.put(digits: fraction / 10, width: 1) } else { sink.put(digits: fraction, width: 2) }
  }

  /// Appends a day in eight digits with the separators before it.
  mutating func append(_ date: CalendarDate) {
    let (year, month, day) = date.components
    if !(1...9_999).contains(year) { fail(.tooLong) }
    settle(reserving: SegmentWriter.longestNumber)
    sink.put(digits: UInt(clamping: year), width: 4)
    sink.put(digits: UInt(month), width: 2)
    sink.put(digits: UInt(day), width: 2)
  }
}
