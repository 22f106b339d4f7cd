import Adjudication
import ArgumentParser
import ClaimModel
import CodeSets
import Foundation

/// Measures adjudication: how many claims in a second of one core, without store and X12.
@main
struct PayerBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "payer-bench",
    abstract: "Adjudicates made-up claims again and again on one core and prints one JSON object.")

  @Option(help: "How many different claims.")
  var claims = 2_000

  @Option(help: "How long to adjudicate, in seconds of processor time.")
  var seconds = 5.0

  private struct Figures: Encodable {
    var claims = 0
    var lines = 0
    var deniedPercent = 0.0
    var claimsPerSecond = 0.0
    var linesPerSecond = 0.0
  }

  func run() throws {
    let library = try CodeLibrary.load(shelf: nil)
    let claims = sampleClaims()
    var plan = Plan.acmeHealth
    plan.edits = Set(EditName.allCases)
    plan.benefits.deductible = .init(individual: Money(cents: 500_00), family: Money(cents: 1_000_00))
    plan.benefits.outOfPocketMaximum = .init(individual: Money(cents: 3_000_00))
    plan.benefits.coinsurancePercent = 20
    let adjudicator = Adjudicator(plan: plan, library: library)
    var figures = Figures()
    var (handled, denied) = (0, 0)
    let began = PayerBench.processorSeconds
    var elapsed = 0.0
    repeat {
      for claim in claims {
        let received = claim.lines[0].dateOfService.adding(days: 3)
        guard adjudicator.acknowledge(claim, received: received).isAccepted else { continue }
        let result = adjudicator.adjudicate(claim, number: "P1", received: received, history: ClaimHistory())
        handled += 1
        figures.lines += claim.lines.count
        if result.payments[0].status == .denied { denied += 1 }
      }
      elapsed = PayerBench.processorSeconds - began
    } while elapsed < seconds
    figures.claims = handled
    figures.deniedPercent = (Double(denied) * 1_000 / Double(handled)).rounded() / 10
    figures.claimsPerSecond = (Double(handled) / elapsed).rounded()
    figures.linesPerSecond = (Double(figures.lines) / elapsed).rounded()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    print(String(decoding: try encoder.encode(figures), as: UTF8.self))
  }

  /// Claims of one to five usual services of a practice, for one to four diagnoses.
  private func sampleClaims() -> [Claim] {
    var random = SeededRandom(seed: 1)
    let address = Address(line: "1 MAIN ST", city: "SPRINGFIELD", state: "MA", zip: "01101")
    let day = CalendarDate(year: 2026, month: 4, day: 15) ?? CalendarDate(daysSinceEpoch: 20_558)
    return (0..<max(1, claims)).map { number in
      let diagnoses = Array(PayerBench.diagnoses.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)))
      let procedures = PayerBench.procedures.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random))
      return Claim(
        controlNumber: PatientControlNumber(rawValue: "V\(number)-1"),
        patient: Patient(
          name: PersonName(last: "DOE", first: "PAT"),
          birthDate: day.adding(days: -Int.random(in: 7_000...30_000, using: &random)), sex: .female, address: address),
        coverage: Coverage(
          payer: Plan.acmeHealth.payer, payerName: Plan.acmeHealth.name, member: MemberID("M\(number)")),
        rendering: RenderingProvider(
          npi: .derived(from: "doctor"), name: PersonName(last: "REED", first: "ANN"), taxonomy: "207Q00000X"),
        billing: BillingProvider(
          npi: .derived(from: "practice"), name: "SPRING FAMILY PRACTICE", taxID: "123456789", address: address),
        placeOfService: .office, diagnoses: diagnoses,
        lines: procedures.enumerated().map { index, procedure in
          ClaimLine(
            service: ServiceLine(
              procedure: procedure, modifiers: procedure.rawValue.hasPrefix("992") ? ["25"] : [],
              diagnosisPointers: [Int.random(in: 1...diagnoses.count, using: &random)]),
            charge: Money(cents: Int.random(in: 20_00...300_00, using: &random)), dateOfService: day,
            controlNumber: String(index + 1))
        })
    }
  }

  private static let diagnoses: [DiagnosisCode] = ["E119", "I10", "J069", "M5450", "Z0000", "E785", "R0602", "F329"]
  private static let procedures: [ProcedureCode] = [
    "99213", "99214", "83036", "80061", "36415", "93000", "71046", "90471", "90686", "20610",
  ]

  /// The time of this process on all processors, in seconds.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
