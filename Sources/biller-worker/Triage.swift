import ArgumentParser
import Billing
import WorkerBootstrap

struct Triage: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what is done about each denial and rejection, with the rules of a file where one is given.",
    discussion: "Exit codes: 0 shown; 65 a rules file cannot be read.")

  @OptionGroup var rules: RuleOptions

  func run() throws {
    let triage = try rules.read().triage
    Terminal.print(triage.table + "\n" + triage.rejectionTable, terminator: "")
  }
}
