import Adjudication
import ClaimModel
import Messages
import Office
import SwiftProtobuf

/// What a payer has adjudicated for one member and day of service: enough to see duplicates and to find the claim that
/// a replacement names, however long the member's history grows.
public struct PayerFile: CaseBody, Hashable {
  /// The claims, oldest first.
  public var history: ClaimHistory

  /// A file of the given history.
  public init(history: ClaimHistory = ClaimHistory()) { self.history = history }

  /// The key of the file that a claim belongs to: member and first day of service.
  public static func key(of claim: Claim) -> CaseKey {
    var hash = StableHash(key: 0x6d656d62)
    hash.combine(claim.coverage.member.rawValue)
    let day = claim.lines.map(\.dateOfService).min()?.yyyymmdd ?? "00000000"
    let member = String(hash.finish().low % 1_000_000_000_000)
    return CaseKey(kind: "day", id: String(repeating: "0", count: 12 - member.count) + member + day)
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

  /// Reads the stored form.
  public init(stored: [UInt8]) throws(UndecodableMessage) {
    var claims: [PriorClaim] = []
    for wire in try WirePayerDayCase.decoded(stored).claims {
      claims.append(
        PriorClaim(
          claim: try wire.claim.model(), payment: try wire.payment.model(),
          received: try CalendarDate(wire: wire.received, "prior_claim.received"), isReversed: wire.isReversed))
    }
    history = ClaimHistory(claims)
  }

  /// The stored form.
  public func stored() -> [UInt8] {
    WirePayerDayCase.with {
      $0.claims = history.claims.map { prior in
        .with {
          $0.claim = WireClaim(prior.claim)
          $0.payment = WireClaimPayment(prior.payment)
          $0.received = prior.received.wire
          $0.isReversed = prior.isReversed
        }
      }
    }.bytes
  }
}
