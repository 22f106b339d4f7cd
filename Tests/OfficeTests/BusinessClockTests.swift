import ClaimModel
import Messages
import Simulation
import Testing

@testable import Office

/// Business time that runs faster than the system's.
@Suite struct BusinessClockTests {
  private let start = Timestamp(milliseconds: 1_784_116_800_000)
  private static let day: Int64 = 86_400_000

  @Test(arguments: [1.0, 2, 1_000, 777.5])
  func timePassesSoManyTimesFaster(rate: Double) {
    let clock = BusinessClock(start: start, rate: rate)
    #expect(clock.time(at: start) == start)
    #expect(clock.time(at: start.adding(milliseconds: 20_000)) == start.adding(milliseconds: Int64(20_000 * rate)))
    #expect(clock.time(at: start.adding(milliseconds: -2)) == start.adding(milliseconds: -Int64(2 * rate)))
  }

  @Test func timeStaysWithinTheCalendar() {
    let clock = BusinessClock(start: start, rate: 1_000_000)
    for milliseconds in [Int64.min, 0, .max] {
      let time = clock.time(at: Timestamp(milliseconds: milliseconds))
      #expect(time.isWithinCalendar && time.milliseconds >= 0)
    }
    #expect(clock.milliseconds(in: .max) > 0)
  }

  @Test func desksAndRemindersLiveByIt() throws {
    let office = try WorkedOffice(businessClock: BusinessClock(start: start, rate: 1_000))
    try office.submit(script(1, "time", "remind \(Self.day) time"))
    try office.work()
    office.time.advance(milliseconds: 86_399)
    try office.work()
    #expect(office.notes == ["\(start.milliseconds)"])
    office.time.advance(milliseconds: 1_000)
    try office.work()
    #expect(office.notes?.count == 2)
    let told = try office.broker.messages(in: "journal").flatMap { try JournalEntry.entries(in: $0.body) }.last
    #expect(told?.sent == start.adding(milliseconds: Self.day))
    #expect(told?.handled == start.adding(milliseconds: Self.day + 999_000))
  }

  @Test func heartbeatsDoNot() throws {
    let office = try WorkedOffice(watching: "status", businessClock: BusinessClock(start: start, rate: 1_000))
    try office.work()
    office.time.advance(milliseconds: 1_999)
    try office.work()
    #expect(office.watched.count == 1)
    office.time.advance(milliseconds: 1)
    try office.work()
    #expect(office.watched.map(\.timestamp) == [start, start.adding(milliseconds: 2_000)])
  }

  @Test func receiptsAreKeptByTheSystemsTime() throws {
    let office = try WorkedOffice(businessClock: BusinessClock(start: start, rate: 1_000)) {
      $0.receiptRetentionMilliseconds = Self.day
    }
    try office.submit(script(1, "note one"))
    try office.work()
    for number in 2...3 {
      office.time.advance(milliseconds: Self.day / 2 + 60_000)
      var later = script(number, "note more")
      later.timestamp = BusinessClock(start: start, rate: 1_000).time(at: office.time.now)
      try office.submit(later)
      try office.work()
      #expect(office.store.hasReceipt(for: script(1).key) == (number == 2))
    }
  }
}
