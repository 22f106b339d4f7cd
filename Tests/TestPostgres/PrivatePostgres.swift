import Foundation

/// A PostgreSQL server of one's own, run by `deploy/private-postgres`.
public final class PrivatePostgres: Sendable {
  /// The server's database, with its password.
  public let url: String
  private let folder: String

  private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "deploy/private-postgres").path

  private static let sharedServer: Result<PrivatePostgres, any Error> = Result {
    atexit { PrivatePostgres.stopShared() }
    return try PrivatePostgres()
  }

  private static func stopShared() { try? sharedServer.get().stop() }

  /// The server of this test process, started once and stopped at exit.
  public static var shared: PrivatePostgres {
    get throws { try sharedServer.get() }
  }

  /// Starts another server, for a test that stops it, is in others' way or needs further lines of configuration.
  public init(configuration: String = "") throws {
    folder = NSTemporaryDirectory() + "superbill-postgres-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let settings = folder + "/settings"
    // Tests end processes, not machines: what the system holds is safe enough.
    try Data("fsync = off\n\(configuration)\n".utf8).write(to: URL(filePath: settings))
    let output = try PrivatePostgres.run(["start", folder, "--config", settings])
    url = output.split(separator: "\n").last.map(String.init) ?? ""
  }

  /// Makes an empty database on the shared server and gives its URL.
  public static func newDatabase() throws -> String { try shared.newDatabase() }

  /// Makes an empty database and gives its URL.
  public func newDatabase() throws -> String {
    let name = "test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
    // A collation that is not that of bytes, as servers commonly have.
    try query("CREATE DATABASE \(name) TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'")
    return url.replacing(/superbill$/, with: name)
  }

  /// Runs SQL with psql on the shared server, in the database that a URL names, and gives what it prints.
  @discardableResult
  public static func query(_ sql: String, in url: String) throws -> String { try shared.query(sql, in: url) }

  /// Runs SQL with psql, in the server's own database or in the one that a URL names, and gives what it prints.
  @discardableResult
  public func query(_ sql: String, in url: String? = nil) throws -> String {
    let database = url.map { ["-d", $0] } ?? []
    return try PrivatePostgres.run(["psql", folder, "-v", "ON_ERROR_STOP=1"] + database + ["-Atc", sql])
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Stops the server and starts it again: connections are lost, data is kept.
  public func restart() throws { _ = try PrivatePostgres.run(["restart", folder]) }

  /// Stops the server and removes what it has written.
  public func stop() {
    _ = try? PrivatePostgres.run(["stop", folder])
    try? FileManager.default.removeItem(atPath: folder)
  }

  private static func run(_ arguments: [String]) throws -> String {
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
    guard process.terminationStatus == 0 else { throw ScriptFailure(command: arguments[0]) }
    return String(decoding: data, as: UTF8.self)
  }

  /// The script ended with an error; it has told why.
  public struct ScriptFailure: Error {
    /// What the script was asked to do.
    public let command: String
  }
}
