/// Reads rows of tab-separated text and of CSV (RFC 4180), whose quoted fields may go over several lines.
struct DelimitedReader {
  /// One field and the column its row's line has it at.
  struct Field {
    var text: String
    var line: Int
    var column: Int
  }

  /// The fields of one row.
  struct Row {
    var line: Int
    var fields: [Field]

    /// The trimmed text of a field; empty where the row ends before it.
    subscript(index: Int) -> String { index < fields.count ? fields[index].text : "" }

    var isBlank: Bool { fields.allSatisfy { $0.text.isEmpty } }
  }

  /// The most lines a quoted field goes over; CMS's notices have some ten.
  static let longestField = 100

  private let lines: LineReader
  private var separator: UInt8?

  /// The rows of a file; a row with a tab in it is separated by tabs.
  init(_ lines: LineReader) { self.lines = lines }

  /// The file.
  var name: String { lines.name }

  mutating func next() throws(CodeFileFault) -> Row? {
    guard let first = try lines.next() else { return nil }
    let separator = first.bytes.contains(9) ? UInt8(ascii: "\t") : UInt8(ascii: ",")
    var row = Row(line: first.number, fields: [])
    var line = first
    var index = 0
    while true {
      row.fields.append(try field(&line, &index, separator))
      guard index < line.bytes.count else { return row }
      // The separator.
      index += 1
    }
  }

  private func field(_ line: inout TextLine, _ index: inout Int, _ separator: UInt8) throws(CodeFileFault) -> Field {
    let start = (line: line.number, index: index, bytes: line.bytes)
    guard separator == UInt8(ascii: ","), index < line.bytes.count, line.bytes[index] == UInt8(ascii: "\"") else {
      while index < line.bytes.count, line.bytes[index] != separator { index += 1 }
      let text = DelimitedReader.plain(String(decoding: line.bytes[start.index..<index], as: UTF8.self))
      return Field(text: text, line: start.line, column: column(start))
    }
    var bytes: [UInt8] = []
    index += 1
    while true {
      if index == line.bytes.count {
        guard line.number - start.line < DelimitedReader.longestField, let next = try lines.next() else {
          throw CodeFileFault(
            file: name, line: start.line, column: column(start), expected: "a quote that closes the field",
            found: "none in \(line.number - start.line + 1) lines", remedy: "close the quote or remove it")
        }
        bytes.append(10)
        line = next
        index = 0
        continue
      }
      let byte = line.bytes[index]
      index += 1
      if byte != UInt8(ascii: "\"") {
        bytes.append(byte)
      } else if index < line.bytes.count, line.bytes[index] == byte {
        bytes.append(byte)
        index += 1
      } else {
        break
      }
    }
    guard index == line.bytes.count || line.bytes[index] == separator else {
      throw CodeFileFault(
        file: name, line: line.number, column: column((line.number, index, line.bytes)),
        expected: "a comma or the end of the line after a quoted field",
        found: CodeFileFault.quote(String(decoding: line.bytes[index...], as: UTF8.self)),
        remedy: "write a quote inside a quoted field twice")
    }
    return Field(text: String(decoding: bytes, as: UTF8.self).trimmed, line: start.line, column: column(start))
  }

  private func column(_ place: (line: Int, index: Int, bytes: [UInt8])) -> Int {
    place.bytes.prefix(place.index).reduce(1) { $0 + ($1 & 0xc0 == 0x80 ? 0 : 1) }
  }

  /// A field of tab-separated text, which spreadsheets put into quotes at times.
  private static func plain(_ text: String) -> String {
    let text = text.trimmed
    guard text.utf8.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    return text.dropFirst().dropLast().trimmed
  }
}

extension DelimitedReader.Row {
  /// A fault at one of the row's fields.
  func fault(
    _ index: Int, in file: String, expected: String, remedy: String
  ) -> CodeFileFault {
    let last = fields.last.map { $0.column + $0.text.unicodeScalars.count } ?? 1
    let place = index < fields.count ? fields[index] : .init(text: "", line: line, column: last)
    return CodeFileFault(
      file: file, line: place.line, column: place.column, expected: expected,
      found: CodeFileFault.quote(place.text), remedy: remedy)
  }
}
