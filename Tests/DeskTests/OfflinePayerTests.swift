import Adjudication
import ClaimModel
import PayerDesk
import Testing

/// What a user reads of a payer without a broker: what was decided, what was made of the telling, what was refused and why.
@Suite struct OfflinePayerTests {
  private static func payer(_ rules: String..., plan: Plan = .acmeHealth) throws -> OfflinePayer {
    OfflinePayer(
      adjudicator: try Engines.adjudicator(plan),
      injector: Injector(rules: try rules.map { rule in try InjectionRule(parsing: rule) }, seed: 1),
      now: Timestamp(startOf: CalendarDate(yyyymmdd: "20261129")!), isStrict: true)
  }

  @Test(arguments: ["lost", "late=100%:3d", "reorder", "duplicate"])
  func claimsAreCountedAsDecidedWhateverBecomesOfTheAnswer(rule: String) throws {
    var payer = try Self.payer(rule)
    let outcome = payer.answer(ForeignClaim.file([ForeignClaim()]))
    #expect(outcome.claims.map(\.paid) == [Money(cents: 64_00)])
    #expect(outcome.injected.map { "\($0.set) \($0.rule)" } == ["835 \(rule)"])
    #expect(outcome.answers.count { $0.set == "835" } == (rule == "duplicate" ? 2 : 0))
    // What is held back is not decided again when it goes out.
    let next = payer.answer(ForeignClaim.file([ForeignClaim(number: "C2", member: "M3")]))
    #expect(next.claims.map(\.controlNumber) == ["C2"])
  }

  @Test(arguments: [("CO-50", "835"), ("underpay", "835"), ("277CA:A3:21", "277CA")])
  func troubleWithADecisionIsToldWithTheClaim(rule: String, set: String) throws {
    var payer = try Self.payer("\(rule)@every=2")
    let outcome = payer.answer(ForeignClaim.file([ForeignClaim(), ForeignClaim(number: "C2", member: "M3")]))
    #expect(outcome.injected == [.init(set: set, rule: "\(rule)@every=2", claim: "C2")])
    #expect(payer.answer(ForeignClaim.file([ForeignClaim(number: "C3", member: "M4")])).injected.isEmpty)
  }

