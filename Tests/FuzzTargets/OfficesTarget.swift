import Adjudication
import BillingDesk
import ClaimModel
import Messages
import Office
import PayerDesk
import PracticeDesk
import X12

extension FuzzTarget {
  /// Messages one after the other to the desks of a billing office, a payer and a practice; each chunk's kind says of
  /// which type. What a desk sends on can be read.
  static let offices = FuzzTarget("offices", longestInput: 8_192, seeds: officeSeeds) { bytes in
    var billing = OfflineOffice(desk: BillingDesk())
    var payer = OfflineOffice(
      desk: PayerDesk(adjudicator: Adjudicator(plan: .acmeHealth, codeSet: DiagnosisLookup { _, _ in true })))
    var practice = OfflineOffice(desk: PracticeDesk())
    for (index, chunk) in Chunks.read(bytes).enumerated() {
      let type = MessageType.allCases[Int(chunk.kind) % MessageType.allCases.count]
      let message = WireMessage(
        id: .derived(from: String(index)), type: type.rawValue, correlation: "",
        timestamp: SampleVisits.envelope.timestamp, appID: "fuzz/1", contentType: type.contentType, body: chunk.bytes)
      try handle(message, &billing)
      try handle(message, &payer)
      try handle(message, &practice)
    }
  }

  private static func handle<D: Desk>(_ message: WireMessage, _ office: inout OfflineOffice<D>) throws {
    let outgoing: [Outgoing]
    do {
      outgoing = try office.handle(message)
    } catch is UndecodableMessage {
      return
    } catch is Refusal {
      return
    }
    for sent in outgoing where sent.type.contentType == MessageType.protobufContentType {
      do throws(UndecodableMessage) {
        _ = try OfficeMessage(type: sent.type, body: sent.body)
      } catch {
        throw BrokenRule("a \(sent.type.rawValue) that a desk sends can be read: \(error.reason)")
      }
    }
  }

  private static func officeSeeds() throws -> [[UInt8]] {
    func chunk(_ type: MessageType, _ body: [UInt8]) -> Chunks.Chunk {
      Chunks.Chunk(kind: UInt8(MessageType.allCases.firstIndex(of: type) ?? 0), bytes: body)
    }
    let visit = SampleVisits.visits(1)[0]
    let coded = chunk(.visitCoded, OfficeMessage.visitCoded(SampleVisits.superbill(visit, number: 0)).encoded())
    let claims = try SampleVisits.claimFiles()[0]
    var payer = SampleVisits.payer()
    let answers = payer.answer(claims).answers
    let acknowledgment = answers.first { $0.set == "277CA" }?.bytes ?? []
    let payment = answers.first { $0.set == "835" }?.bytes ?? []
    let paid = chunk(
      .patientPaid,
      OfficeMessage.patientPaid(visit: visit.id, statement: 1, amount: Money(cents: 2_500)).encoded())
    return [
      Chunks.write([
        coded, chunk(.professionalClaims, claims), chunk(.claimAcknowledgment, acknowledgment),
        chunk(.remittanceAdvice, payment), paid,
      ]),
      Chunks.write(officeMessages().map { chunk($0.type, $0.encoded()) }),
      Chunks.write([coded, chunk(.remittanceAdvice, payment)]),
    ]
  }
}
