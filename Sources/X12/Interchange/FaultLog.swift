import ClaimModel

/// Collects the faults of one transaction while it is read, and reads elements on the way.
///
/// Every function that reads an element returns something usable even when it records a fault, so that reading goes on
/// and finds the next fault.
struct FaultLog {
  /// What was found, in the order of the file.
  private(set) var faults: [SegmentFault] = []
  /// The loop that is being read.
  var loop = ""
  /// The claim that is being read.
  var claim: PatientControlNumber?

  /// A transaction that is wrong throughout is not described to the end.
  static let limit = 200

  /// Records that an element is wrong.
  mutating func element(_ segment: Segment, _ element: Int, component: Int? = nil, _ code: ElementFault.Code) {
    let whole = segment[element]
    let fault = ElementFault(
      element: element, component: component, code: code, copy: BadData(component.map(whole.component) ?? whole))
    if let last = faults.indices.last, faults[last].position == segment.position, faults[last].code == .elementErrors {
      faults[last].elements.append(fault)
    } else {
      add(segment.name, at: segment.place, .elementErrors, elements: [fault])
    }
  }

  /// Names the loop of the last faults that have none.
  mutating func name(loop: String, inLast count: Int) {
    for index in faults.indices.suffix(count) where faults[index].loop.isEmpty { faults[index].loop = loop }
  }

  /// Records that a segment is wrong as a whole.
  mutating func segment(_ segment: Segment, _ code: SegmentFault.Code) {
    add(segment.name, at: segment.place, code)
  }

  /// Records that a segment is missing that should have come before `place`.
  mutating func missing(_ name: String, loop: String, before place: SegmentPlace) {
    guard faults.count < FaultLog.limit else { return }
    faults.append(
      SegmentFault(
        segment: name, position: place.position, loop: loop, code: .missing, byteOffset: place.byteOffset,
        claim: claim))
  }

  private mutating func add(
    _ name: String, at place: SegmentPlace, _ code: SegmentFault.Code, elements: [ElementFault] = []
  ) {
    guard faults.count < FaultLog.limit else { return }
    // A name may be any bytes; IK301 holds three characters.
    faults.append(
      SegmentFault(
        segment: String(name.prefix(3)), position: place.position, loop: loop, code: code,
        byteOffset: place.byteOffset, claim: claim, elements: elements))
  }
}

extension Element {
  /// The modifiers of a procedure composite, its third to sixth component, as they are.
  var modifiers: [ProcedureModifier] {
    (3...6).map(component).filter { !$0.isEmpty }.map { ProcedureModifier($0.string) }
  }
}

extension FaultLog {
  /// Text that must be there.
  mutating func text(_ segment: Segment, _ position: Int, max: Int) -> String {
    let element = segment[position]
    if element.isEmpty { self.element(segment, position, .missing) }
    return optionalText(segment, position, max: max)
  }

  /// Text that may be missing.
  mutating func optionalText(_ segment: Segment, _ position: Int, max: Int) -> String {
    let element = segment[position]
    if element.count > max { self.element(segment, position, .tooLong) }
    return element.string
  }

  /// The text of a component that must be there.
  mutating func text(_ segment: Segment, _ position: Int, component: Int, max: Int) -> String {
    let part = segment[position].component(component)
    if part.isEmpty { element(segment, position, component: component, .missing) }
    if part.count > max { element(segment, position, component: component, .tooLong) }
    return part.string
  }

  /// A day that must be there.
  mutating func date(_ segment: Segment, _ position: Int) -> CalendarDate? {
    if let date = segment[position].date { return date }
    element(segment, position, segment[position].isEmpty ? .missing : .invalidDate)
    return nil
  }

  /// The days of a DTP segment: one (`D8`), or the first and the last one of a range (`RD8`).
  mutating func formattedDates(_ segment: Segment) -> (first: CalendarDate, last: CalendarDate?)? {
    guard let first = formattedDate(segment) else { return nil }
    return (first, segment[3].lastDate)
  }

  /// The day of a DTP segment (element 3), which is one day (`D8`) or a range (`RD8`, of which the first day counts).
  mutating func formattedDate(_ segment: Segment) -> CalendarDate? {
    let format = segment[2]
    let length = format.is("D8") ? 8 : 17
    if format.isEmpty {
      element(segment, 2, .missing)
    } else if !format.is("D8"), !format.is("RD8") {
      element(segment, 2, .invalidCode)
      return nil
    }
    if !segment[3].isEmpty, segment[3].count != length {
      element(segment, 3, .invalidDate)
      return nil
    }
    return date(segment, 3)
  }

  /// An amount that must be there; zero when it is not one.
  mutating func money(_ segment: Segment, _ position: Int) -> Money {
    if let money = segment[position].money { return money }
    element(segment, position, segment[position].isEmpty ? .missing : .invalidCharacter)
    return .zero
  }

  /// An amount that may be missing.
  mutating func optionalMoney(_ segment: Segment, _ position: Int) -> Money? {
    segment[position].isEmpty ? nil : money(segment, position)
  }

  /// A whole number that must be there, rounded up if it has decimals; `fallback` when it is not one.
  mutating func quantity(_ segment: Segment, _ position: Int, fallback: Int) -> Int {
    if let quantity = segment[position].quantity { return quantity }
    element(segment, position, segment[position].isEmpty ? .missing : .invalidCharacter)
    return fallback
  }
}
