import ClaimModel

/// Follows a transaction through its implementation guide: finds the loop of each segment, and what stands where it may
/// not, stands there too often or is missing.
///
/// A segment is looked for from the last one's place onwards in its loop, then in the loops around it. What is not found
/// is looked for backwards (it is out of sequence), then by its name alone (its qualifier is wrong), and else it is not
/// expected. Segments of one place may come in any order.
struct GuideWalker {
  struct Frame {
    var loop: Int
    /// The entry from which the next one is looked for.
    var cursor: Int
    /// Where the loop's counts start in ``counts``.
    var base: Int
    /// The entries that must occur, the loop's first being the lowest bit.
    var required: UInt64
    /// Those that have occurred.
    var seen: UInt64
    /// Those that have occurred again: how often is in ``counts``.
    var repeated: UInt64 = 0
    /// What is remembered of standing here, in ``memory``; negative when nothing is.
    var state = -1
  }

  /// How many loops can be open, the transaction as a whole among them.
  static let deepest = 12
  /// What was found, in the order in which it was found.
  private(set) var faults: [SegmentFault] = []
  /// Whether the last segment opened its loop.
  var opensLoop = false
  let guide: ImplementationGuide
  let quickRules: UnsafePointer<QuickRules>
  /// The open loops, outermost first; what is beyond ``openCount`` is free.
  var frames: InlineArray<12, Frame>
  var openCount = 0
  /// What is remembered of standing in the innermost loop; negative when nothing is.
  var state = -1
  /// How often each repeated entry of each open loop has occurred; what is beyond ``used`` is free.
  var counts: [Int] = []
  var used = 0
  /// Required entries that were passed over, and where; they may still come, out of sequence.
  var passed: [(slot: Int, place: SegmentPlace)] = []
  var memory = GuideMemory()
  /// How many segments were taken in.
  private var length = 0
  private let lengthWithoutMemory: Int

  /// A walker at the start of a transaction.
  /// - Parameter lengthWithoutMemory: In one of more segments it is remembered where they were found; for a few it would
  ///   cost more than it saves.
  init(_ guide: ImplementationGuide, lengthWithoutMemory: Int = 100) {
    self.guide = guide
    quickRules = guide.quickRules
    self.lengthWithoutMemory = lengthWithoutMemory
    frames = InlineArray(repeating: Frame(loop: 0, cursor: 0, base: 0, required: 0, seen: 0))
    open(loop: 0)
  }

  /// Names the claim that the last faults are in.
  mutating func name(_ claim: PatientControlNumber, inLast count: Int) {
    for index in faults.indices.suffix(count) { faults[index].claim = claim }
  }

  /// The loop of the last segment; empty in the header.
  var loop: String { openCount > 0 ? guide.loopNames[frames[openCount - 1].loop] : "" }
  /// How many loops are open around the last segment.
  var depth: Int { openCount - 1 }

  /// Takes in a segment between ST and SE; returns how many faults it brought.
  @discardableResult
  mutating func consume(_ segment: Segment) -> Int {
    opensLoop = false
    length &+= 1
    let step = memory.step(from: state, with: segment)
    if let step, takeQuickly(step, segment) { return 0 }
    return consumeSlowly(segment, step)
  }

  @inline(never)
  private mutating func consumeSlowly(_ segment: Segment, _ step: UnsafeMutablePointer<GuideMemory.Step>?) -> Int {
    let known = faults.count
    if let step {
      let target = step.pointee.target
      enter(Found(entry: target.entry, depth: target.depth), segment, state: target.state)
    } else {
      search(segment)
    }
    state = openCount > 0 ? frames[openCount - 1].state : -1
    return faults.count - known
  }

  /// Enters the place of a segment that takes no known step.
  private mutating func search(_ segment: Segment) {
    let key = segment.key
    if let found = search(segment, key: key) {
      let from = length > lengthWithoutMemory ? recognizedState() : -1
      let cursor = frames[found.depth - 1].cursor
      enter(found, segment)
      if from >= 0 { remember(segment, at: found, from: from, cursor: cursor) }
    } else if let found = searchBackwards(segment, key: key) {
      add(segment, .outOfSequence)
      enter(found, segment, isInSequence: false)
    } else if let found = searchByName(segment) {
      enter(found, segment)
    } else {
      add(segment, unexpectedness(of: segment))
    }
  }

