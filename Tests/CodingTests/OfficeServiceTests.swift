import ClaimModel
import Coding
import Testing

/// Services of specialties, and lines that say of others where and when they were done.
@Suite struct OfficeServiceTests {
  private static func note(_ found: String, _ assessment: String, procedure: String = "") -> String {
    let done = procedure.isEmpty ? "" : "PROCEDURE\n\(procedure)\n\n"
    return
      "CC: Visit.\n\nEXAM\n\(found)\n\n\(done)ASSESSMENT\n1. \(assessment)\n\nPLAN\nReturn as needed.\n"
  }

  /// A line above a list says that what stands below it was done here, to the next blank line.
  static let lists: [ServiceNote] = [
    ServiceNote(
      "CC: discharge\n\nTesting in clinic (I read the slides):\n Saline wet mount: clue cells, no trich\n KOH: whiff +\n UPT neg\n\nA/P: Bacterial vaginosis\n",
      ["87210", "81025"], absent: ["87220"]),
    ServiceNote(
      "CC: glaucoma\n\nTesting today, interpretation:\nHVF 24-2 OU: superior arcuate defect, mild progression vs 2025\n\nASSESSMENT\n1. Primary open angle glaucoma.\n",
      ["92083"]),
    ServiceNote(
      "CC: wheeze\n\nTx in clinic:\n0920 DuoNeb via HHN\n\nA/P: Asthma exacerbation\n", ["94640", "J7620"]),
    ServiceNote(
      "CC: glaucoma\n\nTesting today:\nOCT RNFL OU: thin\n\nHVF 24-2 at Dr. Ito's office last year\n\nASSESSMENT\n1. Primary open angle glaucoma.\n",
      ["92133"], absent: ["92083"]),
    ServiceNote(
      "CC: fever\n\nVitals T 101.2\nPOCT (separate kits): Influenza A POSITIVE; Influenza B neg. COVID Ag neg.\n\nAssessment: Influenza A\n",
      ["87804-QW", "87804-59-QW", "87811-QW"]),
  ]

  /// Values told beside an earlier one, and tests whose place stands in parentheses.
  static let values: [ServiceNote] = [
    ServiceNote(note("A1c (fingerstick, DCA, here) 8.1, prior 7.6", "Type 2 diabetes."), ["83036-QW"]),
    ServiceNote(note("INR (POC fingerstick): 2.4", "Atrial fibrillation on warfarin."), ["85610-QW"]),
    ServiceNote(note("A1c 8.1 last month, prior 7.6", "Type 2 diabetes."), absent: ["83036"]),
    ServiceNote(note("INR 2.4 at the hospital lab last week.", "Atrial fibrillation."), absent: ["85610"]),
    ServiceNote(
      note("Fingerstick hemoglobin A1c done in the office today: 8.1 (6.9 last summer).", "Type 2 diabetes."),
      ["83036-QW"], absent: ["85018"]),
    ServiceNote(note("PHQ-9 sent through portal, scored: 16.", "Depression."), ["96127"]),
  ]

  /// Tests of an equipped practice: done here, and not what others do.
  static let equipped: [ServiceNote] = [
    ServiceNote(note("Echo done in our office today: EF 55 percent.", "Heart failure."), ["93306"]),
    ServiceNote(note("Echo at the hospital last week: EF 55 percent.", "Heart failure."), absent: ["93306"]),
    ServiceNote(note("CBC run on our own analyzer today: Hgb 12.1.", "Anemia."), ["85025"]),
    ServiceNote(note("CBC drawn here today, sent to Quest.", "Anemia."), absent: ["85025"]),
    ServiceNote(note("VCTE today in clinic: LSM 11.2 kPa.", "Fatty liver."), ["91200"]),
    ServiceNote(
      note("Dual-chamber pacemaker interrogation with programming in person today: normal.", "Sick sinus syndrome."),
      ["93280"], absent: ["93288"]),
    ServiceNote(
      note(
        "Spirometry in our lab today: FEV1 1.3 before, 1.4 after albuterol. TLC 128 percent. DLCO 41 percent.", "COPD."),
      ["94060", "94726", "94729"]),
  ]

