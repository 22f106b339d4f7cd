import ClaimModel

/// A visit's level by the clinician's total time on its day, and the time beyond the highest level.
///
/// Source: AMA CPT E/M guidelines of 2021 and 2023, "Guidelines for Selecting Level of Service Based on Time"; 99417 for
/// each full 15 minutes beyond the least time of the highest level.
struct VisitTime {
  /// The level that the minutes reach; `nil` when they reach none.
  let level: DecisionLevel?
  /// Units of prolonged service.
  let prolonged: Int

  /// The level of so many minutes in a kind of visit.
  init(minutes: Int?, series: VisitLevel.Series) {
    let bounds = series.minutes
    guard let minutes, let highest = bounds.last else {
      level = nil
      prolonged = 0
      return
    }
    level = DecisionLevel(rawValue: bounds.count { minutes >= $0 })
    prolonged = min(max(0, minutes - highest) / 15, VisitTime.maximumUnits)
  }

  /// More than a day's work was misread.
  private static let maximumUnits = 24
}
