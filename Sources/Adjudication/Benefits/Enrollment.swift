import ClaimModel

/// Who is covered by a plan.
public struct Enrollment: Hashable, Sendable {
  /// The members the payer knows, by number.
  public var members: [MemberID: Member]
  /// Whether members that are not listed are covered too.
  public var isOpen: Bool

  /// Everyone is covered.
  public static let everyone = Enrollment(members: [:], isOpen: true)

  /// The given members.
  public init(members: [MemberID: Member], isOpen: Bool = false) {
    self.members = members
    self.isOpen = isOpen
  }
}

/// A member of a plan: a subscriber with dependents.
public struct Member: Hashable, Sendable {
  /// The subscriber's date of birth; `nil` when it is not compared.
  public var born: CalendarDate?
  /// When the member is covered, oldest first; empty for always.
  public var periods: [ValidPeriod]
  /// The family whose use counts together; `nil` for the member alone.
  public var family: String?
  /// The dates of birth of the dependents that are covered.
  public var dependents: [CalendarDate]
  /// Whether the member's plan covers dependents at all.
  public var coversDependents: Bool
  /// Insurances that pay before this one.
  public var primaryInsurances: [PrimaryInsurance]
  /// What was authorized for the member.
  public var authorizations: [Authorization]

  /// A member of whom nothing is known but what is given.
  public init(
    born: CalendarDate? = nil, periods: [ValidPeriod] = [], family: String? = nil, dependents: [CalendarDate] = [],
    coversDependents: Bool = true, primaryInsurances: [PrimaryInsurance] = [], authorizations: [Authorization] = []
  ) {
    self.born = born
    self.periods = periods
    self.family = family
    self.dependents = dependents
    self.coversDependents = coversDependents
    self.primaryInsurances = primaryInsurances
    self.authorizations = authorizations
  }
}

/// An insurance that pays before this one.
public struct PrimaryInsurance: Hashable, Sendable {
  /// The payer.
  public var payer: PayerID
  /// When it pays first.
  public var period: ValidPeriod

  /// An insurance that pays first for a time.
  public init(payer: PayerID, period: ValidPeriod = ValidPeriod()) {
    self.payer = payer
    self.period = period
  }
}

/// Services that a payer has authorized in advance.
public struct Authorization: Hashable, Sendable {
  /// Its number (REF*G1).
  public var number: String
  /// The services.
  public var procedures: CodeRanges
  /// When they may be rendered.
  public var period: ValidPeriod
  /// How many units; `nil` for any.
  public var units: Int?

  /// An authorization of its parts.
  public init(number: String, procedures: CodeRanges, period: ValidPeriod = ValidPeriod(), units: Int? = nil) {
    self.number = number
    self.procedures = procedures
    self.period = period
    self.units = units
  }
}
