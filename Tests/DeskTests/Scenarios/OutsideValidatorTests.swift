import Billing
import BillingDesk
import ClaimModel
import Testing
import X12

/// Claims of every kind against a validator of others.
@Suite struct OutsideValidatorTests {
  /// First claims, replacements, claims to a second payer and with an authorization as the billing desk sends them, and a
  /// void made at the prompt.
  @Test func claimsOfEveryKindPass() throws {
    let wanted: Set<Int> = [5, 6, 12, 18, 23]
    var files: [(name: String, bytes: [UInt8])] = []
    for (index, scenario) in Scenario.all.enumerated() where wanted.contains(scenario.row) {
      let claims = try scenario.play().offices.claims
      files += claims.enumerated().map { ("837-row\(scenario.row)-\(index)-\($0 + 1).edi", $1) }
    }
    files.append(("837-void.edi", try Self.void()))
    let claims = files.flatMap { ProfessionalClaimsReader.read($0.bytes) }.flatMap(\.accepted).flatMap(\.claims)
    #expect(Set(claims.map(\.frequency)) == [.original, .replacement, .void])
    #expect(claims.contains { $0.responsibility == .secondary && !$0.otherPayers.isEmpty })
    #expect(claims.contains { !$0.authorizationNumber.isEmpty })
    for claim in claims {
      #expect(claim.balancesOtherPayers, "\(claim.controlNumber)")
      #expect((claim.originalClaimNumber == nil) == (claim.frequency == .original))
    }
    try OutsideValidator.check(files)
  }

  private static func void() throws -> [UInt8] {
    let now = Timestamp(startOf: Engines.visit().registration.dateOfService.adding(days: 20))
    var office = OfflineClaims(rules: .standard, now: now, batchLimit: 10)
    office.take(try Engines.superbill(), correcting: .init(.void, of: "20260000000000000001"))
    #expect(office.findings.isEmpty)
    return try #require(office.interchanges().first).bytes
  }
}
