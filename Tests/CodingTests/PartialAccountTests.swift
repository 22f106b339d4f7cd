import ClaimModel
import Coding
import Testing

/// Services told without a heading of their own, by the words and shapes of clinics: what was done here, and lines alike that were not.
@Suite struct PartialAccountTests {
  private static func found(_ text: String, _ assessment: String = "Hypertension.") -> String {
    "CC: Visit.\n\nEXAM\n\(text)\n\nASSESSMENT\n1. \(assessment)\n\nPLAN\nReturn as needed.\n"
  }

  private static func planned(_ text: String, _ assessment: String) -> String {
    "CC: Visit.\n\nEXAM\nNormal.\n\nASSESSMENT\n1. \(assessment)\n\nPLAN\n\(text)\n"
  }

  private static func told(_ text: String, _ assessment: String) -> String {
    "CC: Visit.\n\nHPI: \(text)\n\nEXAM\nNormal.\n\nASSESSMENT\n1. \(assessment)\n"
  }

  /// Tests of the practice by their short names, and those that were ordered, refused or done elsewhere.
  static let tests: [ServiceNote] = [
    ServiceNote(found("12-lead done and read here: sinus rhythm, rate 76.", "Atrial fibrillation."), ["93000"]),
    ServiceNote(found("12 lead by us: sinus brady 80, QTc normal. My read.", "Bradycardia."), ["93000"]),
    ServiceNote(planned("12-lead at cardiology next week.", "Atrial fibrillation."), absent: ["93000", "93005"]),
    ServiceNote(
      found("Dip (Clinitek automated, no micro): LE 3+, nit +, blood 3+.", "Acute cystitis."), ["81003-QW"],
      absent: ["81001"]),
    ServiceNote(planned("Recheck dip in 4 weeks.", "Acute cystitis."), absent: ["81002", "81003"]),
    ServiceNote(found("Glu fingerstick 94.", "Syncope."), ["82962"]),
    ServiceNote(told("Glu fingerstick at home 94 yesterday.", "Syncope."), absent: ["82962"]),
    ServiceNote(found("TcB in office 14.6.", "Jaundice."), ["88720"], age: 0),
    ServiceNote(planned("Repeat TcB tomorrow.", "Jaundice."), absent: ["88720"], age: 0),
    ServiceNote(found("Hemoglobin fingerstick (hemocue): 10.2", "Iron deficiency anemia."), ["85018-QW"]),
    ServiceNote(
      found("Covid/flu A+B combined rapid antigen in office: neg.", "Acute bronchitis."), ["87428-QW"],
      absent: ["87804", "87811"]),
    ServiceNote(found("Combo antigen test in office: neg.", "Acute bronchitis."), absent: ["87428"]),
    ServiceNote(found("Rapid syphilis test in clinic: negative.", "Contact with syphilis."), ["86780-QW"]),
    ServiceNote(found("Rapid syphilis in clinic: not used.", "Contact with syphilis."), absent: ["86780"]),
    ServiceNote(
      found("UDS: bup + (immunoassay analyzer at our lab bench).", "Opioid dependence."), ["80307"], absent: ["80305"]),
    ServiceNote(found("Panorex taken in our office and read: clear.", "Retained dental root."), ["70355"]),
    ServiceNote(planned("Panorex by the dentist.", "Retained dental root."), absent: ["70355"]),
    ServiceNote(
      found("Thyroid US performed in office today (my interp): diffuse goiter.", "Graves disease."), ["76536"]),
    ServiceNote(planned("Thyroid US in 6 months.", "Graves disease."), absent: ["76536"]),
    ServiceNote(
      found("AAA screening ultrasound done here today: aorta 2.3 cm.", "Smoker."), ["76706"], age: 68, sex: .male),
    ServiceNote(
      found("PA & lat chest done in our office, my read: no effusion.", "Cough."), ["71046"]),
    ServiceNote(found("Wrist R 3v in clinic, my interpretation: buckle fracture.", "Wrist pain, right."), ["73110-RT"]),
    ServiceNote(found("Spiro pre/post albuterol here: FEV1 1.12 -> 1.24.", "COPD."), ["94060"]),
    ServiceNote(
      "CC: Visit.\n\nEXAM\nNormal.\nWe carried out pulmonary function testing here. Spirometry before and after albuterol: FEV1 1.38, then 1.45. A six-minute walk covered 340 m.\n\nASSESSMENT\n1. Emphysema.\n",
      ["94060", "94618"]),
    ServiceNote(
      found(
        "Vision, LEA chart each eye: 20/30 R, 20/30 L, pass\nHearing, pure tone audiometer: pass both ears at 20 dB",
        "Well child."),
      ["99173", "92551"], age: 4),
    ServiceNote(
      "CC: dysuria\n\nMeds: pill.\n\nUA in office (automated, no micro): trace blood.\nPVR by bladder scanner: 185 mL.\n\nASSESSMENT\n1. Weak stream.\n",
      ["81003-QW", "51798"]),
    ServiceNote(
      "CC: dysuria\n\nMeds: pill.\n\nUA at urology clinic: trace blood.\n\nASSESSMENT\n1. Weak stream.\n",
      absent: ["81002", "81003"]),
    ServiceNote(found("Urine hCG neg. PHQ-2 is 0.", "Amenorrhea."), ["81025"], absent: ["96127"]),
  ]

