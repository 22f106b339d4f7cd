import ClaimModel
import Coding
import Testing

/// What the shape of a note tells: boxes that are ticked or not, lists in one line, headings in unusual spellings, and details that stand
/// beside a problem.
@Suite struct FormsAndListsTests {
  private func expect(_ line: (String, [String]), age: Int = 60, sex: Sex = .male) throws {
    try CodedNote("HPI: Here today.\n\nAssessment:\n\(line.0)\n", line.1, sex: sex, age: age).expectCodes()
  }

  /// A list goes on behind a stage or a grade.
  @Test(arguments: [
    ("T2DM with diabetic CKD, stage 3a, and diabetic peripheral neuropathy", ["E1122", "N1831", "E1142"]),
    ("CKD 3a; hypertension; COPD.", ["I129", "N1831", "J449"]),
    ("COPD, stable, and hypertension, controlled", ["J449", "I10"]),
    ("Obesity class 1, hypertension", ["E66811", "I10"]),
  ]) func aListGoesOnBehindAStage(line: (String, [String])) throws { try expect(line) }

  /// Index, Bite: what teeth tore is an open bite, not a laceration; a cut is none.
  @Test(arguments: [
    ("Dog bite with laceration, right forearm", ["S51851", "W540XX"]),
    ("Dog bite with puncture wounds, right hand", ["S61451", "W540XX"]),
    ("Laceration, right forearm, from glass", ["S51811"]),
  ]) func whatTeethToreIsABite(line: (String, [String])) throws {
    let note = CodedNote("HPI: New injury.\n\nAssessment:\n\(line.0)\n", line.1, sex: .male)
    let found = Set(try note.codes(by: TestCoder.coder.get()).map { String($0.prefix(6)) })
    #expect(found.isSuperset(of: line.1), "\(found)")
    #expect(found.filter { $0.hasPrefix("S") }.count == 1)
  }

  /// Each thing that a rhinitis is an allergy to has its code.
  @Test(arguments: [
    ("Allergic rhinitis: pollen, cat dander and dust mite.", ["J301", "J3081", "J3089"]),
    ("Allergic rhinitis due to pollen.", ["J301"]),
    ("Allergic rhinitis due to pollen. No cat at home.", ["J301"]),
  ]) func eachAllergenIsCoded(line: (String, [String])) throws { try expect(line) }

  /// What is looked for, inoculated against or was taken out long ago is not there.
  @Test(arguments: [
    ("# STI screening (syphilis, GC)", ["Z113"]),
    ("Gout. Flu and COVID up to date.", ["M109"]),
    ("Gout. HIV results first.", ["M109"]),
    ("CAD native vessels, old inferior MI, no angina", ["I2510", "I252"]),
  ]) func whatIsNotThere(line: (String, [String])) throws { try expect(line) }

  @Test func whatAnOrganWasRemovedForIsPast() throws {
    let note = CodedNote("Assessment:\nGout. Hysterectomy 1994 for fibroids.\n", [], age: 70)
    #expect(!(try note.codes(by: TestCoder.coder.get()).contains("D259")))
  }

  /// A list whose numbers stand in one line.
  @Test func aNumberedListInOneLine() throws {
    let letter =
      "Impression: 1) Iron deficiency anemia, cause not yet known. 2) Dysphagia to solids, likely peptic stricture. 3) GERD, long standing."
    let found = try CodedNote(letter, [], sex: .male, age: 49).codes(by: TestCoder.coder.get())
    #expect(Set(found) == ["D509", "R1310", "K219"])
  }

  /// A numbered list behind the findings is the assessment of a note that calls nothing so, and a problem beside a check-up has a heading.
  @Test func problemsBehindTheFindings() throws {
    let note = """
      History: cataract surgery 2020, shingles 2016.
      Meds: levothyroxine
      Exam: thyroid not enlarged.
      1. Hypothyroidism, undertreated. Raise levothyroxine to 88 mcg.
      2. Gout, stable.
      """
    #expect(try Set(CodedNote(note, [], sex: .male, age: 70).codes(by: TestCoder.coder.get())) == ["E039", "M109"])
    let visit = """
      MEDICARE ANNUAL WELLNESS VISIT
      Hx: TIA 2019, wrist fracture as child.
      Separate problem-oriented service:
      Hypothyroidism. TSH 7.8. Levothyroxine 75 -> 88 mcg.
      """
    let found = try CodedNote(visit, [], age: 72).codes(by: TestCoder.coder.get())
    #expect(found.contains("E039") && !found.contains { $0.hasPrefix("G45") || $0.hasPrefix("S") })
  }

