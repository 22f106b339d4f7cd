import Adjudication
import ClaimModel
import Foundation
import PlanFiles
import Testing
import YAMLFiles

@Suite struct PlanFileTests {
  private static func plans(_ text: String) throws -> [Plan] { try PlanFile(text, name: "plans.yaml").plans }

  private static let example = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../examples/plans/plans.yaml")

  @Test func exampleIsRead() throws {
    let plans = try Self.plans(String(contentsOf: Self.example, encoding: .utf8))
    #expect(plans.map(\.payer) == ["ACMEHLTH", "BEACON1"])
    let acme = plans[0]
    #expect(acme.feeSchedule.fees["99213"]?.office == Money(cents: 92_50))
    #expect(acme.feeSchedule.fees["99214"] == FeeSchedule.builtIn.fees["99214"])
    #expect(acme.benefits.deductible == .init(individual: Money(cents: 500_00), family: Money(cents: 1200_00)))
    #expect(acme.benefits.deductibleExempt == [.laboratory])
    #expect(acme.benefits.outOfPocketMaximum?.family == Money(cents: 6000_00))
    #expect(acme.benefits.copays.map(\.amount.cents) == [15_00, 25_00])
    #expect(acme.benefits.coinsurance == [.laboratory: 0])
    #expect(acme.benefits.coinsurancePercent == 20)
    #expect(acme.benefits.visitLimits.map(\.visits) == [20])
    #expect(acme.edits == Plan.standardEdits.union([.newPatient]).subtracting([.levelOfService]))
    #expect(acme.coverage.needsAuthorization == "70551-70553")
    #expect(acme.coverage.carveOuts.map(\.payer) == ["MINDCARE"])
    #expect(acme.coverage.providers["1234567893"]?.through?.iso == "2026-03-31")
    #expect(acme.enrollment.isOpen)
    let member = try #require(acme.enrollment.members["M1001"])
    #expect(member.born?.iso == "1980-02-29")
    #expect(member.periods.count == 2)
    #expect(member.dependents.count == 1)
    #expect(member.primaryInsurances.map(\.payer) == ["BEACON1"])
    #expect(member.authorizations.map(\.units) == [1])
    #expect(plans[1].recoupment == .afterNotice)
    #expect(plans[1].paymentMethod == .transfer)
    #expect(plans[1].tables.support == [SupportRule("99381-99397", .needs, "Z00-Z13")])
    #expect(plans[1].tables.bundled == "99000")
    #expect(plans[1].tables.necessity == PayerTables.builtIn.necessity)
  }

  @Test func builtInPlansCanBeWrittenAsYAML() throws {
    let plans = try Self.plans(
      """
      plans:
        - payer: ACMEHLTH
          name: Acme Health Plan
          copays: [{amount: 25, services: [visit]}]
        - payer: BEACON1
          name: Beacon Mutual
          timely-filing-days: 180
          fees: {percent: 115}
          copays: [{amount: 40, services: [visit]}]
          coinsurance: {default: 20}
      """)
    #expect(plans == Plan.builtIn)
  }

