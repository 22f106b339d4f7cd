import ClaimModel

/// A payer's contract and benefit: what it allows, what the patient shares, how long claims may take.
public struct Plan: Hashable, Sendable {
  /// The payer's identifier (837P 2010BB NM109).
  public var payer: PayerID
  /// The payer's name.
  public var name: String
  /// What the payer allows.
  public var feeSchedule: FeeSchedule
  /// The patient's co-payment for an office visit; once a claim, on its first problem-oriented visit line.
  public var visitCopay: Money
  /// The patient's share of allowed amounts on lines that carry no co-pay and are not preventive, in percent.
  public var coinsurancePercent: Int
  /// How many days after the service a first claim must be received. The day of the limit still counts.
  public var timelyFilingDays: Int

  /// A plan of its parts.
  public init(
    payer: PayerID, name: String, feeSchedule: FeeSchedule, visitCopay: Money, coinsurancePercent: Int = 0,
    timelyFilingDays: Int
  ) {
    self.payer = payer
    self.name = name
    self.feeSchedule = feeSchedule
    self.visitCopay = visitCopay
    self.coinsurancePercent = coinsurancePercent
    self.timelyFilingDays = timelyFilingDays
  }

  /// Acme Health Plan: the built-in fees, a co-pay of $25, no coinsurance, a year to file.
  public static let acmeHealth = Plan(
    payer: "ACMEHLTH", name: "Acme Health Plan", feeSchedule: .builtIn, visitCopay: Money(cents: 25_00),
    timelyFilingDays: 365)

  /// Beacon Mutual: 115% of the built-in fees, a co-pay of $40, coinsurance of 20% on lines that carry no co-pay
  /// and are not preventive, 180 days to file.
  public static let beaconMutual = Plan(
    payer: "BEACON1", name: "Beacon Mutual", feeSchedule: .builtIn.scaled(percent: 115),
    visitCopay: Money(cents: 40_00), coinsurancePercent: 20, timelyFilingDays: 180)

  /// The plans that come with the program.
  public static let builtIn = [acmeHealth, beaconMutual]

  /// The built-in plan of the given payer.
  public static func builtIn(payer: PayerID) -> Plan? { builtIn.first { $0.payer == payer } }
}
