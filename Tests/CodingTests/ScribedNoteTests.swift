import ClaimModel
import Coding
import Testing

/// What notes that a scribe wrote of a conversation tell in whole sentences: who sent the patient, how somebody was hurt, what the
/// findings say of the problems; and what only looks like it.
struct ScribedNoteTests {
  @Test(arguments: [
    ("The patient was referred by his primary care physician.", true),
    ("He was referred to our offices by his primary care physician after routine labs.", true),
    ("Her doctor was concerned and subsequently referred her here for further evaluation.", true),
    ("He is seen in consultation at the request of Dr. Howard.", true),
    ("He is here for a 2nd opinion.", true), ("She was sent by Dr. Sandoval for low back pain.", true),
    ("He was referred to physical therapy.", false), ("She was initially referred by her internist in 2023.", false),
    ("He was referred by his internist. He presents for follow up.", false),
    ("Referred for CBT with our therapist.", false), ("She was sent to the lab by Dr. Lee.", false),
    ("He sent us a message about his cough.", false),
    ("He returns for his sinuses. He was referred by his primary care physician, Dr. Webb.", false),
    ("His primary care physician, who referred him here in 2018, has retired.", false),
    ("He was referred by his primary care physician to physical therapy, which did not help.", false),
    ("His wife was referred by her physician to the same surgeon.", false),
    ("He would like a second opinion from a surgeon.", false),
    ("Since his initial evaluation here in March he has been well.", false),
    ("He presents to the clinic today for an initial evaluation.", true),
    ("A 49-year-old male referred to us by Dr. Brown.", true),
  ]) func whoIsSentByAnotherIsNew(line: (String, Bool)) throws {
    var visit = ServiceNote(
      "HISTORY OF PRESENT ILLNESS\n\n\(line.0)\n\nASSESSMENT\n\nAcute sinusitis.\n\nPLAN\n\nAmoxicillin prescribed. Follow up in 6 weeks.\n"
    )
    .visit
    visit.isEstablishedPatient = nil
    try ServiceNote.expectNew(line.1, visit)
  }

