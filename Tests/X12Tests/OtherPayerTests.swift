import ClaimModel
import Testing
import X12

/// Coordination of benefits and authorizations in the 837P; RoundTripTests has them too.
@Suite struct OtherPayerTests {
  /// The first claim of an interchange of one transaction, after SE01 was counted anew.
  private func claim(of text: String) throws -> Claim {
    let segments = text.split(separator: "\n").map(String.init)
    let first = try #require(segments.firstIndex { $0.hasPrefix("ST*") })
    let last = try #require(segments.firstIndex { $0.hasPrefix("SE*") })
    let counted = segments[..<last] + ["SE*\(last - first + 1)*0001~"] + segments[(last + 1)...]
    let transaction = try #require(
      ProfessionalClaimsReader.read(Array(counted.joined().utf8)).flatMap { $0.groups.flatMap(\.transactions) }.first)
    #expect(transaction.segmentFaults.isEmpty)
    return try #require(transaction.content?.claims.first)
  }

  /// A secondary claim of one line, as we write it.
  private func written(_ change: (inout Claim) -> Void = { _ in }) throws -> String {
    var fixtures = Fixtures(seed: 5)
    let billing = fixtures.billing()
    var claim = fixtures.claim(billing: billing)
    claim.responsibility = .secondary
    claim.authorizationNumber = "A77"
    claim.lines = [fixtures.line(diagnoses: 1)]
    claim.lines[0].charge = Money(cents: 100_00)
    claim.lines[0].otherPayments = [
      OtherPayerPayment(
        payer: "FIRST", paid: Money(cents: 60_00),
        adjustments: [
          Adjustment(group: .contractualObligation, reason: "45", amount: Money(cents: 20_00)),
          Adjustment(group: .patientResponsibility, reason: "1", amount: Money(cents: 15_00)),
          Adjustment(group: .patientResponsibility, reason: "2", amount: Money(cents: 5_00)),
        ])
    ]
    claim.otherPayers = [
      OtherPayer(
        responsibility: .primary,
        coverage: Coverage(payer: "FIRST", payerName: "FIRST MUTUAL", member: "E1", group: "G9"),
        claimNumber: "ICN5", paid: Money(cents: 60_00), remaining: Money(cents: 20_00), decided: fixtures.day())
    ]
    change(&claim)
    let batch = ClaimBatch(
      reference: "B1", submitter: Fixtures.submitter, receiver: Fixtures.receiver, claims: [claim])
    return String(decoding: try ProfessionalClaimsWriter.write([batch], in: Fixtures.envelope), as: UTF8.self)
  }

  private func lines(_ text: String, from start: String) -> [String] {
    Array(text.split(separator: "\n").map(String.init).drop { !$0.hasPrefix(start) })
  }

  @Test func decisionsOfEarlierPayersStandInTheirLoops() throws {
    let text = try written()
    let claim = try claim(of: text)
    let day = try #require(claim.otherPayers.first).decided.yyyymmdd
    let patient = claim.patient.name
    #expect(text.contains("REF*G1*A77~"))
    #expect(
      Array(lines(text, from: "SBR*P*").prefix(7)) == [
        "SBR*P*18*G9******CI~", "AMT*D*60~", "AMT*EAF*20~", "OI***Y***Y~",
        "NM1*IL*1*\(patient.last)*\(patient.first)\(patient.middle.isEmpty ? "**" : "*\(patient.middle)*")**MI*E1~",
        "NM1*PR*2*FIRST MUTUAL*****PI*FIRST~", "REF*F8*ICN5~",
      ])
    let decision = lines(text, from: "SVD*")
    #expect(decision[0].hasPrefix("SVD*FIRST*60*HC:\(claim.lines[0].service.procedure)"))
    #expect(Array(decision[1...3]) == ["CAS*CO*45*20~", "CAS*PR*1*15**2*5~", "DTP*573*D8*\(day)~"])
    #expect(claim.balancesOtherPayers)
  }

  @Test func decisionOnTheClaimAloneHasItsDayThere() throws {
    let text = try written {
      $0.otherPayers[0].adjustments = $0.lines[0].otherPayments[0].adjustments
      $0.lines[0].otherPayments = []
    }
    let claim = try claim(of: text)
    #expect(lines(text, from: "NM1*PR*2*FIRST")[1] == "DTP*573*D8*\(claim.otherPayers[0].decided.yyyymmdd)~")
    #expect(claim.otherPayers[0].adjustments.count == 3 && claim.balancesOtherPayers)
  }

  @Test func payerWhoHasNotDecidedIsNoEarlierOne() throws {
    let text = try written { $0.lines[0].otherPayments = [] }
    let segments = text.split(separator: "\n").filter { !$0.hasPrefix("DTP*573") }
    #expect(try claim(of: segments.joined(separator: "\n")).otherPayers.isEmpty)
  }

  @Test(arguments: [("", 20_00), ("AMT*EAF*7~\n", 7_00)])
  func whatIsLeftIsTakenFromTheLinesWhereTheClaimDoesNotTell(atLine: String, expected: Int) throws {
    let text = try written().replacing("AMT*EAF*20~\n", with: "").replacing("SE*", with: atLine + "SE*")
    #expect(try claim(of: text).otherPayers[0].remaining == Money(cents: expected))
  }

  @Test func correctionsAndReversalsAreOtherAdjustments() throws {
    let claim = try claim(of: try written().replacing("CAS*CO*", with: "CAS*CR*"))
    #expect(claim.lines[0].otherPayments[0].adjustments.first?.group == .otherAdjustment)
  }

  @Test func linesAuthorizationCountsWhereTheClaimHasNone() throws {
    let ours = try written { $0.lines[0].controlNumber = "L1" }
    let own = ours.replacing("REF*G1*A77~\n", with: "").replacing("REF*6R*", with: "REF*G1*L77~\nREF*6R*")
    #expect(try claim(of: own).authorizationNumber == "L77")
    #expect(try claim(of: ours.replacing("A77~", with: "A78~")).authorizationNumber == "A78")
    #expect(try claim(of: own.replacing("L77~", with: "L77**2U:FIRST~")).authorizationNumber == "")
  }

  @Test func decisionsThatCannotBeWrittenAreRefused() {
    func fault(_ change: (inout Claim) -> Void) -> X12Error? {
      do {
        _ = try written(change)
        return nil
      } catch { return error as? X12Error }
    }
    let other = fault { $0.lines[0].otherPayments[0].payer = "SOMEONE" }
    #expect(other?.segment == "DTP" && other?.code == .missing)
    #expect(fault { $0.otherPayers = Array(repeating: $0.otherPayers[0], count: 11) }?.segment == "SBR")
    #expect(
      fault { $0.lines[0].otherPayments = Array(repeating: $0.lines[0].otherPayments[0], count: 16) }?.segment == "SVD")
    let reasons = fault { claim in
      let reason = claim.lines[0].otherPayments[0].adjustments[0]
      claim.lines[0].otherPayments[0].adjustments = Array(repeating: reason, count: 31)
    }
    #expect(reasons?.segment == "CAS" && reasons?.code == .count)
    #expect(fault { $0.otherPayers[0].coverage.payerName = "" }?.segment == "NM1")
  }

  /// A claim of another system whose primary payer decided on the claim as well as on its lines.
  @Test func sampleOfTheGuideIsReadWithItsPrimaryPayersDecision() throws {
    let claim = try #require(
      ProfessionalClaimsReader.read(try Samples.bytes("linuxforhealth/demo.cob.example3.B.837"))
        .flatMap(\.accepted).first?.claims.first)
    let other = try #require(claim.otherPayers.first)
    #expect(other.coverage.payer == "999996666" && other.coverage.member == "JS00111223333")
    #expect(other.paid == Money(cents: 39_15) && other.remaining == Money(cents: 36_89))
    #expect(other.adjustments.map(\.amount) == [Money(cents: 21_89), Money(cents: 15_00)])
    #expect(other.decided.yyyymmdd == "20051015")
    #expect(claim.lines.map { $0.otherPayments.map(\.paid.cents) } == [[40_00], [15_00], [21_04]])
    #expect(claim.balancesOtherPayers)
  }
}
