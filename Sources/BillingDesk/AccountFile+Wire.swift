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
      $0.patientPayments = account.patientPayments
      $0.statementCents = Int64(account.statementAmount.cents)
      $0.balance = WireBillingCase.Balance(account.balance)
      $0.entryCount = Int32(clamping: account.entryCount)
      $0.statements = Int32(clamping: statements)
      $0.sequence = Int32(clamping: sequence)
    }
  }

  /// Reads what the store kept.
  init(_ wire: WireBillingCase) throws(UndecodableMessage) {
    var submissions: [Submission] = []
    for submission in wire.submissions { submissions.append(try submission.model()) }
    var decisions: [PayerDecision] = []
    for decision in wire.decisions { decisions.append(try decision.model()) }
    let appeals = wire.appeals.map {
      AppealRecord(number: PayerClaimNumber($0.number), outcome: AppealOutcome(rawValue: $0.outcome))
    }
    let account = PatientAccount(
      visit: VisitID(wire.visit), state: try known(wire.state, "account.state"),
      coding: try wire.codingModel(), submissions: submissions, decisions: decisions, appeals: appeals,
      recodeRounds: Int(wire.recodeRounds),
      patientPayments: wire.patientPayments,
      statementAmount: try Money(wire: wire.statementCents, "account.statement_cents"),
      balance: try wire.balance.model(), entryCount: Int(wire.entryCount))
    self.init(account: account, statements: Int(wire.statements), sequence: Int(wire.sequence))
  }
}

/// Reads a value of a closed list.
private func known<Value: RawRepresentable<String>>(_ text: String, _ field: String) throws(UndecodableMessage) -> Value
{
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
  }

  fileprivate func model() throws(UndecodableMessage) -> BilledCoding {
    BilledCoding(
      specialty: try known(specialty, "coding.specialty"), payers: payers.map { PayerID($0) },
      diagnoses: diagnoses.map { DiagnosisCode($0) }, services: services.map { $0.model() })
  }
}

extension WireBillingCase.Submission {
  fileprivate init(_ model: Submission) {
    self.init()
    number = Int32(clamping: model.number)
    frequency = model.frequency.rawValue
    originalClaimNumber = model.originalClaimNumber?.rawValue ?? ""
    chargeCents = Int64(model.charge.cents)
    stage = model.stage.rawValue
  }

  fileprivate func model() throws(UndecodableMessage) -> Submission {
    Submission(
      number: Int(number), frequency: try known(frequency, "submission.frequency"),
      originalClaimNumber: originalClaimNumber.isEmpty ? nil : PayerClaimNumber(originalClaimNumber),
      charge: try Money(wire: chargeCents, "submission.charge_cents"), stage: try known(stage, "submission.stage"))
  }
}

extension WireBillingCase.Decision {
  fileprivate init(_ model: PayerDecision) {
    self.init()
    number = model.number.rawValue
    submission = Int32(clamping: model.submission)
    status = model.status.rawValue
    paidCents = Int64(model.paid.cents)
    adjustedCents = Int64(model.adjusted.cents)
    patientCents = Int64(model.patient.cents)
    refusedCents = Int64(model.refused.cents)
    refusals = model.refusals.map(WireRefusal.init)
    isDuplicate = model.isDuplicate
    isPaired = model.isPaired
    isCodingUpheld = model.isCodingUpheld
    codingReasons = model.codingReasons
  }

  fileprivate func model() throws(UndecodableMessage) -> PayerDecision {
    var models: [RecodeRequest.Refusal] = []
    for refusal in refusals { models.append(try refusal.model()) }
    return PayerDecision(
      number: PayerClaimNumber(number), submission: Int(submission), status: try known(status, "decision.status"),
      paid: try Money(wire: paidCents, "decision.paid_cents"),
      adjusted: try Money(wire: adjustedCents, "decision.adjusted_cents"),
      patient: try Money(wire: patientCents, "decision.patient_cents"),
      refused: try Money(wire: refusedCents, "decision.refused_cents"), refusals: models,
      isDuplicate: isDuplicate, isPaired: isPaired, isCodingUpheld: isCodingUpheld, codingReasons: codingReasons)
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
    return balance
  }
}
