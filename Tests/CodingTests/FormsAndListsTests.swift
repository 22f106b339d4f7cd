import ClaimModel
import Coding
import Testing

/// What the shape of a note tells: boxes that are ticked or not, lists in one line, headings in unusual spellings, and details that stand
/// beside a problem.
@Suite struct FormsAndListsTests {
  private func expect(_ line: (String, [String]), age: Int = 60, sex: Sex = .male) throws {
    let note = CodedNote("HPI: Here today.\n\nAssessment:\n\(line.0)\n", line.1, sex: sex, age: age)
    let found = try note.codes(by: TestCoder.coder.get())
    #expect(Set(found) == Set(line.1), "\(found)")
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
