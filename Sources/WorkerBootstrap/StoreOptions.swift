import ArgumentParser
import Office
import SQLiteStore

/// Where an office keeps its store.
public struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The office's store: sqlite:PATH. All workers of one office share one.", valueName: "url"))
  var store: String

  /// Options from the command line.
  public init() {}

  /// Opens the store.
  /// - Throws: ``CommandFailure`` when the URL is wrong or the store cannot be opened.
  public func open() throws -> any Store {
    guard store.hasPrefix("sqlite:"), store.count > "sqlite:".count else {
      throw CommandFailure("--store: '\(store)' is not sqlite:PATH", exitCode: .unavailable)
    }
    do {
      return try SQLiteStore(path: String(store.dropFirst("sqlite:".count)))
    } catch {
      throw CommandFailure("--store: \(error)", exitCode: .unavailable)
    }
  }
}
