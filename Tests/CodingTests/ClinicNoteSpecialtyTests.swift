import ClaimModel
import Coding
import Testing

/// Notes of clinics of different specialties, written for the project and labelled by the guidelines before they were coded.
@Suite struct ClinicNoteSpecialtyTests {
  @Test(arguments: notes) func aSpecialtysNoteIsCodedByTheGuidelines(note: CodedNote) throws {
    let found = try note.codes(by: TestCoder.coder.get())
    #expect(found.first == note.codes.first, "\(found)")
    #expect(Set(found) == Set(note.codes), "\(found)")
  }

  static let notes: [CodedNote] = [
    // Dermatology. The mother's psoriasis is family history (I.C.21.c.4).
    CodedNote(
      """
      S: Itchy rash of both hands for two weeks since she began to wear a new ring. Her mother has psoriasis. No fever.

      O: Vesicles between the fingers.

      A: Allergic contact dermatitis due to nickel.

      P: Triamcinolone 0.1% cream twice daily. Avoid the ring.
      """, ["L230", "Z840"], age: 34),
    // Cardiology. The old infarction and the bypass are told in the story (I.C.9.e.4, I.C.21.c.3).
    CodedNote(
      """
      HPI: This 68-year-old gentleman returns for his coronary artery disease. Previous MI in 2019, status post CABG the same year. He quit smoking then. No chest pain, no dyspnea, no edema.

      Exam: BP 128/74. Regular rhythm.

      Impression:
      1. Coronary artery disease, stable. Continue metoprolol.
      2. Hypertension, at goal.
      3. Hyperlipidemia. Continue rosuvastatin.
      """, ["I2510", "I10", "E785", "I252", "Z951", "Z87891"], sex: .male, age: 68),
    // Gastroenterology. What is likely is not coded (IV.H).
    CodedNote(
      """
      Chief complaint: Blood on the toilet paper.

      HPI: Bright red blood with bowel movements for a month. Family history of colon cancer. She denies weight loss, and has no abdominal pain.

      Assessment and Plan:
      1. Rectal bleeding, likely hemorrhoids. Colonoscopy.
      """, ["K625", "Z800"], age: 52),
    // Pediatrics. The mother tells, and the brother has the cold.
    CodedNote(
      """
      Mom reports fever and pulling at the right ear for two days. His brother has a cold. No vomiting.

      PE: Right tympanic membrane red and bulging. Lungs clear.

      Assessment: Acute suppurative otitis media of the right ear.

      Plan: Amoxicillin for ten days.
      """, ["H66001"], sex: .male, age: 4),
    // Neurology. One seizure is no epilepsy (index: Seizure).
    CodedNote(
      """
      HPI: 29-year-old woman seen after one seizure yesterday, told by her roommate. No earlier seizures. Her brother has epilepsy.

      Neurologic exam: normal.

      Assessment: Seizure, the first one.

      Plan: EEG. No driving until then.
      """, ["R569", "Z820"], age: 29),
    // Orthopedics.
    CodedNote(
      """
      CC: Right shoulder pain.

      HPI: Pain when reaching overhead since he painted a ceiling. Denies numbness or weakness. Could not sleep on it because of the pain.

      Exam: Positive Hawkins and Neer signs.

      Imaging: X-rays of the shoulder last month at the hospital, no fracture.

      A/P: Impingement syndrome of the right shoulder. Physical therapy.
      """, ["M7541"], sex: .male, age: 45),
    // Urology. The symptom that the code asks for is added (I.A.17).
    CodedNote(
      """
      HPI: Returns for BPH. He gets up three times a night. Denies hematuria or dysuria. His father had prostate cancer.

      Labs: PSA 1.1.

      Assessment: BPH with lower urinary tract symptoms, nocturia.

      Plan: Tamsulosin 0.4 mg.
      """, ["N401", "R351", "Z8042"], sex: .male, age: 61),
    // Gynecology.
    CodedNote(
      """
      S: Heavy regular periods for six months. No intermenstrual bleeding, no pelvic pain. Mother went through menopause at 50.

      O: Hemoglobin 9.8, ferritin 5.

      A: 1. Menorrhagia with regular cycle.
      2. Iron deficiency anemia due to chronic blood loss.

      P: Tranexamic acid. Iron.
      """, ["N920", "D500"], age: 41),
    // Pulmonology. What was ruled out is not coded.
    CodedNote(
      """
      HPI: More cough and wheeze for four days. He is a former smoker. No hemoptysis. CT ruled out pulmonary embolism.

      Exam: Diffuse wheezes.

      Assessment and Plan: COPD with acute exacerbation. Prednisone 40 mg for five days, doxycycline.
      """, ["J441", "Z87891"], sex: .male, age: 70),
    // Endocrinology, a template with a review of systems.
    CodedNote(
      """
      Chief complaint: Diabetes follow-up.

      ROS:
      Constitutional: negative for fever, weight loss.
      Cardiovascular: negative for chest pain, palpitations.
      Neurologic: positive for numbness of the feet.

      PE: Absent ankle reflexes. No ulcers.

      Assessment/Plan:
      1. Type 2 diabetes mellitus with diabetic polyneuropathy. Continue metformin.
      2. Hypothyroidism, stable. Continue levothyroxine.
      """, ["E1142", "E039", "Z7984"], age: 55),
    // Ear, nose and throat. A negative test denies nothing after it.
    CodedNote(
      """
      HPI: Facial pressure and thick nasal discharge for twelve days. Rapid strep negative, maxillary tenderness. Possible deviated septum noted in the past.

      Impression: Acute maxillary sinusitis.

      Plan: Amoxicillin-clavulanate.
      """, ["J0100"], age: 38),
    // Psychiatry. The wife reports, and has nothing.
    CodedNote(
      """
      Interval history: His wife reports that he sleeps better. He denies suicidal ideation, panic or substance use.

      MSE: Mood fair, affect full.

      Diagnoses:
      1. Major depressive disorder, recurrent, moderate.
      2. Generalized anxiety disorder.

      Plan: Continue sertraline.
      """, ["F331", "F411"], sex: .male, age: 33),
    // Rheumatology. Pain belongs to the arthrosis (I.B.5).
    CodedNote(
      """
      HPI: Knee pain on stairs for years, mild morning stiffness, no swelling. She takes acetaminophen.

      Exam: Crepitus of both knees, no effusion.

      Assessment: Primary osteoarthritis of both knees.

      Plan: Exercise. Injection to be considered if pain gets worse.
      """, ["M170"], age: 58),
    // Urgent care.
    CodedNote(
      """
      26-year-old man with runny nose and sore throat for three days, told that his roommate coughs too. No fever. Rapid flu test ordered to rule out influenza.

      A: Acute upper respiratory infection.
      P: Rest and fluids. Return if shortness of breath or chest pain.
      """, ["J069"], sex: .male, age: 26),
    // Oncology follow-up. The tumor is past (I.C.2.m), the mother's osteoporosis hers.
    CodedNote(
      """
      HPI: Left breast cancer in 2015, lumpectomy, no treatment since 2020. Mother had osteoporosis. Bone density: T-score -2.8 at the hip.

      Assessment and Plan:
      1. Age-related osteoporosis. Alendronate weekly.
      2. History of left breast cancer, no evidence of disease.
      """, ["M810", "Z853", "Z8262", "Z7983"], age: 63),
  ]
}
