import ClaimModel
import Office
import Testing

/// What holds for one handle on a store.
struct SingleHandleRules {
  let open: OpenStore
  let store: any Store

  init(open: @escaping OpenStore) throws {
    self.open = open
    store = try open()
  }

  /// More rows than one statement takes, and not a multiple of anything.
  private let many = 301

  private func key(_ number: Int) -> CaseKey { CaseKey(kind: "account", id: "V\(number)") }

  func casesComeBack() throws {
    let bodies: [CaseKey: [UInt8]] = [
      CaseKey(kind: "empty", id: ""): [], CaseKey(kind: "bytes", id: "all"): Array(0...255),
      CaseKey(kind: "large", id: "é-日本"): (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) },
      CaseKey(kind: "account", id: "of two kinds"): [1], CaseKey(kind: "claim", id: "of two kinds"): [2],
    ]
    let more = Dictionary(uniqueKeysWithValues: (0..<many).map { (key($0), Array("body \($0)".utf8)) })
    let all = bodies.merging(more) { $1 }
    try store.saveCases(all)
    let absent = CaseKey(kind: "account", id: "absent")
    #expect(try store.cases(Array(all.keys) + [absent]) == all)
    #expect(try store.cases([absent]).isEmpty)
    #expect(try store.cases([]).isEmpty)

