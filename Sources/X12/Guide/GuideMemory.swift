/// Where in its guide a transaction has led before: what was found once need not be looked for again. Claims are much alike,
/// so that after the first few nearly every segment of a long transaction takes a known step.
///
/// Where a segment may stand depends on nothing but the open loops with the places in them, which make up a *state*, on its
/// name, and on what tells segments of that name from each other.
struct GuideMemory {
  /// A segment that was found in a state, and where it leads.
  struct Step {
    private let name: UInt32
    private let telling: ImplementationGuide.Telling
    private let first: UInt64
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

    init(
      _ segment: Segment, _ key: SegmentKey, _ telling: ImplementationGuide.Telling, entry: Int, depth: Int, state: Int
    ) {
      name = segment.packedName
      self.telling = telling
      first = key.first
      second = segment[2].packed
      third = key.third
      self.entry = entry
      self.depth = depth
      self.state = state
    }

    @inline(__always)
    func isTaken(by segment: Segment) -> Bool {
      name == segment.packedName && (telling.first == 0 || segment.firstKey == first)
        && (telling.second == 0 || segment[2].packed == second)
        && (telling.third == 0 || segment[3].packed == third)
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

  /// The step that `segment` takes from a state, if it is known.
  @inline(__always)
  func step(from state: Int, with segment: Segment) -> Step? {
    guard state >= 0 else { return nil }
    var index = firstSteps[state]
    while index >= 0 {
      if steps[index].isTaken(by: segment) { return steps[index] }
      index = steps[index].another
    }
    return nil
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
