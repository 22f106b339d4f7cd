import ClaimModel

/// Whether a colonoscopy was a screening, and how its payer wants that told.
///
/// Medicare has codes of its own for a screening that finds nothing to treat, by the patient's risk, and modifier PT for one
/// that turned into a treatment; other payers take modifier 33.
///
/// Source: 45 CFR 147.130 with CPT appendix A (33); Medicare Claims Processing Manual, chapter 18, section 60 (G0105, G0121,
/// PT); ICD-10-CM Official Guidelines, section I.C.21.c.5 (a screening stays one when something is found).
struct ScreeningPurpose {
  private let isScreening: Bool
  private let isHighRisk: Bool
  private let isMedicare: Bool

  init(_ diagnoses: [AssignedDiagnosis], isOfMedicare: Bool) {
    func has(_ prefixes: [String]) -> Bool {
      diagnoses.contains { diagnosis in prefixes.contains { diagnosis.code.rawValue.hasPrefix($0) } }
    }
    // What the patient complains of makes it a diagnostic one.
    isScreening = has(["Z1211", "Z1212"])
    isHighRisk = isScreening && has(["Z8601", "Z8503", "Z8504", "Z800", "Z8371", "K50", "K51"])
    isMedicare = isScreening && isOfMedicare
  }

  /// The code of a colonoscopy that only looked.
  var diagnostic: ProcedureCode {
    guard isScreening, isMedicare else { return "45378" }
    return isHighRisk ? "G0105" : "G0121"
  }

  /// The modifier of a screening's line; Medicare's own codes say it themselves.
  func modifier(of procedure: ProcedureCode) -> ProcedureModifier? {
    guard isScreening, procedure.rawValue.utf8.first != UInt8(ascii: "G") else { return nil }
    return isMedicare ? "PT" : "33"
  }
}
