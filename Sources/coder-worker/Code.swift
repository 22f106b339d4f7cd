import ArgumentParser
import ClaimModel
import CodeSets
import Coding
import Intake
import WorkerBootstrap

struct Code: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Codes notes and FHIR bundles without a broker, and shows the words behind each code.",
    discussion: """
      Registration that a note lacks is made up: it does not touch the codes. JSON is one object a visit and line; \
      docs/coding.md describes it.

      Exit codes: 0 every visit is coded; 1 a visit needs an answer from the practice; 65 a file cannot be read.
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var folder: DataFolder

  @Argument(help: "Notes (.txt, .md), FHIR bundles (.json), folders, or - for standard input.")
  var paths: [String]

  func run() throws {
    let library = try folder.library()
    let coders = library.map(Coder.init(codeSets:))
    let reader = VisitReader(options: IntakeOptions(missingRegistration: .synthesize))
    var isEveryVisitCoded = true
    for input in try InputFiles.read(paths, endings: [".json", ".txt", ".md"]) {
      let visits: [Visit]
      do {
        visits = try reader.visits(from: input.bytes, name: input.name)
      } catch {
        throw CommandFailure("\(input.name): \(error)", exitCode: .badInput)
      }
      for visit in visits {
        let date = visit.registration.dateOfService
        let sheet = CodingSheet(file: input.name, visit: visit, review: coders[date].review(visit))
        isEveryVisitCoded = isEveryVisitCoded && sheet.isCoded
        let icd10cm = library.books(on: date).icd10cm
        Terminal.print(
          output.format == .json ? sheet.json : sheet.text(title: { icd10cm.title($0) }), terminator: "")
      }
    }
    if !isEveryVisitCoded { throw ExitCode(CommandExit.unsuccessful.rawValue) }
  }
}
