import ArgumentParser
import Billing
import BillingDesk
import BillingFiles
import ClaimModel
import Foundation
import WorkerBootstrap
import X12
import YAMLFiles

struct Claims: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes 837P claims of superbills without a broker.",
    discussion: """
      A superbill is a JSON object as 'coder-worker code --format json' prints it, with a registration beside the codes, or \
      one for all with --registration; docs/billing.md describes it. The interchanges go to standard output, one for each \
      payer, or with --out to files. A superbill that makes no complete claim is told of on standard error: what is wrong, \
      where, and how to mend it.

      Exit codes: 0 every superbill is a claim; 1 one is incomplete; 65 a file cannot be read.
      """)

  @OptionGroup var rules: RuleOptions

  @Argument(help: "Superbills (.json), folders, or - for standard input.")
  var paths: [String]

  @Option(help: ArgumentHelp("A registration for superbills without one (JSON or YAML).", valueName: "file"))
  var registration: String?

  @Option(help: ArgumentHelp("Where to write the interchanges, PAYER-n.837.", valueName: "folder"))
  var out: String?

  @Option(help: ArgumentHelp("The day the claims are made, YYYY-MM-DD; today by default.", valueName: "date"))
  var on: String?

  @Option(help: ArgumentHelp("The most claims in one interchange.", valueName: "n"))
  var batchClaims = 100

  @Option(help: ArgumentHelp("Replace the claim with this number of the payer (CLP07).", valueName: "number"))
  var replace: String?

  @Option(help: ArgumentHelp("Void the claim with this number of the payer (CLP07).", valueName: "number"))
  var void: String?

  @Option(help: ArgumentHelp("Which claim of the visit the correction is, from 2.", valueName: "n"))
  var submission = 2

  func validate() throws {
    if let on, CalendarDate(iso: on) == nil { throw ValidationError("--on '\(on)' is not a date YYYY-MM-DD") }
    guard (1...5_000).contains(batchClaims) else {
      throw ValidationError("--batch-claims \(batchClaims) is not from 1 to 5000")
    }
    guard replace == nil || void == nil else {
      throw ValidationError("a claim is replaced or voided: give --replace or --void")
    }
    guard (2...99).contains(submission) else {
      throw ValidationError("--submission \(submission) is not from 2 to 99: a correction is not the first claim")
    }
  }

  func run() throws {
    let now = on.flatMap { CalendarDate(iso: $0) }.map { Timestamp(startOf: $0) } ?? .now()
    var office = OfflineClaims(rules: try rules.read(), now: now, batchLimit: batchClaims)
    let shared = try registration.map { path in
      let text = try text(of: path)
      return try orFailure { () throws(YAMLFault) in try SuperbillFile.registration(text, name: path) }
    }
    var superbills: [Superbill] = []
    for input in try InputFiles.read(paths, endings: [".json"]) {
      let text = String(decoding: input.bytes, as: UTF8.self)
      superbills += try orFailure { () throws(YAMLFault) in
        try SuperbillFile.read(text, name: input.name, registration: shared)
      }
    }
    guard !superbills.isEmpty else {
      throw CommandFailure("there is no superbill in \(paths.joined(separator: ", "))", exitCode: .badInput)
    }
    guard correction == nil || superbills.count == 1 else {
      throw CommandFailure(
        "--replace and --void are of one claim, and there are \(superbills.count) superbills: give one",
        exitCode: .badInput)
    }
    for superbill in superbills { office.take(superbill, correcting: correction) }
    for finding in office.findings { Terminal.progress(finding) }
    do throws(X12Error) {
      for interchange in try office.interchanges() { try write(interchange) }
    } catch {
      throw CommandFailure("cannot write an interchange: \(error)", exitCode: .badInput)
    }
    if !office.findings.isEmpty { throw ExitCode(CommandExit.unsuccessful.rawValue) }
  }

  private var correction: OfflineClaims.Correction? {
    replace.map { .init(.replacement, of: PayerClaimNumber($0), submission: submission) }
      ?? void.map { .init(.void, of: PayerClaimNumber($0), submission: submission) }
  }

  private func write(_ interchange: OfflineClaims.Interchange) throws(X12Error) {
    guard let out else { return Terminal.print(String(decoding: interchange.bytes, as: UTF8.self)) }
    let folder = URL(fileURLWithPath: out, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(interchange.bytes).write(to: folder.appendingPathComponent(interchange.fileName))
    } catch {
      CommandFailure("--out: cannot write to \(out)", exitCode: .unavailable).end()
    }
  }
}
