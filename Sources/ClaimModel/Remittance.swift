/// What became of a claim (CLP02).
public enum ClaimPaymentStatus: String, Hashable, Sendable, CaseIterable {
  /// Processed as the primary payer.
  case processedAsPrimary = "1"
  /// Processed as the secondary payer.
  case processedAsSecondary = "2"
  /// Processed as the tertiary payer.
  case processedAsTertiary = "3"
  /// Denied.
  case denied = "4"
  /// Reversal of an earlier payment.
  case reversal = "22"
}

/// A payment with its explanation: the content of one 835 transaction.
public struct Remittance: Hashable, Sendable {
  /// The payer.
  public var payer: PayerID
  /// The payer's name (N102).
  public var payerName: String
  /// The payee's NPI (N1*PE).
  public var payeeNPI: NPI
  /// The payee's name.
  public var payeeName: String
  /// The payee's tax id (REF*TJ); empty when the payer gives none.
  public var payeeTaxID: String
  /// The check or electronic funds transfer number (TRN02).
  public var traceNumber: String
  /// The day the payment takes effect (BPR16).
  public var paymentDate: CalendarDate
  /// The claims paid or denied.
  public var claims: [ClaimPayment]
  /// Adjustments of the payment that belong to no claim (PLB); a positive amount lowers the payment.
  public var providerAdjustments: [ProviderAdjustment]

  /// A remittance of its parts.
  public init(
    payer: PayerID, payerName: String, payeeNPI: NPI, payeeName: String, payeeTaxID: String, traceNumber: String,
    paymentDate: CalendarDate, claims: [ClaimPayment], providerAdjustments: [ProviderAdjustment] = []
  ) {
    self.payer = payer
    self.payerName = payerName
    self.payeeNPI = payeeNPI
    self.payeeName = payeeName
    self.payeeTaxID = payeeTaxID
    self.traceNumber = traceNumber
    self.paymentDate = paymentDate
    self.claims = claims
    self.providerAdjustments = providerAdjustments
  }

  /// The amount of the payment (BPR02): claims paid less provider adjustments.
  /// Source: 835 TR3 section 1.10.2.1.3.
  public var total: Money { claims.map(\.paid).sum() - providerAdjustments.map(\.amount).sum() }
}

/// An adjustment of a payment that belongs to no claim (PLB).
public struct ProviderAdjustment: Hashable, Sendable {
  /// The reason (PLB03-1), for instance `WO` recoupment, `FB` forward balance.
  public var reason: String
  /// What it refers to (PLB03-2), for instance the payer's claim number.
  public var reference: String
  /// The amount; positive lowers the payment.
  public var amount: Money

  /// An adjustment for the given reason.
  public init(reason: String, reference: String, amount: Money) {
    self.reason = reason
    self.reference = reference
    self.amount = amount
  }
}

/// The payer's decision on one claim (835 loop 2100).
public struct ClaimPayment: Hashable, Sendable {
  /// Our number for the claim (CLP01 = CLM01).
  public var controlNumber: PatientControlNumber
  /// What became of the claim.
  public var status: ClaimPaymentStatus
  /// The total charge (CLP03).
  public var charge: Money
  /// What the payer pays (CLP04).
  public var paid: Money
  /// The payer's number for the claim (CLP07).
  public var payerClaimNumber: PayerClaimNumber
  /// The patient's name.
  public var patientName: PersonName
  /// The member's number.
  public var member: MemberID
  /// Place of service (CLP08), empty when the payer gives none.
  public var placeOfService: PlaceOfService
  /// What the submission was (CLP09), `nil` when the payer does not say.
  public var frequency: ClaimFrequency?
  /// Whether the payer has sent the claim on to the next payer, who answers without being asked by us (CLP02 19, 20, 21
  /// or 23).
  public var isForwarded: Bool
  /// Whether the patient is a dependent of the member, who is then told beside the patient (NM1*IL).
  public var isDependent: Bool
  /// Adjustments of the claim as a whole.
  public var adjustments: [Adjustment]
  /// Remarks on the claim as a whole (MOA).
  public var remarks: [RemarkCode]
  /// The decision line by line.
  public var lines: [ServicePayment]

