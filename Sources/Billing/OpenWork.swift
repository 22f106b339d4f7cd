import ClaimModel

/// What an account waits for somebody to do, with what it is worth and until when.
public struct OpenWork: Hashable, Sendable, Comparable {
  /// The visit.
  public var visit: VisitID
  /// Where the account stands.
  public var state: PatientAccount.State
  /// Why, in words and codes.
  public var reason: String
  /// The amount in question.
  public var value: Money
  /// The last day on which something can be done about it; `nil` when none is set.
  public var deadline: CalendarDate?

  /// Work of the given value and deadline.
  public init(
    visit: VisitID, state: PatientAccount.State, reason: String, value: Money, deadline: CalendarDate?
  ) {
    self.visit = visit
    self.state = state
    self.reason = reason
    self.value = value
    self.deadline = deadline
  }

  /// What must be done first comes first: the nearest deadline, then the largest value.
  public static func < (left: OpenWork, right: OpenWork) -> Bool {
    if left.deadline != right.deadline {
      guard let leftDay = left.deadline else { return false }
      guard let rightDay = right.deadline else { return true }
      return leftDay < rightDay
    }
    if left.value != right.value { return left.value > right.value }
    return left.visit < right.visit
  }
}

extension PatientAccount {
  /// What is to be done about the account; `nil` while it only waits for a payer's or patient's usual answer, or is
  /// closed.
  ///
  /// A refusal can be appealed until the appeal window closes; a claim that no payer has taken can be filed until the
  /// time to file is over.
  public func openWork(_ rules: BillingRules) -> OpenWork? {
    guard [.recoding, .awaitingPractice, .appealing, .awaitingRecoupment, .inReview].contains(state) else { return nil }
    let payer = submissions.last?.payer ?? coding?.payers.first
    let terms = rules.terms(of: payer ?? "")
    let decision = payer.flatMap { standing(of: $0).last }
    let refusals = decision?.refusals.map(\.refusal.words) ?? []
    let isOverpaid = balance.openInsurance < .zero
    var deadline: CalendarDate?
    if isOverpaid {
      deadline = followUp?.date
    } else if let decision {
      deadline = decision.decided.map { $0.adding(days: terms.appealDays) }
    } else {
      deadline = coding?.dateOfService.map { $0.adding(days: terms.timelyFilingDays) }
    }
    let value = isOverpaid ? -balance.openInsurance : balance.openInsurance
    return OpenWork(
      visit: visit, state: state,
      reason: review.isEmpty ? Set(refusals).sorted().joined(separator: ", ") : review,
      value: value == .zero ? max(balance.openPatient, balance.refundDue) : value, deadline: deadline)
  }
}
