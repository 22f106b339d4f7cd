import ClaimModel
import Coding
import Testing

/// For each family of services a note in which one was done, and notes in which it was not.
@Suite struct ServiceNoteTests {
  private static func note(_ found: String, _ assessment: String, procedure: String = "") -> String {
    let done = procedure.isEmpty ? "" : "PROCEDURE\n\(procedure)\n\n"
    return
      "CHIEF COMPLAINT\nVisit.\n\nOBJECTIVE\n\(found)\n\n\(done)ASSESSMENT\n1. \(assessment)\n\nPLAN\nReturn as needed.\n"
  }

  private static func plan(_ words: String) -> String { "S: Hypertension.\nA: Hypertension.\nP: \(words)\n" }

  static let injections: [ServiceNote] = [
    ServiceNote(
      note(
        "Knee swollen.", "Primary osteoarthritis of the left knee.",
        procedure: "Left knee was injected with 40 mg of Kenalog."),
      ["20610-LT", "J3301*4"], absent: ["20600", "20605", "96372"]),
    ServiceNote(
      note("", "Osteoarthritis of both knees.", procedure: "Both knees were injected with 80 mg of Depo-Medrol each."),
      ["20610-50", "J1010*80"]),
    ServiceNote(
      note("", "Right shoulder pain.", procedure: "Right subacromial injection, triamcinolone 40 mg, tolerated well."),
      ["20610-RT", "J3301*4"]),
    ServiceNote(
      note(
        "", "Left wrist pain.", procedure: "The left wrist joint was aspirated and injected with 1 mL of lidocaine."),
      ["20605-LT"]),
    ServiceNote(
      note(
        "", "Trigger finger, right ring finger.",
        procedure: "Right trigger finger injection with 10 mg of triamcinolone."),
      ["20550-F8", "J3301"], absent: ["20600"]),
    ServiceNote(
      note(
        "", "Lateral epicondylitis, right elbow.",
        procedure: "The right lateral epicondyle was injected with 20 mg of Kenalog."),
      ["20551-RT", "J3301*2"], absent: ["20605"]),
    ServiceNote(
      note("", "Myalgia.", procedure: "Trigger point injections of 4 muscles with lidocaine were done."), ["20553"]),
    ServiceNote(
      note(
        "", "Carpal tunnel syndrome, right wrist.",
        procedure: "Right carpal tunnel injection with 20 mg of triamcinolone."),
      ["20526-RT"], absent: ["20605"]),
    ServiceNote(
      note("Toradol 60 mg IM given in the office.", "Migraine."), ["96372", "J1885*4"], absent: ["20610"]),
    ServiceNote(
      note("Ceftriaxone 500 mg was given intramuscularly in the right gluteus today.", "Gonorrhea."),
      ["96372", "J0696*2"]),
    ServiceNote(
      note("Vitamin B12 1000 mcg IM given today in the left deltoid.", "Vitamin B12 deficiency anemia."),
      ["96372", "J3420"]),
    ServiceNote(
      note(
        "Knee swollen.", "Primary osteoarthritis of the left knee. We discussed a Kenalog injection of the left knee."),
      absent: ["20610", "J3301"]),
    ServiceNote(
      note("", "Knee pain. She will return for an injection of the right knee."), absent: ["20610"]),
    ServiceNote(
      note("The left knee was injected in March.", "Knee pain."), absent: ["20610"]),
    ServiceNote(
      note("", "Knee pain. She declined an injection of the knee today."), absent: ["20610"]),
    ServiceNote(
      note("", "Migraine. If the headache lasts, Toradol 60 mg IM could be given in the office."),
      absent: ["96372", "J1885"]),
  ]

