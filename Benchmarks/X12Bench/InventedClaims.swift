import ClaimModel
import X12

/// Claims as a practice sends them: one to five lines, one to six diagnoses; the same for the same seed.
struct InventedClaims {
  private var random: SeededRandom
  private var count = 0

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  static let envelope = InterchangeEnvelope(
    sender: "BILLER", receiver: "PAYERSIM", controlNumber: 101, timestamp: Timestamp(milliseconds: 1_793_500_000_000))

  private static let names = [
    "ABBOTT", "BAKER", "CHO", "DIAZ", "O'NEIL", "EVERGREEN", "FOX-LEE", "GARCIA", "HUANG", "IVERSON", "MONTGOMERY",
  ]
  private static let codes = ["99213", "99214", "93000", "85025", "J1885", "G0439", "36415", "87635"]
  private static let diagnoses = ["E1122", "I10", "J0190", "N183", "R05", "Z20822", "M545", "K219"]

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  private mutating func name() -> String { InventedClaims.names[number(0...InventedClaims.names.count - 1)] }

  private mutating func address() -> Address {
    Address(
      line: "\(number(1...9_999)) \(name()) STREET", city: "SPRINGFIELD", state: "IL",
      zip: "62701\(number(1_000...9_999))")
  }

  /// A batch of `size` claims of some billing providers.
  mutating func batch(_ size: Int) -> ClaimBatch {
    var claims: [Claim] = []
    while claims.count < size {
      let billing = BillingProvider(
        npi: NPI.derived(from: "billing \(count)"), name: "\(name()) FAMILY MEDICINE",
        taxID: String(number(100_000_000...999_999_999)), address: address())
      for _ in 0..<min(50, size - claims.count) { claims.append(claim(billing)) }
    }
    return ClaimBatch(
      reference: "BATCH\(count)",
      submitter: ClaimSubmitter(
        name: "SUPERBILL BILLING", identifier: "BILLER01", contactName: "CLAIMS DESK", contactPhone: "5555550100"),
      receiver: ClaimReceiver(name: "SIM PAYER", identifier: "SIM01"), claims: claims)
  }

  private mutating func claim(_ billing: BillingProvider) -> Claim {
    count += 1
    let diagnoses = InventedClaims.diagnoses.shuffled(using: &random).prefix(number(1...6)).map { DiagnosisCode($0) }
    let day = CalendarDate(daysSinceEpoch: number(20_000...20_700))
    let lines = (1...number(1...5)).map { index in
      ClaimLine(
        service: ServiceLine(
          procedure: ProcedureCode(InventedClaims.codes[number(0...InventedClaims.codes.count - 1)]),
          modifiers: number(1...4) == 1 ? ["25"] : [], units: number(1...3),
          diagnosisPointers: Array(1...min(diagnoses.count, number(1...4)))),
        charge: Money(cents: number(1_000...40_000)), dateOfService: day, controlNumber: "L\(count)-\(index)")
    }
    return Claim(
      controlNumber: PatientControlNumber("V3K7Q0M5T9X\(count)-1"),
      patient: Patient(
        name: PersonName(last: name(), first: name()),
        birthDate: CalendarDate(daysSinceEpoch: number(-10_000...19_000)),
        sex: number(0...1) == 0 ? .female : .male, address: address()),
      coverage: Coverage(
        payer: "SIM01", payerName: "SIM PAYER", member: MemberID("M\(number(10_000_000...99_999_999))"), group: "G12345"
      ),
      rendering: RenderingProvider(
        npi: NPI.derived(from: "rendering \(count % 97)"), name: PersonName(last: name(), first: name()),
        taxonomy: "207Q00000X"), billing: billing, placeOfService: "11", diagnoses: diagnoses, lines: lines)
  }
}