  /// Accounts of procedures in paragraphs; consent for another day, what was told of before, and what a plan leaves open.
  static let accounts: [ServiceNote] = [
    ServiceNote(
      "Seen for a sore right big toe. The right great toenail digs in.\n\nAfter consent, digital block 1% lidocaine, tourniquet, one-fourth of the nail plate split and pulled out. Matrix left alone (no phenol).\n\nAssessment:\n1. Ingrown nail.\n",
      ["11730-T5"], absent: ["11750"]),
    ServiceNote(
      planned("After consent, digital block and removal of the nail plate will be scheduled.", "Ingrown nail."),
      absent: ["11730"]),
    ServiceNote(
      "CC: toe\n\nEXAM\nL hallux inflamed.\n\nPLAN\nDigital block L hallux, 2% lido. Medial and lateral borders removed to the matrix, phenol 3 x 30 s each. Matrixectomy.\n\nASSESSMENT\n1. Ingrown nail of left great toe.\n",
      ["11750-TA"], absent: ["11730"]),
    ServiceNote(
      "CC: knee\n\nEXAM\nR knee effusion.\n\nPROCEDURE R knee: consent. Chlorhex, ethyl Cl. 32 mL cloudy out; 40 mg triamcinolone acetonide + 4 mL lido in.\n\nASSESSMENT\n1. Effusion of right knee.\n",
      ["20610-RT", "J3301*4"]),
    ServiceNote(
      planned(
        "Procedure right knee: consent, lidocaine and triamcinolone 40 mg will be scheduled for Friday.",
        "Effusion of right knee."),
      absent: ["20610", "J3301"]),
    ServiceNote(
      found(
        "The right canal was cleaned under the microscope with curette and suction as the wax was adherent.",
        "Impacted cerumen, right ear."),
      ["69210-RT"]),
    ServiceNote(
      found("The right canal was cleaned of discharge.", "Otitis externa, right ear."), absent: ["69210", "69209"]),
    ServiceNote(
      "CC: arm\n\nAssessment is a nursemaid's elbow on the right.\n\nWith thumb over the radial head I supinated and flexed the elbow fully; felt the click.\n",
      ["24640-RT"], age: 2),
    ServiceNote(told("He supinated and flexed the elbow without pain.", "Tennis elbow, right."), absent: ["24640"]),
    ServiceNote(
      "ENDOSCOPY REPORT\n\nPMH: gout.\n\nConsent obtained. PCF advanced to cecum.\n\nFindings:\n- Ascending colon: polyp taken with cold snare, retrieved.\n- Rectum: 3 mm polyp taken with cold biopsy forceps.\n\nImpression: colon polyps.\n",
      ["45385", "45380-59"], age: 66),
    ServiceNote(
      "CC: skin\n\nEXAM\nNormal.\n\nPROCEDURES\n1) R forearm lesion: shave (tangential) biopsy, lidocaine.\n2) L calf lesion: 6 mm punch bx, closed 4-0 nylon x2.\n\nASSESSMENT\n1. Neoplasm of uncertain behavior of skin.\n",
      ["11104", "11103"], absent: ["11102", "11105"]),
    ServiceNote(
      "Mohs surgery report\n\nMohs micrographic excision\nStage I: positive deep. Stage II: clear.\nBilobed flap, primary + secondary defect total 5.4 sq cm.\n\nAssessment:\n1. Basal cell carcinoma of nose.\n",
      ["17311", "17312", "14060"]),
    ServiceNote(
      planned("Mohs surgery and a bilobed flap at Dr. Low's next month.", "Basal cell carcinoma of nose."),
      absent: ["17311", "14060"]),
    ServiceNote(
      "CC: mouth\n\nPROCEDURE\nIncisional biopsy of left lateral tongue, 6x4 mm ellipse.\n\nASSESSMENT\n1. Leukoplakia of tongue.\n",
      ["41100"], absent: ["11106"]),
    ServiceNote(
      "CC: warts\n\nPROCEDURE\nPerianal warts x 3 treated w LN2.\n\nASSESSMENT\n1. Anal warts.\n", ["46916"],
      absent: ["17110"]),
    ServiceNote(
      "CC: hand\n\nPROCEDURE\nL ring flexor sheath at A1: betamethasone 6 mg/mL, 1 mL (6 mg).\nR 1st extensor compartment: betamethasone 6 mg/mL, 0.5 mL (3 mg).\n\nASSESSMENT\n1. Trigger finger, left ring finger.\n2. De Quervain disease, right.\n",
      ["20550-F3", "20550-59-RT", "J0702*3"]),
    ServiceNote(
      "CC: fx\n\nEXAM\nXR R wrist 3 views here, my read: fracture.\n\nPROCEDURE\nHematoma block. Traction, manipulation; long arm cast applied.\n\nASSESSMENT\n1. Closed fracture of lower end of right radius.\n",
      ["25605-RT", "73110-RT"], absent: ["29065", "25600"], age: 15),
    ServiceNote(
      "CC: fx\n\nEXAM\nXR R wrist 3 views here, my read: fracture.\n\nPLAN\nClosed treatment without manipulation. Short arm cast applied.\n\nASSESSMENT\n1. Closed fracture of lower end of right radius.\n",
      ["25600-RT"], absent: ["25605"], age: 15),
  ]

