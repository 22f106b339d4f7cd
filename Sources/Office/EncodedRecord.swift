import Messages

/// A journal entry with its Protocol Buffers form: the receipt and the journal hold the same bytes, encoded once.
struct EncodedRecord: Hashable, Sendable {
  /// The entry.
  let entry: JournalEntry
  /// A `JournalRecord`.
  let bytes: [UInt8]

  init(_ entry: JournalEntry) {
    self.entry = entry
    bytes = entry.encoded()
  }

  /// Reads a record that was encoded before.
  init(encoded bytes: [UInt8]) throws(UndecodableMessage) {
    entry = try JournalEntry(fields: FieldReader(bytes))
    self.bytes = bytes
  }
}
