extension MessageID {
  /// The 16 bytes, most significant first.
  public var wireBytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
      for offset in 0..<8 {
        buffer[offset] = UInt8(truncatingIfNeeded: high >> UInt64(56 - 8 * offset))
        buffer[8 + offset] = UInt8(truncatingIfNeeded: low >> UInt64(56 - 8 * offset))
      }
      count = 16
    }
  }

  /// Reads 16 bytes; `nil` for any other number of them.
  public init?(wireBytes bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for byte in bytes.prefix(8) { high = high << 8 | UInt64(byte) }
    for byte in bytes.dropFirst(8) { low = low << 8 | UInt64(byte) }
    self.init(high: high, low: low)
  }
}
