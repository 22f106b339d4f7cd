/// How a payer takes back what it paid too much.
public enum Recoupment: String, Hashable, Sendable, CaseIterable {
  /// At once: from the same payment, and what that does not cover from later ones.
  case netted
  /// After notice: the payment with the reversal is not lowered, later ones are.
  case afterNotice = "after-notice"
}

/// How a payer pays (BPR04).
public enum PaymentMethod: String, Hashable, Sendable, CaseIterable {
  /// By check; the trace number (TRN02) is the check's.
  case check
  /// By electronic funds transfer; the trace number goes with the money.
  case transfer
}
