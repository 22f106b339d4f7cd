import Adjudication
import YAMLFiles
import Yams

/// What only files of plans hold.
extension YAMLSection {
  /// The keys `from` and `through`.
  mutating func period() throws(YAMLFault) -> ValidPeriod {
    let period = ValidPeriod(from: try date("from"), through: try date("through"))
    if let from = period.from, let through = period.through, through < from, let value = value("through") {
      throw fault(value, "a day not before \(from)")
    }
    return period
  }

  mutating func codes(_ key: String) throws(YAMLFault) -> CodeRanges? {
    guard let value = value(key) else { return nil }
    return try codes(value)
  }

  /// Ranges of codes: a text with commas or a list.
  func codes(_ value: YAMLNode) throws(YAMLFault) -> CodeRanges {
    var ranges: [CodeRange] = []
    for part in value.sequence.map(Array.init) ?? [value] {
      guard let text = part.string, let read = CodeRanges(reading: text) else {
        throw fault(part, "codes or ranges of them, for instance \"99202-99205, G0439\" or \"E08-E13\"")
      }
      ranges += read.ranges
    }
    return CodeRanges(ranges)
  }
}
