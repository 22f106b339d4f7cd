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

  /// Opens the store.
  func open() throws(StoreError) -> any Store {
    switch self {
    case .sqlite(let path): try SQLiteStore(path: path)
    case .postgres(let url): try PostgresStore(url: url)
    }
  }
}
