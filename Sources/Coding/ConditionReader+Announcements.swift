import CodeSets

/// Examinations, screenings and aftercare that an assessment announces and that are not done today.
extension ConditionReader {
  /// Whether what a visit may be for is announced: "suture removal in 10 days".
  func isAnnounced(from end: Int, _ row: Int) -> Bool {
    guard icd10cm.letter(row: row) == UInt8(ascii: "Z"), section == .assessment else { return false }
    if ConditionReader.examinations.contains(icd10cm.category(row: row)), isOfProblem(at: end - 1) { return true }
    if ConditionReader.screenings.contains(icd10cm.category(row: row)),
      words[end...].prefix(4).prefix(while: { $0.gap < .sentence }).contains(where: {
        ConditionReader.settled.contains($0.hash)
      })
    {
      return true
    }
    // "Follow up: suture removal 6 d"
    if icd10cm.category(row: row) == ConditionReader.aftercare, end + 1 < words.count, words[end].gap == .space,
      ConditionReader.timeUnits.contains(words[end + 1].hash),
      text[Int(words[end].start)].isDigit
    {
      return true
    }
    let next = words[end...].prefix(4)
    // "Screening mammogram ordered", "bone density due" at a check-up.
    if signals.kinds[.preventive] != nil,
      words[end...].prefix(5).prefix(while: { $0.gap < .line }).contains(where: {
        ConditionReader.orders.contains($0.hash)
      })
    {
      return true
    }
    guard let first = next.first, first.gap <= .comma, ConditionReader.startsOfTime.contains(first.hash) else {
      return false
    }
    return next.dropFirst().contains { ConditionReader.timeUnits.contains($0.hash) }
  }

  /// Z11 to Z13, and words behind a screening that is not done today.
  static let screenings = ICD10CM.category("Z11")...ICD10CM.category("Z13")
  static let settled = WordSet("utd date declined declines refused offered recommended")
  private static let examinations = ICD10CM.category("Z00")...ICD10CM.category("Z01")

  private static let orders = WordSet("ordered order referral referred due overdue")
  private static let aftercare = ICD10CM.category("Z48")
  private static let startsOfTime = WordSet("in next")
  private static let timeUnits = WordSet("day week month year d wk mo yr")
}

extension UInt8 {
  /// Whether it is a digit of ASCII.
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
