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
    /// What is remembered of standing here, in ``memory``; negative when nothing is.
    var state = -1
  }

  /// What was found, in the order in which it was found.
  private(set) var faults: [SegmentFault] = []
  /// Whether the last segment opened its loop.
  private(set) var opensLoop = false
  private let guide: ImplementationGuide
  private var frames: [Frame] = []
  /// How often each entry of each open loop has occurred; what is beyond ``used`` is free.
  private var counts: [Int32] = []
  private var used = 0
  /// Required entries that were passed over, and where; they may still come, out of sequence.
  private var passed: [(slot: Int, place: SegmentPlace)] = []
  private var memory = GuideMemory()
  /// How many segments were taken in.
  private var length = 0
  private let lengthWithoutMemory: Int

  /// A walker at the start of a transaction.
  /// - Parameter lengthWithoutMemory: In one of more segments it is remembered where they were found; for a few it would
  ///   cost more than it saves.
  init(_ guide: ImplementationGuide, lengthWithoutMemory: Int = 100) {
    self.guide = guide
    self.lengthWithoutMemory = lengthWithoutMemory
    open(loop: 0)
  }

  /// How many faults were found.
  var faultCount: Int { faults.count }

  /// Names the claim that the faults from `start` on are in.
  mutating func name(_ claim: PatientControlNumber, inFaultsFrom start: Int) {
    for index in start..<faults.count { faults[index].claim = claim }
  }

  /// The loop of the last segment; empty in the header.
  var loop: String { frames.last.map { guide.loopNames[$0.loop] } ?? "" }
  /// How many loops are open around the last segment.
  var depth: Int { frames.count - 1 }

  /// Takes in a segment between ST and SE.
  mutating func consume(_ segment: Segment) {
    opensLoop = false
    length += 1
    let state = frames.last?.state ?? -1
    if let step = memory.step(from: state, with: segment) {
      return enter(Found(entry: step.entry, depth: step.depth), segment, state: step.state)
    }
    let key = segment.key
    if let found = search(segment, key: key) {
      let from = length > lengthWithoutMemory ? recognizedState() : -1
      enter(found, segment)
      if from >= 0 {
        let telling = guide.segments[guide.entries[found.entry].segment].telling
        memory.add(
          GuideMemory.Step(segment, key, telling, entry: found.entry, depth: found.depth, state: recognizedState()),
          from: from)
      }
      return
    }
    if let found = searchBackwards(segment, key: key) {
      add(segment, .outOfSequence)
      return enter(found, segment, isInSequence: false)
    }
    if let found = searchByName(segment) { return enter(found, segment) }
    add(segment, unexpectedness(of: segment))
  }

  /// Ends the transaction.
  mutating func finish(at place: SegmentPlace) {
    while !frames.isEmpty { close(at: place) }
  }

  private func unexpectedness(of segment: Segment) -> SegmentFault.Code {
    if !segment.hasWellFormedName { return .unrecognized }
    return guide.hasSegment(segment.packedName) ? .unexpected : .notInSet
  }

  private mutating func add(_ segment: Segment, _ code: SegmentFault.Code) {
    guard faults.count < FaultLog.limit else { return }
    faults.append(
      SegmentFault(
        segment: String(segment.name.prefix(3)), position: segment.position, loop: loop, code: code,
        byteOffset: segment.byteOffset))
  }

  private mutating func add(_ segment: Segment, _ elements: [ElementFault]) {
    guard !elements.isEmpty, faults.count < FaultLog.limit else { return }
    add(segment, .elementErrors)
    faults[faults.count - 1].elements = elements
  }
}

// Finding the place of a segment.
extension GuideWalker {
  /// An entry and how many loops are open where it stands.
  private struct Found {
    var entry: Int
    var depth: Int
  }

  private func search(_ segment: Segment, key: SegmentKey) -> Found? {
    let name = segment.packedName
    let bit = ImplementationGuide.bit(of: name)
    var depth = frames.count
    while depth > 0 {
      let frame = frames[depth - 1]
      let loop = guide.loops[frame.loop]
      if loop.names & bit != 0 {
        var second: Found?
        var index = frame.cursor
        while index < loop.entries.upperBound {
          if guide.entries[index].name == name {
            let rule = guide.segments[guide.entries[index].segment]
            if matches(rule, key) {
              if allowsSecond(segment, rule) { return Found(entry: index, depth: depth) }
              second = second ?? Found(entry: index, depth: depth)
            }
          }
          index += 1
        }
        if let second { return second }
      }
      depth -= 1
    }
    return nil
  }

  private func searchBackwards(_ segment: Segment, key: SegmentKey) -> Found? {
    for depth in stride(from: frames.count, to: 0, by: -1) {
      let frame = frames[depth - 1]
      let first = first(of: guide.loops[frame.loop].entries, depth: depth)
      for index in first..<max(frame.cursor, first) {
        let entry = guide.entries[index]
        if entry.name == segment.packedName, matches(guide.segments[entry.segment], key) {
          return Found(entry: index, depth: depth)
        }
      }
    }
    return nil
  }

