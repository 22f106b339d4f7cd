import Adjudication
import ClaimModel
import Testing

/// For each row of the table of edits (docs/payer.md) a claim that triggers it alone, and the exact answer.
@Suite struct DecisionTableTests {
  /// A claim that is paid but for one flaw.
  struct Row: CustomTestStringConvertible, Sendable {
    var row: Int
    var edit: EditName
    /// The answer to the flawed line: group, CARC and remarks.
    var answer: String
    /// The flawed line, from 0.
    var line: Int
    var plan: Plan
    var history: ClaimHistory
    var standing: MemberStanding
    var received: CalendarDate
    var claim: Claim
    var testDescription: String { "row \(row) \(edit.rawValue): \(answer)" }

    init(
      _ row: Int, _ edit: EditName, _ answer: String, line: Int = 0, received: CalendarDate = Fixtures.today,
      history: ClaimHistory = ClaimHistory(), standing: MemberStanding = MemberStanding(),
      plan change: (inout Plan) -> Void = { _ in }, claim flaw: (inout Claim) -> Void = { _ in }
    ) {
      (self.row, self.edit, self.answer, self.line) = (row, edit, answer, line)
      (self.received, self.history, self.standing) = (received, history, standing)
      plan = .acmeHealth
      change(&plan)
      claim = Fixtures.claim()
      flaw(&claim)
    }

    /// The claim's lines as they are answered when only `edits` are applied.
    func answers(applying edits: Set<EditName>) -> [String] {
      var plan = plan
      plan.edits = edits
      let result = Adjudicator(plan: plan, codeSet: Fixtures.codes).adjudicate(
        claim, number: "P9", received: received, history: history, standing: standing)
      return result.payments.last?.lines.map { line in
        guard line.allowed == nil, let adjustment = line.adjustments.first else { return "paid" }
        return EditAnswer(adjustment.group, adjustment.reason, line.remarks).description
      } ?? []
    }
  }

  static func member(_ change: (inout Member) -> Void) -> (inout Plan) -> Void {
    var member = Member()
    change(&member)
    return { [member] plan in plan.enrollment = Enrollment(members: ["M100": member]) }
  }

  static func day(_ offset: Int) -> CalendarDate { Fixtures.service.adding(days: offset) }

  static let paidBefore: ClaimHistory = {
    var history = ClaimHistory()
    history.apply(
      Fixtures.acme.adjudicate(Fixtures.claim(), number: "P1", received: Fixtures.today, history: history))
    return history
  }()

  static func services(_ lines: [ClaimLine], diagnoses: [DiagnosisCode] = ["E119"]) -> (inout Claim) -> Void {
    { claim in
      claim.lines = lines
      claim.diagnoses = diagnoses
    }
  }

  static let eligibility: [Row] = [
    Row(4, .memberKnown, "CO-31 N382", plan: { $0.enrollment = Enrollment(members: ["M999": Member()]) }),
    Row(4, .coverageBegun, "PR-26", plan: member { $0.periods = [ValidPeriod(from: day(1))] }),
    Row(4, .coverageEnded, "PR-27", plan: member { $0.periods = [ValidPeriod(through: day(-1))] }),
    Row(
      4, .dependentKnown, "PR-32",
      plan: member {
        $0.born = day(-20_000)
        $0.dependents = [day(-3_000)]
      }, claim: { $0.isDependent = true }),
    Row(
      4, .dependentCoverage, "PR-33",
      plan: member {
        $0.born = day(-20_000)
        $0.coversDependents = false
      }, claim: { $0.isDependent = true }),
    Row(5, .wrongPayer, "OA-109 N418", plan: { $0.coverage.carveOuts = [.init("99213", payer: "MINDCARE")] }),
    Row(
      6, .otherPayerFirst, "CO-22 MA04",
      plan: member { $0.primaryInsurances = [PrimaryInsurance(payer: "FIRST")] }),
    Row(6, .otherPayerFirst, "CO-22 MA04", claim: { $0.responsibility = .secondary }),
    Row(7, .duplicateService, "OA-18", history: paidBefore),
    Row(8, .timelyFiling, "CO-29", received: day(366)),
    Row(
      9, .providerOnDate, "CO-B7 N570",
      plan: { $0.coverage.providers = [.derived(from: "doctor"): .init(through: day(-1))] }),
    Row(9, .providerSpecialty, "CO-8 N95", claim: { $0.rendering.taxonomy = "225100000X" }),
    Row(9, .providerType, "CO-170 N95", claim: { $0.rendering.taxonomy = "163W00000X" }),
  ]

