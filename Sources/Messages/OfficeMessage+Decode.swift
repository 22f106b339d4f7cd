import ClaimModel
import SwiftProtobuf

extension OfficeMessage {
  /// Reads the body of a message of `type`.
  /// - Throws: ``UndecodableMessage`` when the body does not hold what the type says, or the type is not a message
  ///   between our offices.
  public init(type: MessageType, body: [UInt8]) throws(UndecodableMessage) {
    switch type {
    case .visitDocumented:
      let wire = try WireVisitDocumented.decoded(body)
      self = .visitDocumented(try wire.visit.model())
    case .documentationAmended:
      let wire = try WireDocumentationAmended.decoded(body)
      self = .documentationAmended(visit: try visitID(wire.visit), item: try wire.item.model())
    case .documentationQueried:
      let wire = try WireDocumentationQueried.decoded(body)
      self = .documentationQueried(
        visit: try visitID(wire.visit), specialty: try known(wire.specialty, "specialty"), round: Int(wire.round),
        question: wire.question)
    case .visitCoded:
      let wire = try WireVisitCoded.decoded(body)
      self = .visitCoded(try wire.superbill.model())
    case .visitRecoded:
      let wire = try WireVisitRecoded.decoded(body)
      self = .visitRecoded(try wire.superbill.model(), round: Int(wire.round), reasons: wire.reasons)
    case .codingUpheld:
      let wire = try WireCodingUpheld.decoded(body)
      self = .codingUpheld(visit: try visitID(wire.visit), round: Int(wire.round), reasons: wire.reasons)
    case .recodeUnanswerable:
      let wire = try WireRecodeUnanswerable.decoded(body)
      self = .recodeUnanswerable(visit: try visitID(wire.visit), round: Int(wire.round), reason: wire.reason)
    case .recodeRequested: self = try OfficeMessage.recodeRequested(body)
    case .appealSubmitted:
      let wire = try WireAppealSubmitted.decoded(body)
      var appeal = try OfficeMessage.appeal(wire.visit, wire.payer, wire.controlNumber, wire.payerClaimNumber)
      appeal.reasons = wire.reasons
      appeal.hasRecords = wire.hasRecords_p
      self = .appealSubmitted(appeal)
    case .appealDecided:
      let wire = try WireAppealDecided.decoded(body)
      let appeal = try OfficeMessage.appeal(wire.visit, wire.payer, wire.controlNumber, wire.payerClaimNumber)
      self = .appealDecided(appeal, isOverturned: wire.isOverturned)
    case .statementIssued:
      let wire = try WireStatementIssued.decoded(body)
      self = .statementIssued(
        visit: try visitID(wire.visit), number: Int(wire.number),
        amount: try Money(wire: wire.amountCents, "amount_cents"),
        due: wire.dueDate == 0 ? nil : try CalendarDate(wire: wire.dueDate, "due_date"))
    case .patientPaid:
      let wire = try WirePatientPaid.decoded(body)
      guard wire.amountCents > 0 else { throw UndecodableMessage("amount_cents must be above zero") }
      self = .patientPaid(
        visit: try visitID(wire.visit), statement: Int(wire.statement),
        amount: try Money(wire: wire.amountCents, "amount_cents"))
    case .accountClosed:
      let wire = try WireAccountClosed.decoded(body)
      self = .accountClosed(visit: try visitID(wire.visit))
    case .refundIssued:
      let wire = try WireRefundIssued.decoded(body)
      self = .refundIssued(
        visit: try visitID(wire.visit), number: Int(wire.number),
        amount: try Money(wire: wire.amountCents, "amount_cents"))
    case .registrationQueried: self = .registrationQueried(try OfficeMessage.registrationQuery(body))
    case .registrationCorrected:
      let wire = try WireRegistrationCorrected.decoded(body)
      self = .registrationCorrected(
        visit: try visitID(wire.visit), round: Int(wire.round),
        registration: wire.hasRegistration ? try wire.registration.model() : nil,
        authorization: wire.authorizationNumber)
    case .reviewResolved:
      let wire = try WireReviewResolved.decoded(body)
      self = .reviewResolved(
        ReviewResolution(
          visit: try visitID(wire.visit), decision: try known(wire.decision, "decision"), reason: wire.reason,
          decidedBy: wire.decidedBy), sequence: Int(wire.accountSequence))
    case .paymentPlaced:
      let wire = try WirePaymentPlaced.decoded(body)
      guard !wire.payment.isEmpty else { throw UndecodableMessage("payment is empty") }
      self = .paymentPlaced(
        PaymentPlacement(
          payment: wire.payment,
          controlNumber: wire.controlNumber.isEmpty ? nil : PatientControlNumber(wire.controlNumber),
          reason: wire.reason, decidedBy: wire.decidedBy))
    case .professionalClaims, .implementationAcknowledgment, .claimAcknowledgment, .claimStatusRequest,
      .claimStatusResponse, .remittanceAdvice, .interchangeAcknowledgment, .reminderDue, .controlOrder,
      .journalBatch, .heartbeat:
      throw UndecodableMessage("\(type.rawValue) is not a message between offices")
    }
  }

  private static func recodeRequested(_ body: [UInt8]) throws(UndecodableMessage) -> OfficeMessage {
    let wire = try WireRecodeRequested.decoded(body)
    var refusals: [RecodeRequest.Refusal] = []
    for refusal in wire.refusals { refusals.append(try refusal.model()) }
    let request = RecodeRequest(visit: try visitID(wire.visit), round: Int(wire.round), refusals: refusals)
    return .recodeRequested(request, specialty: try known(wire.specialty, "specialty"))
  }

  private static func registrationQuery(_ body: [UInt8]) throws(UndecodableMessage) -> RegistrationQuery {
    let wire = try WireRegistrationQueried.decoded(body)
    var refusals: [RecodeRequest.Refusal] = []
    for refusal in wire.refusals { refusals.append(try refusal.model()) }
    return RegistrationQuery(
      visit: try visitID(wire.visit), round: Int(wire.round), refusals: refusals, findings: wire.findings)
  }

  private static func appeal(
    _ visit: String, _ payer: String, _ control: String, _ number: String
  ) throws(UndecodableMessage) -> Appeal {
    guard !payer.isEmpty, !control.isEmpty, !number.isEmpty else {
      throw UndecodableMessage("appeal needs payer, control_number and payer_claim_number")
    }
    return Appeal(
      visit: try visitID(visit), payer: PayerID(payer), controlNumber: PatientControlNumber(control),
      payerClaimNumber: PayerClaimNumber(number))
  }
}

/// Reads a visit id, which may not be empty.
func visitID(_ text: String) throws(UndecodableMessage) -> VisitID {
  guard !text.isEmpty else { throw UndecodableMessage("visit id is empty") }
  return VisitID(text)
}

/// Reads a value of a closed list.
func known<Value: RawRepresentable<String>>(_ text: String, _ field: String) throws(UndecodableMessage) -> Value {
  guard let value = Value(rawValue: text) else { throw UndecodableMessage("\(field) is not one of its known values") }
  return value
}
