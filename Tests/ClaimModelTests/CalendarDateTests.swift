import ClaimModel
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2026, 4, 15, 20_558), (1, 1, 1, -719_162),
    (9999, 12, 31, 2_932_896),
  ]) func daysAreCountedFrom1970(year: Int, month: Int, day: Int, count: Int) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    #expect(Int(date.daysSinceEpoch) == count)
    #expect(date.components == (year, month, day))
  }

  @Test func everyDayOfEightCenturiesReadsBack() throws {
    var date = try #require(CalendarDate(year: 1600, month: 1, day: 1))
    let end = try #require(CalendarDate(year: 2400, month: 12, day: 31))
    var wrong = 0
    while date <= end {
      let (year, month, day) = date.components
      if CalendarDate(year: year, month: month, day: day) != date { wrong += 1 }
      date = date.adding(days: 1)
    }
    #expect(wrong == 0)
  }

  @Test(arguments: [(2026, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (0, 1, 1)])
  func daysThatDoNotExistAreRefused(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: ["20260415"]) func x12DatesAreRead(text: String) {
    #expect(CalendarDate(yyyymmdd: text) == CalendarDate(year: 2026, month: 4, day: 15))
    #expect(CalendarDate(yyyymmdd: text)?.yyyymmdd == text)
  }

  @Test(arguments: ["2026041", "202604150", "2026-4-1", "20261301", "20260230", "-2260415", "", "2026 415"])
  func otherX12DatesAreRefused(text: String) { #expect(CalendarDate(yyyymmdd: text) == nil) }

  @Test(arguments: ["2026-4-15", "26-04-15", "2026-04", "2026/04/15", "", "2026-02-30"])
  func otherISODatesAreRefused(text: String) { #expect(CalendarDate(iso: text) == nil) }

  @Test func ageIsInFullYears() throws {
    let born = try #require(CalendarDate(iso: "2000-02-29"))
    #expect(born.years(until: try #require(CalendarDate(iso: "2026-02-28"))) == 25)
    #expect(born.years(until: try #require(CalendarDate(iso: "2026-03-01"))) == 26)
    #expect(born.years(until: born) == 0)
    #expect(born.years(until: born.adding(days: -1)) == -1)
  }

  @Test(arguments: [
    ("2026-04-15", 0), ("2026-04-15T09:30", 34_200_000), ("2026-04-15T09:30:05Z", 34_205_000),
    ("2026-04-15 09:30:05.123456", 34_205_123), ("2026-04-15T09:30:05.5Z", 34_205_500),
  ]) func momentsAreRead(text: String, millisecondsOfDay: Int64) throws {
    let day = Timestamp(startOf: try #require(CalendarDate(iso: "2026-04-15")))
    #expect(Timestamp(iso: text) == day.adding(milliseconds: millisecondsOfDay))
  }

  @Test(arguments: ["2026-04-15T", "2026-04-15T25:00", "2026-04-15T09:60", "2026-04-15T09:30:61", "x", "2026-04-15T9"])
  func otherMomentsAreRefused(text: String) { #expect(Timestamp(iso: text) == nil) }

  @Test func momentsBefore1970HaveTheirOwnDay() {
    let moment = Timestamp(milliseconds: -1)
    #expect(moment.description == "1969-12-31T23:59:59.999Z")
    #expect(moment.date.iso == "1969-12-31")
    #expect(moment.hhmm == "2359")
    #expect(Timestamp(iso: moment.description) == moment)
  }

  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (1_776_245_405_007, "2026-04-15T09:30:05.007Z"),
      (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ] as [(Int64, String)])
  func momentsAreWrittenAndReadAgain(milliseconds: Int64, text: String) {
    #expect(Timestamp(milliseconds: milliseconds).description == text)
    #expect(Timestamp(iso: text) == Timestamp(milliseconds: milliseconds))
  }

  @Test(arguments: [Int64.max, .min, 253_402_300_800_000])
  func momentsThatNoCalendarHasAreStillWritten(milliseconds: Int64) {
    #expect(!Timestamp(milliseconds: milliseconds).description.isEmpty)
  }
}
