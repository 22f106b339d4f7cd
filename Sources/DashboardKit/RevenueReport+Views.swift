import ClaimModel
import Office

extension RevenueReport {
  /// The report for people, within 80 columns.
  public var text: String {
    var text = "Visits\n"
    for (state, count) in visitsByState.sorted(by: { $0.key < $1.key }) {
      text += "  \(pad(visible(state), 40)) \(pad("\(count)", 8, left: true))\n"
    }
    text += "  \(pad("total", 40)) \(pad("\(visitCount)", 8, left: true))\n"
    text += "  \(pad("final", 40)) \(pad("\(finalCount)", 8, left: true))\n"
    text += "\nMoney (US dollars)\n"
    for (label, amount) in moneyRows { text += "  \(pad(label, 36)) \(pad(amount.description, 12, left: true))\n" }
    text +=
      "  \(difference == .zero ? "charged = insurer + adjusted + written off + patient + open" : "THE BOOKS DO NOT BALANCE: difference \(difference)")\n"
    text += "\nDenials\n"
    if denials.counts.isEmpty { text += "  none\n" }
    for (key, value) in denials.counts.sorted(by: { $0.key < $1.key }) {
      let reason = visible("\(key.payer) \(key.reason) \(key.remarks)")
      text +=
        "  \(pad(reason, 36)) \(pad("\(value.count)", 5, left: true)) \(pad(value.amount.description, 12, left: true))\n"
    }
    text += "\nRecode requests handled \(recodeCount), messages parked \(parked.count)\n"
    for (reason, count) in parkedByReason.sorted(by: { $0.key < $1.key }) {
      text += visible("  \(count) x \(reason)") + "\n"
    }
    return text
  }

  /// The report as one JSON object.
  public var json: String {
    encodeJSON(
      Document(
        visits: .init(total: visitCount, final: finalCount, byState: visitsByState),
        money: Dictionary(uniqueKeysWithValues: moneyRows.map { ($0.key, $0.amount.description) }),
        isBalanced: difference == .zero,
        denials: denials.counts.sorted { $0.key < $1.key }.map {
          .init(
            payer: $0.key.payer.rawValue, reason: $0.key.reason, remarks: $0.key.remarks, count: $0.value.count,
            amount: $0.value.amount.description)
        }, recodeRequests: recodeCount, parked: parkedByReason), pretty: true)
  }

  private var moneyRows: [(key: String, amount: Money)] {
    [
      ("charged", moved(.charged)), ("insurer paid", moved(.insurerPaid)), ("adjusted", moved(.adjusted)),
      ("written off", moved(.writtenOff)), ("patient paid", moved(.patientPaid)), ("open", open),
    ]
  }

  private var parkedByReason: [String: Int] {
    Dictionary(parked.values.map { ($0, 1) }, uniquingKeysWith: +)
  }

  private struct Document: Encodable {
    struct Visits: Encodable {
      let total: Int
      let final: Int
      let byState: [String: Int]
    }

    struct Denial: Encodable {
      let payer: String
      let reason: String
      let remarks: String
      let count: Int
      let amount: String
    }

    let schema = 1
    let visits: Visits
    let money: [String: String]
    let isBalanced: Bool
    let denials: [Denial]
    let recodeRequests: Int
    let parked: [String: Int]
  }
}