  /// Index, Lumbago, with sciatica: one code with its side.
  @Test(arguments: [
    ("acute low back pain w/ right sided sciatica, r/o HNP L5-S1", ["M5441"]), ("Low back pain.", ["M5450"]),
  ]) func lumbagoWithSciatica(line: (String, [String])) throws { try expect(line) }

  /// Both sides, each with its degree, are one code.
  @Test(arguments: [
    ("Moderate R and mild L carpal tunnel syndrome.", ["G5603"]),
    ("Severe left and moderate right carpal tunnel syndrome.", ["G5603"]),
    ("Moderate R carpal tunnel syndrome.", ["G5601"]),
  ]) func twoSidesWithTheirDegrees(line: (String, [String])) throws { try expect(line) }

  /// Section I.B.5: a symptom is integral to what explains it, and not where the clinician calls its cause unknown.
  @Test(arguments: [
    ("Palpitations, cause undetermined; PACs on tracing.", ["R002", "I491"]),
    ("Palpitations from PACs.", ["I491"]),
  ]) func whatTheClinicianLeavesOpenStays(line: (String, [String])) throws { try expect(line) }

  /// The last character of H35.31 and H35.32 tells how far it has come.
  @Test(arguments: [
    ("Exudative AMD OD with active CNV", ["H353211"]), ("Wet AMD OS, inactive", ["H353222"]),
    ("Dry AMD OU, intermediate", ["H353132"]), ("Nonexudative AMD left eye, early", ["H353121"]),
    ("Dry AMD OD", ["H353110"]),
  ]) func stagesOfTheMacula(line: (String, [String])) throws { try expect(line, age: 78) }

  /// The sixth character of L97 tells how deep the ulcer goes.
  @Test(arguments: [
    ("Ulcer R ankle, skin breakdown only.", ["L97311"]), ("Ulcer left calf, fat layer exposed.", ["L97222"]),
    ("Ulcer R ankle.", ["L97319"]),
  ]) func howDeepAnUlcerGoes(line: (String, [String])) throws { try expect(line) }

  /// An amount of cigarettes in the history says what the dependence is on.
  @Test func whatIsSmokedNamesTheDependence() throws {
    let history = "HPI: Cough. Smoker 1/2 ppd x 12 yrs.\n\nAssessment:\nNicotine dependence, told to quit.\n"
    let found = try CodedNote(history, [], sex: .male).codes(by: TestCoder.coder.get())
    #expect(found == ["F17210"])
  }

  /// An infection's organism is that of today's; one that is past, or that a leaflet is about, is none.
  @Test(arguments: [
    ("Cutaneous abscess of back, MRSA on culture.", true), ("Cutaneous abscess of back. MRSA handout.", false),
    ("Cutaneous abscess of back. Doxycycline given prior MRSA.", false),
  ]) func organismsOfToday(line: String, isCoded: Bool) throws {
    let found = try CodedNote("Assessment:\n\(line)\n", [], sex: .male).codes(by: TestCoder.coder.get())
    #expect(found.contains("L02212"))
    #expect(found.contains("B9562") == isCoded)
  }

  /// What stands behind an empty box is not said; what is ticked is.
  @Test func emptyBoxesSayNothing() throws {
    let form = """
      Diabetes: [ ] type 1 [x] type 2    Treatment: [x] oral [ ] insulin  (metformin)
      Tobacco: [ ] current smoker [x] never
      ASSESSMENT
      [x] Type 2 diabetes
      [ ] Hypertension
      [x] Gout, left foot
      """
    let found = try CodedNote(form, [], sex: .male, age: 61).codes(by: TestCoder.coder.get())
    #expect(found == ["E119", "M109", "Z7984"])
  }

  /// Boxes behind their labels, in parentheses, and such as own nothing.
  @Test(arguments: [
    ("Hypertension: [x]   Diabetes: [ ]   Asthma: [x]", ["I10", "J45909"]),
    ("Type 2 diabetes [ ]\nAsthma [ ]\nGout [x]", ["M109"]),
    ("( ) Type 2 diabetes (x) Hypertension\n[_] Asthma", ["I10"]),
    ("[ ] Labs reviewed. Gout, stable", ["M109"]), ("Gout [see below] and hypertension", ["M109", "I10"]),
  ]) func boxesOwnWhatStandsBesideThem(line: (String, [String])) throws { try expect(line) }

