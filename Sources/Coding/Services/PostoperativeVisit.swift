import ClaimModel
import CodeSets

/// Whether a visit is part of an operation's fee.
///
/// Source: Medicare Claims Processing Manual, chapter 12, section 40.1: visits of the surgeon after a major operation are part of its fee
/// for 90 days; CPT's 99024 by number.
struct PostoperativeVisit {
  /// Where the note says so.
  private(set) var place: ChartSpan?

  init(_ chart: Chart, diagnoses: [AssignedDiagnosis]) {
    // Care of an injury that begins today opens a period of its own.
    let begins = diagnoses.first.map { $0.code.rawValue.hasPrefix("S") && "AB".contains($0.code.rawValue.suffix(1)) }
    if let sign = chart.services.sign(.globalPeriod), begins != true {
      place = sign.span
      return
    }
    guard let visit = chart.clues.postoperative, let first = diagnoses.first,
      ["Z47", "Z48"].contains(first.code.category) || first.code.rawValue.hasPrefix("S"),
      PostoperativeVisit.isWithinPeriod(chart.words[visit.item], of: chart.visit.documentation[visit.item].text)
    else { return }
    place = visit
  }

  /// The days that a major operation's fee covers.
  private static let period = 90

  /// Whether the times that a note tells since the operation lie within the period. One that tells none is a visit soon after it.
  private static func isWithinPeriod(_ words: [Word], of text: String) -> Bool {
    let bytes = Array(text.utf8)
    var shortest: Int?
    for index in words.indices.dropFirst() {
      guard let days = units[words[index].hash] else { continue }
      guard let number = words[index - 1].number(in: bytes) ?? spelled[words[index - 1].hash],
        words[max(0, index - 6)..<min(words.count, index + 5)].contains(where: { since.contains($0.hash) })
      else { continue }
      shortest = min(shortest ?? .max, number * days)
    }
    return shortest.map { $0 <= period } ?? true
  }

  private static let units: [UInt64: Int] = [
    ("day", 1), ("days", 1), ("d", 1), ("week", 7), ("weeks", 7), ("wk", 7), ("wks", 7), ("month", 30), ("months", 30),
    ("mo", 30),
    ("year", 365), ("years", 365), ("yr", 365),
  ].reduce(into: [:]) { $0[Words.hash($1.0)] = $1.1 }
  private static let spelled: [UInt64: Int] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ].enumerated().reduce(into: [:]) { $0[Words.hash($1.element)] = $1.offset + 1 }
  private static let since = WordSet(
    "postop post op postoperative postoperatively out after ago since following s status")
}
