/// The identity of one message on the wire: 128 bits, written as a UUID.
///
/// Ids of outgoing messages are derived from the incoming message's id, so a step that is done again after a crash
/// names its results the same and the next office can drop them.
public struct MessageID: Hashable, Comparable, Sendable {
  /// The first 64 bits.
  public let high: UInt64
  /// The last 64 bits.
  public let low: UInt64

  /// An id of the given bits.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The id of the thing that `parts` name; marked as UUID version 8 (RFC 9562, section 5.8).
  public static func derived(from parts: String...) -> MessageID {
    var hash = StableHash(key: 0x6d657373)
    for part in parts { hash.combine(part) }
    return MessageID(hashed: hash)
  }

  /// The id of the `index`th message that comes of this one.
  public func child(_ index: Int, of purpose: String) -> MessageID {
    var hash = StableHash(key: 0x6368696c)
    hash.combine(high)
    hash.combine(low)
    hash.combine(UInt64(bitPattern: Int64(index)))
    hash.combine(purpose)
    return MessageID(hashed: hash)
  }

  private init(hashed hash: StableHash) {
    let (high, low) = hash.finish()
    self.high = high & ~0xf000 | 0x8000
    self.low = low & ~(0b11 << 62) | 0b10 << 62
  }

  /// Orders by bits.
  public static func < (left: MessageID, right: MessageID) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
