import ClaimModel

/// One element of a ``Segment``, or one component or repetition of it: a view of bytes that are not copied.
///
/// Valid only while the segment is; take a ``string``, ``date`` or ``money`` to keep something.
public struct Element {
  let base: UnsafePointer<UInt8>
  /// How many bytes it has.
  public let count: Int
  let component: UInt8
  let repetition: UInt8?
  /// Whether sixteen bytes can be read from where it starts, however short it is, and texts be made of them.
  let hasWords: Bool

  /// Whether nothing was sent.
  public var isEmpty: Bool { count == 0 }

  /// A copy as text; bytes that are not UTF-8 become replacement characters.
  public var string: String { Element.text(base, count, hasWords: hasWords) }

  /// Not inlined: at each of its many uses it would take as much of the processor's instruction cache as there is for a segment.
  @inline(never)
  private static func text(_ base: UnsafePointer<UInt8>, _ count: Int, hasWords: Bool) -> String {
    Element(base: base, count: count, component: 0, repetition: nil, hasWords: hasWords).inlinedString
  }

  @inline(__always)
  var inlinedString: String {
    if count <= ShortText.longest, hasWords, let text = ShortText(words, count) { return text.string }
    return copied
  }

  @inline(never)
  private var copied: String { String(decoding: bytes, as: UTF8.self) }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// Whether the element is exactly `text` (ASCII).
  @inline(__always)
  public func `is`(_ text: StaticString) -> Bool {
    guard text.utf8CodeUnitCount == count else { return false }
    let other = text.utf8Start
    for index in 0..<count where base[index] != other[index] { return false }
    return true
  }

  /// The `position`th component, from 1; empty when there are fewer.
  public func component(_ position: Int) -> Element { part(position, separator: component) }

  /// How many components there are; 1 for a simple element.
  public var componentCount: Int { 1 + bytes.count { $0 == component } }

  /// The `position`th repetition, from 1; empty when there are fewer.
  public func repetition(_ position: Int) -> Element {
    guard let repetition else { return position == 1 ? self : part(at: count, count: 0) }
    return part(position, separator: repetition)
  }

  /// How many times the element is repeated; 1 for most.
  public var repetitionCount: Int {
    guard let repetition else { return 1 }
    return 1 + bytes.count { $0 == repetition }
  }

  /// The element as a non-negative whole number of at most 18 digits.
  public var number: Int? {
    guard count > 0, count <= 18 else { return nil }
    if count <= 8 { return Element.exactOthers(packed, count) == 0 ? Element.number(packed, count) : nil }
    var value = 0
    for index in 0..<count {
      let digit = base[index] &- 48
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// The element as a day: eight digits, or the first day of a range of two (`20260415-20260417`).
  public var date: CalendarDate? {
    if count == 17 {
      guard base[8] == UInt8(ascii: "-"), part(at: 9, count: 8).date != nil else { return nil }
      return part(at: 0, count: 8).date
    }
    guard count == 8 else { return nil }
    let digits = UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt64.self))
    guard let (year, month, day) = Element.dayDigits(digits) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The last day of a range of two; `nil` for anything else.
  public var lastDate: CalendarDate? { count == 17 && date != nil ? part(at: 9, count: 8).date : nil }

  /// The element as an amount of dollars: an optional sign, at most `Money.largest`, at most two
  /// decimals that are not zero. The rules of `Money.init(_:)`, here without going through a `String`.
  public var money: Money? {
    if count > 0, count <= 8, let cents = Element.hundredths(packed, count) { return Money(cents: cents) }
    guard let cents = decimal(places: 2), Money(cents: cents).isCarried else { return nil }
    return Money(cents: cents)
  }

  /// The element as a quantity, rounded up to a whole number; at most ``largestQuantity``.
  public var quantity: Int? {
    if count > 0, count <= 8, Element.exactOthers(packed, count) == 0 { return Element.number(packed, count) }
    guard let thousandths = decimal(places: 3) else { return nil }
    let whole = thousandths > 0 ? (thousandths + 999) / 1_000 : thousandths / 1_000
    return whole.magnitude <= Element.largestQuantity.magnitude ? whole : nil
  }

  /// The largest quantity that is read or written, above or below zero.
  /// Source: 837P TR3, SV104: at most eight digits before the decimal point.
  public static let largestQuantity = 99_999_999

  /// The decimal number times ten to the power of `places`; `nil` if it is none or has more significant decimals.
  @inline(__always)
  private func decimal(places: Int) -> Int? {
    var index = 0
    let isNegative = count > 0 && base[0] == UInt8(ascii: "-")
    if isNegative || (count > 0 && base[0] == UInt8(ascii: "+")) { index = 1 }
    let start = index
    var value = 0
    while index < count, case let digit = base[index] &- 48, digit < 10 {
      value = value &* 10 &+ Int(digit)
      index += 1
    }
    let integerDigits = index - start
    guard integerDigits <= 11 else { return nil }
    var decimals = 0
    if index < count {
      guard base[index] == UInt8(ascii: ".") else { return nil }
      index += 1
      while index < count {
        let digit = base[index] &- 48
        guard digit < 10 else { return nil }
        index += 1
        if decimals < places {
          decimals += 1
          value = value &* 10 &+ Int(digit)
        } else if digit != 0 {
          return nil
        }
      }
    }
    guard integerDigits > 0 || decimals > 0 else { return nil }
    while decimals < places {
      value &*= 10
      decimals += 1
    }
    return isNegative ? -value : value
  }

  private func part(_ position: Int, separator: UInt8) -> Element {
    var start = 0
    var remaining = position
    for index in 0..<count where base[index] == separator {
      remaining -= 1
      if remaining == 0 { return part(at: start, count: index - start) }
      start = index + 1
    }
    return remaining == 1 ? part(at: start, count: count - start) : part(at: count, count: 0)
  }

  private func part(at start: Int, count: Int) -> Element {
    Element(
      base: base + start, count: count, component: component, repetition: repetition, hasWords: hasWords)
  }
}
