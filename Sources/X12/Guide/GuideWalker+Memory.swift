// What is remembered of segments before.
extension GuideWalker {
  /// Takes a known step if there is nothing to tell of it, neither of the segment nor of the loops that it ends, and does
  /// nothing otherwise. All that ``enter(_:_:state:isInSequence:)`` would look up is in the step.
  @inline(__always)
  mutating func takeQuickly(_ step: UnsafeMutablePointer<GuideMemory.Step>, _ segment: Segment) -> Bool {
    guard passed.isEmpty else { return false }
    // Read where they are: a fixed array is copied when an element of it is read.
    return withUnsafeMutablePointer(to: &frames) { all in
      let frames = UnsafeMutableRawPointer(all).assumingMemoryBound(to: Frame.self)
      let depth = step.pointee.target.depth
      var top = openCount
      while top > depth {
        top &-= 1
        if frames[top].required & ~frames[top].seen != 0 { return false }
      }
      let frame = frames + (depth &- 1)
      if step.pointee.target.between & ~frame.pointee.seen != 0 { return false }
      if !step.pointee.latest.isRepeated(by: segment) {
        let present = QuickRules.soundElements(
          of: segment, quickRules, step.pointee.target.elements.lowerBound,
          count: step.pointee.target.elements.upperBound &- step.pointee.target.elements.lowerBound,
          known: step.pointee.known, presentOfKnown: step.pointee.presentOfKnown,
          composites: memory.composites)
        if present == 0 { return false }
        if segment.hasComponents, present & step.pointee.target.texts != 0,
          !QuickRules.areSimple(present & step.pointee.target.texts, of: segment)
        {
          return false
        }
        if present != step.pointee.present {
          let rule = guide.segments.address(of: step.pointee.target.rule)
          guard guide.keepsConditions(present, rule) else { return false }
          step.pointee.present = present
        }
        if step.pointee.latest.patience > 0 { step.pointee.latest.keep(segment) }
      }
      let bit = step.pointee.target.bit
      if frame.pointee.seen & bit != 0, step.pointee.target.limit > 0 {
        let limit = step.pointee.target.limit
        guard GuideWalker.countAnother(bit, in: frame, limit: limit, &counts) else { return false }
      }
      frame.pointee.seen |= bit
      frame.pointee.cursor = step.pointee.target.cursor
      frame.pointee.state = step.pointee.target.outerState
      if openCount > depth { used = frames[depth].base }
      openCount = depth
      state = step.pointee.target.state
      if step.pointee.target.opensLoop {
        let inner = step.pointee.target.inner
        frames[depth] = Frame(
          loop: inner.loop, cursor: inner.cursor, base: used, required: inner.required, seen: 1, state: state)
        openCount = depth &+ 1
        opensLoop = true
        used &+= inner.count
        if counts.count < used { GuideWalker.makeRoom(for: used, in: &counts) }
      }
      return true
    }
  }

  /// Counts an entry that has occurred in its loop before; returns whether it may occur again.
  @inline(never)
  private static func countAnother(
    _ bit: UInt64, in frame: UnsafeMutablePointer<Frame>, limit: Int, _ counts: inout [Int]
  ) -> Bool {
    let slot = frame.pointee.base &+ bit.trailingZeroBitCount
    let before = frame.pointee.repeated & bit == 0 ? 1 : counts[slot]
    if before >= limit { return false }
    counts[slot] = before &+ 1
    frame.pointee.repeated |= bit
    return true
  }

  @inline(never)
  private static func makeRoom(for used: Int, in counts: inout [Int]) {
    while counts.count < used { counts.append(0) }
  }

  /// Remembers the step that a segment has taken.
  /// - Parameters:
  ///   - from: The state before it.
  ///   - cursor: The place in the segment's loop before it.
  mutating func remember(_ segment: Segment, at found: Found, from: Int, cursor: Int) {
    let state = recognizedState()
    let entry = guide.entries[found.entry]
    let frame = frames[found.depth - 1]
    let entries = guide.loops[entry.loop ?? 0].entries
    let inner = StepTarget.OpenedLoop(
      loop: entry.loop ?? 0, cursor: first(of: entries, depth: found.depth + 1), count: entries.count,
      required: guide.loops[entry.loop ?? 0].required)
    let target = StepTarget(
      entry: found.entry, depth: found.depth, state: state, outerState: frame.state,
      bit: 1 << UInt64(found.entry - guide.loops[frame.loop].entries.lowerBound), limit: entry.limit,
      between: required(inLoop: frame.loop, from: cursor, before: entry.group), cursor: frame.cursor,
      rule: entry.segment, elements: guide.segments[entry.segment].elements,
      texts: guide.segments[entry.segment].texts,
      opensLoop: entry.loop != nil, inner: inner)
    let rule = guide.segments.address(of: entry.segment)
    let isSound = guide.soundElements(of: segment, rule) != 0
    if let step = GuideMemory.Step(segment, rule.pointee.telling, target, isSound: isSound) {
      memory.add(step, from: from)
    }
  }
}
