import ArgumentParser
import ClaimModel
import Foundation
import Logging
import Synchronization
import Testing

@testable import WorkerBootstrap

@Suite struct LogTests {
  private static let time = Timestamp(milliseconds: 1_776_246_600_123)

  private final class Lines: Sendable {
    let texts = Mutex<[String]>([])
  }

  private func lines(_ style: LogStyle, level: Logger.Level = .notice, _ body: (inout Logger) -> Void) -> [String] {
    let lines = Lines()
    var logger = Logger(label: "coding/a") { worker in
      LineLogHandler(worker: worker, level: level, style: style, clock: { Self.time }) { text in
        lines.texts.withLock { $0.append(text) }
      }
    }
    body(&logger)
    return lines.texts.withLock { $0 }
  }

  @Test func keyValueQuotesWhatIsNotOneWord() {
    let lines = lines(.keyValue) {
      $0.warning("lost the broker", metadata: ["retry-ms": .stringConvertible(200), "error": "connect: \"refused\""])
    }
    #expect(
      lines == [
        "time=2026-04-15T09:50:00.123Z level=warning worker=coding/a msg=\"lost the broker\" "
          + "error=\"connect: \\\"refused\\\"\" retry-ms=200\n"
      ])
  }

  @Test func jsonKeepsNumbersAndNestedValues() throws {
    let line = try #require(
      lines(.json) {
        $0.error(
          "parked",
          metadata: [
            "count": .stringConvertible(3), "share": .stringConvertible(0.5), "isLast": .stringConvertible(true),
            "list": ["a", "b"], "map": ["k": "v"], "message": "an id", "text": "3",
          ])
      }.first)
    #expect(line.hasPrefix("{\"time\":\"2026-04-15T09:50:00.123Z\",\"level\":\"error\",\"worker\":\"coding/a\","))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["message"] as? String == "parked")
    #expect(object["message_"] as? String == "an id", "metadata cannot pass for a field of the line")
    #expect(object["count"] as? Int == 3)
    #expect(object["share"] as? Double == 0.5)
    #expect(object["isLast"] as? Bool == true)
    #expect(object["list"] as? [String] == ["a", "b"])
    #expect(object["map"] as? [String: String] == ["k": "v"])
    #expect(object["text"] as? String == "3")
  }

  @Test(arguments: [LogStyle.keyValue, .json, .terminal(isColoured: false)])
  func whatAPeerWroteNeitherEndsTheLineNorReachesTheTerminal(style: LogStyle) {
    let hostile = "v1\nlevel=error msg=\"forged\"\r\u{1b}[2J\u{7f}\u{9b}\u{2028}end"
    let lines = lines(style) { $0.warning("parked \(hostile)", metadata: ["type": "\(hostile)"]) }
    #expect(lines.count == 1)
    #expect(lines[0].unicodeScalars.dropLast().allSatisfy { $0 >= " " && !(0x7f...0x9f).contains($0.value) })
    #expect(!lines[0].unicodeScalars.contains("\u{2028}"))
    #expect(lines[0].hasSuffix("\n"))
    #expect(lines[0].contains("\\u001b[2J"))
  }

  @Test func jsonOfHostileTextReadsBack() throws {
    let hostile = "\"\\\n\r\t\u{0}\u{1b}\u{7f}é💊"
    let line = try #require(lines(.json) { $0.warning("\(hostile)") }.first)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["message"] as? String == hostile)
  }

  @Test func terminalIsShortAndColouredOnlyWhenAllowed() {
    let plain = lines(.terminal(isColoured: false)) { $0.notice("drained", metadata: ["n": "1"]) }
    #expect(plain == ["09:50:00.123 NOTICE   coding/a drained n=1\n"])
    let coloured = lines(.terminal(isColoured: true)) { $0.notice("drained") }
    #expect(coloured == ["09:50:00.123 \u{1b}[36mNOTICE  \u{1b}[0m coding/a drained\n"])
  }

  @Test func levelAndLoggerMetadataCount() {
    let lines = lines(.keyValue, level: .info) {
      $0[metadataKey: "office"] = "coding"
      $0.debug("hidden")
      $0.info("seen", metadata: ["office": "billing"])
      $0.info("seen")
    }
    #expect(lines.map { $0.suffix(24) } == ["msg=seen office=billing\n", " msg=seen office=coding\n"])
  }

  @Test(arguments: [
    (["--log-format", "json"], true, [:], LogStyle.json),
    ([], false, [:], .keyValue),
    ([], true, [:], .terminal(isColoured: true)),
    ([], true, ["NO_COLOR": "1"], .terminal(isColoured: false)),
    ([], true, ["NO_COLOR": ""], .terminal(isColoured: true)),
    ([], true, ["TERM": "dumb"], .terminal(isColoured: false)),
  ])
  func styleFollowsOptionTerminalAndEnvironment(
    arguments: [String], isTerminal: Bool, environment: [String: String], style: LogStyle
  ) throws {
    #expect(try LogOptions.parse(arguments).style(isTerminal: isTerminal, environment: environment) == style)
  }
}
