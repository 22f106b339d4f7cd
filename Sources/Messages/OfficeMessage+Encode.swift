import ClaimModel
import SwiftProtobuf

extension OfficeMessage {
  /// The body: the Protocol Buffers message that ``type`` names.
  public func encoded() -> [UInt8] {
    switch self {
    case .visitDocumented(let visit): WireVisitDocumented.with { $0.visit = WireVisit(visit) }.bytes
    case .documentationAmended(let visit, let item):
      WireDocumentationAmended.with {
        $0.visit = visit.rawValue
        $0.item = WireDocumentationItem(item)
      }.bytes
    case .documentationQueried(let visit, let specialty, let round, let question):
      WireDocumentationQueried.with {
        $0.visit = visit.rawValue
        $0.specialty = specialty.rawValue
        $0.round = Int32(clamping: round)
        $0.question = question
      }.bytes
    case .visitCoded(let superbill): WireVisitCoded.with { $0.superbill = WireSuperbill(superbill) }.bytes
    case .visitRecoded(let superbill, let round, let reasons):
      WireVisitRecoded.with {
        $0.superbill = WireSuperbill(superbill)
        $0.round = Int32(clamping: round)
        $0.reasons = reasons
      }.bytes
    case .codingUpheld(let visit, let round, let reasons):
      WireCodingUpheld.with {
        $0.visit = visit.rawValue
        $0.round = Int32(clamping: round)
        $0.reasons = reasons
      }.bytes
    case .recodeUnanswerable(let visit, let round, let reason):
      WireRecodeUnanswerable.with {
        $0.visit = visit.rawValue
        $0.round = Int32(clamping: round)
        $0.reason = reason
      }.bytes
    case .recodeRequested(let request, let specialty):
      WireRecodeRequested.with {
        $0.visit = request.visit.rawValue
        $0.specialty = specialty.rawValue
        $0.round = Int32(clamping: request.round)
        $0.refusals = request.refusals.map(WireRefusal.init)
      }.bytes
    case .appealSubmitted(let appeal):
      WireAppealSubmitted.with {
        $0.visit = appeal.visit.rawValue
        $0.payer = appeal.payer.rawValue
        $0.controlNumber = appeal.controlNumber.rawValue
        $0.payerClaimNumber = appeal.payerClaimNumber.rawValue
        $0.reasons = appeal.reasons
        $0.hasRecords_p = appeal.hasRecords
      }.bytes
    case .appealDecided(let appeal, let isOverturned):
      WireAppealDecided.with {
        $0.visit = appeal.visit.rawValue
        $0.payer = appeal.payer.rawValue
        $0.controlNumber = appeal.controlNumber.rawValue
        $0.payerClaimNumber = appeal.payerClaimNumber.rawValue
        $0.isOverturned = isOverturned
      }.bytes
    case .statementIssued(let visit, let number, let amount, let due):
      WireStatementIssued.with {
        $0.visit = visit.rawValue
        $0.number = Int32(clamping: number)
        $0.amountCents = Int64(amount.cents)
        $0.dueDate = due?.wire ?? 0
      }.bytes
    case .patientPaid(let visit, let statement, let amount):
      WirePatientPaid.with {
        $0.visit = visit.rawValue
        $0.statement = Int32(clamping: statement)
        $0.amountCents = Int64(amount.cents)
      }.bytes
    case .accountClosed(let visit): WireAccountClosed.with { $0.visit = visit.rawValue }.bytes
    case .refundIssued(let visit, let number, let amount):
      WireRefundIssued.with {
        $0.visit = visit.rawValue
        $0.number = Int32(clamping: number)
        $0.amountCents = Int64(amount.cents)
      }.bytes
    case .registrationQueried(let query):
      WireRegistrationQueried.with {
        $0.visit = query.visit.rawValue
        $0.round = Int32(clamping: query.round)
        $0.refusals = query.refusals.map(WireRefusal.init)
        $0.findings = query.findings
      }.bytes
    case .registrationCorrected(let visit, let round, let registration, let authorization):
      WireRegistrationCorrected.with {
        $0.visit = visit.rawValue
        $0.round = Int32(clamping: round)
        if let registration { $0.registration = WireRegistration(registration) }
        $0.authorizationNumber = authorization
      }.bytes
    case .reviewResolved(let resolution, let sequence):
      WireReviewResolved.with {
        $0.visit = resolution.visit.rawValue
        $0.decision = resolution.decision.rawValue
        $0.accountSequence = Int32(clamping: sequence)
        $0.reason = resolution.reason
        $0.decidedBy = resolution.decidedBy
      }.bytes
    case .paymentPlaced(let placement):
      WirePaymentPlaced.with {
        $0.payment = placement.payment
        $0.controlNumber = placement.controlNumber?.rawValue ?? ""
        $0.reason = placement.reason
        $0.decidedBy = placement.decidedBy
      }.bytes
    }
  }
}

extension SwiftProtobuf.Message {
  /// The message's bytes.
  public var bytes: [UInt8] {
    do {
      return try serializedBytes()
    } catch {
      // Our schemas are proto3 without required fields, so only a body above 2 GiB gets here.
      preconditionFailure("Protocol Buffers refused a message of ours: \(error)")
    }
  }

  /// The message that `body` holds.
  public static func decoded(_ body: [UInt8]) throws(UndecodableMessage) -> Self {
    do {
      return try Self(serializedBytes: body)
    } catch {
      throw UndecodableMessage("body is not a Protocol Buffers \(protoMessageName) message")
    }
  }
}
