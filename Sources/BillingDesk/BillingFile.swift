import Billing
import ClaimModel
import Messages
import Office
import SwiftProtobuf

/// What the billing office keeps: the account of a visit, the superbill that counts, or a batch of claims it sent.
///
/// Indirect, because a batch's accounts are copied often while it is handled, and an account holds many things.
public indirect enum BillingFile: CaseBody, Hashable {
  /// The account of a visit.
  case account(AccountFile)
  /// A batch of claims.
  case batch(Batch)
  /// The superbill of a visit. A case of its own: an account changes with every answer, its superbill hardly ever.
  case superbill(Superbill)

  /// A visit's account with what the desk counts beside it.
  public struct AccountFile: Hashable, Sendable {
    /// The account.
    public var account: PatientAccount
    /// Statements issued.
    public var statements: Int
    /// Changes made.
    public var sequence: Int

    /// A file of its parts.
    public init(account: PatientAccount, statements: Int = 0, sequence: Int = 0) {
      self.account = account
      self.statements = statements
      self.sequence = sequence
    }
  }

  /// Claims that went to a payer in one interchange.
  public struct Batch: Hashable, Sendable {
    /// The payer.
    public var payer: PayerID
    /// The claims.
    public var claims: [PatientControlNumber]
    /// When it was sent.
    public var sent: Timestamp

    /// A batch of the given claims.
    public init(payer: PayerID, claims: [PatientControlNumber], sent: Timestamp) {
      self.payer = payer
      self.claims = claims
      self.sent = sent
    }
  }

  /// The key of a visit's account.
  public static func key(of visit: VisitID) -> CaseKey { CaseKey(kind: "account", id: visit.rawValue) }

  /// The key of a visit's superbill.
  public static func key(ofSuperbill visit: VisitID) -> CaseKey { CaseKey(kind: "superbill", id: visit.rawValue) }

  /// The key of a batch, known by its functional group's control number.
  public static func key(ofBatch number: Int) -> CaseKey { CaseKey(kind: "batch", id: String(number)) }

  /// Reads the stored form: one byte says which case it is.
  public init(stored: [UInt8]) throws(UndecodableMessage) {
    switch stored.first {
    case 1: self = .account(try AccountFile(WireBillingCase.decoded(Array(stored.dropFirst()))))
    case 2:
      let wire = try WireBatchCase.decoded(Array(stored.dropFirst()))
      self = .batch(
        Batch(
          payer: PayerID(wire.payer), claims: wire.controlNumbers.map { PatientControlNumber($0) },
          sent: try Timestamp(wire: wire.sentMs, "batch.sent_ms")))
    case 3: self = .superbill(try WireSuperbill.decoded(Array(stored.dropFirst())).model())
    default: throw UndecodableMessage("a billing case starts with 1, 2 or 3")
    }
  }

  /// The stored form.
  public func stored() -> [UInt8] {
    switch self {
    case .account(let file): [1] + file.wire.bytes
    case .batch(let batch):
      [2]
        + WireBatchCase.with {
          $0.payer = batch.payer.rawValue
          $0.controlNumbers = batch.claims.map(\.rawValue)
          $0.sentMs = batch.sent.milliseconds
        }.bytes
    case .superbill(let superbill): [3] + WireSuperbill(superbill).bytes
    }
  }
}
