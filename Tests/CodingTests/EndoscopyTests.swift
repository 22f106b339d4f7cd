import ClaimModel
import Coding
import Testing

/// Endoscopies of bowel and stomach; labelled by the rules before they were coded.
@Suite struct EndoscopyTests {
  @Test(arguments: done + both + none) func anEndoscopyIsCodedByWhatWasDone(note: ServiceNote) throws {
    let found = try note.coded(by: TestCoder.coder.get()).map { ServiceNote.word($0.line) }
    if !note.lines.isEmpty { #expect(Set(found) == Set(note.lines), "\(found)") }
    for code in note.absent { #expect(!found.contains { $0.hasPrefix(code) }, "\(found)") }
  }

  /// The screening is the reason whatever it finds (I.C.21.c.5).
  @Test func aScreeningsLinePointsToTheScreeningFirst() throws {
    let note = Self.note("Screening for colon cancer.", "A 6 mm polyp of the sigmoid colon, removed with a cold snare.")
    guard case .coded(let coding) = try TestCoder.coder.get().code(note.visit) else {
      Issue.record("the visit is coded")
      return
    }
    let pointers = coding.services.first?.line.diagnosisPointers ?? []
    #expect(pointers.first.map { coding.diagnoses[$0 - 1].code } == "Z1211")
    #expect(coding.services.count == 1)
  }

  /// Medicare has codes of its own for a screening, and PT for one that turned into a treatment.
  @Test(arguments: [
    ("Screening for colon cancer, average risk.", "Normal to the cecum.", ["G0121"]),
    ("Screening for colon cancer. Personal history of colonic polyps.", "Normal to the cecum.", ["G0105"]),
    ("Screening for colon cancer.", "Sigmoid polyp, removed with a cold snare.", ["45385-PT"]),
    ("Rectal bleeding.", "Normal to the cecum.", ["45378"]),
  ]) func medicareIsToldOfAScreeningInItsWay(indication: String, findings: String, lines: [String]) throws {
    let history = indication.contains("history") ? "\n2. Personal history of colonic polyps." : ""
    let reason = indication.contains("bleeding") ? "Rectal bleeding" : "Screening colonoscopy"
    var visit = Self.note(indication, findings, assessment: "1. \(reason).\(history)").visit
    visit.registration.coverages = [Coverage(payer: "MCARE", payerName: "Medicare Part B", member: "1EG4TE5MK73")]
    guard case .coded(let coding) = try TestCoder.coder.get().code(visit) else {
      Issue.record("the visit is coded")
      return
    }
    #expect(coding.services.map { ServiceNote.word($0.line) } == lines)
  }

  private static func note(
    _ indication: String, _ findings: String, scope: String = "Colonoscopy",
    assessment: String = "1. Screening colonoscopy.\n2. Polyp of the sigmoid colon.", _ lines: [String] = [],
    absent: [String] = ["992"], place: PlaceOfService = .office
  ) -> ServiceNote {
    ServiceNote(
      "Procedure note: \(scope).\n\nIndication: \(indication)\n\nFindings: \(findings)\n\nAssessment:\n\(assessment)",
      lines,
      absent: absent, age: 55, place: place)
  }

  private static let bleeding = "1. Rectal bleeding."

  static let done = [
    note(
      "Screening for colon cancer.", "Normal mucosa to the cecum.", assessment: "1. Screening colonoscopy.",
      ["45378-33"]),
    note("Screening for colon cancer.", "A 6 mm polyp of the sigmoid colon, removed with a cold snare.", ["45385-33"]),
    note("Rectal bleeding.", "Normal to the cecum. No biopsies were taken.", assessment: bleeding, ["45378"]),
    note(
      "Chronic diarrhea.", "Normal mucosa. Random biopsies were obtained.", assessment: "1. Chronic diarrhea.",
      ["45380"]),
    note(
      "Rectal bleeding.", "A 3 mm rectal polyp was removed with cold forceps.", assessment: "1. Rectal polyp.",
      ["45380"]),
    note(
      "Rectal bleeding.", "A 4 mm polyp was removed with hot biopsy forceps.", assessment: "1. Colon polyp.", ["45384"]),
    note(
      "Rectal bleeding.",
      "A 10 mm polyp in the sigmoid was removed with a hot snare. An ulcer of the cecum was biopsied.",
      assessment: "1. Colon polyp.", ["45385", "45380-59"]),
    note(
      "Rectal bleeding.", "A 10 mm sigmoid polyp was biopsied and then removed with a hot snare.",
      assessment: "1. Colon polyp.", ["45385"]),
    note(
      "Rectal bleeding.",
      "A 20 mm polyp in the ascending colon was removed by hot snare. The site in the ascending colon was tattooed with India ink.",
      assessment: "1. Colon polyp.", ["45385", "45381"]),
    note(
      "Rectal bleeding.", "Poor preparation. The procedure was aborted in the sigmoid colon.", assessment: bleeding,
      ["45378-53"]),
    note("Dysphagia.", "Normal esophagus.", scope: "EGD", assessment: "1. Dysphagia.", ["43235"]),
    note(
      "Epigastric pain.", "Gastritis of the antrum. Biopsies were obtained.", scope: "Upper endoscopy",
      assessment: "1. Gastritis.", ["43239"]),
    note("Rectal bleeding.", "Normal to the cecum.", assessment: bleeding, ["45378"], place: "24"),
  ]

  /// Two scopes in one session, each with its own steps.
  static let both = [
    note(
      "Iron deficiency anemia.",
      "EGD: duodenal biopsies were obtained. Colonoscopy: a polyp in the descending colon was removed with a cold snare.",
      scope: "EGD and colonoscopy", assessment: "1. Iron deficiency anemia.\n2. Colon polyp.", ["43239", "45385"])
  ]

  private static let codes = ["4323", "4538", "G0105", "G0121"]

  /// Planned, past, or done elsewhere.
  static let none = [
    ServiceNote("Assessment and Plan:\n1. Rectal bleeding. Schedule colonoscopy.", absent: codes),
    ServiceNote("Assessment and Plan:\n1. Rectal bleeding. Colonoscopy with biopsy recommended.", absent: codes),
    ServiceNote("HPI: Last colonoscopy was normal in 2019.\n\nAssessment:\n1. Hypertension.", absent: codes),
    ServiceNote(
      "HPI: Colonoscopy done three weeks ago, polyp removed by snare.\n\nAssessment:\n1. Colon polyp.", absent: codes),
    ServiceNote("Past surgical history: Colonoscopy, EGD with biopsy.\n\nAssessment:\n1. Hypertension.", absent: codes),
    ServiceNote("Procedures: Colonoscopy 2021.\n\nAssessment:\n1. Hypertension.", absent: codes),
    ServiceNote("Assessment:\n1. Health maintenance. Colonoscopy completed, up to date.", absent: codes),
    ServiceNote("Procedure: Colonoscopy was declined.\n\nAssessment:\n1. Hypertension.", absent: codes),
    ServiceNote("Assessment and Plan:\n1. Reflux. Refer for EGD if no better.", absent: codes),
    ServiceNote("Results: EGD at the outside hospital showed gastritis.\n\nAssessment:\n1. Gastritis.", absent: codes),
    note("Rectal bleeding.", "Normal to the cecum.", assessment: bleeding, absent: codes, place: "12"),
  ]
}
