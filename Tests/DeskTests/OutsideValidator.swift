import Foundation
import Testing

/// A validator of others, PyPI's pyx12. `X12_FILES` names a folder to keep what it was given in.
enum OutsideValidator {
  /// Expects that every file passes.
  static func check(_ files: [(name: String, bytes: [UInt8])]) throws {
    let kept = ProcessInfo.processInfo.environment["X12_FILES"].map { URL(filePath: $0) }
    let folder = kept ?? FileManager.default.temporaryDirectory.appending(path: "x12-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { if kept == nil { try? FileManager.default.removeItem(at: folder) } }
    for file in files { try Data(file.bytes).write(to: folder.appending(path: file.name)) }
    let check = Process()
    check.executableURL =
      URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Scripts/check-x12").standardized
    check.arguments = files.map { folder.appending(path: $0.name).path }
    let output = Pipe()
    check.standardOutput = output
    try check.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    check.waitUntilExit()
    let failed = said.split(separator: "\n").filter { !$0.hasSuffix(" passes") }
    #expect(check.terminationStatus == 0, "\(failed.prefix(5).joined(separator: "\n"))")
    #expect(said.split(separator: "\n").count == files.count)
  }
}
