import ClaimModel

/// The kinds of services that a plan's benefits tell apart.
public enum BenefitCategory: String, Hashable, Sendable, CaseIterable {
  /// An office visit about a problem.
  case visit
  /// Any other visit: hospital, emergency, home, consultation.
  case otherVisit = "other-visit"
  /// Preventive and wellness visits, immunizations and screenings.
  case preventive
  /// Psychiatry and psychotherapy.
  case mentalHealth = "mental-health"
  /// Physical, occupational and manual therapy.
  case therapy
  /// Laboratory and drawing specimens.
  case laboratory
  /// Radiology.
  case imaging
  /// Tests of function and other services of medicine.
  case medicine
  /// Procedures on the body, and anesthesia.
  case surgery
  /// Drugs that are given by injection or infusion.
  case drug
  /// Equipment and supplies.
  case equipment
  /// Anything else.
  case other

  /// The kind of a procedure.
  ///
  /// Source: the number ranges of CPT's sections and of HCPCS Level II's letters.
  public init(_ procedure: ProcedureCode) {
    let kind = ServiceKind(procedure)
    if kind == .problemVisit {
      self = .visit
    } else if kind.isPreventive {
      self = .preventive
    } else {
      self = BenefitCategory.table.first { $0.ranges.contains(procedure.rawValue) }?.category ?? .other
    }
  }

  private static let table: [(ranges: CodeRanges, category: BenefitCategory)] = [
    ("99202-99499, G0463", .otherVisit), ("36415-36416, 80047-89398, 0001U-0999U, P2028-P9615", .laboratory),
    ("90785-90899, 96105-96146, 96156-96171, H0001-H2037", .mentalHealth),
    ("97010-97799, 98925-98943, 92507-92526", .therapy), ("70010-79999, G0202-G0206, R0070-R0076", .imaging),
    ("00100-01999, 10004-69990", .surgery), ("90281-90399, 92002-96999, 97802-98962, 99000-99091", .medicine),
    ("J0120-J9999, Q0138-Q0181, Q5101-Q5150", .drug),
    ("A4206-A9999, E0100-E8002, K0001-K1036, L0112-L9900", .equipment),
  ]
}
