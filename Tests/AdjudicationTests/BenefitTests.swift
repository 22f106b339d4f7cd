import Adjudication
import ClaimModel
import Testing

@Suite struct BenefitTests {
  static func dollars(_ amount: Int) -> Money { Money(cents: amount * 100) }

  static func plan(_ change: (inout Benefits) -> Void) -> Adjudicator {
    var plan = Plan.acmeHealth
    plan.benefits = Benefits()
    change(&plan.benefits)
    plan.enrollment.isOpen = true
    return Adjudicator(plan: plan, codeSet: Fixtures.codes)
  }

  /// A payer with one member, who may have a family.
  struct Desk {
    var adjudicator: Adjudicator
    var history = ClaimHistory()
    var standing = MemberStanding()
    var count = 0

    init(_ adjudicator: Adjudicator) { self.adjudicator = adjudicator }

    mutating func decide(_ claim: Claim) -> ClaimPayment {
      count += 1
      let result = adjudicator.adjudicate(
        claim, number: PayerClaimNumber("P\(count)"), received: Fixtures.today, history: history, standing: standing)
      history.apply(result)
      standing.apply(result)
      return result.payments[result.payments.count - 1]
    }
  }

  /// A chest film at $100 allowed when charged $100 or more: 71046 is allowed $33 by the built-in schedule.
  static func film(
    _ submission: Int, on day: CalendarDate = Fixtures.service, frequency: ClaimFrequency = .original,
    original: PayerClaimNumber? = nil
  ) -> Claim {
    Fixtures.claim(
      [Fixtures.line("71046", 45, on: day.adding(days: -submission))], submission: submission, frequency: frequency,
      original: original)
  }

  @Test func deductibleIsPaidFirstAndOnceAPlanYear() {
    var desk = Desk(
      Self.plan {
        $0.deductible = .init(individual: Self.dollars(40))
        $0.coinsurancePercent = 50
      })
    #expect(desk.decide(Self.film(1)).lines[0].reasons == ["CO-45 12.00", "PR-1 33.00"])
    #expect(desk.decide(Self.film(2)).lines[0].reasons == ["CO-45 12.00", "PR-1 7.00", "PR-2 13.00"])
    #expect(desk.decide(Self.film(3)).lines[0].reasons == ["CO-45 12.00", "PR-2 16.50"])
    #expect(desk.standing.member.years[2026]?.deductible == Self.dollars(40))
    #expect(desk.decide(Self.film(4, on: Fixtures.service.adding(days: -120))).lines[0].reasons.contains("PR-1 33.00"))
    #expect(desk.standing.member.years[2025]?.deductible == Self.dollars(33))
  }

  @Test func planYearMayBeginInAnyMonth() {
    let benefits = Benefits(planYearMonth: 7)
    #expect(benefits.planYear(of: CalendarDate(year: 2026, month: 6, day: 30)!) == 2025)
    #expect(benefits.planYear(of: CalendarDate(year: 2026, month: 7, day: 1)!) == 2026)
  }

  @Test func voidAndReplacementGiveBackWhatTheyTake() {
    var desk = Desk(Self.plan { $0.deductible = .init(individual: Self.dollars(40)) })
    _ = desk.decide(Self.film(1))
    _ = desk.decide(Self.film(2))
    _ = desk.decide(Self.film(1, frequency: .void, original: "P1"))
    #expect(desk.standing.member.years[2026]?.deductible == Self.dollars(7))
    let replaced = desk.decide(Self.film(2, frequency: .replacement, original: "P2"))
    #expect(replaced.lines[0].reasons == ["CO-45 12.00", "PR-1 33.00"])
    _ = desk.decide(Self.film(2, frequency: .void, original: "P4"))
    #expect(desk.standing == MemberStanding())
  }

  @Test func familyStopsPayingBeforeEachMemberDoes() {
    var desk = Desk(
      Self.plan { $0.deductible = .init(individual: Self.dollars(100), family: Self.dollars(150)) })
    desk.standing.family.years[2026] = Accumulators(deductible: Self.dollars(140), outOfPocket: Self.dollars(140))
    #expect(desk.decide(Self.film(1)).lines[0].reasons == ["CO-45 12.00", "PR-1 10.00"])
    #expect(desk.standing.family.years[2026]?.deductible == Self.dollars(150))
  }

  @Test func sharesStopAtTheOutOfPocketMaximum() {
    var desk = Desk(
      Self.plan {
        $0.outOfPocketMaximum = .init(individual: Self.dollars(30))
        $0.copays = [.init(Self.dollars(25), for: [.visit])]
        $0.coinsurancePercent = 100
      })
    let claim = Fixtures.claim([Fixtures.line("99213", 165), Fixtures.line("71046", 45)])
    let payment = desk.decide(claim)
    #expect(payment.lines.map(\.reasons) == [["CO-45 76.00", "PR-3 25.00"], ["CO-45 12.00", "PR-2 5.00"]])
    #expect(desk.decide(Self.film(2)).lines[0].reasons == ["CO-45 12.00"])
  }

