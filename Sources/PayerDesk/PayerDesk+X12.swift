import Adjudication
import ClaimModel
import Messages
import Office
import X12

extension PayerDesk {
  /// What an 835 says of every simulated payer beside its name: invented, like the payers.
  private var details: RemittancePayer {
    RemittancePayer(
      address: Address(line: "1 EXAMPLE PLAZA", city: "SPRINGFIELD", state: "IL", zip: "627010001"), taxID: "123456789",
      contactName: "PROVIDER SERVICES", contactPhone: "5555550199",
      transfer: adjudicator.plan.paymentMethod == .check
        ? nil
        : RemittancePayer.BankTransfer(
          originRouting: "123456780", originAccount: "1001", destinationRouting: "123456780", destinationAccount: "2002"
        ))
  }

  /// Decodes an interchange of claims and questions, an appeal or a reminder.
  public func read(_ message: WireMessage) throws(UndecodableMessage) -> PayerInput {
    let type = try MessageType(reading: message)
    if type == .reminderDue {
      guard try Reminder(reading: message).key == ReminderKey(PayerFile.heldKey, purpose: PayerDesk.lateAnswersPurpose)
      else { throw UndecodableMessage("a payer has no such reminder") }
      return .lateAnswersDue
    }
    guard type == .professionalClaims || type == .claimStatusRequest else {
      guard case .appealSubmitted(let appeal) = try OfficeMessage(type: type, body: message.body) else {
        throw UndecodableMessage("\(type.rawValue) is not for a payer")
      }
      return .appeal(appeal)
    }
    var received: [PayerInput.ReceivedClaims] = []
    for interchange in PayerTransactionParser.read(message.body) {
      received.append(try PayerInput.ReceivedClaims(interchange))
    }
    return .claims(received)
  }

  func send(
    _ acknowledgment: InterchangeAcknowledgment, _ addressee: Addressee, _ cases: inout Cases<PayerFile>,
    _ context: inout DeskContext<Never>
  ) throws(Refusal) {
    try write(.interchangeAcknowledgment, addressee, &cases, &context) { envelope throws(X12Error) in
      try InterchangeAcknowledgmentWriter.write([acknowledgment], in: envelope)
    }
  }

  func send(
    _ response: ClaimStatusResponse, _ addressee: Addressee, _ cases: inout Cases<PayerFile>,
    _ context: inout DeskContext<Never>
  ) throws(Refusal) {
    try write(.claimStatusResponse, addressee, &cases, &context) { envelope throws(X12Error) in
      try ClaimStatusResponseWriter.write([response], in: envelope)
    }
  }

  func send(
    _ acknowledgments: [ImplementationAcknowledgment], _ addressee: Addressee, _ cases: inout Cases<PayerFile>,
    _ context: inout DeskContext<Never>
  ) throws(Refusal) {
    try write(.implementationAcknowledgment, addressee, &cases, &context) { envelope throws(X12Error) in
      try ImplementationAcknowledgmentWriter.write(acknowledgments, in: envelope)
    }
  }

  func send(
    _ acknowledgment: ClaimAcknowledgment, for claimSubmitter: ClaimSubmitter, _ addressee: Addressee,
    _ cases: inout Cases<PayerFile>, _ context: inout DeskContext<Never>
  ) throws(Refusal) {
    try write(.claimAcknowledgment, addressee, &cases, &context) { envelope throws(X12Error) in
      try ClaimAcknowledgmentWriter.write(
        [acknowledgment], to: claimSubmitter, reference: "R\(envelope.controlNumber)", in: envelope)
    }
  }

  func send(
    _ remittances: [Remittance], _ addressee: Addressee, _ cases: inout Cases<PayerFile>,
    _ context: inout DeskContext<Never>
  ) throws(Refusal) {
    guard !remittances.isEmpty else { return }
    let details = details
    try write(.remittanceAdvice, addressee, &cases, &context) { envelope throws(X12Error) in
      try RemittanceWriter.write(remittances, from: details, in: envelope)
    }
  }

  /// Writes an answer in an envelope of its own and delivers it; one that cannot be written is a matter for a person.
  private func write(
    _ type: MessageType, _ addressee: Addressee, _ cases: inout Cases<PayerFile>,
    _ context: inout DeskContext<Never>, _ write: (InterchangeEnvelope) throws(X12Error) -> [UInt8]
  ) throws(Refusal) {
    let envelope = InterchangeEnvelope(
      sender: adjudicator.plan.payer.rawValue, receiver: addressee.sender.identifier,
      receiverQualifier: addressee.sender.qualifier, application: addressee.sender.application,
      controlNumber: Int(try context.nextNumber(of: "interchange")), timestamp: context.now,
      usage: addressee.sender.usage)
    do {
      deliver(type, try write(envelope), addressee, &cases, &context)
    } catch {
      throw .never("cannot write the answer \(type.rawValue): \(error)")
    }
  }
}
