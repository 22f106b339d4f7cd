import Foundation

/// A program that watches, and must not slow down those who work.
enum Bystander {
  /// Lets this thread, and the threads that it starts from now on, have what processor time others leave over. A journal
  /// that is read late is read whole: the stream keeps it.
  static func standBack() {
    // On Linux a priority is a thread's, not a process's. It can always be lowered, so there is no error to look at.
    _ = setpriority(.init(PRIO_PROCESS.rawValue), 0, 19)
  }
}
