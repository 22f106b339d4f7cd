/// An amount of US dollars, held as a whole number of cents so that sums are exact.
///
/// ```swift
/// let charge = Money(cents: 12_500)        // $125.00
/// let copay = Money("25")!                 // $25.00
/// (charge - copay).description             // "100.00"
/// ```
public struct Money: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The amount in cents; negative for credits and reversals.
  public var cents: Int

  /// An amount of `cents` hundredths of a dollar.
  public init(cents: Int) { self.cents = cents }

  /// Zero dollars.
  public static let zero = Money(cents: 0)

  /// The largest amount, above or below zero, that is taken from anybody: $99,999,999.99. Hundreds of millions of such
  /// amounts can be added up before a sum overflows, more than any message or file holds.
  ///
  /// Source: 837P and 835 TR3 section B.1.1.3.1.2: a monetary amount (data element 782) has at most ten digits, cents
  /// included.
  public static let largest = Money(cents: 9_999_999_999)

  /// Whether the amount is one that can be sent and received; see ``largest``.
  public var isCarried: Bool { cents.magnitude <= Money.largest.cents.magnitude }

  /// Reads a decimal amount of dollars as X12 writes it: an optional sign, digits, and at most two decimals
  /// (`"125"`, `"125.5"`, `"-0.05"`, `".5"`). Further decimals are accepted only when they are zeros.
  ///
  /// Returns `nil` for anything else, and for amounts beyond ``largest``.
  public init?(_ text: some StringProtocol) { self.init(utf8: text.utf8) }

  /// Reads a decimal amount from bytes; see ``init(_:)-(StringProtocol)``.
  public init?(utf8 text: some Sequence<UInt8>) {
    var negative = false
    var value = 0
    var integerDigits = 0
    var decimals = -1
    var first = true
    for byte in text {
      defer { first = false }
      switch byte {
      case UInt8(ascii: "-") where first: negative = true
      case UInt8(ascii: "+") where first: break
      case UInt8(ascii: ".") where decimals < 0: decimals = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int(byte - UInt8(ascii: "0"))
        if decimals < 0 {
          integerDigits += 1
          guard integerDigits <= 11 else { return nil }
          value = value * 10 + digit
        } else if decimals < 2 {
          decimals += 1
          value = value * 10 + digit
        } else {
          guard digit == 0 else { return nil }
        }
      default: return nil
      }
    }
    guard integerDigits > 0 || decimals > 0 else { return nil }
    for _ in max(decimals, 0)..<2 { value *= 10 }
    guard value <= Money.largest.cents else { return nil }
    self.cents = negative ? -value : value
  }

  /// The amount as X12 writes it: no leading zeros, no trailing zero decimals (`125`, `125.5`, `-0.05`).
  public var x12: String {
    let magnitude = cents.magnitude
    var text = cents < 0 ? "-" : ""
    text += String(magnitude / 100)
    let fraction = magnitude % 100
    if fraction != 0 {
      text += fraction < 10 ? ".0" : "."
      text += String(fraction % 10 == 0 ? fraction / 10 : fraction)
    }
    return text
  }

  /// The amount with two decimals: `125.00`, `-0.05`.
  public var description: String {
    let magnitude = cents.magnitude
    let fraction = magnitude % 100
    return (cents < 0 ? "-" : "") + String(magnitude / 100) + (fraction < 10 ? ".0" : ".") + String(fraction)
  }

  /// Orders by amount.
  public static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }
  /// The exact sum.
  public static func + (left: Money, right: Money) -> Money { Money(cents: left.cents + right.cents) }
  /// The exact difference.
  public static func - (left: Money, right: Money) -> Money { Money(cents: left.cents - right.cents) }
  /// The amount with the opposite sign.
  public static prefix func - (amount: Money) -> Money { Money(cents: -amount.cents) }
  /// The amount `count` times.
  public static func * (amount: Money, count: Int) -> Money { Money(cents: amount.cents * count) }
  /// Adds in place.
  public static func += (left: inout Money, right: Money) { left.cents += right.cents }
  /// Subtracts in place.
  public static func -= (left: inout Money, right: Money) { left.cents -= right.cents }

  /// This amount times `percent` hundredths, rounded half away from zero to a cent.
  public func percent(_ percent: Int) -> Money {
    let product = cents * percent
    return Money(cents: (product + (product < 0 ? -50 : 50)) / 100)
  }

  /// This amount times `share` thousandths, rounded half away from zero to a cent.
  public func perMille(_ share: Int) -> Money {
    let product = cents * share
    return Money(cents: (product + (product < 0 ? -500 : 500)) / 1_000)
  }
}

extension Sequence where Element == Money {
  /// The exact sum of the amounts.
  public func sum() -> Money { reduce(.zero, +) }
}
