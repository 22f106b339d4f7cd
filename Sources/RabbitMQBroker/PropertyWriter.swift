import CRabbitMQ
import ClaimModel
import Office

/// Writes a publication's properties for the library, into memory that is used again for the next one.
///
/// Belongs to one thread. What `write` hands out is valid until its closure returns.
final class PropertyWriter {
  private var arena = UnsafeMutableRawPointer.allocate(byteCount: 4_096, alignment: 1)
  private var capacity = 4_096
  private var used = 0
  private var entries = UnsafeMutablePointer<amqp_table_entry_t>.allocate(capacity: 16)
  private var entryCapacity = 16
  private var entryCount = 0
  private let user: amqp_bytes_t

  /// A writer that signs messages as `user`.
  init(user: String) {
    self.user = user.withCString { amqp_bytes_malloc_dup(amqp_cstring_bytes($0)) }
  }

  deinit {
    arena.deallocate()
    entries.deallocate()
    amqp_bytes_free(user)
  }

  /// Why `publication` cannot be written: short strings hold 255 bytes, and all properties together must fit a frame.
  ///
  /// The library would notice only after it has sent the first frame of the message, and ruin the channel.
  static func flaw(in publication: Publication) -> String? {
    let message = publication.message
    if let name = tooLong("exchange", publication.route.exchange) ?? tooLong("routing key", publication.route.key)
      ?? tooLong("type", message.type) ?? tooLong("correlation", message.correlation)
      ?? tooLong("app id", message.appID) ?? tooLong("content type", message.contentType)
    {
      return "the \(name) is longer than 255 bytes"
    }
    var size = message.traceParent.utf8.count
    for (key, value) in message.headers {
      guard key.utf8.count <= 255 else { return "a header's name is longer than 255 bytes" }
      size += key.utf8.count + value.utf8.count + 8
    }
    return size > 100_000 ? "the headers are larger than 100,000 bytes" : nil
  }

  /// `name` when `text` is too long for a short string.
  private static func tooLong(_ name: StaticString, _ text: String) -> StaticString? {
    text.utf8.count > 255 ? name : nil
  }

  /// Runs `body` with exchange, routing key and properties of `publication`.
  func write<Result>(
    _ publication: Publication,
    _ body: (_ exchange: amqp_bytes_t, _ key: amqp_bytes_t, _ properties: inout amqp_basic_properties_t) -> Result
  ) -> Result {
    let message = publication.message
    reserve(for: publication)
    let exchange = bytes(publication.route.exchange)
    let key = bytes(publication.route.key)

    var properties = amqp_basic_properties_t()
    properties._flags = Self.flags
    properties.content_type = bytes(message.contentType)
    properties.delivery_mode = UInt8(
      truncatingIfNeeded: (publication.isDurable ? AMQP_DELIVERY_PERSISTENT : AMQP_DELIVERY_NONPERSISTENT).rawValue)
    properties.correlation_id = bytes(message.correlation)
    properties.message_id = bytes(message.id)
    properties.timestamp = UInt64(max(message.timestamp.milliseconds, 0) / 1_000)
    properties.type = bytes(message.type)
    properties.user_id = user
    properties.app_id = bytes(message.appID)

    addNumber("timestamp-ms", message.timestamp.milliseconds)
    if message.attempt > 0 { addNumber("attempt", Int64(message.attempt)) }
    if let causation = message.causation { addText("causation-id", bytes(causation)) }
    if !message.traceParent.isEmpty { addText("traceparent", bytes(message.traceParent)) }
    for (name, value) in message.headers where !HeaderName.isReserved(name) {
      add(amqp_table_entry_t(key: bytes(name), value: Self.text(bytes(value))))
    }
    properties.headers = amqp_table_t(num_entries: Int32(entryCount), entries: entries)
    return body(exchange, key, &properties)
  }

