import ClaimModel
import Yams

/// A mapping of a YAML file (or of JSON, which is YAML): hands out its values checked, and in the end tells of keys that nobody asked for.
public struct YAMLSection {
  /// The file, for faults.
  public let file: String
  /// The mapping, for faults.
  public let node: Node
  private let mapping: Node.Mapping
  private var asked: [String] = []

  /// A mapping; `what` says what it is of.
  public init(_ node: Node, in file: String, what: String) throws(YAMLFault) {
    guard let mapping = node.mapping else {
      throw YAMLFault(node, in: file, expected: "\(what): keys and values", remedy: "write one 'key: value' a line")
    }
    self.file = file
    self.node = node
    self.mapping = mapping
  }

  /// The value of a key; `nil` when it is not there.
  public mutating func value(_ key: String) -> Node? {
    asked.append(key)
    return mapping.first { $0.key.string == key }?.value
  }

  /// The value of a key that must be there.
  public mutating func needed(_ key: String) throws(YAMLFault) -> Node {
    guard let value = value(key) else {
      throw YAMLFault(node, in: file, expected: "the key \(key)", found: "none", remedy: "add a line '\(key): …'")
    }
    return value
  }

  /// A text.
  public mutating func text(_ key: String) throws(YAMLFault) -> String? {
    guard let value = value(key) else { return nil }
    return try text(value, "a text")
  }

  /// One of a few words.
  public mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, as type: Word.Type
  ) throws(YAMLFault) -> Word? {
    guard let value = value(key) else { return nil }
    return try word(value, as: type)
  }

  /// True or false.
  public mutating func flag(_ key: String) throws(YAMLFault) -> Bool? {
    guard let value = value(key) else { return nil }
    switch value.string {
    case "true", "yes": return true
    case "false", "no": return false
    default: throw fault(value, "true or false")
    }
  }

  /// An amount of dollars, not below zero.
  public mutating func money(_ key: String) throws(YAMLFault) -> Money? {
    guard let value = value(key) else { return nil }
    return try money(value)
  }

  /// An amount of dollars, not below zero.
  public func money(_ value: Node) throws(YAMLFault) -> Money {
    guard let text = value.string, let amount = Money(text), amount >= .zero else {
      throw fault(value, "an amount in dollars, for instance 1500 or 25.50")
    }
    return amount
  }

  /// A whole number within a range.
  public mutating func number(_ key: String, in range: ClosedRange<Int>) throws(YAMLFault) -> Int? {
    guard let value = value(key) else { return nil }
    return try number(value, in: range)
  }

  /// A whole number within a range.
  public func number(_ value: Node, in range: ClosedRange<Int>) throws(YAMLFault) -> Int {
    guard let number = value.string.flatMap({ Int($0) }), range.contains(number) else {
      throw fault(value, "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A date.
  public mutating func date(_ key: String) throws(YAMLFault) -> CalendarDate? {
    guard let value = value(key) else { return nil }
    return try date(value)
  }

  /// A date.
  public func date(_ value: Node) throws(YAMLFault) -> CalendarDate {
    guard let text = value.string, text.utf8.count == 10, let date = CalendarDate(iso: text) else {
      throw fault(value, "a date, YYYY-MM-DD")
    }
    return date
  }

  /// The elements of a list; none when the key is not there.
  public mutating func list(_ key: String) throws(YAMLFault) -> [Node] {
    guard let value = value(key) else { return [] }
    guard let sequence = value.sequence else {
      throw YAMLFault(value, in: file, expected: "a list under \(key)", remedy: "begin each element with '- '")
    }
    return Array(sequence)
  }

  /// The elements of a list, each of them a mapping; `nil` when the key is not there.
  public mutating func sections(_ key: String) throws(YAMLFault) -> [YAMLSection]? {
    guard value(key) != nil else { return nil }
    var sections: [YAMLSection] = []
    for node in try list(key) { sections.append(try YAMLSection(node, in: file, what: "an element of \(key)")) }
    return sections
  }

  /// A mapping; `nil` when the key is not there.
  public mutating func section(_ key: String) throws(YAMLFault) -> YAMLSection? {
    guard let value = value(key) else { return nil }
    return try YAMLSection(value, in: file, what: key)
  }

  /// A text that is not empty.
  public func text(_ value: Node, _ expected: String) throws(YAMLFault) -> String {
    guard let text = value.string, !text.isEmpty, text.utf8.count <= 200 else { throw fault(value, expected) }
    return text
  }

  /// One of a few words.
  public func word<Word: RawRepresentable<String> & CaseIterable>(
    _ value: Node, as type: Word.Type
  ) throws(YAMLFault) -> Word {
    guard let word = value.string.flatMap(Word.init(rawValue:)) else {
      throw fault(value, "one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  /// Every key with its value, for mappings whose keys are the user's.
  public mutating func entries() -> [(key: Node, value: Node)] {
    asked += mapping.compactMap { $0.key.string }
    return mapping.map { ($0.key, $0.value) }
  }

  /// Tells of a key that is not known, or given twice.
  public func finish() throws(YAMLFault) {
    var seen: Set<String> = []
    for (key, _) in mapping {
      let name = key.string ?? ""
      guard asked.contains(name) else {
        let known = Set(asked).sorted().joined(separator: ", ")
        throw YAMLFault(key, in: file, expected: "one of \(known)", remedy: "correct or remove the key")
      }
      guard seen.insert(name).inserted else {
        throw YAMLFault(key, in: file, expected: "each key once", remedy: "remove one of the two lines")
      }
    }
  }

  /// What is wrong with a value.
  public func fault(_ value: Node, _ expected: String) -> YAMLFault {
    YAMLFault(value, in: file, expected: expected, remedy: "correct the value")
  }
}
