import CRabbitMQ
import Glibc
import Office

/// One connection to the broker with one channel: what the library's functions do, with errors as ``BrokerError``.
///
/// Not for two threads at once. Whoever calls `nextEvent` at least four times a second keeps the heartbeats going:
/// the library does nothing in the background (alanxz/rabbitmq-c#418).
final class Connection {
  /// The only channel; waiting on one of several could drop frames of another.
  static let channel: amqp_channel_t = 1

  let state: amqp_connection_state_t
  /// `host:port`, for errors.
  let endpoint: String
  /// The name of the queue that each consumer tag stands for.
  var queues: [String] = []
  /// What is consumed, and how much of each queue may be unacknowledged.
  var subscriptions: [QueueSubscription] = []
  var prefetch = 0
  let writer: PropertyWriter
  /// Where publications are laid together; `nil` over TLS, where only the library can write.
  private var outgoing: FrameBuffer?
  var frames = FrameAssembler()

  /// Connects, logs in and opens the channel.
  init(_ configuration: RabbitMQConfiguration, name: String) throws(BrokerError) {
    signal(SIGPIPE, SIG_IGN)
    endpoint = configuration.endpoint
    let operation = "connect to \(configuration.endpoint)"
    guard let state = amqp_new_connection() else { preconditionFailure("out of memory") }
    self.state = state
    writer = PropertyWriter(user: configuration.user)

    let socket = try Self.socket(state, configuration.tls)
    var connectTimeout = configuration.connectTimeout.timeval
    amqp_set_handshake_timeout(state, &connectTimeout)
    var callTimeout = configuration.callTimeout.timeval
    amqp_set_rpc_timeout(state, &callTimeout)

    let status = amqp_socket_open_noblock(socket, configuration.host, Int32(configuration.port), &connectTimeout)
    guard status == AMQP_STATUS_OK.rawValue else {
      throw Self.explained(Self.connectError(status, operation), configuration.tls)
    }
    let heartbeat = Int32(clamping: min(max(configuration.heartbeat.components.seconds, 1), 65_535))
    let reply = superbill_login(
      state, configuration.virtualHost, heartbeat, configuration.user, configuration.password, name)
    do throws(BrokerError) {
      try Reply.check(reply, operation)
    } catch {
      throw Self.explained(Self.loginError(error, reply, configuration.tls), configuration.tls)
    }
    if configuration.tls == nil {
      outgoing = FrameBuffer(channel: Self.channel, largestFrame: Int(amqp_get_frame_max(state)))
    }
    amqp_channel_open(state, Self.channel)
    try Reply.check(amqp_get_rpc_reply(state), operation)
  }

  deinit { amqp_destroy_connection(state) }

  /// The socket's descriptor, to poll.
  var socketDescriptor: Int32 { amqp_get_sockfd(state) }

  /// What came next; `nil` when nothing more has come. Never waits.
  func nextEvent() throws(BrokerError) -> Event? {
    while true {
      // What the last frame pointed to has been copied.
      amqp_maybe_release_buffers(state)
      var frame = amqp_frame_t()
      var noTime = superbill_timeval(0, 0)
      let status = amqp_simple_wait_frame_noblock(state, &frame, &noTime)
      if status == AMQP_STATUS_TIMEOUT.rawValue { return nil }
      guard status == AMQP_STATUS_OK.rawValue else { throw Reply.error(status, "stay connected to \(endpoint)") }
      if let event = try frames.event(of: frame, on: self) { return event }
    }
  }

  /// Acknowledges every delivery up to `tag`.
  func acknowledge(upTo tag: UInt64) throws(BrokerError) {
    try Reply.check(amqp_basic_ack(state, Self.channel, tag, 1), "acknowledge")
  }

  /// Acknowledges one delivery.
  func acknowledge(only tag: UInt64) throws(BrokerError) {
    try Reply.check(amqp_basic_ack(state, Self.channel, tag, 0), "acknowledge")
  }

  /// Hands messages to the socket. The caller checks that the socket takes data: this waits without limit.
  func publish(_ publications: ArraySlice<Publication>) throws(BrokerError) {
    cork(true)
    defer { cork(false) }
    for publication in publications {
      let status = writer.write(publication) { exchange, key, properties in
        publication.message.body.withUnsafeBytes { body in
          publish(exchange, key, isMandatory: publication.isDurable, &properties, body)
        }
      }
      try Reply.check(status, "publish")
    }
    if let outgoing { try Reply.check(outgoing.flush(to: socketDescriptor), "publish") }
  }

