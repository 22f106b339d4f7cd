import ClaimModel

/// The tables that edits look things up in, in our own words. A plan may put its own in their place; CMS's files of
/// NCCI and MUE are imported as releases (docs/code-sets.md) and come with the code sets.
public struct PayerTables: Hashable, Sendable {
  /// Which diagnoses a service is for; else CO-11.
  public var support: [SupportRule]
  /// Which diagnoses make a service necessary; else CO-50.
  public var necessity: [SupportRule]
  /// Which diagnoses are too slight for a level of visit; CO-150.
  public var levels: [SupportRule]
  /// Which modifiers go with which procedures; else CO-4.
  public var modifiers: [ModifierRule]
  /// From when to when modifiers were valid; else CO-182.
  public var modifierPeriods: [ProcedureModifier: ValidPeriod]
  /// Procedures that have ended, with their last day; CO-181.
  public var endedProcedures: [ProcedureCode: CalendarDate]
  /// Services that are part of any other one of the day; CO-97.
  public var bundled: CodeRanges
  /// Services that need another one beside them; else CO-B15.
  public var addOns: [AddOnRule]
  /// Which ages diagnoses are for; else CO-9.
  public var diagnosisAges: [AgeRule]
  /// Which sex diagnoses are for; else CO-10.
  public var diagnosisSexes: [SexRule]
  /// Where services cannot be rendered; CO-5.
  public var places: [PlaceRule]
  /// What a specialty may bill; else CO-8.
  public var specialties: [SpecialtyRule]
  /// What a type of provider may never bill; CO-170.
  public var providerTypes: [SpecialtyRule]
  /// Diagnoses that cannot be first; CO-16 with MA63.
  public var neverFirst: CodeRanges

  /// Tables of their parts; nothing is in those that are left out.
  public init(
    support: [SupportRule] = [], necessity: [SupportRule] = [], levels: [SupportRule] = [],
    modifiers: [ModifierRule] = [], modifierPeriods: [ProcedureModifier: ValidPeriod] = [:],
    endedProcedures: [ProcedureCode: CalendarDate] = [:], bundled: CodeRanges = .none, addOns: [AddOnRule] = [],
    diagnosisAges: [AgeRule] = [], diagnosisSexes: [SexRule] = [], places: [PlaceRule] = [],
    specialties: [SpecialtyRule] = [], providerTypes: [SpecialtyRule] = [], neverFirst: CodeRanges = .none
  ) {
    self.support = support
    self.necessity = necessity
    self.levels = levels
    self.modifiers = modifiers
    self.modifierPeriods = modifierPeriods
    self.endedProcedures = endedProcedures
    self.bundled = bundled
    self.addOns = addOns
    self.diagnosisAges = diagnosisAges
    self.diagnosisSexes = diagnosisSexes
    self.places = places
    self.specialties = specialties
    self.providerTypes = providerTypes
    self.neverFirst = neverFirst
  }
}

/// Which diagnoses go with procedures.
public struct SupportRule: Hashable, Sendable {
  /// The procedures.
  public var procedures: CodeRanges
  /// What the line's diagnoses are held against.
  public var diagnoses: CodeRanges
  /// Whether one of them must be in ``diagnoses``, or not all of them may be.
  public var demand: Demand

  /// What is asked of a line's diagnoses.
  public enum Demand: String, Hashable, Sendable, CaseIterable {
    /// At least one is in the ranges.
    case needs
    /// At least one is outside of the ranges.
    case needsOther = "needs-other"
  }

  /// A rule for procedures.
  public init(_ procedures: CodeRanges, _ demand: Demand, _ diagnoses: CodeRanges) {
    self.procedures = procedures
    self.diagnoses = diagnoses
    self.demand = demand
  }

  /// Whether a line for the procedure with these diagnoses breaks the rule; one without diagnoses does not.
  func isBroken(by procedure: ProcedureCode, _ found: [DiagnosisCode]) -> Bool {
    guard !found.isEmpty, procedures.contains(procedure.rawValue) else { return false }
    switch demand {
    case .needs: return !found.contains { diagnoses.contains($0.rawValue) }
    case .needsOther: return found.allSatisfy { diagnoses.contains($0.rawValue) }
    }
  }
}

