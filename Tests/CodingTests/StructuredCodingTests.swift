import ClaimModel
import CodeSets
import Coding
import Testing

/// Codes from entries with a standing, and from findings, drugs, allergies and relatives.
@Suite struct StructuredCodingTests {
  typealias Item = DocumentationItem

  private static func condition(_ text: String, _ standing: Item.Standing = .current, rank: Int? = nil) -> Item {
    Item(kind: .condition, text: text, source: "Condition/\(text)", standing: standing, rank: rank)
  }

  /// The codes in order, then the refusals by reason.
  private static func review(_ items: [Item]) throws -> (codes: [String], refused: [String]) {
    let review = try TestCoder.coder.get().review(CodedNote.visit(items, sex: .female, age: 52))
    let refused = review.refused.map { "\($0.code.rawValue) \($0.reason.rawValue)" }
    guard case .coded(let coding) = review.outcome else { return ([], refused) }
    return (coding.diagnoses.map(\.code.rawValue), refused)
  }

  /// Beside a sprain, what a condition of each standing comes to.
  static let standings: [(text: String, standing: Item.Standing, codes: [String], refused: [String])] = [
    ("Gout", .current, ["S93401A", "M109"], []),
    // IV.J and I.C.21.c.4: past ones are not coded, or as their history; a lasting one that rests is still there.
    ("Pneumonia", .resolved, ["S93401A", "Z8701"], ["J189 history"]),
    ("Asthma", .resolved, ["S93401A"], ["J45909 history"]),
    ("Asthma", .inactive, ["S93401A", "J45909"], []),
    ("Acute bronchitis", .inactive, ["S93401A"], ["J209 history"]),
    // IV.H.
    ("Pneumonia", .uncertain, ["S93401A"], ["J189 uncertain"]),
    ("Asthma", .refuted, ["S93401A"], ["J45909 negated"]),
    ("History of myocardial infarction (situation)", .refuted, ["S93401A"], ["I252 negated"]),
    ("Asthma", .later, ["S93401A"], ["J45909 hypothetical"]),
    // IV.I and IV.J: a list kept across visits.
    ("Asthma", .listed, ["S93401A", "J45909"], []), ("Acute bronchitis", .listed, ["S93401A"], ["J209 not-assessed"]),
    ("Sprain of right ankle", .listed, ["S93401A"], []),
  ]

  @Test(arguments: standings) func standingDecidesWhatIsCoded(
    text: String, standing: Item.Standing, codes: [String], refused: [String]
  ) throws {
    let found = try Self.review([Self.condition("Sprain of right ankle"), Self.condition(text, standing)])
    #expect(found.codes == codes && found.refused == refused, "\(found)")
  }

  /// IV.H: the sign that a condition was suspected for stands for it, even after a hospital stay told in a note.
  @Test func signIsCodedForASuspectedCondition() throws {
    let found = try Self.review([
      Self.condition("Pneumonia", .uncertain), Item(kind: .reason, text: "Cough", source: "Condition/1"),
    ])
    #expect(found.codes == ["R059"])
  }

  /// A problem of the list that the visit's note names counts with what the list says of it.
  @Test func listedProblemCountsWhenTheNoteNamesIt() throws {
    let note = Item(kind: .note, text: "Assessment:\n1. Low back pain.\n", source: "note")
    let found = try Self.review([note, Self.condition("Vertebrogenic low back pain", .listed)])
    #expect(found.codes == ["M5451"], "\(found)")
    #expect(try Self.review([note, Self.condition("Acute bronchitis", .listed)]).codes == ["M5450"])
  }

  @Test func rankedDiagnosesComeFirstInTheirOrder() throws {
    let found = try Self.review([
      Item(kind: .reason, text: "Hypothyroidism", source: "Encounter/1"), Self.condition("Gout"),
      Self.condition("Hypothyroidism", rank: 2), Self.condition("Migraine", rank: 1),
    ])
    #expect(found.codes == ["G43909", "E039", "M109"])
  }

  private static func observation(_ text: String, loinc: String = "") -> Item {
    Item(
      kind: .observation, text: text, codings: [.init(system: "http://loinc.org", code: loinc)], source: "Observation/1"
    )
  }

