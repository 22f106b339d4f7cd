import Yams

/// A value of a YAML file: text, list or mapping, with its place.
public typealias YAMLNode = Yams.Node

/// A YAML file: its root, read within bounds. JSON is YAML.
public enum YAMLDocument {
  /// The most bytes that are read.
  public static let maximumBytes = 64_000_000

  /// The root of a file.
  /// - Throws: ``YAMLFault`` when it is empty, too large or not YAML.
  public static func root(of text: String, name: String) throws(YAMLFault) -> Node {
    guard text.utf8.count <= maximumBytes else {
      throw YAMLFault(
        file: name, line: 1, column: 1, expected: "at most \(maximumBytes) bytes", found: "more",
        remedy: "divide the file")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw YAMLFault(error, in: name, text)
    }
    guard let root else {
      throw YAMLFault(
        file: name, line: 1, column: 1, expected: "keys and values", found: "an empty file",
        remedy: "write one 'key: value' a line")
    }
    return root
  }
}

extension YAMLFault {
  /// What the YAML parser says.
  fileprivate init(_ error: any Error, in file: String, _ content: String) {
    var (line, column, problem) = (1, 1, "something else")
    var remedy = "correct the indentation or the quotes"
    switch error as? YamlError {
    case .scanner(_, let text, let mark, _)?, .parser(_, let text, let mark, _)?, .composer(_, let text, let mark, _)?:
      (line, column, problem) = (mark.line, mark.column, text)
    case .duplicatedKeysInMapping(_, let context)?:
      (line, column) = YAMLFault.secondPlace(of: context.mark, in: content)
      problem = "a key that is there twice"
      remedy = "remove one of the two lines"
    case .reader(let text, _, _, _)?: problem = text
    default: break
    }
    let (expected, found) = YAMLFault.words(for: problem)
    self.init(file: file, line: line, column: column, expected: expected, found: found, remedy: remedy)
  }

  /// The parser's words as what was expected and what was found: it writes "found …", "did not find expected …" and whole
  /// sentences.
  private static func words(for problem: String) -> (expected: String, found: String) {
    if problem.hasPrefix("found ") { return ("YAML", String(problem.dropFirst(6))) }
    for negation in ["did not find expected ", "could not find expected "] where problem.hasPrefix(negation) {
      return ("YAML, here \(problem.dropFirst(negation.count))", "something else")
    }
    return problem.contains(" not ") ? ("YAML", "what it does not allow (\(problem))") : ("YAML", problem)
  }

  /// Where the key that stands at `mark` stands again: the parser tells of the first.
  private static func secondPlace(of mark: Mark, in content: String) -> (line: Int, column: Int) {
    let first = (mark.line, mark.column)
    let lines = content.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(Array.init)
    guard lines.indices.contains(mark.line - 1), mark.column >= 1, mark.column <= lines[mark.line - 1].count else {
      return first
    }
    let start = lines[mark.line - 1][(mark.column - 1)...]
    let key = Array(start.prefix { $0 != ":" }) + [":"]
    // In braces it stands in the same line.
    let rest = start.dropFirst(key.count)
    for index in rest.indices where rest[index...].starts(with: key) {
      let before = rest[rest.startIndex..<index].last { $0 != " " }
      if before == "," { return (mark.line, index + 1) }
    }
    let indentation = mark.column - 1
    for (offset, line) in lines[mark.line...].enumerated() {
      let blanks = line.prefix { $0 == " " }.count
      guard blanks < line.count, line[blanks] != "#" else { continue }
      if blanks < indentation { break }
      if blanks == indentation, line[blanks...].starts(with: key) { return (mark.line + 1 + offset, mark.column) }
    }
    return first
  }
}
