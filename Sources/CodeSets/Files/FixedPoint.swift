/// Decimal numbers as whole numbers of their last digit.
enum FixedPoint {
  /// `1.3` with two digits is 130; `nil` for anything but digits with at most so many decimals that are not zero.
  static func parse(_ text: String, digits: Int) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      text.utf8.contains(where: { (48...57).contains($0) }), parts[0].utf8.count <= 9
    else { return nil }
    var decimals = parts.count == 2 ? String(parts[1]) : ""
    while decimals.utf8.count > digits {
      guard decimals.removeLast() == "0" else { return nil }
    }
    decimals += String(repeating: "0", count: digits - decimals.utf8.count)
    return Int((parts[0].isEmpty ? "0" : parts[0]) + decimals)
  }

  /// 130 with two digits is `1.30`.
  static func text(_ number: Int, digits: Int) -> String {
    let text = String(number)
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.utf8.count)) + text
    return padded.dropLast(digits) + "." + padded.suffix(digits)
  }
}
