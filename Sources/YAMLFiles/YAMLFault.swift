import Yams

/// What is wrong with a file, and where: one sentence that says what was expected and how to mend it.
public struct YAMLFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as the caller named it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The character in the line, from 1.
  public var column: Int
  /// What should stand there.
  public var expected: String
  /// What stands there.
  public var found: String
  /// What the user can do about it.
  public var remedy: String

  /// A fault of its parts.
  public init(file: String, line: Int, column: Int, expected: String, found: String, remedy: String) {
    self.file = file
    self.line = line
    self.column = column
    self.expected = expected
    self.found = found
    self.remedy = remedy
  }

  /// A fault at a place of the file.
  public init(_ node: Node, in file: String, expected: String, found: String? = nil, remedy: String) {
    let text = node.string.map { $0.isEmpty ? "nothing" : "'\($0.prefix(40))'" }
    self.init(
      file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, expected: expected,
      found: found ?? text ?? (node.sequence == nil ? "keys and values" : "a list"), remedy: remedy)
  }

  /// `FILE:LINE:COLUMN: expected …, found …; remedy`.
  public var description: String { "\(file):\(line):\(column): expected \(expected), found \(found); \(remedy)" }
}
