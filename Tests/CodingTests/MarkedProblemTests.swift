import ClaimModel
import Coding
import Testing

/// Notes whose parts are told apart by a hash, by blanks, or by a sentence, and what their lines leave aside.
@Suite struct MarkedProblemTests {
  private func codes(_ note: String, age: Int = 60, sex: Sex = .female) throws -> Set<String> {
    Set(try CodedNote(note, [], sex: sex, age: age).codes(by: TestCoder.coder.get()))
  }

  @Test func linesMarkedByAHashAreTheProblems() throws {
    let found = try codes(
      """
      Internal medicine follow up 02/19/2026. Established.

      #DM2 w/ polyneuropathy
      A1c 9.1, feet burn at night. On glargine. Eye exam no retinopathy.
      -> glargine up

      #HTN
      134/76, continue losartan

      #Not today: BPH (urology), gout
      ROS neg CP, dysuria.
      Exam: NAD. Heart regular. Trace edema.
      """, sex: .male)
    #expect(found == ["E1142", "I10", "Z794"], "\(found.sorted())")
  }

  @Test func aProblemMarkedBehindTheFindingsIsOne() throws {
    let found = try codes(
      """
      Follow-up 9/2/26. Established. No chest pain. Bruise on the shin last month, gone.
      Exam: lungs clear, trace edema.
      #Gout, stable: continue allopurinol.
      # Long standing and rather poorly controlled hypertension: add amlodipine.
      """)
    #expect(found == ["M109", "I10"], "\(found.sorted())")
  }

  @Test func numbersBehindAHashMarkProblemsWhereTheyCount() throws {
    let found = try codes(
      """
      HPI   More leg swelling, winded on stairs. No fever.
      EXAM  NAD. JVP 10 cm. 2+ pitting edema.
      Doxycycline #14 at the last visit.

      #1  HFrEF, acute on chronic. Furosemide 40 bid.
      #2  HTN - at goal.
      """)
    #expect(found == ["I110", "I5023"], "\(found.sorted())")
  }

  @Test func theListGoesOnBehindAnAccount() throws {
    let found = try codes(
      """
      HPI: wrist pain, seen 4/2/26.
      a/p
      1. de quervain's R. wants injection.
       proc: consent. 25g into 1st dorsal comp sheath, triamcinolone 20 mg. nerve/skin atrophy risks told.
      2. gout, stable.
      3. gerd - stable on omep, cont.
      """)
    #expect(found == ["M654", "M109", "K219"], "\(found.sorted())")
  }

  /// Lines that are too short to have been wrapped are thoughts of their own, whatever letter begins them.
  @Test func shortLinesAreNotJoined() throws {
    let found = try codes(
      "Seen 3/4/2026.\nIMPRESSION\nLeft distal radius buckle (torus) fracture\nabrasion left elbow\n")
    #expect(found == ["S52522A", "S50312A"], "\(found.sorted())")
  }

