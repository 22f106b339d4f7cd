import ClaimModel
import Coding
import Testing

/// Services whose number, extent or means the account tells in other words than their names.
@Suite struct AccountDetailTests {
  private static func note(_ account: String, _ assessment: String, plan: String = "Return as needed.") -> String {
    "CC: Visit.\n\nEXAM\nNormal.\n\n\(account)\n\nASSESSMENT AND PLAN\n1. \(assessment)\n\(plan)\n"
  }

  static let notes: [ServiceNote] = [
    // Keratoses that the problem counts.
    ServiceNote(
      note("", "Actinic keratoses, 8 lesions as above. LN2 2 freeze-thaw cycles each."), ["17000", "17003*7"]),
    ServiceNote(note("", "Actinic keratosis. LN2 2 freeze-thaw cycles."), ["17000"], absent: ["17003"]),
    // Wax that was taken out by hand.
    ServiceNote(
      note(
        "Wax: under the microscope, with curette and forceps, I cleared both canals.",
        "Impacted cerumen both ears, removed."), ["69210-50"], absent: ["69209"]),
    ServiceNote(
      note("Both ears irrigated with warm water.", "Impacted cerumen both ears, removed."), absent: ["69210"]),
    // Sutures below the skin.
    ServiceNote(
      note(
        "PROCEDURE\n3.2 cm laceration of left palm. Deep layer: 3 buried interrupted 5-0 Vicryl. Skin: 6 simple interrupted 5-0 nylon. Laceration repaired.",
        "Laceration of left palm."), ["12042"], absent: ["12002"]),
    ServiceNote(
      note(
        "PROCEDURE\n3.2 cm laceration of left palm. Skin: 6 simple interrupted 5-0 nylon. Laceration repaired.",
        "Laceration of left palm."), ["12002"], absent: ["12042"]),
    // An implant that takes the place of another.
    ServiceNote(
      note(
        "PROCEDURE\nRod pushed out, implant removed whole. New Nexplanon 68 mg inserted through the same incision.",
        "Nexplanon exchange."), ["11983", "J7307"], absent: ["11981", "11982"]),
    ServiceNote(
      note("PROCEDURE\nNexplanon 68 mg inserted, left arm.", "Nexplanon insertion."), ["11981"], absent: ["11983"]),
    // An elbow that clicked back.
    ServiceNote(
      note("Reduction: hyperpronation with pressure, palpable click.", "Nursemaid's elbow, left."), ["24640-LT"], age: 3
    ),
    ServiceNote(note("Hyperpronation was explained.", "Cough."), absent: ["24640"], age: 3),
    // What was breathed in, by the clock.
    ServiceNote(
      note("Neb: DuoNeb (albuterol 2.5/ipratropium 0.5) x1 at 10:05. After: wheeze less.", "COPD exacerbation."),
      ["94640"]),
    ServiceNote(note("", "COPD.", plan: "DuoNeb at home as needed."), absent: ["94640"]),
    ServiceNote(note("STUDIES TODAY\n6 min walk on 2 L: 238 m, nadir 86%.", "COPD."), ["94618"]),
    ServiceNote(note("", "BPPV, right.", plan: "I did an Epley maneuver in the office, two cycles."), ["95992"]),
    ServiceNote(note("", "BPPV, right.", plan: "I did not do an Epley maneuver in the office."), absent: ["95992"]),
    // Areas that are summed.
    ServiceNote(
      note(
        "PROCEDURE\nExcisional debridement of ulcers with curette to subcutaneous tissue.\n#1 - 14 sq cm\n#2 - 10 sq cm\ntotal 24 sq cm",
        "Ulcer of left calf with fat layer exposed."), ["11042", "11045"]),
    // Pricks of two kinds.
    ServiceNote(
      note("Testing today: skin prick – 36 inhalant allergens + 4 foods + controls.", "Allergic rhinitis."),
      ["95004*40"]),
    ServiceNote(
      note("Percutaneous skin tests today: 40 aeroallergens, read with pos/neg controls.", "Allergic rhinitis."),
      ["95004*40"]),
    // A visit that is called by what was injected.
    ServiceNote(
      "Botulinum toxin treatment visit\nDate: 7 July 2026. Established.\nDx: chronic migraine without aura, intractable\nDrug: onabotulinumtoxinA 200 U vial.\nTOTAL injected 155 U. Discarded 45 U.\n",
      ["64615", "J0585*155", "J0585-JW*45"]),
    ServiceNote(
      "Neurology visit\nDate: 7 July 2026. Established.\nDx: chronic migraine without aura, intractable\nBotox next month, total 155 U injected last time.\n",
      absent: ["64615"]),
    // Feet that were cared for and nothing else.
    ServiceNote(
      "Podiatry routine foot care note\nEstablished. 5/19/26\nA-\n1. T2DM with polyneuropathy\n2. Onychomycosis x10, painful\nP-\nDebrided all 10 toenails. Shoe Rx form sent.\n",
      ["11721"], absent: ["99213", "99214"]),
    // What stands behind "today:" was done.
    ServiceNote(
      note("", "Polycythemia vera.", plan: "Therapeutic phlebotomy today: 18g L AC, 500 mL removed over 22 min."),
      ["99195"]),
    ServiceNote(
      note("", "Polycythemia vera.", plan: "Therapeutic phlebotomy today if hematocrit is above 45."), absent: ["99195"]
    ),
    ServiceNote(
      note("CBC here today (our analyzer, with auto diff): Hgb 16.4, Hct 49.1", "Polycythemia vera."), ["85025"]),
    ServiceNote(note("", "CKD 3a - recheck BMP today (drawn here, to outside lab)."), ["36415"]),
    ServiceNote(note("", "CKD 3a - recheck BMP next week, to be drawn here."), absent: ["36415"]),
    ServiceNote(note("", "Osteoarthritis of right knee - injection today: refused."), absent: ["20610"]),
    ServiceNote(note("", "Dry eye OU. Punctal plugs today: none left, reschedule."), absent: ["68761"]),
    ServiceNote(
      note("", "Impacted cerumen R - removal with curette offered, patient declined."), absent: ["69210", "69209"]),
    ServiceNote(note("", "AK scalp - 16 lesions, LN2 to 3 of them today."), ["17000", "17003*2"], absent: ["17004"]),
    ServiceNote(
      note(
        "PROC: under ultrasound guidance, left knee injected with triamcinolone 40 mg. No image saved.", "OA left knee."
      ),
      ["20610-LT"], absent: ["20611"]),
    ServiceNote(
      note("Fluctuant abscess drained pus with pressure, no incision needed.", "Pilonidal abscess."), absent: ["10080"]),
    ServiceNote(
      note("", "Gout.", plan: "2. Tobacco - cigarettes. 6 min counselling on diet."), absent: ["99406"]),
    // A number that begins a sentence counts.
    ServiceNote(note("", "Mycotic nails. Nails listed (8) debrided. 3 calluses pared w/ #15."), ["11721-59", "11056"]),
    // Two lids.
    ServiceNote(
      note("", "Dry eye syndrome OU. Punctal plugs today: both LOWER puncta, silicone seated RLL and LLL."),
      ["68761-E2", "68761-E4"]),
    // Muscles by their sides.
    ServiceNote(
      note(
        "PROCEDURE trigger point injections: risks reviewed, consent. Bupivacaine divided in: L QL, L glut med, R trap, L trap.",
        "Myofascial pain."),
      ["20553"]),
    // A joint under ultrasound.
    ServiceNote(
      note(
        "PROC: L knee. US (linear probe, needle tracked in plane, image saved to PACS). 42 cc fluid out, then 40 mg triamcinolone acetonide.",
        "Effusion of left knee."), ["20611-LT", "J3301*4"]),
    // An abscess that is not named in its account.
    ServiceNote(
      note(
        "PROCEDURE\nBetadine. 11 blade, 1.5 cm incision off midline over max fluctuance. 10 mL foul pus out. Irrigated.",
        "Pilonidal abscess."), ["10080"]),
    ServiceNote(note("Pus out at the ED last week after incision.", "Pilonidal abscess."), absent: ["10080"]),
    // A tumor that is named before its account.
    ServiceNote(
      note(
        "", "BCC right cheek.",
        plan:
          "Consent. Clinical lesion 0.9 cm. Margin 3 mm. Elliptical excision, sent to outside dermpath. Closed in layers. Final length 3.6 cm."
      ), ["11642", "12052"]),
    // Nerves in a table.
    ServiceNote(
      "ELECTRODIAGNOSTIC STUDY\nPeroneal motor (EDB)    L   0.6\nTibial motor (AH)    L   nl\nSural sens    L   nl\nSuperficial peroneal sens   L  absent\nPeroneal motor (EDB)   R  nl\nNeedle EMG L leg: TA 2+ fibs; EHL 2+; peroneus longus 1+; med gastroc nl; vastus lat nl.\nImpression: Left peroneal nerve palsy.\n",
      ["95909", "95886"]),
    // Minutes that tell of the line's subject.
    ServiceNote(note("", "Gout.", plan: "2. Tobacco - cigarettes. 6 min counselling: triggers."), ["99406"]),
    ServiceNote(
      "ED NOTE 08/23/2026\nCritical care: I was at the bedside for 40 minutes, not counting the EKG.\nDX: Anaphylaxis\n",
      ["99291"], absent: ["99284", "99285"], place: "23"),
    ServiceNote(
      "ED NOTE 08/23/2026\nCritical care time 110 minutes.\nDX: Anaphylaxis\n", ["99291", "99292*2"],
      place: "23"),
    ServiceNote(
      "ED NOTE 08/23/2026\nCritical care time 20 minutes.\nDX: Anaphylaxis\n", absent: ["99291"], place: "23"),
    ServiceNote(
      note("Lead, capillary - collected, sent to state lab.", "Well child."), absent: ["83655"], age: 1),
    ServiceNote(note("In office: Lead (LeadCare II) <3.3", "Well child."), ["83655-QW"], age: 1),
    // A nose that was cauterized and packed.
    ServiceNote(
      note(
        "PROCEDURE\nSilver nitrate to septum, right: slowed. Rapid Rhino inserted R. Needed extensive cautery and packing.",
        "Epistaxis, right."), ["30903-RT"], absent: ["30901"]),
    // The decision for an injection is none.
    ServiceNote(
      note("Great toe pain. Decision for injection was made at the last visit.", "Gout of right great toe."),
      absent: ["20600"]),
  ]