  /// A decision of its parts.
  public init(
    controlNumber: PatientControlNumber, status: ClaimPaymentStatus, charge: Money, paid: Money,
    payerClaimNumber: PayerClaimNumber, patientName: PersonName, member: MemberID,
    placeOfService: PlaceOfService = .office, frequency: ClaimFrequency? = nil, adjustments: [Adjustment] = [],
    remarks: [RemarkCode] = [], isForwarded: Bool = false, isDependent: Bool = false, lines: [ServicePayment]
  ) {
    self.controlNumber = controlNumber
    self.status = status
    self.charge = charge
    self.paid = paid
    self.payerClaimNumber = payerClaimNumber
    self.patientName = patientName
    self.member = member
    self.placeOfService = placeOfService
    self.frequency = frequency
    self.isForwarded = isForwarded
    self.isDependent = isDependent
    self.adjustments = adjustments
    self.remarks = remarks
    self.lines = lines
  }

  /// All adjustments, of the claim and of its lines.
  public var allAdjustments: [Adjustment] { adjustments + lines.flatMap(\.adjustments) }

  /// What the patient owes (CLP05): the sum of all PR adjustments; zero on a reversal.
  public var patientResponsibility: Money {
    status == .reversal
      ? .zero : allAdjustments.filter { $0.group == .patientResponsibility }.map(\.amount).sum()
  }

  /// Whether charge, adjustments and payment agree at each line and at the claim.
  /// Source: 835 TR3 sections 1.10.2.1.1 and 1.10.2.1.2.
  public var isBalanced: Bool {
    lines.allSatisfy(\.isBalanced) && charge - allAdjustments.map(\.amount).sum() == paid
  }
}

/// The payer's decision on one service line (835 loop 2110).
public struct ServicePayment: Hashable, Sendable {
  /// The procedure the payer decided on (SVC01-2).
  public var procedure: ProcedureCode
  /// Its modifiers; payers may leave out one that was billed.
  public var modifiers: [ProcedureModifier]
  /// The charge (SVC02).
  public var charge: Money
  /// What is paid (SVC03).
  public var paid: Money
  /// Paid units (SVC05).
  public var units: Int
  /// The day of service (DTM*472), or the first of several (DTM*150).
  public var dateOfService: CalendarDate
  /// The last day of a service of several days (DTM*151); `nil` when a single day was told.
  public var lastDateOfService: CalendarDate?
  /// Our number for the line (REF*6R), empty when the payer gives none.
  public var lineControlNumber: String
  /// The price the payer allows (AMT*B6), when given.
  public var allowed: Money?
  /// Why charge and payment differ (CAS).
  public var adjustments: [Adjustment]
  /// Remarks (LQ*HE).
  public var remarks: [RemarkCode]

  /// A decision on a line.
  public init(
    procedure: ProcedureCode, modifiers: [ProcedureModifier], charge: Money, paid: Money, units: Int,
    dateOfService: CalendarDate, through lastDateOfService: CalendarDate? = nil, lineControlNumber: String = "",
    allowed: Money? = nil, adjustments: [Adjustment], remarks: [RemarkCode] = []
  ) {
    self.procedure = procedure
    self.modifiers = modifiers
    self.charge = charge
    self.paid = paid
    self.units = units
    self.dateOfService = dateOfService
    self.lastDateOfService = lastDateOfService
    self.lineControlNumber = lineControlNumber
    self.allowed = allowed
    self.adjustments = adjustments
    self.remarks = remarks
  }

  /// Whether charge less adjustments is what is paid.
  public var isBalanced: Bool { charge - adjustments.map(\.amount).sum() == paid }
}

/// One difference between charge and payment (one reason of a CAS segment).
public struct Adjustment: Hashable, Sendable {
  /// On whom it falls.
  public var group: AdjustmentGroup
  /// Why.
  public var reason: AdjustmentReason
  /// How much; positive lowers the payment.
  public var amount: Money

  /// An adjustment for the given reason.
  public init(group: AdjustmentGroup, reason: AdjustmentReason, amount: Money) {
    self.group = group
    self.reason = reason
    self.amount = amount
  }
}
