import Adjudication
import ArgumentParser
import ClaimModel
import DashboardKit
import Foundation
import Office
import WorkerBootstrap

struct Inject: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Changes, while it runs, what trouble a simulated payer makes.",
    discussion: """
      The rules take the place of those the payer has, at all its workers that run now; without a rule it makes none. A
      worker that is started later has what its own command line says. Grammar: docs/payer.md.

      Exit code 1 when no worker of the payer has answered within --timeout, or one has refused.
      """)

  @OptionGroup var order: OrderOptions

  @Option(help: ArgumentHelp("The payer.", valueName: "id"))
  var payer: String

  @Argument(help: ArgumentHelp("Trouble to make: CO-11=5%, underpay=2%, lost=1%.", valueName: "rule"))
  var rules: [String] = []

  @Option(help: ArgumentHelp("Which claims are hit follows from this and the claim.", valueName: "number"))
  var injectSeed: UInt64 = 1

  func validate() throws {
    guard order.broker.payerIDs.contains(PayerID(payer)) else {
      throw ValidationError("--payer '\(payer)' is none of --payers \(order.broker.payers)")
    }
    for rule in rules {
      do throws(InjectionError) { _ = try InjectionRule(parsing: rule) } catch {
        throw ValidationError("rule \(error)")
      }
    }
  }

  func run() throws { try order.give(.inject(rules: rules, seed: injectSeed), to: .payer(PayerID(payer))) }
}

struct Drain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Asks the workers of an office to finish what they have in hand and end.",
    discussion: """
      They end with exit code 0, as after SIGTERM. Whatever starts them anew when they end (Kubernetes, systemd with
      Restart=always) does so: scale those down instead.

      Exit code 1 when no worker has answered within --timeout.
      """)

  @OptionGroup var order: OrderOptions

  @Argument(help: ArgumentHelp("The office: practice, coding, billing, payer.ACMEHLTH.", valueName: "office"))
  var office: String

  func validate() throws { _ = try chosen }

  func run() throws { try order.give(.drain, to: try chosen) }

  private var chosen: OfficeID {
    get throws {
      let all = OfficeID.all(payers: order.broker.payerIDs)
      guard let chosen = all.first(where: { $0.description == office }) else {
        throw ValidationError("'\(office)' is none of \(all.map(\.description).joined(separator: ", "))")
      }
      return chosen
    }
  }
}

/// How an order is given, and how long its answers are waited for.
struct OrderOptions: ParsableArguments {
  @OptionGroup var broker: BrokerOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("Only this worker: coding/coder-1.", valueName: "office/name"))
  var worker: String?

  @Option(help: ArgumentHelp("How long to wait for the workers' answers.", valueName: "time"))
  var timeout: String = "5s"

  func validate() throws {
    guard let span = Span(timeout), (1...600_000).contains(span.milliseconds) else {
      throw ValidationError("--timeout '\(timeout)' is no time up to 10m")
    }
  }

  /// Gives the order and prints the answers, which the workers write to the journal.
  func give(_ what: ControlOrder.What, to office: OfficeID) throws {
    let broker = try broker.patientBroker()
    let answers = try Unavailable.wrap { () throws(BrokerError) in
      try OrderDesk(broker: broker, clock: { .now() }).give(
        ControlOrder(what, worker: worker), to: office, within: Int(Span(timeout)?.milliseconds ?? 0),
        onlyOne: worker != nil)
    }
    guard let answers else {
      throw CommandFailure("no worker of \(office) listens", exitCode: .unsuccessful)
    }
    for answer in answers {
      Terminal.print(output.format == .json ? JournalLine(answer).json() : JournalText.answer(answer))
    }
    if answers.isEmpty {
      Terminal.progress("nobody has answered within \(timeout); a worker answers when it has done what it has in hand")
    }
    if answers.isEmpty || answers.contains(where: { $0.outcome != .handled }) {
      throw ExitCode(CommandExit.unsuccessful.rawValue)
    }
  }
}
