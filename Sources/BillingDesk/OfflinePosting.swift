import Billing
import ClaimModel
import X12

/// Explains remittances without broker and store.
public enum OfflinePosting {
  /// What a file holds.
  public struct Outcome: Sendable {
    /// Its remittances, told.
    public var explanations: [RemittanceExplanation] = []
    /// What of it cannot be read; empty when all can.
    public var problems: [String] = []
  }

  /// Explains the 835 transactions in the bytes of a file. One that is broken is told of, and the others explained.
  public static func explain(_ bytes: [UInt8], rules: BillingRules) -> Outcome {
    var outcome = Outcome()
    if bytes.isEmpty { outcome.problems.append("it is empty") }
    for interchange in bytes.isEmpty ? [] : RemittanceReader.read(bytes) {
      outcome.problems += interchange.faults.map { X12FaultWords.words($0) }
      for (index, transaction) in interchange.groups.flatMap(\.transactions).enumerated() {
        guard transaction.isAccepted, let advice = transaction.content else {
          let faults = X12FaultWords.words(transaction).joined(separator: "; ")
          outcome.problems.append("transaction \(index + 1) cannot be read: \(faults)")
          continue
        }
        outcome.explanations.append(RemittanceExplanation(advice.remittance, amount: advice.amount, rules: rules))
      }
    }
    if outcome.explanations.isEmpty, outcome.problems.isEmpty { outcome.problems.append("there is no 835 in it") }
    return outcome
  }
}
