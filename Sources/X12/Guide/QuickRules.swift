/// The rules of a guide's elements once more, laid out so that a sound segment is found to be sound quickly. What is not found
/// to be so is looked at closely by `ImplementationGuide.elementFaults(of:_:)`, which alone tells what is wrong.
struct QuickRules {
  /// What an element may hold, at the same position as its ``ImplementationGuide/ElementRule``.
  struct Rule {
    var kind: Kind
    var isRequired: Bool
    /// Characters or digits; of a composite, components up to the last that must be there.
    var minimum: Int32
    /// How many more there may be.
    var span: UInt32
    /// How many codes there are behind the first.
    var otherCodes: Int32 = 0
    /// The first code, packed as ``Element/packed``.
    var code: UInt64 = 0
    /// Where the codes behind the first lie.
    var others: UnsafePointer<UInt64>
    /// Of a composite its components, as positions in the quick rules.
    var components: Range<Int32> = 0..<0

    /// Whether a length is one that it may have.
    @inline(__always)
    func fits(_ count: Int) -> Bool { UInt32(truncatingIfNeeded: count) &- UInt32(bitPattern: minimum) <= span }
  }

  /// How to find out quickly whether an element is sound.
  enum Kind: UInt8 {
    case text
    case code
    case codes
    case period
    case decimal
    case number
    case composite
    /// Not quickly: dates, times and what is not used.
    case other
  }

  private let rules: FixedArray<Rule>
  private let codes: FixedArray<UInt64>
  private let elements: FixedArray<ImplementationGuide.ElementRule>

  /// The rules of elements whose codes are among the given ones.
  init(_ elements: FixedArray<ImplementationGuide.ElementRule>, codes: FixedArray<UInt64>) {
    self.elements = elements
    self.codes = codes
    rules = FixedArray(
      (0..<elements.count).map { place in
        let rule = elements[place]
        var made = Rule(
          kind: .other, isRequired: rule.isRequired, minimum: rule.minimum,
          span: UInt32(max(0, rule.maximum - rule.minimum)),
          others: codes.address(of: rule.codes.isEmpty ? 0 : rule.codes.lowerBound + 1))
        switch rule.kind {
        case .text: made.kind = .text
        case .code, .format:
          made.kind = rule.codes.isEmpty ? .text : rule.codes.count == 1 ? .code : .codes
          if let first = rule.codes.first {
            made.code = codes[first]
            made.otherCodes = Int32(rule.codes.count - 1)
          }
        case .period: made.kind = .period
        case .decimal: made.kind = .decimal
        case .number: made.kind = .number
        case .composite:
          made.kind = .composite
          made.components = Int32(rule.components.lowerBound)..<Int32(rule.components.upperBound)
          let last = rule.components.lastIndex { elements[$0].isRequired }
          made.minimum = Int32(last.map { $0 + 1 - rule.components.lowerBound } ?? 0)
        case .date, .time, .unused: break
        }
        return made
      })
  }
}

extension QuickRules {
  /// Which elements of a segment hold something (the first is bit 1), if each of these keeps its rule; 0 if one does not or
  /// it takes a closer look to tell.
  /// - Parameters:
  ///   - rules: The rules, which are not copied.
  ///   - first: The rule of the first element, those of the others behind it.
  ///   - count: How many there are.
  ///   - known: How many elements are known to keep their rules.
  ///   - presentOfKnown: Which of these hold something.
  ///   - composites: Which composites are known to be sound.
  @inline(__always)
  static func soundElements(
    of segment: Segment, _ rules: UnsafePointer<QuickRules>, _ first: Int, count: Int, known: Int = 0,
    presentOfKnown: UInt64 = 0, composites: KnownComposites? = nil
  ) -> UInt64 {
    let sent = segment.elementCount
    guard sent <= count, !segment.hasOddBytes, segment.hasMemoryBehind else { return 0 }
    guard sent > known else { return presentOfKnown }
    return soundElements(
      of: segment, rules, rules.pointee.rules.address(of: first &+ known), behind: known, presentOfKnown, composites)
  }

  /// Whether no component separator stands in any of the texts among the elements, the first of which is bit 1.
  @inline(never)
  static func areSimple(_ texts: UInt64, of segment: Segment) -> Bool {
    var rest = texts
    while rest != 0 {
      let position = rest.trailingZeroBitCount
      let (start, end) = (segment.ends[position &- 1] &+ 1, segment.ends[position])
      if segment.length(ofComponentAt: start, before: end) != end &- start { return false }
      rest &= rest &- 1
    }
    return true
  }

  /// Looks at each element behind the first few. A function of its own, which needs few values at a time.
  @inline(never)
  private static func soundElements(
    of segment: Segment, _ rules: UnsafePointer<QuickRules>, _ first: UnsafePointer<Rule>, behind known: Int,
    _ presentOfKnown: UInt64, _ composites: KnownComposites?
  ) -> UInt64 {
    var present = presentOfKnown
    var rule = first
    var position = known
    let sent = segment.elementCount
    let ends = segment.ends
    var start = ends[position] &+ 1
    repeat {
      position &+= 1
      let end = ends[position]
      let count = end &- start
      if count != 0 {
        guard isSound(segment, from: start, count: count, rule, rules, composites) else { return 0 }
        present |= 1 &<< UInt64(truncatingIfNeeded: position)
      }
      start = end &+ 1
      rule += 1
    } while position < sent
    return present
  }

