import ClaimModel

/// Appends segments to a buffer: counts them, leaves out what is empty at the end of segments and composites, and keeps
/// delimiters and everything that is not ASCII out of the data.
///
/// Delimiters in what names something would make it name something else: `InterchangeWriter` writes it with others.
///
/// ```swift
/// var writer = SegmentWriter()
/// writer.begin("N4")
/// writer.text("Springfield", max: 30)
/// writer.identifier("IL", max: 2)
/// writer.end()                          // N4*SPRINGFIELD*IL~
/// ```
///
/// An identifier that is missing or too long is remembered as ``fault`` and told at the end, so that the code that writes
/// a transaction reads like the transaction.
public struct SegmentWriter: ~Copyable, Sendable {
  /// What was written.
  public var bytes: [UInt8] { sink.bytes() }
  /// Segments since ``beginTransaction()``.
  public private(set) var segmentCount = 0
  /// The first thing that could not be written.
  public private(set) var fault: X12Error?
  /// The claim that is being written, for ``fault``.
  var claim: PatientControlNumber?
  private var name: StaticString = ""
  private var element = 0
  var sink: ByteSink
  /// Separators owed for empty elements, written only when data follows.
  var owedElements = 0
  var owedComponents = 0
  /// The last day that was written, and its digits; 0 before the first.
  var lastDate = CalendarDate(daysSinceEpoch: 0)
  var lastDigits: UInt64 = 0
  private let lineBreaks: Bool
  let delimiters: Delimiters
  /// The delimiters laid out to be put eight bytes at once.
  let elementSeparators: UInt64
  let componentSeparators: UInt64
  private let segmentEnd: UInt64
  /// Characters of data that may have been written as blanks because they are delimiters; with other delimiters than the usual
  /// all that are no letters and digits.
  var held = SpecialCharacters()
  /// Whether the delimiters are the usual ones, for which texts can be looked at eight bytes at once.
  let isStandard: Bool
  let laysOutTexts: Bool

  /// An empty buffer.
  /// - Parameters:
  ///   - capacity: Bytes to set aside.
  ///   - lineBreaks: Whether each segment ends a line; the default is `true`, which people can read.
  public init(capacity: Int = 0, lineBreaks: Bool = true) {
    self.init(capacity: capacity, lineBreaks: lineBreaks, delimiters: .standard)
  }

  init(capacity: Int, lineBreaks: Bool = true, delimiters: Delimiters) {
    self.lineBreaks = lineBreaks
    self.delimiters = delimiters
    elementSeparators = UInt64(delimiters.element) &* 0x0101_0101_0101_0101
    componentSeparators = UInt64(delimiters.component) &* 0x0101_0101_0101_0101
    segmentEnd = (10 &<< 8 | UInt64(delimiters.terminator)).littleEndian
    isStandard = delimiters == .standard
    laysOutTexts = isStandard && ShortText.isLaidOutInWords
    sink = ByteSink(capacity: capacity)
  }

  /// Starts to count segments anew.
  public mutating func beginTransaction() {
    segmentCount = 0
    claim = nil
  }

  /// Starts a segment.
  @inline(__always)
  public mutating func begin(_ name: StaticString) {
    self.name = name
    element = 0
    owedElements = 0
    owedComponents = 0
    append(code: name)
  }

  /// Ends the segment.
  @inline(__always)
  public mutating func end() {
    sink.reserve(8)
    sink.put(segmentEnd, at: 0)
    sink.advance(by: lineBreaks ? 2 : 1)
    segmentCount &+= 1
  }

  /// Leaves `count` elements empty.
  @inline(__always)
  public mutating func skip(_ count: Int = 1) {
    element += count
    owedElements += count
    owedComponents = 0
  }

  /// Remembers that the current element cannot be written; the first such fault stays.
  public mutating func fail(_ code: X12Error.Code) {
    guard fault == nil else { return }
    fault = X12Error(
      code: code, segment: "\(name)", element: element == 0 ? nil : element, position: segmentCount, claim: claim)
  }

  /// An element that is a code of the standard.
  @inline(__always)
  public mutating func code(_ code: StaticString) {
    skip()
    append(code: code)
  }

