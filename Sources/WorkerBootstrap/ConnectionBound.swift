import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// A pool of sockets that bounds how long a connection may wait for its peer, and how many may wait at a time.
///
/// FlyingFox's own time limit is for answers alone: half a request, or a connection that is kept open and not used, would
/// stay for ever and hold a descriptor of the process.
struct ConnectionBound: AsyncSocketPool {
  let pool: any AsyncSocketPool
  /// How long a connection may wait for the next bytes to come, or to be taken.
  let patience: Duration
  private let waits: Waits

  /// A bound on `pool`: when more than `limit` connections wait, the one that has waited longest is closed.
  init(_ pool: any AsyncSocketPool, patience: Duration, limit: Int) {
    self.pool = pool
    self.patience = patience
    waits = Waits(limit: limit)
  }

  func prepare() async throws { try await pool.prepare() }

  func run() async throws { try await pool.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    guard !Self.listens(socket) else { return try await pool.suspendSocket(socket, untilReadyFor: events) }
    // Unstructured, because it can be ended by another connection that needs the room.
    let (number, wait) = waits.begin { Task { try await pool.suspendSocket(socket, untilReadyFor: events) } }
    let timer = Task {
      try await Task.sleep(for: patience)
      wait.cancel()
    }
    defer {
      timer.cancel()
      waits.remove(number)
    }
    do {
      try await withTaskCancellationHandler {
        try await wait.value
      } onCancel: {
        wait.cancel()
      }
    } catch is CancellationError {
      try Task.checkCancellation()
      // As if the peer had gone: FlyingFox closes the connection.
      throw SocketError.disconnected
    }
  }

  /// Whether a socket waits for connections rather than for bytes.
  private static func listens(_ socket: Socket) -> Bool {
    var flag: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    return getsockopt(socket.file.rawValue, SOL_SOCKET, SO_ACCEPTCONN, &flag, &size) == 0 && flag != 0
  }
}

/// Who waits, in the order in which they began.
private final class Waits: Sendable {
  private struct State {
    var tasks: [Int: Task<Void, any Error>] = [:]
    var next = 0
  }

  private let state = Mutex(State())
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Begins one, and ends the oldest when there are too many. Who is seen to wait has a place in the order.
  /// - Returns: its number, and itself.
  func begin(_ wait: () -> Task<Void, any Error>) -> (number: Int, task: Task<Void, any Error>) {
    state.withLock { state in
      if state.tasks.count >= limit, let oldest = state.tasks.keys.min() {
        state.tasks.removeValue(forKey: oldest)?.cancel()
      }
      state.next += 1
      let task = wait()
      state.tasks[state.next] = task
      return (state.next, task)
    }
  }

  func remove(_ number: Int) { state.withLock { _ = $0.tasks.removeValue(forKey: number) } }
}
