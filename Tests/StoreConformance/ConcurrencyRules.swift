import ClaimModel
import Foundation
import Office
import Testing

/// What holds for several workers that share a store.
struct ConcurrencyRules {
  let open: OpenStore

  private let workers = 4
  private let rounds = 40

  private func key(_ number: Int) -> CaseKey { CaseKey(kind: "counter", id: String(format: "%03d", number)) }

  /// Counts up each of `keys` in one transaction.
  private func countUp(_ keys: [CaseKey], in transaction: any StoreTransaction) throws(StoreError) {
    let found = try transaction.loadCases(keys)
    try transaction.saveCases(keys.map { ($0, Array("\(ConcurrencyRules.count(found[$0]) + 1)".utf8)) })
  }

  private static func count(_ body: [UInt8]?) -> Int { body.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0 }

  private func total(_ keys: [CaseKey]) throws -> Int {
    let store = try open()
    defer { store.close() }
    return try store.cases(keys).values.reduce(0) { $0 + ConcurrencyRules.count($1) }
  }

  func noLostUpdate() throws {
    let keys = (0..<5).map(key)
    try open().saveCases(Dictionary(uniqueKeysWithValues: keys.map { ($0, Array("0".utf8)) }))
    try Workers.run(workers, open) { index, store in
      for round in 0..<rounds {
        let some = [keys[round % 5], keys[(round + index + 1) % 5]].sorted()
        try store.persistent { transaction throws(StoreError) in try countUp(Array(Set(some)).sorted(), in: transaction)
        }
      }
    }
    let expected = (0..<workers).map { index in
      (0..<rounds).reduce(0) { $0 + ($1 % 5 == ($1 + index + 1) % 5 ? 1 : 2) }
    }.reduce(0, +)
    #expect(try total(keys) == expected)
  }

  func crossingLocks() throws {
    let keys = (0..<2).map(key)
    try open().saveCases(Dictionary(uniqueKeysWithValues: keys.map { ($0, Array("0".utf8)) }))
    try Workers.run(2, open) { index, store in
      for _ in 0..<3 {
        try store.persistent { transaction throws(StoreError) in
          try countUp([keys[index]], in: transaction)
          try countUp([keys[1 - index]], in: transaction)
        }
      }
    }
    #expect(try total(keys) == 12)
  }

  func creation() throws {
    let rounds = rounds
    try Workers.run(workers, open) { index, store in
      for round in 0..<rounds {
        try store.persistent { transaction throws(StoreError) in
          try countUp([key(round), key(round + 1), key(round + 2)], in: transaction)
        }
      }
    }
    #expect(try total((0..<rounds + 2).map(key)) == workers * rounds * 3)
  }

  func sameMessage() throws {
    let rounds = rounds
    let handled = Tally()
    let repeated = Tally()
    try Workers.run(workers, open) { _, store in
      for round in 0..<rounds {
        let id = Sample.message(round)
        let isFirst = try store.persistent { transaction throws(StoreError) in
          if try transaction.receipts(for: [id])[id] != nil { return false }
          try countUp([key(0)], in: transaction)
          try transaction.append([Sample.line(message: round, ordinal: 0, cents: 1)])
          try transaction.saveReceipts([(id, [1])], at: Sample.time)
          return true
        }
        (isFirst ? handled : repeated).add()
      }
    }
    #expect(handled.values == [rounds])
    #expect(repeated.values == [rounds * (workers - 1)])
    #expect(try total([key(0)]) == rounds)
    #expect(try open().ledger().count == rounds)
  }

  /// A worker that waits for a case while another one handles the same message must not refuse the message for what the
  /// other one has made of the case.
  func refusedMessage() throws {
    let id = Sample.message(1)
    let key = key(0)
    try open().saveCases([key: Array("0".utf8)])
    let refused = Tally()
    let arrived = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
    try Workers.run(2, open) { index, store in
      let isRefused = try store.persistent { transaction throws(StoreError) in
        if try transaction.receipts(for: [id])[id] != nil { return false }
        // Both have looked before either goes on, in a store that lets both in.
        arrived[1 - index].signal()
        _ = arrived[index].wait(timeout: .now() + 0.2)
        let found = try transaction.loadCases([key])
        guard ConcurrencyRules.count(found[key]) == 0 else { return true }
        try transaction.saveCases([(key, Array("1".utf8))])
        try transaction.saveReceipts([(id, [1])], at: Sample.time)
        return false
      }
      if isRefused { refused.add() }
    }
    #expect(refused.values == [0])
    #expect(try total([key]) == 1)
  }

  func uniqueNumbers() throws {
    let rounds = rounds
    let drawn = Tally(100_000)
    try Workers.run(workers, open) { index, store in
      let names = index % 2 == 0 ? ["interchange", "trace"] : ["trace", "interchange"]
      for round in 0..<rounds {
        let isUndone = round % 7 == index
        do {
          let numbers = try store.persistent { transaction throws(StoreError) in
            var numbers: [Int] = []
            for name in names {
              numbers.append(Int(try transaction.nextNumber(of: name)) * 2 + (name == "trace" ? 1 : 0))
            }
            if isUndone { throw StoreError(.misconfigured, operation: "test", reason: "on purpose") }
            return numbers
          }
          for number in numbers { drawn.add(at: number) }
        } catch let error as StoreError where isUndone && error.operation == "test" {
          continue
        }
      }
    }
    #expect(drawn.values.allSatisfy { $0 <= 1 })
    #expect(drawn.values.reduce(0, +) == (0..<workers).reduce(0) { $0 + 2 * (rounds - (rounds - $1 + 6) / 7) })
  }

  func fairness() throws {
    // When the first is done, the other must have had its share. Each writes without a pause.
    let rounds = 100
    let done = Tally(2)
    let least = Tally()
    let never = DispatchSemaphore(value: 0)
    try Workers.run(2, open) { index, store in
      let own = CaseKey(kind: "own", id: "\(index)")
      for _ in 0..<rounds {
        try store.persistent { transaction throws(StoreError) in
          try countUp([own], in: transaction)
          // As long as a desk takes for a batch.
          _ = never.wait(timeout: .now() + 0.003)
        }
        let counts = done.add(at: index)
        if counts[index] == rounds, counts[1 - index] < rounds / 4 { least.add() }
      }
    }
    #expect(least.values == [0], "one writer was done before the other had a quarter")
  }

  func oneMoment() throws {
    let store = try open()
    let other = try open()
    defer { other.close() }
    let written = DispatchSemaphore(value: 0)
    let line = Sample.line(message: 1, ordinal: 0, cents: 1)
    let (lines, cases, hasWritten) = try store.transaction { transaction throws(StoreError) in
      var lines = 0
      var cases = 0
      try transaction.forEachLedgerLine { _ in lines += 1 }
      Thread {
        try? other.transaction { transaction throws(StoreError) in
          try transaction.append([line])
          try transaction.saveCases([(key(1), [1])])
        }
        written.signal()
      }.start()
      // A store that lets in one at a time keeps the writer waiting until we are done.
      let hasWritten = written.wait(timeout: .now() + 0.5) == .success
      try transaction.forEachCase(ofKind: "counter") { _, _ in cases += 1 }
      try transaction.forEachLedgerLine { _ in lines += 1 }
      return (lines, cases, hasWritten)
    }
    #expect(lines == 0)
    #expect(cases == 0)
    #expect(hasWritten || written.wait(timeout: .now() + 20) == .success)
    #expect(try store.ledger() == [line])
  }
}
