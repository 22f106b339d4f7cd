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
      """, ["J328", "J339", "J342", "J45909", "Z7951", "Z886"], sex: .male, age: 39),
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
    CodedNote(
      """
      CHIEF COMPLAINT

      Follow-up of heart failure.

      HISTORY OF PRESENT ILLNESS

      Douglas Farrow is a 77-year-old male with a past medical history significant for heart failure with preserved ejection fraction, atrial fibrillation, and chronic kidney disease stage 3a, who presents for follow-up. He was in the hospital in April with fluid overload. He has been weighing himself daily and his weight is down 6 pounds. He sleeps on 2 pillows. He takes torsemide 20 mg, Eliquis 5 mg twice daily, and metoprolol. He has hypertension.

      REVIEW OF SYSTEMS

      • Cardiovascular: Denies chest pain. Endorses mild leg swelling.
      • Respiratory: Endorses dyspnea on exertion.

      PHYSICAL EXAMINATION

      • Cardiovascular: Irregularly irregular. 2/6 systolic murmur at the right upper sternal border.
      • Respiratory: Clear bilaterally.
      • Musculoskeletal: Trace edema.

      RESULTS

      BMP: creatinine 1.5, potassium 4.4.
      Echocardiogram: ejection fraction 60%, grade 2 diastolic dysfunction, mild aortic stenosis.

      ASSESSMENT AND PLAN

      Chronic diastolic heart failure.
      • Medical Reasoning: He is euvolemic today. His echocardiogram demonstrated a normal ejection fraction with diastolic dysfunction, as well as mild aortic stenosis.
      • Medical Treatment: Continue torsemide 20 mg daily. Initiate Jardiance 10 mg daily.

      Permanent atrial fibrillation.
      • Medical Reasoning: His rate is controlled.
      • Medical Treatment: Continue Eliquis and metoprolol.

      Hypertension.
      • Medical Reasoning: Well controlled.

      Chronic kidney disease stage 3a.
      • Medical Reasoning: Creatinine is stable at 1.5.
      • Additional Testing: Repeat BMP in 2 weeks after starting Jardiance.

      Patient Agreements: The patient understands and agrees with the recommended medical treatment plan.
      """, ["I130", "I5032", "I4821", "N1831", "I350", "Z7901"], sex: .male, age: 77),
    CodedNote(
      """
      CHIEF COMPLAINT

      Dizziness.

      HISTORY OF PRESENT ILLNESS

      Paula Nichols is a 61-year-old female who presents for dizziness. For one week she has had spells of the room spinning, lasting less than a minute, when she rolls over in bed to the left or looks up. She has had nausea with the spells. She denies hearing loss or ringing. She has hypothyroidism and takes levothyroxine.

      REVIEW OF SYSTEMS

      HENT: Denies hearing loss.
      Gastrointestinal: Reports nausea.
      Neurological: Reports dizziness. Denies headaches or weakness.

      PHYSICAL EXAM

      Neurological
      - Dix-Hallpike is positive on the left with upbeat torsional nystagmus. Gait is normal.

      ASSESSMENT AND PLAN

      1. Dizziness.
      - Medical Reasoning: Her history and the positive Dix-Hallpike maneuver are diagnostic of benign paroxysmal positional vertigo of the left ear.
      - Medical Treatment: An Epley maneuver was performed in the office with resolution of her symptoms. She can take meclizine as needed.
      - Patient Education and Counseling: She was shown how to do the maneuver at home. There are no signs of a stroke.

      2. Hypothyroidism.
      - Medical Treatment: Continue levothyroxine 100 mcg daily.
      - Additional Testing: TSH.

      Patient Agreements: The patient understands and agrees with the recommended medical treatment plan.
      """, ["H8112", "E039"], sex: .female, age: 61),
    CodedNote(
      """
      CHIEF COMPLAINT

      Breast cancer follow-up.

      HISTORY OF PRESENT ILLNESS

      Carmen Ibarra is a 62-year-old female with stage IIA invasive ductal carcinoma of the left breast, upper outer quadrant, ER positive, PR positive, HER2 negative, who presents for follow-up. She had a lumpectomy and sentinel node biopsy in 2024 followed by radiation. She has been on anastrozole for 18 months. She has hot flashes and aching in her hands and knees since starting it. Her last mammogram in March was benign.

      PHYSICAL EXAM

      Breast: Well-healed left lumpectomy scar. No masses.
      Lymphatic: No axillary adenopathy.

      RESULTS

      DEXA: T-score -1.8 at the femoral neck.

      ASSESSMENT AND PLAN

      1. Stage IIA left breast cancer, ER/PR positive, HER2 negative.
      - Medical Reasoning: She has no evidence of disease. She is to complete 5 years of adjuvant endocrine therapy.
      - Medical Treatment: Continue anastrozole 1 mg daily.
      - Additional Testing: Mammogram in March.

      2. Arthralgias due to anastrozole.
      - Medical Treatment: Start duloxetine 30 mg daily. If this does not help we will switch to exemestane.

      3. Osteopenia.
      - Medical Treatment: Calcium and vitamin D. Repeat DEXA in 2 years.
      """, ["C50412", "M2550", "M8580", "Z1732", "Z79811", "Z170", "Z1721", "T386X5A"], sex: .female, age: 62),
    CodedNote(
      """
      CHIEF COMPLAINT

      Diabetes follow-up.

      HISTORY OF PRESENT ILLNESS

      Kelsey Drummond is a 29-year-old female with type 1 diabetes since age 11 who presents for follow-up. She uses an insulin pump with a continuous glucose monitor. She has been having low blood sugars in the 50's at night about 3 times a week, with sweating. She has mild nonproliferative diabetic retinopathy in both eyes, followed by ophthalmology, without macular edema. She also has celiac disease and follows a gluten-free diet.

      RESULTS

      Hemoglobin A1c 6.6. CGM: time in range 68%, below range 9%. Urine microalbumin normal. TSH 2.2.

      ASSESSMENT AND PLAN

      1. Type 1 diabetes with hypoglycemia.
      - Medical Reasoning: Her lows are at night, after evening exercise.
      - Medical Treatment: Decrease the basal rate between midnight and 5 AM by 20 percent. Use a temporary target after exercise. Glucagon was refilled.

      2. Mild nonproliferative diabetic retinopathy.
      - Medical Reasoning: This is stable by her ophthalmologist's report.

      3. Celiac disease.
      - Medical Treatment: Continue the gluten-free diet.
      - Additional Testing: tTG IgA.
      """, ["E10649", "K900", "E103293", "Z9641"], sex: .female, age: 29),
    CodedNote(
      """
      CHIEF COMPLAINT

      Chest pain follow-up.

      HISTORY OF PRESENT ILLNESS

      Leonard Moss is a 64-year-old male who returns for follow-up of chest pain. He has had pressure in his chest when walking up hills for 2 months, relieved by rest. He has hyperlipidemia and has not been taking his statin because it made his legs ache. He smokes a pack of cigarettes per day. His father had a heart attack at 50.

      RESULTS

      Nuclear stress test: moderate reversible defect of the anterior wall. Coronary CT angiogram: 70% stenosis of the mid LAD, calcium score 412.
      LDL 162.

      ASSESSMENT AND PLAN

      1. Coronary artery disease with stable angina.
      - Medical Reasoning: His coronary CT demonstrated a 70% stenosis of the LAD, and his stress test was abnormal.
      - Medical Treatment: Start aspirin 81 mg, metoprolol succinate 25 mg, and nitroglycerin as needed.
      - Additional Testing: Left heart catheterization next week.

      2. Hyperlipidemia.
      - Medical Reasoning: He did not tolerate atorvastatin due to muscle aches.
      - Medical Treatment: Start rosuvastatin 5 mg every other day and ezetimibe 10 mg.

      3. Nicotine dependence.
      - Medical Reasoning: He smokes a pack a day.
      - Patient Education and Counseling: I counseled him for 4 minutes. He agreed to try varenicline.
      """, ["I25118", "E785", "F17210", "Z8249"], sex: .male, age: 64),
    CodedNote(
      """
      CHIEF COMPLAINT

      Abdominal pain.

      HISTORY OF PRESENT ILLNESS

      Beverly Katz is a 63-year-old female who presents with left lower abdominal pain for 3 days, with low-grade fever and constipation. She had diverticulitis 4 years ago treated with antibiotics. She denies blood in her stool. She has GERD, on pantoprazole, and had an appendectomy as a child. She is allergic to sulfa.

      VITALS

      Temperature 100.2.

      PHYSICAL EXAM

      Gastrointestinal
      - Tender in the left lower quadrant with mild guarding. No rebound.

      RESULTS

      WBC 13.2. CT of the abdomen today: sigmoid diverticulitis without abscess or perforation. A 2.4 cm simple cyst of the right kidney. Hepatic steatosis.

      ASSESSMENT AND PLAN

      1. Acute diverticulitis.
      - Medical Reasoning: Her CT showed uncomplicated sigmoid diverticulitis.
      - Medical Treatment: Augmentin 875 mg twice daily for 7 days. Clear liquids, advance as tolerated.
      - Additional Testing: Colonoscopy in 6 to 8 weeks.

      2. Hepatic steatosis.
      - Medical Reasoning: This was an incidental finding on her CT.
      - Additional Testing: Liver panel. FIB-4 will be calculated.

      3. GERD.
      - Medical Treatment: Continue pantoprazole.
      """, ["K5732", "K760", "K219", "Z9049", "Z882"], sex: .female, age: 63),
    CodedNote(
      """
      CHIEF COMPLAINT

      Toe infection.

      HISTORY OF PRESENT ILLNESS

      Andre Pickett is a 57-year-old male with type 2 diabetes, peripheral neuropathy, and peripheral artery disease, who presents for an infected left second toe. He noticed drainage a week ago after wearing new boots. He cannot feel his feet well. He takes insulin degludec and metformin. He had a stent placed in his left leg in 2023. He smokes half a pack per day.

      PHYSICAL EXAM

      Left second toe: a 0.8 cm ulcer at the tip that probes to bone, with surrounding erythema. Dorsalis pedis is faint. Monofilament absent to the ankles.

      RESULTS

      X-ray of the left foot: erosion of the distal phalanx of the second toe consistent with osteomyelitis.
      MRI of the left foot: marrow edema and cortical destruction of the distal phalanx, diagnostic of osteomyelitis.
      A1c 9.8.

      ASSESSMENT

      1. Diabetic ulcer of the left second toe with osteomyelitis.
      2. Type 2 diabetes with neuropathy and peripheral angiopathy, with hyperglycemia.

      PLAN

      1. MRI confirmed osteomyelitis of the distal phalanx. He will start doxycycline and amoxicillin-clavulanate after a bone culture. We discussed partial toe amputation. Referral to vascular surgery.
      2. He will follow up with his endocrinologist. Counseled to stop smoking.
      """, ["E11621", "E1165", "E1169", "E1151", "E1140", "M869", "Z794", "Z7984", "L97529", "F17210"], sex: .male,
      age: 57),
    CodedNote(
      """
      CHIEF COMPLAINT

      Medicare wellness and follow-up of chronic problems.

      HISTORY OF PRESENT ILLNESS

      Bernard Holt is a 79-year-old male who presents for follow-up of his chronic problems. He had a stroke in 2021 which left him with weakness of his right side; he is right-handed and walks with a cane. He takes Plavix and atorvastatin. His gout has not bothered him since he began allopurinol. He gets up twice a night to urinate. His wife died in November and he has been sad and not sleeping, but he is eating and sees his friends.

      PHYSICAL EXAMINATION

      • Neurological: Right arm and leg strength 4/5.
      • Cardiovascular: Right carotid bruit.

      RESULTS

      Uric acid 5.4. LDL 68. Creatinine 1.3, eGFR 56.

      ASSESSMENT AND PLAN

      Right hemiparesis due to old stroke.
      • Medical Reasoning: His weakness is unchanged.
      • Medical Treatment: Continue Plavix and atorvastatin.

      Carotid bruit.
      • Additional Testing: Carotid ultrasound.

      Gout.
      • Medical Treatment: Continue allopurinol 200 mg.

      Grief.
      • Medical Reasoning: He is grieving the loss of his wife. I do not think he has major depression.
      • Specialist Referrals: Bereavement group.

      Patient Agreements: The patient understands and agrees with the recommended medical treatment plan.
      """, ["I69351", "R0989", "M109", "Z634", "Z7902"], sex: .male, age: 79),
    CodedNote(
      """
      CHIEF COMPLAINT

      Follow-up of migraines and anxiety.

      HISTORY OF PRESENT ILLNESS

      Ashley Kern is a 32-year-old female who presents for follow-up of her migraines and anxiety. She is having 12 to 15 headache days per month, with throbbing on one side, nausea, and light sensitivity, in spite of topiramate. She takes ibuprofen 4 or 5 days a week. She does not have an aura. Her anxiety is better on Lexapro. She is sleeping 7 hours. She uses a Mirena IUD.

      PHYSICAL EXAMINATION

      • Neurological: Cranial nerves intact. Fundi are sharp.

      ASSESSMENT AND PLAN

      Chronic migraine without aura.
      • Medical Reasoning: She has failed topiramate and propranolol. Her migraines are intractable.
      • Medical Treatment: Start Aimovig 70 mg monthly. Stop topiramate.

      Medication overuse headache.
      • Medical Reasoning: Her use of ibuprofen is contributing to her headaches.
      • Patient Education and Counseling: She was advised to limit ibuprofen to 2 days a week.

      Generalized anxiety disorder.
      • Medical Treatment: Continue Lexapro 10 mg.

      Patient Agreements: The patient understands and agrees with the recommended medical treatment plan.
      """, ["G43719", "G4440", "F411"], sex: .female, age: 32),
    CodedNote(
      """
      CHIEF COMPLAINT

      Follow-up of COPD and lung nodule.

      HISTORY OF PRESENT ILLNESS

      Dale Cooper is a 69-year-old male with COPD, coronary artery disease with a prior CABG, and a 6 mm lung nodule who presents for follow-up. His breathing has been stable; he can walk 2 blocks. He uses Anoro daily and albuterol twice a week. He has cut back to 5 cigarettes a day from a pack. He takes aspirin and atorvastatin.

      PHYSICAL EXAMINATION

      • Respiratory: Decreased breath sounds. No wheezes.
      • Cardiovascular: Sternotomy scar. Regular rate.

      RESULTS

      CT of the chest without contrast: stable 6 mm solid nodule in the left lower lobe. Moderate centrilobular emphysema.
      Spirometry: FEV1 52%.

      ASSESSMENT AND PLAN

      COPD with emphysema.
      • Medical Reasoning: His CT demonstrated moderate centrilobular emphysema. He is stable.
      • Medical Treatment: Continue Anoro and albuterol. Referral to pulmonary rehabilitation.

      Solitary pulmonary nodule, left lower lobe.
      • Medical Reasoning: It has not grown over 12 months.
      • Additional Testing: Repeat CT in 12 months.

      Tobacco dependence.
      • Patient Education and Counseling: He is smoking 5 cigarettes a day. I offered a nicotine patch and counseled him for 3 minutes.

      Coronary artery disease.
      • Medical Reasoning: No angina.
      • Medical Treatment: Continue aspirin and atorvastatin.

      Patient Agreements: The patient understands and agrees with the recommended medical treatment plan.
      """, ["J432", "R911", "I2510", "F17210", "Z951", "Z7982"], sex: .male, age: 69),
    CodedNote(
      """
      CHIEF COMPLAINT

      Kidney transplant follow-up.

      HISTORY OF PRESENT ILLNESS

      Yolanda Pierce is a 53-year-old female who is 4 years out from a deceased donor kidney transplant for IgA nephropathy. She takes tacrolimus, mycophenolate, and prednisone 5 mg. She has burning with urination and frequency for 3 days, without fever or pain over her graft. She had a squamous cell carcinoma of her left ear removed in January.

      VITALS

      Temperature 98.4. Blood pressure 136/80.

      RESULTS

      Creatinine 1.2, stable. Tacrolimus trough 6.1. Urinalysis: positive nitrite and leukocyte esterase. BK virus PCR: not detected.

      ASSESSMENT AND PLAN

      1. Acute cystitis.
      - Medical Treatment: Cephalexin 500 mg twice daily for 7 days. Urine culture sent.

      2. Kidney transplant.
      - Medical Reasoning: Her graft function is excellent.
      - Medical Treatment: Continue tacrolimus 2 mg twice daily, mycophenolate 500 mg twice daily, and prednisone 5 mg daily.

      3. Hypertension.
      - Medical Treatment: Continue amlodipine.
      """, ["N3000", "I10", "Z79621", "Z79624", "Z7952", "Z940"], sex: .female, age: 53),
    CodedNote(
      """
      CHIEF COMPLAINT

      Emergency room follow-up.

      HISTORY OF PRESENT ILLNESS

      Sheila Grant is a 57-year-old female who presents for follow-up after an emergency room visit for syncope. She was standing in line at the pharmacy when she became sweaty and lightheaded and passed out for a few seconds. She did not hit her head. Her workup, including a CT of the head and troponins, was normal. She had not eaten that day. She takes hydrochlorothiazide for her high blood pressure and Zoloft for depression.

      REVIEW OF SYSTEMS

      • Constitutional: Denies fevers.
      • Cardiovascular: Denies chest pain or palpitations.
      • Neurological: Endorses lightheadedness. Denies seizures.
      • Psychiatric: Endorses depression.

      PHYSICAL EXAMINATION

      • Cardiovascular: Regular rate and rhythm. No carotid bruits.
      • Neurological: No focal deficits.

      VITALS REVIEWED

      • Blood Pressure: 118/70 mmHg lying, 96/60 mmHg standing.

      RESULTS

      Potassium 3.2. EKG normal.

      ASSESSMENT AND PLAN

      Syncope.
      • Medical Reasoning: Her syncope was caused by orthostatic hypotension, which is a side effect of her hydrochlorothiazide.
      • Medical Treatment: Discontinue hydrochlorothiazide. She will drink at least 2 liters of water a day.

      Hypokalemia.
      • Medical Reasoning: This is also from the diuretic.
      • Medical Treatment: Potassium chloride 20 mEq daily for 5 days.
      • Additional Testing: Repeat BMP in 1 week.

      Hypertension.
      • Medical Treatment: We will hold her medication and start amlodipine 2.5 mg if her pressures are above 140/90.

      Depression.
      • Medical Reasoning: Stable on Zoloft.

      Patient Agreements: The patient understands and agrees with the recommended medical treatment plan.
      """, ["I952", "E876", "I10", "F32A", "T502X5A"], sex: .female, age: 57),
    CodedNote(
      """
      CHIEF COMPLAINT

      Diabetes follow-up.

      HISTORY OF PRESENT ILLNESS

      Luther Banks is a 60-year-old male who presents for follow-up of his diabetes. He has had type 2 diabetes for 14 years. He takes Lantus 30 units at night, metformin, and Trulicity. He has burning in both feet at night, worse this year. He has not had any low blood sugars. He sees the eye doctor for background retinopathy. He stopped smoking 5 years ago.

      PHYSICAL EXAMINATION

      • Musculoskeletal: Feet with calluses, no ulcers. Pulses 1+. Absent monofilament sensation at the toes.

      RESULTS

      Hemoglobin A1c 9.1. Urine albumin to creatinine ratio 95, elevated. eGFR 72. LDL 88.

      ASSESSMENT AND PLAN

      Type 2 diabetes, uncontrolled with hyperglycemia.
      • Medical Reasoning: His hemoglobin A1c is 9.1.
      • Medical Treatment: Increase Lantus to 36 units. Increase Trulicity to 3 mg weekly.

      Diabetic peripheral neuropathy.
      • Medical Reasoning: The burning in his feet is from diabetic neuropathy.
      • Medical Treatment: Start duloxetine 30 mg daily.

      Microalbuminuria.
      • Medical Reasoning: His urine albumin is elevated at 95.
      • Medical Treatment: Start lisinopril 10 mg daily.

      Hyperlipidemia.
      • Medical Treatment: Continue atorvastatin 40 mg.

      Patient Agreements: The patient understands and agrees with the recommended medical treatment plan.
      """, ["E1165", "E11319", "E1142", "R809", "E785", "Z794", "Z7984", "Z7985"], sex: .male, age: 60),
    CodedNote(
      """
      CHIEF COMPLAINT

      Follow-up of seizure disorder.

      HISTORY OF PRESENT ILLNESS

      Darla Finch is a 30-year-old female with focal epilepsy from left mesial temporal sclerosis who presents for follow-up. She has 2 to 3 seizures per month in which she stares and smacks her lips and is unaware for a minute. She has tried levetiracetam, lamotrigine, and lacosamide. Her last convulsion was 2 years ago. She does not drive. She is trying to get pregnant and takes folic acid.

      RESULTS

      MRI brain: left hippocampal sclerosis. Video EEG: left temporal onset seizures.

      ASSESSMENT

      Drug-resistant left temporal lobe epilepsy with focal impaired awareness seizures.

      PLAN

      She has failed three medications and is a candidate for epilepsy surgery. She will be presented at our surgical conference. Neuropsychological testing was ordered. Continue lamotrigine and lacosamide. We discussed seizure precautions and the risks of her medications in pregnancy.
      """, ["G40219"], sex: .female, age: 30),
  ]
}
