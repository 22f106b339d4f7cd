import Billing
import ClaimModel
import Messages
import SwiftProtobuf

extension BillingFile.AccountFile {
  /// The file as the store keeps it.
  var wire: WireBillingCase {
    WireBillingCase.with {
      $0.visit = account.visit.rawValue
      $0.state = account.state.rawValue
      if let coding = account.coding { $0.coding = WireBillingCase.Coding(coding) }
      $0.submissions = account.submissions.map(WireBillingCase.Submission.init)
      $0.decisions = account.decisions.map(WireBillingCase.Decision.init)
      $0.appeals = account.appeals.map { appeal in
        .with {
          $0.number = appeal.number.rawValue
          $0.outcome = appeal.outcome?.rawValue ?? ""
        }
      }
      $0.recodeRounds = Int32(clamping: account.recodeRounds)
      $0.recodes = account.recodes.map { recode in
        .with {
          $0.askedMs = recode.asked.milliseconds
          $0.answeredMs = recode.answered?.milliseconds ?? 0
        }
      }
      $0.patientPayments = account.patientPayments
      $0.statementCents = Int64(account.statementAmount.cents)
      $0.balance = WireBillingCase.Balance(account.balance)
      $0.entryCount = Int32(clamping: account.entryCount)
      $0.statements = Int32(clamping: statements)
      $0.refunds = Int32(clamping: refunds)
      $0.held = account.held.map { held in
        .with {
          $0.payer = held.payer.rawValue
          $0.payment = WireClaimPayment(held.payment)
        }
      }
      $0.recoupments = account.recoupments
      $0.registrationRounds = Int32(clamping: account.registrationRounds)
      $0.followUpMs = account.followUp?.milliseconds ?? 0
      $0.notices = Int32(clamping: account.notices)
      $0.review = account.review
      $0.target = account.target?.rawValue ?? ""
      $0.installmentCents = Int64(account.installment.cents)
      $0.patientWrittenOffCents = Int64(account.patientWrittenOff.cents)
      $0.sequence = Int32(clamping: sequence)
      $0.resolutions = account.resolutions.map(WireBillingCase.Resolution.init)
      if let disposal = account.disposal {
        $0.disposal = .with {
          $0.patientCents = Int64(disposal.patient.cents)
          $0.writtenOffCents = Int64(disposal.writtenOff.cents)
        }
      }
    }
  }

  /// Reads what the store kept.
  init(_ wire: WireBillingCase) throws(UndecodableMessage) {
    var submissions: [Submission] = []
    let coding = try wire.codingModel()
    for submission in wire.submissions { submissions.append(try submission.model(firstPayer: coding?.payers.first)) }
    var decisions: [PayerDecision] = []
    for decision in wire.decisions { decisions.append(try decision.model()) }
    var held: [PatientAccount.HeldPayment] = []
    for early in wire.held { held.append(.init(payment: try early.payment.model(), payer: PayerID(early.payer))) }
    let appeals = wire.appeals.map {
      AppealRecord(number: PayerClaimNumber($0.number), outcome: AppealOutcome(rawValue: $0.outcome))
    }
    var recodes: [RecodeRecord] = []
    for recode in wire.recodes {
      let asked = try Timestamp(wire: recode.askedMs, "recode.asked_ms")
      let answered = recode.answeredMs == 0 ? nil : try Timestamp(wire: recode.answeredMs, "recode.answered_ms")
      recodes.append(RecodeRecord(asked: asked, answered: answered))
    }
    var resolutions: [ResolutionRecord] = []
    for resolution in wire.resolutions { resolutions.append(try resolution.model()) }
    let disposal =
      wire.hasDisposal
      ? Disposal(
        patient: try Money(wire: wire.disposal.patientCents, "disposal.patient_cents"),
        writtenOff: try Money(wire: wire.disposal.writtenOffCents, "disposal.written_off_cents")) : nil
    let account = PatientAccount(
      visit: VisitID(wire.visit), state: try known(wire.state, "account.state"),
      coding: coding, submissions: submissions, decisions: decisions, held: held, appeals: appeals,
      recodeRounds: Int(wire.recodeRounds), recodes: recodes, registrationRounds: Int(wire.registrationRounds),
      patientPayments: wire.patientPayments, recoupments: wire.recoupments,
      statementAmount: try Money(wire: wire.statementCents, "account.statement_cents"), notices: Int(wire.notices),
      installment: try Money(wire: wire.installmentCents, "account.installment_cents"),
      patientWrittenOff: try Money(wire: wire.patientWrittenOffCents, "account.patient_written_off_cents"),
      balance: try wire.balance.model(), entryCount: Int(wire.entryCount),
      followUp: wire.followUpMs == 0 ? nil : try Timestamp(wire: wire.followUpMs, "account.follow_up_ms"),
      review: wire.review, target: wire.target.isEmpty ? nil : PayerID(wire.target),
      resolutions: resolutions, disposal: disposal)
    self.init(
      account: account, statements: Int(wire.statements), refunds: Int(wire.refunds), sequence: Int(wire.sequence))
  }
}

