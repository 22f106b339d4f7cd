import ClaimModel

extension Registration {
  /// Whether the first payer is Medicare, as its name says; plans that stand in for it follow its codes too.
  var isOfMedicare: Bool { coverages.first.map { SmallLetters($0.payerName).holds("medicare") } ?? false }
}
