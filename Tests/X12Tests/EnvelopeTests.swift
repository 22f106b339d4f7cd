import ClaimModel
import Testing
import X12

/// Envelopes: delimiters, counts, control numbers, several in a file.
@Suite struct EnvelopeTests {
  private let good = SyntaxFaultTests.good

  private func read(_ text: String) -> [ReceivedInterchange<ClaimBatch>] {
    ProfessionalClaimsReader.read(Array(text.utf8))
  }

  @Test(arguments: [
    ("IEA*1*000000101", "IEA*2*000000101", [EnvelopeFault.Code.groupCountMismatch]),
    ("IEA*1*000000101", "IEA*1*000000102", [.controlNumberMismatch]),
    ("IEA*1*000000101~\n", "", [.missingTrailer]),
    ("*261101*1008*", "*261301*1008*", [.invalidDate]),
    ("*261101*1008*", "*261101*2408*", [.invalidTime]),
    ("*0*T*:~", "*0*X*:~", [.invalidUsage]),
    ("*000000101*0*", "*00000010A*0*", [.invalidControlNumber, .controlNumberMismatch]),
    ("*ZZ*BILLER         *", "*ZZ*BILLER*", [.invalidHeader]),
    ("*0*T*:~", "*0*T***", [.invalidHeader]),
    ("GS*HC", "NTE*HELLO~\nGS*HC", [.invalidContent]),
  ])
  func aBrokenEnvelopeIsDescribedAndNothingOfItIsUsed(old: String, new: String, expected: [EnvelopeFault.Code]) {
    let interchanges = read(good.replacing(old, with: new, maxReplacements: 1))
    #expect(interchanges.map { $0.faults.map(\.code) } == [expected])
    #expect(interchanges.flatMap(\.accepted).isEmpty)
  }

  @Test(arguments: [
    ("GE*1*101", "GE*2*101", [GroupFault.transactionCountMismatch]),
    ("GE*1*101", "GE*1*102", [.controlNumberMismatch]),
    ("GE*1*101~\n", "", [.missingTrailer]),
    ("GS*HC", "GS*HP", [.notSupported]),
    ("*1008*101*X*", "*1008*ABC*X*", [.invalidControlNumber, .controlNumberMismatch]),
  ])
  func aBrokenGroupIsRejected(old: String, new: String, expected: [GroupFault]) {
    let interchanges = read(good.replacing(old, with: new))
    #expect(interchanges.map(\.isSound) == [true])
    #expect(interchanges[0].groups.map(\.faults) == [expected])
    #expect(interchanges[0].groups[0].acknowledgment.verdict == .rejected)
    #expect(interchanges[0].accepted.isEmpty)
  }

  @Test(arguments: [
    ("~\n", "~"), ("~\n", "~\r\n"), ("~\n", "\n"), ("~\n", "\r\n"), ("~", "'"), ("*", "|"), (":", ">"), ("^", "U"),
    ("ISA*", "\u{feff}ISA*"), ("ISA*", "A note before it.\n\nISA*"),
  ])
  func anyDelimitersAndLineBreaksAreRead(old: String, new: String) throws {
    let text = good.replacing(old, with: new)
    let expected = read(good)[0]
    let interchanges = read(text)
    #expect(interchanges.map(\.faults) == [[]])
    #expect(interchanges.flatMap(\.accepted) == expected.accepted)
    #expect(interchanges.map(\.envelope) == [expected.envelope])
  }

  @Test func everyReaderTakesSeveralInterchangesAndABrokenOneDoesNotHideTheNext() throws {
    var fixtures = Fixtures(seed: 21)
    let batch = fixtures.batch(claims: 2)
    let claims = try ProfessionalClaimsWriter.write([batch], in: Fixtures.envelope)
    let cut = Array(claims[...(claims[..<(claims.count / 2)].lastIndex(of: UInt8(ascii: "~")) ?? 0)])
    let read = ProfessionalClaimsReader.read(claims + cut + claims)
    #expect(read.map(\.isSound) == [true, false, true])
    #expect(read.flatMap(\.accepted) == [batch, batch])
    let answers = try ImplementationAcknowledgmentWriter.write(
      read[0].groups.map(\.acknowledgment), in: Fixtures.envelope)
    #expect(ImplementationAcknowledgmentReader.read(answers + answers).flatMap(\.accepted).count == 2)
    let status = fixtures.acknowledgment(of: batch)
    let statuses = try ClaimAcknowledgmentWriter.write(
      [status], to: Fixtures.submitter, reference: "R1", in: Fixtures.envelope)
    #expect(ClaimAcknowledgmentReader.read(statuses + statuses).flatMap(\.accepted) == [status, status])
    let remittance = fixtures.remittance(claims: 2)
    let payments = try RemittanceWriter.write([remittance], from: Fixtures.remitter, in: Fixtures.envelope)
    #expect(
      RemittanceReader.read(payments + payments).flatMap(\.accepted).map(\.remittance) == [remittance, remittance])
  }

  @Test func anotherTransactionOfTheSameNumberInAGroupIsRejected() throws {
    var fixtures = Fixtures(seed: 22)
    let batch = fixtures.batch(claims: 1)
    let bytes = try ProfessionalClaimsWriter.write([batch, batch], in: Fixtures.envelope)
    let text = String(decoding: bytes, as: UTF8.self).replacing("*0002", with: "*0001")
    let group = read(text)[0].groups[0]
    #expect(group.transactions.map(\.faults) == [[], [.duplicateControlNumber]])
    #expect(group.acknowledgment.verdict == .partiallyAccepted)
    #expect(read(text)[0].accepted == [batch])
  }

  @Test func controlNumbersKeepNineDigits() {
    func number(_ number: Int) -> Int {
      InterchangeEnvelope(
        sender: "A", receiver: "B", controlNumber: number, timestamp: Timestamp(milliseconds: 0)
      ).controlNumber
    }
    #expect(number(999_999_999) == 999_999_999)
    #expect(number(1_000_000_007) == 7)
    #expect(number(Int.min) < 1_000_000_000)
  }
}
