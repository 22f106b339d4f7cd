import Foundation
import Testing

/// A short run of the harness: every kind of fault once, some hundred visits, real servers.
@Suite struct ShortRunTests {
  /// Where `swift build` put everything.
  private static let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  @Test(.timeLimit(.minutes(10))) func nothingIsLostOrDoneTwiceWhateverFails() throws {
    let process = Process()
    process.executableURL = Self.folder.appending(path: "chaos-run")
    process.arguments = ["--visits", "300", "--seed", "1"]
    let file = URL(filePath: NSTemporaryDirectory() + "superbill-chaos-\(UUID().uuidString).log")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let log = try FileHandle(forWritingTo: file)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = log
    process.standardError = log
    try process.run()
    // Asked to end it stops its servers; it is not killed.
    let limit = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + 500, execute: limit)
    process.waitUntilExit()
    limit.cancel()
    let told = try String(contentsOf: file, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(told)")
  }
}
