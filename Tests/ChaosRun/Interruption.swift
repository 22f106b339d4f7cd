import Foundation
import Synchronization

/// SIGINT and SIGTERM end a run with its servers stopped and its processes gone.
enum Interruption {
  private static let wasAsked = Atomic<Bool>(false)

  /// Somebody wants the run to end.
  struct Requested: Error, CustomStringConvertible {
    let description = "interrupted"
  }

  /// Listens from now on. A handler, not a signal that is ignored: children would inherit that.
  static func listen() {
    wasAsked.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] { signal(number) { _ in Interruption.wasAsked.store(true, ordering: .relaxed) } }
  }

  /// Throws when the run is to end.
  static func check() throws {
    if wasAsked.load(ordering: .relaxed) { throw Requested() }
  }
}

/// A view of the file systems that only this process and its children have: what they mount is gone with them, however
/// they end.
enum PrivateMounts {
  private static let unshare = "/usr/bin/unshare"
  private static let arguments = ["--mount", "--propagation", "private", "--"]
  private static let mark = "SUPERBILL_CHAOS_MOUNTS"

  /// Becomes this program again with such a view; returns where that is not allowed, or done already.
  static func begin() {
    guard ProcessInfo.processInfo.environment[mark] == nil, geteuid() == 0 else { return }
    guard (try? Tool(path: unshare).run(arguments + ["/bin/true"]))?.status == 0 else { return }
    setenv(mark, "private", 1)
    let own = ([unshare] + arguments + CommandLine.arguments).map { strdup($0) } + [nil]
    execv(unshare, own)
  }
}
