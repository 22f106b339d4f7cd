import CoreMetrics
import Synchronization

/// The metrics of a process, for swift-metrics to record and for Prometheus to read.
///
/// ```swift
/// let registry = PrometheusRegistry()
/// registry.describe("requests_total", help: "Requests answered.")
/// Counter(label: "requests_total", dimensions: [("code", "200")], factory: registry).increment()
/// registry.text  // # HELP requests_total Requests answered.…
/// ```
///
/// | swift-metrics | Prometheus |
/// |---|---|
/// | `Counter`, `FloatingPointCounter` | counter |
/// | `Meter`, `Gauge`, `Recorder` that does not aggregate | gauge |
/// | `Recorder` that aggregates | histogram |
/// | `Timer` | histogram, in seconds |
///
/// Names that the format does not allow are made legal. A metric whose name another kind of metric has already is
/// recorded nowhere, because two types under one name would make the whole page unreadable.
public final class PrometheusRegistry: Sendable {
  /// A metric's type in the exposition format.
  public enum Kind: String, Hashable, Sendable {
    /// It only grows.
    case counter
    /// It rises and falls.
    case gauge
    /// Values counted by bounds.
    case histogram
  }

  /// The media type of ``text``.
  public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  /// Bounds for times from a millisecond to a minute, in seconds.
  public static let standardBounds: [Double] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
  ]

  private struct Description {
    var help: String
    var bounds: [Double]
  }

  private struct Family {
    var kind: Kind
    var series: [LabelSet: any Series] = [:]
  }

  private struct State {
    var descriptions: [String: Description] = [:]
    var families: [String: Family] = [:]
  }

  private let state = Mutex(State())

  /// A registry without metrics.
  public init() {}

  /// Says what a metric means, before it is made. `bounds` are a histogram's upper bounds.
  public func describe(_ name: String, help: String, bounds: [Double] = PrometheusRegistry.standardBounds) {
    let sound = Array(Set(bounds.filter(\.isFinite))).sorted()
    state.withLock { $0.descriptions[MetricName.metric(name)] = Description(help: help, bounds: sound) }
  }

  /// A counter or gauge whose value is read at each ``text``; `nil` leaves it out.
  public func observe(
    _ name: String, _ kind: Kind, dimensions: [(String, String)] = [], help: String,
    read: @escaping @Sendable () -> Double?
  ) {
    describe(name, help: help)
    _ = series(name, kind, dimensions) { _ in ObservedSeries(read) }
  }

  /// All metrics in the text format, version 0.0.4.
  ///
  /// Source: Prometheus, "Exposition formats", text-based format.
  public var text: String {
    let (families, descriptions) = state.withLock { ($0.families, $0.descriptions) }
    var text = ""
    for (name, family) in families.sorted(by: { $0.key < $1.key }) {
      var lines = ""
      // Outside the lock: an observed value may take its time.
      for (labels, series) in family.series.sorted(by: { $0.key.text() < $1.key.text() }) {
        series.write(name: name, labels: labels, to: &lines)
      }
      guard !lines.isEmpty else { continue }
      if let help = descriptions[name]?.help { text += "# HELP \(name) \(MetricName.escapedHelp(help))\n" }
      text += "# TYPE \(name) \(family.kind.rawValue)\n" + lines
    }
    return text
  }

  /// The series of that name and those labels, made when there is none; one outside the registry when the name is taken
  /// by another kind of metric.
  private func series<S: Series>(
    _ name: String, _ kind: Kind, _ dimensions: [(String, String)], make: (_ bounds: [Double]) -> S
  ) -> S {
    let name = MetricName.metric(name)
    let labels = LabelSet(dimensions, reserved: kind == .histogram ? "le" : nil)
    return state.withLock { state in
      let bounds = state.descriptions[name]?.bounds ?? Self.standardBounds
      if let found = state.families[name]?.series[labels] as? S, state.families[name]?.kind == kind { return found }
      let made = make(bounds)
      let isFree = Self.isFree(name, for: kind, in: state.families)
      guard isFree, state.families[name]?.series[labels] == nil else { return made }
      state.families[name, default: Family(kind: kind)].series[labels] = made
      return made
    }
  }

  /// Whether a metric of that kind may have that name: no other kind has it, nor the lines of a histogram.
  private static func isFree(_ name: String, for kind: Kind, in families: [String: Family]) -> Bool {
    if let family = families[name] { return family.kind == kind }
    let suffixes = ["_bucket", "_sum", "_count"]
    if kind == .histogram, suffixes.contains(where: { families[name + $0] != nil }) { return false }
    return !suffixes.contains { name.hasSuffix($0) && families[String(name.dropLast($0.count))]?.kind == .histogram }
  }

  private func remove(_ handler: AnyObject) {
    state.withLock { state in
      for name in state.families.keys {
        guard let found = state.families[name]?.series.first(where: { $0.value === handler }) else { continue }
        state.families[name]?.series[found.key] = nil
        if state.families[name]?.series.isEmpty == true { state.families[name] = nil }
      }
    }
  }
}

extension PrometheusRegistry: MetricsFactory {
  /// A counter.
  public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    series(label, .counter, dimensions) { _ in CounterSeries() }
  }

  /// A counter of fractions.
  public func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    series(label, .counter, dimensions) { _ in CounterSeries() }
  }

  /// A gauge.
  public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    series(label, .gauge, dimensions) { _ in GaugeSeries() }
  }

  /// A histogram when it aggregates, otherwise a gauge.
  public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
    guard aggregate else { return series(label, .gauge, dimensions) { _ in GaugeSeries() } }
    return series(label, .histogram, dimensions) { HistogramSeries(bounds: $0) }
  }

  /// A histogram in seconds.
  public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    series(label, .histogram, dimensions) { HistogramSeries(bounds: $0) }
  }

  /// Takes a counter off the page.
  public func destroyCounter(_ handler: any CounterHandler) { remove(handler) }
  /// Takes a counter of fractions off the page.
  public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) { remove(handler) }
  /// Takes a gauge off the page.
  public func destroyMeter(_ handler: any MeterHandler) { remove(handler) }
  /// Takes a recorder off the page.
  public func destroyRecorder(_ handler: any RecorderHandler) { remove(handler) }
  /// Takes a timer off the page.
  public func destroyTimer(_ handler: any TimerHandler) { remove(handler) }
}
