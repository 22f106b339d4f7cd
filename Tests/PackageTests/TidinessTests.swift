import Foundation
import Testing

/// House rules that a machine can check.
@Suite struct TidinessTests {
  @Test func filesStayShort() throws {
    for file in try SourceTree().files where !file.isTest {
      #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test func nothingIsLeftOpen() throws {
    let markers = ["TO" + "DO", "FIX" + "ME", "XX" + "X:", "not impl" + "emented"]
    for file in try SourceTree().files {
      for (number, line) in file.lines.enumerated() where markers.contains(where: line.contains) {
        Issue.record("\(file.path):\(number + 1) leaves something open")
      }
    }
  }

  @Test func testsDoNotSleep() throws {
    let sleeps = ["Task.sle" + "ep", " usle" + "ep(", "Thread.sle" + "ep"]
    for file in try SourceTree().files where file.isTest {
      for (number, line) in file.lines.enumerated() where sleeps.contains(where: line.contains) {
        Issue.record("\(file.path):\(number + 1) sleeps; wait on a signal with a time limit")
      }
    }
  }

  @Test func scriptsPutNoURLOfABrokerOnACommandLine() throws {
    let scripts = SourceTree.root.appendingPathComponent("Scripts")
    let names = try FileManager.default.contentsOfDirectory(atPath: scripts.path)
    #expect(names.contains("demo") && names.contains("bench"))
    for name in names {
      let text = try String(contentsOf: scripts.appendingPathComponent(name), encoding: .utf8)
      #expect(!text.contains("--broker ") && !text.contains("--broker="), "Scripts/\(name)")
    }
  }

  @Test func uncheckedSendabilityIsExplained() throws {
    for file in try SourceTree().files where !file.isTest {
      for (number, line) in file.lines.enumerated() where line.contains("@unchecked Sendable") {
        let around = file.lines[max(0, number - 4)...number].joined(separator: " ")
        #expect(around.contains("because"), "\(file.path):\(number + 1) does not say why it is safe")
      }
    }
  }

  @Test func forbiddenTrapsAreAbsent() throws {
    for file in try SourceTree().files where !file.isTest {
      for (number, line) in file.lines.enumerated()
      where line.contains("try" + "!") || line.contains("fatal" + "Error(") {
        Issue.record("\(file.path):\(number + 1) traps")
      }
    }
  }
}
