/// Reads all interchanges of a file: any delimiters, line breaks after segments or not, several interchanges, groups and
/// transactions, text before and after them. Never fails: what is wrong is told in the values it returns.
///
/// ```swift
/// for interchange in InterchangeReader<ProfessionalClaimsParser>.read(bytes) {
///   for batch in interchange.accepted { … }
/// }
/// ```
public enum InterchangeReader<Parser: TransactionParser> {
  /// The interchanges of `bytes`, in order. At least one: where there is none to be found, one that says so.
  public static func read(_ bytes: [UInt8]) -> [ReceivedInterchange<Parser.Content>] {
    bytes.withUnsafeBufferPointer { buffer in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: SegmentCursor.scratchCapacity) { scratch in
        scratch.initialize(repeating: 0)
        return scratch.baseAddress.map { read(buffer, scratch: $0) } ?? []
      }
    }
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, scratch: UnsafeMutablePointer<Int>
  ) -> [ReceivedInterchange<Parser.Content>] {
    var interchanges: [ReceivedInterchange<Parser.Content>] = []
    var offset = 0
    while let start = InterchangeHeader.find(in: bytes, from: offset) {
      let header = InterchangeHeader(bytes, at: start)
      var assembly = InterchangeAssembly<Parser>(header)
      offset = header.end
      if let delimiters = header.delimiters,
        var cursor = SegmentCursor(bytes, at: header.end, delimiters: delimiters, scratch: scratch)
      {
        offset = assembly.take(from: &cursor, start: start)
      }
      // Of headers that cannot be read, one after the other, the first tells enough.
      if header.delimiters == nil, interchanges.last?.envelope == nil, !interchanges.isEmpty { continue }
      interchanges.append(assembly.interchange)
    }
    if interchanges.isEmpty {
      let nothing = EnvelopeFault(.invalidHeader, byteOffset: 0)
      interchanges.append(ReceivedInterchange(envelope: nil, controlNumber: "", faults: [nothing], groups: []))
    }
    return interchanges
  }
}
