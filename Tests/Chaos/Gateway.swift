import ClaimModel
import Foundation
import Synchronization

/// A TCP proxy on 127.0.0.1 for one server, whose connections can be cut, stalled and left half open while they run.
///
/// One thread does all input and output; faults may be ordered from any thread.
public final class Gateway: Sendable {
  /// The port it listens on.
  public let port: UInt16
  private let serverPort: UInt16
  private let listener: Socket
  private let wakeUp: (reader: Socket, writer: Socket)
  private let state = Mutex(State())

  /// A connection with its sockets.
  fileprivate struct Line {
    var passage = Passage()
    var client: Socket?
    var server: Socket?
  }

  private struct State {
    var lines: [Int: Line] = [:]
    var nextNumber = 0
    /// What befalls connections that are made now.
    var stallForNew: Set<Passage.End> = []
    var isStopping = false
    var isStopped = false
  }

  /// Starts a proxy for a server on this machine.
  /// - Throws: ``SocketFailure``.
  public init(to serverPort: UInt16) throws {
    self.serverPort = serverPort
    listener = try Socket.listening()
    port = try listener.port()
    wakeUp = try Socket.pair()
    let thread = Thread { [self] in serve() }
    thread.name = "gateway-\(port)"
    thread.start()
  }

  /// How many connections there are of which only one end is left, and does not know it.
  public func halfOpenCount(leaving end: Passage.End) -> Int {
    state.withLock { state in state.lines.values.count { $0.passage.isAbandoned(end) } }
  }

  /// Resets connections.
  /// - Returns: how many.
  public func cut(atMost limit: Int, _ random: inout SeededRandom) -> Int {
    change(atMost: limit, &random) { $0.cut() }
  }

  /// Stops the bytes that come from the given ends, on some connections.
  /// - Returns: on how many.
  public func stall(from ends: Set<Passage.End>, atMost limit: Int, _ random: inout SeededRandom) -> Int {
    change(atMost: limit, &random) { $0.stall(from: ends) }
  }

  /// Stops the bytes that come from the given ends, on every connection and on those that are made until ``resume()``.
  /// - Returns: on how many at the moment.
  public func stallAll(from ends: Set<Passage.End>) -> Int {
    var random = SeededRandom(seed: 0)
    state.withLock { $0.stallForNew = ends }
    return change(atMost: .max, &random) { $0.stall(from: ends) }
  }

  /// Lets the bytes of all connections go on.
  public func resume() {
    state.withLock { state in
      state.stallForNew = []
      for number in state.lines.keys { state.lines[number]?.passage.resume() }
    }
    wakeUp.writer.wake()
  }

  /// Closes one end of connections and leaves the other one as if nothing had happened.
  /// - Returns: how many.
  public func abandon(_ end: Passage.End, atMost limit: Int, _ random: inout SeededRandom) -> Int {
    change(atMost: limit, &random) { $0.abandon(end) }
  }

  /// Closes everything and ends the thread.
  public func stop() {
    state.withLock { $0.isStopping = true }
    wakeUp.writer.wake()
  }

  private func change(
    atMost limit: Int, _ random: inout SeededRandom, _ body: (inout Passage) -> Void
  ) -> Int {
    var random = random
    defer { wakeUp.writer.wake() }
    return state.withLock { state in
      let whole = state.lines.filter { $0.value.passage.isWhole }.keys.sorted()
      let chosen = whole.shuffled(using: &random).prefix(limit)
      for number in chosen {
        if let old = state.lines[number]?.passage {
          var passage = old
          body(&passage)
          state.lines[number]?.passage = passage
        }
      }
      return chosen.count
    }
  }
}

/// The thread.
extension Gateway {
  private func serve() {
    while true {
      var watched = [Socket.Watch(socket: listener, reads: true), Socket.Watch(socket: wakeUp.reader, reads: true)]
      var owners: [(number: Int, end: Passage.End)] = []
      let isStopping = state.withLock { state in
        tidy(&state)
        for (number, line) in state.lines {
          for end in Passage.End.allCases {
            guard let socket = line[end] else { continue }
            watched.append(
              Socket.Watch(
                socket: socket, reads: line.passage.wantsToRead(from: end), writes: line.passage.wantsToWrite(to: end)))
            owners.append((number, end))
          }
        }
        return state.isStopping
      }
      if isStopping { break }
      let ready = Socket.poll(watched, milliseconds: 1_000)
      if ready[1].canRead { wakeUp.reader.drain() }
      if ready[0].canRead { accept() }
      state.withLock { state in
        for (owner, event) in zip(owners, ready.dropFirst(2)) where event.isAny {
          if var line = state.lines[owner.number] {
            state.lines[owner.number] = nil
            line.serve(owner.end, event)
            state.lines[owner.number] = line
          }
        }
      }
    }
    state.withLock { state in
      state.lines = [:]
      state.isStopped = true
    }
  }

  /// Tells ends what they must be told, closes what must be closed, forgets what is over.
  private func tidy(_ state: inout State) {
    for number in state.lines.keys {
      state.lines[number]?.tidy()
      if state.lines[number]?.passage.isFinished == true { state.lines[number] = nil }
    }
  }

  private func accept() {
    while let client = listener.accepted() {
      // A server that is away refuses the client, as it would without a proxy.
      guard let server = try? Socket.connected(to: serverPort) else { continue }
      state.withLock { state in
        var line = Line(client: client, server: server)
        line.passage.stall(from: state.stallForNew)
        state.lines[state.nextNumber] = line
        state.nextNumber += 1
      }
    }
  }
}

extension Gateway.Line {
  fileprivate subscript(end: Passage.End) -> Socket? { end == .client ? client : server }

  /// Does what an end is ready for.
  fileprivate mutating func serve(_ end: Passage.End, _ event: Socket.Event) {
    guard let socket = self[end] else { return }
    if event.canWrite, passage.wantsToWrite(to: end) {
      if let count = socket.send(passage.bytes(for: end)) { passage.sent(count, to: end) } else { passage.failed(end) }
    }
    if event.canRead, passage.wantsToRead(from: end) {
      switch socket.receive(atMost: Passage.capacity) {
      case .bytes(let bytes): passage.received(bytes[...], from: end)
      case .end: passage.ended(end)
      case .nothing: break
      case .failure: passage.failed(end)
      }
    } else if event.hasFailed {
      passage.failed(end)
    }
    tidy()
  }

  fileprivate mutating func tidy() {
    for end in Passage.End.allCases {
      if passage.wantsToEnd(end) {
        self[end]?.endSending()
        passage.endPassedOn(to: end)
      }
    }
    if passage.isClosed(.client) { close(&client) }
    if passage.isClosed(.server) { close(&server) }
  }

  private func close(_ socket: inout Socket?) {
    if passage.isReset { socket?.resetAtClose() }
    socket = nil
  }
}
