import Adjudication
import ClaimModel
import Office
import X12

/// Finds the claims that a status inquiry asks about.
///
/// A claim is found by the payer's number (REF*1K), or by member and days of service (DTP*472), and then by the provider's
/// number (REF*EJ) where one is given, else by the charge (AMT*T3) where one is given. It must be the member's and the
/// provider's who asks, and a dependent's where the question names one (2100E); without a claim's number, and without a
/// dependent, the subscriber's own.
///
/// Source: 276 TR3 005010X212, section 1.4 (search criteria) and loops 2100C to 2200E.
struct StatusSearch {
  /// How many days of a period of service are looked at, from its first; a claim lies under the first day of its services.
  private static let longestPeriod = 31

  /// How many claims a question is answered with; whoever asks so broadly may name the claim.
  private static let mostClaims = 10

  let inquiry: ClaimStatusRequest.Inquiry

  /// The files in which the claims may be.
  static func keys(for inquiry: ClaimStatusRequest.Inquiry) -> [CaseKey] {
    if let number = inquiry.references.payerClaimNumber { return [PayerFile.key(of: number)].compactMap(\.self) }
    guard let period = inquiry.period, let member = inquiry.subject.subscriber?.identifier, !member.isEmpty else {
      return []
    }
    let length = min(max(0, period.last.map { period.first.days(until: $0) } ?? 0), longestPeriod - 1)
    return (0...length).map { PayerFile.key(ofMember: MemberID(member), day: period.first.adding(days: $0)) }
  }

  /// The claims that are asked about, oldest first, the newest of many; of a claim that was replaced only what stands.
  func claims(in cases: Cases<PayerFile>) -> ArraySlice<PriorClaim> {
    let found = StatusSearch.keys(for: inquiry).flatMap { cases[$0]?.history.claims ?? [] }.filter(isMeant)
    let standing = found.filter { !$0.isReversed }
    return (standing.isEmpty ? found : standing).suffix(StatusSearch.mostClaims)
  }

  private func isMeant(_ prior: PriorClaim) -> Bool {
    let claim = prior.claim
    guard inquiry.subject.subscriber?.identifier == claim.coverage.member.rawValue, isProvider(of: claim),
      isPatient(of: claim)
    else { return false }
    if let number = inquiry.references.payerClaimNumber { return number == prior.payment.payerClaimNumber }
    if let number = inquiry.references.controlNumber { return number == claim.controlNumber }
    return inquiry.charge.map { $0 == claim.totalCharge } ?? true
  }

  private func isPatient(of claim: Claim) -> Bool {
    guard let asked = inquiry.subject.dependent else {
      let references = inquiry.references
      return !claim.isDependent || references.payerClaimNumber != nil || references.controlNumber != nil
    }
    func compared(_ name: PersonName) -> String {
      InsuredPerson.Dependent(name, born: claim.patient.birthDate).name
    }
    return compared(PersonName(last: asked.name, first: asked.first)) == compared(claim.patient.name)
  }

  private func isProvider(of claim: Claim) -> Bool {
    guard let provider = inquiry.subject.provider else { return false }
    switch provider.qualifier {
    case "XX":
      return ([claim.billing.npi] + claim.renderingProviders.map(\.npi)).contains { $0.rawValue == provider.identifier }
    case "FI": return provider.identifier == claim.billing.taxID
    default: return false
    }
  }
}
