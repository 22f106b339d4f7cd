import ClaimModel
import Coding
import Testing

/// Conditions of pregnant patients and prenatal visits; labelled by the guidelines before they were coded.
@Suite struct PregnancyTests {
  @Test(arguments: conditions + supervision + others) func pregnancyIsCodedByItsChapter(note: CodedNote) throws {
    let found = try note.codes(by: TestCoder.coder.get())
    #expect(found.first == note.codes.first, "\(found)")
    #expect(Set(found) == Set(note.codes), "\(found)")
  }

  /// The words of one condition are one problem for the level of the visit, though they have two codes.
  @Test func aConditionInPregnancyIsOneProblem() throws {
    let note = ServiceNote(
      "HPI: Pregnant, 24 weeks.\n\nAssessment and Plan:\n1. Sinusitis. Saline rinses.", ["99213"], age: 30)
    let found = try note.coded(by: TestCoder.coder.get()).map { ServiceNote.word($0.line) }
    #expect(found == note.lines)
  }

  private static func note(_ story: String, _ problems: String..., codes: [String], age: Int = 31) -> CodedNote {
    let list = problems.enumerated().map { "\($0.offset + 1). \($0.element)." }.joined(separator: "\n")
    return CodedNote("HPI: \(story)\n\nAssessment and Plan:\n\(list)", codes, age: age)
  }

  /// Sections I.C.15.a.1, a.3, c, f, g, l; the notes at O10, O23, O24, O98 and O99.
  static let conditions = [
    CodedNote(
      """
      Chief complaint: Prenatal visit.

      HPI: 31-year-old G2P1 at 24 weeks, here for a routine prenatal visit. Good fetal movement.

      Assessment and Plan:
      1. Hypothyroidism. TSH at goal, continue levothyroxine.
      2. Pregnancy at 24 weeks.
      """, ["O99282", "E039", "Z3A24"], age: 31),
    note(
      "G3P2 at 24w3d, seen for supervision of her pregnancy.", "Chronic hypertension, stable", "Advanced maternal age",
      "High risk pregnancy", "Asthma, mild intermittent", codes: ["O09522", "O10012", "O99512", "J4520", "Z3A24"],
      age: 37),
    note(
      "Pregnant woman with burning on urination.", "Iron deficiency anemia",
      "Urinary tract infection, culture grew E. coli", codes: ["O99019", "D509", "O2340", "B9620"]),
    note("10 weeks pregnant.", "Type 2 diabetes, on insulin", codes: ["O24111", "Z794", "Z3A10"]),
    note("IUP at 30 weeks gestation.", "Type 1 diabetes with retinopathy", codes: ["O24013", "E10319", "Z3A30"]),
    note("Pregnant, 12 weeks.", "Diabetes", codes: ["O24311", "Z3A12"]),
    note("Pregnant, in the second trimester.", "Hypertension", codes: ["O10012"]),
    note(
      "Pregnant, 33 weeks. She smokes cigarettes.", "Depression, on sertraline",
      codes: ["O99343", "F32A", "O99333", "F17210", "Z3A33"]),
    note("Pregnant, 20 weeks. BMI 35.", "Obesity", codes: ["O99212", "E669", "Z3A20"]),
    note("Pregnant, 32 weeks.", "Leg edema", codes: ["O1203", "Z3A32"]),
    note("G1P0 at 18 weeks.", "Migraine without aura", codes: ["O99352", "G43009", "Z3A18"]),
    note("Pregnant, 9 weeks.", "Genital warts", codes: ["O98311", "A630", "Z3A09"]),
    note(
      "Pregnant, 29 weeks.", "Gestational diabetes, diet controlled", "Diabetes education", codes: ["O24410", "Z3A29"]),
    note("G3P1A1, 26+4 weeks.", "Asthma", codes: ["O99512", "J45909", "Z3A26"]),
    note("Pregnant, 28 weeks.", "Pre-eclampsia", "Hypertension", codes: ["O1493", "Z3A28"]),
  ]

  /// Sections I.C.15.b.1 and b.2.
  static let supervision = [
    CodedNote("Chief complaint: First prenatal visit.\n\nHPI: G1P0 at 9 weeks.", ["Z3401"], age: 26),
    CodedNote(
      "Chief complaint: Routine prenatal visit.\n\nHPI: G3P2002, 30 weeks pregnant, doing well.", ["Z3483"], age: 26),
    CodedNote("Chief complaint: Routine prenatal care.\n\nHPI: Doing well.", ["Z3490"], age: 26),
    CodedNote(
      "Chief complaint: OB visit.\n\nHPI: Primigravida at 16 weeks gestation.\n\nAssessment: Normal pregnancy.",
      ["Z3402"],
      age: 26),
    CodedNote(
      "Chief complaint: Prenatal visit.\n\nHPI: G2P1 at 31 weeks.\n\nAssessment:\nHigh risk pregnancy.",
      ["O0993", "Z3A31"],
      age: 26),
    CodedNote(
      "Chief complaint: Prenatal visit.\n\nHPI: G2P0101 at 15 weeks.\n\nAssessment:\nHistory of preterm delivery.",
      ["O09212", "Z3A15"], age: 26),
    CodedNote(
      "Chief complaint: Prenatal visit.\n\nHPI: 40-year-old G1P0 at 12 weeks.\n\nAssessment:\nAdvanced maternal age.",
      ["O09511", "Z3A12"], age: 40),
  ]

  /// No pregnancy, or one that has nothing to do with the visit.
  static let others = [
    note(
      "Pregnant, 20 weeks.", "Sprain of the left ankle. Pregnancy is incidental to this visit",
      codes: ["S93402A", "Z331"]),
    note("She is 6 weeks postpartum after a delivery at 39 weeks gestation.", "Hypothyroidism", codes: ["E039"]),
    note("She delivered at 38 weeks gestation in March.", "Asthma", codes: ["J45909"]),
    note("Two prior pregnancies, G2P2. She was pregnant last in 2019.", "Hypothyroidism", codes: ["E039"]),
    note("She is not pregnant. Urine pregnancy test negative.", "Migraine", codes: ["G43909"]),
    note("She takes prenatal vitamins and is trying to get pregnant.", "Hypothyroidism", codes: ["E039"]),
    note("Her sister is pregnant at 20 weeks.", "Asthma", codes: ["J45909"]),
    note("Return if pregnant.", "Hypertension. Medication is unsafe during pregnancy", codes: ["I10"]),
    CodedNote("HPI: His wife is pregnant.\n\nAssessment and Plan:\n1. Asthma.", ["J45909"], sex: .male, age: 30),
    note("Normal pregnancy and delivery three years ago.", "Asthma", codes: ["J45909"]),
    note("Attempting pregnancy. Her partner is worried.", "Hypothyroidism", codes: ["E039"]),
    note("Denies pregnancy.", "Anemia", "Contraception discussed, pregnancy prevention", codes: ["D649"]),
  ]
}
