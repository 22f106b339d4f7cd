import ClaimModel

/// Writes an interchange with one functional group around transactions, or with none.
///
/// Its delimiters are the usual ones. Only where one of them stands in an identifier, which must arrive as it is, or is all that
/// a name is made of, it is written once more, with delimiters that occur in none of its data: names keep theirs then too.
struct InterchangeWriter: ~Copyable {
  var segments: SegmentWriter
  private let envelope: InterchangeEnvelope
  private let setID: StaticString
  private let version: StaticString
  private let hasGroup: Bool
  private var transactionCount = 0

  /// Starts an interchange without a group.
  private init(_ envelope: InterchangeEnvelope, capacity: Int, delimiters: Delimiters) {
    self.envelope = envelope
    (setID, version, hasGroup) = ("", "", false)
    segments = SegmentWriter(capacity: capacity, delimiters: delimiters)
    writeHeader()
  }

  /// Starts the interchange and its group.
  private init(
    _ envelope: InterchangeEnvelope, functionalID: StaticString, setID: StaticString, version: StaticString,
    capacity: Int, delimiters: Delimiters
  ) {
    self.envelope = envelope
    self.setID = setID
    self.version = version
    hasGroup = true
    segments = SegmentWriter(capacity: capacity, delimiters: delimiters)
    writeHeader()
    segments.begin("GS")
    segments.code(functionalID)
    segments.identifier(envelope.sender, max: 15)
    segments.identifier(envelope.addressedApplication ?? envelope.receiver, max: 15)
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

  /// The bytes of an interchange with a group.
  /// - Parameters:
  ///   - envelope: Who sends it to whom.
  ///   - functionalID: GS01.
  ///   - setID: ST01 of each transaction.
  ///   - version: GS08 and ST03.
  ///   - capacity: Bytes to set aside.
  ///   - write: Writes the transactions; is called again when the delimiters will not do.
  /// - Throws: ``X12Error`` with what could not be written.
  static func bytes(
    _ envelope: InterchangeEnvelope, functionalID: StaticString, setID: StaticString, version: StaticString,
    capacity: Int, _ write: (inout InterchangeWriter) -> Void
  ) throws(X12Error) -> [UInt8] {
    try bytes(
      {
        InterchangeWriter(
          envelope, functionalID: functionalID, setID: setID, version: version, capacity: capacity, delimiters: $0)
      }, write)
  }

  /// The bytes of an interchange without a group, for TA1s.
  static func bytes(
    withoutGroup envelope: InterchangeEnvelope, capacity: Int, _ write: (inout InterchangeWriter) -> Void
  ) throws(X12Error) -> [UInt8] {
    try bytes({ InterchangeWriter(envelope, capacity: capacity, delimiters: $0) }, write)
  }

  private static func bytes(
    _ begin: (Delimiters) -> InterchangeWriter, _ write: (inout InterchangeWriter) -> Void
  ) throws(X12Error) -> [UInt8] {
    var held = SpecialCharacters()
    while true {
      let delimiters = Delimiters(avoiding: held)
      var writer = begin(delimiters)
      write(&writer)
      writer.end()
      // Of the usual ones only those that it met are known at first, then all characters of the data: twice more is enough.
      guard writer.segments.held.holdAny(of: delimiters) else {
        if let fault = writer.segments.fault { throw fault }
        return writer.segments.bytes
      }
      held.formUnion(writer.segments.held)
    }
  }

  /// Ends the group and the interchange.
  private mutating func end() {
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
    segments.delimiter(segments.delimiters.repetition ?? UInt8(ascii: "^"))
    segments.code("00501")
    segments.fixed(String(envelope.controlNumber), width: 9, fill: 48, right: true)
    segments.code("0")
    segments.fixed(envelope.usage.rawValue, width: 1)
    segments.delimiter(segments.delimiters.component)
    segments.end()
  }
}

extension InterchangeEnvelope {
  /// The application, if GS03 can hold it: it may be what a peer sent as GS02, which no one has checked.
  fileprivate var addressedApplication: String? {
    application.flatMap { $0.utf8.count > 15 || X12Text.isBlank($0) ? nil : $0 }
  }
}
