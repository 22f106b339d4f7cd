import Billing
import ClaimModel
import Office

/// One account with its history, as a person must see it to decide.
public struct AccountSheet: Sendable {
  private let account: PatientAccount
  private let possible: [ReviewResolution.Decision]

  /// The account of a visit in a billing office's store.
  public init(of visit: VisitID, in store: any Store) throws(WorkOrder.Fault) {
    let (file, superbill) = try WorkOrder.account(of: visit, in: store)
    account = file.account
    possible = account.possibleDecisions(hasSuperbill: superbill != nil)
  }

  /// The account for people.
  public var text: String {
    let balance = account.balance
    var text = "Account \(account.visit): \(account.state.rawValue)"
    text += account.review.isEmpty ? "\n" : ", \(account.review)\n"
    text += "  charged \(balance.charged) = insurers \(balance.insurerPaid) + adjusted \(balance.adjusted)"
    text += " + written off \(balance.writtenOff) + patient \(balance.patientPaid) + open \(balance.open)\n"
    if balance.open != .zero {
      text += "  open with insurer \(balance.openInsurance), patient \(balance.openPatient)"
      text += ", agency \(balance.inCollections); to be refunded \(balance.refundDue)\n"
    }
    text += section("Claims", account.submissions.map(\.line))
    text += section("Decisions of payers", account.decisions.map(\.line))
    text += section(
      "Decisions that wait for an earlier payer's",
      account.held.map { early in
        "\(early.payment.payerClaimNumber) of \(early.payer) on \(early.payment.controlNumber): paid \(early.payment.paid)"
      })
    text += section("Appeals", account.appeals.map { "\($0.number)  \($0.outcome?.rawValue ?? "not answered")" })
    text += section(
      "Decisions of people",
      account.resolutions.map { made in
        "\(made.decided.date)  \(made.decision.rawValue) by \(made.decidedBy), asked: \(made.review)"
          + (made.reason.isEmpty ? "" : "; \(made.reason)")
      })
    text += section("What can be decided (biller-worker resolve)", possible.map(\.rawValue))
    return text
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "\(title)\n" + lines.map { "  \($0)\n" }.joined()
  }
}

extension Submission {
  fileprivate var line: String {
    "\(number)  \(payer)  frequency \(frequency.rawValue)  \(charge)  \(stage.rawValue)"
  }
}

extension PayerDecision {
  fileprivate var line: String {
    var words = "\(number) on claim \(submission)" + (decided.map { ", \($0)" } ?? "")
    if status == .reversal { return words + ": takes back \(-paid)" }
    words += ": paid \(paid), adjusted \(adjusted), patient's \(patient)"
    if !refusals.isEmpty {
      words += "; refused " + refusals.map { "\($0.refusal.words) \($0.amount)" }.joined(separator: ", ")
    }
    return words + (isPaired ? "; taken back" : "")
  }
}
