import ClaimModel

extension CalendarDate {
  /// Whether somebody now living or yet to be treated can have been born or seen on this day: of the years 1850 to 2199.
  ///
  /// A day far from these is a slip of the pen. It would also take the dates that are counted from it (a date of birth by
  /// age, a visit moved by ``RedatePolicy``) out of the years that a claim can state.
  var isPlausible: Bool { (-43_829...84_005).contains(daysSinceEpoch) }

  /// A plausible day at the start of an ISO 8601 text; `nil` for any other text.
  init?(plausible text: some StringProtocol) {
    guard let day = CalendarDate(iso: text), day.isPlausible else { return nil }
    self = day
  }
}
