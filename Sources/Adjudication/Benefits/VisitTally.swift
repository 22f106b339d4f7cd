import ClaimModel

/// The days of a limit that are used, while the lines of a claim are looked at one after the other.
struct VisitTally {
  private let limit: Benefits.VisitLimit
  private let benefits: Benefits
  private let years: [Int: Accumulators]
  /// The days of the claim's lines up to now.
  private var days: [Int: Set<CalendarDate>] = [:]

  /// A tally of what the patient has used before.
  init(_ limit: Benefits.VisitLimit, _ context: EditContext) {
    self.limit = limit
    benefits = context.plan.benefits
    years = context.standing.member.years
  }

  /// Takes a line's days; takes none and returns `false` where one of them is more than the benefit has. A day that is
  /// used already costs nothing more.
  mutating func take(_ line: ClaimLine) -> Bool {
    var taken = days
    for day in line.days {
      let year = benefits.planYear(of: day)
      let before = years[year]
      guard before?.visitDays[limit.name]?[day] == nil, taken[year, default: []].insert(day).inserted else { continue }
      guard (before?.days(of: limit.name) ?? 0) + taken[year, default: []].count <= limit.visits else { return false }
    }
    days = taken
    return true
  }
}

extension ClaimLine {
  /// The days of the service.
  var days: some Sequence<CalendarDate> {
    (0...max(0, dateOfService.days(until: lastDay))).lazy.map { dateOfService.adding(days: $0) }
  }
}