  /// Drugs with their way, place and times; what is taken at home, due, or asked about.
  static let drugs: [ServiceNote] = [
    ServiceNote(found("Dexamethasone 10 mg IM L glute by RN.", "Croup."), ["J1100*10", "96372"]),
    ServiceNote(
      planned("Testosterone cypionate 100 mg IM thigh weekly.", "Hypogonadism."), absent: ["J1071", "96372"], sex: .male
    ),
    ServiceNote(told("B12 1000 mcg IM deltoid at her other clinic.", "B12 deficiency."), absent: ["J3420", "96372"]),
    ServiceNote(
      found("Course: DuoNeb x1 at 10:20 -- still wheezing. Second DuoNeb 10:50 -- clear.", "Asthma exacerbation."),
      ["94640", "J7620*2"]),
    ServiceNote(
      found(
        "11:53 Epinephrine 0.3 mg IM thigh\n11:56 NS 1000 mL bolus 11:56-12:40\n11:58 methylpred 125 mg IV push\n12:01 diphenhydramine 50 mg IV push",
        "Anaphylaxis."),
      ["J0165*3", "96372-59", "96374", "96375", "96361", "J7030", "J2919*25", "J1200"]),
    ServiceNote(
      found("Lidocaine 1% with epinephrine injected around the lesion.", "Skin tag."), absent: ["J0165", "96372"]),
    ServiceNote(
      planned("Epinephrine 0.3 mg autoinjector IM prescribed.", "Peanut allergy."), absent: ["J0165", "96372"]),
    ServiceNote(
      "CC: visit\n\nPLAN\nImms given today, mom agrees. Discussed each with her: DTaP (Infanrix), Hib (ActHIB), PCV20.\n\nASSESSMENT\n1. Well child.\n",
      ["90700", "90648", "90677", "90460*3", "90461*2"], age: 1),
    ServiceNote(
      "CC: visit\n\nPLAN\nImms given today. Hib due at 18 months.\n\nASSESSMENT\n1. Well child.\n", absent: ["90648"],
      age: 1),
    ServiceNote(
      "CC: visit\n\nPLAN\nTdap given IM right deltoid (last tetanus shot 1998).\nGave Jynneos? had both in 2022.\n\nASSESSMENT\n1. Well adult.\n",
      ["90715", "90471"], absent: ["90611"]),
    ServiceNote(
      "CC: visit\n\nPLAN\nMenACWY (MenQuadfi) #1 IM L delt given.\n\nASSESSMENT\n1. HIV disease.\n",
      ["90619", "90471"],
      absent: ["90734", "90472"]),
  ]

