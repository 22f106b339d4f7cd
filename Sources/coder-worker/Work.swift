import ArgumentParser
import ClaimModel
import CodeSets
import Coding
import CodingDesk
import Foundation
import Office
import WorkerBootstrap

struct Work: WorkerCommand {
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

  @Option(help: "What the slips, and how long a visit takes, are derived from.")
  var slipSeed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "How fast a coder works: visits or recodes an hour, or seconds for each, as in 20/h or 180s; in the mean. Each batch loop is one coder. Without it a coder is as fast as the machine.",
      valueName: "pace"))
  var pace: CodingPace?

  func validate() throws {
    guard (0...1).contains(slipRate) else { throw ValidationError("--slip-rate must be from 0 to 1") }
    if let pace, pace.longestWaitMilliseconds(queues: try queues.count) > CodingPace.deliveryMilliseconds {
      throw ValidationError(
        "--pace \(pace) is too slow for \(try queues.count) queues: the broker takes back a message that nobody finishes in 30 minutes; choose fewer --specialties or a faster pace"
      )
    }
  }

  var office: String { "coding" }

  func run() async throws {
    let codings = try folder.library().map(DatedCoding.init(codeSets:))
    let desk = CodingDesk(codingByDate: { codings[$0] }, slips: Slips(rate: slipRate, seed: slipSeed))
    try await runWorker(
      WorkedDesk(desk), queues: try queues, options: worker, pace: pace?.workPace(seed: slipSeed))
  }

  /// The queues of the chosen specialties.
  private var queues: [String] {
    get throws {
      let names = try chosen.map(\.rawValue)
      return OfficeID.coding.inboxes.map(\.queue).filter { queue in names.contains { queue.hasSuffix(".\($0)") } }
    }
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
