import Adjudication
import ClaimModel
import Messages
import Office
import X12

/// A payer without a broker: the same desk, fed from files.
public struct OfflinePayer {
  /// One answer to a file.
  public struct Answer: Sendable {
    /// The transaction set: `999`, `277CA`, `835`, `277`; `TA1` for the answer to an envelope.
    public var set: String
    /// The interchange.
    public var bytes: [UInt8]
  }

  /// What became of one claim.
  public struct ClaimLine: Hashable, Sendable {
    /// The claim's number.
    public var controlNumber: PatientControlNumber
    /// `rejected`, or what CLP02 says.
    public var status: String
    /// The charge.
    public var charge: Money
    /// What is paid.
    public var paid: Money
    /// What the patient owes.
    public var patient: Money
    /// Why, when not paid in full: adjustments as `CO-45 12.00`, or the front end's status.
    public var reasons: [String]
    /// What was refused, line by line: group and reason, and the amount.
    public var refusals: [RefusedLine]
    /// Whether the payer pays or leaves it to the patient.
    public var isPaid: Bool
  }

  /// A line that was refused.
  public struct RefusedLine: Hashable, Sendable {
    /// For instance `CO-11`.
    public var reason: String
    /// The charge that was refused.
    public var amount: Money
  }

  /// What a 277 tells of one claim that was asked about.
  public struct StatusLine: Hashable, Sendable {
    /// The claim's number, or the question's where it names none.
    public var controlNumber: String
    /// For instance `F1:65`.
    public var status: String
    /// The charge, as far as it is known.
    public var charge: Money?
    /// What was paid, as far as it is told.
    public var paid: Money?
  }

  /// The answers to one file.
  public struct Outcome: Sendable {
    /// The interchanges.
    public var answers: [Answer] = []
    /// What became of its claims.
    public var claims: [ClaimLine] = []
    /// What its questions are answered.
    public var statuses: [StatusLine] = []
    /// Why the file, or part of it, cannot be read; `nil` when it can.
    public var problem: String?
  }

  private let now: Timestamp
  private var office: OfflineOffice<PayerDesk>
  private var count = 0

  /// A payer that judges by `adjudicator` at `now`, with the trouble of an injection; unless it `isStrict`, claims to
  /// other payers are taken as its own.
  public init(adjudicator: Adjudicator, injector: Injector = .none, now: Timestamp, isStrict: Bool) {
    self.now = now
    office = OfflineOffice(
      desk: PayerDesk(adjudicator: adjudicator, injector: injector, takesAnyPayer: !isStrict))
  }

  /// Answers the claims and questions in the bytes of a file.
  public mutating func answer(_ bytes: [UInt8]) -> Outcome {
    count += 1
    let message = WireMessage(
      id: MessageID.derived(from: "file", String(count)), type: MessageType.professionalClaims.rawValue,
      correlation: "", timestamp: now, appID: "offline", contentType: MessageType.x12ContentType, body: bytes)
    do {
      return outcome(of: try office.handle(message))
    } catch let error as UndecodableMessage {
      return Outcome(problem: error.reason)
    } catch let refusal as Refusal {
      return Outcome(problem: refusal.reason)
    } catch {
      return Outcome(problem: "unexpected error of type \(type(of: error))")
    }
  }

  /// Reads our own answers back: what is printed is what a submitter would read in them.
  private func outcome(of outgoing: [Outgoing]) -> Outcome {
    var outcome = Outcome()
    for message in outgoing {
      switch message.type {
      case .implementationAcknowledgment:
        outcome.answers.append(Answer(set: "999", bytes: message.body))
        let rejected = ImplementationAcknowledgmentReader.read(message.body).flatMap(\.accepted)
          .flatMap(\.transactions).filter { !$0.isAccepted }
        if let first = rejected.first {
          outcome.problem = "transaction \(first.controlNumber) rejected: \(OfflinePayer.describe(first))"
        }
      case .claimAcknowledgment:
        outcome.answers.append(Answer(set: "277CA", bytes: message.body))
        let statuses = ClaimAcknowledgmentReader.read(message.body).flatMap(\.accepted).flatMap(\.claims)
        outcome.claims += statuses.filter { !$0.isAccepted }.map { status in
          ClaimLine(
            controlNumber: status.controlNumber, status: "rejected", charge: status.charge, paid: .zero,
            patient: .zero, reasons: [status.status.description], refusals: [], isPaid: false)
        }
      case .remittanceAdvice:
        outcome.answers.append(Answer(set: "835", bytes: message.body))
        let payments = RemittanceReader.read(message.body).flatMap(\.accepted).flatMap(\.remittance.claims)
        outcome.claims += payments.map(OfflinePayer.line)
      case .claimStatusResponse:
        outcome.answers.append(Answer(set: "277", bytes: message.body))
        outcome.statuses += ClaimStatusResponseReader.read(message.body).flatMap(\.accepted).flatMap(\.answers)
          .flatMap(OfflinePayer.lines)
      case .interchangeAcknowledgment:
        outcome.answers.append(Answer(set: "TA1", bytes: message.body))
        let answers = PayerTransactionParser.read(message.body).flatMap(\.acknowledgments)
        if let broken = answers.first(where: { $0.verdict == .rejected }) {
          outcome.problem =
            "interchange \(broken.controlNumber) rejected: \(broken.fault.map { "\($0) (\($0.rawValue))" } ?? "")"
        }
      default: break
      }
    }
    return outcome
  }

  private static func line(of payment: ClaimPayment) -> ClaimLine {
    let remarks = (payment.remarks + payment.lines.flatMap(\.remarks)).map(\.rawValue)
    return ClaimLine(
      controlNumber: payment.controlNumber, status: word(for: payment.status), charge: payment.charge,
      paid: payment.paid, patient: payment.patientResponsibility,
      reasons: payment.allAdjustments.map { "\($0.group.rawValue)-\($0.reason) \($0.amount)" } + remarks,
      refusals: payment.status == .reversal
        ? []
        : payment.lines.filter { $0.allowed == nil }.flatMap(\.adjustments).map {
          RefusedLine(reason: "\($0.group.rawValue)-\($0.reason)", amount: $0.amount)
        },
      isPaid: payment.status != .denied)
  }

  private static func lines(of answer: ClaimStatusResponse.Answer) -> [StatusLine] {
    answer.statuses.map { status in
      StatusLine(
        controlNumber: answer.references.controlNumber?.rawValue ?? answer.trace,
        status: status.codes.map(\.description).joined(separator: " "), charge: status.charge, paid: status.paid)
    }
  }

  private static func word(for status: ClaimPaymentStatus) -> String {
    switch status {
    case .processedAsPrimary: "primary"
    case .processedAsSecondary: "secondary"
    case .processedAsTertiary: "tertiary"
    case .denied: "denied"
    case .reversal: "reversal"
    }
  }

  private static func describe(_ answer: ImplementationAcknowledgment.TransactionAnswer) -> String {
    let places = answer.segmentFaults.prefix(3).map { fault in
      "\(fault.segment) at segment \(fault.position) (code \(fault.code.rawValue))"
    }
    return places.isEmpty ? "\(answer.faults.map(\.rawValue))" : places.joined(separator: ", ")
  }
}
