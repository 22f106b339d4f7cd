import CRabbitMQ
import ClaimModel
import Glibc
import Office

/// Reads a message's properties by the rules of ``WireMessage``.
///
/// Belongs to one thread. Texts that repeat from message to message (exchange, type, …) are shared, not copied.
struct PropertyReader {
  private var exchange = TextMemo()
  private var key = TextMemo()
  private var type = TextMemo()
  private var correlation = TextMemo()
  private var appID = TextMemo()
  private var contentType = TextMemo()
  private var userID = TextMemo()

  /// The route of a delivery or a return.
  mutating func route(exchange: amqp_bytes_t, key: amqp_bytes_t) -> Route {
    Route(exchange: self.exchange.text(exchange.buffer), key: self.key.text(key.buffer))
  }

  /// The broker's user who published a message; empty when it does not tell.
  mutating func userID(_ properties: amqp_basic_properties_t) -> String {
    properties.has(AMQP_BASIC_USER_ID_FLAG) ? userID.text(properties.user_id.buffer) : ""
  }

  /// The message without its body, or what can be read of one that breaks the rules.
  mutating func content(_ properties: amqp_basic_properties_t) -> Delivery.Content {
    do {
      return .message(try message(properties))
    } catch {
      return .malformed(Self.salvage(properties, reason: error.reason))
    }
  }

  private static func salvage(_ properties: amqp_basic_properties_t, reason: String) -> MalformedMessage {
    func text(_ flag: Int32, _ bytes: amqp_bytes_t) -> String { properties.has(flag) ? bytes.text : "" }
    var headers = Headers()
    if properties.has(AMQP_BASIC_HEADERS_FLAG) { headers.readWhatCanBe(properties.headers) }
    return MalformedMessage(
      reason: reason,
      id: properties.has(AMQP_BASIC_MESSAGE_ID_FLAG) ? MessageID(text: properties.message_id.buffer) : nil,
      type: text(AMQP_BASIC_TYPE_FLAG, properties.type),
      correlation: text(AMQP_BASIC_CORRELATION_ID_FLAG, properties.correlation_id),
      timestamp: try? timestamp(properties, headers),
      appID: text(AMQP_BASIC_APP_ID_FLAG, properties.app_id),
      contentType: text(AMQP_BASIC_CONTENT_TYPE_FLAG, properties.content_type), causation: headers.causation,
      headers: headers.others)
  }

  private mutating func message(_ properties: amqp_basic_properties_t) throws(Flaw) -> WireMessage {
    guard properties.has(AMQP_BASIC_MESSAGE_ID_FLAG) else { throw Flaw("there is no message_id") }
    guard let id = MessageID(text: properties.message_id.buffer) else { throw Flaw("message_id is not a UUID") }
    let type = properties.has(AMQP_BASIC_TYPE_FLAG) ? self.type.text(properties.type.buffer) : ""
    guard !type.isEmpty else { throw Flaw("there is no type") }
    guard properties.has(AMQP_BASIC_CORRELATION_ID_FLAG) else { throw Flaw("there is no correlation_id") }
    guard properties.has(AMQP_BASIC_APP_ID_FLAG) else { throw Flaw("there is no app_id") }
    guard properties.has(AMQP_BASIC_CONTENT_TYPE_FLAG) else { throw Flaw("there is no content_type") }

    var headers = Headers()
    if properties.has(AMQP_BASIC_HEADERS_FLAG) { try headers.read(properties.headers) }
    return WireMessage(
      id: id, type: type, correlation: correlation.text(properties.correlation_id.buffer),
      timestamp: try Self.timestamp(properties, headers), appID: appID.text(properties.app_id.buffer),
      contentType: contentType.text(properties.content_type.buffer), causation: headers.causation,
      attempt: headers.attempt, traceParent: headers.traceParent, headers: headers.others, body: [])
  }

  /// When a message was sent: the header tells it exactly, the property to the second.
  private static func timestamp(
    _ properties: amqp_basic_properties_t, _ headers: Headers
  ) throws(Flaw) -> Timestamp {
    let milliseconds: Int64
    if let exact = headers.milliseconds {
      milliseconds = exact
    } else if properties.has(AMQP_BASIC_TIMESTAMP_FLAG) {
      guard properties.timestamp <= UInt64(Int64.max / 1_000) else { throw Flaw("timestamp is out of range") }
      milliseconds = Int64(properties.timestamp) * 1_000
    } else {
      throw Flaw("there is no timestamp")
    }
    let timestamp = Timestamp(milliseconds: milliseconds)
    guard timestamp.isWithinCalendar else { throw Flaw("timestamp is out of range") }
    return timestamp
  }
}