  /// Beside the conditions given, the codes that findings and other entries bring.
  static let entries: [(conditions: [String], item: Item, added: [String])] = [
    // III.B: no finding is a diagnosis.
    (["Gout"], observation("Estimated GFR: 28 mL/min (low; reference from 60)"), []),
    (["Gout"], observation("Hemoglobin A1c: 9.1 % (high)"), []),
    // I.B.14: the index goes with a diagnosis that asks for it.
    (["Gout"], observation("Body Mass Index: 36.2 kg/m2"), []),
    (["Obesity"], observation("Body Mass Index: 36.2 kg/m2"), ["Z6836"]),
    // I.C.1.g.
    (["Gout"], observation("SARS-CoV-2 RNA: Detected", loinc: "94500-6"), ["U071"]),
    (["Gout"], observation("SARS-CoV-2 RNA: Not detected", loinc: "94500-6"), ["Z1152"]),
    (["Cough"], observation("SARS-CoV-2 RNA: Negative", loinc: "94500-6"), ["Z20822"]),
    (["Gout"], observation("SARS-CoV-2 antibody: Positive", loinc: "94563-4"), []),
    (["Gout"], observation("SARS-CoV-2 RNA: pending", loinc: "94500-6"), []),
    // Tobacco where a code asks for it: at J44, and not at M10.
    (["COPD"], observation("Tobacco smoking status: Former smoker"), ["Z87891"]),
    (["COPD"], observation("Tobacco smoking status: Never smoker"), []),
    (["Gout"], observation("Tobacco smoking status: Former smoker"), []),
    // I.B.14, I.C.21.c.17: what the answer names.
    (["Gout"], observation("Housing status: Homeless"), ["Z5900"]),
    (["Gout"], observation("Homeless: No"), []),
    // I.C.21.c.3.
    (["Gout"], Item(kind: .medication, text: "Warfarin 5 MG Oral Tablet", source: "m"), ["Z7901"]),
    (["Gout"], Item(kind: .medication, text: "Prednisone 5 MG Oral Tablet", source: "m"), []),
    (["Gout"], Item(kind: .medication, text: "Prednisone 5 MG", source: "m", standing: .lasting), ["Z7952"]),
    (["Gout"], Item(kind: .medicationTaken, text: "Clopidogrel 75 MG", source: "m"), ["Z7902"]),
    (["Type 2 diabetes"], Item(kind: .medicationTaken, text: "Insulin glargine", source: "m"), ["Z794"]),
    // I.C.4.a.3: insulin given at the visit only.
    (["Type 2 diabetes"], Item(kind: .medicationGiven, text: "Insulin glargine", source: "m"), []),
    (["Gout"], Item(kind: .allergy, text: "Penicillin", source: "a"), ["Z880"]),
    (["Gout"], Item(kind: .allergy, text: "Allergy to fish", source: "a"), ["Z91013"]),
    (["Gout"], Item(kind: .allergy, text: "Allergy to tobacco smoke", source: "a"), []),
    // What does not hold supports nothing beside it either.
    (["Asthma"], condition("Cigarette smoker", .refuted), []), (["Asthma"], condition("Cigarette smoker"), ["F17210"]),
    (["Gout"], condition("Cardiac pacemaker", .resolved), []),
    (["Asthma"], Item(kind: .familyHistory, text: "Smoker", source: "f"), ["Z812"]),
    // I.C.21.c.4.
    (["Gout"], Item(kind: .familyHistory, text: "Mother: Breast cancer", source: "f"), ["Z803"]),
    (["Gout"], Item(kind: .familyHistory, text: "Breast cancer", source: "f"), ["Z803"]),
    // An order is no diagnosis, and a procedure's name is none.
    (["Gout"], Item(kind: .order, text: "Pneumonia panel", source: "o"), []),
    (["Gout"], Item(kind: .procedure, text: "Injection of tetanus antitoxin", source: "p"), []),
    (["Gout"], Item(kind: .procedure, text: "Suture open wound", source: "p"), []),
  ]

  @Test(arguments: entries) func entriesSupportWhatTheGuidelinesLetThem(
    conditions: [String], item: Item, added: [String]
  ) throws {
    let base = conditions.map { Self.condition($0) }
    let without = try Self.review(base).codes
    let with = try Self.review(base + [item]).codes
    #expect(with.filter { !without.contains($0) } == added && without.allSatisfy(with.contains), "\(with)")
  }

  /// I.C.21.c.13 and I.C.19.a: a check-up of an injury is its follow-up, no routine examination.
  @Test(arguments: [
    ("Fracture of rib", ["S2239XD"]), ("Anemia", ["D649"]), ("", ["Z0000"]),
  ]) func checkUpForAReasonIsForTheReason(reason: String, codes: [String]) throws {
    var items = [Item(kind: .encounterType, text: "Encounter for 'check-up'", source: "Encounter/1")]
    if !reason.isEmpty { items.append(Item(kind: .reason, text: reason, source: "Encounter/1")) }
    #expect(try Self.review(items).codes == codes)
  }

  /// A list of allergies ends where it says that there are none.
  @Test func drugsBehindNoKnownAllergiesAreNone() throws {
    let text = "# Allergies\nNo Known Allergies.\n\n# Medications\npenicillin v 250 mg\n\n# Assessment\n1. Gout.\n"
    #expect(try Self.review([Item(kind: .note, text: text, source: "note")]).codes == ["M109"])
  }

  /// I.B.14: a circumstance of life alone is no reason for a visit.
  @Test func circumstanceAloneIsNotCoded() throws {
    #expect(try Self.review([Self.observation("Housing status: Homeless")]).codes == [])
  }

  /// Displays of SNOMED CT in the sample bundles that a general rule or a row of the terms decides.
  @Test(arguments: [
    ("Acute viral pharyngitis (disorder)", ["J028", "B9789"]), ("Viral sinusitis (disorder)", ["J329", "B9789"]),
    ("Perennial allergic rhinitis with seasonal variation", ["J3089"]),
    ("Concussion with no loss of consciousness", ["S060X0A"]),
    ("History of single seizure (situation)", ["Z87898"]),
    ("Escherichia coli urinary tract infection", ["N390", "B9620"]),
  ]) func displayIsCodedAsTheIndexHasIt(text: String, codes: [String]) throws {
    #expect(try Self.review([Self.condition(text)]).codes == codes)
  }
}
