import ArgumentParser
import Billing
import BillingDesk
import ClaimModel
import Office
import WorkerBootstrap

struct WorkListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worklist",
    abstract: "Lists what must be worked: refusals and reviews by deadline and value, payments that match nothing.",
    discussion: """
      Exit codes: 0 the list was made; 1 some accounts or payments cannot be read; 2 the store cannot be read; 65 a rules \
      file cannot be read.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var output: OutputOptions

  private struct Row: Encodable {
    let schema = 1
    var deadline: String?
    var value: String
    var state: String?
    var visit: String?
    var payer: String?
    var trace: String?
    var number: String?
    var payment: String?
    var reason: String
  }

  func run() throws {
    let rules = try rules.read()
    let store = try store.open()
    defer { store.close() }
    let list: WorkList
    do {
      list = try WorkList(of: store, rules: rules)
    } catch {
      throw CommandFailure(error.description, exitCode: .unavailable)
    }
    if output.format == .json { printLines(of: list) } else { Terminal.print(list.text, terminator: "") }
    try tellOfStore(accounts: list.accountCount, unreadable: list.unreadable)
  }

  /// An account or payment a line.
  private func printLines(of list: WorkList) {
    for work in list.accounts {
      Terminal.print(
        OutputJSON.line(
          Row(
            deadline: work.deadline?.iso, value: work.value.description, state: work.state.rawValue,
            visit: work.visit.rawValue, reason: work.reason)))
    }
    for payment in list.unmatched {
      Terminal.print(
        OutputJSON.line(
          Row(
            value: payment.paid.description, payer: payment.payer.rawValue, trace: payment.traceNumber,
            number: payment.number.rawValue, payment: payment.id, reason: payment.reason.words)))
    }
  }
}
