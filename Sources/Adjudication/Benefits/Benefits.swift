import ClaimModel

/// What a plan's members share of the cost, and how much of a service they have.
public struct Benefits: Hashable, Sendable {
  /// An amount for each member and, if the plan has one, for a family together; counted in a plan year.
  public struct Limit: Hashable, Sendable {
    /// For each member.
    public var individual: Money
    /// For all members of a family together; `nil` when only members count.
    public var family: Money?

    /// A limit of the given amounts.
    public init(individual: Money, family: Money? = nil) {
      self.individual = individual
      self.family = family
    }
  }

  /// A fixed amount for a service, taken once a claim, in place of deductible and coinsurance.
  public struct Copay: Hashable, Sendable {
    /// The kinds of services.
    public var categories: Set<BenefitCategory>
    /// The places of service; empty for all.
    public var places: Set<PlaceOfService>
    /// The amount.
    public var amount: Money

    /// A co-pay for the given services.
    public init(_ amount: Money, for categories: Set<BenefitCategory>, at places: Set<PlaceOfService> = []) {
      self.amount = amount
      self.categories = categories
      self.places = places
    }
  }

  /// How often a service is paid in a plan year: on how many days.
  public struct VisitLimit: Hashable, Sendable {
    /// What it is called in the member's account.
    public var name: String
    /// The services.
    public var procedures: CodeRanges
    /// The days.
    public var visits: Int

    /// A limit of the given name.
    public init(name: String, procedures: CodeRanges, visits: Int) {
      self.name = name
      self.procedures = procedures
      self.visits = visits
    }
  }

  /// What members pay before the plan does (PR-1); `nil` for nothing.
  public var deductible: Limit?
  /// The most that members pay in all (PR-1, PR-2 and PR-3); `nil` when there is no end.
  public var outOfPocketMaximum: Limit?
  /// Services to which the deductible does not apply, beside preventive ones and those with a co-pay.
  public var deductibleExempt: Set<BenefitCategory>
  /// The first that matches a line counts.
  public var copays: [Copay]
  /// The members' share in percent of what is allowed after the deductible, by kind of service.
  public var coinsurance: [BenefitCategory: Int]
  /// The share in percent of kinds that ``coinsurance`` does not name.
  public var coinsurancePercent: Int
  /// Limits of visits.
  public var visitLimits: [VisitLimit]
  /// The month in which a plan year begins, from 1 to 12.
  public var planYearMonth: Int

  /// Benefits of their parts; by default members pay nothing.
  public init(
    deductible: Limit? = nil, outOfPocketMaximum: Limit? = nil, deductibleExempt: Set<BenefitCategory> = [],
    copays: [Copay] = [], coinsurance: [BenefitCategory: Int] = [:], coinsurancePercent: Int = 0,
    visitLimits: [VisitLimit] = [], planYearMonth: Int = 1
  ) {
    self.deductible = deductible
    self.outOfPocketMaximum = outOfPocketMaximum
    self.deductibleExempt = deductibleExempt
    self.copays = copays
    self.coinsurance = coinsurance
    self.coinsurancePercent = coinsurancePercent
    self.visitLimits = visitLimits
    self.planYearMonth = planYearMonth
  }

  /// The plan year a day lies in: the calendar year in which it begins.
  public func planYear(of day: CalendarDate) -> Int {
    let (year, month, _) = day.components
    return month < planYearMonth ? year - 1 : year
  }

  /// Whether anything is counted up over a plan year.
  var isCounted: Bool { deductible != nil || outOfPocketMaximum != nil || !visitLimits.isEmpty }
}
