import Adjudication
import ArgumentParser
import Billing
import ClaimModel
import CodeSets
import Coding
import Foundation
import Intake

/// Measures adjudication: how many claims in a second of one core, without store and X12.
@main
struct PayerBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "payer-bench",
    abstract: "Adjudicates claims of generated visits again and again on one core and prints one JSON object.")

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
    let claims = try sampleClaims(library)
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

  private func sampleClaims(_ library: CodeLibrary) throws -> [Claim] {
    let coder = Coder(codeSets: library.builtIn)
    let assembler = ClaimAssembler(chargemaster: .builtIn)
    let payer = KnownPayer(id: Plan.acmeHealth.payer, name: Plan.acmeHealth.name)
    let samples = VisitGenerator(seed: 1, payers: [payer]).prefix(claims).compactMap { visit -> Claim? in
      guard case .coded(let coding) = coder.code(visit),
        case .complete(let claim) = assembler.assemble(
          Superbill(visit: visit, coding: coding), submission: 1,
          today: visit.registration.dateOfService.adding(days: 3))
      else { return nil }
      return claim
    }
    guard !samples.isEmpty else { throw ValidationError("--claims \(claims) gives no claim") }
    return samples
  }

  /// The time of this process on all processors, in seconds.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
