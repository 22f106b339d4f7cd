import Billing
import ClaimModel
import Office
import Testing

/// What the journal tells is enough for the billing office's report.
@Suite struct JournalReportTests {
  @Test func reportFromTheJournalIsTheReportFromTheStore() throws {
    var (stored, journal) = (BillingReport(asOf: Self.day), BillingReport(asOf: Self.day))
    // The journal does not tell a decision from the mere word that there was one (OA-18).
    for scenario in Scenario.all where scenario.answer != "OA-18" {
      let (offices, visit) = try scenario.play()
      stored.take(AccountSummary(try #require(offices.account(of: visit)), rules: .standard))
      var summary = JournalSummary()
      for (facts, time) in offices.told { summary.take(facts, at: time) }
      journal.take(summary.account)
    }
    #expect(stored.accountCount == Scenario.all.count - 1)
    #expect(journal.states == stored.states)
    #expect(journal.cleanClaims == stored.cleanClaims)
    #expect(journal.firstPass == stored.firstPass)
    #expect(journal.denied == stored.denied)
    #expect(journal.denials == stored.denials)
    #expect(journal.recodes == stored.recodes)
    #expect(journal.meanRecodeHours == stored.meanRecodeHours)
    #expect(journal.netCollection == stored.netCollection)
    #expect(journal.balance.open == stored.balance.open)
    #expect(journal.aging.total == stored.aging.total)
    #expect(stored.denied.part > 10 && stored.denied.part < stored.denied.whole)
  }

  private static let day = CalendarDate(year: 2026, month: 12, day: 31)!
}

/// An account as the journal tells of it.
struct JournalSummary {
  private(set) var account = AccountSummary(opened: nil)
  /// Denials of the decision that is told next.
  private var denials: [PayerDecision.Refused] = []

  /// Takes in the facts of one message.
  mutating func take(_ facts: [Fact], at time: Timestamp) {
    for fact in facts {
      switch fact.what {
      case .movement(let kind, let amount): move(kind, amount, on: time.date)
      case .denial(_, let group, let reason, let remarks, let amount):
        let refusal = RecodeRequest.Refusal(line: nil, group: group, reason: reason, remarks: remarks)
        denials.append(.init(refusal, amount: amount))
      case .claim(let step, let payer, let provider, let specialty, let number, _):
        (account.provider, account.specialty) = (provider, specialty)
        take(step, ofClaim: number, to: payer)
      case .state(_, let name, _, let open, _):
        enter(PatientAccount.State(rawValue: name) ?? .inReview, open: open, at: time)
      case .injection: break
      }
    }
  }

  private mutating func move(_ kind: Fact.MovementKind, _ amount: Money, on day: CalendarDate) {
    account.opened = account.opened ?? day
    switch kind {
    case .charged: account.balance.charged += amount
    case .insurerPaid: account.balance.insurerPaid += amount
    case .adjusted: account.balance.adjusted += amount
    case .writtenOff: account.balance.writtenOff += amount
    case .patientPaid: account.balance.patientPaid += amount
    }
  }

  private mutating func take(_ step: Fact.ClaimStep, ofClaim number: Int, to payer: PayerID) {
    let found = account.claims.firstIndex { $0.number == number }
    if found == nil { account.claims.append(ClaimSummary(number: number, payer: payer)) }
    let index = found ?? account.claims.count - 1
    switch step {
    case .sent: break
    case .batchRejected: account.claims[index].stage = .batchRejected
    case .rejected: account.claims[index].stage = .rejected
    case .accepted: account.claims[index].stage = .accepted
    case .paid, .denied:
      if account.claims[index].stage != .adjudicated { account.claims[index].denials = denials }
      account.claims[index].stage = .adjudicated
      denials = []
    case .reversed: denials = []
    }
  }

  private mutating func enter(_ state: PatientAccount.State, open: Money, at time: Timestamp) {
    if account.state != .recoding, state == .recoding {
      account.recodes.append(RecodeRecord(asked: time))
    } else if account.state == .recoding, state != .recoding, let last = account.recodes.indices.last {
      account.recodes[last].answered = time
    }
    account.state = state
    account.balance.openInsurance = [.awaitingPatient, .inCollections].contains(state) ? .zero : open
    account.balance.openPatient = state == .awaitingPatient ? open : .zero
    account.balance.inCollections = state == .inCollections ? open : .zero
  }
}
