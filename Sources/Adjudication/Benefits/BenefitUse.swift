import ClaimModel

/// What has been used in one plan year.
public struct Accumulators: Hashable, Sendable {
  /// Toward the deductible: PR-1.
  public var deductible: Money
  /// Toward the out-of-pocket maximum: PR-1, PR-2 and PR-3.
  public var outOfPocket: Money
  /// Days of services with a limit that earlier versions counted without naming them, by the limit's name.
  public var visits: [String: Int]
  /// Days of services with a limit, by its name, and how many claims have any of them on the day: a day is given back
  /// with the last of them.
  public var visitDays: [String: [CalendarDate: Int]]

  /// Nothing, or the given amounts.
  public init(
    deductible: Money = .zero, outOfPocket: Money = .zero, visits: [String: Int] = [:],
    visitDays: [String: [CalendarDate: Int]] = [:]
  ) {
    self.deductible = deductible
    self.outOfPocket = outOfPocket
    self.visits = visits
    self.visitDays = visitDays
  }

  var isEmpty: Bool { self == Accumulators() }

  /// On how many days services with a limit were rendered.
  public func days(of limit: String) -> Int { visits[limit, default: 0] + visitDays[limit, default: [:]].count }

  mutating func add(_ other: Accumulators, sign: Int) {
    deductible += other.deductible * sign
    outOfPocket += other.outOfPocket * sign
    for (name, count) in other.visits { visits.add(count * sign, to: name) }
    for (name, days) in other.visitDays {
      for (day, count) in days { visitDays[name, default: [:]].add(count * sign, to: day) }
      if visitDays[name]?.isEmpty == true { visitDays[name] = nil }
    }
  }
}

/// A visit of a member to a practice.
public struct PracticeVisit: Hashable, Sendable {
  /// Who billed.
  public var billing: NPI
  /// The taxonomy of who rendered.
  public var taxonomy: String
  /// The day.
  public var date: CalendarDate
  /// The decision that tells of it.
  public var claim: PayerClaimNumber

  /// A visit of its parts.
  public init(billing: NPI, taxonomy: String, date: CalendarDate, claim: PayerClaimNumber) {
    self.billing = billing
    self.taxonomy = taxonomy
    self.date = date
    self.claim = claim
  }
}

/// What is used of a member's benefits: by one claim, or by all claims that stand.
public struct BenefitUse: Hashable, Sendable {
  /// By plan year.
  public var years: [Int: Accumulators]
  /// Units of authorized services, by the authorization's number.
  public var authorizedUnits: [String: Int]
  /// Visits to practices, at most ``maximumVisits``; what is forgotten first is the oldest.
  public var seen: [PracticeVisit]

  /// How many visits are remembered: three years of seeing a doctor every other week.
  public static let maximumVisits = 80

  /// Nothing, or what is given.
  public init(
    years: [Int: Accumulators] = [:], authorizedUnits: [String: Int] = [:], seen: [PracticeVisit] = []
  ) {
    self.years = years
    self.authorizedUnits = authorizedUnits
    self.seen = seen
  }

  /// Whether nothing is used.
  public var isEmpty: Bool { years.isEmpty && authorizedUnits.isEmpty && seen.isEmpty }

  /// Adds what a claim uses.
  public mutating func add(_ other: BenefitUse) {
    combine(other, sign: 1)
    seen += other.seen
    if seen.count > BenefitUse.maximumVisits { seen.removeFirst(seen.count - BenefitUse.maximumVisits) }
  }

  /// Takes back what a claim used.
  public mutating func subtract(_ other: BenefitUse) {
    combine(other, sign: -1)
    seen.removeAll { visit in other.seen.contains(visit) }
  }

  private mutating func combine(_ other: BenefitUse, sign: Int) {
    for (year, used) in other.years {
      years[year, default: Accumulators()].add(used, sign: sign)
      if years[year]?.isEmpty == true { years[year] = nil }
    }
    for (number, units) in other.authorizedUnits { authorizedUnits.add(units * sign, to: number) }
  }
}

/// What counts when a member's claim is priced: what the patient and the family have used.
public struct MemberStanding: Hashable, Sendable {
  /// What the patient has used, who is the subscriber or a dependent; authorized units count for the member number.
  public var member: BenefitUse
  /// What the member's family has used; empty for a member without one.
  public var family: BenefitUse

  /// A member who has used nothing, or what is given.
  public init(member: BenefitUse = BenefitUse(), family: BenefitUse = BenefitUse()) {
    self.member = member
    self.family = family
  }

  /// Takes in what an adjudication or an appeal changes.
  public mutating func apply(_ result: AdjudicationResult) {
    subtract(result.reversedUse)
    if let use = result.record?.use {
      member.add(use)
      family.add(use.familyPart)
    }
  }

  /// Takes back what a claim used; one that is not `isOwn` was another patient's of the family.
  mutating func subtract(_ use: BenefitUse, isOwn: Bool = true) {
    if isOwn { member.subtract(use) }
    family.subtract(use.familyPart)
  }
}

extension BenefitUse {
  /// What counts for a family: amounts, no visits.
  var familyPart: BenefitUse {
    BenefitUse(
      years: years.mapValues { Accumulators(deductible: $0.deductible, outOfPocket: $0.outOfPocket) }
        .filter { !$0.value.isEmpty })
  }
}

extension Dictionary where Value == Int {
  /// Adds to a count; one that becomes zero is removed.
  fileprivate mutating func add(_ count: Int, to name: Key) {
    let sum = self[name, default: 0] + count
    self[name] = sum == 0 ? nil : sum
  }
}
