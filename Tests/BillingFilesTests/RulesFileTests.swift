import Billing
import BillingFiles
import ClaimModel
import Testing
import YAMLFiles

@Suite struct RulesFileTests {
  private func read(_ text: String) throws -> BillingRules {
    try RulesFile(text, name: "rules.yaml").applied(to: .standard)
  }

  @Test func everyKeyIsTakenAndTheRestStaysAsItWas() throws {
    let rules = try read(
      """
      limits: {recode-rounds: 3, appeals: 2, resubmissions: 4, registration-queries: 5, write-off: 75.5, refund: 20}
      statements: {cycle-days: 28, notices: 4, small-balance: 9.99, plan-minimum: 300, plan-parts: 12}
      follow-up: {claim-days: 21, inquiry-days: 7, recode-days: 5, practice-days: 6, appeal-days: 45, recoupment-days: 50}
      payers:
        ACMEHLTH:
          timely-filing-days: 90
          appeal-days: 60
          authorized-procedures: [70551, "00100"]
          fees: {99213: 92.10}
      triage:
        - groups: [CO]
          reasons: [197]
          remarks: [N54]
          steps: [correct, appeal, write-off]
          write-off-limit: 10
          note: ours
        - {reasons: [B22], is: contractual}
      rejections:
        - {codes: [164], do: review}
        - {codes: ["999"], recode: M76}
      """)
    #expect(rules.maximumRecodeRounds == 3)
    #expect(rules.maximumAppeals == 2)
    #expect(rules.maximumResubmissions == 4)
    #expect(rules.maximumRegistrationQueries == 5)
    #expect(rules.writeOffLimit == Money(cents: 7_550))
    #expect(rules.refundLimit == Money(cents: 2_000))
    #expect(
      rules.statements
        == StatementPolicy(
          cycleDays: 28, maximumNotices: 4, smallBalance: Money(cents: 999), planMinimum: Money(cents: 30_000),
          planParts: 12))
    #expect(
      rules.followUp
        == FollowUpPolicy(
          claimDays: 21, inquiryDays: 7, recodeDays: 5, practiceDays: 6, appealDays: 45, recoupmentDays: 50))
    #expect(
      rules.terms(of: "ACMEHLTH")
        == PayerTerms(
          timelyFilingDays: 90, appealDays: 60, authorizedProcedures: ["70551", "00100"],
          fees: ["99213": Money(cents: 9_210)]))
    #expect(rules.terms(of: "BEACON1") == .standard)
    let row = rules.triage.rule(for: .contractualObligation, "197", remarks: ["N54"])
    #expect(row?.note == "ours")
    #expect(row?.writeOffLimit == Money(cents: 1_000))
    #expect(rules.triage.disposition(of: .payerInitiated, "B22") == .contractual)
    #expect(rules.triage.disposition(of: .contractualObligation, "197") == .refused([.correct, .appeal, .writeOff]))
    #expect(rules.triage.rejection(ClaimStatusCode(category: "A7", code: "164")) == .review)
    #expect(rules.triage.rejection(ClaimStatusCode(category: "A7", code: "999")) == .recode("M76"))
  }

  @Test func aFileThatSaysNothingChangesNothing() throws {
    #expect(try read("limits: {}").writeOffLimit == BillingRules.standard.writeOffLimit)
  }

  @Test(arguments: [
    ("limits:\n  write-off: much", "rules.yaml:2:14: expected an amount"),
    ("limits:\n  writeoff: 5", "rules.yaml:2:3: expected one of appeals"),
    ("statements: {notices: 0}", "rules.yaml:1:23: expected a whole number from 1 to 24, found '0'"),
    ("triage:\n  - {reasons: [1], steps: [write-off]}", "expected a step before write-off"),
    ("triage:\n  - {reasons: [1], steps: [recode]}", "expected bill-patient, write-off or review as the last step"),
    ("triage:\n  - {reasons: [1], steps: [recode, recode, review]}", "expected each step once"),
    ("triage:\n  - {reasons: [1], steps: [shout]}", "expected one of recode, correct"),
    ("triage:\n  - {steps: [review]}", "rules.yaml:2:5: expected groups, reasons or remarks"),
    ("triage:\n  - {reasons: [1]}", "expected the key steps"),
    ("triage: 5", "expected a list under triage"),
    ("payers: {ACME: {authorized-procedures: [7]}}", "expected a procedure code of five characters"),
    ("rejections: [{codes: [1]}]", "expected the key do"),
    ("limits: {appeals: 1, appeals: 2}", "rules.yaml:1"),
    ("limits: [", "rules.yaml:"),
    ("", "expected keys and values, found an empty file"),
    ("- 1", "expected a file of billing rules: keys and values"),
  ]) func whatIsWrongIsNamedWithItsPlaceAndRemedy(text: String, expected: String) {
    let fault = #expect(throws: YAMLFault.self) { try self.read(text) }
    #expect(fault?.description.contains(expected) == true, "\(fault?.description ?? "none")")
    #expect(fault?.remedy.isEmpty == false)
  }

  @Test func pricesAreReadCodeByCode() throws {
    let prices = try ChargemasterFile.read("prices:\n  99213: 165.00\n  \"00100\": 80\n", name: "p.yaml")
    #expect(prices.prices == ["99213": Money(cents: 16_500), "00100": Money(cents: 8_000)])
    let both = try ChargemasterFile.read("base: built-in\nprices: {99213: 1}", name: "p.yaml")
    #expect(both.prices.count == Chargemaster.builtIn.prices.count)
    #expect(both.prices["99213"] == Money(cents: 100))
  }

  @Test(arguments: [
    ("prices: {9921: 1}", "p.yaml:1:10: expected a procedure code of five characters"),
    ("prices: {99213: -1}", "expected an amount in dollars"), ("{}", "expected the key prices"),
    ("prices: {}\nbase: mine", "expected one of built-in"),
  ]) func aWrongPriceListIsRefused(text: String, expected: String) {
    let fault = #expect(throws: YAMLFault.self) { try ChargemasterFile.read(text, name: "p.yaml") }
    #expect(fault?.description.contains(expected) == true, "\(fault?.description ?? "none")")
  }
}
