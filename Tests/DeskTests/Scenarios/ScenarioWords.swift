import Billing
import ClaimModel
import Messages
import Office
import X12

/// What a message says, in a few words and codes.
enum ScenarioWords {
  static func text(of message: Outgoing) -> String {
    switch message.type {
    case .professionalClaims:
      let claims = ProfessionalClaimsReader.read(message.body).flatMap(\.accepted).flatMap(\.claims)
      return claims.isEmpty ? "a claim that is broken" : claims.map(text(of:)).joined(separator: "; ")
    case .implementationAcknowledgment:
      let answers = ImplementationAcknowledgmentReader.read(message.body).flatMap(\.accepted)
      return answers.allSatisfy { $0.verdict != .rejected } ? "can be read" : "cannot be read"
    case .interchangeAcknowledgment:
      return ImplementationAcknowledgmentReader.read(message.body).flatMap(\.acknowledgments).map {
        "\($0.verdict.rawValue) \($0.fault?.rawValue ?? "000")"
      }.joined(separator: "; ")
    case .claimAcknowledgment:
      return ClaimAcknowledgmentReader.read(message.body).flatMap(\.accepted).flatMap(\.claims).map {
        "\(name(of: $0.controlNumber)) \($0.isAccepted ? "accepted" : "rejected"), \($0.status)"
      }.joined(separator: "; ")
    case .claimStatusRequest:
      return ClaimStatusRequestReader.read(message.body).flatMap(\.accepted).flatMap(\.inquiries).map {
        "what has become of \(name(of: PatientControlNumber($0.trace)))"
      }.joined(separator: "; ")
    case .claimStatusResponse:
      return ClaimStatusResponseReader.read(message.body).flatMap(\.accepted).flatMap(\.answers).map { answer in
        let codes = answer.statuses.flatMap(\.codes).map(\.description)
        return "\(name(of: answer.references.controlNumber ?? PatientControlNumber(answer.trace))): "
          + codes.joined(separator: ", ")
      }.joined(separator: "; ")
    case .remittanceAdvice:
      return RemittanceReader.read(message.body).flatMap(\.accepted).flatMap(\.remittance.claims).map(text(of:))
        .joined(separator: "; ")
    default:
      guard let message = try? OfficeMessage(type: message.type, body: message.body) else { return "" }
      return text(of: message)
    }
  }

  private static func text(of claim: Claim) -> String {
    var words = "\(name(of: claim.controlNumber)), \(claim.totalCharge)"
    switch claim.frequency {
    case .original: words += ", frequency 1"
    case .replacement, .adjustment: words += ", frequency \(claim.frequency.rawValue) with REF*F8"
    case .void: words += ", frequency 8 with REF*F8"
    }
    if !claim.authorizationNumber.isEmpty { words += ", REF*G1 \(claim.authorizationNumber)" }
    guard claim.responsibility != .primary else { return words }
    let paid = claim.otherPayers.map { "\($0.coverage.payer) paid \($0.paid)" }
    return words + ", SBR01 \(claim.responsibility.rawValue), " + paid.joined(separator: ", ")
  }

  private static func text(of payment: ClaimPayment) -> String {
    if payment.status == .reversal { return "\(name(of: payment.controlNumber)) taken back, \(payment.paid)" }
    var amounts: [String: Money] = [:]
    for line in payment.lines {
      for adjustment in line.adjustments {
        let remarks = adjustment.isRefusal ? line.remarks.map { " \($0)" }.joined() : ""
        amounts["\(adjustment.group.rawValue)-\(adjustment.reason)\(remarks)", default: .zero] += adjustment.amount
      }
    }
    for adjustment in payment.adjustments {
      amounts["\(adjustment.group.rawValue)-\(adjustment.reason)", default: .zero] += adjustment.amount
    }
    let words = amounts.sorted { $0.key < $1.key }.map { ", \($0.key) \($0.value)" }.joined()
    return "\(name(of: payment.controlNumber)) paid \(payment.paid) of \(payment.charge)\(words)"
  }

  private static func text(of message: OfficeMessage) -> String {
    switch message {
    case .visitDocumented: "the note"
    case .documentationAmended: "nothing to add"
    case .documentationQueried(_, _, _, let question): question
    case .visitCoded(let superbill): text(of: superbill)
    case .visitRecoded(let superbill, _, _): text(of: superbill)
    case .codingUpheld: "the codes stand"
    case .recodeUnanswerable(_, _, let reason): reason
    case .recodeRequested(let request, _): words(of: request.refusals)
    case .appealSubmitted(let appeal):
      "\(name(of: appeal.controlNumber)): " + appeal.reasons.filter { $0.count < 12 }.uniqued.joined(separator: ", ")
        + (appeal.hasRecords ? ", with the records" : "")
    case .appealDecided(let appeal, let isOverturned):
      "\(name(of: appeal.controlNumber)): the denial \(isOverturned ? "is withdrawn" : "stands")"
    case .statementIssued(_, let number, let amount, let due):
      "statement \(number): \(amount)" + (due.map { ", due \($0)" } ?? "")
    case .patientPaid(_, _, let amount): "\(amount)"
    case .accountClosed: "nothing is open"
    case .refundIssued(_, _, let amount): "\(amount)"
    case .registrationQueried(let query): (query.findings + [words(of: query.refusals)]).joined(separator: " ")
    case .registrationCorrected(_, _, let registration, let authorization):
      registration == nil && authorization.isEmpty
        ? "nothing to correct" : authorization.isEmpty ? "corrected" : "authorization \(authorization)"
    case .reviewResolved(let resolution, _): "\(resolution.decision.rawValue), decided by a person"
    case .paymentPlaced(let placement): placement.controlNumber.map(name(of:)) ?? "goes back"
    }
  }

  private static func text(of superbill: Superbill) -> String {
    let services = superbill.services.map { line in
      ([line.procedure.rawValue] + line.modifiers.map(\.rawValue)).joined(separator: "-")
        + (line.units == 1 ? "" : " x\(line.units)")
    }
    return superbill.diagnoses.map(\.rawValue).joined(separator: " ") + "; " + services.joined(separator: " ")
  }

  private static func words(of refusals: [RecodeRequest.Refusal]) -> String {
    refusals.map { "\($0.group.rawValue)-\($0.reason)" }.uniqued.joined(separator: ", ")
  }

  private static func name(of number: PatientControlNumber) -> String {
    number.submission.map { "claim \($0)" } ?? "a claim"
  }
}

extension Adjustment {
  fileprivate var isRefusal: Bool { !["45", "1", "2", "3", "23"].contains(reason) }
}

extension [String] {
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
