import ClaimModel
import Messages
import Office
import X12

extension BillingDesk {
  /// Who we are on interchanges (ISA06) and batches (1000A).
  static let submitter = ClaimSubmitter(
    name: "Superbill", identifier: "SUPERBILL", contactName: "Billing Office", contactPhone: "5555550100")

  /// Decodes a message of another office or an answer of a payer.
  public func read(_ message: WireMessage) throws(UndecodableMessage) -> BillingInput {
    let type = try MessageType(reading: message)
    switch type {
    case .implementationAcknowledgment:
      var answers: [BillingInput.BatchAnswer] = []
      for acknowledgment in try accepted(ImplementationAcknowledgmentReader.read(message.body)) {
        guard let number = Int(acknowledgment.groupControlNumber) else {
          throw UndecodableMessage("a 999 answers a group whose control number is not a number")
        }
        answers.append(BillingInput.BatchAnswer(batch: number, isAccepted: acknowledgment.isWholeGroupAccepted))
      }
      return .batchAnswers(answers)
    case .interchangeAcknowledgment: return .batchAnswers(try refusedInterchanges(message.body))
    case .claimAcknowledgment:
      return .claimAcknowledgments(try accepted(ClaimAcknowledgmentReader.read(message.body)))
    case .claimStatusResponse:
      return .statusResponses(try accepted(ClaimStatusResponseReader.read(message.body)))
    case .reminderDue: return .followUp(VisitID(try Reminder(reading: message).key.caseKey.id))
    case .remittanceAdvice:
      let advices = try accepted(RemittanceReader.read(message.body))
      // Source: 835 TR3 section 1.10.2.1.3. Money that does not add up is a person's matter before it is posted.
      guard advices.allSatisfy({ $0.amount == $0.remittance.total }) else {
        throw UndecodableMessage("the 835 is out of balance: BPR02 is not claims paid less provider adjustments")
      }
      return .remittances(advices.map(\.remittance))
    default: return .office(try OfficeMessage(type: type, body: message.body))
    }
  }

  /// Writes what a batch of messages gave rise to as one interchange to its payer: claims, or questions about claims.
  public func bundle(
    _ parts: [PayerRequest], key: String, _ cases: inout Cases<BillingFile>,
    _ context: inout DeskContext<PayerRequest>
  ) throws(Refusal) {
    var claims: [Claim] = []
    var inquiries: [ClaimStatusRequest.Inquiry] = []
    for part in parts {
      switch part {
      case .claim(let claim): claims.append(claim)
      case .inquiry(let inquiry, _): inquiries.append(inquiry)
      }
    }
    if case .inquiry(_, let payer)? = parts.first {
      try bundle(inquiries, to: payer, &cases, &context)
    } else {
      try bundle(claims, &cases, &context)
    }
  }

  /// Writes claims to one payer as one interchange, and remembers which claims it holds.
  private func bundle(
    _ parts: [Claim], _ cases: inout Cases<BillingFile>, _ context: inout DeskContext<PayerRequest>
  ) throws(Refusal) {
    guard let coverage = parts.first?.coverage else { return }
    let number = Int(try context.nextNumber(of: "interchange"))
    let reference = "B\(number)"
    let envelope = BillingDesk.envelope(to: coverage.payer, number: number, now: context.now)
    do {
      let interchange = try BillingDesk.interchange(of: parts, in: envelope, reference: reference)
      context.send(.claims(interchange, to: coverage.payer, batchReference: reference))
    } catch {
      throw .never("cannot write an interchange to \(coverage.payer): \(error)")
    }
    cases[BillingFile.key(ofBatch: envelope.controlNumber)] = .batch(
      BillingFile.Batch(payer: coverage.payer, claims: parts.map(\.controlNumber), sent: context.now))
  }

  /// The envelope of an interchange to a payer.
  static func envelope(to payer: PayerID, number: Int, now: Timestamp) -> InterchangeEnvelope {
    InterchangeEnvelope(
      sender: submitter.identifier, receiver: payer.rawValue, controlNumber: number, timestamp: now)
  }

  /// Claims to one payer as an interchange.
  /// - Throws: `X12Error` when a value cannot be written.
  static func interchange(
    of claims: [Claim], in envelope: InterchangeEnvelope, reference: String
  ) throws(X12Error) -> [UInt8] {
    guard let coverage = claims.first?.coverage else { return [] }
    let batch = ClaimBatch(
      reference: reference, submitter: submitter,
      receiver: ClaimReceiver(name: coverage.payerName, identifier: coverage.payer.rawValue), claims: claims)
    return try ProfessionalClaimsWriter.write([batch], in: envelope)
  }

  /// The interchanges of ours that a TA1 refuses: nothing in them was processed, as if a 999 had refused their group. Our
  /// interchanges hold one group, of the same number.
  private func refusedInterchanges(_ body: [UInt8]) throws(UndecodableMessage) -> [BillingInput.BatchAnswer] {
    var answers: [BillingInput.BatchAnswer] = []
    for interchange in ImplementationAcknowledgmentReader.read(body) {
      guard interchange.isSound else {
        throw UndecodableMessage(X12FaultWords.brokenEnvelope(interchange.faults))
      }
      for acknowledgment in interchange.acknowledgments where acknowledgment.verdict == .rejected {
        guard let number = Int(acknowledgment.controlNumber) else {
          throw UndecodableMessage("a TA1 answers an interchange whose control number is not a number")
        }
        answers.append(BillingInput.BatchAnswer(batch: number, isAccepted: false))
      }
    }
    return answers
  }

  /// The contents of an answer's transactions; one that has a broken part is not taken in by halves.
  private func accepted<Content>(
    _ interchanges: [ReceivedInterchange<Content>]
  ) throws(UndecodableMessage) -> [Content] {
    var contents: [Content] = []
    for interchange in interchanges {
      guard interchange.isSound else {
        throw UndecodableMessage(X12FaultWords.brokenEnvelope(interchange.faults))
      }
      for (index, transaction) in interchange.groups.flatMap(\.transactions).enumerated() {
        guard transaction.isAccepted, let content = transaction.content else {
          // Positions and codes only: what stands for a name in a broken transaction may be anything.
          let faults =
            transaction.faults.map { "IK502 \($0.rawValue)" }
            + transaction.segmentFaults.prefix(3).map { "IK304 \($0.code.rawValue) at segment \($0.position)" }
          throw UndecodableMessage(
            "transaction \(index + 1) of the answer is broken: \(faults.joined(separator: ", "))")
        }
        contents.append(content)
      }
    }
    return contents
  }
}

extension ImplementationAcknowledgment {
  /// Whether every claim of the group goes on: our batches hold one transaction.
  fileprivate var isWholeGroupAccepted: Bool {
    verdict != .rejected && transactions.allSatisfy(\.isAccepted)
  }
}
