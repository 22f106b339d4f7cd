import Foundation
import Office

/// The file that a store has opened, known by its device and its number there rather than by its name.
///
/// SQLite goes on with an open file after somebody has deleted it or put another in its place. What is committed then is
/// in no file that anybody will open again, and must not be acknowledged.
struct StoreFile: Sendable {
  private struct Identity: Hashable {
    let device: dev_t
    let number: ino_t
  }

  private let path: String
  /// `nil` for a store that is not in a file by that name, such as one in memory.
  private let identity: Identity?

  /// The file that is at `path` now, where SQLite has just opened it.
  init(path: String) {
    self.path = path
    identity = Self.identity(of: path)
  }

  /// Throws when the file is not at its path any more. Costs a look into the file system, about a microsecond.
  func check() throws(StoreError) {
    guard let identity, Self.identity(of: path) != identity else { return }
    throw StoreError(
      .unavailable, operation: "use the store",
      reason:
        "the file at \(path) is not the one that is open: it was deleted, moved or replaced; stop the office's workers, put the file or a copy of it there, and start them again"
    )
  }

  private static func identity(of path: String) -> Identity? {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    return Identity(device: facts.st_dev, number: facts.st_ino)
  }
}
