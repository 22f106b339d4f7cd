import Foundation
import Testing

/// `Scripts/demo` as a user runs it: a private broker, two workers to each office, real visits.
@Suite(.serialized) struct DemoTests {
  private struct Report: Decodable, Equatable {
    struct Visits: Decodable, Equatable {
      let total: Int
      let final: Int
      let byState: [String: Int]
    }

    struct Denial: Decodable, Equatable {
      let payer: String
      let reason: String
      let remarks: String
      let count: Int
      let amount: String
    }

    let visits: Visits
    let money: [String: String]
    let isBalanced: Bool
    let denials: [Denial]
    let recodeRequests: Int
    let parked: [String: Int]
  }

  private func runDemo(keep: URL, _ environment: [String: String] = [:]) throws -> Report {
    let demo = Executable(
      script: "Scripts/demo",
      environment: ["BIN": Executable.folder.path, "FORMAT": "json", "KEEP": keep.path].merging(environment) { $1 })
    let commandLines = CommandLines(ofProcessesWith: "KEEP=\(keep.path)")
    let outcome = try demo.run([], limit: 400)
    let seen = commandLines.stop()
    for program in ["coder-worker", "biller-worker", "payer-simulator", "front-desk"] {
      #expect(seen.contains { $0.contains("/\(program) work") }, "\(program) was not seen")
    }
    for line in seen { #expect(!line.contains("amqp:") && !line.contains("guest"), "\(line)") }
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
  }

  @Test func everyVisitIsCodedBilledDeniedRecodedAndPaid() throws {
    try Scratch.withFolder { folder in
      let report = try runDemo(keep: folder)
      #expect(report.visits.total >= 200)
      #expect(report.visits.byState == ["billing: closed": report.visits.total])
      #expect(report.isBalanced)
      #expect(report.money["open"] == "0.00")
      #expect(report.recodeRequests > 0)
      #expect(report.denials.contains { $0.reason == "CO-146" })
      #expect(report.parked.isEmpty)

      let sent = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "edi").path)
      for set in ["837P", "999", "277CA", "835"] { #expect(sent.contains { $0.hasPrefix(set) }, "no \(set)") }
      let replacements = try sent.filter { $0.hasPrefix("837P") }.map {
        try String(contentsOf: folder.appending(path: "edi/\($0)"), encoding: .utf8)
      }.filter { $0.contains(":B:7*") && $0.contains("REF*F8*") }
      #expect(!replacements.isEmpty, "no claim was replaced with frequency 7 and REF*F8")
      try checkWithOutsideValidator(sent.map { folder.appending(path: "edi/\($0)").path })

      // The same visits with workers killed on the way end the same.
      try Scratch.withFolder { other in
        let disturbed = try runDemo(keep: other, ["KILL": "1"])
        #expect(disturbed == report)
      }
    }
  }

  @Test func officesWithTheirStoresInPostgreSQLLoseNothingWhenWorkersAreKilled() throws {
    try Scratch.withFolder { folder in
      let report = try runDemo(keep: folder, ["STORE": "postgres", "GENERATE": "40", "KILL": "1"])
      #expect(report.visits.byState == ["billing: closed": 40])
      #expect(report.isBalanced)
      #expect(report.money["open"] == "0.00")
      #expect(report.parked.isEmpty)
    }
  }

  /// Every interchange must pass a validator of others.
  private func checkWithOutsideValidator(_ files: [String]) throws {
    let outcome = try Executable(script: "Scripts/check-x12").run(files, limit: 300)
    #expect(outcome.status == 0, "\(outcome.output.suffix(2_000)) \(outcome.errors.suffix(500))")
  }
}
