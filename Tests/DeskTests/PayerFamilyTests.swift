import Adjudication
import ClaimModel
import Messages
import PayerDesk
import Testing
import X12

@testable import Office

/// Patients under one member number are told apart: the subscriber, and dependents by name and date of birth.
@Suite struct PayerFamilyTests {
  private static let ben = (first: "BEN", born: "20120630")
  private static let cat = (first: "CAT", born: "20120630")
  private static let now = Timestamp(startOf: CalendarDate(yyyymmdd: "20261129")!)

  private static func payer(_ change: (inout Plan) -> Void = { _ in }) throws -> OfflinePayer {
    var plan = Plan.acmeHealth
    change(&plan)
    return OfflinePayer(adjudicator: try Engines.adjudicator(plan), now: now, isStrict: true)
  }

  private static func family(_ change: (inout ForeignClaim) -> Void = { _ in }) -> [ForeignClaim] {
    [nil, ben, cat].enumerated().map { index, dependent in
      var claim = ForeignClaim(number: "C\(index)")
      claim.dependent = dependent
      change(&claim)
      return claim
    }
  }

  @Test func sameServiceOfMotherAndTwinsIsNoDuplicateAndOnesOwnIs() throws {
    var payer = try Self.payer()
    let first = payer.answer(ForeignClaim.file(Self.family())).claims
    #expect(first.count == 3 && first.allSatisfy { $0.paid == Money(cents: 64_00) })
    let again = payer.answer(ForeignClaim.file(Self.family())).claims
    #expect(again.count == 3 && again.allSatisfy { $0.reasons == ["OA-18 150.00"] })
    let middle = Self.family { if $0.dependent != nil { $0.dependent?.first += "*X" } }
    #expect(payer.answer(ForeignClaim.file(middle)).claims.allSatisfy { $0.reasons == ["OA-18 150.00"] })
  }

  @Test func childIsNewToAPracticeThatSawTheMother() throws {
    var payer = try Self.payer { $0.edits.insert(.newPatient) }
    let claims = ["20261101", "20261102"].flatMap { day in
      Self.family {
        $0.procedure = "99203"
        $0.day = day
      }
    }
    let answers = payer.answer(ForeignClaim.file(claims)).claims
    #expect(answers.map(\.isPaid) == [true, true, true, false, false, false])
    #expect(answers.suffix(3).allSatisfy { $0.reasons == ["CO-B16 150.00"] })
  }

  @Test func visitsAndDeductiblesAreEachPatientsAndTheFamilysTogether() throws {
    var payer = try Self.payer {
      $0.benefits = Benefits(
        deductible: .init(individual: Money(cents: 50_00), family: Money(cents: 120_00)),
        visitLimits: [.init(name: "visits", procedures: "99213", visits: 1)])
      $0.enrollment = Enrollment(members: ["M2002": Member(family: "ROE")])
    }
    let claims = Self.family() + Self.family { $0.day = "20261102" }
    let answers = payer.answer(ForeignClaim.file(claims)).claims
    // 89.00 is allowed; the family's third has 20.00 of its 120.00 left.
    #expect(answers.prefix(3).map(\.patient) == [Money(cents: 50_00), Money(cents: 50_00), Money(cents: 20_00)])
    #expect(answers.suffix(3).allSatisfy { $0.reasons.first == "PR-119 150.00" })
  }

