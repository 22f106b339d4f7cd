import ClaimModel
import Coding
import Testing

/// What the reasoning of an assessment and the rest of a note add to the problems listed.
@Suite struct AssessmentReasoningTests {
  private func expect(_ note: CodedNote) throws {
    let found = try note.codes(by: TestCoder.coder.get())
    #expect(found.first == note.codes.first, "\(found)")
    #expect(Set(found) == Set(note.codes), "\(found)")
  }

  private static func note(
    _ assessment: String, history: String = "She comes for a recheck.", results: String = "Reviewed.", _ codes: [String]
  ) -> CodedNote {
    CodedNote(
      "HISTORY OF PRESENT ILLNESS\n\n\(history)\n\nRESULTS\n\n\(results)\n\nASSESSMENT AND PLAN\n\n\(assessment)\n",
      codes)
  }

  /// The same of a man.
  private static func sexed(_ note: CodedNote) -> CodedNote {
    var note = note
    note.sex = .male
    return note
  }

  /// Sections III.B, IV.D, IV.J and IV.K: what a test showed, what is looked into, what a drug is given for, and what caused a symptom.
  @Test(arguments: [
    note(
      "Heart failure.\n- Medical Reasoning: Her echocardiogram showed moderate mitral regurgitation.", ["I509", "I340"]),
    note(
      "Heart failure.\n- Medical Reasoning: An echocardiogram 4 years ago showed mitral regurgitation.", ["I509"]),
    note("Heart failure.\n- Medical Reasoning: The echocardiogram did not show mitral regurgitation.", ["I509"]),
    note("Asthma.\n- Medical Reasoning: The chest film showed changes consistent with sarcoidosis.", ["J45909"]),
    note("Hypertension.\n- Additional Testing: An echocardiogram is ordered to evaluate her murmur.", ["I10", "R011"]),
    note("Hypertension.\n- Additional Testing: An echocardiogram is ordered to evaluate for a murmur.", ["I10"]),
    note("Anemia.\n- Medical Treatment: I prescribed pantoprazole 40 mg daily for gastritis.", ["D649", "K2970"]),
    note("Hypertension.\n- Additional Testing: I would like an echocardiogram for her new murmur.", ["I10", "R011"]),
    note("Anxiety.\n- Medical Reasoning: She has nausea due to Lexapro.", ["F419", "R110", "T43225A"]),
    note("Anemia.\n- Medical Treatment: I would consider pantoprazole for gastritis.", ["D649"]),
    note("Shortness of breath.\n- Medical Reasoning: This is a flare of her COPD.", ["J441"]),
    note("Shortness of breath.\n- Medical Reasoning: This may be an exacerbation of her heart failure.", ["I509"]),
    note("Shortness of breath.\n- Medical Reasoning: This may be heart failure.", ["R0602"]),
    note("Hand stiffness.\n- Medical Reasoning: This is due to osteoarthritis of the hand.", ["M19049"]),
    note("Dizziness.\n- Medical Reasoning: It is due to dehydration.", ["R42", "E860"]),
    note(
      "Dizziness.\n- Medical Reasoning: Her history and the maneuver are diagnostic of positional vertigo of the left ear.",
      ["H8112"]),
    note("Gout.\n- Medical Reasoning: Her weakness is unchanged.", ["M109"]),
    note("Dizziness.\n- Medical Reasoning: It is likely due to dehydration.", ["R42"]),
    note(
      "Pituitary adenoma.\n- Medical Reasoning: There is clinical and radiographic evidence of optic chiasm compression.",
      ["D352", "H4742"]),
  ]) func whatTheReasoningEstablishes(note: CodedNote) throws { try expect(note) }

  /// Section IV.H: a symptom is there while its cause is suspected, also behind it in one line.
  @Test(arguments: [
    note("1. Suspected appendicitis with right lower quadrant pain.", ["R1031"]),
    note("1. Possible pneumonia with fever and cough.", ["R509", "R059"]),
    note("1. Suspected pulmonary embolism given dyspnea.", ["R0600"]),
  ]) func symptomsBehindADoubt(note: CodedNote) throws { try expect(note) }

