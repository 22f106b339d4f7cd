/// What is wrong with a code set's file, and where: one sentence that says what was expected and how to mend it.
public struct CodeFileFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as the caller named it.
  public var file: String
  /// The line, from 1; `nil` when the fault concerns the whole file.
  public var line: Int?
  /// The character in the line, from 1; `nil` when the fault concerns the whole line or file.
  public var column: Int?
  /// What should stand there.
  public var expected: String
  /// What stands there.
  public var found: String
  /// What the user can do about it.
  public var remedy: String

  /// A fault of its parts.
  public init(file: String, line: Int? = nil, column: Int? = nil, expected: String, found: String, remedy: String) {
    self.file = file
    self.line = line
    self.column = column
    self.expected = expected
    self.found = found
    self.remedy = remedy
  }

  /// `FILE:LINE:COLUMN: expected …, found …; remedy`.
  public var description: String {
    let place = [file, line.map(String.init), column.map(String.init)].compactMap { $0 }.joined(separator: ":")
    return "\(place): expected \(expected), found \(found); \(remedy)"
  }

  /// A text of the file as it is shown in ``found``: in quotes, on one line, not too long.
  static func quote(_ text: some StringProtocol) -> String {
    let plain = String(text.unicodeScalars.prefix(40).map { $0.value < 32 ? " " : Character($0) })
    return text.isEmpty ? "nothing" : "'\(plain)\(text.unicodeScalars.count > 40 ? "…" : "")'"
  }
}
