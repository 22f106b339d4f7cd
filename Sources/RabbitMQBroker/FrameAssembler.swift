import CRabbitMQ
import ClaimModel
import Office

/// A message that the broker gave back because no queue takes it.
struct ReturnedMessage {
  /// Its id; `nil` when it cannot be read.
  var id: MessageID?
  /// Where it was sent.
  var route: Route
  /// The broker's words.
  var reason: String
}

/// What the assembly of frames needs of the connection they came over.
protocol FrameSource {
  /// The queue that a consumer's tag stands for; empty when it stands for none.
  func queue(ofConsumer tag: amqp_bytes_t) -> String
  /// Sends the answer to a `channel.close` or `connection.close`, and tells why the broker closed.
  func answerClose(_ method: amqp_method_t) -> BrokerError
}

/// Puts frames together to events: a delivery or a return is a method, a header and any number of body frames.
struct FrameAssembler {
  private enum Content {
    case delivery(tag: UInt64, queue: String, route: Route, isRedelivered: Bool)
    case returned(route: Route, reason: String)
  }

  /// RabbitMQ's own limit for a message.
  private static let largestBody: UInt64 = 512 << 20

  private var content: Content?
  private var properties: Delivery.Content?
  private var userID = ""
  private var body: [UInt8] = []
  private var missingBytes = 0
  private var reader = PropertyReader()

  /// Takes the next frame; copies what it keeps of it.
  mutating func event(of frame: amqp_frame_t, on connection: some FrameSource) throws(BrokerError) -> Event? {
    switch Int32(frame.frame_type) {
    case AMQP_FRAME_METHOD: return try event(of: frame.payload.method, on: connection)
    case AMQP_FRAME_HEADER: return try start(frame)
    case AMQP_FRAME_BODY: return try add(frame.payload.body_fragment.buffer)
    default: return nil
    }
  }

  private mutating func start(_ frame: amqp_frame_t) throws(BrokerError) -> Event? {
    let header = frame.payload.properties
    guard content != nil, properties == nil, let decoded = header.decoded, header.body_size <= Self.largestBody else {
      throw Self.unexpected
    }
    let decodedProperties = decoded.assumingMemoryBound(to: amqp_basic_properties_t.self).pointee
    properties = reader.content(decodedProperties)
    userID = reader.userID(decodedProperties)
    missingBytes = Int(header.body_size)
    body = []
    return missingBytes == 0 ? finish() : nil
  }

  private mutating func add(_ fragment: UnsafeRawBufferPointer) throws(BrokerError) -> Event? {
    guard properties != nil, fragment.count <= missingBytes else { throw Self.unexpected }
    if body.isEmpty, fragment.count == missingBytes {
      body = Array(fragment)
    } else {
      // Memory for as much as has come, not for as much as was announced.
      body.append(contentsOf: fragment)
    }
    missingBytes -= fragment.count
    return missingBytes == 0 ? finish() : nil
  }

  private mutating func finish() -> Event? {
    // Taken, not copied: each copy would count references to every text.
    var body: [UInt8] = []
    swap(&body, &self.body)
    switch (content.take(), properties.take()) {
    case (.delivery(let tag, let queue, let route, let isRedelivered), .message(var message)):
      message.body = body
      return .delivery(
        Delivery(
          tag: tag, queue: queue, route: route, isRedelivered: isRedelivered, userID: userID,
          content: .message(message)))
    case (.delivery(let tag, let queue, let route, let isRedelivered), .malformed(var malformed)):
      malformed.body = body
      return .delivery(
        Delivery(
          tag: tag, queue: queue, route: route, isRedelivered: isRedelivered, userID: userID,
          content: .malformed(malformed)))
    case (.returned(let route, let reason), .message(let message)):
      return .notice(.returned(ReturnedMessage(id: message.id, route: route, reason: reason)))
    case (.returned(let route, let reason), .malformed):
      return .notice(.returned(ReturnedMessage(id: nil, route: route, reason: reason)))
    default:
      return nil
    }
  }

