import ClaimModel
import CodeSets

/// What happened long ago, by the time that is told beside it.
extension ConditionReader {
  /// A stroke or an infarction of which the year or many weeks are told: "CVA 2019", "NSTEMI 6 weeks ago".
  ///
  /// Source: ICD-10-CM Official Guidelines, sections I.C.9.d.3 and I.C.9.e.1 (acute for four weeks).
  func isLongAgo(_ found: Range<Int>, _ row: Int) -> Bool {
    let isSudden = ConditionReader.events.contains(icd10cm.category(row: row))
    guard isSudden || ConditionReader.passing.contains(icd10cm.category(row: row)) else { return false }
    let end = found.upperBound
    var index = end
    while index < min(words.count, end + 3), words[index].gap <= .comma {
      if WordSet.years.contains(words[index].hash), isSudden || isEarlierYear(index) { return true }
      if index + 2 < words.count, words[index + 2].hash == ConditionReader.ago {
        if ConditionReader.longUnits.contains(words[index + 1].hash) { return true }
        return words[index + 1].hash == ConditionReader.week && ConditionReader.manyWeeks.contains(words[index].hash)
      }
      index += 1
    }
    return false
  }

  /// Whether a word is a year before that of the visit.
  func isEarlierYear(_ index: Int) -> Bool {
    words[index].number(in: text).map { $0 < year } ?? false
  }

  private static let events = ICD10CM.categories("I21 I22 I60 I61 I62 I63 G45")
  /// What passes within the year.
  private static let passing = ICD10CM.categories(
    "I26 I82 A04 A40 A41 B02 J12 J13 J14 J15 J16 J17 J18 K85 O14 O15 S22 S32 S42 S52 S62 S72 S82 S92")
  private static let longUnits = WordSet("month year mo yr")
  private static let week = Words.hash("week")
  private static let manyWeeks = WordSet((5...99).map { Words.hash(String($0)) })
}
