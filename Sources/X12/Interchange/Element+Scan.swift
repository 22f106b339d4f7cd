import ByteBlocks

// What the implementation guide's rules look at.
extension Element {
  /// Up to eight bytes as one number, the first byte lowest, so that codes are compared at once; 0 for a longer element.
  @inline(__always)
  var packed: UInt64 {
    let bytes = UnsafeRawPointer(base)
    switch count {
    case 8: return UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    case 4...7:
      // Both halves, which may overlap.
      let second = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
      return UInt64(UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self)))
        | UInt64(second) &<< UInt64(truncatingIfNeeded: 8 &* (count &- 4))
    case 1...3:
      let middle = count &>> 1
      return UInt64(base[0]) | UInt64(base[middle]) &<< UInt64(truncatingIfNeeded: 8 &* middle)
        | UInt64(base[count &- 1]) &<< UInt64(truncatingIfNeeded: 8 &* (count &- 1))
    default: return 0
    }
  }

  /// At most sixteen bytes as two words, the first byte lowest and none behind them. Of an element that ``hasWords``.
  @inline(__always)
  var words: (UInt64, UInt64) {
    let words = superbill_words(base, Int64(truncatingIfNeeded: count))
    return (UInt64(littleEndian: words.low), UInt64(littleEndian: words.high))
  }

  /// The same of a text.
  static func packed(_ text: some Collection<UInt8>) -> UInt64 {
    text.count <= 8 ? text.reversed().reduce(0) { $0 << 8 | UInt64($1) } : 0
  }

  /// The components, one after the other.
  @inline(__always)
  var components: Components { Components(of: self) }

  /// Whether every byte is ASCII and no control character.
  var isPlain: Bool { bytes.allSatisfy { (32...126).contains($0) } }

  /// Whether it is nothing but blanks, which is as good as nothing.
  /// Source: X12.6 section 3.5.1.5: a string has at least one character that is no blank.
  var isBlank: Bool { bytes.allSatisfy { $0 == 32 } }

  /// Whether a separator of components or repetitions stands in it.
  var holdsSeparators: Bool { bytes.contains { $0 == component || $0 == repetition } }

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

  /// Whether eight bytes, the first the lowest, are the eight digits of a day. `false` may also mean that it takes a closer
  /// look to tell: at the ends of months.
  @inline(__always)
  static func isDay(_ digits: UInt64) -> Bool {
    guard let (year, month, day) = dayDigits(digits) else { return false }
    return year > 0 && UInt(bitPattern: month &- 1) < 12 && UInt(bitPattern: day &- 1) < 28
  }

  /// Year, month and day of eight bytes, if they are digits.
  @inline(__always)
  static func dayDigits(_ digits: UInt64) -> (year: Int, month: Int, day: Int)? {
    // Digits are the bytes whose upper half is 3, also when 6 is added.
    let zeros: UInt64 = 0x3030_3030_3030_3030
    let upper: UInt64 = 0xf0f0_f0f0_f0f0_f0f0
    guard digits & upper == zeros, (digits &+ 0x0606_0606_0606_0606) & upper == zeros else { return nil }
    // Each digit times ten and the next one: the pairs are in the even bytes.
    let ones = digits &- zeros
    let pairs = (ones &* 10 &+ ones >> 8) & 0x00ff_00ff_00ff_00ff
    return (
      Int(pairs & 0xff) &* 100 &+ Int(pairs &>> 16 & 0xff), Int(pairs &>> 32 & 0xff), Int(pairs &>> 48)
    )
  }

  /// Which of up to eight bytes of ASCII, packed as ``packed``, are no digits: the high bit of each.
  @inline(__always)
  static func others(_ packed: UInt64, _ count: Int) -> UInt64 {
    let digits = packed ^ 0x3030_3030_3030_3030
    let marks = (digits &+ 0x7676_7676_7676_7676) & 0x8080_8080_8080_8080
    return marks & (~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count))
  }

  /// Whether one to eight bytes of ASCII, packed, are digits.
  @inline(__always)
  static func isNumber(_ packed: UInt64, _ count: Int) -> Bool { others(packed, count) == 0 }

  /// The number that one to eight digits, packed, are.
  @inline(__always)
  static func number(_ packed: UInt64, _ count: Int) -> Int {
    // Aligned to the right; then two, four and eight digits are put together at once.
    let ones = (packed ^ 0x3030_3030_3030_3030) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    let pairs = ones &* 10 &+ ones &>> 8
    let high = (pairs & 0x0000_00ff_0000_00ff) &* 0x000f_4240_0000_0064
    let low = (pairs &>> 16 & 0x0000_00ff_0000_00ff) &* 0x0000_2710_0000_0001
    return Int(truncatingIfNeeded: (high &+ low) &>> 32)
  }

  /// The hundredths of a number of one to eight bytes, packed: digits, or one or two decimals behind a point. `nil` if they are
  /// something else or it takes a closer look to tell.
  @inline(__always)
  static func hundredths(_ packed: UInt64, _ count: Int) -> Int? {
    let others = exactOthers(packed, count)
    if others == 0 { return number(packed, count) &* 100 }
    let place = others.trailingZeroBitCount &>> 3
    let decimals = count &- 1 &- place
    guard others & (others &- 1) == 0, decimals == 1 || decimals == 2,
      packed &>> UInt64(truncatingIfNeeded: 8 &* place) & 0xff == 46
    else { return nil }
    let before: UInt64 = (1 &<< UInt64(truncatingIfNeeded: 8 &* place)) &- 1
    let number = number(packed & before | packed &>> 8 & ~before, count &- 1)
    return decimals == 2 ? number : number &* 10
  }

  /// ``others(_:_:)`` of any bytes.
  @inline(__always)
  static func exactOthers(_ packed: UInt64, _ count: Int) -> UInt64 {
    let beyond = packed & 0x8080_8080_8080_8080
    return others(packed & 0x7f7f_7f7f_7f7f_7f7f, count) | beyond
  }

  /// How many digits one to eight bytes of ASCII, packed, have that are digits with at most one point among them; 0 if they
  /// are something else or it takes a closer look to tell.
  @inline(__always)
  static func decimalDigits(_ packed: UInt64, _ count: Int) -> Int {
    let others = others(packed, count)
    if others == 0 { return count }
    guard others & (others &- 1) == 0, packed &>> UInt64(others.trailingZeroBitCount &- 7) & 0xff == 46 else {
      return 0
    }
    return count &- 1
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
      while index < element.count, element.base[index] != element.component { index &+= 1 }
      if index < element.count { offset = index &+ 1 } else { (offset, isAtEnd) = (element.count, true) }
      return Element(
        base: element.base + start, count: index &- start, component: element.component,
        repetition: element.repetition, hasWords: element.hasWords)
    }
  }
}
