/// Rows of cells in columns, for people.
public struct TextTable: Sendable {
  /// A column.
  public struct Column: Sendable {
    let title: String
    let width: Int
    let isRight: Bool

    /// A column whose cells begin at its left edge.
    public static func left(_ title: String, _ width: Int) -> Column {
      Column(title: title, width: width, isRight: false)
    }
    /// A column whose cells end at its right edge.
    public static func right(_ title: String, _ width: Int) -> Column {
      Column(title: title, width: width, isRight: true)
    }

    func cell(_ text: String) -> String {
      let text = visible(text)
      return pad(text.count > width ? text.prefix(max(0, width - 1)) + "…" : text[...], width, left: isRight)
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  /// A table without rows. Columns stand a space apart; what does not fit is cut.
  public init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row: a cell for each column.
  public mutating func add(_ cells: String...) { add(cells) }

  /// Adds a row: a cell for each column.
  public mutating func add(_ cells: [String]) { rows.append(cells) }

  /// Whether there are no rows.
  public var isEmpty: Bool { rows.isEmpty }

  /// The titles.
  public var head: String { line(columns.map(\.title)) }

  /// The rows, without the titles.
  public var lines: [String] { rows.map(line) }

  /// Titles and rows, a line each.
  public var text: String { ([head] + lines).map { $0 + "\n" }.joined() }

  private func line(_ cells: [String]) -> String {
    var line = zip(columns, cells).map { $0.cell($1) }.joined(separator: " ")
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// The text widened with spaces to `width`.
func pad(_ text: some StringProtocol, _ width: Int, left: Bool = false) -> String {
  let fill = String(repeating: " ", count: max(0, width - text.count))
  return left ? fill + text : text + fill
}

/// Milliseconds as people say them: `850ms`, `12s`, `3m`, `5h`, `2d`.
func brief(milliseconds: Double) -> String {
  let amount = max(0, milliseconds)
  switch amount {
  case ..<1_000: return "\(Int(amount))ms"
  case ..<120_000: return "\(Int(amount / 1_000))s"
  case ..<7_200_000: return "\(Int(amount / 60_000))m"
  case ..<172_800_000: return "\(Int(amount / 3_600_000))h"
  default: return "\(Int(min(amount / 86_400_000, 999_999)))d"
  }
}

/// A rate with as many digits as say something: `1240`, `12.4`, `0.25`.
func brief(rate: Double) -> String {
  guard rate.isFinite else { return "?" }
  let value = max(0, rate)
  if value >= 100 { return "\(Int(min(value, 1e9).rounded()))" }
  let factor = value >= 10 ? 10.0 : 100.0
  let scaled = Int((value * factor).rounded())
  let (whole, rest) = scaled.quotientAndRemainder(dividingBy: Int(factor))
  return rest == 0
    ? "\(whole)" : "\(whole).\(pad("\(rest)", factor == 10 ? 1 : 2, left: true).replacing(" ", with: "0"))"
}