  /// Visits by their heads, and what they leave to an operation's fee.
  static let visits: [ServiceNote] = [
    ServiceNote(
      "Postoperative check, left knee replacement 3 weeks ago.\n\nEXAM\nIncision clean.\n\nASSESSMENT\n1. Aftercare following joint replacement.\n\nPLAN\nNo charge visit, in global.\n",
      ["99024"], absent: ["99213"]),
    ServiceNote(
      "CC: knee\n\nScheduled today for right knee injection only; decided at last visit.\n\nPROCEDURE\nRight knee injected with triamcinolone 40 mg.\n\nASSESSMENT\n1. Primary osteoarthritis of right knee.\n",
      ["20610-RT"], absent: ["99213", "99214"]),
    ServiceNote(
      "Follow up (telehealth, audio+video)\n\nHPI: Well.\n\nASSESSMENT\n1. Hypertension, not at goal.\n\nPLAN\nStart lisinopril.\n",
      ["99214-95"]),
    ServiceNote(
      "CC: thyroid\n\nASSESSMENT\n1. Nicotine dependence, cigarettes.\n\nPLAN\nTobacco - worsens eye disease, told so bluntly; 4 min; declined patch.\n",
      ["99406"]),
    ServiceNote(
      "CC: smoker\n\nASSESSMENT\n1. Nicotine dependence.\n\nPLAN\nTobacco: first cigarette within 5 min of waking.\n",
      absent: ["99406"]),
  ]

