import ClaimModel
import Messages

/// What a desk is given to handle one message, and what it hands back beside the cases.
public struct DeskContext<Part> {
  /// The message being handled.
  public let message: MessageKey
  /// The time.
  public let now: Timestamp

  private let numbers: (String) throws(StoreError) -> Int64
  private(set) var outgoing: [Outgoing] = []
  private(set) var parts: [(key: String, part: Part)] = []
  private(set) var facts: [Fact] = []
  private(set) var ledgerLines: [LedgerLine] = []
  private(set) var reminders: [ReminderWish] = []
  /// Why a person must look at the message all the same; `nil` when it is done with.
  private(set) var parkingReason: String?
  /// A failure of the store while a number was drawn; the runtime undoes the batch.
  private(set) var storeError: StoreError?

  /// A context for one message. `numbers` draws from the store's sequences.
  public init(message: MessageKey, now: Timestamp, numbers: @escaping (String) throws(StoreError) -> Int64) {
    self.message = message
    self.now = now
    self.numbers = numbers
  }

  /// The id of the message being handled.
  public var messageID: MessageID { message.id }

  /// Sends a message once the batch is committed.
  public mutating func send(_ message: Outgoing) { outgoing.append(message) }

  /// Sends a message between offices; see ``Outgoing/init(_:specialty:)``.
  public mutating func send(_ message: OfficeMessage, specialty: Specialty? = nil) {
    outgoing.append(Outgoing(message, specialty: specialty))
  }

  /// Hands the message to a person although it is handled: what the desk decides is committed and sent, and the message
  /// itself goes to the parking lot with the reason. Sent again from there it is parked again, since it was handled.
  ///
  /// For a message that must not be dealt with as usual and whose sender still waits for an answer. One that changes
  /// nothing is refused with ``Refusal/never(_:)``. The reason quotes nothing of the message but ids.
  public mutating func park(_ reason: String) { parkingReason = reason }

  /// Contributes a part to the bundle that the batch makes under `key`.
  public mutating func contribute(_ part: Part, to key: String) { parts.append((key, part)) }

  /// Tells the journal that something became true.
  public mutating func record(_ fact: Fact) { facts.append(fact) }

  /// Appends a line to the ledger, caused by this message.
  public mutating func post(visit: VisitID, debit: String, credit: String, amount: Money, memo: String) {
    ledgerLines.append(
      LedgerLine(
        cause: message, ordinal: ledgerLines.count, visit: visit, debit: debit, credit: credit, amount: amount,
        memo: memo))
  }

  /// Asks to be reminded of a case at `due`, in place of an earlier reminder of the case for this purpose. It is written
  /// with the cases.
  ///
  /// When the time has come the desk is given a message to read, of type `MessageType.reminderDue`:
  /// ``Reminder/init(reading:)`` reads it. It is handled like every other one, after `due` and not before, once. `due` is
  /// a moment of the office's clock; one that has passed already means soon.
  public mutating func remind(of caseKey: CaseKey, for purpose: String, at due: Timestamp) {
    reminders.append(ReminderWish(key: ReminderKey(caseKey, purpose: purpose), due: due))
  }

  /// Takes a reminder back; does nothing where there is none.
  public mutating func cancelReminder(of caseKey: CaseKey, for purpose: String) {
    reminders.append(ReminderWish(key: ReminderKey(caseKey, purpose: purpose), due: nil))
  }

  /// The next number of a sequence of this office, from 1.
  /// - Throws: ``Refusal`` when the store fails; the whole batch is then undone and done again.
  public mutating func nextNumber(of sequence: String) throws(Refusal) -> Int64 {
    do {
      return try numbers(sequence)
    } catch {
      storeError = error
      throw .later("the store failed while a number was drawn")
    }
  }
}

/// Something that became true by handling a message, as the journal tells it: no patient data.
public struct Fact: Hashable, Sendable {
  /// The visit.
  public var visit: VisitID
  /// What became true.
  public var what: What

  /// A fact about `visit`.
  public init(visit: VisitID, _ what: What) {
    self.visit = visit
    self.what = what
  }

  /// What became true.
  public enum What: Hashable, Sendable {
    /// The visit is now in `name` at an office; `sequence` counts its changes there, `open` is what stands open on
    /// the account (billing only), `isFinal` says that nothing more is expected.
    case state(office: String, name: String, sequence: Int, open: Money, isFinal: Bool)
    /// Money moved on the account.
    case movement(kind: MovementKind, amount: Money)
    /// A payer denied an amount.
    case denial(payer: PayerID, group: AdjustmentGroup, reason: AdjustmentReason, remarks: [RemarkCode], amount: Money)
    /// A simulated payer made trouble on purpose, by the rule.
    case injection(payer: PayerID, rule: String)
    /// A claim came a step further: to whom it went, who rendered the services, whose coders coded them, which claim of
    /// the visit it is, and its charge or what was paid.
    case claim(
      step: ClaimStep, payer: PayerID, provider: NPI, specialty: Specialty, submission: Int, amount: Money)
  }

  /// How a claim goes on.
  public enum ClaimStep: String, Hashable, Sendable, CaseIterable {
    /// Sent.
    case sent
    /// Its batch was refused for its syntax.
    case batchRejected = "batch-rejected"
    /// Refused by the front end.
    case rejected
    /// Taken by the front end.
    case accepted
    /// Decided on, and nothing paid or left to the patient.
    case denied
    /// Decided on, and something paid or left to the patient.
    case paid
    /// A decision on it was taken back.
    case reversed
  }

  /// How money moves on an account.
  public enum MovementKind: String, Hashable, Sendable, CaseIterable {
    /// A charge for a service.
    case charged
    /// The insurer paid.
    case insurerPaid = "insurer-paid"
    /// A contractual adjustment.
    case adjusted
    /// A write-off.
    case writtenOff = "written-off"
    /// The patient paid.
    case patientPaid = "patient-paid"
  }
}
