import ClaimModel

/// Follows a transaction through its implementation guide: finds the loop of each segment, and what stands where it may
/// not, stands there too often or is missing.
///
/// A segment is looked for from the last one's place onwards in its loop, then in the loops around it. What is not found
/// is looked for backwards (it is out of sequence), then by its name alone (its qualifier is wrong), and else it is not
/// expected. Segments of one place may come in any order.
struct GuideWalker {
  private struct Frame {
    var loop: Int
    /// The entry from which the next one is looked for.
    var cursor: Int
    /// Where the loop's counts start in ``counts``.
    var base: Int
  }

  /// What was found, in the order in which it was found.
  private(set) var faults: [SegmentFault] = []
  /// Whether the last segment opened its loop.
  private(set) var opensLoop = false
  private let guide: ImplementationGuide
  private var frames: [Frame] = []
  /// How often each entry of each open loop has occurred.
  private var counts: [Int] = []
  /// Required entries that were passed over, and where; they may still come, out of sequence.
  private var passed: [(slot: Int, place: SegmentPlace)] = []

  /// A walker at the start of a transaction.
  init(_ guide: ImplementationGuide) {
    self.guide = guide
    open(loop: 0)
  }

  /// How many faults were found.
  var faultCount: Int { faults.count }

  /// Names the claim that the faults from `start` on are in.
  mutating func name(_ claim: PatientControlNumber, inFaultsFrom start: Int) {
    for index in start..<faults.count { faults[index].claim = claim }
  }

  /// The loop of the last segment; empty in the header.
  var loop: String { frames.last.map { guide.loops[$0.loop].name } ?? "" }
  /// How many loops are open around the last segment.
  var depth: Int { frames.count - 1 }

  /// Takes in a segment between ST and SE.
  mutating func consume(_ segment: Segment) {
    opensLoop = false
    let key = segment.key
    if let found = search(segment, key: key, byName: false) {
      return enter(found, segment)
    }
    if let found = searchBackwards(segment, key: key) {
      add(segment, .outOfSequence)
      return enter(found, segment, isInSequence: false)
    }
    if let found = search(segment, key: key, byName: true) {
      return enter(found, segment)
    }
    add(segment, unexpectedness(of: segment))
  }

  /// Ends the transaction.
  mutating func finish(at place: SegmentPlace) {
    while !frames.isEmpty { close(at: place) }
  }

  private func unexpectedness(of segment: Segment) -> SegmentFault.Code {
    if !segment.hasWellFormedName { return .unrecognized }
    return guide.names.contains(segment.packedName) ? .unexpected : .notInSet
  }

  mutating func add(_ segment: Segment, _ code: SegmentFault.Code) {
    guard faults.count < FaultLog.limit else { return }
    faults.append(
      SegmentFault(
        segment: String(segment.name.prefix(3)), position: segment.position, loop: loop, code: code,
        byteOffset: segment.byteOffset))
  }

  mutating func add(_ segment: Segment, element: Int, component: Int?, _ code: ElementFault.Code, _ data: Element) {
    let fault = ElementFault(element: element, component: component, code: code, copy: BadData(data))
    if let last = faults.indices.last, faults[last].position == segment.position, faults[last].code == .elementErrors {
      faults[last].elements.append(fault)
    } else {
      add(segment, .elementErrors)
      if let last = faults.indices.last, faults[last].position == segment.position {
        faults[last].elements.append(fault)
      }
    }
  }
}

// Finding the place of a segment.
extension GuideWalker {
  /// An entry and how many loops are open where it stands.
  private struct Found {
    var entry: Int
    var depth: Int
  }

  private func search(_ segment: Segment, key: SegmentKey, byName: Bool) -> Found? {
    var depth = frames.count
    while depth > 0 {
      let frame = frames[depth - 1]
      let entries = guide.loops[frame.loop].entries
      var index = frame.cursor
      while index < entries.upperBound {
        let entry = guide.entries[index]
        let rule = guide.segments[entry.segment]
        if rule.name == segment.packedName {
          if byName {
            // A loop is not entered on a guess, unless it must be there.
            let isFirst = counts[frame.base + index - entries.lowerBound] == 0
            if isFirst && (entry.loop == nil || entry.isRequired) { return Found(entry: index, depth: depth) }
          } else if matches(rule, key) {
            return Found(entry: index, depth: depth)
          }
        }
        index += 1
      }
      depth -= 1
    }
    return nil
  }

