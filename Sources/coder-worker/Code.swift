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

  @Argument(help: "Notes (.txt, .md), FHIR bundles (.json), folders, or - for standard input.")
  var paths: [String]

  func run() throws {
    let books = try loadCodeBooks()
    let coder = Coder(codeSets: books)
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
        let sheet = CodingSheet(file: input.name, visit: visit, review: coder.review(visit))
        isEveryVisitCoded = isEveryVisitCoded && sheet.isCoded
        Terminal.print(output.format == .json ? sheet.json : sheet.text(title: books.icd10cm.title), terminator: "")
      }
    }
    if !isEveryVisitCoded { throw ExitCode(CommandExit.unsuccessful.rawValue) }
  }
}
