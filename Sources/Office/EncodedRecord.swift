import Messages

/// A journal entry with its Protocol Buffers form: the receipt and the journal hold the same bytes, encoded once.
struct EncodedRecord: Hashable, Sendable {
  /// Copies of a record share its entry: a record is handed on several times, and a copy of the entry would be one of each of
  /// its texts.
  private final class Shared: Sendable {
    let entry: JournalEntry

    init(_ entry: JournalEntry) { self.entry = entry }
  }

  private let shared: Shared
  /// A `JournalRecord`.
  let bytes: [UInt8]

  /// The entry.
  var entry: JournalEntry { shared.entry }

  init(_ entry: JournalEntry) {
    shared = Shared(entry)
    bytes = entry.encoded()
  }

  /// Reads a record that was encoded before.
  init(encoded bytes: [UInt8]) throws(UndecodableMessage) {
    shared = Shared(try JournalEntry(fields: FieldReader(bytes)))
    self.bytes = bytes
  }

  /// Whether entries and bytes are the same.
  static func == (left: EncodedRecord, right: EncodedRecord) -> Bool {
    left.bytes == right.bytes && (left.shared === right.shared || left.entry == right.entry)
  }

  /// Takes in what ``==(_:_:)`` compares.
  func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
