/// The rules of a guide's elements once more, laid out so that a sound segment is found to be sound quickly. What is not found
/// to be so is looked at closely by `ImplementationGuide.elementFaults(of:_:)`, which alone tells what is wrong.
struct QuickRules {
  /// What an element may hold, at the same position as its ``ImplementationGuide/ElementRule``.
  struct Rule {
    /// The first code, packed as ``Element/packed``.
    var code: UInt64 = 0
    /// The codes behind the first, as positions in ``ImplementationGuide/codes``; of a composite its components, as positions
    /// in the quick rules.
    var first: Int32
    var end: Int32
    /// Characters or digits; of a composite, components up to the last that must be there.
    var minimum: Int32
    /// How many more there may be.
    var span: UInt32
    var kind: Kind
    var isRequired: Bool

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
          first: Int32(rule.codes.lowerBound), end: Int32(rule.codes.upperBound), minimum: rule.minimum,
          span: UInt32(max(0, rule.maximum - rule.minimum)), kind: .other, isRequired: rule.isRequired)
        switch rule.kind {
        case .text: made.kind = .text
        case .code, .format:
          made.kind = rule.codes.isEmpty ? .text : rule.codes.count == 1 ? .code : .codes
          if let first = rule.codes.first {
            made.code = codes[first]
            made.first += 1
          }
        case .period: made.kind = .period
        case .decimal: made.kind = .decimal
        case .number: made.kind = .number
        case .composite:
          made.kind = .composite
          made.first = Int32(rule.components.lowerBound)
          made.end = Int32(rule.components.upperBound)
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
  ///   - first: The rule of the first element, those of the others behind it.
  ///   - count: How many there are.
  ///   - known: How many elements are known to keep their rules.
  ///   - presentOfKnown: Which of these hold something.
  @inline(__always)
  func soundElements(
    of segment: Segment, _ first: Int, count: Int, known: Int = 0, presentOfKnown: UInt64 = 0
  ) -> UInt64 {
    let sent = segment.elementCount
    guard sent <= count, !segment.hasOddBytes, segment.hasMemoryBehind else { return 0 }
    var present = presentOfKnown
    var bit: UInt64 = 2 &<< UInt64(truncatingIfNeeded: known)
    var element = rules.address(of: first &+ known)
    var ends = segment.ends + known
    var start = ends.pointee &+ 1
    ends += 1
    let last = segment.ends + sent
    while ends <= last {
      let end = ends.pointee
      if end != start {
        guard isSound(segment, from: start, to: end, element) else { return 0 }
        present |= bit
      }
      bit &<<= 1
      start = end &+ 1
      ends += 1
      element += 1
    }
    return present
  }

  @inline(__always)
  private func isSound(
    _ segment: Segment, from start: Int, to end: Int, _ rule: UnsafePointer<Rule>
  ) -> Bool {
    let count = end &- start
    switch rule.pointee.kind {
    case .text: return rule.pointee.fits(count)
    case .code: return count <= 8 && segment.packedWithin(from: start, count: count) == rule.pointee.code
    case .codes: return count <= 8 && isCode(segment.packedWithin(from: start, count: count), rule)
    case .period:
      return segment.follows("D8", at: start) && count == 8 && Element.isDay(segment.word(at: start))
        || isSoundValue(segment, from: start, to: end, rule)
    case .decimal:
      let digits = count <= 8 ? Element.decimalDigits(segment.packedWithin(from: start, count: count), count) : 0
      return digits > 0 ? rule.pointee.fits(digits) : isSoundValue(segment, from: start, to: end, rule)
    case .number:
      guard count <= 8, Element.isNumber(segment.packedWithin(from: start, count: count), count) else {
        return isSoundValue(segment, from: start, to: end, rule)
      }
      return rule.pointee.fits(count)
    case .composite: return isSoundComposite(segment, from: start, to: end, rule)
    case .other: return isSoundValue(segment, from: start, to: end, rule)
    }
  }

  @inline(__always)
  private func isCode(_ code: UInt64, _ rule: UnsafePointer<Rule>) -> Bool {
    if code == rule.pointee.code { return true }
    var other = codes.address(of: Int(rule.pointee.first))
    let end = codes.address(of: Int(rule.pointee.end))
    while other < end {
      if other.pointee == code { return true }
      other += 1
    }
    return false
  }

  /// Dates, times and long numbers. Not inlined: that would slow down the texts and codes between them.
  @inline(never)
  private func isSoundValue(
    _ segment: Segment, from start: Int, to end: Int, _ rule: UnsafePointer<Rule>
  ) -> Bool {
    var position = 1
    while segment.ends[position] < end { position &+= 1 }
    // Components do not depend on what stands before them.
    let isWhole = segment.ends[position &- 1] &+ 1 == start && segment.ends[position] == end
    let element = Element(
      base: segment.base + start, count: end &- start, component: segment.delimiters.component, repetition: nil)
    let place = rule - rules.address(of: 0)
    return ImplementationGuide.fault(
      of: element, after: isWhole ? segment[position &- 1] : element, elements[place], codes) == nil
  }

  @inline(never)
  private func isSoundComposite(
    _ segment: Segment, from start: Int, to end: Int, _ rule: UnsafePointer<Rule>
  ) -> Bool {
    var part = rules.address(of: Int(rule.pointee.first))
    let last = rules.address(of: Int(rule.pointee.end))
    let shortest = part + Int(rule.pointee.minimum)
    var from = start
    while part < last {
      let length = segment.length(ofComponentAt: from, before: end)
      if length == 0 {
        if part.pointee.isRequired { return false }
      } else {
        switch part.pointee.kind {
        case .text: if !part.pointee.fits(length) { return false }
        case .code, .codes:
          if length > 8 || !isCode(segment.packedWithin(from: from, count: length), part) { return false }
        case .number:
          if length > 8 || !Element.isNumber(segment.packedWithin(from: from, count: length), length)
            || !part.pointee.fits(length)
          {
            return false
          }
        default: if !isSoundValue(segment, from: from, to: from &+ length, part) { return false }
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
