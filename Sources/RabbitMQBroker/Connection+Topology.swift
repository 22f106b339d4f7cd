import CRabbitMQ
import ClaimModel
import Office

extension Connection {
  /// Declares everything in `topology`, in the order exchanges, queues, bindings. What is shared is looked for first, and
  /// declared and bound only where it is missing.
  func declare(_ topology: Topology) throws(BrokerError) {
    for exchange in topology.exchanges {
      if exchange.isShared, try isThere(exchange) { continue }
      let declaration = { self.requestDeclaration(of: exchange, isPassive: false) }
      try declare("exchange \(exchange.name)", isShared: exchange.isShared, declaration)
    }
    // The queues of others that a broker keeps from this user are not looked for one by one: each try costs a channel.
    var mayLook = true
    var boundElsewhere: Set<String> = []
    for queue in topology.queues {
      if queue.isShared {
        guard mayLook else {
          boundElsewhere.insert(queue.name)
          continue
        }
        switch try look(for: queue) {
        case .there:
          boundElsewhere.insert(queue.name)
          continue
        case .kept:
          mayLook = false
          boundElsewhere.insert(queue.name)
          continue
        case .missing: break
        }
      }
      let declaration = { self.requestDeclaration(of: queue, isPassive: false) }
      try declare("queue \(queue.name)", isShared: queue.isShared, declaration)
    }
    for binding in topology.bindings where !boundElsewhere.contains(binding.queue) { try bind(binding) }
  }

  private func declare(_ what: String, isShared: Bool, _ request: () -> Void) throws(BrokerError) {
    request()
    let reply = amqp_get_rpc_reply(state)
    if isShared, Reply.closingCode(reply) == AMQP_ACCESS_REFUSED {
      throw BrokerError(
        .refused, operation: "declare \(what)",
        reason: "it does not exist, and this user may not declare it; import the broker's definitions first")
    }
    try Reply.check(reply, "declare \(what)")
    amqp_maybe_release_buffers(state)
  }

  private func bind(_ binding: Topology.Binding) throws(BrokerError) {
    withBytes(binding.queue) { queue in
      withBytes(binding.exchange) { exchange in
        _ = withBytes(binding.key) { key in
          amqp_queue_bind(state, Self.channel, queue, exchange, key, amqp_empty_table)
        }
      }
    }
    try Reply.check(
      amqp_get_rpc_reply(state), "bind queue \(binding.queue) to \(binding.exchange) with \(binding.key)")
    amqp_maybe_release_buffers(state)
  }

  /// What a passive declaration tells.
  private enum Finding {
    case there, missing
    /// The broker does not tell this user. RabbitMQ 4.2.6 and later ask for a permission; earlier ones tell everybody.
    case kept
  }

  private func isThere(_ exchange: Topology.Exchange) throws(BrokerError) -> Bool {
    requestDeclaration(of: exchange, isPassive: true)
    // An exchange that is kept from this user is another's business; a binding or a message to it would tell.
    return try finding("look for exchange \(exchange.name)") != .missing
  }

  private func look(for queue: Topology.Queue) throws(BrokerError) -> Finding {
    requestDeclaration(of: queue, isPassive: true)
    return try finding("look for queue \(queue.name)")
  }

  private func finding(_ operation: String) throws(BrokerError) -> Finding {
    let reply = amqp_get_rpc_reply(state)
    let finding: Finding
    switch Reply.closingCode(reply) {
    case AMQP_NOT_FOUND: finding = .missing
    case AMQP_ACCESS_REFUSED: finding = .kept
    default:
      try Reply.check(reply, operation)
      amqp_maybe_release_buffers(state)
      return .there
    }
    try reopenChannel(operation)
    return finding
  }

  /// Opens the channel again that the broker has closed.
  private func reopenChannel(_ operation: String) throws(BrokerError) {
    var answer = amqp_channel_close_ok_t()
    try Reply.check(amqp_send_method(state, Self.channel, AMQP_CHANNEL_CLOSE_OK_METHOD, &answer), operation)
    amqp_maybe_release_buffers(state)
    amqp_channel_open(state, Self.channel)
    try Reply.check(amqp_get_rpc_reply(state), operation)
    amqp_maybe_release_buffers(state)
  }

  private func requestDeclaration(of exchange: Topology.Exchange, isPassive: Bool) {
    withBytes(exchange.name) { name in
      _ = withBytes(exchange.kind.rawValue) { kind in
        amqp_exchange_declare(state, Self.channel, name, kind, isPassive ? 1 : 0, 1, 0, 0, amqp_empty_table)
      }
    }
  }

  private func requestDeclaration(of queue: Topology.Queue, isPassive: Bool) {
    var arguments = queue.arguments
    if let type = queue.kind.argument { arguments["x-queue-type"] = .text(type) }
    let isExclusive: amqp_boolean_t = queue.kind == .exclusive ? 1 : 0
    let table = ArgumentTable(arguments)
    withBytes(queue.name) { name in
      _ = amqp_queue_declare(
        state, Self.channel, name, isPassive ? 1 : 0, 1 - isExclusive, isExclusive, 0, table.table)
    }
  }

  /// Puts the channel into confirm mode.
  func enableConfirms() throws(BrokerError) {
    amqp_confirm_select(state, Self.channel)
    try Reply.check(amqp_get_rpc_reply(state), "enable confirms")
    amqp_maybe_release_buffers(state)
  }

