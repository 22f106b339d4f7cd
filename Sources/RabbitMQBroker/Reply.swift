import CRabbitMQ
import Office

/// The one place where the library's and the broker's answers become errors.
enum Reply {
  /// Throws unless a call of the broker went well.
  static func check(_ reply: amqp_rpc_reply_t, _ operation: @autoclosure () -> String) throws(BrokerError) {
    switch reply.reply_type {
    case AMQP_RESPONSE_NORMAL:
      return
    case AMQP_RESPONSE_SERVER_EXCEPTION:
      throw closing(reply.reply, operation: operation())
        ?? BrokerError(.unreachable, operation: operation(), reason: "the broker gave an unknown answer")
    case AMQP_RESPONSE_LIBRARY_EXCEPTION:
      throw error(reply.library_error, operation())
    default:
      throw BrokerError(.unreachable, operation: operation(), reason: "the broker closed the connection")
    }
  }

  /// The number with which the broker closed the channel instead of answering; `nil` for any other reply.
  static func closingCode(_ reply: amqp_rpc_reply_t) -> Int32? {
    guard reply.reply_type == AMQP_RESPONSE_SERVER_EXCEPTION, reply.reply.id == AMQP_CHANNEL_CLOSE_METHOD,
      let decoded = reply.reply.decoded
    else { return nil }
    return Int32(decoded.assumingMemoryBound(to: amqp_channel_close_t.self).pointee.reply_code)
  }

  /// Throws unless a call of the library went well.
  static func check(_ status: Int32, _ operation: @autoclosure () -> String) throws(BrokerError) {
    guard status == AMQP_STATUS_OK.rawValue else { throw error(status, operation()) }
  }

  /// The error that a status of the library stands for.
  static func error(_ status: Int32, _ operation: String) -> BrokerError {
    let words = String(cString: amqp_error_string2(status))
    let code: BrokerError.Code
    switch status {
    case AMQP_STATUS_SSL_HOSTNAME_VERIFY_FAILED.rawValue, AMQP_STATUS_SSL_PEER_VERIFY_FAILED.rawValue,
      AMQP_STATUS_BROKER_UNSUPPORTED_SASL_METHOD.rawValue:
      code = .denied
    case AMQP_STATUS_TABLE_TOO_BIG.rawValue, AMQP_STATUS_INVALID_PARAMETER.rawValue:
      code = .refused
    default:
      code = .unreachable
    }
    return BrokerError(code, operation: operation, reason: oneLine(words))
  }

  /// The error that a `channel.close` or `connection.close` carries; `nil` for another method.
  static func closing(_ method: amqp_method_t, operation: String) -> BrokerError? {
    guard let decoded = method.decoded else { return nil }
    switch method.id {
    case AMQP_CONNECTION_CLOSE_METHOD:
      let close = decoded.assumingMemoryBound(to: amqp_connection_close_t.self).pointee
      return BrokerError(
        connectionCode(close.reply_code), operation: operation, reason: words(close.reply_text, close.reply_code))
    case AMQP_CHANNEL_CLOSE_METHOD:
      let close = decoded.assumingMemoryBound(to: amqp_channel_close_t.self).pointee
      return BrokerError(.refused, operation: operation, reason: words(close.reply_text, close.reply_code))
    default:
      return nil
    }
  }

  /// The broker's words on one line.
  static func words(_ text: amqp_bytes_t, _ number: UInt16) -> String {
    let words = oneLine(text.text)
    return words.isEmpty ? "the broker gave reply code \(number)" : "\(words) (\(number))"
  }

  private static func connectionCode(_ reply: UInt16) -> BrokerError.Code {
    switch Int32(reply) {
    // The login, the virtual host, or the user's rights.
    case AMQP_ACCESS_REFUSED, AMQP_NOT_ALLOWED, AMQP_INVALID_PATH: .denied
    // An operator's doing or the broker's own trouble.
    case AMQP_CONNECTION_FORCED, AMQP_INTERNAL_ERROR, AMQP_RESOURCE_ERROR: .unreachable
    default: .refused
    }
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
