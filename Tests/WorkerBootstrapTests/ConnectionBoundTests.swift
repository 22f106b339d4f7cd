import FlyingFox
import FlyingSocks
import Foundation
import Testing

@testable import WorkerBootstrap

/// Who of those that wait is closed, over a pool in which nothing ever moves.
@Suite struct ConnectionBoundTests {
  @Test(.timeLimit(.minutes(10))) func whoHasWaitedLongestMakesRoom() async throws {
    let pool = StillPool()
    let bound = ConnectionBound(pool, patience: .seconds(3_600), limit: 3)
    let sockets = try (0..<5).map { _ in try Socket(domain: AF_INET) }
    defer { for socket in sockets { try? socket.close() } }
    let (closed, continuation) = AsyncStream.makeStream(of: Socket.FileDescriptor.self)
    var gone = closed.makeAsyncIterator()
    var order: [Socket.FileDescriptor] = []
    var waits: [Task<Void, any Error>] = []
    for socket in sockets {
      waits.append(
        Task {
          do {
            try await bound.suspendSocket(socket, untilReadyFor: .read)
          } catch SocketError.disconnected {
            continuation.yield(socket.file)
          }
        })
      // The next begins when this one is seen to wait, and has its place with it.
      #expect(await pool.next() == socket.file)
      if waits.count > 3, let file = await gone.next() { order.append(file) }
    }
    #expect(order == sockets[..<2].map(\.file))
    for wait in waits { wait.cancel() }
    for wait in waits[2...] { await #expect(throws: CancellationError.self) { try await wait.value } }
  }
}

/// A pool whose sockets are never ready.
private final class StillPool: AsyncSocketPool {
  private let begun: AsyncStream<Socket.FileDescriptor>
  private let continuation: AsyncStream<Socket.FileDescriptor>.Continuation

  init() { (begun, continuation) = AsyncStream.makeStream() }

  func prepare() {}

  func run() {}

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    continuation.yield(socket.file)
    let (nothing, open) = AsyncStream.makeStream(of: Never.self)
    // Nothing ever comes; only cancellation ends the wait.
    for await _ in nothing {}
    open.finish()
    try Task.checkCancellation()
  }

  /// The next socket that begins to wait.
  func next() async -> Socket.FileDescriptor? { await begun.first { _ in true } }
}
