import ClaimModel

extension Chart {
  /// Whether the first payer is Medicare, as its name says; plans that stand in for it follow its codes too. Where nobody is registered to
  /// pay, a note's first lines tell it: "Payer: Medicare Part B".
  var isOfMedicare: Bool {
    if let payer = visit.registration.coverages.first { return SmallLetters(payer.payerName).holds("medicare") }
    return items(.note).contains { item in
      SmallLetters(item.item.text.utf8.prefix(Chart.firstLines)).holds("medicare")
    }
  }

  private static let firstLines = 600
}