  /// Procedures whose account tells more than their name.
  static let accounts: [ServiceNote] = [
    ServiceNote(
      note(
        "", "Postmenopausal bleeding.",
        procedure: "Endometrial biopsy: consent, tenaculum, pipelle to 8 cm, two passes."),
      ["58100"], age: 60),
    ServiceNote(
      "CC: bleeding\n\nEMBx: consent signed, time out. Pipelle to 8 cm.\n\nAssessment:\n1. Postmenopausal bleeding.\n",
      ["58100"], age: 60),
    ServiceNote(
      "Assessment:\n1. Postmenopausal bleeding.\n\nPlan: endometrial biopsy: consent form mailed for next week.\n",
      absent: ["58100"], age: 60),
    ServiceNote(
      note(
        "", "Lumbar spondylosis.",
        procedure:
          "Bilateral medial branch blocks of the L4-L5 and L5-S1 facet joints were performed under fluoroscopy."),
      ["64493-50", "64494-50"], absent: ["64495"]),
    ServiceNote(
      note(
        "", "Effusion of the right knee.",
        procedure: "Right knee aspiration and injection under ultrasound, image saved. 40 mg Kenalog injected."),
      ["20611-RT", "J3301*4"], absent: ["20610"]),
    ServiceNote(
      note(
        "", "Thyroid nodule.",
        procedure: "Fine needle aspiration of the right thyroid nodule was performed under ultrasound guidance."),
      ["10005"], absent: ["10021"]),
    ServiceNote(
      note(
        "", "Corneal foreign body, right eye.",
        procedure:
          "Corneal foreign body of the right eye removed with a needle. At the slit lamp it came out whole, 2 mm from limbus."
      ),
      ["65222-RT"], absent: ["67028"]),
    ServiceNote(
      note(
        "", "Wet macular degeneration, right eye.",
        procedure: "Aflibercept 2 mg was injected 3.5 mm from limbus, right eye."),
      ["67028-RT", "J0178*2"]),
    ServiceNote(
      note(
        "", "Cervical dystonia.",
        procedure: "Botulinum toxin injection for cervical dystonia: 100 units injected into the splenius capitis."),
      ["64616"], absent: ["64615"]),
    ServiceNote(
      note(
        "", "Basal cell carcinoma of the nose.",
        procedure: "Mohs micrographic surgery of the nose was performed in two stages."),
      ["17311", "17312"], age: 70),
    ServiceNote(
      "Plan: refer for Mohs surgery of the nose.\nAssessment: Basal cell carcinoma of the nose.\n", absent: ["17311"],
      age: 70),
    ServiceNote(
      note("", "Low back pain.", procedure: "OMT was performed to the cervical, thoracic and lumbar regions."),
      ["98926"]),
    ServiceNote(
      note(
        "", "Venous ulcer of the right calf.",
        procedure:
          "With a curette slough and devitalized subcutaneous fat were removed down to subcutaneous tissue, area 34.6 sq cm."
      ),
      ["11042", "11045"]),
    ServiceNote(
      note("", "Internal hemorrhoids.", procedure: "Ligator used, one band placed on the left lateral hemorrhoid."),
      ["46221"]),
    ServiceNote(
      note("", "Iliotibial band syndrome.", procedure: "Kinesio tape: one band placed on the thigh."), absent: ["46221"]
    ),
  ]

