import Adjudication
import ArgumentParser
import ClaimModel
import CodeSets
import Office
import PayerDesk
import WorkerBootstrap

struct Work: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answers claims and appeals until it is stopped (SIGTERM).")

  @OptionGroup var worker: WorkerOptions
  @OptionGroup var plan: PlanOptions

  func run() async throws {
    let desk = PayerDesk(adjudicator: try plan.adjudicator())
    try await runWorker(WorkedDesk(desk), queues: desk.office.inboxes.map(\.queue), options: worker)
  }
}

/// Which payer to play.
struct PlanOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The payer to play: \(Plan.builtIn.map(\.payer.rawValue).joined(separator: " or ")).", valueName: "id"))
  var payer: String = Plan.acmeHealth.payer.rawValue

  func validate() throws { _ = try chosen }

  /// The engine for the chosen plan, with the code sets that come with the program.
  /// - Throws: `CommandFailure` when the code sets cannot be found.
  func adjudicator() throws -> Adjudicator {
    let codes: ICD10CM
    do {
      codes = try ICD10CM.load()
    } catch {
      throw CommandFailure(error.description, exitCode: .unavailable)
    }
    return Adjudicator(plan: try chosen, codeSet: DiagnosisLookup { codes.isBillable($0, on: $1) })
  }

  private var chosen: Plan {
    get throws {
      guard let plan = Plan.builtIn(payer: PayerID(payer)) else {
        let known = Plan.builtIn.map(\.payer.rawValue).joined(separator: ", ")
        throw ValidationError("--payer '\(payer)' is none of \(known)")
      }
      return plan
    }
  }
}
