import ArgumentParser
import ClaimModel
import CodeSets
import WorkerBootstrap

struct CodeSetsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the releases of all code sets and the dates of service they are for.",
    discussion: "Every imported file is read in full; a damaged one ends the command with exit code 2.")

  @OptionGroup var output: OutputOptions
  @OptionGroup var folder: DataFolder

  func run() throws {
    let library = try folder.library()
    var rows = [
      ReleaseRow(
        kind: "icd10cm", effective: library.builtIn.icd10cm.release.iso, until: nil,
        count: library.builtIn.icd10cm.count, source: "built in", path: nil)
    ]
    for release in library.releases {
      guard release.isIntact else {
        throw CommandFailure("\(release.path): damaged; import it anew with --replace", exitCode: .unavailable)
      }
      rows.append(ReleaseRow(release))
    }
    switch output.format {
    case .json: Terminal.print(OutputJSON.line(ReleaseList(releases: rows)))
    case .text: for row in rows { Terminal.print(row.text) }
    }
  }
}

/// The list of releases for programs.
private struct ReleaseList: Encodable {
  let schema = 1
  let releases: [ReleaseRow]
}

/// One release for people and for programs.
struct ReleaseRow: Encodable {
  let kind: String
  let effective: String
  let until: String?
  let count: Int
  let source: String
  let path: String?

  init(kind: String, effective: String, until: String?, count: Int, source: String, path: String?) {
    self.kind = kind
    self.effective = effective
    self.until = until
    self.count = count
    self.source = source
    self.path = path
  }

  init(_ release: CodeRelease) {
    self.init(
      kind: release.kind.rawValue, effective: release.period.effective.iso, until: release.period.until?.iso,
      count: release.count, source: release.source, path: release.path)
  }

  var text: String {
    let dates = effective + (until.map { " to " + $0 } ?? " on")
    return "\(pad(kind, 8)) \(pad(dates, 24)) \(pad("\(count) rows", 14)) \(source)"
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
