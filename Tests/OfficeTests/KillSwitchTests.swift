import ClaimModel
import Office
import Testing

@Suite struct KillSwitchTests {
  private static let settings = KillSwitch.Settings(
    rate: 0.3, minimumCount: 50, windowMilliseconds: 30_000, pauseMilliseconds: 60_000, trialCount: 10)

  private func at(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: 1_000_000_000 + milliseconds) }

  private func tripped() -> KillSwitch {
    var killSwitch = KillSwitch(Self.settings)
    _ = killSwitch.record(handled: 100, failed: 100, at: at(0))
    return killSwitch
  }

  @Test func staysClosedUntilEnoughMessagesWereHandled() {
    var killSwitch = KillSwitch(Self.settings)
    #expect(killSwitch.record(handled: 49, failed: 49, at: at(0)) == nil)
    #expect(!killSwitch.isOpen)
    let change = killSwitch.record(handled: 1, failed: 0, at: at(1))
    #expect(change == .tripped(failed: 49, handled: 50, pauseMilliseconds: 60_000))
    #expect(killSwitch.isOpen)
    #expect(killSwitch.allowance == 0)
  }

  @Test(arguments: [(30, false), (31, true)])
  func opensOnlyAboveTheRate(failed: Int, opens: Bool) {
    var killSwitch = KillSwitch(Self.settings)
    #expect((killSwitch.record(handled: 100, failed: failed, at: at(0)) != nil) == opens)
  }

  @Test(arguments: [(26_000, true), (31_000, false)])
  func failuresLeaveTheWindow(after milliseconds: Int64, opens: Bool) {
    var killSwitch = KillSwitch(Self.settings)
    #expect(killSwitch.record(handled: 40, failed: 40, at: at(0)) == nil)
    #expect((killSwitch.record(handled: 60, failed: 0, at: at(milliseconds)) != nil) == opens)
  }

  @Test func oldSuccessesDoNotHideAnOutage() {
    var killSwitch = KillSwitch(Self.settings)
    for second in 0..<60 { #expect(killSwitch.record(handled: 1_000, failed: 0, at: at(Int64(second) * 1_000)) == nil) }
    var seconds: Int64 = 60
    while killSwitch.record(handled: 1_000, failed: 1_000, at: at(seconds * 1_000)) == nil { seconds += 1 }
    // 30 % of a window of 30 s are failures after some nine seconds.
    #expect((68...71).contains(seconds))
  }

  @Test func triesAFewMessagesAfterThePauseAndNotBefore() {
    var killSwitch = tripped()
    #expect(killSwitch.advance(to: at(59_999)) == nil)
    #expect(killSwitch.isOpen)
    #expect(killSwitch.advance(to: at(60_000)) == .trial(count: 10))
    #expect(killSwitch.isOnTrial)
    #expect(killSwitch.allowance == 10)
    #expect(killSwitch.record(handled: 4, failed: 1, at: at(60_001)) == nil)
    #expect(killSwitch.allowance == 6)
    #expect(killSwitch.record(handled: 6, failed: 2, at: at(60_002)) == .closed)
    #expect(killSwitch.allowance == nil)
  }

  @Test func trialEndsAsSoonAsItCannotGoWell() {
    var killSwitch = tripped()
    _ = killSwitch.advance(to: at(60_000))
    #expect(killSwitch.record(handled: 3, failed: 3, at: at(60_001)) == nil)
    let change = killSwitch.record(handled: 1, failed: 1, at: at(60_002))
    #expect(change == .tripped(failed: 4, handled: 4, pauseMilliseconds: 60_000))
    #expect(killSwitch.advance(to: at(120_001)) == nil)
    #expect(killSwitch.advance(to: at(120_002)) == .trial(count: 10))
  }

  @Test func forgetsWhatWasBeforeThePause() {
    var killSwitch = KillSwitch(
      KillSwitch.Settings(minimumCount: 50, windowMilliseconds: 600_000, pauseMilliseconds: 1_000, trialCount: 1))
    #expect(killSwitch.record(handled: 100, failed: 100, at: at(0)) != nil)
    _ = killSwitch.advance(to: at(1_000))
    #expect(killSwitch.record(handled: 1, failed: 0, at: at(1_000)) == .closed)
    #expect(killSwitch.record(handled: 49, failed: 10, at: at(1_001)) == nil)
  }

  @Test func clockThatIsSetBackDoesNotKeepItOpen() {
    var killSwitch = tripped()
    #expect(killSwitch.advance(to: at(-3_600_000)) == .trial(count: 10))
  }

  @Test func neverOpensWhenEverythingMayFail() {
    var killSwitch = KillSwitch(KillSwitch.Settings(rate: 1))
    #expect(killSwitch.record(handled: 10_000, failed: 10_000, at: at(0)) == nil)
  }

  /// Random traffic beside a plain account of the same rules: every batch that counts is kept and added up anew.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func followsItsRulesUnderRandomTraffic(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let settings = KillSwitch.Settings(
      rate: Double.random(in: 0...1, using: &random), minimumCount: Int.random(in: 1...100, using: &random),
      windowMilliseconds: Int64.random(in: 100...20_000, using: &random),
      pauseMilliseconds: Int64.random(in: 0...20_000, using: &random),
      trialCount: Int.random(in: 1...30, using: &random))
    let slice = max(1, settings.windowMilliseconds / 10)
    var killSwitch = KillSwitch(settings)
    var kept: [(slice: Int64, handled: Int, failed: Int)] = []
    var trial = (handled: 0, failed: 0)
    var trippedAt: Int64 = 0
    var now: Int64 = 5_000_000
    func exceeds(_ failed: Int, _ handled: Int) -> Bool { Double(failed) > settings.rate * Double(handled) }

    for _ in 0..<200 {
      now += Int64.random(in: 0...3_000, using: &random)
      let time = Timestamp(milliseconds: now)
      if killSwitch.isOpen {
        let change = killSwitch.advance(to: time)
        #expect((change != nil) == (now - trippedAt >= settings.pauseMilliseconds))
        trial = (0, 0)
        continue
      }
      let wasOnTrial = killSwitch.isOnTrial
      let handled = min(Int.random(in: 1...60, using: &random), killSwitch.allowance ?? .max)
      let failed = Int.random(in: 0...handled, using: &random)
      let change = killSwitch.record(handled: handled, failed: failed, at: time)
      let mustTrip: Bool
      if wasOnTrial {
        trial = (trial.handled + handled, trial.failed + failed)
        mustTrip = exceeds(trial.failed, settings.trialCount)
        #expect(trial.handled <= settings.trialCount, "never more than the trial's messages")
        #expect((change == .closed) == (!mustTrip && trial.handled == settings.trialCount))
      } else {
        kept.append((now / slice, handled, failed))
        let inWindow = kept.filter { $0.slice > now / slice - 10 }
        let total = inWindow.reduce(0) { $0 + $1.handled }
        mustTrip = total >= settings.minimumCount && exceeds(inWindow.reduce(0) { $0 + $1.failed }, total)
      }
      #expect(killSwitch.isOpen == mustTrip)
      if mustTrip {
        trippedAt = now
        kept = []
      }
    }
  }
}
