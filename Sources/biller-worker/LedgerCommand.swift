import ArgumentParser
import BillingDesk
import Office
import WorkerBootstrap

struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Adds up the ledger and holds it against every account.",
    discussion: "Exit code 1 when something does not agree.")

  @OptionGroup var store: StoreOptions

  func run() throws {
    let store = try store.open()
    defer { store.close() }
    let audit: LedgerAudit
    do {
      audit = try LedgerAudit(of: store)
    } catch {
      throw CommandFailure(error.description, exitCode: .unavailable)
    }
    Terminal.print(audit.text, terminator: "")
    try tellOfStore(accounts: audit.accountCount, unreadable: 0)
    if !audit.findings.isEmpty { throw ExitCode(CommandExit.unsuccessful.rawValue) }
  }
}
