import ClaimModel
import Coding
import Testing

/// Whole visits of many specialties, labelled with their diagnoses and services by the guidelines before they were coded.
@Suite struct ClinicVisitTests {
  @Test(arguments: visits) func aVisitIsCodedAsACoderWould(visit: LabelledVisit) throws {
    try visit.expectCodes(by: TestCoder.coder.get())
  }

  static let visits: [LabelledVisit] = [
    // AWV subsequent; unchanged refills no separate E/M; dx Z00.00 with chronic stable.
    LabelledVisit(
      """
      MEDICARE ANNUAL WELLNESS VISIT - SUBSEQUENT
      Date of last AWV: 04/2025
      HRA completed and reviewed. Providers/suppliers list updated. Functional status: independent in ADLs and IADLs. Fall risk: no falls in past year. Cognitive: Mini-Cog 5/5. Depression: PHQ-2 0.
      PMH: HTN, hyperlipidemia, BPH s/p nothing.
      Medications: amlodipine 5 mg, rosuvastatin 10 mg, tamsulosin 0.4 mg
      BP 128/74, BMI 26.1
      Written screening schedule and personalized prevention plan given. Advance directive on file.
      A/P:
      1. Medicare annual wellness visit, subsequent - plan given as above
      2. Essential hypertension - at goal, continue amlodipine, refilled
      3. Hyperlipidemia - continue rosuvastatin, refilled
      4. BPH without urinary symptoms - continue tamsulosin
      """, ["Z0000", "I10", "E785", "N400"], lines: ["G0439"], age: 74, sex: .male, payer: "Medicare Part B",
      isNew: false),
    // IPPE G0402 + its screening ECG G0403.
    LabelledVisit(
      """
      WELCOME TO MEDICARE VISIT (IPPE)
      Pt enrolled in Part B 3 months ago. Medical/social hx, family hx reviewed. Depression screen PHQ-9 score 2. Functional ability and safety reviewed, no hearing problems. Visual acuity 20/25 OU. Ht 163 cm Wt 70 kg BMI 26.3 BP 122/70.
      End-of-life planning discussed. Education and referral list given: mammogram, bone density, colonoscopy due.
      Screening EKG performed today with interpretation and report: normal sinus rhythm, no ST changes.
      Assessment: Initial preventive physical examination. No abnormal findings. Hypothyroidism, stable on levothyroxine 75 mcg, no change.
      Plan: screening mammogram and DEXA ordered. RTC 1 yr for AWV.
      """, ["Z0000", "E039"], lines: ["G0402", "G0403"], age: 65, sex: .female, payer: "Medicare Part B", isNew: false),
    // Aftercare musculoskeletal surgery I.C.21.c.7; within the 90-day global: 99024.
    LabelledVisit(
      """
      ORTHOPAEDICS - POST-OP VISIT
      Date of surgery: 04/14/2026. Procedure: right shoulder arthroscopic rotator cuff repair with subacromial decompression.
      Pt is 4 weeks out. Pain 3/10, off narcotics. Sleeping in recliner. Wearing sling as directed. No fever, no drainage.
      EXAM: Portals healed, no erythema. Passive forward elevation 110. Sensation intact axillary nerve.
      IMPRESSION: 4 weeks status post right rotator cuff repair, doing well.
      PLAN: Continue sling 2 more weeks. Start passive ROM in physical therapy. F/u 6 weeks.
      """, ["Z4789"], lines: ["99024"], age: 58, sex: .male, isNew: false),
    // Aftercare of the digestive system, told in the assessment only; within the global period: 99024.
    LabelledVisit(
      """
      s/p laparoscopic cholecystectomy 10 days ago. Tolerating diet. Incisions clean/dry/intact. Staples removed today. No fever.
      A/P: Doing well postop. Diet as tolerated. RTC prn.
      """, ["Z48815"], lines: ["99024"], age: 41, sex: .female, isNew: false),
    // Caught in a door at a building site; first encounter: cause and place (I.C.20).
    LabelledVisit(
      """
      HPI: carpenter, jammed right ring finger in a door at a construction site 2 days ago.
      PE: swelling, tender middle phalanx right ring finger, NV intact.
      XR right ring finger 3 views obtained here: nondisplaced fracture of the middle phalanx.
      A: Closed nondisplaced fracture of middle phalanx of right ring finger.
      P: Finger splint applied. F/u 1 week.
      """, ["S62654A", "W230XXA", "Y9261"], lines: ["99213-25", "73140-F8", "29130-F8"], age: 34, sex: .male,
      isNew: false),
    // New patient comprehensive eye examination with initiation of program; refraction 92015.
    LabelledVisit(
      """
      OPHTHALMOLOGY NEW PATIENT COMPREHENSIVE EXAM
      CC: blurry vision both eyes, glare at night x 1 yr
      POHx: none. Meds: none.
      VA cc OD 20/50 OS 20/60. Manifest refraction performed: OD +1.25 -0.75 x 090, OS +1.50 -0.50 x 085, add +2.50.
      Pupils PERRL no APD. CVF full. EOM full. IOP 14/15 (Goldmann).
      SLE: lids/lashes nl, K clear, AC deep and quiet, lens 2+ NS OU.
      DFE (tropicamide/phenyl): discs 0.3 sharp, macula flat, vessels nl, periphery attached OU.
      Assessment:
      1. Age-related nuclear sclerotic cataract, both eyes - visually significant, discussed surgery, pt wants to wait.
      2. Presbyopia OU - new glasses Rx given.
      Plan: RTC 6 months.
      """, ["H2513", "H524"], lines: ["92004", "92015"], age: 69, sex: .female, isNew: true),
    // Planned minor procedure, single chalazion; E3 right upper lid.
    LabelledVisit(
      """
      Eye clinic, established patient
      Subjective: bump on right upper eyelid for 2 months, not better with warm compresses. Here for removal as planned at last visit.
      Objective: RUL 5 mm firm nontender nodule.
      Procedure note: Chalazion incision and curettage, right upper lid. Topical tetracaine, 1 mL 2% lidocaine injected. Chalazion clamp placed, lid everted, vertical incision, contents curetted. Erythromycin ointment applied. No complications.
      Assessment: Chalazion right upper eyelid.
      Plan: ointment BID x 5 days, rtc prn.
      """, ["H0011"], lines: ["67800-E3"], age: 41, sex: .female, isNew: false),
    // Permanent removal of nail and matrix; TA left great toe; decision part of procedure.
    LabelledVisit(
      """
      PODIATRY   est pt
      S: 17 yo M w/ painful ingrown toenail L big toe, 3rd time this yr. Failed soaks and abx.
      O: L hallux lateral border incurvated w/ tender nail fold, scant granulation, no pus.
      P: Risks/benefits reviewed w/ pt and mom, consent signed. Digital block L hallux 3 cc 1% lido plain. Tourniquet. Lateral nail border avulsed, matrix destroyed w/ 89% phenol x 3 applications, alcohol flush. Dressing applied.
      A: Ingrown toenail, left great toe - phenol matrixectomy done today
      Soak BID, f/u 2 wk
      """, ["L600"], lines: ["11750-TA"], age: 17, sex: .male, isNew: false),
    // Tendon sheath injection with finger modifier F8; J3301 per 10 mg; planned.
    LabelledVisit(
      """
      HAND CLINIC
      Established patient. Returns with continued catching of her right ring finger, worse in the morning. She tried splinting and NSAIDs for 6 weeks. She wants the injection we discussed last time.
      Exam: tender nodule A1 pulley right ring finger with triggering, no locking.
      Impression: Trigger finger, right ring finger.
      Procedure: Right ring finger flexor tendon sheath injection. Skin prepped with alcohol. 0.5 mL of 1% lidocaine and 10 mg triamcinolone acetonide injected into the tendon sheath at the A1 pulley. Tolerated well.
      Follow up 6 weeks, surgery if it recurs.
      """, ["M65341"], lines: ["20550-F8", "J3301"], age: 55, sex: .female, isNew: false),
    // I.C.19.a/20; place and activity at initial encounter; simple repair finger <=2.5 cm; decision included.
    LabelledVisit(
      """
      URGENT CARE
      34 y.o. new patient cut her left index finger with a kitchen knife while chopping vegetables in the kitchen of her house 2 hours ago. Bleeding controlled with pressure. Last tetanus > 10 years ago. No numbness.
      Exam: 2 cm linear laceration volar left index finger middle phalanx, no tendon or nerve injury, cap refill < 2 s, FROM.
      Procedure: Digital block 1% lidocaine. Irrigated with 250 mL saline. No foreign body. Closed with 4 interrupted 5-0 nylon sutures. Sterile dressing.
      Tdap 0.5 mL IM given left deltoid.
      Diagnosis: Laceration of left index finger without foreign body.
      Plan: keep clean and dry. Suture removal 10 days.
      """, ["S61211A", "W260XXA", "Y92010", "Y93G1", "Z23"], lines: ["12001-F1", "90715", "90471"], age: 34,
      sex: .female,
      place: "20", isNew: true),
    // Worse chronic + Rx: moderate; psychotherapy 16-37 minutes beside E/M = 90833.
    LabelledVisit(
      """
      PSYCHIATRY FOLLOW-UP, established
      Interval: Mood lower over past month after job loss, sleeping 4 h, poor appetite. Worries constantly. Denies SI/HI. Takes sertraline 100 mg daily.
      MSE: dysphoric, psychomotor slowing, no psychosis.
      Assessment:
      1. Major depressive disorder, recurrent, moderate - worsening
      2. Generalized anxiety disorder
      Plan: Increase sertraline to 150 mg. Add hydroxyzine 25 mg qhs prn.
      Psychotherapy: 22 minutes of supportive and cognitive-behavioral psychotherapy, separate from the E/M service, addressing job loss and rumination.
      RTC 3 weeks.
      """, ["F331", "F411"], lines: ["99214", "90833"], age: 46, sex: .male, isNew: false),
    // Biopsy and ECC at colposcopy 57454; planned.
    LabelledVisit(
      """
      COLPOSCOPY CLINIC
      33-year-old established patient referred for colposcopy for LSIL Pap with positive high-risk HPV.
      Procedure: Colposcopy of the cervix including upper adjacent vagina. Acetic acid applied. Transformation zone fully seen. Acetowhite epithelium at 12 o'clock. Cervical biopsy taken at 12 o'clock, endocervical curettage performed. Monsel's solution. Hemostasis good.
      Impression: Low grade squamous intraepithelial lesion on cytology of cervix, HPV high risk positive.
      Plan: await pathology, result by phone in 2 weeks.
      """, ["R87612", "R87810"], lines: ["57454"], age: 33, sex: .female, isNew: false),
    // I.C.9.a; acute on chronic systolic I50.23; nonischemic cardiomyopathy I42.8; chronic worse + Rx moderate; 99214-25 with ECG.
    LabelledVisit(
      """
      Dear Dr. Pell,

      I had the pleasure of seeing your patient, Mrs. Iverson, in cardiology follow-up today. She is a 72-year-old woman with chronic systolic heart failure due to nonischemic cardiomyopathy, persistent atrial fibrillation and hypertension. Since I last saw her she has gained 6 pounds and has more swelling and dyspnea on one flight. She takes apixaban, carvedilol, sacubitril-valsartan and furosemide 20 mg.

      On examination her blood pressure was 134/78, pulse 84 and irregular. There was 1+ edema and faint basal crackles.

      An electrocardiogram performed in the office today, which I interpreted, shows atrial fibrillation at 84 with no acute ST changes.

      In summary, Mrs. Iverson has acute on chronic systolic heart failure, mildly decompensated, with hypertension, persistent atrial fibrillation and cardiomyopathy. I have increased furosemide to 40 mg daily, ordered a basic metabolic panel and BNP, and will see her in one week. She will continue apixaban.

      Sincerely yours,
      """, ["I110", "I5023", "I4819", "I428", "Z7901"], lines: ["99214-25", "93000"], age: 72, sex: .female,
      isNew: false),
    // Chronic with exacerbation, Rx; neb with its unit dose; tobacco 3-10 min.
    LabelledVisit(
      """
      PULM CLINIC - EST
      S: 63 M w/ COPD c/o 4d ↑ SOB, cough w/ yellow sputum, wheeze. Smokes 1 ppd x 40 yr. Using albuterol q4h.
      O: T 98.4 HR 96 RR 22 SpO2 92% RA. Diffuse exp wheeze. No edema.
      Albuterol/ipratropium nebulizer treatment given in office w/ improvement, SpO2 95%.
      A: 1. COPD w/ acute exacerbation  2. Nicotine dependence, cigarettes
      P: Prednisone 40 x5d, doxy 100 BID x7d. Spent 5 minutes counseling on smoking cessation, NRT offered. F/u 1 wk.
      """, ["J441", "F17210"], lines: ["99214-25", "94640", "99406", "J7620"], age: 63, sex: .male, isNew: false),
    // M05.79 multiple sites; problem moderate.
    LabelledVisit(
      """
      RHEUMATOLOGY RETURN VISIT
      52 y/o woman with seropositive rheumatoid arthritis of multiple sites on methotrexate 15 mg weekly and folic acid. Morning stiffness 90 min, swollen MCPs.
      Exam: synovitis MCP 2-3 bilaterally, wrists tender. CDAI 18.
      Labs reviewed: CBC, CMP normal, ESR 42.
      Impression: Seropositive rheumatoid arthritis, moderately active, not at target. Long-term methotrexate, high risk drug monitoring.
      Plan: Increase methotrexate to 20 mg weekly, monitor CBC/CMP every 8 weeks for toxicity. RTC 3 months.
      """, ["M0579", "Z79631"], lines: ["99214"], age: 52, sex: .female, isNew: false),
    // Chemodenervation migraine; JW wasted units (Medicare).
    LabelledVisit(
      """
      NEUROLOGY PROCEDURE VISIT
      Patient returns for scheduled onabotulinumtoxinA for chronic migraine, 3rd cycle. Headache days down from 22 to 9 per month.
      Procedure: PREEMPT protocol, 155 units Botox injected in 31 sites across frontalis, corrugator, procerus, occipitalis, temporalis, trapezius and cervical paraspinal muscles bilaterally. 200-unit single-dose vial, 45 units discarded. No complications.
      Diagnosis: Chronic migraine without aura, not intractable.
      Return 12 weeks.
      """, ["G43709"], lines: ["64615", "J0585*155", "J0585-JW*45"], age: 48, sex: .female, payer: "Medicare Part B",
      isNew: false),
    // Two or more allergen injections.
    LabelledVisit(
      """
      ALLERGY CLINIC - IMMUNOTHERAPY
      Here for maintenance allergy shots. No reaction to last injections. Peak flow 480.
      Two allergy injections given: vial A (trees/grass pollen) 0.5 mL SQ left arm; vial B (cat/dust mite) 0.5 mL SQ right arm. Observed 30 minutes, no reaction.
      Diagnosis: Allergic rhinitis due to pollen; allergic rhinitis due to animal dander;
      """, ["J301", "J3081"], lines: ["95117"], age: 22, sex: .male, isNew: false),
    // Nondisplaced Colles': index Fracture, Colles' S52.53-; trip on rug: W18.09? strictly W01.0 (fall same level from tripping).
    LabelledVisit(
      """
      ORTHOPEDIC NEW PATIENT VISIT
      61-year-old right-handed female who tripped on a rug in her living room (single family house) yesterday and landed on her outstretched right hand. Wrist pain and swelling.
      Exam: right wrist swollen, tender distal radius, NV intact, skin intact.
      X-ray right wrist 3 views today in office: nondisplaced extra-articular fracture of distal radius (Colles' type without displacement).
      Assessment: Closed nondisplaced Colles' fracture of right radius.
      Plan: Closed treatment without manipulation. Short arm cast applied today. Fracture precautions, elevate. Return in 1 week for repeat x-ray. Discussed osteoporosis screening.
      """, ["S52531A", "W010XXA", "Y92018"], lines: ["99203-57", "25600-RT", "73110-RT"], age: 61, sex: .female,
      isNew: true),
    // Within 90 days of 25600; x-ray billable.
    LabelledVisit(
      """
      ORTHO - FRACTURE FOLLOW UP, in global
      61F, 3 wks s/p closed treatment of right Colles fracture (DOI 4/20/26, treated by me 4/21). In short arm cast. Pain 2/10.
      X-ray R wrist 3 views obtained in office today: alignment maintained, early callus.
      Cast intact, fingers full ROM, NVI.
      A: Closed Colles' fracture right radius, routine healing.
      P: Cast 3 more weeks.
      """, ["S52531D"], lines: ["99024", "73110-RT"], age: 61, sex: .female, isNew: false),
    // BPH treated separately w/ finasteride: chronic not controlled + Rx; nocturia R35.1, weak stream R39.12; order: hematuria main reason.
    LabelledVisit(
      """
      UROLOGY
      CC: gross hematuria. Est. patient.
      67 M, BPH with nocturia x3 and weak stream on tamsulosin, one episode of painless gross hematuria 2 wks ago. CT urogram (reviewed report 5/1) no stone/mass. Here for cystoscopy.
      Procedure: Flexible cystourethroscopy performed with 2% lidocaine jelly. Urethra nl. Prostate trilobar enlargement, friable. Bladder no tumors, moderate trabeculation. UOs orthotopic.
      UA dip in office, non-automated w/o micro: trace blood, otherwise neg.
      Impression: Gross hematuria, likely prostatic. BPH with LUTS (nocturia, weak stream).
      Plan: start finasteride 5 mg daily for BPH. PSA. F/u 6 months.
      """, ["R310", "N401", "R351", "R3912"], lines: ["99214-25", "52000", "81002"], age: 67, sex: .male, isNew: false),
    // Nondisplaced simple supracondylar left initial; fall from playground equipment W09.8; school Y92.21-; E/M: acute complicated injury?.
    LabelledVisit(
      """
      URGENT CARE PEDS, new
      8 y/o F fell off monkey bars at school playground at recess today, landed L arm. Elbow pain, won't bend.
      PE: L elbow swollen, tender supracondylar; radial pulse 2+, AIN/ulnar/radial intact.
      XR L elbow 2 views here: nondisplaced supracondylar fx humerus w/ posterior fat pad.
      Posterior long arm splint applied, sling.
      Impression: closed nondisplaced supracondylar fracture left humerus without intercondylar extension
      Plan: Ibuprofen. Peds ortho in 3 days. NPO not needed. History obtained from father.
      """, ["S42415A", "W098XXA", "Y92219"], lines: ["99203-25", "73070-LT", "29105-LT"], age: 8, sex: .female,
      place: "20", isNew: true),
    // First AWV G0438; Medicare flu administration G0008; Z23.
    LabelledVisit(
      """
      Annual Wellness Visit, Initial (Medicare)
      HPI: 70 y.o. female, Part B for 5 years, here for her first annual wellness visit. HRA reviewed. Lives alone, independent with ADLs. No falls. Mini-Cog 4/5. PHQ-2 score 0.
      PMH: T2DM, hypothyroid.
      Meds: metformin ER 500 mg, levothyroxine 50 mcg.
      Vitals: BP 126/70, BMI 27.
      Assessment and Plan:
      1. Medicare annual wellness visit, initial: personalized prevention plan provided, screening schedule updated.
      2. Type 2 diabetes mellitus without complication: A1c last month 6.6, continue metformin.
      3. Hypothyroidism: stable, continue levothyroxine.
      4. Immunization due: high-dose flu vaccine (Fluzone HD) given IM left deltoid today.
      """, ["Z0000", "E119", "E039", "Z23", "Z7984"], lines: ["G0438", "90662", "G0008"], age: 70, sex: .female,
      payer: "Medicare Part B", isNew: false),
    // Mild NPDR bilateral; lens nuclear sclerosis H25.13; both insulin & oral Z79.4 Z79.84.
    LabelledVisit(
      """
      EYE CLINIC est pt
      CC: 1 yr diabetic eye exam. T2DM x 12y on metformin and glargine, A1c 7.4.
      VA cc 20/25 OD 20/25 OS. IOP 16/17. Pupils no APD.
      SLE: l/l nl, conj quiet, K clear, lens 1+ NS OU
      DFE: c/d 0.3 OU, few MAs OU, no CSME, vessels nl, periphery flat
      OCT macula OU performed and interpreted: no edema OU.
      A/P
      1. T2DM with mild NPDR without macular edema OU - A1c control, report to PCP
      2. Nuclear sclerosis OU - monitor
      RTC 12 mo
      """, ["E113293", "H2513", "Z794", "Z7984"], lines: ["92014", "92134"], age: 64, sex: .female, isNew: false),
    // Screening first, D12.5 for polyp? path pending: K63.5.
    LabelledVisit(
      """
      COLON SCREENING CONSULT? direct access colonoscopy
      Procedure: Colonoscopy to cecum
      Indication: screening, average risk, first colonoscopy
      Findings: 8 mm sessile polyp in the sigmoid colon, removed with cold snare, retrieved. Internal hemorrhoids small. Prep good.
      Impression: Sigmoid colon polyp removed. Internal hemorrhoids.
      Plan: await path, repeat in 7 years.
      """, ["Z1211", "K635", "K648"], lines: ["45385-33"], age: 55, sex: .male, place: "24", isNew: false),
    // ACL suspected not coded; sprain of left knee unsp S83.92XA; effusion integral; X50.1? twisting - external cause 'X50.1' uncertain; level low pr
    LabelledVisit(
      """
      Sports medicine new pt
      19 y/o college soccer player, twisted L knee while playing soccer at the university soccer field yesterday, pop, swelling. Lachman 2+, McMurray neg.
      XR L knee 4 views here: effusion, no fx (my read).
      Assessment: Left ACL tear, complete, acute - suspected; MRI ordered. Left knee effusion / sprain of left knee.
      Plan: hinged brace, crutches, RICE, naproxen 500 BID Rx. MRI L knee.
      """, ["S8392XA", "Y92322", "Y9366"], lines: ["99203", "73564-LT"], age: 19, sex: .male, isNew: true),
    // Laceration other part of head (chin) S01.81XA; struck furniture W22.03XA? fell striking furniture W18.09/W01.190.
    LabelledVisit(
      """
      Peds: 22 mo F est. Fell off a chair in the living room of the apartment 1 hr ago, cut chin. No LOC.
      PE 1.2 cm lac chin, clean, superficial.
      Repair: LET, cleaned, closed w/ Dermabond tissue adhesive.
      Dx: chin laceration
      """, ["S0181XA", "W07XXXA", "Y92038"], lines: ["12011"], age: 2, sex: .female, isNew: false),
    // Prick tests 95004 per test; 2+ chronic; Rx; H10.13 acute atopic? allergic conj: H10.45 other chronic allergic; index Conjunctivitis allergic ac
    LabelledVisit(
      """
      Allergy new pt. Seasonal sneezing, itchy eyes, spring/fall. Cat at home.
      Skin prick testing performed today, 40 percutaneous allergens with controls, interpreted: + trees, ragweed, cat.
      Dx: Seasonal allergic rhinitis due to pollen; allergic rhinitis due to cat; allergic conjunctivitis both eyes
      Plan: fluticasone, olopatadine drops Rx, avoidance, discussed immunotherapy.
      """, ["J301", "J3081", "H1013"], lines: ["99204-25", "95004*40"], age: 31, sex: .male, isNew: true),
    // IV.M; 2 stable chronic; Rx mgmt.
    LabelledVisit(
      """
      Preop history and physical, Medicare, established. Seen for surgical clearance: R cataract surgery 6/20 Dr Fine. HTN, COPD stable. Exam ok. ECG not needed.
      Assessment: Preoperative medical evaluation, cleared, low risk. Age-related nuclear cataract right eye. HTN stable, continue HCTZ. COPD stable, continue tiotropium.
      """, ["Z01818", "H2511", "I10", "J449"], lines: ["99214"], age: 65, sex: .male, payer: "Medicare Part B",
      isNew: false),
    // Contusion R thumb with nail damage S60.111A; struck by hammer: W27.0? contact with workbench tool.
    LabelledVisit(
      """
      Work injury - occupational med, new. Struck R thumb with hammer at construction site today.
      PE: R thumbnail subungual hematoma 60%, tender distal phalanx, no lac.
      XR R thumb 3 views: no fracture (read by me).
      Procedure: trephination of R thumbnail w/ electrocautery, blood evacuated, relief.
      Dx: Contusion of right thumb with damage to nail (subungual hematoma)
      """, ["S60111A", "W278XXA", "Y9261", "Y990"], lines: ["99203-25", "11740-F5", "73140-F5"], age: 37, sex: .male,
      isNew: true),
    // MS RR: G35.A since Oct 2025; N31.9; N39.41; G2211 documented longitudinal.
    LabelledVisit(
      """
      Longitudinal primary care visit, est Medicare (disabled). I continue to serve as the focal point for all her care.
      MS relapsing-remitting on ocrelizumab, stable; neurogenic bladder w/ urge incontinence worse; depression mild recurrent stable on bupropion.
      A/P
      1. Relapsing remitting MS - stable per neuro.
      2. Neurogenic bladder with urge incontinence - worse, start mirabegron 25 mg.
      3. MDD, recurrent, mild - continue bupropion
      Longitudinal care plan updated.
      """, ["G35A", "N319", "N3941", "F330", "Z79620"], lines: ["99214", "G2211"], age: 60, sex: .female,
      payer: "Medicare Part B", isNew: false),
  ]

