import Messages

extension OfficeMessage {
  /// Reads a message between offices off the wire.
  /// - Throws: `UndecodableMessage` for a type or version this program does not know, and for a body that is not what
  ///   the type says.
  public init(reading message: WireMessage) throws(UndecodableMessage) {
    try self.init(type: MessageType(reading: message), body: message.body)
  }
}

extension MessageType {
  /// The type of a message off the wire.
  /// - Throws: `UndecodableMessage` for a type or version this program does not know.
  public init(reading message: WireMessage) throws(UndecodableMessage) {
    guard let type = MessageType(rawValue: message.type) else {
      throw UndecodableMessage("unknown message type or version '\(message.type.prefix(60))'")
    }
    self = type
  }
}
