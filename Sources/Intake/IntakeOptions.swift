import ClaimModel

/// A payer that visits may be assigned to.
public struct KnownPayer: Hashable, Sendable {
  /// The payer's identifier.
  public var id: PayerID
  /// The payer's name.
  public var name: String

  /// A payer of the given identifier and name.
  public init(id: PayerID, name: String) {
    self.id = id
    self.name = name
  }

  /// The two payers that the examples and the generated visits use.
  public static let examples = [
    KnownPayer(id: "ACMEHLTH", name: "Acme Health Plan"), KnownPayer(id: "BEACON1", name: "Beacon Mutual"),
  ]
}

/// How input is read: what every reader needs to know beside the bytes.
public struct IntakeOptions: Hashable, Sendable {
  /// What to do when the input lacks something a claim needs.
  public enum MissingRegistration: Hashable, Sendable {
    /// Refuse with an error that lists what is missing.
    case refuse
    /// Make it up, the same way for the same input. For demonstrations and tests: nobody pays such a claim.
    case synthesize
  }

  /// The payers to assign patients to whose input names none of them; default ``KnownPayer/examples``.
  /// When empty, such patients pay alone.
  public var payers: [KnownPayer]
  /// Whether FHIR encounters of class EMER are read too, with place of service 23; default no.
  public var includesEmergency: Bool
  /// What to do when the input lacks registration; default refuse.
  public var missingRegistration: MissingRegistration
  /// Moves dates of service, for sample data older than the code sets; default `nil`, dates stay.
  public var redate: RedatePolicy?
  /// Where made-up dates of service lie; default the second quarter of 2026, for which ICD-10-CM is carried.
  public var syntheticDates: ClosedRange<CalendarDate>

  /// Options, each with its default.
  public init(
    payers: [KnownPayer] = KnownPayer.examples, includesEmergency: Bool = false,
    missingRegistration: MissingRegistration = .refuse, redate: RedatePolicy? = nil,
    syntheticDates: ClosedRange<CalendarDate> = RedatePolicy.secondQuarter2026
  ) {
    self.payers = payers
    self.includesEmergency = includesEmergency
    self.missingRegistration = missingRegistration
    self.redate = redate
    self.syntheticDates = syntheticDates
  }
}
