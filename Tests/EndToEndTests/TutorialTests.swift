import Foundation
import Testing

/// docs/tutorial.md as it is read: its blocks of shell in one shell, each of which must print what stands beneath it.
@Suite(.serialized) struct TutorialTests {
  private struct Step {
    var commands: String
    /// Lines that must be printed, in this order.
    var shown: [String] = []
  }

  /// The blocks that begin with `sh`, each with the block of `text` that follows.
  private static func steps(of document: String) -> [Step] {
    var steps: [Step] = []
    var language: String?
    for line in document.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        language = language == nil ? String(line.dropFirst(3)) : nil
        if language == "sh" { steps.append(Step(commands: "")) }
      } else if language == "sh" {
        steps[steps.count - 1].commands += line + "\n"
      } else if language == "text" {
        steps[steps.count - 1].shown.append(line)
      }
    }
    return steps
  }

  /// Whether a line is as the document shows it: numbers may differ, spaces be more or fewer, `…` stands for anything.
  private static func matches(_ line: String, _ shown: String) -> Bool {
    func words(_ text: String) -> String {
      text.replacing(/[0-9][0-9,.]*/, with: "0").split(separator: " ").joined(separator: " ")
    }
    var rest = words(line)[...]
    let parts = words(shown).components(separatedBy: "…")
    guard rest.hasPrefix(parts[0]), parts.count > 1 || rest == parts[0] else { return false }
    for part in parts {
      guard !part.isEmpty else { continue }
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  @Test func everyBlockOfTheTutorialShowsWhatItSays() throws {
    let document = try String(contentsOf: Executable.root.appending(path: "docs/tutorial.md"), encoding: .utf8)
    let steps = Self.steps(of: document)
    #expect(steps.count >= 10 && steps.count { !$0.shown.isEmpty } >= 8)
    let script =
      """
      set -euo pipefail
      trap 'kill $(jobs -p) 2>/dev/null || true; wait; deploy/private-broker stop "$work/broker" 2>/dev/null || true' EXIT

      """ + steps.map { "\($0.commands)printf '\\f'\n" }.joined()
    let path = try #require(ProcessInfo.processInfo.environment["PATH"])
    try Scratch.withFolder { folder in
      let file = folder.appending(path: "tutorial")
      try Data(script.utf8).write(to: file)
      // Ends what the shell has started too, and lets it clean up.
      var bash = Executable(url: URL(filePath: "/usr/bin/timeout"))
      bash.environment = ["PATH": "\(Executable.folder.path):\(path)", "TMPDIR": folder.path]
      let outcome = try bash.run(["--kill-after=30", "240", "/bin/bash", file.path], limit: 300)
      let printed = outcome.output.components(separatedBy: "\u{c}")
      #expect(
        outcome.status == 0 && printed.count == steps.count + 1,
        "ended in block \(printed.count) with \(outcome.status): \(outcome.errors.suffix(1_000))")
      for (step, output) in zip(steps, printed) {
        var lines = output.split(separator: "\n").map(String.init)[...]
        for shown in step.shown {
          let found = lines.firstIndex { Self.matches($0, shown) }
          #expect(found != nil, "no '\(shown)' in what '\(step.commands.prefix(200))' prints: \(output.prefix(2_000))")
          if let found { lines = lines[(found + 1)...] }
        }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["tutorial"], "something is left")
    }
  }
}
