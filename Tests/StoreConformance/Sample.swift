import ClaimModel
import Office

/// What the rules write.
enum Sample {
  static let time = Timestamp(milliseconds: 1_777_000_000_000)
  static let visit = VisitID(rawValue: "V3K7Q0M5T9XW2BCD")

  /// Three messages each are about the same.
  static func message(_ number: Int) -> MessageKey {
    MessageKey(correlation: "V\(number / 3)", id: .derived(from: "conformance", "\(number)"))
  }

  static func line(message number: Int, ordinal: Int, cents: Int) -> LedgerLine {
    LedgerLine(
      cause: message(number), ordinal: ordinal, visit: visit, debit: "receivable", credit: "revenue",
      amount: Money(cents: cents), memo: "charge")
  }
}

/// One operation in a transaction of its own.
extension Store {
  func cases(_ keys: [CaseKey]) throws(StoreError) -> [CaseKey: [UInt8]] {
    try transaction { transaction throws(StoreError) in try transaction.loadCases(keys.sorted()) }
  }

  func saveCases(_ cases: [CaseKey: [UInt8]]) throws(StoreError) {
    try transaction { transaction throws(StoreError) in try transaction.saveCases(cases.map { ($0.key, $0.value) }) }
  }

  func receipts(_ messages: [MessageKey]) throws(StoreError) -> [MessageKey: [UInt8]] {
    try transaction { transaction throws(StoreError) in try transaction.receipts(for: messages) }
  }

  func saveReceipts(_ receipts: [MessageKey: [UInt8]], at time: Timestamp = Sample.time) throws(StoreError) {
    try transaction { transaction throws(StoreError) in
      try transaction.saveReceipts(receipts.map { ($0.key, $0.value) }, at: time)
    }
  }

  func append(_ lines: [LedgerLine]) throws(StoreError) {
    try transaction { transaction throws(StoreError) in try transaction.append(lines) }
  }

  func ledger() throws(StoreError) -> [LedgerLine] {
    try transaction { transaction throws(StoreError) in
      var lines: [LedgerLine] = []
      try transaction.forEachLedgerLine { lines.append($0) }
      return lines
    }
  }

  func numbers(of sequence: String, count: Int) throws(StoreError) -> [Int64] {
    try transaction { transaction throws(StoreError) in
      var numbers: [Int64] = []
      for _ in 0..<count { numbers.append(try transaction.nextNumber(of: sequence)) }
      return numbers
    }
  }

  /// Runs a transaction as a worker does: again while the store says that trying again may help.
  func persistent<Result>(
    _ body: (any StoreTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    for _ in 0..<1_000 {
      do throws(StoreError) {
        return try transaction(body)
      } catch {
        guard error.code == .unavailable else { throw error }
      }
    }
    return try transaction(body)
  }
}
