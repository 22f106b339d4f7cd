import ClaimModel
import Messages
import X12

/// A message to a payer, decoded.
public enum PayerInput: Hashable, Sendable {
  /// The claims and questions of one or more interchanges (837P, 276).
  case claims([ReceivedClaims])
  /// An appeal against an earlier decision.
  case appeal(OfficeMessage.Appeal)
  /// The time of late answers has come.
  case lateAnswersDue

  /// What one interchange holds, and what is answered to its envelope and groups.
  public struct ReceivedClaims: Hashable, Sendable {
    /// Who submitted (ISA06), to whom the answers are addressed.
    public var submitter: String
    /// The answer to the envelope, a TA1: of one that is broken, and then nothing in it is processed, or that asks for it.
    public var envelope: InterchangeAcknowledgment?
    /// The answers for the 999, one for each group.
    public var acknowledgments: [ImplementationAcknowledgment]
    /// The batches of the transactions that can be read.
    public var batches: [ClaimBatch]
    /// Questions about claims.
    public var requests: [ClaimStatusRequest]

    /// The content of an interchange.
    public init(
      submitter: String, envelope: InterchangeAcknowledgment? = nil, acknowledgments: [ImplementationAcknowledgment],
      batches: [ClaimBatch] = [], requests: [ClaimStatusRequest] = []
    ) {
      self.submitter = submitter
      self.envelope = envelope
      self.acknowledgments = acknowledgments
      self.batches = batches
      self.requests = requests
    }

    /// What a sound or broken interchange holds.
    /// - Throws: `UndecodableMessage` when its header does not tell to whom an answer goes.
    init(_ interchange: ReceivedInterchange<TransactionContent>) throws(UndecodableMessage) {
      guard let envelope = interchange.envelope, !envelope.sender.isEmpty else {
        throw UndecodableMessage(
          "the interchange cannot be answered: "
            + interchange.faults.map { fault in
              let words = fault.code.words(nil, groups: interchange.groups.count)
              return "at byte \(fault.byteOffset): \(words.reason); \(words.remedy)"
            }.joined(separator: ". "))
      }
      self.init(submitter: envelope.sender, acknowledgments: [])
      if !interchange.isSound || interchange.asksForAcknowledgment { self.envelope = interchange.acknowledgment }
      guard interchange.isSound else { return }
      acknowledgments = interchange.groups.map(\.acknowledgment)
      for content in interchange.accepted {
        switch content {
        case .claims(let batch): batches.append(batch)
        case .statusRequest(let request): requests.append(request)
        default: break
        }
      }
    }

    /// All claims of all batches.
    var claims: [Claim] { batches.flatMap(\.claims) }
    /// All questions of all requests.
    var inquiries: [ClaimStatusRequest.Inquiry] { requests.flatMap(\.inquiries) }
  }
}