  /// Words of a practice's own for what was done, and what only looks like it.
  static let manners: [ServiceNote] = [
    ServiceNote(note("Rapid strep (in house): POS", "Strep pharyngitis."), ["87880-QW"], age: 9),
    ServiceNote(note("UDS cup in clinic (read visually): + bup", "Opioid dependence."), ["80305-QW"]),
    ServiceNote(note("M-CHAT due @18.", "Well child."), absent: ["96110"], age: 1),
    ServiceNote(note("Fundus photos OU taken & reviewed: no hemorrhage.", "Type 2 diabetes."), ["92250"]),
    ServiceNote(
      note(
        "", "Hoarseness.",
        procedure: "2. Flexible laryngoscopy: mirror not adequate because of gag. Scope via right nostril."),
      ["31575"]),
    ServiceNote(note("", "Hoarseness.", procedure: "Flexible laryngoscopy: not tolerated."), absent: ["31575"]),
    ServiceNote(
      "Assessment/Plan:\n1. Neoplasm of skin, right upper back - shave bx. Lido w epi, dermablade, AlCl.\n", ["11102"]),
    ServiceNote(
      "Assessment/Plan:\n1. Neoplasm of skin, right upper back - shave bx next visit. Bring the dermablade kit.\n",
      absent: ["11102"]),
    ServiceNote(
      "Exam: trigger finger.\n\nPROCEDURE\nR ring finger flexor sheath at A1, betamethasone (Celestone) 6 mg/1 mL.\n\nAssessment: Trigger finger, right ring.\n",
      ["20550-F8", "J0702*2"]),
    ServiceNote(
      note(
        "With the microscope I removed the impacted wax from both ears using a curette today.",
        "Impacted cerumen, both ears."),
      ["69210-50"]),
    ServiceNote(
      "Exam: normal.\n\nPFTs in our lab today (interpreted by me)\n  Spirometry pre/post albuterol: FEV1 0.92, post FEV1 0.97\n  Plethysmography: TLC 128%\n  DLCO 38%\n\nASSESSMENT\n1. Emphysema.\n",
      ["94060", "94726", "94729"]),
    ServiceNote("EKG today\nEcho last year: EF 55%\n\nAssessment:\n1. Palpitations.\n", absent: ["93306"]),
  ]

  /// What was not done: told of elsewhere, another time, another patient's thing, or only meant to be.
  static let undone: [ServiceNote] = [
    ServiceNote("HPI: In clinic.\n\nTests today:\nRapid strep\nUPT\n\nA/P: Sore throat\n", absent: ["87880", "81025"]),
    ServiceNote(note("Labs drawn today: INR 1.6, bilirubin 2", "Cirrhosis."), ["36415"], absent: ["85610"]),
    ServiceNote(
      note("Labs drawn today and sent to Quest: INR, A1c, CBC.", "Diabetes."), absent: ["85610", "83036", "85025"]),
    ServiceNote(note("Incentive spiro in office 2 L given.", "COPD."), absent: ["94010"]),
    ServiceNote(note("Topography of the lesion is flat, taken photo.", "Melanocytic nevus."), absent: ["92025"]),
    ServiceNote(
      note("", "Hemorrhoids.", procedure: "Elastic band placed on ankle; hemorrhoid inspected."), absent: ["46221"]),
    ServiceNote(note("", "Chronic sinusitis.", procedure: "Rigid scope was cleaned."), absent: ["31231"]),
    ServiceNote(note("", "Hoarseness.", procedure: "Indirect laryngoscopy performed with mirror."), absent: ["31575"]),
    ServiceNote(
      note("", "Desires sterilization.", procedure: "")
        + "Vasectomy: risks reviewed, consent obtained. Date set for 6/20.\n",
      absent: ["55250"], sex: .male),
    ServiceNote(
      "Assessment: Basal cell carcinoma of nose.\nPlan: Mohs surgery: consent obtained, booked with Dr. Lee.\n",
      absent: ["17311"]),
    ServiceNote(
      note(
        "", "Laceration of right knee.",
        procedure: "1% lidocaine was instilled, 2 cm laceration right knee closed with 4 sutures."),
      ["12001"], absent: ["20610"]),
    ServiceNote(
      note(
        "", "Osteoarthritis of right knee.", procedure: "Right knee injected with 40 mg kenalog; US guidance not used."),
      ["20610-RT"], absent: ["20611"]),
    ServiceNote(
      note(
        "", "Thyroid nodule.",
        procedure: "FNA of right thyroid nodule performed by palpation; prior ultrasound showed 2 cm."),
      ["10021"], absent: ["10005"]),
    ServiceNote(
      note("Spirometry performed in office. FEV1 60%. No plethysmography done. Last DLCO 45% in 2024.", "COPD."),
      ["94010"],
      absent: ["94726", "94729"]),
    ServiceNote(
      note(
        "", "Basal cell carcinoma of nose. CKD stage 3.",
        procedure: "Mohs surgery of the nose was performed: one stage, clear. Hx CKD stage 3."),
      ["17311"], absent: ["17312"], age: 70),
    ServiceNote(
      note(
        "Pacemaker interrogation performed in office today. Programmed mode DDDR 60-130, no changes.",
        "Sick sinus syndrome."),
      ["93288"], absent: ["93280"]),
    ServiceNote("Assessment: Charcot-Marie-Tooth (CMT).\nPlan: CMT: genetics given handout.\n", absent: ["98940"]),
    ServiceNote(
      "EMG report review\nHPI: outside nerve conduction study 3 nerves, EMG of one limb 2024.\n\nAssessment: Carpal tunnel syndrome.\n",
      absent: ["95907", "95908", "95885"]),
    ServiceNote(
      note("Slough removed with gauze and saline wash from ulcer.", "Venous ulcer of left calf."),
      absent: ["97597", "11042"]),
    ServiceNote(
      note(
        "", "Impacted cerumen, right ear.",
        procedure: "Right ear lavage performed by irrigation with water; no curette or suction used."),
      ["69209-RT"], absent: ["69210"]),
    ServiceNote(
      "Assessment:\n1. Well child.\n\nPlan: MMR, varicella, DTaP given IM today, influenza (out of stock).\n",
      ["90707"],
      absent: ["90656"], age: 4),
    ServiceNote(
      note("CBC, CMP, TSH drawn in clinic lab today; results to follow.", "Fatigue."),
      absent: ["85025", "80053", "84443"]),
  ]

