import ClaimModel

// The bytes.
extension SegmentWriter {
  /// Writes the separators that are owed, because data follows.
  mutating func settle() {
    while owedElements > 0 {
      bytes.append(Delimiters.standard.element)
      owedElements -= 1
    }
    while owedComponents > 0 {
      bytes.append(Delimiters.standard.component)
      owedComponents -= 1
    }
  }

  mutating func append(raw text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends `text` made fit for X12; nothing at all if no character of it is. Returns whether it is at most `max`
  /// characters long.
  mutating func appendData(_ text: String, max: Int) -> Bool {
    let rollback = (bytes.count, owedElements, owedComponents)
    settle()
    let start = bytes.count
    let fits = X12Text.append(text, to: &bytes, max: max)
    if bytes.count == start {
      bytes.removeLast(start - rollback.0)
      (owedElements, owedComponents) = (rollback.1, rollback.2)
    }
    return fits
  }

  mutating func append(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digits: number.magnitude, width: 1)
  }

  private mutating func append(digits number: UInt, width: Int) {
    var divisor: UInt = 1
    var places = 1
    while places < width || number / divisor >= 10 {
      divisor *= 10
      places += 1
    }
    while divisor > 0 {
      bytes.append(48 + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }

  mutating func append(_ money: Money) {
    let magnitude = money.cents.magnitude
    if money.cents < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digits: magnitude / 100, width: 1)
    let fraction = magnitude % 100
    guard fraction != 0 else { return }
    bytes.append(UInt8(ascii: "."))
    if fraction % 10 == 0 { append(digits: fraction / 10, width: 1) } else { append(digits: fraction, width: 2) }
  }

  mutating func append(_ date: CalendarDate) {
    let (year, month, day) = date.components
    if !(1...9_999).contains(year) { fail(.tooLong) }
    append(digits: UInt(clamping: year), width: 4)
    append(digits: UInt(month), width: 2)
    append(digits: UInt(day), width: 2)
  }
}
