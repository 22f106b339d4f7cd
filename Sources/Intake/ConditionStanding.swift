import ClaimModel

/// What a Condition's statuses and dates come to on the day of a visit.
///
/// | status | standing |
/// |---|---|
/// | refuted | refuted |
/// | provisional, differential, unconfirmed | uncertain |
/// | onset after the visit | later |
/// | resolved, abated before the visit or nobody says when | resolved |
/// | resolved, abated on the day or after it | as if active: the patient had it at the visit |
/// | inactive | inactive, under the same dates |
/// | active, recurrence, relapse, remission | current; listed if only the problem list names it |
///
/// A condition in remission is coded as such, so it is current. A problem list is kept across visits: its entry belongs to
/// the visit's diagnoses when the encounter, or something ordered, prescribed or done at it, refers to it.
///
/// Source: HL7 FHIR R4 (4.0.1), condition-clinical and condition-ver-status; ICD-10-CM Official Guidelines, sections IV.H
/// (uncertain), IV.I (chronic diseases) and IV.J (coexisting and past conditions).
enum ConditionStanding {
  /// How a condition stands on the days of a visit; `isAddressed` when something of the visit refers to it.
  static func of(
    _ condition: FHIRCondition, from first: CalendarDate, to last: CalendarDate, isAddressed: Bool
  ) -> DocumentationItem.Standing {
    let verification = condition.verificationStatus
    if verification?.hasCode(["refuted"]) == true { return .refuted }
    if verification?.hasCode(["provisional", "differential", "unconfirmed"]) == true { return .uncertain }
    if let onset = condition.onsetDateTime ?? condition.onsetPeriod?.start, order(onset, last) == .later {
      return .later
    }
    let abatement = condition.abatementDateTime ?? condition.abatementPeriod?.end
    let isOver = abatement.map { order($0, first) == .earlier }
    let status = condition.clinicalStatus
    if status?.hasCode(["resolved"]) == true, isOver ?? !began(condition, on: first) { return .resolved }
    if status?.hasCode(["inactive"]) == true, isOver ?? !began(condition, on: first) { return .inactive }
    // An active condition that has ended contradicts itself; the date says when.
    if isOver == true, status?.hasCode(["remission"]) != true { return .resolved }
    return condition.isOnProblemList && !isAddressed ? .listed : .current
  }

  /// Whether it began, or was first recorded, on the day of the visit: then it was not over before.
  private static func began(_ condition: FHIRCondition, on day: CalendarDate) -> Bool {
    let dates = [condition.onsetDateTime, condition.onsetPeriod?.start, condition.recordedDate]
    return dates.contains { $0.map { $0.utf8.count >= 10 && order($0, day) == .same } ?? false }
  }

  private enum Order { case earlier, same, later }

  /// How a FHIR date, which may be a year or a month only, lies to a day; the same where it leaves that open.
  private static func order(_ text: String, _ day: CalendarDate) -> Order {
    guard text.utf8.prefix(4).allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return .same }
    let stated = Array(text.utf8.prefix(10))
    let other = Array(day.iso.utf8.prefix(stated.count))
    return stated == other ? .same : stated.lexicographicallyPrecedes(other) ? .earlier : .later
  }
}
