import ClaimModel

// What the elements of a segment hold.
extension GuideWalker {
  /// Holds the elements of a segment against its rule.
  mutating func check(_ segment: Segment, _ rule: ImplementationGuide.SegmentRule, _ guide: ImplementationGuide) {
    let count = rule.elements.count
    for position in 1...max(count, 1) where position <= count {
      let element = segment[position]
      let elementRule = guide.elements[rule.elements.lowerBound + position - 1]
      if elementRule.kind == .composite {
        check(segment, position, element, elementRule, guide)
      } else {
        let fault = fault(of: element, after: segment[position - 1], elementRule, guide, segment.hasOddBytes)
        if let fault { add(segment, element: position, component: nil, fault, element) }
      }
    }
    if segment.elementCount > count { tooMany(segment, after: count) }
    if !rule.conditions.isEmpty {
      for condition in guide.conditions[rule.conditions] { check(segment, condition) }
    }
  }

  private mutating func tooMany(_ segment: Segment, after count: Int) {
    for position in count + 1...segment.elementCount where !segment[position].isEmpty {
      return add(segment, element: position, component: nil, .tooManyElements, segment[position])
    }
  }

  private mutating func check(
    _ segment: Segment, _ position: Int, _ element: Element, _ rule: ImplementationGuide.ElementRule,
    _ guide: ImplementationGuide
  ) {
    if element.isEmpty {
      if rule.usage == .required { add(segment, element: position, component: nil, .missing, element) }
      return
    }
    var previous = element
    var rest = element.components
    for (index, place) in rule.components.enumerated() {
      let component = rest.next()
      let fault = fault(of: component, after: previous, guide.elements[place], guide, segment.hasOddBytes)
      if let fault { add(segment, element: position, component: index + 1, fault, component) }
      previous = component
    }
    if !rest.isAtEnd {
      add(segment, element: position, component: rule.components.count + 1, .tooManyComponents, rest.next())
    }
  }

  @inline(__always)
  private func fault(
    of element: Element, after previous: Element, _ rule: ImplementationGuide.ElementRule,
    _ guide: ImplementationGuide, _ hasOddBytes: Bool
  ) -> ElementFault.Code? {
    if element.isEmpty { return rule.usage == .required ? .missing : nil }
    if rule.usage == .unused { return .unused }
    if hasOddBytes, !element.isPlain { return .invalidCharacter }
    switch rule.kind {
    case .text: return lengthFault(element.count, rule)
    case .code, .format:
      if rule.codes.isEmpty { return lengthFault(element.count, rule) }
      let sent = element.packed
      for index in rule.codes where guide.codes[index] == sent { return nil }
      return .invalidCode
    case .decimal:
      guard let digits = element.decimalDigits else { return .invalidCharacter }
      return lengthFault(digits, rule)
    case .number: return element.isWholeNumber ? lengthFault(element.count, rule) : .invalidCharacter
    case .date: return element.date == nil ? .invalidDate : nil
    case .time: return element.isTime ? nil : .invalidTime
    case .period:
      if previous.is("D8") { return element.count == 8 && element.date != nil ? nil : .invalidDate }
      if previous.is("RD8") { return element.count == 17 && element.date != nil ? nil : .invalidDate }
      return lengthFault(element.count, rule)
    case .composite: return nil
    }
  }

  @inline(__always)
  private func lengthFault(_ count: Int, _ rule: ImplementationGuide.ElementRule) -> ElementFault.Code? {
    count > rule.maximum ? .tooLong : count < rule.minimum ? .tooShort : nil
  }

  private mutating func check(_ segment: Segment, _ condition: ImplementationGuide.Condition) {
    guard let first = condition.elements.first else { return }
    let others = condition.elements.dropFirst()
    switch condition.kind {
    case "P":
      guard condition.elements.contains(where: { !segment[$0].isEmpty }) else { return }
      for position in condition.elements where segment[position].isEmpty { lacks(segment, position) }
    case "R": if condition.elements.allSatisfy({ segment[$0].isEmpty }) { lacks(segment, first) }
    case "C":
      guard !segment[first].isEmpty else { return }
      for position in others where segment[position].isEmpty { lacks(segment, position) }
    case "L":
      guard !segment[first].isEmpty, let second = others.first else { return }
      if others.allSatisfy({ segment[$0].isEmpty }) { lacks(segment, second) }
    default:
      let sent = condition.elements.filter { !segment[$0].isEmpty }
      for position in sent.dropFirst() {
        add(segment, element: position, component: nil, .excluded, segment[position])
      }
    }
  }

  /// Reports an element that others call for, unless it was found to be missing already.
  private mutating func lacks(_ segment: Segment, _ position: Int) {
    if let last = faults.last, last.position == segment.position, last.elements.contains(where: { $0.element == position }) {
      return
    }
    add(segment, element: position, component: nil, .conditionallyMissing, segment[position])
  }
}
