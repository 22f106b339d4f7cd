import ClaimModel

/// How a billing office does: the measures that operators of one expect, over summaries of its accounts.
///
/// ```swift
/// var report = BillingReport(asOf: today)
/// for account in accounts { report.take(AccountSummary(account, rules: .standard)) }
/// report.cleanClaims.percent   // "96.4%"
/// ```
///
/// Source: HFMA MAP Keys for clean claim rate (CL-1), remittance denial rate (AR-5) and aged receivables (AR-3); MGMA for
/// the adjusted (net) collection percentage and days of gross charges in accounts receivable. docs/billing.md, "Reports",
/// has every formula.
public struct BillingReport: Sendable {
  /// The day of the report, to which ages are counted.
  public let asOf: CalendarDate
  /// How many accounts there are in each state.
  public private(set) var states: [PatientAccount.State: Int] = [:]
  /// The money of all accounts.
  public private(set) var balance = AccountBalance()
  /// First claims of visits that the payer's front end let pass, of those it answered.
  public private(set) var cleanClaims = Rate()
  /// First claims of visits that were decided on without a refusal, of those that were decided on or rejected.
  public private(set) var firstPass = Rate()
  /// Claims whose first decision refuses something, of those that were decided on.
  public private(set) var denied = Rate()
  /// The same, by what they have in common.
  public private(set) var denials: [Dimension: [String: Denials]] = [:]
  /// Recodings that were answered, of those that were asked for.
  public private(set) var recodes = Rate()
  /// What was collected in cents, of what could be: charges less contractual adjustments, of accounts that are done with.
  public private(set) var netCollection = Rate()
  /// What is open, by debtor and age.
  public private(set) var aging = Aging()
  /// What is to be worked, by state.
  public private(set) var work: [PatientAccount.State: Work] = [:]

  /// Payments that match nothing, with what they pay; only a store tells of them.
  public private(set) var unmatched = Work()

  private var recodeMilliseconds: Double = 0
  private var slowestRecode: Int64 = 0
  private var recentCharges = Money.zero
  private var firstCharge: CalendarDate?

  /// Over how many days charges are averaged. Source: the customary quarter, as in HFMA MAP Key "net days in A/R".
  static let chargeDays = 90

  /// What denials are counted by.
  public enum Dimension: String, Hashable, Sendable, CaseIterable {
    /// Group and claim adjustment reason code.
    case reason
    /// The payer.
    case payer
    /// The clinician.
    case provider
    /// The coding office.
    case coders
  }

  /// Denied claims that have something in common.
  public struct Denials: Hashable, Sendable {
    /// Denied claims, of those decided on. By reason: of all that were decided on.
    public var claims = Rate()
    /// What was refused.
    public var amount = Money.zero
  }

  /// Accounts, or payments, that wait to be worked.
  public struct Work: Hashable, Sendable {
    /// How many.
    public var count = 0
    /// What they are worth.
    public var value = Money.zero
    /// How many of them are past their deadline.
    public var overdue = 0
  }

  /// A report of no account yet.
  public init(asOf: CalendarDate) { self.asOf = asOf }

  /// Takes in an account.
  public mutating func take(_ account: AccountSummary) {
    states[account.state, default: 0] += 1
    balance += account.balance
    for claim in account.claims { take(claim, of: account) }
    for recode in account.recodes { take(recode) }
    if account.state == .closed || account.state == .inCollections {
      netCollection.part += (account.balance.insurerPaid + account.balance.patientPaid).cents
      netCollection.whole += (account.balance.charged - account.balance.adjusted).cents
    }
    takeAge(of: account)
    if let open = account.work {
      work[open.state, default: Work()].count += 1
      work[open.state, default: Work()].value += open.value
      if let deadline = open.deadline, deadline < asOf { work[open.state, default: Work()].overdue += 1 }
    }
  }

  /// Takes in a payment that matches nothing.
  public mutating func takeUnmatched(_ paid: Money) {
    unmatched.count += 1
    unmatched.value += paid
  }

  private mutating func take(_ claim: ClaimSummary, of account: AccountSummary) {
    if claim.number == 1 {
      if let isClean = claim.isClean { cleanClaims.count(isClean) }
      if claim.isDecided || claim.isClean == false { firstPass.count(claim.isDecided && claim.denials.isEmpty) }
    }
    guard claim.isDecided else { return }
    let isDenied = !claim.denials.isEmpty
    denied.count(isDenied)
    let refused = claim.denials.map(\.amount).sum()
    count(isDenied, refused, by: .payer, claim.payer.rawValue)
    if !account.provider.rawValue.isEmpty { count(isDenied, refused, by: .provider, account.provider.rawValue) }
    if let specialty = account.specialty { count(isDenied, refused, by: .coders, specialty.rawValue) }
    var reasons: [String: Money] = [:]
    for denial in claim.denials {
      reasons["\(denial.refusal.group.rawValue)-\(denial.refusal.reason)", default: .zero] += denial.amount
    }
    for (reason, amount) in reasons { count(true, amount, by: .reason, reason) }
  }

  private mutating func count(_ isDenied: Bool, _ amount: Money, by dimension: Dimension, _ key: String) {
    denials[dimension, default: [:]][key, default: Denials()].claims.count(isDenied)
    denials[dimension, default: [:]][key, default: Denials()].amount += amount
  }

  private mutating func take(_ recode: RecodeRecord) {
    recodes.count(recode.answered != nil)
    guard let answered = recode.answered else { return }
    let took = max(0, answered.milliseconds - recode.asked.milliseconds)
    recodeMilliseconds += Double(took)
    slowestRecode = max(slowestRecode, took)
  }

  private mutating func takeAge(of account: AccountSummary) {
    let opened = account.opened ?? asOf
    let days = opened.days(until: asOf)
    aging.take(account.balance, days: days)
    guard account.balance.charged > .zero else { return }
    firstCharge = min(firstCharge ?? opened, opened)
    if days < BillingReport.chargeDays { recentCharges += account.balance.charged }
  }

  /// The denials by a dimension, the most frequent first. By reason, each is a share of all claims decided on.
  public func denials(by dimension: Dimension) -> [(key: String, denials: Denials)] {
    let rows = (denials[dimension] ?? [:]).map { key, counted in
      var counted = counted
      if dimension == .reason { counted.claims.whole = denied.whole }
      return (key: key, denials: counted)
    }
    return rows.sorted { ($1.denials.claims.part, $0.key) < ($0.denials.claims.part, $1.key) }
  }

  /// How many days of charges are open: what is owed, by the average charge of a day of the last ninety, or of as many
  /// as there were since the first charge; `nil` when nothing was charged in that time.
  public var daysInReceivables: Double? {
    guard recentCharges > .zero, let firstCharge else { return nil }
    let days = min(BillingReport.chargeDays, max(1, firstCharge.days(until: asOf) + 1))
    return Double(aging.total.cents) / (Double(recentCharges.cents) / Double(days))
  }

  /// How many hours the coding office took to answer, on average; `nil` when it has answered nothing.
  public var meanRecodeHours: Double? {
    recodes.part == 0 ? nil : recodeMilliseconds / Double(recodes.part) / 3_600_000
  }

  /// How many hours the slowest answer took.
  public var slowestRecodeHours: Double { Double(slowestRecode) / 3_600_000 }

  /// How many accounts there are.
  public var accountCount: Int { states.values.reduce(0, +) }

  /// How many of them are final.
  public var finalCount: Int { states.filter(\.key.isFinal).values.reduce(0, +) }
}