  /// An element of free text: made fit for X12 and cut after `max` characters.
  public mutating func text(_ text: String, max: Int) {
    skip()
    _ = appendData(text, max: max)
  }

  /// An element of free text that must be there, cut after `max` characters.
  public mutating func requiredText(_ text: String, max: Int) {
    skip()
    let start = sink.count
    _ = appendData(text, max: max)
    if sink.count == start { fail(.missing) }
  }

  /// An element that names something: it must be there and may not be longer than `max` characters.
  public mutating func identifier(_ text: String, max: Int) {
    skip()
    requiredData(text, max: max)
  }

  /// An element that names something and may be missing.
  public mutating func optionalIdentifier(_ text: String, max: Int) {
    skip()
    if !appendData(text, max: max, keepsCase: true) { fail(.tooLong) }
  }

  /// An element that is a code out of a list and may be missing: in capitals.
  mutating func optionalCode(_ text: String, max: Int) {
    skip()
    if !appendData(text, max: max) { fail(.tooLong) }
  }

  /// An element that repeats what a peer sent, whatever that was: made fit for X12, cut after `max` characters, and
  /// `fallback` when nothing is left.
  mutating func echo(_ text: String, max: Int, fallback: StaticString = "") {
    skip()
    let start = sink.count
    _ = appendData(text, max: max, keepsCase: true)
    if sink.count == start, fallback.utf8CodeUnitCount > 0 { append(code: fallback) }
  }

  /// Starts a composite element; its components follow.
  public mutating func composite() { skip() }

  /// A component that is a code of the standard.
  @inline(__always)
  public mutating func component(code: StaticString) {
    append(code: code)
    owedComponents += 1
  }

  /// A component that names something: it must be there.
  public mutating func component(_ text: String, max: Int) {
    requiredData(text, max: max)
    owedComponents += 1
  }

  /// A component that is a code of so many characters.
  mutating func component(_ text: String, exactly count: Int) {
    let start = sink.count + owedElements + owedComponents
    component(text, max: count)
    if sink.count - start < count { fail(.tooShort) }
  }

  /// A component that may be missing.
  public mutating func optionalComponent(_ text: String, max: Int) {
    if !appendData(text, max: max, keepsCase: true) { fail(.tooLong) }
    owedComponents += 1
  }

  /// A component that repeats what a peer sent, cut after `max` characters.
  mutating func component(echoing text: String, max: Int) {
    _ = appendData(text, max: max, keepsCase: true)
    owedComponents += 1
  }

  /// A component that is a number.
  public mutating func component(number: Int) {
    append(number)
    owedComponents += 1
  }

  /// An element that is a whole number.
  public mutating func number(_ number: Int) {
    skip()
    append(number)
  }

  /// An element that is a quantity, at most ``Element/largestQuantity``.
  public mutating func quantity(_ quantity: Int) {
    number(quantity)
    if quantity.magnitude > Element.largestQuantity.magnitude { fail(.tooLong) }
  }

  /// An element that is an amount of dollars: as few digits as it needs, at most `Money.largest`.
  public mutating func money(_ money: Money) {
    skip()
    append(money)
    if !money.isCarried { fail(.tooLong) }
  }

  /// An element that is a day, in eight digits.
  public mutating func date(_ date: CalendarDate) {
    skip()
    append(date)
  }

  /// Appends `text` as it is, as an element of fixed width.
  mutating func fixed(_ text: String, width: Int, fill: UInt8 = 32, right: Bool = false) {
    skip()
    settle(reserving: width)
    let start = sink.count
    if text.utf8.count > width { fail(.tooLong) }
    _ = appendData(text, max: width, keepsCase: true)
    let data = right ? sink.bytes(from: start) : []
    let missing = max(0, width - (sink.count - start))
    sink.reserve(width)
    if right { sink.cut(to: start) }
    for _ in 0..<missing { sink.put(fill) }
    for byte in data { sink.put(byte) }
  }

  /// Appends a single byte as an element.
  mutating func delimiter(_ byte: UInt8) {
    skip()
    settle(reserving: 1)
    sink.put(byte)
  }

  private mutating func requiredData(_ text: String, max: Int) {
    let start = sink.count
    if !appendData(text, max: max, keepsCase: true) { fail(.tooLong) }
    if sink.count == start { fail(.missing) }
  }
}
