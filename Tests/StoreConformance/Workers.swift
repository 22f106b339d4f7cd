import Foundation
import Office
import Testing

/// Several workers at once, each with a thread and a handle of its own.
final class Workers: @unchecked Sendable {
  // Sendable because `failures` is guarded by `lock`.
  private let lock = NSLock()
  private var failures: [String] = []

  /// Runs `body` on `count` threads at once and waits for all of them.
  static func run(
    _ count: Int, _ open: @escaping OpenStore, _ body: @escaping @Sendable (Int, any Store) throws -> Void
  )
    throws
  {
    let workers = Workers()
    let ended = DispatchGroup()
    let stores = try (0..<count).map { _ in try open() }
    for (index, store) in stores.enumerated() {
      ended.enter()
      Thread {
        do {
          try body(index, store)
        } catch {
          workers.note("\(error)")
        }
        ended.leave()
      }.start()
    }
    let outcome = ended.wait(timeout: .now() + 60)
    try #require(outcome == .success, "workers hang")
    for store in stores { store.close() }
    #expect(workers.failures.isEmpty)
  }

  private func note(_ failure: String) {
    lock.lock()
    failures.append(failure)
    lock.unlock()
  }
}

/// A number that threads count up.
final class Tally: @unchecked Sendable {
  // Sendable because `lock` guards what changes.
  private let lock = NSLock()
  private var counts: [Int]

  init(_ size: Int = 1) { counts = Array(repeating: 0, count: size) }

  /// Adds one at `index` and gives all counts.
  @discardableResult
  func add(at index: Int = 0) -> [Int] {
    lock.lock()
    defer { lock.unlock() }
    counts[index] += 1
    return counts
  }

  var values: [Int] {
    lock.lock()
    defer { lock.unlock() }
    return counts
  }
}
