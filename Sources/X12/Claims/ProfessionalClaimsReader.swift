import ClaimModel

/// Reads 837P interchanges (005010X222 with or without addenda).
///
/// ```swift
/// for interchange in ProfessionalClaimsReader.read(bytes) {
///   for batch in interchange.accepted { … }
///   let answers = interchange.groups.map(\.acknowledgment)   // 999
/// }
/// ```
///
/// A transaction with an error is rejected as a whole. Where the patient is not the subscriber (loop 2000C), the claim's
/// patient is the patient and its coverage the subscriber's. Segments and loops that a `Claim` has no
/// place for are skipped, and so is another payer that has not decided (no DTP*573).
public enum ProfessionalClaimsReader {
  /// The interchanges of a file, in order; at least one.
  public static func read(_ bytes: [UInt8]) -> [ReceivedInterchange<ClaimBatch>] {
    InterchangeReader<ProfessionalClaimsParser>.read(bytes)
  }
}
