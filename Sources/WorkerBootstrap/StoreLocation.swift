import Foundation
import Office
import PostgresStore
import SQLiteStore

/// Which store a URL names.
enum StoreLocation: Hashable, Sendable {
  /// A SQLite file.
  case sqlite(path: String)
  /// A PostgreSQL database.
  case postgres(url: String)

  /// Reads `sqlite:PATH`, `postgres://…` or `postgresql://…`; `nil` for anything else.
  init?(_ url: String) {
    if url.hasPrefix("sqlite:"), url.count > "sqlite:".count {
      self = .sqlite(path: String(url.dropFirst("sqlite:".count)))
    } else if url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") {
      self = .postgres(url: url)
    } else {
      return nil
    }
  }

  /// Whether a text that names a store, perhaps wrongly, holds a password: before the host or, as libpq takes it too,
  /// in the query. The path of a SQLite file holds none, whatever it looks like.
  static func showsPassword(_ url: String) -> Bool {
    guard !url.hasPrefix("sqlite:") else { return false }
    let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let isQueried = parts.dropFirst().joined().split(separator: "&").contains { setting in
      let pair = setting.split(separator: "=", maxSplits: 1)
      // libpq knows password and sslpassword, and reads escaped letters.
      return pair.count == 2 && (pair[0].removingPercentEncoding ?? "").hasSuffix("password")
    }
    // A question mark before any @ may be a part of the password.
    let place = parts[0].contains("@") ? parts[0] : url[...]
    return isQueried || BrokerURL.credentials(in: place)?.contains(":") == true
  }

  /// Opens the store; where it `isWritten`, not one that can only be read.
  func open(isWritten: Bool) throws(StoreError) -> any Store {
    switch self {
    case .sqlite(let path):
      let store = try SQLiteStore(path: path)
      if isWritten { try store.checkWritable() }
      return store
    case .postgres(let url): return try PostgresStore(url: url)
    }
  }
}
