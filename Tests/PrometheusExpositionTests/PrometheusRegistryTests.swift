import CoreMetrics
import Dispatch
import Glibc
import PrometheusExposition
import Testing

@Suite struct PrometheusRegistryTests {
  private let registry = PrometheusRegistry()

  @Test func writesACounterWithHelpAndType() {
    registry.describe("messages_total", help: "Messages\nhandled, \\ and \"all\".")
    Counter(label: "messages_total", dimensions: [("type", "a"), ("office", "coding")], factory: registry)
      .increment(by: 3)
    #expect(
      registry.text == """
        # HELP messages_total Messages\\nhandled, \\\\ and "all".
        # TYPE messages_total counter
        messages_total{office="coding",type="a"} 3

        """)
  }

  @Test func writesAHistogramWithCumulativeBuckets() {
    registry.describe("size", help: "Size.", bounds: [4, 1, 2.5, 1, .infinity])
    let recorder = Recorder(label: "size", dimensions: [("office", "x")], factory: registry)
    for value in [0.5, 1, 2, 3, 100] { recorder.record(value) }
    #expect(
      registry.text == """
        # HELP size Size.
        # TYPE size histogram
        size_bucket{office="x",le="1"} 2
        size_bucket{office="x",le="2.5"} 3
        size_bucket{office="x",le="4"} 4
        size_bucket{office="x",le="+Inf"} 5
        size_sum{office="x"} 106.5
        size_count{office="x"} 5

        """)
  }

  @Test func timersAreHistogramsInSeconds() throws {
    Timer(label: "wait_seconds", factory: registry).recordNanoseconds(1_500_000_000)
    let page = try ExpositionPage(registry.text)
    #expect(page.families["wait_seconds"]?.type == "histogram")
    #expect(try page.value("wait_seconds_sum") == 1.5)
    #expect(try page.value("wait_seconds_bucket", ["le": "1"]) == 0)
    #expect(try page.value("wait_seconds_bucket", ["le": "2.5"]) == 1)
  }

  @Test func gaugesRiseAndFall() throws {
    let meter = Meter(label: "depth", factory: registry)
    meter.set(5)
    meter.decrement(by: 7.5)
    #expect(try ExpositionPage(registry.text).value("depth") == -2.5)
    Recorder(label: "last", aggregate: false, factory: registry).record(9)
    #expect(try ExpositionPage(registry.text).families["last"]?.type == "gauge")
  }

  @Test func countersNeverFallAndIgnoreWhatIsNoNumber() throws {
    let counter = FloatingPointCounter(label: "spent_total", factory: registry)
    counter.increment(by: 1.5)
    counter.increment(by: -1.0)
    counter.increment(by: Double.nan)
    counter.increment(by: Double.infinity)
    #expect(try ExpositionPage(registry.text).value("spent_total") == 1.5)
    let recorder = Recorder(label: "age", factory: registry)
    recorder.record(Double.nan)
    recorder.record(2)
    #expect(try ExpositionPage(registry.text).value("age_sum") == 2)
  }

  @Test func sameNameAndLabelsAreOneSeries() throws {
    Counter(label: "n_total", dimensions: [("a", "1"), ("b", "2")], factory: registry).increment()
    Counter(label: "n_total", dimensions: [("b", "2"), ("a", "1")], factory: registry).increment()
    #expect(try ExpositionPage(registry.text).value("n_total", ["a": "1", "b": "2"]) == 2)
  }

  @Test(arguments: ["plain", "", "a\"b", "back\\slash", "line\nfeed", "\r\n", "é💊", "{x=\"y\"} 1"])
  func labelValuesComeBackAsTheyWere(value: String) throws {
    Counter(label: "n_total", dimensions: [("v", value)], factory: registry).increment()
    let text = registry.text
    #expect(text.utf8.filter { $0 == 10 }.count == 2, "a value never ends a line")
    #expect(try ExpositionPage(text).value("n_total", ["v": value]) == 1)
  }

  @Test(arguments: [
    ("http.requests-total", "http_requests_total"), ("9lives", "_9lives"), ("", "_"), ("größe", "gr__e"),
    ("a:b", "a:b"),
  ])
  func namesBecomeLegal(name: String, legal: String) throws {
    Counter(label: name, dimensions: [("__x", "1"), ("le", "2"), ("8", "3")], factory: registry).increment()
    #expect(try ExpositionPage(registry.text).value(legal, ["x__x": "1", "le": "2", "_8": "3"]) == 1)
  }

  @Test func aLabelCannotPassForABound() throws {
    Recorder(label: "size", dimensions: [("le", "7")], factory: registry).record(1)
    let page = try ExpositionPage(registry.text)
    #expect(try page.value("size_count", ["le_": "7"]) == 1)
  }

  @Test func aNameKeepsItsFirstType() throws {
    Counter(label: "x", factory: registry).increment()
    Meter(label: "x", factory: registry).set(9)
    Recorder(label: "x", dimensions: [("a", "b")], factory: registry).record(9)
    Recorder(label: "h", factory: registry).record(1)
    Counter(label: "h_count", factory: registry).increment(by: 100)
    Counter(label: "k_sum", factory: registry).increment(by: 100)
    Recorder(label: "k", factory: registry).record(1)
    let page = try ExpositionPage(registry.text)
    #expect(try page.value("x") == 1)
    #expect(try page.value("h_count") == 1)
    #expect(page.families["h_count"] == nil)
    #expect(page.families["k"] == nil)
    #expect(try page.value("k_sum") == 100)
  }

  @Test func destroyedMetricsAreGone() throws {
    let counter = Counter(label: "n_total", dimensions: [("a", "1")], factory: registry)
    Counter(label: "n_total", dimensions: [("a", "2")], factory: registry).increment()
    counter.destroy()
    #expect(try ExpositionPage(registry.text).families["n_total"]?.samples.count == 1)
    Counter(label: "n_total", dimensions: [("a", "2")], factory: registry).destroy()
    #expect(registry.text.isEmpty)
  }

  @Test func observedValuesAreReadAtEachPageAndMayBeMissing() throws {
    let counter = Counter(label: "reads_total", factory: registry)
    registry.observe("temperature", .gauge, dimensions: [("room", "1")], help: "Degrees.") {
      counter.increment()
      return 21.5
    }
    registry.observe("missing", .gauge, help: "Nothing.") { nil }
    _ = registry.text
    let page = try ExpositionPage(registry.text)
    #expect(try page.value("temperature", ["room": "1"]) == 21.5)
    #expect(page.families["missing"] == nil)
    #expect((try page.value("reads_total") ?? 0) >= 1)
  }

  @Test(arguments: [
    (0.0, "0"), (1e15, "1000000000000000"), (-3.0, "-3"), (0.001, "0.001"), (1e-9, "1e-09"), (.infinity, "+Inf"),
    (-.infinity, "-Inf"), (.nan, "NaN"), (1e300, "1e+300"),
  ])
  func numbersAreWrittenAsGoReadsThem(value: Double, text: String) {
    registry.observe("x", .gauge, help: "X.") { value }
    #expect(registry.text.hasSuffix("\nx \(text)\n"), "\(registry.text)")
  }

  @Test func recordingFromManyThreadsLosesNothing() throws {
    let counter = Counter(label: "n_total", factory: registry)
    let timer = Timer(label: "t_seconds", factory: registry)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      for _ in 0..<1_000 {
        counter.increment()
        timer.recordNanoseconds(1)
      }
    }
    let page = try ExpositionPage(registry.text)
    #expect(try page.value("n_total") == 8_000)
    #expect(try page.value("t_seconds_count") == 8_000)
  }

  @Test func tellsAboutItsProcess() throws {
    registry.observeProcess()
    let page = try ExpositionPage(registry.text)
    #expect(try #require(try page.value("process_resident_memory_bytes")) > 1_000_000)
    #expect(try #require(try page.value("process_cpu_seconds_total")) > 0)
    let start = try #require(try page.value("process_start_time_seconds"))
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    #expect((Double(now.tv_sec) - 86_400...Double(now.tv_sec) + 2).contains(start))
  }
}