  static let skin: [ServiceNote] = [
    ServiceNote(
      note(
        "Laceration of the right forearm, 3.0 cm long.", "Laceration of the right forearm.",
        procedure: "Simple repair with five sutures."),
      ["12002"]),
    ServiceNote(
      note(
        "Laceration of the chin 2 cm.", "Laceration of the chin.",
        procedure: "Layered closure of the 2 cm wound with sutures."),
      ["12051"]),
    ServiceNote(
      note(
        "Laceration of the left hand, 8 cm long.", "Laceration of the left hand.",
        procedure: "Layered closure of the wound."),
      ["12044"]),
    ServiceNote(
      note("", "Abscess of the back.", procedure: "Incision and drainage of the abscess was performed."), ["10060"]),
    ServiceNote(
      note("", "Abscess of the back.", procedure: "The loculated abscess was incised and drained, packing placed."),
      ["10061"]),
    ServiceNote(
      note("", "Nevus of the back.", procedure: "Punch biopsy of the lesion on the back was performed."), ["11104"]),
    ServiceNote(
      note("", "Skin lesions of the back.", procedure: "Shave biopsy of 3 lesions was done."), ["11102", "11103*2"]),
    ServiceNote(
      note("", "Actinic keratosis.", procedure: "Cryotherapy of 6 actinic keratoses with liquid nitrogen."),
      ["17000", "17003*5"], absent: ["17110"]),
    ServiceNote(
      note("", "Common warts.", procedure: "Liquid nitrogen was applied to 3 warts, two freeze thaw cycles."), ["17110"]
    ),
    ServiceNote(note("", "Skin tags.", procedure: "18 skin tags were removed with scissors."), ["11200", "11201"]),
    ServiceNote(
      note("", "Onychomycosis.", procedure: "Ten mycotic nails were debrided."), ["11721"]),
    ServiceNote(
      note("", "Ingrown toenail.", procedure: "Partial nail avulsion of the right great toe under digital block."),
      ["11730-T5"]),
    ServiceNote(
      note("", "Sebaceous cyst of the back.", procedure: "The 1.8 cm sebaceous cyst of the back was excised."),
      ["11402"]),
    ServiceNote(
      note(
        "Laceration of the right forearm, healed.",
        "Laceration of the right forearm. The wound was sutured at the emergency room last week."),
      absent: ["12001", "12002"]),
    ServiceNote(note("", "Abscess of the back. If it grows, incision and drainage may be done."), absent: ["10060"]),
    ServiceNote(note("", "Nevus. Will schedule a punch biopsy."), absent: ["11104"]),
    ServiceNote(note("Wart treated with cryotherapy two months ago.", "Common warts."), absent: ["17110"]),
  ]

  static let others: [ServiceNote] = [
    ServiceNote(
      note("", "Impacted cerumen, bilateral.", procedure: "Cerumen was removed from both ears with a curette."),
      ["69210-50"]),
    ServiceNote(
      note("", "Impacted cerumen, right ear.", procedure: "The right ear was irrigated and the cerumen flushed out."),
      ["69209-RT"]),
    ServiceNote(
      note(
        "", "Foreign body in the left ear.", procedure: "A foreign body was removed from the left ear with forceps."),
      ["69200-LT"]),
    ServiceNote(
      note("A short arm splint was applied to the left wrist.", "Sprain of the left wrist."), ["29125-LT"]),
    ServiceNote(
      note("", "Dysmenorrhea.", procedure: "Mirena IUD was inserted without difficulty."), ["58300", "J7298"], age: 30),
    ServiceNote(
      note("", "Dysmenorrhea.", procedure: "Nexplanon was placed in the left arm."), ["11981", "J7307"], age: 30),
    ServiceNote(
      note("EKG done in the office today shows normal sinus rhythm.", "Palpitations."), ["93000"]),
    ServiceNote(note("Office spirometry was performed today.", "Asthma."), ["94010"]),
    ServiceNote(note("Spirometry before and after bronchodilator done in the office.", "COPD."), ["94060"]),
    ServiceNote(
      note("Nebulizer treatment with albuterol given in the office.", "Asthma with acute exacerbation."), ["94640"]),
    ServiceNote(
      note("X-rays of the right ankle, 3 views, were obtained today: no fracture.", "Sprain of the right ankle."),
      ["73610-RT"]),
    ServiceNote(note("Chest x-ray, two views, taken here today: clear.", "Cough."), ["71046"]),
    ServiceNote(note("Tests in the office: strep test, positive.", "Streptococcal pharyngitis."), ["87880-QW"]),
    ServiceNote(note("Urine dipstick done in the office: leukocytes.", "Dysuria."), ["81002"]),
    ServiceNote(note("Automated urinalysis done in the office: leukocytes.", "Dysuria."), ["81003-QW"]),
    ServiceNote(note("Urine pregnancy test done in the office: negative.", "Amenorrhea."), ["81025"], age: 25),
    ServiceNote(note("Hemoglobin A1c in the office today 7.9%.", "Type 2 diabetes."), ["83036-QW"]),
    ServiceNote(
      note("Rapid influenza test done today: negative. COVID-19 antigen test done today: negative.", "Cough."),
      ["87804-QW", "87811-QW"]),
    ServiceNote(note("Blood was drawn in the office today.", "Fatigue."), ["36415"]),
    ServiceNote(note("PHQ-9 score today 14. GAD-7 score today 9.", "Depression."), ["96127*2"]),
    ServiceNote(note("", "Nicotine dependence. Counseled on smoking cessation for 5 minutes."), ["99406"]),
    ServiceNote(note("", "Nicotine dependence. Counseled on smoking cessation for 12 minutes."), ["99407"]),
    ServiceNote(note("Ear wax on both sides, not removed.", "Otalgia."), absent: ["69210", "69209"]),
    ServiceNote(note("IUD in place since 2019.", "Contraception."), absent: ["58300", "58301"], age: 30),
    ServiceNote(note("EKG last month was normal.", "Palpitations."), absent: ["93000", "93005"]),
    ServiceNote(note("", "Palpitations. We will obtain an EKG today."), absent: ["93000", "93005"]),
    ServiceNote(note("X-ray from last month: no fracture.", "Ankle pain."), absent: ["73600", "73610"]),
    ServiceNote(note("", "Ankle pain. Order x-ray of the right ankle, 3 views."), absent: ["73600", "73610"]),
    ServiceNote(
      note("X-rays of the right ankle were obtained at an outside facility and reviewed today.", "Ankle pain."),
      absent: ["73600", "73610"]),
    // A rapid test is done while the patient waits: its result tells that it was done at the visit.
    ServiceNote(note("Rapid strep test: positive.", "Sore throat."), ["87880-QW"]),
    ServiceNote(note("Rapid strep at urgent care last week was negative.", "Sore throat."), absent: ["87880"]),
    ServiceNote(
      note("", "Sore throat. If no better, a rapid strep test can be done in the office."), absent: ["87880"]),
    ServiceNote(note("Hemoglobin A1c last week 7.9%.", "Type 2 diabetes."), absent: ["83036"]),
    ServiceNote(note("PHQ-9 completed online before the visit: 14.", "Depression."), absent: ["96127"]),
    ServiceNote(note("", "Nicotine dependence. Counseled on smoking cessation for 2 minutes."), absent: ["99406"]),
  ]

