/// A transaction set as an implementation guide uses it.
public struct TransactionSet: Hashable, Sendable {
  /// The functional group that holds such transactions (GS01), for instance `HC`.
  public let functionalID: String
  /// The transaction set (ST01), for instance `837`.
  public let setID: String
  /// What the implementation guide's name starts with (ST03 or GS08), for instance `005010X222`; addenda follow.
  public let versionPrefix: String

  /// 837P, professional claims.
  public static let professionalClaims = TransactionSet(
    functionalID: "HC", setID: "837", versionPrefix: "005010X222")
  /// 835, payments and their explanation.
  public static let remittance = TransactionSet(functionalID: "HP", setID: "835", versionPrefix: "005010X221")
  /// 277CA, a payer's front-end answer to claims.
  public static let claimAcknowledgment = TransactionSet(
    functionalID: "HN", setID: "277", versionPrefix: "005010X214")
  /// 999, the answer to a functional group.
  public static let implementationAcknowledgment = TransactionSet(
    functionalID: "FA", setID: "999", versionPrefix: "005010X231")
  /// 276, what has become of claims.
  public static let statusRequest = TransactionSet(functionalID: "HR", setID: "276", versionPrefix: "005010X212")
  /// 277, the answer to a 276.
  public static let statusResponse = TransactionSet(functionalID: "HN", setID: "277", versionPrefix: "005010X212")

  /// Whether each transaction must name its implementation guide (ST03), or the group's may do for it: a claim without it is
  /// sent back, an answer that can be read is not.
  var mustBeNamed: Bool { self == .professionalClaims }

  /// The structure that a transaction of the set is held against; `nil` for those that are read as they come: payers'
  /// answers differ in what they leave out, and an answer that can be read is not sent back.
  var guide: ImplementationGuide? {
    switch self {
    case .professionalClaims: .professionalClaims
    case .statusRequest: .statusRequests
    default: nil
    }
  }
}
