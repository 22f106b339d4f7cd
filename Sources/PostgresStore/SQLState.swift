import Office

/// The five characters by which PostgreSQL tells what went wrong, in whatever language its messages are.
/// Source: PostgreSQL 15 documentation, appendix A.
struct SQLState: Hashable, Sendable {
  let code: String

  init(_ code: some StringProtocol) { self.code = String(code) }

  /// The class: the first two characters.
  private var condition: Substring { code.prefix(2) }

  /// What it means for an office: whether trying again helps, and who must look.
  var meaning: StoreError.Code {
    switch code {
    case "XX001", "XX002": return .corrupt  // data_corrupted, index_corrupted
    case "42501", "42P04", "42602": return .misconfigured  // insufficient_privilege, duplicate_database, invalid_name
    default: break
    }
    switch condition {
    // A value that the database cannot take, a rule that was broken, a table that is not as we made it.
    case "22", "23", "42": return .corrupt
    // Wrong user or password, no such database, no such schema.
    case "28", "3D", "3F": return .misconfigured
    // 08 connection, 25 transaction state (a standby, a time limit), 40 serialization failure and deadlock,
    // 53 resources (disk full, too many connections), 55 not in this state (lock timeout), 57 operator (shutdown,
    // cancelled), 58 the system, and what we do not know: the transaction is tried again.
    default: return .unavailable
    }
  }

  /// What it says, in our words: the server's may quote values.
  var words: String {
    let words: [String: String] = [
      "28P01": "wrong user or password", "28000": "the server does not let this user in",
      "3D000": "there is no such database", "42501": "this user lacks a privilege",
      "53100": "the server's disk is full", "53300": "the server has too many connections",
      "57P01": "the server ended the connection", "57P02": "the server crashed", "57P03": "the server is not ready",
      "40001": "serialization failure", "40P01": "deadlock", "55P03": "lock timeout", "57014": "cancelled",
      "23505": "a key exists already", "23514": "a check failed", "25006": "the server is read-only",
      "25P03": "the transaction was idle too long", "22021": "a text has a character that the server cannot store",
    ]
    return words[code].map { "\($0) (\(code))" } ?? "SQLSTATE \(code)"
  }
}
