/// Finds the interchanges of a file that is handed to it in pieces.
struct InterchangeEngine<Parser: TransactionParser> {
  private var events: [InterchangeEvent<Parser.Content>] = []
  private var assembly: InterchangeAssembly<Parser>?
  private var delimiters: Delimiters?
  /// What the open interchange says in its header.
  private var header: InterchangeHeader?
  /// Whether an interchange has just ended, behind which segments may go on.
  private var isBehindInterchange = false
  private let givesParts: Bool
  /// Where the piece starts in the file.
  private var fileOffset = 0
  /// The last byte before the piece.
  private var previous: UInt8 = 0
  private var hasInterchange = false
  /// Whether the last header could not be read. Of several such in a row, the first tells enough.
  private var isUnreadable = false

  init(givesParts: Bool) { self.givesParts = givesParts }

  /// The byte that ends the open interchange's segments.
  var terminator: UInt8? { assembly == nil ? nil : delimiters?.terminator }

  /// What was read since this was last asked.
  mutating func takeEvents() -> [InterchangeEvent<Parser.Content>] {
    defer { events = [] }
    return events
  }

  /// Reads as far as segments are whole; returns how many bytes need not be handed in again.
  /// - Parameter endsPiece: Whether what was read to its end is to be told as a part.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, endsPiece: Bool = true) -> Int {
    let used = withUnsafeTemporaryAllocation(of: Int.self, capacity: SegmentCursor.scratchCapacity) { scratch in
      scratch.initialize(repeating: 0)
      return scratch.baseAddress.map { read(bytes, isLast: isLast, scratch: $0) } ?? bytes.count
    }
    if endsPiece { assembly?.tellPart(&events) }
    fileOffset += used
    if used > 0 { previous = bytes[used - 1] }
    if isLast, !hasInterchange {
      events.append(
        .interchange(
          ReceivedInterchange(
            envelope: nil, controlNumber: "", faults: [EnvelopeFault(.invalidHeader, byteOffset: 0)], groups: [])))
    }
    return used
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, scratch: UnsafeMutablePointer<Int>
  ) -> Int {
    var offset = 0
    while true {
      if assembly == nil {
        if isBehindInterchange {
          guard lookBehindInterchange(bytes, &offset, isLast: isLast) else { return offset }
          isBehindInterchange = false
        }
        guard let start = InterchangeHeader.find(in: bytes, from: offset, after: previous) else {
          // The letters ISA and what follows may be cut in two.
          return isLast ? bytes.count : max(offset, bytes.count - 3)
        }
        if !isLast, bytes.count - start < InterchangeHeader.longest { return start }
        offset = begin(bytes, at: start)
      } else {
        guard let delimiters,
          var cursor = SegmentCursor(
            bytes, at: offset, delimiters: delimiters, scratch: scratch, fileOffset: fileOffset, isLast: isLast)
        else { return offset }
        let isOver = assembly?.take(from: &cursor, events: &events) ?? true
        offset = cursor.offset
        if isOver {
          assembly = nil
          isBehindInterchange = true
        } else if cursor.isTooLong {
          assembly?.close(for: .invalidTerminator, at: fileOffset + offset, events: &events)
          assembly = nil
          offset = min(bytes.count, offset + InterchangeLimits.segmentLength)
        } else if isLast {
          assembly?.close(for: .missingTrailer, at: fileOffset + offset, events: &events)
          assembly = nil
        } else {
          return offset
        }
      }
    }
  }

  /// Tells of segments of an envelope that go on behind the end of an interchange; of other text there nothing is known. Returns
  /// whether there were enough bytes to see.
  private mutating func lookBehindInterchange(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int, isLast: Bool
  ) -> Bool {
    guard let delimiters, let header else { return true }
    while offset < bytes.count, bytes[offset] <= 32, bytes[offset] != delimiters.element { offset += 1 }
    let name = bytes[min(offset, bytes.count)...].prefix(4)
    // The name of a segment and what ends it.
    guard name.count == 4 || isLast else { return false }
    for id in [SegmentID.gs, .st, .se, .ge, .iea] {
      let text = SegmentID.unpacked(id.rawValue).utf8
      guard name.starts(with: text), name.dropFirst(text.count).first == delimiters.element else { continue }
      var remainder: ReceivedInterchange<Parser.Content> = header.interchange()
      remainder.faults = [EnvelopeFault(.invalidContent, byteOffset: fileOffset + offset)]
      remainder.isRemainder = true
      events.append(.interchange(remainder))
      break
    }
    return true
  }

  /// Reads the header at `start`; returns where its interchange's segments start.
  private mutating func begin(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    let header = InterchangeHeader(bytes, at: start, fileOffset: fileOffset)
    delimiters = header.delimiters
    self.header = header
    if header.delimiters != nil {
      assembly = InterchangeAssembly(header, givesParts: givesParts)
      isUnreadable = false
    } else if !isUnreadable {
      events.append(.interchange(header.interchange()))
      isUnreadable = true
    }
    hasInterchange = true
    return header.end
  }
}
