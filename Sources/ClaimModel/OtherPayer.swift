/// An earlier payer of a claim, with its decision on the claim as a whole (837P loops 2320, 2330A and 2330B). What it
/// decided on each line stands at the line (``ClaimLine/otherPayments``).
///
/// Source: 837P TR3 (005010X222A1) section 1.4.2, coordination of benefits: a line's charge is SVD02 and its CAS amounts,
/// the claim's charge is AMT*D and all CAS amounts at claim and lines.
public struct OtherPayer: Hashable, Sendable {
  /// In which turn it was asked (2320 SBR01).
  public var responsibility: PayerResponsibility
  /// The coverage: payer (2330B NM1*PR), member (2330A NM1*IL), group (2320 SBR03).
  public var coverage: Coverage
  /// The payer's number of its decision (2330B REF*F8); empty when it gave none.
  public var claimNumber: PayerClaimNumber
  /// What it paid for the whole claim (2320 AMT*D).
  public var paid: Money
  /// What it left to be paid by the patient (2320 AMT*EAF).
  public var remaining: Money
  /// Adjustments of the claim as a whole (2320 CAS).
  public var adjustments: [Adjustment]
  /// The day it decided (2330B DTP*573 without line decisions, else 2430 DTP*573).
  public var decided: CalendarDate

  /// An earlier payer of the given decision.
  public init(
    responsibility: PayerResponsibility, coverage: Coverage, claimNumber: PayerClaimNumber, paid: Money,
    remaining: Money, adjustments: [Adjustment] = [], decided: CalendarDate
  ) {
    self.responsibility = responsibility
    self.coverage = coverage
    self.claimNumber = claimNumber
    self.paid = paid
    self.remaining = remaining
    self.adjustments = adjustments
    self.decided = decided
  }
}

extension Claim {
  /// Whether every earlier payer's decision adds up: at each line charge = paid + adjustments, and at the claim what the
  /// lines were paid, less the claim's adjustments, is what the payer paid.
  ///
  /// Source: 837P TR3 section 1.4.2.1 and 1.4.2.2 (balancing of claim and service lines).
  public var balancesOtherPayers: Bool {
    otherPayers.allSatisfy { other in
      // A payer that split a service tells of each part.
      let payments = lines.map { line in (line, line.decision(of: other.coverage.payer)) }
      let isLineByLine = payments.contains { !$0.1.isEmpty }
      let linePaid = payments.flatMap(\.1).map(\.paid).sum()
      let base = isLineByLine ? linePaid : totalCharge
      return base - other.adjustments.map(\.amount).sum() == other.paid
        && payments.allSatisfy { line, parts in
          parts.isEmpty ? !isLineByLine : line.balances(parts)
        }
    }
  }
}

extension ClaimLine {
  /// What an earlier payer decided on the line: in several parts where it split the service.
  public func decision(of payer: PayerID) -> [OtherPayerPayment] { otherPayments.filter { $0.payer == payer } }

  /// Whether the parts of a decision add up to the line: charge = paid + adjustments.
  public func balances(_ parts: [OtherPayerPayment]) -> Bool {
    parts.map { $0.paid + $0.adjustments.map(\.amount).sum() }.sum() == charge
  }
}