  /// Starts consuming with at most `prefetch` unacknowledged deliveries for each queue.
  func consume(_ subscriptions: [QueueSubscription], prefetch: Int) throws(BrokerError) {
    (self.subscriptions, self.prefetch) = (subscriptions, prefetch)
    queues = subscriptions.map(\.queue)
    amqp_basic_qos(state, Self.channel, 0, UInt16(clamping: max(prefetch, 1)), 0)
    try Reply.check(amqp_get_rpc_reply(state), "set the prefetch count")
    for (index, subscription) in subscriptions.enumerated() {
      let table = ArgumentTable(subscription.streamOffset)
      withBytes(subscription.queue) { queue in
        _ = withBytes(String(index)) { tag in
          amqp_basic_consume(state, Self.channel, queue, tag, 0, 0, 0, table.table)
        }
      }
      // Deliveries that come meanwhile stay queued in the library: its buffers are not released here.
      try Reply.check(amqp_get_rpc_reply(state), "consume \(subscription.queue)")
    }
  }

  /// Closes the channel and opens it again with its consumers.
  /// - Returns: what the broker has told meanwhile. Deliveries that it had sent before are void.
  func consumeAnew() throws(BrokerError) -> [Notice] {
    let operation = "consume anew"
    try Reply.check(amqp_channel_close(state, Self.channel, AMQP_REPLY_SUCCESS), operation)
    // Until the broker's answer the library has queued what came before it. Nothing of the channel comes after it.
    var notices: [Notice] = []
    while amqp_frames_enqueued(state) != 0 {
      var frame = amqp_frame_t()
      var noTime = superbill_timeval(0, 0)
      let status = amqp_simple_wait_frame_noblock(state, &frame, &noTime)
      guard status == AMQP_STATUS_OK.rawValue else { throw Reply.error(status, operation) }
      if frame.channel == 0, case .notice(let notice)? = try frames.event(of: frame, on: self) {
        notices.append(notice)
      }
    }
    frames = FrameAssembler()
    amqp_maybe_release_buffers(state)
    amqp_channel_open(state, Self.channel)
    try Reply.check(amqp_get_rpc_reply(state), operation)
    try consume(subscriptions, prefetch: prefetch)
    return notices
  }

  /// The queue that a consumer's tag stands for.
  func queue(ofConsumer tag: amqp_bytes_t) -> String { Self.queue(ofConsumer: tag, among: queues) }

  /// The queue of `queues` whose position is a consumer's tag; empty for a tag that is not ours.
  static func queue(ofConsumer tag: amqp_bytes_t, among queues: [String]) -> String {
    // The broker chooses what it sends: not every tag is a number, and not every number is small.
    guard (1...6).contains(tag.buffer.count) else { return "" }
    var index = 0
    for byte in tag.buffer {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return "" }
      index = index * 10 + Int(digit)
    }
    return index < queues.count ? queues[index] : ""
  }
}

extension Topology.Queue.Kind {
  /// The value of `x-queue-type`.
  fileprivate var argument: String? {
    switch self {
    case .quorum: "quorum"
    case .stream: "stream"
    case .exclusive: nil
    }
  }
}

/// A table of arguments in memory of its own, freed with it.
private final class ArgumentTable {
  private var entries: [amqp_table_entry_t] = []
  private let storage: UnsafeMutablePointer<amqp_table_entry_t>

  /// The table for the library.
  var table: amqp_table_t { amqp_table_t(num_entries: Int32(entries.count), entries: storage) }

  /// Queue arguments, in the order of their names.
  init(_ arguments: [String: Topology.Queue.Argument]) {
    storage = .allocate(capacity: arguments.count)
    for (name, argument) in arguments.sorted(by: { $0.key < $1.key }) {
      var entry = amqp_table_entry_t()
      entry.key = Self.copy(name)
      switch argument {
      case .integer(let number):
        entry.value.kind = UInt8(truncatingIfNeeded: AMQP_FIELD_KIND_I64.rawValue)
        entry.value.value.i64 = number
      case .text(let text):
        entry.value.kind = UInt8(truncatingIfNeeded: AMQP_FIELD_KIND_UTF8.rawValue)
        entry.value.value.bytes = Self.copy(text)
      }
      entries.append(entry)
    }
    storage.initialize(from: entries, count: entries.count)
  }

  /// A consumer's arguments.
  init(_ offset: QueueSubscription.StreamOffset?) {
    storage = .allocate(capacity: 1)
    guard let offset else { return }
    var entry = amqp_table_entry_t()
    entry.key = Self.copy(HeaderName.streamOffset)
    switch offset {
    case .first, .next:
      entry.value.kind = UInt8(truncatingIfNeeded: AMQP_FIELD_KIND_UTF8.rawValue)
      entry.value.value.bytes = Self.copy(offset == .first ? "first" : "next")
    case .offset(let number):
      entry.value.kind = UInt8(truncatingIfNeeded: AMQP_FIELD_KIND_I64.rawValue)
      entry.value.value.i64 = number
    case .timestamp(let timestamp):
      entry.value.kind = UInt8(truncatingIfNeeded: AMQP_FIELD_KIND_TIMESTAMP.rawValue)
      entry.value.value.u64 = UInt64(max(timestamp.milliseconds, 0) / 1_000)
    }
    entries.append(entry)
    storage.initialize(from: entries, count: entries.count)
  }

  deinit {
    for entry in entries {
      amqp_bytes_free(entry.key)
      if entry.value.kind == UInt8(truncatingIfNeeded: AMQP_FIELD_KIND_UTF8.rawValue) {
        amqp_bytes_free(entry.value.value.bytes)
      }
    }
    storage.deallocate()
  }

  private static func copy(_ text: String) -> amqp_bytes_t { withBytes(text, amqp_bytes_malloc_dup) }
}
