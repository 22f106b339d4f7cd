/// A payer's front-end answer to a batch of claims: the content of one 277CA transaction (005010X214).
public struct ClaimAcknowledgment: Hashable, Sendable {
  /// The payer.
  public var payer: PayerID
  /// The payer's name.
  public var payerName: String
  /// The reference of the batch that is answered: BHT03 of the 837P.
  public var batchReference: String
  /// When the batch was received.
  public var received: CalendarDate
  /// The answer for each claim.
  public var claims: [ClaimStatus]

  /// An answer to the given batch.
  public init(
    payer: PayerID, payerName: String, batchReference: String, received: CalendarDate, claims: [ClaimStatus]
  ) {
    self.payer = payer
    self.payerName = payerName
    self.batchReference = batchReference
    self.received = received
    self.claims = claims
  }

  /// The front-end's answer for one claim (2200D).
  public struct ClaimStatus: Hashable, Sendable {
    /// Our number for the claim (TRN02 = CLM01).
    public var controlNumber: PatientControlNumber
    /// Whether the claim goes on to adjudication.
    public var isAccepted: Bool
    /// The status (STC01): category, code, and entity where one is meant.
    public var status: ClaimStatusCode
    /// The payer's number, given when accepted (REF*1K).
    public var payerClaimNumber: PayerClaimNumber?
    /// The claim's charge.
    public var charge: Money
    /// The patient's name.
    public var patientName: PersonName
    /// The member's number.
    public var member: MemberID
    /// The billing provider's NPI (2000C).
    public var billingNPI: NPI
    /// The billing provider's name (2000C).
    public var billingName: String
    /// The billing provider's tax number, which stands for an NPI that was not sent; empty where one was.
    public var billingTaxID: String
    /// The day of service, or the first of several.
    public var dateOfService: CalendarDate
    /// The last day of service; `nil` when there was one only.
    public var lastDateOfService: CalendarDate?
    /// The lines for which the claim is rejected (2220D); none when it is accepted, or rejected for what no line says.
    public var lines: [LineStatus]

    /// An answer for one claim.
    public init(
      controlNumber: PatientControlNumber, isAccepted: Bool, status: ClaimStatusCode,
      payerClaimNumber: PayerClaimNumber?, charge: Money, patientName: PersonName, member: MemberID,
      billingNPI: NPI, billingName: String, billingTaxID: String = "", dateOfService: CalendarDate,
      through lastDateOfService: CalendarDate? = nil, lines: [LineStatus] = []
    ) {
      self.controlNumber = controlNumber
      self.isAccepted = isAccepted
      self.status = status
      self.payerClaimNumber = payerClaimNumber
      self.charge = charge
      self.patientName = patientName
      self.member = member
      self.billingNPI = billingNPI
      self.billingName = billingName
      self.billingTaxID = billingTaxID
      self.dateOfService = dateOfService
      self.lastDateOfService = lastDateOfService
      self.lines = lines
    }
  }

  /// A service line for which a claim is rejected (2220D).
  public struct LineStatus: Hashable, Sendable {
    /// The procedure as billed (SVC01-2).
    public var procedure: ProcedureCode
    /// Its modifiers (SVC01-3 to 6).
    public var modifiers: [ProcedureModifier]
    /// The charge (SVC02).
    public var charge: Money
    /// The units (SVC07).
    public var units: Int
    /// Why, the most important reason first (STC01); at least one.
    public var statuses: [ClaimStatusCode]
    /// The submitter's number for the line (REF*FJ); empty when it sent none.
    public var controlNumber: String
    /// The day of the service, or the first of several (DTP*472); `nil` when it is not told.
    public var dateOfService: CalendarDate?
    /// The last day of several.
    public var lastDateOfService: CalendarDate?

    /// A rejected line of its parts.
    public init(
      procedure: ProcedureCode, modifiers: [ProcedureModifier], charge: Money, units: Int,
      statuses: [ClaimStatusCode], controlNumber: String = "", dateOfService: CalendarDate?,
      through lastDateOfService: CalendarDate? = nil
    ) {
      self.procedure = procedure
      self.modifiers = modifiers
      self.charge = charge
      self.units = units
      self.statuses = statuses
      self.controlNumber = controlNumber
      self.dateOfService = dateOfService
      self.lastDateOfService = lastDateOfService
    }
  }
}

/// A claim status composite (STC01): `A2:20:PR`.
public struct ClaimStatusCode: Hashable, Sendable, CustomStringConvertible {
  /// The category: `A1` receipt, `A2` accepted, `A3` returned, `A6` missing, `A7` invalid, `A8` inconsistent.
  public var category: String
  /// The status code.
  public var code: String
  /// The entity it speaks of, empty when none.
  public var entity: String

  /// A status of its parts.
  public init(category: String, code: String, entity: String = "") {
    self.category = category
    self.code = code
    self.entity = entity
  }

  /// The composite with colons.
  public var description: String { "\(category):\(code)" + (entity.isEmpty ? "" : ":\(entity)") }
}
