import Adjudication
import BillingDesk
import ClaimModel
import CodeSets
import Coding
import CodingDesk
import Foundation
import Intake
import Office
import PayerDesk
import PracticeDesk
import SQLiteStore

/// The billing office at work: what its store is asked while real visits go through all offices.
enum BillingOffice {
  /// Runs generated visits from documentation to payment, within this process.
  static func trace(visits count: Int) throws -> [BatchTrace] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "superbill-store-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func store(_ name: String) throws -> any Store { try SQLiteStore(path: folder.appending(path: name).path) }

    let books = try CodeBooks.load()
    let codes = try ICD10CM.load()
    let payers = Plan.builtIn.map(\.payer)
    let broker = Loopback(topology: .offices(payers: payers))
    let billing = TracingStore(try store("billing"))
    var offices = [
      office(PracticeDesk(), broker, try store("practice")),
      office(CodingDesk(coder: Coder(codeSets: books), codeSets: books), broker, try store("coding")),
      office(BillingDesk(), broker, billing),
    ]
    for plan in Plan.builtIn {
      let adjudicator = Adjudicator(plan: plan, codeSet: DiagnosisLookup { codes.isBillable($0, on: $1) })
      offices.append(office(PayerDesk(adjudicator: adjudicator), broker, try store(plan.payer.rawValue)))
    }
    broker.publish(Submission.publications(of: Array(VisitGenerator(seed: 1).prefix(count)), now: now))
    while try offices.map({ try $0() }).contains(true) {}
    return billing.batches
  }

  private static let now = Timestamp(milliseconds: 1_777_000_000_000)

  /// An office: a function that works off what is in its queues and tells whether there was anything.
  private static func office<D: Desk>(_ desk: D, _ broker: Loopback, _ store: any Store) -> () throws -> Bool {
    let queues = desk.office.inboxes.map(\.queue)
    let worker = OfficeWorker(
      desk: desk, broker: broker, store: store,
      configuration: WorkerConfiguration(
        name: "\(desk.office)/bench", queues: queues, topology: Topology(), batchLimit: 128),
      clock: { now })
    return {
      let hasWork = broker.hasMessages(in: queues)
      while broker.hasMessages(in: queues) { _ = try worker.step(patienceMilliseconds: 0) }
      return hasWork
    }
  }
}
