import ClaimModel
import SwiftProtobuf

/// A message between our offices, decoded. X12 interchanges are not here: desks at the payer's door read them.
public enum OfficeMessage: Hashable, Sendable {
  /// A documented visit.
  case visitDocumented(Visit)
  /// The answer to a documentation query.
  case documentationAmended(visit: VisitID, item: DocumentationItem)
  /// What is missing in the documentation; `round` counts the queries for the visit from 1.
  case documentationQueried(visit: VisitID, specialty: Specialty, round: Int, question: String)
  /// A visit in codes.
  case visitCoded(Superbill)
  /// Changed codes, with reasons that quote no chart.
  case visitRecoded(Superbill, round: Int, reasons: [String])
  /// The codes stand.
  case codingUpheld(visit: VisitID, round: Int, reasons: [String])
  /// A recode request that cannot be answered.
  case recodeUnanswerable(visit: VisitID, round: Int, reason: String)
  /// The payer refuses the codes.
  case recodeRequested(RecodeRequest, specialty: Specialty)
  /// An appeal against a denial.
  case appealSubmitted(Appeal)
  /// The answer to an appeal.
  case appealDecided(Appeal, isOverturned: Bool)
  /// The patient's share is due; `number` counts the visit's statements from 1. Statements of earlier versions have no
  /// date.
  case statementIssued(visit: VisitID, number: Int, amount: Money, due: CalendarDate? = nil)
  /// The patient paid on a statement; on none, that is number 0, at the visit.
  case patientPaid(visit: VisitID, statement: Int, amount: Money)
  /// The account stands at zero.
  case accountClosed(visit: VisitID)
  /// The patient gets back what was paid too much; `number` counts the visit's refunds from 1.
  case refundIssued(visit: VisitID, number: Int, amount: Money)
  /// What the practice has registered must be corrected.
  case registrationQueried(RegistrationQuery)
  /// The answer to the query of that round; `nil` when there is nothing to correct. With the payer's authorization, empty
  /// when there is none.
  case registrationCorrected(visit: VisitID, round: Int, registration: Registration?, authorization: String)
  /// What a person has decided about an account when it had changed `sequence` times.
  case reviewResolved(ReviewResolution, sequence: Int)
  /// Whose a payment is that matches nothing.
  case paymentPlaced(PaymentPlacement)

  /// An appeal against the denial of a claim.
  public struct Appeal: Hashable, Sendable {
    /// The visit.
    public var visit: VisitID
    /// The payer that denied.
    public var payer: PayerID
    /// Our number for the claim.
    public var controlNumber: PatientControlNumber
    /// The payer's number for the claim.
    public var payerClaimNumber: PayerClaimNumber
    /// Why the denial is wrong, in fixed words that quote no chart.
    public var reasons: [String]
    /// Whether the documentation that the payer wants goes with it.
    public var hasRecords: Bool

    /// An appeal of its parts.
    public init(
      visit: VisitID, payer: PayerID, controlNumber: PatientControlNumber, payerClaimNumber: PayerClaimNumber,
      reasons: [String] = [], hasRecords: Bool = false
    ) {
      self.visit = visit
      self.payer = payer
      self.controlNumber = controlNumber
      self.payerClaimNumber = payerClaimNumber
      self.reasons = reasons
      self.hasRecords = hasRecords
    }
  }

  /// The message's type.
  public var type: MessageType {
    switch self {
    case .visitDocumented: .visitDocumented
    case .documentationAmended: .documentationAmended
    case .documentationQueried: .documentationQueried
    case .visitCoded: .visitCoded
    case .visitRecoded: .visitRecoded
    case .codingUpheld: .codingUpheld
    case .recodeUnanswerable: .recodeUnanswerable
    case .recodeRequested: .recodeRequested
    case .appealSubmitted: .appealSubmitted
    case .appealDecided: .appealDecided
    case .statementIssued: .statementIssued
    case .patientPaid: .patientPaid
    case .accountClosed: .accountClosed
    case .refundIssued: .refundIssued
    case .registrationQueried: .registrationQueried
    case .registrationCorrected: .registrationCorrected
    case .reviewResolved: .reviewResolved
    case .paymentPlaced: .paymentPlaced
    }
  }

  /// The visit the message is about.
  public var visit: VisitID {
    switch self {
    case .visitDocumented(let visit): visit.id
    case .documentationAmended(let visit, _), .documentationQueried(let visit, _, _, _),
      .codingUpheld(let visit, _, _), .recodeUnanswerable(let visit, _, _), .statementIssued(let visit, _, _, _),
      .patientPaid(let visit, _, _), .accountClosed(let visit), .refundIssued(let visit, _, _),
      .registrationCorrected(let visit, _, _, _):
      visit
    case .visitCoded(let superbill), .visitRecoded(let superbill, _, _): superbill.visit
    case .recodeRequested(let request, _): request.visit
    case .appealSubmitted(let appeal), .appealDecided(let appeal, _): appeal.visit
    case .registrationQueried(let query): query.visit
    case .reviewResolved(let resolution, _): resolution.visit
    // Of a payment that goes back, what it is booked under.
    case .paymentPlaced(let placement): placement.controlNumber?.visit ?? VisitID(placement.payment)
    }
  }
}
