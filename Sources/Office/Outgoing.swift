import ClaimModel
import Messages

/// A message a desk wants sent; the runtime gives it an id, a time and a sender.
public struct Outgoing: Hashable, Sendable {
  /// What it says.
  public var type: MessageType
  /// Where it goes.
  public var route: Route
  /// What it is about.
  public var correlation: String
  /// Its body.
  public var body: [UInt8]

  /// A message of the given type and body.
  public init(type: MessageType, route: Route, correlation: String, body: [UInt8]) {
    self.type = type
    self.route = route
    self.correlation = correlation
    self.body = body
  }

  /// A message between offices. `specialty` chooses the coders' queue for messages to the coding office whose body
  /// does not say it.
  public init(_ message: OfficeMessage, specialty: Specialty? = nil) {
    self.init(
      type: message.type, route: Outgoing.route(of: message, specialty: specialty),
      correlation: message.visit.rawValue, body: message.encoded())
  }

  /// Claims to a payer: an 837P interchange known by its batch reference.
  public static func claims(_ interchange: [UInt8], to payer: PayerID, batchReference: String) -> Outgoing {
    request(.professionalClaims, interchange, to: payer, batchReference: batchReference)
  }

  /// An interchange to a payer, claims or questions about them, known by its batch reference.
  public static func request(
    _ type: MessageType, _ interchange: [UInt8], to payer: PayerID, batchReference: String
  ) -> Outgoing {
    Outgoing(
      type: type, route: Route(exchange: "billing", key: "\(type.subject).\(payer)"), correlation: batchReference,
      body: interchange)
  }

  /// A payer's answer to an interchange.
  public static func answer(
    _ type: MessageType, _ interchange: [UInt8], from payer: PayerID, batchReference: String
  ) -> Outgoing {
    Outgoing(
      type: type, route: Route(exchange: "payer", key: "\(type.subject).\(payer)"), correlation: batchReference,
      body: interchange)
  }

  private static func route(of message: OfficeMessage, specialty: Specialty?) -> Route {
    let subject = message.type.subject
    switch message {
    case .visitDocumented(let visit): return Route(exchange: "practice", key: "\(subject).\(visit.specialty.rawValue)")
    case .documentationAmended:
      return Route(exchange: "practice", key: "\(subject).\((specialty ?? .primaryCare).rawValue)")
    case .patientPaid, .registrationCorrected: return Route(exchange: "practice", key: subject)
    case .documentationQueried, .visitCoded, .visitRecoded, .codingUpheld, .recodeUnanswerable:
      return Route(exchange: "coding", key: subject)
    case .recodeRequested(_, let specialty): return Route(exchange: "billing", key: "\(subject).\(specialty.rawValue)")
    case .statementIssued, .accountClosed, .refundIssued, .registrationQueried:
      return Route(exchange: "billing", key: subject)
    // Into a queue of the office's own, by the way on which messages return from the retry steps.
    case .reviewResolved, .paymentPlaced:
      return Route(exchange: OfficeID.billing.returnExchange, key: "billing.payments")
    case .appealSubmitted(let appeal): return Route(exchange: "billing", key: "\(subject).\(appeal.payer)")
    case .appealDecided(let appeal, _): return Route(exchange: "payer", key: "\(subject).\(appeal.payer)")
    }
  }
}

extension Publication {
  /// An outgoing message under an id, as `appID` sends it; `cause` is the message it came of.
  public init(_ outgoing: Outgoing, id: MessageID, timestamp: Timestamp, appID: String, cause: WireMessage? = nil) {
    self.init(
      route: outgoing.route,
      message: WireMessage(
        id: id, type: outgoing.type.rawValue, correlation: outgoing.correlation, timestamp: timestamp, appID: appID,
        contentType: outgoing.type.contentType, causation: cause?.id, traceParent: cause?.traceParent ?? "",
        body: outgoing.body))
  }
}
