import ClaimModel
import Office

/// A store whose first transactions fail.
final class FailingStore: Store, @unchecked Sendable {
  // Unchecked because each test uses it in one thread.
  private let inner: any Store
  private let code: StoreError.Code
  var failures: Int
  /// Whether the transaction is committed all the same.
  private let isCommitted: Bool

  init(_ inner: any Store, failures: Int, code: StoreError.Code = .unavailable, isCommitted: Bool = false) {
    self.inner = inner
    self.failures = failures
    self.code = code
    self.isCommitted = isCommitted
  }

  func transaction<Result>(
    _ body: (any StoreTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let fails = failures > 0
    failures -= 1
    if fails, !isCommitted { throw StoreError(code, operation: "begin", reason: "database is locked") }
    let result = try inner.transaction(body)
    if fails { throw StoreError(code, operation: "commit", reason: "the server closed the connection") }
    return result
  }

  func nextCall() throws(StoreError) -> Timestamp? { try inner.nextCall() }

  func close() {}
}

/// A store that has no numbers.
final class NumberlessStore: Store {
  private let inner: any Store

  init(_ inner: any Store) { self.inner = inner }

  func transaction<Result>(
    _ body: (any StoreTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try inner.transaction { transaction throws(StoreError) in try body(Numberless(inner: transaction)) }
  }

  func nextCall() throws(StoreError) -> Timestamp? { try inner.nextCall() }

  func close() {}

  private struct Numberless: StoreTransaction {
    let inner: any StoreTransaction

    func receipts(for messages: [MessageKey]) throws(StoreError) -> [MessageKey: [UInt8]] {
      try inner.receipts(for: messages)
    }
    func loadCases(_ keys: [CaseKey]) throws(StoreError) -> [CaseKey: [UInt8]] { try inner.loadCases(keys) }
    func saveCases(_ cases: [(key: CaseKey, body: [UInt8])]) throws(StoreError) { try inner.saveCases(cases) }
    func saveReceipts(_ receipts: [(message: MessageKey, body: [UInt8])], at time: Timestamp) throws(StoreError) {
      try inner.saveReceipts(receipts, at: time)
    }
    func append(_ lines: [LedgerLine]) throws(StoreError) { try inner.append(lines) }
    func purgeReceipts(handledBefore: Timestamp, limit: Int) throws(StoreError) -> Int {
      try inner.purgeReceipts(handledBefore: handledBefore, limit: limit)
    }
    func reminders(_ keys: [ReminderKey]) throws(StoreError) -> [ReminderKey: Reminder] {
      try inner.reminders(keys)
    }
    func saveReminders(_ reminders: [Reminder]) throws(StoreError) {
      try inner.saveReminders(reminders)
    }
    func removeReminders(_ keys: [ReminderKey]) throws(StoreError) {
      try inner.removeReminders(keys)
    }
    func holdReminders(_ keys: [ReminderKey]) throws(StoreError) {
      try inner.holdReminders(keys)
    }
    func callReminders(until moment: Timestamp, limit: Int, again: Timestamp) throws(StoreError) -> [Reminder] {
      try inner.callReminders(until: moment, limit: limit, again: again)
    }
    func nextNumber(of sequence: String) throws(StoreError) -> Int64 {
      throw StoreError(.unavailable, operation: "draw a number", reason: "no numbers")
    }
    func forEachCase(ofKind kind: String, _ body: (CaseKey, [UInt8]) -> Void) throws(StoreError) {
      try inner.forEachCase(ofKind: kind, body)
    }
    func forEachLedgerLine(_ body: (LedgerLine) -> Void) throws(StoreError) { try inner.forEachLedgerLine(body) }
  }
}