    try store.saveCases(more.mapValues { $0 + [0] })
    #expect(try store.cases(Array(more.keys)) == more.mapValues { $0 + [0] })
    #expect(try store.cases(Array(bodies.keys)) == bodies)
  }

  func casesAreOrdered() throws {
    let ids = ["b", "a", "B", "é", "aa", "10", "9", "Z", "a-b", "a b", ""]
    try store.saveCases(
      Dictionary(uniqueKeysWithValues: ids.map { (CaseKey(kind: "account", id: $0), Array($0.utf8)) }))
    try store.saveCases([CaseKey(kind: "accounts", id: "other"): [1]])
    let more = (0..<2_500).map { CaseKey(kind: "many", id: "\($0)") }
    try store.saveCases(Dictionary(uniqueKeysWithValues: more.map { ($0, [7]) }))
    let (read, counted) = try store.transaction { transaction throws(StoreError) in
      var read: [String] = []
      try transaction.forEachCase(ofKind: "account") { key, body in
        if body == Array(key.id.utf8) { read.append(key.id) }
      }
      var counted: [String] = []
      try transaction.forEachCase(ofKind: "many") { key, _ in counted.append(key.id) }
      return (read, counted)
    }
    #expect(read == ids.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    #expect(counted == more.map(\.id).sorted())
  }

  func receiptsComeBack() throws {
    let bodies = Dictionary(uniqueKeysWithValues: (0..<many).map { (Sample.message($0), Array("receipt \($0)".utf8)) })
    try store.saveReceipts(bodies)
    let absent = (many..<2 * many).map(Sample.message)
    #expect(try store.receipts(Array(bodies.keys) + absent) == bodies)
    #expect(try store.receipts(absent).isEmpty)
    let extremes = [
      MessageKey(correlation: "", id: MessageID(high: 0, low: 0)),
      MessageKey(correlation: String(repeating: "é", count: 127), id: MessageID(high: .max, low: .max)),
    ]
    try store.saveReceipts(Dictionary(uniqueKeysWithValues: extremes.map { ($0, []) }))
    #expect(try store.receipts(extremes).count == 2)
  }

  /// Messages are told apart by what they are about, too.
  func sameIDAboutOthers() throws {
    let id = Sample.message(1).id
    let messages = ["a", "b", "c", ""].map { MessageKey(correlation: $0, id: id) }
    try store.saveReceipts([messages[0]: [0], messages[1]: [1]])
    #expect(try store.receipts(messages) == [messages[0]: [0], messages[1]: [1]])
    try store.saveReceipts([messages[3]: [3]])
    #expect(try store.receipts(messages) == [messages[0]: [0], messages[1]: [1], messages[3]: [3]])
    // Each may move money of one visit, and none twice.
    let lines = messages.map { message in
      LedgerLine(
        cause: message, ordinal: 0, visit: Sample.visit, debit: "receivable", credit: "revenue",
        amount: Money(cents: 1),
        memo: "charge")
    }
    try store.append(lines)
    #expect(throws: StoreError.self) { try store.append([lines[2]]) }
    #expect(try store.ledger() == lines)
  }

  func ledgerComesBack() throws {
    let lines = (0..<many).map { Sample.line(message: many - $0, ordinal: 0, cents: $0 + 1) }
    let last = [
      Sample.line(message: 1, ordinal: 1, cents: 9_999_999_999), Sample.line(message: 1, ordinal: 2, cents: 1),
    ]
    try store.append(lines)
    try store.append(last)
    #expect(try store.ledger() == lines + last)
  }

  func ownWritesAreSeen() throws {
    let message = Sample.message(1)
    let key = key(1)
    let line = Sample.line(message: 1, ordinal: 0, cents: 5)
    try store.transaction { transaction throws(StoreError) in
      let none = try transaction.loadCases([key])
      let noReceipt = try transaction.receipts(for: [message])
      #expect(none.isEmpty && noReceipt.isEmpty)
      try transaction.saveCases([(key, [1])])
      let first = try transaction.loadCases([key])
      #expect(first == [key: [1]])
      try transaction.saveCases([(key, [2])])
      try transaction.saveCases([(key, [3])])
      try transaction.saveReceipts([(message, [4])], at: Sample.time)
      try transaction.append([line])
      let second = try transaction.loadCases([key])
      #expect(second == [key: [3]])
      let receipt = try transaction.receipts(for: [message])
      #expect(receipt == [message: [4]])
      var lines: [LedgerLine] = []
      try transaction.forEachLedgerLine { lines.append($0) }
      #expect(lines == [line])
    }
    #expect(try store.cases([key]) == [key: [3]])
  }

  func errorUndoes() throws {
    try store.saveCases([key(1): [1]])
    let refusal = StoreError(.unavailable, operation: "test", reason: "on purpose")
    let error = #expect(throws: StoreError.self) {
      try store.transaction { transaction throws(StoreError) in
        _ = try transaction.loadCases([key(1), key(2)])
        try transaction.saveCases([(key(1), [2]), (key(2), [2])])
        try transaction.saveReceipts([(Sample.message(1), [2])], at: Sample.time)
        try transaction.append([Sample.line(message: 1, ordinal: 0, cents: 1)])
        // A read brings everything before it to the database.
        _ = try transaction.loadCases([key(3)])
        throw refusal
      }
    }
    #expect(error == refusal)
    #expect(try store.cases([key(1), key(2)]) == [key(1): [1]])
    #expect(try store.receipts([Sample.message(1)]).isEmpty)
    #expect(try store.ledger().isEmpty)
  }

  func secondReceipt() throws {
    try store.saveReceipts([Sample.message(1): [1]])
    let error = #expect(throws: StoreError.self) {
      try store.saveReceipts([Sample.message(2): [2], Sample.message(1): [2]])
    }
    #expect(error?.code == .corrupt)
    #expect(try store.receipts([Sample.message(1), Sample.message(2)]) == [Sample.message(1): [1]])
  }

  func secondLedgerLine() throws {
    let first = Sample.line(message: 1, ordinal: 0, cents: 1)
    try store.append([first])
    let error = #expect(throws: StoreError.self) {
      try store.transaction { transaction throws(StoreError) in
        try transaction.saveCases([(key(1), [1])])
        try transaction.append([
          Sample.line(message: 1, ordinal: 1, cents: 7_654_321), Sample.line(message: 1, ordinal: 0, cents: 7_654_321),
        ])
      }
    }
    #expect(error?.code == .corrupt)
    // Values are patient data.
    #expect(error?.description.contains("7654321") == false, "\(error?.description ?? "")")
    #expect(error?.description.contains(Sample.visit.rawValue) == false, "\(error?.description ?? "")")
    #expect(try store.ledger() == [first])
    #expect(try store.cases([key(1)]).isEmpty)
  }

  func zeroAmount() throws {
    for cents in [0, -1] {
      let error = #expect(throws: StoreError.self) {
        try store.append([Sample.line(message: 1, ordinal: 0, cents: cents)])
      }
      #expect(error?.code == .corrupt)
    }
    #expect(try store.ledger().isEmpty)
  }

  func sequences() throws {
    var seen: Set<Int64> = []
    for round in 0..<50 {
      let numbers = try store.numbers(of: "interchange", count: 3)
      if round == 0 { #expect(numbers == [1, 2, 3]) }
      #expect(numbers.allSatisfy { seen.insert($0).inserted }, "a number was given twice: \(numbers)")
    }
    #expect(try store.numbers(of: "trace", count: 1) == [1])
    #expect(throws: StoreError.self) {
      try store.transaction { transaction throws(StoreError) in
        _ = try transaction.nextNumber(of: "interchange")
        throw StoreError(.unavailable, operation: "test", reason: "on purpose")
      }
    }
    #expect(seen.insert(try store.numbers(of: "interchange", count: 1)[0]).inserted)
    store.close()
    let again = try open()
    #expect(seen.insert(try again.numbers(of: "interchange", count: 1)[0]).inserted)
  }

  func purge() throws {
    for age in 0..<10 {
      try store.saveReceipts([Sample.message(age): [1]], at: Timestamp(milliseconds: 1_000 + Int64(age)))
    }
    let boundary = Timestamp(milliseconds: 1_006)
    func purge(_ limit: Int) throws -> Int {
      try store.transaction { transaction throws(StoreError) in
        try transaction.purgeReceipts(handledBefore: boundary, limit: limit)
      }
    }
    func left() throws -> [Int] {
      let found = try store.receipts((0..<10).map(Sample.message))
      return (0..<10).filter { found[Sample.message($0)] != nil }
    }
    #expect(try purge(4) == 4)
    #expect(try left() == Array(4..<10))
    #expect(try purge(4) == 2)
    #expect(try left() == Array(6..<10))
    #expect(try purge(4) == 0)
    try store.saveReceipts([Sample.message(0): [2]])
  }

  func reopening() throws {
    let line = Sample.line(message: 1, ordinal: 0, cents: 12)
    try store.saveCases([key(1): [1]])
    try store.saveReceipts([Sample.message(1): [2]])
    try store.append([line])
    store.close()
    let again = try open()
    defer { again.close() }
    #expect(try again.cases([key(1)]) == [key(1): [1]])
    #expect(try again.receipts([Sample.message(1)]) == [Sample.message(1): [2]])
    #expect(try again.ledger() == [line])
  }

  func closing() throws {
    store.close()
    store.close()
    #expect(throws: StoreError.self) { try store.cases([key(1)]) }
    #expect(throws: StoreError.self) { try store.saveCases([key(1): [1]]) }
  }
}
