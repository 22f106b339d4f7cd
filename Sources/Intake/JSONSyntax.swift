/// Finds where a JSON value ends, or where it stops being JSON.
///
/// Foundation's decoder on Linux says that a text is not JSON and not where; this says where. It is also how a JSON
/// header is told from the note behind it. It needs no stack, so nesting cannot exhaust one.
struct JSONSyntax {
  private let bytes: [UInt8]
  private var position: Int

  /// The bytes at fault.
  struct Fault: Error, Equatable {
    /// Offset in bytes from 0 of the first byte that cannot stand where it stands; the length if the text stops short.
    var offset: Int
  }

  private init(bytes: [UInt8], position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// The offset behind the value that starts at or after `start`, past leading white space.
  static func endOfValue(in bytes: [UInt8], from start: Int = 0) throws(Fault) -> Int {
    var scanner = JSONSyntax(bytes: bytes, position: start)
    try scanner.value()
    return scanner.position
  }

  /// The first byte at fault when `bytes` should be one JSON value and white space; `nil` if they are.
  static func fault(in bytes: [UInt8]) -> Fault? {
    do throws(Fault) {
      var scanner = JSONSyntax(bytes: bytes, position: byteOrderMark(of: bytes))
      try scanner.value()
      scanner.skipSpace()
      return scanner.position == bytes.count ? nil : Fault(offset: scanner.position)
    } catch {
      return error
    }
  }

  /// The length of the byte order mark that some editors put in front of UTF-8: three bytes, or none.
  static func byteOrderMark(of bytes: [UInt8]) -> Int { bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0 }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d { position += 1 }
  }

  private mutating func expect(_ byte: UInt8) throws(Fault) {
    guard current == byte else { throw Fault(offset: position) }
    position += 1
  }

  /// One value; `open` holds the closing brackets still owed.
  private mutating func value() throws(Fault) {
    var open: [UInt8] = []
    repeat {
      skipSpace()
      switch current {
      case UInt8(ascii: "{"):
        position += 1
        skipSpace()
        if current == UInt8(ascii: "}") { break }
        open.append(UInt8(ascii: "}"))
        try key()
        continue
      case UInt8(ascii: "["):
        position += 1
        skipSpace()
        if current == UInt8(ascii: "]") { break }
        open.append(UInt8(ascii: "]"))
        continue
      default:
        try scalar()
        position -= 1
      }
      position += 1  // past the closing bracket of an empty container, or back to the byte behind a scalar
      try close(&open)
    } while !open.isEmpty
  }

  /// Behind a complete value: takes a comma (and the key behind it in an object) or as many closings as follow.
  private mutating func close(_ open: inout [UInt8]) throws(Fault) {
    while let owed = open.last {
      skipSpace()
      if current == UInt8(ascii: ",") {
        position += 1
        if owed == UInt8(ascii: "}") {
          skipSpace()
          try key()
        }
        return
      }
      try expect(owed)
      open.removeLast()
    }
  }

  private mutating func key() throws(Fault) {
    try string()
    skipSpace()
    try expect(UInt8(ascii: ":"))
  }

  private mutating func scalar() throws(Fault) {
    switch current {
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: try number()
    }
  }

  private mutating func word(_ word: StaticString) throws(Fault) {
    for index in 0..<word.utf8CodeUnitCount { try expect((word.utf8Start + index).pointee) }
  }

  private mutating func string() throws(Fault) {
    try expect(UInt8(ascii: "\""))
    while let byte = current, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw Fault(offset: position) }
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    position = min(position, bytes.count)
    try expect(UInt8(ascii: "\""))
  }

  private mutating func number() throws(Fault) {
    if current == UInt8(ascii: "-") { position += 1 }
    try digits()
    if current == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      position += 1
      if current == UInt8(ascii: "-") || current == UInt8(ascii: "+") { position += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(Fault) {
    let start = position
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard position > start else { throw Fault(offset: position) }
  }
}
