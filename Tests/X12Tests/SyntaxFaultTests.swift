import ClaimModel
import Testing
import X12

/// Each way to break an 837P is reported where it is, with the codes of the 999.
@Suite struct SyntaxFaultTests {
  static let good = """
    ISA*00*          *00*          *ZZ*BILLER         *ZZ*PAYERSIM       *261101*1008*^*00501*000000101*0*T*:~
    GS*HC*BILLER*PAYERSIM*20261101*1008*101*X*005010X222A1~
    ST*837*0001*005010X222A1~
    BHT*0019*00*BATCH1*20261101*1008*CH~
    NM1*41*2*BILLING OFFICE*****46*BILLER01~
    PER*IC*CLAIMS*TE*5555550100~
    NM1*40*2*SIM PAYER*****46*SIM01~
    HL*1**20*1~
    NM1*85*2*CLINIC*****XX*1245319599~
    N3*1 MAIN ST~
    N4*PEORIA*IL*61602~
    REF*EI*123456789~
    HL*2*1*22*0~
    SBR*P*18*******CI~
    NM1*IL*1*DOE*JANE****MI*M1~
    N3*2 OAK ST~
    N4*PEORIA*IL*61602~
    DMG*D8*19700101*F~
    NM1*PR*2*SIM PAYER*****PI*SIM01~
    CLM*V1-1*125***11:B:1*Y*A*Y*Y~
    HI*ABK:I10*ABF:E119~
    NM1*82*1*ROE*RICHARD****XX*1245319599~
    PRV*PE*PXC*207Q00000X~
    LX*1~
    SV1*HC:99213:25*125*UN*1***1:2~
    DTP*472*D8*20261015~
    REF*6R*L1~
    SE*26*0001~
    GE*1*101~
    IEA*1*000000101~

    """

  private func read(_ text: String) -> ReceivedInterchange<ClaimBatch> {
    ProfessionalClaimsReader.read(Array(text.utf8))[0]
  }

  @Test func theUnbrokenOneIsAccepted() {
    let interchange = read(SyntaxFaultTests.good)
    #expect(interchange.isSound)
    #expect(interchange.accepted.map(\.claims.count) == [1])
    #expect(interchange.groups[0].acknowledgment.verdict == .accepted)
  }

  /// What is replaced, by what, and the faults: `segment position loop code` or `segment position loop element=code`.
  static let cases: [(String, String, [String])] = [
    ("BHT*0019*00*BATCH1*", "BHT*0019*00**", ["BHT 2  3=1"]),
    ("*20261101*1008*CH", "*20261301*1008*CH", ["BHT 2  4=8"]),
    ("BHT*0019*00", "BHT*0020*00", ["BHT 2  1=7"]),
    ("HL*1**20*1", "HL*1**21*1", ["HL 6 2000A 3=7", "HL 6 2000A 2=1"]),
    ("NM1*85*2*CLINIC*****XX", "NM1*85*3*CLINIC*****XX", ["NM1 7 2010AA 2=7"]),
    ("NM1*85*2*CLINIC*", "NM1*85*2**", ["NM1 7 2010AA 3=1"]),
    ("N3*1 MAIN ST~\n", "", ["N3 8 2010AA 3"]),
    ("N4*PEORIA*IL*61602~\nREF*EI", "N4*PEORIA*ILL*61602~\nREF*EI", ["N4 9 2010AA 2=5"]),
    ("REF*EI*123456789~\n", "", ["REF 10 2010AA 3"]),
    ("SBR*P*18", "SBR*X*18", ["SBR 12 2000B 1=7"]),
    ("SBR*P*18*******CI~\n", "", ["SBR 12 2000B 3"]),
    ("NM1*IL*1*DOE*", "NM1*IL*1**", ["NM1 13 2010BA 3=1"]),
    ("DMG*D8*19700101*F", "DMG*D8*19700230*F", ["DMG 16 2010BA 2=8"]),
    ("DMG*D8*19700101*F", "DMG*D8*19700101*X", ["DMG 16 2010BA 3=7"]),
    ("DMG*D8*19700101*F~\n", "", ["DMG 17 2010BA 3"]),
    ("NM1*PR*2*SIM PAYER*****PI*SIM01~\n", "", ["NM1 17 2010BB 3"]),
    ("*****PI*SIM01", "*****ZZ*SIM01", ["NM1 17 2010BB 8=7"]),
    ("CLM*V1-1*125*", "CLM*V1-1*12A*", ["CLM 18 2300 2=6"]),
    ("CLM*V1-1*125*", "CLM*V1-1**", ["CLM 18 2300 2=1"]),
    ("CLM*V1-1", "CLM*" + String(repeating: "V", count: 39), ["CLM 18 2300 1=5"]),
    // A separator where none belongs, and what is made of blanks.
    ("CLM*V1-1*", "CLM*V1:1*", ["CLM 18 2300 1=6"]),
    ("CLM*V1-1*", "CLM*V1^1*", ["CLM 18 2300 1=6"]),
    ("CLM*V1-1*", "CLM*:*", ["CLM 18 2300 1=6"]),
    ("CLM*V1-1*", "CLM*  *", ["CLM 18 2300 1=1"]),
    ("NM1*IL*1*DOE*", "NM1*IL*1*^*", ["NM1 13 2010BA 3=6"]),
    ("NM1*IL*1*DOE*", "NM1*IL*1* *", ["NM1 13 2010BA 3=1"]),
    ("*MI*M1~", "*MI*M:1~", ["NM1 13 2010BA 9=6"]),
    ("*MI*M1~", "*MI*  ~", ["NM1 13 2010BA 9=1"]),
    ("*****XX*1245319599~\nN3", "*****XX*  ~\nN3", ["NM1 7 2010AA 9=2"]),
    ("N4*PEORIA", "N4*PEO:RIA", ["N4 9 2010AA 1=6"]),
    ("REF*EI*123456789", "REF*EI*12345:6789", ["REF 10 2010AA 2=6"]),
    ("REF*6R*L1", "REF*6R*^", ["REF 25 2400 2=6"]),
    ("HI*ABK:I10*", "HI*ABK:I10^ABF:I11*", ["HI 19 2300 1.2=6", "HI 19 2300 1.3=I10"]),
    ("ABF:E119", "ABF:E11.9", ["HI 19 2300 2.2=6"]),
    ("***1:2~", "***1^2~", ["SV1 23 2400 7.1=6"]),
    ("11:B:1", "11:B:9", ["CLM 18 2300 5.3=7"]),
    ("11:B:1", "11:B", ["CLM 18 2300 5.3=1"]),
    ("HI*ABK:I10*ABF:E119~\n", "", ["HI 19 2300 3"]),
    ("HI*ABK:I10", "HI*ABK", ["HI 19 2300 1.2=1"]),
    ("LX*1~\n", "", ["SV1 22 2310B 2", "DTP 23 2310B 2", "REF 24 2310B 1=7", "LX 25 2400 3"]),
    ("SV1*HC:99213:25", "SV1*HC", ["SV1 23 2400 1.2=1"]),
    ("SV1*HC:99213:25", "SV1*HC:99213:255", ["SV1 23 2400 1.3=5"]),
    ("*125*UN*1*", "*1.234*UN*1*", ["SV1 23 2400 2=6"]),
    ("*125*UN*1*", "*125**one*", ["SV1 23 2400 3=1", "SV1 23 2400 4=6"]),
    ("***1:2~", "***1:13~", ["SV1 23 2400 7.2=7"]),
    ("***1:2~", "~", ["SV1 23 2400 7=1"]),
    ("SV1*HC:99213:25*125*UN*1***1:2~\n", "", ["SV1 23 2400 3"]),
    ("DTP*472*D8*20261015", "DTP*472*D8*2026101", ["DTP 24 2400 3=8"]),
    ("DTP*472*D8*20261015", "DTP*472*XX*20261015", ["DTP 24 2400 2=7"]),
    ("DTP*472*D8*20261015~\n", "", ["DTP 24 2400 3"]),
    ("PRV*PE", "pr?*PE", ["pr? 21 2310B 1"]),
    ("NM1*40*2*SIM PAYER*****46*SIM01~\n", "", ["NM1 5 1000B 3"]),
  ]

