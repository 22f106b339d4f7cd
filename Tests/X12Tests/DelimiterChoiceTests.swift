import ClaimModel
import Testing

@testable import X12

/// What names something comes back as it was sent, whatever delimiters it would break.
@Suite struct DelimiterChoiceTests {
  private static let odd = ["A:1", "A*2", "A^3", "A~4", "a|b", "*:^~", "*|+:><^!}~`\\", "~", "O'NEIL & CO"]

  private func batch(_ number: String, seed: UInt64 = 71) -> ClaimBatch {
    var fixtures = Fixtures(seed: seed)
    var batch = fixtures.batch(claims: 3)
    batch.claims[1].controlNumber = PatientControlNumber(number)
    batch.claims[1].lines[0].controlNumber = number
    batch.claims[1].coverage.member = MemberID("M\(number)")
    return batch
  }

  @Test(arguments: odd) func claimsAreReadBackAsTheyWere(number: String) throws {
    let batch = batch(number)
    let bytes = try ProfessionalClaimsWriter.write([batch], in: Fixtures.envelope)
    let interchange = ProfessionalClaimsReader.read(bytes)[0]
    #expect(interchange.groups[0].transactions[0].segmentFaults.isEmpty)
    #expect(interchange.accepted.first?.claims == batch.claims)
  }

  @Test(arguments: odd) func answersAreReadBackAsTheyWere(number: String) throws {
    var fixtures = Fixtures(seed: 72)
    let answer = fixtures.acknowledgment(of: batch(number))
    let bytes = try ClaimAcknowledgmentWriter.write(
      [answer], to: Fixtures.submitter, reference: "R1", in: Fixtures.envelope)
    #expect(ClaimAcknowledgmentReader.read(bytes)[0].accepted.first?.claims == answer.claims)
    var remittance = fixtures.remittance(claims: 2)
    remittance.claims[0].controlNumber = PatientControlNumber(number)
    let paid = try RemittanceWriter.write([remittance], from: Fixtures.remitter, in: Fixtures.envelope)
    #expect(RemittanceReader.read(paid)[0].accepted.first?.remittance.claims == remittance.claims)
  }

  /// The header's identifiers, of fixed width, are data too.
  @Test func whoIsAnsweredIsNamedAsSent() throws {
    var envelope = Fixtures.envelope
    envelope.receiver = "SUB:1~"
    envelope.application = "APP*1"
    let answer = InterchangeAcknowledgment(
      controlNumber: "000000001", date: "261101", time: "1008", verdict: .accepted)
    let bytes = try InterchangeAcknowledgmentWriter.write([answer], in: envelope)
    let interchange = InterchangeReader<AnyTransactionParser>.read(bytes)[0]
    #expect(interchange.isSound && interchange.envelope?.receiver == "SUB:1~")
    #expect(interchange.delimiters == Delimiters(element: 42, component: 62, repetition: 94, terminator: 96))
    #expect(interchange.acknowledgments == [answer])
  }

  @Test func nothingButAnIdentifierChangesTheDelimiters() throws {
    var batch = batch("A1")
    batch.claims[0].patient.name.last = "O:BRIEN"
    batch.claims[0].patient.address.line = "1 MAIN ST *REAR*"
    let bytes = try ProfessionalClaimsWriter.write([batch], in: Fixtures.envelope)
    let interchange = ProfessionalClaimsReader.read(bytes)[0]
    #expect(interchange.delimiters == .standard)
    #expect(interchange.accepted.first?.claims[0].patient.name.last == "O BRIEN")
    // A name that would be nothing, or one beside such an identifier, is kept.
    batch.claims[1].patient.name.last = "^"
    let kept = ProfessionalClaimsReader.read(try ProfessionalClaimsWriter.write([batch], in: Fixtures.envelope))[0]
    #expect(kept.delimiters?.repetition == UInt8(ascii: "!"))
    #expect(kept.accepted.first?.claims.prefix(2).map(\.patient.name.last) == ["O:BRIEN", "^"])
  }

  /// What is in no character set stays a fault of the data, and is told as one.
  @Test func whatNoDelimitersCanCarryIsStillRefused() {
    for number in ["", " ", "日本"] {
      #expect(throws: X12Error.self) { try ProfessionalClaimsWriter.write([batch(number)], in: Fixtures.envelope) }
    }
  }

  @Test func delimitersAvoidAllThatIsHeld() {
    var held = SpecialCharacters()
    #expect(Delimiters(avoiding: held) == .standard)
    for byte in 32...126 as ClosedRange<UInt8> {
      held.insert(byte)
      let found = Delimiters(avoiding: held)
      #expect(found.areUsable && !held.holdAny(of: found))
    }
    #expect(Delimiters(avoiding: held) == Delimiters(element: 29, component: 31, repetition: 30, terminator: 28))
  }
}
