import ClaimModel
import Messages
import SwiftProtobuf
import Testing

@testable import Office

/// Journal records are written and read by our own code: the library must see journal.proto's messages in them, and what
/// the library writes must be read.
@Suite struct JournalEncodingTests {
  private static let now = Timestamp(iso: "2026-05-01T09:30:00.123Z")!

  /// Every kind of fact, and lengths on both sides of 127 and 16,383.
  static let entries: [JournalEntry] = [0, 1, 126, 127, 128, 16_383, 20_000].enumerated().map { number, length in
    JournalEntry(
      messageID: .derived(from: "\(number)"), type: "visit-coded.v1", visits: ["V0", "", "V2"], sender: "coding/1",
      handler: "billing/2", sent: now, handled: Timestamp(milliseconds: -1),
      outcome: JournalEntry.Outcome.allCases[number % JournalEntry.Outcome.allCases.count], attempt: number,
      reason: String(repeating: "ä", count: length / 2), causation: number % 2 == 0 ? .derived(from: "cause") : nil,
      facts: [
        Fact(
          visit: "V0",
          .state(
            office: "billing", name: String(repeating: "x", count: length), sequence: number,
            open: Money(cents: -number), isFinal: number % 2 == 0)),
        Fact(visit: "", .movement(kind: .charged, amount: Money(cents: 12_345))),
        Fact(
          visit: "V2",
          .denial(
            payer: "ACMEHLTH", group: .contractualObligation, reason: "16", remarks: ["M76", "", "N4"],
            amount: .largest)),
        Fact(visit: "V3", .state(office: "", name: "", sequence: 0, open: .zero, isFinal: false)),
        Fact(visit: "V4", .injection(payer: "ACMEHLTH", rule: "CO-11=5%@procedure=99213")),
      ])
  }

  @Test(arguments: entries) func theLibraryReadsWhatIsWritten(entry: JournalEntry) throws {
    let bytes = entry.encoded()
    let wire = try WireJournalRecord(serializedBytes: bytes)
    #expect(try wire.serializedBytes() as [UInt8] == bytes, "no field is unknown, and all stand in their order")
    #expect(Array(wire.messageID) == entry.messageID.wireBytes)
    #expect(Array(wire.causationID) == entry.causation?.wireBytes ?? [])
    #expect(wire.type == entry.type && wire.sender == entry.sender && wire.handler == entry.handler)
    #expect(wire.visits == entry.visits.map(\.rawValue) && wire.reason == entry.reason)
    #expect(wire.sentMs == entry.sent.milliseconds && wire.handledMs == -1 && wire.attempt == entry.attempt)
    #expect("\(wire.outcome)" == entry.outcome.rawValue)
    #expect(wire.facts.map(\.visit) == ["V0", "", "V2", "V3", "V4"])
    #expect(wire.facts[0].state.office == "billing" && wire.facts[0].state.state.count == entry.facts[0].name.count)
    #expect(wire.facts[0].state.sequence == entry.attempt && wire.facts[0].state.openCents == -Int64(entry.attempt))
    #expect(wire.facts[0].state.isFinal == (entry.attempt % 2 == 0))
    #expect(wire.facts[1].movement.kind == "charged" && wire.facts[1].movement.cents == 12_345)
    #expect(wire.facts[2].denial.payer == "ACMEHLTH" && wire.facts[2].denial.group == "CO")
    #expect(wire.facts[2].denial.reason == "16" && wire.facts[2].denial.remarks == ["M76", "", "N4"])
    #expect(wire.facts[2].denial.cents == Int64(Money.largest.cents) && wire.facts[3].what == .state(.init()))
    #expect(wire.facts[4].injection.payer == "ACMEHLTH" && wire.facts[4].injection.rule == "CO-11=5%@procedure=99213")
  }

  @Test(arguments: entries) func whatTheLibraryWritesIsRead(entry: JournalEntry) throws {
    let record = try WireJournalRecord(serializedBytes: entry.encoded())
    let body: [UInt8] = try WireJournalBatch.with { $0.records = [record, record] }.serializedBytes()
    #expect(try JournalEntry.entries(in: body) == [entry, entry])
    let publication = JournalEntry.publication(of: [entry, entry], from: "billing/2", now: Self.now)
    #expect(publication?.message.body == body)
  }

  @Test func fieldsOfLaterVersionsArePassedOver() throws {
    let entry = Self.entries[1]
    // Numbers of 64 and of 32 bits, a varint, and bytes, under numbers that are not used.
    let later: [UInt8] = [0x79, 1, 2, 3, 4, 5, 6, 7, 8, 0x7d, 1, 2, 3, 4, 0x78, 0x96, 0x01, 0x7a, 2, 8, 9]
    let record = try EncodedRecord(encoded: later + entry.encoded() + later)
    #expect(record.entry == entry)
    // A receipt tells the journal again what it was told, whatever that was.
    #expect(record.bytes == later + entry.encoded() + later)
  }

  @Test(arguments: [
    // No id, an id of three bytes, no outcome, an unknown outcome, a text that is not UTF-8, a fact that says nothing.
    [0x40, 1], [0x0a, 3, 1, 2, 3, 0x40, 1], id, id + [0x40, 9], id + [0x40, 1, 0x12, 1, 0xff],
    id + [0x40, 1, 0x62, 0],
    // A number where a text belongs, a text where a number belongs, a group, a field number of zero, a cut field.
    id + [0x40, 1, 0x10, 1], id + [0x42, 1, 1], id + [0x40, 1, 0x0b, 0x0c], id + [0x40, 1, 0x00, 0],
    id + [0x40, 1, 0x12, 5, 1], id + [0x40, 1, 0x30, 0xff], id + [0x40, 1, 0x79, 1], id + [0x40, 1, 0x7d],
    // A length beyond all measure.
    id + [0x40, 1, 0x12, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
    id + [0x40, 1, 0x12] + [UInt8](repeating: 0xff, count: 500),
  ])
  func otherBytesAreRefused(record: [UInt8]) {
    var body: [UInt8] = []
    body.append(field: 1, record)
    #expect(throws: UndecodableMessage.self) { try JournalEntry.entries(in: body) }
  }

  @Test func theIdOfTheRefusedOnesIsSound() throws {
    #expect(try JournalEntry(fields: FieldReader(Self.id + [0x40, 1])).outcome == .handled)
  }

  private static let id: [UInt8] = [0x0a, 16] + [UInt8](1...16)
}

extension Fact {
  fileprivate var name: String {
    if case .state(_, let name, _, _, _) = what { name } else { "" }
  }
}
