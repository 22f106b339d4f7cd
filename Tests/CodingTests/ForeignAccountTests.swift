import ClaimModel
import Coding
import Testing

/// Lines that look like services of the visit and are not: given by others, scheduled, on paper, broken off, copied; beside those that are.
@Suite struct ForeignAccountTests {
  private static func found(
    _ text: String, _ assessment: String = "Hypertension.", exam: String = "Normal.",
    history: String = "Here for follow up."
  ) -> String {
    "58 y.o. patient. Date of service: 03/12/2025. Established patient.\nHPI: \(history)\nExam: \(exam)\n\(text)\nA/P:\n1. \(assessment)\n"
  }

  private static func planned(_ text: String) -> String {
    "58 y.o. patient. Date of service: 03/12/2025. Established patient.\nHPI: Here for follow up.\nExam: Normal.\nA/P:\n1. Hypertension.\n\(text)\n"
  }

  /// Lines of which nothing but the visit is billed.
  static let foreign: [String] = [
    "EMS gave epinephrine 0.3 mg IM", "Epinephrine 0.3 mg IM given by EMS before arrival",
    "nurse at school gave epinephrine 0.3 mg IM thigh", "paramedics gave dexamethasone 6 mg IM",
    "Epinephrine auto-injector 0.3 mg IM given, dispensed 2.",
    "14:00 EKG at heart center 3/15", "10:30 appointment with cardiology for EKG 3/20.",
    "11:15 x-ray right knee 3 views at Mercy", "10:15 bus to lab, CBC drawn",
    "Schedule 3/20:\n13:00 chest x-ray 2 views", "Next appointments:\n10:00 flu shot given",
    "Flu clinic hours:\n10:00 flu shot given daily",
    "Night log from mother:\n02:00 albuterol nebulizer treatment given", "8:00 albuterol neb at school",
    "Epinephrine 0.3 mg IM given by school nurse", "Tdap 0.5 mL IM L deltoid out of stock",
    "Right knee x-ray 3 views here tomorrow", "EKG in office of Dr. Jones: normal",
    "Old procedure note:\nConsent, right knee prepped. Kenalog 40 mg injected into right knee.",
    "Tdap brochure given today.", "Tdap VIS given today", "Information on Prevnar 20 given today, prefers to wait.",
    "Vaccine information statement given for MMR and varicella today; mother wants to wait.",
    "Gardasil handout given today", "Rx for Shingrix given.",
    "Imms given at county clinic in January. DTaP, Hib, PCV13, MMR.", "Imms given at VA: Shingrix",
    "Imms given in Mexico: DTaP", "Imms given so far: DTaP, IPV", "MMR 0.5 mL SC - parents decline",
    "DTaP 0.5 mL IM R thigh not available",
    "PROCEDURE: right knee injection. Consent, time out, chlorhexidine prep. 40 mg triamcinolone drawn up. Patient became lightheaded and procedure was aborted before needle.",
    "Kenalog 40 mg drawn up; cancelled as INR 5.",
    "What to expect: After consent, your knee is prepped with chlorhexidine and lidocaine. Kenalog 40 mg is injected into right knee. You may go home.",
    "Prior note 1/5/2025:\nAfter consent, right knee prepped with chlorhexidine, lidocaine. Kenalog 40 mg injected into right knee.",
    "Urgent care note:\nExam: EKG done here today, my read: sinus rhythm. Rapid strep positive. Left arm abscess incised and drained.",
    "Nexplanon insertion procedure explained, consent signed, time out not done, to be placed at next visit.",
    "A1c 8.1 in office of endocrinologist", "Rapid strep in clinic at school: positive",
    "UA in our office 2/12: nitrite positive", "Labs today:\nCBC pending",
    "Right ankle x-ray 3 views, weight bearing and stress, to be done here tomorrow",
    "External hemorrhoid excised by GI, no clot.", "Right ear canal was suctioned of debris. No wax.",
  ]

