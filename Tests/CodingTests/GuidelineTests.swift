import ClaimModel
import Coding
import Testing

/// The guidelines as short notes and the codes they come to.
@Suite struct GuidelineTests {
  private func expect(_ note: CodedNote) throws {
    let found = try note.codes(by: TestCoder.coder.get())
    #expect(found.first == note.codes.first, "\(found)")
    #expect(Set(note.codes).isSubset(of: found), "\(found)")
    for code in note.absent { #expect(!found.contains { $0.hasPrefix(code) }, "\(found)") }
  }

  /// Section IV.H: an uncertain diagnosis is not coded for an outpatient; its symptoms are.
  @Test(arguments: [
    CodedNote("Assessment:\nChest pain, possible angina.", ["R079"], absent: ["I20"]),
    CodedNote("Assessment:\nCough and fever. Suspected pneumonia.", ["R059", "R509"], absent: ["J18"]),
    CodedNote("Assessment:\nAbdominal pain. Rule out appendicitis.", ["R109"], absent: ["K37", "K35"]),
    CodedNote("Assessment:\nPneumonia with cough and fever.", ["J189"], absent: ["R05", "R509"]),
    CodedNote(
      "Chief complaint:\nLeft arm pain.\n\nAssessment:\nNeck pain.\nSuspected cervical radiculopathy.",
      ["M542", "M79602"], absent: ["M541"]),
    CodedNote("Chief complaint:\nLeft arm pain.\n\nAssessment:\nNeck pain.", ["M542"], absent: ["M796"]),
    CodedNote(
      "Assessment:\n- Left upper extremity neuropathy, suspicious for cervical radiculopathy, possibly a part of peripheral neuropathy\n- Neck pain",
      ["G5692", "M542"], absent: ["M541", "G629"]),
  ]) func uncertainDiagnosesAreNotCoded(note: CodedNote) throws { try expect(note) }

  /// Sections I.B.5 and I.B.6.
  @Test(arguments: [
    CodedNote("Assessment:\nMigraine.\nHeadache.\nNausea.", ["G43909"], absent: ["R51", "R11"]),
    CodedNote("Assessment:\nAtrial fibrillation.\nPalpitations.", ["I4891"], absent: ["R00"]),
    CodedNote("Assessment:\nGastroenteritis.\nDiarrhea.\nAbdominal pain.", ["K529"], absent: ["R19", "R10"]),
    CodedNote("Assessment:\nHypothyroidism.\nHeadache.", ["E039", "R519"]),
  ]) func symptomsOfAConfirmedConditionAreNotCoded(note: CodedNote) throws { try expect(note) }

  /// Sections I.A.15, I.B.9, I.C.4.a, I.C.9 and I.C.10.
  @Test(arguments: [
    CodedNote("Assessment:\nHypertension.\nHeart failure.", ["I110", "I509"], absent: ["I10"]),
    CodedNote("Assessment:\nHypertension.\nCKD stage 3a.", ["I129", "N1831"], absent: ["I10"]),
    CodedNote(
      "Assessment:\nHypertension.\nHeart failure.\nCKD stage 5.", ["I132", "I509", "N185"], absent: ["I110", "I120"]),
    CodedNote("Assessment:\nType 2 diabetes.\nCKD stage 3b.", ["E1122", "N1832"], absent: ["E119"]),
    CodedNote(
      "Assessment:\nType 2 diabetes.\nPolyneuropathy.\nCKD stage 4.", ["E1122", "E1142", "N184"],
      absent: ["E119", "G62"]),
    CodedNote(
      "Assessment:\n1. Type 2 diabetes with diabetic neuropathy, uncontrolled with hyperglycemia.\n2. Left foot ulcer.",
      ["E1140", "E1165", "E11621", "L97529"], absent: ["E119"]),
    CodedNote("Assessment:\nType 1 diabetes.\nHypoglycemia.", ["E10649"], absent: ["E109", "E162"]),
    CodedNote("Assessment:\nDiabetes.\nHyperglycemia.", ["E1165"], absent: ["R739"]),
    CodedNote("Assessment:\nType 2 diabetes.\nHypertension.\nCKD.", ["E1122", "I129", "N189"]),
    CodedNote("Assessment:\nCOPD.\nPneumonia.", ["J440", "J189"], absent: ["J449"]),
    CodedNote("Assessment:\nCoronary artery disease.\nUnstable angina.", ["I25110"], absent: ["I2510", "I200"]),
    CodedNote("Assessment:\nGallstones.\nAcute cholecystitis.", ["K8000"], absent: ["K8020", "K810"]),
    CodedNote("Assessment:\nAnemia.\nCKD stage 4.", ["N184", "D631"], absent: ["D649"]),
  ]) func combinationCodesStandForBoth(note: CodedNote) throws { try expect(note) }

  /// Sections I.A.13, I.A.17 and I.B.7.
  @Test(arguments: [
    CodedNote("Assessment:\nUTI due to E. coli.", ["N390", "B9620"]),
    CodedNote("Social history:\nCurrent smoker.\n\nAssessment:\nCOPD.", ["J449", "F17200"]),
    CodedNote("Social history:\nFormer smoker.\n\nAssessment:\nCOPD.", ["J449", "Z87891"]),
    CodedNote("Social history:\nNever smoker.\n\nAssessment:\nCOPD.", ["J449"], absent: ["F17", "Z87891", "Z720"]),
    CodedNote("Social history:\nCurrent smoker.\n\nAssessment:\nRight knee pain.", ["M25561"], absent: ["F17"]),
    CodedNote(
      "Social history:\nDenies smoking or living with anyone who smokes.\n\nAssessment:\nPneumonia.", ["J189"],
      absent: ["F17", "Z720"]),
    CodedNote("Medications:\nInsulin glargine.\n\nAssessment:\nType 2 diabetes.", ["E119", "Z794"]),
    CodedNote("Medications:\nMetformin.\nLantus.\n\nAssessment:\nType 2 diabetes.", ["E119", "Z794", "Z7984"]),
    CodedNote("Medications:\nInsulin.\n\nAssessment:\nType 1 diabetes.", ["E109"], absent: ["Z794"]),
    CodedNote("Assessment:\nHypertensive chronic kidney disease, stage 3a.", ["I129", "N1831"]),
    CodedNote(
      "Assessment:\nType 2 diabetes.\nHypertensive chronic kidney disease.", ["E1122", "I129"], absent: ["E119"]),
    CodedNote("Assessment:\nObesity. BMI 34.2.", ["E669", "Z6834"]),
    CodedNote("Assessment:\nObesity. Body mass index 30+.", ["E669"], absent: ["Z68"]),
    CodedNote("Assessment:\nRight knee pain. BMI 34.2.", ["M25561"], absent: ["Z68"]),
  ]) func additionalCodesFollowTheCodeThatAsksForThem(note: CodedNote) throws { try expect(note) }

  /// Sections I.C.21.c.3 and I.C.21.c.4.
  @Test(arguments: [
    CodedNote("Assessment:\nRight knee pain.\nHistory of breast cancer.", ["M25561", "Z853"], absent: ["C50"]),
    CodedNote("Assessment:\nHypertension.\nHistory of stroke.", ["I10", "Z8673"], absent: ["I63"]),
    CodedNote("Assessment:\nCough. History of DVT and history of pulmonary embolism.", ["R059", "Z86718", "Z86711"]),
    CodedNote("Past surgical history:\nLobectomy.\n\nAssessment:\nCough.", ["R059", "Z902"]),
    CodedNote(
      "Past surgical history:\nThyroid lobectomy.\n\nAssessment:\nCough.", ["R059", "Z9089"], absent: ["Z902"]),
    CodedNote(
      "Past surgical history:\nLiver lobectomy.\n\nAssessment:\nCough.", ["R059", "Z9049"], absent: ["Z902"]),
    CodedNote(
      "Past medical history:\nHistory of peptic ulcer.\n\nAssessment:\nHypertension.", ["I10", "Z8711"], absent: ["K27"]
    ),
    CodedNote(
      "Past medical history:\nStroke, kidney stones, breast cancer, COPD.\n\nAssessment:\nGout.",
      ["M109", "J449", "Z8673", "Z87442"],
      absent: ["I63", "N20", "C50", "Z853"]),
    CodedNote(
      "Medical history:\nHe sustained a heart attack in 2018.\n\nAssessment:\nCoronary artery disease.",
      ["I2510", "I252"], absent: ["I21"]),
    CodedNote("HPI:\nHer mother had breast cancer.\n\nAssessment:\nBreast pain.", ["N644", "Z803"], absent: ["C50"]),
    CodedNote("Past surgical history:\nKidney transplant.\n\nAssessment:\nHypertension.", ["I10", "Z940"]),
    CodedNote("Past medical history:\nPacemaker.\n\nAssessment:\nHypertension.", ["I10", "Z950"]),
    CodedNote("Medications:\nWarfarin 5 mg daily.\n\nAssessment:\nAtrial fibrillation.", ["I4891", "Z7901"]),
    CodedNote("Medications:\nAspirin 81 mg.\n\nAssessment:\nHypertension.", ["I10", "Z7982"]),
    CodedNote("Plan:\nPrednisone 40 mg for 5 days.\n\nAssessment:\nGout.", ["M109"], absent: ["Z7952"]),
    CodedNote("Medications:\nChronic prednisone.\n\nAssessment:\nRheumatoid arthritis.", ["M069", "Z7952"]),
    CodedNote("Allergies:\nPenicillin.\n\nAssessment:\nSinusitis.", ["J329", "Z880"]),
    CodedNote("Allergies:\nNo known allergies to penicillin.\n\nAssessment:\nSinusitis.", ["J329"], absent: ["Z88"]),
  ]) func historyAndStatusAreCodedAsSuch(note: CodedNote) throws { try expect(note) }

  /// Section I.C.20: after the injury, with its 7th character.
  @Test(arguments: [
    CodedNote(
      "HPI:\nHe fell from a ladder.\n\nAssessment:\nRight ankle sprain.", ["S93401A", "W11XXXA"], absent: ["W19"]),
    CodedNote("HPI:\nShe fell.\n\nAssessment:\nRight ankle sprain.", ["S93401A", "W19XXXA"]),
    CodedNote("HPI:\nShe slipped on the stairs.\n\nAssessment:\nRight ankle sprain.", ["S93401A", "W109XXA"]),
    CodedNote(
      "Chief complaint:\nFollow-up.\n\nHPI:\nShe fell.\n\nAssessment:\nRight ankle sprain.", ["S93401D", "W19XXXD"]),
    CodedNote("HPI:\nDog bite.\n\nAssessment:\nLaceration of left hand.", ["S61412A", "W540XXA"]),
    CodedNote("HPI:\nDenies any fall.\n\nAssessment:\nRight ankle sprain.", ["S93401A"], absent: ["W"]),
    CodedNote("HPI:\nShe fell.\n\nAssessment:\nHypertension.", ["I10"], absent: ["W"]),
  ]) func externalCausesFollowTheInjury(note: CodedNote) throws { try expect(note) }

  /// Sections I.C.1.g, I.C.21.c.1 and I.C.21.c.5.
  @Test(arguments: [
    CodedNote(
      "Assessment:\nCough and fever. Exposed to COVID-19, test is negative.", ["R059", "R509", "Z20822"],
      absent: ["U071"]),
    CodedNote("Assessment:\nCough. Suspected COVID-19, PCR test negative.", ["R059", "Z20822"], absent: ["U071"]),
    CodedNote("Assessment:\nScreening for COVID-19, no symptoms.", ["Z1152"], absent: ["U071", "Z20822"]),
    CodedNote("Assessment:\nTested positive for COVID-19. Cough.", ["U071"], absent: ["Z20822", "Z1152", "R05"]),
    CodedNote("Assessment:\nCough. Denies exposure to COVID-19.", ["R059"], absent: ["U071", "Z20822"]),
    CodedNote("Assessment:\nSore throat. Exposure to strep throat.", ["J029", "Z20818"]),
    CodedNote("Chief complaint:\nScreening mammogram for breast cancer.", ["Z1231"]),
    CodedNote("Assessment:\nType 2 diabetes. Screening for diabetes.", ["E119"], absent: ["Z131"]),
  ]) func contactsAndScreeningsAreCodedWithoutTheDisease(note: CodedNote) throws { try expect(note) }

  /// Sections I.C.21.c.13 and I.C.21.c.16.
  @Test(arguments: [
    CodedNote("Chief complaint:\nAnnual exam.\n\nAssessment:\nHypertension.", ["Z0000", "I10"]),
    CodedNote("Chief complaint:\nAnnual exam.\n\nAssessment:\nHypertension.\nCough.", ["Z0001", "I10", "R059"]),
    CodedNote("Chief complaint:\nWell child visit.\n\nAssessment:\nOtitis media.", ["Z00121", "H6690"], age: 5),
  ]) func theExaminationIsListedFirst(note: CodedNote) throws { try expect(note) }

  /// What is denied, and where that ends: it does not reach a list of the patient's own conditions.
  @Test(arguments: [
    CodedNote("Man without known allergies diagnosed with asthma.", ["J45909"]),
    CodedNote("No family history of note and personal history of asthma and migraine.", ["J45909", "G43909"]),
    CodedNote("Asthma. The patient has not presented vomiting.", ["J45909"], absent: ["R11"]),
    CodedNote("Assessment:\nNo fever, but vomiting.", ["R1110"], absent: ["R50"]),
    CodedNote("Assessment:\nNo fever, presents with vomiting.", ["R1110"], absent: ["R50"]),
    CodedNote(
      "Asthma. Denies gout, migraine or a personal history of pneumonia.", ["J45909"],
      absent: ["M10", "G43", "J18", "Z87"]),
    CodedNote("Admitted with pneumonia, which resolved.", ["J189"]),
    CodedNote("Assessment:\nGout.\nPneumonia has resolved.", ["M109", "Z8701"], absent: ["J18"]),
  ]) func denialsReachAsFarAsTheySay(note: CodedNote) throws { try expect(note) }

  /// Section I.C.21.c.2: what a vaccine protects from is no condition of the patient.
  @Test(arguments: [
    CodedNote("Assessment:\n1. Gout.\n2. Need for a tetanus booster; given.", ["M109"], absent: ["A35"]),
    CodedNote("Assessment:\n1. Gout.\n2. Diphtheria and tetanus vaccine given.", ["M109"], absent: ["A35", "A36"]),
    CodedNote("Assessment:\n1. Gout.\n2. Vaccinated against hepatitis B.", ["M109"], absent: ["B16", "B19"]),
    CodedNote("Assessment:\n1. Fever after the vaccination.", ["R5083"]),
    CodedNote("Assessment:\n1. Headache after the vaccination.", ["R519"]),
  ]) func inoculationsNameNoDisease(note: CodedNote) throws { try expect(note) }

  /// Sections IV.P and I.C.21.c.13: a chronic condition that got worse is a finding; a visit to come is not this one.
  @Test(arguments: [
    CodedNote(
      "Assessment:\nAnnual physical.\nHypertension. We will increase her lisinopril to 40 mg daily.", ["Z0001", "I10"]),
    CodedNote("Assessment:\nAnnual physical.\nHypertension, not controlled.", ["Z0001", "I10"]),
    CodedNote(
      "Assessment:\nAnnual physical.\nHypertension, stable. Continue lisinopril 40 mg daily.", ["Z0000", "I10"]),
    CodedNote("Assessment:\nGout.\nNext visit for the yearly physical.", ["M109"], absent: ["Z00"]),
  ]) func changesOfChronicConditionsAreFindings(note: CodedNote) throws { try expect(note) }

  /// A case report is a whole, whatever a line of it looks like; a note of an office is what its assessment says.
  @Test func headingsDoNotDivideAStory() throws {
    let opening =
      "She was admitted with pneumonia. "
      + String(repeating: "The days went by and nothing was told of them. ", count: 8)
    let later = "\nOn physical examination:\nSkin warm.\nLater she had asthma."
    try expect(CodedNote(opening + later, ["J189", "J45909"]))
    try expect(CodedNote(opening + "\nDiagnosis: asthma.\nShe went home.", ["J45909", "J189"]))
    let family = "\nFamily history: mother with asthma.\nShe went home."
    try expect(CodedNote(opening + family, ["J189"], absent: ["J45"]))
    try expect(CodedNote("Asthma.\nDiagnosis: gout.\nShe went home.", ["M109"], absent: ["J45"]))
  }

  /// The Medicare Code Editor's sex and age conflicts.
  @Test(arguments: [
    CodedNote("Assessment:\nCough.\nEndometriosis.", ["R059"], absent: ["N80"], sex: .male),
    CodedNote("Assessment:\nCough.\nProstate cancer.", ["R059"], absent: ["C61"], sex: .female),
    CodedNote("Past surgical history:\nHysterectomy.\n\nAssessment:\nVaginal atrophy.", ["N952", "Z90710"]),
    CodedNote("Past surgical history:\nHysterectomy.\n\nAssessment:\nCough.", ["R059"], absent: ["Z90"]),
    CodedNote("Past surgical history:\nHysterectomy.\n\nAssessment:\nCough.", ["R059"], absent: ["Z90"], sex: .male),
    CodedNote("Assessment:\nCough.\nProstate cancer.", ["R059", "C61"], sex: .male),
    CodedNote("Assessment:\nCough.\nPreeclampsia.", ["R059"], absent: ["O"], age: 70),
    CodedNote("Assessment:\nCough.\nDementia.", ["R059"], absent: ["F03"], age: 8),
    CodedNote("Assessment:\nCough.\nNeonatal jaundice.", ["R059"], absent: ["P59"], age: 40),
  ]) func codesGoWithSexAndAge(note: CodedNote) throws { try expect(note) }

  /// Sections I.C.2.m and I.C.21.c.8: a tumor that was treated and of which nothing is left is history.
  @Test(arguments: [
    CodedNote(
      "Assessment:\nInvasive ductal carcinoma of the right breast. Status post lumpectomy. No evidence of recurrent disease.",
      ["Z08", "Z853"], absent: ["C50"]),
    CodedNote(
      "Assessment:\nDuctal carcinoma in situ of the left breast. No evidence of recurrence.", ["Z09", "Z86000"],
      absent: ["D05", "C50"]),
    CodedNote(
      "Medications:\nTamoxifen.\n\nAssessment:\nInvasive ductal carcinoma of the right breast. No evidence of recurrence.",
      ["C50911", "Z79810"], absent: ["Z08", "Z853"]),
    CodedNote("Assessment:\nInvasive ductal carcinoma of the right breast.", ["C50911"], absent: ["Z08", "Z85"]),
  ]) func treatedNeoplasmsAreHistory(note: CodedNote) throws { try expect(note) }

  /// The words that name the visit are its evidence, not the whole note.
  @Test func routineExaminationsAreShownByTheirWords() throws {
    let text = "Chief complaint:\nAnnual exam.\n\nAssessment:\nHypertension."
    let visit = CodedNote.visit([DocumentationItem(kind: .note, text: text, source: "note")], sex: .female, age: 50)
    guard case .coded(let coding) = try TestCoder.coder.get().code(visit) else {
      Issue.record("not coded")
      return
    }
    #expect(coding.diagnoses.first?.code == "Z0000")
    #expect(coding.diagnoses.first?.evidence == [Evidence(source: "note", text: "Annual exam", offset: 17)])
  }
}
