import Adjudication
import ClaimModel
import Foundation
import Intake
import PayerDesk
import X12

/// Visits, claims and answers made by our own code, to start from.
enum SampleVisits {
  /// Invented visits, the same each time.
  static func visits(_ count: Int) -> [Visit] { Array(VisitGenerator(seed: 7).prefix(count)) }

  /// The package's example notes.
  static func notes() throws -> [[UInt8]] {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    folder.appendPathComponent("examples/notes")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }.sorted()
      .map { [UInt8](try Data(contentsOf: folder.appendingPathComponent($0))) }
  }

  /// What a coder might send of a visit.
  static func superbill(_ visit: Visit, number: Int) -> Superbill {
    let procedures = ["99213", "99214", "90471", "85025", "G0439", "99203"]
    return Superbill(
      visit: visit.id, registration: visit.registration, specialty: visit.specialty,
      diagnoses: ["E1122", "N183", "I10"],
      services: [
        ServiceLine(
          procedure: ProcedureCode(procedures[number % procedures.count]), modifiers: number % 2 == 0 ? ["25"] : [],
          diagnosisPointers: [1, 2]),
        ServiceLine(procedure: "36415", units: 1 + number % 3, diagnosisPointers: [3]),
      ])
  }

  /// A claim for a visit.
  static func claim(_ visit: Visit, number: Int) -> Claim {
    let bill = superbill(visit, number: number)
    return Claim(
      controlNumber: PatientControlNumber(visit: visit.id, submission: 1 + number % 2),
      frequency: number % 3 == 2 ? .replacement : .original,
      originalClaimNumber: number % 3 == 2 ? "00000000000120260415001" : nil, patient: visit.registration.patient,
      coverage: visit.registration.coverages.first ?? Coverage(payer: "ACMEHLTH", payerName: "Acme", member: "M1"),
      rendering: visit.registration.rendering, billing: visit.registration.billing,
      placeOfService: visit.registration.placeOfService, diagnoses: bill.diagnoses,
      lines: bill.services.enumerated().map { index, service in
        ClaimLine(
          service: service, charge: Money(cents: 12_550 + 1_000 * number + index),
          dateOfService: visit.registration.dateOfService, controlNumber: String(index + 1))
      })
  }

  static let envelope = InterchangeEnvelope(
    sender: "SUPERBILL", receiver: "ACMEHLTH", controlNumber: 101,
    timestamp: Timestamp(milliseconds: 1_776_000_000_000),
    usage: .test)
  static let submitter = ClaimSubmitter(
    name: "SUPERBILL", identifier: "SUPERBILL", contactName: "BILLING OFFICE", contactPhone: "5555550100")
  static let remitter = RemittancePayer(
    address: Address(line: "1 EXAMPLE PLAZA", city: "SPRINGFIELD", state: "IL", zip: "627010001"), taxID: "123456789",
    contactName: "PROVIDER SERVICES", contactPhone: "5555550199")

  /// A payer that takes any code and any payer's claims.
  static func payer() -> OfflinePayer {
    OfflinePayer(
      adjudicator: Adjudicator(plan: .acmeHealth, codeSet: DiagnosisLookup { _, _ in true }), now: envelope.timestamp,
      isStrict: false)
  }

  /// 837P interchanges.
  static func claimFiles() throws -> [[UInt8]] {
    let claims = visits(6).enumerated().map { claim($1, number: $0) }
    let batches = [claims.prefix(1), claims[1...2], claims[3...]].enumerated().map { index, claims in
      ClaimBatch(
        reference: "B\(index + 1)", submitter: submitter,
        receiver: ClaimReceiver(name: "ACME HEALTH PLAN", identifier: "ACMEHLTH"), claims: Array(claims))
    }
    let files = try batches.map { try ProfessionalClaimsWriter.write([$0], in: envelope) }
    return files + [try ProfessionalClaimsWriter.write(batches, in: envelope), Array(files[0].dropLast(60))]
      + [files[0].filter { $0 != 10 }, files[0].map { $0 == UInt8(ascii: "~") ? 10 : $0 }]
  }

  /// What a payer answers to the claim files: 999, 277CA or 835 interchanges.
  static func answers(_ set: String) throws -> [[UInt8]] {
    var payer = payer()
    return try claimFiles().flatMap { payer.answer($0).answers.filter { $0.set == set }.map(\.bytes) }
  }
}
