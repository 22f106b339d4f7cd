import Billing
import ClaimModel
import Messages
import Office
import SwiftProtobuf

/// What the billing office keeps: the account of a visit, the superbill that counts, a batch of claims it sent, and of
/// payments what matches no account, where to look for one, and what was posted beside the claims.
///
/// Indirect, because a batch's accounts are copied often while it is handled, and an account holds many things.
public indirect enum BillingFile: CaseBody, Hashable {
  /// The account of a visit.
  case account(AccountFile)
  /// A batch of claims.
  case batch(Batch)
  /// The superbill of a visit. A case of its own: an account changes with every answer, its superbill hardly ever.
  case superbill(Superbill)
  /// A payment that matches nothing that was billed, or did not when it came.
  case unmatched(UnmatchedPayment)
  /// Which visits and unmatched payments there are of one member and day, or which payments wait for one visit.
  case index(MatchIndex)
  /// A payment whose adjustments of the provider's account were posted.
  case remittance(PostedRemittance)

  /// A visit's account with what the desk counts beside it.
  public struct AccountFile: Hashable, Sendable {
    /// The account.
    public var account: PatientAccount
    /// Statements issued.
    public var statements: Int
    /// Refunds to the patient.
    public var refunds: Int
    /// Changes made.
    public var sequence: Int

    /// A file of its parts.
    public init(account: PatientAccount, statements: Int = 0, refunds: Int = 0, sequence: Int = 0) {
      self.account = account
      self.statements = statements
      self.refunds = refunds
      self.sequence = sequence
    }
  }

  /// Claims that went to a payer in one interchange; none in one of status inquiries.
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

  /// A payment on the list of unmatched ones.
  public struct UnmatchedPayment: Hashable, Sendable {
    /// Whose it is.
    public var payer: PayerID
    /// The payment it came in (TRN02).
    public var traceNumber: String
    /// The decision on the claim.
    public var payment: ClaimPayment
    /// Why it matched nothing.
    public var reason: SetAsideReason
    /// When it came.
    public var received: Timestamp
    /// The visit it was applied to later; `nil` while it waits.
    public var matched: VisitID?
    /// Whether it was given back to its payer.
    public var isReturned: Bool
    /// Who found out whose it is, and why; empty when nobody had to.
    public var placedBy: String
    /// Why, in that person's words.
    public var placedReason: String

    /// Whether it still waits.
    var isOpen: Bool { matched == nil && !isReturned }

    /// A payment that matches nothing yet.
    public init(
      payer: PayerID, traceNumber: String, payment: ClaimPayment, reason: SetAsideReason, received: Timestamp,
      matched: VisitID? = nil, isReturned: Bool = false, placedBy: String = "", placedReason: String = ""
    ) {
      self.payer = payer
      self.traceNumber = traceNumber
      self.payment = payment
      self.reason = reason
      self.received = received
      self.matched = matched
      self.isReturned = isReturned
      self.placedBy = placedBy
      self.placedReason = placedReason
    }
  }

  /// Where visits and payments look for each other.
  public struct MatchIndex: Hashable, Sendable {
    /// Visits.
    public var visits: [VisitID] = []
    /// The ids of unmatched payments.
    public var unmatched: [String] = []

    /// The most that one index holds of either; more visits of one member and day tell nothing apart.
    static let limit = 64

    /// An empty index.
    public init() {}
  }

  /// What was posted of a payment beside its claims.
  public struct PostedRemittance: Hashable, Sendable {
    /// Whose it is.
    public var payer: PayerID
    /// The payment (TRN02).
    public var traceNumber: String
    /// Reason, amount and where it went, for people.
    public var postings: [String]

    /// A payment of which nothing was posted yet.
    public init(payer: PayerID, traceNumber: String, postings: [String] = []) {
      self.payer = payer
      self.traceNumber = traceNumber
      self.postings = postings
    }
  }

  /// The key of a visit's account.
  public static func key(of visit: VisitID) -> CaseKey { CaseKey(kind: "account", id: visit.rawValue) }

  /// The key of a visit's superbill.
  public static func key(ofSuperbill visit: VisitID) -> CaseKey { CaseKey(kind: "superbill", id: visit.rawValue) }

  /// The key of a batch, known by its functional group's control number.
  public static func key(ofBatch number: Int) -> CaseKey { CaseKey(kind: "batch", id: String(number)) }

  /// The key of an unmatched payment. Made of hashes, as all keys that stand for a member: keys show in logs.
  public static func key(ofUnmatched payment: ClaimPayment, payer: PayerID) -> CaseKey {
    key(
      ofUnmatched: VisitID.derived(
        from: "unmatched", payer.rawValue, payment.payerClaimNumber.rawValue, payment.status.rawValue,
        payment.controlNumber.rawValue
      ).rawValue)
  }

  /// The key of an unmatched payment of the given id.
  public static func key(ofUnmatched id: String) -> CaseKey { CaseKey(kind: "unmatched", id: id) }

  /// The key of what there is of a member on a day of service.
  public static func key(ofMember member: MemberID, on day: CalendarDate) -> CaseKey {
    CaseKey(kind: "member-day", id: VisitID.derived(from: "member-day", member.rawValue, day.iso).rawValue)
  }

  /// The key of what waits for a visit to become known.
  public static func key(ofWaiting visit: VisitID) -> CaseKey { CaseKey(kind: "waiting", id: visit.rawValue) }

  /// The key of a payment.
  public static func key(ofRemittance remittance: Remittance) -> CaseKey {
    let id = VisitID.derived(from: "remittance", remittance.payer.rawValue, remittance.traceNumber)
    return CaseKey(kind: "remittance", id: id.rawValue)
  }

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
    case 4: self = .unmatched(try UnmatchedPayment(WireUnmatchedCase.decoded(Array(stored.dropFirst()))))
    case 5:
      let wire = try WireMatchIndexCase.decoded(Array(stored.dropFirst()))
      var index = MatchIndex()
      index.visits = wire.visits.map { VisitID($0) }
      index.unmatched = wire.unmatched
      self = .index(index)
    case 6:
      let wire = try WireRemittanceCase.decoded(Array(stored.dropFirst()))
      self = .remittance(
        PostedRemittance(payer: PayerID(wire.payer), traceNumber: wire.traceNumber, postings: wire.postings))
    default: throw UndecodableMessage("a billing case starts with a number from 1 to 6")
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
    case .unmatched(let unmatched): [4] + unmatched.wire.bytes
    case .index(let index):
      [5]
        + WireMatchIndexCase.with {
          $0.visits = index.visits.map(\.rawValue)
          $0.unmatched = index.unmatched
        }.bytes
    case .remittance(let posted):
      [6]
        + WireRemittanceCase.with {
          $0.payer = posted.payer.rawValue
          $0.traceNumber = posted.traceNumber
          $0.postings = posted.postings
        }.bytes
    }
  }
}
