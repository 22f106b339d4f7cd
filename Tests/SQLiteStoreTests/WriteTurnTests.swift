import Foundation
import Office
import SQLiteStore
import Testing

@Suite struct WriteTurnTests {
  /// Two writers without a pause between their transactions: whoever waits gets in soon after the other is done.
  @Test(.timeLimit(.minutes(10))) func writerThatWaitsComesNext() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      let stores = [try SQLiteStore(path: path), try SQLiteStore(path: path)]
      let queue = WaitingLine()
      let ended = DispatchGroup()
      for (index, store) in stores.enumerated() {
        ended.enter()
        Thread {
          for _ in 0..<100 { queue.note(write(store, index, queue)) }
          queue.leave(index)
          ended.leave()
        }.start()
      }
      try #require(ended.wait(timeout: .now() + 50) == .success)
      for store in stores { store.close() }
      #expect(queue.failures == 0)
      // By chance alone it would be dozens.
      #expect(queue.longestRun <= 10, "one writer wrote \(queue.longestRun) times while the other was waiting")
    }
  }

  /// - Returns: whether it succeeded.
  private func write(_ store: SQLiteStore, _ index: Int, _ queue: WaitingLine) -> Bool {
    queue.ask(index)
    do {
      try store.transaction { transaction throws(StoreError) in
        queue.enter(index)
        try transaction.saveCases([(CaseKey(kind: "own", id: "\(index)"), [1])])
        // As long as a desk takes for a batch.
        _ = DispatchSemaphore(value: 0).wait(timeout: .now() + 0.003)
      }
      return true
    } catch {
      return false
    }
  }
}

/// Who of two waits, and how often the other one went before.
private final class WaitingLine: @unchecked Sendable {
  // Sendable because `lock` guards what changes.
  private let lock = NSLock()
  private var isWaiting = [false, false]
  private var run = [0, 0]
  private var longest = 0
  private var failed = 0

  private func guarded<Result>(_ body: () -> Result) -> Result {
    lock.lock()
    defer { lock.unlock() }
    return body()
  }

  func ask(_ index: Int) { guarded { isWaiting[index] = true } }

  func enter(_ index: Int) {
    guarded {
      isWaiting[index] = false
      run[index] = isWaiting[1 - index] ? run[index] + 1 : 0
      run[1 - index] = 0
      longest = max(longest, run[index])
    }
  }

  func leave(_ index: Int) { guarded { isWaiting[index] = false } }

  func note(_ success: Bool) { guarded { failed += success ? 0 : 1 } }

  var longestRun: Int { guarded { longest } }
  var failures: Int { guarded { failed } }
}
