import ArgumentParser
import ClaimModel
import CodeSets
import WorkerBootstrap

struct CodeSetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codesets",
    abstract: "Lists, imports and shows code sets by date of service.",
    subcommands: [CodeSetsList.self, CodeSetsImport.self, CodeSetsShow.self])
}

/// Where the user's releases are.
struct DataFolder: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder for imported code sets (default: SUPERBILL_DATA, else superbill in XDG_DATA_HOME or ~/.local/share).",
      valueName: "dir"))
  var data: String?

  func shelf() throws -> CodeShelf {
    if let data { return CodeShelf(dataFolder: data) }
    guard let shelf = CodeShelf.current else {
      throw CommandFailure("no data folder: give --data DIR, or set SUPERBILL_DATA", exitCode: .unavailable)
    }
    return shelf
  }

  /// The built-in code sets and the imported releases.
  /// - Throws: `CommandFailure` when they cannot be found or are damaged.
  func library() throws -> CodeLibrary {
    do throws(CodeSetError) {
      return try CodeLibrary.load(shelf: data.map(CodeShelf.init(dataFolder:)) ?? CodeShelf.current)
    } catch {
      throw CommandFailure(error.description, exitCode: .unavailable)
    }
  }
}

extension CalendarDate {
  /// The date an option gives.
  /// - Throws: `ValidationError`.
  init(option name: String, _ text: String) throws {
    guard text.count == 10, let date = CalendarDate(iso: text) else {
      throw ValidationError("--\(name): '\(text)' is no date such as 2026-04-01")
    }
    self = date
  }
}
