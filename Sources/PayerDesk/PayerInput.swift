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

  /// Who sent an interchange: how its answers are addressed.
  public struct Sender: Hashable, Sendable {
    /// Its identifier (ISA06).
    public var identifier: String
    /// What kind of identifier that is (ISA05).
    public var qualifier: String
    /// The application that sent the first group (GS02); answers are routed by it.
    public var application: String?
    /// Whether it was a test (ISA15): the answers are one too.
    public var usage: InterchangeEnvelope.Usage

    /// A sender of its parts.
    public init(
      identifier: String, qualifier: String = "ZZ", application: String? = nil,
      usage: InterchangeEnvelope.Usage = .production
    ) {
      self.identifier = identifier
      self.qualifier = qualifier
      self.application = application
      self.usage = usage
    }
  }

  /// What one interchange holds, and what is answered to its envelope and groups.
  public struct ReceivedClaims: Hashable, Sendable {
    /// Who submitted, to whom the answers are addressed.
    public var sender: Sender
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
      sender: Sender, envelope: InterchangeAcknowledgment? = nil, acknowledgments: [ImplementationAcknowledgment],
      batches: [ClaimBatch] = [], requests: [ClaimStatusRequest] = []
    ) {
      self.sender = sender
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
      self.init(
        sender: Sender(
          identifier: envelope.sender, qualifier: envelope.senderQualifier,
          application: interchange.groups.first.flatMap { $0.sender.isEmpty ? nil : $0.sender }, usage: envelope.usage),
        acknowledgments: [])
      if !interchange.isSound || interchange.asksForAcknowledgment { self.envelope = interchange.acknowledgment }
      guard interchange.isSound else { return }
      acknowledgments = interchange.groups.filter { !$0.isAcknowledgment }.map { $0.acknowledgment }
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
