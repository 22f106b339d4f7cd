import ClaimModel

/// A payer's contract and benefit: who is covered, what is allowed and shared, which edits are applied with which tables.
public struct Plan: Hashable, Sendable {
  /// The payer's identifier (837P 2010BB NM109).
  public var payer: PayerID
  /// The payer's name.
  public var name: String
  /// What the payer allows.
  public var feeSchedule: FeeSchedule
  /// What members share of the cost.
  public var benefits: Benefits
  /// How many days after the service a first claim must be received. The day of the limit still counts.
  public var timelyFilingDays: Int
  /// Who is covered.
  public var enrollment: Enrollment
  /// Which services and providers are covered.
  public var coverage: CoverageRules
  /// What the edits look things up in.
  public var tables: PayerTables
  /// The edits that are applied, in the order of ``PayerEdit/standard``.
  public var edits: Set<EditName>
  /// Whether a claim without a taxonomy of its rendering provider is rejected at the front end.
  public var requiresTaxonomy: Bool
  /// How what was paid too much is taken back.
  public var recoupment: Recoupment
  /// How the plan pays.
  public var paymentMethod: PaymentMethod

  /// A plan of its parts. By default everyone is covered and all edits but ``EditName/newPatient`` are applied, which
  /// needs three years of each member's visits.
  public init(
    payer: PayerID, name: String, feeSchedule: FeeSchedule, benefits: Benefits = Benefits(), timelyFilingDays: Int,
    enrollment: Enrollment = .everyone, coverage: CoverageRules = .builtIn, tables: PayerTables = .builtIn,
    edits: Set<EditName> = Plan.standardEdits, requiresTaxonomy: Bool = false,
    recoupment: Recoupment = .netted, paymentMethod: PaymentMethod = .check
  ) {
    self.payer = payer
    self.name = name
    self.feeSchedule = feeSchedule
    self.benefits = benefits
    self.timelyFilingDays = timelyFilingDays
    self.enrollment = enrollment
    self.coverage = coverage
    self.tables = tables
    self.edits = edits
    self.requiresTaxonomy = requiresTaxonomy
    self.recoupment = recoupment
    self.paymentMethod = paymentMethod
  }

  /// All edits but the one that needs three years of each member's visits.
  public static let standardEdits = Set(EditName.allCases).subtracting([.newPatient])

  /// Acme Health Plan: the built-in fees, a co-pay of $25, no coinsurance, a year to file.
  public static let acmeHealth = Plan(
    payer: "ACMEHLTH", name: "Acme Health Plan", feeSchedule: .builtIn,
    benefits: Benefits(copays: [Benefits.Copay(Money(cents: 25_00), for: [.visit])]), timelyFilingDays: 365)

  /// Beacon Mutual: 115% of the built-in fees, a co-pay of $40, coinsurance of 20% on lines that carry no co-pay
  /// and are not preventive, 180 days to file.
  public static let beaconMutual = Plan(
    payer: "BEACON1", name: "Beacon Mutual", feeSchedule: .builtIn.scaled(percent: 115),
    benefits: Benefits(copays: [Benefits.Copay(Money(cents: 40_00), for: [.visit])], coinsurancePercent: 20),
    timelyFilingDays: 180)

  /// The plans that come with the program.
  public static let builtIn = [acmeHealth, beaconMutual]

  /// The built-in plan of the given payer.
  public static func builtIn(payer: PayerID) -> Plan? { builtIn.first { $0.payer == payer } }

  /// The member a claim names; `nil` for one that is not listed.
  public func member(of claim: Claim) -> Member? { enrollment.members[claim.coverage.member] }

  /// Whether anything is counted up for members: benefits with limits, authorized units, visits.
  public var countsUse: Bool {
    benefits.isCounted || !coverage.needsAuthorization.isEmpty || applies(.newPatient)
  }

  func applies(_ edit: EditName) -> Bool { edits.contains(edit) }

  /// The member's authorization for a line: by the number the claim gives, else by service and day.
  func authorization(for line: ClaimLine, of claim: Claim) -> Authorization? {
    member(of: claim)?.authorizations.first { authorization in
      (claim.authorizationNumber.isEmpty || claim.authorizationNumber == authorization.number)
        && authorization.procedures.contains(line.service.procedure.rawValue)
        && authorization.period.contains(line.dateOfService)
    }
  }
}
