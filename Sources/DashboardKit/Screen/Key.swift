/// A key on a terminal.
public enum Key: Hashable, Sendable {
  /// A character.
  case character(Character)
  /// Enter, escape, backspace, tab.
  case enter, escape, backspace, tab
  /// The arrows.
  case up, down, left, right
  /// A page or the whole way.
  case pageUp, pageDown, home, end
}

/// Makes keys of the bytes that a terminal sends, which may come in pieces.
///
/// Source: ECMA-48, section 5.4 (control sequences); xterm's function keys.
public struct KeyReader: Sendable {
  private var rest: [UInt8] = []

  /// Nothing read yet.
  public init() {}

  /// The keys in `bytes`, which follow what was read before. A beginning is kept until its end comes.
  public mutating func keys(_ bytes: [UInt8]) -> [Key] {
    rest += bytes
    var keys: [Key] = []
    while let (key, length) = KeyReader.next(rest) {
      if let key { keys.append(key) }
      rest.removeFirst(length)
    }
    return keys
  }

  /// The key that a beginning stands for when nothing has followed: escape.
  public mutating func flush() -> [Key] {
    defer { rest = [] }
    return rest.first == 27 ? [.escape] : []
  }

  /// The first key and its length, no key for what means nothing here; `nil` when more must come.
  private static func next(_ bytes: [UInt8]) -> (Key?, Int)? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 27: return sequence(bytes)
    case 13, 10: return (.enter, 1)
    case 9: return (.tab, 1)
    case 8, 127: return (.backspace, 1)
    case 16: return (.up, 1)
    case 14: return (.down, 1)
    case 2: return (.pageUp, 1)
    case 6: return (.pageDown, 1)
    case ..<32: return (nil, 1)
    default: return character(bytes, first)
    }
  }

  private static func character(_ bytes: [UInt8], _ first: UInt8) -> (Key?, Int)? {
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard bytes.count >= length else { return nil }
    guard let text = String(validating: bytes.prefix(length), as: UTF8.self), let only = text.first else {
      return (nil, 1)
    }
    return (.character(only), length)
  }

  /// `ESC [ parameters final`, or `ESC O final`.
  private static func sequence(_ bytes: [UInt8]) -> (Key?, Int)? {
    guard bytes.count > 1 else { return nil }
    guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else { return (.escape, 1) }
    guard let end = bytes.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      // Nothing that a key sends is as long.
      return bytes.count > 16 ? (nil, bytes.count) : nil
    }
    let key: Key? =
      switch bytes[end] {
      case UInt8(ascii: "A"): .up
      case UInt8(ascii: "B"): .down
      case UInt8(ascii: "C"): .right
      case UInt8(ascii: "D"): .left
      case UInt8(ascii: "H"): .home
      case UInt8(ascii: "F"): .end
      case UInt8(ascii: "~"): numbered(bytes[2..<end])
      default: nil
      }
    return (key, end + 1)
  }

  /// The key of `ESC [ number ~`; what follows a semicolon tells of shift and the like.
  private static func numbered(_ parameters: ArraySlice<UInt8>) -> Key? {
    switch String(decoding: parameters.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self) {
    case "1", "7": .home
    case "4", "8": .end
    case "5": .pageUp
    case "6": .pageDown
    default: nil
    }
  }
}