  private mutating func event(
    of method: amqp_method_t, on connection: some FrameSource
  ) throws(BrokerError) -> Event? {
    guard let decoded = method.decoded else { throw Self.unexpected }
    switch method.id {
    case AMQP_BASIC_DELIVER_METHOD:
      let deliver = decoded.assumingMemoryBound(to: amqp_basic_deliver_t.self).pointee
      content = .delivery(
        tag: deliver.delivery_tag, queue: connection.queue(ofConsumer: deliver.consumer_tag),
        route: reader.route(exchange: deliver.exchange, key: deliver.routing_key),
        isRedelivered: deliver.redelivered != 0)
    case AMQP_BASIC_RETURN_METHOD:
      let returned = decoded.assumingMemoryBound(to: amqp_basic_return_t.self).pointee
      content = .returned(
        route: reader.route(exchange: returned.exchange, key: returned.routing_key),
        reason: Reply.words(returned.reply_text, returned.reply_code))
    case AMQP_BASIC_ACK_METHOD:
      let ack = decoded.assumingMemoryBound(to: amqp_basic_ack_t.self).pointee
      return .notice(.settled(sequence: ack.delivery_tag, multiple: ack.multiple != 0, isRefused: false))
    case AMQP_BASIC_NACK_METHOD:
      let nack = decoded.assumingMemoryBound(to: amqp_basic_nack_t.self).pointee
      return .notice(.settled(sequence: nack.delivery_tag, multiple: nack.multiple != 0, isRefused: true))
    case AMQP_CONNECTION_BLOCKED_METHOD:
      return .notice(
        .blocked(reason: decoded.assumingMemoryBound(to: amqp_connection_blocked_t.self).pointee.reason.text))
    case AMQP_CONNECTION_UNBLOCKED_METHOD:
      return .notice(.unblocked)
    case AMQP_QUEUE_DECLARE_OK_METHOD:
      let answer = decoded.assumingMemoryBound(to: amqp_queue_declare_ok_t.self).pointee
      return .notice(.depth(QueueDepth(ready: Int(answer.message_count), consumers: Int(answer.consumer_count))))
    case AMQP_BASIC_CANCEL_METHOD:
      let tag = decoded.assumingMemoryBound(to: amqp_basic_cancel_t.self).pointee.consumer_tag
      throw BrokerError(
        .refused, operation: "consume \(connection.queue(ofConsumer: tag))",
        reason: "the broker cancelled the consumer; its queue was deleted or moved")
    case AMQP_CHANNEL_CLOSE_METHOD, AMQP_CONNECTION_CLOSE_METHOD:
      throw connection.answerClose(method)
    default:
      break
    }
    return nil
  }

  private static let unexpected = BrokerError(
    .unreachable, operation: "read from the broker", reason: "a frame came out of order")
}

extension Connection: FrameSource {
  /// Sends the answer that the library leaves to us (alanxz/rabbitmq-c#479), and tells why the broker closed.
  func answerClose(_ method: amqp_method_t) -> BrokerError {
    // The text is copied before the library sends and may reuse its buffers.
    let error = Self.error(closing: method, endpoint)
    if method.id == AMQP_CONNECTION_CLOSE_METHOD {
      var answer = amqp_connection_close_ok_t()
      amqp_send_method(state, 0, AMQP_CONNECTION_CLOSE_OK_METHOD, &answer)
    } else {
      var answer = amqp_channel_close_ok_t()
      amqp_send_method(state, Self.channel, AMQP_CHANNEL_CLOSE_OK_METHOD, &answer)
    }
    return error
  }

  /// Why the broker closed.
  static func error(closing method: amqp_method_t, _ endpoint: String) -> BrokerError {
    Reply.closing(method, operation: operation(closing: method, endpoint))
      ?? BrokerError(.unreachable, operation: "stay connected to \(endpoint)", reason: "the broker closed")
  }

  /// What we were doing, by the method that the broker blames.
  private static func operation(closing method: amqp_method_t, _ endpoint: String) -> String {
    var blamed: UInt32 = 0
    if method.id == AMQP_CHANNEL_CLOSE_METHOD, let decoded = method.decoded {
      let close = decoded.assumingMemoryBound(to: amqp_channel_close_t.self).pointee
      blamed = UInt32(close.class_id) << 16 | UInt32(close.method_id)
    }
    switch blamed {
    case AMQP_BASIC_PUBLISH_METHOD: return "publish"
    case AMQP_BASIC_ACK_METHOD: return "acknowledge"
    case AMQP_BASIC_CONSUME_METHOD: return "consume"
    case AMQP_QUEUE_DECLARE_METHOD: return "inspect a queue"
    default: return "stay connected to \(endpoint)"
    }
  }
}
