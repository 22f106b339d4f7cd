import ClaimModel

/// What the resources that belong to a visit document.
extension FHIRVisits {
  /// What a resource other than a condition documents at a visit of the day.
  mutating func documentation(at position: Int, on date: CalendarDate) throws(IntakeError)
    -> [DocumentationItem]
  {
    guard let typed = record.entries[position].resource else { return [] }
    let source = "\(typed.type)/\(typed.id ?? "entry[\(position)]")"
    switch typed.resource {
    case .finding(let finding):
      let item = FHIRDocumentation.item(
        of: finding, type: typed.type, medication: medication(finding.medicationReference), on: date,
        source: source)
      return item.map {
        [$0] + FHIRDocumentation.answers(of: finding, source: source)
          + FHIRDocumentation.reasons(of: finding, source: source)
      } ?? []
    case .allergy(let allergy): return FHIRDocumentation.item(of: allergy, source: source).map { [$0] } ?? []
    case .familyHistory(let history): return FHIRDocumentation.items(of: history, source: source)
    case .document(let document):
      if let known = notes[position] { return known }
      let read = try FHIRDocumentation.notes(of: document, source: source)
      notes[position] = read
      return read
    default: return []
    }
  }

  /// What a condition documents on the days of a visit.
  mutating func problem(
    _ condition: FHIRCondition, at position: Int, _ rank: Int?, during stay: (first: CalendarDate, last: CalendarDate),
    isAddressed: Bool
  ) -> [DocumentationItem] {
    let source = "Condition/\(condition.id ?? "entry[\(position)]")"
    guard var item = conditions[position] ?? condition.item(source: source) else { return [] }
    conditions[position] = item
    item.standing = ConditionStanding.of(condition, from: stay.first, to: stay.last, isAddressed: isAddressed)
    item.rank = rank
    return [item] + (item.standing == .uncertain ? condition.manifestations(source: source) : [])
  }

  /// The drug that a reference points to; its display when the bundle does not hold it.
  private func medication(_ reference: FHIRReference?) -> FHIRConcept? {
    guard let reference else { return nil }
    if let position = find(reference), case .finding(let medication) = record.entries[position].resource?.resource {
      return medication.code
    }
    return reference.display.map { FHIRConcept(text: $0) }
  }
}
