import ClaimModel
import Coding
import Testing

/// What notes tell of the three elements of medical decision making, and of images and removals, each with what looks like it and is not.
@Suite struct DecisionNoteTests {
  private static func note(_ results: String, _ plan: String) -> String {
    "HISTORY OF PRESENT ILLNESS\nThe patient presents today.\n\nRESULTS\n\(results)\n\nASSESSMENT AND PLAN\n\(plan)\n"
  }

  /// Source: AMA CPT E/M guidelines, number and complexity of problems.
  static let problems: [ServiceNote] = [
    // An operation that is decided on makes an injury a complicated one.
    ServiceNote(
      note(
        "", "Closed fracture of the left wrist.\nI recommended that we proceed with ORIF, and the risks were discussed."
      ),
      ["99214"]),
    ServiceNote(
      note("", "Closed fracture of the left wrist.\nIf it displaces, consider ORIF. Rest and elevation."), ["99213"]),
    // Surgery under a condition counts once the patient chose it.
    ServiceNote(
      note(
        "",
        "Melanoma of the back.\nIf the scan is clear, she is a candidate for lumpectomy or wide local excision. She chose to proceed."
      ),
      ["99214"]),
    // A value off its goal, and one at it.
    ServiceNote(note("", "Type 2 diabetes.\nHer hemoglobin A1c is high at 8.4. Continue metformin 500 mg."), ["99214"]),
    ServiceNote(note("", "Type 2 diabetes.\nHer hemoglobin A1c is 6.4. Continue metformin 500 mg."), ["99213"]),
    // A drug that is begun, and one that goes on.
    ServiceNote(note("", "Rosacea, chronic.\nStart metronidazole gel."), absent: ["99215"]),
    ServiceNote(note("", "Hypertension.\nStart losartan 50 mg daily."), ["99214"]),
    ServiceNote(note("", "Hypertension.\nContinue losartan 50 mg daily."), ["99213"]),
    ServiceNote(note("", "New found anemia.\nI prescribed pantoprazole."), ["99214"]),
    // Cancer that is looked for after its treatment is one lasting problem.
    ServiceNote(
      note(
        "",
        "Ductal carcinoma of the right breast, status post lumpectomy and radiation. There is no evidence of recurrent disease.\nFollow up in a year."
      ), ["99213"]),
  ]

  /// Source: AMA CPT E/M guidelines, amount and complexity of data; tests billed with a reading are none.
  static let data: [ServiceNote] = [
    // Labs of which nothing more is told are one test.
    ServiceNote(
      note(
        "X-ray of the lumbar spine is unremarkable. Labs are within normal limits.",
        "Lumbar strain.\nWe will order an MRI. Start meloxicam 15 mg daily."), ["99214"]),
    ServiceNote(
      note(
        "X-ray of the lumbar spine is unremarkable.",
        "Lumbar strain.\nWe will order an MRI. Start meloxicam 15 mg daily."),
      ["99213"]),
    // An image of others that the clinician looked at, beside one that is billed.
    ServiceNote(
      note(
        "X-rays of the left knee were obtained in the office today and are normal. MRI of the left knee: independent review of the images shows a small tear.",
        "Left knee sprain.\nStart meloxicam 15 mg daily."), ["99214", "73560-LT"]),
    ServiceNote(
      note(
        "X-rays of the left knee were obtained in the office today and are normal.",
        "Left knee sprain.\nThe x-rays show no fracture. Start meloxicam 15 mg daily."), ["99213", "73560-LT"]),
  ]

  /// Source: AMA CPT E/M guidelines, risk of management.
  static let risks: [ServiceNote] = [
    ServiceNote(note("", "Ovarian cancer.\nShe will start chemotherapy with carboplatin next week."), ["99215"]),
    ServiceNote(note("", "Ovarian cancer.\nContinue chemotherapy with carboplatin."), absent: ["99215"]),
    ServiceNote(
      note("CBC reviewed and normal.", "Ovarian cancer.\nContinue chemotherapy with carboplatin."), ["99215"]),
    // What is prescribed is no drug.
    ServiceNote(note("", "Chronic low back pain, worsening.\nI prescribed physical therapy."), ["99213"]),
    ServiceNote(note("", "Chronic low back pain, worsening.\nI prescribed diclofenac."), ["99214"]),
    // A minor problem that takes a prescription.
    ServiceNote(note("", "Diaper rash.\nNystatin cream was prescribed."), ["99213"]),
    ServiceNote(note("", "Diaper rash.\nZinc oxide and frequent changes."), ["99212"]),
  ]

