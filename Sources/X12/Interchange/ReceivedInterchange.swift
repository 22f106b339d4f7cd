/// An interchange that was read, sound or not.
public struct ReceivedInterchange<Content: Sendable>: Sendable {
  /// Who sent it; `nil` when the header cannot be read at all.
  public var envelope: InterchangeEnvelope?
  /// Its control number as it was sent (ISA13).
  public var controlNumber: String
  /// What is wrong with the envelope.
  public var faults: [EnvelopeFault]
  /// The functional groups.
  public var groups: [ReceivedGroup<Content>]
  /// The answers to other interchanges that it carries (TA1).
  public var acknowledgments: [InterchangeAcknowledgment] = []
  /// The delimiters that it uses; `nil` when the header cannot be read at all.
  public internal(set) var delimiters: Delimiters?
  /// Its date as it was sent (ISA09); a TA1 repeats it and the time.
  public internal(set) var dateText = ""
  /// Its time as it was sent (ISA10).
  public internal(set) var timeText = ""
  /// Whether a TA1 is asked for (ISA14 = 1).
  public internal(set) var asksForAcknowledgment = false
  /// Whether it is no interchange of its own but tells of segments behind the end of one, whose header it repeats: they are in
  /// no interchange and not read.
  public internal(set) var isRemainder = false

  /// Whether the envelope is sound. If not, the interchange is to be answered with a TA1 and not processed.
  public var isSound: Bool { faults.isEmpty }

  /// What all accepted transactions say; empty when the envelope or their group is broken.
  public var accepted: [Content] {
    guard isSound else { return [] }
    // No key paths: of a generic type they are made anew at each call, which takes longer than a short interchange.
    var contents: [Content] = []
    for group in groups where group.faults.isEmpty {
      for transaction in group.transactions { if let content = transaction.content { contents.append(content) } }
    }
    return contents
  }
}

/// A functional group that was read.
public struct ReceivedGroup<Content: Sendable>: Sendable {
  /// What kind of transactions it holds (GS01).
  public var functionalID: String
  /// The application that sent it (GS02).
  public var sender: String
  /// The application it is for (GS03).
  public var receiver: String
  /// Its control number (GS06).
  public var controlNumber: String
  /// The implementation guide (GS08).
  public var version: String
  /// What is wrong with the group itself.
  public var faults: [GroupFault]
  /// The number of transactions that GE01 claims; what was found when it cannot be read.
  public var includedCount: Int
  /// The transactions.
  public var transactions: [ReceivedTransaction<Content>]

  /// Whether it answers another group (997, 999). Answers are not answered: two systems would go on for ever.
  public var isAcknowledgment: Bool { functionalID == "FA" }
}

/// A transaction that was read.
public struct ReceivedTransaction<Content: Sendable>: Sendable {
  /// Which transaction set it is (ST01).
  public var setID: String
  /// Its control number (ST02).
  public var controlNumber: String
  /// The implementation guide (ST03); empty when it was not sent.
  public var version: String
  /// How many segments it has, ST and SE included.
  public var segmentCount: Int
  /// What is wrong with it as a whole.
  public var faults: [TransactionFault]
  /// What is wrong with its segments.
  public var segmentFaults: [SegmentFault]
  /// What is wrong with its segments and does no harm: it is told in the 999 and the transaction is accepted all the same.
  public var notes: [SegmentFault] = []
  /// What it says; `nil` when it is rejected.
  public var content: Content?

  /// Whether it is free of errors. One that is not is rejected as a whole.
  public var isAccepted: Bool { faults.isEmpty && segmentFaults.isEmpty }
}