  /// A void and a replacement give back to the patient of the claim they name, whoever they are for.
  @Test func useIsGivenBackToWhomItWasCountedFor() throws {
    var plan = Plan.acmeHealth
    plan.benefits = Benefits(deductible: .init(individual: Money(cents: 50_00)))
    plan.enrollment = Enrollment(members: ["M2002": Member(family: "ROE")])
    var bench = DeskBench(PayerDesk(adjudicator: try Engines.adjudicator(plan)))
    bench.now = Self.now
    var numbers: [String] = []
    func send(_ claim: ForeignClaim) throws {
      try bench.take(.claims(ForeignClaim.file([claim]), to: "ACMEHLTH", batchReference: "B1"))
      let remittances = bench.sent.filter { $0.type == .remittanceAdvice }
      numbers += remittances.flatMap { RemittanceReader.read($0.body) }.flatMap(\.accepted)
        .flatMap(\.remittance.claims).map(\.payerClaimNumber.rawValue)
    }
    func use(_ claim: ForeignClaim) -> BenefitUse? {
      let dependent = claim.dependent.map {
        InsuredPerson.Dependent(
          PersonName(last: "ROE", first: $0.first), born: CalendarDate(yyyymmdd: $0.born)!)
      }
      return bench[PayerFile.key(ofUseBy: InsuredPerson(member: "M2002", dependent: dependent))]?.use
    }
    let claims = Self.family { $0.day = "20261103" }
    for claim in claims { try send(claim) }
    #expect(claims.allSatisfy { use($0)?.years[2026]?.deductible == Money(cents: 50_00) })
    #expect(bench[PayerFile.key(ofFamily: "ROE")]?.use.years[2026]?.deductible == Money(cents: 150_00))
    try #require(numbers.count == 3)
    // BEN's claim was CAT's.
    var replacement = claims[2]
    (replacement.frequency, replacement.original, replacement.procedure) = ("7", numbers[1], "99214")
    try send(replacement)
    #expect(use(claims[1])?.isEmpty != false)
    #expect(use(claims[2])?.years[2026]?.deductible == Money(cents: 50_00))
    var void = claims[0]
    (void.frequency, void.original) = ("8", numbers[0])
    try send(void)
    #expect(use(claims[0])?.isEmpty != false)
    #expect(bench[PayerFile.key(ofFamily: "ROE")]?.use.years[2026]?.deductible == Money(cents: 50_00))
  }

  @Test func authorizedUnitsAreUsedUpByAllUnderTheNumber() throws {
    var payer = try Self.payer {
      $0.coverage.needsAuthorization = "99213"
      $0.enrollment = Enrollment(
        members: ["M2002": Member(authorizations: [.init(number: "A1", procedures: "99213", units: 2)])])
    }
    let answers = payer.answer(ForeignClaim.file(Self.family { $0.authorization = "A1" })).claims
    #expect(answers.map(\.isPaid) == [true, true, false])
    #expect(answers.last?.reasons.first == "CO-198 150.00")
  }

  @Test(arguments: [(nil, "C0"), ("BEN", "C1"), ("Cat", "C2"), ("DAN", nil)] as [(String?, String?)])
  func questionsAreAboutOnePatient(first: String?, number: String?) throws {
    var payer = try Self.payer()
    _ = payer.answer(ForeignClaim.file(Self.family()))
    let question = ClaimStatusRequest.Inquiry(
      subject: StatusSubject(
        payer: StatusParty(organization: "Acme", qualifier: "PI", identifier: "ACMEHLTH"),
        receiver: StatusParty(organization: "Clinic", qualifier: "46", identifier: "SUB1"),
        provider: StatusParty(
          organization: "Clinic", qualifier: "XX", identifier: NPI.derived(from: "practice").rawValue),
        subscriber: StatusParty(person: PersonName(last: "ROE", first: "ANN"), qualifier: "MI", identifier: "M2002"),
        dependent: first.map { StatusParty(person: PersonName(last: "ROE", first: $0)) },
        birthDate: CalendarDate(yyyymmdd: "20120630")), trace: "Q7",
      period: ServicePeriod(CalendarDate(yyyymmdd: "20261101")!))
    let envelope = InterchangeEnvelope(sender: "SUB1", receiver: "ACMEHLTH", controlNumber: 7, timestamp: Self.now)
    let answers = payer.answer(
      try ClaimStatusRequestWriter.write(
        [ClaimStatusRequest(reference: "S1", inquiries: [question])], in: envelope)
    ).statuses
    #expect(answers.map(\.controlNumber) == [number] && answers.map(\.trace) == ["Q7"])
  }

  /// Files that were stored before dependents were told apart hold the same bytes as those of subscribers.
  @Test func storedClaimsKeepWhoThePatientIsAndOldOnesAreTheSubscribers() throws {
    let received = try Engines.superbill()
    var claim = Claim(
      controlNumber: "C1", patient: received.registration.patient, coverage: received.registration.coverages[0],
      rendering: received.registration.rendering, billing: received.registration.billing, placeOfService: .office,
      diagnoses: ["J029"], lines: [])
    let old = WireClaim(claim).bytes
    claim.isDependent = true
    let new = WireClaim(claim).bytes
    #expect(old.count < new.count)
    #expect(try WireClaim.decoded(new).model() == claim)
    claim.isDependent = false
    #expect(try WireClaim.decoded(old).model() == claim)
  }
}