  /// Lines like those above, of others, of other days and of what is still open.
  static let others: [ServiceNote] = [
    ServiceNote(
      planned(
        "Discussed injection. Procedure: consent form and lidocaine allergy reviewed, she will think about it.",
        "Trigger finger."),
      absent: ["20550", "20600"]),
    ServiceNote(
      told(
        "After consent she had a digital block with lidocaine, tourniquet and nail plate avulsion at urgent care.",
        "Ingrown nail."),
      absent: ["11730"]),
    ServiceNote(planned("Imms given at school. MMR, varicella.", "Hypertension."), absent: ["90707", "90716"]),
    ServiceNote(
      found("Refraction: per optometrist.\nUPT: not done.\nRapid strep: pending.", "Cough."),
      absent: ["92015", "81025", "87880"]),
    ServiceNote(found("Carotid duplex read by Dr. Hu.", "Bruit."), absent: ["93880"]),
    ServiceNote(found("Carotid duplex, read by me: no stenosis.", "Bruit."), ["93880"]),
    ServiceNote(planned("NS 1000 mL bolus given in the ER 10:00-11:30.", "Dehydration."), absent: ["96360", "J7030"]),
    ServiceNote(
      planned("Epinephrine 0.3 mg IM thigh for anaphylaxis, school action plan signed.", "Food allergy."),
      absent: ["J0165", "96372"]),
    ServiceNote(found("Ear was cleaned by mom with a Q-tip, wax.", "Impacted cerumen."), absent: ["69209", "69210"]),
    ServiceNote(found("PIP and DIP joints swollen, DIP: nodes.", "Hand osteoarthritis."), absent: ["81002"]),
    ServiceNote(
      planned("Repeat X-ray right wrist 3 views: order placed for 2 weeks.", "Wrist pain."), absent: ["73110"]),
    ServiceNote(
      planned("Pulmonary function testing here next week. Spirometry before and after albuterol.", "COPD."),
      absent: ["94060"]),
    ServiceNote(
      planned("ER did hematoma block and closed reduction yesterday.", "Closed fracture of lower end of right radius."),
      absent: ["25605"]),
    ServiceNote(
      planned("Suprapubic tube placed 2019. SPT change next month.", "Neurogenic bladder."), absent: ["51705"]),
    ServiceNote(
      "Follow-up after telehealth visit\n\nASSESSMENT\n1. Hypertension.\n\nPLAN\nContinue.\n", ["99213"],
      absent: ["99213-95"]),
    ServiceNote(planned("Advance planning, 20 min talk scheduled.", "COPD."), absent: ["99497"], age: 70),
    ServiceNote(
      planned("Advance planning (voluntary): talked 18 min with her and her son re goals.", "COPD."), ["99497"], age: 70
    ),
    ServiceNote(found("Tympanogram: see the note of ENT.", "Otitis media."), absent: ["92567"]),
    ServiceNote(
      planned("5-FU 4130 mg pump will be hooked up 1240 next cycle.", "Colon cancer."), absent: ["96416", "J9190"]),
  ]

  @Test(arguments: tests + accounts + drugs + visits + others)
  func whatWasDoneHereIsBilledAndNothingElse(_ note: ServiceNote) throws {
    try note.expectLines()
  }

  /// Medicare asks what a drug that makes blood is for; others do not.
  @Test func aDrugThatMakesBloodSaysWhatForToMedicare() throws {
    let text = "Assessment:\n1. Anemia of chronic kidney disease. Darbepoetin 60 mcg SC given in clinic today.\n"
    var visit = ServiceNote("Payer: Medicare Part B\n\n" + text, age: 70).visit
    visit.registration.coverages = []
    guard case .coded(let coding) = try TestCoder.coder.get().code(visit) else {
      Issue.record("the coder has a question")
      return
    }
    let lines = coding.services.map { ServiceNote.word($0.line) }
    #expect(lines.contains("J0881-EC-JZ*60"), "\(lines)")
  }

  /// A record of chemotherapy by its times: what leads, what runs before and beside it, what is pushed, and a pump.
  @Test func aRecordOfChemotherapyIsReadByItsTimes() throws {
    let note = ServiceNote(
      """
      TREATMENT VISIT
      Here for cycle 5.

      INFUSION RECORD
      Palonosetron 0.25 mg IV push 0915
      Dexamethasone 12 mg IVPB 0920-0940
      Fosaprepitant 150 mg IVPB 0942-1015
      Oxaliplatin 112 mg (65 mg/m2) in D5W 1020-1225; concurrent leucovorin 690 mg 1020-1225 (Y site)
      5-FU bolus 690 mg IV push 1230
      5-FU 4130 mg ambulatory pump hooked up 1240, 46 h

      ASSESSMENT
      1. Colon cancer.
      """)
    let lines = note.coded(by: try TestCoder.coder.get()).map { ServiceNote.word($0.line) }
    for line in [
      "96413", "96415", "96367*2", "96368", "96375", "96411", "96416", "J2469*10", "J1100*12", "J1453*150", "J9263*224",
      "J0640*14", "J9190*10",
    ] {
      #expect(lines.contains(line), "\(line) of \(lines)")
    }
  }
}