  @Test(arguments: cases.indices)
  func eachFaultIsReportedWhereItIs(index: Int) throws {
    let (old, new, expected) = SyntaxFaultTests.cases[index]
    let text = SyntaxFaultTests.good.replacing(old, with: new, maxReplacements: 1)
    #expect(text != SyntaxFaultTests.good)
    let transaction = read(text).groups[0].transactions[0]
    let found = transaction.segmentFaults.flatMap { fault in
      let place = "\(fault.segment) \(fault.position) \(fault.loop)"
      return fault.elements.isEmpty
        ? ["\(place) \(fault.code.rawValue)"]
        : fault.elements.map { element in
          "\(place) \(element.element)\(element.component.map { ".\($0)" } ?? "")=\(element.code.rawValue)"
        }
    }
    // A segment that was taken out leaves SE01 wrong as well.
    #expect(found == expected)
    #expect(!transaction.isAccepted && transaction.content == nil)
    for fault in transaction.segmentFaults where fault.code == .elementErrors {
      let offset = try #require(fault.byteOffset)
      #expect(Array(text.utf8)[offset...].starts(with: fault.segment.utf8))
    }
  }

  @Test func aFaultNamesItsClaim() {
    let interchange = read(SyntaxFaultTests.good.replacing("DTP*472*D8*20261015", with: "DTP*472*D8*X"))
    #expect(interchange.groups[0].transactions[0].segmentFaults.map(\.claim) == ["V1-1"])
  }

  @Test(arguments: [
    ("SE*26*0001", "SE*27*0001", [TransactionFault.segmentCountMismatch]),
    ("SE*26*0001", "SE*26*0002", [.controlNumberMismatch]),
    ("SE*26*0001~\n", "", [.missingTrailer]),
    ("ST*837*0001*005010X222A1", "ST*837*1*005010X222A1", [.invalidControlNumber, .controlNumberMismatch]),
    ("ST*837*0001*005010X222A1", "ST*837*0001*005010X223A2", [.implementationNotSupported]),
    ("ST*837*0001*005010X222A1", "ST*835*0001", [.notSupported]),
    ("ST*837*0001*005010X222A1", "ST**0001", [.invalidIdentifier]),
  ])
  func aTransactionThatIsWrongAsAWholeIsRejected(old: String, new: String, expected: [TransactionFault]) {
    let interchange = read(SyntaxFaultTests.good.replacing(old, with: new))
    #expect(interchange.groups[0].transactions.map(\.faults) == [expected])
    #expect(interchange.groups[0].acknowledgment.verdict == .rejected)
    #expect(interchange.accepted.isEmpty)
  }
}
