import ClaimModel
import Testing
import X12

/// What a line says in place of its claim: SV105 and loop 2420A; RoundTripTests has them too.
@Suite struct LineDifferenceTests {
  /// A claim of two lines as we write it, after `change` of its text.
  private func claim(_ change: (String) -> String) throws -> Claim {
    var fixtures = Fixtures(seed: 5)
    let billing = fixtures.billing()
    var claim = fixtures.claim(billing: billing)
    claim.placeOfService = "11"
    claim.lines = [fixtures.line(diagnoses: 1), fixtures.line(diagnoses: 1)]
    claim.lines[0].placeOfService = "22"
    claim.lines[1].rendering = RenderingProvider(
      npi: .derived(from: "another"), name: PersonName(last: "OTHER", first: "BOB"), taxonomy: "208600000X")
    let batch = ClaimBatch(
      reference: "B1", submitter: Fixtures.submitter, receiver: Fixtures.receiver, claims: [claim])
    let text = String(decoding: try ProfessionalClaimsWriter.write([batch], in: Fixtures.envelope), as: UTF8.self)
    let transaction = try #require(
      ProfessionalClaimsReader.read(Array(change(text).utf8)).flatMap { $0.groups.flatMap(\.transactions) }.first)
    #expect(transaction.segmentFaults.isEmpty, "\(transaction.segmentFaults)")
    return try #require(transaction.content?.claims.first)
  }

  @Test func eachLineKeepsItsOwn() throws {
    let claim = try claim { $0 }
    #expect(claim.lines.map(\.placeOfService) == ["22", nil])
    #expect(claim.lines.map(\.rendering?.taxonomy) == [nil, "208600000X"])
    #expect(claim.lines.map { claim.place(of: $0) } == ["22", "11"])
    #expect(claim.rendering(of: claim.lines[0]) == claim.rendering)
    #expect(claim.rendering(of: claim.lines[1]).npi == .derived(from: "another"))
  }

  @Test func placeOfTheClaimOnALineIsNoDifference() throws {
    let claim = try claim { $0.replacing("*22**", with: "*11**") }
    #expect(claim.lines.allSatisfy { $0.placeOfService == nil })
  }
}