  static let content: [Row] = [
    Row(10, .principalDiagnosis, "CO-16 MA63", claim: { $0.diagnoses = ["W1830XA", "E119"] }),
    Row(
      10, .renderingProvider, "CO-16 N290",
      claim: {
        $0.rendering.npi = $0.billing.npi
        $0.rendering.name = PersonName(last: "Spring Family Practice", first: "")
      }),
    Row(10, .patientMatches, "CO-16 N329 MA130", plan: member { $0.born = day(-20_000) }),
    Row(11, .recordsWanted, "CO-252 N706", claim: services([Fixtures.line("20999", 200)])),
    Row(12, .procedureOnDate, "CO-181 M20", claim: services([Fixtures.line("99201", 90)])),
    Row(
      12, .modifierOnDate, "CO-182 N823",
      claim: services([Fixtures.line("99213", 165, modifiers: ["21"])])),
    Row(12, .diagnosisOnDate, "CO-146 M76", claim: { $0.diagnoses = ["K119", "I10"] }),
    Row(13, .modifierFits, "CO-4 N519", claim: services([Fixtures.line("99213", 165, modifiers: ["RT"])])),
    Row(14, .patientAge, "CO-6", claim: services([Fixtures.line("99394", 200)], diagnoses: ["Z0000"])),
    Row(14, .patientSex, "CO-7", claim: services([Fixtures.line("84153", 38)], diagnoses: ["R972"])),
    Row(
      14, .diagnosisAge, "CO-9",
      claim: {
        $0.diagnoses = ["O219", "I10"]
        $0.patient.birthDate = day(-365 * 70)
      }),
    Row(14, .diagnosisSex, "CO-10", claim: { $0.diagnoses = ["N401", "I10"] }),
    Row(14, .placeOfService, "CO-5 M77", claim: { $0.placeOfService = "21" }),
    Row(
      15, .diagnosisSupports, "CO-11",
      claim: services([Fixtures.line("99213", 165)], diagnoses: ["Z0000"])),
    Row(
      15, .diagnosisCovered, "CO-167",
      claim: services([Fixtures.line("99213", 165)], diagnoses: ["Z411"])),
  ]

  static let coding: [Row] = [
    Row(
      16, .procedurePair, "CO-236 N20",
      claim: services([Fixtures.line("99213", 165), Fixtures.line("20610", 115)])),
    Row(
      16, .bundledService, "CO-97 M15",
      claim: services([Fixtures.line("99000", 9), Fixtures.line("85025", 14)])),
    Row(16, .qualifyingService, "CO-B15 N674", claim: services([Fixtures.line("90472", 30)], diagnoses: ["Z23"])),
    Row(17, .units, "CO-151 N362", claim: services([Fixtures.line("36415", 51, units: 3)])),
    Row(18, .authorization, "CO-197 M62", plan: { $0.coverage.needsAuthorization = "99213" }),
    Row(
      18, .authorizedUnits, "CO-198 N54", standing: MemberStanding(member: BenefitUse(authorizedUnits: ["A1": 2])),
      plan: { plan in
        member { $0.authorizations = [Authorization(number: "A1", procedures: "99213", units: 2)] }(&plan)
        plan.coverage.needsAuthorization = "99213"
      }),
    Row(19, .medicalNecessity, "CO-50 N386", claim: services([Fixtures.line("83036", 18)], diagnoses: ["J029"])),
    Row(
      19, .medicalNecessity, "PR-50 N386",
      claim: services([Fixtures.line("83036", 18, modifiers: ["GA"])], diagnoses: ["J029"])),
    Row(20, .levelOfService, "CO-150", claim: services([Fixtures.line("99215", 320)], diagnoses: ["J00"])),
    Row(21, .excluded, "PR-96 N130", claim: services([Fixtures.line("15824", 900)])),
    Row(21, .excluded, "PR-96 N425", claim: services([Fixtures.line("V5008", 90)])),
    Row(
      21, .excluded, "CO-96 N130",
      plan: { $0.coverage.exclusions = [.init("99213", group: .contractualObligation, remark: "N130")] }),
    Row(21, .notInBenefit, "PR-204 N130", plan: { $0.coverage.notInBenefit = "99213" }),
    Row(
      21, .visitLimit, "PR-119 N640",
      standing: MemberStanding(member: BenefitUse(years: [2026: Accumulators(visits: ["therapy": 20])])),
      plan: { $0.benefits.visitLimits = [.init(name: "therapy", procedures: "97110", visits: 20)] },
      claim: services([Fixtures.line("97110", 55)])),
    Row(
      21, .newPatient, "CO-B16",
      standing: MemberStanding(
        member: BenefitUse(seen: [
          PracticeVisit(
            billing: .derived(from: "practice"), taxonomy: "207Q00000X", date: day(-500), claim: "P1")
        ])),
      claim: services([Fixtures.line("99203", 200)])),
    Row(
      21, .priced, "CO-96 N448",
      plan: { $0.feeSchedule = FeeSchedule(fees: ["83036": .init(Money(cents: 9_75))], shareOfChargeWhenUnlisted: 0) }),
  ]

