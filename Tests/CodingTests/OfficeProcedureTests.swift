import ClaimModel
import Coding
import Testing

/// Small operations and measurements of offices, and visits that are nothing but one.
@Suite struct OfficeProcedureTests {
  private static func note(_ account: String, _ assessment: String) -> String {
    "CC: Visit.\n\nEXAM\nNormal.\n\n\(account)\n\nASSESSMENT\n1. \(assessment)\n"
  }

  static let notes: [ServiceNote] = [
    ServiceNote(note("PROCEDURE\nConsent. Lingual frenulum divided with scissors.", "Tongue tie."), ["41010"], age: 0),
    ServiceNote(note("Lingual frenulum short.", "Tongue tie."), absent: ["41010"], age: 0),
    ServiceNote(
      note("PROCEDURE\nRadial myringotomy. Armstrong grommet placed right ear.", "Chronic serous otitis media, right."),
      ["69433-RT"], absent: ["69420"]),
    ServiceNote(
      note("PROCEDURE\nMyringotomy performed right ear, fluid suctioned.", "Chronic serous otitis media, right."),
      ["69420-RT"], absent: ["69433"]),
    ServiceNote(note("PROCEDURE\nHordeolum of RUL incised, pus out.", "External hordeolum RUL."), ["67700-E3"]),
    ServiceNote(
      note("PROCEDURE\nNail matrix bx, right thumb. 3 mm punch of matrix.", "Melanonychia of the right thumb."),
      ["11755-F5"], absent: ["11104"]),
    ServiceNote(
      note(
        "PROCEDURE\nL calf - 4 mm punch to fat, closed with 4-0 nylon.",
        "Neoplasm of uncertain behavior of skin, left calf."),
      ["11104"]),
    ServiceNote(
      note("PROCEDURE\nR back - saucerized with Dermablade.", "Neoplasm of uncertain behavior of skin, back."),
      ["11102"]),
    ServiceNote(
      note("", "Palpitations. 14-day continuous patch recorder applied by MA today."), ["93246"]),
    ServiceNote(note("", "Palpitations. 14 day zio if they come back."), absent: ["93246"]),
    ServiceNote(
      note(
        "Spirometry not reproducible. Oscillometry done instead, before and after albuterol.",
        "Moderate persistent asthma."),
      ["94728"]),
    ServiceNote(
      note(
        "VASCULAR LAB (performed here today, interpreted by me)\nSegmental pressures and pulse volume recordings, both legs.",
        "PAD."),
      ["93923"]),
    ServiceNote(
      note(
        "PROCEDURE\nAfter prep 10 mg triamcinolone was injected into the right ring finger flexor sheath.",
        "Right ring trigger finger."),
      ["20550-F8"]),
    ServiceNote(
      note(
        "PROCEDURE\nTrigger points: R upper trapezius, L upper trapezius, R levator, L rhomboid. Local twitch obtained.",
        "Myofascial pain."),
      ["20553"]),
    ServiceNote(
      note(
        "Ingrown nail L hallux. Digital block. Nail split with English anvil, strip pulled out.",
        "Ingrown nail, left great toe."),
      absent: ["11750"]),
    ServiceNote(
      "SKIN PRICK TESTS, placed and read at 15-20 min by me. 48 pricks in all.\nIMPRESSION: Allergic rhinitis.",
      ["95004*48"]),
    // An implant whose label tells a later year.
    ServiceNote(
      note("PROCEDURE NOTE\nNew Nexplanon 68 mg (clinic stock, exp 02/2029) inserted, left arm.", "Contraception."),
      ["11981"]),
    ServiceNote(note("Nexplanon inserted 2023.", "Contraception."), absent: ["11981"]),
    // A tracing that the clinician reads.
    ServiceNote(
      note("12-lead ECG (done in clinic today; my read): paced, 74.", "Palpitations."), ["93000"], absent: ["93005"]),
    ServiceNote(
      note("Bicillin L-A 600,000 U IM right thigh given by MA.", "Strep throat."), ["J0561*6", "96372"], age: 6),
    // Fluid whose end another line tells, for an illness that nobody planned.
    ServiceNote(
      """
      URGENT CARE
      HPI: vomiting since 2 am.
      ORDERS/MAR
       14:05  ondansetron 4 mg IV push over 2 min
       14:08  0.9% NaCl 1000 mL bag, wide open - START, for volume depletion
       15:20  bag complete - STOP    (72 min)
      MDM: Acute gastroenteritis. Dehydration.
      Rx: ondansetron ODT 4 mg.
      """, ["99214-25", "96374", "96361", "J7030", "J2405*4"], age: 38),
    // Nails trimmed in a visit for the care of feet are all of it.
    ServiceNote(
      "ROUTINE FOOT CARE\n\nPROCEDURE\nNondystrophic nail trimming performed x10.\n\nASSESSMENT\n1. Type 2 diabetes with neuropathy, worse.\nStart gabapentin 300 mg.",
      ["11719"], absent: ["99213-25", "99214-25"]),
    // A dose that an arrow raises.
    ServiceNote("A/P\n1. Oxaliplatin neuropathy, chronic - duloxetine 30→60.", ["99214"]),
    ServiceNote("A/P\n1. Oxaliplatin neuropathy, chronic - duloxetine 60, labs 6/3 -> 7/1.", ["99213"]),
    // Blood drawn here, whatever tense.
    ServiceNote(
      note("", "Hypothyroidism. I had TSH and a ferritin drawn here today by our phlebotomist and sent to Quest."),
      ["36415"]),
    ServiceNote(note("", "Hypothyroidism. Had TSH drawn last week at Quest."), absent: ["36415"]),
    ServiceNote(
      note(
        "IMAGING: Obtained today in our office. Right knee three views: joint space lost.",
        "Osteoarthritis of the right knee."),
      ["73562-RT"]),
    ServiceNote(
      note("Wax removed from R canal with curette, then the same in L canal.", "Impacted cerumen, both ears."),
      ["69210-50"]),
    // A drug that another gives.
    ServiceNote(
      note("", "B12 deficiency - cyanocobalamin 1000 mcg IM weekly, wife is an RN and will give."),
      absent: ["96372", "J3420"]),
  ]

