import Adjudication
import ClaimModel
import Messages
import Office
import SwiftProtobuf

/// What a payer keeps under one key.
///
/// - `day`: what was adjudicated for one member and day of service: enough to see duplicates and to find the claim that a
///   replacement names, however long the member's history grows;
/// - `member`, `family`: what patients and families have used of their benefits. The subscriber's is loaded with every
///   claim under the number, so that claims of one member are priced one after the other;
/// - `payee`: what a provider owes back; only providers that ever did have one;
/// - `held`: answers that are held back on purpose.
public struct PayerFile: CaseBody, Hashable {
  /// What a payee owes from one payment.
  public struct Debt: Hashable, Sendable {
    /// What it was told of by, and is taken back by: a trace number or a claim number (PLB03-2).
    public var reference: String
    /// What is still owed.
    public var amount: Money

    /// A debt of the given reference.
    public init(reference: String, amount: Money) {
      self.reference = reference
      self.amount = amount
    }
  }

  /// The claims of a member and day, oldest first.
  public var history: ClaimHistory
  /// What a member or family has used.
  public var use: BenefitUse
  /// What a payee owes, oldest first.
  public var debts: [Debt]
  /// Answers that are held back, oldest first.
  public var held: [HeldAnswer]

  /// A file of the given contents.
  public init(
    history: ClaimHistory = ClaimHistory(), use: BenefitUse = BenefitUse(), debts: [Debt] = [],
    held: [HeldAnswer] = []
  ) {
    self.history = history
    self.use = use
    self.debts = debts
    self.held = held
  }

  /// Reads the stored form.
  public init(stored: [UInt8]) throws(UndecodableMessage) {
    let wire = try WirePayerDayCase.decoded(stored)
    var claims: [PriorClaim] = []
    for prior in wire.claims {
      let claim = try prior.claim.model()
      var payment = try prior.payment.model()
      payment.isDependent = claim.isDependent
      claims.append(
        PriorClaim(
          claim: claim, payment: payment,
          received: try CalendarDate(wire: prior.received, "prior_claim.received"), isReversed: prior.isReversed,
          use: try BenefitUse(wire: prior.use)))
    }
    history = ClaimHistory(claims)
    use = try BenefitUse(wire: wire.use)
    debts = []
    for debt in wire.debts {
      debts.append(Debt(reference: debt.reference, amount: try Money(wire: debt.cents, "payer_case.debt.cents")))
    }
    let owed = try Money(wire: wire.owedCents, "payer_case.owed_cents")
    if owed > .zero { debts.insert(Debt(reference: wire.owedReference, amount: owed), at: 0) }
    held = []
    for answer in wire.held { held.append(try HeldAnswer(wire: answer)) }
  }

  /// The stored form.
  public func stored() -> [UInt8] {
    WirePayerDayCase.with {
      $0.claims = history.claims.map { prior in
        .with {
          $0.claim = WireClaim(prior.claim)
          $0.payment = WireClaimPayment(prior.payment)
          $0.received = prior.received.wire
          $0.isReversed = prior.isReversed
          if !prior.use.isEmpty { $0.use = prior.use.wire }
        }
      }
      if !use.isEmpty { $0.use = use.wire }
      $0.debts = debts.map { debt in
        .with {
          $0.reference = debt.reference
          $0.cents = Int64(debt.amount.cents)
        }
      }
      $0.held = held.map(\.wire)
    }.bytes
  }
}
