import Adjudication
import ClaimModel
import Messages
import Office

/// To whom answers go, and about what.
struct Addressee {
  /// Who submitted the claims (ISA06).
  let submitter: String
  /// The batch that is answered.
  let reference: String
  /// The claims that are answered, with their counts when an injection counts claims.
  let claims: [(claim: Claim, count: Int?)]

  init(_ submitter: String, _ reference: String, _ claims: [(claim: Claim, count: Int?)]) {
    self.submitter = submitter
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
    for rule in fate.rules {
      for (claim, _) in addressee.claims { record(rule, of: claim, &context) }
    }
    if fate.isLost { return }
    if fate.isOutOfOrder || fate.delayMilliseconds > 0 {
      var file = cases[PayerFile.heldKey] ?? PayerFile()
      if file.held.count < PayerDesk.maximumHeld {
        let due = fate.delayMilliseconds > 0 ? context.now.adding(milliseconds: fate.delayMilliseconds) : nil
        let held = HeldAnswer(
          due: due, type: type, batchReference: addressee.reference, interchange: interchange)
        file.held += Array(repeating: held, count: fate.isDoubled ? 2 : 1)
        cases[PayerFile.heldKey] = file
        return
      }
    }
    context.send(outgoing)
    if fate.isDoubled { context.send(outgoing) }
  }

  /// Sends the answers among `waiting`, held back before this message, whose time has come.
  func release(
    _ waiting: [HeldAnswer], _ cases: inout Cases<PayerFile>, _ context: inout DeskContext<Never>
  ) {
    guard !waiting.isEmpty, var file = cases[PayerFile.heldKey] else { return }
    let now = context.now
    let isDue = waiting.map { $0.due.map { $0 <= now } ?? true }
    guard isDue.contains(true) else { return }
    for (answer, isDue) in zip(waiting, isDue) where isDue {
      context.send(
        .answer(
          answer.type, answer.interchange, from: adjudicator.plan.payer, batchReference: answer.batchReference))
    }
    // What this message has held back stands behind what waited before.
    file.held =
      zip(waiting, isDue).filter { !$0.1 }.map(\.0) + Array(file.held.dropFirst(waiting.count))
    cases[PayerFile.heldKey] = file
  }
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
