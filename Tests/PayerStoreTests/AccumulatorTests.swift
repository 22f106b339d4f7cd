import Foundation
import SQLiteStore
import Simulation
import Synchronization
import Testing

@testable import Office

/// What members and families have used stays right while several workers handle claims, replacements and voids at once.
@Suite struct AccumulatorTests {
  /// 10,000 claims for 100 members in 25 families, by four workers with connections of their own to one store.
  @Test func fourWorkersAtOnceComeToWhatOneWouldHave() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "superbill-payer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "payer.sqlite").path
    let record = Mutex<[HandledBatch]>([])
    let failures = Mutex<[String]>([])
    let group = DispatchGroup()
    for worker in 0..<4 {
      // A thread each, as the workers' processes are; the pool of Swift's concurrency must not be blocked.
      let thread = Thread {
        defer { group.leave() }
        do {
          var submitter = Submitter(number: worker)
          let batches = try submitter.work(on: try SQLiteStore(path: path), claims: 2_500)
          record.withLock { $0 += batches }
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
      group.enter()
      thread.start()
    }
    group.wait()
    #expect(failures.withLock { $0 } == [])
    let batches = record.withLock { $0 }.sorted { $0.traces[0] < $1.traces[0] }
    #expect(Set(batches.flatMap(\.traces)).count == batches.count)
    #expect(batches.reduce(0) { $0 + $1.claims } == 10_000)

    let concurrent = try PayerFiles.stored(in: SQLiteStore(path: path))
    // The same messages one after the other, in the order in which they were committed.
    let reference = SimulatedStore()
    for batch in batches { _ = try Submitter.handle(batch.message, on: reference) }
    let sequential = try PayerFiles.stored(in: reference)
    #expect(concurrent.count > 10_000 / 100)
    #expect(concurrent == sequential)
    try PayerFiles.expectTotals(concurrent, reversals: 500)
  }
}
