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

  /// Reads every input that `paths` name; files in folders only when their name ends in one of `endings`.
  /// - Throws: ``CommandFailure`` when one cannot be read, or a folder holds nothing of use.
  public static func read(_ paths: [String], endings: [String]) throws -> [Input] {
    try paths.flatMap { path in try files(at: path, endings: endings).map(read) }
  }

  private static func read(_ path: String) throws -> Input {
    if path == "-" { return Input(name: path, bytes: Array(FileHandle.standardInput.readDataToEndOfFile())) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure("cannot read \(path)", exitCode: .badInput)
    }
    return Input(name: path, bytes: Array(data))
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