  /// A loop is not entered on a guess, unless it must be there.
  private func searchByName(_ segment: Segment) -> Found? {
    for depth in stride(from: frames.count, to: 0, by: -1) {
      let frame = frames[depth - 1]
      let entries = guide.loops[frame.loop].entries
      for index in frame.cursor..<entries.upperBound {
        let entry = guide.entries[index]
        if entry.name == segment.packedName, counts[frame.base + index - entries.lowerBound] == 0,
          entry.loop == nil || entry.isRequired
        {
          return Found(entry: index, depth: depth)
        }
      }
    }
    return nil
  }

  /// The first entry that may follow in a loop: its first segment opened it, and opens another when it comes again.
  private func first(of entries: Range<Int>, depth: Int) -> Int {
    min(depth == 1 ? entries.lowerBound : entries.lowerBound + 1, entries.upperBound)
  }

  @inline(__always)
  private func matches(_ rule: ImplementationGuide.SegmentRule, _ key: SegmentKey) -> Bool {
    rule.keyElement == 0 || guide.hasCode(rule.keyElement == 1 ? key.first : key.third, in: rule.keys)
  }

  /// Whether the second element may be what it is. A few segments are told apart only by it: an attachment (PWK*CT*EL) and
  /// a certificate's (PWK*CT*AD).
  private func allowsSecond(_ segment: Segment, _ rule: ImplementationGuide.SegmentRule) -> Bool {
    guard rule.keyElement == 1, rule.elements.count > 1 else { return true }
    let codes = guide.elements[rule.elements.lowerBound + 1].codes
    return codes.isEmpty || guide.hasCode(segment[2].packed, in: codes)
  }
}

// Entering and leaving loops.
extension GuideWalker {
  /// - Parameter state: What is remembered of standing behind the entry; negative when it is not known.
  private mutating func enter(_ found: Found, _ segment: Segment, state: Int = -1, isInSequence: Bool = true) {
    while frames.count > found.depth { close(at: segment.place) }
    let top = found.depth - 1
    let entries = guide.loops[frames[top].loop].entries
    let inner = guide.entries[found.entry].loop
    if isInSequence {
      let group = guide.entries[found.entry].group
      if frames[top].cursor < group { notePassed(before: group, frames[top], at: segment.place) }
      frames[top].cursor = max(group, first(of: entries, depth: found.depth))
      frames[top].state = inner == nil ? state : memory.outer(of: state)
    }
    let slot = frames[top].base + found.entry - entries.lowerBound
    counts[slot] &+= 1
    let limit = guide.entries[found.entry].limit
    let isTooMany = limit > 0 && Int(counts[slot]) == limit + 1
    if let inner {
      open(loop: inner)
      frames[found.depth].state = state
      counts[frames[found.depth].base] = 1
      opensLoop = true
      if isTooMany { add(segment, .tooManyLoops) }
    } else if isTooMany {
      add(segment, .tooMany)
    }
    let rule = guide.entries[found.entry].segment
    if !guide.isClean(segment, rule) { add(segment, guide.elementFaults(of: segment, guide.segments[rule])) }
  }

  /// The state that the walker stands in.
  private mutating func recognizedState() -> Int {
    var outer = -1
    for depth in frames.indices {
      if frames[depth].state < 0 {
        frames[depth].state = memory.state(in: outer, loop: frames[depth].loop, cursor: frames[depth].cursor)
      }
      outer = frames[depth].state
    }
    return outer
  }

  private mutating func notePassed(before end: Int, _ frame: Frame, at place: SegmentPlace) {
    let first = guide.loops[frame.loop].entries.lowerBound
    for position in guide.loops[frame.loop].required {
      let index = guide.required[position]
      if index >= end { return }
      let slot = frame.base + index - first
      if index >= frame.cursor, counts[slot] == 0 { passed.append((slot, place)) }
    }
  }

  private mutating func open(loop: Int) {
    let entries = guide.loops[loop].entries
    frames.append(
      Frame(loop: loop, cursor: first(of: entries, depth: frames.count + 1), base: used))
    let base = used
    used += entries.count
    while counts.count < used { counts.append(0) }
    counts.withUnsafeMutableBufferPointer { free in
      for slot in base..<base + entries.count { free[slot] = 0 }
    }
  }

  private mutating func close(at place: SegmentPlace) {
    guard let frame = frames.last else { return }
    let first = guide.loops[frame.loop].entries.lowerBound
    for position in guide.loops[frame.loop].required {
      let index = guide.required[position]
      let slot = frame.base + index - first
      if counts[slot] == 0 {
        missing(guide.entries[index], at: passed.first { $0.slot == slot }?.place ?? place)
      }
    }
    frames.removeLast()
    used = frame.base
    while let last = passed.last, last.slot >= frame.base { passed.removeLast() }
  }

  private mutating func missing(_ entry: ImplementationGuide.Entry, at place: SegmentPlace) {
    guard faults.count < FaultLog.limit else { return }
    faults.append(
      SegmentFault(
        segment: guide.name(ofSegment: entry.segment), position: place.position,
        loop: entry.loop.map { guide.loopNames[$0] } ?? loop, code: .missing, byteOffset: place.byteOffset))
  }
}
