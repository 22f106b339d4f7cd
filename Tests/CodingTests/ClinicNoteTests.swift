import ClaimModel
import Coding
import Testing

/// Whole notes in the manner of a clinic, written for the project and labelled by the guidelines.
@Suite struct ClinicNoteTests {
  @Test(arguments: notes) func aClinicsNoteIsCodedByTheGuidelines(note: CodedNote) throws {
    let found = try note.codes(by: TestCoder.coder.get())
    #expect(found.first == note.codes.first, "\(found)")
    #expect(Set(found) == Set(note.codes), "\(found)")
    for code in note.absent { #expect(!found.contains { $0.hasPrefix(code) }, "\(found)") }
  }

  /// "Plan: vaccines given" in one line: the heading announces nothing that is still to come.
  @Test func aHeadingInTheLineOfAVaccineDoesNotPutItOff() throws {
    let child = ServiceNote(
      "Assessment: Well child.\n\nPlan: MMR and varicella vaccines given today.",
      ["99392-25", "90707", "90716", "90471", "90472"], age: 4, sex: .male)
    let found = try child.coded(by: TestCoder.coder.get()).map { ServiceNote.word($0.line) }
    #expect(Set(found) == Set(child.lines))
  }

  /// Words that only look like a condition, and adjectives that name none by themselves.
  @Test(arguments: [
    "Bleeding precautions reviewed.", "Diabetic eye exam discussed.", "Growth chart reviewed.",
    "Infected contacts avoided.",
    "Septic system at home needs repair.", "Metastatic work-up not needed.", "Depressive thoughts were not voiced.",
  ]) func wordsThatNameNoConditionAreNotCoded(line: String) throws {
    let note = CodedNote("Assessment and Plan:\nHypertension, stable.\n\(line)", ["I10"])
    #expect(try note.codes(by: TestCoder.coder.get()) == note.codes)
  }

  /// Terms are known without the letter that British spelling adds: "shoes" reads as "she".
  @Test func aPronounAfterAConditionDoesNotJoinIt() throws {
    let note = CodedNote("Assessment:\nRegarding her diabetes, she should go on.", ["E119"])
    #expect(try note.codes(by: TestCoder.coder.get()) == note.codes)
  }

  /// A letter before a part of the body is its side; an amount or a spine has none, and "r/o" is to rule out (IV.H).
  @Test(arguments: [
    ("R carpal tunnel syndrome", ["G5601"]), ("Carpal tunnel syndrome (L)", ["G5602"]), ("L knee OA", ["M1712"]),
    ("Knee OA on 2 L oxygen", ["M179"]), ("Cough, r/o pneumonia", ["R059"]),
    ("Impacted cerumen, bilateral", ["H6123"]), ("S/p R TKA", ["Z96651"]),
  ]) func aLetterBeforeAPartOfTheBodyIsItsSide(problem: String, codes: [String]) throws {
    let note = CodedNote("Assessment and Plan:\n1. \(problem).", codes)
    #expect(try note.codes(by: TestCoder.coder.get()) == codes)
  }

  /// S, O, A and P are headings together; "a)" alone begins a list.
  @Test func lettersAreHeadingsTogether() throws {
    let letters = CodedNote("S: Cough for two days.\n\nO: Lungs clear.\n\nA: Acute bronchitis.\n\nP: Rest.", ["J209"])
    #expect(try letters.codes(by: TestCoder.coder.get()) == letters.codes)
    let list = CodedNote("Assessment:\nHypertension.\n\nFamily history:\na) Gout in her father.", ["I10"])
    #expect(try list.codes(by: TestCoder.coder.get()) == list.codes)
  }

  /// "PE" is an examination, and an embolism once the assessment has begun.
  @Test func anExaminationDoesNotComeAfterTheAssessment() throws {
    let note = CodedNote(
      "PE: Lungs clear.\n\nA/P:\nPE: continue apixaban.\nHypertension: at goal.", ["I10", "Z7901"])
    #expect(try Set(note.codes(by: TestCoder.coder.get())) == Set(note.codes))
  }

  static let notes: [CodedNote] = [
    // Diabetes with the kidney disease it is assumed to have caused, and its stage (I.A.15, I.C.4.a.3, I.C.9.a.2).
    CodedNote(
      """
      Chief complaint: Diabetes follow-up.

      HPI: 62-year-old man with type 2 diabetes, chronic kidney disease and hypertension, here for a three-month check. Home sugars 120 to 160. He takes insulin glargine 24 units at night and lisinopril 20 mg daily. No chest pain, no shortness of breath, no foot ulcers.

      Physical exam: BP 132/78. Heart regular. Monofilament intact.

      Labs: A1c 7.4%. Creatinine 1.7, eGFR 42, stable.

      Assessment and Plan:
      1. Type 2 diabetes with diabetic chronic kidney disease, stage 3b. A1c near goal. Continue insulin glargine.
      2. Hypertension, controlled. Continue lisinopril.
      3. Long-term insulin use.
      Return in 3 months.
      """,
      ["E1122", "I129", "N1832", "Z794"], absent: ["E119", "I10"], sex: .male, age: 62),
    // An injury at the first encounter and what caused it (I.C.19.a, I.C.20).
    CodedNote(
      """
      Chief complaint: Left ankle injury.

      HPI: 24-year-old woman who twisted her left ankle yesterday when she fell on the stairs at home. Swelling and pain on the outer side. She can bear weight. Denies numbness.

      Exam: Left ankle: tenderness over the anterior talofibular ligament, mild edema. No bony tenderness.

      Imaging: X-ray of the left ankle, three views, taken in the office today: no fracture.

      Assessment: Sprain of the left ankle, initial encounter, after fall on stairs.

      Plan: Rest, ice, elevation, air stirrup brace. Ibuprofen as needed. Return in two weeks if not better.
      """,
      ["S93402A", "W109XXA"], absent: ["R60", "M25"], sex: .female, age: 24),
    // Gestational diabetes under diet, with the week (I.C.15.b, I.C.15.i).
    CodedNote(
      """
      Reason for visit: Prenatal visit.

      HPI: 31-year-old G2P1 at 28 weeks gestation. Good fetal movement, no bleeding, no contractions. Glucose tolerance test abnormal last week; she has started the diet.

      Exam: Fundal height 28 cm. Fetal heart rate 145.

      Assessment and Plan:
      1. Pregnancy at 28 weeks.
      2. Gestational diabetes, diet controlled. Fasting sugars below 95. Continue the diet, see the nutritionist.
      Return in two weeks.
      """,
      ["O24410", "Z3A28"], absent: ["Z34", "E11"], sex: .female, age: 31),
    // A check-up with vaccines (I.C.21.c.2, I.C.21.c.13).
    CodedNote(
      """
      Reason for visit: Well child visit.

      HPI: 4-year-old boy here with his mother for his check-up. Eats well, sleeps well, talks in sentences. No concerns.

      Exam: Well developed, alert. Growth at the 60th percentile. Ears clear. Heart without murmur.

      Assessment: Well child, normal growth and development.

      Plan: MMR and varicella vaccines given today. Mother counseled on side effects. Return in one year.
      """,
      ["Z00129", "Z23"], absent: ["D49", "B01", "Z00121"], sex: .male, age: 4),
    // A screening stays one when something is found (I.C.21.c.5).
    CodedNote(
      """
      Procedure note: Colonoscopy.

      Indication: Screening for colon cancer, average risk, 50-year-old man. No family history of colon cancer.

      Findings: A 6 mm sessile polyp in the sigmoid colon, removed with cold snare. Small internal hemorrhoids.

      Assessment:
      1. Screening colonoscopy.
      2. Polyp of the sigmoid colon, removed; pathology pending.
      3. Internal hemorrhoids.

      Plan: Repeat in 5 years depending on pathology.
      """,
      ["Z1211", "K635", "K648"], absent: ["Z80"], sex: .male, age: 50),
    // Contact with COVID-19, tested negative (I.C.1.g.1.e).
    CodedNote(
      """
      Chief complaint: Exposure to COVID-19.

      HPI: 40-year-old woman whose husband tested positive for COVID-19 three days ago. She has no symptoms: no fever, no cough, no loss of taste.

      Results: Rapid COVID-19 antigen test in the office: negative.

      Assessment: Exposure to COVID-19, negative test, asymptomatic.

      Plan: Wear a mask for ten days. Test again on day 6.
      """,
      ["Z20822"], absent: ["U07", "R50", "R05"], sex: .female, age: 40),
    // Stable conditions under a drug that is prescribed again (IV.I).
    CodedNote(
      """
      Chief complaint: Medication refill.

      HPI: 55-year-old woman with hypothyroidism and high cholesterol, doing well, no new complaints. Takes levothyroxine 75 mcg and atorvastatin 20 mg daily.

      Exam: Thyroid not enlarged. Heart regular.

      Assessment/Plan:
      Hypothyroidism - stable, refill levothyroxine for 90 days.
      Hyperlipidemia - at goal, refill atorvastatin.
      """,
      ["E039", "E785"], absent: ["E00"], sex: .female, age: 55),
    // What is to be ruled out is not coded (IV.H), nor are symptoms that belong (I.B.5).
    CodedNote(
      """
      Chief complaint: Cough and congestion for 4 days.

      HPI: 33-year-old man with cough, runny nose and sore throat. Low-grade temperature at home. No shortness of breath. Non-smoker.

      Exam: Temp 99.1. Throat red without exudate. Lungs clear.

      Assessment: Viral upper respiratory infection. Rule out pneumonia: chest X-ray ordered.

      Plan: Fluids, acetaminophen. Call if worse.
      """,
      ["J069"], absent: ["J18", "R05", "F17"], sex: .male, age: 33),
    // Aftercare of a replaced joint, and the joint (the note at Z47.1).
    CodedNote(
      """
      Reason for visit: Follow-up after right total hip replacement.

      HPI: 70-year-old woman six weeks after right total hip arthroplasty for osteoarthritis. Walks with a cane, little pain, takes acetaminophen. No fever, no drainage.

      Exam: Incision healed. No erythema. Good range of motion.

      Assessment: Aftercare following right hip replacement, healing well.

      Plan: Continue physical therapy. Return in six weeks with X-ray.
      """,
      ["Z471", "Z96641"], absent: ["M16", "M19"], sex: .female, age: 70),
    // An infection, its organism (I.B.7), and an allergy that bears on the drug (I.C.21.c.3).
    CodedNote(
      """
      Chief complaint: Burning with urination.

      HPI: 29-year-old woman with dysuria and frequency for three days. No fever, no flank pain, no vaginal discharge. Allergic to penicillin.

      Labs: Urine culture from two days ago grew E. coli, sensitive to nitrofurantoin. Urine pregnancy test negative.

      Assessment: Urinary tract infection due to E. coli. Penicillin allergy.

      Plan: Nitrofurantoin 100 mg twice daily for 5 days. Return if fever or back pain.
      """,
      ["N390", "B9620", "Z880"], absent: ["R30", "R35", "M54"], sex: .female, age: 29),
    // An exacerbation, and the tobacco that the category asks for (I.C.10.a).
    CodedNote(
      """
      Chief complaint: Breathing worse.

      HPI: 66-year-old man with COPD, more short of breath and with yellow sputum for 5 days. Smokes one pack of cigarettes a day. No chest pain.

      Exam: Wheezes on both sides. Oxygen saturation 93%.

      Assessment and Plan:
      1. COPD exacerbation. Prednisone 40 mg daily for 5 days, azithromycin.
      2. Tobacco use disorder, cigarettes. Counseled for 5 minutes to quit.
      """,
      ["J441", "F17210"], absent: ["J449", "F17200", "Z7952"], sex: .male, age: 66),
    // A radiculopathy with its pain, and the body mass index beside obesity (I.B.14).
    CodedNote(
      """
      CC: Low back pain.

      HPI: 45-year-old warehouse worker with low back pain for two weeks after lifting boxes, going down the left leg. No weakness, no bladder trouble. BMI 36.2.

      Exam: Straight leg raise positive on the left.

      A/P:
      Lumbar radiculopathy, left side. Naproxen, physical therapy.
      Obesity, class 2, BMI 36.2. Advised on diet.
      """,
      ["M5416", "E66812", "Z6836"], absent: ["M545", "R53"], sex: .male, age: 45),
    // A family doctor's shorthand: w/, f/u, T2DM, HLD (I.A.15, I.B.14, I.C.4.a.3).
    CodedNote(
      """
      SUBJECTIVE: 58 y/o M w/ HTN, T2DM and HLD here for f/u. Takes metformin 1000 mg BID, lisinopril 20 mg, atorvastatin 40 mg. Denies CP, SOB. Reports numbness and tingling in both feet x 6 months. Quit smoking 5 years ago.

      OBJECTIVE: BP 146/90, BMI 33.4. Monofilament diminished bilaterally.

      ASSESSMENT/PLAN:
      1. T2DM w/ diabetic polyneuropathy - A1c 7.9. Increase metformin, start gabapentin.
      2. HTN - above goal. Increase lisinopril to 40 mg.
      3. HLD - continue atorvastatin.
      4. Obesity, BMI 33.4 - counseled on diet.
      F/u 3 mo.
      """,
      ["E1142", "I10", "E785", "E669", "Z6833", "Z7984", "Z87891"], absent: ["E119"], sex: .male, age: 58),
    // A letter for the side; fever is part of the infection (I.B.5, I.B.13).
    CodedNote(
      """
      CC: Ear pain and fever.

      HPI: 3 yo F brought in by mom c/o R ear pain x 2 days, fever to 102 F. +runny nose. No vomiting. NKDA. Immunizations UTD.

      PE: T 101.4. R TM erythematous and bulging, no perforation. L TM normal. Lungs CTA.

      A/P:
      1. Acute suppurative otitis media, R ear - amoxicillin 90 mg/kg/day x 10 days.
      2. URI - supportive care.
      RTC prn.
      """,
      ["H66001", "J069"], absent: ["R50", "H920"], sex: .female, age: 3),
    // Dictated in paragraphs: the joint replaced on the other side is a status (I.C.21.c.3).
    CodedNote(
      """
      The patient is a 67-year-old female who returns for evaluation of her left knee. She has had progressive medial knee pain for two years, worse with stairs. She is s/p right total knee arthroplasty in 2019, which is doing well. Examination shows varus alignment, medial joint line tenderness and crepitus. Radiographs of the left knee, three views, obtained today in the office show severe medial joint space narrowing.

      IMPRESSION: Severe primary osteoarthritis of the left knee. Status post right total knee arthroplasty, doing well.

      PLAN: We discussed treatment options including bracing, injection and surgery. She would like to proceed with physical therapy. She will follow up in six weeks.
      """,
      ["M1712", "Z96651"], absent: ["M2556"], sex: .female, age: 67),
    // Hypertension with heart failure and kidney disease is one cause (I.C.9.a.3).
    CodedNote(
      """
      REASON FOR VISIT: F/u of afib and HFpEF.

      HPI: 74 yo man with hx of paroxysmal afib, HFpEF, CKD 3b, OSA on CPAP. No palpitations, stable DOE. On Eliquis 5 mg BID and metoprolol.

      VITALS: BP 128/74, HR 68, SpO2 96%.

      ASSESSMENT & PLAN:
      # Paroxysmal afib: rate controlled, continue Eliquis.
      # HFpEF, chronic: euvolemic, continue furosemide.
      # HTN: at goal.
      # CKD 3b: creatinine stable at 1.8.
      # CAD s/p CABG: no angina, continue statin.
      # OSA: compliant with CPAP.
      RTC 6 months.
      """,
      ["I480", "I130", "I5032", "N1832", "I2510", "Z951", "G4733", "Z7901"], absent: ["I10", "R0"], sex: .male, age: 74),
    // A tumor of the past, beside what is treated today (I.C.2.m).
    CodedNote(
      """
      CC: Skin check.

      HPI: 66 y/o F w/ hx of basal cell carcinoma of the nose, excised in 2020, here for a full-body skin exam. c/o rough spots on her forehead.

      EXAM: Four rough erythematous papules on the forehead. Stuck-on brown papules on the back. Mild erythema of the cheeks with telangiectasias. Scar on the nose well healed.

      A/P:
      1. Actinic keratoses, forehead x 4 - treated with liquid nitrogen today.
      2. Seborrheic keratoses, back - benign, reassured.
      3. Rosacea - start metronidazole cream.
      4. Hx of BCC of the nose - no sign of recurrence on exam.
      F/u 1 yr.
      """,
      ["L570", "L821", "L719", "Z85828"], absent: ["C44", "Z08"], sex: .female, age: 66),
    // What is to be ruled out is not coded (IV.H).
    CodedNote(
      """
      CC: Heavy periods.

      HPI: 42 y/o G2P2 woman c/o heavy, regular menses for 1 yr, passing clots, with fatigue.

      LABS: Hgb 9.8, ferritin 6. Pelvic US: 4 cm intramural fibroid.

      A&P:
      1. Menorrhagia with regular cycle.
      2. Intramural leiomyoma of the uterus.
      3. Iron deficiency anemia due to chronic blood loss - ferrous sulfate daily.
      4. R/o endometrial hyperplasia - endometrial biopsy at next visit.
      """,
      ["N920", "D251", "D500"], absent: ["N85", "R53"], sex: .female, age: 42),
    // A list of diagnoses under `Dx`; a disorder in remission (I.C.5.b.1).
    CodedNote(
      """
      ID: 35 yo F, established pt, seen for med management f/u.

      Interval history: Mood improved on sertraline 100 mg. Still worries daily, sleep is poor. Denies SI/HI. No hx of mania. Stopped cannabis 4 months ago.

      MSE: Alert, cooperative, mood "better", affect full, thought process linear.

      Dx:
      1. MDD, recurrent, moderate
      2. GAD
      3. Insomnia
      4. Cannabis use disorder, mild, in early remission

      Plan: Increase sertraline to 150 mg daily. CBT referral. RTC 4 weeks.
      """,
      ["F331", "F411", "G4700", "F1211"], absent: ["F30", "R45"], sex: .female, age: 35),
    // Type 1 diabetes with low sugars; the pump is a status (I.C.4.a).
    CodedNote(
      """
      Reason for visit: T1DM f/u.

      HPI: 28 yo M w/ T1DM since age 9 on an insulin pump. Two lows (55 mg/dL) last month w/o LOC. Hashimoto's thyroiditis on Synthroid.

      Results: A1c 7.2%, TSH 2.1.

      Assessment:
      1. Type 1 DM with hypoglycemia, no coma - reduce basal rate overnight.
      2. Hashimoto's thyroiditis - continue Synthroid.
      3. Insulin pump status.

      Plan: Labs before next visit in 3 months.
      """,
      ["E10649", "E063", "Z9641"], absent: ["E109", "Z794"], sex: .male, age: 28),
    // Symptoms that a note asks for beside an enlarged prostate; the tumor is to be ruled out (I.A.17, IV.H).
    CodedNote(
      """
      CC: LUTS.

      HPI: 71 y/o M c/o nocturia x 3 and weak stream for 1 yr. PSA 5.8, was 3.1. No hematuria, no dysuria. PMH: gout.

      Exam: Prostate 45 g, smooth, no nodules.

      Impression:
      1. BPH w/ LUTS: nocturia, weak stream.
      2. Elevated PSA - r/o prostate cancer, MRI of the prostate ordered.

      Plan: Start tamsulosin 0.4 mg at bedtime. F/u after MRI.
      """,
      ["N401", "R351", "R3912", "R9720"], absent: ["C61", "R31", "R30"], sex: .male, age: 71),
    // Five problems in their order (IV.G).
    CodedNote(
      """
      Chief Complaint: Recurrent sinus infections.

      History of Present Illness: 45 y/o F referred for 5 sinus infections in the past yr, nasal congestion and decreased smell. GERD on omeprazole.

      Exam: Septum deviated to the left. Inferior turbinates enlarged bilaterally.

      Assessment and Plan:
      1. Chronic maxillary sinusitis - CT sinuses ordered.
      2. Deviated nasal septum.
      3. Bilateral inferior turbinate hypertrophy.
      4. Allergic rhinitis due to pollen - continue fluticasone spray.
      5. GERD - stable on omeprazole.
      """,
      ["J320", "J342", "J343", "J301", "K219"], absent: ["J01", "R09"], sex: .female, age: 45),
  ]
}
