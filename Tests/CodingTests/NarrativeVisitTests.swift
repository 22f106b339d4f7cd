import ClaimModel
import Coding
import Testing

/// Visits in the narrative manner of a scribe (history, findings, procedure, assessment with its reasoning) of further specialties, labelled
/// before they were coded.
@Suite struct NarrativeVisitTests {
  @Test(arguments: visits) func aNarrativeVisitIsCodedAsACoderWould(visit: LabelledVisit) throws {
    try visit.expectCodes(by: TestCoder.coder.get())
  }

  static let visits: [LabelledVisit] = [
    // Read by the clinician here, so that the tracing is no datum of the decision.
    LabelledVisit(
      """
      CHIEF COMPLAINT

      Follow-up of atrial fibrillation.

      HISTORY OF PRESENT ILLNESS

      Harold Finch is a 74-year-old male with persistent atrial fibrillation and hypertension who presents for follow-up. I last saw him 3 months ago. He states that over the past 3 weeks he has had more palpitations, mainly at night, and feels more winded when he climbs stairs. He denies chest pain or syncope. He takes Eliquis 5 mg twice daily and metoprolol succinate 50 mg daily without missing doses.

      REVIEW OF SYSTEMS

      • Cardiovascular: Endorses palpitations and dyspnea on exertion. Denies chest pain.

      PHYSICAL EXAMINATION

      • Cardiovascular: Irregularly irregular rhythm, rate about 105. No murmur.
      • Respiratory: Lungs are clear.
      • Extremities: No edema.

      VITALS REVIEWED

      • Blood pressure: 132/78. Heart rate: 106.

      RESULTS

      Electrocardiogram performed in the office today and interpreted by me shows atrial fibrillation with a ventricular rate of 108, no acute ST changes.

      ASSESSMENT AND PLAN

      Persistent atrial fibrillation.
      • Medical Reasoning: His rate is not well controlled and he is symptomatic.
      • Medical Treatment: Increase metoprolol succinate to 100 mg daily. Continue Eliquis 5 mg twice daily.
      • Additional Testing: We will order an echocardiogram, a TSH, and a basic metabolic panel.

      Hypertension.
      • Medical Reasoning: Well controlled.
      • Medical Treatment: Continue current regimen.

      INSTRUCTIONS

      Follow up in 4 weeks.
      """, ["I4819", "I10", "Z7901"], lines: ["99214-25", "93000"], age: 74, sex: .male),
    // The nerves by their number, the muscles by limbs; whoever is sent for the test has no visit beside it.
    LabelledVisit(
      """
      CHIEF COMPLAINT

      Numbness of both hands.

      HISTORY OF PRESENT ILLNESS

      Linda Marsh is a 52-year-old right-handed female referred by her primary care physician for electrodiagnostic testing of both upper extremities. She works in data entry and has had numbness of the thumb, index and middle fingers of both hands for about 8 months, worse at night. She wears splints at night with little relief.

      PHYSICAL EXAMINATION

      • Neurological: Strength is 5/5 except for mild weakness of right thumb abduction. Sensation is reduced in the median distribution bilaterally.

      PROCEDURE

      Nerve conduction studies and EMG were performed today. Motor and sensory nerve conduction studies of 8 nerves (bilateral median and ulnar motor, bilateral median and ulnar sensory). Needle EMG of the right upper extremity, 5 muscles, and of the left upper extremity, 5 muscles, was performed including cervical paraspinals.

      RESULTS

      Prolonged distal median latencies bilaterally, right worse than left. Needle examination was normal.

      ASSESSMENT

      Bilateral carpal tunnel syndrome, moderate on the right and mild on the left.

      PLAN

      The report will be sent to the referring physician.
      """, ["G5603"], lines: ["95910", "95886*2"], age: 52, sex: .female),
    // A drug begun for a lasting illness that is not controlled.
    LabelledVisit(
      """
      CHIEF COMPLAINT

      Cough and wheezing.

      HISTORY OF PRESENT ILLNESS

      Renee Dalton is a 36-year-old female with a history of asthma who presents for cough and wheezing. I saw her last about 5 months ago. She reports that she wakes up coughing 3 nights a week and is using her albuterol inhaler daily. She stopped Flovent in the spring because she felt well. She has a cat. She denies fevers or chest pain. She quit smoking 10 years ago.

      PHYSICAL EXAMINATION

      • Respiratory: Scattered expiratory wheezes bilaterally. No accessory muscle use.
      • Cardiovascular: Regular rate and rhythm.

      RESULTS

      Spirometry before and after bronchodilator was performed in the office today: FEV1 is 71 percent of predicted before albuterol and 86 percent after, a significant response.

      ASSESSMENT AND PLAN

      Moderate persistent asthma, uncontrolled.
      • Medical Reasoning: She stopped her controller and has nightly symptoms with reversible obstruction on spirometry.
      • Medical Treatment: Start Symbicort 160/4.5, 2 puffs twice daily. Continue albuterol as needed.
      • Patient Education and Counseling: Inhaler technique was reviewed and an asthma action plan was given.

      INSTRUCTIONS

      Follow up in 6 weeks.
      """, ["J4540", "Z87891"], lines: ["99214-25", "94060"], age: 36, sex: .female),
    // Minutes of psychotherapy under a heading of their own.
    LabelledVisit(
      """
      CHIEF COMPLAINT

      Medication follow-up.

      HISTORY OF PRESENT ILLNESS

      Jordan Blake is a 29-year-old female with major depressive disorder, recurrent, and generalized anxiety disorder who presents for follow-up. She was last seen 4 weeks ago. She reports her mood is still low most days, and she has trouble with motivation. Her sleep is poor. Anxiety is about the same. She is tolerating sertraline 50 mg. She denies suicidal ideation.

      PSYCHOTHERAPY

      In addition to medication management, 25 minutes of supportive and cognitive behavioral psychotherapy were provided, focused on behavioral activation and reframing negative thoughts about her job loss.

      MENTAL STATUS EXAM

      Dysphoric mood, constricted affect. Thought process linear. No suicidal or homicidal ideation. No psychosis.

      ASSESSMENT AND PLAN

      1. Major depressive disorder, recurrent, moderate. Not at goal. Increase sertraline to 100 mg daily.
      2. Generalized anxiety disorder. Continue as above. Hydroxyzine 25 mg at night as needed for sleep.

      Follow up in 4 weeks.
      """, ["F331", "F411"], lines: ["99214", "90833"], age: 29, sex: .female),
    // A rash that takes a prescription is an acute problem of low risk.
    LabelledVisit(
      """
      CHIEF COMPLAINT

      Telehealth visit for a rash.

      HISTORY OF PRESENT ILLNESS

      Priya Nair is a 33-year-old female, an established patient, seen by video visit from her home. She reports an itchy rash on both forearms that started 3 days ago after she was pulling weeds in her yard. She has used calamine lotion. She denies fever, facial swelling, or trouble breathing.

      EXAM (by video)

      Linear vesicles and erythematous plaques on both forearms. No facial involvement.

      ASSESSMENT AND PLAN

      Allergic contact dermatitis due to poison ivy.
      • Medical Reasoning: The linear pattern after gardening is typical.
      • Medical Treatment: Triamcinolone 0.1% cream twice daily for 10 days was prescribed. She may take Zyrtec daily for itching.
      • Patient Education and Counseling: Wash clothing and tools. Call if the rash spreads to the face.

      The patient consented to the telehealth visit, which was done with live audio and video.
      """, ["L237"], lines: ["99213-95"], age: 33, sex: .female),
    // Two instruments, and inoculations under a heading of the plan.
    LabelledVisit(
      """
      CHIEF COMPLAINT

      18-month well child check.

      HISTORY OF PRESENT ILLNESS

      Eli Novak is an 18-month-old male who is here with his father for his well child visit. He is a known patient of this clinic. His father has no concerns. He eats table foods and drinks whole milk. He walks well, climbs, and has about 15 words. He sleeps through the night. He attends daycare.

      PHYSICAL EXAM

      Weight 11.2 kg, 55th percentile. Height 82 cm. Head circumference 47.5 cm. Alert and playful. Ears clear. Heart regular without murmur. Lungs clear. Abdomen soft. Genitalia normal male, testes descended. Hips normal. Gait normal.

      DEVELOPMENTAL SCREENING

      M-CHAT-R was completed by the father and scored in the office: 0, low risk. ASQ-3 was completed and scored: all areas above cutoff.

      ASSESSMENT AND PLAN

      Healthy 18-month-old with normal growth and development.
      • Immunizations: Hepatitis A #2 and DTaP #4 were given today by the nurse. I counseled the father about the benefits and side effects of each vaccine.
      • Fluoride varnish was applied.
      • Return at 24 months.
      """, ["Z00129", "Z23"], lines: ["99392-25", "96110*2", "99188", "90633", "90700", "90460*2", "90461*2"], age: 1,
      sex: .male),
    // The deepest tissue decides; the wrap is part of it (NCCI).
    LabelledVisit(
      """
      CHIEF COMPLAINT

      Left leg ulcer.

      HISTORY OF PRESENT ILLNESS

      Raymond Ochoa is a 68-year-old male with chronic venous insufficiency who returns to the wound clinic for his left lower leg ulcer. He was last seen 1 week ago. He reports less drainage and no fever. He has been keeping his leg elevated.

      PHYSICAL EXAM

      Left medial lower leg: ulcer 4 x 3 cm with 50 percent yellow slough, moderate drainage, no cellulitis. Pedal pulses palpable.

      PROCEDURE

      Debridement of left leg ulcer: With a curette and scissors, devitalized tissue including slough and subcutaneous tissue was sharply excised over the whole wound, 12 sq cm. Bleeding was controlled with pressure. A multilayer compression wrap was then applied to the left leg.

      ASSESSMENT

      Venous stasis ulcer of the left calf with fat layer exposed.

      PLAN

      Weekly debridement and compression. Return in 1 week.
      """, ["I872", "L97222"], lines: ["11042"], age: 68, sex: .male),
    // Debridement and paring, told as the names of what was done.
    LabelledVisit(
      """
      CHIEF COMPLAINT

      Diabetic foot care.

      HISTORY OF PRESENT ILLNESS

      Bernice Cole is a 77-year-old female with type 2 diabetes with peripheral neuropathy who presents for her routine foot care. She was last seen 10 weeks ago. She cannot trim her own nails. She complains of painful thick nails when wearing shoes and a callus under each big toe joint.

      PHYSICAL EXAM

      Nails 1 through 5 of both feet are thick, yellow, and dystrophic with subungual debris. Hyperkeratotic lesions under the first metatarsal head of each foot. Pedal pulses are palpable. Protective sensation is absent to monofilament.

      PROCEDURE

      Debridement of 10 mycotic nails with nipper and burr. Paring of 2 calluses with a 15 blade. No complications.

      ASSESSMENT

      1. Onychomycosis.
      2. Type 2 diabetes with diabetic polyneuropathy.
      3. Calluses of both feet.

      PLAN

      Return in 10 weeks. Check feet daily.
      """, ["B351", "E1142", "L84"], lines: ["11721-59", "11056"], age: 77, sex: .female),
    // Chemotherapy whose harm is watched by blood counts.
    LabelledVisit(
      """
      CHIEF COMPLAINT

      Follow-up of breast cancer on chemotherapy.

      HISTORY OF PRESENT ILLNESS

      Helen Park is a 54-year-old female with stage IIB carcinoma of the left breast, status post lumpectomy, who presents prior to cycle 3 of adjuvant docetaxel and cyclophosphamide. She reports fatigue and mild numbness of her fingertips. She had one day of nausea which responded to Zofran. She denies fevers.

      PHYSICAL EXAMINATION

      • Constitutional: ECOG 1.
      • Breast: Left lumpectomy scar well healed.
      • Respiratory: Lungs are clear.

      RESULTS

      CBC today: WBC 4.1, ANC 2.2, hemoglobin 10.9, platelets 188. CMP: normal creatinine and liver enzymes.

      ASSESSMENT AND PLAN

      Malignant neoplasm of the left breast.
      • Medical Reasoning: Blood counts and liver function were reviewed and are adequate for treatment. She has grade 1 neuropathy.
      • Medical Treatment: Proceed with cycle 3 of docetaxel and cyclophosphamide tomorrow in the infusion center with Neulasta support. We will recheck CBC and CMP before each cycle to monitor for toxicity.

      Chemotherapy-induced nausea.
      • Medical Treatment: Continue Zofran 8 mg as needed.
      """, ["C50912", "R110", "T451X5A"], lines: ["99215"], age: 54, sex: .female),
    // The diameter with the margins; a closure in layers is billed beside it.
    LabelledVisit(
      """
      CHIEF COMPLAINT

      Excision of basal cell carcinoma.

      HISTORY OF PRESENT ILLNESS

      Marvin Cho is a 69-year-old male who presents for excision of a biopsy-proven basal cell carcinoma of the upper back. The biopsy was done here 3 weeks ago. He takes aspirin. No allergies to lidocaine.

      PROCEDURE

      Excision of malignant lesion, upper back: The lesion measured 1.2 cm. With 0.4 cm margins the excised diameter was 2.0 cm. After consent and local anesthesia, an elliptical excision was carried down to the subcutaneous fat. Hemostasis was obtained. The wound was closed in layers with deep 4-0 Vicryl sutures and 4-0 nylon skin sutures for a final length of 5.2 cm. The specimen was sent to pathology.

      ASSESSMENT

      Basal cell carcinoma of the skin of the back.

      PLAN

      Wound care instructions were given. Suture removal in 14 days.
      """, ["C44519"], lines: ["11602", "12032"], age: 69, sex: .male),
  ]
}
