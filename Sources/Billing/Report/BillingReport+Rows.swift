import ClaimModel

extension BillingReport {
  /// One figure of a report.
  public struct Row: Hashable, Encodable, Sendable {
    /// What is measured: `denial-rate`.
    public var measure: String
    /// Of what: empty for the whole, else `payer`, `reason`, `debtor`, `age` and others.
    public var by: String
    /// Of which one: `ACMEHLTH`.
    public var key: String
    /// How many of `whole` are meant; empty where the figure is no share.
    public var part: String
    /// Of how many.
    public var whole: String
    /// The figure; empty when there is none.
    public var value: String
    /// In what: `percent`, `days`, `hours`, `usd`, `count`.
    public var unit: String
  }

  /// The names of a row's fields, in the order of ``csv``.
  public static let header = ["measure", "by", "key", "part", "whole", "value", "unit"]

  /// Every figure of the report.
  public var rows: [Row] {
    var rows = moneyRows
    rows += states.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      figure("accounts", "state", $0.key.rawValue, "\($0.value)", "count")
    }
    rows += [share("clean-claim-rate", cleanClaims), share("first-pass-yield", firstPass)]
    rows.append(share("denial-rate", denied))
    for dimension in Dimension.allCases {
      for (key, denials) in denials(by: dimension) {
        rows.append(share("denial-rate", denials.claims, by: dimension.rawValue, key))
        rows.append(figure("denied", dimension.rawValue, key, denials.amount.description, "usd"))
      }
    }
    rows.append(share("recodes-answered", recodes))
    rows.append(figure("recode-turnaround", "", "", meanRecodeHours.map(decimal) ?? "", "hours"))
    rows.append(figure("slowest-recode", "", "", recodes.part == 0 ? "" : decimal(slowestRecodeHours), "hours"))
    rows.append(share("net-collection-rate", netCollection, isMoney: true))
    rows.append(figure("days-in-receivables", "", "", daysInReceivables.map(decimal) ?? "", "days"))
    return rows + agingRows + workRows
  }

  private var moneyRows: [Row] {
    [
      ("charged", balance.charged), ("insurer-paid", balance.insurerPaid), ("adjusted", balance.adjusted),
      ("written-off", balance.writtenOff), ("patient-paid", balance.patientPaid), ("open", balance.open),
    ].map { figure($0.0, "", "", $0.1.description, "usd") }
  }

  private var agingRows: [Row] {
    var rows: [Row] = []
    for debtor in Aging.Debtor.allCases {
      for age in Aging.Age.allCases {
        let amount = aging.amount(of: debtor, age).description
        rows.append(figure("aging", debtor.rawValue, age.rawValue, amount, "usd"))
      }
    }
    return rows + [figure("credits", "", "", aging.credits.description, "usd")]
  }

  private var workRows: [Row] {
    work.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { state, work in
      [
        figure("work-list", "state", state.rawValue, "\(work.count)", "count"),
        figure("work-list-overdue", "state", state.rawValue, "\(work.overdue)", "count"),
        figure("work-list-value", "state", state.rawValue, work.value.description, "usd"),
      ]
    } + [
      figure("unmatched-payments", "", "", "\(unmatched.count)", "count"),
      figure("unmatched-value", "", "", unmatched.value.description, "usd"),
    ]
  }

  private func figure(
    _ measure: String, _ by: String, _ key: String, _ value: String, _ unit: String
  ) -> Row {
    Row(measure: measure, by: by, key: key, part: "", whole: "", value: value, unit: unit)
  }

  private func share(
    _ measure: String, _ rate: Rate, by: String = "", _ key: String = "", isMoney: Bool = false
  ) -> Row {
    func text(_ count: Int) -> String { isMoney ? Money(cents: count).description : "\(count)" }
    return Row(
      measure: measure, by: by, key: key, part: text(rate.part), whole: text(rate.whole),
      value: rate.value.map { decimal($0 * 100) } ?? "", unit: "percent")
  }

  /// The report for programs; `schema` counts its versions, docs/billing.md describes it.
  public struct Document: Encodable, Sendable {
    let schema = 1
    let asOf: String
    let figures: [Row]
  }

  /// The report for programs.
  public var document: Document { Document(asOf: asOf.iso, figures: rows) }

  /// The report as comma-separated values with a header (RFC 4180, with line feeds).
  public var csv: String {
    let lines = rows.map { [$0.measure, $0.by, $0.key, $0.part, $0.whole, $0.value, $0.unit] }
    return ([BillingReport.header] + lines).map { $0.map(BillingReport.field).joined(separator: ",") + "\n" }
      .joined()
  }

  /// A field; in quotes where it holds what would end it. What a spreadsheet would take for a formula stays a text: keys
  /// are codes and numbers that others have sent.
  private static func field(_ text: String) -> String {
    let isFormula = text.first.map { "=+@\t".contains($0) } ?? false
    let text = isFormula ? "'" + text : text
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
