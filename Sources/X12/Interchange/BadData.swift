/// A copy of data that is wrong, for the one who sent it (IK404). It may be a patient's: it does not describe itself, so that
/// it reaches no log.
/// Source: 999 TR3 005010X231A1, IK404: up to 99 characters.
public struct BadData: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  /// The data, at most 99 bytes of it.
  public let text: String

  /// A copy of the given text.
  public init(_ text: String) { self.text = String(text.prefix(BadData.longest)) }

  /// A copy of an element; `nil` when nothing was sent.
  init?(_ element: Element) {
    guard !element.isEmpty else { return nil }
    text = String(decoding: element.bytes.prefix(BadData.longest), as: UTF8.self)
  }

  /// Never the data.
  public var description: String { "(data)" }
  /// Never the data.
  public var debugDescription: String { description }

  private static let longest = 99
}
