import Foundation
import Messages

/// Every type of message, with what the sources say of it: the words beside its case, and the schema of its body.
struct MessageTable {
  /// One type of message.
  struct Row {
    let type: MessageType
    /// Who sends it and who gets it, as the words say: `Practice`, `coding`.
    let sender: String
    let receiver: String
    let summary: String
    /// The file and the message of Protocol Buffers that a body is; `nil` for X12.
    let schema: (file: String, message: String)?
  }

  let rows: [Row]

  /// Reads the sources below `root`.
  init(root: URL) throws {
    let source = try String(
      contentsOf: root.appending(path: "Sources/Messages/MessageType.swift"), encoding: .utf8)
    let folder = root.appending(path: "Sources/Messages/Schemas")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    let schemas = try files.map { file in
      (file: file, text: try String(contentsOf: folder.appending(path: file), encoding: .utf8))
    }
    let words = try Self.words(in: source)
    rows = try MessageType.allCases.map { type in
      guard let text = words[type.rawValue] else { throw Gap("\(type.rawValue) has no words beside its case") }
      let parts = text.split(separator: ": ", maxSplits: 1)
      let parties = parts[0].components(separatedBy: " to ")
      guard parts.count == 2, parties.count == 2 else {
        throw Gap("\(type.rawValue): '\(text)' does not say 'sender to receiver: what'")
      }
      return Row(
        type: type, sender: parties[0], receiver: parties[1], summary: text,
        schema: type.contentType == MessageType.protobufContentType ? try Self.schema(of: type, in: schemas) : nil)
    }
  }

  /// What an operator asks or a message type lacks in the sources.
  struct Gap: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  /// The words above each `case name = "type"`.
  private static func words(in source: String) throws -> [String: String] {
    var words: [String: String] = [:]
    var comment: [Substring] = []
    for line in source.split(separator: "\n").map({ $0.drop { $0 == " " } }) {
      if line.hasPrefix("/// ") {
        comment.append(line.dropFirst(4))
        continue
      }
      if line.hasPrefix("case "), let type = line.split(separator: "\"").dropFirst().first {
        words[String(type)] = comment.joined(separator: " ")
      }
      comment = []
    }
    return words
  }

  private static func schema(
    of type: MessageType, in schemas: [(file: String, text: String)]
  ) throws -> (file: String, message: String) {
    let name = type.subject.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    guard let schema = schemas.first(where: { $0.text.contains("\nmessage \(name) {") }) else {
      throw Gap("no schema has a message \(name) for \(type.rawValue)")
    }
    return (schema.file, name)
  }
}
