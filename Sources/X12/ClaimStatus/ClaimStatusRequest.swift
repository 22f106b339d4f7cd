import ClaimModel

/// Questions to payers about what has become of claims: the content of one 276 transaction (005010X212).
public struct ClaimStatusRequest: Hashable, Sendable {
  /// The sender's reference of the request (BHT03).
  public var reference: String
  /// The questions. Written under levels that those next to each other share.
  public var inquiries: [Inquiry]

  /// A request of the given questions.
  public init(reference: String, inquiries: [Inquiry]) {
    self.reference = reference
    self.inquiries = inquiries
  }

  /// A question about one claim (2200D, 2200E).
  public struct Inquiry: Hashable, Sendable {
    /// Whose claim it is.
    public var subject: StatusSubject
    /// The sender's number of the question, which the answer repeats (TRN02).
    public var trace: String
    /// Numbers that the claim is known by.
    public var references: [StatusReference]
    /// The claim's charge (AMT*T3).
    public var charge: Money?
    /// The days of the claim's services.
    public var period: ServicePeriod?
    /// The services that are asked about; none for the whole claim.
    public var lines: [Line]

    /// A question of its parts.
    public init(
      subject: StatusSubject, trace: String, references: [StatusReference] = [], charge: Money? = nil,
      period: ServicePeriod? = nil, lines: [Line] = []
    ) {
      self.subject = subject
      self.trace = trace
      self.references = references
      self.charge = charge
      self.period = period
      self.lines = lines
    }
  }

  /// A service that is asked about (2210D, 2210E).
  public struct Line: Hashable, Sendable {
    /// What was done.
    public var service: StatusService
    /// The days of the service; `nil` in one that was read without them.
    public var period: ServicePeriod?

    /// A service on the given days.
    public init(service: StatusService, period: ServicePeriod?) {
      self.service = service
      self.period = period
    }
  }
}

/// A service in a status request or its answer (SVC with REF*FJ).
public struct StatusService: Hashable, Sendable {
  /// What kind of code it is (SVC01-1), for instance `HC`.
  public var codeList: String
  /// The procedure (SVC01-2).
  public var procedure: ProcedureCode
  /// Its modifiers (SVC01-3 to 6).
  public var modifiers: [ProcedureModifier]
  /// The charge (SVC02).
  public var charge: Money
  /// What was paid (SVC03), in an answer.
  public var paid: Money?
  /// The revenue code (SVC04); empty for most.
  public var revenueCode: String
  /// Units of service (SVC07).
  public var units: Int?
  /// The provider's number of the line (REF*FJ); empty when there is none.
  public var lineControlNumber: String

  /// A service of its parts.
  public init(
    codeList: String = "HC", procedure: ProcedureCode, modifiers: [ProcedureModifier] = [], charge: Money,
    paid: Money? = nil, revenueCode: String = "", units: Int? = nil, lineControlNumber: String = ""
  ) {
    self.codeList = codeList
    self.procedure = procedure
    self.modifiers = modifiers
    self.charge = charge
    self.paid = paid
    self.revenueCode = revenueCode
    self.units = units
    self.lineControlNumber = lineControlNumber
  }
}