  @Test(arguments: notes)
  func whatTheAccountTellsIsBilled(_ note: ServiceNote) throws {
    try note.expectLines()
  }

  static let vaccinations: [ServiceNote] = [
    // Given, where each has its side and its place.
    ServiceNote(
      note(
        "", "Well child, 15 months.",
        plan:
          "2. Imms due: DTaP (Infanrix) #4 R thigh, Hib (ActHIB) #4 L thigh. I went over each disease, risks and benefits with mom."
      ), ["90700", "90648", "90460*2", "90461*2"], age: 1),
    ServiceNote(
      note("", "Well child, 15 months.", plan: "2. Imms due: DTaP (Infanrix) #4, Hib (ActHIB) #4 at 18 months."),
      absent: ["90700", "90648"], age: 1),
    ServiceNote(
      note(
        "", "Well child, 15 months.",
        plan: "2. Infanrix R thigh, ActHIB L thigh.\n3. Diet: discussed, risks of choking reviewed."),
      ["90700", "90648", "90471", "90472"], absent: ["90460"], age: 1),
    ServiceNote(
      note("", "Well child.", plan: "2. Infanrix R thigh, ActHIB L thigh - at next nurse visit, out of stock today."),
      absent: ["90700", "90648"], age: 1),
    // An antibody is no vaccine.
    ServiceNote(
      note("", "Well child.", plan: "RSV season: Beyfortus 50 mg IM R thigh given today. I discussed risks before."),
      ["90380", "96380"], absent: ["90471", "96381"], age: 0),
    ServiceNote(
      note("", "Well child.", plan: "RSV season: Beyfortus 100 mg IM R thigh given today."), ["90381", "96381"],
      absent: ["90380"], age: 0),
    ServiceNote(
      note("", "Well child.", plan: "Beyfortus to be given in October. Mood of mom (EPDS at 2 wks)."),
      absent: ["90380", "96161"], age: 0),
  ]

