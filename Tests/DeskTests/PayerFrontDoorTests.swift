import Adjudication
import ClaimModel
import PayerDesk
import Testing

/// What the payer holds against the 837P as it was sent: totals, units, who the patient is.
@Suite struct PayerFrontDoorTests {
  private static let now = Timestamp(startOf: CalendarDate(yyyymmdd: "20261129")!)

  private static func answer(
    _ plan: Plan = .acmeHealth, _ change: (inout ForeignClaim) -> Void
  ) throws -> OfflinePayer.ClaimLine? {
    var payer = OfflinePayer(adjudicator: try Engines.adjudicator(plan), now: now, isStrict: true)
    var claim = ForeignClaim()
    change(&claim)
    return payer.answer(ForeignClaim.file([claim])).claims.first
  }

  @Test(arguments: [("500", "A8:400"), ("149.99", "A8:400"), ("0", "A8:400"), ("150", nil)] as [(String, String?)])
  func totalThatIsNotTheSumOfItsLinesIsRejected(total: String, status: String?) throws {
    let claim = try #require(try Self.answer { $0.total = total })
    #expect(claim.isPaid == (status == nil))
    if let status {
      #expect(claim.reasons.map { $0.prefix(6) } == [status.prefix(6)])
      #expect(claim.charge == Money(total))
    }
  }

  @Test(arguments: ["1.5", "0.5", "0", "-1", "2.001"])
  func unitsThatAreNotWholeAreRejectedAndNeverRounded(units: String) throws {
    let claim = try #require(try Self.answer { $0.units = units })
    #expect(claim.status == "rejected" && claim.reasons.map { $0.prefix(6) } == ["A7:476"])
  }

  @Test func wholeUnitsMayBeWrittenWithZeroDecimals() throws {
    #expect(try Self.answer { $0.units = "1.00" }?.isPaid == true)
  }

  /// Delimiters of ours that are data in the question.
  @Test func identifiersComeBackAsTheyWereSent() throws {
    var payer = OfflinePayer(adjudicator: try Engines.adjudicator(.acmeHealth), now: Self.now, isStrict: true)
    let numbers = ["ACCT@1", "ACCT#2", "ACCT%3", "@", "ACCT 5"]
    let claims = numbers.map { number in
      var claim = ForeignClaim(number: number)
      claim.member = "M\(number)"
      if number == "ACCT%3" { claim.charge = "0" }
      return claim
    }
    var text = String(decoding: ForeignClaim.file(claims), as: UTF8.self)
    for (old, new) in [("*", "|"), (":", ">"), ("^", "!"), ("~", "?"), ("@", ":"), ("#", "*"), ("%", "~")] {
      text = text.replacing(old, with: new)
    }
    let outcome = payer.answer(Array(text.utf8))
    #expect(outcome.rejections.isEmpty)
    #expect(Set(outcome.claims.map(\.controlNumber.rawValue)) == ["ACCT:1", "ACCT*2", "ACCT~3", ":", "ACCT 5"])
    #expect(outcome.claims.filter { $0.status == "rejected" }.map(\.controlNumber.rawValue) == ["ACCT~3"])
  }

  /// What is wrong in one claim is answered, never a reason to answer nothing.
  @Test(arguments: [":", "^", " ", "::"]) func claimNumberThatIsNoneIsAnswered(number: String) throws {
    var payer = OfflinePayer(adjudicator: try Engines.adjudicator(.acmeHealth), now: Self.now, isStrict: true)
    let outcome = payer.answer(ForeignClaim.file([ForeignClaim(), ForeignClaim(number: number)]))
    #expect(outcome.answers.map(\.set) == ["999"])
    #expect(outcome.rejections.map(\.segment) == ["CLM"])
    #expect(outcome.rejections.map(\.code) == [number == " " ? "1" : "6"])
  }

  /// An atypical provider, who has no NPI, is rejected and named by the tax number.
  @Test func billingProviderWithoutAnNPIIsAnswered() throws {
    var payer = OfflinePayer(adjudicator: try Engines.adjudicator(.acmeHealth), now: Self.now, isStrict: true)
    let text = String(decoding: ForeignClaim.file([ForeignClaim()]), as: UTF8.self)
      .replacing("NM1*85*2*CLINIC*****XX*\(NPI.derived(from: "practice"))~", with: "NM1*85*2*CLINIC~")
    let outcome = payer.answer(Array(text.utf8))
    #expect(outcome.claims.first?.reasons.map { $0.prefix(6) }.contains("A6:562") == true)
    let answer = outcome.answers.first { $0.set == "277CA" }?.bytes ?? []
    #expect(String(decoding: answer, as: UTF8.self).contains("NM1*85*2*CLINIC*****FI*123456789~"))
  }

