import ClaimModel

/// An ISA segment: the delimiters, the envelope, and what is wrong with it.
struct InterchangeHeader {
  /// What it says, as far as it can be read; `nil` when no delimiters can be made out.
  var delimiters: Delimiters?
  var envelope: InterchangeEnvelope?
  /// ISA13 as it was sent, which IEA02 must repeat.
  var controlNumber = ""
  var faults: [EnvelopeFault] = []
  /// The first byte after the segment.
  var end: Int

  /// What it says in letters that the TA1 repeats: ISA09 and ISA10.
  var date = ""
  var time = ""
  /// Whether a TA1 is asked for (ISA14).
  var asksForAcknowledgment = false

  /// Bytes of a segment of the fixed widths, with its terminator.
  static let length = 106
  /// Bytes within which a header that does not keep its widths must end, with its terminator.
  static let longest = 2 * length + 3
  /// Where the element separators stand in a segment of the fixed widths.
  private static let separators = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103]

  /// Where the next ISA starts at or after `offset`: the letters after something that is no letter or digit, and before
  /// a byte that can be a separator.
  static func find(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int, after previous: UInt8 = 0) -> Int? {
    var index = offset
    while index + 3 < bytes.count {
      if bytes[index] == UInt8(ascii: "I"), bytes[index + 1] == UInt8(ascii: "S"),
        bytes[index + 2] == UInt8(ascii: "A"), Delimiters.canSeparate(bytes[index + 3]),
        !Delimiters.isLetterOrDigit(index == 0 ? previous : bytes[index - 1])
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Reads the ISA that starts at `start`. Where widths are not kept it goes by the separators, and says so.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, fileOffset: Int = 0) {
    end = start + 3
    let place = fileOffset + start
    guard let base = bytes.baseAddress else { return }
    let separator = bytes[start + 3]
    var ends: [Int] = []
    var index = start
    while index < bytes.count, ends.count < 16 {
      if bytes[index] == separator { ends.append(index) }
      index += 1
      // A header far too long is none: do not take separators from the claims behind it.
      if index - start > 2 * InterchangeHeader.length { break }
    }
    guard ends.count == 16, let last = ends.last, last + 2 < bytes.count else {
      faults.append(EnvelopeFault(.invalidHeader, byteOffset: place))
      return
    }
    if let wrong = ends.indices.first(where: { ends[$0] - start != InterchangeHeader.separators[$0] }) {
      faults.append(EnvelopeFault(.invalidHeader, element: wrong, byteOffset: place))
    }
    end = last + 3
    let repetition = bytes[ends[10] + 1]
    let found = Delimiters(
      element: separator, component: bytes[last + 1],
      repetition: Delimiters.isLetterOrDigit(repetition) ? nil : repetition, terminator: bytes[last + 2])
    guard found.areUsable else {
      faults.append(EnvelopeFault(.invalidHeader, element: 16, byteOffset: place))
      return
    }
    delimiters = found
    let elements = (0..<15).map { element in
      Element(
        base: base + ends[element] + 1, count: ends[element + 1] - ends[element] - 1, component: found.component,
        repetition: nil, hasWords: false)
    }
    read(elements, at: place)
  }

  private mutating func read(_ elements: [Element], at start: Int) {
    controlNumber = elements[12].string
    let number = elements[12].number
    if number == nil { faults.append(EnvelopeFault(.invalidControlNumber, element: 13, byteOffset: start)) }
    let timestamp = InterchangeHeader.timestamp(date: elements[8], time: elements[9])
    if timestamp.date == nil { faults.append(EnvelopeFault(.invalidDate, element: 9, byteOffset: start)) }
    if timestamp.minutes == nil { faults.append(EnvelopeFault(.invalidTime, element: 10, byteOffset: start)) }
    let usage = InterchangeEnvelope.Usage(rawValue: elements[14].string)
    if usage == nil { faults.append(EnvelopeFault(.invalidUsage, element: 15, byteOffset: start)) }
    checkCodes(elements, at: start)
    date = elements[8].string
    time = elements[9].string
    asksForAcknowledgment = elements[13].is("1")
    let midnight = Timestamp(startOf: timestamp.date ?? CalendarDate(daysSinceEpoch: 0))
    envelope = InterchangeEnvelope(
      sender: elements[5].trimmed, senderQualifier: elements[4].trimmed, receiver: elements[7].trimmed,
      receiverQualifier: elements[6].trimmed, controlNumber: number ?? 0,
      timestamp: midnight.adding(milliseconds: Int64(timestamp.minutes ?? 0) * 60_000), usage: usage ?? .test)
  }

  /// Holds the elements that are codes against their lists.
  /// Source: X12.5, ISA segment; data elements I01, I03, I05, I11 and I13.
  private mutating func checkCodes(_ elements: [Element], at place: Int) {
    func check(_ position: Int, _ code: EnvelopeFault.Code, _ allowed: [StaticString]) -> EnvelopeFault? {
      let element = elements[position - 1]
      return allowed.contains { element.is($0) }
        ? nil : EnvelopeFault(code, element: position, byteOffset: place)
    }
    let parties: [StaticString] = ["ZZ", "01", "14", "20", "27", "28", "29", "30", "33"]
    let found = [
      check(1, .invalidAuthorizationQualifier, ["00", "03"]), check(3, .invalidSecurityQualifier, ["00", "01"]),
      check(5, .invalidSenderQualifier, parties), check(7, .invalidReceiverQualifier, parties),
      check(12, .unsupportedVersion, ["00501"]), check(14, .invalidAcknowledgmentRequest, ["0", "1"]),
    ]
    faults += found.compactMap(\.self)
    if elements[5].trimmed.isEmpty { faults.append(EnvelopeFault(.invalidSender, element: 6, byteOffset: place)) }
    if elements[7].trimmed.isEmpty { faults.append(EnvelopeFault(.invalidReceiver, element: 8, byteOffset: place)) }
  }

  /// The interchange so far.
  func interchange<Content>() -> ReceivedInterchange<Content> {
    var interchange = ReceivedInterchange<Content>(
      envelope: envelope, controlNumber: controlNumber, faults: faults, groups: [])
    interchange.delimiters = delimiters
    interchange.dateText = date
    interchange.timeText = time
    interchange.asksForAcknowledgment = asksForAcknowledgment
    return interchange
  }

  /// A six-digit date of this century, and the minutes of a four-digit time.
  private static func timestamp(date: Element, time: Element) -> (date: CalendarDate?, minutes: Int?) {
    var day: CalendarDate?
    if date.count == 6, let number = date.number {
      day = CalendarDate(year: 2000 + number / 10_000, month: number / 100 % 100, day: number % 100)
    }
    var minutes: Int?
    if time.count == 4, let number = time.number, number / 100 < 24, number % 100 < 60 {
      minutes = number / 100 * 60 + number % 100
    }
    return (day, minutes)
  }
}

extension Element {
  /// The element without the blanks that fill it up to a fixed width.
  var trimmed: String {
    var length = count
    while length > 0, base[length - 1] == 32 { length -= 1 }
    return String(decoding: UnsafeBufferPointer(start: base, count: length), as: UTF8.self)
  }
}
