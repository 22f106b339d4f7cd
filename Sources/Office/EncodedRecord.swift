import Messages
import SwiftProtobuf

/// A journal entry with its Protocol Buffers form: the receipt and the journal hold the same bytes, encoded once.
struct EncodedRecord: Hashable, Sendable {
  /// The entry.
  let entry: JournalEntry
  /// A `JournalRecord`.
  let bytes: [UInt8]

  init(_ entry: JournalEntry) {
    self.entry = entry
    bytes = WireJournalRecord(entry).bytes
  }

  /// Appends the record to the encoded fields of the message that holds it as field `number`.
  ///
  /// Source: Protocol Buffers, encoding: a message is its fields one after the other; a field of length-delimited kind
  /// is its number and 2, its length, its bytes.
  func append(asField number: Int, to message: inout [UInt8]) {
    message.append(varint: UInt(number) << 3 | 2)
    message.append(varint: UInt(bytes.count))
    message += bytes
  }
}

extension [UInt8] {
  fileprivate mutating func append(varint value: UInt) {
    var rest = value
    while rest > 0x7f {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}
