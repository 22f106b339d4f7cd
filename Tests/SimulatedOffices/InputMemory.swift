import ClaimModel
import Messages
import Office

/// Messages as a desk read them: reading asks nothing but a message's type, what it is about and its body, which are compared
/// whole. A message comes again after each fault and in each world; it is read again only when something else stands in it.
final class InputMemory<Input: Sendable>: Sendable {
  private struct Content: Equatable, Sendable {
    var type: String
    var correlation: String
    var body: [UInt8]
  }

  private let inputs = Remembered<MessageID, Content, Input>(latest: 1)

  /// What a message says, as `read` reads it. A reminder says it by its other properties, and is always read.
  func input(
    of message: WireMessage, _ read: (WireMessage) throws(UndecodableMessage) -> Input
  ) throws(UndecodableMessage) -> Input {
    if message.type == MessageType.reminderDue.rawValue { return try read(message) }
    let content = Content(type: message.type, correlation: message.correlation, body: message.body)
    return try inputs.answer(to: content, about: message.id) { _ throws(UndecodableMessage) in try read(message) }
  }
}
