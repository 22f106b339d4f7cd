import Adjudication
import ClaimModel
import Testing

@Suite struct FrontEndTests {
  @Test func soundClaimIsAcceptedIntoAdjudication() {
    var claim = Fixtures.claim()
    claim.statedTotal = claim.totalCharge
    let decision = Fixtures.acme.acknowledge(claim, received: Fixtures.today)
    #expect(decision == .accepted)
    #expect(decision.status.description == "A2:20")
    let answer = decision.claimStatus(of: claim, number: "P1", received: Fixtures.today)
    #expect(answer.isAccepted)
    #expect(answer.payerClaimNumber == "P1")
    #expect(answer.dateOfService == Fixtures.service)
  }

  struct Flaw: CustomTestStringConvertible, Sendable {
    var expected: [String]
    var change: @Sendable (inout Claim) -> Void
    var testDescription: String { expected.joined(separator: " ") }

    init(_ expected: String..., change: @escaping @Sendable (inout Claim) -> Void) {
      self.expected = expected
      self.change = change
    }
  }

  @Test(arguments: [
    Flaw("A7:116") { $0.coverage.payer = "OTHER" },
    Flaw("A6:164:IL") { $0.coverage.member = "" },
    Flaw("A7:562:85") { $0.billing.npi = "1234567890" },
    Flaw("A6:562:82") { $0.rendering.npi = "" },
    Flaw("A6:254", "A7:477") { $0.diagnoses = [] },
    Flaw("A7:255") { $0.diagnoses = (10..<23).map { DiagnosisCode("E\($0)") } },
    Flaw("A6:477") { $0.lines[0].service.diagnosisPointers = [] },
    Flaw("A7:477") { $0.lines[0].service.diagnosisPointers = [3] },
    Flaw("A7:477") { $0.lines[0].service.diagnosisPointers = [0] },
    Flaw("A7:477") { $0.lines[0].service.diagnosisPointers = [1, 2, 1, 2, 1] },
    Flaw("A7:476") { $0.lines[0].service.units = 0 },
    Flaw("A6:454", "A7:178") { $0.lines = [] },
    Flaw("A7:178") { $0.lines = [Fixtures.line("99213", 0)] },
    Flaw("A7:187", "A7:510") { $0.lines[0].dateOfService = Fixtures.today.adding(days: 1) },
    Flaw("A6:125:QC") { $0.patient.name.last = "" },
    Flaw("A7:158:QC", "A8:187") { $0.patient.birthDate = Fixtures.today.adding(days: 1) },
    Flaw("A6:562:85") { $0.billing.npi = "" },
    Flaw("A7:562:82") { $0.rendering.npi = "1234567890" },
    Flaw("A7:128:85") { $0.billing.taxID = "12345678" },
    Flaw("A7:145:82") { $0.rendering.taxonomy = "family" },
    Flaw("A6:464") { $0.frequency = .replacement },
    Flaw("A8:255") { $0.diagnoses = ["E119", "E119"] },
    Flaw("A7:454") { $0.lines[0].service.procedure = "9921" },
    Flaw("A7:453") { $0.lines[0].service.modifiers = ["25", "59", "XE", "XP", "XS"] },
    Flaw("A8:453") { $0.lines[0].service.modifiers = ["25", "25"] },
    Flaw("A7:121") { claim in claim.lines = Array(repeating: claim.lines[0], count: 51) },
    Flaw("A7:249") { $0.placeOfService = "1" },
    Flaw("A8:187") { $0.patient.birthDate = Fixtures.service.adding(days: 1) },
    Flaw("A8:400") {
      $0.lines[0].otherPayments = [OtherPayerPayment(payer: "FIRST", paid: Money(cents: 164_99), adjustments: [])]
    },
  ])
  func flawIsRejectedWithItsStatus(flaw: Flaw) {
    var claim = Fixtures.claim()
    flaw.change(&claim)
    let decision = Fixtures.acme.acknowledge(claim, received: Fixtures.today)
    #expect(!decision.isAccepted)
    #expect(decision.statuses.map(\.description) == flaw.expected)
    #expect(decision.claimStatus(of: claim, number: "P1", received: Fixtures.today).payerClaimNumber == nil)
  }

  @Test func taxonomyIsMissedWhereThePlanWantsOne() {
    var plan = Plan.acmeHealth
    plan.requiresTaxonomy = true
    var claim = Fixtures.claim()
    claim.rendering.taxonomy = ""
    #expect(Fixtures.acme.acknowledge(claim, received: Fixtures.today).isAccepted)
    let strict = Adjudicator(plan: plan, codeSet: Fixtures.codes)
    #expect(strict.acknowledge(claim, received: Fixtures.today).statuses.map(\.description) == ["A6:145:82"])
  }

  @Test func totalThatDiffersFromTheLinesIsOutOfBalance() {
    var claim = Fixtures.claim()
    claim.statedTotal = Money(cents: 18_301)
    let decision = Fixtures.acme.acknowledge(claim, received: Fixtures.today)
    #expect(decision.statuses.map(\.description) == ["A8:400"])
  }
}
