import ArgumentParser
import ClaimModel
import CodeSets
import Foundation
import WorkerBootstrap

struct CodeSetsImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Imports a release of a code set from its official files.",
    discussion: """
      KIND is one of:
        icd10cm  the order file, the tabular list (XML), or both; or a resource made by Scripts/import-icd10cm
        hcpcs    the contractor file of HCPCS Level II (HCPC…_CONTR_ANWEB.txt)
        cpt      descriptions you have a licence for; docs/code-sets.md describes the forms
        ptp      NCCI procedure-to-procedure edits, text or CSV, all parts at once
        mue      NCCI medically unlikely edits of practitioners, CSV
        rvu      relative values of the physician fee schedule (PPRRVU…csv)

      The release counts for dates of service from --effective on, until a newer one takes effect or --until has passed.
      Workers see it after their next start.

      Exit codes: 0 imported; 1 it contradicts a release that is there; 2 the data folder cannot be written; 65 a file is
      not as it should be: one line says where and what was expected.
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var folder: DataFolder

  @Option(help: ArgumentHelp("The first date of service, for instance 2026-04-01.", valueName: "date"))
  var effective: String?

  @Option(help: ArgumentHelp("The last date of service.", valueName: "date"))
  var until: String?

  @Flag(help: "Take the place of a release of the same effective date.")
  var replace = false

  @Argument(help: "icd10cm, hcpcs, cpt, ptp, mue or rvu.")
  var kind: CodeSetKind

  @Argument(help: "The files of one release.", completion: .file())
  var files: [String]

  func run() throws {
    let isResource = try kind == .icd10cm && files.contains(where: ReleaseImport.isResource)
    if isResource, files.count > 1 { throw ValidationError("import a resource by itself, one at a time") }
    let date: CalendarDate
    if let effective {
      date = try CalendarDate(option: "effective", effective)
    } else if isResource {
      date = try ReleaseImport.resource(files[0]).release
    } else {
      throw ValidationError("--effective: say from which date of service on the release holds, such as 2026-04-01")
    }
    let last = try until.map { try CalendarDate(option: "until", $0) }
    guard let period = ReleasePeriod(effective: date, until: last) else {
      throw ValidationError("--until lies before the effective date")
    }
    let release = try ReleaseImport(
      shelf: folder.shelf(), kind: kind, period: period, files: files, isResource: isResource, replaces: replace
    ).run()
    switch output.format {
    case .json: Terminal.print(OutputJSON.line(ReleaseRow(release)))
    case .text: Terminal.print("imported " + ReleaseRow(release).text)
    }
  }
}

extension CodeSetKind: ExpressibleByArgument {}
