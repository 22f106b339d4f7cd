import ClaimModel

/// A claim the payer has adjudicated, with its answer.
public struct PriorClaim: Hashable, Sendable {
  /// The claim as it was received.
  public var claim: Claim
  /// The answer; its number names this record.
  public var payment: ClaimPayment
  /// The day it was received.
  public var received: CalendarDate
  /// Whether the answer has been taken back, by a replacement, a void or an appeal.
  public var isReversed: Bool
  /// What it has used of the member's benefits.
  public var use: BenefitUse

  /// A record of an adjudicated claim.
  public init(
    claim: Claim, payment: ClaimPayment, received: CalendarDate, isReversed: Bool = false,
    use: BenefitUse = BenefitUse()
  ) {
    self.claim = claim
    self.payment = payment
    self.received = received
    self.isReversed = isReversed
    self.use = use
  }
}

/// What the payer has adjudicated before for a member: passed to the adjudicator as a value, and updated with each
/// result.
///
/// ```swift
/// let result = adjudicator.adjudicate(claim, number: "P1", received: today, history: history)
/// history.apply(result)
/// ```
public struct ClaimHistory: Hashable, Sendable {
  /// The claims, oldest first.
  public var claims: [PriorClaim]

  /// A history of the given claims, oldest first.
  public init(_ claims: [PriorClaim] = []) { self.claims = claims }

  /// The claim of the given number that has not been reversed.
  public func active(_ number: PayerClaimNumber) -> PriorClaim? {
    claims.first { $0.payment.payerClaimNumber == number && !$0.isReversed }
  }

  /// Takes in what an adjudication or an appeal changes.
  public mutating func apply(_ result: AdjudicationResult) {
    if let number = result.reversed,
      let index = claims.firstIndex(where: { $0.payment.payerClaimNumber == number && !$0.isReversed })
    {
      claims[index].isReversed = true
    }
    if let record = result.record { claims.append(record) }
  }

  /// Whether a line has been adjudicated before: same patient, renderer, days, place, procedure, modifiers, units and
  /// charge.
  ///
  /// Lines refused as unprocessable (16), as duplicates themselves (18) or because another payer is first (22) do not
  /// count, nor do reversed claims.
  ///
  /// Source: CMS Medicare Claims Processing Manual chapter 1 section 120.2, exact duplicates.
  func contains(_ line: ClaimLine, of claim: Claim) -> Bool {
    claims.contains { prior in
      !prior.isReversed && prior.claim.isForSamePatient(as: claim)
        && zip(prior.claim.lines, prior.payment.lines).contains { earlier, answer in
          prior.claim.hasSameService(earlier, as: line, of: claim)
            && !answer.adjustments.contains { ["16", "18", "22"].contains($0.reason) }
        }
    }
  }

  /// The services of earlier claims that were not refused, for the same patient by one renderer.
  func services(of claim: Claim, by provider: NPI) -> [ClaimLine] {
    claims.flatMap { prior -> [ClaimLine] in
      guard !prior.isReversed, prior.claim.isForSamePatient(as: claim) else { return [] }
      return zip(prior.claim.lines, prior.payment.lines).filter {
        $0.1.allowed != nil && prior.claim.rendering(of: $0.0).npi == provider
      }.map(\.0)
    }
  }

  func without(_ number: PayerClaimNumber) -> ClaimHistory {
    ClaimHistory(claims.filter { $0.payment.payerClaimNumber != number })
  }
}

extension Claim {
  /// Whether a line of this claim and one of another, for one patient, are the same service.
  func hasSameService(_ line: ClaimLine, as other: ClaimLine, of claim: Claim) -> Bool {
    line.isSameService(as: other) && place(of: line) == claim.place(of: other)
      && rendering(of: line).npi == claim.rendering(of: other).npi
  }
}

extension ClaimLine {
  fileprivate func isSameService(as other: ClaimLine) -> Bool {
    dateOfService == other.dateOfService && lastDay == other.lastDay && charge == other.charge
      && service.units == other.service.units && service.procedure == other.service.procedure
      && service.modifiers == other.service.modifiers
  }
}
