import ClaimModel
import Coding
import Testing

/// Services told in few words: in parentheses, with a score alone, behind a semicolon, by minutes.
@Suite struct ServiceDetailTests {
  private static func note(_ found: String, _ plan: String) -> String {
    "HPI\nVisit.\n\nOBJECTIVE\n\(found)\n\nASSESSMENT AND PLAN\n\(plan)\n"
  }

  static let notes: [ServiceNote] = [
    ServiceNote(note("", "1. Type 2 diabetes - A1c 7.9% (in office), above goal."), ["83036-QW"]),
    ServiceNote(note("", "1. Type 2 diabetes - A1c (in office) 7.9%."), ["83036-QW"]),
    ServiceNote(note("", "1. Type 2 diabetes - A1c 7.9% (outside lab)."), absent: ["83036"]),
    ServiceNote(
      note("", "1. Hypertension\n2. Flu shot (high dose) given today, left deltoid"), ["90662", "90471"],
      absent: ["90656"], age: 72),
    ServiceNote(
      note("", "1. Hypertension\n2. Flu shot given today, left deltoid"), ["90656"], absent: ["90662"], age: 72),
    ServiceNote(
      note("", "1. Hypertension\n2. Flu shot given today. High dose vitamin D continued."), ["90656"],
      absent: ["90662"], age: 72),
    ServiceNote(note("", "1. Presbyopia OU\n2. Refraction done. New glasses prescribed."), ["92015"]),
    ServiceNote(note("", "1. Presbyopia OU\n2. Refraction at the next visit."), absent: ["92015"]),
    ServiceNote(
      note("Thyroid ultrasound was performed and interpreted in our office today: 1.2 cm nodule.", "1. Thyroid nodule"),
      ["76536"]),
    ServiceNote(
      note("Transvaginal ultrasound, performed and interpreted here today: 3 cm fibroid.", "1. Uterine fibroid"),
      ["76830"]),
    ServiceNote(note("", "1. Uterine fibroid. Transvaginal ultrasound ordered."), absent: ["76830"]),
    ServiceNote(note("Thyroid ultrasound of last year: 1 cm nodule.", "1. Thyroid nodule"), absent: ["76536"]),
    ServiceNote(note("Nails thick; debrided x10.", "1. Onychomycosis"), ["11721"], absent: ["11720"]),
    ServiceNote(note("Nails thick; debrided x4.", "1. Onychomycosis"), ["11720"], absent: ["11721"]),
    ServiceNote(note("Nails thick; callus not debrided.", "1. Onychomycosis"), absent: ["11720", "11721", "11055"]),
    ServiceNote(note("PHQ-9: 14\nGAD-7: 11", "1. Generalized anxiety disorder"), ["96127*2"]),
    ServiceNote(note("PHQ-9 6, GAD-7 12.", "1. Generalized anxiety disorder"), ["96127*2"]),
    ServiceNote(note("PHQ-9 14/27.", "1. Generalized anxiety disorder"), ["96127"]),
    ServiceNote(note("PHQ-9 (3/12): 14", "1. Generalized anxiety disorder"), absent: ["96127"]),
    ServiceNote(note("GAD-7 and PHQ-9 reviewed.", "1. Generalized anxiety disorder"), absent: ["96127"]),
    ServiceNote(note("", "1. Generalized anxiety disorder. Check PHQ-9 in 4 weeks."), absent: ["96127"]),
    ServiceNote(note("PHQ-9 was 12 last month.", "1. Generalized anxiety disorder"), absent: ["96127"]),
    ServiceNote(note("", "1. Generalized anxiety disorder. Repeat PHQ-9 in 4 weeks."), absent: ["96127"]),
    ServiceNote(
      note("", "1. COPD\n2. Advance care planning discussed with patient and daughter for 32 minutes."), ["99497"],
      absent: ["99498"], age: 79),
    ServiceNote(
      note("", "1. COPD\n2. Advance care planning: 50 minutes spent on goals of care."), ["99497", "99498"], age: 79),
    ServiceNote(note("", "1. COPD\n2. Advance care planning discussed for 10 minutes."), absent: ["99497"], age: 79),
    ServiceNote(note("", "1. COPD\n2. Advance care planning next visit, 30 minutes."), absent: ["99497"], age: 79),
    ServiceNote(note("", "1. Hypertension\n2. 42 minutes spent with the patient, total time."), ["99215"]),
    ServiceNote(note("", "1. Urethritis\n2. RPR, HIV sent."), absent: ["86592", "87389", "36415"], age: 24),
    ServiceNote(
      note("", "1. Urethritis\n2. Blood drawn in office today; RPR, HIV sent."), ["36415"], absent: ["86592", "87389"],
      age: 24),
    // A finding of a check-up that is looked into has a visit of its own; one that is only named has none.
    ServiceNote(
      note("Heart: 2/6 systolic murmur.", "1. Annual physical exam\n2. Heart murmur - new, echocardiogram ordered"),
      ["99396", "99213-25"], age: 52),
    ServiceNote(
      note("Heart: 2/6 systolic murmur.", "1. Annual physical exam\n2. Heart murmur - since childhood, unchanged"),
      ["99396"], absent: ["9921"], age: 52),
    ServiceNote(
      note("", "1. Annual physical exam\n2. Cough - better\n3. Screening mammogram ordered"), ["99396"],
      absent: ["9921"], age: 52),
    ServiceNote(
      note("", "1. Annual physical exam - mammogram ordered\n2. Heart murmur - since childhood"), ["99396"],
      absent: ["9921"], age: 52),
  ]

  @Test(arguments: notes) func whatFewWordsTellIsALine(_ note: ServiceNote) throws {
    let words = note.coded(by: try TestCoder.coder.get()).map { ServiceNote.word($0.line) }
    for line in note.lines { #expect(words.contains(line), "\(line) is not among \(words)") }
    for code in note.absent { #expect(!words.contains { $0.hasPrefix(code) }, "\(code) is among \(words)") }
  }

  /// A screening for depression is part of Medicare's wellness visit, and what is talked over beside it takes modifier 33.
  @Test func aWellnessVisitHoldsTheScreening() throws {
    var note = ServiceNote(
      "MEDICARE ANNUAL WELLNESS VISIT\nPHQ-9: 3\nAssessment and plan:\n1. Medicare annual wellness visit\n"
        + "2. Hypertension, stable\n3. Advance care planning discussed with patient for 20 minutes.", age: 74)
    note.text += "\n"
    let words = note.coded(by: try TestCoder.coder.get()).map { ServiceNote.word($0.line) }
    #expect(words.contains("G0439") && words.contains("99497-33"), "\(words)")
    #expect(!words.contains { $0.hasPrefix("96127") }, "\(words)")
  }
}
