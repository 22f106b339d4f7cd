/// Bytes that are appended one after the other, into memory that is set aside ahead of them.
///
/// Room is reserved once for several bytes, which are then put without looking at the end of the memory again.
///
/// `@unchecked Sendable` because it alone owns its memory.
struct ByteSink: ~Copyable, @unchecked Sendable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes were appended.
  private(set) var count = 0

  /// An empty sink with room for so many bytes; it grows as needed.
  init(capacity: Int) {
    self.capacity = max(256, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// A copy of the bytes from an offset on.
  func bytes(from start: Int = 0) -> [UInt8] { Array(UnsafeBufferPointer(start: base + start, count: count - start)) }

  /// Sees to it that the next `room` bytes can be put.
  @inline(__always)
  mutating func reserve(_ room: Int) { if capacity - count < room { grow(room) } }

  @inline(never)
  private mutating func grow(_ room: Int) {
    capacity = max(capacity * 2, count + room)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }

  /// Appends a byte for which there is room.
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    base[count] = byte
    count &+= 1
  }

  /// Appends bytes for which there is room.
  @inline(__always)
  mutating func put(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    (base + count).update(from: bytes, count: length)
    count &+= length
  }

  /// Appends a number in at least `width` digits, for which there is room, as for at most 20.
  mutating func put(digits number: UInt, width: Int) {
    var length = 1
    var rest = number / 10
    while rest > 0 || length < width {
      length &+= 1
      rest /= 10
    }
    rest = number
    for index in stride(from: count &+ length &- 1, through: count, by: -1) {
      base[index] = 48 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count &+= length
  }

  /// Appends the bytes if all of them keep a condition; returns whether they do. Otherwise, or without room for them,
  /// nothing is appended.
  @inline(__always)
  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>, while isKept: (UInt8) -> Bool) -> Bool {
    guard capacity - count >= bytes.count else { return false }
    for index in 0..<bytes.count {
      let byte = bytes[index]
      guard isKept(byte) else { return false }
      base[count &+ index] = byte
    }
    count &+= bytes.count
    return true
  }

  /// The byte at an offset.
  subscript(offset: Int) -> UInt8 { base[offset] }

  /// Takes away the bytes beyond a count.
  @inline(__always)
  mutating func cut(to count: Int) { self.count = min(count, self.count) }
}
