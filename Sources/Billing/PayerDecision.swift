import ClaimModel

/// A payer's decision, as far as the account must remember it.
public struct PayerDecision: Hashable, Sendable {
  /// The payer's number (CLP07).
  public var number: PayerClaimNumber
  /// The submission it answers.
  public var submission: Int
  /// What became of the claim; `ClaimPaymentStatus.reversal` for the taking back of another decision.
  public var status: ClaimPaymentStatus
  /// What the payer paid.
  public var paid: Money
  /// What was given up by contract.
  public var adjusted: Money
  /// What is the patient's.
  public var patient: Money
  /// What was refused and stays open.
  public var refused: Money
  /// What was refused and then written off.
  public var writtenOff: Money
  /// As what it was written off; `nil` when nothing was.
  public var writeOffKind: LedgerEntry.Kind?
  /// Why it was refused, and how much for each reason.
  public var refusals: [Refused]
  /// The day it came; `nil` in accounts of earlier versions.
  public var decided: CalendarDate?
  /// What was decided line by line and on the claim as a whole, for the next payer; `nil` when there is none.
  public var explanation: Explanation?
  /// Whether the payer only says that it decided on all lines before (OA-18).
  public var isDuplicate: Bool
  /// Whether the claim was returned as unprocessable (RARC MA130), or was made for another member than the visit's: a new
  /// claim is sent, not a replacement.
  public var isUnprocessable: Bool
  /// Whether the payer has sent the claim on to the next one.
  public var isForwarded: Bool
  /// Whether it pays beside a decision that stands: then only its payment is posted, and the rest when the other decision
  /// is taken back.
  public var isExtra: Bool
  /// Of a decision: whether it was taken back. Of a reversal: whether the decision it takes back has come.
  public var isPaired: Bool
  /// Whether the practice was asked about what this decision refuses.
  public var isPracticeAsked: Bool
  /// Whether the coding office stands by the codes that this decision refuses.
  public var isCodingUpheld: Bool
  /// Why it does: codes, rules and places in the chart, never the chart's words. An appeal gives them.
  public var codingReasons: [String]

  /// The most reasons that are kept; a claim has at most fifty lines.
  static let maximumReasons = 100

  /// A decision of its parts.
  public init(
    number: PayerClaimNumber, submission: Int, status: ClaimPaymentStatus, paid: Money, adjusted: Money = .zero,
    patient: Money = .zero, refused: Money = .zero, writtenOff: Money = .zero, writeOffKind: LedgerEntry.Kind? = nil,
    refusals: [Refused] = [], decided: CalendarDate? = nil,
    explanation: Explanation? = nil, isDuplicate: Bool = false, isUnprocessable: Bool = false,
    isForwarded: Bool = false, isExtra: Bool = false, isPaired: Bool = false, isPracticeAsked: Bool = false,
    isCodingUpheld: Bool = false,
    codingReasons: [String] = []
  ) {
    self.number = number
    self.submission = submission
    self.status = status
    self.paid = paid
    self.adjusted = adjusted
    self.patient = patient
    self.refused = refused
    self.writtenOff = writtenOff
    self.writeOffKind = writeOffKind
    self.refusals = refusals
    self.decided = decided
    self.explanation = explanation
    self.isDuplicate = isDuplicate
    self.isUnprocessable = isUnprocessable
    self.isForwarded = isForwarded
    self.isExtra = isExtra
    self.isPaired = isPaired
    self.isPracticeAsked = isPracticeAsked
    self.isCodingUpheld = isCodingUpheld
    self.codingReasons = codingReasons
  }

  /// One refusal with its amount.
  public struct Refused: Hashable, Sendable {
    /// The payer's words.
    public var refusal: RecodeRequest.Refusal
    /// How much it refuses.
    public var amount: Money

    /// A refusal of the given amount.
    public init(_ refusal: RecodeRequest.Refusal, amount: Money) {
      self.refusal = refusal
      self.amount = amount
    }
  }

  /// A decision in the detail that the next payer must be told.
  public struct Explanation: Hashable, Sendable {
    /// Adjustments of the claim as a whole.
    public var adjustments: [Adjustment]
    /// The decision on each service, by its number from 1.
    public var lines: [Int: Line]

    /// A decision on one service.
    public struct Line: Hashable, Sendable {
      /// What was paid.
      public var paid: Money
      /// Why no more.
      public var adjustments: [Adjustment]

      /// A decision of the given payment.
      public init(paid: Money, adjustments: [Adjustment]) {
        self.paid = paid
        self.adjustments = adjustments
      }
    }

    /// A decision in detail.
    public init(adjustments: [Adjustment] = [], lines: [Int: Line] = [:]) {
      self.adjustments = adjustments
      self.lines = lines
    }
  }
}
