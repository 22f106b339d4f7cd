import Adjudication
import ArgumentParser
import ClaimModel
import Foundation
import Office
import PayerDesk
import WorkerBootstrap

struct Adjudicate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Answers 837P and 276 files without a broker: writes the answers, and prints what became of each claim.",
    discussion: """
      Claims to another payer than --payer are adjudicated all the same, as that payer's, unless --strict-payer is given.
      All files go to one payer, in their order: it knows duplicates and what members have used from file to file, and
      a 276 is answered with a 277 about the claims of the files before it.

      Exit codes: 0 every claim is paid or left to the patient; 1 a claim is rejected or denied; 2 the code sets or the
      folder for answers cannot be used; 64 wrong usage; 65 a file, or a part of it, cannot be processed; 74 standard
      output cannot be written.
      """)

  @OptionGroup var plan: PlanOptions
  @OptionGroup var injection: InjectionOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "837P and 276 files, folders, or - for standard input.")
  var paths: [String]

  @Option(help: ArgumentHelp("Where to write the answers; nowhere by default.", valueName: "folder"))
  var out: String?

  @Option(help: ArgumentHelp("The day the claims come in, YYYY-MM-DD; today by default.", valueName: "date"))
  var on: String?

  @Flag(help: "Reject claims that name another payer.")
  var strictPayer = false

  func validate() throws {
    if let on, CalendarDate(iso: on) == nil { throw ValidationError("--on '\(on)' is not a date YYYY-MM-DD") }
  }

  func run() throws {
    let inputs = try InputFiles.read(paths, endings: [".837", ".276", ".edi", ".x12", ".txt"])
    let now = on.flatMap { CalendarDate(iso: $0) }.map { Timestamp(startOf: $0) } ?? .now()
    var payer = OfflinePayer(
      adjudicator: try plan.adjudicator(), injector: try injection.injector(), now: now, isStrict: strictPayer)
    var table = AdjudicationTable()
    var isUnreadable = false
    for (input, stem) in zip(inputs, AnswerNames(inputs.map(\.name)).stems) {
      let outcome = payer.answer(input.bytes)
      isUnreadable = isUnreadable || !outcome.rejections.isEmpty
      for rejection in outcome.rejections.prefix(Adjudicate.rejectionsTold) {
        Terminal.progress("\(input.name): \(rejection.description)")
      }
      let untold = outcome.rejections.count - Adjudicate.rejectionsTold
      if untold > 0 { Terminal.progress("\(input.name): and \(untold) more (all with --format json)") }
      table.add(outcome, of: input.name, answers: try write(outcome.answers, as: stem))
    }
    Terminal.print(output.format == .json ? table.json : table.text, terminator: "")
    if isUnreadable { throw ExitCode(CommandExit.badInput.rawValue) }
    if !table.isEveryClaimPaid { throw ExitCode(CommandExit.unsuccessful.rawValue) }
  }

  /// How many reasons why a file is not processed are told for people.
  private static let rejectionsTold = 10

  /// Writes the answers to a file; returns what they are called.
  private func write(_ answers: [OfflinePayer.Answer], as stem: String) throws -> [String] {
    guard let out else { return [] }
    let folder = URL(fileURLWithPath: out, isDirectory: true)
    var names: [String] = []
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      var written: [String: Int] = [:]
      for answer in answers {
        let count = written[answer.set, default: 0] + 1
        written[answer.set] = count
        let name = count == 1 ? "\(stem).\(answer.set)" : "\(stem).\(count).\(answer.set)"
        try Data(answer.bytes).write(to: folder.appendingPathComponent(name))
        names.append(name)
      }
    } catch {
      throw CommandFailure("--out: cannot write to \(out)", exitCode: .unavailable)
    }
    return names
  }
}
