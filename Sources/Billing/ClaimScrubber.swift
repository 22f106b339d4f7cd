import ClaimModel

/// Looks for what is missing or inconsistent in a claim before it leaves.
///
/// Source: 837P TR3 (005010X222A1) required elements: 2010AA, 2010BA, 2010BB, 2310B, CLM, HI (1 to 12), LX/SV1 (1 to
/// 50 lines, 4 modifiers, 4 pointers), REF*F8 for frequencies 7 and 8, REF*G1, 2320 and 2430; section 1.4.2 for the
/// balance of earlier payers' decisions; 45 CFR 162.406 for the NPI's check digit.
struct ClaimScrubber {
  private(set) var findings: [ScrubFinding] = []

  init(_ claim: Claim, terms: PayerTerms, today: CalendarDate) {
    check(registrationOf: claim)
    check(providersOf: claim)
    let hasNumber = !(claim.originalClaimNumber?.rawValue ?? "").isEmpty
    if claim.frequency != .original, !hasNumber { missing(.originalClaimNumber) }
    if claim.frequency == .original, hasNumber { inconsistent(.originalClaimNumber) }
    check(codesOf: claim)
    for (index, line) in claim.lines.enumerated() {
      check(line, number: index + 1, diagnoses: claim.diagnoses.count)
      if line.dateOfService > today || line.dateOfService < claim.patient.birthDate {
        inconsistent(.dateOfService, line: index + 1)
      }
    }
    if claim.totalCharge < .zero || !claim.totalCharge.isCarried { inconsistent(.charge) }
    if claim.authorizationNumber.isEmpty,
      let line = claim.lines.firstIndex(where: { terms.authorizedProcedures.contains($0.service.procedure) })
    {
      missing(.authorization, line: line + 1)
    }
    check(otherPayersOf: claim)
  }

  private mutating func check(codesOf claim: Claim) {
    if claim.diagnoses.isEmpty { missing(.diagnoses) }
    let hasMalformed = claim.diagnoses.contains { !(3...7).contains($0.rawValue.utf8.count) }
    if claim.diagnoses.count > 12 || Set(claim.diagnoses).count != claim.diagnoses.count || hasMalformed {
      inconsistent(.diagnoses)
    }
    if claim.lines.isEmpty { missing(.services) }
    if claim.lines.count > 50 { inconsistent(.services) }
    // Source: CARC 18; a service rendered twice is one line with units, or says so with a modifier (76, 77, 59, X{EPSU}).
    var seen: Set<ServiceLine> = []
    for (index, line) in claim.lines.enumerated() where !seen.insert(line.service.withoutPointers).inserted {
      findings.append(ScrubFinding(.duplicate, .services, line: index + 1))
    }
  }

  private mutating func check(registrationOf claim: Claim) {
    let patient = claim.patient
    if claim.coverage.payer.rawValue.isEmpty { missing(.payer) }
    let member = claim.coverage.member.rawValue.utf8
    if member.isEmpty { missing(.member) }
    // Source: 837P TR3 2010BA NM109, AN 2/80; X12 appendix B.1.1.2.2, basic and extended character sets.
    if !member.isEmpty, !(2...80).contains(member.count) || !member.allSatisfy({ (33...126).contains($0) }) {
      inconsistent(.member)
    }
    if patient.name.last.isEmpty { missing(.patientName) }
    check(patient.address, .patientAddress)
    let place = claim.placeOfService.rawValue.utf8
    if place.isEmpty { missing(.placeOfService) }
    if !place.isEmpty, place.count != 2 || !place.allSatisfy(isDigit) { inconsistent(.placeOfService) }
  }

  private mutating func check(providersOf claim: Claim) {
    if !claim.rendering.npi.isValid { inconsistent(.renderingNPI) }
    if claim.rendering.name.last.isEmpty { missing(.renderingName) }
    if !claim.billing.npi.isValid { inconsistent(.billingNPI) }
    if claim.billing.name.isEmpty { missing(.billingName) }
    if claim.billing.taxID.utf8.count != 9 || !claim.billing.taxID.utf8.allSatisfy(isDigit) {
      inconsistent(.taxID)
    }
    check(claim.billing.address, .billingAddress)
  }

  private mutating func check(_ address: Address, _ field: ScrubFinding.Field) {
    if address.line.isEmpty || address.city.isEmpty || address.zip.isEmpty { return missing(field) }
    let digits = address.zip.utf8.count
    if address.state.utf8.count != 2 || (digits != 5 && digits != 9) || !address.zip.utf8.allSatisfy(isDigit) {
      inconsistent(field)
    }
  }

  private mutating func check(_ line: ClaimLine, number: Int, diagnoses: Int) {
    let service = line.service
    if service.procedure.rawValue.utf8.count != 5 { inconsistent(.procedure, line: number) }
    if service.modifiers.count > 4 || service.modifiers.contains(where: { $0.rawValue.utf8.count != 2 })
      || Set(service.modifiers).count != service.modifiers.count
    {
      inconsistent(.modifiers, line: number)
    }
    if !(1...99_999_999).contains(service.units) { inconsistent(.units, line: number) }
    if line.charge < .zero { inconsistent(.charge, line: number) }
    if service.diagnosisPointers.isEmpty {
      missing(.pointers, line: number)
    } else if service.diagnosisPointers.count > 4
      || Set(service.diagnosisPointers).count != service.diagnosisPointers.count
      || service.diagnosisPointers.contains(where: { $0 < 1 || $0 > diagnoses })
    {
      inconsistent(.pointers, line: number)
    }
  }

  private mutating func check(otherPayersOf claim: Claim) {
    if claim.responsibility != .primary, claim.otherPayers.isEmpty { missing(.otherPayers) }
    if claim.responsibility == .primary, !claim.otherPayers.isEmpty { inconsistent(.otherPayers) }
    if !claim.balancesOtherPayers { inconsistent(.otherPayers) }
  }

  private mutating func missing(_ field: ScrubFinding.Field, line: Int? = nil) {
    findings.append(ScrubFinding(.missing, field, line: line))
  }

  private mutating func inconsistent(_ field: ScrubFinding.Field, line: Int? = nil) {
    findings.append(ScrubFinding(.inconsistent, field, line: line))
  }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension ServiceLine {
  /// What makes two lines the same service.
  fileprivate var withoutPointers: ServiceLine {
    ServiceLine(procedure: procedure, modifiers: modifiers, units: units, diagnosisPointers: [])
  }
}
