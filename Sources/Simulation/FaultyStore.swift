import ClaimModel
import Office

/// A simulated store as one worker sees it: it fails, and the worker may die at it.
///
/// `@unchecked Sendable` because a simulated world lives in one thread.
public final class FaultyStore: Store, @unchecked Sendable {
  private let store: any Store
  private let life: WorkerLife
  /// Whether the store cannot be reached at the moment.
  private let isDown: () -> Bool

  /// The store as the worker of `life` sees it.
  public init(_ store: any Store, life: WorkerLife, isDown: @escaping () -> Bool) {
    self.store = store
    self.life = life
    self.isDown = isDown
  }

  private static let gone = StoreError(.unavailable, operation: "commit", reason: "the worker is dead")

  /// Runs `body`, unless something goes wrong before, within, at or after the commit.
  public func transaction<Result>(
    _ body: (any StoreTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let fate = life.fate
    guard life.passes() else { throw Self.gone }
    guard !isDown(), !fate.strikes(.storeUnavailable) else {
      throw StoreError(.unavailable, operation: "begin", reason: "database is locked")
    }
    let failsWithin = fate.strikes(.storeBusy) ? fate.below(6) : nil
    let failsAtCommit = fate.strikes(.commitFailed)
    let life = life
    let result = try store.transaction { transaction throws(StoreError) in
      let result: Result
      if let failsWithin {
        result = try body(FaultyTransaction(transaction, statementsLeft: failsWithin))
      } else {
        result = try body(transaction)
      }
      // Nobody else may use the store before it is committed, so the worker can die here but not stand still.
      if fate.strikes(.crash) { life.end() }
      guard life.isAlive else { throw Self.gone }
      if failsAtCommit { throw StoreError(.unavailable, operation: "commit", reason: "disk I/O error") }
      return result
    }
    guard life.passes() else { throw Self.gone }
    if fate.strikes(.commitUnreported) {
      throw StoreError(.unavailable, operation: "commit", reason: "the server closed the connection")
    }
    return result
  }

  /// Looks, unless the store cannot be reached.
  public func nextCall() throws(StoreError) -> Timestamp? {
    guard life.passes() else { throw Self.gone }
    guard !isDown(), !life.fate.strikes(.storeUnavailable) else {
      throw StoreError(.unavailable, operation: "look for reminders", reason: "database is locked")
    }
    return try store.nextCall()
  }

  /// Nothing to do: the store is shared.
  public func close() {}
}

/// A transaction one of whose statements fails.
private final class FaultyTransaction: StoreTransaction {
  private let inner: any StoreTransaction
  private var statementsLeft: Int

  init(_ inner: any StoreTransaction, statementsLeft: Int) {
    self.inner = inner
    self.statementsLeft = statementsLeft
  }

  private func step() throws(StoreError) {
    statementsLeft -= 1
    if statementsLeft < 0 { throw StoreError(.unavailable, operation: "statement", reason: "database is locked") }
  }

  func receipts(for messages: [MessageKey]) throws(StoreError) -> [MessageKey: [UInt8]] {
    try step()
    return try inner.receipts(for: messages)
  }

  func loadCases(_ keys: [CaseKey]) throws(StoreError) -> [CaseKey: [UInt8]] {
    try step()
    return try inner.loadCases(keys)
  }

  func saveCases(_ cases: [(key: CaseKey, body: [UInt8])]) throws(StoreError) {
    try step()
    try inner.saveCases(cases)
  }

  func saveReceipts(_ receipts: [(message: MessageKey, body: [UInt8])], at time: Timestamp) throws(StoreError) {
    try step()
    try inner.saveReceipts(receipts, at: time)
  }

  func append(_ lines: [LedgerLine]) throws(StoreError) {
    try step()
    try inner.append(lines)
  }

  func purgeReceipts(handledBefore: Timestamp, limit: Int) throws(StoreError) -> Int {
    try step()
    return try inner.purgeReceipts(handledBefore: handledBefore, limit: limit)
  }

  func reminders(_ keys: [ReminderKey]) throws(StoreError) -> [ReminderKey: Reminder] {
    try step()
    return try inner.reminders(keys)
  }

  func saveReminders(_ reminders: [Reminder]) throws(StoreError) {
    try step()
    try inner.saveReminders(reminders)
  }

  func removeReminders(_ keys: [ReminderKey]) throws(StoreError) {
    try step()
    try inner.removeReminders(keys)
  }

  func holdReminders(_ keys: [ReminderKey]) throws(StoreError) {
    try step()
    try inner.holdReminders(keys)
  }

  func callReminders(until moment: Timestamp, limit: Int, again: Timestamp) throws(StoreError) -> [Reminder] {
    try step()
    return try inner.callReminders(until: moment, limit: limit, again: again)
  }

  func nextNumber(of sequence: String) throws(StoreError) -> Int64 {
    try step()
    return try inner.nextNumber(of: sequence)
  }

  func forEachCase(ofKind kind: String, _ body: (CaseKey, [UInt8]) -> Void) throws(StoreError) {
    try step()
    try inner.forEachCase(ofKind: kind, body)
  }

  func forEachLedgerLine(_ body: (LedgerLine) -> Void) throws(StoreError) {
    try step()
    try inner.forEachLedgerLine(body)
  }
}