  /// Ends the transaction.
  mutating func finish(at place: SegmentPlace) {
    while openCount > 0 { close(at: place) }
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
  struct Found {
    var entry: Int
    var depth: Int
  }

  private func search(_ segment: Segment, key: SegmentKey) -> Found? {
    let name = segment.packedName
    let bit = ImplementationGuide.bit(of: name)
    var depth = openCount
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
    for depth in stride(from: openCount, to: 0, by: -1) {
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
    for depth in stride(from: openCount, to: 0, by: -1) {
      let frame = frames[depth - 1]
      let entries = guide.loops[frame.loop].entries
      for index in frame.cursor..<entries.upperBound {
        let entry = guide.entries[index]
        if entry.name == segment.packedName, frame.seen >> UInt64(index - entries.lowerBound) & 1 == 0,
          entry.loop == nil || entry.isRequired
        {
          return Found(entry: index, depth: depth)
        }
      }
    }
    return nil
  }

  /// The first entry that may follow in a loop: its first segment opened it, and opens another when it comes again.
  func first(of entries: Range<Int>, depth: Int) -> Int {
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
    return codes.isEmpty || guide.hasCode(segment.packed(2), in: codes)
  }
}

// Entering and leaving loops.
extension GuideWalker {
  /// - Parameter state: What is remembered of standing behind the entry; negative when it is not known.
  private mutating func enter(_ found: Found, _ segment: Segment, state: Int = -1, isInSequence: Bool = true) {
    while openCount > found.depth { close(at: segment.place) }
    let top = found.depth - 1
    var frame = frames[top]
    let entries = guide.loops[frame.loop].entries
    let inner = guide.entries[found.entry].loop
    if isInSequence {
      let group = guide.entries[found.entry].group
      if frame.cursor < group { notePassed(before: group, frame, at: segment.place) }
      frame.cursor = max(group, first(of: entries, depth: found.depth))
      frame.state = inner == nil ? state : memory.outer(of: state)
    }
    let limit = guide.entries[found.entry].limit
    let count = count(found.entry - entries.lowerBound, in: &frame, isLimited: limit > 0)
    frames[top] = frame
    let isTooMany = limit > 0 && count == limit + 1
    if let inner {
      open(loop: inner, state: state)
      opensLoop = true
      if isTooMany { add(segment, .tooManyLoops) }
    } else if isTooMany {
      add(segment, .tooMany)
    }
    let rule = guide.segments.address(of: guide.entries[found.entry].segment)
    if guide.soundElements(of: segment, rule) == 0 {
      add(segment, guide.elementFaults(of: segment, rule.pointee))
    }
  }

  /// Counts an occurrence of a loop's entry; returns how many there are. Those of an unlimited one are not counted.
  private mutating func count(_ entry: Int, in frame: inout Frame, isLimited: Bool) -> Int {
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: entry)
    if frame.seen & bit == 0 {
      frame.seen |= bit
      return 1
    }
    guard isLimited else { return 0 }
    let slot = frame.base + entry
    counts[slot] = frame.repeated & bit == 0 ? 2 : counts[slot] + 1
    frame.repeated |= bit
    return counts[slot]
  }

  /// The state that the walker stands in.
  mutating func recognizedState() -> Int {
    var outer = -1
    for depth in 0..<openCount {
      if frames[depth].state < 0 {
        frames[depth].state = memory.state(in: outer, loop: frames[depth].loop, cursor: frames[depth].cursor)
      }
      outer = frames[depth].state
    }
    return outer
  }

  /// Notes the entries that must be there and do not stand between the frame's cursor and `end`.
  @inline(__always)
  private mutating func notePassed(before end: Int, _ frame: Frame, at place: SegmentPlace) {
    var passedOver = required(inLoop: frame.loop, from: frame.cursor, before: end) & ~frame.seen
    while passedOver != 0 {
      passed.append((frame.base + passedOver.trailingZeroBitCount, place))
      passedOver &= passedOver - 1
    }
  }

  /// The entries that must be there of those from one on and before another, as bits.
  func required(inLoop loop: Int, from start: Int, before end: Int) -> UInt64 {
    let first = guide.loops[loop].entries.lowerBound
    let (low, high) = (UInt64(truncatingIfNeeded: start - first), UInt64(truncatingIfNeeded: end - first))
    return start < end ? guide.loops[loop].required & ((1 &<< high) &- (1 &<< low)) : 0
  }

  /// - Parameter state: What is remembered of standing behind the loop's first segment.
  private mutating func open(loop: Int, state: Int = -1) {
    let entries = guide.loops[loop].entries
    // The segment that opens a loop is its first entry; the transaction as a whole is opened by none.
    let frame = Frame(
      loop: loop, cursor: first(of: entries, depth: openCount + 1), base: used, required: guide.loops[loop].required,
      seen: openCount == 0 ? 0 : 1, state: state)
    frames[openCount] = frame
    openCount += 1
    used += entries.count
    while counts.count < used { counts.append(0) }
  }

  @inline(__always)
  private mutating func close(at place: SegmentPlace) {
    let frame = frames[openCount - 1]
    let missing = frame.required & ~frame.seen
    if missing != 0 { report(missing, of: frame, at: place) }
    openCount -= 1
    used = frame.base
    while let last = passed.last, last.slot >= frame.base { passed.removeLast() }
  }

  private mutating func report(_ missing: UInt64, of frame: Frame, at place: SegmentPlace) {
    let entries = guide.loops[frame.loop].entries
    for (index, entry) in entries.enumerated() where missing >> UInt64(index) & 1 == 1 {
      let slot = frame.base + index
      self.missing(guide.entries[entry], at: passed.first { $0.slot == slot }?.place ?? place)
    }
  }

  private mutating func missing(_ entry: ImplementationGuide.Entry, at place: SegmentPlace) {
    guard faults.count < FaultLog.limit else { return }
    faults.append(
      SegmentFault(
        segment: guide.name(ofSegment: entry.segment), position: place.position,
        loop: entry.loop.map { guide.loopNames[$0] } ?? loop, code: .missing, byteOffset: place.byteOffset))
  }
}