  /// Sections I.B.2 and I.B.13: the record tells the site and the side.
  @Test(arguments: [
    note("Ovarian cancer.", results: "CT: a 4 cm right ovarian mass.", ["C561"]),
    note("Kidney stone.", results: "CT: a 5 mm stone in the distal left ureter.", ["N201"]),
    note("Kidney stone.", results: "CT: a 5 mm stone in the lower pole. No stones in the ureters.", ["N200"]),
    note("Kidney stone. CT shows a 4 mm kidney stone in the proximal ureter.", ["N201"]),
    note("Tick bite.", history: "She has a red rash on her left thigh.", ["S70362A", "W57XXXA"]),
    note("Insect bite.", history: "An insect bit her on the right forearm.", ["S50861A", "W57XXXA"]),
    note("Ingrown toenail of the right great toe with paronychia.", ["L600", "L03031"]),
    note("Nicotine dependence.\n- Medical Reasoning: She smokes cigarettes.", ["F17210"]),
    note(
      "Type 2 diabetes.", history: "She has diabetic neuropathy and takes metformin.", ["E1140", "Z7984"]),
    note(
      "Diabetic foot ulcer, right.", history: "The wound is on her heel.", ["E11621", "L97419"]),
    note(
      "Right Colles fracture.", results: "X-ray: a Colles fracture. An ulnar styloid fracture is present.",
      ["S52531A", "S52611A"]),
    note("Melanoma of the right upper back. Mole surveillance was explained.", ["C4359"]),
  ]) func whatTheRestOfTheNoteTells(note: CodedNote) throws { try expect(note) }

  /// Sections I.B.5 and I.B.6: what is no part of the disease is coded with it.
  @Test(arguments: [
    note("1. GERD with dysphagia.", ["K219", "R1310"]),
    note("1. Acid reflux with nausea and vomiting.", ["K219", "R112"]),
    note("1. GERD with heartburn.", ["K219"]),
    note("1. Constipation. 2. Hepatomegaly.", ["K5900", "R160"]),
    note("1. Type 2 diabetes. 2. Weight loss.", ["E119", "R634"]),
  ]) func symptomsThatAreNoPartOfIt(note: CodedNote) throws { try expect(note) }

  /// Section I.C.6.b.1.b.ii: the code of the site does not tell that a pain is chronic.
  @Test(arguments: [
    note("1. Chronic low back pain.", ["M5450", "G8929"]),
    note("1. Chronic right knee pain.", ["M25561", "G8929"]),
    note("1. Low back pain.", ["M5450"]),
    note("1. Low back pain. 2. Chronic kidney disease.", ["M5450", "N189"]),
    note("1. Chronic pain syndrome. 2. Chronic low back pain.", ["G894", "M5450"]),
  ]) func chronicPain(note: CodedNote) throws { try expect(note) }

  /// Sections I.C.1.a.2, I.C.4.a.3 and I.C.21.c.4.
  @Test(
    arguments: [
      note("1. Hypogonadism.", history: "He is HIV positive.", ["E291", "Z21"]),
      note(
        "1. Hypertension.",
        history: "He has a past medical history significant for hypertension and a prior heart attack.",
        ["I10", "I252"]),
      note("1. Type 2 diabetes. We will increase metformin to 1000 mg.", ["E119", "Z7984"]),
      note("1. Diabetes. He used to be on insulin.", ["E119"]),
      note(
        "1. COPD.",
        history: "She has a history of depression and smoking, and continues to smoke a few cigarettes daily.",
        ["J449", "F17210"]),
      note("1. COPD.", history: "She smoked two packs per day, and quit smoking in 2012.", ["J449", "Z87891"]),
      note("1. Hepatitis C.", history: "It was found as part of a routine physical.", ["B1920"]),
      note("1. Hypogonadism. I provided prescription refills.", ["E291"]),
    ].map(sexed)) func statusAndHistory(note: CodedNote) throws
  { try expect(note) }

