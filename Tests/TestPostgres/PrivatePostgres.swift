import Foundation

/// The PostgreSQL server of this test process, started once by `deploy/private-postgres` and stopped at exit.
public enum PrivatePostgres {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "deploy/private-postgres").path
  private static let folder = NSTemporaryDirectory() + "superbill-postgres-\(getpid())"

  private static let server = Result { () throws -> String in
    atexit { PrivatePostgres.stop() }
    return try run(["start", folder]).split(separator: "\n").last.map(String.init) ?? ""
  }

  /// The URL of the server's database, with its password.
  public static var url: String {
    get throws { try server.get() }
  }

  /// Makes an empty database and gives its URL.
  public static func newDatabase() throws -> String {
    let url = try url
    let name = "test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
    // A collation that is not that of bytes, as servers commonly have.
    try query("CREATE DATABASE \(name) TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'")
    return url.replacing(/superbill$/, with: name)
  }

  /// Runs SQL with psql, in the server's own database or in the one a URL names, and gives what it prints.
  @discardableResult
  public static func query(_ sql: String, in url: String? = nil) throws -> String {
    _ = try self.url
    return try run(["psql", folder, "-v", "ON_ERROR_STOP=1"] + (url.map { ["-d", $0] } ?? []) + ["-Atc", sql])
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Stops the server and starts it again: connections are lost, data is kept.
  public static func restart() throws { _ = try run(["restart", folder]) }

  /// Runs the script.
  public static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: script)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.standardError
    try process.run()
    // The server inherits nothing of the pipe: the script gives it files of its own.
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ScriptFailure(arguments: arguments) }
    return String(decoding: data, as: UTF8.self)
  }

  /// The script ended with an error; it has told why.
  public struct ScriptFailure: Error {
    /// What the script was called with.
    public let arguments: [String]
  }

  private static func stop() {
    guard let process = try? Process.run(URL(filePath: script), arguments: ["stop", folder]) else { return }
    process.waitUntilExit()
    try? FileManager.default.removeItem(atPath: folder)
  }
}
