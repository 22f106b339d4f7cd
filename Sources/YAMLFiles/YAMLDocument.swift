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
      throw YAMLFault(error, in: name)
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
  fileprivate init(_ error: any Error, in file: String) {
    var (line, column, problem) = (1, 1, "something else")
    switch error as? YamlError {
    case .scanner(_, let text, let mark, _)?, .parser(_, let text, let mark, _)?, .composer(_, let text, let mark, _)?:
      (line, column, problem) = (mark.line, mark.column, text)
    case .duplicatedKeysInMapping(_, let context)?:
      (line, column, problem) = (context.mark.line, context.mark.column, "a key that is there twice")
    case .reader(let text, _, _, _)?: problem = text
    default: break
    }
    self.init(
      file: file, line: line, column: column, expected: "YAML", found: problem,
      remedy: "correct the indentation or the quotes")
  }
}
