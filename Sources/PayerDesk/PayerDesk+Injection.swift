import Adjudication
import ClaimModel
import Messages
import Office

/// To whom answers go, and about what.
struct Addressee {
  /// Who submitted the claims.
  let sender: PayerInput.Sender
  /// The batch that is answered.
  let reference: String
  /// The claims that are answered, with their counts when an injection counts claims.
  let claims: [(claim: Claim, count: Int?)]

  init(_ sender: PayerInput.Sender, _ reference: String, _ claims: [(claim: Claim, count: Int?)]) {
    self.sender = sender
    self.reference = reference
    self.claims = claims
  }
}

extension PayerDesk {
  /// Makes other trouble from now on, when an operator asks for it.
  public mutating func obey(_ order: ControlOrder) throws(Refusal) {
    guard case .inject(let texts, let seed) = order.what else {
      throw .never("a payer only changes what it injects")
    }
    var rules: [InjectionRule] = []
    do throws(InjectionError) {
      for text in texts { rules.append(try InjectionRule(parsing: text)) }
    } catch {
      throw .never(error.description)
    }
    inject(Injector(rules: rules, seed: seed))
  }

  /// The most answers that are held back at a time; further ones go out at once.
  static let maximumHeld = 1_000

  /// Sends an answer, unless an injection loses it, doubles it or holds it back.
  func deliver(
    _ type: MessageType, _ interchange: [UInt8], _ addressee: Addressee, _ cases: inout Cases<PayerFile>,
    _ context: inout DeskContext<Never>
  ) {
    let outgoing = Outgoing.answer(
      type, interchange, from: adjudicator.plan.payer, batchReference: addressee.reference)
    guard let answer = InjectionRule.Answer(type) else { return context.send(outgoing) }
    let fate = injector.fate(of: answer, to: addressee.claims, reference: addressee.reference)
    witness?.see(AnswerWitness.Answer(type: type, interchange: interchange, fate: fate))
    for rule in fate.rules {
      for (claim, _) in addressee.claims { record(rule, of: claim, &context) }
    }
    if fate.isLost { return }
    if fate.isOutOfOrder || fate.delayMilliseconds > 0 {
      var file = cases[PayerFile.heldKey] ?? PayerFile()
      if file.held.count < PayerDesk.maximumHeld {
        let nextDue = file.nextDue
        let due = fate.delayMilliseconds > 0 ? context.now.adding(milliseconds: fate.delayMilliseconds) : nil
        let held = HeldAnswer(
          due: due, type: type, batchReference: addressee.reference, interchange: interchange)
        file.held += Array(repeating: held, count: fate.isDoubled ? 2 : 1)
        cases[PayerFile.heldKey] = file
        // A reminder that is set anew is called anew: only when it comes earlier.
        if let due, nextDue.map({ due < $0 }) ?? true { remindOfLateAnswers(at: due, &context) }
        return
      }
    }
    context.send(outgoing)
    if fate.isDoubled { context.send(outgoing) }
  }

  /// Sends the answers among `waiting`, held back before this message, that were to come after the next message's.
  func release(
    _ waiting: [HeldAnswer], _ cases: inout Cases<PayerFile>, _ context: inout DeskContext<Never>
  ) {
    guard waiting.contains(where: { $0.due == nil }), var file = cases[PayerFile.heldKey] else { return }
    // What this message has held back stands behind what waited before.
    file.held = send(waiting, { $0.due == nil }, &context) + file.held.dropFirst(waiting.count)
    cases[PayerFile.heldKey] = file
  }

  /// What the reminder of ``PayerFile/heldKey`` is for: late answers are due.
  static let lateAnswersPurpose = "late-answers"

  /// Sends the late answers whose time has come; during an outage looks again a minute later.
  func releaseLateAnswers(_ cases: inout Cases<PayerFile>, _ context: inout DeskContext<Never>) {
    guard var file = cases[PayerFile.heldKey] else { return }
    let now = context.now
    if injector.outage(at: now, counts: []) != nil {
      return remindOfLateAnswers(at: now.adding(milliseconds: 60_000), &context)
    }
    file.held = send(file.held, { $0.due.map { $0 <= now } ?? false }, &context)
    cases[PayerFile.heldKey] = file
    if let nextDue = file.nextDue { remindOfLateAnswers(at: nextDue, &context) }
  }

  /// Sends those that are due; returns the others.
  private func send(
    _ answers: [HeldAnswer], _ isDue: (HeldAnswer) -> Bool, _ context: inout DeskContext<Never>
  ) -> [HeldAnswer] {
    for answer in answers where isDue(answer) {
      context.send(
        .answer(
          answer.type, answer.interchange, from: adjudicator.plan.payer, batchReference: answer.batchReference))
    }
    return answers.filter { !isDue($0) }
  }

  private func remindOfLateAnswers(at due: Timestamp, _ context: inout DeskContext<Never>) {
    context.remind(of: PayerFile.heldKey, for: PayerDesk.lateAnswersPurpose, at: due)
  }
}

extension PayerFile {
  /// When the first of the late answers is due.
  fileprivate var nextDue: Timestamp? { held.compactMap(\.due).min() }
}

extension InjectionRule.Answer {
  fileprivate init?(_ type: MessageType) {
    switch type {
    case .implementationAcknowledgment: self = .implementationAcknowledgment
    case .claimAcknowledgment: self = .claimAcknowledgment
    case .remittanceAdvice: self = .remittance
    default: return nil
    }
  }
}
