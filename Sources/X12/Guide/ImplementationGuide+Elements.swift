// What the elements of a segment hold.
extension ImplementationGuide {
  /// Whether a segment keeps its rule, found quickly; `false` may also mean that it takes a closer look to tell.
  func isClean(_ segment: Segment, _ rule: Int) -> Bool {
    let sent = segment.elementCount
    let all = segments[rule].elements
    guard sent <= all.count, sent <= Segment.maximumElements, sent >= segments[rule].shortest, !segment.hasOddBytes,
      segment.hasMemoryBehind
    else { return false }
    var present: UInt64 = 0
    var element = elements.address(of: all.lowerBound)
    var position = 1
    var end = segment.ends[0]
    while position <= sent {
      let start = end &+ 1
      end = segment.ends[position]
      let count = end &- start
      if count == 0 {
        if element.pointee.isRequired { return false }
      } else {
        present |= 1 &<< UInt64(truncatingIfNeeded: position)
        if !isClean(segment, from: start, count: count, at: position, element) { return false }
      }
      position &+= 1
      element += 1
    }
    let rules = segments[rule].conditions
    var index = rules.lowerBound
    while index < rules.upperBound {
      if !isKept(conditions[index], present) { return false }
      index &+= 1
    }
    return true
  }

  @inline(__always)
  private func isClean(
    _ segment: Segment, from start: Int, count: Int, at position: Int, _ rule: UnsafePointer<ElementRule>
  ) -> Bool {
    switch rule.pointee.kind {
    case .text: return fits(count, rule)
    case .code, .format:
      if rule.pointee.codes.isEmpty { return fits(count, rule) }
      return count <= 8 && hasCode(segment.packedWithin(from: start, count: count), in: rule.pointee.codes)
    case .composite: return isCleanComposite(segment, from: start, count: count, rule.pointee.components)
    case .unused: return false
    default: return isCleanValue(segment, at: position, rule)
    }
  }

  /// Dates, times and numbers. Not inlined, nor is what follows: that would slow down the texts and codes between them.
  @inline(never)
  private func isCleanValue(_ segment: Segment, at position: Int, _ rule: UnsafePointer<ElementRule>) -> Bool {
    fault(of: segment[position], after: segment[position - 1], rule.pointee) == nil
  }

  @inline(__always)
  private func fits(_ count: Int, _ rule: UnsafePointer<ElementRule>) -> Bool {
    Int(rule.pointee.minimum) <= count && count <= Int(rule.pointee.maximum)
  }

  @inline(never)
  private func isCleanComposite(_ segment: Segment, from start: Int, count: Int, _ rules: Range<Int>) -> Bool {
    var place = rules.lowerBound
    var from = start
    let end = start + count
    while place < rules.upperBound {
      let rule = elements.address(of: place)
      let length = segment.length(ofComponentAt: from, before: end)
      if length == 0 {
        if rule.pointee.isRequired { return false }
      } else if rule.pointee.kind == .text {
        if !fits(length, rule) { return false }
      } else if rule.pointee.kind == .code, !rule.pointee.codes.isEmpty {
        if !hasCode(segment.packed(from: from, count: length), in: rule.pointee.codes) { return false }
      } else {
        let element = Element(
          base: segment.base + from, count: length, component: segment.delimiters.component, repetition: nil)
        if fault(of: element, after: element, rule.pointee) != nil { return false }
      }
      from += length
      if from == end { return !hasRequired(in: place + 1..<rules.upperBound) }
      from += 1
      place += 1
    }
    return false
  }

  private func hasRequired(in rules: Range<Int>) -> Bool {
    var place = rules.lowerBound
    while place < rules.upperBound {
      if elements[place].isRequired { return true }
      place += 1
    }
    return false
  }

  /// What is wrong with the elements of a segment.
  func elementFaults(of segment: Segment, _ rule: SegmentRule) -> [ElementFault] {
    var faults: [ElementFault] = []
    var present: UInt64 = 0
    for (index, place) in rule.elements.enumerated() {
      let position = index + 1
      let element = segment[position]
      if !element.isEmpty { present |= 1 << UInt64(position) }
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
    if !element.isPlain, rule.kind != .unused { return .invalidCharacter }
    return fault(of: element, after: previous, rule)
  }

  /// What is wrong with an element of printable characters.
  @inline(__always)
  private func fault(of element: Element, after previous: Element, _ rule: ElementRule) -> ElementFault.Code? {
    if element.isEmpty { return rule.isRequired ? .missing : nil }
    switch rule.kind {
    case .text: return lengthFault(element.count, rule)
    case .code, .format:
      if rule.codes.isEmpty { return lengthFault(element.count, rule) }
      return hasCode(element.packed, in: rule.codes) ? nil : .invalidCode
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

  @inline(__always)
  private func lengthFault(_ count: Int, _ rule: ElementRule) -> ElementFault.Code? {
    count > Int(rule.maximum) ? .tooLong : count < Int(rule.minimum) ? .tooShort : nil
  }
}

// Conditions between elements.
extension ImplementationGuide {
  @inline(__always)
  private func isKept(_ condition: Condition, _ present: UInt64) -> Bool {
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
