import ArgumentParser
import ClaimModel
import CodeSets
import WorkerBootstrap

struct CodeSetsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows what the code sets say of a code on a date of service.",
    discussion: """
      A code with a point is a diagnosis; without one it is looked up everywhere.

      Exit codes: 0 the code is known, valid on the date or not; 1 it is in no code set, and near ones are named.
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var folder: DataFolder

  @Option(help: ArgumentHelp("The date of service, for instance 2026-05-01.", valueName: "date"))
  var on: String

  @Argument(help: "An ICD-10-CM, CPT or HCPCS code, or a HCPCS modifier: E11.9, 99213, G0439, RT.")
  var code: String

  func run() throws {
    let date = try CalendarDate(option: "on", on)
    let sheet = CodeSheet(code.uppercased(), on: date, library: try folder.library())
    switch output.format {
    case .json:
      Terminal.print(OutputJSON.line(sheet))
      if !sheet.isKnown { throw ExitCode(CommandExit.unsuccessful.rawValue) }
    case .text:
      guard sheet.isKnown else {
        let near = sheet.near.isEmpty ? "" : "; near it: " + sheet.near.joined(separator: ", ")
        throw CommandFailure("no code set in effect on \(date) has \(sheet.code)\(near)", exitCode: .unsuccessful)
      }
      Terminal.print(sheet.text, terminator: "")
    }
  }
}