  @Test(arguments: notes) func isRead(note: ServiceNote) throws { try note.expectLines() }

  /// The decision for what the title names was made before.
  @Test(arguments: [
    "OFFICE HYSTEROSCOPY REPORT\nIndication: Postmenopausal bleeding.\nTechnique: 5 mm scope. Polyp grasped and delivered whole.\nPostop diagnosis: endometrial polyp",
    "GI PROCEDURE NOTE\nIndication: cirrhosis with ascites.\nTechnique: ultrasound guided paracentesis, 4.3 L.\nImpression: Alcoholic cirrhosis with ascites.",
    "PTNS #7 of 12   4/29/26\nDx: OAB with urge incontinence\nNeedle above the left malleolus, 30 min, tolerated.",
  ]) func aVisitForAProcedureIsNoOther(note: String) throws {
    let codes = try Self.services(note)
    #expect(!codes.isEmpty)
    #expect(!codes.contains { $0.hasPrefix("992") }, "\(codes)")
  }

  @Test func anAccountTellsMoreThanTheName() throws {
    let hysteroscopy = "OFFICE HYSTEROSCOPY REPORT\n%\nPostop diagnosis: endometrial polyp"
    #expect(try Self.services(hysteroscopy.replacing("%", with: "Polyp grasped and delivered whole.")) == ["58558"])
    #expect(try Self.services(hysteroscopy.replacing("%", with: "Both ostia seen.")) == ["58555"])
    let tap = "PROCEDURE NOTE\nParacentesis done, 4 L. %\nImpression: Alcoholic cirrhosis with ascites."
    #expect(try Self.services(tap.replacing("%", with: "Under ultrasound.")) == ["49083"])
    #expect(try Self.services(tap.replacing("%", with: "By landmarks.")) == ["49082"])
  }

  @Test func nutritionTherapyCountsQuartersOfAnHour() throws {
    let note =
      "INITIAL MEDICAL NUTRITION THERAPY\n6/11/2026 9:05-10:03 (58 min, one-on-one)\nDiagnosis: type 2 diabetes."
    #expect(try Self.services(note) == ["97802*4"])
    #expect(try Self.services(note.replacing("INITIAL ", with: "").replacing("58 min", with: "30 min")) == ["97803*2"])
  }

  @Test func aDeviceCheckIsNoVisit() throws {
    let note = """
      CARDIAC DEVICE CLINIC -- IN-PERSON CHECK
      Dual chamber PPM for sick sinus syndrome. RA threshold 0.6, RV 0.7.
      %
      Assessment: Sick sinus syndrome.
      """
    #expect(try Self.services(note.replacing("%", with: "Changes made: RA output 2.5->1.75 V.")) == ["93280"])
    #expect(try Self.services(note.replacing("%", with: "No changes made.")) == ["93288"])
  }

  @Test func anAudiologistsReportIsATest() throws {
    let note = """
      AUDIOLOGY EVALUATION
      IMMITTANCE. Type A both ears. Acoustic reflex thresholds present.
      PURE TONE AIR & BONE. 250 15, 500 15.
      SRT R 20, L 25. WRS R 92%, L 88%.
      IMPRESSION. Bilateral sensorineural hearing loss.
      """
    #expect(try Self.services(note) == ["92550", "92557"])
  }

  private static func services(_ note: String) throws -> [String] {
    try ServiceNote(note).coded(by: TestCoder.coder.get()).map { ServiceNote.word($0.line) }.sorted()
  }
}
