/// The answer to one functional group, transaction by transaction: the content of one 999 transaction (005010X231A1).
///
/// The group is named by its control number, its transactions by theirs; a 999 knows nothing of claims.
public struct ImplementationAcknowledgment: Hashable, Sendable {
  /// What kind of group is answered (AK101), for instance `HC`.
  public var functionalID: String
  /// The group's control number (AK102); our writers make it the interchange's control number.
  public var groupControlNumber: String
  /// The group's implementation guide (AK103).
  public var version: String
  /// The answers to its transactions.
  public var transactions: [TransactionAnswer]
  /// What is wrong with the group itself (AK905 to AK909).
  public var groupFaults: [GroupFault]
  /// The verdict on the group (AK901).
  public var verdict: Verdict
  /// The number of transactions the group claimed to have (AK902).
  public var includedCount: Int

  /// An answer to a group.
  public init(
    functionalID: String, groupControlNumber: String, version: String, transactions: [TransactionAnswer],
    groupFaults: [GroupFault] = [], verdict: Verdict, includedCount: Int
  ) {
    self.functionalID = functionalID
    self.groupControlNumber = groupControlNumber
    self.version = version
    self.transactions = transactions
    self.groupFaults = groupFaults
    self.verdict = verdict
    self.includedCount = includedCount
  }

  /// The number of accepted transactions (AK904).
  public var acceptedCount: Int { transactions.count { $0.isAccepted } }

  /// The verdict on a group.
  /// Source: X12 data element 715.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// Everything is accepted.
    case accepted = "A"
    /// Accepted, though errors were noted.
    case acceptedWithErrors = "E"
    /// Some transactions are accepted.
    case partiallyAccepted = "P"
    /// Nothing is accepted.
    case rejected = "R"
  }

  /// The answer to one transaction (AK2 to IK5).
  public struct TransactionAnswer: Hashable, Sendable {
    /// Which transaction set it is (AK201).
    public var setID: String
    /// Its control number (AK202).
    public var controlNumber: String
    /// Its implementation guide (AK203); empty when not known.
    public var version: String
    /// Whether it is processed (IK501 A or E).
    public var isAccepted: Bool
    /// What is wrong with it as a whole (IK502 to IK506).
    public var faults: [TransactionFault]
    /// What is wrong with its segments (IK3, IK4).
    public var segmentFaults: [SegmentFault]

    /// An answer to a transaction.
    public init(
      setID: String, controlNumber: String, version: String, isAccepted: Bool, faults: [TransactionFault] = [],
      segmentFaults: [SegmentFault] = []
    ) {
      self.setID = setID
      self.controlNumber = controlNumber
      self.version = version
      self.isAccepted = isAccepted
      self.faults = faults
      self.segmentFaults = segmentFaults
    }
  }
}

extension ReceivedGroup {
  /// What to answer to the group: each transaction accepted or rejected as a whole; accepted with errors when what is wrong
  /// does no harm.
  public var acknowledgment: ImplementationAcknowledgment {
    let isGroupSound = faults.isEmpty
    let answers = transactions.map { transaction in
      ImplementationAcknowledgment.TransactionAnswer(
        setID: transaction.setID, controlNumber: transaction.controlNumber, version: transaction.version,
        isAccepted: isGroupSound && transaction.isAccepted, faults: transaction.faults,
        segmentFaults: transaction.segmentFaults + transaction.notes)
    }
    let accepted = answers.count { $0.isAccepted }
    let verdict: ImplementationAcknowledgment.Verdict =
      !isGroupSound || accepted == 0
      ? .rejected
      : accepted < answers.count
        ? .partiallyAccepted : answers.allSatisfy { $0.segmentFaults.isEmpty } ? .accepted : .acceptedWithErrors
    return ImplementationAcknowledgment(
      functionalID: functionalID, groupControlNumber: controlNumber, version: version, transactions: answers,
      groupFaults: faults, verdict: verdict, includedCount: includedCount)
  }
}
