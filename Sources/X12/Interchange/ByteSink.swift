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
  @inline(__always)
  mutating func put(digits number: UInt, width: Int) {
    if number < 10, width <= 1 {
      put(48 &+ UInt8(truncatingIfNeeded: number))
    } else if number < 100_000_000, width <= 1 {
      // Zeros in front are not sent.
      let digits = ByteSink.digits(number)
      let zeros = (digits ^ 0x3030_3030_3030_3030).trailingZeroBitCount &>> 3
      put((digits &>> UInt64(truncatingIfNeeded: 8 &* zeros)).littleEndian, at: 0)
      advance(by: 8 &- zeros)
    } else {
      putMany(number, width)
    }
  }

  /// A number below 100,000,000 as eight digits, the first the lowest byte.
  @inline(__always)
  static func digits(_ number: UInt) -> UInt64 {
    // Four digits in each half, then two in each quarter, then one in each byte; the first always the lower part.
    let halves = UInt64(number / 10_000) | UInt64(number % 10_000) &<< 32
    let hundreds = ((halves &* 10_486) &>> 20) & 0x0000_007f_0000_007f
    let quarters = hundreds | (halves &- hundreds &* 100) &<< 16
    let tens = ((quarters &* 103) &>> 10) & 0x000f_000f_000f_000f
    return (tens | (quarters &- tens &* 10) &<< 8) | 0x3030_3030_3030_3030
  }

  private mutating func putMany(_ number: UInt, _ width: Int) {
    var length = 1
    var bound: UInt = 10
    while length < width || (length < 20 && number >= bound) {
      length &+= 1
      bound = length < 20 ? bound &* 10 : .max
    }
    var rest = number
    var place = count &+ length
    while place > count {
      place &-= 1
      base[place] = 48 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count &+= length
  }

  /// Appends `number` times a byte, of which eight are given, and for which, and for seven more, there is room.
  @inline(__always)
  mutating func put(_ eight: UInt64, times number: Int) {
    put(eight, at: 0)
    var index = 8
    while index < number {
      put(eight, at: index)
      index &+= 8
    }
    count &+= number
  }

  /// Puts bytes behind those that are counted; ``advance(by:)`` counts them.
  @inline(__always)
  mutating func put(_ byte: UInt8, at index: Int) { base[count &+ index] = byte }

  /// Puts eight bytes behind those that are counted.
  @inline(__always)
  mutating func put(_ eight: UInt64, at index: Int) {
    UnsafeMutableRawPointer(base + (count &+ index)).storeBytes(of: eight, as: UInt64.self)
  }

  /// Counts bytes that were put.
  @inline(__always)
  mutating func advance(by length: Int) { count &+= length }

  /// The byte at an offset.
  subscript(offset: Int) -> UInt8 { base[offset] }

  /// Takes away the bytes beyond a count.
  @inline(__always)
  mutating func cut(to count: Int) { self.count = min(count, self.count) }
}
