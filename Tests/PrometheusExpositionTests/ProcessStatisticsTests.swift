import Testing

@testable import PrometheusExposition

@Suite struct ProcessStatisticsTests {
  /// A line of `/proc/PID/stat` for a program with an awkward name.
  private static let stat =
    "4242 (a) S (b c) R 1 4242 4242 0 -1 4194304 100 0 0 0 250 50 0 0 20 0 9 0 123456 987654321 2048 18446744073709551615"

  @Test func findsItsFieldsBehindAnAwkwardName() throws {
    let read = try #require(
      ProcessStatistics(
        processStat: Self.stat, systemStat: "cpu 1 2 3\nbtime 1700000000\nprocesses 5\n", ticksPerSecond: 100,
        pageBytes: 4_096))
    #expect(read.cpuSeconds == 3)
    #expect(read.residentBytes == 2_048 * 4_096)
    #expect(read.startSeconds == 1_700_001_234.56)
  }

  @Test(arguments: ["", "4242 (name", "4242 (name) R 1 2 3", "4242 (name) R 1 4242 4242 0 -1 4 1 0 0 0 x y"])
  func saysNothingWhenTheKernelWritesOtherwise(stat: String) {
    #expect(
      ProcessStatistics(processStat: stat, systemStat: "btime 1", ticksPerSecond: 100, pageBytes: 4_096) == nil)
    #expect(ProcessStatistics(processStat: Self.stat, systemStat: "", ticksPerSecond: 100, pageBytes: 4_096) == nil)
  }
}
