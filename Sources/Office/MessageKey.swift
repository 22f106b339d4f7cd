import ClaimModel

/// By what an office tells one message from another: what it is about, and its id.
///
/// Both are the same however often a message is sent, and ids alone would tell messages apart. But ids are hashes; what a
/// message is about leads to the other things that the store keeps of it (see ``StoreSchema``).
///
/// Two messages with one id and different correlations are two messages: each is handled, and each may move money. Only a
/// sender that breaks the rule of ids sends such. What comes of the second may have the ids of what came of the first, and
/// be taken for a repetition at the next office.
public struct MessageKey: Hashable, Comparable, Sendable {
  /// What the message is about.
  public var correlation: String
  /// Its id.
  public var id: MessageID

  /// The key of the message `id` about `correlation`.
  public init(correlation: String, id: MessageID) {
    self.correlation = correlation
    self.id = id
  }

  /// Takes in the id: two messages with one id and different correlations are as good as never met.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// Orders by correlation, then id.
  public static func < (left: MessageKey, right: MessageKey) -> Bool {
    (left.correlation, left.id) < (right.correlation, right.id)
  }
}

extension WireMessage {
  /// By what the message is told from others.
  public var key: MessageKey { MessageKey(correlation: correlation, id: id) }
}
