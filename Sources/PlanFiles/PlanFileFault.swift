/// What is wrong with a file of plans, and where: one sentence that says what was expected and how to mend it.
public struct PlanFileFault: Error, Hashable, Sendable, CustomStringConvertible {
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

  /// `FILE:LINE:COLUMN: expected …, found …; remedy`.
  public var description: String { "\(file):\(line):\(column): expected \(expected), found \(found); \(remedy)" }
}
