import Adjudication
import ClaimModel
import Yams

/// A mapping of a file of plans: hands out its values checked, and in the end tells of keys that nobody asked for.
struct YAMLSection {
  let file: String
  let node: Node
  private let mapping: Node.Mapping
  private var asked: [String] = []

  init(_ node: Node, in file: String, what: String) throws(PlanFileFault) {
    guard let mapping = node.mapping else {
      throw PlanFileFault(node, in: file, expected: "\(what): keys and values", remedy: "write one 'key: value' a line")
    }
    self.file = file
    self.node = node
    self.mapping = mapping
  }

  /// The value of a key; `nil` when it is not there.
  mutating func value(_ key: String) -> Node? {
    asked.append(key)
    return mapping.first { $0.key.string == key }?.value
  }

  /// The value of a key that must be there.
  mutating func needed(_ key: String) throws(PlanFileFault) -> Node {
    guard let value = value(key) else {
      throw PlanFileFault(node, in: file, expected: "the key \(key)", found: "none", remedy: "add a line '\(key): …'")
    }
    return value
  }

  mutating func text(_ key: String) throws(PlanFileFault) -> String? {
    guard let value = value(key) else { return nil }
    return try text(value, "a text")
  }

  /// One of a few words.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, as type: Word.Type
  ) throws(PlanFileFault) -> Word? {
    guard let value = value(key) else { return nil }
    return try word(value, as: type)
  }

  mutating func flag(_ key: String) throws(PlanFileFault) -> Bool? {
    guard let value = value(key) else { return nil }
    switch value.string {
    case "true", "yes": return true
    case "false", "no": return false
    default: throw fault(value, "true or false")
    }
  }

  mutating func money(_ key: String) throws(PlanFileFault) -> Money? {
    guard let value = value(key) else { return nil }
    return try money(value)
  }

  func money(_ value: Node) throws(PlanFileFault) -> Money {
    guard let text = value.string, let amount = Money(text), amount >= .zero else {
      throw fault(value, "an amount in dollars, for instance 1500 or 25.50")
    }
    return amount
  }

  mutating func number(_ key: String, in range: ClosedRange<Int>) throws(PlanFileFault) -> Int? {
    guard let value = value(key) else { return nil }
    return try number(value, in: range)
  }

  func number(_ value: Node, in range: ClosedRange<Int>) throws(PlanFileFault) -> Int {
    guard let number = value.string.flatMap({ Int($0) }), range.contains(number) else {
      throw fault(value, "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  mutating func date(_ key: String) throws(PlanFileFault) -> CalendarDate? {
    guard let value = value(key) else { return nil }
    return try date(value)
  }

  func date(_ value: Node) throws(PlanFileFault) -> CalendarDate {
    guard let text = value.string, text.utf8.count == 10, let date = CalendarDate(iso: text) else {
      throw fault(value, "a date, YYYY-MM-DD")
    }
    return date
  }

  /// The keys `from` and `through`.
  mutating func period() throws(PlanFileFault) -> ValidPeriod {
    let period = ValidPeriod(from: try date("from"), through: try date("through"))
    if let from = period.from, let through = period.through, through < from, let value = value("through") {
      throw fault(value, "a day not before \(from)")
    }
    return period
  }

  mutating func codes(_ key: String) throws(PlanFileFault) -> CodeRanges? {
    guard let value = value(key) else { return nil }
    return try codes(value)
  }

  /// Ranges of codes: a text with commas or a list.
  func codes(_ value: Node) throws(PlanFileFault) -> CodeRanges {
    var ranges: [CodeRange] = []
    for part in value.sequence.map(Array.init) ?? [value] {
      guard let text = part.string, let read = CodeRanges(reading: text) else {
        throw fault(part, "codes or ranges of them, for instance \"99202-99205, G0439\" or \"E08-E13\"")
      }
      ranges += read.ranges
    }
    return CodeRanges(ranges)
  }

  /// The elements of a list; none when the key is not there.
  mutating func list(_ key: String) throws(PlanFileFault) -> [Node] {
    guard let value = value(key) else { return [] }
    guard let sequence = value.sequence else {
      throw PlanFileFault(value, in: file, expected: "a list under \(key)", remedy: "begin each element with '- '")
    }
    return Array(sequence)
  }

  /// The elements of a list, each of them a mapping; `nil` when the key is not there.
  mutating func sections(_ key: String) throws(PlanFileFault) -> [YAMLSection]? {
    guard value(key) != nil else { return nil }
    var sections: [YAMLSection] = []
    for node in try list(key) { sections.append(try YAMLSection(node, in: file, what: "an element of \(key)")) }
    return sections
  }

  mutating func section(_ key: String) throws(PlanFileFault) -> YAMLSection? {
    guard let value = value(key) else { return nil }
    return try YAMLSection(value, in: file, what: key)
  }

  func text(_ value: Node, _ expected: String) throws(PlanFileFault) -> String {
    guard let text = value.string, !text.isEmpty, text.utf8.count <= 200 else { throw fault(value, expected) }
    return text
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ value: Node, as type: Word.Type
  ) throws(PlanFileFault) -> Word {
    guard let word = value.string.flatMap(Word.init(rawValue:)) else {
      throw fault(value, "one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  /// Every key with its value, for mappings whose keys are the user's.
  mutating func entries() -> [(key: Node, value: Node)] {
    asked += mapping.compactMap { $0.key.string }
    return mapping.map { ($0.key, $0.value) }
  }

  /// Tells of a key that is not known, or given twice.
  func finish() throws(PlanFileFault) {
    var seen: Set<String> = []
    for (key, _) in mapping {
      let name = key.string ?? ""
      guard asked.contains(name) else {
        let known = Set(asked).sorted().joined(separator: ", ")
        throw PlanFileFault(key, in: file, expected: "one of \(known)", remedy: "correct or remove the key")
      }
      guard seen.insert(name).inserted else {
        throw PlanFileFault(key, in: file, expected: "each key once", remedy: "remove one of the two lines")
      }
    }
  }

  func fault(_ value: Node, _ expected: String) -> PlanFileFault {
    PlanFileFault(value, in: file, expected: expected, remedy: "correct the value")
  }
}

extension PlanFileFault {
  init(_ node: Node, in file: String, expected: String, found: String? = nil, remedy: String) {
    let text = node.string.map { $0.isEmpty ? "nothing" : "'\($0.prefix(40))'" }
    self.init(
      file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, expected: expected,
      found: found ?? text ?? (node.sequence == nil ? "keys and values" : "a list"), remedy: remedy)
  }
}
