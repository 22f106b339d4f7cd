import Foundation
import Office
import SQLiteStore
import StoreConformance
import Testing

@Suite struct SQLiteConformanceTests {
  @Test(.timeLimit(.minutes(10)), arguments: StoreRule.allCases) func conforms(_ rule: StoreRule) throws {
    try withFolder { folder in try rule.check { try SQLiteStore(path: folder + "/office.sqlite") } }
  }
}

/// Runs `body` with a new folder and removes it.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = NSTemporaryDirectory() + "superbill-sqlite-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}
