/// Which numbers of the published code lists there are, so that a slip in a plan or a rule is told and not sent.
///
/// The lists grow three times a year: a list is held by the ranges of its numbers, with room for what comes next; which of
/// them are no longer in force is not held.
///
/// Source: X12's external code lists 139 (claim adjustment reasons) and 508 (claim status) and data element 98 (entities),
/// CMS's remittance advice remark codes; numbers as in PyPI's pyx12.
public enum PublishedCodes {
  /// Whether there is such a claim adjustment reason (CARC).
  public static func isReason(_ code: some StringProtocol) -> Bool {
    contains(code, [("", 1...310), ("A", 0...8), ("B", 1...23), ("D", 1...23), ("P", 1...40), ("W", 1...4)])
  }

  /// Whether a claim adjustment reason says nothing without a remark beside it, which X12's list asks for.
  public static func needsRemark(_ reason: some StringProtocol) -> Bool { remarked.contains(String(reason)) }

  private static let remarked: Set<String> = [
    "16", "96", "129", "148", "201", "226", "227", "234", "237", "250", "251", "252", "267", "A1",
  ]

  /// Whether there is such a remark (RARC).
  public static func isRemark(_ code: some StringProtocol) -> Bool {
    // These have at least two digits.
    if code.hasPrefix("MA0") { return contains(code.dropFirst(3), [("", 1...9)]) }
    if code.hasPrefix("MA") { return contains(code.dropFirst(2), [("", 10...134)]) }
    return contains(code, [("M", 1...144), ("N", 1...950)])
  }

  /// Whether there is such a claim status.
  public static func isStatus(_ code: some StringProtocol) -> Bool { contains(code, [("", 0...830)]) }

  /// Whether there is such an entity (NM101).
  public static func isEntity(_ code: some StringProtocol) -> Bool { entities.contains(String(code)) }

  private static func contains(_ code: some StringProtocol, _ series: [(prefix: String, numbers: ClosedRange<Int>)])
    -> Bool
  {
    series.contains { prefix, numbers in
      let digits = code.dropFirst(prefix.count)
      guard code.hasPrefix(prefix), let number = Int(digits), numbers.contains(number) else { return false }
      // No sign, no leading zero.
      return String(number) == digits
    }
  }

  private static let entities = Set(
    """
    13 17 1E 1G 1H 1I 1O 1P 1Q 1R 1S 1T 1U 1V 1W 1X 1Y 1Z 28 2A 2B 2E 2I 2K 2P 2Q 2S 2Z 30 36 3A 3C 3D 3E 3F
    3G 3H 3I 3J 3K 3L 3M 3N 3O 3P 3Q 3R 3S 3T 3U 3V 3W 3X 3Y 3Z 40 43 44 4A 4B 4C 4D 4E 4F 4G 4H 4I 4J 4L 4M
    4N 4O 4P 4Q 4R 4S 4U 4V 4W 4X 4Y 4Z 5A 5B 5C 5D 5E 5F 5G 5H 5I 5J 5K 5L 5M 5N 5O 5P 5Q 5R 5S 5T 5U 5V 5W
    5X 5Y 5Z 61 6A 6B 6C 6D 6E 6F 6G 6H 6I 6J 6K 6L 6M 6N 6O 6P 6Q 6R 6S 6U 6V 6W 6X 6Y 71 72 73 74 77 7C 80
    82 84 85 87 95 CK CZ D2 DD DJ DK DN DO DQ E1 E2 E7 E9 FA FD FE G0 G3 GB GD GI GJ GK GM GY HF HH I3 IJ IL
    IN LI LR MR OB OD OX P0 P2 P3 P4 P6 P7 PT PV PW QA QB QC QD QE QH QK QL QN QO QS QV QY RC RW S4 SJ SU T4
    TQ TT TU UH X3 X4 X5 ZZ
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
