import ClaimModel
import Foundation
import Testing
import X12

/// Questions about claims (276) and their answers (277).
@Suite struct ClaimStatusTests {
  private static func subject(_ fixtures: inout Fixtures, level: Int) -> StatusSubject {
    var subject = StatusSubject(
      payer: StatusParty(organization: "SIM PAYER", qualifier: "PI", identifier: "SIM\(fixtures.number(1...2))"),
      receiver: StatusParty(organization: "SUPERBILL", qualifier: "46", identifier: "BILLER\(fixtures.number(1...2))"))
    if level > 0 {
      subject.provider = StatusParty(
        organization: "\(fixtures.word()) CLINIC", qualifier: "XX", identifier: fixtures.npi().rawValue)
    }
    if level > 1 {
      subject.subscriber = StatusParty(
        person: fixtures.person(), qualifier: "MI", identifier: "M\(fixtures.digits(6))")
      subject.birthDate = fixtures.day()
      subject.sex = .female
    }
    if level > 2 { subject.dependent = StatusParty(person: fixtures.person()) }
    return subject
  }

  private static func references(_ fixtures: inout Fixtures) -> [StatusReference] {
    ["1K", "BLT", "EJ", "D9"].filter { _ in fixtures.chance(60) }.map {
      StatusReference(qualifier: $0, value: "N\(fixtures.digits(6))")
    }
  }

  private static func service(_ fixtures: inout Fixtures, isAnswer: Bool) -> StatusService {
    let isPlain = fixtures.chance(50)
    return StatusService(
      procedure: "99213", modifiers: isPlain ? [] : ["25", "59"], charge: fixtures.amount(),
      paid: isAnswer ? fixtures.amount() : nil, revenueCode: isPlain ? "" : "0300", units: fixtures.number(1...9),
      lineControlNumber: isPlain ? "" : "L\(fixtures.digits(4))")
  }

  static func request(_ fixtures: inout Fixtures) -> ClaimStatusRequest {
    var inquiries: [ClaimStatusRequest.Inquiry] = []
    while inquiries.count < 8 {
      let subject = subject(&fixtures, level: fixtures.number(2...3))
      for _ in 0..<fixtures.number(1...2) {
        var inquiry = ClaimStatusRequest.Inquiry(
          subject: subject, trace: "T\(fixtures.digits(8))", references: references(&fixtures))
        inquiry.charge = fixtures.chance(70) ? fixtures.amount() : nil
        let day = fixtures.day()
        inquiry.period = ServicePeriod(day, through: fixtures.chance(50) ? day.adding(days: 3) : nil)
        inquiry.lines = (0..<fixtures.number(0...2)).map { _ in
          ClaimStatusRequest.Line(service: service(&fixtures, isAnswer: false), period: ServicePeriod(day))
        }
        inquiries.append(inquiry)
      }
      // Another patient of the same subscriber.
      if var again = inquiries.last, again.subject.dependent != nil {
        again.subject.dependent = StatusParty(person: fixtures.person())
        inquiries.append(again)
      }
    }
    return ClaimStatusRequest(reference: "REQ\(fixtures.digits(5))", inquiries: inquiries)
  }

