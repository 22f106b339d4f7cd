import Foundation

/// The project's own Swift files, read from the folder these tests lie in.
struct SourceTree {
  struct File {
    /// The path below the project's folder: `Sources/X12/Segment.swift`.
    var path: String
    var lines: [Substring]

    var target: String { String(path.split(separator: "/")[1]) }
    var isTest: Bool { path.hasPrefix("Tests/") }

    /// The modules the file imports.
    var imports: [String] {
      lines.compactMap { line in
        var words = line.split(separator: " ")
        if ["@testable", "public", "internal", "private", "fileprivate", "@_exported"].contains(words.first ?? "") {
          words.removeFirst()
        }
        guard words.first == "import", let module = words.last else { return nil }
        return String(module.split(separator: ".")[0])
      }
    }
  }

  let files: [File]

  /// The project's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  init() throws {
    let root = Self.root
    files = try ["Sources", "Tests"].flatMap { folder in
      let names = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)?.allObjects ?? []
      return try names.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") && !$0.contains("/Generated/") }
        .sorted().map { name in
          let text = try String(contentsOf: root.appendingPathComponent("\(folder)/\(name)"), encoding: .utf8)
          return File(path: "\(folder)/\(name)", lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }
  }
}
