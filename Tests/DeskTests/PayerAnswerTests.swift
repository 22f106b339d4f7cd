import Adjudication
import ClaimModel
import PayerDesk
import Testing
import X12

/// What a submitter finds in the payer's answers: its own identifiers as it sent them, its application, its test mark, the
/// days and the lines it billed.
@Suite struct PayerAnswerTests {
  private static let now = Timestamp(startOf: CalendarDate(yyyymmdd: "20261129")!)

  /// The answers to a file in which texts were replaced by others of the writer's choice.
  private static func answers(
    to claims: [ForeignClaim] = [ForeignClaim()], replacing changes: [String: String] = [:], plan: Plan = .acmeHealth
  ) throws -> [String: String] {
    var text = String(decoding: ForeignClaim.file(claims), as: UTF8.self)
    for (old, new) in changes {
      #expect(text.contains(old), "the file has no \(old)")
      text = text.replacing(old, with: new)
    }
    var payer = OfflinePayer(adjudicator: try Engines.adjudicator(plan), now: now, isStrict: true)
    let answers = payer.answer(Array(text.utf8)).answers
    return Dictionary(uniqueKeysWithValues: answers.map { ($0.set, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test func identifiersComeBackAsTheyWereSent() throws {
    var claim = ForeignClaim()
    claim.number = "Acct-9x"
    let answers = try Self.answers(to: [claim], replacing: ["REF*6R*1": "REF*6R*Line-a1"])
    #expect(answers["277CA"]?.contains("TRN*2*Acct-9x~") == true)
    #expect(answers["835"]?.contains("CLP*Acct-9x*") == true)
    #expect(answers["835"]?.contains("REF*6R*Line-a1~") == true)
  }

  @Test(arguments: [("one", "IK4*4**6*one~"), ("\u{d6}NE", "IK4*4**6~")])
  func copyOfBadDataIsACopyOrNone(units: String, expected: String) throws {
    var claim = ForeignClaim()
    claim.units = units
    let answer = try #require(try Self.answers(to: [claim])["999"])
    #expect(answer.contains(expected), "\(answer)")
  }

  @Test func answersToATestAreATest() throws {
    for (sent, usage) in [("*0*P*:", "P"), ("*0*T*:", "T")] {
      let answers = try Self.answers(replacing: ["*0*P*:": sent])
      #expect(answers.count == 3)
      for (set, text) in answers { #expect(text.prefix(103).hasSuffix("*\(usage)"), "\(set)") }
    }
  }

  @Test func answersGoToTheApplicationThatAsked() throws {
    let answers = try Self.answers(
      replacing: ["GS*HC*SUB1*": "GS*HC*App7*", "*ZZ*SUB1           *": "*30*123456789      *"])
    #expect(answers.count == 3)
    for (set, text) in answers {
      #expect(text.contains("*ACMEHLTH*App7*2026"), "\(set): GS03")
      #expect(text.contains("*30*123456789      *"), "\(set): ISA07, ISA08")
    }
  }

  @Test func rangeOfDaysComesBackAsARange() throws {
    let answers = try Self.answers(replacing: ["DTP*472*D8*20261101": "DTP*472*RD8*20261101-20261103"])
    #expect(answers["277CA"]?.contains("DTP*472*RD8*20261101-20261103~") == true)
    #expect(answers["835"]?.contains("DTM*150*20261101~\nDTM*151*20261103~") == true)
    #expect(answers["835"]?.contains("DTM*472") == false)
  }

  @Test(arguments: [("20261128-20261205", "A7:187"), ("20261103-20261101", "A8:187"), ("20261101-20261129", nil)])
  func lastDayIsHeldAgainstTheCalendar(days: String, status: String?) throws {
    let answers = try Self.answers(replacing: ["DTP*472*D8*20261101": "DTP*472*RD8*\(days)"])
    #expect(answers["277CA"]?.contains("STC*\(status ?? "A2:20")*") == true)
    #expect((answers["835"] == nil) == (status != nil))
  }

  @Test func serviceThatGoesOnAfterTheCoverageIsRefused() throws {
    var plan = Plan.acmeHealth
    var member = Member(born: CalendarDate(yyyymmdd: "19800101")!)
    member.periods = [ValidPeriod(from: nil, through: CalendarDate(yyyymmdd: "20261102")!)]
    plan.enrollment = Enrollment(members: ["M2002": member])
    for (days, isCovered) in [("20261101-20261102", true), ("20261101-20261103", false)] {
      let answers = try Self.answers(replacing: ["DTP*472*D8*20261101": "DTP*472*RD8*\(days)"], plan: plan)
      #expect((answers["835"]?.contains("CAS*PR*27*150~") == false) == isCovered, "\(days)")
    }
  }

  @Test func rejectedClaimNamesTheLine() throws {
    let first = "DTP*472*D8*20261101~\nREF*6R*1"
    let second = "LX*2~\nSV1*HC:90834:25*80*UN*0***1~\nDTP*472*D8*20261102~\nREF*6R*Zwei"
    var claim = ForeignClaim()
    claim.total = "230"
    let answers = try Self.answers(
      to: [claim], replacing: [first: "\(first)~\n\(second)", "SE*26*": "SE*30*"])
    let text = try #require(answers["277CA"], "\(answers)")
    #expect(
      text.contains(
        "SVC*HC:90834:25*80*****0~\nSTC*A7:476*20261129*U~\nREF*FJ*Zwei~\nDTP*472*D8*20261102~\n"), "\(text)")
    #expect(text.split(separator: "SVC*").count == 2, "only the line that is wrong is named")
    #expect(answers["835"] == nil)
  }

  @Test func statusesOfALineAreReadAsTheyWereWritten() throws {
    let answers = try Self.answers(replacing: ["DTP*472*D8*20261101": "DTP*472*RD8*20261201-20261205"])
    let read = ClaimAcknowledgmentReader.read(Array(try #require(answers["277CA"]).utf8)).flatMap(\.accepted)
    let line = try #require(read.flatMap(\.claims).first?.lines.first)
    #expect(line.statuses.map(\.description) == ["A7:187", "A7:510"])
    #expect(line.procedure == "99213" && line.units == 1 && line.charge == Money("150.00") && line.controlNumber == "1")
    #expect(line.dateOfService == CalendarDate(yyyymmdd: "20261201"))
    #expect(line.lastDateOfService == CalendarDate(yyyymmdd: "20261205"))
  }

  @Test func acknowledgmentIsNotAnswered() throws {
    let answer = try #require(try Self.answers()["999"])
    var payer = OfflinePayer(adjudicator: try Engines.adjudicator(.acmeHealth), now: Self.now, isStrict: true)
    let outcome = payer.answer(Array(answer.utf8))
    #expect(outcome.answers.isEmpty)
    #expect(outcome.rejections.map(\.answer) == [nil], "it is told that there is nothing to answer")
  }

  @Test func implementationGuideMustBeNamedByGroupAndTransaction() throws {
    let group = try Self.answers(replacing: ["*X*005010X222A1": "*X*005010X999"])
    #expect(group["999"]?.contains("AK9*R*1*1*0*2~") == true && group["835"] == nil)
    let transaction = try Self.answers(replacing: ["ST*837*0001*005010X222A1": "ST*837*0001"])
    #expect(transaction["999"]?.contains("IK5*R*I6~") == true && transaction["835"] == nil)
  }

  @Test func groupNumberMayNotComeTwice() throws {
    let text = String(decoding: ForeignClaim.file([ForeignClaim()]), as: UTF8.self)
    let start = try #require(text.firstRange(of: "GS*")?.lowerBound)
    let end = try #require(text.firstRange(of: "IEA*")?.lowerBound)
    let answers = try Self.answers(replacing: ["IEA*1*": String(text[start..<end]) + "IEA*2*"])
    let answer = try #require(answers["999"])
    #expect(answer.contains("AK9*A*1*1*1~") && answer.contains("AK9*R*1*1*0*19~"), "\(answer)")
  }
}
