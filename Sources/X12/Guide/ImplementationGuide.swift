/// The structure of a transaction set as its implementation guide lays it down: which loops and segments stand in which
/// order, how often, and what their elements may hold.
///
/// Each is made once and never changed; copies share its memory.
/// Source: 837P TR3 005010X222A1, section 2 (usage, order, repeats); the tables are made by Scripts/import-x12-guide.
struct ImplementationGuide: Sendable {
  /// What an element may hold.
  struct ElementRule {
    var kind: Kind
    var isRequired: Bool
    /// Characters; digits for numbers.
    var minimum: Int32
    var maximum: Int32
    /// The codes that may stand here, as positions in ``ImplementationGuide/codes``; empty when any may.
    var codes: Range<Int>
    /// The components of a composite, as positions in ``ImplementationGuide/elements``.
    var components: Range<Int>

    /// Whether any characters may stand in it.
    var isText: Bool { kind == .text || (kind == .code || kind == .format) && codes.isEmpty }
  }

  /// What kind of data an element holds.
  enum Kind {
    case text
    case code
    case date
    case time
    case decimal
    case number
    /// The format of the period that follows: `D8`, `RD8`.
    case format
    case period
    case composite
    /// Nothing: the guide does not use it.
    case unused
  }

  /// A condition between the elements of a segment. Elements are bits: the first is bit 1.
  /// Source: X12.6 section 3.8.3.2.
  struct Condition {
    var kind: ConditionKind
    /// The element on which the others depend.
    var first: UInt64
    /// The others.
    var others: UInt64
  }

  /// What a condition asks for.
  enum ConditionKind: Character {
    /// All or none.
    case paired = "P"
    /// At least one.
    case required = "R"
    /// At most one.
    case exclusion = "E"
    /// If the first, then all others.
    case conditional = "C"
    /// If the first, then at least one other.
    case list = "L"
  }

  /// What a segment may hold.
  struct SegmentRule {
    /// The segment's name, packed as in ``SegmentID``.
    var name: UInt32
    /// Which element tells it from others of its name: 1, 3 for an HL, 0 for none.
    var keyElement: Int
    /// The codes of that element, as positions in ``ImplementationGuide/codes``.
    var keys: Range<Int>
    /// Its elements, as positions in ``ImplementationGuide/elements``.
    var elements: Range<Int>
    /// The elements that must be there, as bits: the first is bit 1.
    var required: UInt64
    /// The simple elements that may hold any character, as bits.
    var texts: UInt64
    /// Its conditions, as positions in ``ImplementationGuide/conditions``.
    var conditions: Range<Int>
    /// What tells the segments of its name from each other, whichever of them it is.
    var telling = Telling()
  }

  /// Of which elements it depends where segments of a name may stand: all bits or none.
  struct Telling {
    /// The first component of the first element.
    var first: UInt64 = 0
    /// The second element.
    var second: UInt64 = 0
    /// The third element.
    var third: UInt64 = 0
  }

  /// A segment or a loop that may stand in a loop.
  struct Entry {
    /// The name of the segment, or of the loop's first one.
    var name: UInt32
    /// The segment, or the loop's first segment.
    var segment: Int
    /// The order in the loop; those of the same place may come in any order.
    var place: Int
    var isRequired: Bool
    /// How often it may occur; 0 for any number.
    var limit: Int
    /// The loop; `nil` for a segment.
    var loop: Int?
    /// The first entry of the same place.
    var group: Int
  }

  /// A loop of at most 64 parts; its first entry is the segment that opens it.
  struct Loop {
    /// Its parts, as positions in ``ImplementationGuide/entries``.
    var entries: Range<Int>
    /// Those that must be there, as bits: the first entry is the lowest.
    var required: UInt64
    /// The names of its parts, as bits; see ``ImplementationGuide/bit(of:)``.
    var names: UInt64
  }

  /// The loops; the first is the transaction as a whole.
  let loops: FixedArray<Loop>
  /// The loops' names.
  let loopNames: FixedArray<String>
  /// The parts of all loops, those of one loop together.
  let entries: FixedArray<Entry>
  let segments: FixedArray<SegmentRule>
  let elements: FixedArray<ElementRule>
  /// The same once more, for sound segments; one, which is not copied.
  private let quick: FixedArray<QuickRules>
  let conditions: FixedArray<Condition>
  /// Codes of at most eight characters, packed as ``Element/packed``.
  let codes: FixedArray<UInt64>
  /// The names of all segments of the set, packed.
  private let names: FixedArray<UInt32>

  /// The guide that a table describes: a line for each loop (depth, name, place, usage, repeats) followed by a line for
  /// each of its segments (a point, name, place, usage, uses, elements, conditions). An element is its usage, its kind, its
  /// shortest and longest length and its codes: `RI1-2=46,XX`.
  init(_ table: String) {
    var builder = GuideBuilder()
    for line in table.split(separator: "\n") { builder.add(line.split(separator: " ")) }
    builder.finish()
    loops = FixedArray(builder.flatLoops)
    loopNames = FixedArray(builder.names)
    entries = FixedArray(builder.flatEntries)
    segments = FixedArray(builder.segments)
    elements = FixedArray(builder.elements)
    conditions = FixedArray(builder.conditions)
    codes = FixedArray(builder.codes)
    quick = FixedArray([QuickRules(elements, codes: codes)])
    names = FixedArray(Array(Set(builder.segments.map(\.name))))
  }

  /// The 837P, 005010X222A1.
  static let professionalClaims = ImplementationGuide(professionalClaimsTable)
  /// The 276, 005010X212.
  static let statusRequests = ImplementationGuide(statusRequestsTable)

  /// The rules of elements for sound segments.
  var quickRules: UnsafePointer<QuickRules> { quick.address(of: 0) }

  /// The name of a segment.
  func name(ofSegment segment: Int) -> String { SegmentID.unpacked(segments[segment].name) }

  /// Whether the set has a segment of the packed name.
  func hasSegment(_ name: UInt32) -> Bool { (0..<names.count).contains { names[$0] == name } }

  /// The bit that stands for a packed name; several names may share one.
  @inline(__always)
  static func bit(of name: UInt32) -> UInt64 { 1 << UInt64((name &* 0x9e37_79b1) >> 26) }

  /// Whether `code` is one of those at the given positions.
  @inline(__always)
  func hasCode(_ code: UInt64, in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if codes[index] == code { return true }
      index += 1
    }
    return false
  }
}

/// Values that are laid out once and never changed or freed, read without checks: positions in it come from whoever filled
/// it.
///
/// `@unchecked Sendable` because nothing can change what it points to.
struct FixedArray<Value>: @unchecked Sendable {
  private let base: UnsafePointer<Value>
  /// How many values there are.
  let count: Int

  /// A copy of the given values, which takes their memory for good.
  init(_ values: [Value]) {
    let memory = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
    memory.initialize(from: values, count: values.count)
    base = UnsafePointer(memory)
    count = values.count
  }

  /// Where a value lies; those that follow it lie behind it.
  @inline(__always)
  func address(of position: Int) -> UnsafePointer<Value> { base + position }

  @inline(__always)
  subscript(position: Int) -> Value {
    // In place: most of what is laid out here is larger than what is wanted of it.
    _read { yield base[position] }
  }
}
