import ClaimModel

/// Whether a claim goes on to adjudication, and why not: what a 277CA says of it.
public struct FrontEndDecision: Hashable, Sendable {
  /// Whether the claim goes on.
  public var isAccepted: Bool
  /// The statuses, most important first; one when accepted (`A2:20`), one or more when rejected.
  public var statuses: [ClaimStatusCode]
  /// What is wrong with single lines, by their place in the claim from zero.
  public var lineStatuses: [Int: [ClaimStatusCode]]

  /// The status for STC01.
  public var status: ClaimStatusCode { statuses[0] }

  /// An acceptance into adjudication.
  ///
  /// Source: 277CA (005010X214): category A2, status 20.
  public static let accepted = FrontEndDecision(statuses: [])

  /// A rejection for the given statuses; an acceptance when there are none.
  public init(statuses: [ClaimStatusCode], lineStatuses: [Int: [ClaimStatusCode]] = [:]) {
    isAccepted = statuses.isEmpty
    self.lineStatuses = lineStatuses
    self.statuses = statuses.isEmpty ? [ClaimStatusCode(category: "A2", code: "20")] : statuses
  }

  /// This decision as a 277CA says it.
  ///
  /// - Parameters:
  ///   - claim: The claim it is about.
  ///   - number: The payer's number for the claim; left out of a rejection.
  ///   - received: The day the claim came in, which stands for the day of service of a claim without lines.
  public func claimStatus(
    of claim: Claim, number: PayerClaimNumber, received: CalendarDate
  ) -> ClaimAcknowledgment.ClaimStatus {
    let first = claim.firstDay ?? received
    let last = claim.lastDay ?? first
    let lines = claim.lines.enumerated().compactMap { place, line in lineStatuses[place].map { line.status($0) } }
    return ClaimAcknowledgment.ClaimStatus(
      controlNumber: claim.controlNumber, isAccepted: isAccepted, status: status,
      payerClaimNumber: isAccepted ? number : nil, charge: claim.statedTotal ?? claim.totalCharge,
      patientName: claim.patient.name, member: claim.coverage.member, billingNPI: claim.billing.npi,
      billingName: claim.billing.name, billingTaxID: claim.billing.npi.rawValue.isEmpty ? claim.billing.taxID : "",
      dateOfService: first, through: last > first ? last : nil, lines: lines)
  }
}

extension ClaimLine {
  /// The line as a 277CA says that it is rejected.
  fileprivate func status(_ statuses: [ClaimStatusCode]) -> ClaimAcknowledgment.LineStatus {
    ClaimAcknowledgment.LineStatus(
      procedure: service.procedure, modifiers: service.modifiers, charge: charge, units: service.units,
      statuses: statuses, controlNumber: controlNumber, dateOfService: dateOfService, through: lastDateOfService)
  }
}