  private static let flags =
    amqp_flags_t(AMQP_BASIC_CONTENT_TYPE_FLAG) | amqp_flags_t(AMQP_BASIC_HEADERS_FLAG)
    | amqp_flags_t(AMQP_BASIC_DELIVERY_MODE_FLAG) | amqp_flags_t(AMQP_BASIC_CORRELATION_ID_FLAG)
    | amqp_flags_t(AMQP_BASIC_MESSAGE_ID_FLAG) | amqp_flags_t(AMQP_BASIC_TIMESTAMP_FLAG)
    | amqp_flags_t(AMQP_BASIC_TYPE_FLAG) | amqp_flags_t(AMQP_BASIC_USER_ID_FLAG)
    | amqp_flags_t(AMQP_BASIC_APP_ID_FLAG)

  /// Makes room for all texts before the first pointer is handed out, so that none moves.
  private func reserve(for publication: Publication) {
    let message = publication.message
    var size = 72 + publication.route.exchange.utf8.count + publication.route.key.utf8.count
    size += message.contentType.utf8.count + message.correlation.utf8.count + message.type.utf8.count
    size += message.appID.utf8.count + message.traceParent.utf8.count
    for (name, value) in message.headers { size += name.utf8.count + value.utf8.count }
    if size > capacity {
      arena.deallocate()
      capacity = size * 2
      arena = .allocate(byteCount: capacity, alignment: 1)
    }
    if message.headers.count + 4 > entryCapacity {
      entries.deallocate()
      entryCapacity = (message.headers.count + 4) * 2
      entries = .allocate(capacity: entryCapacity)
    }
    used = 0
    entryCount = 0
  }

  private func bytes(_ text: String) -> amqp_bytes_t {
    let start = arena + used
    var text = text
    let count = text.withUTF8 { utf8 in
      if let source = utf8.baseAddress { start.copyMemory(from: source, byteCount: utf8.count) }
      return utf8.count
    }
    used += count
    return amqp_bytes_t(len: count, bytes: start)
  }

  /// The id as a UUID in lower case.
  private func bytes(_ id: MessageID) -> amqp_bytes_t {
    let start = arena + used
    let count = id.write(to: start.assumingMemoryBound(to: UInt8.self))
    used += count
    return amqp_bytes_t(len: count, bytes: start)
  }

  private func addNumber(_ name: StaticString, _ number: Int64) {
    var value = amqp_field_value_t()
    value.kind = UInt8(truncatingIfNeeded: AMQP_FIELD_KIND_I64.rawValue)
    value.value.i64 = number
    add(amqp_table_entry_t(key: amqp_bytes_t(name), value: value))
  }

  private func addText(_ name: StaticString, _ text: amqp_bytes_t) {
    add(amqp_table_entry_t(key: amqp_bytes_t(name), value: Self.text(text)))
  }

  private func add(_ entry: amqp_table_entry_t) {
    (entries + entryCount).initialize(to: entry)
    entryCount += 1
  }

  private static func text(_ bytes: amqp_bytes_t) -> amqp_field_value_t {
    var value = amqp_field_value_t()
    value.kind = UInt8(truncatingIfNeeded: AMQP_FIELD_KIND_UTF8.rawValue)
    value.value.bytes = bytes
    return value
  }
}

/// The headers that are fields of a ``WireMessage``, and the one that a stream queue adds.
enum HeaderName {
  static let timestamp = "timestamp-ms"
  static let attempt = "attempt"
  static let causation = "causation-id"
  static let trace = "traceparent"
  static let streamOffset = "x-stream-offset"

  /// Whether a further header must not have this name.
  static func isReserved(_ name: String) -> Bool {
    name == timestamp || name == attempt || name == causation || name == trace || name == streamOffset
  }
}

extension amqp_bytes_t {
  /// The bytes of a text in the program itself; never freed.
  init(_ text: StaticString) {
    self.init(len: text.utf8CodeUnitCount, bytes: UnsafeMutableRawPointer(mutating: text.utf8Start))
  }

  /// The bytes, valid as long as the library keeps them.
  var buffer: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : len) }

  /// A copy as text; bytes that are not UTF-8 are replaced.
  var text: String { String(decoding: buffer, as: UTF8.self) }
}
