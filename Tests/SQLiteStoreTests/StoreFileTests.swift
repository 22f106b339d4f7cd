import ClaimModel
import Foundation
import Office
import SQLiteStore
import Testing

/// A store whose file is taken away under it.
@Suite struct StoreFileTests {
  /// What somebody does to the file while the store is open.
  enum Mishap: CaseIterable {
    case deleted
    case moved
    case replaced

    func befall(_ path: String) throws {
      let files = FileManager.default
      switch self {
      case .deleted: for suffix in ["", "-wal", "-shm"] { try files.removeItem(atPath: path + suffix) }
      case .moved: try files.moveItem(atPath: path, toPath: path + ".old")
      case .replaced:
        // As a copy is put back: under another name, then in its place.
        try files.copyItem(atPath: path, toPath: path + ".copy")
        try #require(rename(path + ".copy", path) == 0)
      }
    }
  }

  @Test(arguments: Mishap.allCases) func nothingIsCommittedIntoAFileThatIsGone(mishap: Mishap) throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      let store = try SQLiteStore(path: path)
      defer { store.close() }
      #expect(try draw(store) == 1)
      try mishap.befall(path)
      for attempt in [{ _ = try draw(store) }, { _ = try store.nextCall() }] {
        let error = try #require(throws: StoreError.self) { try attempt() }
        #expect(error.code == .unavailable)
        #expect(error.reason.contains(path) && error.reason.contains("put the file"), "\(error)")
      }
    }
  }

  @Test func storeGoesOnWhenItsFileIsBack() throws {
    try withFolder { folder in
      let path = folder + "/office.sqlite"
      let store = try SQLiteStore(path: path)
      defer { store.close() }
      #expect(try draw(store) == 1)
      try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
      #expect(throws: StoreError.self) { try draw(store) }
      try FileManager.default.moveItem(atPath: path + ".old", toPath: path)
      // What failed has left nothing.
      #expect(try draw(store) == 2)
    }
  }

  @Test func linkThatIsTurnedToAnotherFileIsNoticed() throws {
    try withFolder { folder in
      let files = FileManager.default
      for name in ["a", "b"] { try SQLiteStore(path: "\(folder)/\(name).sqlite").close() }
      let link = folder + "/office.sqlite"
      try files.createSymbolicLink(atPath: link, withDestinationPath: folder + "/a.sqlite")
      let store = try SQLiteStore(path: link)
      defer { store.close() }
      #expect(try draw(store) == 1)
      try files.removeItem(atPath: link)
      try files.createSymbolicLink(atPath: link, withDestinationPath: folder + "/b.sqlite")
      #expect(throws: StoreError.self) { try draw(store) }
    }
  }

  private func draw(_ store: SQLiteStore) throws -> Int64 {
    try store.transaction { transaction throws(StoreError) in try transaction.nextNumber(of: "claims") }
  }
}
