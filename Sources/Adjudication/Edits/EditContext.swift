import ClaimModel
import CodeSets

/// What an edit is given to look at.
public struct EditContext: Sendable {
  /// The claim.
  public let claim: Claim
  /// The plan it is judged under.
  public let plan: Plan
  /// The codes in force.
  public let codeSet: any DiagnosisCodeSet
  /// The day that counts for timely filing: the claim's, or that of the claim it replaces.
  public let received: CalendarDate
  /// What was adjudicated before, less the claim that is replaced.
  public let history: ClaimHistory
  /// What the member has used, less what the replaced claim did.
  public let standing: MemberStanding
  /// The codes each line points to, in the order of its pointers; pointers out of range are left out.
  public let diagnoses: [[DiagnosisCode]]
  /// The member the claim names, when the payer knows it.
  public let member: Member?
  /// The first day of service; `nil` for a claim without lines.
  public let firstDay: CalendarDate?

  /// What an earlier payer decided.
  let earlier: EarlierDecision

  private let books: DatedValues<ProcedureBook>
  private let firstBook: ProcedureBook

  init(
    claim: Claim, plan: Plan, codeSet: any DiagnosisCodeSet, books: DatedValues<ProcedureBook>,
    received: CalendarDate, history: ClaimHistory, standing: MemberStanding
  ) {
    self.claim = claim
    self.plan = plan
    self.codeSet = codeSet
    self.received = received
    self.history = history
    self.standing = standing
    member = plan.member(of: claim)
    earlier = EarlierDecision(claim)
    firstDay = claim.firstDay
    self.books = books
    firstBook = books[firstDay ?? received]
    diagnoses = claim.lines.map { line in
      line.service.diagnosisPointers.compactMap {
        claim.diagnoses.indices.contains($0 - 1) ? claim.diagnoses[$0 - 1] : nil
      }
    }
  }

  /// The procedures as they are known on a line's day of service.
  public func book(for line: ClaimLine) -> ProcedureBook {
    line.dateOfService == firstDay ? firstBook : books[line.dateOfService]
  }

  /// The patient's completed years on a line's day of service.
  func age(on line: ClaimLine) -> Int { claim.patient.birthDate.years(until: line.dateOfService) }

  /// Whether the payer has another date of birth of the patient: of a subscriber that is neither the member's nor, sent
  /// under the wrong relationship, a dependent's.
  var hasWrongBirthDate: Bool {
    guard let member, let born = member.born, !claim.isDependent, born != claim.patient.birthDate else { return false }
    return !(member.coversDependents && member.dependents.contains(claim.patient.birthDate))
  }
}