  /// Drugs that were swallowed, given elsewhere, or are to be given.
  static let swallowed: [ServiceNote] = [
    ServiceNote(
      "Assessment:\n1. Schizophrenia. Paliperidone 6 mg PO daily, haloperidol decanoate 100 mg IM given in clinic today.\n",
      ["J1631*2", "96372"], absent: ["J2426", "96372*2"]),
    ServiceNote(
      "Assessment:\n1. Migraine. Metoclopramide 10 mg given in clinic by mouth, ketorolac 60 mg IM given in clinic today.\n",
      ["J1885*4", "96372"], absent: ["J2765"]),
    ServiceNote(
      "Assessment:\n1. Psoriasis. Stelara 45 mg SC taught self-injection in clinic today.\n",
      absent: ["J3357", "96372"]),
    ServiceNote(
      "Assessment:\n1. End stage renal disease on dialysis with anemia. Procrit 10,000 units SC given in clinic today.\n",
      absent: ["J0885", "96372"]),
    ServiceNote(
      "Assessment: Lung cancer.\nPlan: Pembrolizumab 200 mg IV infusion Friday 10:00 - 10:30 at infusion center.\n",
      absent: ["J9271", "96413"]),
    ServiceNote(
      "HPI: Last infusion 4/20: carboplatin 450 mg IV 10:00 - 11:00 at St Mary.\n\nAssessment: Lung cancer.\n",
      absent: ["J9045", "96413"]),
    ServiceNote(
      "Assessment: Multiple sclerosis, on ocrelizumab infusion 600 mg every 6 months, doing well.\n",
      absent: ["J2350", "96413"]),
    ServiceNote(
      "Assessment: Anemia. Iron sucrose 200 mg infused over 999999999999999999 hours.\n", ["J1756*200"],
      absent: ["96366"]),
    ServiceNote(
      "Infusion\n\nAssessment: Breast cancer\n\nINFUSION RECORD\nPaclitaxel 175 mg/m^2 = 300.5 mg IV infusion over 60 min\n",
      ["J9267*301", "96413"]),
    ServiceNote(
      "Infusion\n\nAssessment: Iron deficiency anemia\n\nINFUSION RECORD\nArrived 08:10, vitals 08:20, Venofer 200 mg IV infusion 11:50 AM - 01:20 PM, left 09:40\n",
      ["J1756*200", "96365"]),
    ServiceNote(
      "Infusion\n\nAssessment: Breast cancer\n\nINFUSION RECORD\nTrastuzumab 6 mg/kg (420 mg) IV infusion over 30 min, discarded 30 mg\n",
      ["J9355*42", "J9355-JW*3", "96413"]),
  ]

