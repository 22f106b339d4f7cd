import BillingDesk
import ClaimModel
import FuzzTargets
import Messages
import Office
import PayerDesk
import PracticeDesk
import SwiftProtobuf
import Testing

/// Messages and stored cases that none of our programs makes.
@Suite struct HostileMessageTests {
  private static let extremes: [Int64] = [.max, .min, .max / 2, -10_000_000_000, 10_000_000_000]

  @Test(arguments: extremes) func anAmountBeyondTheLargestIsNoMessage(cents: Int64) {
    let statement = WireStatementIssued.with {
      $0.visit = "V1"
      $0.amountCents = cents
    }
    let paid = WirePatientPaid.with {
      $0.visit = "V1"
      $0.amountCents = cents
    }
    #expect(throws: UndecodableMessage.self) { try OfficeMessage(type: .statementIssued, body: statement.bytes) }
    #expect(throws: UndecodableMessage.self) { try OfficeMessage(type: .patientPaid, body: paid.bytes) }
    let facts: [WireFact] = [
      .with { $0.state.openCents = cents },
      .with {
        $0.movement.kind = "charged"
        $0.movement.cents = cents
      },
      .with {
        $0.denial.group = "CO"
        $0.denial.cents = cents
      },
    ]
    for fact in facts { #expect(throws: UndecodableMessage.self) { try Self.journal { $0.facts = [fact] } } }
  }

  @Test(arguments: extremes) func anAmountBeyondTheLargestIsNoStoredCase(cents: Int64) {
    let submission = WireBillingCase.Submission.with {
      $0.frequency = "1"
      $0.stage = "sent"
      $0.chargeCents = cents
    }
    let changes: [@Sendable (inout WireBillingCase) -> Void] = [
      { $0.statementCents = cents }, { $0.balance.openPatient = cents }, { $0.balance.refundDue = cents },
      { $0.submissions = [submission] },
    ]
    let sound = WireBillingCase.with { $0.state = "submitted" }
    #expect(throws: Never.self) { try BillingFile(stored: [1] + sound.bytes) }
    for change in changes {
      var wire = sound
      change(&wire)
      #expect(throws: UndecodableMessage.self) { try BillingFile(stored: [1] + wire.bytes) }
    }
    for wire in [WirePracticeCase.with { $0.billedCents = cents }, .with { $0.paidCents = cents }] {
      #expect(throws: UndecodableMessage.self) { try PracticeFile(stored: wire.bytes) }
    }
  }

  @Test(arguments: [Int64.max, .min, 253_402_300_800_000, -62_135_596_800_001])
  func aTimeOutsideTheCalendarIsNoMessage(milliseconds: Int64) {
    #expect(throws: UndecodableMessage.self) { try Self.journal { $0.sentMs = milliseconds } }
    #expect(throws: UndecodableMessage.self) { try Self.journal { $0.handledMs = milliseconds } }
    let batch = WireBatchCase.with { $0.sentMs = milliseconds }
    #expect(throws: UndecodableMessage.self) { try BillingFile(stored: [2] + batch.bytes) }
    // Printing one does not trap either.
    #expect(!Timestamp(milliseconds: milliseconds).description.isEmpty)
    #expect(!Timestamp(milliseconds: milliseconds).hhmm.isEmpty)
    #expect(CalendarDate(daysSinceEpoch: Int(milliseconds)).wire != 0)
  }

  private static func journal(_ change: (inout WireJournalRecord) -> Void) throws -> [JournalEntry] {
    var record = WireJournalRecord.with {
      $0.messageID = .init(repeating: 1, count: 16)
      $0.outcome = .handled
    }
    change(&record)
    return try JournalEntry.entries(in: WireJournalBatch.with { $0.records = [record] }.bytes)
  }

  @Test func aJournalRecordWithoutThemIsSound() throws {
    #expect(try Self.journal { _ in }.count == 1)
  }

  @Test(arguments: [
    // A length far beyond the end, a number that never ends, groups in groups, a field number of zero.
    [0x0a, 0xff, 0xff, 0xff, 0xff, 0x07], [0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
    [0xff], [0x0b], [0x5b], [0x00, 0x01],
  ])
  func bytesThatAreNoProtocolBuffersAreRefused(start: [UInt8]) {
    // The last byte goes on and on.
    let body = start + [UInt8](repeating: start.last ?? 0, count: 500_000)
    for type in MessageType.allCases {
      #expect(throws: UndecodableMessage.self) { try OfficeMessage(type: type, body: body) }
    }
    for first in [UInt8](1...3) { #expect(throws: UndecodableMessage.self) { try BillingFile(stored: [first] + body) } }
    #expect(throws: UndecodableMessage.self) { try PayerFile(stored: body) }
  }
}

/// Messages that are sound by themselves and too much together.
@Suite struct HostileSequenceTests {
  private static func message(_ number: Int, _ message: OfficeMessage) -> WireMessage {
    WireMessage(
      id: .derived(from: String(number)), type: message.type.rawValue, correlation: "",
      timestamp: Timestamp(iso: "2026-05-01")!, appID: "test/1", contentType: message.type.contentType,
      body: message.encoded())
  }

  @Test func statementsBeyondTheLargestAmountAreRefused() throws {
    var office = OfflineOffice(desk: PracticeDesk())
    let statement = { (number: Int, amount: Money) in
      Self.message(number, .statementIssued(visit: "V1", number: number, amount: amount))
    }
    #expect(try office.handle(statement(1, .largest)).count == 1)
    #expect(throws: Refusal.self) { try office.handle(statement(2, .largest)) }
    #expect(throws: Refusal.self) { try office.handle(statement(3, Money(cents: -1))) }
  }

  @Test func paymentsBeyondTheLargestAmountAreRefused() throws {
    var office = OfflineOffice(desk: BillingDesk())
    var bill = try Self.superbill()
    bill.registration.coverages = []
    _ = try office.handle(Self.message(0, .visitCoded(bill)))
    let payment = { (number: Int) in
      Self.message(number, .patientPaid(visit: bill.visit, statement: number, amount: .largest))
    }
    #expect(throws: Never.self) { try office.handle(payment(1)) }
    #expect(throws: Refusal.self) { try office.handle(payment(2)) }
  }

  @Test(arguments: [Int(Int32.max), Int(Int32.min), 0, -1]) func unitsBeyondMeasureMakeNoClaim(units: Int) throws {
    var bill = try Self.superbill()
    bill.services = Array(
      repeating: ServiceLine(procedure: "99213", units: units, diagnosisPointers: [1]), count: 10_000)
    for coverages in [bill.registration.coverages, []] {
      var office = OfflineOffice(desk: BillingDesk())
      bill.registration.coverages = coverages
      // Taken in, for a person to look at (or free of charge): neither a claim nor a statement comes of it.
      do {
        let sent = try office.handle(Self.message(0, .visitCoded(bill)))
        #expect(sent.allSatisfy { $0.type == .accountClosed })
      } catch is Refusal {}
    }
  }

  @Test(.timeLimit(.minutes(10))) func aPayerWhoDecidesOnOneClaimThousandsOfTimesIsBorne() throws {
    var office = OfflineOffice(desk: BillingDesk())
    let bill = try Self.superbill()
    _ = try office.handle(Self.message(0, .visitCoded(bill)))
    let decisions = (0..<20_000).map { "CLP*\(bill.visit)-1*4*0*0**12*N\($0)*11*1~" }.joined()
    let body = """
      ISA*00*          *00*          *ZZ*ACMEHLTH       *ZZ*SUPERBILL      *261101*1008*^*00501*000000101*0*T*:~\
      GS*HP*ACMEHLTH*SUPERBILL*20261101*1008*101*X*005010X221A1~ST*835*0001~\
      BPR*H*0*C*NON************20261101~TRN*1*T1*1123456789~N1*PR*Acme Health Plan~REF*2U*ACMEHLTH~\
      N1*PE*CLINIC*XX*1234567893~LX*1~\(decisions)SE*20008*0001~GE*1*101~IEA*1*000000101~
      """
    var message = Self.message(1, .accountClosed(visit: bill.visit))
    message.type = MessageType.remittanceAdvice.rawValue
    message.body = Array(body.utf8)
    #expect(throws: Never.self) { try office.handle(message) }
  }

  private static func superbill() throws -> Superbill {
    let target = try #require(FuzzTarget.named("messages"))
    let position = UInt8(try #require(MessageType.allCases.firstIndex(of: .visitCoded)))
    let seed = try #require(try target.seeds().first { $0.first == position })
    guard case .visitCoded(let bill) = try OfficeMessage(type: .visitCoded, body: Array(seed.dropFirst())) else {
      throw Refusal.never("the seed is a coded visit")
    }
    return bill
  }
}
