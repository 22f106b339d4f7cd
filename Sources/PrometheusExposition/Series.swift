import CoreMetrics
import Synchronization

/// One series of a family: a value, or a histogram, under one set of labels.
protocol Series: AnyObject, Sendable {
  /// Appends the series' lines.
  func write(name: String, labels: LabelSet, to text: inout String)
}

/// A value that only grows.
final class CounterSeries: Series, CounterHandler, FloatingPointCounterHandler {
  private let value = Mutex(0.0)

  func increment(by amount: Int64) { increment(by: Double(amount)) }

  /// Adds to the value; what is negative or no number is ignored, since a counter never falls.
  func increment(by amount: Double) {
    guard amount > 0, amount.isFinite else { return }
    value.withLock { $0 += amount }
  }

  func reset() { value.withLock { $0 = 0 } }

  func write(name: String, labels: LabelSet, to text: inout String) {
    text += "\(name)\(labels.text()) \(MetricName.number(value.withLock { $0 }))\n"
  }
}

/// A value that rises and falls.
final class GaugeSeries: Series, MeterHandler, RecorderHandler {
  private let value = Mutex(0.0)

  func set(_ value: Int64) { set(Double(value)) }
  func set(_ value: Double) { self.value.withLock { $0 = value } }
  func increment(by amount: Double) { value.withLock { $0 += amount } }
  func decrement(by amount: Double) { value.withLock { $0 -= amount } }
  func record(_ value: Int64) { set(Double(value)) }
  func record(_ value: Double) { set(value) }

  func write(name: String, labels: LabelSet, to text: inout String) {
    text += "\(name)\(labels.text()) \(MetricName.number(value.withLock { $0 }))\n"
  }
}

/// How often values lay at or below each of a few bounds, with their sum. Times are in seconds.
final class HistogramSeries: Series, RecorderHandler, TimerHandler {
  private struct State {
    /// For each bound, how many values lay at or below it and above the one before; last, those above all.
    var counts: [UInt64]
    var sum = 0.0
  }

  private let bounds: [Double]
  private let state: Mutex<State>

  /// A histogram with the given bounds, in ascending order.
  init(bounds: [Double]) {
    self.bounds = bounds
    state = Mutex(State(counts: Array(repeating: 0, count: bounds.count + 1)))
  }

  func record(_ value: Int64) { record(Double(value)) }

  /// Counts a value; what is no number is ignored, since it would spoil the sum for ever.
  func record(_ value: Double) {
    guard value.isFinite else { return }
    let index = bounds.firstIndex { value <= $0 } ?? bounds.count
    state.withLock {
      $0.counts[index] += 1
      $0.sum += value
    }
  }

  func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

  func write(name: String, labels: LabelSet, to text: inout String) {
    let (counts, sum) = state.withLock { ($0.counts, $0.sum) }
    var total: UInt64 = 0
    for (bound, count) in zip(bounds + [.infinity], counts) {
      total += count
      let upTo = LabelSet.Pair(name: "le", value: MetricName.number(bound))
      text += "\(name)_bucket\(labels.text(with: upTo)) \(total)\n"
    }
    text += "\(name)_sum\(labels.text()) \(MetricName.number(sum))\n"
    text += "\(name)_count\(labels.text()) \(total)\n"
  }
}

/// A value that is read when it is asked for.
final class ObservedSeries: Series {
  private let read: @Sendable () -> Double?

  init(_ read: @escaping @Sendable () -> Double?) { self.read = read }

  func write(name: String, labels: LabelSet, to text: inout String) {
    guard let value = read() else { return }
    text += "\(name)\(labels.text()) \(MetricName.number(value))\n"
  }
}