  private func searchBackwards(_ segment: Segment, key: SegmentKey) -> Found? {
    var depth = frames.count
    while depth > 0 {
      let frame = frames[depth - 1]
      let entries = guide.loops[frame.loop].entries
      for index in first(of: entries, depth: depth)..<max(frame.cursor, first(of: entries, depth: depth)) {
        let rule = guide.segments[guide.entries[index].segment]
        if rule.name == segment.packedName, matches(rule, key) { return Found(entry: index, depth: depth) }
      }
      depth -= 1
    }
    return nil
  }

  /// The first entry that may follow in a loop: its first segment opened it, and opens another when it comes again.
  private func first(of entries: Range<Int>, depth: Int) -> Int {
    min(depth == 1 ? entries.lowerBound : entries.lowerBound + 1, entries.upperBound)
  }

  @inline(__always)
  private func matches(_ rule: ImplementationGuide.SegmentRule, _ key: SegmentKey) -> Bool {
    if rule.keyElement == 0 { return true }
    let sent = rule.keyElement == 1 ? key.first : key.third
    for index in rule.keys where guide.codes[index] == sent { return true }
    return false
  }
}

// Entering and leaving loops.
extension GuideWalker {
  private mutating func enter(_ found: Found, _ segment: Segment, isInSequence: Bool = true) {
    while frames.count > found.depth { close(at: segment.place) }
    let frame = frames[found.depth - 1]
    let entry = guide.entries[found.entry]
    let lower = guide.loops[frame.loop].entries.lowerBound
    if isInSequence {
      notePassed(from: frame.cursor, to: entry.group, frame, at: segment.place)
      frames[found.depth - 1].cursor = max(entry.group, first(of: guide.loops[frame.loop].entries, depth: found.depth))
    }
    let slot = frame.base + found.entry - lower
    counts[slot] += 1
    let isTooMany = entry.limit > 0 && counts[slot] == entry.limit + 1
    if let inner = entry.loop {
      open(loop: inner)
      counts[counts.count - guide.loops[inner].entries.count] = 1
      opensLoop = true
      if isTooMany { add(segment, .tooManyLoops) }
    } else if isTooMany {
      add(segment, .tooMany)
    }
    check(segment, guide.segments[entry.segment], guide)
  }

  private mutating func notePassed(from start: Int, to end: Int, _ frame: Frame, at place: SegmentPlace) {
    let lower = guide.loops[frame.loop].entries.lowerBound
    var index = start
    while index < end {
      let slot = frame.base + index - lower
      if guide.entries[index].isRequired, counts[slot] == 0 { passed.append((slot, place)) }
      index += 1
    }
  }

  private mutating func open(loop: Int) {
    let entries = guide.loops[loop].entries
    let isRoot = frames.isEmpty
    frames.append(
      Frame(loop: loop, cursor: isRoot ? entries.lowerBound : entries.lowerBound + 1, base: counts.count))
    counts.append(contentsOf: repeatElement(0, count: entries.count))
  }

  private mutating func close(at place: SegmentPlace) {
    guard let frame = frames.last else { return }
    let entries = guide.loops[frame.loop].entries
    for index in entries where guide.entries[index].isRequired && counts[frame.base + index - entries.lowerBound] == 0 {
      let slot = frame.base + index - entries.lowerBound
      missing(guide.entries[index], at: passed.first { $0.slot == slot }?.place ?? place)
    }
    frames.removeLast()
    counts.removeLast(counts.count - frame.base)
    while let last = passed.last, last.slot >= frame.base { passed.removeLast() }
  }

  private mutating func missing(_ entry: ImplementationGuide.Entry, at place: SegmentPlace) {
    guard faults.count < FaultLog.limit else { return }
    faults.append(
      SegmentFault(
        segment: guide.name(ofSegment: entry.segment), position: place.position,
        loop: entry.loop.map { guide.loops[$0].name } ?? loop, code: .missing, byteOffset: place.byteOffset))
  }
}
