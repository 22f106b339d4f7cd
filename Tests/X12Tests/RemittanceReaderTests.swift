import ClaimModel
import Testing
import X12

/// Payers' 835s differ in what they leave out.
@Suite struct RemittanceReaderTests {
  private func read(_ claim: String, bpr: String = "BPR*I*80*C*CHK************20261105") throws -> ClaimPayment {
    let body =
      "\(bpr)~TRN*1*CHECK1*1066033492~N1*PR*PAYER~N3*1 A ST~N4*B*IL*60601~N1*PE*CLINIC*FI*123456789~LX*1~\(claim)"
    let count = body.split(separator: "~").count + 2
    let text =
      "ISA*00*          *00*          *ZZ*PAYERSIM       *ZZ*BILLER         *261101*1008*^*00501*000000101*0*P*:~"
      + "GS*HP*PAYERSIM*BILLER*20261101*1008*101*X*005010X221A1~ST*835*0001~\(body)SE*\(count)*0001~GE*1*101~"
      + "IEA*1*000000101~"
    let interchange = RemittanceReader.read(Array(text.utf8))[0]
    #expect(interchange.groups[0].transactions[0].segmentFaults == [])
    let advice = try #require(interchange.accepted.first)
    #expect(advice.remittance.payer == "1066033492")
    #expect(advice.remittance.payeeTaxID == "123456789" && advice.remittance.payeeNPI == "")
    return try #require(advice.remittance.claims.first)
  }

  @Test(arguments: [
    ("DTM*472*20261001~", "20261001"), ("DTM*150*20261002~DTM*151*20261004~", "20261002"), ("", "20260930"),
    ("DTM*151*20261004~DTM*150*20261002~", "20261002"),
  ])
  func theDayOfALineIsItsOwnOrTheClaims(dates: String, expected: String) throws {
    let claim = try read(
      "CLP*V1-1*1*100*80**12*ICN1~NM1*QC*1*DOE*JANE~DTM*232*20260930~SVC*HC:99213*100*80~\(dates)CAS*CO*45*20~")
    #expect(claim.lines.map(\.dateOfService.yyyymmdd) == [expected])
    #expect(claim.lines[0].units == 1 && claim.lines[0].lineControlNumber == "" && claim.lines[0].allowed == nil)
    #expect(claim.placeOfService == "" && claim.frequency == nil && claim.member == "")
    #expect(claim.isBalanced)
  }

  @Test func withoutAnyDateTheDayOfPaymentIsTaken() throws {
    let claim = try read("CLP*V1-1*1*100*80**12*ICN1~SVC*HC:99213*100*80~CAS*CO*45*20~")
    #expect(claim.lines[0].dateOfService.yyyymmdd == "20261105")
  }

  @Test func adjustmentsOfAClaimWithoutLinesStayAtTheClaim() throws {
    let claim = try read(
      "CLP*V1-1*4*100*0**12*ICN1~CAS*CO*29*60**45*40~CAS*PR*1*0~NM1*QC*1*DOE*JANE****MI*M1~MOA***MA01*MA130~")
    #expect(claim.lines.isEmpty && claim.isBalanced)
    #expect(claim.adjustments.map(\.reason.rawValue) == ["29", "45", "1"])
    #expect(claim.remarks == ["MA01", "MA130"] && claim.member == "M1")
  }

  @Test func sixAdjustmentsOfAGroupGoInOneSegmentAndTheSeventhInAnother() throws {
    let reasons = (1...7).map { "CAS*CO*\($0)*1" }.joined(separator: "~")
    let claim = try read("CLP*V1-1*1*100*93**12*ICN1~NM1*QC*1*DOE*JANE~SVC*HC:99213*100*93~\(reasons)~")
    let remittance = Remittance(
      payer: "P", payerName: "PAYER", payeeNPI: "1245319599", payeeName: "CLINIC", payeeTaxID: "",
      traceNumber: "T", paymentDate: CalendarDate(yyyymmdd: "20261105")!, claims: [claim])
    let bytes = try RemittanceWriter.write([remittance], from: Fixtures.remitter, in: Fixtures.envelope)
    let segments = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("CAS") }
    #expect(segments == ["CAS*CO*1*1**2*1**3*1**4*1**5*1**6*1~", "CAS*CO*7*1~"])
  }

  @Test(arguments: [("19", ClaimPaymentStatus.processedAsPrimary), ("20", .processedAsSecondary), ("22", .reversal)])
  func statusesOfForwardedAndReversedClaimsAreKnown(code: String, expected: ClaimPaymentStatus) throws {
    #expect(try read("CLP*V1-1*\(code)*100*80**12*ICN1~CAS*CO*45*20~").status == expected)
  }
}
