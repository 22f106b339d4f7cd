import ClaimModel
import Coding
import Testing

/// What a problem's line tells beside its name, and what a visit's plan names without dealing with it.
@Suite struct ProblemDetailTests {
  private func expect(
    _ line: (String, [String]), hpi: String = "Here today.", age: Int = 60, sex: Sex = .male
  ) throws {
    try CodedNote("HPI: \(hpi)\n\nAssessment:\n\(line.0)\n", line.1, sex: sex, age: age).expectCodes()
  }

  /// Numbers that were dictated begin problems as written ones do.
  @Test(arguments: [
    (
      "Number one, type 2 diabetes. Raise Basaglar. Number two, hypertension, fair, continue losartan. Number three, mixed hyperlipidemia, continue atorvastatin.",
      ["E119", "I10", "E782"]
    ),
    ("Number of falls: none. Gout, stable.", ["M109"]),
  ]) func dictatedNumbersBeginProblems(line: (String, [String])) throws {
    let found = Set(
      try CodedNote("HPI: Here today.\n\nAssessment and plan. \(line.0)\n", line.1, sex: .male, age: 60)
        .codes(by: TestCoder.coder.get()))
    #expect(found.isSuperset(of: line.1), "\(found)")
  }

  /// Kinds, causes and sides that stand beside the name.
  @Test(arguments: [
    ("Morbid (class 3) obesity", ["E66813"]), ("Constipation caused by the iron tablets", ["K5903", "T454X5A"]),
    ("Constipation, likely not from iron", ["K5900"]), ("Insomnia related to anxiety", ["F5105", "F419"]),
    ("Insomnia", ["G4700"]), ("Carotid stenosis, L moderate, R mild", ["I6523"]),
    ("Carotid stenosis, left", ["I6522"]), ("Post-thrombotic syndrome L leg with ulcer of calf", ["I87012", "L97229"]),
    ("Cigarettes - nicotine dependence", ["F17210"]), ("Nicotine vaping", ["F17290"]),
    ("Homelessness, in shelter", ["Z5901"]), ("Homelessness", ["Z5900"]), ("Prior TIA", ["Z8673"]),
    ("Graves disease with diffuse goiter", ["E0500"]), ("Laryngopharyngeal reflux", ["K219"]),
    ("Fatty liver with F3 bridging fibrosis", ["K760", "K7402"]), ("Neoplasm L cheek, r/o BCC", ["D492"]),
  ]) func detailsBesideTheName(line: (String, [String])) throws { try expect(line) }

  /// Words that only look like such details.
  @Test(arguments: [
    ("Morbid obesity, heart failure NYHA class II", "E66812"), ("Nicotine dependence, denies vaping", "F17290"),
    ("Carotid stenosis left 60 percent, right patent no stenosis", "I6523"),
    ("Post-thrombotic syndrome, no ulcer, left leg", "I87012"), ("Insomnia due to 2 jobs", "F5105"),
    ("Constipation due to hypothyroidism, iron deficiency anemia", "K5903"),
    ("Contraception. Mirena placed in 2023, strings seen", "Z30430"),
  ]) func whatOnlyLooksLikeADetailIsNone(line: (String, String)) throws {
    let found = try CodedNote("HPI: Here today.\n\nAssessment:\n1. \(line.0)\n", [], sex: .female, age: 30)
      .codes(by: TestCoder.coder.get())
    #expect(!found.isEmpty && !found.contains(line.1), "\(found)")
  }

  /// Where a patient is sent with a disease the disease is there.
  @Test(arguments: [
    "Patient is going to the ED with acute appendicitis."
  ])
  func whoIsSentIsIll(sentence: String) throws {
    let found = try CodedNote("HPI: Pain.\n\nAssessment: \(sentence)\n", [], sex: .female, age: 30)
      .codes(by: TestCoder.coder.get())
    #expect(found.contains("K3580"), "\(found)")
  }