/// Reads a value of a closed list.
func known<Value: RawRepresentable<String>>(_ text: String, _ field: String) throws(UndecodableMessage) -> Value {
  guard let value = Value(rawValue: text) else { throw UndecodableMessage("\(field) is not one of its known values") }
  return value
}

extension WireBillingCase {
  /// The coding; of an account of an earlier version, that of its superbill.
  fileprivate func codingModel() throws(UndecodableMessage) -> BilledCoding? {
    if hasCoding { return try coding.model() }
    return hasSuperbill ? BilledCoding(try superbill.model()) : nil
  }
}

extension WireBillingCase.Coding {
  fileprivate init(_ model: BilledCoding) {
    self.init()
    specialty = model.specialty.rawValue
    payers = model.payers.map(\.rawValue)
    diagnoses = model.diagnoses.map(\.rawValue)
    services = model.services.map(WireServiceLine.init)
    dateOfService = model.dateOfService?.wire ?? 0
    authorizationNumber = model.authorization
    renderingNpi = model.rendering.rawValue
  }

  fileprivate func model() throws(UndecodableMessage) -> BilledCoding {
    BilledCoding(
      specialty: try known(specialty, "coding.specialty"), payers: payers.map { PayerID($0) },
      diagnoses: diagnoses.map { DiagnosisCode($0) }, services: services.map { $0.model() },
      dateOfService: dateOfService == 0 ? nil : try CalendarDate(wire: dateOfService, "coding.date_of_service"),
      rendering: NPI(renderingNpi), authorization: authorizationNumber)
  }
}

extension WireBillingCase.Resolution {
  fileprivate init(_ model: ResolutionRecord) {
    self.init()
    decision = model.decision.rawValue
    review = model.review
    reason = model.reason
    decidedBy = model.decidedBy
    decidedMs = model.decided.milliseconds
  }

  fileprivate func model() throws(UndecodableMessage) -> ResolutionRecord {
    ResolutionRecord(
      decision: try known(decision, "resolution.decision"), review: review, reason: reason, decidedBy: decidedBy,
      decided: try Timestamp(wire: decidedMs, "resolution.decided_ms"))
  }
}

extension WireBillingCase.Balance {
  fileprivate init(_ model: AccountBalance) {
    self.init()
    charged = Int64(model.charged.cents)
    insurerPaid = Int64(model.insurerPaid.cents)
    adjusted = Int64(model.adjusted.cents)
    writtenOff = Int64(model.writtenOff.cents)
    patientPaid = Int64(model.patientPaid.cents)
    openInsurance = Int64(model.openInsurance.cents)
    openPatient = Int64(model.openPatient.cents)
    refundDue = Int64(model.refundDue.cents)
    inCollections = Int64(model.inCollections.cents)
  }

  fileprivate func model() throws(UndecodableMessage) -> AccountBalance {
    var balance = AccountBalance()
    balance.charged = try Money(wire: charged, "balance.charged")
    balance.insurerPaid = try Money(wire: insurerPaid, "balance.insurer_paid")
    balance.adjusted = try Money(wire: adjusted, "balance.adjusted")
    balance.writtenOff = try Money(wire: writtenOff, "balance.written_off")
    balance.patientPaid = try Money(wire: patientPaid, "balance.patient_paid")
    balance.openInsurance = try Money(wire: openInsurance, "balance.open_insurance")
    balance.openPatient = try Money(wire: openPatient, "balance.open_patient")
    balance.refundDue = try Money(wire: refundDue, "balance.refund_due")
    balance.inCollections = try Money(wire: inCollections, "balance.in_collections")
    return balance
  }
}
