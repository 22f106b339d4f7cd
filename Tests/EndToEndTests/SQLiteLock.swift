import Foundation
import Testing

/// Holds a SQLite file's write lock from another process.
enum SQLiteLock {
  static func hold<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    let holder = Executable(url: URL(filePath: "/usr/bin/python3")).process(["-c", program, path])
    let input = Pipe()
    let output = Pipe()
    holder.standardInput = input
    holder.standardOutput = output
    try holder.run()
    defer {
      // The end of its input lets it go.
      try? input.fileHandleForWriting.close()
      holder.waitUntilExit()
    }
    try #require(output.fileHandleForReading.availableData.starts(with: Data("held".utf8)))
    return try body()
  }

  private static let program = """
    import sqlite3, sys
    connection = sqlite3.connect(sys.argv[1], timeout=30, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    print("held", flush=True)
    sys.stdin.read()
    connection.execute("ROLLBACK")
    """
}
