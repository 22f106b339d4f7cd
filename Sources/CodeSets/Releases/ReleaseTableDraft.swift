import ClaimModel

/// A release while it is read: collects rows, then gives the bytes of the file that `ReleaseTable` maps.
///
/// A row takes 24 bytes and each distinct text is held once, so that the millions of edits of a quarter fit.
public struct ReleaseTableDraft {
  /// What the release is of.
  public let kind: CodeSetKind
  private var rows: [ReleaseTable.Row] = []
  private var text: [UInt8] = []
  private var places: [[UInt8]: UInt32] = [:]
  /// Where each key was read, where a code may come only once.
  private var lines: [UInt64: Int] = [:]

  init(_ kind: CodeSetKind) { self.kind = kind }

  /// How many rows there are.
  public var count: Int { rows.count }

  /// Adds a row.
  /// - Parameter line: where the row was read: the key may come only once.
  mutating func add(
    _ key: UInt64, effective: CalendarDate? = nil, end: CalendarDate? = nil, fields: [String], file: String,
    line: Int? = nil, column: Int = 1
  ) throws(CodeFileFault) {
    if let line, let first = lines.updateValue(line, forKey: key) {
      throw CodeFileFault(
        file: file, line: line, column: column, expected: "each code once",
        found: "'\(CodeKey.code(key))', which line \(first) has", remedy: "remove one of the two lines")
    }
    var bytes: [UInt8] = []
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(ReleaseTable.separator) }
      bytes.append(contentsOf: field.utf8.lazy.map { $0 < 32 ? 32 : $0 })
    }
    rows.append(
      ReleaseTable.Row(
        key: key, effective: effective?.daysSinceEpoch ?? ReleaseTable.always,
        end: end?.daysSinceEpoch ?? ReleaseTable.forever,
        offset: try place(of: bytes, file: file), length: UInt32(bytes.count)))
  }

  private mutating func place(of bytes: [UInt8], file: String) throws(CodeFileFault) -> UInt32 {
    if let known = places[bytes] { return known }
    guard text.count + bytes.count < Int(UInt32.max) else {
      throw CodeFileFault(
        file: file, expected: "less than 4 GB of text", found: "more", remedy: "check that this is the official file")
    }
    let offset = UInt32(text.count)
    text.append(contentsOf: bytes)
    places[bytes] = offset
    return offset
  }

  /// Calls `body` with each row's key and texts, in the order they were read.
  func forEachRow(_ body: (UInt64, [String]) -> Void) {
    for row in rows {
      let text = text[Int(row.offset)..<Int(row.offset) + Int(row.length)]
      body(
        row.key,
        text.split(separator: ReleaseTable.separator, omittingEmptySubsequences: false).map {
          String(decoding: $0, as: UTF8.self)
        })
    }
  }

  /// Gives the file's bytes piece by piece to `write`; `source` names the files that were read.
  public mutating func write(source: String, to write: (UnsafeRawBufferPointer) throws -> Void) throws {
    rows.sort { ($0.key, $0.effective, $0.end) < ($1.key, $1.effective, $1.end) }
    // Files that come in parts repeat a few rows.
    var kept = 0
    for row in rows {
      if kept > 0, rows[kept - 1].key == row.key, rows[kept - 1].effective == row.effective,
        rows[kept - 1].end == row.end, rows[kept - 1].offset == row.offset
      {
        continue
      }
      rows[kept] = row
      kept += 1
    }
    rows.removeLast(rows.count - kept)
    let source = Array(source.utf8)
    let sourceOffset = UInt32(text.count)
    text.append(contentsOf: source)
    let checksum = rows.withUnsafeBytes { rows in text.withUnsafeBytes { ReleaseTable.checksum(rows, $0) } }
    let header = ReleaseTable.Header(
      magic: ReleaseTable.magic.reversed().reduce(0) { $0 << 8 | UInt64($1) }, version: ReleaseTable.version,
      kind: kind.number, rows: UInt64(rows.count), textBytes: UInt64(text.count), checksum: checksum,
      sourceOffset: sourceOffset, sourceLength: UInt32(source.count))
    try withUnsafeBytes(of: header, write)
    try rows.withUnsafeBytes(write)
    try text.withUnsafeBytes(write)
  }
}
