import CodeSets

/// Signs and symptoms that belong to a confirmed condition are not coded beside it.
///
/// Source: ICD-10-CM Official Guidelines, sections I.B.5 (conditions that are an integral part of a disease process) and
/// I.B.6 (those that are not are coded). Which symptom belongs to which condition the guidelines leave to the coder;
/// the table is ours.
final class IntegralSymptoms: Sendable {
  private let symptoms: CodeTable<UInt64>
  private let conditions: CodeTable<UInt64>
  private let all: CodeTable<Bool>

  init(_ icd10cm: ICD10CM) {
    symptoms = CodeTable(icd10cm, sets: IntegralSymptoms.table.map(\.symptoms))
    conditions = CodeTable(icd10cm, sets: IntegralSymptoms.table.map(\.conditions))
    all = CodeTable(icd10cm, set: IntegralSymptoms.symptomCodes)
  }

  /// Chapter 18, and pain, stiffness or swelling of a joint, a limb or the back.
  func isSymptom(_ row: Int) -> Bool { all.contains(row) }

  /// Which lines of the table a confirmed condition stands in.
  func conditionSets(of row: Int) -> UInt64 { isSymptom(row) ? 0 : conditions.sets(of: row) }

  /// Whether a symptom belongs to one of the conditions that stand in the given lines.
  func isIntegral(_ row: Int, to conditionSets: UInt64) -> Bool {
    isSymptom(row) && symptoms.sets(of: row) & conditionSets != 0
  }

  private static let symptomCodes =
    "R M255 M254 M256 M796 M549 M546 M545 M542 M7989 H571 H578 H920 N63 N644 J3489 F515 L68"

  private static let table: [(symptoms: String, conditions: String)] = [
    ("R050-R052 R054-R059 R06 R0981 R0982 R07 R490", "J U071"),
    // A cough of months is looked into beside a rhinitis.
    ("R053", "J00-J22 J40-J99 U071"),
    ("R042 R093", "J12-J18 J20-J22 J44 J47 C34 A15"),
    ("R06 R600 R601 R609 M7989 M2547", "I50 I11"),
    ("R07", "I20-I25 I26 I30 K21 M94"),
    ("R002 R000", "I47-I49 E05 F41"),
    ("R030", "I10-I16"),
    ("R011", "I34-I39 Q20-Q24"),
    ("R55 R42", "I951 I495 I44"),
    ("R509 R6883 R6889", "J00-J22 A B N10 N39 U071 L03 K35-K37 K57 H66"),
    // A large liver, ascites or jaundice is no sign of the bowel, and vomiting and trouble swallowing are none of reflux.
    ("R10 R12 R14 R191 R192 R194-R198", "K20-K64 K80-K86 A00-A09 N20 N70-N73 N80"),
    ("R630", "K20-K58 K60-K64 K80-K86 A00-A09"),
    ("R11 R634", "K22-K64 K80-K86 A00-A09 N20 N70-N73 N80"),
    ("R17", "K70-K77 K80-K83 B15-B19"),
    ("R194 R197", "A00-A09 K50-K52 K58"),
    ("R195", "K921 K922"),
    ("R30 R32-R39", "N10-N23 N30-N51"), ("R31", "N10-N23 N30-N39 N41"),
    ("R10", "N10-N23 N30 N39 N40 N83"),
    ("R51 R11", "G43 G44"),
    ("R51", "J01 J32 S060 I10"),
    ("R42 R11", "H81"),
    ("R73", "E08-E13 O24"),
    ("R358 R631", "E08-E13"),
    ("R20 R202 R531", "G50-G64 M541 I63"),
    ("R29 R47 R4781 R27 R41", "I60-I63 G45"),
    ("R21 R238 L29", "L B00-B09 B35-B37"),
    ("M255 M254 M256 M796 M7989 R600 R609", "M00-M25 M60-M79 M80 M84 M86 M87 S L03 I80 I82"),
    ("M542 M545 M549", "M40-M54 S1 S3 N20 N10"),
    ("R5383 R5381", "D50-D64 E03 F32 F33 J09-J18 B27"),
    ("R413 R41", "F01-F03 G30 G31"),
    ("R56", "G40"),
    ("R251 R26", "G20 G25 G35"),
    ("R450-R457 R4581-R4584 R4586-R4589 R68", "F"),
    ("R59", "C81-C85 B27 J02 J03"),
    ("R58 R04", "D66-D69"),
    ("R60 M7989", "I83 I87"),
    ("R922 R928 N644 N630", "C50 D05 D24 N60"), ("N631-N634", "C50 D05 D24"),
    ("R0683", "G473"),
    ("R70 R76", "M05 M06 M32"),
    ("R74", "K70-K77 B15-B19"),
    ("R80 R944", "N00-N08 N18"),
    ("H571 H578 H53", "H10-H22 H25 H26 H40 S05"),
    ("J3489", "J00-J06 J09-J11 J20 J21 J30 J31 U071"),
    ("H920", "H60-H67"),
    ("R13", "K20 K22 J02 J03"),
    ("R070 R6884", "J00-J06 J36 B95 U071 J10 J11"),
    ("R43", "J00-J06 J30-J34 U071"),
    ("M796 R202 R200", "M48 M541 M511 M543 M544"), ("F515", "F431"), ("L68 R7989", "E282"),
  ]
}
