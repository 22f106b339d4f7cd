import ClaimModel

/// Trouble that a simulated payer makes on purpose: `CO-11=5%@procedure=99213`. The grammar is in docs/payer.md.
public struct InjectionRule: Hashable, Sendable, CustomStringConvertible {
  /// The rule as it was given; it names the rule in the journal.
  public var description: String
  /// What is done.
  public var effect: Effect
  /// To how many, in millionths.
  public var share: Int
  /// To which claims or answers.
  public var scope: Scope

  /// What is done.
  public enum Effect: Hashable, Sendable {
    /// Lines are refused with the answer.
    case refusal(EditAnswer)
    /// The claim is rejected in the 277CA.
    case rejection(ClaimStatusCode)
    /// So many percent of what is right are paid.
    case wrongPayment(percent: Int)
    /// The answer is never sent.
    case lost
    /// The answer is sent twice.
    case duplicate
    /// The answer is sent after the next message's answers.
    case outOfOrder
    /// The answer is held back for so many milliseconds.
    case late(milliseconds: Int64)
    /// Nothing is answered; messages come again later.
    case outage(Outage)
  }

  /// When a payer is out of service.
  public enum Outage: Hashable, Sendable {
    /// From a minute of the UTC day up to, not including, another; over midnight when the second is smaller.
    case minutes(from: Int, to: Int)
    /// From one claim to another, counted from 1 as they come in, both included.
    case claims(from: Int, to: Int)
  }

  /// The answers that can be lost, late, doubled or out of order.
  public enum Answer: String, Hashable, Sendable, CaseIterable {
    /// Whether the claims could be read.
    case implementationAcknowledgment = "999"
    /// Whether each claim goes on to adjudication.
    case claimAcknowledgment = "277CA"
    /// The payment.
    case remittance = "835"
  }

  /// To which claims or answers a rule applies; to all by default.
  public struct Scope: Hashable, Sendable {
    /// One payer's only.
    public var payer: PayerID?
    /// One billing or rendering provider's only.
    public var provider: NPI?
    /// Claims with one of these procedures; a refusal falls on those lines alone.
    public var procedures: CodeRanges?
    /// Members whose number begins so.
    public var memberPrefix: String?
    /// Every so many claims only, counted from 1 as they come in.
    public var every: Int?
    /// One kind of answer only; 835 unless it is said.
    public var answer: Answer?

    /// All claims and answers.
    public init() {}

    /// Whether a claim is meant; ``every`` is not asked here.
    func contains(_ claim: Claim) -> Bool {
      (payer.map { $0 == claim.coverage.payer } ?? true)
        && (provider.map { ([claim.billing.npi] + claim.renderingProviders.map(\.npi)).contains($0) } ?? true)
        && (memberPrefix.map { claim.coverage.member.rawValue.hasPrefix($0) } ?? true)
        && (procedures.map { ranges in claim.lines.contains { ranges.contains($0.service.procedure.rawValue) } } ?? true)
    }
  }
}

/// What is wrong with an injection rule, and where.
public struct InjectionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The rule.
  public var rule: String
  /// The character, from 1.
  public var column: Int
  /// What should stand there, and how to write it.
  public var expected: String

  /// One line: rule, column, what is expected.
  public var description: String { "'\(rule)' at character \(column): expected \(expected)" }
}
