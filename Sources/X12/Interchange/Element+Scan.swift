// What the implementation guide's rules look at.
extension Element {
  /// Up to eight bytes as one number, the first byte lowest, so that codes are compared at once; 0 for a longer element.
  @inline(__always)
  var packed: UInt64 {
    guard count <= 8 else { return 0 }
    var packed: UInt64 = 0
    for index in 0..<count { packed |= UInt64(base[index]) << UInt64(8 * index) }
    return packed
  }

  /// The same of a text.
  static func packed(_ text: some Collection<UInt8>) -> UInt64 {
    text.count <= 8 ? text.reversed().reduce(0) { $0 << 8 | UInt64($1) } : 0
  }

  /// The components, one after the other.
  @inline(__always)
  var components: Components { Components(of: self) }

  /// Whether every byte is ASCII and no control character.
  var isPlain: Bool { bytes.allSatisfy { (32...127).contains($0) } }

  /// Whether it is digits, after a sign or not.
  var isWholeNumber: Bool {
    var index = count > 0 && base[0] == UInt8(ascii: "-") ? 1 : 0
    guard index < count else { return false }
    while index < count {
      if base[index] &- 48 >= 10 { return false }
      index += 1
    }
    return true
  }

  /// How many digits a decimal number has; `nil` for anything else.
  /// Source: X12.6 section 3.5.1.3: sign and point do not count for the length.
  var decimalDigits: Int? {
    var index = count > 0 && base[0] == UInt8(ascii: "-") ? 1 : 0
    var digits = 0
    var hasPoint = false
    while index < count {
      let byte = base[index]
      if byte &- 48 < 10 {
        digits += 1
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        return nil
      }
      index += 1
    }
    return digits > 0 ? digits : nil
  }

  /// Whether it is a time of day: hours and minutes, perhaps seconds and hundredths of them.
  var isTime: Bool {
    guard count >= 4, count <= 8, let number else { return false }
    var value = number
    for _ in 4..<max(count, 4) { value /= 10 }
    return value / 100 < 24 && value % 100 < 60
  }

  /// Steps through the components of an element.
  struct Components {
    private let element: Element
    private var offset = 0
    private(set) var isAtEnd = false

    @inline(__always)
    init(of element: Element) { self.element = element }

    /// The next component; empty when there are no more.
    @inline(__always)
    mutating func next() -> Element {
      let start = offset
      var index = start
      while index < element.count, element.base[index] != element.component { index += 1 }
      if index < element.count { offset = index + 1 } else { (offset, isAtEnd) = (element.count, true) }
      return Element(
        base: element.base + start, count: index - start, component: element.component, repetition: element.repetition)
    }
  }
}
