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
    if element.hasWords, count &- 1 < 16, count > 0 {
      (low, high) = element.words
      return
    }
    let bytes = UnsafeRawPointer(element.base)
    switch count {
    case 9...16:
      low = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
      // The last eight bytes, of which some are in the first word already.
      high =
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
        &>> UInt64(truncatingIfNeeded: 128 &- 8 &* count)
    case 1...8: (low, high) = (element.packed, 0)
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
  /// The element at a position as text. A short one is made as quickly as it is found.
  @inline(never)
  mutating func text(_ segment: Segment, _ position: Int) -> String {
    let element = segment[position]
    return element.count <= ShortText.longest ? element.inlinedString : known(element)
  }

  @inline(never)
  private mutating func known(_ element: Element) -> String {
    guard let key = ElementKey(element) else { return element.string }
    if let known = self[key] { return known }
    let text = element.string
    self[key] = text
    return text
  }
}
