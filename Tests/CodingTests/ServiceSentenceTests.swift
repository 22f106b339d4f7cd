import ClaimModel
import Coding
import Testing

/// What sentences and lists tell of services done here: blood that is drawn, vaccines in lists, tests with their place, records of staff.
@Suite struct ServiceSentenceTests {
  private static func found(_ text: String, _ assessment: String = "Hypertension.") -> String {
    "CC: Visit.\n\nExam: Normal.\n\(text)\n\nAssessment:\n1. \(assessment)\n\nPlan:\nReturn as needed.\n"
  }

  /// Blood drawn here for another's tests; not what others drew or will.
  static let blood: [ServiceNote] = [
    ServiceNote(found("Blood drawn here for BMP, sent to LabCorp."), ["36415"], absent: ["80048"]),
    ServiceNote(found("CMP, lipids drawn by our MA, sent to Quest."), ["36415"], absent: ["80053", "80061"]),
    ServiceNote(found("Venous blood drawn, sent out: CMP, TSH."), ["36415"]),
    ServiceNote(found("CMP drawn at LabCorp last week was normal."), absent: ["36415"]),
    ServiceNote(found("TSH will be drawn here next month."), absent: ["36415"]),
    ServiceNote(
      found("Labs CMP, A1c drawn at Quest, sent to our office."), absent: ["36415", "83036"]),
    ServiceNote(found("Celiac serology drawn at your office is negative."), absent: ["36415"]),
  ]

  /// Vaccines by their route and place of the body wherever they stand, and in lists under a heading.
  static let vaccines: [ServiceNote] = [
    ServiceNote(
      "Here for a wound check. Tdap 0.5 mL IM left deltoid given, lot 7.\n\nAssessment:\n1. Tetanus vaccination given.\n",
      ["90715", "90471"]),
    ServiceNote(
      "Asked about Gardasil. Dose 1 of Gardasil 9 given IM R deltoid.\n\nAssessment:\n1. HPV vaccination.\n",
      ["90651", "90471"], age: 24),
    ServiceNote(
      "HPI: Prevnar 20 0.5 mL IM left deltoid given by his daughter, a pharmacist.\n\nAssessment:\n1. Gout.\n",
      absent: ["90677", "90471"], age: 70),
    ServiceNote(
      "Vaccines today:\nRotarix 1 mL PO - declined\n\nAssessment:\n1. Well child.\n", absent: ["90681", "90473"], age: 0
    ),
    ServiceNote(
      "HPI: Well. Tdap given IM in 2019 elsewhere.\n\nAssessment:\n1. Hypertension.\n", absent: ["90715", "90471"]),
  ]

  /// Tests whose place or device is named, with their result.
  static let tests: [ServiceNote] = [
    ServiceNote(
      "dysuria x2d\nudip here: LE 2+ nit +\n\nimp: acute cystitis\n", ["81002"], absent: ["81001"]),
    ServiceNote(
      "CC: fever\nHPI: Cough.\nIn clinic:\n  rapid strep: negative\n\nA/P: pharyngitis\n", ["87880-QW"], age: 9),
    ServiceNote(
      found("Our audiologist performed comprehensive audiometry: normal.", "Tinnitus, bilateral."), ["92557"]),
    ServiceNote(
      found("She was given a DuoNeb treatment here, one vial by nebulizer.", "Acute exacerbation of COPD."),
      ["94640", "J7620"]),
  ]

  /// A past that another clause tells is not that of what was given today.
  static let today: [ServiceNote] = [
    ServiceNote(
      "Assessment:\n1. Osteoporosis, prior vertebral fracture: denosumab 60 mg SC given in left arm today.\n",
      ["96372", "J0897*60"], age: 80),
    ServiceNote(
      "Assessment:\n1. Osteoporosis. Denosumab 60 mg SC was given last visit.\n", absent: ["96372", "J0897"], age: 80),
  ]

  /// What staff did without a clinician's visit.
  static let staff: [ServiceNote] = [
    ServiceNote(
      "ANTICOAGULATION CLINIC - RN VISIT\nOn warfarin for atrial fibrillation. INR today 2.4, in range. No change of dose.\n",
      ["93793"], absent: ["99211", "99213"], age: 70),
    ServiceNote(
      "NURSE VISIT\nBP check: 128/76. On lisinopril for hypertension.\n", ["99211"], absent: ["99213"], age: 60),
    ServiceNote(
      """
      50 year old man.
      HPI: Blood pressure was high at a nurse visit last week. He is here to see me for it.
      Assessment: Hypertension, uncontrolled
      Plan: start lisinopril 10 mg
      """, ["99214"], absent: ["99211"], age: 50),
    ServiceNote(
      "60 year old woman interested in chronic care management.\nAssessment: Hypertension\nPlan: nurse to call. Total time 25 minutes\n",
      absent: ["99490"], age: 60),
    ServiceNote(
      "HPI: fell\nPlan: orthopedics assuming fracture care tomorrow\nAssessment: Closed fracture of distal right radius\n",
      absent: ["25600"], age: 60),
    ServiceNote(
      "RHEUMATOLOGY RETURN VISIT\nAssessment:\n1. Gout, stable on allopurinol.\n", absent: ["99211"], age: 60),
    ServiceNote(
      """
      CCM MONTHLY SUMMARY
      Chronic care management of diabetes and hypertension by LPN.
      Clinical staff time counted: 45 minutes
      """, ["99490", "99439"], absent: ["99213"], age: 70),
  ]

