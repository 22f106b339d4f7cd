import ClaimModel
import Coding
import Testing

/// Conditions that notes tell by what is measured, by an equation, by a contraction or in the blanks of a form.
@Suite struct SaidOtherwiseTests {
  private func codes(_ note: String, age: Int = 60, sex: Sex = .female) throws -> Set<String> {
    Set(try CodedNote(note, [], sex: sex, age: age).codes(by: TestCoder.coder.get()))
  }

  @Test func aPlanCallsKnownConditionsByWhatIsMeasured() throws {
    let found = try codes(
      """
      PMH: HTN, DM2, hypothyroidism, hyperlipidemia.
      Exam: heart regular.
      A/P
      - BP controlled, 126/78. Refilled HCTZ 25 mg.
      - Sugars good, A1c 6.8.
      - Thyroid: TSH 2.1, same dose.
      - Cholesterol at goal.
      - Reflux stable.
      """)
    #expect(found == ["I10", "E119", "E039", "E785", "K219"], "\(found.sorted())")
  }

  /// What is only to be measured tells of no treatment, and what the patient does not have is not treated.
  @Test func aMeasureAloneIsNoCondition() throws {
    let found = try codes(
      """
      PMH: HTN. Mother had diabetes.
      A/P
      - BP check in two weeks.
      - Sugars good.
      - Reflux stable.
      """)
    #expect(found == ["K219"], "\(found.sorted())")
  }

  /// Each beside gout, so that the coder has no question.
  @Test(arguments: [
    ("She isn't anemic.", []), ("He wasn\u{2019}t in heart failure.", []), ("There weren't any seizures.", []),
    ("She hadn't asthma.", []), ("I don't see pneumonia.", []), ("She can't rule out asthma.", []),
    ("Pyelo/stone not suspected.", []), ("Good response. No clinical sign of pneumonia.", []),
    ("Stroke/TIA sx: none.", []), ("Start tamsulosin, warned re: dizziness.", []),
    ("Abscess of the left forearm, hx MRSA.", ["L02414", "Z8614"]),
    ("Lumbar stenosis with claudication + chronic pain syndrome.", ["M48062", "G894"]),
    ("External hordeolum RUL.", ["H00011"]), ("Chalazion LLL.", ["H0015"]),
    ("Exudative AMD OD w/ active neovascular membrane.", ["H353211"]), ("Intermediate dry AMD OS.", ["H353122"]),
    ("Dry AMD right eye, early cataract left eye.", ["H353110"]),
    ("Rheumatoid arthritis, RF and CCP positive, hands/wrists/feet.", ["M0579"]),
    ("Rheumatoid arthritis, RF and CCP negative.", ["M069"]),
    ("Biliary colic from gallstones, recurrent.", ["K8020"]), ("Biliary colic.", ["K8050"]),
    ("DM2 poorly controlled.", ["E1165"]), ("REM behavior disorder.", ["G4752"]),
    ("Leukoplakia left true vocal fold.", ["J383"]), ("Chronic serous OM, R.", ["H6521"]),
    ("Iron deficiency anemia from the chronic menstrual blood loss.", ["D500"]),
    ("Recent RLL pneumonia with sepsis - both resolved, antibiotics completed.", ["Z8701", "Z8619"]),
    ("Constipation from the oxybutynin.", ["K5903", "T443X5A"]),
    ("Late effects of left MCA stroke: right spastic hemiparesis, aphasia.", ["I69351", "I69320"]),
    ("Risk counseling done (all on checklist): malaria, rabies, typhoid.", []), ("Fever = ED, vitamin D daily.", []),
    ("#1 L ankle sprain.", ["S93402A"]), ("RA output 2.5 V, RV 2.0 V.", []), ("Hypothyroid after RAI.", ["E890"]),
    ("Class 2 obesity (BMI 36.4), diabetes, hypertension.", ["E66812", "Z6836", "E119", "I10"]),
    ("Right breast cancer, HR+/HER2\u{2212}.", ["C50911", "Z17411"]),
    ("Lithium level therapeutic, bipolar II disorder.", ["F3181", "Z79899"]),
  ]) func isReadInALine(line: String, expected: [String]) throws {
    let found = try codes("Assessment:\n1. Gout.\n2. \(line)\n").subtracting(["M109"])
    #expect(found == Set(expected), "\(found.sorted())")
  }

  /// A pipe and several points set apart what a blank does not.
  @Test func theColumnsOfAFormAreApart() throws {
    let found = try codes(
      """
      Bleeding .......... none.  Bruising: none.
      Meds: none | Allergies: NKDA | Smoker: no
      A/P
      1| CKD 4 from diabetes
      2| HTN - above 130
      """)
    #expect(found.isSuperset(of: ["E1122", "N184", "I129"]), "\(found.sorted())")
    #expect(found.isDisjoint(with: ["N181", "R58", "F17200"]), "\(found.sorted())")
  }

  @Test func numberedLinesThatGoOnAreTheAssessment() throws {
    let found = try codes(
      """
      Kidney clinic, follow up. eGFR 24, 22.
      Feels ok. Nocturia x2. Legs swell evenings.
      BP 142/84. Lungs clear. 1+ edema.
      1| CKD 4 from diabetes, losing 9 ml a year. No uremia, referral to transplant program out today.
      2| Metabolic acidosis, chronic - restart sodium bicarbonate two tabs twice a day.
      3| Anemia of CKD - iron replete. No ESA until below 10. CBC monthly.
      """)
    #expect(found.isSuperset(of: ["N184", "E1122", "E8722", "D631"]), "\(found.sorted())")
    #expect(found.isDisjoint(with: ["R351", "R609"]), "\(found.sorted())")
  }

