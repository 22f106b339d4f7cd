import ClaimModel
import Intake
import Testing

@Suite struct RedatePolicyTests {
  @Test func agesAreKeptOverManyDates() throws {
    var random = SeededRandom(seed: 5)
    let policy = RedatePolicy(onto: RedatePolicy.secondQuarter2026)
    var visit = VisitGenerator(seed: 1).visit(0)
    var targets: Set<CalendarDate> = []
    for number in 0..<20_000 {
      visit.id = .derived(from: "redate", String(number))
      let date = CalendarDate(daysSinceEpoch: -10_000 + Int(random.next() % 28_000))
      let birth = date.adding(days: -Int(random.next() % 36_000))
      visit.registration.dateOfService = date
      visit.registration.patient.birthDate = birth
      let moved = policy.redated(visit).registration
      targets.insert(moved.dateOfService)
      #expect(policy.range.contains(moved.dateOfService))
      #expect(moved.patient.birthDate.years(until: moved.dateOfService) == birth.years(until: date))
      let drift = moved.patient.birthDate.days(until: moved.dateOfService) - birth.days(until: date)
      #expect((-2...2).contains(drift))
    }
    #expect(targets.count == 91)
  }

  @Test func visitInTheRangeStays() {
    let visit = VisitGenerator(seed: 1).visit(3)
    #expect(RedatePolicy(onto: RedatePolicy.secondQuarter2026).redated(visit) == visit)
  }

  @Test func rangeMayBeGivenAsDaysBeforeADay() throws {
    let day = try #require(CalendarDate(iso: "2026-06-30"))
    #expect(RedatePolicy(within: 90, before: day).range == RedatePolicy.secondQuarter2026)
    #expect(RedatePolicy(within: -5, before: day).range == day...day)
  }
}
