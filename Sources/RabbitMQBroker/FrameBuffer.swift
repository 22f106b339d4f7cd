import CRabbitMQ
import Glibc

/// The frames of publications on their way to a plain socket, many in one `send`.
///
/// The library makes three calls of the system for each message, and where heartbeats are on a fourth that looks for one.
/// Methods and properties are encoded by its own functions; what is done here is to lay the frames one after the other.
/// Source: AMQP 0-9-1, 2.3.5 and 4.2 (frames: type, channel, size, payload, end).
///
/// Belongs to the thread of its connection. ``flush(to:)`` leaves nothing behind, so that the library's own frames never
/// come into the middle of another.
final class FrameBuffer {
  /// How many bytes are laid together before they are sent.
  private static let room = 64 << 10

  /// What a frame has beside its payload: seven bytes before, one behind.
  private static let overhead = 8

  /// What AMQP asks every peer to take, so that a method and its properties fit a fresh buffer whatever was agreed.
  private static let smallestFrame = 4_096

  private let bytes: UnsafeMutableRawPointer
  private let capacity: Int
  private let channel: UInt16
  private let largestFrame: Int
  private var used = 0

  /// A buffer for frames of at most `largestFrame` bytes, as agreed at the login; 0 stands for no limit.
  init(channel: UInt16, largestFrame: Int) {
    self.channel = channel
    self.largestFrame = largestFrame > 0 ? max(largestFrame, Self.smallestFrame) : Int(AMQP_DEFAULT_FRAME_SIZE)
    capacity = self.largestFrame + Self.room
    bytes = .allocate(byteCount: capacity, alignment: 1)
  }

  deinit { bytes.deallocate() }

  /// Lays down a message; what finds no room is sent. A status of the library.
  func publish(
    _ method: inout amqp_basic_publish_t, _ properties: inout amqp_basic_properties_t, _ body: UnsafeRawBufferPointer,
    to socket: Int32
  ) -> Int32 {
    var status = frame(AMQP_FRAME_METHOD, to: socket) { payload in
      payload.storeBytes(of: AMQP_BASIC_PUBLISH_METHOD.bigEndian, as: UInt32.self)
      let fields = UnsafeMutableRawBufferPointer(rebasing: payload[4...])
      let count = amqp_encode_method(AMQP_BASIC_PUBLISH_METHOD, &method, amqp_bytes_t(fields))
      return count < 0 ? count : count + 4
    }
    guard status == AMQP_STATUS_OK.rawValue else { return status }

    status = frame(AMQP_FRAME_HEADER, to: socket) { payload in
      payload.storeBytes(of: UInt16(AMQP_BASIC_CLASS).bigEndian, as: UInt16.self)
      payload.storeBytes(of: 0, toByteOffset: 2, as: UInt16.self)
      payload.storeBytes(of: UInt64(body.count).bigEndian, toByteOffset: 4, as: UInt64.self)
      let fields = UnsafeMutableRawBufferPointer(rebasing: payload[12...])
      let count = amqp_encode_properties(UInt16(AMQP_BASIC_CLASS), &properties, amqp_bytes_t(fields))
      return count < 0 ? count : count + 12
    }

    var rest = body[...]
    while status == AMQP_STATUS_OK.rawValue, !rest.isEmpty {
      let part = rest.prefix(largestFrame - Self.overhead)
      rest = rest.dropFirst(part.count)
      status = frame(AMQP_FRAME_BODY, to: socket) { payload in
        payload.copyMemory(from: UnsafeRawBufferPointer(rebasing: part))
        return Int32(truncatingIfNeeded: part.count)
      }
    }
    return status
  }

  /// Sends all that was laid down, waiting where the socket is full. A status of the library.
  func flush(to socket: Int32) -> Int32 {
    var sent = 0
    defer { used = 0 }
    while sent < used {
      let count = send(socket, bytes + sent, used - sent, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      if count >= 0 {
        sent += count
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        // A connection that is cut wakes it, and the next `send` tells.
        var full = pollfd(fd: socket, events: Int16(POLLOUT), revents: 0)
        poll(&full, 1, -1)
      } else if errno != EINTR {
        return AMQP_STATUS_SOCKET_ERROR.rawValue
      }
    }
    return AMQP_STATUS_OK.rawValue
  }

  /// Lays down one frame whose payload `fill` writes; `fill` returns the payload's length or an error of the library.
  private func frame(_ type: Int32, to socket: Int32, _ fill: (UnsafeMutableRawBufferPointer) -> Int32) -> Int32 {
    if capacity - used < largestFrame {
      let status = flush(to: socket)
      guard status == AMQP_STATUS_OK.rawValue else { return status }
    }
    let start = bytes + used
    let length = fill(UnsafeMutableRawBufferPointer(start: start + 7, count: largestFrame - Self.overhead))
    guard length >= 0 else { return length }
    start.storeBytes(of: UInt8(truncatingIfNeeded: type), as: UInt8.self)
    start.storeBytes(of: channel.bigEndian, toByteOffset: 1, as: UInt16.self)
    start.storeBytes(of: UInt32(length).bigEndian, toByteOffset: 3, as: UInt32.self)
    start.storeBytes(of: UInt8(AMQP_FRAME_END), toByteOffset: 7 + Int(length), as: UInt8.self)
    used += Int(length) + Self.overhead
    return AMQP_STATUS_OK.rawValue
  }
}

extension amqp_bytes_t {
  /// Room for the library to write to.
  fileprivate init(_ buffer: UnsafeMutableRawBufferPointer) {
    self.init(len: buffer.count, bytes: buffer.baseAddress)
  }
}
