import Billing
import ClaimModel
import Office

/// An account of the billing office as the journal tells of it.
///
/// Its codes and names are what peers wrote, and a report prints them: they hold no control characters here.
///
/// The journal does not tell a decision from the mere word that there was one (CARC 18, a claim sent twice).
public struct JournalAccount: Sendable {
  /// What a report needs of it.
  public private(set) var summary = AccountSummary(opened: nil)
  /// Denials of the decision that is told next.
  private var denials: [PayerDecision.Refused] = []

  /// An account of which nothing is known.
  public init() {}

  /// Takes in the facts of one message.
  public mutating func take(_ facts: [Fact], at time: Timestamp) {
    for fact in facts {
      switch fact.what {
      case .movement(let kind, let amount): move(kind, amount, on: time.date)
      case .denial(_, let group, let reason, let remarks, let amount):
        let refusal = RecodeRequest.Refusal(
          line: nil, group: group, reason: AdjustmentReason(visible(reason.rawValue)),
          remarks: remarks.map { RemarkCode(visible($0.rawValue)) })
        denials.append(.init(refusal, amount: amount))
      case .claim(let step, let payer, let provider, let specialty, let number, _):
        (summary.provider, summary.specialty) = (NPI(visible(provider.rawValue)), specialty)
        take(step, ofClaim: number, to: PayerID(visible(payer.rawValue)))
      case .state(let office, let name, _, let open, _) where office == "billing":
        enter(PatientAccount.State(rawValue: name) ?? .inReview, open: open, at: time)
      case .state, .injection: break
      }
    }
  }

  private mutating func move(_ kind: Fact.MovementKind, _ amount: Money, on day: CalendarDate) {
    summary.opened = summary.opened ?? day
    switch kind {
    case .charged: summary.balance.charged += amount
    case .insurerPaid: summary.balance.insurerPaid += amount
    case .adjusted: summary.balance.adjusted += amount
    case .writtenOff: summary.balance.writtenOff += amount
    case .patientPaid: summary.balance.patientPaid += amount
    }
  }

  private mutating func take(_ step: Fact.ClaimStep, ofClaim number: Int, to payer: PayerID) {
    let found = summary.claims.firstIndex { $0.number == number }
    if found == nil { summary.claims.append(ClaimSummary(number: number, payer: payer)) }
    let index = found ?? summary.claims.count - 1
    switch step {
    case .sent: break
    case .batchRejected: summary.claims[index].stage = .batchRejected
    case .rejected: summary.claims[index].stage = .rejected
    case .accepted: summary.claims[index].stage = .accepted
    case .paid, .denied:
      if summary.claims[index].stage != .adjudicated { summary.claims[index].denials = denials }
      summary.claims[index].stage = .adjudicated
      denials = []
    case .reversed: denials = []
    }
  }

  private mutating func enter(_ state: PatientAccount.State, open: Money, at time: Timestamp) {
    if summary.state != .recoding, state == .recoding {
      summary.recodes.append(RecodeRecord(asked: time))
    } else if summary.state == .recoding, state != .recoding, let last = summary.recodes.indices.last {
      summary.recodes[last].answered = time
    }
    summary.state = state
    summary.balance.openInsurance = [.awaitingPatient, .inCollections].contains(state) ? .zero : open
    summary.balance.openPatient = state == .awaitingPatient ? open : .zero
    summary.balance.inCollections = state == .inCollections ? open : .zero
  }
}