  private func publish(
    _ exchange: amqp_bytes_t, _ key: amqp_bytes_t, isMandatory: Bool, _ properties: inout amqp_basic_properties_t,
    _ body: UnsafeRawBufferPointer
  ) -> Int32 {
    guard let outgoing else {
      let content = amqp_bytes_t(len: body.count, bytes: UnsafeMutableRawPointer(mutating: body.baseAddress))
      return amqp_basic_publish(state, Self.channel, exchange, key, isMandatory ? 1 : 0, 0, &properties, content)
    }
    var method = amqp_basic_publish_t(
      ticket: 0, exchange: exchange, routing_key: key, mandatory: isMandatory ? 1 : 0, immediate: 0)
    return outgoing.publish(&method, &properties, body, to: socketDescriptor)
  }

  /// Holds small writes back until it is called with false: a batch leaves in large segments also where the library writes.
  private func cork(_ isHeld: Bool) {
    guard outgoing == nil else { return }
    var value: Int32 = isHeld ? 1 : 0
    setsockopt(socketDescriptor, Int32(IPPROTO_TCP), TCP_CORK, &value, socklen_t(MemoryLayout<Int32>.size))
  }

  /// Asks for a queue's depth; the answer comes as an event.
  func requestDepth(of queue: String) throws(BrokerError) {
    let status = withBytes(queue) { name in
      var request = amqp_queue_declare_t()
      request.queue = name
      request.passive = 1
      return amqp_send_method(state, Self.channel, AMQP_QUEUE_DECLARE_METHOD, &request)
    }
    try Reply.check(status, "inspect queue \(queue)")
  }

  /// Says goodbye and waits for the answer, which comes after everything sent before has been handled.
  func close(within limit: Duration) {
    var timeout = limit.timeval
    amqp_set_rpc_timeout(state, &timeout)
    _ = amqp_connection_close(state, AMQP_REPLY_SUCCESS)
  }

  /// `error`, with what is likely when a broker hangs up on a login instead of answering it.
  private static func loginError(
    _ error: BrokerError, _ reply: amqp_rpc_reply_t, _ tls: RabbitMQConfiguration.TLS?
  ) -> BrokerError {
    let hungUp = [AMQP_STATUS_SOCKET_ERROR, AMQP_STATUS_CONNECTION_CLOSED, AMQP_STATUS_SSL_ERROR]
    guard reply.reply_type == AMQP_RESPONSE_LIBRARY_EXCEPTION,
      hungUp.contains(where: { $0.rawValue == reply.library_error })
    else { return error }
    let reason =
      switch tls {
      case nil: "the broker closed the connection before the login; the port may be one for amqps"
      case let tls? where tls.certificateFile == nil:
        "the broker closed the connection after the TLS handshake; it may ask for a client's certificate"
      default: "the broker closed the connection after the TLS handshake; it may not accept the client's certificate"
      }
    return BrokerError(error.code, operation: error.operation, reason: reason)
  }

  private static func connectError(_ status: Int32, _ operation: String) -> BrokerError {
    let error = Reply.error(status, operation)
    switch status {
    case AMQP_STATUS_SOCKET_ERROR.rawValue, AMQP_STATUS_TCP_ERROR.rawValue:
      return BrokerError(.unreachable, operation: operation, reason: "the connection was refused")
    case AMQP_STATUS_TIMEOUT.rawValue:
      return BrokerError(.unreachable, operation: operation, reason: "nothing answered in time")
    default:
      return error
    }
  }
}

/// What comes from the broker.
enum Event {
  /// A message to a consumer.
  case delivery(Delivery)
  /// Anything else.
  case notice(Notice)
}

/// What comes from the broker beside deliveries.
enum Notice {
  /// The broker's answer for one publication, or all up to it.
  case settled(sequence: UInt64, multiple: Bool, isRefused: Bool)
  /// A message that no queue takes.
  case returned(ReturnedMessage)
  /// The broker holds publishers back.
  case blocked(reason: String)
  /// It no longer does.
  case unblocked
  /// The answer to a request for a queue's depth.
  case depth(QueueDepth)
}

extension Duration {
  /// The duration as the library takes it, at most a day.
  fileprivate var timeval: timeval {
    superbill_timeval(
      Int(min(max(components.seconds, 0), 86_400)), Int(max(components.attoseconds, 0) / 1_000_000_000_000))
  }
}

/// Runs `body` with the bytes of `text`.
func withBytes<Result>(_ text: String, _ body: (amqp_bytes_t) -> Result) -> Result {
  var text = text
  return text.withUTF8 { utf8 in
    body(amqp_bytes_t(len: utf8.count, bytes: UnsafeMutableRawPointer(mutating: utf8.baseAddress)))
  }
}
