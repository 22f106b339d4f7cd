import ClaimModel

/// Visits with one to four services, one in four with a second payer.
enum BenchVisits {
  static let now = Timestamp(milliseconds: 1_777_000_000_000)
  static let cause = MessageID.derived(from: "bench")
  private static let address = Address(line: "1 Main St", city: "Springfield", state: "MA", zip: "01101")
  private static let procedures: [ProcedureCode] = ["99213", "83036", "36415", "85025"]

  static func superbill(_ number: Int) -> Superbill {
    let second = Coverage(payer: "BEACON1", payerName: "Beacon Mutual", member: MemberID("B\(100_000 + number)"))
    let first = Coverage(payer: "ACMEHLTH", payerName: "Acme Health Plan", member: MemberID("M\(100_000 + number)"))
    return Superbill(
      visit: VisitID.derived(from: "bench", String(number)),
      registration: Registration(
        patient: Patient(
          name: PersonName(last: "Patient\(number)", first: "Pat"), birthDate: CalendarDate(daysSinceEpoch: 0),
          sex: .female, address: address),
        coverages: number % 4 == 0 ? [first, second] : [first],
        rendering: RenderingProvider(
          npi: "1234567893", name: PersonName(last: "Reed", first: "Ann"), taxonomy: "207Q00000X"),
        billing: BillingProvider(npi: "1234567893", name: "Practice", taxID: "123456789", address: address),
        dateOfService: now.date.adding(days: -5)),
      specialty: .primaryCare, diagnoses: ["E119", "I10", "E785"],
      services: procedures.prefix(1 + number % 4).map { ServiceLine(procedure: $0, diagnosisPointers: [1, 2]) })
  }

  static func payment(of claim: Claim) -> ClaimPayment {
    let lines = claim.lines.enumerated().map { index, line in
      var adjustments = [
        Adjustment(group: .contractualObligation, reason: "45", amount: line.charge.percent(40))
      ]
      if index == 0 {
        adjustments.append(Adjustment(group: .patientResponsibility, reason: "3", amount: Money(cents: 2_500)))
      }
      return ServicePayment(
        procedure: line.service.procedure, modifiers: [], charge: line.charge,
        paid: line.charge - adjustments.map(\.amount).sum(), units: 1, dateOfService: line.dateOfService,
        lineControlNumber: line.controlNumber, adjustments: adjustments)
    }
    return ClaimPayment(
      controlNumber: claim.controlNumber, status: .processedAsPrimary, charge: claim.totalCharge,
      paid: lines.map(\.paid).sum(), payerClaimNumber: PayerClaimNumber("P\(claim.controlNumber)"),
      patientName: claim.patient.name, member: claim.coverage.member, lines: lines)
  }

  static func remittance(of payment: ClaimPayment) -> Remittance {
    Remittance(
      payer: "ACMEHLTH", payerName: "Acme Health Plan", payeeNPI: "1234567893", payeeName: "Practice",
      payeeTaxID: "123456789", traceNumber: "T1", paymentDate: now.date, claims: [payment])
  }
}
