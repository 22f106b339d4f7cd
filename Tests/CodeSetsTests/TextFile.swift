import Foundation

@testable import CodeSets

/// Files that a test writes, and official ones that lie beside the project.
enum TextFile {
  /// Runs `body` with the path of a file of these bytes and removes it.
  static func with<Result>(_ bytes: some Sequence<UInt8>, _ body: (String) throws -> Result) throws -> Result {
    let path = NSTemporaryDirectory() + "code-set-\(UUID().uuidString)"
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  /// Runs `body` with a folder and removes it.
  static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let path = NSTemporaryDirectory() + "code-sets-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  /// The fault a file of this text has.
  static func fault(_ kind: CodeSetKind, _ text: String) throws -> CodeFileFault? {
    try with(text.utf8) { path in
      do throws(CodeFileFault) {
        _ = try CodeSetFiles.read(kind, [path])
        return nil
      } catch {
        return error
      }
    }
  }

  /// Writes a release of this text to a shelf's folder.
  static func shelve(
    _ kind: CodeSetKind, _ period: ReleasePeriod, _ texts: String..., in folder: String
  ) throws {
    let paths = texts.indices.map { "\(folder)/source-\($0)" }
    for (path, text) in zip(paths, texts) { try Data(text.utf8).write(to: URL(filePath: path)) }
    try shelve(kind, period, paths: paths, in: folder)
  }

  static func shelve(_ kind: CodeSetKind, _ period: ReleasePeriod, paths: [String], in folder: String) throws {
    var draft = try CodeSetFiles.read(kind, paths)
    var data = Data()
    try draft.write(source: "test") { data.append(contentsOf: $0) }
    try FileManager.default.createDirectory(atPath: folder + "/codesets", withIntermediateDirectories: true)
    try data.write(to: URL(filePath: folder + "/codesets/" + CodeRelease.fileName(kind, period)))
  }

  /// A file of ../shared/data beside the package, which the tests of the official files need.
  static func shared(_ path: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "../shared/data/" + path).standardizedFileURL.path
  }
}
