import Billing
import ClaimModel
import Testing

@Suite struct ClaimAssemblerTests {
  let assembler = ClaimAssembler()

  @Test func completeSuperbillBecomesAClaimWithNumberedLinesAndTheSameCodes() throws {
    let superbill = Fixtures.superbill()
    let outcome = assembler.assemble(superbill, submission: 3, today: Fixtures.today)
    guard case .complete(let claim) = outcome else {
      Issue.record("incomplete")
      return
    }
    #expect(claim.controlNumber == "V0000000000TEST1-3")
    #expect(claim.frequency == .original)
    #expect(claim.originalClaimNumber == nil)
    #expect(claim.lines.map(\.controlNumber) == ["1", "2"])
    #expect(claim.lines.map(\.service) == superbill.services)
    #expect(claim.diagnoses == superbill.diagnoses)
    #expect(claim.totalCharge == Chargemaster.builtIn.charge(for: superbill))
  }

  struct Flaw: CustomTestStringConvertible, Sendable {
    var expected: ScrubFinding
    var change: @Sendable (inout Superbill) -> Void
    var testDescription: String { expected.description }

    init(_ expected: ScrubFinding, _ change: @escaping @Sendable (inout Superbill) -> Void) {
      self.expected = expected
      self.change = change
    }
  }

  @Test(arguments: [
    Flaw(ScrubFinding(.missing, .coverage)) { $0.registration.coverages = [] },
    Flaw(ScrubFinding(.missing, .member)) { $0.registration.coverages[0].member = "" },
    Flaw(ScrubFinding(.inconsistent, .member)) { $0.registration.coverages[0].member = "M 1" },
    Flaw(ScrubFinding(.inconsistent, .placeOfService)) { $0.registration.placeOfService = "X1" },
    Flaw(ScrubFinding(.duplicate, .services, line: 3)) { $0.services.append($0.services[0]) },
    Flaw(ScrubFinding(.inconsistent, .pointers, line: 1)) { $0.services[0].diagnosisPointers = [1, 1] },
    Flaw(ScrubFinding(.inconsistent, .modifiers, line: 1)) { $0.services[0].modifiers = ["25", "25"] },
    Flaw(ScrubFinding(.inconsistent, .diagnoses)) { $0.diagnoses[0] = "E1" },
    Flaw(ScrubFinding(.missing, .payer)) { $0.registration.coverages[0].payer = "" },
    Flaw(ScrubFinding(.missing, .patientName)) { $0.registration.patient.name.last = "" },
    Flaw(ScrubFinding(.missing, .patientAddress)) { $0.registration.patient.address.city = "" },
    Flaw(ScrubFinding(.inconsistent, .patientAddress)) { $0.registration.patient.address.zip = "0110" },
    Flaw(ScrubFinding(.inconsistent, .renderingNPI)) { $0.registration.rendering.npi = "1234567890" },
    Flaw(ScrubFinding(.inconsistent, .billingNPI)) { $0.registration.billing.npi = "" },
    Flaw(ScrubFinding(.inconsistent, .taxID)) { $0.registration.billing.taxID = "12-345678" },
    Flaw(ScrubFinding(.missing, .diagnoses)) {
      $0.diagnoses = []
      $0.services = []
    },
    Flaw(ScrubFinding(.inconsistent, .diagnoses)) { $0.diagnoses = ["E119", "E119"] },
    Flaw(ScrubFinding(.missing, .services)) { $0.services = [] },
    Flaw(ScrubFinding(.missing, .pointers, line: 1)) { $0.services[0].diagnosisPointers = [] },
    Flaw(ScrubFinding(.inconsistent, .pointers, line: 2)) { $0.services[1].diagnosisPointers = [3] },
    Flaw(ScrubFinding(.inconsistent, .units, line: 1)) { $0.services[0].units = 0 },
    Flaw(ScrubFinding(.inconsistent, .modifiers, line: 1)) { $0.services[0].modifiers = ["2"] },
    Flaw(ScrubFinding(.missing, .charge, line: 2)) { $0.services[1].procedure = "0999Z" },
    Flaw(ScrubFinding(.inconsistent, .dateOfService, line: 1)) {
      $0.registration.dateOfService = Fixtures.today.adding(days: 1)
    },
  ])
  func incompleteSuperbillMakesNoClaim(flaw: Flaw) {
    var superbill = Fixtures.superbill()
    flaw.change(&superbill)
    let outcome = assembler.assemble(superbill, submission: 1, today: Fixtures.today)
    guard case .incomplete(let findings) = outcome else {
      Issue.record("a claim was made")
      return
    }
    #expect(findings.contains(flaw.expected), "\(findings)")
    #expect(!findings.map(\.description).joined().contains("Canary"))
  }

  @Test(arguments: [ClaimFrequency.replacement, .void])
  func replacementOrVoidNeedsThePayersNumber(frequency: ClaimFrequency) {
    let superbill = Fixtures.superbill()
    #expect(
      assembler.assemble(superbill, submission: 2, frequency: frequency, today: Fixtures.today)
        == .incomplete([ScrubFinding(.missing, .originalClaimNumber)]))
    let outcome = assembler.assemble(
      superbill, submission: 2, frequency: frequency, originalClaimNumber: "P1", today: Fixtures.today)
    guard case .complete(let claim) = outcome else {
      Issue.record("incomplete")
      return
    }
    #expect(claim.originalClaimNumber == "P1")
  }

  @Test func authorizationIsWantedWhereThePayerWantsOne() {
    var rules = BillingRules.standard
    rules.payers["ACMEHLTH"] = PayerTerms(authorizedProcedures: ["83036"])
    let strict = ClaimAssembler(rules: rules)
    let superbill = Fixtures.superbill()
    #expect(
      strict.assemble(superbill, submission: 1, today: Fixtures.today)
        == .incomplete([ScrubFinding(.missing, .authorization, line: 2)]))
    guard
      case .complete(let claim) = strict.assemble(superbill, submission: 1, authorization: "A77", today: Fixtures.today)
    else {
      Issue.record("incomplete")
      return
    }
    #expect(claim.authorizationNumber == "A77")
  }

  @Test func everyFieldHasARemedyInOneLine() {
    for field in ScrubFinding.Field.allCases {
      #expect((10...100).contains(field.remedy.count), "\(field)")
    }
  }

  @Test func chargeCountsUnits() {
    let service = ServiceLine(procedure: "90472", units: 3, diagnosisPointers: [1])
    #expect(Chargemaster.builtIn.charge(for: service) == Money(cents: 9_000))
  }
}
