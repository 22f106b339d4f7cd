import ArgumentParser
import Foundation
import Office

/// Where an office keeps its store.
public struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The office's store: sqlite:PATH or postgres://USER@HOST:PORT/DATABASE. All workers of one office share one. A password does not belong here, where the process list shows it: put the whole URL into SUPERBILL_STORE_URL or into a file named by --store-file, or the password into PGPASSWORD or ~/.pgpass.",
      valueName: "url"))
  var store: String?

  @Option(help: ArgumentHelp("A file that holds the store's URL.", valueName: "path"))
  var storeFile: String?

  /// Options from the command line.
  public init() {}

  /// Refuses a password where the process list shows it.
  public func validate() throws {
    guard let store, StoreLocation.showsPassword(store) else { return }
    throw ValidationError(
      "--store: a password on the command line is shown by the process list; leave it out of the URL and put it into PGPASSWORD or ~/.pgpass, or put the whole URL into SUPERBILL_STORE_URL or a file named by --store-file"
    )
  }

  /// Opens the store.
  /// - Throws: ``CommandFailure`` when no store is named, its URL is wrong, or it cannot be opened.
  public func open() throws -> any Store { try open(isWritten: false) { _ in false } }

  /// Opens the store, for a worker to write to where `isWritten`; one that is merely out of reach is tried again as long as
  /// `waits` says so.
  func open(isWritten: Bool, waits: (StoreError) -> Bool) throws -> any Store {
    let (source, url) = try source()
    guard let location = StoreLocation(url) else {
      // The text is not shown: it may be a URL with a password and a slip of the pen.
      throw CommandFailure(
        "\(source): it is neither sqlite:PATH nor postgres://USER@HOST:PORT/DATABASE", exitCode: .unavailable)
    }
    while true {
      do throws(StoreError) {
        return try location.open(isWritten: isWritten)
      } catch {
        guard error.code == .unavailable, waits(error) else {
          throw CommandFailure("\(source): \(error)", exitCode: .unavailable)
        }
      }
    }
  }

  /// The store's URL and what named it.
  private func source() throws -> (name: String, url: String) {
    if let store { return ("--store", store) }
    if let storeFile {
      guard let text = try? String(contentsOfFile: storeFile, encoding: .utf8) else {
        throw CommandFailure("--store-file: cannot read \(storeFile)", exitCode: .unavailable)
      }
      return ("--store-file", text.trimmingCharacters(in: .whitespacesAndNewlines))
    }
    if let url = ProcessInfo.processInfo.environment["SUPERBILL_STORE_URL"], !url.isEmpty {
      return ("SUPERBILL_STORE_URL", url)
    }
    throw CommandFailure(
      "no store: give --store sqlite:PATH or postgres://USER@HOST:PORT/DATABASE, --store-file or SUPERBILL_STORE_URL",
      exitCode: .unavailable)
  }
}
