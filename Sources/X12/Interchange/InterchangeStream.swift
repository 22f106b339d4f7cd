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
      let used = bytes.withUnsafeBufferPointer { engine.read($0, isLast: false) }
      held = Array(bytes[used...])
    } else {
      held += bytes
      // Where a segment goes on and on, do not look at its start again and again.
      if let terminator = engine.terminator, held.count <= InterchangeLimits.segmentLength, !bytes.contains(terminator)
      {
        return []
      }
      let used = held.withUnsafeBufferPointer { engine.read($0, isLast: false) }
      held.removeFirst(used)
    }
    return engine.takeEvents()
  }

  /// Ends the file and tells what it leaves.
  public mutating func finish() -> [InterchangeEvent<Parser.Content>] {
    _ = held.withUnsafeBufferPointer { engine.read($0, isLast: true) }
    held = []
    return engine.takeEvents()
  }
}
