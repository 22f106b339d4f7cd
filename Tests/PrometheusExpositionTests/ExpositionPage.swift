/// A strict reader of the text format, version 0.0.4: whatever a Prometheus server would refuse, and what it would only
/// warn of, is an error here.
///
/// Source: Prometheus, "Exposition formats", and the checks of `promtool check metrics`.
struct ExpositionPage {
  struct Sample: Equatable {
    var name: String
    var labels: [String: String]
    var value: Double
  }

  struct Family: Equatable {
    var help: String?
    var type: String
    var samples: [Sample] = []
  }

  struct Fault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  private(set) var families: [String: Family] = [:]
  private var current: String?
  private var help: (name: String, text: String)?

  init(_ text: String) throws {
    guard text.isEmpty || text.hasSuffix("\n") else { throw Fault("the last line does not end") }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      do {
        try read(line)
      } catch let fault as Fault {
        throw Fault("\(fault): \(line)")
      }
    }
    guard help == nil else { throw Fault("HELP without TYPE") }
    for (name, family) in families { try Self.check(name, family) }
  }

  /// The value of the only sample with that name and those labels.
  func value(_ name: String, _ labels: [String: String] = [:]) throws -> Double? {
    let found = families.values.flatMap(\.samples).filter { $0.name == name && $0.labels == labels }
    guard found.count <= 1 else { throw Fault("\(name) is there \(found.count) times") }
    return found.first?.value
  }

  private mutating func read(_ line: Substring) throws {
    if line.hasPrefix("# HELP ") {
      let rest = line.dropFirst(7)
      let name = String(rest.prefix { $0 != " " })
      guard help == nil, families[name] == nil else { throw Fault("HELP out of place") }
      help = (name, try Self.unescaped(rest.dropFirst(name.count + 1), quotes: false))
    } else if line.hasPrefix("# TYPE ") {
      let words = line.dropFirst(7).split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      guard words.count == 2, ["counter", "gauge", "histogram"].contains(words[1]) else { throw Fault("TYPE") }
      guard Self.isName(words[0], colon: true), families[words[0]] == nil else { throw Fault("name of TYPE") }
      if let help, help.name != words[0] { throw Fault("HELP and TYPE of two metrics") }
      families[words[0]] = Family(help: help?.text, type: words[1])
      current = words[0]
      help = nil
    } else {
      let sample = try Self.sample(line)
      guard let current, help == nil, let family = families[current] else { throw Fault("a sample without TYPE") }
      let names = family.type == "histogram" ? ["_bucket", "_sum", "_count"].map { current + $0 } : [current]
      guard names.contains(sample.name) else { throw Fault("a sample of another metric") }
      let isNew = !family.samples.contains { $0.name == sample.name && $0.labels == sample.labels }
      guard isNew else { throw Fault("a sample that is there already") }
      families[current]?.samples.append(sample)
    }
  }

  private static func sample(_ line: Substring) throws -> Sample {
    let name = String(line.prefix { $0 != "{" && $0 != " " })
    guard isName(name, colon: true) else { throw Fault("name") }
    var rest = line.dropFirst(name.count)
    var labels: [String: String] = [:]
    if rest.first == "{" {
      rest = rest.dropFirst()
      while rest.first != "}" {
        let label = String(rest.prefix { $0 != "=" })
        guard isName(label, colon: false), rest.dropFirst(label.count).hasPrefix("=\"") else { throw Fault("label") }
        rest = rest.dropFirst(label.count + 2)
        var end = rest.startIndex
        while end < rest.endIndex, rest[end] != "\"" {
          end = rest.index(end, offsetBy: rest[end] == "\\" ? 2 : 1, limitedBy: rest.endIndex) ?? rest.endIndex
        }
        guard end < rest.endIndex else { throw Fault("an open quote") }
        guard labels.updateValue(try unescaped(rest[..<end], quotes: true), forKey: label) == nil else {
          throw Fault("a label twice")
        }
        rest = rest[rest.index(after: end)...]
        if rest.first == "," { rest = rest.dropFirst() } else if rest.first != "}" { throw Fault("labels") }
      }
      rest = rest.dropFirst()
    }
    guard rest.first == " ", let value = number(rest.dropFirst()) else { throw Fault("value") }
    return Sample(name: name, labels: labels, value: value)
  }

  private static func number(_ text: Substring) -> Double? {
    switch text {
    case "+Inf": .infinity
    case "-Inf": -.infinity
    case "NaN": .nan
    default: text.allSatisfy { "0123456789+-.e".contains($0) } ? Double(text) : nil
    }
  }

  private static func isName(_ text: String, colon: Bool) -> Bool {
    guard let first = text.first, !first.isNumber else { return false }
    return text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0) || $0 == 0x5f
        || (colon && $0 == 0x3a)
    }
  }

  private static func unescaped(_ text: Substring, quotes: Bool) throws -> String {
    var result = ""
    var rest = text
    while let character = rest.popFirst() {
      guard character == "\\" else {
        result.append(character)
        continue
      }
      switch rest.popFirst() {
      case "\\": result.append("\\")
      case "n": result.append("\n")
      case "\"" where quotes: result.append("\"")
      default: throw Fault("an unknown escape")
      }
    }
    return result
  }

  /// What holds for a whole family: counters do not fall below zero, buckets are cumulative and end with the count.
  private static func check(_ name: String, _ family: Family) throws {
    guard !family.samples.isEmpty else { throw Fault("\(name) has no samples") }
    guard family.help?.isEmpty != true else { throw Fault("\(name) has an empty help text") }
    if family.type == "counter" {
      guard family.samples.allSatisfy({ $0.value >= 0 }) else { throw Fault("\(name) is negative") }
    }
    guard family.type == "histogram" else { return }
    let groups = Dictionary(grouping: family.samples) { $0.labels.filter { $0.key != "le" } }
    for (labels, samples) in groups {
      let buckets = samples.filter { $0.name == name + "_bucket" }
      let bounds = try buckets.map { bucket in
        guard let bound = number(Substring(bucket.labels["le"] ?? "")) else { throw Fault("\(name): le") }
        return bound
      }
      guard bounds == bounds.sorted(), bounds.last == .infinity else { throw Fault("\(name)\(labels): bounds") }
      let counts = buckets.map(\.value)
      guard counts == counts.sorted() else { throw Fault("\(name)\(labels): buckets are not cumulative") }
      guard counts.last == samples.first(where: { $0.name == name + "_count" })?.value,
        samples.count == buckets.count + 2
      else { throw Fault("\(name)\(labels): count") }
    }
  }
}
