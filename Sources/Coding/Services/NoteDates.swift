import ClaimModel

/// The days from a discharge to the first contact and to the visit, where a note tells the dates: "Discharged 06/13/2026 … spoke by phone
/// 06/15/2026 … visit date 06/18/2026".
struct NoteDates {
  /// Days from the discharge to the visit.
  let visit: Int
  /// Days from the discharge to a contact; `nil` where no date of one is told.
  let contact: Int?

  /// `nil` where the note does not tell the dates of the discharge and of the visit.
  init?(_ text: String) {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "/" && $0 != "-" }.map { $0.lowercased() }
    var found: [(place: Int, month: Int, day: Int, year: Int?)] = []
    for (index, word) in words.enumerated() {
      let parts = word.split(whereSeparator: { $0 == "/" || $0 == "-" }).map { Int($0) }
      guard (2...3).contains(parts.count), let month = parts[0], let day = parts[1], (1...12).contains(month),
        (1...31).contains(day), parts.count == 2 || parts[2] != nil
      else { continue }
      found.append((index, month, day, parts.count == 3 ? parts[2] : nil))
    }
    let years = found.compactMap(\.year).map { $0 < 100 ? 2000 + $0 : $0 }
    func date(_ one: (place: Int, month: Int, day: Int, year: Int?)) -> CalendarDate? {
      let year = one.year.map { $0 < 100 ? 2000 + $0 : $0 } ?? years.max()
      return year.flatMap { CalendarDate(year: $0, month: one.month, day: one.day) }
    }
    func first(_ labels: Set<String>, within reach: Int) -> Int? {
      found.indices.first { index in
        let place = found[index].place
        return words[max(0, place - reach)..<place].contains { labels.contains($0) }
      }
    }
    // "Inpatient 4/3 - 4/7", "Hospital: St. Brendan's 4/20 - 4/24": the stay ends with its second date.
    func isStay(_ place: Int) -> Bool {
      place + 1 < found.count && found[place + 1].place - found[place].place == 2
        && words[found[place].place + 1] == "-"
    }
    let stay = first(NoteDates.stays, within: 8).flatMap { isStay($0) ? $0 : nil }
    // The first date of the note's head is that of the visit, where no words say so.
    guard let left = first(NoteDates.discharges, within: 8) ?? stay,
      let discharge = date(found[isStay(left) ? left + 1 : left])
    else { return nil }
    let head = found.first.flatMap { first in
      first.place < NoteDates.head
        && !words[max(0, first.place - 4)..<first.place].contains(where: NoteDates.others.contains) ? 0 : nil
    }
    guard
      let visit = [first(NoteDates.visits, within: 3), head].compactMap({ $0.flatMap { date(found[$0]) } })
        .first(where: { $0 >= discharge })
    else { return nil }
    self.visit = discharge.days(until: visit)
    contact = first(NoteDates.contacts, within: 10).flatMap { date(found[$0]) }.flatMap {
      $0 >= discharge ? discharge.days(until: $0) : nil
    }
  }

  private static let discharges: Set<String> = ["discharged", "discharge", "d/c", "d/c'd", "dc", "d/c’d"]
  /// How many words into a note its head reaches.
  private static let head = 25
  /// What tells that a date of the head is another one than that of the visit.
  private static let others = discharges.union(stays).union(["dob", "born", "birth"])
  private static let stays: Set<String> = ["hospital", "admitted", "admission", "stay", "inpatient"]
  private static let visits: Set<String> = ["dos", "visit", "seen", "service", "today", "date"]
  private static let contacts: Set<String> = [
    "phone", "called", "spoke", "contact", "contacted", "reached", "call", "telephone",
    "phoned",
  ]
}
