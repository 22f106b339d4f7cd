import ClaimModel

/// Writes an interchange with one functional group around transactions, or with none.
struct InterchangeWriter: ~Copyable {
  var segments: SegmentWriter
  private let envelope: InterchangeEnvelope
  private let setID: StaticString
  private let version: StaticString
  private let hasGroup: Bool
  private var transactionCount = 0

  /// Starts an interchange without a group, for TA1s.
  init(_ envelope: InterchangeEnvelope, capacity: Int) {
    self.envelope = envelope
    (setID, version, hasGroup) = ("", "", false)
    segments = SegmentWriter(capacity: capacity)
    writeHeader()
  }

  /// Starts the interchange and its group.
  /// - Parameters:
  ///   - functionalID: GS01.
  ///   - setID: ST01 of each transaction.
  ///   - version: GS08 and ST03.
  ///   - capacity: Bytes to set aside.
  init(
    _ envelope: InterchangeEnvelope, functionalID: StaticString, setID: StaticString, version: StaticString,
    capacity: Int
  ) {
    self.envelope = envelope
    self.setID = setID
    self.version = version
    hasGroup = true
    segments = SegmentWriter(capacity: capacity)
    writeHeader()
    segments.begin("GS")
    segments.code(functionalID)
    segments.identifier(envelope.sender, max: 15)
    segments.identifier(envelope.application ?? envelope.receiver, max: 15)
    segments.date(envelope.timestamp.date)
    segments.identifier(envelope.timestamp.hhmm, max: 4)
    segments.number(envelope.controlNumber)
    segments.code("X")
    segments.code(version)
    segments.end()
  }

  /// Writes ST, what `body` writes, and SE.
  /// - Parameter names: Whether ST03 is sent; the 835 has none.
  mutating func transaction(withVersion names: Bool = true, _ body: (inout SegmentWriter) -> Void) {
    transactionCount += 1
    let number = String(transactionCount)
    let padded = String(repeating: "0", count: max(0, 4 - number.utf8.count)) + number
    segments.beginTransaction()
    segments.begin("ST")
    segments.code(setID)
    segments.identifier(padded, max: 9)
    if names { segments.code(version) }
    segments.end()
    body(&segments)
    segments.begin("SE")
    segments.number(segments.segmentCount + 1)
    segments.identifier(padded, max: 9)
    segments.end()
  }

  /// Ends the group and the interchange.
  /// - Throws: ``X12Error`` with what could not be written.
  mutating func finish() throws(X12Error) -> [UInt8] {
    if hasGroup {
      segments.begin("GE")
      segments.number(transactionCount)
      segments.number(envelope.controlNumber)
      segments.end()
    }
    segments.begin("IEA")
    segments.number(hasGroup ? 1 : 0)
    segments.fixed(String(envelope.controlNumber), width: 9, fill: 48, right: true)
    segments.end()
    if let fault = segments.fault { throw fault }
    return segments.bytes
  }

  private mutating func writeHeader() {
    segments.begin("ISA")
    segments.code("00")
    segments.fixed("", width: 10)
    segments.code("00")
    segments.fixed("", width: 10)
    segments.fixed(envelope.senderQualifier, width: 2)
    segments.fixed(envelope.sender, width: 15)
    segments.fixed(envelope.receiverQualifier, width: 2)
    segments.fixed(envelope.receiver, width: 15)
    segments.fixed(String(envelope.timestamp.date.yyyymmdd.suffix(6)), width: 6)
    segments.fixed(envelope.timestamp.hhmm, width: 4)
    segments.delimiter(Delimiters.standard.repetition ?? UInt8(ascii: "^"))
    segments.code("00501")
    segments.fixed(String(envelope.controlNumber), width: 9, fill: 48, right: true)
    segments.code("0")
    segments.fixed(envelope.usage.rawValue, width: 1)
    segments.delimiter(Delimiters.standard.component)
    segments.end()
  }
}
