/// What a message says, with its version: the AMQP property `type`.
public enum MessageType: String, Hashable, Sendable, CaseIterable {
  /// Practice to coding: a documented visit.
  case visitDocumented = "visit-documented.v1"
  /// Practice to coding: the answer to a documentation query.
  case documentationAmended = "documentation-amended.v1"
  /// Coding to practice: what is missing in the documentation.
  case documentationQueried = "documentation-queried.v1"
  /// Coding to billing: a visit in codes.
  case visitCoded = "visit-coded.v1"
  /// Coding to billing: changed codes after a recode request.
  case visitRecoded = "visit-recoded.v1"
  /// Coding to billing: the codes stand.
  case codingUpheld = "coding-upheld.v1"
  /// Coding to billing: a recode request that cannot be answered.
  case recodeUnanswerable = "recode-unanswerable.v1"
  /// Billing to coding: the payer refuses the codes.
  case recodeRequested = "recode-requested.v1"
  /// Billing to payer: claims.
  case professionalClaims = "x12.837P.005010X222A1"
  /// Payer to billing: whether the claims could be read.
  case implementationAcknowledgment = "x12.999.005010X231A1"
  /// Payer to billing: whether each claim goes on to adjudication.
  case claimAcknowledgment = "x12.277CA.005010X214"
  /// Billing to payer: what has become of claims.
  case claimStatusRequest = "x12.276.005010X212"
  /// Payer to billing: what has become of the claims that were asked about.
  case claimStatusResponse = "x12.277.005010X212"
  /// Payer to billing: payment and explanation.
  case remittanceAdvice = "x12.835.005010X221A1"
  /// Billing to payer: an appeal against a denial.
  case appealSubmitted = "appeal-submitted.v1"
  /// Payer to billing: the answer to an appeal.
  case appealDecided = "appeal-decided.v1"
  /// Payer to billing: the envelope of an interchange is broken, or its answer was asked for.
  case interchangeAcknowledgment = "x12.TA1.00501"
  /// Billing to practice: the patient's share is due.
  case statementIssued = "statement-issued.v1"
  /// Practice to billing: the patient paid.
  case patientPaid = "patient-paid.v1"
  /// Billing to practice: the account stands at zero.
  case accountClosed = "account-closed.v1"
  /// Billing to practice: the patient gets back what was paid too much.
  case refundIssued = "refund-issued.v1"
  /// Billing to practice: a claim is incomplete, or a payer refuses what is registered.
  case registrationQueried = "registration-queried.v1"
  /// Practice to billing: the registration as it is now, or that there is nothing to correct.
  case registrationCorrected = "registration-corrected.v1"
  /// Every worker to the journal: what was handled.
  case journalBatch = "journal-batch.v1"
  /// Every worker to the status exchange: that it lives.
  case heartbeat = "heartbeat.v1"
  /// Billing to billing: what a person has decided about an account that waits for one.
  case reviewResolved = "review-resolved.v1"
  /// Billing to billing: whose a payment is that matches nothing, as a person has found out.
  case paymentPlaced = "payment-placed.v1"
  /// An office to itself: the time of a reminder has come.
  case reminderDue = "reminder-due.v1"
  /// An operator to an office's workers: what they are asked to do.
  case controlOrder = "control-order.v1"

  /// The type without its version, as routing keys use it: `visit-documented`.
  public var subject: String {
    switch self {
    case .professionalClaims: "claims"
    case .implementationAcknowledgment: "acknowledgment-999"
    case .claimAcknowledgment: "acknowledgment-277ca"
    case .claimStatusRequest: "status-276"
    case .claimStatusResponse: "status-277"
    case .remittanceAdvice: "remittance-835"
    case .interchangeAcknowledgment: "acknowledgment-ta1"
    default: String(rawValue[..<(rawValue.lastIndex(of: ".") ?? rawValue.endIndex)])
    }
  }

  /// Whether only the office that reads it may send it: a person of the office, or the office to itself.
  public var isOfficesOwn: Bool { self == .reviewResolved || self == .paymentPlaced || self == .reminderDue }

  /// The media type of the body.
  public var contentType: String {
    switch self {
    case .professionalClaims, .implementationAcknowledgment, .claimAcknowledgment, .claimStatusRequest,
      .claimStatusResponse, .remittanceAdvice, .interchangeAcknowledgment:
      MessageType.x12ContentType
    default: MessageType.protobufContentType
    }
  }

  /// The media type of X12 bodies (RFC 1767).
  public static let x12ContentType = "application/EDI-X12"
  /// The media type of our own bodies.
  public static let protobufContentType = "application/x-protobuf"
}
