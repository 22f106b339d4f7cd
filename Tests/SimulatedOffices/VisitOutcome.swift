import Adjudication
import Billing
import BillingDesk
import ClaimModel
import CodingDesk
import Messages
import Office
import PayerDesk
import PracticeDesk
import Simulation

/// Everything the offices came to think of one visit, but for when it happened.
struct VisitOutcome: Equatable, Sendable {
  var account: PatientAccount?
  var statements = 0
  var coding: CodingFile?
  var practice: PracticeFile?
  var claims: [PriorClaim] = []
  /// The visit's ledger lines, without what caused them, in a fixed order.
  var lines: [Posting] = []

  /// What a ledger line moves.
  struct Posting: Hashable, Comparable, Sendable, CustomStringConvertible {
    var debit: String
    var credit: String
    var amount: Money
    var memo: String

    var description: String { "\(debit) from \(credit) \(amount) \(memo)" }

    static func < (left: Posting, right: Posting) -> Bool {
      (left.debit, left.credit, left.amount, left.memo) < (right.debit, right.credit, right.amount, right.memo)
    }
  }

  /// Where two outcomes of a visit differ, in words.
  func differences(from expected: VisitOutcome) -> [String] {
    if self == expected { return [] }
    var found: [String] = []
    func compare<Value: Equatable>(_ name: String, _ part: KeyPath<VisitOutcome, Value>) {
      guard self[keyPath: part] != expected[keyPath: part] else { return }
      found.append("\(name) is \(self[keyPath: part]), undisturbed \(expected[keyPath: part])")
    }
    compare("account state", \.account?.state)
    compare("account balance", \.account?.balance)
    compare("submissions", \.account?.submissions)
    compare("decisions", \.account?.decisions)
    compare("appeals", \.account?.appeals)
    compare("account", \.account)
    compare("statements", \.statements)
    compare("coding state", \.coding?.state)
    compare("coding", \.coding)
    compare("practice", \.practice)
    compare("payer's claims", \.claims)
    compare("ledger lines", \.lines)
    return found
  }
}

extension PatientAccount {
  /// The account but for when things happened.
  fileprivate var timeless: PatientAccount {
    var account = self
    account.followUp = nil
    for index in account.decisions.indices { account.decisions[index].decided = nil }
    account.recodes = account.recodes.map {
      let never = Timestamp(milliseconds: 0)
      return RecodeRecord(asked: never, answered: $0.answered == nil ? nil : never)
    }
    return account
  }
}

/// Reads outcomes out of the offices' stores.
struct OutcomeReader {
  let stores: OfficeStores
  /// Most files of the billing office were read when they were written.
  let billingFiles: CaseMemory<BillingFile>
  /// The files that are the same in nearly all worlds.
  let caseload: Caseload

  /// The outcomes of all visits.
  func outcomes(of visits: [Visit]) throws(UndecodableMessage) -> [VisitID: VisitOutcome] {
    var outcomes: [VisitID: VisitOutcome] = [:]
    for visit in visits {
      var outcome = VisitOutcome()
      let account = BillingFile.key(of: visit.id)
      if let body = stores.billing.body(of: account), case .account(let file) = try billingFiles.body(account, body) {
        outcome.account = file.account.timeless
        outcome.statements = file.statements
      }
      let chart = CodingDesk.key(of: visit.id)
      if let body = stores.coding.body(of: chart) {
        outcome.coding = try caseload.codingFiles.body(chart, body)
      }
      if let body = stores.practice.body(of: PracticeDesk.key(of: visit.id)) {
        outcome.practice = try caseload.practiceFiles.body(PracticeDesk.key(of: visit.id), body)
      }
      outcomes[visit.id] = outcome
    }
    for payer in stores.payers {
      for key in payer.store.keys(ofKind: "day") {
        guard let body = payer.store.body(of: key) else { continue }
        for var claim in try caseload.payerFiles.body(key, body).history.claims {
          guard let visit = claim.claim.controlNumber.visit else { continue }
          claim.received = CalendarDate(daysSinceEpoch: 0)
          outcomes[visit, default: VisitOutcome()].claims.append(claim)
        }
      }
    }
    for line in stores.billing.ledger {
      outcomes[line.visit, default: VisitOutcome()].lines.append(
        VisitOutcome.Posting(debit: line.debit, credit: line.credit, amount: line.amount, memo: line.memo))
    }
    for visit in visits { outcomes[visit.id]?.lines.sort() }
    return outcomes
  }
}

/// The stores of all offices.
struct OfficeStores {
  let practice = SimulatedStore()
  let coding = SimulatedStore()
  let billing = SimulatedStore()
  let payers = Plan.builtIn.map { (payer: $0.payer, store: SimulatedStore()) }
}
