/// How a payer takes back what it paid too much.
public enum Recoupment: String, Hashable, Sendable, CaseIterable {
  /// At once: from the same payment, and what that does not cover from later ones.
  case netted
  /// After notice: the payment with the reversal is not lowered, later ones are.
  case afterNotice = "after-notice"
}
