#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads a text file line by line; whatever the file's size, one block and one line are in memory.
///
/// Takes UTF-8 with or without a byte order mark and ISO-8859-1, and lines that end in LF or CRLF.
final class LineReader {
  /// The longest line taken: more is no text file of a code set.
  static let longestLine = 1 << 20
  private static let blockSize = 1 << 16

  /// The file as the caller named it.
  let name: String
  private let descriptor: Int32
  private var block = [UInt8](repeating: 0, count: LineReader.blockSize)
  private var position = 0
  private var end = 0
  private var number = 0

  init(path: String) throws(CodeFileFault) {
    name = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw LineReader.unreadable(path) }
  }

  deinit { close(descriptor) }

  /// The next line; `nil` at the end.
  func next() throws(CodeFileFault) -> TextLine? {
    var bytes: [UInt8] = []
    var isComplete = false
    while !isComplete {
      if position == end { try fill() }
      if end == 0 {
        if bytes.isEmpty { return nil }
        break
      }
      isComplete = take(&bytes)
      guard bytes.count <= LineReader.longestLine else {
        throw CodeFileFault(
          file: name, line: number + 1, expected: "lines of at most \(LineReader.longestLine) bytes",
          found: "a longer one", remedy: "check that this is the official text file")
      }
    }
    // The end-of-file mark of DOS, which CMS's files have at times.
    if bytes.first == 0x1a { return nil }
    number += 1
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    if number == 1 { try removeByteOrderMark(&bytes) }
    let line = TextLine(number: number, bytes: bytes)
    if let at = line.firstIndex(of: 0, from: 0) {
      throw CodeFileFault(
        file: name, line: number, column: at + 1, expected: "text in UTF-8 or ISO-8859-1", found: "a zero byte",
        remedy: "save the file as text in UTF-8")
    }
    return line
  }

  /// Appends what the block holds up to the next line feed.
  /// - Returns: whether there was one.
  private func take(_ bytes: inout [UInt8]) -> Bool {
    block.withUnsafeBufferPointer { block in
      guard let base = block.baseAddress else { return false }
      let rest = UnsafeBufferPointer(rebasing: block[position..<end])
      if let found = memchr(base + position, 10, end - position) {
        let count = UnsafeRawPointer(found) - UnsafeRawPointer(base + position)
        bytes.append(contentsOf: rest.prefix(count))
        position += count + 1
        return true
      }
      bytes.append(contentsOf: rest)
      position = end
      return false
    }
  }

  private func fill() throws(CodeFileFault) {
    position = 0
    while true {
      let count = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        end = count
        return
      }
      guard errno == EINTR else { throw LineReader.unreadable(name) }
    }
  }

  private func removeByteOrderMark(_ bytes: inout [UInt8]) throws(CodeFileFault) {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      bytes.removeFirst(3)
    } else if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      throw CodeFileFault(
        file: name, line: 1, column: 1, expected: "text in UTF-8 or ISO-8859-1", found: "UTF-16",
        remedy: "save the file as text in UTF-8")
    } else if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      throw CodeFileFault(
        file: name, line: 1, column: 1, expected: "a text file", found: "a ZIP archive or an Excel workbook",
        remedy: "unpack the archive, or save the sheet as CSV or tab-separated text")
    }
  }

  private static func unreadable(_ path: String) -> CodeFileFault {
    CodeFileFault(
      file: path, expected: "a file that can be read", found: String(cString: strerror(errno)),
      remedy: "check the path and its permissions")
  }
}

/// One line of a text file.
struct TextLine {
  /// From 1.
  let number: Int
  /// Valid UTF-8.
  let bytes: [UInt8]
  private let isASCII: Bool

  init(number: Int, bytes: [UInt8]) {
    self.number = number
    isASCII = TextLine.isASCII(bytes)
    if isASCII || String(validating: bytes, as: UTF8.self) != nil {
      self.bytes = bytes
    } else {
      // ISO-8859-1: each byte is the character of its number.
      self.bytes = bytes.flatMap { Array(String(Character(Unicode.Scalar($0))).utf8) }
    }
  }

  private static func isASCII(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 != 0 { return false }
        index += 8
      }
      while index < bytes.count {
        if bytes[index] >= 128 { return false }
        index += 1
      }
      return true
    }
  }

  /// The first place of a byte at or after `start`.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, start < bytes.count,
        let found = memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// The whole line.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether there is nothing but white space.
  var isBlank: Bool { bytes.allSatisfy { $0 == 32 || $0 == 9 } }

  /// How many characters the line has.
  var count: Int { isASCII ? bytes.count : text.unicodeScalars.count }

  /// The characters at the given columns, from 1, as far as the line goes.
  func raw(_ columns: ClosedRange<Int>) -> String {
    if isASCII {
      let low = min(columns.lowerBound - 1, bytes.count)
      return String(decoding: bytes[low..<max(low, min(columns.upperBound, bytes.count))], as: UTF8.self)
    }
    return String(text.unicodeScalars.dropFirst(columns.lowerBound - 1).prefix(columns.count))
  }

  /// The characters at the given columns without the white space around them.
  func field(_ columns: ClosedRange<Int>) -> String { raw(columns).trimmed }
}

extension StringProtocol {
  /// Without white space at either end; a no-break space is white space.
  var trimmed: String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    var view = Substring(self).unicodeScalars
    while let first = view.first, isSpace(first) { view.removeFirst() }
    while let last = view.last, isSpace(last) { view.removeLast() }
    return String(view)
  }

  /// With every run of white space made one space.
  var collapsed: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
