import Foundation
import Testing

/// Files outside the package that the tests read: the shared sample data, and the package's own examples.
enum SampleData {
  private static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The package's examples, by name.
  static func examples() throws -> [(name: String, bytes: [UInt8])] {
    try files(in: package.appendingPathComponent("examples/notes"), withExtension: "md")
  }

  /// Files of the shared data's folder, by name.
  static func shared(_ folder: String, withExtension ext: String) throws -> [(name: String, bytes: [UInt8])] {
    try files(in: package.appendingPathComponent("../shared/data/\(folder)"), withExtension: ext)
  }

  private static func files(in folder: URL, withExtension ext: String) throws -> [(name: String, bytes: [UInt8])] {
    try FileManager.default.contentsOfDirectory(at: folder.standardizedFileURL, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == ext }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { ($0.lastPathComponent, [UInt8](try Data(contentsOf: $0))) }
  }
}
