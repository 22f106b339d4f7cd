import ClaimModel

/// What a payer allows for each procedure.
public struct FeeSchedule: Hashable, Sendable {
  /// A price of one unit, outside and in a facility.
  public struct Fee: Hashable, Sendable {
    /// In an office or at home.
    public var office: Money
    /// In a facility, which has its own bill for rooms and staff.
    public var facility: Money

    /// One price everywhere, or two.
    public init(_ office: Money, facility: Money? = nil) {
      self.office = office
      self.facility = facility ?? office
    }
  }

  /// The prices of the listed procedures.
  public var fees: [ProcedureCode: Fee]
  /// The prices of the professional (26) and technical (TC) parts of procedures that have them.
  public var parts: [ProcedureModifier: [ProcedureCode: Fee]]
  /// What is allowed for a procedure that is not listed, in percent of its charge, from 0 to 100.
  public var shareOfChargeWhenUnlisted: Int

  /// A schedule of the given prices; `shareOfChargeWhenUnlisted` is in percent.
  public init(
    fees: [ProcedureCode: Fee], parts: [ProcedureModifier: [ProcedureCode: Fee]] = [:], shareOfChargeWhenUnlisted: Int
  ) {
    self.fees = fees
    self.parts = parts
    self.shareOfChargeWhenUnlisted = min(max(shareOfChargeWhenUnlisted, 0), 100)
  }

  /// The price allowed for a line: units times the fee, as its modifiers change it, never more than the charge.
  ///
  /// Source: the lesser-of rule of payer contracts; for Medicare, Social Security Act section 1833(a)(1): the lesser
  /// of the charge and the fee schedule amount.
  public func allowed(for line: ClaimLine, at place: PlaceOfService) -> Money {
    let service = line.service
    let part = service.modifiers.lazy.compactMap { parts[$0]?[service.procedure] }.first
    guard let fee = part ?? fees[service.procedure] else { return line.charge.percent(shareOfChargeWhenUnlisted) }
    let price = FeeSchedule.facilities.contains(place) ? fee.facility : fee.office
    let (cents, isTooLarge) = price.cents.multipliedReportingOverflow(by: service.units)
    // Beyond what can be charged, the charge is less.
    guard !isTooLarge, cents < Int.max / 10_000 else { return max(.zero, line.charge) }
    var allowed = Money(cents: cents)
    let isByAssistant = service.modifiers.contains("AS")
    for modifier in service.modifiers where !(isByAssistant && FeeSchedule.assistants.contains(modifier)) {
      if let share = FeeSchedule.modifierShares[modifier] { allowed = allowed.perMille(share) }
      allowed = min(allowed, Money(cents: Int.max / 10_000))
    }
    return max(.zero, min(line.charge, allowed))
  }

  /// The same schedule with every fee at `percent` hundredths.
  public func scaled(percent: Int) -> FeeSchedule {
    func scaled(_ fees: [ProcedureCode: Fee]) -> [ProcedureCode: Fee] {
      fees.mapValues { Fee($0.office.percent(percent), facility: $0.facility.percent(percent)) }
    }
    return FeeSchedule(
      fees: scaled(fees), parts: parts.mapValues(scaled), shareOfChargeWhenUnlisted: shareOfChargeWhenUnlisted)
  }

  /// What modifiers make of a price, in thousandths.
  ///
  /// Source: CMS, Medicare Claims Processing Manual chapter 12: section 40.7 (50, both sides: 150%), 20.4.3 (80, 81, 82,
  /// assistant: 16%), 40.8 (62, two surgeons: 62.5%), 110 and 42 CFR 414.52 (AS: 85% of an assistant's, 13.6%, beside 80
  /// to 82 too). 52 (reduced) is priced at half, which is a payer's usual choice.
  static let modifierShares: [ProcedureModifier: Int] = [
    "50": 1_500, "52": 500, "62": 625, "80": 160, "81": 160, "82": 160, "AS": 136,
  ]
  private static let assistants: Set<ProcedureModifier> = ["80", "81", "82"]

  /// Places of service that are facilities.
  ///
  /// Source: CMS, Medicare Claims Processing Manual chapter 12 section 20.4.2 (site of service differential).
  static let facilities: Set<PlaceOfService> = [
    "02", "19", "21", "22", "23", "24", "26", "31", "34", "41", "42", "51", "52", "53", "56", "61",
  ]
}
