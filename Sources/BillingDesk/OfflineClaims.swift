import Billing
import ClaimModel
import X12

/// Makes claims of superbills without broker and store.
public struct OfflineClaims {
  /// A written interchange.
  public struct Interchange: Sendable {
    /// `PAYER-n.837`; characters of the payer's identifier that a file name may not have are left out.
    public var fileName: String
    /// Its bytes.
    public var bytes: [UInt8]
  }

  /// How a claim that the payer has decided on is corrected.
  public struct Correction: Hashable, Sendable {
    /// Replaced or voided.
    public var frequency: ClaimFrequency
    /// The payer's number of the decision (CLP07).
    public var claimNumber: PayerClaimNumber
    /// Which claim of the visit this is, from 2.
    public var submission: Int

    /// A correction of the decision with the given number.
    public init(_ frequency: ClaimFrequency, of claimNumber: PayerClaimNumber, submission: Int = 2) {
      self.frequency = frequency
      self.claimNumber = claimNumber
      self.submission = submission
    }
  }

  private let assembler: ClaimAssembler
  private let now: Timestamp
  private let batchLimit: Int
  private var claims: [PayerID: [Claim]] = [:]
  private var visits: Set<VisitID> = []
  /// Why a superbill makes no claim: visit, field and remedy, one line each.
  public private(set) var findings: [String] = []

  /// An office that makes claims at `now`, at most `batchLimit` of them in one interchange.
  public init(rules: BillingRules, now: Timestamp, batchLimit: Int) {
    assembler = ClaimAssembler(rules: rules)
    self.now = now
    self.batchLimit = max(1, batchLimit)
  }

  /// Makes the claim of a superbill to its first payer: a first claim, or one that corrects what the payer has decided on.
  public mutating func take(_ superbill: Superbill, correcting correction: Correction? = nil) {
    guard visits.insert(superbill.visit).inserted else {
      findings.append("\(superbill.visit): there twice; a visit is billed once: remove one")
      return
    }
    let outcome = assembler.assemble(
      superbill, submission: correction?.submission ?? 1, frequency: correction?.frequency ?? .original,
      originalClaimNumber: correction?.claimNumber, today: now.date)
    switch outcome {
    case .complete(let claim): claims[claim.coverage.payer, default: []].append(claim)
    case .incomplete(let found):
      findings += found.map { "\(superbill.visit): \($0); \($0.field.remedy)" }
    }
  }

  /// The interchanges, payer by payer in the order of their identifiers.
  /// - Throws: `X12Error` when a value cannot be written.
  public func interchanges() throws(X12Error) -> [Interchange] {
    var written: [Interchange] = []
    for payer in claims.keys.sorted() {
      let all = claims[payer] ?? []
      for (part, start) in stride(from: 0, to: all.count, by: batchLimit).enumerated() {
        let batch = Array(all[start..<min(start + batchLimit, all.count)])
        let number = written.count + 1
        let envelope = BillingDesk.envelope(to: payer, number: number, now: now)
        let bytes = try BillingDesk.interchange(of: batch, in: envelope, reference: "B\(number)")
        let name = payer.rawValue.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        written.append(Interchange(fileName: "\(name)-\(part + 1).837", bytes: bytes))
      }
    }
    return written
  }
}