  /// What was done here, in lines like those.
  static let own: [ServiceNote] = [
    ServiceNote(found("Epinephrine 0.3 mg IM left thigh given in clinic today."), ["J0165*3"]),
    ServiceNote(found("14:00 EKG: sinus rhythm, my read"), ["93000"]),
    ServiceNote(found("Brought by EMS; epinephrine 0.3 mg IM left thigh given here"), ["J0165*3"]),
    ServiceNote(
      found("Epinephrine 0.3 mg IM left thigh given here, epinephrine auto-injector prescribed"), ["J0165*3"]),
    ServiceNote(found("Doing well in school, flu shot given today IM L deltoid."), ["90656"]),
    ServiceNote(found("Prevnar 20 given IM L delt today, information sheet given"), ["90677"]),
    ServiceNote(found("10:20 EKG done, BP 120/80: sinus rhythm, my read"), ["93000"]),
    ServiceNote(found("10:00 albuterol nebulizer treatment given"), ["94640"]),
    ServiceNote(found("Tdap 0.5 mL IM L deltoid given today, VIS given."), ["90715"]),
    ServiceNote(found("VIS given for Tdap, Tdap 0.5 mL IM left deltoid given today."), ["90715"]),
    ServiceNote(found("Tdap given IM left deltoid today - declined COVID."), ["90715"]),
    ServiceNote(found("Tdap given in the left deltoid today."), ["90715"]),
    ServiceNote(found("UA in our office 3/12: nitrite positive"), ["81002"]),
    ServiceNote(found("Depo-Medrol 80 mg/mL, 0.5 mL IM left deltoid given today."), ["J1010*40"]),
    ServiceNote(
      found(
        "Procedure: Right knee injected with Kenalog 1/2 mL of 40 mg/mL after consent.",
        "Primary osteoarthritis of right knee."), ["20610-RT", "J3301*2"]),
    ServiceNote(
      found(
        "Procedure: Left axilla abscess incised and drained after lidocaine.",
        "Abscess of left axilla.\n2. Pilonidal cyst, quiescent."), ["10060"], absent: ["10080"]),
    ServiceNote(
      found("Procedure: I&D of pilonidal abscess: incised and drained, packed.", "Pilonidal abscess."), ["10080"],
      absent: ["10081"]),
    ServiceNote(
      found(
        "No radial head subluxation.", "Left elbow pain.",
        exam: "Left forearm supinated, flexed at elbow, full ROM.", history: "Nursemaid elbow in 2023."),
      absent: ["24640"], age: 3),
    ServiceNote(
      found(
        "Procedure: Splinter removed with forceps.", "Splinter of finger.\n2. Corneal foreign body, resolved by itself."
      ),
      absent: ["65220", "65222"]),
    ServiceNote(
      found(
        "Procedure: 3 cm right forearm laceration repaired with 4-0 nylon. Amputated right ring finger years ago.",
        "Laceration of right forearm."), ["12002"], absent: ["12002-F8"]),
    ServiceNote(
      found(
        "Procedure: Left index finger 2 cm laceration and left forearm 3 cm laceration repaired with 4-0 nylon.",
        "Laceration of left index finger.\n2. Laceration of left forearm."), ["12002"], absent: ["12002-F1"]),
    ServiceNote(
      found(
        "Procedure: Digital block. Left foot nail avulsion, lateral border.", "Ingrown nail.",
        history: "Bunion of right great toe."), ["11730"], absent: ["11730-T5"]),
    ServiceNote(
      found(
        "Procedure: Left ring trigger finger injection. The left ring finger flexor sheath was injected with Kenalog 10 mg.",
        "Trigger finger, left ring finger."), ["20550-F3"], absent: ["20550-F3*2"]),
  ]

  @Test(arguments: foreign)
  func whatIsNotOfTheVisitIsNoService(_ text: String) throws {
    let coder = try TestCoder.coder.get()
    for note in [Self.found(text), Self.planned(text)] {
      let lines = ServiceNote(note).coded(by: coder).map { ServiceNote.word($0.line) }
      #expect(lines.allSatisfy { $0.hasPrefix("992") }, "\(lines) of \(text)")
    }
  }

  @Test(arguments: own)
  func whatIsOfTheVisitIsBilled(_ note: ServiceNote) throws {
    try note.expectLines()
  }
}
