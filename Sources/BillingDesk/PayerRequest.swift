import Billing
import ClaimModel
import X12

/// What waits for its interchange to a payer: several of a kind go in one.
public enum PayerRequest: Hashable, Sendable {
  /// A claim (837P).
  case claim(Claim)
  /// A question about a claim (276).
  case inquiry(ClaimStatusRequest.Inquiry, PayerID)

  /// Under what it is bundled: the kind of interchange and the payer.
  var bundleKey: String {
    switch self {
    case .claim(let claim): claim.coverage.payer.rawValue
    case .inquiry(_, let payer): "276 \(payer)"
    }
  }
}

extension ClaimStatusRequest.Inquiry {
  /// A question about a claim of the superbill. It is known by the claim's own number, which the answer repeats.
  ///
  /// Source: 276 TR3 005010X212, loops 2100A to 2200D: the receiver is who sent the claim (1000A), the patient is the
  /// subscriber.
  /// - Returns: `nil` when the superbill names no coverage of the payer.
  init?(_ inquiry: StatusInquiry, of superbill: Superbill, submitter: ClaimSubmitter) {
    let registration = superbill.registration
    guard let coverage = registration.coverages.first(where: { $0.payer == inquiry.payer }) else { return nil }
    let patient = registration.patient
    let subject = StatusSubject(
      payer: StatusParty(organization: coverage.payerName, qualifier: "PI", identifier: coverage.payer.rawValue),
      receiver: StatusParty(organization: submitter.name, qualifier: "46", identifier: submitter.identifier),
      provider: StatusParty(
        organization: registration.billing.name, qualifier: "XX", identifier: registration.billing.npi.rawValue),
      subscriber: StatusParty(person: patient.name, qualifier: "MI", identifier: coverage.member.rawValue),
      birthDate: patient.birthDate, sex: patient.sex == .unknown ? nil : patient.sex)
    let number = inquiry.controlNumber.rawValue
    self.init(
      subject: subject, trace: number, references: [StatusReference(qualifier: "EJ", value: number)],
      charge: inquiry.charge, period: inquiry.dateOfService.map { ServicePeriod($0) })
  }
}