/// Which procedures a modifier goes with.
public struct ModifierRule: Hashable, Sendable {
  /// The modifiers.
  public var modifiers: Set<ProcedureModifier>
  /// The procedures; empty for all.
  public var only: CodeRanges
  /// Procedures it does not go with.
  public var except: CodeRanges

  /// A rule for modifiers.
  public init(_ modifiers: Set<ProcedureModifier>, only: CodeRanges = .none, except: CodeRanges = .none) {
    self.modifiers = modifiers
    self.only = only
    self.except = except
  }

  func isBroken(by procedure: ProcedureCode, _ found: [ProcedureModifier]) -> Bool {
    guard found.contains(where: modifiers.contains) else { return false }
    return (!only.isEmpty && !only.contains(procedure.rawValue)) || except.contains(procedure.rawValue)
  }
}

/// From when to when something is valid, both days included.
public struct ValidPeriod: Hashable, Sendable {
  /// The first day; `nil` for since ever.
  public var from: CalendarDate?
  /// The last day; `nil` for until further notice.
  public var through: CalendarDate?

  /// A period.
  public init(from: CalendarDate? = nil, through: CalendarDate? = nil) {
    self.from = from
    self.through = through
  }

  /// Whether the day lies in the period.
  public func contains(_ day: CalendarDate) -> Bool { (from ?? day) <= day && day <= (through ?? day) }
}

/// A service that is paid only beside another one of the day.
public struct AddOnRule: Hashable, Sendable {
  /// The services that need another one.
  public var procedures: CodeRanges
  /// The services of which one is needed.
  public var beside: CodeRanges

  /// A rule for procedures.
  public init(_ procedures: CodeRanges, beside: CodeRanges) {
    self.procedures = procedures
    self.beside = beside
  }
}

/// Which ages diagnoses are for, in completed years.
public struct AgeRule: Hashable, Sendable {
  /// The diagnoses.
  public var diagnoses: CodeRanges
  /// The ages.
  public var ages: ClosedRange<Int>

  /// A rule for diagnoses.
  public init(_ diagnoses: CodeRanges, ages: ClosedRange<Int>) {
    self.diagnoses = diagnoses
    self.ages = ages
  }
}

/// Which sex diagnoses are for.
public struct SexRule: Hashable, Sendable {
  /// The diagnoses.
  public var diagnoses: CodeRanges
  /// The sex.
  public var sex: Sex

  /// A rule for diagnoses.
  public init(_ diagnoses: CodeRanges, sex: Sex) {
    self.diagnoses = diagnoses
    self.sex = sex
  }
}

/// Where procedures cannot be rendered.
public struct PlaceRule: Hashable, Sendable {
  /// The procedures.
  public var procedures: CodeRanges
  /// The places.
  public var notAt: Set<PlaceOfService>

  /// A rule for procedures.
  public init(_ procedures: CodeRanges, notAt: Set<PlaceOfService>) {
    self.procedures = procedures
    self.notAt = notAt
  }
}

/// What providers of a taxonomy may or may not bill.
public struct SpecialtyRule: Hashable, Sendable {
  /// The beginnings of the taxonomy codes.
  public var taxonomies: CodeRanges
  /// The procedures.
  public var procedures: CodeRanges
  /// Whether these procedures are the only ones, or the ones they may not bill.
  public var isOnly: Bool

  /// A rule for taxonomies.
  public init(_ taxonomies: CodeRanges, only procedures: CodeRanges) {
    (self.taxonomies, self.procedures, isOnly) = (taxonomies, procedures, true)
  }

  /// A rule for taxonomies.
  public init(_ taxonomies: CodeRanges, never procedures: CodeRanges) {
    (self.taxonomies, self.procedures, isOnly) = (taxonomies, procedures, false)
  }

  func isBroken(by procedure: ProcedureCode, _ taxonomy: String) -> Bool {
    // A taxonomy has ten characters, and the ranges hold eight: the last two never tell specialties apart.
    taxonomies.contains(String(taxonomy.prefix(8))) && procedures.contains(procedure.rawValue) != isOnly
  }
}
