import ClaimModel

/// Resources that belong to a patient and to no encounter, by the patient's position in the bundle.
///
/// Problem lists and lists of medications are kept across visits, so each visit sees them; allergies and relatives'
/// histories say on which day they were taken down, and belong to the visit of that day.
struct FHIRPatientRecords {
  /// The most entries of a list, and of a day: no visit deals with as many, and every visit sees them all.
  static let longestList = 40

  private var lists: [Int: [Int]] = [:]
  private var dated: [PatientDay: [Int]] = [:]

  private struct PatientDay: Hashable {
    var patient: Int
    var day: CalendarDate
  }

  /// Files a resource that each visit of the patient sees.
  mutating func list(_ position: Int, of patient: Int) {
    if lists[patient, default: []].count < FHIRPatientRecords.longestList {
      lists[patient, default: []].append(position)
    }
  }

  /// Files a resource under the day that its date begins with; nowhere if there is none.
  mutating func date(_ position: Int, of patient: Int, on date: String?) {
    guard let day = date.flatMap({ CalendarDate(plausible: $0) }) else { return }
    let key = PatientDay(patient: patient, day: day)
    if dated[key, default: []].count < FHIRPatientRecords.longestList { dated[key, default: []].append(position) }
  }

  /// What a patient's visit on a day sees.
  func positions(of patient: Int, on day: CalendarDate) -> [Int] {
    (dated[PatientDay(patient: patient, day: day)] ?? []) + (lists[patient] ?? [])
  }
}
