import Foundation
import Testing

/// The interchanges of other systems in ../shared/data/x12, beside the package.
enum Samples {
  static let folder: URL = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.deletingLastPathComponent().appendingPathComponent("shared/data/x12")
  }()

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
  }

  /// Paths below the folder of all files whose text contains `mark` (any text for an empty one) and whose folder is one of `folders`.
  static func paths(containing mark: String, in folders: [String]) throws -> [String] {
    var found: [String] = []
    for name in folders {
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(name).path)
      for file in files.sorted() where !file.hasSuffix(".md") {
        let path = "\(name)/\(file)"
        if try mark.isEmpty || String(decoding: bytes(path), as: UTF8.self).contains(mark) { found.append(path) }
      }
    }
    return found
  }
}
