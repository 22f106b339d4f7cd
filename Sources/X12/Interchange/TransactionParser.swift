/// Reads one transaction set, segment by segment. ``InterchangeReader`` makes one for each ST.
public protocol TransactionParser {
  /// What the transaction says.
  associatedtype Content: Sendable

  /// The functional group that holds such transactions (GS01), for instance `HC`.
  static var functionalID: String { get }
  /// The transaction set (ST01), for instance `837`.
  static var setID: String { get }
  /// What the implementation guide's name starts with (ST03 or GS08), for instance `005010X222`.
  static var versionPrefix: String { get }

  /// A parser at the start of a transaction.
  init()
  /// Takes in a segment between ST and SE.
  mutating func consume(_ segment: Segment)
  /// Ends the transaction.
  /// - Parameter place: Where the transaction ends; missing segments are reported there.
  /// - Returns: What it says, and what is wrong with its segments. With faults the content is not used.
  mutating func finish(at place: SegmentPlace) -> (content: Content?, faults: [SegmentFault])
}
