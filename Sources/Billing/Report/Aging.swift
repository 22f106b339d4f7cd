import ClaimModel

/// What is open, by who owes it and for how long.
public struct Aging: Hashable, Sendable {
  /// Who owes.
  public enum Debtor: String, Hashable, Sendable, CaseIterable {
    /// An insurer.
    case insurers
    /// A patient.
    case patients
    /// A patient, through an agency.
    case agency
  }

  /// How old a debt is, in days since the service.
  ///
  /// Source: the customary aging of receivables in steps of thirty days up to 120.
  public enum Age: String, Hashable, Sendable, CaseIterable {
    /// Up to 30 days.
    case upTo30 = "0-30"
    /// 31 to 60 days.
    case upTo60 = "31-60"
    /// 61 to 90 days.
    case upTo90 = "61-90"
    /// 91 to 120 days.
    case upTo120 = "91-120"
    /// More.
    case older = "121+"

    /// The age of so many days; what is not yet a day old is the youngest.
    public init(days: Int) {
      self =
        switch days {
        case ...30: .upTo30
        case ...60: .upTo60
        case ...90: .upTo90
        case ...120: .upTo120
        default: .older
        }
    }
  }

  /// What each owes, by age.
  public private(set) var open: [Debtor: [Age: Money]] = [:]
  /// What is owed back to insurers and patients; it is in no bucket.
  public private(set) var credits = Money.zero

  /// Nothing open.
  public init() {}

  /// What a debtor owes at an age.
  public func amount(of debtor: Debtor, _ age: Age) -> Money { open[debtor]?[age] ?? .zero }

  /// What a debtor owes.
  public func total(of debtor: Debtor) -> Money { open[debtor]?.values.sum() ?? .zero }

  /// What is owed at an age.
  public func total(at age: Age) -> Money { Debtor.allCases.map { amount(of: $0, age) }.sum() }

  /// All that is owed, without credits.
  public var total: Money { Debtor.allCases.map(total(of:)).sum() }

  mutating func take(_ balance: AccountBalance, days: Int) {
    let age = Age(days: days)
    take(balance.openInsurance, of: .insurers, age)
    take(balance.openPatient, of: .patients, age)
    take(balance.inCollections, of: .agency, age)
    credits += balance.refundDue
  }

  private mutating func take(_ amount: Money, of debtor: Debtor, _ age: Age) {
    if amount > .zero { open[debtor, default: [:]][age, default: .zero] += amount } else { credits -= amount }
  }
}