  @inline(__always)
  private static func isSound(
    _ segment: Segment, from start: Int, count: Int, _ rule: UnsafePointer<Rule>, _ rules: UnsafePointer<QuickRules>,
    _ composites: KnownComposites?
  ) -> Bool {
    // Most are texts and codes.
    if rule.pointee.kind == .text { return rule.pointee.fits(count) && segment.base[start] != 32 }
    if rule.pointee.kind == .composite {
      return isSoundComposite(segment, from: start, to: start &+ count, rule, rules, composites)
    }
    guard count <= 8 else { return isSoundValue(segment, from: start, to: start &+ count, rule, rules) }
    let packed = segment.packedWithin(from: start, count: count)
    switch rule.pointee.kind {
    case .code, .codes: return isCode(packed, rule)
    case .decimal:
      let digits = Element.decimalDigits(packed, count)
      if digits > 0 { return rule.pointee.fits(digits) }
    case .number: if Element.isNumber(packed, count) { return rule.pointee.fits(count) }
    case .period: if segment.follows("D8", at: start), count == 8, Element.isDay(packed) { return true }
    case .text, .composite, .other: break
    }
    return isSoundValue(segment, from: start, to: start &+ count, rule, rules)
  }

  @inline(__always)
  private static func isCode(_ code: UInt64, _ rule: UnsafePointer<Rule>) -> Bool {
    if code == rule.pointee.code { return true }
    var other = rule.pointee.others
    let end = other + Int(rule.pointee.otherCodes)
    while other < end {
      if other.pointee == code { return true }
      other += 1
    }
    return false
  }

  /// Dates, times and long numbers. Not inlined: that would slow down the texts and codes between them.
  @inline(never)
  private static func isSoundValue(
    _ segment: Segment, from start: Int, to end: Int, _ rule: UnsafePointer<Rule>, _ rules: UnsafePointer<QuickRules>
  ) -> Bool {
    var position = 1
    while segment.ends[position] < end { position &+= 1 }
    // Components do not depend on what stands before them.
    let isWhole = segment.ends[position &- 1] &+ 1 == start && segment.ends[position] == end
    let element = Element(
      base: segment.base + start, count: end &- start, component: segment.delimiters.component, repetition: nil,
      hasWords: false)
    let place = rule - rules.pointee.rules.address(of: 0)
    let previous = isWhole ? segment[position &- 1] : element
    let rule = rules.pointee.elements[place]
    return ImplementationGuide.fault(of: element, after: previous, rule, rules.pointee.codes) == nil
  }

  @inline(__always)
  private static func isSoundComposite(
    _ segment: Segment, from start: Int, to end: Int, _ rule: UnsafePointer<Rule>, _ rules: UnsafePointer<QuickRules>,
    _ composites: KnownComposites?
  ) -> Bool {
    guard let composites, end &- start <= 16 else {
      return isSoundComposite(segment, from: start, to: end, rule, rules)
    }
    let words = segment.words(from: start, count: end &- start)
    if composites.has(words, rule) { return true }
    guard isSoundComposite(segment, from: start, to: end, rule, rules) else { return false }
    composites.add(words, rule)
    return true
  }

  @inline(never)
  private static func isSoundComposite(
    _ segment: Segment, from start: Int, to end: Int, _ rule: UnsafePointer<Rule>, _ rules: UnsafePointer<QuickRules>
  ) -> Bool {
    var part = rules.pointee.rules.address(of: Int(rule.pointee.components.lowerBound))
    let last = rules.pointee.rules.address(of: Int(rule.pointee.components.upperBound))
    let shortest = part + Int(rule.pointee.minimum)
    var from = start
    while part < last {
      let length = segment.length(ofComponentAt: from, before: end)
      if length == 0 {
        if part.pointee.isRequired { return false }
      } else {
        switch part.pointee.kind {
        case .text: if !part.pointee.fits(length) || segment.base[from] == 32 { return false }
        case .code, .codes:
          if length > 8 || !isCode(segment.packedWithin(from: from, count: length), part) { return false }
        case .number:
          if length > 8 || !Element.isNumber(segment.packedWithin(from: from, count: length), length)
            || !part.pointee.fits(length)
          {
            return false
          }
        default: if !isSoundValue(segment, from: from, to: from &+ length, part, rules) { return false }
        }
      }
      part += 1
      from &+= length
      if from == end { return part >= shortest }
      from &+= 1
    }
    return false
  }
}

extension Segment {
  /// Whether the element before the one at `start` is a text of two characters.
  @inline(__always)
  fileprivate func follows(_ text: StaticString, at start: Int) -> Bool {
    // A name of at least two characters and a separator stand before any element.
    base[start &- 4] == delimiters.element && base[start &- 3] == text.utf8Start[0]
      && base[start &- 2] == text.utf8Start[1]
  }
}
