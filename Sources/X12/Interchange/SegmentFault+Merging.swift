extension SegmentFault {
  /// Whether only the implementation guide is broken, not the standard: all codes start with `I`.
  var isImplementationFault: Bool {
    code == .elementErrors ? elements.allSatisfy { $0.code.rawValue.hasPrefix("I") } : code.rawValue.hasPrefix("I")
  }

  /// Whether the transaction cannot be taken with it. What the guide does not use and no reader looks at does no harm: it
  /// is told, and the transaction is accepted all the same (IK501 E).
  var isGrave: Bool {
    switch code {
    case .notInSet: false
    case .elementErrors: elements.contains { $0.code != .unused }
    default: true
    }
  }
}

extension [SegmentFault] {
  /// These and those of `others` that are not among them, in the order of the file: both the guide's rules and a parser may
  /// find the same thing.
  func merged(with others: [SegmentFault]) -> [SegmentFault] {
    if others.isEmpty { return sortedByPosition() }
    if isEmpty { return others }
    var merged = self
    for other in others {
      let same = merged.firstIndex {
        $0.position == other.position && $0.segment == other.segment && $0.code == other.code
      }
      guard let same else {
        // A segment that was found wrong as a whole needs no second verdict.
        if !merged.contains(where: { $0.position == other.position && $0.code != .missing && other.code != .missing }) {
          merged.append(other)
        }
        continue
      }
      for element in other.elements
      where !merged[same].elements.contains(where: {
        $0.element == element.element && $0.component == element.component
      }) {
        merged[same].elements.append(element)
      }
    }
    return merged.sortedByPosition()
  }

  private func sortedByPosition() -> [SegmentFault] {
    enumerated().sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }.map(\.element)
  }
}
