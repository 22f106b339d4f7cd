import ClaimModel
import Testing
import X12

/// What cannot be said in X12 is refused, with a place and without data.
@Suite struct WriterFaultTests {
  private func fault(_ change: (inout Claim) -> Void) -> X12Error? {
    var fixtures = Fixtures(seed: 31)
    var batch = fixtures.batch(claims: 2)
    change(&batch.claims[1])
    do throws(X12Error) {
      _ = try ProfessionalClaimsWriter.write([batch], in: Fixtures.envelope)
      return nil
    } catch {
      #expect(error.claim == batch.claims[1].controlNumber)
      #expect(!error.description.contains(batch.claims[1].patient.name.last))
      return error
    }
  }

  @Test func claimsBeyondTheLimitsAreRefused() {
    #expect(fault { $0.diagnoses = [] }?.segment == "HI")
    #expect(fault { $0.diagnoses = Array(repeating: "I10", count: 13) }?.code == .count)
    #expect(fault { $0.lines = [] }?.code == .count)
    #expect(fault { $0.lines = Array(repeating: $0.lines[0], count: 51) }?.code == .count)
    #expect(fault { $0.lines[0].service.modifiers = ["1A", "1B", "1C", "1D", "1E"] }?.code == .count)
    #expect(fault { $0.lines[0].service.diagnosisPointers = [] }?.code == .count)
    #expect(fault { $0.lines[0].charge = Money(cents: -1) }?.code == .negative)
    #expect(fault { $0.coverage.payer = "" }?.code == .missing)
    #expect(fault { $0.patient.name.last = "李" }?.code == .missing)
    #expect(fault { $0.patient.address.state = "ILL" }?.code == .tooLong)
    #expect(fault { _ in () } == nil)
  }

  @Test func aBatchWithoutClaimsIsRefused() {
    let batch = ClaimBatch(
      reference: "B", submitter: Fixtures.submitter, receiver: Fixtures.receiver, claims: [])
    #expect(throws: X12Error.self) { try ProfessionalClaimsWriter.write([batch], in: Fixtures.envelope) }
  }

  @Test func aPaymentBelowZeroIsRefused() throws {
    var fixtures = Fixtures(seed: 32)
    var remittance = fixtures.remittance(claims: 1)
    remittance.providerAdjustments.append(
      ProviderAdjustment(reason: "WO", reference: "", amount: remittance.total + Money(cents: 1)))
    let refused = remittance
    #expect(throws: X12Error(code: .negative, segment: "BPR", element: 2, position: 1)) {
      try RemittanceWriter.write([refused], from: Fixtures.remitter, in: Fixtures.envelope)
    }
  }
}
