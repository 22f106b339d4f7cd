import ClaimModel

/// Turns a superbill into a claim. It prices and numbers; it never changes a code.
///
/// ```swift
/// let assembler = ClaimAssembler(chargemaster: .builtIn)
/// switch assembler.assemble(superbill, submission: 1, today: today) {
/// case .complete(let claim): send(claim)
/// case .incomplete(let findings): hold(findings)
/// }
/// ```
public struct ClaimAssembler: Sendable {
  /// What services are charged at.
  public var chargemaster: Chargemaster

  /// An assembler that prices by the given list.
  public init(chargemaster: Chargemaster) { self.chargemaster = chargemaster }

  /// A claim, or why there is none: incomplete claims never leave.
  public enum Outcome: Hashable, Sendable {
    /// A claim that passed the scrubber.
    case complete(Claim)
    /// What is missing or inconsistent.
    case incomplete([ScrubFinding])
  }

  /// The claim of a superbill to its first payer.
  ///
  /// - Parameters:
  ///   - superbill: Codes and registration.
  ///   - submission: Which claim for the visit this is, from 1; it makes the control number (CLM01).
  ///   - frequency: First claim, replacement or void.
  ///   - originalClaimNumber: The payer's number of the claim that is replaced or voided (REF*F8).
  ///   - today: The day it is sent; services may not lie after it.
  public func assemble(
    _ superbill: Superbill, submission: Int, frequency: ClaimFrequency = .original,
    originalClaimNumber: PayerClaimNumber? = nil, today: CalendarDate
  ) -> Outcome {
    let registration = superbill.registration
    guard let coverage = registration.coverages.first else {
      return .incomplete([ScrubFinding(.missing, .coverage)])
    }
    var unpriced: [ScrubFinding] = []
    let lines = superbill.services.enumerated().map { index, service in
      let charge = chargemaster.charge(for: service)
      if charge == nil { unpriced.append(ScrubFinding(.missing, .charge, line: index + 1)) }
      return ClaimLine(
        service: service, charge: charge ?? .zero, dateOfService: registration.dateOfService,
        controlNumber: String(index + 1))
    }
    let claim = Claim(
      controlNumber: PatientControlNumber(visit: superbill.visit, submission: submission), frequency: frequency,
      originalClaimNumber: originalClaimNumber, patient: registration.patient, coverage: coverage,
      rendering: registration.rendering, billing: registration.billing,
      placeOfService: registration.placeOfService, diagnoses: superbill.diagnoses, lines: lines)
    let findings = unpriced + ClaimScrubber(claim, today: today).findings
    return findings.isEmpty ? .complete(claim) : .incomplete(findings)
  }
}
