import ClaimModel
import CodeSets

/// The visit that takes a patient home after a hospital stay, where the note calls it so and tells of what it needs: a contact within two
/// working days of the discharge, and the days from the discharge to the visit.
///
/// Source: CPT by number, 99495 (within 14 days, decision making of moderate complexity at least) and 99496 (within 7 days, high); Medicare
/// Physician Fee Schedule, final rule for 2013.
struct TransitionalCare {
  /// Days from the discharge to the visit.
  let days: Int

  /// `nil` where the note does not call the visit so, or leaves out what it needs.
  init?(_ chart: Chart) {
    let named = chart.services.sign(.transitionalCare)?.span.item
    guard let item = named ?? chart.items(.note).first?.index,
      named != nil || chart.bits.mayHold(anyOf: TransitionalCare.discharges)
    else { return nil }
    let text = chart.visit.documentation[item].text
    let letters = SmallLetters(text)
    // "Hospital follow up", after a call and with the drugs of both lists gone over, is that care by another name.
    guard named != nil || letters.holds(anyOf: TransitionalCare.stays) && TransitionalCare.tellsCare(letters) else {
      return nil
    }
    guard letters.holds(anyOf: TransitionalCare.contacts) else { return nil }
    isHigh = letters.holds(anyOf: ["high complexity", "high-complexity", "complexity: high", "highly complex"])
    if letters.holds(anyOf: TransitionalCare.times), let days = TransitionalCare.days(text) {
      self.days = days
      return
    }
    guard let dates = NoteDates(text),
      dates.contact.map({ $0 <= TransitionalCare.longestWait }) ?? letters.holds(anyOf: TransitionalCare.times)
    else { return nil }
    days = dates.visit
  }

  /// Whether the drugs were gone over, at home, and nobody else has the care.
  private static func tellsCare(_ letters: SmallLetters) -> Bool {
    letters.holds(anyOf: ["reconciled", "reconciliation was", "reconciliation done", "reconciliation completed"])
      && !letters.holds(anyOf: [
        "not reconciled", "not be reconciled", "not been reconciled", "yet to be reconciled", "be reconciled next",
        "will be reconciled",
        "will reconcile", "nursing facility", "nursing home", "inpatient rehab", "rehabilitation facility", " snf",
        "second visit after",
        "has billed", "transitional care visit was",
      ])
  }

  private static let discharges = WordSet("discharged discharge")
  private static let stays: [StaticString] = [
    "hospital follow up", "hospital follow-up", "post-hospital", "after her hospital stay", "after his hospital stay",
  ]

  /// Two working days may hold a weekend.
  private static let longestWait = 4
  /// Whether the note calls the decision one of high complexity.
  private let isHigh: Bool

  /// The code that the decision making of the visit reaches.
  func procedure(_ level: DecisionLevel) -> ProcedureCode? {
    guard level >= .moderate, days <= 14 else { return nil }
    return (level == .high || isHigh) && days <= 7 ? "99496" : "99495"
  }

  private static let contacts: [StaticString] = ["called", "phone", "contacted", "spoke with", "reached"]
  private static let times: [StaticString] = [
    "two business", "2 business", "two days", "2 days", "48 hours", "day after", "next day", "one day", "1 day",
    "next business",
  ]

  /// The days that are told right behind the discharge: "discharged from the hospital 5 days ago".
  private static func days(_ text: String) -> Int? {
    let words = SmallLetters.words(of: text)
    for place in words.indices where words[place].hasPrefix("discharge") {
      let behind = words[place...].prefix(reach)
      for index in behind.indices.dropLast() where behind[index + 1] == "days" || behind[index + 1] == "day" {
        if let number = Int(behind[index]) { return number }
      }
    }
    return nil
  }

  private static let reach = 10
}
