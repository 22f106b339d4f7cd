import ClaimModel

/// What a billing office does about one visit.
public enum AccountAction: Hashable, Sendable {
  /// Send a claim to its payer.
  case submit(Claim)
  /// Ask the coding office for another coding.
  case requestRecode(RecodeRequest)
  /// Ask the practice about what it has registered.
  case queryRegistration(RegistrationQuery)
  /// Ask the payer what has become of a claim (276).
  case inquire(StatusInquiry)
  /// Ask the payer to decide again.
  case submitAppeal(Appeal)
  /// Tell the patient what is due.
  case issueStatement(Statement)
  /// Give money back to the patient.
  case refundPatient(Money)
  /// Give money back to a payer.
  case refundInsurer(PayerID, Money)
  /// Enter movements in the books.
  case post([LedgerEntry])
  /// A payment that belongs to no claim of the visit: it is put on the list of unmatched payments, and nothing is posted
  /// to the account.
  case setAside(ClaimPayment, payer: PayerID, SetAsideReason)
  /// Tell the practice that nothing is open any more. Comes again when an account was closed, moved, and closed anew.
  case accountClosed
  /// Hand the account to a person.
  case escalate(Escalation)
  /// Tell the person who decided that it cannot be done, and why; nothing has changed.
  case refuse(String)
}

/// A question to a payer about a claim that it has not decided on (276).
public struct StatusInquiry: Hashable, Sendable {
  /// The payer.
  public var payer: PayerID
  /// Our number of the claim.
  public var controlNumber: PatientControlNumber
  /// The claim's charge.
  public var charge: Money
  /// The day of service, when known.
  public var dateOfService: CalendarDate?

  /// An inquiry of its parts.
  public init(payer: PayerID, controlNumber: PatientControlNumber, charge: Money, dateOfService: CalendarDate?) {
    self.payer = payer
    self.controlNumber = controlNumber
    self.charge = charge
    self.dateOfService = dateOfService
  }
}

/// What the patient is asked to pay.
public struct Statement: Hashable, Sendable {
  /// How much: the whole open amount, or a part of it under a payment plan.
  public var amount: Money
  /// By when.
  public var due: CalendarDate
  /// How often the patient was asked for this balance, this time included, from 1.
  public var notice: Int

  /// A statement of its parts.
  public init(amount: Money, due: CalendarDate, notice: Int) {
    self.amount = amount
    self.due = due
    self.notice = notice
  }
}

/// Why a payment does not belong to an account.
public enum SetAsideReason: String, Hashable, Sendable, CaseIterable {
  /// No visit of that number was billed, and no other fits member, day and services.
  case unknownClaim
  /// The payer is none of the visit's.
  case otherPayer
  /// No claim of the visit has that number and charge.
  case otherCharge
  /// Its amounts do not add up.
  case unbalanced
  /// More decisions than an account takes in.
  case tooMany

  /// The reason in words.
  public var words: String {
    switch self {
    case .unknownClaim: "no claim of that number, member, day and services"
    case .otherPayer: "a payer that the visit was not billed to"
    case .otherCharge: "no claim of that number and charge"
    case .unbalanced: "charge less adjustments is not what is paid"
    case .tooMany: "more decisions than an account takes in"
    }
  }
}

/// A request to a payer to decide again.
public struct Appeal: Hashable, Sendable {
  /// The visit.
  public var visit: VisitID
  /// The payer.
  public var payer: PayerID
  /// Our number of the claim.
  public var controlNumber: PatientControlNumber
  /// The payer's number of the decision that is appealed.
  public var payerClaimNumber: PayerClaimNumber
  /// The refusals that are appealed.
  public var refusals: [RecodeRequest.Refusal]
  /// The amount that was refused.
  public var amount: Money
  /// Why the coding office stands by the codes; empty when it was not asked.
  public var codingReasons: [String]
  /// Whether the documentation that the payer wants goes with it.
  public var hasRecords: Bool

  /// An appeal of its parts.
  public init(
    visit: VisitID, payer: PayerID, controlNumber: PatientControlNumber, payerClaimNumber: PayerClaimNumber,
    refusals: [RecodeRequest.Refusal], amount: Money, codingReasons: [String] = [], hasRecords: Bool = false
  ) {
    self.visit = visit
    self.payer = payer
    self.controlNumber = controlNumber
    self.payerClaimNumber = payerClaimNumber
    self.refusals = refusals
    self.amount = amount
    self.codingReasons = codingReasons
    self.hasRecords = hasRecords
  }
}