  /// What runs into a vein one after the other, by times; drugs that make blood, and what was thrown away.
  static let drugs: [ServiceNote] = [
    ServiceNote(
      "Treatment visit\n\nAssessment: Lung cancer.\n\nTREATMENT RECORD\nPembrolizumab 200 mg in NS 100 mL IV 10:35 - 11:06\nPemetrexed 500 mg/m2 = 900 mg in NS 100 mL IV 11:12 - 11:23\n",
      ["96413", "J9271*200", "96411", "J9305*90"]),
    ServiceNote(
      "Assessment: Iron deficiency anemia.\n\nINFUSION NOTE: Iron sucrose 200 mg undiluted IV push over 5 min.\n",
      ["96374", "J1756*200"]),
    ServiceNote(
      "Assessment:\n1. Anemia of chronic kidney disease. Darbepoetin 60 mcg SC given in clinic today.\n",
      ["J0881*60", "96372"]),
    ServiceNote(
      "Assessment:\n1. Opioid use disorder. Sublocade 300 mg SC left abdomen given today in clinic.\n",
      ["Q9992", "96372"]),
    ServiceNote(
      "Oncology visit\n\nAssessment: Breast cancer.\n\nInfusion record\n0915-0918 dexamethasone 10 mg IVP\n0940-1042 paclitaxel 115 mg /250 NS\n",
      ["96413", "J9267*115", "96375", "J1100*10"]),
    ServiceNote("Assessment:\n1. Severe asthma. Continue Fasenra at home.\n", absent: ["J0517", "96372"]),
  ]

  /// A visit beside a tracing says that it is separate; one beside a picture or a blood test need not.
  static let besides: [ServiceNote] = [
    ServiceNote(
      note("EKG done in the office, my interpretation: sinus rhythm.", "Palpitations."), ["93000", "99213-25"]),
    ServiceNote(note("CXR 2 views, done here and read by me: clear.", "Cough."), ["71046"], absent: ["99213-25"]),
    ServiceNote(
      "PROCEDURE NOTE\nHere for scheduled knee injection, no other problems addressed today.\nRight knee was injected with 40 mg Kenalog.\n\nAssessment: Osteoarthritis of the right knee.\n",
      ["20610-RT"], absent: ["992"]),
  ]

  /// Lists of vaccines that name an illness, and counts of sheets.
  static let counted: [ServiceNote] = [
    ServiceNote(
      "Assessment:\n1. Well child.\n2. Immunizations today: DTaP #4, Hep A #2, influenza (preservative free 0.5 mL), given IM.\n",
      ["90700", "90633", "90656"], age: 1),
    ServiceNote(
      "Medicare wellness visit\nFlu shot today.\nAssessment:\n1. Flu vaccine - Fluzone High-Dose 0.5 mL IM L deltoid given by RN\n",
      ["90662", "G0008"], absent: ["90656", "G0008*2"], age: 74),
    ServiceNote(
      note("Vanderbilt follow up - parent (today) and teacher (brought in): both scored.", "ADHD, combined type."),
      ["96127*2"], age: 9),
  ]

