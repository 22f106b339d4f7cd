import Glibc

/// A TCP socket on 127.0.0.1 that never waits; closed when nobody refers to it any more.
final class Socket: Sendable {
  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// A socket that listens on a free port.
  static func listening() throws(SocketFailure) -> Socket {
    let socket = Socket(try check(Glibc.socket(AF_INET, kind, 0), "make a socket"))
    var address = address(port: 0)
    try check(withSockaddr(&address) { bind(socket.descriptor, $0, $1) }, "bind")
    try check(listen(socket.descriptor, 128), "listen")
    return socket
  }

  /// A socket connected to a port; connecting on one machine takes no time.
  static func connected(to port: UInt16) throws(SocketFailure) -> Socket {
    let socket = Socket(try check(Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | closeOnExec, 0), "make a socket"))
    var address = address(port: port)
    try check(withSockaddr(&address) { connect(socket.descriptor, $0, $1) }, "connect")
    try check(fcntl(socket.descriptor, F_SETFL, O_NONBLOCK), "make a socket that does not wait")
    socket.sendAtOnce()
    return socket
  }

  /// Two sockets connected with each other.
  static func pair() throws(SocketFailure) -> (Socket, Socket) {
    var descriptors: (Int32, Int32) = (0, 0)
    try check(
      withUnsafeMutableBytes(of: &descriptors) {
        socketpair(AF_UNIX, kind, 0, $0.assumingMemoryBound(to: Int32.self).baseAddress)
      }, "make a pair of sockets")
    return (Socket(descriptors.0), Socket(descriptors.1))
  }

  /// The port it listens on.
  func port() throws(SocketFailure) -> UInt16 {
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    try Socket.check(
      Socket.withSockaddr(&address) { name, _ in getsockname(descriptor, name, &length) }, "name a socket")
    return UInt16(bigEndian: address.sin_port)
  }

  /// The next connection that somebody made.
  func accepted() -> Socket? {
    let descriptor = accept(self.descriptor, nil, nil)
    guard descriptor >= 0 else { return nil }
    let socket = Socket(descriptor)
    guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0, fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0 else { return nil }
    socket.sendAtOnce()
    return socket
  }

  /// What came.
  enum Received {
    /// Bytes.
    case bytes([UInt8])
    /// The peer sends no more.
    case end
    /// Nothing yet.
    case nothing
    /// The connection is broken.
    case failure
  }

  /// Takes what came.
  func receive(atMost limit: Int) -> Received {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
      count = recv(descriptor, buffer.baseAddress, limit, 0)
      filled = max(count, 0)
    }
    if count > 0 { return .bytes(bytes) }
    if count == 0 { return .end }
    return errno == EAGAIN || errno == EINTR ? .nothing : .failure
  }

  /// Hands bytes on.
  /// - Returns: how many were taken; `nil` when the connection is broken.
  func send(_ bytes: [UInt8]) -> Int? {
    let count = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    if count >= 0 { return count }
    return errno == EAGAIN || errno == EINTR ? 0 : nil
  }

  /// Tells the peer that nothing more comes.
  func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Makes the connection end with a reset.
  func resetAtClose() {
    var value = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &value, socklen_t(MemoryLayout<linger>.size))
  }

  /// Wakes who polls the other socket of a pair.
  func wake() { _ = Glibc.send(descriptor, [1], 1, Int32(MSG_NOSIGNAL)) }

  /// Takes everything that came and throws it away.
  func drain() { while case .bytes = receive(atMost: 256) {} }

  private func sendAtOnce() {
    var value: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &value, socklen_t(MemoryLayout<Int32>.size))
  }
}

extension Socket {
  /// What to wait for on a socket.
  struct Watch {
    var socket: Socket
    var reads = false
    var writes = false
  }

  /// What a socket is ready for.
  struct Event {
    var canRead = false
    var canWrite = false
    var hasFailed = false

    /// Whether there is anything.
    var isAny: Bool { canRead || canWrite || hasFailed }
  }

  /// Waits until one of the sockets is ready.
  static func poll(_ watched: [Watch], milliseconds: Int32) -> [Event] {
    var descriptors = watched.map { watch in
      pollfd(
        fd: watch.socket.descriptor, events: Int16((watch.reads ? POLLIN : 0) | (watch.writes ? POLLOUT : 0)),
        revents: 0)
    }
    guard Glibc.poll(&descriptors, nfds_t(descriptors.count), milliseconds) > 0 else {
      return watched.map { _ in Event() }
    }
    return descriptors.map { found in
      Event(
        canRead: found.revents & Int16(POLLIN) != 0, canWrite: found.revents & Int16(POLLOUT) != 0,
        hasFailed: found.revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0)
    }
  }

  private static let closeOnExec = Int32(SOCK_CLOEXEC.rawValue)
  private static let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | closeOnExec

  private static func address(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7f00_0001).bigEndian)
    return address
  }

  private static func withSockaddr<Result>(
    _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
  }

  @discardableResult
  private static func check(_ status: Int32, _ operation: String) throws(SocketFailure) -> Int32 {
    guard status >= 0 else { throw SocketFailure(description: "\(operation): \(String(cString: strerror(errno)))") }
    return status
  }
}

/// A socket could not be had.
public struct SocketFailure: Error, CustomStringConvertible {
  /// What was tried and why it did not work.
  public let description: String
}
