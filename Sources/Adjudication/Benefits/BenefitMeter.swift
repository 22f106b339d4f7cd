import ClaimModel

/// Prices the lines of one claim one after the other, and counts what each uses.
struct BenefitMeter {
  private let plan: Plan
  private let claim: Claim
  private let standing: MemberStanding
  private let number: PayerClaimNumber
  /// What the claim has used up to now.
  private(set) var use = BenefitUse()
  /// The co-pays that were taken.
  private var copaysTaken: Set<Int> = []

  init(_ claim: Claim, plan: Plan, standing: MemberStanding, number: PayerClaimNumber) {
    self.plan = plan
    self.claim = claim
    self.standing = standing
    self.number = number
  }

  /// What the patient shares of an allowed amount, in the order PR-1, PR-2, PR-3, and what the line uses.
  ///
  /// A co-pay is taken once a claim, from its first line that has one, in place of deductible and coinsurance; a later
  /// line of that kind carries coinsurance. Preventive services, and lines with modifier 33 (preventive), cost the patient
  /// nothing. All shares together stop at the out-of-pocket maximum; coinsurance gives way first, then co-pay and
  /// deductible.
  ///
  /// Source: CARC 1 (deductible), 2 (coinsurance), 3 (co-pay); 45 CFR 147.130 (preventive services), 45 CFR 156.130
  /// (annual limit on cost sharing, of each individual within a family too).
  mutating func share(of allowed: Money, line: ClaimLine) -> [Adjustment] {
    let category = BenefitCategory(line.service.procedure)
    let year = plan.benefits.planYear(of: line.dateOfService)
    count(line, category)
    guard category != .preventive, !line.service.modifiers.contains("33"), allowed > .zero else { return [] }
    var deductible = Money.zero
    var copay = Money.zero
    var coinsurance = Money.zero
    if let index = plan.benefits.copays.firstIndex(where: { $0.applies(to: category, at: claim.place(of: line)) }),
      copaysTaken.insert(index).inserted
    {
      copay = min(allowed, plan.benefits.copays[index].amount)
    } else {
      if !plan.benefits.deductibleExempt.contains(category), let limit = plan.benefits.deductible {
        deductible = min(allowed, room(below: limit, \.deductible, in: year))
      }
      let percent = plan.benefits.coinsurance[category] ?? plan.benefits.coinsurancePercent
      coinsurance = (allowed - deductible).percent(percent)
    }
    if let limit = plan.benefits.outOfPocketMaximum {
      let room = room(below: limit, \.outOfPocket, in: year)
      deductible = min(deductible, room)
      copay = min(copay, room - deductible)
      coinsurance = min(coinsurance, room - deductible - copay)
    }
    return [("1", deductible), ("2", coinsurance), ("3", copay)].compactMap { reason, amount in
      amount > .zero
        ? Adjustment(group: .patientResponsibility, reason: AdjustmentReason(reason), amount: amount) : nil
    }
  }

  /// Counts what a line leaves to the patient in the end.
  mutating func count(_ shares: [Adjustment], of line: ClaimLine) {
    guard plan.benefits.isCounted else { return }
    var used = Accumulators()
    for share in shares where share.group == .patientResponsibility {
      if share.reason == "1" { used.deductible += share.amount }
      if ["1", "2", "3"].contains(share.reason) { used.outOfPocket += share.amount }
    }
    guard !used.isEmpty else { return }
    use.years[plan.benefits.planYear(of: line.dateOfService), default: Accumulators()].add(used, sign: 1)
  }

  private func room(below limit: Benefits.Limit, _ part: KeyPath<Accumulators, Money>, in year: Int) -> Money {
    let ofClaim = use.years[year]?[keyPath: part] ?? .zero
    let own = limit.individual - (standing.member.years[year]?[keyPath: part] ?? .zero) - ofClaim
    guard let family = limit.family else { return max(.zero, own) }
    let shared = family - (standing.family.years[year]?[keyPath: part] ?? .zero) - ofClaim
    return max(.zero, min(own, shared))
  }

  /// Counts a paid line's days, units and place in the member's history.
  private mutating func count(_ line: ClaimLine, _ category: BenefitCategory) {
    for limit in plan.benefits.visitLimits where limit.procedures.contains(line.service.procedure.rawValue) {
      for day in line.days {
        // A claim counts a day once, however many lines it has.
        let year = plan.benefits.planYear(of: day)
        use.years[year, default: Accumulators()].visitDays[limit.name, default: [:]][day] = 1
      }
    }
    if plan.coverage.needsAuthorization.contains(line.service.procedure.rawValue),
      let authorization = plan.authorization(for: line, of: claim)
    {
      use.authorizedUnits[authorization.number, default: 0] += line.service.units
    }
    if plan.applies(.newPatient), category == .visit || category == .otherVisit || category == .preventive {
      let visit = PracticeVisit(
        billing: claim.billing.npi, taxonomy: claim.rendering(of: line).taxonomy, date: line.dateOfService,
        claim: number)
      if !use.seen.contains(visit) { use.seen.append(visit) }
    }
  }
}

extension Benefits.Copay {
  fileprivate func applies(to category: BenefitCategory, at place: PlaceOfService) -> Bool {
    categories.contains(category) && (places.isEmpty || places.contains(place))
  }
}
