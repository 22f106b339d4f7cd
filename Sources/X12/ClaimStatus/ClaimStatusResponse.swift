import ClaimModel

/// A payer's answers to questions about claims: the content of one 277 transaction (005010X212).
public struct ClaimStatusResponse: Hashable, Sendable {
  /// The sender's reference of the response (BHT03).
  public var reference: String
  /// The answers. Written under levels that those next to each other share.
  public var answers: [Answer]

  /// A response of the given answers.
  public init(reference: String, answers: [Answer]) {
    self.reference = reference
    self.answers = answers
  }

  /// The answer to one question (2200B to 2200E): about a claim, or about all requests of a provider or a receiver when the
  /// subject goes no further.
  public struct Answer: Hashable, Sendable {
    /// Whose claim it is.
    public var subject: StatusSubject
    /// The number of the question (TRN02).
    public var trace: String
    /// What has become of the claim; several when several things are to be said.
    public var statuses: [Status]
    /// Numbers that the claim is known by.
    public var references: [StatusReference]
    /// The days of the claim's services.
    public var period: ServicePeriod?
    /// What has become of its services.
    public var lines: [Line]

    /// An answer of its parts.
    public init(
      subject: StatusSubject, trace: String, statuses: [Status], references: [StatusReference] = [],
      period: ServicePeriod? = nil, lines: [Line] = []
    ) {
      self.subject = subject
      self.trace = trace
      self.statuses = statuses
      self.references = references
      self.period = period
      self.lines = lines
    }
  }

  /// What has become of a claim or a service (STC).
  public struct Status: Hashable, Sendable {
    /// One to three statuses (STC01, STC10, STC11).
    public var codes: [ClaimStatusCode]
    /// The day of the status (STC02); `nil` in one that was read without it.
    public var date: CalendarDate?
    /// The claim's charge (STC04).
    public var charge: Money?
    /// What was paid (STC05).
    public var paid: Money?
    /// The day on which the claim was decided (STC06).
    public var decided: CalendarDate?
    /// The day of the payment (STC08).
    public var paymentDate: CalendarDate?
    /// The number of the check or transfer (STC09); empty when there is none.
    public var paymentNumber: String

    /// A status of its parts.
    public init(
      codes: [ClaimStatusCode], date: CalendarDate?, charge: Money? = nil, paid: Money? = nil,
      decided: CalendarDate? = nil, paymentDate: CalendarDate? = nil, paymentNumber: String = ""
    ) {
      self.codes = codes
      self.date = date
      self.charge = charge
      self.paid = paid
      self.decided = decided
      self.paymentDate = paymentDate
      self.paymentNumber = paymentNumber
    }
  }

  /// What has become of a service (2220D, 2220E).
  public struct Line: Hashable, Sendable {
    /// What was done.
    public var service: StatusService
    /// What has become of it.
    public var statuses: [Status]
    /// The days of the service; `nil` in one that was read without them.
    public var period: ServicePeriod?

    /// A service and its statuses.
    public init(service: StatusService, statuses: [Status], period: ServicePeriod?) {
      self.service = service
      self.statuses = statuses
      self.period = period
    }
  }
}
