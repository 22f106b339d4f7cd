import Adjudication
import ClaimModel
import Office

extension PayerFile {
  /// The key of the file that a claim belongs to: member and first day of service.
  public static func key(of claim: Claim) -> CaseKey {
    key(ofMember: claim.coverage.member, day: claim.firstDay)
  }

  /// The key of the file of a member's claims whose services begin on a day.
  static func key(ofMember member: MemberID, day: CalendarDate?) -> CaseKey {
    var hash = StableHash(key: 0x6d656d62)
    hash.combine(member.rawValue)
    let digits = String(hash.finish().low % 1_000_000_000_000)
    return CaseKey(
      kind: "day", id: String(repeating: "0", count: 12 - digits.count) + digits + (day?.yyyymmdd ?? "00000000"))
  }

  /// The number of the next claim in the file of `key`: the file's id and a count, so that a number leads back to
  /// the file.
  func nextNumber(in key: CaseKey) -> PayerClaimNumber {
    let count = String(history.claims.count + 1)
    return PayerClaimNumber(key.id + String(repeating: "0", count: max(0, 2 - count.count)) + count)
  }

  /// The key of the file that a claim number of ours leads to; `nil` for a number that is not ours.
  public static func key(of number: PayerClaimNumber) -> CaseKey? {
    let id = number.rawValue.prefix(20)
    guard number.rawValue.utf8.count > 20, id.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return CaseKey(kind: "day", id: String(id))
  }

  /// The key of what a subscriber has used, and of the authorized units of all under the number.
  public static func key(ofMember member: MemberID) -> CaseKey {
    CaseKey(kind: "member", id: hashed(member.rawValue, key: 0x6d62_7573_65))
  }

  /// The key of what a patient has used. A dependent's name and date of birth belong to it; the subscriber's do not, as
  /// there is one of a number.
  public static func key(ofUseBy person: InsuredPerson) -> CaseKey {
    guard let dependent = person.dependent else { return key(ofMember: person.member) }
    return CaseKey(
      kind: "member",
      id: hashed(person.member.rawValue, dependent.name, dependent.born.yyyymmdd, key: 0x6465_7075_7365))
  }

  /// The key of what a family has used.
  public static func key(ofFamily family: String) -> CaseKey {
    CaseKey(kind: "family", id: hashed(family, key: 0x6661_6d69_6c79))
  }

  /// The key of what a payee owes.
  public static func key(ofPayee payee: BillingProvider) -> CaseKey {
    CaseKey(kind: "payee", id: hashed(payee.npi.rawValue, payee.taxID, key: 0x7061_7965_65))
  }

  /// The key of the answers that are held back.
  static let heldKey = CaseKey(kind: "held", id: "answers")

  private static func hashed(_ parts: String..., key: UInt64) -> String {
    var hash = StableHash(key: key)
    for part in parts { hash.combine(part) }
    let (high, low) = hash.finish()
    return String(high, radix: 36) + String(low, radix: 36)
  }
}
