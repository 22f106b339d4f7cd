import ClaimModel
import SQLiteStore
import Testing

@testable import Office

@Suite struct ReceiptRetentionTests {
  private let hour: Int64 = 3_600_000

  private func configuration(_ retention: Int64?) -> WorkerConfiguration {
    WorkerConfiguration(
      name: "test/1", queues: [], topology: Topology(), batchLimit: 100, receiptRetentionMilliseconds: retention)
  }

  private func message(_ number: Int, _ handled: Timestamp) -> MessageKey {
    MessageKey(correlation: "V\(number % 10)", id: .derived(from: "\(handled)", "\(number)"))
  }

  private func withReceipts(_ ages: [(count: Int, handled: Timestamp)], _ body: (SQLiteStore) throws -> Void) throws {
    try withFolder { folder in
      let store = try SQLiteStore(path: folder + "/office.sqlite")
      defer { store.close() }
      for (count, handled) in ages {
        try store.transaction { transaction throws(StoreError) in
          try transaction.saveReceipts((0..<count).map { (message($0, handled), [1]) }, at: handled)
        }
      }
      try body(store)
    }
  }

  @Test func backlogIsWorkedOffAtOnceInBoundedCallsAndYoungReceiptsStay() throws {
    let now = Timestamp(milliseconds: 100 * hour)
    let old = now.adding(milliseconds: -hour - 1)
    try withReceipts([(500, old), (3, now.adding(milliseconds: -hour))]) { store throws in
      var retention = ReceiptRetention(configuration(hour))
      retention.note(sent: now)
      #expect(try retention.purge(store, now: now) == 200)
      #expect(try retention.purge(store, now: now) == 200)
      #expect(try retention.purge(store, now: now) == 100)
      #expect(try retention.purge(store, now: now) == 0)
      let young = (0..<3).map { message($0, now.adding(milliseconds: -hour)) }
      let left = try store.transaction { transaction throws(StoreError) in try transaction.receipts(for: young) }
      #expect(left.count == 3)
    }
  }

  @Test func nextLookIsAMinuteAfterTheLastReceiptThatWasOldEnough() throws {
    let now = Timestamp(milliseconds: 100 * hour)
    let receipts = [(1, now.adding(milliseconds: -hour - 1)), (1, now.adding(milliseconds: -hour + 1))]
    try withReceipts(receipts) { store throws in
      var retention = ReceiptRetention(configuration(hour))
      retention.note(sent: now)
      #expect(try retention.purge(store, now: now) == 1)
      #expect(try retention.purge(store, now: now.adding(milliseconds: 59_999)) == 0)
      retention.note(sent: now.adding(milliseconds: 60_000))
      #expect(try retention.purge(store, now: now.adding(milliseconds: 60_000)) == 1)
    }
  }

  @Test func withoutRetentionTimeEverythingStays() throws {
    try withReceipts([(1, Timestamp(milliseconds: 0))]) { store throws in
      var retention = ReceiptRetention(configuration(nil))
      retention.note(sent: Timestamp(milliseconds: 1_000_000 * hour))
      #expect(try retention.purge(store, now: Timestamp(milliseconds: 1_000_000 * hour)) == 0)
    }
  }

  @Test func storeThatRefusesIsLeftAloneForAMinute() throws {
    let now = Timestamp(milliseconds: 100 * hour)
    try withReceipts([]) { store throws in
      store.close()
      var retention = ReceiptRetention(configuration(hour))
      retention.note(sent: now)
      #expect(throws: StoreError.self) { try retention.purge(store, now: now) }
      #expect(try retention.purge(store, now: now.adding(milliseconds: 59_999)) == 0)
      #expect(throws: StoreError.self) { try retention.purge(store, now: now.adding(milliseconds: 60_000)) }
    }
  }
}