  static let rows = eligibility + content + coding

  @Test(arguments: rows)
  func flawIsAnsweredExactly(row: Row) {
    #expect(row.answers(applying: [row.edit])[row.line] == row.answer)
    #expect(row.answers(applying: Set(EditName.allCases))[row.line] == row.answer)
    let others = Set(EditName.allCases).subtracting([row.edit])
    #expect(row.answers(applying: others)[row.line] == "paid", "another edit refuses the line as well")
  }

  @Test func everyEditHasARow() {
    #expect(Set(Self.rows.map(\.edit)) == Set(EditName.allCases))
    #expect(PayerEdit.standard.map(\.name) == EditName.allCases)
    for edit in PayerEdit.standard {
      let rows = Self.rows.filter { $0.edit == edit.name }
      #expect(Set(rows.map(\.answer)) == Set(edit.answers.map(\.description)), "\(edit.name.rawValue)")
      #expect(rows.allSatisfy { $0.row == edit.row })
    }
  }

  @Test func editsAreAppliedInTheOrderOfTheTable() {
    let rows = PayerEdit.standard.map(\.row)
    #expect(rows == rows.sorted())
  }

  /// Rows 22 and 23: the price and the shares, as the lines tell them.
  @Test func priceAndSharesAreTold() {
    var plan = Plan.acmeHealth
    plan.benefits = Benefits(
      deductible: .init(individual: Money(cents: 10_00)), copays: [.init(Money(cents: 25_00), for: [.visit])],
      coinsurancePercent: 20)
    let payment = Adjudicator(plan: plan, codeSet: Fixtures.codes).payment(
      of: Fixtures.claim([Fixtures.line("99213", 165), Fixtures.line("71046", 45)]))
    #expect(payment.lines[0].reasons == ["CO-45 76.00", "PR-3 25.00"])
    #expect(payment.lines[1].reasons == ["CO-45 12.00", "PR-1 10.00", "PR-2 4.60"])
    #expect(payment.lines[1].paid == Money(cents: 18_40))
  }

  /// 25 and 57 stand on the visit, 59 and XS on the procedure.
  @Test(arguments: ["25", "59", "XS", "57"] as [ProcedureModifier])
  func modifierLiftsAPairThatAllowsOne(modifier: ProcedureModifier) {
    var plan = Plan.acmeHealth
    plan.edits = [.procedurePair]
    let isOfVisits = ["25", "57"].contains(modifier)
    let claim = Fixtures.claim([
      Fixtures.line("99213", 165, modifiers: isOfVisits ? [modifier] : []),
      Fixtures.line("20610", 115, modifiers: isOfVisits ? [] : [modifier]),
    ])
    #expect(Adjudicator(plan: plan, codeSet: Fixtures.codes).payment(of: claim).lines[0].paid > .zero)
  }

  @Test func refusedServiceBundlesNothing() {
    let claim = Fixtures.claim(
      [Fixtures.line("99213", 165), Fixtures.line("20610", 115, [2])], diagnoses: ["E119", "K1"])
    let lines = Fixtures.acme.payment(of: claim).lines
    #expect(lines[0].paid > .zero)
    #expect(lines[1].reasons == ["CO-146 115.00"])
  }

  @Test func unitsOfEarlierClaimsOfTheDayCount() {
    var history = ClaimHistory()
    let first = Fixtures.claim([Fixtures.line("36415", 34, units: 2)])
    history.apply(Fixtures.acme.adjudicate(first, number: "P1", received: Fixtures.today, history: history))
    let second = Fixtures.claim([Fixtures.line("36415", 17)], submission: 2)
    #expect(Fixtures.acme.payment(of: second, history: history).lines[0].reasons == ["CO-151 17.00"])
  }
}