  @Test func aLetterBeforeAnOperationIsOne() throws {
    let letter =
      "Lakeshore Internal Medicine\nNovember 5, 2026\n\nDr. Vance\nRE: H. Jablonski, 71 M - preoperative medical evaluation, hip arthroplasty 11/24/26\n\nDear Peter,\n\nImpression: Hypertension, controlled: hold losartan.\n"
    #expect(try codes(letter).contains("Z01818"))
    #expect(
      try !codes(letter.replacing("preoperative medical evaluation", with: "preoperative visit reviewed")).contains(
        "Z01818"))
  }

  /// A number behind a hash marks nothing, nor does one that names no condition.
  @Test(arguments: ["Amoxicillin #20, no refills.", "#14 tablets given.", "#Home: walks daily."])
  func otherHashesMarkNothing(_ line: String) throws {
    let found = try codes("Cough and fever for two days, seen 3/4/2026.\nExam: lungs clear.\n\(line)\n")
    #expect(found == ["R059", "R509"], "\(found.sorted())")
  }

  @Test func anImpressionOfOnesOwnBeginsTheAssessment() throws {
    let found = try codes(
      """
      I saw Mr. Hale, 74, today. He has hypertension. A little ankle puffiness by evening.

      On examination lungs are clear. Trace edema at the ankles.

      My impression is chronic diastolic heart failure, compensated. We shall continue furosemide. The deviated septum is a lesser contributor.
      """, sex: .male)
    #expect(found == ["I110", "I5032", "J342"], "\(found.sorted())")
  }

  @Test func blanksSetAHeadingApart() throws {
    let found = try codes(
      """
      Date              08/06/2026
      Pre-op dx         L4-5 disc herniation with right L5 radiculopathy
      Post-op dx        same
      INDICATION. Buttock pain 8 weeks. Not diabetic.
      RECOVERY. Pain 2/10.
      """)
    #expect(found == ["M5116"], "\(found.sorted())")
  }

  /// One blank, or a sign between, sets nothing apart.
  @Test func aTitleIsNoHeading() throws {
    let found = try codes(
      "Allergy & Immunology new patient 5/4/2026\nSneezing. FHx asthma (brother).\nImp:\n1. Perennial allergic rhinitis due to dust mites\n"
    )
    #expect(found == ["J3089", "Z825"], "\(found.sorted())")
  }

  @Test(arguments: [
    ("Separate issue addressed today --\nHypothyroidism, not controlled: raise levothyroxine.", ["E039"]),
    ("A/P: Gout, stable. Depression - meds continue by PCP, not part of today.", ["M109"]),
    ("Counselling: reviewed bleeding pattern, scarring, infection.\nA/P: Gout.", ["M109"]),
    ("She plans to get flu and COVID at Walgreens.\nA/P: Gout.", ["M109"]),
    ("PMH: had GDM with her pregnancy.\nA/P: Gout.", ["M109", "Z8632"]),
    ("A/P: Lymphadenopathy, neck. Metastatic disease from lung is also possible.", ["R590"]),
    ("PMH: CKD none, gout.\nA/P: Hypertension.", ["I10"]),
    // A stone or a shingles of years ago does not bear on a finger.
    ("PMH: kidney stone 2012.\nA/P: Gout.", ["M109", "Z87442"]),
    ("PMH: kidney stone 2012.\nA/P: Migraine.", ["G43909"]),
    ("PMH: wrist fracture in 2001, healed.\nA/P: Migraine.", ["G43909"]),
  ]) func whatIsLeftAsideIsNotCoded(line: (String, [String])) throws {
    let found = try codes("Seen 3/4/2026, established.\n\(line.0)\n")
    #expect(found == Set(line.1), "\(line.0): \(found.sorted())")
  }

  @Test(arguments: [
    ("1. Acute traumatic partial tear of the left rotator cuff.", ["S46012A"]),
    ("1. Non-traumatic partial tear of the left rotator cuff.", ["M75112"]),
    ("1. Concussion. There was no loss of consciousness.", ["S060X0A"]), ("1. Concussion.", ["S060XAA"]),
    ("1. Thyroid eye disease, mild. Both eyes are involved.", ["H05833"]),
    ("1. Thyroid eye disease, mild. Both eyes may become involved.", ["H05839"]),
    ("1. Alcohol use disorder, severe, 7 months sober (early remission).", ["F1021"]),
    ("1. Alcohol use disorder, severe, not in remission.", ["F1020"]),
    ("1. New growth left upper back: shave biopsy.", ["D492"]),
    ("1. Osteopenia left fem neck.", ["M85852"]), ("1. Osteopenia of the hip.", ["M8580"]),
    ("1. Exudative AMD, left eye, active choroidal neovascularization.", ["H353221"]),
    ("1. Late-onset Alzheimer dementia, moderate, with wandering.", ["G301", "F02B18", "Z9183"]),
    (
      "1. Late-onset Alzheimer dementia, moderate, with agitation and aggressive behavior and wandering off.",
      ["G301", "F02B11", "Z9183"]
    ),
    ("1. Alzheimer dementia. No wandering.", ["G309", "F0280"]),
    ("1. Allergic rhinitis.\n2. Chronic cough, normal spirometry.", ["J309", "R053"]),
    ("1. Allergic rhinitis with cough.", ["J309"]),
    ("1. Febrile UTI with flank pain = acute right pyelonephritis.", ["N10"]),
    ("1. Hepatic encephalopathy.\nEncephalopathy: continue lactulose.", ["K7682"]),
    ("1. Polymyalgia rheumatica. Decrease prednisone to 9 mg.", ["M353", "Z7952"]),
    ("1. Polymyalgia rheumatica. Consider prednisone.", ["M353"]),
    ("1. Gout.\n2. Fall 1/24 at home w/ L forehead contusion.", ["M109", "S0083XA", "W19XXXA"]),
    ("1. Anaphylaxis, yellow jacket sting.", ["T782XXA", "T63461A"]),
    ("1. Postlaminectomy (failed back) syndrome, lumbar.", ["M961"]),
    ("1. Seropositive RA, multi joints.", ["M0579"]),
    ("1. Type 1 diabetes. Continue pump.", ["E109", "Z9641"]),
    ("1. Mastitis, left breast. Continue pump every 3 h.", ["N610"]),
    ("1. Gout.\nBecause he is diabetic I warned him about steroids.", ["M109", "E119"]),
    ("1. Hypertension stable\nno evidence of\nheart failure", ["I10"]),
    ("1. Hypertension.\n2. DVT - was ruled out by doppler", ["I10"]),
    ("1. Vascular dementia, moderate. Door alarms to prevent wandering.", ["F01B0"]),
    ("1. Alcohol use disorder, moderate; RA in remission on methotrexate.", ["F1020", "M069", "Z79631"]),
    ("1. Concussion. LOC 2 minutes per mom. Sister had no loss of consciousness.", ["S060XAA"]),
    ("1. Type 2 diabetes: refer for insulin pump start.", ["E119"]),
    ("1. Hypokalemia.\nThis is from the Lasix and probably explains the leg cramps.", ["E876", "T501X5A"]),
    ("1. Osteoarthritis of both knees.\nReviewed side effects of metformin including diarrhea.", ["M170"]),
  ]) func whatTheNoteTellsOfAProblemIsCoded(line: (String, [String])) throws {
    let found = try codes("Seen 3/4/2026, established.\nA/P:\n\(line.0)\n")
    #expect(found == Set(line.1), "\(line.0): \(found.sorted())")
  }
}
