/// Reads a file of any size as it comes in, piece by piece; holds no more of it than a piece with its claims, a segment and a claim.
///
/// ```swift
/// var stream = InterchangeStream<ProfessionalClaimsParser>()
/// while let piece = try file.read(upToCount: 1 << 18) {
///   for event in stream.read(piece) { … }
/// }
/// for event in stream.finish() { … }
/// ```
///
/// Reads what ``InterchangeReader`` reads, and answers with values in the same way.
public struct InterchangeStream<Parser: TransactionParser> {
  /// What has come in and was not read: less than a segment.
  private var held: [UInt8] = []
  private var engine: InterchangeEngine<Parser>

  /// A stream at the start of a file.
  /// - Parameter givesParts: Whether claims are told with the piece that ends them, rather than with their transaction.
  public init(givesParts: Bool = true) { engine = InterchangeEngine(givesParts: givesParts) }

  /// Takes in the next bytes of the file and tells what they complete.
  public mutating func read(_ bytes: [UInt8]) -> [InterchangeEvent<Parser.Content>] {
    if held.isEmpty {
      read(bytes, from: 0)
    } else if let terminator = engine.terminator, held.count + bytes.count <= InterchangeLimits.segmentLength {
      // Where a segment goes on and on, do not look at its start again and again.
      guard let end = bytes.firstIndex(of: terminator) else {
        held += bytes
        return []
      }
      // What is held is read with no more of the piece than ends it: the piece need not be copied.
      held += bytes[...end]
      readHeld(endsPiece: end == bytes.count - 1)
      if held.isEmpty { read(bytes, from: end + 1) } else { readHeld(with: bytes[(end + 1)...]) }
    } else {
      readHeld(with: bytes[...])
    }
    return engine.takeEvents()
  }

  /// Reads a piece from one of its bytes on.
  private mutating func read(_ bytes: [UInt8], from start: Int) {
    guard start < bytes.count else { return }
    let used = bytes.withUnsafeBufferPointer { engine.read(UnsafeBufferPointer(rebasing: $0[start...]), isLast: false) }
    held = Array(bytes[(start + used)...])
  }

  /// Reads what is held together with more bytes.
  private mutating func readHeld(with more: ArraySlice<UInt8>) {
    guard !more.isEmpty else { return }
    held += more
    readHeld(endsPiece: true)
  }

  private mutating func readHeld(endsPiece: Bool) {
    let used = held.withUnsafeBufferPointer { engine.read($0, isLast: false, endsPiece: endsPiece) }
    held.removeFirst(used)
  }

  /// Ends the file and tells what it leaves.
  public mutating func finish() -> [InterchangeEvent<Parser.Content>] {
    _ = held.withUnsafeBufferPointer { engine.read($0, isLast: true) }
    held = []
    return engine.takeEvents()
  }
}
