import ClaimModel
import Testing
import X12

/// What is written is read back equal.
@Suite struct RoundTripTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func claimsAreReadAsTheyWereWritten(seed: UInt64) throws {
    var fixtures = Fixtures(seed: seed)
    let batches = [fixtures.batch(claims: fixtures.number(1...20)), fixtures.batch(claims: 1)]
    let bytes = try ProfessionalClaimsWriter.write(batches, in: Fixtures.envelope)
    let interchanges = ProfessionalClaimsReader.read(bytes)
    #expect(interchanges.map(\.envelope) == [Fixtures.envelope])
    #expect(interchanges.flatMap(\.faults).isEmpty)
    let transactions = interchanges.flatMap { $0.groups.flatMap(\.transactions) }
    #expect(transactions.flatMap(\.segmentFaults).isEmpty)
    #expect(transactions.map(\.controlNumber) == ["0001", "0002"])
    #expect(interchanges.flatMap(\.accepted) == batches)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func remittancesAreReadAsTheyWereWritten(seed: UInt64) throws {
    var fixtures = Fixtures(seed: seed)
    var payer = Fixtures.remitter
    if fixtures.chance(50) { payer.transfer = Fixtures.transfer }
    let remittances = (0..<fixtures.number(1...3)).map { _ in fixtures.remittance(claims: fixtures.number(1...12)) }
    let bytes = try RemittanceWriter.write(remittances, from: payer, in: Fixtures.envelope)
    let interchanges = RemittanceReader.read(bytes)
    #expect(interchanges.flatMap { $0.groups.flatMap(\.transactions) }.flatMap(\.segmentFaults).isEmpty)
    let advices = interchanges.flatMap(\.accepted)
    #expect(advices.map(\.remittance) == remittances)
    #expect(advices.map(\.amount) == remittances.map(\.total))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func claimAcknowledgmentsAreReadAsTheyWereWritten(seed: UInt64) throws {
    var fixtures = Fixtures(seed: seed)
    let answers = (0..<2).map { _ in fixtures.acknowledgment(of: fixtures.batch(claims: fixtures.number(1...15))) }
    let bytes = try ClaimAcknowledgmentWriter.write(
      answers, to: Fixtures.submitter, reference: "CA0001", in: Fixtures.envelope)
    let interchanges = ClaimAcknowledgmentReader.read(bytes)
    #expect(interchanges.flatMap { $0.groups.flatMap(\.transactions) }.flatMap(\.segmentFaults).isEmpty)
    #expect(interchanges.flatMap(\.accepted) == answers)
  }
}
