/// The bytes of an element of at most sixteen, as numbers that are compared and looked up quickly.
struct ElementKey: Equatable {
  private let low: UInt64
  private let high: UInt64
  private let count: Int

  /// No element's.
  static let none = ElementKey()

  private init() { (low, high, count) = (0, 0, 0) }

  /// The key of an element; `nil` for one that is empty or longer.
  @inline(__always)
  init?(_ element: Element) {
    count = element.count
    let bytes = UnsafeRawPointer(element.base)
    switch count {
    case 8...16:
      // Both halves, which overlap in one of less than sixteen.
      low = bytes.loadUnaligned(as: UInt64.self)
      high = bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    case 4...7:
      low = UInt64(bytes.loadUnaligned(as: UInt32.self))
      high = UInt64(bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
    case 1...3:
      low = UInt64(element.base[0]) | UInt64(element.base[count / 2]) << 8
      high = UInt64(element.base[count &- 1])
    default: return nil
    }
  }

  /// A number below 256 in which all bytes have a part.
  @inline(__always)
  var hash: Int {
    Int(truncatingIfNeeded: ((low ^ (high &* 0x9e37_79b9_7f4a_7c15)) &* 0xd6e8_feb8_6659_fd93) >> 56)
  }
}

/// What elements were read as before, so that what claims have in common (codes, payers, providers, cities) is made once and
/// shared. Keeps the latest of those that have the same hash.
struct KnownValues<Value> {
  private struct Slot {
    /// `nil` where nothing is known yet.
    var value: Value?
    var key = ElementKey.none
  }

  private var slots: [Slot] = []

  /// Starts to keep values.
  mutating func start() { slots = Array(repeating: Slot(), count: 256) }

  /// What the element of a key was read as, if it is known.
  subscript(key: ElementKey) -> Value? {
    @inline(__always)
    get {
      let place = key.hash
      guard place < slots.count, slots[place].key == key else { return nil }
      return slots[place].value
    }
    set { if !slots.isEmpty { slots[key.hash] = Slot(value: newValue, key: key) } }
  }
}

extension KnownValues<String> {
  /// The element as text.
  @inline(__always)
  mutating func text(_ element: Element) -> String {
    if element.isEmpty { return "" }
    guard let key = ElementKey(element) else { return element.string }
    if let known = self[key] { return known }
    let text = element.string
    self[key] = text
    return text
  }
}
