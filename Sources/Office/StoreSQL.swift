/// What stores ask of their database: one text for all of them.
public struct StoreSQL: Sendable {
  /// `name, number` of subjects. Parameters: a name for each row.
  public let subjects: RowStatement
  /// Gives names that must not have one a number: `name, number`. Parameters: a name for each row.
  public let addSubjects: RowStatement
  /// `correlation, message_id, number, outgoing`, a row for each message that is asked for: without a number when its
  /// subject has none, without the last when it has no receipt. Parameters for each row: correlation, message id.
  public let receipts: RowStatement
  /// `message_id, outgoing` of receipts from before receipts had subjects. Parameters: a message id for each row.
  public let earlierReceipts: RowStatement
  /// `subject, body` of cases of one kind, locked in the order of subjects. Parameters: the kind, then a subject's number
  /// for each row.
  public let loadCases: RowStatement
  /// Writes cases that must not exist. Parameters for each row: subject, kind, body.
  public let insertCases: RowStatement
  /// Writes cases, new or not. Parameters for each row: subject, kind, body.
  public let saveCases: RowStatement
  /// Writes receipts. Parameters for each row: subject, message id, outgoing, handled at.
  public let saveReceipts: RowStatement
  /// Appends ledger lines. Parameters for each row: the visit's number, cause, the number of what the cause is about,
  /// ordinal, debit, credit, cents, memo.
  public let append: RowStatement
  /// `subject, kind, purpose, due_at, cause` of reminders, locked in their order. Parameters for each row: subject, kind,
  /// purpose.
  public let reminders: RowStatement
  /// Writes reminders, new or not. Parameters for each row: subject, kind, purpose, due at, call at, cause.
  public let saveReminders: RowStatement
  /// Removes reminders. Parameters for each row: subject, kind, purpose.
  public let removeReminders: RowStatement
  /// Lets nobody call reminders any more. Parameters for each row: subject, kind, purpose.
  public let holdReminders: RowStatement
  /// Puts the next call of reminders off and gives their `name, kind, purpose, due_at, cause`, in no order. Parameters: the
  /// next call, the moment up to which they are to be called, the most of them.
  public let callReminders: String
  /// When the next reminder is to be called; one row, empty when none is.
  public let nextCall: String
  /// Draws numbers of a sequence and gives the last of them. Parameters: the sequence's name, how many.
  public let drawNumbers: String
  /// `name, body` of all cases of a kind, in the order of names. Parameter: the kind.
  public let casesOfKind: String
  /// `visit, cause, correlation, ordinal, debit, credit, cents, memo` of all ledger lines, as they were appended.
  public let ledger: String
  /// Deletes the oldest receipts. Parameters: the moment before which they were handled, the most to delete.
  public let purgeReceipts: String
  /// The same for the receipts that have no subject, all of which are older.
  public let purgeEarlierReceipts: String

  /// The statements in a dialect.
  public init(_ dialect: SQLDialect) {
    func rows(_ name: String, _ head: String, _ row: String, _ tail: String = "") -> RowStatement {
      RowStatement(name: name, head: head, row: row, tail: tail, dialect: dialect)
    }
    let insertCases = "INSERT INTO cases (subject, kind, version, body) VALUES "
    subjects = rows("subjects", "SELECT name, number FROM subjects WHERE name IN (", "?", ")")
    addSubjects = rows("add_subjects", "INSERT INTO subjects (name) VALUES ", "(?)", " RETURNING name, number")
    // A subquery, not a join: for a join a planner that knows nothing of the table yet may take half of the key.
    receipts = rows(
      "receipts",
      """
      SELECT column1, column2, number,
        (SELECT outgoing FROM receipts WHERE subject = number AND message_id = column2)
      FROM (VALUES
      """ + " ", "(?, ?)", ") AS wanted LEFT JOIN subjects ON name = column1")
    earlierReceipts = rows(
      "earlier_receipts", "SELECT message_id, outgoing FROM earlier_receipts WHERE message_id IN (", "?", ")")
    loadCases = rows(
      "load_cases", "SELECT subject, body FROM cases WHERE kind = ? AND subject IN (", "?",
      ") ORDER BY subject\(dialect.rowLock)")
    self.insertCases = rows("insert_cases", insertCases, "(?, ?, 1, ?)")
    saveCases = rows(
      "save_cases", insertCases, "(?, ?, 1, ?)",
      " ON CONFLICT (subject, kind) DO UPDATE SET version = cases.version + 1, body = excluded.body")
    saveReceipts = rows(
      "save_receipts", "INSERT INTO receipts (subject, message_id, outgoing, handled_at) VALUES ", "(?, ?, ?, ?)")
    append = rows(
      "append", "INSERT INTO ledger (visit, cause, subject, ordinal, debit, credit, cents, memo) VALUES ",
      "(?, ?, ?, ?, ?, ?, ?, ?)")
    let reminderKey = "(subject, kind, purpose)"
    // Not the values themselves: SQLite would read the whole table for them.
    let amongReminders = " WHERE \(reminderKey) IN (SELECT * FROM (VALUES "
    let wanted = ") AS wanted)"
    reminders = rows(
      "reminders", "SELECT subject, kind, purpose, due_at, cause FROM reminders\(amongReminders)", "(?, ?, ?)",
      "\(wanted) ORDER BY subject, kind, purpose\(dialect.rowLock)")
    saveReminders = rows(
      "save_reminders", "INSERT INTO reminders (subject, kind, purpose, due_at, call_at, cause) VALUES ",
      "(?, ?, ?, ?, ?, ?)",
      """
       ON CONFLICT \(reminderKey) DO UPDATE SET
        due_at = excluded.due_at, call_at = excluded.call_at, cause = excluded.cause
      """)
    removeReminders = rows("remove_reminders", "DELETE FROM reminders\(amongReminders)", "(?, ?, ?)", wanted)
    holdReminders = rows(
      "hold_reminders", "UPDATE reminders SET call_at = NULL\(amongReminders)", "(?, ?, ?)", wanted)
    callReminders = dialect.numbered(
      """
      UPDATE reminders SET call_at = ? WHERE \(reminderKey) IN (
        SELECT subject, kind, purpose FROM reminders
        WHERE call_at <= ? ORDER BY call_at LIMIT ?\(dialect.rowLockSkippingLocked))
      RETURNING (SELECT name FROM subjects WHERE number = subject), kind, purpose, due_at, cause
      """)
    nextCall = "SELECT min(call_at) FROM reminders"
    drawNumbers = dialect.numbered(
      """
      INSERT INTO sequences (name, last) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET last = sequences.last + excluded.last RETURNING last
      """)
    // SQLite joins in the order that is written here: the rows come in theirs, and nothing is sorted in memory.
    casesOfKind = dialect.numbered(
      """
      SELECT name, body FROM subjects CROSS JOIN cases WHERE subject = number AND kind = ? ORDER BY name
      """)
    ledger = """
      SELECT visits.name, cause, subjects.name, ordinal, debit, credit, cents, memo
      FROM ledger CROSS JOIN subjects AS visits CROSS JOIN subjects
      WHERE visits.number = visit AND subjects.number = subject ORDER BY position
      """
    func purge(_ table: String, _ key: String) -> String {
      dialect.numbered(
        """
        DELETE FROM \(table) WHERE (\(key)) IN (
          SELECT \(key) FROM \(table) WHERE handled_at < ? ORDER BY handled_at LIMIT ?\(dialect.rowLockSkippingLocked))
        """)
    }
    purgeReceipts = purge("receipts", "subject, message_id")
    purgeEarlierReceipts = purge("earlier_receipts", "message_id")
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