  /// Sections I.A.15, I.C.4.a and I.C.9.a: what is presumed to be linked, wherever the note tells of it.
  @Test(arguments: [
    note("1. Chronic kidney disease stage 3b.", history: "She has hypertension.", ["I129", "N1832"]),
    note("1. Heart failure.", history: "She has hypertension and takes lisinopril.", ["I110", "I509"]),
    note("1. Heart failure.", history: "Her mother has hypertension.", ["I509", "Z8249"]),
    note("1. Chronic kidney disease stage 4.", history: "She has type 2 diabetes.", ["E1122", "N184"]),
    note("1. Asthma.", history: "She has hypertension.", ["J45909"]),
    note("1. Hypertension.", history: "She has chronic kidney disease stage 3a.", ["I129", "N1831"]),
    note("1. Type 2 diabetes.", history: "She has background retinopathy.", ["E11319"]),
    note("1. Cirrhosis. 2. Esophageal varices.", ["K7460", "I8510"]),
    note("1. Type 2 diabetes. 2. Nuclear cataract, right eye. The cataract is dense.", ["E119", "H2511"]),
    note("1. Thrombocytopenia. This is due to portal hypertension.", ["D696", "K766"]),
    note("1. Hypertension. His pressure is up due to anxiety.", ["I10"]),
    note("1. Diastolic heart failure. The echocardiogram showed diastolic dysfunction.", ["I5030"]),
    note("1. Right hemiparesis due to an old stroke.", ["I69351"]),
    note("1. Left hemiparesis due to an old stroke.", ["I69354"]),
    note("1. Type 1 diabetes. 2. Diabetic nephropathy.", ["E1021"]),
    note(
      "1. Type 1 diabetes.",
      history: "She has mild nonproliferative diabetic retinopathy in both eyes without macular edema.",
      ["E103293"]),
    note("1. Diabetic ulcer of the left second toe with osteomyelitis.", ["E11621", "E1169", "M869", "L97529"]),
    note("Coronary artery disease.", history: "He had a stent placed in his left leg.", ["I2510"]),
  ]) func presumedLinks(note: CodedNote) throws { try expect(note) }

  /// Section I.B.2: which kind it is, told below the problem.
  @Test(arguments: [
    note("1. Iron deficiency anemia.\n- Medical Reasoning: This is from chronic blood loss.", ["D500"]),
    note("1. Iron deficiency anemia.\n- Medical Reasoning: This may be from blood loss.", ["D509"]),
    note("1. Chronic sinusitis, maxillary and ethmoid.", ["J328"]),
    note("1. Chronic sinusitis, frontal.", ["J321"]),
    note("1. DVT of the left femoral and popliteal veins.", ["I82412", "I82432"]),
    note("1. Tobacco use. She smokes a pack of cigarettes per day.", ["F17210"]),
    note("1. Osteoarthritis of the right knee.", ["M1711"]),
    note("1. Right thumb ulnar collateral ligament sprain.", ["S63641A"]),
    note("1. Pain in the left foot due to plantar fasciitis.", ["M722"]),
    note("1. Left foot pain, due to stress fracture of the second metatarsal.", ["M84375A"]),
    note("1. C. difficile colitis.", ["A0472"]),
    note("1. Dementia with behavioral disturbance.", ["F03918"]),
    note("1. Left ankle sprain.\n- It involves the anterior talofibular ligament.", ["S93492A"]),
    note("1. Drug-resistant left temporal lobe epilepsy.", ["G40219"]),
    note("1. Lung cancer, right upper lobe, with brain and adrenal metastases.", ["C3411", "C7931", "C7970"]),
    note("1. Hypothyroidism due to immunotherapy.", ["E032", "T45AX5A"]),
    note("1. C6-7 disc herniation with right cervical radiculopathy.", ["M50123"]),
    note("1. Parkinson's disease with wearing off.", ["G20A2"]),
    note("1. Abrasion of the face.", ["S0081XA"]),
    note("1. Strain of the left biceps.", ["S46212A"]),
    note("1. Left heel bone spur.", ["M7732"]),
    note("1. Chronic migraine without aura.\n- Medical Reasoning: Her migraines are intractable.", ["G43719"]),
    note("1. Chronic migraine without aura.\n- Medical Reasoning: It is not intractable.", ["G43709"]),
    note("1. COPD with emphysema. CT showed centrilobular emphysema.", ["J432"]),
    note("1. Acute pelvic inflammatory disease.", ["N730"]),
    note("1. Aseptic loosening of the left total knee replacement.", ["T84033A"]),
    note("1. Kidney transplant.\n- Continue tacrolimus.", ["Z940", "Z79621"]),
    note("1. Coronary artery disease. She has had no angina since her stent.", ["I2510", "Z955"]),
    note(
      "1. COPD. I advised her to quit smoking.", history: "She still smokes half a pack of cigarettes a day.",
      ["J449", "F17210"]),
    sexed(note("1. Castration-resistant prostate cancer.", ["C61", "Z192"])),
    note("1. Acute diverticulitis. CT showed sigmoid diverticulitis.", ["K5732"]),
    note("1. Tinnitus.", history: "She has ringing in both ears.", ["H9313"]),
    note(
      "1. Left breast cancer, ER positive, PR positive, HER2 negative.", ["C50912", "Z170", "Z1721", "Z1732"]),
    note("1. Left breast cancer. 2. Arthralgia due to anastrozole.", ["C50912", "M2550", "T386X5A", "Z79811"]),
    note("1. Extra-articular fracture of the left distal radius.", ["S52552A"]),
  ]) func whichKindItIs(note: CodedNote) throws { try expect(note) }

