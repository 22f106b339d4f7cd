import ClaimModel

extension Visit {
  /// Whether the first payer is Medicare, as its name says; plans that stand in for it follow its codes too. Where nobody is registered to
  /// pay, a note's first lines tell it: "Payer: Medicare Part B".
  var isOfMedicare: Bool {
    if let payer = registration.coverages.first { return SmallLetters(payer.payerName).holds("medicare") }
    return documentation.contains { item in
      item.kind == .note && SmallLetters(item.text.utf8.prefix(Visit.firstLines)).holds("medicare")
    }
  }

  private static let firstLines = 600
}
