import CRabbitMQ
import ClaimModel
import Office

extension Connection {
  /// Declares everything in `topology`, in the order exchanges, queues, bindings.
  func declare(_ topology: Topology) throws(BrokerError) {
    for exchange in topology.exchanges {
      withBytes(exchange.name) { name in
        _ = withBytes(exchange.kind.rawValue) { kind in
          amqp_exchange_declare(state, Self.channel, name, kind, 0, 1, 0, 0, amqp_empty_table)
        }
      }
      try Reply.check(amqp_get_rpc_reply(state), "declare exchange \(exchange.name)")
      amqp_maybe_release_buffers(state)
    }
    for queue in topology.queues {
      var arguments = queue.arguments
      if let type = queue.kind.argument { arguments["x-queue-type"] = .text(type) }
      let isExclusive: amqp_boolean_t = queue.kind == .exclusive ? 1 : 0
      let table = ArgumentTable(arguments)
      withBytes(queue.name) { name in
        _ = amqp_queue_declare(state, Self.channel, name, 0, 1 - isExclusive, isExclusive, 0, table.table)
      }
      try Reply.check(amqp_get_rpc_reply(state), "declare queue \(queue.name)")
      amqp_maybe_release_buffers(state)
    }
    for binding in topology.bindings {
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
  }

  /// Puts the channel into confirm mode.
  func enableConfirms() throws(BrokerError) {
    amqp_confirm_select(state, Self.channel)
    try Reply.check(amqp_get_rpc_reply(state), "enable confirms")
    amqp_maybe_release_buffers(state)
  }

  /// Starts consuming with at most `prefetch` unacknowledged deliveries for each queue.
  func consume(_ subscriptions: [QueueSubscription], prefetch: Int) throws(BrokerError) {
    amqp_basic_qos(state, Self.channel, 0, UInt16(clamping: max(prefetch, 1)), 0)
    try Reply.check(amqp_get_rpc_reply(state), "set the prefetch count")
    queues = subscriptions.map(\.queue)
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

  /// The queue that a consumer's tag stands for.
  func queue(ofConsumer tag: amqp_bytes_t) -> String {
    var index = 0
    for byte in tag.buffer { index = index * 10 + Int(byte &- UInt8(ascii: "0")) }
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
