/// What ``InterchangeStream`` has read.
public enum InterchangeEvent<Content: Sendable>: Sendable {
  /// A part of a transaction that is still being read: the claims that a piece of the file has brought to their ends. It counts
  /// only if the transaction turns out to be accepted, which ``transaction(_:)`` tells later.
  case part(Content)
  /// The end of a transaction; its content is what was not told as parts.
  case transaction(ReceivedTransaction<Content>)
  /// The end of a functional group; its transactions were told before and are not repeated.
  case group(ReceivedGroup<Content>)
  /// The end of an interchange; its groups were told before and are not repeated.
  case interchange(ReceivedInterchange<Content>)
}
