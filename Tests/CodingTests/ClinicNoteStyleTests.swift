import ClaimModel
import Coding
import Testing

/// Notes of further clinics, in the styles they are written in, labelled by the guidelines before they were coded.
@Suite struct ClinicNoteStyleTests {
  @Test(arguments: notes) func aNoteOfAnyStyleIsCodedByTheGuidelines(note: CodedNote) throws {
    let found = try note.codes(by: TestCoder.coder.get())
    #expect(found.first == note.codes.first, "\(found)")
    #expect(Set(found) == Set(note.codes), "\(found)")
  }

  static let notes: [CodedNote] = [
    // Family medicine, shorthand: a problem, a dash or colon, and what is done (I.C.4.a).
    CodedNote(
      """
      05/04/2026
      S: 61 yo F est pt here for 3 mo DM check. Home FBS 180-220. Admits to dietary lapses. No polyuria, no CP. On metformin 500 BID, losartan 50, atorva 20.
      O: BP 128/76 HR 72. Lungs clear. Feet: pulses intact, monofilament nl.
      Labs: A1c 8.2 (was 7.4), LDL 122, TG 260, vit D 14.
      A/P:
      1. T2DM with hyperglycemia: A1c 8.2, increase metformin to 1000 BID.
      2. HTN: at goal, continue losartan.
      3. Mixed hyperlipidemia: LDL above goal, increase atorvastatin to 40.
      4. Vit D deficiency: start D3 50,000 IU weekly x 8 wks.
      RTC 3 mo w/ labs.
      """, ["E1165", "I10", "E782", "E559", "Z7984"], age: 61),
    // A letter to a colleague without headings; what its writer thinks begins with "In summary".
    CodedNote(
      """
      Dear Dr. Hayes,

      Thank you for referring Ms. Olsen, a 42-year-old woman, whom I saw on May 5, 2026 for her headaches. She has had headaches since college, now about 18 days a month, unilateral, throbbing, with photophobia and nausea, lasting 8 to 12 hours. She has never had visual changes before the headache. Sumatriptan helps when taken early. She also worries a great deal, and has been diagnosed with generalized anxiety disorder by you, for which she takes escitalopram. She sleeps poorly.

      Her neurological examination was normal. Fundi were sharp.

      In summary, Ms. Olsen has chronic migraine without aura, not intractable, without status migrainosus. Her generalized anxiety disorder and insomnia are likely making it harder to treat. I do not think imaging is needed. I have started topiramate 25 mg at night, to be raised to 100 mg, and asked her to keep a diary. She will continue escitalopram. I suggested melatonin and sleep hygiene.

      I will see her again in eight weeks.

      Sincerely,
      """, ["G43709", "F411", "G4700"], age: 42),
    // An emergency department: what was considered is not coded (IV.H), what hurts belongs to the stone (I.B.5).
    CodedNote(
      """
      EMERGENCY DEPARTMENT DISCHARGE SUMMARY
      Date: 05/08/2026
      Place of service: 23
      41 yo M with sudden right flank pain radiating to the groin with nausea since 4 am. No fever. UA: large blood, no nitrites. CT abdomen pelvis without contrast: 4 mm right ureterovesical junction stone with mild hydronephrosis. Creatinine 1.0.
      ED course: Given ketorolac and ondansetron IV with good relief. Tolerating fluids.
      MDM: Considered appendicitis, pyelonephritis, aortic aneurysm; not supported by imaging.
      Final diagnosis: Right ureteral calculus with hydronephrosis.
      Disposition: Discharged home. Tamsulosin 0.4 mg daily, ibuprofen, strain urine. Urology in 1 week. Return for fever, uncontrolled pain or vomiting.
      """, ["N132"], sex: .male, age: 41),
    // A visit after an operation (I.C.21.c.7).
    CodedNote(
      """
      SURGERY CLINIC - POSTOPERATIVE VISIT
      5/12/2026
      47-year-old female s/p laparoscopic cholecystectomy 4/28/2026 for symptomatic cholelithiasis. Doing well. Tolerating regular diet. Bowel movements normal. Pain controlled without narcotics. No fever or jaundice.
      PE: Abdomen soft, nontender. Port sites clean, dry, intact.
      Pathology: chronic cholecystitis with cholelithiasis, no malignancy.
      A: Doing well two weeks after laparoscopic cholecystectomy. Routine surgical aftercare.
      P: Advance activity in 2 weeks. Follow up as needed.
      """, ["Z48815", "Z9049"], age: 47),
    // Ophthalmology: OU, and the stage of a glaucoma in the 7th character (I.C.7.a).
    CodedNote(
      """
      EYE CLINIC  05/18/2026
      CC: glaucoma check, 4 month
      HPI: 70 y/o WF est. pt w/ POAG OU, on latanoprost qhs OU. C/o gritty eyes. T2DM, last A1c 6.8 per pt, diet controlled.
      VA sc 20/30 OD, 20/40 OS. IOP 15/16.
      SLE: SPK 1+ OU, TBUT 4s. NS 2+ OU.
      DFE: C/D 0.75 OU. Macula flat, no DR OU.
      HVF 24-2: superior arcuate defect OU, stable.
      A/P:
      1. Primary open-angle glaucoma, bilateral, moderate stage - IOP at target, continue latanoprost
      2. Age-related nuclear cataract OU - observe
      3. Dry eye syndrome OU - artificial tears QID
      4. Type 2 DM without retinopathy - yearly dilated exam
      """, ["H401132", "H2513", "H04123", "E119"], age: 70),
    // Oncology: a tumor that spread is two (I.C.2), and what the drug did comes before the drug (I.C.19.e.5).
    CodedNote(
      """
      MEDICAL ONCOLOGY CLINIC
      Visit date: May 19, 2026
      Diagnosis: Adenocarcinoma of the ascending colon, stage IV, with liver metastases
      Treatment: FOLFOX + bevacizumab, cycle 6 due today
      Interval: Fatigue for 3 days after each cycle. Mild tingling in cold. Eating well. No fever.
      Exam: ECOG 1. Port site clean. Abdomen soft, liver edge 2 cm.
      Labs today: ANC 0.8, Hgb 11.4, plt 140. CEA 12 (down from 40).
      CT 5/15 reviewed by me: hepatic lesions smaller.
      Assessment and plan:
      Metastatic ascending colon cancer to liver, responding. Hold cycle 6 because of neutropenia caused by chemotherapy; dose-reduce oxaliplatin, repeat CBC in one week, pegfilgrastim with next cycle.
      """, ["C182", "C787", "D701", "T451X5A"], age: 63),
    // Two problems in one line.
    CodedNote(
      """
      HOME-BASED WOUND CONSULT, seen in clinic 05/21/2026
      HISTORY: 52-year-old established man with paraplegia since a fall in 2015, wheelchair bound, with a sacral pressure sore for six weeks. No fever, no chills. Has a Roho cushion.
      EXAM: Sacrum: 3 x 3 x 1 cm full-thickness wound, pink granulation, no bone, no undermining, no odor.
      IMPRESSION: Stage 3 pressure ulcer of the sacrum. Paraplegia.
      RECOMMENDATIONS: Hydrofiber with silver every other day, offloading every 2 hours, protein 1.5 g/kg, prealbumin. Prescribed collagenase ointment. Recheck in two weeks.
      """, ["L89153", "G8220"], sex: .male, age: 52),
    // Dermatology: a neoplasm that pathology has not named yet.
    CodedNote(
      """
      Dermatology 5/26/2026, established pt
      22 y/o F. 1. Spot on right upper back, has changed color over 3 months. 2. Acne on face, not better with benzoyl peroxide.
      Exam: right upper back 6 mm brown-black irregular papule. Face: comedones and inflammatory papules.
      A/P
      1. Neoplasm of unspecified behavior of skin, right upper back - shave biopsy performed today. Consent obtained, area prepped, 1% lidocaine with epi, dermablade, hemostasis with aluminum chloride. Specimen to pathology.
      2. Acne vulgaris - start tretinoin 0.025% cream nightly and doxycycline 100 mg daily.
      """, ["D492", "L700"], age: 22),
    // Urgent care: a burn, its cause and its extent (I.C.19.d).
    CodedNote(
      """
      URGENT CARE VISIT 06/04/2026
      31-year-old female spilled hot coffee on her left palm 3 hours ago at work. Ran it under cold water. Pain 6/10. Tetanus current.
      Exam: left palm 3 x 4 cm area of blistered, pink, moist, painful skin; less than 1% TBSA. Fingers full motion.
      Procedure: Burn cleaned with saline, loose blister skin debrided, silver sulfadiazine and non-adherent dressing applied.
      Impression: Second-degree burn of left palm, hot coffee, 1% TBSA.
      Plan: Dressing daily. Ibuprofen. Recheck in 2 days.
      """, ["T23252A", "X100XXA", "T310", "Y990"], age: 31),
    // A side that only the problem list tells, and the decision before it.
    CodedNote(
      """
      CC: red leg
      HPI: 60 yo F, est pt, T2DM on Lantus, with redness, warmth and swelling of right lower leg for 2 days after a mosquito bite. No fever or chills.
      PE: T 98.9. Right shin with 10 x 8 cm erythema, warm, tender, no fluctuance, no crepitus. Pulses intact.
      MEDICAL DECISION MAKING: Cellulitis, no abscess. DVT unlikely.
      ASSESSMENT:
      1. Cellulitis of right lower leg - ceftriaxone 1 g IM given here today, then cephalexin 500 QID x 7d. Borders marked. Recheck in 48 hours.
      2. Type 2 diabetes, on insulin - sugars 120-160, continue Lantus 20 units.
      06/05/2026
      """, ["L03115", "E119", "Z794"], age: 60),
    // Influenza with its type; the asthma has no exacerbation.
    CodedNote(
      """
      Primary care acute visit (established) - Jan 12, 2026
      33 y.o. woman, fever 102, body aches, dry cough, chills for 1 day. Husband sick too. Asthma, rarely uses albuterol.
      Exam: ill-appearing, lungs clear, no wheeze.
      Point-of-care influenza test in the office: positive for A.
      Assessment:
      1. Influenza A with upper respiratory symptoms -- oseltamivir 75 mg BID 5 days
      2. Mild intermittent asthma, no exacerbation -- albuterol refilled
      """, ["J101", "J4520"], age: 33),
    // A value that looks like a condition, and advice that does.
    CodedNote(
      """
      Weight management clinic - follow-up visit 06/10/2026
      45-year-old man, wt 136 kg, BMI 42.3. Uses CPAP nightly.
      ASSESSMENT AND PLAN:
      Class 3 obesity (BMI 42.3): lost 3 kg. Increase semaglutide to 1 mg weekly. Dietitian.
      Obstructive sleep apnea: adherent to CPAP, continue.
      Fatty liver: ALT 58, FIB-4 low. Weight loss.
      Prediabetes: A1c 6.1.
      """, ["E66813", "Z6841", "G4733", "K760", "R7303"], sex: .male, age: 45),
    // A biologic drug taken for long (I.C.21.c.3).
    CodedNote(
      """
      Dermatology/rheum combined clinic
      06/15/2026
      46M on adalimumab 40 mg q2wk for 3 years for psoriatic arthritis and plaque psoriasis. Joints good; elbows, knees still plaques, BSA 4%. No infections.
      TB Quantiferon neg 5/26.
      Dx/plan:
      Psoriatic arthritis: well controlled, continue adalimumab.
      Plaque psoriasis: add clobetasol ointment.
      """, ["L4050", "L400", "Z79620"], sex: .male, age: 46),
    // Geriatrics: dementia in Alzheimer's disease (I.A.13).
    CodedNote(
      """
      GERIATRIC CLINIC VISIT
      06/15/2026
      84-year-old woman with late-onset Alzheimer's dementia, moderate, here with daughter, who gives the history. More agitated in the evenings, hits at aides. Incontinent of urine most days. Two falls this year. Needs help with bathing and dressing.
      Exam: MMSE 14. Gait shuffling. No focal deficit.
      ASSESSMENT/PLAN:
      1. Alzheimer's disease, late onset, with moderate dementia with agitation: start low-dose sertraline 25 mg, caregiver strategies.
      2. Urinary incontinence: timed voiding, UA sent.
      3. History of falls: home PT.
      4. DNR status confirmed with daughter, form on chart.
      Time: I spent 45 minutes on this visit today.
      """, ["G301", "F02B11", "R32", "Z9181", "Z66"], age: 84),
    // Rehabilitation: what a stroke has left (I.C.9.d).
    CodedNote(
      """
      Rehab medicine follow-up 06/16/2026
      HISTORY OF PRESENT ILLNESS
      The patient is a 63-year-old right-handed male with a left MCA ischemic stroke in October 2025, with residual right hemiparesis and expressive aphasia. He walks with a quad cane. Speech therapy twice weekly. Takes clopidogrel and lisinopril.
      PHYSICAL EXAM
      BP 134/80. Right arm 3/5, leg 4/5. Nonfluent speech.
      ASSESSMENT AND PLAN
      Right hemiplegia affecting the dominant side following cerebral infarction. Continue PT/OT, AFO.
      Aphasia following cerebral infarction. Continue speech therapy.
      Hypertension. At goal, continue lisinopril.
      Secondary prevention: clopidogrel long term.
      """, ["I69351", "I69320", "I10", "Z7902"], sex: .male, age: 63),
    // "Imp/Plan" is an assessment.
    CodedNote(
      """
      HOSPITAL FOLLOW-UP (not TCM) 06/16/2026
      35 y/o F, established, discharged 6/9 with acute DVT of the left femoral vein after a long flight. On apixaban 5 BID. Swelling down. No chest pain or dyspnea. Hypercoag labs: heterozygous factor V Leiden. Stopped OCPs.
      Ext: left calf 2 cm > right, no erythema.
      Imp/Plan
      1. Acute left femoral vein DVT - continue apixaban 3-6 months, compression.
      2. Factor V Leiden heterozygote - hematology referral; avoid estrogen.
      """, ["I82412", "D6851", "Z7901"], age: 35),
    // Long note with reasoning under each problem.
    CodedNote(
      """
      CHIEF COMPLAINT

      Follow-up of heart failure.

      HISTORY OF PRESENT ILLNESS

      Ms. Edith Morgan is a 71-year-old female established patient who presents today for follow-up of chronic diastolic heart failure. She was last seen three months ago. She reports that she has been watching her salt and weighing herself every morning. She gets a little winded on stairs, which is unchanged. She denies chest pain, orthopnea, or leg swelling. She has not been dizzy. She takes Lasix 20 mg and losartan 50 mg every day and does not miss doses.

      REVIEW OF SYSTEMS

      • Constitutional: Denies fevers or chills.
      • Cardiovascular: Denies chest pain. Reports dyspnea on exertion.
      • Gastrointestinal: Denies bloody stools.

      PHYSICAL EXAM

      Respiratory
      Lungs are clear to auscultation bilaterally.

      Cardiovascular
      3/6 systolic murmur at the apex, unchanged. No edema.

      RESULTS

      Echocardiogram: preserved ejection fraction, moderate mitral regurgitation.
      Hemoglobin 10.9.

      ASSESSMENT AND PLAN

      Ms. Edith Morgan is a 71-year-old female who presents for follow-up of her heart failure.

      Chronic diastolic congestive heart failure.
      • Medical Reasoning: She is euvolemic on exam and her weights have been stable.
      • Medical Treatment: Continue Lasix 20 mg daily.
      • Patient Education and Counseling: We discussed a low sodium diet.

      Hypertension.
      • Medical Reasoning: Blood pressure is well controlled today.
      • Medical Treatment: Continue losartan 50 mg daily.

      Mitral regurgitation.
      • Medical Reasoning: Her murmur is unchanged and the recent echocardiogram shows moderate disease.
      • Specialist Referrals: None at this time. We will repeat the echocardiogram in a year.

      Anemia.
      • Medical Reasoning: Mild, without evidence of bleeding.
      • Additional Testing: Iron studies and B12 are ordered. If these are low we may consider iron deficiency anemia and a colonoscopy.

      Patient Agreements: The patient understands and agrees with the recommended medical treatment plan.
      """, ["I110", "I5032", "I340", "D649"], age: 71),
    // A disc with radiculopathy is one code.
    CodedNote(
      """
      CHIEF COMPLAINT

      Neck and left arm pain.

      HISTORY OF PRESENT ILLNESS

      Mr. Alan Shaw is a 49-year-old established male who returns with neck pain that runs down his left arm to the thumb for 6 weeks. He has numbness in the thumb. He does not have weakness. He has been taking naproxen. Physical therapy has helped a little.

      PHYSICAL EXAM

      Neck: limited extension. Spurling's positive on the left. Strength full.

      RESULTS

      MRI cervical spine reviewed by me: left C5-C6 disc herniation abutting the C6 root.

      ASSESSMENT

      Cervical disc herniation at C5-C6 with left-sided radiculopathy.

      PLAN

      Gabapentin 300 mg at night. Continue therapy with traction. If he does not improve in 4 weeks, we will consider an epidural injection or surgical referral.
      """, ["M50122"], sex: .male, age: 49),
    // A diabetic ulcer, its site and depth (the note at E11.621).
    CodedNote(
      """
      WOUND CLINIC 3/13/2026
      64M w/ T2DM on insulin glargine, diabetic polyneuropathy, peripheral artery disease. Follow-up left heel ulcer.
      Wound: L plantar heel 1.5 x 1.0 x 0.1 cm, limited to breakdown of skin, pale pink, no probe to bone, no erythema.
      Procedure: Selective debridement of biofilm and devitalized epidermis with curette, total 1.5 sq cm. No bleeding.
      Dx:
      1. Diabetic ulcer of left heel, limited to breakdown of skin
      2. T2DM with polyneuropathy
      3. T2DM with peripheral angiopathy (PAD)
      Plan: Foam dressing, offloading shoe. 2 weeks.
      """, ["E11621", "L97421", "E1142", "E1151", "Z794"], sex: .male, age: 64),
    // Retinopathy of both eyes (7th character).
    CodedNote(
      """
      Retina clinic 3/18/2026
      38-year-old established male, type 1 diabetic for 25 years. No complaints.
      VA 20/20 OU. IOP 14/14. DFE: few microaneurysms OU, no edema, no neovascularization. OCT: no macular edema OU.
      Impression: Type 1 diabetes with mild nonproliferative diabetic retinopathy without macular edema, both eyes.
      Plan: A1c control, return 9 months.
      """, ["E103293"], sex: .male, age: 38),
    // Osteoporosis with a fracture (I.C.13.d).
    CodedNote(
      """
      Osteoporosis clinic 3/27/2026
      79-year-old woman, established, 8 weeks after an osteoporotic compression fracture of L1. Pain much less, walks without brace. On alendronate for 6 years.
      Exam: mild kyphosis, L1 nontender.
      Assessment: Age-related osteoporosis with L1 vertebral compression fracture, subsequent encounter with routine healing. Treatment failure on alendronate.
      Plan: Stop alendronate; start teriparatide 20 mcg daily. Vitamin D.
      """, ["M8008XD", "Z7983"], age: 79),
    // A reaction to a drug: what it did, then the drug (I.C.19.e.5).
    CodedNote(
      """
      Acute visit 3/24/2026, established. 30-year-old man with itchy welts on trunk and arms since yesterday, day 4 of amoxicillin for a dental infection. No lip swelling, no wheeze.
      Exam: scattered urticarial wheals trunk. Lungs clear.
      Assessment: Allergic urticaria, adverse reaction to amoxicillin.
      Plan: Stop amoxicillin. Cetirizine 10 mg BID. Added to the allergy list. ED precautions.
      """, ["L500", "T360X5A"], sex: .male, age: 30),
  ]
}
