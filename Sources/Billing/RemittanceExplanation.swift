import ClaimModel

/// A remittance told claim by claim and line by line: amounts, reasons in words, what would be posted and done, and whether
/// it adds up at the line, the claim and the payment.
///
/// Source: 835 TR3 (005010X221A1) section 1.10.2.1, balancing.
public struct RemittanceExplanation: Hashable, Sendable {
  /// The remittance.
  public var remittance: Remittance
  /// The amount that is said to be paid (BPR02).
  public var amount: Money
  /// Its claims, told.
  public var claims: [ExplainedClaim]
  /// What does not add up, in words; empty when everything does.
  public var findings: [String]

  /// Explains a remittance by the rules of a billing office.
  public init(_ remittance: Remittance, amount: Money, rules: BillingRules = .standard) {
    self.remittance = remittance
    self.amount = amount
    claims = remittance.claims.map { ExplainedClaim($0, payer: remittance.payer, rules: rules) }
    findings = claims.flatMap(\.findings)
    if remittance.total != amount {
      findings.append(
        "payment: \(remittance.claims.map(\.paid).sum()) for claims less \(remittance.providerAdjustments.map(\.amount).sum()) "
          + "beside them is \(remittance.total), not \(amount) (BPR02)")
    }
  }
}

/// One claim of a remittance, told.
public struct ExplainedClaim: Hashable, Sendable {
  /// The payer's decision.
  public var payment: ClaimPayment
  /// What a billing office would enter, by account, and what stays open.
  public var posting: Posting
  /// What would be done about each refusal, as `CO-11: recode, appeal, write-off`.
  public var work: [String]
  /// Lines of which less is allowed than the contract says, as `line 1: 80.00 allowed, 92.10 agreed`.
  public var underpayments: [String]
  /// What does not add up.
  public var findings: [String]

  /// What would be entered of a decision.
  public struct Posting: Hashable, Sendable {
    /// From the insurer, to cash.
    public var paid: Money
    /// Given up by contract.
    public var contractual: Money
    /// The patient's.
    public var patient: Money
    /// Refused: open until it is worked.
    public var open: Money
  }

  init(_ payment: ClaimPayment, payer: PayerID, rules: BillingRules) {
    self.payment = payment
    let earlier = payment.allAdjustments.filter { $0.reason == "23" }.map(\.amount).sum()
    let responsibility: PayerResponsibility =
      switch payment.status {
      case .processedAsSecondary: .secondary
      case .processedAsTertiary: .tertiary
      case .processedAsPrimary, .denied, .reversal: .primary
      }
    let submission = Submission(
      number: 1, payer: payer, responsibility: responsibility, frequency: .original, originalClaimNumber: nil,
      charge: payment.charge, billed: payment.charge - earlier)
    let services = payment.lines.map { ServiceLine(procedure: $0.procedure, diagnosisPointers: []) }
    let decision = PayerDecision(payment, to: submission, services: services, triage: rules.triage, explains: false)
    posting = Posting(
      paid: decision.paid, contractual: decision.adjusted, patient: decision.patient, open: decision.refused)
    var seen: Set<String> = []
    work = decision.refusals.compactMap { refused in
      let steps = rules.triage.steps(for: refused.refusal).map(\.rawValue).joined(separator: ", ")
      let words = "\(refused.refusal.words): \(steps)"
      return seen.insert(words).inserted ? words : nil
    }
    underpayments = ExplainedClaim.underpayments(payment, rules.terms(of: payer))
    findings = ExplainedClaim.findings(payment)
  }

  private static func underpayments(_ payment: ClaimPayment, _ terms: PayerTerms) -> [String] {
    payment.lines.enumerated().compactMap { index, line in
      guard let fee = terms.fees[line.procedure], let allowed = line.allowed, (1...9_999).contains(line.units),
        allowed < fee * line.units
      else { return nil }
      return "line \(index + 1): \(allowed) allowed, \(fee * line.units) agreed"
    }
  }

  private static func findings(_ payment: ClaimPayment) -> [String] {
    let name = "claim \(payment.controlNumber)"
    var findings = payment.lines.enumerated().compactMap { index, line -> String? in
      let adjusted = line.adjustments.map(\.amount).sum()
      return line.isBalanced
        ? nil
        : "\(name) line \(index + 1): \(line.charge) less \(adjusted) is \(line.charge - adjusted), not \(line.paid) (SVC03)"
    }
    let adjusted = payment.allAdjustments.map(\.amount).sum()
    if payment.charge - adjusted != payment.paid {
      findings.append(
        "\(name): \(payment.charge) less \(adjusted) is \(payment.charge - adjusted), not \(payment.paid) (CLP04)")
    }
    if !payment.lines.isEmpty, payment.lines.map(\.charge).sum() != payment.charge {
      findings.append("\(name): its lines are of \(payment.lines.map(\.charge).sum()), not \(payment.charge) (CLP03)")
    }
    return findings
  }
}
