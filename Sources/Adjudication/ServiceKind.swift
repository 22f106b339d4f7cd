import ClaimModel

/// What a payer's rules see in a procedure code.
///
/// Code numbers are the AMA's and CMS's; the wording is ours.
public enum ServiceKind: Hashable, Sendable {
  /// An office visit about a problem, new or established patient (99202–99205, 99211–99215).
  case problemVisit
  /// A preventive visit for ages from `years.lowerBound` to `years.upperBound`.
  case preventiveVisit(years: ClosedRange<Int>)
  /// A yearly wellness visit of Medicare without limits of age (G0438, G0439).
  case wellnessVisit
  /// A vaccine product or its administration.
  case immunization
  /// Screening that children and adults get without cost share.
  case screening
  /// Anything else.
  case other

  /// What the rules see in `procedure`.
  ///
  /// Source: the number ranges of CPT for evaluation and management (9920x, 9921x, 9938x, 9939x), vaccine products
  /// (906xx–907xx) and their administration (90460–90474); HCPCS Level II G0438, G0439.
  public init(_ procedure: ProcedureCode) {
    switch procedure.rawValue {
    case "99202", "99203", "99204", "99205", "99211", "99212", "99213", "99214", "99215": self = .problemVisit
    case "99381", "99391": self = .preventiveVisit(years: 0...0)
    case "99382", "99392": self = .preventiveVisit(years: 1...4)
    case "99383", "99393": self = .preventiveVisit(years: 5...11)
    case "99384", "99394": self = .preventiveVisit(years: 12...17)
    case "99385", "99395": self = .preventiveVisit(years: 18...39)
    case "99386", "99396": self = .preventiveVisit(years: 40...64)
    case "99387", "99397": self = .preventiveVisit(years: 65...200)
    case "G0438", "G0439": self = .wellnessVisit
    case "96110", "96127", "96160", "96161", "92551", "92552", "99173", "99188", "G0442", "G0444": self = .screening
    case "G0105", "G0121": self = .screening
    case let code where ServiceKind.isImmunization(code): self = .immunization
    default: self = .other
    }
  }

  /// Whether the patient shares nothing of its cost.
  ///
  /// Source: 42 USC 300gg-13 and 45 CFR 147.130 (Affordable Care Act section 2713): preventive services,
  /// immunizations and the screenings of Bright Futures carry no cost share in network.
  public var isPreventive: Bool {
    switch self {
    case .preventiveVisit, .wellnessVisit, .immunization, .screening: true
    case .problemVisit, .other: false
    }
  }

  private static func isImmunization(_ code: String) -> Bool {
    guard code.utf8.count == 5, let number = Int(code) else { return false }
    return (90_460...90_474).contains(number) || (90_611...90_759).contains(number)
  }
}