  /// Images of the visit: where they were taken, and of what.
  static let images: [ServiceNote] = [
    ServiceNote(
      note("Three views of the left foot were taken. These reveal no fracture.", "Left foot sprain."), ["73630-LT"]),
    ServiceNote(
      note("X-rays of the left foot were taken on 04/02. These reveal no fracture.", "Left foot sprain."),
      absent: ["73620", "73630"]),
    ServiceNote(
      note(
        "X-rays of the left foot were taken in the emergency department. These reveal no fracture.", "Left foot sprain."
      ),
      absent: ["73620", "73630"]),
    ServiceNote(note("X-rays were obtained and reviewed today. These are normal.", "Right knee pain."), ["73560-RT"]),
    ServiceNote(
      note("Chest x-ray obtained on admission showed an infiltrate.", "Pneumonia, resolved."),
      absent: ["71045", "71046"]),
    ServiceNote(
      note("X-rays of the knee taken by the referring physician show no fracture.", "Right knee pain."),
      absent: ["73560"]),
    ServiceNote(
      note("X-rays were obtained and reviewed today. These are normal.", "1. Right knee pain.\n2. Left ankle pain."),
      absent: ["73560", "73600"]),
    ServiceNote(
      note("Negative valgus stress test. EKG was obtained and shows sinus rhythm.", "Palpitations."), ["93000"]),
  ]

  private static func procedure(_ account: String, _ assessment: String) -> String {
    "PROCEDURE\n\(account)\n\nASSESSMENT\n\(assessment)\n"
  }

  /// Extents of removals, ulcers, and tests of nerves.
  static let extents: [ServiceNote] = [
    // 8 mm and twice 3 mm are 14 mm.
    ServiceNote(
      procedure(
        "Excision of basal cell carcinoma of the left cheek. The lesion was 0.8 cm and 3 mm margins were taken. Simple closure with 5-0 nylon, 2.5 cm.",
        "Basal cell carcinoma of the left cheek."), ["11642"], absent: ["12011", "11640"]),
    ServiceNote(
      procedure(
        "Electrodesiccation and curettage of the squamous cell carcinoma in situ of the right forearm, 1.1 cm.",
        "Squamous cell carcinoma in situ of skin of right forearm."), ["17262"], absent: ["17110"]),
    ServiceNote(
      note("", "Basal cell carcinoma of the left cheek.\nWill be excised next month, 8 mm."),
      absent: ["11640", "11641"]),
    ServiceNote(
      procedure(
        "The left heel ulcer was debrided of slough with a curette, 24 sq cm.",
        "Non-pressure chronic ulcer of the left heel limited to breakdown of skin."), ["97597", "97598"],
      absent: ["11042"]),
    ServiceNote(
      procedure(
        "Nerve conduction studies of 4 motor and 4 sensory nerves of the right leg. Needle EMG of 3 muscles of the right leg.",
        "Right sciatica."), ["95910", "95885"], absent: ["99213"]),
    ServiceNote(
      procedure("Complete needle EMG of both upper extremities.", "Bilateral carpal tunnel syndrome."), ["95861"],
      absent: ["95907", "95886"]),
    ServiceNote(
      note(
        "EMG of last year was normal.", "Left carpal tunnel syndrome.\nOrder nerve conduction studies of both arms."),
      absent: ["95907", "95908", "95886", "95860"]),
    ServiceNote(
      note(
        "CGM data of the last 14 days were interpreted: time in range 60 percent.",
        "Type 1 diabetes with hyperglycemia."),
      ["95251"]),
  ]

