import Billing
import ClaimModel
import WorkerBootstrap

/// A remittance's explanation for programs: amounts are texts with two decimals.
struct RemittanceSheet: Encodable {
  struct Reason: Encodable {
    let group: String
    let reason: String
    let amount: String
    let words: String?

    init(_ adjustment: Adjustment) {
      group = adjustment.group.rawValue
      reason = adjustment.reason.rawValue
      amount = adjustment.amount.description
      words = adjustment.reason.words
    }
  }

  struct Line: Encodable {
    let procedure: String
    let modifiers: [String]
    let units: Int
    let date: String
    let charge: String
    let allowed: String?
    let paid: String
    let adjustments: [Reason]
    let remarks: [String]

    init(_ line: ServicePayment) {
      procedure = line.procedure.rawValue
      modifiers = line.modifiers.map(\.rawValue)
      units = line.units
      date = line.dateOfService.iso
      charge = line.charge.description
      allowed = line.allowed?.description
      paid = line.paid.description
      adjustments = line.adjustments.map(Reason.init)
      remarks = line.remarks.map(\.rawValue)
    }
  }

  struct Claim: Encodable {
    let controlNumber: String
    let payerClaimNumber: String
    let status: String
    let words: String
    let charge: String
    let paid: String
    let patientResponsibility: String
    let adjustments: [Reason]
    let remarks: [String]
    let lines: [Line]
    let posting: [String: String]
    let work: [String]
    let underpayments: [String]

    init(_ claim: ExplainedClaim) {
      let payment = claim.payment
      controlNumber = payment.controlNumber.rawValue
      payerClaimNumber = payment.payerClaimNumber.rawValue
      status = payment.status.rawValue
      words = claim.statusWords
      charge = payment.charge.description
      paid = payment.paid.description
      patientResponsibility = payment.patientResponsibility.description
      adjustments = payment.adjustments.map(Reason.init)
      remarks = payment.remarks.map(\.rawValue)
      lines = payment.lines.map(Line.init)
      posting = [
        "insurer": claim.posting.paid.description, "contractual": claim.posting.contractual.description,
        "patient": claim.posting.patient.description, "refused": claim.posting.open.description,
      ]
      work = claim.work
      underpayments = claim.underpayments
    }
  }

  struct ProviderLine: Encodable {
    let reason: String
    let reference: String
    let amount: String
    let kind: String

    init(_ adjustment: ProviderAdjustment) {
      reason = adjustment.reason
      reference = adjustment.reference
      amount = adjustment.amount.description
      kind = ProviderAdjustmentKind(reason: adjustment.reason).rawValue
    }
  }

  let schema = 1
  let file: String
  let payer: String
  let trace: String
  let date: String
  let amount: String
  let claims: [Claim]
  let providerAdjustments: [ProviderLine]
  let findings: [String]

  init(_ file: String, _ explanation: RemittanceExplanation) {
    self.file = file
    let remittance = explanation.remittance
    payer = remittance.payer.rawValue
    trace = remittance.traceNumber
    date = remittance.paymentDate.iso
    amount = explanation.amount.description
    claims = explanation.claims.map(Claim.init)
    providerAdjustments = remittance.providerAdjustments.map(ProviderLine.init)
    findings = explanation.findings
  }

  /// One object on one line.
  var json: String { OutputJSON.line(self) + "\n" }
}
