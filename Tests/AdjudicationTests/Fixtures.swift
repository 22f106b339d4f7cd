import Adjudication
import ClaimModel

/// Claims to write tests with. All people are made up.
enum Fixtures {
  static let today = CalendarDate(year: 2026, month: 4, day: 20)!
  static let service = CalendarDate(year: 2026, month: 4, day: 15)!
  /// Takes every code but those that start with K.
  static let codes = DiagnosisLookup { code, _ in !code.rawValue.hasPrefix("K") }
  static let acme = Adjudicator(plan: .acmeHealth, codeSet: codes)
  static let beacon = Adjudicator(plan: .beaconMutual, codeSet: codes)
  static let address = Address(line: "1 Main St", city: "Springfield", state: "MA", zip: "01101")

  static func line(
    _ procedure: ProcedureCode, _ dollars: Int, _ pointers: [Int] = [1], modifiers: [ProcedureModifier] = [],
    units: Int = 1, on date: CalendarDate = service
  ) -> ClaimLine {
    ClaimLine(
      service: ServiceLine(
        procedure: procedure, modifiers: modifiers, units: units, diagnosisPointers: pointers),
      charge: Money(cents: dollars * 100), dateOfService: date)
  }

  static func claim(
    _ lines: [ClaimLine] = [line("99213", 165, [1, 2]), line("83036", 18)],
    diagnoses: [DiagnosisCode] = ["E119", "I10"], age: Int = 50, payer: PayerID = "ACMEHLTH", submission: Int = 1,
    frequency: ClaimFrequency = .original, original: PayerClaimNumber? = nil
  ) -> Claim {
    var numbered = lines
    for index in numbered.indices { numbered[index].controlNumber = String(index + 1) }
    return Claim(
      controlNumber: PatientControlNumber(visit: "V0000000000TEST1", submission: submission),
      frequency: frequency, originalClaimNumber: original,
      patient: Patient(
        name: PersonName(last: "Canary", first: "Pat"),
        birthDate: CalendarDate(year: 2026 - age, month: 4, day: 15)!, sex: .female, address: address),
      coverage: Coverage(payer: payer, payerName: "A payer", member: "M100"),
      rendering: RenderingProvider(
        npi: .derived(from: "doctor"), name: PersonName(last: "Reed", first: "Ann"), taxonomy: "207Q00000X"),
      billing: BillingProvider(
        npi: .derived(from: "practice"), name: "Spring Family Practice", taxID: "123456789", address: address),
      placeOfService: .office, diagnoses: diagnoses, lines: numbered)
  }
}

extension Adjudicator {
  /// The decision on a claim without history.
  func payment(
    of claim: Claim, history: ClaimHistory = ClaimHistory(), received: CalendarDate = Fixtures.today
  ) -> ClaimPayment {
    adjudicate(claim, number: "P1", received: received, history: history).payments.last!
  }
}

extension ServicePayment {
  /// The adjustments as people read them, for instance `["CO-45 76.00", "PR-3 25.00"]`.
  var reasons: [String] { adjustments.map { "\($0.group.rawValue)-\($0.reason) \($0.amount)" } }
}
