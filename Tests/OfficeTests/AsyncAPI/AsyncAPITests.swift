import Foundation
import Messages
import Testing

/// docs/asyncapi.json is what the code does. `make asyncapi` writes it anew.
@Suite struct AsyncAPITests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let file = root.appending(path: "docs/asyncapi.json")

  @Test func documentIsWhatTheCodeDoes() throws {
    let generated = try AsyncAPIDocument(table: MessageTable(root: Self.root)).json()
    if ProcessInfo.processInfo.environment["ASYNCAPI"] == "write" {
      try Data(generated.utf8).write(to: Self.file)
    }
    let written = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(written == generated, "docs/asyncapi.json is not what the code does; run 'make asyncapi'")
  }

  /// Every type of message between offices is sent by one office and received by another.
  @Test func everyMessageIsSentAndReceived() throws {
    let json = try AsyncAPIDocument(table: MessageTable(root: Self.root)).json()
    let document = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let operations = try #require(document["operations"] as? [String: [String: Any]])
    func subjects(_ action: String) -> Set<String> {
      Set(
        operations.values.filter { $0["action"] as? String == action }
          .flatMap { $0["messages"] as? [[String: String]] ?? [] }
          .compactMap { $0["$ref"]?.split(separator: "/").last.map(String.init) })
    }
    let ours: Set<MessageType> = [.journalBatch, .heartbeat]
    let between = Set(MessageType.allCases.filter { !ours.contains($0) && !$0.isOfficesOwn }.map(\.subject))
    #expect(between.subtracting(subjects("send")).isEmpty)
    #expect(between.subtracting(subjects("receive")).isEmpty)
  }
}
