import Adjudication
import ClaimModel
import Messages
import Office
import X12

/// A payer without a broker: the same desk, fed from files.
public struct OfflinePayer {
  private let now: Timestamp
  private let witness = AnswerWitness()
  private var office: OfflineOffice<PayerDesk>
  private var count = 0

  /// A payer that judges by `adjudicator` at `now`, with the trouble of an injection; unless it `isStrict`, claims to
  /// other payers are taken as its own.
  public init(adjudicator: Adjudicator, injector: Injector = .none, now: Timestamp, isStrict: Bool) {
    self.now = now
    office = OfflineOffice(
      desk: PayerDesk(adjudicator: adjudicator, injector: injector, takesAnyPayer: !isStrict, witness: witness))
  }

  /// Answers the claims and questions in the bytes of a file.
  public mutating func answer(_ bytes: [UInt8]) -> Outcome {
    count += 1
    let message = WireMessage(
      id: MessageID.derived(from: "file", String(count)), type: MessageType.professionalClaims.rawValue,
      correlation: "", timestamp: now, appID: "offline", contentType: MessageType.x12ContentType, body: bytes)
    var outcome = Outcome()
    do {
      outcome.take(try office.handle(message))
      let made = witness.take()
      outcome.take(made)
      outcome.take(witness.takeTroubles())
      let refuses =
        outcome.answers.contains { $0.set == "TA1" && OfflinePayer.refuses(.interchangeAcknowledgment, $0.bytes) }
        || made.contains { OfflinePayer.refuses($0.type, $0.interchange) }
      if refuses { outcome.rejections = FileRejection.all(of: bytes) }
      if outcome.answers.isEmpty, made.isEmpty { outcome.rejections.append(.nothingToAnswer) }
    } catch let error as UndecodableMessage {
      outcome.rejections = FileRejection.all(of: bytes)
      if outcome.rejections.isEmpty {
        outcome.rejections = [FileRejection(reason: error.reason, remedy: "send an 837P or 276")]
      }
    } catch let refusal as Refusal {
      outcome.rejections = [
        FileRejection(reason: refusal.reason, remedy: "nothing in the file was processed: send it again when mended")
      ]
    } catch {
      outcome.rejections = [FileRejection(reason: "unexpected error of type \(type(of: error))", remedy: "report it")]
    }
    // What was made for a file that is refused in the end is not told with the next one.
    _ = witness.take()
    _ = witness.takeTroubles()
    return outcome
  }

  /// Whether an answer tells that an envelope, a group or a transaction is not processed, or something outside of all.
  private static func refuses(_ type: MessageType, _ interchange: [UInt8]) -> Bool {
    switch type {
    case .interchangeAcknowledgment:
      PayerTransactionParser.read(interchange).flatMap(\.acknowledgments).contains { $0.verdict != .accepted }
    case .implementationAcknowledgment:
      ImplementationAcknowledgmentReader.read(interchange).flatMap(\.accepted).contains {
        $0.verdict == .rejected || $0.verdict == .partiallyAccepted
      }
    default: false
    }
  }
}

// Our own answers are read back: what is printed is what a submitter would read in them.
extension OfflinePayer.Outcome {
  /// The answers that go out, and what questions are answered.
  fileprivate mutating func take(_ outgoing: [Outgoing]) {
    for message in outgoing {
      guard let set = message.type.set else { continue }
      answers.append(OfflinePayer.Answer(set: set, bytes: message.body))
      guard message.type == .claimStatusResponse else { continue }
      statuses += ClaimStatusResponseReader.read(message.body).flatMap(\.accepted).flatMap(\.answers).flatMap {
        answer in
        answer.statuses.map { status in
          OfflinePayer.StatusLine(
            trace: answer.trace, controlNumber: answer.references.controlNumber?.rawValue,
            status: status.codes.map(\.description).joined(separator: " "), charge: status.charge, paid: status.paid)
        }
      }
    }
  }

  /// What trouble was made with decisions.
  fileprivate mutating func take(_ troubles: [AnswerWitness.Trouble]) {
    injected += troubles.map {
      OfflinePayer.InjectedAnswer(set: $0.type.set ?? "", rule: $0.rule.description, claim: $0.claim)
    }
  }

  /// What was decided, and what became of the telling.
  fileprivate mutating func take(_ made: [AnswerWitness.Answer]) {
    for answer in made {
      let set = answer.type.set ?? ""
      injected += answer.fate.rules.map { OfflinePayer.InjectedAnswer(set: set, rule: $0.description) }
      switch answer.type {
      case .claimAcknowledgment:
        claims += ClaimAcknowledgmentReader.read(answer.interchange).flatMap(\.accepted).flatMap(\.claims)
          .filter { !$0.isAccepted }.map(OfflinePayer.ClaimLine.init(rejected:))
      case .remittanceAdvice:
        claims += RemittanceReader.read(answer.interchange).flatMap(\.accepted).flatMap(\.remittance.claims)
          .map(OfflinePayer.ClaimLine.init)
      default: break
      }
    }
  }
}

extension MessageType {
  /// The transaction set of a payer's answer; `nil` for what is none.
  fileprivate var set: String? {
    switch self {
    case .implementationAcknowledgment: "999"
    case .claimAcknowledgment: "277CA"
    case .remittanceAdvice: "835"
    case .claimStatusResponse: "277"
    case .interchangeAcknowledgment: "TA1"
    default: nil
    }
  }
}
