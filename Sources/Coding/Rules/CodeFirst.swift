import ClaimModel

/// Conditions whose names may hold the disease that is coded before them.
///
/// Source: ICD-10-CM tabular list, *code first* at D63.1 (anemia in kidney disease) and I1A.0 (resistant hypertension) and J12.82
/// (pneumonia of COVID-19); section I.A.13.
enum CodeFirst {
  /// A code and its category, the categories one of which goes first, and the code where nothing more is told; categories as they are
  /// packed.
  static let all: [(category: UInt32, code: DiagnosisCode, cause: ClosedRange<UInt32>, open: DiagnosisCode)] = [
    (0x44_3633, "D631", 0x4e_3138...0x4e_3138, "N189"), (0x49_3141, "I1A0", 0x49_3130...0x49_3135, "I10"),
    (0x4a_3132, "J1282", 0x55_3037...0x55_3037, "U071"),
  ]
}
