import ClaimModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An imported release: rows of a code, its dates and its texts, in a mapped file that is not read until it is asked.
///
/// Layout, little-endian: a header of 64 bytes (see ``Header``); rows of 24 bytes, ascending by key, then by effective
/// date; UTF-8 text. Nothing in the file is trusted: a row whose text lies outside reads as empty.
///
/// It is a class, since books of code sets, which may have several, are handed around.
///
/// `@unchecked Sendable` because the pointers lead into `file`, which is read-only and kept alive with them.
final class ReleaseTable: @unchecked Sendable {
  static let magic = Array("SBCODES\0".utf8)
  static let version: UInt32 = 1
  /// Separates the fields of a row's text.
  static let separator: UInt8 = 0x1f
  /// The dates of a row that has none.
  static let always = Int32.min
  static let forever = Int32.max

  struct Header: BitwiseCopyable {
    var magic: UInt64
    var version: UInt32
    var kind: UInt32
    var rows: UInt64
    var textBytes: UInt64
    var checksum: UInt64
    var sourceOffset: UInt32
    var sourceLength: UInt32
    var reserved: (UInt64, UInt64) = (0, 0)
  }

  struct Row: BitwiseCopyable {
    var key: UInt64
    var effective: Int32
    var end: Int32
    var offset: UInt32
    var length: UInt32

    func isInEffect(on date: CalendarDate) -> Bool {
      effective <= date.daysSinceEpoch && date.daysSinceEpoch <= end
    }

    var effectiveDate: CalendarDate? {
      effective == ReleaseTable.always ? nil : CalendarDate(daysSinceEpoch: Int(effective))
    }

    var endDate: CalendarDate? { end == ReleaseTable.forever ? nil : CalendarDate(daysSinceEpoch: Int(end)) }
  }

  private let file: MappedFile
  private let header: Header
  let rows: UnsafeBufferPointer<Row>
  private let text: UnsafeRawBufferPointer

  /// The table in the file at `path`.
  /// - Throws: ``CodeSetError`` `.unreadable`, `.malformed` when it is of another kind, version or length.
  init(path: String, kind: CodeSetKind) throws(CodeSetError) {
    let file = try MappedFile(path: path)
    let size = MemoryLayout<Header>.size
    guard file.bytes.count >= size, file.bytes.prefix(8).elementsEqual(ReleaseTable.magic) else {
      throw CodeSetError(.malformed, path + ": not an imported code set; import it anew")
    }
    let header = file.bytes.loadUnaligned(as: Header.self)
    guard header.version == ReleaseTable.version, header.kind == kind.number else {
      throw CodeSetError(.malformed, path + ": imported by another version, or renamed; import it anew")
    }
    let rest = UInt64(file.bytes.count - size)
    guard header.rows <= rest / 24, header.textBytes == rest - 24 * header.rows else {
      throw CodeSetError(.malformed, path + ": damaged; import it anew")
    }
    let rowBytes = 24 * Int(header.rows)
    self.file = file
    self.header = header
    rows = UnsafeRawBufferPointer(rebasing: file.bytes[size..<size + rowBytes]).bindMemory(to: Row.self)
    text = UnsafeRawBufferPointer(rebasing: file.bytes[(size + rowBytes)...])
  }

  /// The names of the files it was imported from.
  var source: String { string(offset: header.sourceOffset, length: header.sourceLength) }

  /// Whether every byte is as it was written; reads the whole file.
  var isIntact: Bool { ReleaseTable.checksum(UnsafeRawBufferPointer(rows), text) == header.checksum }

  /// The rows of a key, oldest first.
  func rows(_ key: UInt64) -> Slice<UnsafeBufferPointer<Row>> {
    let first = rows.partitioningIndex { $0.key >= key }
    var end = first
    while end < rows.count, rows[end].key == key { end += 1 }
    return rows[first..<end]
  }

  /// The newest row of a key that is in effect on a date.
  func row(_ key: UInt64, on date: CalendarDate) -> Row? { rows(key).last { $0.isInEffect(on: date) } }

  /// The texts of a row, or the first few of them.
  func fields(_ row: Row, first count: Int = .max) -> [String] {
    guard let text = bytes(row) else { return [] }
    var fields: [String] = []
    var start = 0
    while fields.count < count {
      let rest = UnsafeRawBufferPointer(rebasing: text[start...])
      let length = rest.baseAddress.flatMap { base in
        memchr(base, Int32(ReleaseTable.separator), rest.count).map { UnsafeRawPointer($0) - base }
      }
      fields.append(String(decoding: rest[..<(length ?? rest.count)], as: UTF8.self))
      guard let length else { break }
      start += length + 1
    }
    return fields
  }

  /// Whether a row's text begins with a character.
  func begins(_ row: Row, with character: Unicode.Scalar) -> Bool {
    bytes(row)?.first.map { UInt32($0) == character.value } ?? false
  }

  private func bytes(_ row: Row) -> UnsafeRawBufferPointer? {
    guard UInt64(row.offset) + UInt64(row.length) <= UInt64(text.count) else { return nil }
    return UnsafeRawBufferPointer(rebasing: text[Int(row.offset)..<Int(row.offset) + Int(row.length)])
  }

  private func string(offset: UInt32, length: UInt32) -> String {
    guard UInt64(offset) + UInt64(length) <= UInt64(text.count) else { return "" }
    return String(decoding: text[Int(offset)..<Int(offset) + Int(length)], as: UTF8.self)
  }

  static func checksum(_ parts: UnsafeRawBufferPointer...) -> UInt64 {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts {
      var index = 0
      while index + 8 <= part.count {
        sum = (sum ^ part.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x9e37_79b9_7f4a_7c15
        sum ^= sum >> 29
        index += 8
      }
      while index < part.count {
        sum = (sum ^ UInt64(part[index])) &* 0x0000_0100_0000_01b3
        index += 1
      }
    }
    return sum
  }
}
