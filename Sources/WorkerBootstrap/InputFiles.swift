import Foundation

/// Files named on a command line: files, folders (read to the bottom, in the order of their names), `-` for standard
/// input.
public enum InputFiles {
  /// One input.
  public struct Input: Sendable {
    /// Its name as a person would say it: the path, or `-`.
    public var name: String
    /// Its bytes.
    public var bytes: [UInt8]
  }

  /// The most bytes of one input, 64 MiB: the largest bundles of a patient's whole life have some 40.
  static let maximumBytes = 64 << 20

  /// Reads every input that `paths` name; files in folders only when their name ends in one of `endings`.
  /// - Throws: ``CommandFailure`` when one cannot be read or is too large, or a folder holds nothing of use.
  public static func read(_ paths: [String], endings: [String]) throws -> [Input] {
    var inputs: [Input] = []
    try forEach(paths, endings: endings) { inputs.append($0) }
    return inputs
  }

  /// Hands over every input that `paths` name, one after the other, so that a folder may hold more than fits in memory.
  /// - Throws: what ``read(_:endings:)`` does, before the first input where a path names nothing; and what `body` throws.
  public static func forEach(_ paths: [String], endings: [String], _ body: (Input) throws -> Void) throws {
    for path in try paths.flatMap({ path in try files(at: path, endings: endings) }) { try body(read(path)) }
  }

  private static func read(_ path: String) throws -> Input {
    let file = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
    guard let file else { throw CommandFailure("cannot read \(path)", exitCode: .badInput) }
    var bytes: [UInt8] = []
    do {
      while bytes.count <= maximumBytes, let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
        bytes += piece
      }
    } catch {
      throw CommandFailure("cannot read \(path)", exitCode: .badInput)
    }
    guard bytes.count <= maximumBytes else {
      throw CommandFailure(
        "\(path) is larger than \(maximumBytes >> 20) MiB; split it into smaller files", exitCode: .badInput)
    }
    return Input(name: path, bytes: bytes)
  }

  private static func files(at path: String, endings: [String]) throws -> [String] {
    var isFolder: ObjCBool = false
    guard path != "-" else { return [path] }
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CommandFailure("there is no file \(path)", exitCode: .badInput)
    }
    guard isFolder.boolValue else { return [path] }
    let found = (FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? [])
      .filter { name in endings.contains { name.hasSuffix($0) } }.sorted()
    guard !found.isEmpty else {
      throw CommandFailure(
        "folder \(path) holds no file that ends in \(endings.joined(separator: ", "))", exitCode: .badInput)
    }
    return found.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
  }
}
