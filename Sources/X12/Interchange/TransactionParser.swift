import ClaimModel

/// Reads one transaction set, segment by segment. ``InterchangeReader`` makes one for each ST.
public protocol TransactionParser {
  /// What the transaction says.
  associatedtype Content: Sendable

  /// The transaction sets that it reads.
  static var sets: [TransactionSet] { get }

  /// A parser at the start of a transaction of one of its sets.
  init(_ set: TransactionSet)
  /// The claim that is being read, when it is in one.
  var currentClaim: PatientControlNumber? { get }
  /// Takes in a segment between ST and SE.
  mutating func consume(_ segment: Segment)
  /// What has been read to its end so far, for those who read a large transaction piece by piece; `nil` if nothing has. It is
  /// then no part of what ``finish(at:)`` returns.
  mutating func takeFinished() -> Content?
  /// Ends the transaction.
  /// - Parameter place: Where the transaction ends; missing segments are reported there.
  /// - Returns: What it says, and what is wrong with its segments. With faults the content is not used.
  mutating func finish(at place: SegmentPlace) -> (content: Content?, faults: [SegmentFault])
}

extension TransactionParser {
  /// None.
  public var currentClaim: PatientControlNumber? { nil }
  /// Nothing before the end of the transaction.
  public mutating func takeFinished() -> Content? { nil }
}
