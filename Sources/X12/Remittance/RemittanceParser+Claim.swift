import ClaimModel

// Claims and services: loops 2100 and 2110.
extension RemittanceParser {
  mutating func beginClaim(_ segment: Segment) {
    endClaim()
    loop = .claim
    claimDate = nil
    let number = PatientControlNumber(log.text(segment, 1, max: 38))
    log.claim = number
    claim = ClaimPayment(
      controlNumber: number, status: status(segment), charge: log.money(segment, 3), paid: log.money(segment, 4),
      payerClaimNumber: PayerClaimNumber(log.optionalText(segment, 7, max: 50)),
      patientName: PersonName(last: "", first: ""), member: "",
      placeOfService: PlaceOfService(log.optionalText(segment, 8, max: 2)),
      frequency: ClaimFrequency(rawValue: segment[9].string),
      isForwarded: ["19", "20", "21", "23"].contains(segment[2].string), lines: [])
  }

  private mutating func status(_ segment: Segment) -> ClaimPaymentStatus {
    let code = segment[2]
    if let status = ClaimPaymentStatus(rawValue: code.string) { return status }
    // Processed and forwarded to the next payer.
    if code.is("19") { return .processedAsPrimary }
    if code.is("20") { return .processedAsSecondary }
    if code.is("21") { return .processedAsTertiary }
    // Not the payer's claim: forwarded without payment.
    if code.is("23") { return .denied }
    log.element(segment, 2, code.isEmpty ? .missing : .invalidCode)
    return .denied
  }

  mutating func adjustments(_ segment: Segment) {
    guard loop == .service || loop == .claim else { return log.segment(segment, .outOfSequence) }
    let adjustments = log.adjustments(segment)
    if loop == .service { service?.adjustments += adjustments } else { claim?.adjustments += adjustments }
  }

  mutating func name(_ segment: Segment) {
    guard loop == .claim else { return }
    if segment[1].is("QC") {
      let name = PersonName(
        last: log.optionalText(segment, 3, max: 60), first: log.optionalText(segment, 4, max: 35),
        middle: log.optionalText(segment, 5, max: 25))
      let member = MemberID(log.optionalText(segment, 9, max: 80))
      claim?.patientName = name
      if !member.rawValue.isEmpty { claim?.member = member }
    } else if segment[1].is("IL"), claim?.member.rawValue.isEmpty == true {
      let member = MemberID(log.optionalText(segment, 9, max: 80))
      claim?.member = member
    }
  }

  mutating func remarks(_ segment: Segment, elements: ClosedRange<Int>) {
    guard loop == .claim else { return }
    for position in elements where !segment[position].isEmpty {
      let remark = RemarkCode(log.text(segment, position, max: 50))
      claim?.remarks.append(remark)
    }
  }

  mutating func beginService(_ segment: Segment) {
    endService()
    guard claim != nil else { return log.segment(segment, .outOfSequence) }
    loop = .service
    (serviceDate, lastServiceDate) = (nil, nil)
    let composite = segment[1]
    if composite.isEmpty { log.element(segment, 1, .missing) }
    let procedure = composite.isEmpty ? "" : log.text(segment, 1, component: 2, max: 48)
    service = ServicePayment(
      procedure: ProcedureCode(procedure), modifiers: composite.modifiers,
      charge: log.money(segment, 2), paid: log.money(segment, 3),
      units: segment[5].isEmpty ? 1 : log.quantity(segment, 5, fallback: 1), dateOfService: remittance.paymentDate,
      adjustments: [])
  }

  mutating func date(_ segment: Segment) {
    let kind = segment[1]
    switch loop {
    case .claim:
      // 232 is the start of the claim's services, 233 the end.
      guard kind.is("232") else { return }
      claimDate = log.date(segment, 2)
    case .service:
      // 472 is the day, 150 the first of several, 151 the last.
      if kind.is("472") || kind.is("150") { serviceDate = log.date(segment, 2) }
      if kind.is("151") { lastServiceDate = log.date(segment, 2) }
    default: break
    }
  }

  mutating func amount(_ segment: Segment) {
    guard loop == .service, segment[1].is("B6") else { return }
    let allowed = log.money(segment, 2)
    service?.allowed = allowed
  }

  mutating func remark(_ segment: Segment) {
    guard loop == .service, segment[1].is("HE") else { return }
    let remark = RemarkCode(log.text(segment, 2, max: 30))
    service?.remarks.append(remark)
  }

  mutating func endService() {
    guard var ended = service else { return }
    service = nil
    ended.dateOfService = serviceDate ?? lastServiceDate ?? claimDate ?? remittance.paymentDate
    if serviceDate != nil { ended.lastDateOfService = lastServiceDate }
    claim?.lines.append(ended)
  }

  mutating func endClaim() {
    endService()
    guard let ended = claim else { return }
    claim = nil
    log.claim = nil
    // With faults the remittance is not used.
    guard log.faults.isEmpty else { return }
    remittance.claims.append(ended)
  }
}
