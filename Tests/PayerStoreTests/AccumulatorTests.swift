import Adjudication
import ClaimModel
import Foundation
import Messages
import SQLiteStore
import Simulation
import Synchronization
import Testing
import X12

@testable import Office
@testable import PayerDesk

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
    let batches = record.withLock { $0 }.sorted { $0.trace < $1.trace }
    #expect(Set(batches.map(\.trace)).count == batches.count)
    #expect(batches.reduce(0) { $0 + $1.claims } == 10_000)

    let concurrent = try files(in: SQLiteStore(path: path))
    // The same messages one after the other, in the order in which they were committed.
    let reference = SimulatedStore()
    for batch in batches { _ = try Submitter.handle(batch.message, on: reference) }
    let sequential = try files(in: reference)
    #expect(concurrent.count > 10_000 / 100)
    #expect(concurrent == sequential)
    try expectTotals(concurrent)
  }

  private func files(in store: any Store) throws -> [CaseKey: [UInt8]] {
    var files: [CaseKey: [UInt8]] = [:]
    try store.transaction { transaction throws(StoreError) in
      for kind in ["day", "member", "family", "payee"] {
        try transaction.forEachCase(ofKind: kind) { files[$0] = $1 }
      }
    }
    return files
  }

  /// What is counted for members is what the claims that stand leave to them; nobody is above a limit for lack of a lock.
  private func expectTotals(_ files: [CaseKey: [UInt8]]) throws {
    var standing: [CaseKey: BenefitUse] = [:]
    var reversed = 0
    for (key, body) in files where key.kind == "day" {
      for claim in try PayerFile(stored: body).history.claims {
        if claim.isReversed {
          reversed += 1
          continue
        }
        let shares = claim.payment.allAdjustments.filter { $0.group == .patientResponsibility }
        let used = Accumulators(
          deductible: shares.filter { $0.reason == "1" }.map(\.amount).sum(), outOfPocket: shares.map(\.amount).sum())
        let use = BenefitUse(years: used == Accumulators() ? [:] : [2026: used])
        standing[PayerFile.key(ofMember: claim.claim.coverage.member), default: BenefitUse()].add(use)
        standing[PayerFile.key(ofFamily: Submitter.family(of: claim.claim.coverage.member)), default: BenefitUse()].add(
          use)
      }
    }
    #expect(reversed > 500)
    var members = 0
    for (key, body) in files where key.kind == "member" || key.kind == "family" {
      let use = try PayerFile(stored: body).use
      #expect(use == standing[key], "\(key)")
      let used = try #require(use.years[2026])
      let limit = key.kind == "member" ? 500_00 : 1_200_00
      #expect(used.deductible <= Money(cents: limit))
      members += 1
    }
    #expect(members == 125)
  }
}
