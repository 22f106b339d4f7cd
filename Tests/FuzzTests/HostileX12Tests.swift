import ClaimModel
import FuzzTargets
import Testing
import X12

/// X12 that nobody sends by mistake.
@Suite struct HostileX12Tests {
  private static let header =
    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261101*1008*^*00501*000000101*0*T*:~"

  private static func group(_ kind: String, _ version: String, _ body: String) -> [UInt8] {
    Array((header + "GS*\(kind)*SENDER*RECEIVER*20261101*1008*101*X*\(version)~" + body).utf8)
  }

  private static func claims(_ body: String) -> [UInt8] { group("HC", "005010X222A1", body) }
  private static func remittance(_ body: String) -> [UInt8] { group("HP", "005010X221A1", body) }

  /// A sound 835 of one claim, with an amount that is to be replaced.
  private static let payment = """
    ST*835*0001~BPR*I*AMOUNT*C*CHK************20261101~TRN*1*T1*1123456789~N1*PR*PAYER~N1*PE*CLINIC*XX*1234567893~LX*1~\
    CLP*V1-1*1*AMOUNT*AMOUNT**12*P1~NM1*QC*1*DOE*PAT~SVC*HC:99213*AMOUNT*AMOUNT**UNITS~DTM*472*20261101~SE*11*0001~\
    GE*1*101~IEA*1*000000101~
    """

  private static func read(amount: String, units: String = "1") -> [PaymentAdvice] {
    let text = payment.replacing("AMOUNT", with: amount).replacing("UNITS", with: units)
    return RemittanceReader.read(remittance(text)).flatMap(\.accepted)
  }

  @Test(arguments: ["99999999.99", "-99999999.99", "0", "00000000001.5", "+3"])
  func amountsUpToTheLargestAreRead(text: String) throws {
    let advice = try #require(HostileX12Tests.read(amount: text).first)
    #expect(advice.amount == Money(text))
    #expect(advice.remittance.claims.first?.lines.first?.charge == Money(text))
  }

  @Test(arguments: [
    "100000000", "-100000000", "99999999999", "9223372036854775807", "-9223372036854775808", "92233720368547758.07",
    String(repeating: "9", count: 5_000), "1." + String(repeating: "9", count: 400), "1e9", "0x10", "٣", "１", "--1",
    "1-",
  ])
  func amountsBeyondTheLargestAreRefused(text: String) {
    #expect(HostileX12Tests.read(amount: text).isEmpty)
  }

  @Test(arguments: [
    ("99999999", true), ("99999999.0004", false), ("-99999999", true), ("100000000", false), ("99999999.5", false),
    ("9223372036854775807", false), ("2147483648", false),
  ])
  func quantitiesUpToTheLargestAreRead(text: String, isRead: Bool) {
    #expect(HostileX12Tests.read(amount: "1", units: text).isEmpty == !isRead)
  }

  @Test func aSumThatCannotBeSentIsRefusedWhenItIsWritten() throws {
    var claim = try #require(HostileX12Tests.read(amount: "99999999.99").first?.remittance.claims.first)
    var remittance = Remittance(
      payer: "P", payerName: "PAYER", payeeNPI: "1234567893", payeeName: "CLINIC", payeeTaxID: "", traceNumber: "T",
      paymentDate: CalendarDate(daysSinceEpoch: 20_000), claims: [claim, claim])
    let payer = RemittancePayer(
      address: Address(line: "1 A", city: "B", state: "IL", zip: "62701"), taxID: "123456789", contactName: "C",
      contactPhone: "5555550100")
    let envelope = InterchangeEnvelope(
      sender: "S", receiver: "R", controlNumber: 1, timestamp: Timestamp(milliseconds: 0))
    let error = #expect(throws: X12Error.self) { try RemittanceWriter.write([remittance], from: payer, in: envelope) }
    #expect(error?.code == .tooLong)
    claim.lines[0].units = 100_000_000
    remittance.claims = [claim]
    #expect(throws: X12Error.self) { try RemittanceWriter.write([remittance], from: payer, in: envelope) }
  }

