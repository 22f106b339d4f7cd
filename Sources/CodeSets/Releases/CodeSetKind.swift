/// The code sets of which releases can be imported.
public enum CodeSetKind: String, Hashable, Sendable, CaseIterable {
  /// Diagnoses: the official order file, the tabular list, or both.
  case icd10cm
  /// HCPCS Level II: the official contractor record of 320 characters.
  case hcpcs
  /// CPT: a file that the user has a licence for.
  case cpt
  /// NCCI procedure-to-procedure edits.
  case ptp
  /// NCCI medically unlikely edits.
  case mue
  /// Relative value units of the physician fee schedule.
  case rvu

  /// The name in an imported file.
  var number: UInt32 {
    switch self {
    case .icd10cm: 1
    case .hcpcs: 2
    case .cpt: 3
    case .ptp: 4
    case .mue: 5
    case .rvu: 6
    }
  }
}
