import ClaimModel

/// What an account remembers of the superbill that counts: enough to follow the money and to work denials.
///
/// The superbill itself is filed beside the account and only looked up when a claim is made of it again.
public struct BilledCoding: Hashable, Sendable {
  /// Which coders work on the visit.
  public var specialty: Specialty
  /// The payers in the order in which they are billed, each once; none when the patient pays.
  public var payers: [PayerID]
  /// Diagnoses, first-listed first.
  public var diagnoses: [DiagnosisCode]
  /// Services in codes.
  public var services: [ServiceLine]
  /// The day of service, from which time to file is counted; `nil` in accounts of earlier versions.
  public var dateOfService: CalendarDate?
  /// The clinician's NPI.
  public var rendering: NPI
  /// The payer's authorization that the practice gave; empty when there is none.
  public var authorization: String

  /// A coding of its parts.
  public init(
    specialty: Specialty, payers: [PayerID], diagnoses: [DiagnosisCode], services: [ServiceLine],
    dateOfService: CalendarDate? = nil, rendering: NPI = "", authorization: String = ""
  ) {
    self.specialty = specialty
    self.payers = payers
    self.diagnoses = diagnoses
    self.services = services
    self.dateOfService = dateOfService
    self.rendering = rendering
    self.authorization = authorization
  }

  /// The coding of a superbill.
  public init(_ superbill: Superbill, authorization: String = "") {
    var payers: [PayerID] = []
    for coverage in superbill.registration.coverages where !payers.contains(coverage.payer) {
      payers.append(coverage.payer)
    }
    self.init(
      specialty: superbill.specialty, payers: payers, diagnoses: superbill.diagnoses, services: superbill.services,
      dateOfService: superbill.registration.dateOfService, rendering: superbill.registration.rendering.npi,
      authorization: authorization)
  }
}
