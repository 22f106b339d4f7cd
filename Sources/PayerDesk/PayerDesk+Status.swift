import Adjudication
import ClaimModel
import Messages
import Office
import X12

// Status inquiries: a 276 is answered with a 277.
//
// Source: 277 TR3 005010X212; X12's external code lists 507 (claim status category) and 508 (claim status).
extension PayerDesk {
  /// The answers to a request: one for each claim that a question is about, or that none was found.
  func response(
    to request: ClaimStatusRequest, on day: CalendarDate, _ cases: Cases<PayerFile>
  ) -> ClaimStatusResponse {
    let unpaid = claimsOfHeldRemittances(cases)
    return ClaimStatusResponse(
      reference: request.reference,
      answers: request.inquiries.flatMap { inquiry in
        let found = StatusSearch(inquiry: inquiry).claims(in: cases)
        guard !found.isEmpty else { return [answer(to: inquiry, [.notFound], on: day)] }
        return found.map { prior in
          answer(to: inquiry, about: prior, isPending: unpaid.contains(prior.payment.payerClaimNumber), on: day)
        }
      })
  }

  /// The claims whose 835 is held back: decided, though nobody outside can know.
  private func claimsOfHeldRemittances(_ cases: Cases<PayerFile>) -> Set<PayerClaimNumber> {
    let held = cases[PayerFile.heldKey]?.held ?? []
    return Set(
      held.filter { $0.type == .remittanceAdvice }.flatMap { RemittanceReader.read($0.interchange) }.flatMap(\.accepted)
        .flatMap(\.remittance.claims).map(\.payerClaimNumber))
  }

  private func answer(
    to inquiry: ClaimStatusRequest.Inquiry, _ codes: [ClaimStatusCode], on day: CalendarDate
  ) -> ClaimStatusResponse.Answer {
    var subject = inquiry.subject
    subject.payer.name = adjudicator.plan.name
    // The answer has no place for them.
    (subject.birthDate, subject.sex) = (nil, nil)
    return ClaimStatusResponse.Answer(
      subject: subject, trace: inquiry.trace,
      statuses: [ClaimStatusResponse.Status(codes: codes, date: day, charge: inquiry.charge)],
      references: inquiry.references.filter { ["1K", "EJ"].contains($0.qualifier) }, period: inquiry.period)
  }

  private func answer(
    to inquiry: ClaimStatusRequest.Inquiry, about prior: PriorClaim, isPending: Bool, on day: CalendarDate
  ) -> ClaimStatusResponse.Answer {
    let (claim, payment) = (prior.claim, prior.payment)
    func status(_ code: ClaimStatusCode, _ charge: Money, _ paid: Money) -> ClaimStatusResponse.Status {
      ClaimStatusResponse.Status(
        codes: [code], date: day, charge: charge, paid: isPending ? nil : prior.isReversed ? .zero : paid)
    }
    let code = isPending ? .pending : prior.isReversed ? .takenBack : ClaimStatusCode(of: payment)
    var answer = answer(to: inquiry, [code], on: day)
    answer.statuses = [status(code, payment.charge, payment.paid)]
    answer.references = [
      StatusReference(qualifier: "1K", value: payment.payerClaimNumber.rawValue),
      StatusReference(qualifier: "EJ", value: claim.controlNumber.rawValue),
    ]
    answer.period = claim.firstDay.map { ServicePeriod($0, through: claim.lastDay == $0 ? nil : claim.lastDay) }
    answer.lines = payment.lines.filter { line in inquiry.lines.contains { $0.service.names(line) } }.map { line in
      let code = isPending || prior.isReversed ? code : ClaimStatusCode(of: line)
      let service = StatusService(
        procedure: line.procedure, modifiers: line.modifiers, charge: line.charge,
        paid: isPending ? nil : line.paid, units: line.units, lineControlNumber: line.lineControlNumber)
      return ClaimStatusResponse.Line(
        service: service, statuses: [status(code, line.charge, line.paid)],
        period: ServicePeriod(line.dateOfService, through: line.lastDateOfService))
    }
    return answer
  }
}

extension StatusService {
  /// Whether a line of a decision is the service that is asked about: by its number, else by its procedure.
  fileprivate func names(_ line: ServicePayment) -> Bool {
    lineControlNumber.isEmpty ? procedure == line.procedure : lineControlNumber == line.lineControlNumber
  }
}

extension ClaimStatusCode {
  /// The claim is not known.
  fileprivate static let notFound = ClaimStatusCode(category: "A4", code: "35")
  /// In process.
  fileprivate static let pending = ClaimStatusCode(category: "P1", code: "20")
  /// Finalized, and taken back by a replacement, a void or an appeal.
  fileprivate static let takenBack = ClaimStatusCode(category: "F3", code: "101")

  /// Finalized: denied (F2), paid (F1), or decided without a payment (F4).
  fileprivate init(of payment: ClaimPayment) {
    self.init(isDenied: payment.status == .denied, paid: payment.paid)
  }

  fileprivate init(of line: ServicePayment) { self.init(isDenied: line.allowed == nil, paid: line.paid) }

  private init(isDenied: Bool, paid: Money) {
    if isDenied {
      self.init(category: "F2", code: "585")
    } else if paid > .zero {
      self.init(category: "F1", code: "65")
    } else {
      self.init(category: "F4", code: "104")
    }
  }
}
