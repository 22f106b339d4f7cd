// What the elements of a segment hold.
extension ImplementationGuide {
  /// Which elements of a segment hold something, if all keep the segment's rule; 0 if they do not or it takes a closer look to
  /// tell.
  func soundElements(of segment: Segment, _ rule: UnsafePointer<SegmentRule>) -> UInt64 {
    let present = QuickRules.soundElements(
      of: segment, quickRules, rule.pointee.elements.lowerBound, count: rule.pointee.elements.count)
    guard present != 0, keepsConditions(present, rule) else { return 0 }
    return !segment.hasComponents || QuickRules.areSimple(present & rule.pointee.texts, of: segment) ? present : 0
  }

  /// Whether those elements are there that have to be, if these are.
  func keepsConditions(_ present: UInt64, _ rule: UnsafePointer<SegmentRule>) -> Bool {
    guard rule.pointee.required & ~present == 0 else { return false }
    var index = rule.pointee.conditions.lowerBound
    while index < rule.pointee.conditions.upperBound {
      if !isKept(conditions[index], present) { return false }
      index &+= 1
    }
    return true
  }

  /// What is wrong with the elements of a segment.
  func elementFaults(of segment: Segment, _ rule: SegmentRule) -> [ElementFault] {
    var faults: [ElementFault] = []
    var present: UInt64 = 0
    for (index, place) in rule.elements.enumerated() {
      let position = index + 1
      let element = segment[position]
      if !element.isEmpty, !elements[place].isText || !element.isBlank { present |= 1 << UInt64(position) }
      if elements[place].kind == .composite {
        faults += componentFaults(of: element, elements[place], at: position)
      } else if let code = closeFault(of: element, after: segment[index], elements[place]) {
        faults.append(ElementFault(element: position, code: code, copy: BadData(element)))
      }
    }
    let last = rule.elements.count
    if segment.elementCount > last,
      let extra = (last + 1...segment.elementCount).first(where: { !segment[$0].isEmpty })
    {
      faults.append(ElementFault(element: extra, code: .tooManyElements, copy: BadData(segment[extra])))
    }
    for index in rule.conditions where !isKept(conditions[index], present) {
      let kind = conditions[index].kind
      for position in positions(breaking: conditions[index], present)
      where !faults.contains(where: { $0.element == position }) {
        faults.append(
          ElementFault(
            element: position, code: kind == .exclusion ? .excluded : .conditionallyMissing,
            copy: BadData(segment[position])))
      }
    }
    return faults
  }

  private func componentFaults(of element: Element, _ rule: ElementRule, at position: Int) -> [ElementFault] {
    if element.isEmpty { return rule.isRequired ? [ElementFault(element: position, code: .missing)] : [] }
    var faults: [ElementFault] = []
    var components = element.components
    for (index, place) in rule.components.enumerated() {
      let component = components.next()
      if let code = closeFault(of: component, after: element, elements[place]) {
        faults.append(ElementFault(element: position, component: index + 1, code: code, copy: BadData(component)))
      }
    }
    if !components.isAtEnd {
      faults.append(
        ElementFault(
          element: position, component: rule.components.count + 1, code: .tooManyComponents,
          copy: BadData(components.next())))
    }
    return faults
  }

  private func closeFault(of element: Element, after previous: Element, _ rule: ElementRule) -> ElementFault.Code? {
    if !element.isPlain || element.holdsSeparators, rule.kind != .unused { return .invalidCharacter }
    return ImplementationGuide.fault(of: element, after: previous, rule, codes)
  }

  /// What is wrong with an element of printable characters.
  static func fault(
    of element: Element, after previous: Element, _ rule: ElementRule, _ codes: FixedArray<UInt64>
  ) -> ElementFault.Code? {
    if element.isEmpty { return rule.isRequired ? .missing : nil }
    switch rule.kind {
    case .text: return textFault(of: element, rule)
    case .code, .format:
      if rule.codes.isEmpty { return textFault(of: element, rule) }
      return rule.codes.contains(where: { codes[$0] == element.packed }) ? nil : .invalidCode
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
    case .unused: return .unused
    }
  }

  private static func textFault(of element: Element, _ rule: ElementRule) -> ElementFault.Code? {
    lengthFault(element.count, rule) ?? (rule.isRequired && element.isBlank ? .missing : nil)
  }

  @inline(__always)
  private static func lengthFault(_ count: Int, _ rule: ElementRule) -> ElementFault.Code? {
    count > Int(rule.maximum) ? .tooLong : count < Int(rule.minimum) ? .tooShort : nil
  }
}

// Conditions between elements.
extension ImplementationGuide {
  @inline(__always)
  func isKept(_ condition: Condition, _ present: UInt64) -> Bool {
    let all = condition.first | condition.others
    switch condition.kind {
    case .paired: return present & all == 0 || present & all == all
    case .required: return present & all != 0
    case .exclusion: return (present & all).nonzeroBitCount <= 1
    case .conditional: return present & condition.first == 0 || present & condition.others == condition.others
    case .list: return present & condition.first == 0 || present & condition.others != 0
    }
  }

  /// The elements that are missing, or that are one too many.
  private func positions(breaking condition: Condition, _ present: UInt64) -> [Int] {
    func positions(_ bits: UInt64) -> [Int] { (1..<64).filter { bits >> UInt64($0) & 1 == 1 } }
    switch condition.kind {
    case .paired: return positions((condition.first | condition.others) & ~present)
    case .required: return positions(condition.first)
    case .exclusion: return Array(positions((condition.first | condition.others) & present).dropFirst())
    case .conditional: return positions(condition.others & ~present)
    case .list: return Array(positions(condition.others).prefix(1))
    }
  }
}