  /// A plan without a price for a service refuses it; it never writes the whole charge off as above its price.
  @Test func planWithListedPricesRefusesOthers() throws {
    let plan = try #require(
      try Self.plans("plans:\n  - payer: A\n    fees: {schedule: listed, prices: {\"99213\": 80}}").first)
    #expect(plan.feeSchedule.shareOfChargeWhenUnlisted == 0 && plan.edits.contains(.priced))
    let only = try #require(
      try Self.plans("plans:\n  - payer: A\n    edits: {only: [duplicate]}").first)
    #expect(only.edits == [.duplicateService, .priced])
  }

  /// Each fault is a sentence: what was expected, found one thing.
  @Test(arguments: [
    ("plans:\n\t- payer: A", "expected YAML, found character that cannot start any token"),
    ("plans:\n  - payer: [A", "expected YAML, here ',' or ']', found something else"),
    ("plans:\n  - payer: A\n    payer: B", "expected YAML, found a key that is there twice"),
  ])
  func parserIsQuotedInWholeSentences(text: String, words: String) {
    do throws(YAMLFault) {
      _ = try PlanFile(text, name: "plans.yaml")
      Issue.record("read")
    } catch {
      #expect(error.description.contains(words), "\(error)")
    }
  }

  struct Flaw: CustomTestStringConvertible, Sendable {
    var text: String
    var line: Int
    var column: Int
    var expected: String
    var testDescription: String { expected }

    init(_ lines: String, _ line: Int, _ column: Int, _ expected: String) {
      (self.text, self.line, self.column, self.expected) = (lines, line, column, expected)
    }
  }

  @Test(arguments: [
    Flaw("", 1, 1, "keys and values"),
    Flaw("plans: 5", 1, 8, "a list under plans"),
    Flaw("plan: []", 1, 1, "the key plans"),
    Flaw("plans: []", 1, 1, "at least one plan"),
    Flaw("plans:\n  - name: x", 2, 5, "the key payer"),
    Flaw("plans:\n  - payer: A\n    colour: red", 3, 5, "one of coinsurance, copays"),
    Flaw("plans:\n  - payer: A\n    timely-filing-days: soon", 3, 25, "a whole number from 1 to 3650"),
    Flaw("plans:\n  - payer: A\n    deductible: {family: 3}", 3, 17, "the key individual"),
    Flaw("plans:\n  - payer: A\n    deductible: {individual: -3}", 3, 30, "an amount in dollars"),
    Flaw("plans:\n  - payer: A\n    coinsurance: {default: 120}", 3, 28, "a whole number from 0 to 100"),
    Flaw("plans:\n  - payer: A\n    coinsurance: {brain: 20}", 3, 19, "one of visit, other-visit"),
    Flaw("plans:\n  - payer: A\n    copays: [{amount: 5}]", 3, 14, "the services the co-pay is for"),
    Flaw(
      "plans:\n  - payer: A\n    copays: [{amount: 5, services: [visit], places: [x]}]", 3, 54, "a place of service"),
    Flaw("plans:\n  - payer: A\n    edits: {without: [ncci]}", 3, 23, "one of member-known"),
    Flaw("plans:\n  - payer: A\n    coverage: {needs-records: \"99-\"}", 3, 31, "codes or ranges"),
    Flaw("plans:\n  - payer: A\n    coverage: {providers: [{npi: \"1234567890\"}]}", 3, 34, "an NPI of ten digits"),
    Flaw("plans:\n  - payer: A\n    members: [{id: M1, born: 1980-02-30}]", 3, 30, "a date, YYYY-MM-DD"),
    Flaw("plans:\n  - payer: A\n    members: [{id: M1}, {id: M1}]", 3, 30, "a number that no other member has"),
    Flaw(
      "plans:\n  - payer: A\n    members: [{id: M1, covered: [{from: 2026-02-01, through: 2026-01-01}]}]", 3, 62,
      "a day not before 2026-02-01"),
    Flaw("plans:\n  - payer: A\n    fees: {schedule: medicare}", 3, 22, "a schedule that is there"),
    Flaw(
      "plans:\n  - payer: A\n    tables: {support: [{procedures: \"99213\"}]}", 3, 24, "either needs or needs-other"),
    Flaw("plans:\n  - payer: A\n  - payer: A", 3, 5, "one plan for each payer"),
    Flaw("plans:\n  - payer: [A", 3, 1, "YAML"),
    Flaw("plans:\n\t- payer: A", 2, 1, "YAML"),
    Flaw("plans:\n  - payer: ABCDEFGHIJKLMNOP", 2, 12, "a payer's identifier of at most 15"),
    Flaw("plans:\n  - payer: \"A*B~C\"", 2, 12, "a payer's identifier of at most 15"),
    Flaw("plans:\n  - payer: A.B", 2, 12, "a payer's identifier of at most 15"),
    Flaw("plans:\n  - payer: A\n    fees: {schedule: listed}", 3, 11, "prices for 'schedule: listed'"),
    Flaw("plans:\n  - payer: A\n    fees: {prices: {\"99213\": 0}}", 3, 30, "a price above 0"),
    Flaw("plans:\n  - payer: A\n    edits: {without: [priced]}", 3, 22, "edits that a plan can do without"),
    Flaw(
      "plans:\n  - payer: A\n    coverage: {exclusions: [{procedures: \"99213\", remark: QQQ9}]}", 3, 59,
      "a published remark"),
    Flaw("plans:\n  - payer: A\n    name: x\n    payer: B", 4, 5, "YAML"),
    Flaw("plans:\n  - {payer: A, name: x, payer: B}", 2, 25, "YAML"),
  ])
  func flawIsToldWithItsPlace(flaw: Flaw) {
    do throws(YAMLFault) {
      _ = try PlanFile(flaw.text, name: "plans.yaml")
      Issue.record("read")
    } catch {
      #expect(error.expected.hasPrefix(flaw.expected), "\(error)")
      #expect(error.line == flaw.line, "\(error)")
      #expect(error.column == flaw.column, "\(error)")
      #expect(!error.remedy.isEmpty)
    }
  }

  /// The name must stand in answers.
  @Test(arguments: ["日本", "~", " - "]) func nameThatX12CannotCarryIsRefusedWhereItStands(name: String) throws {
    let fault = #expect(throws: YAMLFault.self) {
      try Self.plans("plans:\n  - payer: P1\n    name: \"\(name)\"\n")
    }
    #expect(fault?.description.contains("plans.yaml:3:11") == true, "\(fault?.description ?? "")")
    #expect(try Self.plans("plans:\n  - payer: P1\n    name: \"Caisse Île\"\n").first?.name == "Caisse Île")
  }
}