  /// A GS02 that GS03 cannot hold; the answer goes to ISA06 alone then.
  @Test(arguments: ["SENDER WITH A NAME TOO LONG", " ", "A:1"]) func anySenderIsAnswered(name: String) throws {
    var payer = OfflinePayer(adjudicator: try Engines.adjudicator(.acmeHealth), now: Self.now, isStrict: true)
    let text = String(decoding: ForeignClaim.file([ForeignClaim()]), as: UTF8.self)
      .replacing("GS*HC*SUB1*", with: "GS*HC*\(name)*")
    let outcome = payer.answer(Array(text.utf8))
    #expect(outcome.rejections.isEmpty && outcome.claims.first?.isPaid == true)
    let answer = String(decoding: outcome.answers[0].bytes, as: UTF8.self)
    #expect(answer.contains("GS*FA*ACMEHLTH*\(name == "A:1" ? name : "SUB1")*"))
  }

  @Test func segmentsBehindAnInterchangeAreTold() throws {
    let text = String(decoding: ForeignClaim.file([ForeignClaim()]), as: UTF8.self)
    let group = text[text.firstRange(of: "GS*")!.lowerBound..<text.firstRange(of: "IEA*")!.lowerBound]
    for behind in ["\n" + group, "IEA*1*000000001~", group + text] {
      var payer = OfflinePayer(adjudicator: try Engines.adjudicator(.acmeHealth), now: Self.now, isStrict: true)
      let outcome = payer.answer(Array((text + behind).utf8))
      #expect(outcome.claims.first?.isPaid == true && outcome.claims.count == (behind.contains("ISA") ? 2 : 1))
      #expect(outcome.rejections.map(\.code) == ["024"])
      #expect(
        outcome.rejections.first?.reason.contains("byte \(text.utf8.count + (behind.first == "\n" ? 1 : 0))") == true)
      let verdicts = outcome.answers.filter { $0.set == "TA1" }.map { String(decoding: $0.bytes, as: UTF8.self) }
      #expect(verdicts.count == 1 && verdicts[0].contains("*E*024~"))
    }
    var payer = OfflinePayer(adjudicator: try Engines.adjudicator(.acmeHealth), now: Self.now, isStrict: true)
    #expect(payer.answer(Array((text + "GS is no segment here, ST neither").utf8)).rejections.isEmpty)
  }

  private static func remittance(_ outcome: OfflinePayer.Outcome) -> [String] {
    let bytes = outcome.answers.first { $0.set == "835" }?.bytes ?? []
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test func subscriberIsToldBesideADependent() throws {
    var payer = OfflinePayer(adjudicator: try Engines.adjudicator(.acmeHealth), now: Self.now, isStrict: true)
    var child = ForeignClaim(number: "C2")
    child.dependent = (first: "BEN", born: "20120630")
    let segments = Self.remittance(payer.answer(ForeignClaim.file([ForeignClaim(), child])))
    #expect(
      segments.filter { $0.hasPrefix("NM1*") } == [
        "NM1*QC*1*ROE*ANN****MI*M2002~", "NM1*QC*1*ROE*BEN****MI*M2002~", "NM1*IL*1******MI*M2002~",
      ])
  }

  @Test func frequencyComesBackAsSent() throws {
    var payer = OfflinePayer(adjudicator: try Engines.adjudicator(.acmeHealth), now: Self.now, isStrict: true)
    let first = Self.remittance(payer.answer(ForeignClaim.file([ForeignClaim()])))
    let number = try #require(
      first.first { $0.hasPrefix("CLP*") }?.split(separator: "*", omittingEmptySubsequences: false)[7])
    var claim = ForeignClaim()
    (claim.frequency, claim.original) = ("6", String(number))
    let second = Self.remittance(payer.answer(ForeignClaim.file([claim]))).filter { $0.hasPrefix("CLP*") }
    #expect(second.map { $0.suffix(6) } == ["*11*1~", "*11*6~"])
    #expect(second.first?.hasPrefix("CLP*C1*22*") == true)
  }

  private static func plan(_ change: (inout Member) -> Void) -> Plan {
    var plan = Plan.acmeHealth
    var member = Member(born: CalendarDate(yyyymmdd: "19800101")!)
    change(&member)
    plan.enrollment = Enrollment(members: ["M2002": member])
    return plan
  }

  /// A subscriber stays one, however the date of birth is written.
  @Test(arguments: [true, false])
  func mistypedBirthDateOfASubscriberIsAskedFor(coversDependents: Bool) throws {
    let plan = Self.plan {
      $0.coversDependents = coversDependents
      $0.dependents = coversDependents ? [CalendarDate(yyyymmdd: "20120630")!] : []
    }
    let claim = try #require(try Self.answer(plan) { $0.born = "19800102" })
    #expect(claim.reasons == ["CO-16 150.00", "N329", "MA130"])
    #expect(try Self.answer(plan) { $0.born = "19800101" }?.isPaid == true)
  }

  @Test(arguments: [(true, "20120701", "PR-32 150.00"), (false, "20120630", "PR-33 150.00"), (true, "20120630", nil)])
  func dependentIsKnownByTheLoopItStandsIn(coversDependents: Bool, born: String, reason: String?) throws {
    let plan = Self.plan {
      $0.coversDependents = coversDependents
      $0.dependents = [CalendarDate(yyyymmdd: "20120630")!]
    }
    let claim = try #require(try Self.answer(plan) { $0.dependent = (first: "BEN", born: born) })
    #expect(claim.isPaid == (reason == nil))
    if let reason { #expect(claim.reasons == [reason]) }
  }
}
