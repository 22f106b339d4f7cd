import ArgumentParser
import Billing
import BillingDesk
import WorkerBootstrap

struct Post: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explains 835 remittances line by line, and says what would be posted.",
    discussion: """
      Nothing is posted: no store is opened. Amounts that lower a payment are shown below zero.

      Exit codes: 0 everything adds up; 1 a line, claim or payment does not; 65 a file cannot be read as X12.
      """)

  @OptionGroup var rules: RuleOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "835 files, folders, or - for standard input.")
  var paths: [String]

  func run() throws {
    let rules = try rules.read()
    var isBroken = false
    var isBalanced = true
    for input in try InputFiles.read(paths, endings: [".835", ".edi", ".x12", ".txt"]) {
      let outcome = OfflinePosting.explain(input.bytes, rules: rules)
      for problem in outcome.problems { Terminal.progress("\(input.name): \(problem)") }
      isBroken = isBroken || !outcome.problems.isEmpty
      for explanation in outcome.explanations {
        isBalanced = isBalanced && explanation.findings.isEmpty
        Terminal.print(
          output.format == .json ? RemittanceSheet(input.name, explanation).json : explanation.text, terminator: "")
      }
    }
    if isBroken { throw ExitCode(CommandExit.badInput.rawValue) }
    if !isBalanced { throw ExitCode(CommandExit.unsuccessful.rawValue) }
  }
}
