import ClaimModel
import SwiftProtobuf

extension WireAdjustment {
  /// The adjustment on the wire.
  public init(_ model: Adjustment) {
    self.init()
    group = model.group.rawValue
    reason = model.reason.rawValue
    amountCents = Int64(model.amount.cents)
  }

  func model() throws(UndecodableMessage) -> Adjustment {
    Adjustment(
      group: try known(group, "adjustment.group"), reason: AdjustmentReason(reason),
      amount: try Money(wire: amountCents, "adjustment.amount_cents"))
  }
}

extension WireOtherPayerPayment {
  init(_ model: OtherPayerPayment) {
    self.init()
    payer = model.payer.rawValue
    paidCents = Int64(model.paid.cents)
    adjustments = model.adjustments.map(WireAdjustment.init)
  }

  func model() throws(UndecodableMessage) -> OtherPayerPayment {
    OtherPayerPayment(
      payer: PayerID(payer), paid: try Money(wire: paidCents, "other_payment.paid_cents"),
      adjustments: try adjustments.models())
  }
}

extension WireOtherPayer {
  init(_ model: OtherPayer) {
    self.init()
    responsibility = model.responsibility.rawValue
    coverage = WireCoverage(model.coverage)
    claimNumber = model.claimNumber.rawValue
    paidCents = Int64(model.paid.cents)
    remainingCents = Int64(model.remaining.cents)
    adjustments = model.adjustments.map(WireAdjustment.init)
    decided = model.decided.wire
  }

  func model() throws(UndecodableMessage) -> OtherPayer {
    OtherPayer(
      responsibility: try known(responsibility, "other_payer.responsibility"), coverage: coverage.model(),
      claimNumber: PayerClaimNumber(claimNumber), paid: try Money(wire: paidCents, "other_payer.paid_cents"),
      remaining: try Money(wire: remainingCents, "other_payer.remaining_cents"),
      adjustments: try adjustments.models(), decided: try CalendarDate(wire: decided, "other_payer.decided"))
  }
}

extension WireClaimLine {
  init(_ model: ClaimLine) {
    self.init()
    service = WireServiceLine(model.service)
    chargeCents = Int64(model.charge.cents)
    dateOfService = model.dateOfService.wire
    if let last = model.lastDateOfService { furtherDays = Int32(clamping: model.dateOfService.days(until: last)) }
    controlNumber = model.controlNumber
    otherPayments = model.otherPayments.map(WireOtherPayerPayment.init)
    placeOfService = model.placeOfService?.rawValue ?? ""
    if let provider = model.rendering { rendering = WireRenderingProvider(provider) }
  }

  func model() throws(UndecodableMessage) -> ClaimLine {
    var payments: [OtherPayerPayment] = []
    for payment in otherPayments { payments.append(try payment.model()) }
    let day = try CalendarDate(wire: dateOfService, "line.date_of_service")
    var line = ClaimLine(
      service: service.model(), charge: try Money(wire: chargeCents, "line.charge_cents"), dateOfService: day,
      through: hasFurtherDays ? day.adding(days: Int(furtherDays)) : nil, controlNumber: controlNumber,
      otherPayments: payments)
    if !placeOfService.isEmpty { line.placeOfService = PlaceOfService(placeOfService) }
    if hasRendering { line.rendering = rendering.model() }
    return line
  }
}

extension WireClaim {
  /// The claim on the wire.
  public init(_ model: Claim) {
    self.init()
    controlNumber = model.controlNumber.rawValue
    frequency = model.frequency.rawValue
    originalClaimNumber = model.originalClaimNumber?.rawValue ?? ""
    responsibility = model.responsibility.rawValue
    patient = WirePatient(model.patient)
    coverage = WireCoverage(model.coverage)
    rendering = WireRenderingProvider(model.rendering)
    billing = WireBillingProvider(model.billing)
    placeOfService = model.placeOfService.rawValue
    diagnoses = model.diagnoses.map(\.rawValue)
    lines = model.lines.map(WireClaimLine.init)
    authorizationNumber = model.authorizationNumber
    otherPayers = model.otherPayers.map(WireOtherPayer.init)
    isDependent = model.isDependent
  }