  @Test(arguments: vaccinations)
  func whatWasInjectedIsBilled(_ note: ServiceNote) throws {
    try note.expectLines()
  }

  /// Z29.11 in place of Z23, or beside it.
  @Test func anAntibodyHasADiagnosisOfItsOwn() throws {
    let coder = try TestCoder.coder.get()
    func codes(_ plan: String) -> [String] {
      CodedNote("A/P:\n1. Well child.\n\(plan)\n", [], sex: .male, age: 0).codes(by: coder)
    }
    #expect(Set(codes("Beyfortus 50 mg IM R thigh given today.")).isSuperset(of: ["Z2911"]))
    #expect(!codes("Beyfortus 50 mg IM R thigh given today.").contains("Z23"))
    #expect(
      Set(codes("Beyfortus 50 mg IM R thigh and Hib (ActHIB) L thigh given today.")).isSuperset(of: ["Z2911", "Z23"]))
  }

  @Test(arguments: [
    ("HARBOR URGENT CARE   Patient: 31F, new      4/22/2026", true), ("Patient: 31F, new", true),
    ("44 y/o man, new patient", true), ("44 y/o man, new cough", false), ("Mr. Hale, new growth, 44 y/o man", false),
  ]) func theHeadTellsWhoIsNew(line: (String, Bool)) throws {
    var visit = ServiceNote("\(line.0)\n\nA/P:\n1. Acute sinusitis: amoxicillin prescribed.\n").visit
    visit.isEstablishedPatient = nil
    try ServiceNote.expectNew(line.1, visit)
  }
}
