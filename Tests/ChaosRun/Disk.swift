import ClaimModel
import Foundation

/// The disk under one store, which can be made full.
///
/// As root it is a file system of its own (tmpfs) that is shrunk to what is in it: real `ENOSPC`. Where mounting is not
/// allowed, the workers that write to the store get a limit for the size of their files (`RLIMIT_FSIZE`, with its signal
/// ignored): real `EFBIG`.
final class Disk: Sendable {
  /// Where the store is.
  let folder: URL
  /// Whether it is a file system of its own.
  let isMounted: Bool

  private static let mount = Tool(path: "/usr/bin/mount")

  init(folder: URL, mayMount: Bool, narrator: Narrator) throws {
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let status =
      mayMount ? try? Disk.mount.run(["-t", "tmpfs", "-o", "size=2g,mode=0700", "superbill-chaos", folder.path]) : nil
    isMounted = status?.status == 0
    narrator.tell(
      isMounted
        ? "disk faults: a file system of its own for \(folder.lastPathComponent)"
        : "disk faults: no mount possible here, so RLIMIT_FSIZE on the workers of one store")
  }

  /// Makes the disk full for those who write to it.
  func fill(for processes: [pid_t]) throws {
    if isMounted {
      var lastError = ""
      // Somebody may write between the look and the change.
      for reserve in [0, 64, 256, 1_024] {
        // A size of zero would stand for no limit at all.
        let size = max(try usedKibibytes(), 4) + reserve
        let result = try Disk.mount.run(["-o", "remount,size=\(size)k", folder.path])
        if result.status == 0 { return }
        lastError = result.errors
      }
      throw Tool.Failure(description: "the file system cannot be shrunk: \(lastError)")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let sizes = try files.filter { $0.hasSuffix("-wal") }.map {
      try FileManager.default.attributesOfItem(atPath: folder.path + "/" + $0)[.size] as? Int ?? 0
    }
    for process in processes {
      try Tool(path: "/usr/bin/prlimit").output(["--pid", "\(process)", "--fsize=\(sizes.max() ?? 0):"])
    }
  }

  /// Gives room again.
  func free(for processes: [pid_t]) throws {
    if isMounted {
      try Disk.mount.output(["-o", "remount,size=2g", folder.path])
    } else {
      for process in processes {
        _ = try Tool(path: "/usr/bin/prlimit").run(["--pid", "\(process)", "--fsize=unlimited:"])
      }
    }
  }

  /// Gives the file system up, with all that is in it.
  func remove() {
    if isMounted { _ = try? Tool(path: "/usr/bin/umount").run(["--lazy", folder.path]) }
  }

  private func usedKibibytes() throws -> Int {
    var status = statvfs()
    guard statvfs(folder.path, &status) == 0 else {
      throw Tool.Failure(description: "statvfs: \(String(cString: strerror(errno)))")
    }
    return Int(status.f_blocks - status.f_bfree) * Int(status.f_frsize) / 1_024
  }
}
