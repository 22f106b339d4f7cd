import Adjudication
import ClaimModel

// What a payer without a broker answers to a file.
extension OfflinePayer {
  /// One answer to a file.
  public struct Answer: Sendable {
    /// The transaction set: `999`, `277CA`, `835`, `277`; `TA1` for the answer to an envelope.
    public var set: String
    /// The interchange.
    public var bytes: [UInt8]
  }

  /// What became of one claim.
  public struct ClaimLine: Hashable, Sendable {
    /// The claim's number.
    public var controlNumber: PatientControlNumber
    /// `rejected`, `denied`, `reversal`, `paid`, or `processed` where nothing was left to pay.
    public var status: String
    /// In which turn it was processed: `primary`, `secondary`, `tertiary`; `nil` where CLP02 does not say it.
    public var turn: String?
    /// The charge.
    public var charge: Money
    /// What is paid.
    public var paid: Money
    /// What the patient owes; of a reversal what the patient owes no more, below zero.
    public var patient: Money
    /// Why, when not paid in full.
    public var causes: [Cause]
    /// What was refused, line by line: group and reason, and the amount.
    public var refusals: [RefusedLine]
    /// Whether the payer pays or leaves it to the patient.
    public var isPaid: Bool

    /// The causes as people read them: adjustments as `CO-45 12.00`, then remarks, or the front end's status.
    public var reasons: [String] {
      causes.compactMap { cause in cause.code.map { code in code + (cause.amount.map { " \($0)" } ?? "") } }
        + causes.flatMap(\.remarks).map(\.rawValue)
    }
  }

  /// One reason why a claim, or a line of it, is not paid in full.
  public struct Cause: Hashable, Sendable {
    /// Group and reason, for instance `CO-45`, or the front end's status, for instance `A7:476`; `nil` for remarks alone.
    public var code: String?
    /// The amount.
    public var amount: Money?
    /// The service line, from 1; `nil` for the claim as a whole.
    public var line: Int?
    /// The line's procedure.
    public var procedure: ProcedureCode?
    /// What explains it; told once a line.
    public var remarks: [RemarkCode] = []
  }

  /// A line that was refused.
  public struct RefusedLine: Hashable, Sendable {
    /// For instance `CO-11`.
    public var reason: String
    /// The charge that was refused.
    public var amount: Money
  }

  /// What a 277 tells of one claim that was asked about.
  public struct StatusLine: Hashable, Sendable {
    /// The question's number (TRN02).
    public var trace: String
    /// The claim's number; `nil` where neither the payer nor the question names one.
    public var controlNumber: String?
    /// For instance `F1:65`.
    public var status: String
    /// The charge, as far as it is known.
    public var charge: Money?
    /// What was paid, as far as it is told.
    public var paid: Money?
  }

  /// Trouble that was made on purpose with an answer, or with the decision on a claim that it tells.
  public struct InjectedAnswer: Hashable, Sendable {
    /// The transaction set.
    public var set: String
    /// The rule.
    public var rule: String
    /// The claim; `nil` where the answer as a whole is meant.
    public var claim: PatientControlNumber?

    /// Trouble by a rule.
    public init(set: String, rule: String, claim: PatientControlNumber? = nil) {
      (self.set, self.rule, self.claim) = (set, rule, claim)
    }
  }

  /// The answers to one file.
  public struct Outcome: Sendable {
    /// The interchanges, as they go out.
    public var answers: [Answer] = []
    /// What became of its claims, told or not.
    public var claims: [ClaimLine] = []
    /// What its questions are answered.
    public var statuses: [StatusLine] = []
    /// What trouble was made with its answers.
    public var injected: [InjectedAnswer] = []
    /// Why the file, or parts of it, are not processed; none when all is.
    public var rejections: [FileRejection] = []
  }
}

extension OfflinePayer.ClaimLine {
  /// What an 835 says of a claim.
  init(_ payment: ClaimPayment) {
    self.init(
      controlNumber: payment.controlNumber, status: "processed", charge: payment.charge, paid: payment.paid,
      patient: payment.allAdjustments.filter { $0.group == .patientResponsibility }.map(\.amount).sum(),
      causes: OfflinePayer.Cause.all(of: payment), refusals: [], isPaid: payment.status != .denied)
    switch payment.status {
    case .processedAsPrimary: turn = "primary"
    case .processedAsSecondary: turn = "secondary"
    case .processedAsTertiary: turn = "tertiary"
    case .denied: status = "denied"
    case .reversal: status = "reversal"
    }
    if turn != nil, payment.paid != .zero { status = "paid" }
    if payment.status != .reversal {
      refusals = payment.lines.filter { $0.allowed == nil }.flatMap(\.adjustments).map {
        OfflinePayer.RefusedLine(reason: "\($0.group.rawValue)-\($0.reason)", amount: $0.amount)
      }
    }
  }

  /// What a 277CA says of a claim that is rejected.
  init(rejected status: ClaimAcknowledgment.ClaimStatus) {
    self.init(
      controlNumber: status.controlNumber, status: "rejected", charge: status.charge, paid: .zero, patient: .zero,
      causes: [OfflinePayer.Cause(code: status.status.description)], refusals: [], isPaid: false)
  }
}

extension OfflinePayer.Cause {
  fileprivate static func all(of payment: ClaimPayment) -> [OfflinePayer.Cause] {
    func causes(
      _ adjustments: [Adjustment], _ remarks: [RemarkCode], line: Int?, _ procedure: ProcedureCode?
    ) -> [OfflinePayer.Cause] {
      var causes = adjustments.map {
        OfflinePayer.Cause(
          code: "\($0.group.rawValue)-\($0.reason)", amount: $0.amount, line: line, procedure: procedure)
      }
      if causes.isEmpty, !remarks.isEmpty { causes = [OfflinePayer.Cause(line: line, procedure: procedure)] }
      if !causes.isEmpty { causes[0].remarks = remarks }
      return causes
    }
    return causes(payment.adjustments, payment.remarks, line: nil, nil)
      + payment.lines.enumerated().flatMap { index, line in
        causes(line.adjustments, line.remarks, line: index + 1, line.procedure)
      }
  }
}