  /// Sessions of therapy by their lines, and a record of an infusion by its times.
  static let records: [ServiceNote] = [
    ServiceNote(
      """
      OUTPATIENT PHYSICAL THERAPY DAILY NOTE
      Dx: Adhesive capsulitis of right shoulder
      Therapeutic ex - pulleys, wall slides: 10:02-10:27 = 25 min
      Manual therapy - mobilization: 10:27-10:43 = 16 min
      IFC e-stim unattended R shoulder x 15 min
      """, ["97110-GP*2", "97140-GP", "97014-GP"], absent: ["99213"]),
    ServiceNote(
      """
      OUTPATIENT PHYSICAL THERAPY DAILY NOTE
      Dx: Knee stiffness, left
      Rx today        min
        Therapeutic exercise (bike, 3#, leg press)    28
        Neuromuscular re-ed (balance foam)      15
      E-stim unattended not done
      """, ["97110-GP*2", "97112-GP"], absent: ["97014", "97140"]),
    ServiceNote(
      """
      INFUSION NURSING RECORD
      Order dx: Iron deficiency anemia.
      Order: iron sucrose 300 mg IV x 3 doses.
      0940 PIV placed.
      0955 Iron sucrose 300 mg in NS 250 mL STARTED via pump
      1140 infusion COMPLETE.
      """, ["J1756*300", "96365", "96366"], absent: ["99211", "96374"]),
    ServiceNote(
      """
      INFUSION NURSING RECORD
      Dx: Seropositive rheumatoid arthritis of multiple sites.
      08:50 Methylprednisolone sod succ (Solu-Medrol) 40 mg IVP over 3 min
      09:05 START Inflectra 350 mg in 250 mL NS
      11:15 STOP Inflectra (130 min).
      """, ["Q5103*35", "96413", "96415", "J2919*8", "96375"], absent: ["J1010"]),
    ServiceNote(
      """
      INFUSION VISIT
      Dx: Iron deficiency anemia.
      Iron sucrose 300 mg infusion is planned for next week.
      """, absent: ["J1756", "96365", "96374"]),
  ]

  /// What is read here, by whom; units that an account adds up.
  static let readings: [ServiceNote] = [
    ServiceNote(
      """
      Medications: apixaban 5 mg bid.

      BP 118/68, HR 72 irregular. ECG done here today and interpreted by me: atrial fibrillation, rate 74.

      Impression:
      1. Permanent atrial fibrillation, controlled.
      """, ["93000"], age: 79),
    ServiceNote(
      "Medications: apixaban. ECG at the hospital last week: atrial fibrillation.\n\nImpression:\n1. Atrial fibrillation.\n",
      absent: ["93000", "93010", "93005"], age: 79),
    ServiceNote(found("CXR PA/lat here, my read: no infiltrate.", "COPD."), ["71046"]),
    ServiceNote(
      """
      HEADACHE CENTER PROCEDURE NOTE
      Dx: chronic migraine without aura, intractable
      Consent signed, time-out 1:10 pm. 200 U vial of onabotulinumtoxinA. 31 sites per PREEMPT:
       corrugator 10 U / 2
       frontalis 20 U / 4
      TOTAL 155 U injected bilaterally. 45 U discarded.
      """, ["64615", "J0585*155"], absent: ["99213"], age: 42),
  ]

  /// Medicare by the first lines of a note of which nobody is registered to pay: the class of findings of the feet.
  @Test(arguments: [
    ("76M. Medicare.", "two class B findings", "11721-Q8"), ("76M. Aetna.", "two class B findings", "11721"),
    ("76M. Medicare Part B.", "one class A finding", "11721-Q7"),
    ("76M. Medicare.", "one class B and two class C findings", "11721-Q9"),
  ]) func findingsOfTheFeet(head: String, findings: String, line: String) throws {
    var visit = ServiceNote(
      """
      PODIATRY \(head)
      Class findings: \(findings).
      Procedure: Debridement of 9 mycotic nails.
      Assessment:
      1. Onychomycosis
      """, sex: .male
    ).visit
    visit.registration.coverages = []
    guard case .coded(let coding) = try TestCoder.coder.get().code(visit) else {
      Issue.record("not coded")
      return
    }
    #expect(coding.services.map { ServiceNote.word($0.line) }.contains(line))
  }

  @Test(arguments: blood + vaccines + tests + today + staff + records + readings) func aSentenceTellsWhatWasDone(
    note: ServiceNote
  )
    throws
  {
    let lines = Set(try note.coded(by: TestCoder.coder.get()).map { ServiceNote.word($0.line) })
    for line in note.lines { #expect(lines.contains(line), "\(lines)") }
    for code in note.absent { #expect(!lines.contains { $0.hasPrefix(code) }, "\(lines)") }
  }

  /// The days from a stay's end: what a range of dates tells last.
  @Test(arguments: [
    ("4/3 - 4/7/2026", "4/8", "99495"), ("4/3 - 4/11/2026", "4/13", "99496"), ("3/20 - 4/1/2026", "4/2", nil),
  ]) func careAfterAStay(stay: String, contact: String, code: String?) throws {
    let note = ServiceNote(
      """
      TRANSITION OF CARE VISIT   Date of visit: 04/17/2026
      Discharge: St. Clement Hospital, inpatient \(stay), home.
      Phone call by RN \(contact): doing well. Medications reconciled.
      Assessment:
      1. Acute on chronic diastolic heart failure, worse: furosemide increased, high complexity.
      2. Hypertension, not controlled. Start amlodipine 5 mg.
      """, age: 79)
    let codes = Set(try note.coded(by: TestCoder.coder.get()).map(\.line.procedure.rawValue))
    #expect(codes.intersection(["99495", "99496"]) == Set([code].compactMap { $0 }), "\(codes)")
  }
}