  @Test func everyWrongCountIsAFault() {
    let sound = HostileX12Tests.payment.replacing("AMOUNT", with: "1").replacing("UNITS", with: "1")
    #expect(RemittanceReader.read(HostileX12Tests.remittance(sound)).flatMap(\.accepted).count == 1)
    for wrong in ["0", "2", "9", "-1", "12", "99999999999999999999", "", "x", "1.0", "11 "] {
      for (count, tail) in [("SE*", "*0001~"), ("GE*", "*101~"), ("IEA*", "*000000101~")] {
        let right = count == "SE*" ? "11" : "1"
        let text = sound.replacing(count + right + tail, with: count + wrong + tail)
        #expect(
          RemittanceReader.read(HostileX12Tests.remittance(text)).flatMap(\.accepted).isEmpty, "\(count)\(wrong)")
      }
    }
  }

  @Test func delimitersThatCannotBeToldApartAreNotUsed() {
    // Each delimiter in place of each other one; also letters, digits and blanks in place of each.
    let places = [3, 82, 104, 105]
    var tried = 0
    for place in places {
      for byte in places.map({ Array(HostileX12Tests.header.utf8)[$0] }) + Array("A7z \n".utf8) + [0, 0x80, 0xff] {
        var bytes = HostileX12Tests.remittance(HostileX12Tests.payment)
        if bytes[place] == byte { continue }
        bytes[place] = byte
        tried += 1
        for interchange in RemittanceReader.read(bytes) { #expect(interchange.accepted.isEmpty, "\(place) \(byte)") }
        #expect(ProfessionalClaimsReader.read(bytes).flatMap(\.accepted).isEmpty)
      }
    }
    #expect(tried > 25)
  }

  @Test(arguments: ["é", "Ж", "🙂", "\u{0}", "\u{7f}", "\u{200b}", "a\u{301}\u{301}\u{301}"])
  func lettersThatX12DoesNotHaveDoNotSurvive(letter: String) throws {
    let target = try #require(FuzzTarget.named("x12-835"))
    for place in ["PAYER", "CLINIC", "DOE", "P1", "V1-1", "T1", "1234567893", "SENDER"] {
      let text = String(
        decoding: HostileX12Tests.remittance(
          HostileX12Tests.payment.replacing("AMOUNT", with: "1").replacing("UNITS", with: "1")), as: UTF8.self)
      for replaced in [letter, "X" + letter, String(repeating: letter, count: 20)] {
        try target.run(Array(text.replacing(place, with: replaced).utf8))
      }
    }
  }

  @Test func whatIsToldOfABrokenFileIsNotLargerThanTheFile() {
    let count = 20_000
    let headers = RemittanceReader.read(Array(String(repeating: "ISA*", count: count).utf8))
    #expect(headers.count == 1)
    for body in ["ST~", "ST*837~", "GE~", "SE~", "LX~", "ST*837*0001~CLM~SE*3*0001~"] {
      let bytes = HostileX12Tests.claims(String(repeating: body, count: count))
      for interchange in ProfessionalClaimsReader.read(bytes) {
        #expect(interchange.faults.count < 10, "\(body)")
        #expect(interchange.groups.flatMap(\.transactions).map(\.segmentFaults.count).reduce(0, +) <= 2_000, "\(body)")
        #expect(interchange.accepted.isEmpty)
      }
    }
    // Nor is what will not be used kept, however much of it there is.
    let bytes = HostileX12Tests.remittance("ST*835*0001~" + String(repeating: "CLP~", count: count) + "SE*1*0001~")
    #expect(RemittanceReader.read(bytes).flatMap(\.accepted).isEmpty)
  }

  /// A segment beyond the longest that is read.
  @Test(.timeLimit(.minutes(10)), arguments: [("CLP*V1-1*1*", 4 << 20), ("K3*", 100 << 20)])
  func oneSegmentOfAHundredMegabytesIsRefused(start: String, size: Int) {
    let head = HostileX12Tests.remittance("ST*835*0001~" + start)
    let tail = Array("*1~SE*3*0001~GE*1*101~IEA*1*000000101~".utf8)
    var bytes = [UInt8](repeating: UInt8(ascii: "7"), count: head.count + size + tail.count)
    bytes.replaceSubrange(..<head.count, with: head)
    bytes.replaceSubrange((head.count + size)..., with: tail)
    let received = RemittanceReader.read(bytes)
    #expect(received.flatMap(\.accepted).isEmpty)
    #expect(received.map { $0.faults.map(\.code) } == [[.invalidTerminator]])
    #expect(received[0].faults[0].byteOffset == head.count - start.utf8.count)
    #expect(received[0].acknowledgment.fault == .invalidTerminator)
  }

  @Test(.timeLimit(.minutes(10)), arguments: ["*", ":", "^", "~", "*:", "~CLP", "*^*"])
  func aHundredThousandDelimitersAreRead(delimiters: String) {
    let stuffing = String(repeating: delimiters, count: 100_000)
    for mark in ["CLP*V1", "CAS*CO*1", "PLB*1"] {
      #expect(
        RemittanceReader.read(HostileX12Tests.remittance("ST*835*0001~\(mark)\(stuffing)")).flatMap(\.accepted).isEmpty)
    }
  }
}
