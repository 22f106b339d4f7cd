import ClaimModel

/// What a transaction of any set that is read here says.
public enum TransactionContent: Hashable, Sendable {
  /// 837P.
  case claims(ClaimBatch)
  /// 835.
  case payment(PaymentAdvice)
  /// 277CA.
  case claimAcknowledgment(ClaimAcknowledgment)
  /// 999.
  case implementationAcknowledgment(ImplementationAcknowledgment)
  /// 276.
  case statusRequest(ClaimStatusRequest)
  /// 277.
  case statusResponse(ClaimStatusResponse)
}

/// Reads a transaction of any set that is read here, so that a file may hold several kinds.
public struct AnyTransactionParser: TransactionParser {
  private var parser: any WrappingParser

  /// All sets that are read here.
  public static let sets: [TransactionSet] = [
    .professionalClaims, .remittance, .claimAcknowledgment, .implementationAcknowledgment, .statusRequest,
    .statusResponse,
  ]

  /// A parser at the start of a transaction.
  public init(_ set: TransactionSet) {
    switch set {
    case .remittance: parser = Wrapped(parser: RemittanceParser(set), wrap: TransactionContent.payment)
    case .claimAcknowledgment:
      parser = Wrapped(parser: ClaimAcknowledgmentParser(set), wrap: TransactionContent.claimAcknowledgment)
    case .implementationAcknowledgment:
      parser = Wrapped(
        parser: ImplementationAcknowledgmentParser(set), wrap: TransactionContent.implementationAcknowledgment)
    case .statusRequest:
      parser = Wrapped(parser: ClaimStatusRequestParser(set), wrap: TransactionContent.statusRequest)
    case .statusResponse:
      parser = Wrapped(parser: ClaimStatusResponseParser(set), wrap: TransactionContent.statusResponse)
    default: parser = Wrapped(parser: ProfessionalClaimsParser(set), wrap: TransactionContent.claims)
    }
  }

  /// The claim that is being read.
  public var currentClaim: PatientControlNumber? { parser.currentClaim }
  /// Takes in a segment between ST and SE.
  public mutating func consume(_ segment: Segment) { parser.consume(segment) }
  /// What has been read to its end so far.
  public mutating func takeFinished() -> TransactionContent? { parser.takeFinished() }
  /// Ends the transaction.
  public mutating func finish(at place: SegmentPlace) -> (content: TransactionContent?, faults: [SegmentFault]) {
    parser.finish(at: place)
  }
}

/// A parser whose content is known as any set's.
private protocol WrappingParser {
  var currentClaim: PatientControlNumber? { get }
  mutating func consume(_ segment: Segment)
  mutating func takeFinished() -> TransactionContent?
  mutating func finish(at place: SegmentPlace) -> (content: TransactionContent?, faults: [SegmentFault])
}

private struct Wrapped<Parser: TransactionParser>: WrappingParser {
  var parser: Parser
  let wrap: (Parser.Content) -> TransactionContent

  var currentClaim: PatientControlNumber? { parser.currentClaim }

  mutating func consume(_ segment: Segment) { parser.consume(segment) }

  mutating func takeFinished() -> TransactionContent? { parser.takeFinished().map(wrap) }

  mutating func finish(at place: SegmentPlace) -> (content: TransactionContent?, faults: [SegmentFault]) {
    let result = parser.finish(at: place)
    return (result.content.map(wrap), result.faults)
  }
}
