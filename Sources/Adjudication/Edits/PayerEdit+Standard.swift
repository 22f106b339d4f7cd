extension PayerEdit {
  /// All edits after the front end, in the order they are applied.
  public static let standard: [PayerEdit] =
    eligibility + submission + providers + content + codes + patient + diagnosisAndProcedure + correctCoding
    + authorization + coverage
}
