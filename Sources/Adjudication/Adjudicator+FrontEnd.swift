import ClaimModel

extension Adjudicator {
  /// Runs the front-end edits: whether the claim can be adjudicated at all.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - statedTotal: The total charge as the claim states it (CLM02), when the reader kept it.
  ///   - received: The day the claim came in.
  ///
  /// Source: 277CA (005010X214) with categories A2, A6 (missing), A7 (invalid), A8 (inconsistent); status codes of X12
  /// external code list 508. Rejected claims were never adjudicated and are sent again as new ones.
  public func acknowledge(
    _ claim: Claim, statedTotal: Money? = nil, received: CalendarDate
  ) -> FrontEndDecision {
    FrontEndDecision(
      statuses: partyStatuses(of: claim) + diagnosisStatuses(of: claim)
        + serviceStatuses(of: claim, statedTotal: statedTotal, received: received))
  }

  /// 116 incorrect payer; 562 an NPI, of 85 billing or 82 rendering provider; 164 a member number, of IL the insured.
  private func partyStatuses(of claim: Claim) -> [ClaimStatusCode] {
    var statuses: [ClaimStatusCode] = []
    if claim.coverage.payer != plan.payer { statuses.append(ClaimStatusCode(category: "A7", code: "116")) }
    if claim.coverage.member.rawValue.isEmpty {
      statuses.append(ClaimStatusCode(category: "A6", code: "164", entity: "IL"))
    }
    for (npi, entity) in [(claim.billing.npi, "85"), (claim.rendering.npi, "82")] where !npi.isValid {
      let category = npi.rawValue.isEmpty ? "A6" : "A7"
      statuses.append(ClaimStatusCode(category: category, code: "562", entity: entity))
    }
    return statuses
  }

  /// 254 principal diagnosis; 255 diagnosis; 477 diagnosis pointer.
  ///
  /// Source: 837P TR3: HI holds 1 to 12 diagnoses, SV107 1 to 4 pointers to them.
  private func diagnosisStatuses(of claim: Claim) -> [ClaimStatusCode] {
    var statuses: [ClaimStatusCode] = []
    if claim.diagnoses.isEmpty { statuses.append(ClaimStatusCode(category: "A6", code: "254")) }
    if claim.diagnoses.count > 12 { statuses.append(ClaimStatusCode(category: "A7", code: "255")) }
    let pointers = claim.lines.map(\.service.diagnosisPointers)
    if pointers.contains(where: \.isEmpty) {
      statuses.append(ClaimStatusCode(category: "A6", code: "477"))
    } else if pointers.contains(where: { line in
      line.count > 4 || !line.allSatisfy { (1...max(claim.diagnoses.count, 1)).contains($0) }
    }) {
      statuses.append(ClaimStatusCode(category: "A7", code: "477"))
    }
    return statuses
  }

  /// 454 procedure; 476 units; 178 charges; 400 out of balance; 187 dates of service with 510 future date.
  private func serviceStatuses(
    of claim: Claim, statedTotal: Money?, received: CalendarDate
  ) -> [ClaimStatusCode] {
    var statuses: [ClaimStatusCode] = []
    if claim.lines.isEmpty { statuses.append(ClaimStatusCode(category: "A6", code: "454")) }
    if claim.lines.contains(where: { $0.service.units < 1 }) {
      statuses.append(ClaimStatusCode(category: "A7", code: "476"))
    }
    if claim.totalCharge <= .zero || claim.lines.contains(where: { $0.charge < .zero }) {
      statuses.append(ClaimStatusCode(category: "A7", code: "178"))
    }
    if let statedTotal, statedTotal != claim.totalCharge {
      statuses.append(ClaimStatusCode(category: "A8", code: "400"))
    }
    if claim.lines.contains(where: { $0.dateOfService > received }) {
      statuses.append(ClaimStatusCode(category: "A7", code: "187"))
      statuses.append(ClaimStatusCode(category: "A7", code: "510"))
    }
    return statuses
  }
}
