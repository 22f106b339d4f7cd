import Foundation
import Office

/// Lets the processes that write to one SQLite file take turns.
///
/// SQLite's write lock goes to whoever asks at the right moment, and a process that asks in a tight loop can keep
/// another one waiting for seconds. So a writer first takes the turn, a lock on a file beside the database, then waits
/// for the write lock, then passes the turn on: who has just written stands behind those who wait. The system releases
/// the turn of a process that dies.
final class WriteTurn: Sendable {
  /// How often to look for a lock: often against a transaction of some milliseconds, seldom against a look.
  private static let intervalMicroseconds: UInt32 = 200

  private let descriptor: Int32

  /// Opens the lock file beside the database at `path`, creating it when it does not exist.
  init(path: String) throws(StoreError) {
    // To lock a file it need not be writable, so whoever may use the database can use this, whoever made it.
    descriptor = open(path + "-turn", O_RDONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      let isShortage = [ENOSPC, EDQUOT, EMFILE, ENFILE, EIO].contains(errno)
      throw StoreError(
        isShortage ? .unavailable : .misconfigured, operation: "open \(path)-turn",
        reason: String(cString: strerror(errno)))
    }
  }

  deinit { close(descriptor) }

  /// Takes the turn; nobody else gets it before ``pass()``.
  func take(limitMilliseconds: Int = 10_000) throws(StoreError) {
    var looks = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw StoreError(.unavailable, operation: "wait to write", reason: String(cString: strerror(errno)))
      }
      guard WriteTurn.waits(after: looks, limitMilliseconds: limitMilliseconds) else {
        throw StoreError(.unavailable, operation: "wait to write", reason: "another process holds the store")
      }
      looks += 1
    }
  }

  /// Gives the turn to the next one.
  func pass() { flock(descriptor, LOCK_UN) }

  /// Waits a moment, unless `looks` have taken up the time.
  static func waits(after looks: Int, limitMilliseconds: Int = 10_000) -> Bool {
    guard looks < limitMilliseconds * 1_000 / Int(intervalMicroseconds) else { return false }
    usleep(intervalMicroseconds)
    return true
  }
}
