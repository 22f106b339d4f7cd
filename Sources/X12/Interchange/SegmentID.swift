/// The segments that the readers know, packed into an integer: the ASCII codes of the letters, so that telling one from
/// another costs one comparison.
public enum SegmentID: UInt32, Sendable, CaseIterable {
  /// Interchange header.
  case isa = 0x49_5341
  /// Interchange trailer.
  case iea = 0x49_4541
  /// Functional group header.
  case gs = 0x4753
  /// Functional group trailer.
  case ge = 0x4745
  /// Transaction set header.
  case st = 0x5354
  /// Transaction set trailer.
  case se = 0x5345
  /// Interchange acknowledgment.
  case ta1 = 0x54_4131
  /// Beginning of hierarchical transaction.
  case bht = 0x42_4854
  /// Hierarchical level.
  case hl = 0x484c
  /// Individual or organizational name.
  case nm1 = 0x4e_4d31
  /// Party identification.
  case n1 = 0x4e31
  /// Street address.
  case n3 = 0x4e33
  /// City, state, ZIP code.
  case n4 = 0x4e34
  /// Contact.
  case per = 0x50_4552
  /// Reference.
  case ref = 0x52_4546
  /// Date with format.
  case dtp = 0x44_5450
  /// Date.
  case dtm = 0x44_544d
  /// Provider information.
  case prv = 0x50_5256
  /// Subscriber information.
  case sbr = 0x53_4252
  /// Patient information.
  case pat = 0x50_4154
  /// Demographics.
  case dmg = 0x44_4d47
  /// Claim.
  case clm = 0x43_4c4d
  /// Diagnosis and other codes.
  case hi = 0x4849
  /// Line counter.
  case lx = 0x4c58
  /// Professional service.
  case sv1 = 0x53_5631
  /// Another payer's decision on a line.
  case svd = 0x53_5644
  /// Adjustments.
  case cas = 0x43_4153
  /// Amount.
  case amt = 0x41_4d54
  /// Quantity.
  case qty = 0x51_5459
  /// Other insurance.
  case oi = 0x4f49
  /// Drug.
  case lin = 0x4c_494e
  /// Industry code, such as a remark.
  case lq = 0x4c51
  /// Drug quantity.
  case ctp = 0x43_5450
  /// Functional group answered.
  case ak1 = 0x41_4b31
  /// Transaction set answered.
  case ak2 = 0x41_4b32
  /// Verdict on a functional group.
  case ak9 = 0x41_4b39
  /// Segment in error.
  case ik3 = 0x49_4b33
  /// Element in error.
  case ik4 = 0x49_4b34
  /// Verdict on a transaction set.
  case ik5 = 0x49_4b35
  /// Context of an error.
  case ctx = 0x43_5458
  /// Trace number.
  case trn = 0x54_524e
  /// Claim status.
  case stc = 0x53_5443
  /// Payment order.
  case bpr = 0x42_5052
  /// Decision on a claim.
  case clp = 0x43_4c50
  /// Decision on a service.
  case svc = 0x53_5643
  /// Remarks on a claim.
  case moa = 0x4d_4f41
  /// Inpatient adjudication.
  case mia = 0x4d_4941
  /// Adjustment of a payment.
  case plb = 0x50_4c42
  /// Provider summary.
  case ts3 = 0x54_5333
  /// Provider summary, supplemental.
  case ts2 = 0x54_5332

  /// The two or three characters.
  public var name: String { SegmentID.unpacked(rawValue) }

  /// A name of at most three characters as the integer that stands for it; 0 for any other.
  static func packed(_ name: some Collection<UInt8>) -> UInt32 {
    (2...3).contains(name.count) ? name.reduce(0) { $0 << 8 | UInt32($1) } : 0
  }

  /// The name that an integer stands for.
  static func unpacked(_ packed: UInt32) -> String {
    let bytes = [UInt8(packed >> 16 & 0xff), UInt8(packed >> 8 & 0xff), UInt8(packed & 0xff)]
    return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
  }
}
