import ClaimModel

/// Looks for what is missing or inconsistent in a claim before it leaves.
///
/// Source: 837P TR3 (005010X222A1) required elements: 2010AA, 2010BA, 2010BB, 2310B, CLM, HI (1 to 12), LX/SV1 (1 to
/// 50 lines, 4 modifiers, 4 pointers), REF*F8 for frequencies 7 and 8.
struct ClaimScrubber {
  private(set) var findings: [ScrubFinding] = []

  init(_ claim: Claim, today: CalendarDate) {
    check(registrationOf: claim)
    check(providersOf: claim)
    let hasNumber = !(claim.originalClaimNumber?.rawValue ?? "").isEmpty
    if claim.frequency != .original, !hasNumber { missing(.originalClaimNumber) }
    if claim.frequency == .original, hasNumber { inconsistent(.originalClaimNumber) }
    if claim.diagnoses.isEmpty { missing(.diagnoses) }
    if claim.diagnoses.count > 12 || Set(claim.diagnoses).count != claim.diagnoses.count {
      inconsistent(.diagnoses)
    }
    if claim.lines.isEmpty { missing(.services) }
    if claim.lines.count > 50 { inconsistent(.services) }
    for (index, line) in claim.lines.enumerated() {
      check(line, number: index + 1, diagnoses: claim.diagnoses.count)
      if line.dateOfService > today || line.dateOfService < claim.patient.birthDate {
        inconsistent(.dateOfService, line: index + 1)
      }
    }
  }

  private mutating func check(registrationOf claim: Claim) {
    let patient = claim.patient
    if claim.coverage.payer.rawValue.isEmpty { missing(.payer) }
    if claim.coverage.member.rawValue.isEmpty { missing(.member) }
    if patient.name.last.isEmpty { missing(.patientName) }
    check(patient.address, .patientAddress)
    if claim.placeOfService.rawValue.utf8.count != 2 { missing(.placeOfService) }
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
    if service.modifiers.count > 4 || service.modifiers.contains(where: { $0.rawValue.utf8.count != 2 }) {
      inconsistent(.modifiers, line: number)
    }
    if !(1...99_999_999).contains(service.units) { inconsistent(.units, line: number) }
    if line.charge < .zero { inconsistent(.charge, line: number) }
    if service.diagnosisPointers.isEmpty {
      missing(.pointers, line: number)
    } else if service.diagnosisPointers.count > 4
      || service.diagnosisPointers.contains(where: { $0 < 1 || $0 > diagnoses })
    {
      inconsistent(.pointers, line: number)
    }
  }

  private mutating func missing(_ field: ScrubFinding.Field, line: Int? = nil) {
    findings.append(ScrubFinding(.missing, field, line: line))
  }

  private mutating func inconsistent(_ field: ScrubFinding.Field, line: Int? = nil) {
    findings.append(ScrubFinding(.inconsistent, field, line: line))
  }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
