import Foundation
import Testing

/// The line with which a worker that cannot go on ends, in the format that its log was asked for in.
@Suite struct LastWordsTests {
  private static let unreachable = ["--broker", "amqp://127.0.0.1:1/", "--name", "w"]

  @Test(arguments: [
    ("coder-worker", "coding/w", ["work"]), ("biller-worker", "billing/w", ["work"]),
    ("front-desk", "practice/w", ["work"]),
    ("payer-simulator", "payer.ACMEHLTH/w", ["work", "--payer", "ACMEHLTH"]),
  ])
  func failureAtTheStartIsALineOfTheLog(program: String, worker: String, arguments: [String]) throws {
    try Scratch.withFolder { folder in
      let store = ["--store", "sqlite:\(folder.path)/store.sqlite"]
      let json = try Executable(program).run(
        arguments + Self.unreachable + store + ["--log-format", "json"], limit: 60)
      #expect(json.status == 2)
      let lines = try LogRecord.all(in: json.errors)
      let last = try #require(lines.last)
      #expect(last.level == "error" && last.worker == worker, "\(json.errors)")
      #expect(last.message.hasPrefix("connect to 127.0.0.1:1"), "\(json.errors)")

      let text = try Executable(program).run(arguments + Self.unreachable + store, limit: 60)
      #expect(text.status == 2)
      #expect(text.errors.hasPrefix("\(program): connect to 127.0.0.1:1"), "\(text.errors)")
    }
  }

  @Test(arguments: [
    ["--store", "mysql:x"], ["--store", "sqlite:/no/such/folder/x.sqlite"], ["--store-file", "/no/such/file"],
    ["--store", "sqlite:x", "--rules", "/no/such/file"],
  ])
  func whatCannotBeReadIsALineOfTheLogToo(arguments: [String]) throws {
    let outcome = try Executable("biller-worker").run(
      ["work", "--log-format", "json"] + Self.unreachable + arguments, limit: 60)
    #expect(outcome.status != 0 && outcome.status != 64)
    #expect(try LogRecord.all(in: outcome.errors).map(\.level) == ["error"], "\(outcome.errors)")
  }
}

/// What every line of a log in JSON has.
struct LogRecord: Decodable {
  let time: String
  let level: String
  let worker: String
  let message: String

  /// The lines of a log; throws at one that is none.
  static func all(in text: String) throws -> [LogRecord] {
    try text.split(separator: "\n").map { try JSONDecoder().decode(LogRecord.self, from: Data($0.utf8)) }
  }
}