  /// What looks like a detail and is of something else, denied or somebody's.
  @Test(arguments: [
    ("COVID-19, fully vaccinated, mild. Paxlovid", ["U071"]),
    ("HIV, results of viral load undetectable. On Biktarvy", ["B20"]),
    ("Acute bronchitis / COVID neg", ["J209"]), ("Laceration of right hand, not a bite", ["S61411A"]),
    ("Allergic rhinitis due to pollen, skin test negative to cat and dog", ["J301"]),
    ("Ulcer of right ankle, no fat exposed", ["L97319"]),
    ("Cellulitis of the upper back", ["L03312"]),
    ("Dry macular degeneration right eye, early cataract left eye", ["H353110"]),
    ("Abnormal depression screen (PHQ 15, major depression, moderate), start sertraline", ["F321"]),
  ]) func whatIsOfSomethingElse(line: (String, [String])) throws { try expect(line) }

  /// "S/p" begins no section, and lists behind an assessment are none of its own.
  @Test func listsThatAreNoAssessment() throws {
    let plan =
      "A/P:\n1. Coronary artery disease, stable\nS/p CABG 2019.\n2. Hypertension, controlled. Continue lisinopril.\n"
    let found = try CodedNote(plan, [], sex: .male).codes(by: TestCoder.coder.get())
    #expect(Set(found).isSuperset(of: ["I2510", "I10"]))
    let family =
      "Exam: normal\nAssessment: Acute bronchitis\nSocial history: none\nFamily history:\n1. Diabetes\n2. Breast cancer\n"
    #expect(try CodedNote(family, [], age: 40).codes(by: TestCoder.coder.get()) == ["J209"])
  }

  /// Numbers that nobody means end nothing but themselves.
  @Test(arguments: [
    "Procedure: layered closure of laceration, final length nan cm.\nAssessment: Laceration of right forearm\n",
    "Procedure: layered closure of laceration, final length 99999999999999999999999 cm.\nAssessment: Gout\n",
    "INFUSION RECORD\n08:50 Solu-Medrol 9223372036854775 mg IVP\n09:05 Remicade 9223372036854775807 mg started\nDx: Gout\n",
    "Chronic care management monthly\nClinician total time 99999999999999 minutes\nDx: Gout\n",
  ]) func numbersThatNobodyMeans(text: String) throws {
    let note = ServiceNote(text)
    #expect(try note.coded(by: TestCoder.coder.get()).allSatisfy { $0.line.units < 1_000 })
  }

  /// Columns of boxes, which own no words, and brackets that are none.
  @Test func boxesInColumnsOwnNoWords() throws {
    let form = """
      EXAM    nl   abn
      Ears    [ ]  [x]   right TM bulging
      Lungs   [x]  [ ]   clear
      Assessment [see below]:
      1. Acute suppurative otitis media, right ear [new]
      """
    let found = try CodedNote(form, [], sex: .male, age: 6).codes(by: TestCoder.coder.get())
    #expect(found == ["H66001"])
  }

  /// A form of a treatment has its indication in place of an assessment; the history below stays one.
  @Test func anIndicationStandsForAnAssessment() throws {
    let record = """
      NEUROLOGY PROCEDURE NOTE
      Indication: Chronic migraine without aura, intractable, without status migrainosus

      Brief history: Failed topiramate; erenumab caused constipation. Had a concussion 2009, recovered.
      """
    // The concussion is past (Z87.820), the constipation was of a drug that is taken no more.
    #expect(try CodedNote(record, [], age: 41).codes(by: TestCoder.coder.get()) == ["G43719", "Z87820"])
  }

  /// "NKDA" ends a list of allergies: the next sentence names none.
  @Test func noKnownAllergiesEndTheList() throws {
    let note = "Allergies NKDA.\n\nLocal 1% lidocaine, 6 mL.\n\nAssessment:\nGout\n"
    #expect(try CodedNote(note, [], sex: .male).codes(by: TestCoder.coder.get()) == ["M109"])
    let allergic = "Allergies.\nLidocaine.\n\nAssessment:\nGout\n"
    #expect(try CodedNote(allergic, [], sex: .male).codes(by: TestCoder.coder.get()).contains("Z884"))
  }
}
