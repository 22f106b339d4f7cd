/// What stores ask of their database: one text for all of them.
public struct StoreSQL: Sendable {
  /// `message_id, outgoing` of receipts. Parameters: a message id for each row.
  public let receipts: RowStatement
  /// `id, body` of cases of one kind, locked in the order of ids. Parameters: the kind, then an id for each row.
  public let loadCases: RowStatement
  /// Writes cases that must not exist. Parameters for each row: kind, id, body.
  public let insertCases: RowStatement
  /// Writes cases, new or not. Parameters for each row: kind, id, body.
  public let saveCases: RowStatement
  /// Writes receipts. Parameters for each row: message id, outgoing, handled at.
  public let saveReceipts: RowStatement
  /// Appends ledger lines. Parameters for each row: cause, ordinal, visit, debit, credit, cents, memo.
  public let append: RowStatement
  /// Draws numbers of a sequence and gives the last of them. Parameters: the sequence's name, how many.
  public let drawNumbers: String
  /// `id, body` of all cases of a kind, in the order of ids. Parameter: the kind.
  public let casesOfKind: String
  /// `cause, ordinal, visit, debit, credit, cents, memo` of all ledger lines, as they were appended.
  public let ledger: String
  /// Deletes the oldest receipts. Parameters: the moment before which they were handled, the most to delete.
  public let purgeReceipts: String

  /// The statements in a dialect.
  public init(_ dialect: SQLDialect) {
    func rows(_ name: String, _ head: String, _ row: String, _ tail: String = "") -> RowStatement {
      RowStatement(name: name, head: head, row: row, tail: tail, dialect: dialect)
    }
    let insertCases = "INSERT INTO cases (kind, id, version, body) VALUES "
    receipts = rows("receipts", "SELECT message_id, outgoing FROM receipts WHERE message_id IN (", "?", ")")
    loadCases = rows(
      "load_cases", "SELECT id, body FROM cases WHERE kind = ? AND id IN (", "?", ") ORDER BY id\(dialect.rowLock)")
    self.insertCases = rows("insert_cases", insertCases, "(?, ?, 1, ?)")
    saveCases = rows(
      "save_cases", insertCases, "(?, ?, 1, ?)",
      " ON CONFLICT (kind, id) DO UPDATE SET version = cases.version + 1, body = excluded.body")
    saveReceipts = rows(
      "save_receipts", "INSERT INTO receipts (message_id, outgoing, handled_at) VALUES ", "(?, ?, ?)")
    append = rows(
      "append", "INSERT INTO ledger (cause, ordinal, visit, debit, credit, cents, memo) VALUES ",
      "(?, ?, ?, ?, ?, ?, ?)")
    drawNumbers = dialect.numbered(
      """
      INSERT INTO sequences (name, last) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET last = sequences.last + excluded.last RETURNING last
      """)
    casesOfKind = dialect.numbered("SELECT id, body FROM cases WHERE kind = ? ORDER BY id")
    ledger = "SELECT cause, ordinal, visit, debit, credit, cents, memo FROM ledger ORDER BY position"
    purgeReceipts = dialect.numbered(
      """
      DELETE FROM receipts WHERE message_id IN (
        SELECT message_id FROM receipts WHERE handled_at < ? ORDER BY handled_at LIMIT ?\(dialect.rowLockSkippingLocked))
      """)
  }
}

/// A statement about several rows at once.
///
/// A round trip to the database, or the driver's work for one execution, costs more than a row. So that drivers can
/// keep the statements prepared there are only a few sizes of them: powers of two, up to ``largest``.
public struct RowStatement: Sendable {
  /// The most rows of one statement.
  public static let largest = 128

  /// What the statement does: a name for it, without its size.
  public let name: String
  private let texts: [String]

  init(name: String, head: String, row: String, tail: String, dialect: SQLDialect) {
    self.name = name
    var texts: [String] = []
    var count = 1
    while count <= RowStatement.largest {
      texts.append(
        dialect.numbered(head + Array(repeating: row, count: count).joined(separator: ", ") + tail))
      count *= 2
    }
    self.texts = texts
  }

  /// The text for `count` rows, one of the sizes that ``runs(of:)`` makes.
  public func text(rows count: Int) -> String { texts[count.trailingZeroBitCount] }

  /// Cuts `count` rows into runs, each as long as there is a statement for.
  public static func runs(of count: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < count {
      var size = largest
      while size > count - start { size /= 2 }
      runs.append(start..<start + size)
      start += size
    }
    return runs
  }
}
