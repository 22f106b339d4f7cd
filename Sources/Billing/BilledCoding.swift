import ClaimModel

/// What an account remembers of the superbill that counts: enough to follow the money and to work denials.
///
/// The superbill itself is filed beside the account and only looked up when a claim is made of it again.
public struct BilledCoding: Hashable, Sendable {
  /// Which coders work on the visit.
  public var specialty: Specialty
  /// The payers in the order in which they are billed; none when the patient pays.
  public var payers: [PayerID]
  /// Diagnoses, first-listed first.
  public var diagnoses: [DiagnosisCode]
  /// Services in codes.
  public var services: [ServiceLine]

  /// A coding of its parts.
  public init(
    specialty: Specialty, payers: [PayerID], diagnoses: [DiagnosisCode], services: [ServiceLine]
  ) {
    self.specialty = specialty
    self.payers = payers
    self.diagnoses = diagnoses
    self.services = services
  }

  /// The coding of a superbill.
  public init(_ superbill: Superbill) {
    self.init(
      specialty: superbill.specialty, payers: superbill.registration.coverages.map(\.payer),
      diagnoses: superbill.diagnoses, services: superbill.services)
  }
}
