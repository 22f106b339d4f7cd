import ClaimModel
import Messages
import SwiftProtobuf
import Testing

@testable import Office

/// Receipts are written and read by our own code; the library must see store.proto's message in them.
@Suite struct ReceiptTests {
  @Test(arguments: [0, 1, 100, 127, 128, 16_200, 16_383, 16_384, 300_000]) func storedFormIsWhatTheLibraryWrites(
    size: Int
  ) throws {
    let cause = MessageID.derived(from: "cause")
    let now = Timestamp(iso: "2026-05-01")!
    let publications = (0..<3).map { number in
      Publication(
        route: Route(exchange: "coding", key: "visit-coded"),
        message: WireMessage(
          id: cause.child(number, of: "visit-coded.v1"), type: "visit-coded.v1", correlation: "V\(number)",
          timestamp: now, appID: "coding/1", contentType: "application/x-protobuf", causation: cause,
          traceParent: number == 1 ? "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" : "",
          body: [UInt8](repeating: UInt8(number), count: size)))
    }
    let entry = JournalEntry(
      messageID: cause, type: "visit-documented.v1", visits: ["V0", "V1"], sender: "practice/1", handler: "coding/1",
      sent: now, handled: now, outcome: .handled)
    let stored = Receipt(publications: publications, entry: entry).stored()
    let wire = try WireReceipt(serializedBytes: stored)
    #expect(wire.outgoing.map(\.body.count) == [size, size, size])
    // The library orders the fields by their numbers, and needs as many bytes.
    #expect(try (wire.serializedBytes() as [UInt8]).count == stored.count)
    #expect(try Receipt(stored: stored, cause: cause, appID: "coding/1").publications == publications)
    #expect(try Receipt(stored: wire.serializedBytes(), cause: cause, appID: "coding/1").publications == publications)
  }

  /// What was told before is told again.
  @Test func recordOfAReceiptIsToldAgainAsItWas() throws {
    let cause = MessageID.derived(from: "cause")
    let now = Timestamp(iso: "2026-05-01")!
    let entry = JournalEntry(
      messageID: cause, type: "visit-documented.v1", visits: ["V0"], sender: "practice/1", handler: "coding/1",
      sent: now,
      handled: now, outcome: .parked, attempt: 2, reason: "a person must decide", causation: cause,
      facts: [Fact(visit: "V0", .movement(kind: .charged, amount: Money(cents: 100)))])
    let stored = Receipt(publications: [], entry: entry).stored()
    let receipt = try Receipt(stored: stored, cause: cause, appID: "coding/1")
    #expect(receipt.record.entry == entry)
    #expect(receipt.stored() == stored)
    let journal = try #require(JournalEntry.publication(of: [receipt.record], from: "coding/1", now: now))
    #expect(try JournalEntry.entries(in: journal.message.body) == [entry])
    #expect(try JournalEntry.records(in: journal.message.body).map { try JournalEntry(record: $0) } == [entry])
  }
}
