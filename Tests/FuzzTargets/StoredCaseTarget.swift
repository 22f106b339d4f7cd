import Adjudication
import Billing
import BillingDesk
import ClaimModel
import CodingDesk
import Messages
import Office
import PayerDesk
import PracticeDesk
import X12

extension FuzzTarget {
  /// What the offices keep; the first byte says which of them.
  static let storedCases = FuzzTarget("stored", longestInput: 4_096, seeds: storedSeeds) { bytes in
    guard let first = bytes.first else { return }
    let body = Array(bytes.dropFirst())
    switch first % 5 {
    case 0: try survives(CodingFile.self, body)
    case 1: try survives(BillingFile.self, body)
    case 2: try survives(PayerFile.self, body)
    case 3: try survives(PracticeFile.self, body)
    default:
      let cause = MessageID.derived(from: "cause")
      guard let receipt = try? Receipt(stored: body, cause: cause, appID: "fuzz/1") else { return }
      let stored = receipt.stored()
      let again = try Receipt(stored: stored, cause: cause, appID: "fuzz/1")
      try require(again == receipt && again.stored() == stored, "a receipt is read as it was stored")
    }
  }

  private static func survives<Body: CaseBody & Equatable>(_ type: Body.Type, _ bytes: [UInt8]) throws {
    guard let file = try? Body(stored: bytes) else { return }
    let stored = file.stored()
    let again: Body
    do throws(UndecodableMessage) {
      again = try Body(stored: stored)
    } catch {
      throw BrokenRule("a stored \(type) can be read: \(error.reason)")
    }
    try require(again == file && again.stored() == stored, "a stored \(type) is read as it was")
  }

  private static func storedSeeds() throws -> [[UInt8]] {
    let visit = SampleVisits.visits(1)[0]
    var coding = CodingFile(visit: visit)
    coding.diagnoses = ["E1122"]
    coding.services = SampleVisits.superbill(visit, number: 0).services
    coding.pending = RecodeRequest(
      visit: visit.id, round: 2, refusals: [.init(line: nil, group: .contractualObligation, reason: "11")])
    var account = PatientAccount(visit: visit.id)
    let now = SampleVisits.envelope.timestamp
    _ = account.apply(
      .superbillReceived(SampleVisits.superbill(visit, number: 0)), cause: .derived(from: "a"), now: now)
    let batch = BillingFile.Batch(payer: "ACMEHLTH", claims: ["V1-1", "V2-1"], sent: now)
    let adjudicator = Adjudicator(plan: .acmeHealth, codeSet: DiagnosisLookup { _, _ in true })
    let result = adjudicator.adjudicate(
      SampleVisits.claim(visit, number: 0), number: "00000000000120260415001", received: now.date,
      history: ClaimHistory())
    var payer = PayerFile()
    payer.history.apply(result)
    payer.use = BenefitUse(
      years: [2026: Accumulators(deductible: Money(cents: 1), outOfPocket: Money(cents: 2), visits: ["therapy": 3])],
      authorizedUnits: ["A1": 4],
      seen: [PracticeVisit(billing: "1234567893", taxonomy: "207Q00000X", date: now.date, claim: "P1")])
    payer.debts = [PayerFile.Debt(reference: "T1", amount: Money(cents: 5))]
    payer.held = [HeldAnswer(due: now, type: .remittanceAdvice, batchReference: "B1", interchange: [1, 2])]
    var practice = PracticeFile()
    practice.billed = Money(cents: 2_500)
    practice.statements = 1
    let message = WireMessage(
      id: .derived(from: "b"), type: "visit-coded.v1", correlation: "V1", timestamp: now, appID: "coding/c1",
      contentType: "application/x-protobuf", body: [1, 2, 3])
    let receipt = Receipt(
      publications: [Publication(route: Route(exchange: "coding", key: "visit-coded"), message: message)],
      entry: journalEntries()[0])
    let files: [any CaseBody] = [coding, BillingFile.account(.init(account: account)), payer, practice]
    return files.enumerated().map { [UInt8($0)] + $1.stored() }
      + [.batch(batch), .superbill(SampleVisits.superbill(visit, number: 0))].map { (file: BillingFile) in
        [1] + file.stored()
      }
      + [[4] + receipt.stored()]
  }
}