  /// What a note leaves to other sentences: the cervix's biopsy, a cyst's size, an implant's place, a discharge's days.
  static let others: [ServiceNote] = [
    ServiceNote(
      procedure(
        "Colposcopy: acetowhite epithelium at 12 o'clock. A biopsy was taken at 12 o'clock and an endocervical curettage was performed.",
        "High grade squamous intraepithelial lesion on cytology of the cervix, HPV positive."), ["57454"],
      absent: ["57456"], age: 32),
    ServiceNote(
      procedure(
        "Excision of epidermal inclusion cyst, mid back. A 3 cm elliptical incision was made and the cyst was excised, measuring 2.4 cm. The wound was closed with a layered closure of 3.5 cm.",
        "Epidermal inclusion cyst of the back."), ["11403", "12032"], absent: ["99213"]),
    ServiceNote(
      procedure(
        "The old Nexplanon was removed intact. A new Nexplanon was inserted through the same incision.",
        "Nexplanon removal and reinsertion."), ["11983", "J7307"],
      absent: ["11981", "11982"], age: 24),
    ServiceNote(
      procedure("The IUD was removed with ring forceps.", "Encounter for IUD removal."), ["58301"],
      absent: ["58300"], age: 30),
    ServiceNote(
      "HISTORY OF PRESENT ILLNESS\nHe is here for transitional care management, discharged from the hospital 5 days ago. My nurse called him the day after.\n\nASSESSMENT AND PLAN\nHypertension, not controlled.\nIncrease losartan to 100 mg daily.\n",
      ["99495"], absent: ["99214"], age: 70),
    ServiceNote(
      "HISTORY OF PRESENT ILLNESS\nHe is here for a hospital follow-up, discharged 5 days ago.\n\nASSESSMENT AND PLAN\nHypertension, not controlled.\nIncrease losartan to 100 mg daily.\n",
      ["99214"], absent: ["99495", "99496"], age: 70),
    // The side that the account names, if it names one only.
    ServiceNote(
      procedure(
        "The right nostril was numbed with lidocaine. A bleeding vessel of the anterior septum was cauterized with silver nitrate.",
        "Epistaxis."), ["30901-RT"]),
    ServiceNote(
      procedure(
        "The right and left nostrils were numbed with lidocaine. A bleeding vessel of the anterior septum was cauterized with silver nitrate.",
        "Epistaxis."), ["30901"], absent: ["30901-RT", "30901-LT"]),
    // Counseling to stop tobacco stands beside a visit that says it is separate.
    ServiceNote(
      note("", "COPD, not well controlled.\nStart Trelegy daily.\nCounseled on smoking cessation for 6 minutes."),
      ["99214-25", "99406"]),
    ServiceNote(
      note(
        "EKG performed in the office today, interpreted by me: new T wave inversions.",
        "Unstable angina with coronary artery disease.\nDirect admission to the hospital. Discussed with Dr. Klein."),
      ["99215", "93000"]),
    ServiceNote(
      note(
        "Point of care INR in the office today is 4.2.",
        "Long-term anticoagulation for mechanical mitral valve.\nDecrease warfarin to 4 mg daily."),
      ["99213", "85610-QW"]),
  ]

  @Test(arguments: problems + data + risks + images + extents + others) func whatIsToldDecides(_ note: ServiceNote)
    throws
  {
    let words = note.coded(by: try TestCoder.coder.get()).map { ServiceNote.word($0.line) }
    for line in note.lines {
      // A visit's own modifier is another test's.
      #expect(
        words.contains { $0 == line || line.hasPrefix("992") && $0.hasPrefix(line) }, "\(line) is not among \(words)")
    }
    for code in note.absent { #expect(!words.contains { $0.hasPrefix(code) }, "\(code) is among \(words)") }
  }

  /// A check-up that a story tells of is not the visit's.
  @Test func anEarlierCheckUpIsNotTheVisit() throws {
    let note = ServiceNote(
      "CHIEF COMPLAINT\nHepatitis C.\n\nHISTORY OF PRESENT ILLNESS\nHis test was done as part of a routine physical.\n\nASSESSMENT\nHepatitis C.\n\nPLAN\nWe will order an HCV RNA, an HCV genotype and a hepatic panel.\n",
      age: 60, sex: .male)
    let words = note.coded(by: try TestCoder.coder.get()).map { ServiceNote.word($0.line) }
    #expect(words == ["99214"])
  }
}
