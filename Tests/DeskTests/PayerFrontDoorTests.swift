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
