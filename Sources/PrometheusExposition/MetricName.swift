/// The names and texts that the exposition format allows.
///
/// Source: Prometheus, "Data model" (metric and label names) and "Exposition formats" (escaping).
enum MetricName {
  /// `text` as a metric's name: letters, digits, `_` and `:`, not beginning with a digit.
  static func metric(_ text: String) -> String { legal(text, allowsColon: true) }

  /// `text` as a label's name: letters, digits and `_`, not beginning with a digit, nor with the two underscores that
  /// Prometheus keeps for itself.
  static func label(_ text: String) -> String {
    let name = legal(text, allowsColon: false)
    return name.hasPrefix("__") ? "x" + name : name
  }

  private static func legal(_ text: String, allowsColon: Bool) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
      let isDigit = ("0"..."9").contains(scalar)
      if isDigit, name.isEmpty { name = "_" }
      name.unicodeScalars.append(isLetter || isDigit || (allowsColon && scalar == ":") ? scalar : "_")
    }
    return name.isEmpty ? "_" : name
  }

  /// A label's value between its quotes.
  static func escapedValue(_ text: String) -> String { escaped(text, alsoQuotes: true) }

  /// A help text on its line.
  static func escapedHelp(_ text: String) -> String { escaped(text, alsoQuotes: false) }

  private static func escaped(_ text: String, alsoQuotes: Bool) -> String {
    var result = ""
    // By scalars: a carriage return and a line feed are one character.
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\"" where alsoQuotes: result += "\\\""
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A value as Go's `ParseFloat` reads it.
  static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    // Every whole number of this size has a Double of its own.
    return value.magnitude < 0x1p53 && value == value.rounded() ? String(Int64(value)) : "\(value)"
  }
}

/// A series' labels, in the order of their names, each name once.
struct LabelSet: Hashable {
  let pairs: [Pair]

  struct Pair: Hashable {
    var name: String
    var value: String
  }

  /// The labels of `dimensions`; of two with one name the last counts. `reserved` names get an underscore.
  init(_ dimensions: [(String, String)], reserved: String? = nil) {
    var values: [String: String] = [:]
    for (name, value) in dimensions {
      let legal = MetricName.label(name)
      values[legal == reserved ? legal + "_" : legal] = value
    }
    pairs = values.map { Pair(name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
  }

  /// As it stands behind a metric's name: `{office="coding"}`, or nothing.
  func text(with extra: Pair? = nil) -> String {
    let all = pairs + (extra.map { [$0] } ?? [])
    guard !all.isEmpty else { return "" }
    return "{" + all.map { "\($0.name)=\"\(MetricName.escapedValue($0.value))\"" }.joined(separator: ",") + "}"
  }
}
