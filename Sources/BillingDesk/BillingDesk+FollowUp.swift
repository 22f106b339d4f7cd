import Billing
import ClaimModel
import Messages
import Office
import X12

extension BillingDesk {
  /// What an account's reminder is for: to look at it again, because nothing has come.
  static let followUpPurpose = "follow-up"

  /// Sets, moves or takes back the account's reminder, where its wait has changed.
  func schedule(
    _ account: PatientAccount, before: PatientAccount, _ context: inout DeskContext<PayerRequest>
  ) {
    guard account.followUp != before.followUp else { return }
    let key = BillingFile.key(of: account.visit)
    if let due = account.followUp {
      context.remind(of: key, for: BillingDesk.followUpPurpose, at: due)
    } else {
      context.cancelReminder(of: key, for: BillingDesk.followUpPurpose)
    }
  }

  /// The claims that answers to status inquiries are about.
  static func claims(of responses: [ClaimStatusResponse]) -> [PatientControlNumber] {
    responses.flatMap(\.answers).map(\.controlNumber)
  }

  /// Posts a payer's answers to status inquiries (277) to the accounts.
  func handle(
    _ responses: [ClaimStatusResponse], _ cases: inout Cases<BillingFile>,
    _ context: inout DeskContext<PayerRequest>
  ) throws(Refusal) {
    for answer in responses.flatMap(\.answers) {
      guard let visit = answer.controlNumber.visit else {
        throw .never("an answer is about a claim that is not ours")
      }
      guard let status = answer.decisiveStatus else {
        throw .never("an answer to a status inquiry tells no status")
      }
      try apply(.statusReported(answer.controlNumber, status), to: visit, &cases, &context)
    }
  }

  /// Writes questions to one payer as one interchange. It is remembered as a batch without claims: whatever a 999 says of it,
  /// the accounts' reminders stand.
  func bundle(
    _ inquiries: [ClaimStatusRequest.Inquiry], to payer: PayerID, _ cases: inout Cases<BillingFile>,
    _ context: inout DeskContext<PayerRequest>
  ) throws(Refusal) {
    let number = Int(try context.nextNumber(of: "interchange"))
    let reference = "S\(number)"
    do {
      let interchange = try ClaimStatusRequestWriter.write(
        [ClaimStatusRequest(reference: reference, inquiries: inquiries)],
        in: BillingDesk.envelope(to: payer, number: number, now: context.now))
      context.send(.request(.claimStatusRequest, interchange, to: payer, batchReference: reference))
    } catch {
      throw .never("cannot write a status inquiry to \(payer): \(error)")
    }
    cases[BillingFile.key(ofBatch: number)] = .batch(BillingFile.Batch(payer: payer, claims: [], sent: context.now))
  }
}

extension ClaimStatusResponse.Answer {
  /// Our number of the claim: as the payer repeats it, or the number of the question, which is the same.
  fileprivate var controlNumber: PatientControlNumber { references.controlNumber ?? PatientControlNumber(trace) }

  /// The status that counts: the claim's, else the first service's.
  fileprivate var decisiveStatus: ClaimStatusCode? {
    statuses.first?.codes.first ?? lines.first { !$0.statuses.isEmpty }?.statuses.first?.codes.first
  }
}