  @Test func totalsAreRightAfterAVoidAndAReplacement() throws {
    var payer = try Self.payer()
    let first = payer.answer(ForeignClaim.file([ForeignClaim()]))
    let payment = try #require(first.answers.first { $0.set == "835" })
    let segments = String(decoding: payment.bytes, as: UTF8.self).split(separator: "~")
    let decision = try #require(segments.first { $0.contains("CLP*C1*") }).split(
      separator: "*", omittingEmptySubsequences: false)
    let replaced = payer.answer(
      ForeignClaim.file([ForeignClaim(charge: "160.00", frequency: "7", original: String(decision[7]))]))
    #expect(replaced.claims.map(\.status) == ["reversal", "paid"])
    #expect(replaced.claims.map(\.patient) == [Money(cents: -25_00), Money(cents: 25_00)])
    #expect((first.claims + replaced.claims).map(\.patient).sum() == Money(cents: 25_00))
  }

  @Test func causesNameLineAndProcedure() throws {
    var payer = try Self.payer()
    let claims = payer.answer(ForeignClaim.file([ForeignClaim(), ForeignClaim(number: "C2")])).claims
    #expect(claims.map(\.status) == ["paid", "denied"])
    let causes = claims.flatMap(\.causes)
    #expect(causes.map(\.code) == ["CO-45", "PR-3", "OA-18"])
    #expect(causes.allSatisfy { $0.line == 1 && $0.procedure == "99213" })
    #expect(claims[0].turn == "primary" && claims[1].turn == nil)
  }

  @Test func planWithoutAPriceRefusesTheService() throws {
    var plan = Plan.acmeHealth
    plan.feeSchedule = FeeSchedule(fees: [:], shareOfChargeWhenUnlisted: 0)
    var payer = try Self.payer(plan: plan)
    let claim = try #require(payer.answer(ForeignClaim.file([ForeignClaim()])).claims.first)
    #expect(claim.status == "denied" && claim.reasons == ["CO-96 150.00", "N448"])
  }

  /// A flaw in a file, and what is said of it: code of the answer, segment and words.
  @Test(arguments: [
    ("SE*26*0001", "SE*99*0001", "999 4 SE", "SE01 says 99, counted 26"),
    ("SE*26*0001", "SE*26*0009", "999 3 SE", "SE02 says 0009, ST02 0001"),
    ("GE*1*1", "GE*3*1", "999 5 GE", "GE01 says 3 of transactions, counted 1"),
    ("GE*1*1", "GE*1*7", "999 4 GE", "GE02 says 7, GS06 1"),
    ("IEA*1*", "IEA*4*", "TA1 021 IEA", "IEA01 says 4 of groups, counted 1"),
    ("IEA*1*000000001", "IEA*1*000000002", "TA1 001 IEA", "IEA02 says 000000002, ISA13 000000001"),
    ("*00501*", "*00401*", "TA1 003 ISA", "ISA12 is not 00501"),
    ("ST*837*0001*005010X222A1", "ST*835*0001*005010X221A1", "999 1 ST", "a transaction 835"),
    ("GS*HC", "GS*HP", "999 1 GS", "a group of HP"),
    ("*UN*1*", "*UN*x*", "999 6 SV1", "SV104 holds a character that may not stand there"),
    ("HL*2*1*22", "HL*7*1*22", "999 7 HL", "HL01 is not the number of the next level"),
    ("HI*ABK:J029~\n", "", "999", ""),
  ])
  func refusedFilesAreToldInWords(old: String, new: String, place: String, words: String) throws {
    var payer = try Self.payer()
    let text = String(decoding: ForeignClaim.file([ForeignClaim()]), as: UTF8.self)
    let flawed = text.replacing(old, with: new)
    try #require(flawed != text)
    let rejections = payer.answer(Array(flawed.utf8)).rejections
    let first = try #require(rejections.first)
    let told = [first.answer, first.code, first.segment].compactMap(\.self).joined(separator: " ")
    #expect(told.hasPrefix(place), "\(first)")
    #expect(first.reason.contains(words), "\(first)")
    for rejection in rejections {
      #expect(!rejection.remedy.isEmpty && !rejection.description.contains("["), "\(rejection.description)")
    }
  }

  @Test(arguments: [("", "an empty file"), (" \r\n", "an empty file"), ("hello", "no ISA"), ("ISA*00*", "no ISA")])
  func whatIsNoInterchangeIsToldToo(text: String, words: String) throws {
    var payer = try Self.payer()
    let outcome = payer.answer(Array(text.utf8))
    #expect(outcome.answers.isEmpty && outcome.rejections.count == 1)
    #expect(outcome.rejections.first?.reason.hasPrefix(words) == true, "\(outcome.rejections)")
    #expect(outcome.rejections.first?.answer == nil)
  }

  /// Several interchanges in a file: each fault is told of its own, also behind one with a broken envelope.
  @Test func faultsOfSeveralInterchangesAreKeptApart() throws {
    var payer = try Self.payer()
    let text = String(decoding: ForeignClaim.file([ForeignClaim()]), as: UTF8.self)
    func numbered(_ number: Int) -> String { text.replacing("000000001", with: "00000000\(number)") }
    let flawed =
      numbered(1).replacing("GE*1*1", with: "").replacing("IEA*1", with: "IEA*9")
      + numbered(2).replacing("SE*26*", with: "SE*77*") + numbered(3)
    let outcome = payer.answer(Array(flawed.utf8))
    #expect(outcome.claims.map(\.status) == ["paid"])
    #expect(
      outcome.rejections.map(\.reason) == [
        "IEA01 says 9 of groups, counted 1", "SE01 says 77, counted 26",
      ], "\(outcome.rejections.map(\.reason))")
  }

  @Test func soundFileHasNoRejections() throws {
    var payer = try Self.payer()
    #expect(payer.answer(ForeignClaim.file([ForeignClaim()])).rejections.isEmpty)
  }
}
