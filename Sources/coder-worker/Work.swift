import ArgumentParser
import ClaimModel
import CodeSets
import Coding
import CodingDesk
import Foundation
import Office
import WorkerBootstrap

struct Work: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Codes visits and answers recode requests until it is stopped (SIGTERM).")

  @OptionGroup var worker: WorkerOptions
  @OptionGroup var folder: DataFolder

  @Option(
    help: ArgumentHelp(
      "The specialties to work, with commas between: primary-care, medical, surgical.", valueName: "list"))
  var specialties: String = Specialty.allCases.map(\.rawValue).joined(separator: ",")

  @Option(help: "How often, from 0 to 1, a visit is coded with a hurried person's slip.")
  var slipRate: Double = 0

  @Option(help: "What the slips are derived from.")
  var slipSeed: UInt64 = 1

  func validate() throws {
    guard (0...1).contains(slipRate) else { throw ValidationError("--slip-rate must be from 0 to 1") }
    _ = try chosen
  }

  func run() async throws {
    let coders = try folder.library().map(Coder.init(codeSets:))
    let desk = CodingDesk(coderByDate: { coders[$0] }, slips: Slips(rate: slipRate, seed: slipSeed))
    let names = try chosen.map(\.rawValue)
    let queues = desk.office.inboxes.map(\.queue).filter { queue in names.contains { queue.hasSuffix(".\($0)") } }
    try await runWorker(WorkedDesk(desk), queues: queues, options: worker)
  }

  private var chosen: [Specialty] {
    get throws {
      try specialties.split(separator: ",").map { name in
        guard let specialty = Specialty(rawValue: name.trimmingCharacters(in: .whitespaces)) else {
          throw ValidationError("--specialties: '\(name)' is none of primary-care, medical, surgical")
        }
        return specialty
      }
    }
  }
}
