import ClaimModel
import CodeSets
import Foundation
import WorkerBootstrap

/// Puts a release onto the shelf: whole or not at all, one import at a time.
struct ReleaseImport {
  let shelf: CodeShelf
  let kind: CodeSetKind
  let period: ReleasePeriod
  let files: [String]
  let isResource: Bool
  let replaces: Bool

  private static let temporaryPrefix = ".import-"

  /// - Throws: `CommandFailure`.
  func run() throws -> CodeRelease {
    let lock = try lock()
    defer { close(lock) }
    removeLeftovers()
    let replaced = try releaseToReplace()
    let name = CodeRelease.fileName(kind, period, isResource: isResource)
    let path = shelf.folder + "/" + name
    let temporary = shelf.folder + "/" + ReleaseImport.temporaryPrefix + name
    do {
      try isResource ? copy(to: temporary) : compile(to: temporary)
      guard rename(temporary, path) == 0 else { throw ReleaseImport.unwritable(path) }
      if let replaced, replaced.path != path { try FileManager.default.removeItem(atPath: replaced.path) }
      // The folder keeps the new name only when it is on the disk too.
      fsync(lock)
    } catch {
      unlink(temporary)
      throw error
    }
    guard let release = try read(name) else { preconditionFailure("the release is not where it was written") }
    return release
  }

  /// Whether a file is a resource that `Scripts/import-icd10cm` wrote.
  static func isResource(_ path: String) throws -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw CommandFailure("\(path): cannot be read: \(String(cString: strerror(errno)))", exitCode: .badInput)
    }
    defer { try? file.close() }
    return (try? file.read(upToCount: 8)) == Data("SBICD10\0".utf8)
  }

  /// - Throws: `CommandFailure` when it is damaged or of another version.
  static func resource(_ path: String) throws -> ICD10CM {
    do {
      return try ICD10CM(path: path)
    } catch {
      throw CommandFailure("\(error); make it anew with Scripts/import-icd10cm", exitCode: .badInput)
    }
  }

  private func lock() throws -> Int32 {
    do {
      try FileManager.default.createDirectory(atPath: shelf.folder, withIntermediateDirectories: true)
    } catch {
      throw ReleaseImport.unwritable(shelf.folder)
    }
    let descriptor = open(shelf.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ReleaseImport.unwritable(shelf.folder) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw ReleaseImport.unwritable(shelf.folder) }
    }
    return descriptor
  }

  /// What an import that was killed has left; nobody else imports while we hold the lock.
  private func removeLeftovers() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: shelf.folder)) ?? []
    where name.hasPrefix(ReleaseImport.temporaryPrefix) {
      unlink(shelf.folder + "/" + name)
    }
  }

  private func releaseToReplace() throws -> CodeRelease? {
    let releases: [CodeRelease]
    do {
      releases = try shelf.releases()
    } catch {
      throw CommandFailure(error.description, exitCode: .unavailable)
    }
    var replaced: CodeRelease?
    for other in releases where other.kind == kind && other.period.contradicts(period) {
      if replaces, other.period.effective == period.effective {
        replaced = other
        continue
      }
      let remedy =
        other.period.effective == period.effective
        ? "give --replace, or another --effective" : "give another --effective or --until, or remove \(other.path)"
      throw CommandFailure(
        "\(kind.rawValue) for \(period) overlaps the release for \(other.period) from \(other.source); \(remedy)",
        exitCode: .unsuccessful)
    }
    return replaced
  }

  private func compile(to path: String) throws {
    var draft: ReleaseTableDraft
    do {
      draft = try CodeSetFiles.read(kind, files)
    } catch {
      throw CommandFailure(error.description, exitCode: .badInput)
    }
    let names = files.map { URL(filePath: $0).lastPathComponent }.joined(separator: ", ")
    try write(to: path) { file in try draft.write(source: names) { try file.write(contentsOf: $0) } }
  }

  private func copy(to path: String) throws {
    _ = try ReleaseImport.resource(files[0])
    let data = try Data(contentsOf: URL(filePath: files[0]), options: .alwaysMapped)
    try write(to: path) { try $0.write(contentsOf: data) }
  }

  private func write(to path: String, _ body: (FileHandle) throws -> Void) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw ReleaseImport.unwritable(path) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try body(file)
      try file.synchronize()
      try file.close()
    } catch {
      throw ReleaseImport.unwritable(path)
    }
  }

  private func read(_ name: String) throws -> CodeRelease? {
    do {
      return try shelf.releases().first { $0.path == shelf.folder + "/" + name }
    } catch {
      throw CommandFailure(error.description, exitCode: .unavailable)
    }
  }

  private static func unwritable(_ path: String) -> CommandFailure {
    CommandFailure("cannot write \(path): \(String(cString: strerror(errno)))", exitCode: .unavailable)
  }
}
