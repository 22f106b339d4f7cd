import ClaimModel

/// An office's store: cases, receipts, ledger lines, reminders and number sequences, changed in transactions.
///
/// The calls block. Several workers of one office may use one store at once: a transaction sees the cases it loads
/// locked until it ends, and a transaction that begins by reading through all cases or the ledger sees one moment.
///
/// Two transactions that wait for each other, create the same case or handle the same message end with one of them
/// undone and ``StoreError`` code `unavailable`: run again, it sees what the other one did.
public protocol Store: AnyObject, Sendable {
  /// Runs `body` in a transaction that is committed durably when `body` returns and undone when it throws. What is
  /// written may reach the database late, so a rule that a write breaks may be told only at the end.
  /// - Throws: ``StoreError``.
  func transaction<Result>(_ body: (any StoreTransaction) throws(StoreError) -> Result) throws(StoreError) -> Result

  /// When the next reminder is to be called; `nil` when none is. Tells what is committed, and waits for nobody.
  /// - Throws: ``StoreError``.
  func nextCall() throws(StoreError) -> Timestamp?

  /// Closes the store; further calls throw.
  func close()
}

/// What can be done within a transaction.
public protocol StoreTransaction {
  /// The receipts of those of `messages` that were handled before.
  func receipts(for messages: [MessageKey]) throws(StoreError) -> [MessageKey: [UInt8]]

  /// The bodies of those of `keys` that exist, locked until the transaction ends. They are locked in an
  /// order that is the same for all workers.
  func loadCases(_ keys: [CaseKey]) throws(StoreError) -> [CaseKey: [UInt8]]

  /// Writes cases, new or changed.
  func saveCases(_ cases: [(key: CaseKey, body: [UInt8])]) throws(StoreError)

  /// Writes the receipts of messages handled in this transaction.
  func saveReceipts(_ receipts: [(message: MessageKey, body: [UInt8])], at time: Timestamp) throws(StoreError)

  /// Appends ledger lines; for one visit a line's cause and ordinal may occur once only.
  func append(_ lines: [LedgerLine]) throws(StoreError)

  /// Deletes receipts of messages handled before a moment, the oldest first.
  /// - Returns: how many were deleted: at most `limit`.
  func purgeReceipts(handledBefore: Timestamp, limit: Int) throws(StoreError) -> Int

  /// Those of the reminders of these names that stand, locked until the transaction ends. A transaction that also loads
  /// cases does that before.
  func reminders(_ keys: [ReminderKey]) throws(StoreError) -> [ReminderKey: Reminder]

  /// Writes reminders, in place of others of the same names; each is to be called when it is due.
  func saveReminders(_ reminders: [Reminder]) throws(StoreError)

  /// Removes the reminders of these names, where there are such.
  func removeReminders(_ keys: [ReminderKey]) throws(StoreError)

  /// Keeps the reminders of these names standing, to be called by nobody any more.
  func holdReminders(_ keys: [ReminderKey]) throws(StoreError)

  /// Takes reminders that are to be called at `moment` or before, the first of them and `limit` at most, but none that
  /// another transaction holds; from then on each is to be called at `again`.
  /// - Returns: the reminders, in the order in which they are due.
  func callReminders(until moment: Timestamp, limit: Int, again: Timestamp) throws(StoreError) -> [Reminder]

  /// A number of a sequence, from 1, that nobody was given before. Numbers may be left out.
  func nextNumber(of sequence: String) throws(StoreError) -> Int64

  /// Calls `body` with each case of a kind, in the order of ids.
  func forEachCase(ofKind kind: String, _ body: (CaseKey, [UInt8]) -> Void) throws(StoreError)

  /// Calls `body` with each ledger line, in the order they were appended.
  func forEachLedgerLine(_ body: (LedgerLine) -> Void) throws(StoreError)
}

/// The name of a case: something an office keeps between messages.
public struct CaseKey: Hashable, Comparable, Sendable {
  /// What kind of case: `account`, `claim`.
  public var kind: String
  /// Which one: a visit id, a claim number.
  public var id: String

  /// The case `id` of `kind`.
  public init(kind: String, id: String) {
    self.kind = kind
    self.id = id
  }

  /// Takes in the id: a store has few kinds of cases of one id.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// Orders by kind, then id: the order in which cases are locked.
  public static func < (left: CaseKey, right: CaseKey) -> Bool { (left.kind, left.id) < (right.kind, right.id) }

  /// Puts keys in their order. Not generic and on its own, because the compiler does not carry generic code that sorts into
  /// the modules of the desks.
  @inline(never)
  static func sort(_ keys: inout [CaseKey]) { if keys.count > 1 { keys.sort() } }
}

/// One line of the double-entry ledger: an amount that moves from the credit account to the debit account.
public struct LedgerLine: Hashable, Sendable {
  /// The message that caused it.
  public var cause: MessageKey
  /// Its place among the lines of that message, from 0.
  public var ordinal: Int
  /// The visit.
  public var visit: VisitID
  /// The account that is debited.
  public var debit: String
  /// The account that is credited.
  public var credit: String
  /// The amount, above zero.
  public var amount: Money
  /// What it is for: `charge`, `insurer-payment`.
  public var memo: String

  /// A line of its parts.
  public init(
    cause: MessageKey, ordinal: Int, visit: VisitID, debit: String, credit: String, amount: Money, memo: String
  ) {
    self.cause = cause
    self.ordinal = ordinal
    self.visit = visit
    self.debit = debit
    self.credit = credit
    self.amount = amount
    self.memo = memo
  }
}

/// What went wrong in a store.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of thing went wrong.
  public enum Code: String, Hashable, Sendable {
    /// Locked, full, or out of reach. Trying again may help.
    case unavailable
    /// A case or receipt cannot be read, or a rule of the store was broken. A person must look.
    case corrupt
    /// Written by a newer version of this program.
    case tooNew
    /// The URL or path is wrong.
    case misconfigured
  }

  /// What kind of thing went wrong.
  public var code: Code
  /// What was being done.
  public var operation: String
  /// The driver's words, without values.
  public var reason: String

  /// An error of the given kind.
  public init(_ code: Code, operation: String, reason: String) {
    self.code = code
    self.operation = operation
    self.reason = reason
  }

  /// One line: operation and reason.
  public var description: String { "\(operation): \(reason)" }
}
