import ClaimModel

/// A message whose properties break the rules of ``WireMessage``: what could be read of them, the body, and what is wrong.
public struct MalformedMessage: Hashable, Sendable {
  /// What is wrong with it.
  public var reason: String
  /// Its id; `nil` where there is none that can be read.
  public var id: MessageID?
  /// What it calls itself; empty where it does not say.
  public var type: String
  /// What it says it is about; empty where it does not say.
  public var correlation: String
  /// When it says it was sent.
  public var timestamp: Timestamp?
  /// Who it says sent it; empty where it does not say.
  public var appID: String
  /// The media type of its body; empty where it does not say.
  public var contentType: String
  /// The message it says it comes of.
  public var causation: MessageID?
  /// Further headers with text values.
  public var headers: [String: String]
  /// The body.
  public var body: [UInt8]

  /// A message of what could be read of it.
  public init(
    reason: String, id: MessageID? = nil, type: String = "", correlation: String = "", timestamp: Timestamp? = nil,
    appID: String = "", contentType: String = "", causation: MessageID? = nil, headers: [String: String] = [:],
    body: [UInt8] = []
  ) {
    self.reason = reason
    self.id = id
    self.type = type
    self.correlation = correlation
    self.timestamp = timestamp
    self.appID = appID
    self.contentType = contentType
    self.causation = causation
    self.headers = headers
    self.body = body
  }

  /// The header of a message that is kept under an id that was made for it: no receipt can tell whether it was handled.
  public static let madeIdentity = "parked-identity"

  /// A message that can be read, made of what could be read of this one: for the parking lot. Where there is no id it gets one made
  /// of what it holds, the same each time it comes.
  public func salvaged(now: Timestamp) -> WireMessage {
    var headers = headers
    if id == nil { headers[Self.madeIdentity] = "made of what it holds" }
    return WireMessage(
      id: id ?? madeID, type: type.isEmpty ? "unknown" : type, correlation: correlation, timestamp: timestamp ?? now,
      appID: appID.isEmpty ? "unknown" : appID,
      contentType: contentType.isEmpty ? "application/octet-stream" : contentType, causation: causation,
      headers: headers, body: body)
  }

  /// The id it is known by: its own, or one made of what it holds.
  public var knownID: MessageID { id ?? madeID }

  private var madeID: MessageID {
    var hash = StableHash(key: 0x626f6479)
    for text in [type, correlation, appID] { hash.combine(text) }
    for byte in body { hash.combine(byte) }
    let (high, low) = hash.finish()
    return MessageID(high: high, low: low).child(0, of: "malformed")
  }
}