  static let vaccines: [ServiceNote] = [
    ServiceNote(note("Tdap vaccine, 0.5 mL, given in the left deltoid.", "Hypertension."), ["90715", "90471"]),
    ServiceNote(
      note(
        "Influenza vaccine given today in the left deltoid. Shingrix given today in the right deltoid.", "Hypertension."
      ),
      ["90656", "90750", "90471", "90472"], age: 66),
    ServiceNote(
      note("Flumist given today.", "Well child visit, routine child health examination."), ["90660", "90473"], age: 6),
    ServiceNote(
      note(
        "MMR vaccine given today in the left thigh. Counseled the mother about benefits and risks of the vaccine.",
        "Routine child health examination."),
      ["90707", "90460", "90461*2"], age: 4),
    ServiceNote(
      note("Her influenza vaccine was given at the pharmacy in October.", "Hypertension."), absent: ["90656", "90471"]),
    ServiceNote(note("", "Hypertension. Declined the flu vaccine today."), absent: ["90656", "90471"]),
    ServiceNote(note("", "Hypertension. Shingrix recommended at the next visit."), absent: ["90750"]),
    ServiceNote(note("MMR titer performed today.", "Hypertension."), absent: ["90707"]),
    ServiceNote(plan("Vaccines today: MMR, varicella."), ["90707", "90716", "90471", "90472"], age: 30),
    ServiceNote(plan("MMR and varicella today, mother informed."), ["90707", "90716", "90471", "90472"], age: 30),
    ServiceNote(plan("Flu shot today; Shingrix next visit."), ["90656", "90471"], absent: ["90750"]),
  ]

  static let further: [ServiceNote] = [
    ServiceNote(note("", "Midline cystocele. A ring pessary was fitted today."), ["57160"]),
    ServiceNote(note("", "Midline cystocele. Pessary removed, cleaned and put back."), absent: ["57160"]),
    ServiceNote(note("", "Midline cystocele. She will be fitted with a pessary next week."), absent: ["57160"]),
    ServiceNote(
      note(
        "3.5 cm cut over the left forearm.",
        "Laceration of the left forearm. The wound was closed in a single layer with 6 simple interrupted sutures."),
      ["12002"]),
  ]

  static let noVaccines: [ServiceNote] = [
    "Flu shot due today.", "Discussed flu vaccine today.", "Flu shot today if in stock.", "Flu vaccine today declined.",
    "Vaccines reviewed today: influenza, tetanus.", "Up to date on flu shot as of today.",
    "Flu shot today at the pharmacy.",
  ].map { ServiceNote(plan($0), absent: ["90656", "90471"]) }

  @Test(arguments: injections + skin + others + vaccines + noVaccines + further) func onlyWhatWasDoneIsALine(
    _ note: ServiceNote
  )
    throws
  {
    let services = note.coded(by: try TestCoder.coder.get())
    let words = services.map { ServiceNote.word($0.line) }
    for line in note.lines { #expect(words.contains(line), "\(line) is not among \(words)") }
    for code in note.absent { #expect(!words.contains { $0.hasPrefix(code) }, "\(code) is among \(words)") }
    for service in services { #expect(!service.evidence.isEmpty && !service.rule.isEmpty) }
  }
}
