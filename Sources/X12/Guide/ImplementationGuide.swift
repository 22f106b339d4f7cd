/// The structure of a transaction set as its implementation guide lays it down: which loops and segments stand in which
/// order, how often, and what their elements may hold.
///
/// A class, so that the parsers of all transactions share one: it is made once and never changed.
/// Source: 837P TR3 005010X222A1, section 2 (usage, order, repeats); the tables are made by Scripts/import-x12-guide.
final class ImplementationGuide: Sendable {
  /// What an element may hold.
  struct ElementRule {
    var usage: Usage
    var kind: Kind
    /// Characters; digits for numbers.
    var minimum: Int
    var maximum: Int
    /// The codes that may stand here, as positions in ``ImplementationGuide/codes``; empty when any may.
    var codes: Range<Int>
    /// The components of a composite, as positions in ``ImplementationGuide/elements``.
    var components: Range<Int>
  }

  /// Whether something must be, may be or may not be there.
  enum Usage {
    case required
    case situational
    case unused
  }

  /// What kind of data an element holds; the raw value is the letter in the table.
  enum Kind: Character {
    case text = "A"
    case code = "I"
    case date = "D"
    case time = "T"
    case decimal = "R"
    case number = "N"
    /// The format of the period that follows: `D8`, `RD8`.
    case format = "F"
    case period = "P"
    case composite = "("
  }

  /// A condition between the elements of a segment.
  /// Source: X12.6 section 3.8.3.2: P paired, R at least one, E at most one, C if the first then all, L if the first then
  /// at least one.
  struct Condition {
    var kind: Character
    var elements: [Int]
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
    /// Its conditions, as positions in ``ImplementationGuide/conditions``.
    var conditions: Range<Int>
  }

  /// A segment or a loop that may stand in a loop.
  struct Entry {
    /// The order in the loop; those of the same place may come in any order.
    var place: Int
    var isRequired: Bool
    /// How often it may occur; 0 for any number.
    var limit: Int
    /// The segment, or the loop's first segment.
    var segment: Int
    /// The loop; `nil` for a segment.
    var loop: Int?
    /// The first entry of the same place.
    var group: Int
  }

  /// A loop; its first entry is the segment that opens it.
  struct Loop {
    var name: String
    /// Its parts, as positions in ``ImplementationGuide/entries``.
    var entries: Range<Int>
  }

  /// The loops; the first is the transaction as a whole.
  let loops: [Loop]
  /// The parts of all loops, those of one loop together.
  let entries: [Entry]
  let segments: [SegmentRule]
  let elements: [ElementRule]
  let conditions: [Condition]
  /// Codes of at most eight characters, packed as ``Element/packed``.
  let codes: [UInt64]
  /// The names of all segments of the set, packed.
  let names: Set<UInt32>

  /// The guide that a table describes: a line for each loop (depth, name, place, usage, repeats) followed by a line for
  /// each of its segments (a point, name, place, usage, uses, elements, conditions). An element is its usage, its kind, its
  /// shortest and longest length and its codes: `RI1-2=46,XX`.
  init(_ table: String) {
    var builder = GuideBuilder()
    for line in table.split(separator: "\n") { builder.add(line.split(separator: " ")) }
    builder.finish()
    loops = builder.flatLoops
    entries = builder.flatEntries
    segments = builder.segments
    elements = builder.elements
    conditions = builder.conditions
    codes = builder.codes
    names = Set(builder.segments.map(\.name))
  }

  /// The 837P, 005010X222A1.
  static let professionalClaims = ImplementationGuide(professionalClaimsTable)
  /// The 276, 005010X212.
  static let statusRequests = ImplementationGuide(statusRequestsTable)

  /// The name of a segment.
  func name(ofSegment segment: Int) -> String { SegmentID.unpacked(segments[segment].name) }
}
