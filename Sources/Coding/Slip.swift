/// A slip of a hurried coder.
///
/// The names are fixed words; they stand in the coding office's files and nowhere else.
public enum Slip: String, Hashable, Sendable, CaseIterable {
  /// A diagnosis was cut to its category: `E11` for `E11.9`. Payers answer CO-146 or CO-16 with M76.
  case truncatedDiagnosis = "truncated-diagnosis"
  /// A diagnosis from an old list: `M54.5`, which ended on 2021-10-01, for `M54.50`. Payers answer CO-146.
  case expiredDiagnosis = "expired-diagnosis"
  /// The unspecified diagnosis in place of the one that is documented. Some payers answer CO-16 with M81, CO-167 or CO-50.
  case unspecifiedDiagnosis = "unspecified-diagnosis"
  /// A check-up was billed as a visit for a problem. Payers answer CO-11.
  case problemVisitForCheckUp = "problem-visit-for-check-up"
  /// A check-up was billed with the code of another age. Payers answer CO-6.
  case checkUpOfAnotherAge = "check-up-of-another-age"
  /// A visit was billed one level higher or lower. Payers answer CO-150 to the higher one.
  case wrongVisitLevel = "wrong-visit-level"
  /// A modifier was left out. Payers answer CO-97, CO-236 or CO-4.
  case missingModifier = "missing-modifier"
  /// A line points to another diagnosis than the service was for. Payers answer CO-11, CO-167 or CO-50.
  case wrongPointer = "wrong-pointer"
  /// A unit too many or too few. Payers answer CO-151 to too many.
  case wrongUnits = "wrong-units"
}
