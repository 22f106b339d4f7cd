import ArgumentParser
import ClaimModel
import Office
import Testing

@testable import WorkerBootstrap

@Suite struct OptionTests {
  private func parse(_ arguments: String...) throws -> WorkerOptions {
    try WorkerOptions.parse(["--store", "sqlite:x"] + arguments)
  }

  @Test(arguments: [
    ("--concurrency", "0"), ("--concurrency", "65"), ("--drain-seconds", "0"), ("--drain-seconds", "3601"),
    ("--drain-seconds", "nan"), ("--batch", "0"), ("--prefetch", "65536"), ("--metrics-port", "65536"),
    ("--metrics-port", "-1"), ("--metrics-host", "example.org"), ("--stall-seconds", "0"),
    ("--kill-switch-rate", "1.1"), ("--kill-switch-rate", "-0.1"), ("--kill-switch-count", "0"),
    ("--kill-switch-window", "10ms"), ("--kill-switch-pause", "25h"), ("--kill-switch-trial", "0"),
    ("--kill-switch-pause", "soon"), ("--kill-switch-pause", "99999999999999999h"), ("--log-level", "loud"),
    ("--log-format", "xml"), ("--clock-rate", "0.5"), ("--clock-rate", "2000000"), ("--clock-rate", "nan"),
    ("--clock-rate", "10"), ("--clock-start", "yesterday"), ("--payers", ""), ("--payers", "a.b"),
    ("--payers", "A B"), ("--payers", "A,,B"), ("--payers", "#"), ("--name", ""), ("--name", "a\nb"),
    ("--name", "a b"), ("--name", "a/b"), ("--name", String(repeating: "x", count: 129)),
  ])
  func wrongValueIsRefusedByName(option: String, value: String) throws {
    let error = #expect(throws: (any Error).self) { try parse("\(option)=\(value)") }
    let text = WorkerOptions.message(for: try #require(error))
    #expect(text.contains(option), "\(text)")
  }

  @Test func switchIsOnWithItsDefaultsAndCanBeTurnedOff() throws {
    #expect(try parse().operation.killSwitch.settings == KillSwitch.Settings())
    #expect(try parse("--no-kill-switch").operation.killSwitch.settings == nil)
    let settings = try parse(
      "--kill-switch-rate", "0.5", "--kill-switch-count", "7", "--kill-switch-window", "5m", "--kill-switch-pause",
      "1500ms", "--kill-switch-trial", "3"
    ).operation.killSwitch.settings
    #expect(
      settings
        == KillSwitch.Settings(
          rate: 0.5, minimumCount: 7, windowMilliseconds: 300_000, pauseMilliseconds: 1_500, trialCount: 3))
  }

  @Test(arguments: ["w", "host.example-1", "jürgen", "42", "a_b:c@d"]) func plainNamesAreTaken(name: String) throws {
    #expect(try parse("--name", name).processName(for: .coding) == "coding/\(name)")
  }

  @Test func payersMayStandApart() throws {
    #expect(try parse("--payers", " A-1, b_2 ").broker.payerIDs == ["A-1", "b_2"])
  }

  @Test(arguments: [("1", ["coding/w"]), ("3", ["coding/w-1", "coding/w-2", "coding/w-3"])])
  func eachLoopHasANameOfItsOwn(concurrency: String, names: [String]) throws {
    let options = try parse("--name", "w", "--concurrency", concurrency)
    let configurations = options.configurations(for: .coding, queues: ["q"])
    #expect(configurations.map(\.name) == names)
    #expect(Set(configurations.map(\.seed)).count == names.count)
  }

  @Test(arguments: [("90", "90s"), ("60s", "1m"), ("1500ms", "1500ms"), ("2h", "2h"), ("0", "0ms")])
  func intervalsAreReadAndShown(text: String, shown: String) throws {
    #expect(try #require(Interval(argument: text)).description == shown)
  }

  @Test func clockIsTheSystemsUnlessARateIsGiven() throws {
    let now = try #require(Timestamp(iso: "2026-05-01T10:00:00Z"))
    let start = try #require(Timestamp(iso: "2026-05-01T09:30:00Z"))
    func clock(_ arguments: [String], _ environment: [String: String] = [:]) throws -> BusinessClock {
      try ClockOptions.parse(arguments).clock(environment: environment, now: now)
    }
    let fast = BusinessClock(start: start, rate: 1_000)
    let byEnvironment = ["SUPERBILL_CLOCK_RATE": "1000", "SUPERBILL_CLOCK_START": "2026-05-01T09:30:00Z"]
    #expect(try clock([]) == .system)
    #expect(try clock(["--clock-start", "2026-05-01T09:30:00Z"]) == .system)
    #expect(try clock(["--clock-rate", "1000", "--clock-start", "2026-05-01T09:30:00Z"]) == fast)
    #expect(try clock([], byEnvironment) == fast)
    #expect(try clock(["--clock-rate", "1"], byEnvironment) == .system)
    for (name, value) in [
      ("RATE", "fast"), ("RATE", "0"), ("START", "soon"), ("START", "2026-05-01T10:00:01Z"), ("START", ""),
    ] {
      let wrong = byEnvironment.merging(["SUPERBILL_CLOCK_\(name)": value]) { $1 }
      let error = #expect(throws: ValidationError.self, "\(name) \(value)") { try clock([], wrong) }
      #expect(error?.message.contains("--clock-\(name.lowercased())") == true)
    }
  }

  @Test(arguments: ["127.0.0.1", "0.0.0.0", "localhost", "::1"])
  func metricsHostsAreAddresses(host: String) throws {
    #expect(try parse("--metrics-host", host).operation.metrics.address != nil)
  }
}
