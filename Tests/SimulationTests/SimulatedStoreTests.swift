import ClaimModel
import Foundation
import Office
import Simulation
import StoreConformance
import Testing

@Suite struct SimulatedStoreTests {
  /// Whether threads starve each other is a matter of the lock that this file puts around the store, not of the store.
  static let rules = StoreRule.allCases.filter { $0 != .writersDoNotStarveEachOther }

  @Test(arguments: rules) func obeys(_ rule: StoreRule) throws {
    let shared = SharedStore()
    try rule.check { Handle(shared) }
  }
}

/// A simulated store for several threads, of which one has it at a time. A simulated world has one thread; the rules
/// bring several.
private final class SharedStore: @unchecked Sendable {
  // Unchecked because `lock` guards the store.
  private let lock = NSLock()
  private let store = SimulatedStore()

  func transaction<Result>(
    _ body: (any StoreTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try store.transaction(body)
  }

  func nextCall() throws(StoreError) -> Timestamp? {
    lock.lock()
    defer { lock.unlock() }
    return try store.nextCall()
  }
}

/// One worker's connection to the store.
private final class Handle: Store, @unchecked Sendable {
  // Unchecked because each thread has a handle of its own.
  private let shared: SharedStore
  private let own = SimulatedStore()

  init(_ shared: SharedStore) { self.shared = shared }

  func transaction<Result>(
    _ body: (any StoreTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    // Tells whether this handle was closed.
    try own.transaction { _ in }
    return try shared.transaction(body)
  }

  func nextCall() throws(StoreError) -> Timestamp? {
    try own.transaction { _ in }
    return try shared.nextCall()
  }

  func close() { own.close() }
}
