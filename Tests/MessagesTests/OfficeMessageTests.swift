import ClaimModel
import Messages
import SwiftProtobuf
import Testing

@Suite struct OfficeMessageTests {
  @Test(arguments: 0..<50) func everyMessageReadsBack(seed: UInt64) throws {
    var any = AnyMessage(seed: seed)
    for message in any.all() {
      #expect(try OfficeMessage(type: message.type, body: message.encoded()) == message)
    }
  }

  @Test func everyTypeBetweenOfficesIsTried() {
    var any = AnyMessage(seed: 1)
    let tried = Set(any.all().map(\.type))
    let others: Set<MessageType> = [
      .professionalClaims, .implementationAcknowledgment, .claimAcknowledgment, .claimStatusRequest,
      .claimStatusResponse, .remittanceAdvice, .interchangeAcknowledgment, .journalBatch, .heartbeat, .reminderDue,
    ]
    #expect(tried.isDisjoint(with: others))
    #expect(tried.union(others) == Set(MessageType.allCases))
    for type in others { #expect(throws: UndecodableMessage.self) { try OfficeMessage(type: type, body: []) } }
  }

  @Test(arguments: 0..<20) func cutOrChangedBodiesAreRefusedOrReadButNeverTrap(seed: UInt64) {
    var any = AnyMessage(seed: seed)
    var random = SeededRandom(seed: seed)
    var refused = 0
    for message in any.all() {
      let body = message.encoded()
      for _ in 0..<20 where !body.isEmpty {
        var broken = Array(body.prefix(Int(random.next() % UInt64(body.count))))
        if !broken.isEmpty { broken[Int(random.next() % UInt64(broken.count))] ^= UInt8(1 + random.next() % 255) }
        do {
          _ = try OfficeMessage(type: message.type, body: broken)
        } catch {
          refused += 1
        }
      }
    }
    #expect(refused > 50)
  }

  @Test func emptyBodyIsRefusedForEveryType() {
    for type in MessageType.allCases {
      #expect(throws: UndecodableMessage.self, "\(type.rawValue)") { try OfficeMessage(type: type, body: []) }
    }
  }

  @Test func reasonsOfRefusalQuoteNothing() {
    let visit = WireVisitCoded.with { $0.superbill.visit = "V-CANARY" }.bytes
    let error = #expect(throws: UndecodableMessage.self) { try OfficeMessage(type: .visitCoded, body: visit) }
    #expect(error?.reason.contains("CANARY") == false)
    let paid = WirePatientPaid.with {
      $0.visit = "V1"
      $0.amountCents = 0
    }.bytes
    #expect(throws: UndecodableMessage("amount_cents must be above zero")) {
      try OfficeMessage(type: .patientPaid, body: paid)
    }
  }

  @Test func fieldsOfLaterVersionsAreIgnored() throws {
    // Field 100, a number: what a newer program might add.
    let body = OfficeMessage.accountClosed(visit: "V1").encoded() + [0xa0, 0x06, 0x01]
    #expect(try OfficeMessage(type: .accountClosed, body: body) == .accountClosed(visit: "V1"))
  }

  /// A chart as programs before standings and ranks wrote it: fields 1 to 4.
  @Test func itemsOfTheOlderSchemaHold() throws {
    // kind = "condition", text = "Gout", source = "c"
    let item: [UInt8] = [0x0a, 9] + Array("condition".utf8) + [0x12, 4] + Array("Gout".utf8) + [0x22, 1, 0x63]
    let body: [UInt8] = [0x0a, 2] + Array("V1".utf8) + [0x12, UInt8(item.count)] + item
    let read = try OfficeMessage(type: .documentationAmended, body: body)
    let model = DocumentationItem(kind: .condition, text: "Gout", source: "c")
    #expect(read == .documentationAmended(visit: "V1", item: model))
    #expect(OfficeMessage.documentationAmended(visit: "V1", item: model).encoded() == body)
  }

  /// Programs before standings find no kind in an item that does not simply hold: they refuse it, and code nothing.
  @Test(arguments: DocumentationItem.Standing.allCases)
  func itemsThatDoNotHoldAreRefusedByOlderPrograms(standing: DocumentationItem.Standing) throws {
    let item = DocumentationItem(kind: .condition, text: "Gout", source: "c", standing: standing)
    let body = OfficeMessage.documentationAmended(visit: "V1", item: item).encoded()
    let wire = try WireDocumentationAmended(serializedBytes: body).item
    #expect((wire.kind == "condition") == (standing == .current || standing == .lasting))
    #expect(
      try OfficeMessage(type: .documentationAmended, body: body) == .documentationAmended(visit: "V1", item: item))
  }

  @Test func typesSayTheirSubjectAndMedium() {
    #expect(MessageType.visitDocumented.subject == "visit-documented")
    #expect(MessageType.remittanceAdvice.subject == "remittance-835")
    #expect(MessageType.professionalClaims.contentType == "application/EDI-X12")
    #expect(MessageType.patientPaid.contentType == "application/x-protobuf")
    let subjects = MessageType.allCases.map(\.subject)
    #expect(Set(subjects).count == subjects.count)
  }
}
