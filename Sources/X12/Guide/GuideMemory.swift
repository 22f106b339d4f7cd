/// Where in its guide a transaction has led before: what was found once need not be looked for again. Claims are much alike,
/// so that after the first few nearly every segment of a long transaction takes a known step.
///
/// Where a segment may stand depends on nothing but the open loops with the places in them, which make up a *state*, on its
/// name, and on what tells segments of that name from each other.
struct GuideMemory {
  /// A segment that was found in a state, and where it leads.
  struct Step {
    /// How a segment starts that takes it: its name, and its first and second element if it is told by them, with the
    /// delimiters behind. Sixteen bytes, and which of them count.
    private var start: (UInt64, UInt64)
    private var mask: (UInt64, UInt64)
    /// The third element, if it is told by that.
    private let hasThird: Bool
    private let third: UInt64
    /// Where it leads.
    let target: StepTarget
    /// Which elements were there when it was last taken and found to keep the conditions between them; 0 before that.
    var present: UInt64 = 0
    /// How many elements are all in ``start`` and known to keep their rules, and which of these hold something.
    private(set) var known = 0
    private(set) var presentOfKnown: UInt64 = 0
    /// The latest segment that took it.
    var latest = LatestSegment()
    /// Another step from the same state; negative for none.
    fileprivate(set) var another = -1

    /// `nil` for a segment that cannot be recognized quickly: the last of a memory, or one that is told by long elements.
    /// - Parameter isSound: Whether its elements keep their rules.
    init?(_ segment: Segment, _ telling: ImplementationGuide.Telling, _ target: StepTarget, isSound: Bool) {
      guard segment.hasMemoryBehind, segment.elementCount >= (telling.second != 0 ? 2 : 1) else { return nil }
      var end = segment.ends[0]
      if telling.first != 0 {
        end += 1
        end += segment.length(ofComponentAt: end, before: segment.ends[1])
        known = isSound && end == segment.ends[1] ? 1 : 0
      }
      if telling.second != 0 {
        end = segment.ends[2]
        known = isSound ? 2 : 0
      }
      let length = end + 1 - segment.start
      guard length <= 16 else { return nil }
      mask.0 = length >= 8 ? ~0 : (1 << UInt64(8 * length)) - 1
      mask.1 = length <= 8 ? 0 : length == 16 ? ~0 : (1 << UInt64(8 * length - 64)) - 1
      start.0 = segment.word(at: segment.start) & mask.0
      start.1 = segment.word(at: segment.start + 8) & mask.1
      for position in 0..<known where !segment[position + 1].isEmpty { presentOfKnown |= 2 << UInt64(position) }
      hasThird = telling.third != 0
      third = segment.packed(3)
      self.target = target
    }

    /// Whether a segment takes this step that ``Segment/hasMemoryBehind`` and starts with two words.
    @inline(__always)
    func isTaken(by segment: Segment, _ first: UInt64, _ second: UInt64) -> Bool {
      first & mask.0 == start.0 && second & mask.1 == start.1 && (!hasThird || segment.packed(3) == third)
    }
  }

  /// A loop, the place in it, and the state around it.
  private struct Place: Hashable {
    var outer: Int
    var loop: Int
    var cursor: Int
  }

  private var states: [Place: Int] = [:]
  /// The state around each, and the first step from each; negative for none.
  private var outers: [Int] = []
  private(set) var firstSteps: [Int] = []
  private let steps = Steps()
  /// Composites that were found to be sound; `nil` before any step is known.
  var composites: KnownComposites? { steps.composites }
  /// A transaction that goes ever other ways is not remembered to the end.
  private static let limit = 4_096

  /// The state around another.
  @inline(__always)
  func outer(of state: Int) -> Int { state < 0 ? -1 : outers[state] }

  /// The state of standing at a place; negative when there are too many.
  mutating func state(in outer: Int, loop: Int, cursor: Int) -> Int {
    let place = Place(outer: outer, loop: loop, cursor: cursor)
    if let known = states[place] { return known }
    guard outers.count < GuideMemory.limit else { return -1 }
    states[place] = outers.count
    outers.append(outer)
    firstSteps.append(-1)
    return outers.count - 1
  }

  /// The step that `segment` takes from a state; `nil` if it is not known. What is found when it is taken may be noted in it.
  @inline(__always)
  func step(from state: Int, with segment: Segment) -> UnsafeMutablePointer<Step>? {
    guard state >= 0, segment.hasMemoryBehind else { return nil }
    let base = steps.base
    let (first, second) = (segment.word(at: segment.start), segment.word(at: segment.start &+ 8))
    var index = firstSteps[state]
    while index >= 0 {
      let step = base + index
      if step.pointee.isTaken(by: segment, first, second) { return step }
      index = step.pointee.another
    }
    return nil
  }

  /// Remembers a step.
  mutating func add(_ step: Step, from state: Int) {
    guard step.target.state >= 0, steps.count < GuideMemory.limit else { return }
    var step = step
    step.another = firstSteps[state]
    firstSteps[state] = steps.count
    steps.append(step)
  }

  /// Steps in memory that is reached without counting references to it. Copies of a memory share them: each knows only those
  /// that it has added itself or had when it was copied, and what is noted in a step holds for all.
  private final class Steps {
    private(set) var base: UnsafeMutablePointer<Step>
    private(set) var count = 0
    private(set) var composites: KnownComposites?
    private var capacity = 0

    init() { base = .allocate(capacity: 0) }

    deinit {
      for index in 0..<count { base[index].latest.deallocate() }
      base.deallocate()
      composites?.deallocate()
    }

    func append(_ step: Step) {
      if composites == nil { composites = .allocate() }
      if count == capacity {
        capacity = max(64, 2 * capacity)
        let larger = UnsafeMutablePointer<Step>.allocate(capacity: capacity)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
      }
      (base + count).initialize(to: step)
      count += 1
    }
  }
}

/// Where a step leads, and what it takes to get there, so that nothing of it has to be looked up in the guide.
struct StepTarget {
  /// The entry at which the segment was found.
  var entry: Int
  /// How many loops are open where that stands.
  var depth: Int
  /// The state behind it, and that of the loop in which the entry stands.
  var state: Int
  var outerState: Int
  /// The entry as a bit of its loop's entries, and how often it may occur; 0 for any number.
  var bit: UInt64
  var limit: Int
  /// The entries that must be there between the place before and this one.
  var between: UInt64
  /// The entry from which the next one is looked for.
  var cursor: Int
  /// The rule of the segment, and those of its elements.
  var rule: Int
  var elements: Range<Int>
  /// Those of them that may hold any character, as bits: the first is bit 1.
  var texts: UInt64
  /// Whether the segment opens a loop, and which.
  var opensLoop: Bool
  var inner: OpenedLoop

  /// A loop behind the segment that opens it.
  struct OpenedLoop {
    var loop: Int
    var cursor: Int
    /// How many entries it has, and which of them must be there.
    var count: Int
    var required: UInt64
  }
}