  /// A visit at which drugs against a tumor ran is for that; one of the joints is not.
  @Test func treatmentOfATumorComesFirst() throws {
    func codes(_ record: String, _ problem: String) throws -> [String] {
      try CodedNote("Infusion\n\nAssessment:\n1. \(problem)\n\nINFUSION RECORD\n\(record)\n", [], sex: .female, age: 60)
        .codes(by: TestCoder.coder.get())
    }
    #expect(try codes("Paclitaxel 140 mg IV infusion over 60 min", "Breast cancer").first == "Z5111")
    #expect(try codes("Pembrolizumab 200 mg IV 10:35 - 11:06", "Lung cancer").first == "Z5112")
    #expect(
      try !codes("Rituximab 1000 mg IV infusion over 240 min", "Rheumatoid arthritis. Breast cancer.").contains("Z5112")
    )
  }

  /// A pain or an infection without a place says nothing beside what has one; alone it does.
  @Test(arguments: [
    ("1. Onychomycosis\n2. Pain", ["B351"]), ("1. Ingrown nail, right great toe\n2. Infection", ["L600"]),
    ("1. Pain", ["R52"]),
    ("1. Persistent atrial fibrillation\n2. The arrhythmia makes her short of breath.", ["I4819"]),
  ]) func whatNamesNothingIsLeftOut(line: (String, [String])) throws {
    let found = Set(
      try CodedNote("HPI: Here today.\n\nAssessment:\n\(line.0)\n", line.1, sex: .male, age: 60)
        .codes(by: TestCoder.coder.get()))
    #expect(
      found.isSuperset(of: line.1) && found.isDisjoint(with: Set(["R52", "B999", "I499"]).subtracting(line.1)),
      "\(found)")
  }

  /// A bare name above what is done about a problem is that problem; an allergy is to what stands with its word.
  @Test(arguments: [
    ("1. Chronic migraine without aura\n\nPlan\nMigraine\nStart topiramate.", ["G43709"]),
    ("1. Latent syphilis. PCN allergic -> doxycycline 100 bid.", ["A530", "Z880"]),
    ("1. Abscess of right axilla - doxycycline 100 bid x 7d (sulfa allergy)", ["L02411", "Z882"]),
    ("1. Polyneuropathy from B12 deficiency", ["E538", "G63"]), ("1. Lesion of nose, BCC vs other", ["J3489"]),
  ]) func namesAreOfWhatStandsWithThem(line: (String, [String])) throws {
    let found = Set(
      try CodedNote("HPI: Here today.\n\nAssessment:\n\(line.0)\n", line.1, sex: .male, age: 60)
        .codes(by: TestCoder.coder.get()))
    #expect(found.isSuperset(of: line.1), "\(found)")
    #expect(found.isDisjoint(with: ["G43909", "Z881", "G629", "C44311"]), "\(found)")
  }

  /// A wish not to wake up that the examination tells.
  @Test func passiveThoughtsAreToldByTheExamination() throws {
    func codes(_ mind: String) throws -> [String] {
      try CodedNote(
        "HPI: Low.\n\nMSE: \(mind)\n\nAssessment:\n1. Major depressive disorder, recurrent, severe\n", [], sex: .male,
        age: 40
      ).codes(by: TestCoder.coder.get())
    }
    #expect(try codes("SI passive as above, no HI.").contains("R45851"))
    #expect(try !codes("No passive SI, no HI.").contains("R45851"))
  }

  /// What a patient is to come back for, and problems of another day.
  @Test(arguments: [
    ("1. Gout\nER: bloody stool, bilious vomit, lethargy", ["M109"]),
    ("1. Gout\nHe is to go to the ED with bloody stools or fainting.", ["M109"]),
    ("1. Gout\n2. HLD - not today", ["M109"]), ("1. HLD\n2. Gout", ["E785", "M109"]),
  ]) func whatIsNotOfTodayIsNotCoded(line: (String, [String])) throws { try expect(line) }

  /// Plans of a pregnancy are none; an inhaler that a plan begins is none that is taken.
  @Test func whatIsToComeIsNotThere() throws {
    try expect(("1. Graves disease\n2. Pregnancy plans. Delay conception.", ["E0500"]), age: 29, sex: .female)
    try expect(("1. Mild intermittent asthma\nBudesonide-formoterol 80/4.5 as needed", ["J4520"]))
    try expect(("1. Mild intermittent asthma\nContinue Symbicort", ["J4520", "Z7951"]))
  }

  /// A gestational diabetes is named by what it is treated with from today on.
  /// An infection with HIV that once was a disease stays one.
  @Test(arguments: [
    "HIV, asymptomatic, prior PCP pneumonia with AIDS", "AIDS, asymptomatic now", "HIV, asx, with AIDS",
  ])
  func diseaseOfHIVStaysOne(line: String) throws {
    let found = try CodedNote("Assessment:\n1. \(line)\n", [], sex: .male, age: 50).codes(by: TestCoder.coder.get())
    #expect(found.contains("B20") && !found.contains("Z21"), "\(found)")
  }

  @Test(arguments: [
    ("Gestational diabetes, not controlled with diet. She prefers pills to insulin. Begin metformin 500 mg.", "O24415"),
    ("Gestational diabetes failing diet control. I have started NPH insulin.", "O24414"),
    ("Gestational diabetes, controlled with diet.", "O24410"),
  ]) func gestationalDiabetesByItsTreatment(line: (String, String)) throws {
    let note = "HPI: G2P1 at 29 weeks.\n\nAssessment:\n1. Pregnancy at 29 weeks.\n2. \(line.0)\n"
    let found = try CodedNote(note, [line.1], sex: .female, age: 30).codes(by: TestCoder.coder.get())
    #expect(found.contains(line.1), "\(found)")
  }

  /// Letters that a sign such as > sets apart begin sections.
  @Test func lettersBeforeASignBeginSections() throws {
    let note = "S> Lump for 5 days. Had one in 2019.\nSoc: driver\nO> BP 134/86\nR axilla: nodule\nA/P>\n1. Gout\n"
    try CodedNote(note, ["M109"], sex: .male, age: 41).expectCodes()
  }

  /// Where an injury happened, though the section that tells it is called history.
  @Test func placesInAHistory() throws {
    let note =
      "HISTORY: She was slicing an avocado in the kitchen of her apartment when the knife slipped and cut the left index finger.\n\nAssessment:\n1. Laceration of left index finger without damage to nail.\n"
    let found = try CodedNote(note, [], sex: .female, age: 29).codes(by: TestCoder.coder.get())
    #expect(Set(found).isSuperset(of: ["S61211A", "W260XXA", "Y92030", "Y93G1"]), "\(found)")
  }

  /// A relative's condition counts where it bears on the visit.
  @Test(arguments: [
    ("Her father had a heart attack at 72.", "Gout", false),
    ("Her father had a heart attack at 72.", "Heart failure", true),
    ("Family history of heart attack.", "Gout", true), ("Her brother has epilepsy.", "New onset seizure", true),
    ("Her mother has breast cancer.", "Gout", true),
  ]) func relativesConditionsBear(line: (String, String, Bool)) throws {
    let note = "HPI: \(line.0)\n\nAssessment:\n1. \(line.1)\n"
    let found = try CodedNote(note, [], sex: .female, age: 50).codes(by: TestCoder.coder.get())
    #expect(found.contains { "Z80" <= $0 && $0 < "Z85" } == line.2, "\(found)")
  }

  /// Names that something else has too, and kinds that the same line tells.
  @Test(arguments: [
    ("UC note 9/19\n\nAssessment:\n1. Cough\n", ["R059"]),
    ("FibroScan 11.8 kPa, IQR 14%, CAP 338 (S3).\n\nAssessment:\n1. Gout\n", ["M109"]),
    ("Assessment:\n1. SIBO, hydrogen\n", ["K638211"]), ("Assessment:\n1. SIBO\n", ["K638219"]),
    ("Assessment:\n1. Glaucoma suspect both eyes, low risk\n", ["H40013"]),
    ("Assessment:\n1. HIV, suppressed, asx\n", ["Z21"]),
    ("Assessment:\n1. SIBO, hydrogen breath test ordered to confirm\n", ["K638219"]),
    ("Assessment:\n1. Cirrhosis\n2. Portal hypertension with esophageal varices\n", ["I8510"]),
    ("Assessment:\n1. Esophageal varices, no cirrhosis, no portal hypertension\n", ["I8500"]),
    ("Assessment:\n1. Hepatic fibrosis F2, no bridging fibrosis\n", ["K7400"]),
    ("Assessment:\n1. Glaucoma suspect right eye, high risk; low risk of angle closure\n", ["H40001"]),
    ("Assessment:\n1. Cough\n2. Pneumonia, ruled out\n", ["R059"]),
    ("Assessment:\n1. Iron deficiency anemia from chronic menstrual loss\n", ["D500"]),
    ("HPI: class 2 obesity.\n\nAssessment:\n1. Class 2 obesity\n2. Obesity\n", ["E66812"]),
    ("Assessment:\n1. Bilateral carpal tunnel syndrome. Bilateral median neuropathy.\n", ["G5603"]),
    ("Assessment:\n1. Corneal FB right eye. Eye pain right.\n", ["T1501XA"]),
    (
      "Impression obstructive sleep apnea.\n\nPlan:\nOSA - auto PAP.\nSevere obesity, class 3 - discussed tirzepatide, start 2.5 weekly.\n",
      ["G4733", "E66813"]
    ),
  ]) func namesOfOthersAndKinds(line: (String, [String])) throws {
    let found = try CodedNote(line.0, [], sex: .female, age: 50).codes(by: TestCoder.coder.get())
    #expect(Set(line.1).isSubset(of: found), "\(found)")
    let absent: Set = ["K5190", "J189", "A549", "B20", "E669", "G5613", "H5711", "D509"]
    #expect(absent.isDisjoint(with: found), "\(found)")
  }
}
