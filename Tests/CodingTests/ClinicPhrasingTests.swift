import ClaimModel
import Coding
import Testing

/// How clinics put what is a relative's, absent, planned or done; short notes beside one another.
@Suite struct ClinicPhrasingTests {
  @Test(arguments: diagnoses) func whatIsMeantIsCoded(note: CodedNote) throws {
    let found = try note.codes(by: TestCoder.coder.get())
    for code in note.codes { #expect(found.contains(code), "\(found)") }
    for code in note.absent { #expect(!found.contains { $0.hasPrefix(code) }, "\(found)") }
  }

  static let diagnoses: [CodedNote] = [
    // Whoever a list of conditions begins with has all of it (I.C.21.c.4).
    CodedNote("HPI: Heartburn. Family history of premature CAD.\n\nA: GERD.", ["K219", "Z8249"], absent: ["I25"]),
    CodedNote(
      "HPI: Heartburn. Family history of heart attack, stroke and diabetes.\n\nA: GERD.", ["K219", "Z823", "Z833"],
      absent: ["I6", "E1"]),
    CodedNote("HPI: Lump. Family history of breast and ovarian cancer.\n\nA: GERD.", ["Z803", "Z8041"], absent: ["C"]),
    CodedNote("HPI: Here for skin check. FH melanoma in sister.\n\nA: Dysplastic nevus of back.", ["D225", "Z808"]),
    CodedNote("HPI: Bloating.\n\nA/P:\n1. GERD\n2. Family hx of colon cancer", ["K219", "Z800"], absent: ["C18"]),
    CodedNote(
      "HPI: Seen for reflux. No family history of interest and personal history of breast cancer.\n\nA: GERD.", ["Z853"]
    ),
    // `w/o` denies, and is part of names.
    CodedNote("HPI: Headache.\n\nA: Migraine w/o aura, intractable.", ["G43019"], absent: ["G431"]),
    CodedNote(
      "HPI: Stiff.\n\nA: Lumbar spondylosis w/o myelopathy or radiculopathy.", ["M47816"], absent: ["G95", "M541"]),
    CodedNote("HPI: Burning.\n\nA: GERD w/o esophagitis.", ["K219"], absent: ["K20", "K210"]),
    // History by its abbreviations.
    CodedNote("HPI: h/o DVT.\n\nA: Hypertension.", ["I10", "Z86718"], absent: ["I82"]),
    CodedNote("HPI: Hx of MI 2015.\n\nA: Hypertension.", ["I10", "I252"], absent: ["I21"]),
    // An operation that is planned has taken nothing away.
    CodedNote("HPI: Pain.\n\nA: Gallstones.\n\nPlan: laparoscopic cholecystectomy.", ["K8020"], absent: ["Z9049"]),
    CodedNote("HPI: Well.\n\nA: Hypertension.\n\nPMH: s/p cholecystectomy.", ["I10"], absent: ["Z90"]),
    CodedNote("HPI: Bloating.\n\nA: Irritable bowel syndrome.\n\nPMH: s/p cholecystectomy.", ["K589", "Z9049"]),
    // What was operated on.
    CodedNote("HPI: 12 days s/p right inguinal hernia repair.\n\nA: Hypertension.", ["I10"], absent: ["K40"]),
    // A list goes on over a degree, and over a measure.
    CodedNote("HPI: Colic.\n\nA: Left ureteral stone with mild hydronephrosis.", ["N132"], absent: ["N201"]),
    CodedNote(
      "HPI: Pain.\n\nAssessment: Gallstones without cholecystitis. Class 1 obesity, BMI 34.5.\n\nPlan: diet.",
      ["K8020", "E66811", "Z6834"]),
    // Drugs that are begun in place of others are not taken for long yet.
    CodedNote(
      "HPI: RA on MTX weekly and adalimumab.\n\nA: Rheumatoid arthritis, active. Switch adalimumab to tofacitinib.",
      ["Z79631", "Z79620"], absent: ["Z79622"]),
    // Sites of skin cancers.
    CodedNote("HPI: Lesion.\n\nA: BCC of right shoulder.", ["C44612"]),
    CodedNote("HPI: Lesion.\n\nA: SCC in situ left forearm.", ["D0462"]),
    CodedNote("HPI: Lesion.\n\nA: Melanoma of left calf.", ["C4372"]),
    // Pain that only names something else.
    CodedNote("HPI: Off pain meds since Monday.\n\nA: Hypertension.", ["I10"], absent: ["R52"]),
  ]

  @Test(arguments: services) func whatWasDoneIsALine(note: ServiceNote) throws {
    let lines = try note.coded(by: TestCoder.coder.get()).map { ServiceNote.word($0.line) }
    for line in note.lines { #expect(lines.contains(line), "\(lines)") }
    for code in note.absent { #expect(!lines.contains { $0.hasPrefix(code) }, "\(lines)") }
  }

  static let services: [ServiceNote] = [
    // Headings that name a procedure, and what is put off there.
    ServiceNote("HPI: Congestion.\nNasal endoscopy: polyps, no pus.\nA: Chronic sinusitis.", ["31231"]),
    ServiceNote("HPI: Congestion.\nNasal endoscopy: deferred today.\nA: Chronic sinusitis.", absent: ["31231"]),
    ServiceNote("HPI: Congestion.\nNasal endoscopy: not performed.\nA: Chronic sinusitis.", absent: ["31231"]),
    ServiceNote("HPI: Blood in urine.\nCystoscopy: will be scheduled.\nA: Gross hematuria.", absent: ["52000"]),
    ServiceNote("HPI: Bleeding.\nAnoscopy: grade 1 hemorrhoids.\nA: First degree hemorrhoids.", ["46600"]),
    ServiceNote("BLADDER CLINIC\nHPI: Frequency.\nProc: cystoscopy, normal.\nA: OAB.", ["52000"]),
    // Titles of procedures, and of visits after them.
    ServiceNote(
      "KNEE INJECTION NOTE\nRight knee injection, 40 mg Kenalog injected.\nA: Right knee osteoarthritis.", ["20610-RT"]),
    ServiceNote("POST-OP VISIT\n2 weeks after right knee injection.\nA: Right knee osteoarthritis.", absent: ["20610"]),
    ServiceNote("Op note reviewed. Right knee injection helped.\nA: Right knee osteoarthritis.", absent: ["20610"]),
    // Lesions told before what was done to them.
    ServiceNote("HPI: Bumps.\nA: Common warts. LN2 x4.", ["17110"]),
    ServiceNote("HPI: Bumps.\nA: Eczema. LN2 not needed.", absent: ["17"]),
    // Levels of the spine.
    ServiceNote(
      "PROCEDURE NOTE\nProcedure: L4-5 interlaminar epidural steroid injection, 80 mg Depo-Medrol injected.\nA: Lumbar radiculopathy.",
      ["62323", "J1010*80"]),
    ServiceNote(
      "PROCEDURE NOTE\nProcedure: C7-T1 interlaminar epidural steroid injection, dexamethasone 10 mg injected.\nA: Cervical radiculopathy.",
      ["62321", "J1100*10"], absent: ["62323"]),
    ServiceNote(
      "PROCEDURE NOTE\nProcedure: Left L4 and L5 transforaminal epidural steroid injection.\nA: Lumbar radiculopathy.",
      ["64483-LT", "64484-LT"]),
    ServiceNote(
      "HPI: Back pain. L4-5 TFESI in March helped.\nA: Lumbar radiculopathy.\nP: repeat TFESI, will schedule.",
      absent: ["64483"]),
    // Infusions.
    ServiceNote(
      "Infliximab 500 mg IV infused over 2 hours, no reaction.\nA: Rheumatoid arthritis.",
      ["J1745*50", "96413", "96415"]),
    ServiceNote(
      "HPI: Last infusion 4/1, infliximab 500 mg infused over 2 hours.\nA: Rheumatoid arthritis.",
      absent: ["J1745", "96413"]),
    ServiceNote("A: Iron deficiency anemia.\nP: Will schedule Venofer 200 mg infusion.", absent: ["J1756", "9636"]),
    // A tracing read by the clinician.
    ServiceNote("HPI: Palpitations.\nECG done in office today, my read: AF, LBBB.\nA: Palpitations.", ["93000"]),
    ServiceNote("HPI: Palpitations.\nExam: normal. EKG today: NSR, unchanged from prior.\nA: Palpitations.", ["93000"]),
    // Therapy says whose it is.
    ServiceNote(
      "OCCUPATIONAL THERAPY INITIAL EVALUATION\nDx: Right wrist pain.\nModerate complexity. Therapeutic exercise 15 min.",
      ["97166-GO", "97110-GO"]),
    // A drug injected beside a visit in which others are prescribed.
    ServiceNote(
      "HPI: Flank pain.\nToradol 30 mg IM given today.\nA: Left ureteral stone.\nP: tamsulosin 0.4 mg daily.",
      ["99213-25", "96372", "J1885*2"]),
  ]
}
