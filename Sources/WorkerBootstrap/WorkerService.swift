import ClaimModel
import Foundation
import Office
import ServiceLifecycle

/// Runs the batch loops of an office, each on a thread of its own, until they have drained.
struct WorkerService: Service {
  let desk: WorkedDesk
  /// What each loop works with, made on the loop's own thread.
  let surroundings: [@Sendable () -> WorkedDesk.Surroundings]
  let stop: StopSignal
  let drain: DrainLimit
  let health: WorkerHealth

  func run() async throws {
    try await withGracefulShutdownHandler {
      try await withTaskCancellationHandler {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for loop in surroundings.indices { group.addTask { try await run(loop) } }
          try await group.waitForAll()
        }
      } onCancel: {
        drain.begin()
      }
    } onGracefulShutdown: {
      drain.begin()
    }
  }

  private func run(_ loop: Int) async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      // The batch loop blocks, so it must not hold a thread of the concurrency runtime.
      let thread = Thread {
        do {
          try desk.work(surroundings[loop](), stop) { health.noteStep(of: loop) }
          continuation.resume()
        } catch {
          // One loop that cannot go on ends the process; the others settle first.
          drain.begin()
          continuation.resume(throwing: error)
        }
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
  }
}

extension Timestamp {
  /// The system clock's time.
  public static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
