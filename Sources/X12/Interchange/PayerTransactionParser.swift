import ClaimModel

/// Reads what is sent to a payer: claims (837P) and questions about them (276). Groups of other kinds are refused.
///
/// ```swift
/// for interchange in PayerTransactionParser.read(bytes) {
///   for content in interchange.accepted { … }             // .claims or .statusRequest
/// }
/// ```
public struct PayerTransactionParser: TransactionParser {
  // One of the two, changed in place: claims are many.
  private var claims: ProfessionalClaimsParser?
  private var request: ClaimStatusRequestParser?

  /// The sets that it reads.
  public static let sets: [TransactionSet] = ProfessionalClaimsParser.sets + ClaimStatusRequestParser.sets

  /// A parser at the start of a transaction.
  public init(_ set: TransactionSet) {
    if ClaimStatusRequestParser.sets.contains(set) {
      request = ClaimStatusRequestParser(set)
    } else {
      claims = ProfessionalClaimsParser(set)
    }
  }

  /// The interchanges of a file, in order; at least one.
  public static func read(_ bytes: [UInt8]) -> [ReceivedInterchange<TransactionContent>] {
    InterchangeReader<PayerTransactionParser>.read(bytes)
  }

  /// The claim that is being read.
  public var currentClaim: PatientControlNumber? { claims?.currentClaim }

  /// Takes in a segment between ST and SE.
  public mutating func consume(_ segment: Segment) {
    claims?.consume(segment)
    request?.consume(segment)
  }

  /// Ends the transaction.
  public mutating func finish(at place: SegmentPlace) -> (content: TransactionContent?, faults: [SegmentFault]) {
    if let result = request?.finish(at: place) {
      return (result.content.map(TransactionContent.statusRequest), result.faults)
    }
    guard let result = claims?.finish(at: place) else { return (nil, []) }
    return (result.content.map(TransactionContent.claims), result.faults)
  }
}
