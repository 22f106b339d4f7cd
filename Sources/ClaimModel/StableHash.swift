/// A 128-bit keyed hash (SipHash-2-4-128) whose results are the same in every process and release.
///
/// Message ids, visit ids and simulated choices are derived with it, so that doing a thing twice gives the same
/// name. The standard library's `Hasher` is seeded anew in each process and cannot serve. Not for secrets.
///
/// Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012, and its 128-bit variant.
public struct StableHash: Sendable {
  private var v0: UInt64 = 0x736f_6d65_7073_6575
  private var v1: UInt64 = 0x646f_7261_6e64_6f6d ^ 0xee
  private var v2: UInt64 = 0x6c79_6765_6e65_7261
  private var v3: UInt64 = 0x7465_6462_7974_6573
  private var pending: UInt64 = 0
  private var count: UInt64 = 0

  /// A hash under `key`; different keys give unrelated results for the same input.
  public init(key: UInt64 = 0) {
    v0 ^= key
    v2 ^= key
    v1 ^= ~key
    v3 ^= ~key
  }

  /// Takes in one byte.
  public mutating func combine(_ byte: UInt8) {
    pending |= UInt64(byte) << (8 * (count & 7))
    count &+= 1
    if count & 7 == 0 {
      absorb(pending)
      pending = 0
    }
  }

  /// Takes in the UTF-8 of a text and a terminator, so that `"ab","c"` differs from `"a","bc"`.
  public mutating func combine(_ text: some StringProtocol) {
    let isTaken: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      let whole = raw.count & ~7
      for place in stride(from: 0, to: whole, by: 8) {
        combine(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
      }
      for byte in raw[whole...] { combine(byte) }
    }
    if isTaken == nil { for byte in text.utf8 { combine(byte) } }
    combine(UInt8(0xff))
  }

  /// Takes in the eight bytes of a number, lowest first.
  public mutating func combine(_ number: UInt64) {
    let held = 8 * (count & 7)
    count &+= 8
    absorb(pending | number << held)
    pending = held == 0 ? 0 : number >> (64 - held)
  }

  /// The hash of all that was taken in.
  public func finish() -> (high: UInt64, low: UInt64) {
    var copy = self
    copy.absorb(pending | (count << 56))
    copy.v2 ^= 0xee
    for _ in 0..<4 { copy.round() }
    let low = copy.v0 ^ copy.v1 ^ copy.v2 ^ copy.v3
    copy.v1 ^= 0xdd
    for _ in 0..<4 { copy.round() }
    return (copy.v0 ^ copy.v1 ^ copy.v2 ^ copy.v3, low)
  }

  /// The lower half of the hash of `parts`.
  public static func value(_ parts: String..., key: UInt64 = 0) -> UInt64 {
    var hash = StableHash(key: key)
    for part in parts { hash.combine(part) }
    return hash.finish().low
  }

  private mutating func absorb(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  private mutating func round() {
    v0 = v0 &+ v1
    v1 = (v1 << 13 | v1 >> 51) ^ v0
    v0 = v0 << 32 | v0 >> 32
    v2 = v2 &+ v3
    v3 = (v3 << 16 | v3 >> 48) ^ v2
    v0 = v0 &+ v3
    v3 = (v3 << 21 | v3 >> 43) ^ v0
    v2 = v2 &+ v1
    v1 = (v1 << 17 | v1 >> 47) ^ v2
    v2 = v2 << 32 | v2 >> 32
  }
}

/// A small seeded generator (SplitMix64): the same seed gives the same numbers in every process and release.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator that starts from `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