  /// The claim, checked.
  public func model() throws(UndecodableMessage) -> Claim {
    var modelLines: [ClaimLine] = []
    var modelPayers: [OtherPayer] = []
    for payer in otherPayers { modelPayers.append(try payer.model()) }
    for line in lines { modelLines.append(try line.model()) }
    return Claim(
      controlNumber: PatientControlNumber(controlNumber), frequency: try known(frequency, "claim.frequency"),
      originalClaimNumber: originalClaimNumber.isEmpty ? nil : PayerClaimNumber(originalClaimNumber),
      responsibility: try known(responsibility, "claim.responsibility"), patient: try patient.model(),
      coverage: coverage.model(), rendering: rendering.model(), billing: billing.model(),
      placeOfService: PlaceOfService(placeOfService), diagnoses: diagnoses.map { DiagnosisCode($0) },
      lines: modelLines, authorizationNumber: authorizationNumber, otherPayers: modelPayers,
      isDependent: isDependent)
  }
}

extension WireServicePayment {
  init(_ model: ServicePayment) {
    self.init()
    procedure = model.procedure.rawValue
    modifiers = model.modifiers.map(\.rawValue)
    chargeCents = Int64(model.charge.cents)
    paidCents = Int64(model.paid.cents)
    units = Int32(clamping: model.units)
    dateOfService = model.dateOfService.wire
    if let last = model.lastDateOfService { furtherDays = Int32(clamping: model.dateOfService.days(until: last)) }
    lineControlNumber = model.lineControlNumber
    if let allowed = model.allowed { allowedCents = Int64(allowed.cents) }
    adjustments = model.adjustments.map(WireAdjustment.init)
    remarks = model.remarks.map(\.rawValue)
  }

  func model() throws(UndecodableMessage) -> ServicePayment {
    let day = try CalendarDate(wire: dateOfService, "service_payment.date_of_service")
    return ServicePayment(
      procedure: ProcedureCode(procedure), modifiers: modifiers.map { ProcedureModifier($0) },
      charge: try Money(wire: chargeCents, "service_payment.charge_cents"),
      paid: try Money(wire: paidCents, "service_payment.paid_cents"), units: Int(units),
      dateOfService: day, through: hasFurtherDays ? day.adding(days: Int(furtherDays)) : nil,
      lineControlNumber: lineControlNumber,
      allowed: hasAllowedCents ? try Money(wire: allowedCents, "service_payment.allowed_cents") : nil,
      adjustments: try adjustments.models(),
      remarks: remarks.map { RemarkCode($0) })
  }
}

extension WireClaimPayment {
  /// The decision on the wire.
  public init(_ model: ClaimPayment) {
    self.init()
    controlNumber = model.controlNumber.rawValue
    status = model.status.rawValue
    chargeCents = Int64(model.charge.cents)
    paidCents = Int64(model.paid.cents)
    payerClaimNumber = model.payerClaimNumber.rawValue
    patientName = WirePersonName(model.patientName)
    member = model.member.rawValue
    placeOfService = model.placeOfService.rawValue
    frequency = model.frequency?.rawValue ?? ""
    isForwarded = model.isForwarded
    adjustments = model.adjustments.map(WireAdjustment.init)
    remarks = model.remarks.map(\.rawValue)
    lines = model.lines.map(WireServicePayment.init)
  }

  /// The decision, checked.
  public func model() throws(UndecodableMessage) -> ClaimPayment {
    var modelLines: [ServicePayment] = []
    for line in lines { modelLines.append(try line.model()) }
    return ClaimPayment(
      controlNumber: PatientControlNumber(controlNumber), status: try known(status, "claim_payment.status"),
      charge: try Money(wire: chargeCents, "claim_payment.charge_cents"),
      paid: try Money(wire: paidCents, "claim_payment.paid_cents"),
      payerClaimNumber: PayerClaimNumber(payerClaimNumber), patientName: patientName.model(),
      member: MemberID(member), placeOfService: PlaceOfService(placeOfService),
      frequency: ClaimFrequency(rawValue: frequency), adjustments: try adjustments.models(),
      remarks: remarks.map { RemarkCode($0) }, isForwarded: isForwarded, lines: modelLines)
  }
}

extension [WireAdjustment] {
  /// The adjustments, checked.
  public func models() throws(UndecodableMessage) -> [Adjustment] {
    var models: [Adjustment] = []
    for adjustment in self { models.append(try adjustment.model()) }
    return models
  }
}
