import Chaos
import ClaimModel
import Foundation
import Glibc
import Testing

/// The proxy on real sockets: a peer on each side with calls that wait at most some seconds.
@Suite struct GatewayTests {
  /// A socket that waits.
  private final class Peer: Sendable {
    let descriptor: Int32

    init(_ descriptor: Int32) {
      self.descriptor = descriptor
      var limit = timeval(tv_sec: 10, tv_usec: 0)
      setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    func send(_ text: String) { _ = Glibc.send(descriptor, Array(text.utf8), text.utf8.count, Int32(MSG_NOSIGNAL)) }

    /// What comes next; empty at the end; `nil` for a reset or when nothing comes.
    func receive(limitMilliseconds: Int = 10_000) -> String? {
      var limit = timeval(tv_sec: limitMilliseconds / 1_000, tv_usec: limitMilliseconds % 1_000 * 1_000)
      setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
      var bytes = [UInt8](repeating: 0, count: 1_024)
      let count = recv(descriptor, &bytes, bytes.count, 0)
      return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
    }
  }

  /// A listening socket, a proxy in front of it, and one connection through both.
  private struct Pair {
    let gateway: Gateway
    let client: Peer
    let server: Peer

    init() throws {
      let listener = Peer(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
      var address = Pair.address(0)
      let length = socklen_t(MemoryLayout<sockaddr_in>.size)
      try #require(Pair.with(&address) { bind(listener.descriptor, $0, length) } == 0)
      try #require(listen(listener.descriptor, 8) == 0)
      var filled = length
      try #require(Pair.with(&address) { getsockname(listener.descriptor, $0, &filled) } == 0)
      gateway = try Gateway(to: UInt16(bigEndian: address.sin_port))
      let client = Peer(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
      var target = Pair.address(gateway.port)
      try #require(Pair.with(&target) { connect(client.descriptor, $0, length) } == 0)
      self.client = client
      let accepted = accept(listener.descriptor, nil, nil)
      try #require(accepted >= 0)
      server = Peer(accepted)
    }

    private static func address(_ port: UInt16) -> sockaddr_in {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr = in_addr(s_addr: UInt32(0x7f00_0001).bigEndian)
      return address
    }

    private static func with<Result>(
      _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>) -> Result
    ) -> Result {
      withUnsafeMutablePointer(to: &address) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body) }
    }
  }

  @Test(.timeLimit(.minutes(10))) func passesBytesAndEndsOn() throws {
    let pair = try Pair()
    defer { pair.gateway.stop() }
    pair.client.send("to the server")
    #expect(pair.server.receive() == "to the server")
    pair.server.send("to the client")
    #expect(pair.client.receive() == "to the client")
    shutdown(pair.client.descriptor, Int32(SHUT_WR))
    #expect(pair.server.receive() == "")
    pair.server.send("last")
    #expect(pair.client.receive() == "last")
  }

  @Test(.timeLimit(.minutes(10))) func cutConnectionsAreReset() throws {
    let pair = try Pair()
    defer { pair.gateway.stop() }
    pair.client.send("x")
    #expect(pair.server.receive() == "x")
    var random = SeededRandom(seed: 1)
    #expect(pair.gateway.cut(atMost: 5, &random) == 1)
    #expect(pair.client.receive() == nil)
    #expect(errno == ECONNRESET)
    #expect(pair.server.receive() == nil)
  }

  @Test(.timeLimit(.minutes(10))) func stalledBytesComeWhenTheyMay() throws {
    let pair = try Pair()
    defer { pair.gateway.stop() }
    pair.client.send("1")
    #expect(pair.server.receive() == "1")
    #expect(pair.gateway.stallAll(from: [.client]) == 1)
    pair.client.send("2")
    pair.server.send("other way")
    #expect(pair.client.receive() == "other way")
    #expect(pair.server.receive(limitMilliseconds: 200) == nil)
    pair.gateway.resume()
    #expect(pair.server.receive() == "2")
  }

  @Test(.timeLimit(.minutes(10))) func aHalfOpenConnectionTellsOneSideOnly() throws {
    let pair = try Pair()
    defer { pair.gateway.stop() }
    pair.client.send("1")
    #expect(pair.server.receive() == "1")
    var random = SeededRandom(seed: 1)
    #expect(pair.gateway.abandon(.client, atMost: 1, &random) == 1)
    #expect(pair.server.receive() == "")
    pair.client.send("swallowed")
    #expect(pair.client.receive(limitMilliseconds: 200) == nil)
    #expect(errno == EAGAIN)
    #expect(pair.gateway.halfOpenCount(leaving: .client) == 1)
    shutdown(pair.client.descriptor, Int32(SHUT_RDWR))
    while pair.gateway.halfOpenCount(leaving: .client) > 0 { _ = pair.server.receive(limitMilliseconds: 10) }
  }

  @Test(.timeLimit(.minutes(10))) func aServerThatIsAwayRefusesTheClient() throws {
    // Nobody listens on port 1.
    let gateway = try Gateway(to: 1)
    defer { gateway.stop() }
    let client = Peer(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = gateway.port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7f00_0001).bigEndian)
    let status = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(client.descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    #expect(status == 0)
    #expect(client.receive() ?? "" == "")
  }
}