  @Test func copayDependsOnPlaceAndKind() {
    let adjudicator = Self.plan {
      $0.copays = [
        .init(Self.dollars(10), for: [.visit], at: ["02", "10"]), .init(Self.dollars(25), for: [.visit]),
        .init(Self.dollars(5), for: [.laboratory]),
      ]
    }
    var claim = Fixtures.claim()
    #expect(adjudicator.payment(of: claim).lines.map { $0.reasons.last } == ["PR-3 25.00", "PR-3 5.00"])
    claim.placeOfService = "10"
    #expect(adjudicator.payment(of: claim).lines[0].reasons.last == "PR-3 10.00")
  }

  @Test func coinsuranceAndDeductibleDependOnTheKindOfService() {
    let adjudicator = Self.plan {
      $0.deductible = .init(individual: Self.dollars(10))
      $0.deductibleExempt = [.laboratory]
      $0.coinsurance = [.laboratory: 0, .imaging: 50]
      $0.coinsurancePercent = 20
    }
    let claim = Fixtures.claim([
      Fixtures.line("83036", 18), Fixtures.line("71046", 45), Fixtures.line("94010", 35),
    ])
    #expect(
      adjudicator.payment(of: claim).lines.map(\.reasons) == [
        ["CO-45 8.25"], ["CO-45 12.00", "PR-1 10.00", "PR-2 11.50"], ["CO-45 8.00", "PR-2 5.40"],
      ])
  }

  @Test func visitsAreCountedByDay() {
    var desk = Desk(
      Self.plan { $0.visitLimits = [.init(name: "therapy", procedures: "97110-97140", visits: 2)] })
    func visit(_ submission: Int) -> Claim {
      Fixtures.claim(
        [Fixtures.line("97110", 55), Fixtures.line("97140", 50)].map { line in
          var line = line
          line.dateOfService = Fixtures.service.adding(days: -submission)
          return line
        }, submission: submission)
    }
    #expect(desk.decide(visit(1)).paid > .zero)
    #expect(desk.decide(visit(2)).paid > .zero)
    #expect(desk.decide(visit(3)).lines.map(\.reasons) == [["PR-119 55.00"], ["PR-119 50.00"]])
    #expect(desk.standing.member.years[2026]?.days(of: "therapy") == 2)
  }

  /// Therapy on days before the usual one, a line for each, or one line from the first to the last.
  private static func therapy(
    _ submission: Int, _ days: [Int], isSpan: Bool = false, procedure: ProcedureCode = "97110",
    frequency: ClaimFrequency = .original, original: PayerClaimNumber? = nil
  ) -> Claim {
    var lines = days.map { Fixtures.line(procedure, 55, on: Fixtures.service.adding(days: -$0)) }
    if isSpan, let last = lines.popLast() {
      lines[0].lastDateOfService = last.dateOfService
      lines = [lines[0]]
    }
    return Fixtures.claim(lines, submission: submission, frequency: frequency, original: original)
  }

  private static func therapist(visits: Int = 2) -> Desk {
    Desk(plan { $0.visitLimits = [.init(name: "therapy", procedures: "97110-97140", visits: visits)] })
  }

  private static func isPaid(_ payment: ClaimPayment) -> [Bool] { payment.lines.map { $0.allowed != nil } }

  @Test func daysOfOneClaimAreCountedEach() {
    var desk = Self.therapist()
    #expect(Self.isPaid(desk.decide(Self.therapy(1, [5, 4, 3]))) == [true, true, false])
    #expect(Self.isPaid(desk.decide(Self.therapy(2, [2]))) == [false])
    // A day that is used costs nothing more.
    #expect(Self.isPaid(desk.decide(Self.therapy(3, [4], procedure: "97140"))) == [true])
    #expect(desk.standing.member.years[2026]?.days(of: "therapy") == 2)
  }

  @Test func daysOfASpanAreCountedEachAndInTheirYear() {
    var desk = Self.therapist()
    #expect(desk.decide(Self.therapy(1, [7, 5], isSpan: true)).lines.map(\.reasons) == [["PR-119 55.00"]])
    #expect(desk.standing.member.isEmpty)
    // 15 April is the 105th day: from 30 December to 1 January.
    #expect(Self.isPaid(desk.decide(Self.therapy(2, [106, 104], isSpan: true))) == [true])
    #expect(desk.standing.member.years.mapValues { $0.days(of: "therapy") } == [2025: 2, 2026: 1])
    #expect(Self.isPaid(desk.decide(Self.therapy(3, [3, 2]))) == [true, false])
  }

  @Test func refusedLineUsesNoDay() {
    var desk = Self.therapist(visits: 1)
    var plan = desk.adjudicator.plan
    plan.feeSchedule.fees["97140"] = .init(.zero)
    desk.adjudicator.plan = plan
    var claim = Self.therapy(1, [5, 4])
    claim.lines[0].service.procedure = "97140"
    #expect(Self.isPaid(desk.decide(claim)) == [false, true])
  }

  /// A day that two claims have is given back with the second of them.
  @Test func daysAreGivenBackByVoidsAndReplacements() {
    var desk = Self.therapist()
    _ = desk.decide(Self.therapy(1, [5, 4]))
    _ = desk.decide(Self.therapy(2, [5], procedure: "97140"))
    _ = desk.decide(Self.therapy(1, [5, 4], frequency: .void, original: "P1"))
    #expect(desk.standing.member.years[2026]?.days(of: "therapy") == 1)
    #expect(Self.isPaid(desk.decide(Self.therapy(3, [3, 2]))) == [true, false])
    _ = desk.decide(Self.therapy(3, [1], frequency: .replacement, original: "P4"))
    #expect(desk.standing.member.years[2026]?.days(of: "therapy") == 2)
    _ = desk.decide(Self.therapy(3, [1], frequency: .void, original: "P5"))
    _ = desk.decide(Self.therapy(2, [5], frequency: .void, original: "P2"))
    #expect(desk.standing == MemberStanding())
  }

  /// Days that earlier versions counted are no less used for having no names.
  @Test func countsOfEarlierVersionsStand() {
    var desk = Self.therapist()
    desk.standing.member.years[2026] = Accumulators(visits: ["therapy": 1])
    #expect(Self.isPaid(desk.decide(Self.therapy(1, [5, 4]))) == [true, false])
  }

  @Test func planWithoutLimitsCountsNothing() {
    var desk = Desk(Fixtures.beacon)
    _ = desk.decide(Fixtures.claim(payer: "BEACON1"))
    #expect(desk.standing == MemberStanding())
  }

  @Test(arguments: [
    ("99213", "visit"), ("99396", "preventive"), ("99283", "other-visit"), ("90686", "preventive"),
    ("80061", "laboratory"), ("71046", "imaging"), ("20610", "surgery"), ("97110", "therapy"),
    ("90834", "mental-health"), ("93000", "medicine"), ("J1100", "drug"), ("E0110", "equipment"), ("0999Z", "other"),
  ])
  func proceduresHaveAKind(code: String, kind: String) {
    #expect(BenefitCategory(ProcedureCode(code)).rawValue == kind)
  }

  @Test func modifiersChangeThePrice() {
    func allowed(_ modifiers: [ProcedureModifier], at place: PlaceOfService = .office) -> Money {
      let fees: [ProcedureCode: FeeSchedule.Fee] = ["20610": .init(Self.dollars(60), facility: Self.dollars(40))]
      let schedule = FeeSchedule(
        fees: fees, parts: ["26": ["20610": .init(Self.dollars(20))]], shareOfChargeWhenUnlisted: 50)
      return schedule.allowed(for: Fixtures.line("20610", 200, modifiers: modifiers), at: place)
    }
    #expect(allowed([]) == Self.dollars(60))
    #expect(allowed(["50"]) == Self.dollars(90))
    #expect(allowed(["26"]) == Self.dollars(20))
    #expect(allowed([], at: "22") == Self.dollars(40))
    #expect(allowed(["80"], at: "22") == Money(cents: 640))
    #expect(allowed(["62"]) == Money(cents: 37_50))
    #expect(allowed(["AS"]) == Money(cents: 8_16))
    #expect(allowed(["80", "AS"]) == Money(cents: 8_16) && allowed(["AS", "82"]) == Money(cents: 8_16))
    #expect(allowed(["62", "50"]) == Money(cents: 56_25))
  }

  /// A share is taken of the fee, not of a charge below it.
  @Test func shareOfAHighFeeIsNotTakenOfTheCharge() {
    let schedule = FeeSchedule(fees: ["27447": .init(Self.dollars(3_000))], shareOfChargeWhenUnlisted: 50)
    func allowed(_ charge: Int, units: Int = 1) -> Money {
      schedule.allowed(for: Fixtures.line("27447", charge, modifiers: ["80"], units: units), at: .office)
    }
    #expect(allowed(1_000) == Self.dollars(480) && allowed(400) == Self.dollars(400))
    #expect(allowed(400, units: .max) == Self.dollars(400) && allowed(400, units: .max / 300_000) == Self.dollars(400))
  }
}
