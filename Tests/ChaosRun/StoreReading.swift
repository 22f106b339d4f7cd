import Adjudication
import Billing
import BillingDesk
import Chaos
import ClaimModel
import CodingDesk
import Office
import PayerDesk
import PostgresStore
import PracticeDesk
import SQLiteStore

/// What the stores of all offices hold of each visit.
struct StoreReading {
  var visits: [String: Outcome.VisitOutcome] = [:]
  var claimsTakenTwice: [String] = []

  mutating func read(_ offices: Offices) throws {
    try forEachCase(ofKind: "visit", in: offices.store(of: "coding")) { reading, key, body in
      let file = try CodingFile(stored: body)
      reading.note("coding.state", file.state.rawValue, of: key.id)
      reading.note("coding.codes", "\(file.diagnoses.map(\.rawValue)) \(file.services)", of: key.id)
      if file.state == .inReview { reading.visits[key.id]?.isFinal = true }
    }
    try forEachCase(ofKind: "account", in: offices.store(of: "billing")) { reading, key, body in
      guard case .account(let file) = try BillingFile(stored: body) else { return }
      let account = file.account
      reading.note("billing.state", account.state.rawValue, of: key.id)
      reading.note("billing.balance", "\(account.balance)", of: key.id)
      reading.note("billing.submissions", "\(account.submissions.map { "\($0.frequency) \($0.charge)" })", of: key.id)
      reading.note("billing.decisions", "\(account.decisions.count)", of: key.id)
      reading.note("billing.recodes", "\(account.recodeRounds)", of: key.id)
      reading.note("billing.payments", "\(account.patientPayments)", of: key.id)
      reading.note("billing.entries", "\(account.entryCount)", of: key.id)
      reading.visits[key.id]?.isFinal = account.state.isFinal
    }
    try forEachCase(ofKind: "visit", in: offices.store(of: "practice")) { reading, key, body in
      let file = try PracticeFile(stored: body)
      reading.note(
        "practice", "billed \(file.billed), paid \(file.paid), \(file.statements), \(file.isClosed)", of: key.id)
    }
    for payer in Offices.payers {
      var seen: Set<PatientControlNumber> = []
      try forEachCase(ofKind: "day", in: offices.store(of: "payer.\(payer)")) { reading, _, body in
        for prior in try PayerFile(stored: body).history.claims {
          let claim = prior.claim.controlNumber
          if !seen.insert(claim).inserted { reading.claimsTakenTwice.append("\(payer) \(claim)") }
          let words = "\(payer) \(prior.payment.status) paid \(prior.payment.paid), reversed \(prior.isReversed)"
          reading.note("payer.\(claim.submission ?? 0)", words, of: claim.visit?.rawValue ?? "")
        }
      }
    }
  }

  private mutating func note(_ aspect: String, _ value: String, of visit: String) {
    visits[visit, default: Outcome.VisitOutcome()].aspects[aspect] = value
  }

  private mutating func forEachCase(
    ofKind kind: String, in url: String, _ body: (inout StoreReading, CaseKey, [UInt8]) throws -> Void
  ) throws {
    let store: any Store =
      url.hasPrefix("sqlite:")
      ? try SQLiteStore(path: String(url.dropFirst("sqlite:".count))) : try PostgresStore(url: url)
    defer { store.close() }
    var failure: (any Error)?
    var reading = self
    try store.transaction { transaction throws(StoreError) in
      try transaction.forEachCase(ofKind: kind) { key, stored in
        do {
          if failure == nil { try body(&reading, key, stored) }
        } catch {
          failure = error
        }
      }
    }
    if let failure { throw failure }
    self = reading
  }
}
