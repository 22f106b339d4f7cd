import ClaimModel
import Office

/// What one batch asked of its store, in order.
struct BatchTrace {
  enum Call {
    case receipts([MessageKey])
    case loadCases([CaseKey])
    case saveCases([(key: CaseKey, body: [UInt8])])
    case saveReceipts([(message: MessageKey, body: [UInt8])], Timestamp)
    case append([LedgerLine])
    case nextNumber(String)
  }

  var calls: [Call] = []

  /// How many messages the batch had.
  var messages: Int {
    calls.reduce(0) { count, call in
      if case .receipts(let messages) = call { return count + messages.count }
      return count
    }
  }

  /// Does the same again.
  func replay(in transaction: any StoreTransaction) throws(StoreError) {
    for call in calls {
      switch call {
      case .receipts(let messages): _ = try transaction.receipts(for: messages)
      case .loadCases(let keys): _ = try transaction.loadCases(keys)
      case .saveCases(let cases): try transaction.saveCases(cases)
      case .saveReceipts(let receipts, let time): try transaction.saveReceipts(receipts, at: time)
      case .append(let lines): try transaction.append(lines)
      case .nextNumber(let sequence): _ = try transaction.nextNumber(of: sequence)
      }
    }
  }

  /// The same batch about other visits: every message, case and visit gets the id that `copy` gives it.
  func copied(_ copy: Int) -> BatchTrace {
    func subject(_ name: String) -> String {
      // Visits are named by hashes; batches are counted up, with or without a letter.
      let number = name.drop { $0 == "B" }
      guard number.allSatisfy(\.isNumber) else { return VisitID.derived(from: name, "\(copy)").rawValue }
      return "\(name.prefix(name.count - number.count))\(copy)\(number)"
    }
    func message(_ key: MessageKey) -> MessageKey {
      MessageKey(correlation: subject(key.correlation), id: key.id.child(copy, of: "copy"))
    }
    func key(_ key: CaseKey) -> CaseKey { CaseKey(kind: key.kind, id: subject(key.id)) }
    return BatchTrace(
      calls: calls.map { call in
        switch call {
        case .receipts(let messages): .receipts(messages.map(message))
        case .loadCases(let keys): .loadCases(keys.map(key).sorted())
        case .saveCases(let cases): .saveCases(cases.map { (key($0.key), $0.body) })
        case .saveReceipts(let receipts, let time): .saveReceipts(receipts.map { (message($0.message), $0.body) }, time)
        case .append(let lines):
          .append(
            lines.map { line in
              var line = line
              line.cause = message(line.cause)
              line.visit = VisitID(rawValue: subject(line.visit.rawValue))
              return line
            })
        case .nextNumber(let sequence): .nextNumber(sequence)
        }
      })
  }
}

/// A store that keeps a trace of what it is asked, for one thread.
final class TracingStore: Store, @unchecked Sendable {
  // Sendable because all workers of the benchmark take turns on one thread.
  private let store: any Store
  private(set) var batches: [BatchTrace] = []

  init(_ store: any Store) { self.store = store }

  func transaction<Result>(
    _ body: (any StoreTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let tracing = TracingTransaction()
    let result = try store.transaction { transaction throws(StoreError) in
      tracing.transaction = transaction
      return try body(tracing)
    }
    if tracing.trace.messages > 0 { batches.append(tracing.trace) }
    return result
  }

  func nextCall() throws(StoreError) -> Timestamp? { try store.nextCall() }

  func close() { store.close() }
}

private final class TracingTransaction: StoreTransaction {
  var transaction: (any StoreTransaction)?
  var trace = BatchTrace()

  private func inner() throws(StoreError) -> any StoreTransaction {
    guard let transaction else { throw StoreError(.corrupt, operation: "trace", reason: "no transaction") }
    return transaction
  }

  func receipts(for messages: [MessageKey]) throws(StoreError) -> [MessageKey: [UInt8]] {
    trace.calls.append(.receipts(messages))
    return try inner().receipts(for: messages)
  }

  func loadCases(_ keys: [CaseKey]) throws(StoreError) -> [CaseKey: [UInt8]] {
    trace.calls.append(.loadCases(keys))
    return try inner().loadCases(keys)
  }

  func saveCases(_ cases: [(key: CaseKey, body: [UInt8])]) throws(StoreError) {
    trace.calls.append(.saveCases(cases))
    try inner().saveCases(cases)
  }

  func saveReceipts(_ receipts: [(message: MessageKey, body: [UInt8])], at time: Timestamp) throws(StoreError) {
    trace.calls.append(.saveReceipts(receipts, time))
    try inner().saveReceipts(receipts, at: time)
  }

  func append(_ lines: [LedgerLine]) throws(StoreError) {
    trace.calls.append(.append(lines))
    try inner().append(lines)
  }

  func purgeReceipts(handledBefore: Timestamp, limit: Int) throws(StoreError) -> Int {
    try inner().purgeReceipts(handledBefore: handledBefore, limit: limit)
  }

  func reminders(_ keys: [ReminderKey]) throws(StoreError) -> [ReminderKey: Reminder] {
    try inner().reminders(keys)
  }

  func saveReminders(_ reminders: [Reminder]) throws(StoreError) {
    try inner().saveReminders(reminders)
  }

  func removeReminders(_ keys: [ReminderKey]) throws(StoreError) {
    try inner().removeReminders(keys)
  }

  func holdReminders(_ keys: [ReminderKey]) throws(StoreError) {
    try inner().holdReminders(keys)
  }

  func callReminders(until moment: Timestamp, limit: Int, again: Timestamp) throws(StoreError) -> [Reminder] {
    try inner().callReminders(until: moment, limit: limit, again: again)
  }

  func nextNumber(of sequence: String) throws(StoreError) -> Int64 {
    trace.calls.append(.nextNumber(sequence))
    return try inner().nextNumber(of: sequence)
  }

  func forEachCase(ofKind kind: String, _ body: (CaseKey, [UInt8]) -> Void) throws(StoreError) {
    try inner().forEachCase(ofKind: kind, body)
  }

  func forEachLedgerLine(_ body: (LedgerLine) -> Void) throws(StoreError) { try inner().forEachLedgerLine(body) }
}
