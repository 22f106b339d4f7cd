import Testing

@testable import Office

@Suite struct BackoffTests {
  @Test func waitsDoubleUpToTheLongest() {
    var backoff = Backoff(firstMilliseconds: 200, longestMilliseconds: 10_000, seed: 1)
    for ceiling in [200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000, 10_000] {
      let wait = backoff.nextMilliseconds()
      #expect((ceiling / 2...ceiling).contains(wait), "\(wait) is not between half of \(ceiling) and \(ceiling)")
    }
  }

  @Test func resetStartsAgain() {
    var backoff = Backoff(seed: 1)
    for _ in 0..<10 { _ = backoff.nextMilliseconds() }
    backoff.reset()
    #expect(backoff.nextMilliseconds() <= 200)
  }

  @Test func manyFailuresDoNotOverflow() {
    var backoff = Backoff(seed: 1)
    for _ in 0..<200 { #expect(backoff.nextMilliseconds() <= 10_000) }
  }

  @Test func workersThatFailedTogetherDoNotReturnTogether() {
    var firsts: Set<Int> = []
    for seed in 0..<20 {
      var backoff = Backoff(firstMilliseconds: 10_000, seed: UInt64(seed))
      firsts.insert(backoff.nextMilliseconds())
    }
    #expect(firsts.count > 15)
  }
}
