import Foundation
import GRDB
import GRDBSQLite

/// Copies the write-ahead log back into the database file, on a thread of its own.
///
/// A large store's indexes are written to all over, so a checkpoint forces thousands of scattered pages to disk. Done by
/// the commit that happens to fill the log, as SQLite does by itself, it would hold up a batch for seconds.
// Sendable because `condition` guards what changes.
final class Checkpointer: @unchecked Sendable {
  /// How many pages the log has when it is copied back, as a rule: 32 MiB.
  static let frames = 16_000
  /// How many pages it has when a commit copies it back after all, because nobody else does: 256 MiB.
  static let lastResortFrames = 128_000

  private let queue: DatabaseQueue
  private let frames: Int
  private let condition = NSCondition()
  private var isDue = false
  private var isStopped = false
  private var hasEnded = false

  /// Starts the thread, which copies the log back when it has `frames` pages; `queue` is its own connection.
  init(queue: DatabaseQueue, frames: Int) {
    self.queue = queue
    self.frames = frames
    let thread = Thread { [self] in work() }
    thread.name = "checkpoints"
    thread.start()
  }

  /// Watches what a connection commits, in place of SQLite's automatic checkpoints. Must not outlive the connection.
  func watch(_ database: Database) {
    sqlite3_wal_hook(
      database.sqliteConnection,
      { checkpointer, connection, _, frames in
        guard let checkpointer else { return SQLITE_OK }
        Unmanaged<Checkpointer>.fromOpaque(checkpointer).takeUnretainedValue().note(Int(frames))
        guard frames >= Checkpointer.lastResortFrames else { return SQLITE_OK }
        // A commit does not fail because the log cannot be copied back now.
        sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Takes note of how many pages the log has.
  private func note(_ count: Int) {
    guard count >= frames else { return }
    condition.lock()
    isDue = true
    condition.broadcast()
    condition.unlock()
  }

  /// Ends the thread, after the checkpoint it is at, and closes its connection.
  func stop() {
    condition.lock()
    isStopped = true
    condition.broadcast()
    while !hasEnded { condition.wait() }
    condition.unlock()
    // Nothing runs on it any more, which is all that could keep it from closing.
    try? queue.close()
  }

  private func work() {
    while waitUntilDue() {
      // Whoever writes meanwhile is not held up. What fails is tried again after a later commit: the log only grows.
      guard (try? checkpoint(.passive)) != nil else { continue }
      // Only a log that was copied whole is begun anew: what was added meanwhile is copied while nobody writes.
      try? checkpoint(.restart)
    }
    condition.lock()
    hasEnded = true
    condition.broadcast()
    condition.unlock()
  }

  private func checkpoint(_ mode: Database.CheckpointMode) throws {
    try queue.writeWithoutTransaction { database in _ = try database.checkpoint(mode) }
  }

  /// Waits for a commit that makes a checkpoint due.
  /// - Returns: `false` when the thread shall end.
  private func waitUntilDue() -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while !isDue, !isStopped { condition.wait() }
    isDue = false
    return !isStopped
  }
}
