/// Reads the table of an ``ImplementationGuide``.
struct GuideBuilder {
  private(set) var segments: [ImplementationGuide.SegmentRule] = []
  private(set) var elements: [ImplementationGuide.ElementRule] = []
  private(set) var conditions: [ImplementationGuide.Condition] = []
  private(set) var codes: [UInt64] = []
  private(set) var flatLoops: [ImplementationGuide.Loop] = []
  private(set) var flatEntries: [ImplementationGuide.Entry] = []
  /// The names of the loops.
  private(set) var names = [""]
  private var parts: [[ImplementationGuide.Entry]] = [[]]
  private var known: [Substring: Int] = [:]
  /// The loops that are open, outermost first.
  private var open = [0]

  /// Takes in the words of a line.
  mutating func add(_ words: [Substring]) {
    guard let first = words.first, words.count >= 5 else { return }
    if first == "." { addSegment(words) } else { addLoop(words, depth: Int(first) ?? 1) }
  }

  private mutating func addLoop(_ words: [Substring], depth: Int) {
    open.removeLast(max(0, open.count - depth))
    let parent = open.last ?? 0
    let loop = known[words[1]] ?? names.count
    parts[parent].append(entry(words, segment: 0, loop: loop))
    if loop == names.count {
      known[words[1]] = loop
      names.append(String(words[1]))
      parts.append([])
    }
    open.append(loop)
    precondition(open.count <= GuideWalker.deepest, "the loops of the guide are nested too deep")
  }

  private mutating func addSegment(_ words: [Substring]) {
    let name = SegmentID.packed(words[1].utf8)
    let rules = words.dropFirst(5).filter { !$0.hasPrefix("/") }.map { rule($0) }
    precondition(rules.count < Segment.maximumElements, "a segment of the guide has more elements than there are bits")
    let start = elements.count
    elements += rules
    let firstCondition = conditions.count
    conditions += words.filter { $0.hasPrefix("/") }.compactMap(condition)
    let key = name == SegmentID.hl.rawValue ? 3 : 1
    let keys = rules.count >= key ? keys(of: rules[key - 1]) : 0..<0
    parts[open.last ?? 0].append(entry(words, segment: segments.count, loop: nil))
    segments.append(
      ImplementationGuide.SegmentRule(
        name: name, keyElement: keys.isEmpty ? 0 : key, keys: keys, elements: start..<elements.count,
        required: rules.indices.reduce(0) { $0 | (rules[$1].isRequired ? 2 << UInt64($1) : 0) },
        texts: rules.indices.reduce(0) {
          $0 | (rules[$1].isText || rules[$1].kind == .period ? 2 << UInt64($1) : 0)
        },
        conditions: firstCondition..<conditions.count))
  }

  private func keys(of rule: ImplementationGuide.ElementRule) -> Range<Int> {
    guard let first = rule.components.first else { return rule.codes }
    return elements[first].codes
  }

  private func entry(_ words: [Substring], segment: Int, loop: Int?) -> ImplementationGuide.Entry {
    ImplementationGuide.Entry(
      name: 0, segment: segment, place: Int(words[2]) ?? 0, isRequired: words[3] == "R", limit: Int(words[4]) ?? 0,
      loop: loop, group: 0)
  }

  private func condition(_ word: Substring) -> ImplementationGuide.Condition? {
    guard let kind = word.dropFirst().first.flatMap({ ImplementationGuide.ConditionKind(rawValue: $0) }) else {
      return nil
    }
    let digits = Array(word.dropFirst(2).utf8)
    var made = ImplementationGuide.Condition(kind: kind, first: 0, others: 0)
    for index in stride(from: 0, to: digits.count - 1, by: 2) {
      let bit: UInt64 = 1 << ((UInt64(digits[index]) - 48) * 10 + UInt64(digits[index + 1]) - 48)
      if index == 0 { made.first = bit } else { made.others |= bit }
    }
    return made
  }

  private mutating func rule(_ word: Substring) -> ImplementationGuide.ElementRule {
    var rest = word.dropFirst()
    var made = ImplementationGuide.ElementRule(
      kind: .unused, isRequired: word.hasPrefix("R"), minimum: 0, maximum: 0, codes: 0..<0, components: 0..<0)
    guard let letter = rest.popFirst() else { return made }
    made.kind = GuideBuilder.kinds[letter] ?? .text
    if made.kind == .composite {
      let components = rest.dropLast().split(separator: "+").map { rule($0) }
      made.components = elements.count..<elements.count + components.count
      elements += components
      return made
    }
    let halves = rest.split(separator: "=", maxSplits: 1)
    let lengths = halves[0].split(separator: "-").compactMap { Int32($0) }
    made.minimum = lengths.first ?? 0
    made.maximum = lengths.last ?? 0
    let start = codes.count
    if halves.count > 1 { codes += halves[1].split(separator: ",").map { Element.packed($0.utf8) } }
    made.codes = start..<codes.count
    return made
  }

  /// The letters of the table.
  private static let kinds: [Character: ImplementationGuide.Kind] = [
    "A": .text, "I": .code, "D": .date, "T": .time, "R": .decimal, "N": .number, "F": .format, "P": .period,
    "(": .composite,
  ]

  /// Finds out what tells the segments of each name from each other.
  private mutating func tell() {
    var tellings: [UInt32: ImplementationGuide.Telling] = [:]
    for rule in segments {
      if rule.keyElement == 1 { tellings[rule.name, default: .init()].first = ~0 }
      if rule.keyElement == 3 { tellings[rule.name, default: .init()].third = ~0 }
      if rule.keyElement == 1, rule.elements.count > 1, !elements[rule.elements.lowerBound + 1].codes.isEmpty {
        tellings[rule.name, default: .init()].second = ~0
      }
    }
    for index in segments.indices { segments[index].telling = tellings[segments[index].name] ?? .init() }
  }

  /// Lays all loops out one after the other.
  mutating func finish() {
    tell()
    for entries in parts {
      let start = flatEntries.count
      precondition(entries.count <= 64, "a loop of the guide has more parts than there are bits")
      var required: UInt64 = 0
      var bits: UInt64 = 0
      var group = start
      for (index, entry) in entries.enumerated() {
        var entry = entry
        if index == 0 || entries[index - 1].place != entry.place { group = start + index }
        entry.group = group
        if let inner = entry.loop { entry.segment = parts[inner].first?.segment ?? 0 }
        entry.name = segments.indices.contains(entry.segment) ? segments[entry.segment].name : 0
        bits |= ImplementationGuide.bit(of: entry.name)
        if entry.isRequired { required |= 1 << UInt64(index) }
        flatEntries.append(entry)
      }
      flatLoops.append(
        ImplementationGuide.Loop(
          entries: start..<flatEntries.count, required: required, names: bits))
    }
  }
}
