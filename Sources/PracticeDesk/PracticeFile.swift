import ClaimModel
import Messages
import Office
import SwiftProtobuf

/// What the practice keeps of a visit after it was documented.
public struct PracticeFile: CaseBody, Hashable {
  /// What the patient was asked to pay, over all statements.
  public var billed = Money.zero
  /// What the patient paid.
  public var paid = Money.zero
  /// The number of the newest statement.
  public var statements = 0
  /// Documentation queries answered.
  public var queries = 0
  /// Whether the billing office closed the account.
  public var isClosed = false
  /// Counts the changes.
  public var sequence = 0

  /// A file without events.
  public init() {}

  /// Reads the stored form.
  public init(stored: [UInt8]) throws(UndecodableMessage) {
    let wire = try WirePracticeCase.decoded(stored)
    billed = try Money(wire: wire.billedCents, "practice_case.billed_cents")
    paid = try Money(wire: wire.paidCents, "practice_case.paid_cents")
    statements = Int(wire.statements)
    queries = Int(wire.queries)
    isClosed = wire.isClosed
    sequence = Int(wire.sequence)
  }

  /// The stored form.
  public func stored() -> [UInt8] {
    WirePracticeCase.with {
      $0.billedCents = Int64(billed.cents)
      $0.paidCents = Int64(paid.cents)
      $0.statements = Int32(clamping: statements)
      $0.queries = Int32(clamping: queries)
      $0.isClosed = isClosed
      $0.sequence = Int32(clamping: sequence)
    }.bytes
  }
}