  @Test(arguments: [
    (
      "She was downhill skiing. She states she ran into a tree and twisted her right knee.", ["V00322A", "Y9323"], ["W"]
    ),
    (
      "She was skiing on Sunday and hyperextended her finger when it became caught in a strap.", ["V00328A", "Y9323"],
      []
    ),
    ("He fell while snowboarding.", ["V00311A", "Y9323"], ["W19"]),
    ("She was rollerblading and fell onto her hand.", ["V00111A", "Y9351"], ["W19"]),
    ("He stepped off of a curb and landed on his ankle wrong.", ["W1843XA"], []),
    ("She twisted her knee when she stumbled and caught herself from falling.", ["W1849XA"], ["W01"]),
    ("She tripped over the dog but did not fall.", ["W1849XA"], ["W01"]),
    ("She tripped over the dog and fell.", ["W010XXA"], ["W184"]),
    ("She was playing volleyball yesterday and fell.", ["W1830XA", "Y9368"], ["W19"]),
    ("She fell yesterday.", ["W19XXXA"], ["W1830", "Y93"]),
    ("When he was playing basketball another player ran into him and he fell.", ["W03XXXA", "Y9367"], []),
    ("He was playing soccer when he twisted it. He needed help to get off of the field.", ["Y9366", "Y92322"], []),
    ("He was helping move some heavy equipment and heard a pop.", ["X500XXA"], []),
    ("He dropped a landscape brick on his right foot while doing yard work.", ["W208XXA", "Y93H2"], []),
    (
      "She tripped over the dog 2 days ago and fell. She injured the same ankle skiing in 2012.", ["W010XXA"],
      ["V00", "Y9323"]
    ),
    ("She twisted it on Monday. As a child she fell down the stairs.", [], ["W10"]),
    ("She twisted it on Monday. Six years ago she fell off a ladder.", [], ["W11"]),
    ("She was skiing yesterday when it twisted on a turn. She did not fall.", ["V00328A", "Y9323"], ["V00321"]),
    ("A can of paint fell from the shelf. It landed on his foot.", ["W208XXA"], ["W19"]),
    ("He collided with another player and fell to the ground.", ["W03XXXA"], ["W51"]),
    ("He dropped out of the race.", [], ["W208"]),
    ("She enjoys skiing. She noticed the pain at work.", [], ["V00", "Y9323"]),
    ("She was bowling and hit her leg with the ball.", ["W2109XA", "Y9354"], []),
  ]) func howSomebodyWasHurt(line: (account: String, codes: [String], absent: [String])) throws {
    let found = try codes("Right ankle sprain.", history: line.account)
    #expect(found.isSuperset(of: line.codes), "\(line.account): \(found.sorted())")
    for code in line.absent { #expect(!found.contains { $0.hasPrefix(code) }, "\(line.account): \(found.sorted())") }
  }

  /// I.C.20: a cause may stand beside any condition that came of it.
  @Test func aPainAfterAnAccidentOfDaysAgoHasItsCause() throws {
    let fresh = try codes(
      "Right knee pain.",
      history: "It began 7 days ago, when she was playing basketball and another player ran into her. She fell.")
    #expect(fresh == ["M25561", "W03XXXA", "Y9367"], "\(fresh.sorted())")
    let old = try codes("Right knee pain.", history: "She fell two years ago.")
    #expect(old == ["M25561"], "\(old.sorted())")
    let unhurt = try codes("Right knee pain.", history: "For 4 months. She fell two weeks ago without injury.")
    #expect(unhurt == ["M25561"], "\(unhurt.sorted())")
    #expect(try codes("Acute pain of right knee.", history: "Reports it.") == ["M25561"])
  }

  @Test(arguments: [
    ("Type 2 diabetes.\n- Reasoning: Recent blood glucose levels have been elevated.", "E1165", "E119"),
    ("Type 2 diabetes.\n- Reasoning: She has not had any elevated glucose readings.", "E119", "E1165"),
    ("Type 2 diabetes.\n- Counseling: Call if the sugar is high.", "E119", "E1165"),
    ("Type 2 diabetes.\n- Reviewed symptoms of hyperglycemia and hypoglycemia.", "E119", "E11649"),
    ("Type 2 diabetes.\n- Watch for high sugars.", "E119", "E1165"),
    ("Fatigue.\n- Order hepatitis panel.", "R5383", "K759"),
    ("Osteoarthritis.\n- Start meloxicam.\n2. Right knee contusion.\n- Ice.", "M1990", "M1711"),
    ("Diabetic ulcer, right plantar forefoot, down to fat.", "L97512", "L97519"),
    ("Left ankle sprain of the lateral ligament complex.", "S93492A", "S93402A"),
    ("Left ankle sprain, lateral swelling.", "S93402A", "S93492A"),
    ("Radiation pneumonitis.", "Y842", ""), ("Pneumonia.", "J189", "Y842"),
    ("Painful swallowing.\n- Reasoning: secondary to inflammation of the esophagus.", "K2090", ""),
    ("Osteoarthritis.\n- Treatment: Continue to monitor the knee.", "M179", "M1990"),
    ("Osteoarthritis.", "M1990", "M179"),
    ("Crohn's disease of the ileum and colon.", "K5080", "K5000"),
    ("Enlarged prostate.\n- Reasoning: Still getting up 4 times a night.", "R351", ""),
    ("Kidney disease, stage 3a.", "N1831", "N289"),
    ("Hypertension.\n- Reasoning: She has been inconsistent with the use of her medication.", "Z91148", ""),
  ]) func whatIsToldOfAProblem(line: (String, String, String)) throws {
    let found = try codes(line.0, history: "Reports it.")
    #expect(found.contains(line.1) && !found.contains(line.2), "\(line.0): \(found.sorted())")
  }

  @Test func findingsPlaceWhatTheAssessmentLeavesOpen() throws {
    let foot = try codes(
      "Lisfranc fracture, left foot.", history: "Reports it.",
      results: "Subtle dorsal displacement of the base of the 2nd metatarsal.")
    #expect(foot.contains("S92322A"), "\(foot.sorted())")
    let back = try codes("Back pain.", history: "Reports it.", results: "X-rays of the lumbar spine are stable.")
    #expect(back == ["M5450"], "\(back.sorted())")
    for told in ["He denies lower back pain.", "His wife has lower back pain.", "He had lumbar surgery in 2010."] {
      #expect(try codes("Back pain.", history: told) == ["M549"], "\(told)")
    }
    let normal = try codes(
      "Abnormal liver enzymes.", history: "Reports it.", results: "Alkaline phosphatase 210. ALT and AST normal.")
    #expect(normal == ["R748"], "\(normal)")
    let whole = try codes(
      "Back pain.", history: "Reports it.", results: "X-rays of the thoracic and lumbar spine are stable.")
    #expect(whole == ["M549"], "\(whole.sorted())")
    let liver = try codes("Abnormal liver enzymes.", history: "Reports it.", results: "Hepatic panel: ALT 128.")
    #expect(liver == ["R7401"], "\(liver.sorted())")
  }

  /// Section IV.J: diseases of the whole body bear on whatever is treated.
  @Test func systemicDiseasesOfTheHistoryAreCoded() throws {
    let text =
      "MEDICAL HISTORY\n\nPatient reports history of diabetes, gallstones and COPD.\n\nASSESSMENT AND PLAN\n\n1. Right knee pain.\n"
    let found = Set(CodedNote(text, []).codes(by: try TestCoder.coder.get()))
    #expect(found == ["M25561", "E119", "J449"], "\(found.sorted())")
  }

  @Test(arguments: [
    "Diabetes during pregnancy in 2001.", "COPD was suspected but spirometry was normal.",
    "Type 2 diabetes, resolved after gastric bypass.",
    "Transient diabetes while on prednisone in 2015.", "Type 2 diabetes with CKD stage 3b.", "No diabetes or COPD.",
  ]) func whatIsNoDiseaseOfToday(history: String) throws {
    let text = "PAST MEDICAL HISTORY\n\n\(history)\n\nASSESSMENT AND PLAN\n\n1. Right knee pain.\n"
    let found = CodedNote(text, []).codes(by: try TestCoder.coder.get())
    #expect(!found.contains { $0.hasPrefix("E11") || $0.hasPrefix("J44") }, "\(found)")
  }

  @Test func sugarsThatRunHighInTheStory() throws {
    #expect(try codes("Type 2 diabetes.", history: "His sugars at home have been high.").contains("E1165"))
    #expect(try codes("Type 2 diabetes.", history: "His sugars were high in the hospital.").contains("E119"))
    for told in [
      "His sugars have not been high.", "Last year his sugars were running high, but they are now at goal.",
      "Her husband's sugars have been running high.",
    ] {
      #expect(try codes("Type 2 diabetes.", history: told).contains("E119"), "\(told)")
    }
  }

  @Test func whatAnOperationLeft() throws {
    let note = CodedNote(
      "ASSESSMENT\n\n1. Erectile dysfunction after prostatectomy.\n\nPLAN\n\nErectile dysfunction.\nNo treatment.\n",
      [], sex: .male)
    #expect(note.codes(by: try TestCoder.coder.get()).filter { $0.hasPrefix("N52") } == ["N5231"])
  }

  @Test func tobaccoThatIsFoughtIsCoded() throws {
    #expect(try codes("Gout.", history: "Current smoker since teens. Actively trying to quit.").contains("F17200"))
    #expect(try !codes("Gout.", history: "Current smoker since teens.").contains("F17200"))
  }

  @Test(arguments: [
    ServiceNote(
      "RESULTS\n\nX-rays of the left shoulder were obtained and are reviewed today.\n\nASSESSMENT\n\nLeft shoulder pain.\n",
      ["73030-LT"]),
    ServiceNote(
      "RESULTS\n\nAn x-ray of the left shoulder was obtained and reviewed today.\n\nASSESSMENT\n\nLeft shoulder pain.\n",
      ["73020-LT"]),
    ServiceNote(
      "RESULTS\n\n3 weight-bearing views of the right foot were obtained in the office today.\n\nASSESSMENT\n\nRight foot pain.\n",
      ["73630-RT"]),
    ServiceNote(
      "ASSESSMENT AND PLAN\n\n1. Sore throat.\n- Treatment: We will perform a rapid strep test today.\n", ["87880-QW"]),
    ServiceNote(
      "ASSESSMENT AND PLAN\n\n1. Sore throat.\n- Treatment: We will perform a rapid strep test tomorrow.\n",
      absent: ["87880"]),
    ServiceNote(
      "RESULTS\n\nX-rays of the right middle finger, 3 views obtained today show a comminuted distal phalanx fracture.\n\nIMPRESSION\n\n"
        + "Right middle finger distal phalanx fracture.\n\nPLAN\n\nShe is provided a finger splint and will return in 2 weeks for an x-ray.\n",
      ["26750-F7", "99213-57", "73140-F7"]),
    ServiceNote(
      "IMPRESSION\n\nRight middle finger distal phalanx fracture.\n\nPLAN\n\nShe is provided a finger splint. Referred to orthopedics, "
        + "return as needed.\n", absent: ["26750"]),
    ServiceNote(
      "IMPRESSION\n\nRight distal radius fracture.\n\nPLAN\n\nShe is placed in a splint. We will proceed with surgery. She will follow up.\n",
      absent: ["25600"]),
    ServiceNote(
      "PLAN\n\n1. Right Colles' fracture, closed.\nShe agrees with treating this closed. A short arm cast was applied by me today. She will return "
        + "in 1 week for an x-ray.\n", ["25600-RT", "99213-57"], absent: ["29075"]),
    ServiceNote(
      "PROCEDURE\n\nDuoNeb treatment given here in the office.\n\nASSESSMENT AND PLAN\n\n1. Asthma flare.\n- DuoNeb, 1 unit dose vial by "
        + "nebulizer, given in the office.\n", ["94640", "J7620"]),
    ServiceNote(
      "ASSESSMENT AND PLAN\n\nHypertension. Stop lisinopril. Start losartan.\n\nAdvance care planning.\n• 22 minutes were spent face to face "
        + "with him and his wife talking about what he would want.\n", ["99497"]),
    ServiceNote(
      "PROCEDURE\n\nA fusiform excision of the lesion of the left forearm, 1.9 cm, was carried down to fat. It was closed in layers. Final length "
        + "of the repair was 4.2 cm.\n\nIMPRESSION\n\nBasal cell carcinoma, left forearm.\n", ["11602", "12032"]),
    ServiceNote(
      "RESULTS\n\nX-rays of the right shoulder were not taken today.\n\nASSESSMENT\n\nRight shoulder pain.\n",
      absent: ["730"]),
    ServiceNote(
      "ASSESSMENT AND PLAN\n\n1. Sore throat.\n- The school nurse will perform a rapid strep test today.\n",
      absent: ["87880"]),
    ServiceNote(
      "ASSESSMENT AND PLAN\n\n1. Sore throat.\n- We planned to perform a rapid strep test today, but no kits were available.\n",
      absent: ["87880"]),
    ServiceNote(
      "ASSESSMENT AND PLAN\n\nHypertension. Start losartan.\n\nAdvance care planning.\nDiscussed last year for 20 minutes.\n",
      absent: ["99497"]),
    ServiceNote(
      "DATE OF SERVICE: 03/10/2026\n\nHISTORY OF PRESENT ILLNESS\n\nHere for hospital follow-up. He was discharged on 03/05/2026. Our nurse called "
        + "him within two business days. Medications were not reconciled.\n\nASSESSMENT AND PLAN\n\n1. Heart failure. Increase furosemide.\n",
      absent: ["9949"]),
    ServiceNote(
      "HISTORY OF PRESENT ILLNESS\n\nSeen for follow-up. She fractured it 2 weeks ago, and I put her in a cast then.\n\nASSESSMENT AND PLAN\n\n"
        + "1. Closed left distal radius fracture. New short arm cast applied. Return in 2 weeks.\n", absent: ["25600"]),
    ServiceNote(
      "ASSESSMENT AND PLAN\n\n1. Closed nondisplaced fracture of the left distal radius. Short arm cast applied today. Return in 1 week. If it "
        + "shifts, he will need surgery.\n", ["25600-LT", "99213-57"], absent: ["29075"]),
  ]) func whatWasDone(_ note: ServiceNote) throws { try note.expectLines() }

  private func codes(_ assessment: String, history: String, results: String = "Reviewed.") throws -> Set<String> {
    let text =
      "HISTORY OF PRESENT ILLNESS\n\n\(history)\n\nRESULTS\n\n\(results)\n\nASSESSMENT AND PLAN\n\n1. \(assessment)\n"
    return Set(CodedNote(text, []).codes(by: try TestCoder.coder.get()))
  }
}
