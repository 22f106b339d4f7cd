import ClaimModel

/// Decides to which claims and answers the rules of an injection apply: always the same for one seed and claim.
///
/// ```swift
/// let injector = Injector(rules: [try InjectionRule(parsing: "CO-11=5%")], seed: 1)
/// injector.refusals(of: claim, count: nil)   // one claim in twenty
/// ```
public struct Injector: Hashable, Sendable {
  /// What a rule does to one answer.
  public struct AnswerFate: Hashable, Sendable {
    /// Whether it is sent at all.
    public var isLost = false
    /// Whether it is sent twice.
    public var isDoubled = false
    /// Whether it waits for the next message's answers.
    public var isOutOfOrder = false
    /// How long it is held back.
    public var delayMilliseconds: Int64 = 0
    /// The rules that apply.
    public var rules: [InjectionRule] = []
  }

  private let rules: [InjectionRule]
  private let seed: UInt64

  /// No trouble.
  public static let none = Injector(rules: [], seed: 0)

  /// An injection by the given rules.
  public init(rules: [InjectionRule], seed: UInt64) {
    self.rules = rules
    self.seed = seed
  }

  /// Whether a rule counts claims.
  public var countsClaims: Bool {
    rules.contains { rule in
      if case .outage(.claims) = rule.effect { return true }
      return rule.scope.every != nil
    }
  }

  /// Whether a rule holds answers back.
  public var holdsAnswers: Bool {
    rules.contains { rule in
      switch rule.effect {
      case .late, .outOfOrder: true
      default: false
      }
    }
  }

  /// The refusals of a claim's lines; `count` tells which claim it is, from 1, when claims are counted.
  public func refusals(of claim: Claim, count: Int?) -> [(rule: InjectionRule, findings: [EditFinding])] {
    rules.compactMap { rule in
      guard case .refusal(let answer) = rule.effect, applies(rule, to: claim, count: count) else { return nil }
      guard let procedures = rule.scope.procedures else { return (rule, [EditFinding(line: nil, answer)]) }
      let lines = claim.lines.indices.filter { procedures.contains(claim.lines[$0].service.procedure.rawValue) }
      return (rule, lines.map { EditFinding(line: $0, answer) })
    }
  }

  /// The first rejection of a claim.
  public func rejection(of claim: Claim, count: Int?) -> (rule: InjectionRule, status: ClaimStatusCode)? {
    for rule in rules {
      if case .rejection(let status) = rule.effect, applies(rule, to: claim, count: count) { return (rule, status) }
    }
    return nil
  }

  /// The first rule by which a claim is paid wrongly, and how many percent of what is right.
  public func wrongPayment(of claim: Claim, count: Int?) -> (rule: InjectionRule, percent: Int)? {
    for rule in rules {
      if case .wrongPayment(let percent) = rule.effect, applies(rule, to: claim, count: count) {
        return (rule, percent)
      }
    }
    return nil
  }

  /// What becomes of an answer to claims; `reference` is the batch's, by which it is decided.
  public func fate(
    of answer: InjectionRule.Answer, to claims: [(claim: Claim, count: Int?)], reference: String
  ) -> AnswerFate {
    var fate = AnswerFate()
    for rule in rules where rule.scope.answer ?? .remittance == answer {
      guard claims.contains(where: { isMeant($0.claim, by: rule, count: $0.count) }),
        chance(rule, reference + answer.rawValue)
      else { continue }
      switch rule.effect {
      case .lost: fate.isLost = true
      case .duplicate: fate.isDoubled = true
      case .outOfOrder: fate.isOutOfOrder = true
      case .late(let milliseconds): fate.delayMilliseconds = max(fate.delayMilliseconds, milliseconds)
      case .refusal, .rejection, .wrongPayment, .outage: continue
      }
      fate.rules.append(rule)
    }
    return fate
  }

  /// The outage that is on at a time, or while a claim comes in.
  public func outage(at now: Timestamp, counts: [Int]) -> InjectionRule? {
    let hours = now.hhmm.utf8.reduce(0) { $0 * 10 + Int($1) - 48 }
    let minute = hours / 100 * 60 + hours % 100
    return rules.first { rule in
      guard case .outage(let outage) = rule.effect else { return false }
      switch outage {
      case .minutes(let from, let to):
        return from < to ? (from..<to).contains(minute) : minute >= from || minute < to
      case .claims(let from, let to): return counts.contains { (from...to).contains($0) }
      }
    }
  }

  private func applies(_ rule: InjectionRule, to claim: Claim, count: Int?) -> Bool {
    isMeant(claim, by: rule, count: count) && chance(rule, claim.controlNumber.rawValue)
  }

  private func isMeant(_ claim: Claim, by rule: InjectionRule, count: Int?) -> Bool {
    guard rule.scope.contains(claim) else { return false }
    guard let every = rule.scope.every else { return true }
    return count.map { $0 % every == 0 } ?? false
  }

  private func chance(_ rule: InjectionRule, _ name: String) -> Bool {
    rule.share >= 1_000_000
      || StableHash.value(rule.description, name, key: seed) % 1_000_000 < UInt64(max(0, rule.share))
  }
}

extension AdjudicationResult {
  /// The same decision with a wrong amount: what is paid for each line is `percent` of what is right, and the contract's
  /// reduction (CO-45) tells the difference, so that the answer balances. Never more than the charge without the patient's
  /// part.
  public func paying(percent: Int) -> AdjudicationResult {
    guard var record, let last = payments.indices.last, payments[last].status != .reversal else { return self }
    var changed = self
    for index in record.payment.lines.indices { record.payment.lines[index].pay(percent: percent) }
    record.payment.paid = record.payment.lines.map(\.paid).sum()
    changed.payments[last] = record.payment
    changed.record = record
    return changed
  }
}

extension ServicePayment {
  fileprivate mutating func pay(percent: Int) {
    guard allowed != nil else { return }
    let reduction = adjustments.firstIndex { $0.group == .contractualObligation && $0.reason == "45" }
    let reduced = reduction.map { adjustments[$0].amount } ?? .zero
    let right = paid + reduced
    // CO-45 is never the whole charge.
    let least = right == charge && right > .zero ? min(paid, Money(cents: 1)) : .zero
    let wrong = max(least, min(paid.percent(percent), right))
    let rest = reduced + paid - wrong
    if let reduction { adjustments.remove(at: reduction) }
    if rest > .zero {
      adjustments.insert(Adjustment(group: .contractualObligation, reason: "45", amount: rest), at: 0)
    }
    allowed = allowed.map { $0 + wrong - paid }
    paid = wrong
  }
}
