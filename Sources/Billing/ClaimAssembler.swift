import ClaimModel

/// Turns a superbill into a claim. It prices and numbers; it never changes a code.
///
/// ```swift
/// let assembler = ClaimAssembler(rules: .standard)
/// switch assembler.assemble(superbill, submission: 1, today: today) {
/// case .complete(let claim): send(claim)
/// case .incomplete(let findings): hold(findings)
/// }
/// ```
public struct ClaimAssembler: Sendable {
  /// What the office works by: prices, and what payers ask for.
  public var rules: BillingRules

  /// An assembler that works by the given rules.
  public init(rules: BillingRules = .standard) { self.rules = rules }

  /// A claim, or why there is none: incomplete claims never leave.
  public enum Outcome: Hashable, Sendable {
    /// A claim that passed the scrubber.
    case complete(Claim)
    /// What is missing or inconsistent.
    case incomplete([ScrubFinding])
  }

  /// The claim of a superbill to one of its payers.
  ///
  /// - Parameters:
  ///   - superbill: Codes and registration.
  ///   - submission: Which claim for the visit this is, from 1; it makes the control number (CLM01).
  ///   - payer: To whom; the first payer when `nil`.
  ///   - coordination: What earlier payers decided.
  ///   - frequency: First claim, replacement or void.
  ///   - originalClaimNumber: The payer's number of the claim that is replaced or voided (REF*F8).
  ///   - authorization: The payer's authorization (REF*G1); empty when there is none.
  ///   - today: The day it is sent; services may not lie after it.
  public func assemble(
    _ superbill: Superbill, submission: Int, to payer: PayerID? = nil,
    after coordination: Coordination = Coordination(),
    frequency: ClaimFrequency = .original, originalClaimNumber: PayerClaimNumber? = nil, authorization: String = "",
    today: CalendarDate
  ) -> Outcome {
    let registration = superbill.registration
    guard
      let coverage = registration.coverages.first(where: { payer == nil || $0.payer == payer }),
      let responsibility = coordination.responsibility
    else { return .incomplete([ScrubFinding(.missing, .coverage)]) }
    var unpriced: [ScrubFinding] = []
    let lines = superbill.services.enumerated().map { index, service in
      let charge = rules.chargemaster.charge(for: service)
      if charge == nil { unpriced.append(ScrubFinding(.missing, .charge, line: index + 1)) }
      return ClaimLine(
        service: service, charge: charge ?? .zero, dateOfService: registration.dateOfService,
        controlNumber: String(index + 1), otherPayments: coordination.lines[index + 1] ?? [])
    }
    let claim = Claim(
      controlNumber: PatientControlNumber(visit: superbill.visit, submission: submission), frequency: frequency,
      originalClaimNumber: originalClaimNumber, responsibility: responsibility, patient: registration.patient,
      coverage: coverage, rendering: registration.rendering, billing: registration.billing,
      placeOfService: registration.placeOfService, diagnoses: superbill.diagnoses, lines: lines,
      authorizationNumber: authorization, otherPayers: coordination.payers)
    let findings =
      unpriced + ClaimScrubber(claim, terms: rules.terms(of: coverage.payer), today: today).findings
    return findings.isEmpty ? .complete(claim) : .incomplete(findings)
  }
}