  @Test func linesBetweenStarsAreTheProblems() throws {
    let found = try codes(
      """
      Nephrology progress note. Doing well, some leg edema. Cough last month.

      *CKD stage 4, hypertensive.*
        eGFR 17. Dialysis talk again.

      *Reflux.* Continue omeprazole.

      Not addressed: R hip OA.
      """)
    #expect(found.isSuperset(of: ["N184", "I129", "K219"]), "\(found.sorted())")
    #expect(found.isDisjoint(with: ["R609", "R05", "R059"]), "\(found.sorted())")
  }

  @Test func vaccinesGivenAreNoDiseases() throws {
    let found = try codes(
      """
      Travel clinic. Healthy.
      Assessment: travel advice.
      Vaccines given today by RN:
        Yellow fever (YF-Vax) 0.5 mL SC L arm
        Hepatitis A adult (Havrix 1440) 1 mL IM L deltoid
      """, age: 34)
    #expect(found == ["Z7184", "Z23"], "\(found.sorted())")
  }

  @Test func aDiagnosisIsEquatedWithWhatIsSeen() throws {
    let found = try codes(
      """
      Assessment and recommendations

      The face is perioral dermatitis. She must stop the cream.

      The hair shedding is a postpartum telogen effluvium. It will recover.
      """, age: 33)
    #expect(found.isSuperset(of: ["L710", "L650"]), "\(found.sorted())")
  }

  @Test func theGynecologistsYearlyExaminationIsHis() throws {
    let found = try codes(
      "WWE\nHere for yearly. Exam normal. Pap collected.\nA/\n normal annual exam\nP/ annual 1 yr.", age: 31)
    #expect(found.contains("Z01419"), "\(found.sorted())")
    #expect(found.isDisjoint(with: ["Z0000", "Z0001"]), "\(found.sorted())")
    #expect(try codes("Annual physical.\nExam normal.\nA/\n normal annual exam", age: 31).contains("Z0000"))
  }

  @Test func whatADrugDidIsNoUnderdosing() throws {
    let found = try codes(
      "Assessment:\n1. Hyperlipidemia.\nLeave off the atorvastatin until better, then rosuvastatin.", sex: .male)
    #expect(found == ["E785"], "\(found.sorted())")
  }

  @Test func theSameDiagnosisAfterAnOperationIsTheOneBefore() throws {
    let found = try codes(
      """
      PROCEDURE RECORD
      PREOP DX: L4-5 disc herniation with right lumbar radiculopathy
      POSTOP DX: same
      PROCEDURE: Right L4-L5 transforaminal epidural steroid injection
      INDICATION: Right leg pain since February.
      DETAILS: Skin wheal with lidocaine. Dexamethasone 10 mg injected.
      """)
    #expect(found == ["M5116"], "\(found.sorted())")
  }

  @Test func aFormerPipeSmokerSmokesNoMore() throws {
    let found = try codes("Former pipe smoker, quit 1980s.\nAssessment: COPD.", age: 81, sex: .male)
    #expect(found.contains("Z87891") && !found.contains("F17200"), "\(found.sorted())")
  }

  @Test func migraineIsNamedOnceWhereThereIsNoAssessment() throws {
    let found = try codes(
      "Interval: HA days 9/month. Migraine days 6. Chronic migraine without aura, refractory to topiramate.", age: 41)
    #expect(found.isDisjoint(with: ["R519", "G43909"]), "\(found.sorted())")
  }

  @Test func neutropeniaFromADrugAgainstCancer() throws {
    let found = try codes("Assessment:\n1. Breast cancer, right.\n2. Neutropenia gr 3, from ribociclib.")
    #expect(found.contains("D701") && !found.contains("D709"), "\(found.sorted())")
  }

  @Test func aTestThatIsOfferedIsNoInfection() throws {
    let offered = try codes("Assessment:\n1. Vaginitis. GC/CT sent, HIV/RPR offered, declined.")
    #expect(!offered.contains("B20"), "\(offered.sorted())")
    #expect(try codes("Assessment:\n1. HIV disease, on therapy.").contains("B20"))
  }

  @Test func whatHasAnEarlierYearIsOver() throws {
    let earlier = try codes("Assessment:\n1. Hypertension. Pneumonia 2019, shingles 2021.", age: 70, sex: .male)
    #expect(earlier.isDisjoint(with: ["J189", "B029"]), "\(earlier.sorted())")
    #expect(try codes("Assessment:\n1. Pneumonia, right lower lobe.").contains("J189"))
  }

  @Test func whatIsWarnedOfIsNotThere() throws {
    let found = try codes("Assessment:\n1. Hypertension. Start lisinopril. Cough and angioedema warned.")
    #expect(found.contains("I10") && found.isDisjoint(with: ["R059", "R0590", "T783XXA"]), "\(found.sorted())")
    let fever = try codes("Assessment:\n1. Otitis media. Fever = ED.", age: 4)
    #expect(!fever.contains("R509"), "\(fever.sorted())")
  }
}
