/// Reads the elements and texts of an XML file one after another, as far as the official tabular lists use XML: no
/// name spaces, no external entities, no internal subset.
struct XMLScanner {
  enum Event {
    case open(String, attributes: [String: String])
    case close(String)
    case text(String)
  }

  private let lines: LineReader
  private var line = TextLine(number: 1, bytes: [])
  private var index = 0
  private var isAtEnd = false
  private var openElements: [String] = []
  private var closing: String?
  private var hasRoot = false

  init(_ lines: LineReader) { self.lines = lines }

  /// Where the next character stands.
  var place: (line: Int, column: Int) {
    (line.number, line.bytes.prefix(index).reduce(1) { $0 + ($1 & 0xc0 == 0x80 ? 0 : 1) })
  }

  /// The next element or text; `nil` after the root element.
  mutating func next() throws(CodeFileFault) -> Event? {
    if let name = closing {
      closing = nil
      return .close(name)
    }
    while let byte = try peek() {
      if byte == UInt8(ascii: "<") {
        if let event = try markup() { return event }
      } else if let text = try text() {
        return .text(text)
      }
    }
    guard hasRoot, openElements.isEmpty else {
      throw fault(
        "</\(openElements.last ?? "ICD10CM.tabular")>", "the end of the file", "the file is cut short: get it anew")
    }
    return nil
  }

  private mutating func peek() throws(CodeFileFault) -> UInt8? {
    while !isAtEnd, index >= line.bytes.count {
      guard let next = try lines.next() else {
        isAtEnd = true
        break
      }
      line = TextLine(number: next.number, bytes: next.bytes + [10])
      index = 0
    }
    return isAtEnd ? nil : line.bytes[index]
  }

  private mutating func read() throws(CodeFileFault) -> UInt8 {
    guard let byte = try peek() else {
      throw fault("more XML", "the end of the file", "the file is cut short: get it anew")
    }
    index += 1
    return byte
  }

  /// Reads up to and past `end`.
  private mutating func read(to end: String) throws(CodeFileFault) -> [UInt8] {
    let end = Array(end.utf8)
    var bytes: [UInt8] = []
    while true {
      // Everything before the next last character of the end.
      if let last = end.last, try peek() != nil {
        let next = line.firstIndex(of: last, from: index) ?? line.bytes.count - 1
        bytes.append(contentsOf: line.bytes[index..<next])
        index = next
      }
      bytes.append(try read())
      if bytes.last == end.last, bytes.suffix(end.count).elementsEqual(end) {
        bytes.removeLast(end.count)
        return bytes
      }
    }
  }

  private mutating func text() throws(CodeFileFault) -> String? {
    var bytes: [UInt8] = []
    let start = place
    while let byte = try peek(), byte != UInt8(ascii: "<") {
      let end = line.firstIndex(of: UInt8(ascii: "<"), from: index) ?? line.bytes.count
      bytes.append(contentsOf: line.bytes[index..<end])
      index = end
    }
    let text = try decoded(bytes, at: start).collapsed
    guard !text.isEmpty else { return nil }
    guard !openElements.isEmpty else {
      throw CodeFileFault(
        file: lines.name, line: start.line, column: start.column, expected: "XML that begins with <",
        found: CodeFileFault.quote(text), remedy: "give the tabular list as XML, or the order file as text")
    }
    return text
  }

  private mutating func markup() throws(CodeFileFault) -> Event? {
    let start = place
    index += 1
    let first = try read()
    switch first {
    case UInt8(ascii: "?"):
      _ = try read(to: "?>")
      return nil
    case UInt8(ascii: "!"):
      if try peek() == UInt8(ascii: "-") {
        _ = try read(to: "-->")
      } else if try peek() == UInt8(ascii: "[") {
        index += "[CDATA[".utf8.count
        let text = String(decoding: try read(to: "]]>"), as: UTF8.self).collapsed
        return text.isEmpty ? nil : .text(text)
      } else {
        _ = try read(to: ">")
      }
      return nil
    case UInt8(ascii: "/"):
      let name = String(decoding: try read(to: ">"), as: UTF8.self).trimmed
      guard let open = openElements.last, open == name else {
        throw CodeFileFault(
          file: lines.name, line: start.line, column: start.column,
          expected: openElements.last.map { "</\($0)>" } ?? "no closing tag", found: CodeFileFault.quote("</\(name)>"),
          remedy: "close each element once, the innermost first")
      }
      openElements.removeLast()
      return .close(name)
    default:
      var bytes = [first] + (try read(to: ">"))
      let isEmpty = bytes.last == UInt8(ascii: "/")
      if isEmpty { bytes.removeLast() }
      return try element(String(decoding: bytes, as: UTF8.self), isEmpty: isEmpty, at: start)
    }
  }

  private mutating func element(
    _ tag: String, isEmpty: Bool, at start: (line: Int, column: Int)
  ) throws(CodeFileFault) -> Event {
    let name = String(tag.prefix { !$0.isWhitespace })
    guard let first = name.unicodeScalars.first, first.properties.isAlphabetic || first == "_",
      !(hasRoot && openElements.isEmpty)
    else {
      throw CodeFileFault(
        file: lines.name, line: start.line, column: start.column, expected: "an element inside one root element",
        found: CodeFileFault.quote("<" + tag), remedy: "write a bare < as &lt;, and only one root element")
    }
    hasRoot = true
    var attributes: [String: String] = [:]
    var rest = tag.dropFirst(name.count)
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals].trimmed
      rest = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
      guard let quote = rest.first, quote == "\"" || quote == "'", let end = rest.dropFirst().firstIndex(of: quote)
      else {
        throw CodeFileFault(
          file: lines.name, line: start.line, column: start.column, expected: "a value in quotes for \(key)",
          found: CodeFileFault.quote("<" + tag), remedy: "put the attribute's value into quotes")
      }
      attributes[key] = try decoded(Array(rest[rest.index(after: rest.startIndex)..<end].utf8), at: start)
      rest = rest[rest.index(after: end)...]
    }
    if isEmpty { closing = name } else { openElements.append(name) }
    return .open(name, attributes: attributes)
  }

  /// The text with its entities replaced.
  private func decoded(_ bytes: [UInt8], at start: (line: Int, column: Int)) throws(CodeFileFault) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      rest = rest[ampersand...]
      let end = rest.prefix(12).firstIndex(of: ";")
      guard let end, let character = XMLScanner.entity(rest[rest.index(after: ampersand)..<end]) else {
        throw CodeFileFault(
          file: lines.name, line: start.line, column: start.column, expected: "entities such as &amp; in the text here",
          found: CodeFileFault.quote(rest.prefix(12)), remedy: "write a bare & as &amp;")
      }
      result.unicodeScalars.append(character)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func entity(_ name: Substring) -> Unicode.Scalar? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    default:
      if name.hasPrefix("#x") {
        UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
      } else {
        nil
      }
    }
  }

  private func fault(_ expected: String, _ found: String, _ remedy: String) -> CodeFileFault {
    CodeFileFault(
      file: lines.name, line: place.line, column: place.column, expected: expected, found: found, remedy: remedy)
  }
}
