import Foundation
import Office
import Testing

@testable import SQLiteStore

@Suite struct CheckpointerTests {
  private func size(_ path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
  }

  @Test(.timeLimit(.minutes(10))) func logIsCopiedBackWhileTheStoreIsUsedAndBegunAnew() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      let store = try SQLiteStore(path: path, checkpointFrames: 100)
      defer { store.close() }
      let megabyte = 1 << 20
      func save(_ number: Int, bytes: Int) throws {
        try store.transaction { transaction throws(StoreError) in
          try transaction.saveCases([(CaseKey(kind: "note", id: "\(number)"), [UInt8](repeating: 7, count: bytes))])
        }
      }
      for number in 1...12 {
        try save(number, bytes: megabyte)
        // What is in the file itself was copied; each small commit is another occasion to.
        let deadline = Date(timeIntervalSinceNow: 20)
        while try size(path) < number * megabyte, Date() < deadline { try save(0, bytes: 1) }
        try #require(try size(path) >= number * megabyte, "nobody copies the log back")
      }
      #expect(try size(path + "-wal") < 8 * megabyte)
    }
  }

  @Test func closedStoreLeavesNoLog() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      let store = try SQLiteStore(path: path)
      try store.transaction { transaction throws(StoreError) in
        try transaction.saveCases([(CaseKey(kind: "note", id: "1"), [1])])
      }
      store.close()
      #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    }
  }
}
