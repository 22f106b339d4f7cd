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
      docs/coding.md describes it. A file of another ending is read as what its bytes are.

      Exit codes: 0 every visit is coded; 1 a visit needs an answer from the practice; 65 a file cannot be read; the others are coded.
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var folder: DataFolder

  @Argument(help: "Notes (.txt, .md), FHIR bundles (.json), folders, or - for standard input.")
  var paths: [String]

  func run() throws {
    let library = try folder.library()
    let coders = library.map(Coder.init(codeSets:))
    // Nobody is made up to pay: what depends on the payer follows from what the input says.
    let reader = VisitReader(options: IntakeOptions(payers: [], missingRegistration: .synthesize))
    var isEveryVisitCoded = true
    var isEveryFileRead = true
    try InputFiles.forEach(paths, endings: [".json", ".txt", ".md"]) { input in
      let visits: [Visit]
      do {
        visits = try reader.visits(from: input.bytes, name: input.name)
      } catch {
        // Of a folder, what can be read is coded.
        Terminal.progress("coder-worker: \(input.name): \(error)")
        isEveryFileRead = false
        return
      }
      if visits.isEmpty { Terminal.progress("coder-worker: \(input.name): no outpatient encounter to code") }
      for visit in visits {
        let date = visit.registration.dateOfService
        let sheet = CodingSheet(file: input.name, visit: visit, review: coders[date].review(visit))
        isEveryVisitCoded = isEveryVisitCoded && sheet.isCoded
        Terminal.print(text(of: sheet, visit, library.books(on: date).icd10cm), terminator: "")
      }
    }
    guard isEveryFileRead else { throw ExitCode(CommandExit.badInput.rawValue) }
    if !isEveryVisitCoded { throw ExitCode(CommandExit.unsuccessful.rawValue) }
  }

  private func text(of sheet: CodingSheet, _ visit: Visit, _ icd10cm: ICD10CM) -> String {
    guard output.format == .text else { return sheet.json }
    return CodingReport(sheet, visit: visit, isColoured: Terminal.isColoured) { icd10cm.title($0) }.text
  }
}
