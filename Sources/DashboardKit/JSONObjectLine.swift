/// One line of JSON, written key by key: a journal has many lines, and a general encoder takes several times as long for each.
struct JSONObjectLine {
  private var bytes: [UInt8] = []

  /// An empty line with room for a usual record.
  init() { bytes.reserveCapacity(1_024) }

  /// What was written.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes an object: `body` writes its members.
  mutating func object(_ body: (inout JSONObjectLine) -> Void) { enclosed("{", "}", body) }

  /// Writes a member, unless there is no value. Keys are plain ASCII.
  mutating func member(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    self.key(key)
    string(value)
  }

  /// Writes a member.
  mutating func member(_ key: StaticString, _ value: Int) {
    self.key(key)
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes a member.
  mutating func member(_ key: StaticString, _ value: Bool) {
    self.key(key)
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes a member of texts.
  mutating func member(_ key: StaticString, _ values: some Sequence<String>) {
    list(key, values) { line, value in line.string(value) }
  }

  /// Writes a member whose elements `element` writes.
  mutating func list<Values: Sequence>(
    _ key: StaticString, _ values: Values, _ element: (inout JSONObjectLine, Values.Element) -> Void
  ) {
    self.key(key)
    enclosed("[", "]") { line in
      for value in values {
        line.separate()
        element(&line, value)
      }
    }
  }

  private mutating func enclosed(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ body: (inout JSONObjectLine) -> Void
  ) {
    bytes.append(UInt8(ascii: opening))
    body(&self)
    bytes.append(UInt8(ascii: closing))
  }

  private mutating func key(_ key: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  /// A comma, where something stands before.
  private mutating func separate() {
    guard let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") else { return }
    bytes.append(UInt8(ascii: ","))
  }

  /// Source: RFC 8259 section 7, what must be escaped.
  private mutating func string(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    // Nearly all texts need no escapes, and are copied whole.
    let isCopied = value.utf8.withContiguousStorageIfAvailable { text in
      let isPlain = text.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
      guard isPlain else { return false }
      bytes.append(contentsOf: text)
      return true
    }
    guard isCopied != true else { return }
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
      case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        bytes.append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
        bytes.append(contentsOf: String(byte, radix: 16).utf8)
      default: bytes.append(byte)
      }
    }
  }
}
