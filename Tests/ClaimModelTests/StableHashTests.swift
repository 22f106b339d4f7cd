import ClaimModel
import Testing

/// SipHash-2-4-128 of the bytes 0, 1, 2, … under the key (k, ~k).
///
/// The values come of another implementation, which agrees with the reference's vectors and with OpenSSL's SIPHASH.
@Suite struct StableHashTests {
  struct Vector {
    var key: UInt64
    var count: UInt8
    var high: UInt64
    var low: UInt64
  }

  static let vectors: [Vector] = [
    Vector(key: 0, count: 0, high: 0xa7fe_2d34_97fa_7f6a, low: 0xdea9_117f_74cc_1b26),
    Vector(key: 0, count: 1, high: 0x9ad4_efe0_fc8e_c00c, low: 0x5c38_4f6c_91b0_d4a7),
    Vector(key: 0, count: 7, high: 0x5735_4b68_8d7b_462a, low: 0x93bf_bdc9_5438_24fe),
    Vector(key: 0, count: 8, high: 0x11a9_0652_4f6b_4e6e, low: 0xda2b_a4a9_b312_67a2),
    Vector(key: 0, count: 64, high: 0xe8c5_1bd5_307c_eedd, low: 0xfe8c_f9ce_55fc_f683),
    Vector(key: 0x0706_0504_0302_0100, count: 0, high: 0x1b22_8032_346c_917d, low: 0x571c_2660_ed5d_b811),
    Vector(key: 0x0706_0504_0302_0100, count: 9, high: 0x8104_3c3b_df5c_ca66, low: 0xf8e1_650f_fa6d_c6b8),
    Vector(key: 0x0706_0504_0302_0100, count: 15, high: 0xebd6_f212_52b0_eff4, low: 0x6ca9_315a_6a56_b109),
    Vector(key: .max, count: 15, high: 0x50aa_3c82_819b_2c5b, low: 0xf910_447a_f2e6_77e9),
    Vector(key: .max, count: 64, high: 0x0ebc_0e27_a76f_12a5, low: 0x397a_7df4_6657_c14c),
  ]

  @Test(arguments: vectors) func isSipHash(vector: Vector) {
    var hash = StableHash(key: vector.key)
    for byte in 0..<vector.count { hash.combine(byte) }
    let (high, low) = hash.finish()
    #expect(high == vector.high)
    #expect(low == vector.low)
  }

  @Test func numberIsItsEightBytesLowestFirst() {
    var number = StableHash()
    number.combine(UInt64(0x0807_0605_0403_0201))
    var bytes = StableHash()
    for byte in UInt8(1)...8 { bytes.combine(byte) }
    #expect(number.finish() == bytes.finish())
  }

  @Test func textsDoNotRunTogether() {
    #expect(StableHash.value("ab", "c") != StableHash.value("a", "bc"))
    #expect(StableHash.value("a") != StableHash.value("a", ""))
    #expect(StableHash.value("a", key: 1) != StableHash.value("a", key: 2))
  }

  @Test func finishingDoesNotEndIt() {
    var hash = StableHash()
    hash.combine("a")
    let first = hash.finish()
    #expect(hash.finish() == first)
    hash.combine("b")
    #expect(hash.finish() != first)
  }

  /// Source: the reference implementation of SplitMix64 (Vigna) started from 1234567.
  @Test func seededRandomIsSplitMix64() {
    var random = SeededRandom(seed: 1_234_567)
    let numbers = (0..<5).map { _ in random.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }
}