  /// Section IV.H and I.B.7: what is tested for, past, planned or a relative's habit is not coded.
  @Test(arguments: [
    note("1. Gout.\n- Additional Testing: Hepatitis B and C serologies.", ["M109"]),
    note("1. Rheumatoid arthritis.\n- Medical Treatment: We discussed adding adalimumab.", ["M069"]),
    note("1. Cellulitis of the left lower leg. She has a history of MRSA.", ["L03116", "Z8614"]),
    note("1. Epilepsy.\n- We discussed the risks of her medications in pregnancy.", ["G40909"]),
    note("1. Constipation. We will schedule a colonoscopy for colon cancer screening.", ["K5900"]),
    note("1. Gout.\n- Labs ordered include CBC, CMP, hepatitis panel, and HIV.", ["M109"]),
    note("1. Leg edema. This is likely caused by Norvasc.", ["R600"]),
    note("1. Depression. She weaned herself from Prozac.", ["F32A"]),
    note("1. Gout.", history: "She was offered a pacemaker but declined.", ["M109"]),
    note("1. Gout.", history: "She was on warfarin years ago.", ["M109"]),
    note("1. Gout.", history: "She was exposed to COVID-19 last winter.", ["M109"]),
    note("1. Type 2 diabetes.", history: "She was on insulin in the hospital only.", ["E119"]),
    note("1. Pneumonia, resolved. 2. Gout.", ["M109", "Z8701"]),
    note("1. Asthma.", history: "Her father smokes outside.", ["J45909"]),
  ]) func whatIsNotThere(note: CodedNote) throws { try expect(note) }

  /// Index, Pregnancy, complicated by.
  @Test(arguments: [
    note("1. Previous cesarean section, low transverse.", history: "She is 30 weeks pregnant.", ["O34211", "Z3A30"]),
    note("1. Bacteriuria.", history: "She is 20 weeks pregnant.", ["O2342", "Z3A20"]),
    note(
      "1. Gestational diabetes. We will manage this with diet.", history: "She is 30 weeks pregnant.",
      ["O24410", "Z3A30"]),
  ]) func ofPregnancy(note: CodedNote) throws { try expect(note) }

  /// Section I.C.20: how it came about, and not what nearly did.
  @Test(arguments: [
    note("Right ankle sprain.", history: "She slipped and fell on ice.", ["S93401A", "W000XXA"]),
    note("Right ankle sprain.", history: "She slipped on a patch of ice.", ["S93401A", "W000XXA"]),
    note(
      "Right knee medial meniscus sprain.", history: "She stumbled and caught herself from falling.",
      ["S838X1A", "W1849XA"]),
    note("Lisfranc fracture, left foot.", ["S92302A"]),
    note("Fracture of the right ring finger.", ["S62604A"]),
    note("Fracture of the proximal phalanx of the left index finger.", ["S62611A"]),
    note("Fracture of the fifth metacarpal of the right hand.", ["S62306A"]),
    note("Fracture of the right third metatarsal.", ["S92331A"]),
    note("Both-bone forearm fracture, left.", ["S5292XA"]),
    note("Burn of the left forearm.", ["T22012A"]),
    note("First-degree burn of the face.", ["T2010XA"]),
    note("Second-degree burn of the right thigh.", ["T24211A"]),
    note("Labral tear of the right shoulder.", ["S43431A"]),
    note("Rupture of the right biceps tendon.", ["S46111A"]),
  ]) func causesOfInjuries(note: CodedNote) throws { try expect(note) }

  /// What the reasoning wonders about leaves a listed problem as it is, and the complaint is that problem.
  @Test func aDoubtBelowAProblem() throws {
    try expect(
      CodedNote(
        "CHIEF COMPLAINT\n\nNeck lump.\n\nASSESSMENT AND PLAN\n\nRight thyroid nodule.\n- Medical Reasoning: I am concerned for thyroid cancer.\n",
        ["E041"]))
  }

  /// A complaint that is the suspected diagnosis itself stands for nothing.
  @Test func aSuspectedComplaintIsNotCoded() throws {
    try expect(
      CodedNote(
        "CHIEF COMPLAINT\n\nEsophagitis.\n\nASSESSMENT\n\nNon-cardiac chest pain.\nSuspected esophagitis.\n", ["R0789"])
    )
  }
}
