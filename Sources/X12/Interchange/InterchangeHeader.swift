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

  /// Bytes of a segment of the fixed widths, with its terminator.
  static let length = 106
  /// Where the element separators stand in a segment of the fixed widths.
  private static let separators = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103]

  /// Where the next ISA starts at or after `offset`: the letters after something that is no letter or digit, and before
  /// a byte that can be a separator.
  static func find(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int? {
    var index = offset
    while index + 3 < bytes.count {
      if bytes[index] == UInt8(ascii: "I"), bytes[index + 1] == UInt8(ascii: "S"),
        bytes[index + 2] == UInt8(ascii: "A"), !Delimiters.isLetterOrDigit(bytes[index + 3]), bytes[index + 3] > 32,
        index == 0 || !Delimiters.isLetterOrDigit(bytes[index - 1])
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Reads the ISA that starts at `start`. Where widths are not kept it goes by the separators, and says so.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    end = start + 3
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
      faults.append(EnvelopeFault(.invalidHeader, byteOffset: start))
      return
    }
    if let wrong = ends.indices.first(where: { ends[$0] - start != InterchangeHeader.separators[$0] }) {
      faults.append(EnvelopeFault(.invalidHeader, element: wrong, byteOffset: start))
    }
    end = last + 3
    let repetition = bytes[ends[10] + 1]
    let found = Delimiters(
      element: separator, component: bytes[last + 1],
      repetition: Delimiters.isLetterOrDigit(repetition) ? nil : repetition, terminator: bytes[last + 2])
    guard found.areUsable else {
      faults.append(EnvelopeFault(.invalidHeader, element: 16, byteOffset: start))
      return
    }
    delimiters = found
    let elements = (0..<15).map { element in
      Element(
        base: base + ends[element] + 1, count: ends[element + 1] - ends[element] - 1, component: found.component,
        repetition: nil)
    }
    read(elements, at: start)
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
    let midnight = Timestamp(startOf: timestamp.date ?? CalendarDate(daysSinceEpoch: 0))
    envelope = InterchangeEnvelope(
      sender: elements[5].trimmed, senderQualifier: elements[4].trimmed, receiver: elements[7].trimmed,
      receiverQualifier: elements[6].trimmed, controlNumber: number ?? 0,
      timestamp: midnight.adding(milliseconds: Int64(timestamp.minutes ?? 0) * 60_000), usage: usage ?? .test)
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
