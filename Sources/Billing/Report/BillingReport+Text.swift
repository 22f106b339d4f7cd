import ClaimModel

extension BillingReport {
  /// The report for people, within 80 columns.
  public var text: String {
    var text = "Billing report of \(asOf): \(accountCount) accounts, \(finalCount) of them final\n"
    for (state, count) in states.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      text += line(state.rawValue, "\(count)")
    }
    text += "\nMoney (US dollars)\n"
    for (label, amount) in [
      ("charged", balance.charged), ("insurers paid", balance.insurerPaid), ("adjusted", balance.adjusted),
      ("written off", balance.writtenOff), ("patients paid", balance.patientPaid), ("open", balance.open),
    ] { text += line(label, amount.description) }
    text += "\nClaims\n"
    text += line("clean-claim rate", cleanClaims)
    text += line("first-pass yield", firstPass)
    text += line("initial denial rate", denied)
    text += denialText
    text += "\nRecoding\n" + line("answered", recodes)
    if let hours = meanRecodeHours {
      text += line("turnaround, mean", "\(decimal(hours)) h") + line("slowest", "\(decimal(slowestRecodeHours)) h")
    }
    text += "\nReceivables\n"
    text += line("net collection rate", netCollection.percent)
    text += line("days in A/R", daysInReceivables.map(decimal) ?? "-")
    return text + agingText + workText
  }

  private var denialText: String {
    var text = ""
    for dimension in Dimension.allCases {
      let rows = denials(by: dimension).filter { $0.denials.claims.part > 0 }
      guard !rows.isEmpty else { continue }
      text += "\nDenials by \(dimension.rawValue)" + right("claims", 49 - dimension.rawValue.count)
      text += right("rate", 8) + right("amount", 12) + "\n"
      for (key, denials) in rows {
        text += "  " + left(key, 38) + right("\(denials.claims.part) of \(denials.claims.whole)", 19)
        text += right(denials.claims.percent, 8) + right(denials.amount.description, 12) + "\n"
      }
    }
    return text
  }

  private var agingText: String {
    var text = "\n" + left("Days since service", 19) + Aging.Age.allCases.map { right($0.rawValue, 12) }.joined() + "\n"
    for debtor in Aging.Debtor.allCases {
      let amounts = Aging.Age.allCases.map { right(aging.amount(of: debtor, $0).description, 12) }
      text += "  " + left(debtor.rawValue, 17) + amounts.joined() + "\n"
    }
    let totals = Aging.Age.allCases.map { right(aging.total(at: $0).description, 12) }
    text += "  " + left("total", 17) + totals.joined() + "\n"
    return aging.credits == .zero ? text : text + line("credits, in no column", aging.credits.description)
  }

  private var workText: String {
    var text = "\nWork lists" + right("accounts", 40) + right("overdue", 12) + right("value", 17) + "\n"
    for (state, work) in work.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      text += "  " + left(state.rawValue, 38) + right("\(work.count)", 10) + right("\(work.overdue)", 12)
      text += right(work.value.description, 17) + "\n"
    }
    if work.isEmpty { text += "  nothing to work\n" }
    return unmatched.count == 0
      ? text : text + line("payments that match nothing: \(unmatched.count)", unmatched.value.description)
  }

  private func line(_ label: String, _ rate: Rate) -> String {
    line("\(label): \(rate.part) of \(rate.whole)", rate.percent)
  }

  private func line(_ label: String, _ value: String) -> String {
    "  " + left(label, 57) + right(value, 20) + "\n"
  }

  private func left(_ text: String, _ width: Int) -> String {
    let cut = String(text.prefix(width))
    return cut + String(repeating: " ", count: width - cut.count)
  }

  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}