  /// Lines that begin with the name of a test, tests in a practice's own laboratories, nerves listed one by one, and what only looks so.
  static let openings: [ServiceNote] = [
    ServiceNote(
      "CC: cough\n\nSpirometry in office pre & post albuterol: FEV1 82% -> 95%.\nA1c fingerstick in clinic today 7.6 (last 7.9).\n\nAssessment: Asthma. Diabetes.\n",
      ["94060", "83036-QW"]),
    ServiceNote(
      "CC: glare\n\nGonio (today, 4 mirror) open to CBB 360 OU\nPachs (today) OD 552 OS 549\n\nAssessment: Glaucoma suspect, low risk.\n",
      ["92020", "76514"]),
    ServiceNote(
      note("LACTULOSE BREATH TEST, done here this AM, analysed in office: hydrogen rise at 60 min.", "Bloating."),
      ["91065"]),
    ServiceNote(
      "NEW PATIENT\nElectrodiagnostic study, performed by me today:\n Motor: R median, R ulnar, L median, L ulnar.\n Sensory: R median D2, R ulnar D5, L median D2, L ulnar D5.\n Findings: median latency R 5.6.\n\nAssessment: Bilateral carpal tunnel syndrome.\n",
      ["95910"]),
    ServiceNote(
      "RESULTS\nUrine pregnancy test in office prior to medications: negative.\nLabs in office lab: CBC automated diff - WBC 4.9 Hb 12.4 plt 211.\n\nAssessment: Migraine.\n",
      ["81025", "85025"]),
    ServiceNote(
      note("PHQ-9 17, PCL-5 48 - both completed on tablet, scored, in chart.", "PTSD."), ["96127*2"]),
    ServiceNote(
      "Psychiatry - Medication management and psychotherapy\nPsychotherapy, 18 minutes, separate from medication work.\n\nAssessment\nMajor depressive disorder, recurrent, severe.\n\nPlan: Venlafaxine XR to 225. Therapy weekly with LCSW. Return 2 weeks.\nD. Ostrow, MD\n",
      ["90833", "99214"], absent: ["90832"]),
    ServiceNote(
      note(
        "Vision photoscreen - machine down, do at 15 mo.\nAudiology (our audiologist, after wax removal): see report.",
        "Peanut allergy. Ara h 2 IgE at lab (ordered, not drawn here). NSTs weekly from 36, here. HVF 24-2 in 1 mo, not today."
      ), ["99212"], absent: ["99177", "69209", "36415", "59025", "92083"]),
    ServiceNote(
      "PAST HISTORY\n\nSurgical\nHysterectomy, 1996.\n\nProcedures\nColonoscopy 5-6 years ago.\n\nAssessment:\n1. Anemia.\n",
      ["99213"], absent: ["45378"]),
    ServiceNote(
      note("No xrays today: hand/foot films were done at Imaging Ctr in Dec, reviewed.", "Arthritis."), ["99213"],
      absent: ["73"]),
  ]

  /// Tests of others, of other days, and what an office does on other days, though lines begin with them.
  static let others: [ServiceNote] = [
    ServiceNote(
      "CC: cough\n\nA1c at diabetes clinic 8.1.\nEKG in clinic of my partner showed LBBB.\nSpirometry in pulmonology clinic showed FEV1 62%.\nUA in clinic at 3 mo.\nA1c in office 5/1/26 was 8.2.\n\nAssessment: Cough.\n",
      ["99213"], absent: ["83036", "9300", "940", "8100"]),
    ServiceNote(
      note(
        "Cerumen. Impacted cerumen removed with curette from right ear; right and left ear canals inspected.",
        "Cerumen impaction, right ear."), ["69210-RT"]),
    ServiceNote(
      "Past surgical history\nTonsillectomy\n\nProcedure: Vasectomy performed under local.\n\nAssessment:\n1. Cough\n\nPlan: Cryotherapy is done here by Dr. Lee on Fridays. Teach self paring of 2 calluses with pumice. Office spirometry 4 weeks.\n",
      ["99213"], absent: ["55250", "17", "1105", "940"]),
    ServiceNote(
      "Individual therapy\n45 minutes of psychotherapy. Sertraline by PCP.\n\nAssessment: Generalized anxiety disorder.\nJane Roe, LCSW\nErie, PA 16501\n",
      ["90834"], absent: ["99", "90836"]),
    ServiceNote(
      "NEW PATIENT\nElectrodiagnostic study, performed by me today:\n Motor: R median, R ulnar.\n Sensory: R median, R ulnar, R radial not done.\n F waves: R median, R ulnar. History right median neuropathy.\n\nAssessment: Carpal tunnel syndrome.\n",
      ["95908"]),
  ]

  @Test(
    arguments: lists + values + equipped + accounts + manners + undone + swallowed + drugs + besides + counted
      + openings + others)
  func anOfficesServiceIsFound(
    note: ServiceNote
  ) throws {
    try note.expectLines()
  }
}
