import ClaimModel
import Coding
import Testing

/// Notes of specialists' clinics with reasoning, education and orders below each problem, labelled by the guidelines before they were
/// coded.
@Suite struct SpecialistNoteTests {
  @Test(arguments: notes) func aSpecialistsNoteIsCodedByTheGuidelines(note: CodedNote) throws {
    let found = try note.codes(by: TestCoder.coder.get())
    #expect(found.first == note.codes.first, "\(found)")
    #expect(Set(found) == Set(note.codes), "\(found)")
  }

  static let notes: [CodedNote] = [
    CodedNote(
      """
      CHIEF COMPLAINT

      Follow-up of rheumatoid arthritis.

      HISTORY OF PRESENT ILLNESS

      Teresa Vaughn is a 54-year-old female with seropositive rheumatoid arthritis who presents for follow-up. She has been on methotrexate 15 mg weekly for 3 years with folic acid. Over the past 2 months she has noticed more morning stiffness, lasting about 90 minutes, and swelling of both hands. She has dry eyes and uses artificial tears. She had a DEXA scan last month.

      She quit smoking 10 years ago.

      PHYSICAL EXAMINATION

      • Musculoskeletal: Synovitis of the second and third MCP joints bilaterally. No nodules.

      RESULTS

      CRP 28. ESR 44. Hepatic panel normal. Anti-CCP positive.
      DEXA: T-score of -2.7 at the lumbar spine.

      ASSESSMENT AND PLAN

      Rheumatoid arthritis with positive rheumatoid factor.
      • Medical Reasoning: Her disease is active with a CDAI of 22 despite methotrexate.
      • Medical Treatment: Increase methotrexate to 20 mg weekly. We discussed adding adalimumab at the next visit if she does not improve.
      • Additional Testing: Hepatitis B and C serologies, and QuantiFERON, before a biologic is started.

      Osteoporosis.
      • Medical Reasoning: Her recent DEXA scan demonstrated osteoporosis at the lumbar spine. She has not had a fracture.
      • Medical Treatment: Start alendronate 70 mg weekly with calcium and vitamin D.

      Patient Agreements: The patient understands and agrees with the recommended medical treatment plan.
      """, ["M059", "M810", "Z87891", "Z79631"], sex: .female, age: 54),
    CodedNote(
      """
      CHIEF COMPLAINT

      Abnormal thyroid labs.

      HISTORY OF PRESENT ILLNESS

      Renee Cobb is a 36-year-old female who is referred for abnormal thyroid labs. She has lost 12 pounds over 3 months, has heat intolerance, palpitations, and tremulous hands. Her mother has Hashimoto's thyroiditis. She smokes half a pack of cigarettes per day. She is not pregnant; she uses a copper IUD.

      REVIEW OF SYSTEMS

      Constitutional: Reports weight loss and heat intolerance.
      Eyes: Reports gritty eyes.

      PHYSICAL EXAM

      Neck
      - Diffuse goiter without nodules. A bruit is heard.

      Eyes
      - Mild lid lag. No proptosis.

      RESULTS

      TSH less than 0.01. Free T4 3.4. TRAb 12.

      ASSESSMENT AND PLAN

      1. Graves' disease.
      - Medical Reasoning: Her labs and her diffuse goiter are diagnostic of Graves' disease with hyperthyroidism.
      - Medical Treatment: Start methimazole 20 mg daily and propranolol 20 mg 3 times a day. We discussed radioactive iodine and surgery.
      - Patient Education and Counseling: We discussed the risk of agranulocytosis and hepatitis with methimazole. She should call for fever or sore throat.

      2. Tobacco use.
      - Medical Reasoning: She smokes half a pack of cigarettes per day, which raises her risk of thyroid eye disease.
      - Patient Education and Counseling: I counseled her on smoking cessation for 5 minutes. She is not ready to quit.

      Patient Agreements: The patient understands and agrees with the recommended medical treatment plan.
      """, ["E0500", "F17210", "Z8349"], sex: .female, age: 36),
    CodedNote(
      """
      CHIEF COMPLAINT

      Follow-up of chronic kidney disease.

      HISTORY OF PRESENT ILLNESS

      Walter Simms is a 66-year-old male with type 2 diabetes, hypertension, and chronic kidney disease who presents for follow-up. His last eGFR was 38. He has been taking losartan 100 mg, amlodipine 10 mg, Jardiance 10 mg and glargine 24 units at bedtime. He has had no hypoglycemia. He denies foamy urine. He has some fatigue.

      REVIEW OF SYSTEMS

      • Constitutional: Endorses fatigue.
      • Genitourinary: Denies hematuria.

      PHYSICAL EXAMINATION

      • Cardiovascular: Regular rate and rhythm. No edema.

      VITALS REVIEWED

      • Blood Pressure: 134/78. BMI: 33.1.

      RESULTS

      Creatinine 1.9, eGFR 37. Urine albumin-creatinine ratio 480. Hemoglobin 10.4, ferritin 210. PTH 92. Potassium 4.8. A1c 7.3.

      ASSESSMENT AND PLAN

      Chronic kidney disease stage 3b.
      • Medical Reasoning: His kidney function is stable. This is due to his diabetes and hypertension.
      • Medical Treatment: Continue losartan and Jardiance.
      • Patient Education and Counseling: He was advised to avoid NSAIDs.

      Anemia of chronic kidney disease.
      • Medical Reasoning: His hemoglobin is 10.4 with normal iron stores.
      • Additional Testing: Repeat CBC in 2 months.

      Secondary hyperparathyroidism.
      • Medical Reasoning: His PTH is elevated at 92.
      • Medical Treatment: Initiate calcitriol 0.25 mcg three times weekly.

      Obesity.
      • Patient Education and Counseling: We discussed a plant-based diet.

      Patient Agreements: The patient understands and agrees with the recommended medical treatment plan.
      """, ["E1122", "I129", "N1832", "D631", "N2581", "E669", "Z6833", "Z794", "Z7984"], sex: .male, age: 66),
    CodedNote(
      """
      CHIEF COMPLAINT

      Vision changes.

      HISTORY OF PRESENT ILLNESS

      Lorraine Petty is a 71-year-old female who presents for blurry vision in both eyes, worse on the left, which has been getting worse over a year. She has glare when driving at night. She has been using latanoprost for her glaucoma in both eyes every night. She has type 2 diabetes, treated with metformin.

      PHYSICAL EXAM

      Visual acuity 20/40 right, 20/70 left. IOP 15 and 16. Slit lamp: 2+ nuclear sclerosis right, 3+ nuclear sclerosis left. Dilated fundus: cup-to-disc ratio 0.7 in both eyes. No diabetic retinopathy.

      RESULTS

      OCT: moderate thinning of the nerve fiber layer inferiorly in both eyes, stable.
      Visual fields: superior arcuate defect both eyes, stable.

      ASSESSMENT

      1. Age-related nuclear cataract, both eyes.
      2. Primary open-angle glaucoma, both eyes, moderate stage.
      3. Type 2 diabetes without retinopathy.

      PLAN

      1. The cataracts are visually significant, the left more than the right. She would like to go ahead with phacoemulsification of the left eye first. Biometry was done today.
      2. The pressure is at target. Continue latanoprost nightly in both eyes.
      3. No retinopathy was seen. Dilated examination in one year.
      """, ["H2513", "H401132", "E119", "Z7984"], sex: .female, age: 71),
    CodedNote(
      """
      CHIEF COMPLAINT

      Prenatal visit.

      HISTORY OF PRESENT ILLNESS

      Kayla Ortega is a 33-year-old G3P1011 at 29 weeks and 3 days who presents for a routine prenatal visit. She feels the baby move. She denies bleeding, leaking of fluid, or contractions. Her 3-hour glucose test last week had two elevated values. Her first child was born by cesarean section for breech presentation, and she desires a trial of labor. She has hypothyroidism and takes levothyroxine 75 mcg.

      VITALS

      Blood pressure 112/68. Weight 171 pounds. Fundal height 29 cm. Fetal heart rate 145.

      RESULTS

      TSH 2.1. Hemoglobin 10.1, ferritin 9.

      ASSESSMENT AND PLAN

      1. Gestational diabetes.
      - Medical Reasoning: Her fasting values on her log have been below 95. We will manage this with diet for now.
      - Specialist Referrals: Nutrition and diabetes education.

      2. Hypothyroidism in pregnancy.
      - Medical Treatment: Continue levothyroxine 75 mcg.

      3. Iron deficiency anemia in pregnancy.
      - Medical Treatment: Ferrous sulfate every other day.

      4. Previous cesarean section.
      - We reviewed the operative report, which shows a low transverse incision. She is a candidate for a trial of labor.
      """, ["O24410", "O99283", "O99013", "O34211", "E039", "D509", "Z3A29"], sex: .female, age: 33),
    CodedNote(
      """
      CHIEF COMPLAINT

      Right calf pain and swelling.

      HISTORY OF PRESENT ILLNESS

      Philip Marsh is a 49-year-old male who presents with right calf pain and swelling for 4 days. He returned from a flight from Singapore last week. He has factor V Leiden, which was found when his brother had a clot. He denies chest pain, shortness of breath, or hemoptysis. He had not been on any blood thinner.

      REVIEW OF SYSTEMS

      Cardiovascular: Denies chest pain.
      Respiratory: Denies dyspnea.

      PHYSICAL EXAM

      Right calf is 3 cm larger than the left, tender and warm. Pulses are intact.

      RESULTS

      Venous duplex today: occlusive thrombus of the right popliteal and posterior tibial veins.

      ASSESSMENT

      Acute deep vein thrombosis of the right popliteal and posterior tibial veins.
      Factor V Leiden heterozygosity.

      PLAN

      I had a lengthy discussion with the patient. We will start Xarelto 15 mg twice daily for 21 days, then 20 mg daily. I recommend at least 6 months of anticoagulation, and given his factor V Leiden we may consider longer. He should wear compression stockings for comfort. He knows to go to the emergency room if he has chest pain or shortness of breath.
      """, ["I82431", "D6851", "I82441"], sex: .male, age: 49),
    CodedNote(
      """
      CHIEF COMPLAINT

      Heavy periods.

      HISTORY OF PRESENT ILLNESS

      Simone Baxter is a 42-year-old female who presents with heavy menstrual bleeding for the past year. Her periods are regular, last 8 days, and she soaks a pad every hour on the first 3 days, with clots. She has cramping pain during her periods and feels tired. She has two children and does not want any more. Her last Pap smear was normal in 2024.

      PHYSICAL EXAM

      Pelvic
      - Uterus is enlarged, 12-week size, irregular, mobile. No adnexal masses.

      RESULTS

      Hemoglobin 9.1, MCV 71, ferritin 5.
      Pelvic ultrasound: 3 fibroids, the largest a 5 cm intramural fibroid at the fundus; the endometrium is 9 mm.

      ASSESSMENT AND PLAN

      1. Heavy menstrual bleeding.
      - Medical Reasoning: Her bleeding is due to her intramural fibroids, which were seen on the ultrasound.
      - Additional Testing: Endometrial biopsy was performed today without complication.
      - Medical Treatment: Tranexamic acid during menses. We discussed a hysterectomy, myomectomy, and embolization. She would like a hysterectomy.

      2. Iron deficiency anemia.
      - Medical Reasoning: This is from chronic blood loss with her periods.
      - Medical Treatment: Iron infusions before surgery.
      """, ["N920", "D500", "D251"], sex: .female, age: 42),
    CodedNote(
      """
      CHIEF COMPLAINT

      Follow-up of cirrhosis.

      HISTORY OF PRESENT ILLNESS

      Raymond Ketchum is a 58-year-old male with alcoholic cirrhosis who presents for follow-up. He has been sober for 14 months and attends AA. His abdomen has become more distended over the last month. He takes spironolactone 50 mg. He had variceal banding in February. He denies confusion or black stools.

      PHYSICAL EXAM

      CONSTITUTIONAL: Alert and oriented.
      EYES: No icterus.
      GI: Distended with a fluid wave. Splenomegaly.
      NEURO: No asterixis.
      SKIN: Spider angiomas.

      RESULTS

      Bilirubin 1.4. INR 1.3. Albumin 3.0. Platelets 82. Sodium 136.
      Ultrasound: nodular liver, moderate ascites, spleen 15 cm, no mass.

      ASSESSMENT

      1. Alcoholic cirrhosis with ascites
      2. Esophageal varices, without bleeding
      3. Thrombocytopenia
      4. Alcohol use disorder, severe, in sustained remission

      PLAN

      1. Increase spironolactone to 100 mg and add furosemide 40 mg. Sodium restriction to 2 grams a day. Diagnostic paracentesis next week. Ultrasound every 6 months to screen for hepatocellular carcinoma.
      2. Continue carvedilol 6.25 mg twice daily. Repeat endoscopy in 3 months.
      3. This is due to splenic sequestration from portal hypertension. Monitor.
      4. Congratulated on his sobriety.
      """, ["K7031", "I8510", "D696", "F1021", "K766"], sex: .male, age: 58),
    CodedNote(
      """
      CHIEF COMPLAINT

      Sinus problems.

      HISTORY OF PRESENT ILLNESS

      Curtis Wade is a 39-year-old male who is seen for sinus problems. For 5 months he has had facial pressure, thick drainage, and reduced sense of smell. He has been on 3 courses of antibiotics. He has asthma, which has been well controlled on Symbicort. He gets short of breath and congested whenever he takes aspirin.

      PHYSICAL EXAM

      Nose: Septum deviated to the left. Polyps in both middle meatuses. Mucopurulence on the right.

      RESULTS

      CT of the sinuses reveals opacification of the maxillary and ethmoid sinuses bilaterally.

      PROCEDURE

      Nasal endoscopy: After topical decongestion a rigid scope was passed. Grade 2 polyps were seen bilaterally.

      ASSESSMENT

      • Chronic rhinosinusitis with nasal polyps, maxillary and ethmoid
      • Deviated nasal septum
      • Asthma with aspirin sensitivity

      PLAN

      He will start budesonide rinses and a prednisone taper. If he does not improve we discussed endoscopic sinus surgery with septoplasty, or dupilumab. His asthma is stable; continue Symbicort. He should avoid aspirin and NSAIDs.
      """, ["J328", "J339", "J342", "J45909", "Z886"], sex: .male, age: 39),
    CodedNote(
      """
      CHIEF COMPLAINT

      Leg redness.

      HISTORY OF PRESENT ILLNESS

      Bernice Toller is a 60-year-old female who presents with redness of her left lower leg for 3 days. She scratched it on a rose bush while gardening last week. The redness has been spreading, and the leg is warm and painful. She had chills last night. She has lymphedema of both legs and uses compression. She is morbidly obese. She has had MRSA before.

      VITALS

      Temperature 99.8. BMI 46.2.

      PHYSICAL EXAM

      Skin: Left lower leg with an 8 x 12 cm area of erythema, warmth, and induration on the shin around a small scabbed abrasion. No fluctuance. Both legs with nonpitting edema.

      ASSESSMENT AND PLAN

      1. Cellulitis of the left lower leg.
      - Medical Reasoning: The redness began around the abrasion. There is no abscess. She has a history of MRSA.
      - Medical Treatment: Doxycycline 100 mg twice daily for 7 days. Elevation. The border was marked.
      - Return sooner for fever or spreading.

      2. Lymphedema.
      - Medical Treatment: Hold compression on the left until the pain improves, then resume.

      3. Morbid obesity.
      - Patient Education and Counseling: We discussed semaglutide. She will think about it.
      """, ["L03116", "I890", "E6601", "Z6842", "Z8614"], sex: .female, age: 60),
  ]
}
