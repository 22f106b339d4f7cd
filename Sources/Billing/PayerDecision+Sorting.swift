import ClaimModel

extension PayerDecision {
  /// What an account remembers of a decision, sorted by the triage table.
  ///
  /// CO-45 is the difference to a fee; where it takes a whole charge with no other amount beside it, no fee was
  /// applied, and it is set aside for a person instead of being given up.
  init(
    _ payment: ClaimPayment, to submission: Submission, services: [ServiceLine], triage: DenialTriage, explains: Bool
  ) {
    self.init(
      number: payment.payerClaimNumber, submission: submission.number, status: payment.status, paid: payment.paid,
      isForwarded: payment.isForwarded)
    isUnprocessable = payment.status == .denied && payment.paid == .zero && payment.isReturned
    let isLater = submission.responsibility != .primary
    var hasOther = false
    func sort(_ adjustment: Adjustment, line: Int?, charge: Money, remarks: [RemarkCode]) {
      let isWholeCharge = adjustment.amount == charge && charge > .zero
      switch triage.disposition(of: adjustment.group, adjustment.reason, remarks: remarks) {
      case .contractual where !isWholeCharge: adjusted += adjustment.amount
      case .patient: patient += adjustment.amount
      case .otherPayer where isLater: break
      case let disposition:
        if disposition != .duplicate { hasOther = true }
        refused += adjustment.amount
        refusals.append(
          Refused(
            RecodeRequest.Refusal(
              line: line, group: adjustment.group, reason: adjustment.reason, remarks: remarks),
            amount: adjustment.amount))
      }
    }
    var unclaimed = Array(services.indices)
    var explained = Explanation(adjustments: payment.adjustments)
    for line in payment.lines {
      let number = PayerDecision.serviceNumber(of: line, services: services, unclaimed: &unclaimed)
      if let number { explained.lines[number] = .init(paid: line.paid, adjustments: line.adjustments) }
      for adjustment in line.adjustments {
        sort(adjustment, line: number, charge: line.charge, remarks: line.remarks + payment.remarks)
      }
    }
    for adjustment in payment.adjustments {
      sort(adjustment, line: nil, charge: payment.charge, remarks: payment.remarks)
    }
    isDuplicate = refused == payment.charge && !hasOther && !refusals.isEmpty
    if explains { explanation = explained }
    if isLater { limit(to: submission.billed) }
  }

  /// Puts a later payer's decision in terms of what was left for it to decide on: its adjustments repeat in part what
  /// earlier payers settled (OA-23, CO-45), and it need not repeat what they left to the patient.
  ///
  /// What it neither pays, leaves to the patient nor refuses is given up by contract. Source: CARC 23 (the impact of
  /// prior payers' adjudication) with group OA; 835 TR3 section 1.10.2.13 (secondary payment reporting).
  private mutating func limit(to billed: Money) {
    patient = max(.zero, min(patient, billed - paid))
    let rest = max(.zero, billed - paid - patient)
    var allotted = Money.zero
    refusals = refusals.compactMap { refused in
      let amount = min(refused.amount, rest - allotted)
      guard amount > .zero else { return nil }
      allotted += amount
      return Refused(refused.refusal, amount: amount)
    }
    refused = allotted
    adjusted = rest - allotted
  }

  /// Whether the payer says that it is not the visit's, or not yet: it counts for no other payer.
  var isDisclaimed: Bool {
    isRefusedWhole && refusals.allSatisfy { PayerDecision.disclaimers.contains($0.refusal.reason) }
  }

  /// Whether the payer wants another payer to be asked first.
  var isSecondInTurn: Bool { isRefusedWhole && refusals.allSatisfy { $0.refusal.reason == "22" } }

  /// Whether nothing was paid, given up by contract or left to the patient.
  var isRefusedWhole: Bool {
    !refusals.isEmpty && paid == .zero && patient == .zero && adjusted == .zero
  }

  /// 22 another payer is first, 109 another payer's, 26, 27, 31, 32, 33, 34 not eligible.
  private static let disclaimers: Set<AdjustmentReason> = ["22", "26", "27", "31", "32", "33", "34", "109"]

  /// The service a payment line is about, from 1: by our line number, else by procedure, whatever modifiers the payer
  /// left out.
  private static func serviceNumber(
    of line: ServicePayment, services: [ServiceLine], unclaimed: inout [Int]
  ) -> Int? {
    let named = Int(line.lineControlNumber).map { $0 &- 1 }
    let found =
      unclaimed.firstIndex { $0 == named && services[$0].procedure == line.procedure }
      ?? unclaimed.firstIndex { services[$0].procedure == line.procedure }
    return found.map { unclaimed.remove(at: $0) + 1 }
  }
}

extension ClaimPayment {
  /// Whether the claim was returned as unprocessable.
  fileprivate var isReturned: Bool {
    remarks.contains("MA130") || lines.contains { $0.remarks.contains("MA130") }
  }
}
