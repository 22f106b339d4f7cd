import Billing
import ClaimModel
import Messages
import SwiftProtobuf

extension WireBillingCase.Submission {
  init(_ model: Submission) {
    self.init()
    number = Int32(clamping: model.number)
    payer = model.payer.rawValue
    responsibility = model.responsibility.rawValue
    frequency = model.frequency.rawValue
    originalClaimNumber = model.originalClaimNumber?.rawValue ?? ""
    chargeCents = Int64(model.charge.cents)
    billedCents = Int64(model.billed.cents)
    stage = model.stage.rawValue
    isCrossover = model.isCrossover
    inquiries = Int32(clamping: model.inquiries)
  }

  /// The submission; one of an earlier version went to the first payer.
  func model(firstPayer: PayerID?) throws(UndecodableMessage) -> Submission {
    let charge = try Money(wire: chargeCents, "submission.charge_cents")
    let isEarlier = payer.isEmpty
    return Submission(
      number: Int(number), payer: isEarlier ? firstPayer ?? "" : PayerID(payer),
      responsibility: isEarlier ? .primary : try known(responsibility, "submission.responsibility"),
      frequency: try known(frequency, "submission.frequency"),
      originalClaimNumber: originalClaimNumber.isEmpty ? nil : PayerClaimNumber(originalClaimNumber), charge: charge,
      billed: isEarlier ? charge : try Money(wire: billedCents, "submission.billed_cents"),
      stage: try known(stage, "submission.stage"), isCrossover: isCrossover, inquiries: Int(inquiries))
  }
}

extension WireBillingCase.Decision {
  init(_ model: PayerDecision) {
    self.init()
    number = model.number.rawValue
    submission = Int32(clamping: model.submission)
    status = model.status.rawValue
    paidCents = Int64(model.paid.cents)
    adjustedCents = Int64(model.adjusted.cents)
    patientCents = Int64(model.patient.cents)
    refusedCents = Int64(model.refused.cents)
    writtenOffCents = Int64(model.writtenOff.cents)
    writeOffKind = model.writeOffKind?.rawValue ?? ""
    refusals = model.refusals.map { WireRefusal($0.refusal) }
    refusalCents = model.refusals.map { Int64($0.amount.cents) }
    decided = model.decided?.wire ?? 0
    if let explanation = model.explanation {
      hasExplanation_p = true
      adjustments = explanation.adjustments.map(WireAdjustment.init)
      lines = explanation.lines.sorted { $0.key < $1.key }.map { number, line in
        .with {
          $0.line = Int32(clamping: number)
          $0.paidCents = Int64(line.paid.cents)
          $0.adjustments = line.adjustments.map(WireAdjustment.init)
        }
      }
    }
    isDuplicate = model.isDuplicate
    isUnprocessable = model.isUnprocessable
    isForwarded = model.isForwarded
    isExtra = model.isExtra
    isPaired = model.isPaired
    isPracticeAsked = model.isPracticeAsked
    isCodingUpheld = model.isCodingUpheld
    codingReasons = model.codingReasons
  }

  func model() throws(UndecodableMessage) -> PayerDecision {
    PayerDecision(
      number: PayerClaimNumber(number), submission: Int(submission), status: try known(status, "decision.status"),
      paid: try Money(wire: paidCents, "decision.paid_cents"),
      adjusted: try Money(wire: adjustedCents, "decision.adjusted_cents"),
      patient: try Money(wire: patientCents, "decision.patient_cents"),
      refused: try Money(wire: refusedCents, "decision.refused_cents"),
      writtenOff: try Money(wire: writtenOffCents, "decision.written_off_cents"),
      writeOffKind: writeOffKind.isEmpty ? nil : try known(writeOffKind, "decision.write_off_kind"),
      refusals: try refusalModels(),
      decided: decided == 0 ? nil : try CalendarDate(wire: decided, "decision.decided"),
      explanation: try explanationModel(), isDuplicate: isDuplicate, isUnprocessable: isUnprocessable,
      isForwarded: isForwarded, isExtra: isExtra, isPaired: isPaired, isPracticeAsked: isPracticeAsked,
      isCodingUpheld: isCodingUpheld,
      codingReasons: codingReasons)
  }

  /// The refusals with their amounts; in accounts of an earlier version the first one has the whole amount.
  private func refusalModels() throws(UndecodableMessage) -> [PayerDecision.Refused] {
    var models: [PayerDecision.Refused] = []
    for (index, refusal) in refusals.enumerated() {
      let cents = refusalCents.indices.contains(index) ? refusalCents[index] : index == 0 ? refusedCents : 0
      models.append(.init(try refusal.model(), amount: try Money(wire: cents, "decision.refusal_cents")))
    }
    return models
  }

  private func explanationModel() throws(UndecodableMessage) -> PayerDecision.Explanation? {
    guard hasExplanation_p else { return nil }
    var explanation = PayerDecision.Explanation(adjustments: try adjustments.models())
    for line in lines {
      explanation.lines[Int(line.line)] = .init(
        paid: try Money(wire: line.paidCents, "decided_line.paid_cents"), adjustments: try line.adjustments.models())
    }
    return explanation
  }
}
