/// What a run of the offices came to, looked at from outside: queues, stores, journal, ledger and report.
public struct Outcome: Sendable {
  /// What `dashboard report --format json` says.
  public var report: Report
  /// What `biller-worker ledger` found wrong; empty when nothing is.
  public var ledgerFindings: String
  /// What the stores of all offices hold of each visit.
  public var visits: [String: VisitOutcome]
  /// Claims that a payer's store holds more than once, by their control numbers.
  public var claimsTakenTwice: [String]
  /// What is in the parking lots.
  public var parked: [ParkedMessage]
  /// Every queue.
  public var queues: [QueueState]
  /// How many records the journal holds.
  public var journalRecords: Int
  /// How many of them tell again of a message that was told of: it came twice, and its receipt was found.
  public var journalRepetitions: Int

  /// An outcome of its parts.
  public init(
    report: Report, ledgerFindings: String, visits: [String: VisitOutcome], claimsTakenTwice: [String],
    parked: [ParkedMessage], queues: [QueueState], journalRecords: Int, journalRepetitions: Int
  ) {
    self.report = report
    self.ledgerFindings = ledgerFindings
    self.visits = visits
    self.claimsTakenTwice = claimsTakenTwice
    self.parked = parked
    self.queues = queues
    self.journalRecords = journalRecords
    self.journalRepetitions = journalRepetitions
  }

  /// `dashboard report --format json`.
  public struct Report: Codable, Hashable, Sendable {
    /// Where visits stand.
    public struct Visits: Codable, Hashable, Sendable {
      /// How many are known.
      public var total: Int
      /// How many are final.
      public var final: Int
      /// How many are in each state.
      public var byState: [String: Int]

      /// Counts.
      public init(total: Int, final: Int, byState: [String: Int]) {
        self.total = total
        self.final = final
        self.byState = byState
      }
    }

    /// Refusals for one reason.
    public struct Denial: Codable, Hashable, Sendable {
      /// The payer.
      public var payer: String
      /// Group and reason.
      public var reason: String
      /// The remarks.
      public var remarks: String
      /// How many.
      public var count: Int
      /// For how much.
      public var amount: String
    }

    /// Where visits stand.
    public var visits: Visits
    /// Sums by kind.
    public var money: [String: String]
    /// Whether debits and credits agree.
    public var isBalanced: Bool
    /// Refusals.
    public var denials: [Denial]
    /// How many recode requests were handled.
    public var recodeRequests: Int
    /// Messages parked, by reason.
    public var parked: [String: Int]

    /// A report without refusals and parked messages.
    public init(visits: Visits, money: [String: String], isBalanced: Bool, recodeRequests: Int) {
      self.visits = visits
      self.money = money
      self.isBalanced = isBalanced
      self.recodeRequests = recodeRequests
      denials = []
      parked = [:]
    }
  }

  /// What the offices hold of one visit, each aspect by a name such as `billing.charged`.
  public struct VisitOutcome: Hashable, Sendable {
    /// Whether nothing more is to come.
    public var isFinal = false
    /// The aspects. Numbers that depend on the order of messages, such as those of interchanges, are not among them.
    public var aspects: [String: String] = [:]

    /// Nothing yet.
    public init() {}
  }

  /// A message in a parking lot.
  public struct ParkedMessage: Hashable, Sendable {
    /// The parking lot.
    public var queue: String
    /// Why it is there.
    public var reason: String
    /// What it is about.
    public var correlation: String

    /// A message of its parts.
    public init(queue: String, reason: String, correlation: String) {
      self.queue = queue
      self.reason = reason
      self.correlation = correlation
    }
  }

  /// A queue as the broker describes it.
  public struct QueueState: Codable, Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Messages to be handed out.
    public var ready: Int
    /// Messages handed out and not acknowledged.
    public var unacknowledged: Int
    /// Who consumes it.
    public var consumers: Int

    /// A state of its parts.
    public init(name: String, ready: Int, unacknowledged: Int, consumers: Int) {
      self.name = name
      self.ready = ready
      self.unacknowledged = unacknowledged
      self.consumers = consumers
    }

    /// As `rabbitmqctl list_queues --formatter json` names them.
    enum CodingKeys: String, CodingKey {
      case name
      case ready = "messages_ready"
      case unacknowledged = "messages_unacknowledged"
      case consumers
    }
  }
}