  static func response(_ fixtures: inout Fixtures) -> ClaimStatusResponse {
    let answers = (0..<9).map { _ in
      let level = fixtures.number(0...3)
      var subject = subject(&fixtures, level: level)
      (subject.birthDate, subject.sex) = (nil, nil)
      let statuses = (0..<fixtures.number(1...2)).map { _ in
        ClaimStatusResponse.Status(
          codes: [
            ClaimStatusCode(category: "F2", code: "88", entity: "QC"), ClaimStatusCode(category: "F2", code: "1"),
          ]
          .prefix(fixtures.number(1...2)).map(\.self), date: fixtures.day(), charge: fixtures.amount(),
          paid: fixtures.chance(50) ? fixtures.amount() : nil, decided: fixtures.chance(50) ? fixtures.day() : nil,
          paymentDate: fixtures.chance(50) ? fixtures.day() : nil,
          paymentNumber: fixtures.chance(50) ? "EFT\(fixtures.digits(5))" : "")
      }
      var answer = ClaimStatusResponse.Answer(subject: subject, trace: "T\(fixtures.digits(8))", statuses: statuses)
      guard level > 1 else { return answer }
      answer.references = references(&fixtures)
      answer.period = ServicePeriod(fixtures.day())
      answer.lines = (0..<fixtures.number(0...2)).map { _ in
        ClaimStatusResponse.Line(
          service: service(&fixtures, isAnswer: true), statuses: statuses, period: ServicePeriod(fixtures.day()))
      }
      return answer
    }
    return ClaimStatusResponse(reference: "RSP\(fixtures.digits(5))", answers: answers)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func requestsAreReadAsTheyWereWritten(seed: UInt64) throws {
    var fixtures = Fixtures(seed: seed)
    let requests = [ClaimStatusTests.request(&fixtures), ClaimStatusTests.request(&fixtures)]
    let bytes = try ClaimStatusRequestWriter.write(requests, in: Fixtures.envelope)
    try save(bytes, "276-\(seed).edi")
    let read = ClaimStatusRequestReader.read(bytes)
    #expect(read.flatMap { $0.groups.flatMap(\.transactions) }.flatMap { $0.segmentFaults + $0.notes }.isEmpty)
    #expect(read.flatMap(\.accepted) == requests)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func responsesAreReadAsTheyWereWritten(seed: UInt64) throws {
    var fixtures = Fixtures(seed: seed)
    let responses = [ClaimStatusTests.response(&fixtures)]
    let bytes = try ClaimStatusResponseWriter.write(responses, in: Fixtures.envelope)
    try save(bytes, "277-\(seed).edi")
    let read = ClaimStatusResponseReader.read(bytes)
    #expect(read.flatMap { $0.groups.flatMap(\.transactions) }.flatMap(\.segmentFaults).isEmpty)
    #expect(read.flatMap(\.accepted) == responses)
  }

  private func save(_ bytes: [UInt8], _ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["X12_FILES"] else { return }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
  }

  @Test func requestsAndResponsesOfOthersAreReadAndWrittenAgain() throws {
    var requests = 0
    var responses = 0
    for path in try Samples.paths(containing: "005010X212", in: ["imsweb", "linuxforhealth", "stupidedi"]) {
      let bytes = try Samples.bytes(path)
      for content in InterchangeReader<AnyTransactionParser>.read(bytes).flatMap(\.accepted) {
        switch content {
        case .statusRequest(let request):
          requests += 1
          let again = try ClaimStatusRequestWriter.write([request], in: Fixtures.envelope)
          #expect(ClaimStatusRequestReader.read(again).flatMap(\.accepted) == [request], "\(path)")
        case .statusResponse(let response):
          responses += 1
          let again = try ClaimStatusResponseWriter.write([response], in: Fixtures.envelope)
          #expect(ClaimStatusResponseReader.read(again).flatMap(\.accepted) == [response], "\(path)")
        default: Issue.record("\(path) is neither")
        }
      }
    }
    #expect(requests == 5 && responses == 8)
  }

  @Test func theQuestionAboutADependentIsRead() throws {
    let path = "stupidedi/X212 HR276 Health Care Claim Status Request and Response__pass__claim-request.edi"
    let request = try #require(ClaimStatusRequestReader.read(try Samples.bytes(path)).flatMap(\.accepted).first)
    #expect(request.reference == "ABC276XXX" && request.inquiries.map(\.trace) == ["ABCXYZ1", "ABCXYZ2", "ABCXYZ3"])
    let last = request.inquiries[2]
    #expect(last.subject.subscriber?.first == "JOHN" && last.subject.dependent?.first == "JOSEPH")
    #expect(last.subject.birthDate?.iso == "1995-11-01" && last.references.controlNumber == "MA345678")
    #expect(
      last.lines.map(\.service.charge) == [Money(cents: 15_000)] && last.lines[0].period?.first.iso == "2005-05-01")
    #expect(request.inquiries[0].charge == Money("8513.88") && request.inquiries[0].period?.last?.iso == "2005-09-06")
  }

  @Test(arguments: [
    ("TRN*1*T1~", "", "TRN 15 2200D 3"), ("AMT*T3*100", "AMT*T3*1OO", "AMT 14 2200D 2=6"),
    ("NM1*1P*2*CLINIC*****XX*1245319599~", "", "NM1 8 2100C 3"), ("BHT*0010*13", "BHT*0010*08", "BHT 2  2=7"),
    ("DTP*472*D8*20261001", "DTP*472*D8*20261301", "DTP 15 2200D 3=8"),
    ("HL*3*2*19*1", "HL*3*2*19*2", "HL 7 2000C 4=7"),
  ])
  func aBrokenRequestIsRejectedWithItsPlace(old: String, new: String, expected: String) {
    let good =
      "ISA*00*          *00*          *ZZ*BILLER         *ZZ*PAYERSIM       *261101*1008*^*00501*000000101*0*T*:~"
      + "GS*HR*BILLER*PAYERSIM*20261101*1008*101*X*005010X212~ST*276*0001*005010X212~"
      + "BHT*0010*13*R1*20261101*1008~HL*1**20*1~NM1*PR*2*SIM PAYER*****PI*SIM01~HL*2*1*21*1~NM1*41*2*OFFICE*****46*B1~"
      + "HL*3*2*19*1~NM1*1P*2*CLINIC*****XX*1245319599~HL*4*3*22*0~DMG*D8*19700101*F~NM1*IL*1*DOE*JANE****MI*M1~"
      + "TRN*1*T1~REF*EJ*V1-1~AMT*T3*100~DTP*472*D8*20261001~SE*COUNT*0001~GE*1*101~IEA*1*000000101~"
    func answer(_ text: String) -> [String] {
      let count = text.split(separator: "~").count - 4
      return SampleAnswerTests.answers(to: Array(text.replacing("COUNT", with: "\(count)").utf8))
    }
    #expect(answer(good) == ["HR A"])
    #expect(
      answer(good.replacing(old, with: new)).first?.contains(expected) == true,
      "\(answer(good.replacing(old, with: new)))")
  }
}
