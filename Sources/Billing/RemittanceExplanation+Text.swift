import ClaimModel

extension RemittanceExplanation {
  /// The explanation for people, within 80 columns where names and numbers allow.
  public var text: String {
    var text = "Payment \(remittance.traceNumber) of \(remittance.payerName) on \(remittance.paymentDate)\n"
    text += row("paid (BPR02)", amount)
    for claim in claims { text += claim.text }
    if !remittance.providerAdjustments.isEmpty { text += "\nBeside the claims (PLB)\n" }
    for adjustment in remittance.providerAdjustments {
      let kind = ProviderAdjustmentKind(reason: adjustment.reason)
      text += row("\(adjustment.reason) \(adjustment.reference.prefix(24)): \(kind.words)", -adjustment.amount)
    }
    text += "\n" + (findings.isEmpty ? "Everything adds up: lines, claims, payment.\n" : "")
    return text + findings.map { "DOES NOT ADD UP: \($0)\n" }.joined() + "\n"
  }
}

extension ExplainedClaim {
  /// The claim's status in words.
  public var statusWords: String {
    let words =
      switch payment.status {
      case .processedAsPrimary: "processed as the first payer"
      case .processedAsSecondary: "processed as the second payer"
      case .processedAsTertiary: "processed as the third payer"
      case .denied: "denied"
      case .reversal: "an earlier decision taken back"
      }
    return words + (payment.isForwarded ? " and sent on to the next payer" : "")
  }

  var text: String {
    var text = "\nClaim \(payment.controlNumber) (payer's \(payment.payerClaimNumber))\n  \(statusWords)\n"
    for (index, line) in payment.lines.enumerated() {
      let codes = ([line.procedure.rawValue] + line.modifiers.map(\.rawValue)).joined(separator: "-")
      text += row("\(index + 1). \(codes) x\(line.units) on \(line.dateOfService), charged", line.charge)
      if let allowed = line.allowed { text += row("   allowed", allowed) }
      text += line.adjustments.map(adjusted).joined()
      if !line.remarks.isEmpty { text += "     remarks \(line.remarks.map(\.rawValue).joined(separator: " "))\n" }
      text += row("   paid", line.paid)
    }
    if payment.lines.isEmpty { text += row("charged", payment.charge) }
    text += payment.adjustments.map(adjusted).joined()
    if !payment.remarks.isEmpty { text += "  remarks \(payment.remarks.map(\.rawValue).joined(separator: " "))\n" }
    text += "  would be posted:\n"
    for (words, amount) in [
      ("insurer's payment", posting.paid), ("given up by contract", posting.contractual),
      ("the patient's", posting.patient), ("refused, stays open", posting.open),
    ] where amount != .zero {
      text += row("   \(words)", amount)
    }
    text += work.map { "     work \($0)\n" }.joined()
    return text + underpayments.map { "     UNDERPAID \($0)\n" }.joined()
  }

  private func adjusted(_ adjustment: Adjustment) -> String {
    let code = "\(adjustment.group.rawValue)-\(adjustment.reason)"
    return row("   \(code) \(adjustment.reason.words ?? "")", -adjustment.amount)
  }
}

/// A text and an amount at the right, in 78 columns; the text is cut where both do not fit.
private func row(_ text: String, _ amount: Money) -> String {
  let figure = amount.description
  let room = 76 - max(12, figure.count)
  let cut = text.count > room ? String(text.prefix(room)) : text
  return "  " + cut + String(repeating: " ", count: max(1, 76 - cut.count - figure.count)) + figure + "\n"
}
