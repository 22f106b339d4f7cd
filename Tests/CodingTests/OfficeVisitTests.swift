import ClaimModel
import Coding
import Testing

/// Visits of family and internal medicine, pediatrics, women's health, psychiatry, endocrinology, nephrology, infectious disease, an
/// emergency department and nursing homes, in the terse manner of their clinics, labelled before they were coded.
@Suite struct OfficeVisitTests {
  @Test(arguments: visits) func aTerseVisitIsCodedAsACoderWould(visit: LabelledVisit) throws {
    try visit.expectCodes(by: TestCoder.coder.get())
  }

  static let visits: [LabelledVisit] = [
    // Dictated in one line: the assessment has no heading of its own, and its last sentence names a problem (I.B.14).
    LabelledVisit(
      """
      Date of visit 5/8/2026. Dictated.
      Mr. Alvarez is a 66-year-old gentleman who comes in today for follow-up of his persistent atrial fibrillation. He is on Eliquis 5 twice a day with no bleeding, rate is well controlled on metoprolol succinate 50, he has had no palpitations no syncope no chest pain. He does have a history of TIA back in 2019 with no residual. He asked about a Watchman and I told him cardiology would address that. His weight is up 4 pounds and he admits he has not been walking. On exam blood pressure 126/72, pulse 74 irregularly irregular, lungs clear, no edema.
      Assessment and plan: Persistent atrial fibrillation, rate controlled, continue apixaban and metoprolol. History of TIA, continue anticoagulation. Class 2 obesity with BMI 36.4, worse, dietitian referral and we discussed calorie goals. I will see him in six months.
      """, ["I4819", "Z8673", "E66812", "Z6836", "Z7901"], lines: ["99214"], age: 66, sex: .male),
    // What a bleeding is suspected of is not coded (IV.H), nor the drug that is stopped; the anemia is new.
    LabelledVisit(
      """
      05/11/2026 IM office visit
      CC: tired x 3 mo
      58 yo F. Fatigue, craves ice. No melena, BRBPR, menses stopped at 51. Takes naproxen for knees most days. No wt loss. No FH colon ca.
      PE: pale conj. Abd soft NT. Rectal: deferred.
      Reviewed outside labs from 5/1: Hgb 9.8 MCV 72, ferritin 6, TSH nl.
      A/P:
      1. Iron deficiency anemia, new. Suspect chronic GI blood loss from NSAIDs, r/o malignancy. Start FeSO4 325 qod. GI referral for EGD/colonoscopy. tTG IgA ordered. Stop naproxen.
      2. Fatigue, due to above.
      F/u 4 wk with CBC.
      """, ["D509"], lines: ["99214"], age: 58, sex: .female),
    // A child of one year: what is given is named like the diseases.
    LabelledVisit(
      """
      WELL CHILD CHECK - 12 MONTHS
      DOS: 5/12/2026
      Informant: mother. Concerns: none. Diet: whole milk 16 oz, table foods. Sleep: through night. Elimination: nl.
      Dev: cruises, 2 words, pincer. ASQ-3 completed, scored and reviewed: above cutoff all areas.
      ROS: neg except as above
      PE: wt 50%, length 60%, HC 55%. AF open flat. RR x2. TMs nl. Heart no murmur. Hips nl. GU nl male, testes down.
      Office labs: fingerstick Hgb 11.8 done today.
      A: Healthy 12 mo, nl growth and development.
      P: MMR, varicella, hep A #1 given today; counseled mother face to face on each vaccine by me. Anticipatory guidance, dental varnish next visit. RTC 15 mo.
      """, ["Z00129", "Z23"],
      lines: ["99392-25", "90707", "90716", "90633", "90460*3", "90461*2", "96110", "85018-QW"], age: 1, sex: .male),
    // An infection whose organism a note asks for (I.B.7).
    LabelledVisit(
      """
      GYN problem visit
      5/18/2026
      S: 34 y G1P1 c/o thin gray discharge with fishy odor x 1 wk, no itching, no pelvic pain, no dysuria. Mirena placed 2023, happy with it. Monogamous.
      O: VSS. Ext gen nl. Vagina: homogenous gray d/c, pH 5. Cx: IUD strings seen, no CMT. Wet mount done in office: clue cells >20%, no trich, no yeast. Whiff +.
      A: Bacterial vaginosis. IUD in place.
      P: Metrogel qhs x5. Call if not better. Pap UTD.
      """, ["N760", "B9689", "Z975"], lines: ["99213", "87210"], age: 34, sex: .female),
    // Hypoglycemia is no goal reached; a sensor is read.
    LabelledVisit(
      """
      DIABETES CENTER - FOLLOW UP
      DOS 05/26/2026
      29F T1DM since age 11, on Tandem pump w/ Dexcom G7. A1c 6.9. Freq lows overnight, one to 48 last week, treated herself, no LOC, no glucagon. No DKA. Eye exam 2/26 no retinopathy. Denies neuropathy sx.
      CGM data downloaded, 14 days, interpreted by me: TIR 66%, <70 9%, <54 3%; lows 1-4 am. Report in chart.
      PE: BP 110/70, feet nl, sites clean.
      Assessment:
      1. Type 1 diabetes with hypoglycemia - basal 12-4a cut 20%, sleep target on, Baqsimi rx
      2. Insulin pump in use
      Return 3 mo
      """, ["E10649", "Z9641"], lines: ["99214-25", "95251"], age: 29, sex: .female),
    // Sight and sound; a transplanted organ is a lasting problem, its drugs are coded each (I.C.21.c.3).
    LabelledVisit(
      """
      VIDEO VISIT (patient at home in MN, synchronous audio/video)
      5/28/2026 Transplant nephrology
      50F s/p DDKT 2021 for IgA nephropathy. Feels well. UOP good. No graft pain, fever, dysuria. Tac 3 mg bid, MMF 500 bid, pred stopped 2022.
      Home BP 118/70s.
      Labs reviewed: Cr 1.3 stable, K 5.6, tacro trough 7.1, UPCR 0.1.
      A/P: 1. Kidney transplant status, stable graft function. Continue tacrolimus and mycophenolate.
      2. Hyperkalemia: low K diet, stop trimethoprim, repeat BMP 1 wk.
      3. Long term immunosuppression: skin check yearly.
      """, ["Z940", "E875", "Z79621", "Z79624"], lines: ["99214-95"], age: 50, sex: .female, place: "10"),
    // HIV without symptoms (I.C.1.a.2.d) beside an infection that is injected for.
    LabelledVisit(
      """
      ID/HIV CLINIC
      06/02/2026
      41M, HIV dx 2016, never any OI or AIDS defining illness, Biktarvy daily, no missed doses. Feels fine. New partner since March. No rash, chancre, vision or hearing change.
      Exam: no LAD, no rash, neuro nl, mouth clear.
      Labs: VL <20, CD4 640, Cr 1.0. RPR 1:32 (NR 10/2025), TPPA reactive. GC/CT neg x3.
      A/P:
      1. Asymptomatic HIV, suppressed - cont Biktarvy
      2. Early latent syphilis - benzathine penicillin G 2.4 million units IM given today in clinic. Partner notification. RPR 6, 12 mo. No signs of neurosyphilis.
      """, ["Z21", "A515"], lines: ["99214-25", "96372", "J0561*24"], age: 41, sex: .male),
    // A toe is of the foot.
    LabelledVisit(
      """
      ID follow up OPAT   6/3/2026
      59 yo M T2DM on Lantus, acute osteomyelitis L great toe, bone cx MSSA, day 28/42 cefazolin via R PICC. No fevers, no diarrhea, no rash. Wound smaller. PICC no redness.
      T 98.4. L hallux: 0.5 cm wound, no purulence, no erythema.
      Labs 6/1: WBC 7, Cr 1.0, LFT nl, ESR 38 (92), CRP 1.1.
      Assessment:
      1. T2DM with acute osteomyelitis of left great toe, MSSA - improving, cont cefazolin to 6/17, weekly CBC/CMP/CRP. Then PICC removal.
      2. Long-term IV antibiotic
      3. Long term insulin
      """, ["E1169", "M86172", "B9561", "Z792", "Z794"], lines: ["99214"], age: 59, sex: .male),
    // An emergency department: a differential diagnosis is coded by the complaint (IV.H); the tracing is read.
    LabelledVisit(
      """
      ED PHYSICIAN NOTE
      Arrival 06/05/2026 1410
      CC: chest pain
      HPI: 52M w HTN, sharp L sided CP x 3 h, worse w deep breath, non-exertional. No SOB, diaphoresis, n/v. No leg swelling, no recent travel. Dad CABG at 70. Nonsmoker.
      PE: BP 142/88 HR 80 O2 99. NAD. RRR no rub. Lungs CTA. Chest wall nontender. No calf TTP.
      EKG interpreted by me: NSR 78, no ST elevation/depression, no prior for comparison.
      Labs: trop neg x2, CBC/BMP wnl, D-dimer neg. CXR: my read no PTX, no infiltrate.
      MDM: ddx ACS, PE, dissection, pericarditis, MSK. Low risk.
      Impression:
      1. Chest pain, pleuritic
      2. HTN
      Dispo: home, naproxen 500 bid #14, PCP 2-3 d.
      """, ["R0781", "I10"], lines: ["99284-25", "93010"], age: 52, sex: .male, place: "23", isNew: true),
    // No headings: the fall and where it happened (I.C.20).
    LabelledVisit(
      """
      Visit date 6/9/2026, urgent care
      61 yo woman tripped over a rug in the kitchen of her house this morning and fell onto her right hand and left knee, she has right wrist pain and a bruise on the knee, no head strike no LOC no neck pain, she is not on blood thinners. Walks fine. Exam: right wrist mild swelling dorsally, no snuffbox tenderness, full ROM with pain, NVI. Left knee ecchymosis anteriorly, no effusion, stable ligaments. XR right wrist 3 views done here, reviewed by me, no fracture. Knee films not needed. Assessment right wrist sprain and left knee contusion. Ice, ACE wrap, OTC ibuprofen, recheck 1 week if not better.
      """, ["S63501A", "S8002XA", "W010XXA", "Y92010"], lines: ["99213", "73110-RT"], age: 61, sex: .female, place: "20"
    ),
    // A nursing facility.
    LabelledVisit(
      """
      NURSING FACILITY PROGRESS NOTE - subsequent
      06/10/2026, Maple Manor LTC
      88F long term resident. Staff report yelling and hitting w/ care in evenings. Eating 50%. No falls. No fever, cough. UA last wk neg.
      Wt 112 (122 in March). Sacrum intact; L buttock 1x1 cm stage 2 PU, pink, no slough.
      Alert, oriented x1, no focal deficit.
      A/P:
      1. Vascular dementia, moderate, with agitation - start sertraline 25, nonpharm approaches, no antipsychotic
      2. Stage 2 pressure ulcer left buttock - foam q3d, turn q2h
      3. Abnormal weight loss - RD consult, supplements tid, TSH
      4. DNR/DNI - POLST on chart
      """, ["F01B11", "L89322", "R634", "Z66"], lines: ["99309"], age: 88, sex: .female, place: "32"),
    // What a drug does, then the drug (I.C.19.e.5); symptoms that a note asks for.
    LabelledVisit(
      """
      Geriatrics 06/11/2026
      81M w Parkinson's, BPH. 3 falls in 2 mo, lightheaded when standing. No syncope, no head injury. Nocturia x3. Off donepezil since 2025 (never had dementia dx).
      Orthostatics: supine 138/80, stand 3 min 108/66 symptomatic. Gait shuffling, pull test +.
      A/P:
      1. Orthostatic hypotension due to tamsulosin: stop tamsulosin, compression stockings
      2. Recurrent falls: home PT, home safety eval
      3. Parkinson's disease w/o dyskinesia: cont carbidopa-levodopa
      4. BPH w/ nocturia: start finasteride 5
      RTC 3 wks.
      """, ["I952", "T446X5A", "R296", "G20A1", "N401", "R351"], lines: ["99214"], age: 81, sex: .male,
      payer: "Medicare Part B"),
    // A mood disorder in remission by its last episode; tremor from a drug; psychotherapy beside the visit.
    LabelledVisit(
      """
      PSYCHIATRY FOLLOW-UP (telehealth, audio+video) 6/24/2026
      19 M college sophomore. Bipolar I, last manic episode Jan 2026. On lithium 900 qhs. Mood level, sleeping 8 h, no SI/HI, no AVH. Mild hand tremor. Attending class. Denies substances incl. cannabis. Anxiety about exams, no panic.
      Labs 6/20: Li 0.8, TSH 2.4, Cr 0.9.
      MSE: euthymic, bright, linear.
      Dx: Bipolar I disorder, most recent episode manic, in full remission
      Tremor from lithium
      Plan: continue lithium 900, propranolol 10 mg bid prn tremor. Li level, TSH, BMP q6mo. RTC 8 wk. Supportive psychotherapy 20 min separate from E/M.
      """, ["F3174", "G251", "T43595A"], lines: ["99214-95", "90833-95"], age: 19, sex: .male, place: "10"),
    // An examination that a problem needs is no check-up.
    LabelledVisit(
      """
      ENDO RETURN VISIT 6/26/2026
      57M DM2 x15 y, neuropathy. A1c 9.4 (8.8). FBG 190-240. Missed doses when traveling. Burning feet at night. No foot ulcers, no hypoglycemia. Eye exam 5/26: mild NPDR both eyes no DME. Metformin 1000 BID, glipizide 10, Ozempic 1 mg. Statin.
      Exam: BMI 33. DP 2+. Monofilament absent toes b/l.
      LDL 71, UACR 12, eGFR 88.
      A/P:
      - Type 2 diabetes with hyperglycemia, uncontrolled: stop glipizide, start glargine 10 u qhs
      - Diabetic peripheral neuropathy: start gabapentin 300 qhs
      - Mild NPDR OU without macular edema: annual exam
      - Hyperlipidemia: at goal on statin
      - Obesity class 1, BMI 33
      """, ["E1165", "E1142", "E113293", "E785", "E66811", "Z6833", "Z794", "Z7984", "Z7985"], lines: ["99214"],
      age: 57, sex: .male),
    // Assisted living: a dementia in another disease with its behavior.
    LabelledVisit(
      """
      ASSISTED LIVING VISIT (POS 13)
      07/06/2026
      83 y/o resident, hx per staff and daughter. Dementia, wanders at night, pulled fire alarm. Constipated, BM q4d. Skin tear R forearm from bumping walker yesterday, 3 cm, flap intact, steri-strips per nurse. Eats ok. No fever.
      Exam: pleasant, oriented to self. R forearm skin tear clean. Abd soft, stool palpable.
      Assessment/Plan
      1. Alzheimer's disease, late onset, moderate dementia with wandering - door alarm, melatonin, no new meds
      2. Chronic constipation - polyethylene glycol daily, senna
      3. Skin tear right forearm, initial - nonadherent drsg
      Advance directives reviewed, full code.
      """, ["G301", "F02B18", "Z9183", "K5909", "S51811A"], lines: ["99348"], age: 83, sex: .male,
      payer: "Medicare Part B", place: "13"),
  ]
}
