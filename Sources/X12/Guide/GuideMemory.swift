/// Where in its guide a transaction has led before: what was found once need not be looked for again. Claims are much alike,
/// so that after the first few nearly every segment of a long transaction takes a known step.
///
/// Where a segment may stand depends on nothing but the open loops with the places in them, which make up a *state*, on its
/// name, and on what tells segments of that name from each other.
struct GuideMemory {
  /// A segment that was found in a state, and where it leads.
  struct Step {
    private let name: UInt32
    /// Whether it is told by its second or third element.
    private let hasSecond: Bool
    private let hasThird: Bool
    /// The first component of the first element with the delimiter behind it, and which bytes those are; nothing for a
    /// segment that is not told by it.
    private let first: UInt64
    private let firstMask: UInt64
    private let second: UInt64
    private let third: UInt64
    /// The entry at which it was found.
    let entry: Int
    /// How many loops are open where that stands.
    let depth: Int
    /// The state behind it.
    let state: Int
    /// Another step from the same state; negative for none.
    fileprivate var another = -1

    /// `nil` for a segment that cannot be recognized quickly: the last of a memory, or one with a long first component.
    init?(_ segment: Segment, _ telling: ImplementationGuide.Telling, entry: Int, depth: Int, state: Int) {
      guard segment.hasMemoryBehind else { return nil }
      name = segment.packedName
      hasSecond = telling.second != 0
      hasThird = telling.third != 0
      if telling.first != 0 {
        guard segment.elementCount > 0 else { return nil }
        let start = segment.ends[0] + 1
        let length = segment.length(ofComponentAt: start, before: segment.ends[1]) + 1
        guard length <= 8 else { return nil }
        firstMask = ~0 >> UInt64(64 - 8 * length)
        first = segment.word(at: start) & firstMask
      } else {
        (first, firstMask) = (0, 0)
      }
      second = segment.packed(2)
      third = segment.packed(3)
      self.entry = entry
      self.depth = depth
      self.state = state
    }

    /// Whether a segment that ``Segment/hasMemoryBehind`` takes this step.
    @inline(__always)
    func isTaken(by segment: Segment) -> Bool {
      name == segment.packedName
        && (firstMask == 0
          || (segment.elementCount > 0 && segment.word(at: segment.ends[0] &+ 1) & firstMask == first))
        && (!hasSecond || segment.packed(2) == second) && (!hasThird || segment.packed(3) == third)
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
  private var firstSteps: [Int] = []
  private var steps: [Step] = []
  /// A transaction that goes ever other ways is not remembered to the end.
  private static let limit = 4_096

  /// The step that `segment` takes from a state; negative if it is not known.
  @inline(__always)
  func step(from state: Int, with segment: Segment) -> Int {
    guard state >= 0, segment.hasMemoryBehind else { return -1 }
    var index = firstSteps[state]
    while index >= 0, !steps[index].isTaken(by: segment) { index = steps[index].another }
    return index
  }

  /// Where a step leads: the entry, how many loops are open where that stands, and the state behind it.
  @inline(__always)
  func target(of step: Int) -> (entry: Int, depth: Int, state: Int) {
    (steps[step].entry, steps[step].depth, steps[step].state)
  }

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

  /// Remembers a step.
  mutating func add(_ step: Step, from state: Int) {
    guard step.state >= 0, steps.count < GuideMemory.limit else { return }
    var step = step
    step.another = firstSteps[state]
    firstSteps[state] = steps.count
    steps.append(step)
  }
}
