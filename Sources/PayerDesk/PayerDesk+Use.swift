import Adjudication
import ClaimModel
import Office

/// What patients and families have used of their benefits. Amounts, visits and practices count for the patient, who is the
/// subscriber or a dependent; authorized units for all under the member number, to whom the authorization was given.
extension PayerDesk {
  /// What the claim's patient and family have used.
  func standing(of claim: Claim, _ cases: Cases<PayerFile>) -> MemberStanding {
    guard adjudicator.plan.countsUse else { return MemberStanding() }
    func use(_ key: CaseKey?) -> BenefitUse { key.flatMap { cases[$0]?.use } ?? BenefitUse() }
    var standing = MemberStanding(
      member: use(PayerFile.key(ofUseBy: claim.insuredPerson)), family: use(familyKey(of: claim)))
    if claim.isDependent {
      standing.member.authorizedUnits = use(PayerFile.key(ofMember: claim.coverage.member)).authorizedUnits
    }
    return standing
  }

  /// Takes what a decision uses to the account of the claim's patient and family, and gives back what the claim it reverses
  /// has used to that one's.
  func apply(
    _ result: AdjudicationResult, to claim: Claim, reversing reversed: Claim?, _ cases: inout Cases<PayerFile>
  ) {
    guard let reversed, reversed.insuredPerson != claim.insuredPerson else { return apply(result, to: claim, &cases) }
    apply(AdjudicationResult(payments: [], reversedUse: result.reversedUse), to: reversed, &cases)
    apply(AdjudicationResult(payments: [], record: result.record), to: claim, &cases)
  }

  private func apply(_ result: AdjudicationResult, to claim: Claim, _ cases: inout Cases<PayerFile>) {
    var standing = standing(of: claim, cases)
    let before = standing
    standing.apply(result)
    if claim.isDependent, standing.member.authorizedUnits != before.member.authorizedUnits {
      let number = PayerFile.key(ofMember: claim.coverage.member)
      var file = cases[number] ?? PayerFile()
      file.use.authorizedUnits = standing.member.authorizedUnits
      cases[number] = file
    }
    if standing.member != before.member {
      var own = standing.member
      if claim.isDependent { own.authorizedUnits = [:] }
      cases[PayerFile.key(ofUseBy: claim.insuredPerson)] = PayerFile(use: own)
    }
    if let family = familyKey(of: claim), standing.family != before.family {
      cases[family] = PayerFile(use: standing.family)
    }
  }
}