  /// What a list of vaccines protects from is no finding of the check-up.
  @Test func aListOfVaccinesIsNoListOfDiseases() throws {
    let visit = LabelledVisit(
      """
      WELL CHILD VISIT 12 MONTHS
      No concerns. Exam normal.
      Assessment: Well child, normal growth and development.
      Vaccines given today IM: MMR, varicella, hepatitis A.
      """, [], lines: [], age: 1, sex: .male)
    #expect(try visit.coded(by: TestCoder.coder.get()).diagnoses == ["Z00129", "Z23"])
  }

  // MARK: What must not be coded

  @Test(arguments: [
    // A year after the operation nothing of its fee is left.
    LabelledVisit(
      """
      ORTHOPEDICS - POST-OP VISIT
      Patient is 14 months out from right rotator cuff repair. Some ache with overhead work, exam with full strength.
      IMPRESSION: Status post right rotator cuff repair, doing well.
      PLAN: Home exercises. Return as needed.
      """, [], lines: ["99024"], age: 60, sex: .male),
    // Development is global, and no visit is.
    LabelledVisit(
      """
      ASSESSMENT
      1. Global developmental delay, stable. Continue therapies.
      """, [], lines: ["99024"], age: 3, sex: .female),
    // Others have no visit with Medicare.
    LabelledVisit(
      """
      Annual wellness visit. No concerns.
      ASSESSMENT
      1. Annual physical examination, normal.
      """, [], lines: ["G0439", "G0438"], age: 40, sex: .female),
    // Nothing is left over of what comes for many doses, and others than Medicare do not ask.
    LabelledVisit(
      """
      PROCEDURE
      The right knee joint was injected with 40 mg of Kenalog. 10 mg were discarded.
      ASSESSMENT
      1. Primary osteoarthritis of right knee.
      """, [], lines: ["J3301-JW", "J3301*4-JZ"], age: 60, sex: .female),
    // A school of long ago is not where it happened, and later visits do not tell the place.
    LabelledVisit(
      """
      HPI: Twisted right ankle yesterday on stairs. She used to play soccer in high school and injured the other one then.
      ASSESSMENT
      1. Sprain of right ankle.
      """, ["Y92213", "Y9366"], lines: [], age: 30, sex: .female),
  ])
  func whatIsNotThereIsNotCoded(visit: LabelledVisit) throws {
    let coded = try visit.coded(by: TestCoder.coder.get())
    #expect(!coded.diagnoses.isEmpty)
    #expect(Set(coded.diagnoses).isDisjoint(with: visit.diagnoses), "\(coded.diagnoses)")
    #expect(Set(coded.lines).isDisjoint(with: visit.lines), "\(coded.lines)")
  }
}