/// What is wrong with a message's properties.
private struct Flaw: Error {
  let reason: String
  init(_ reason: String) { self.reason = reason }
}

/// The headers of one message.
private struct Headers {
  var milliseconds: Int64?
  var causation: MessageID?
  var attempt = 0
  var traceParent = ""
  var others: [String: String] = [:]

  mutating func read(_ table: amqp_table_t) throws(Flaw) {
    for index in 0..<Int(table.num_entries) { try read(table.entries[index]) }
  }

  /// Reads what breaks no rule and leaves out the rest.
  mutating func readWhatCanBe(_ table: amqp_table_t) {
    for index in 0..<Int(table.num_entries) { try? read(table.entries[index]) }
  }

  private mutating func read(_ entry: amqp_table_entry_t) throws(Flaw) {
    let name = entry.key.buffer
    if name.equals("timestamp-ms") {
      guard let number = entry.value.number else { throw Flaw("header timestamp-ms is not a number") }
      milliseconds = number
    } else if name.equals("attempt") {
      guard let number = entry.value.number, (0...1_000_000).contains(number) else {
        throw Flaw("header attempt is not a number from 0")
      }
      attempt = Int(number)
    } else if name.equals("causation-id") {
      guard let text = entry.value.text, let id = MessageID(text: text) else {
        throw Flaw("header causation-id is not a UUID")
      }
      causation = id
    } else if name.equals("traceparent") {
      guard let text = entry.value.text else { throw Flaw("header traceparent is not a text") }
      traceParent = String(decoding: text, as: UTF8.self)
    } else if name.equals("x-stream-offset") {
      if let offset = entry.value.number { others[HeaderName.streamOffset] = String(offset) }
    } else if let text = entry.value.text {
      // Headers of other types, for instance the table x-death, are the broker's business.
      others[String(decoding: name, as: UTF8.self)] = String(decoding: text, as: UTF8.self)
    }
  }
}

/// The text last seen in one place.
private struct TextMemo {
  private var last = ""

  mutating func text(_ bytes: UnsafeRawBufferPointer) -> String {
    // A text of up to 15 bytes needs no memory of its own.
    guard bytes.count > 15 else { return String(decoding: bytes, as: UTF8.self) }
    let isSame = last.withUTF8 { last in
      last.count == bytes.count && memcmp(last.baseAddress!, bytes.baseAddress!, bytes.count) == 0
    }
    if !isSame { last = String(decoding: bytes, as: UTF8.self) }
    return last
  }
}

extension amqp_basic_properties_t {
  fileprivate func has(_ flag: Int32) -> Bool { _flags & amqp_flags_t(flag) != 0 }
}

extension amqp_field_value_t {
  /// A whole number of any width.
  fileprivate var number: Int64? {
    switch UInt32(kind) {
    case AMQP_FIELD_KIND_I8.rawValue: Int64(value.i8)
    case AMQP_FIELD_KIND_U8.rawValue: Int64(value.u8)
    case AMQP_FIELD_KIND_I16.rawValue: Int64(value.i16)
    case AMQP_FIELD_KIND_U16.rawValue: Int64(value.u16)
    case AMQP_FIELD_KIND_I32.rawValue: Int64(value.i32)
    case AMQP_FIELD_KIND_U32.rawValue: Int64(value.u32)
    case AMQP_FIELD_KIND_I64.rawValue: value.i64
    case AMQP_FIELD_KIND_U64.rawValue: Int64(exactly: value.u64)
    default: nil
    }
  }

  /// A text's bytes.
  fileprivate var text: UnsafeRawBufferPointer? {
    switch UInt32(kind) {
    case AMQP_FIELD_KIND_UTF8.rawValue, AMQP_FIELD_KIND_BYTES.rawValue: value.bytes.buffer
    default: nil
    }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && count > 0 && memcmp(baseAddress!, text.utf8Start, count) == 0
  }
}
