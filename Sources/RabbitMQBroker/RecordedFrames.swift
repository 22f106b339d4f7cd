import CRabbitMQ
import Office

/// Frames that come as bytes instead of over a socket, read as a connection reads its own: by the library's decoder,
/// then by ours. For tests that say what no broker would say.
package final class RecordedFrames: FrameSource {
  private let state: amqp_connection_state_t
  private let queues: [String]
  private var frames = FrameAssembler()

  /// Frames to consumers of `queues`, whose tags are their positions.
  package init(queues: [String]) {
    guard let state = amqp_new_connection() else { preconditionFailure("out of memory") }
    self.state = state
    // A protocol header first: what comes before it is not read as frames are. Then frames as large as a connection
    // agrees to.
    var frame = amqp_frame_t()
    var header = Array("AMQP".utf8) + [0, 0, 9, 1]
    _ = header.withUnsafeMutableBytes { bytes in
      amqp_handle_input(state, amqp_bytes_t(len: bytes.count, bytes: bytes.baseAddress), &frame)
    }
    amqp_tune_connection(state, 0, AMQP_DEFAULT_FRAME_SIZE, 0)
    self.queues = queues
  }

  deinit { amqp_destroy_connection(state) }

  /// The deliveries in `bytes`, up to the first frame that is not complete.
  /// - Throws: `BrokerError` for bytes that no broker sends, and when the broker closes.
  package func deliveries(in bytes: [UInt8]) throws(BrokerError) -> [Delivery] {
    var deliveries: [Delivery] = []
    var offset = 0
    while offset < bytes.count {
      amqp_maybe_release_buffers(state)
      var frame = amqp_frame_t()
      let taken = bytes.withUnsafeBytes { buffer in
        let start = UnsafeMutableRawPointer(mutating: buffer.baseAddress).map { $0 + offset }
        return amqp_handle_input(state, amqp_bytes_t(len: buffer.count - offset, bytes: start), &frame)
      }
      guard taken > 0 else { throw Reply.error(taken, "read recorded frames") }
      offset += Int(taken)
      // No frame is complete yet.
      if frame.frame_type == 0 { continue }
      if case .delivery(let delivery)? = try frames.event(of: frame, on: self) { deliveries.append(delivery) }
    }
    return deliveries
  }

  /// The properties of `publication` as they are sent; `nil` when they cannot be sent.
  package static func properties(of publication: Publication) -> [UInt8]? {
    guard PropertyWriter.flaw(in: publication) == nil else { return nil }
    return PropertyWriter(user: "guest").write(publication) { _, _, properties in
      withUnsafeMutablePointer(to: &properties) { properties in
        var bytes = [UInt8](repeating: 0, count: 128 << 10)
        let size = bytes.withUnsafeMutableBytes { buffer in
          amqp_encode_properties(
            UInt16(AMQP_BASIC_CLASS), properties, amqp_bytes_t(len: buffer.count, bytes: buffer.baseAddress))
        }
        return size < 0 ? nil : Array(bytes[..<Int(size)])
      }
    }
  }

  func queue(ofConsumer tag: amqp_bytes_t) -> String { Connection.queue(ofConsumer: tag, among: queues) }

  func answerClose(_ method: amqp_method_t) -> BrokerError { Connection.error(closing: method, "recorded frames") }
}
