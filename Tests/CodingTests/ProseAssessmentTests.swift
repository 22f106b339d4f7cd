import ClaimModel
import Testing

/// Assessments in sentences, and what else of a note makes a code closer or keeps one away; labelled by the guidelines before they
/// were coded.
@Suite struct ProseAssessmentTests {
  @Test(arguments: prose + kinds + places + labels + elsewhere + exclusions) func whatANoteTellsIsCoded(note: CodedNote)
    throws
  {
    let found = try note.codes(by: TestCoder.coder.get())
    #expect(Set(found) == Set(note.codes), "\(found)")
    for beginning in note.absent { #expect(!found.contains { $0.hasPrefix(beginning) }, "\(found)") }
  }

  private static func note(
    _ assessment: String, plan: String = "Return in 4 weeks.", story: String = "Here for a visit."
  ) -> String {
    "HISTORY OF PRESENT ILLNESS\n\n\(story)\n\nASSESSMENT\n\n\(assessment)\n\nPLAN\n\n\(plan)\n"
  }

  private static func problem(_ name: String, _ reasoning: String, story: String = "Here for a visit.") -> String {
    """
    HISTORY OF PRESENT ILLNESS

    \(story)

    ASSESSMENT AND PLAN

    \(name)
    • Medical Reasoning: \(reasoning)
    • Medical Treatment: Return in 4 weeks.
    """
  }

  /// Section IV.J: what the visit came to stands in the sentences; the plan names it again, with less.
  static let prose = [
    CodedNote(
      note(
        "She has heavy regular menses due to intramural uterine fibroids, which have led to iron deficiency anemia from chronic blood loss.",
        plan: "For the anemia, iron was ordered. Because she has migraine with aura, I do not recommend estrogen."),
      ["N920", "D251", "D500", "G43109"], absent: ["D649", "R58"]),
    CodedNote(
      note(
        "46-year-old man with several findings. He has mixed hyperlipidemia, new. He is overweight. He has a plantar wart on the right foot.",
        plan: "The wart was frozen."), ["E782", "E663", "B070"], absent: ["B079"], sex: .male),
    // A list is the list, whatever stands below it.
    CodedNote(
      note(
        "• Hypertension.\n• Gout.\nShe is a pleasant woman who has tolerated her drugs and had bronchitis in the spring."
      ),
      ["I10", "M109"]),
    CodedNote(
      note(
        "• Stage IB carcinoma of the right breast, upper outer quadrant, ER positive, on adjuvant anastrozole. No evidence of recurrence.\n• Osteopenia."
      ), ["C50411", "Z170", "M8580", "Z79811"]),
    CodedNote(
      note(
        "Lumbar spinal stenosis at L4-L5 with neurogenic claudication and degenerative spondylolisthesis.\n\nHypertension."
      ),
      ["M48062", "M4316", "I10"]),
    CodedNote(
      note(
        "Pain in the left heel and numbness of the feet, suspicious for early psoriatic arthritis.\n\nPlaque psoriasis."
      ),
      ["M79672", "R200", "L400"], absent: ["L405"]),
  ]

  /// Section I.B.2: the kind, the site and the cause that other sentences tell.
  static let kinds = [
    CodedNote(
      problem("Type 2 diabetes with retinopathy, nonproliferative, moderate, both eyes.", "Stable."), ["E113393"]),
    CodedNote(
      problem("Diabetic retinopathy.", "Mild nonproliferative changes of both eyes, without edema."), ["E113293"]),
    CodedNote(problem("Diabetic retinopathy.", "If it becomes proliferative she will be treated."), ["E11319"]),
    CodedNote(problem("Hearing loss.", "Symmetric sensorineural loss."), ["H903"]),
    CodedNote(problem("Hearing loss.", "It may be sensorineural."), ["H9190"]),
    CodedNote(problem("Chronic respiratory failure.", "Stable with hypoxia at baseline."), ["J9611"]),
    CodedNote(problem("Acute E. coli cystitis with hematuria.", "Uncomplicated."), ["N3001", "B9620"]),
    CodedNote(problem("Lumbar spinal stenosis.", "He walks well, without neurogenic claudication."), ["M48061"]),
    CodedNote(problem("Seasonal allergic rhinitis.", "She is allergic to tree pollen."), ["J301"]),
    CodedNote(
      problem("Dog bite of the right forearm with cellulitis.", "No abscess."), ["S51851A", "L03113", "W540XXA"]),
    CodedNote(
      problem(
        "Left distal radius fracture.", "This is a closed fragility fracture due to her osteoporosis.",
        story: "She tripped."),
      ["M80032A"], absent: ["S52"], age: 71),
    CodedNote(
      problem("Left distal radius fracture.", "This may be a fragility fracture.", story: "She tripped."),
      ["S52502A", "W010XXA"], absent: ["M80"], age: 71),
    CodedNote(problem("Type 1 diabetes with level 2 hypoglycemia.", "Nocturnal lows."), ["E10649", "E16A2"]),
    CodedNote(problem("Gastroesophageal reflux disease with erosive esophagitis.", "Seen by endoscopy."), ["K2100"]),
    CodedNote(
      problem("Asthma.", "Well controlled.", story: "She is well.\n\nPAST HISTORY\n\nMild persistent asthma."),
      ["J4530"]),
    CodedNote(
      "PAST HISTORY\n\nHypertension.\n\nRESULTS\n\nX-ray. Impression: Significant disc degeneration.\n\nASSESSMENT\n\nNeck pain.",
      ["M542"]),
  ]

  /// Section I.B.2 again: sites and movements that stand beside the name.
  static let places = [
    CodedNote(problem("Seropositive rheumatoid arthritis, hands, wrists, and feet.", "Active."), ["M0579"]),
    CodedNote(problem("Acute idiopathic gout, left first MTP joint.", "Crystal proven."), ["M10072"]),
    CodedNote(problem("Torus (buckle) fracture of the left distal radius.", "Closed."), ["S52522A"], age: 8),
    CodedNote(
      problem("Closed Colles fracture of the left distal radius, 5 weeks, healing well.", "No pain."), ["S52532D"]),
    CodedNote(problem("Nondisplaced Colles fracture of the left distal radius.", "Splinted."), ["S52532A"]),
    CodedNote(problem("Parkinson's disease.", "Wearing off at the end of each dose, no dyskinesia."), ["G20A2"]),
    CodedNote(problem("Parkinson's disease with wearing off and peak-dose dyskinesia.", "Stable."), ["G20B2"]),
    CodedNote(problem("HIV.", "Asymptomatic, fully suppressed."), ["Z21"]),
    CodedNote(problem("HIV disease.", "He had an AIDS-defining illness."), ["B20"]),
    CodedNote(problem("Sudden right-sided sensorineural hearing loss.", "No fluid."), ["H9121"]),
    CodedNote(problem("Right acute otitis media.", "Bulging drum with pus, intact."), ["H66001"], age: 5),
    CodedNote(problem("Osteopenia of the spine, hip, and forearm.", "Stable."), ["M8589"]),
    CodedNote(
      problem("Left breast cancer.", "On letrozole.", story: "A carcinoma in the upper outer quadrant was found."),
      ["C50412", "Z79811"]),
    CodedNote(problem("Orthostatic hypotension.", "Not explained."), ["I951"]),
    CodedNote(problem("Orthostatic hypotension brought on by amlodipine.", "Reduced."), ["I952", "T461X5A"]),
    CodedNote(problem("Chronic migraine without aura, intractable, not in status.", "Botox."), ["G43719"]),
    CodedNote(problem("Left-sided ulcerative colitis with rectal bleeding.", "Flare."), ["K51511"]),
    CodedNote(problem("Varicose ulcer of the right ankle.", "The fat layer is exposed."), ["I83013", "L97312"]),
    CodedNote(problem("Yeast diaper rash.", "Satellite lesions."), ["B372", "L22"], age: 1),
    CodedNote(problem("Asthma flare.", "Her mild intermittent asthma has been set off by a cold."), ["J4521"]),
    CodedNote(problem("COPD exacerbation with acute bronchitis.", "From a cold."), ["J440", "J209", "J441"]),
    CodedNote(
      problem("Acute bladder infection with blood in the urine, due to E. coli.", "Burning."), ["N3001", "B9620"]),
    CodedNote(problem("Allergic contact dermatitis from nickel.", "From a buckle."), ["L230"]),
    CodedNote(
      problem("Primary open-angle glaucoma, moderate stage in the right eye, mild stage in the left eye.", "Drops."),
      ["H401112", "H401121"]),
    CodedNote(problem("Primary open-angle glaucoma, both eyes, moderate stage.", "Drops."), ["H401132"]),
    CodedNote(
      problem("Right lateral malleolus fracture, closed.", "The films show a nondisplaced fracture."), ["S8264XA"]),
    CodedNote(problem("Right lateral malleolus fracture, closed.", "Splinted."), ["S8261XA"]),
    CodedNote(problem("Atherosclerosis of the left leg with claudication.", "Exercise."), ["I70212"]),
    CodedNote(problem("Abdominal aortic aneurysm.", "This is infrarenal, 3.9 cm."), ["I7143"]),
    CodedNote(
      problem("Adenocarcinoma of the ascending colon, on adjuvant FOLFOX.", "No signs of recurrence."), ["C182"]),
    CodedNote(
      problem("Chronic neck pain.", "Therapy.") + "\n\nThoracic back pain.", ["M542", "M546", "G8929"]),
    CodedNote(note("1. Status post right total knee arthroplasty, 4 weeks, doing well."), ["Z471", "Z96651"]),
    // A note that calls nothing its assessment
    CodedNote(
      """
      HISTORY OF PRESENT ILLNESS

      He comes for his back.

      PHYSICAL EXAM

      Normal.

      RESULTS

      Potassium 5.6, creatinine 1.0, all else as it was in the spring of last year.

      Hyperkalemia
      He has been eating three bananas a day and will get a diet sheet and come back in a week.

      Benign enlargement of the prostate
      There is no retention and he does not want a drug for it, so we will look at it in a year.
      """, ["E875", "N400"], sex: .male),
  ]

  /// A label below a problem is no heading; what a word of the past or of a month says.
  static let labels = [
    CodedNote(
      """
      ASSESSMENT AND PLAN

      1. Hypertension.
      - Medical Reasoning: At goal.
      - Procedure: The left ear was cleaned.

      2. Osteoporosis.
      - Medical Reasoning: Stable.
      """, ["I10", "M810"]),
    CodedNote(problem("Basal cell carcinoma of the left side of the nose.", "Mohs surgery is planned."), ["C44311"]),
    CodedNote(problem("Insomnia due to depression.", "Trazodone."), ["F5105"]),
    CodedNote(problem("Alcohol use d/o, moderate, in sustained remission.", "Sober."), ["F1021"]),
    CodedNote(problem("T2DM w/ CKD3b.", "Stable."), ["E1122", "N1832"]),
    CodedNote(problem("Type 1 diabetes with hyperglycemia and nocturnal hypoglycemia.", "Pump."), ["E1065", "E10649"]),
    CodedNote(problem("Hypertension.", "HIV, hepatitis B ruled out."), ["I10"]),
    CodedNote(
      problem("Hypertension.", "At goal.", story: "We talked about it at her annual exam in January."), ["I10"],
      absent: ["Z00"]),
    CodedNote(
      problem("Hypertension.", "At goal.", story: "She took rivaroxaban for 6 months and has been off of it since."),
      ["I10"], absent: ["Z7901"]),
    CodedNote(
      problem("Hypertension.", "At goal.", story: "She completed 5 years of tamoxifen."), ["I10"], absent: ["Z7981"]),
    CodedNote(
      problem("Hypertension.", "At goal.", story: "He has no personal or family history of thyroid cancer."), ["I10"],
      absent: ["Z8"], sex: .male),
    CodedNote(
      problem("Hypertension.", "At goal.", story: "She has no personal history of melanoma. Her mother had melanoma."),
      ["I10", "Z808"], absent: ["Z858"]),
    CodedNote(
      problem("Hypertension.", "At goal.", story: "She had been on Humira until 2022."), ["I10"], absent: ["Z7962"]),
    CodedNote(problem("Hypertension.", "At goal.", story: "She takes 81 mg aspirin every day."), ["I10", "Z7982"]),
    CodedNote(problem("Hypertension.", "They should pad the floor."), ["I10"], absent: ["I739"]),
    CodedNote(note("Status post left Achilles tendon rupture repair, 6 weeks, healing well."), ["S86012D"]),
    CodedNote(
      problem("Laceration of the right hand.", "Sutured.", story: "He punched a wall."), ["S61411A", "W2209XA"],
      sex: .male),
    CodedNote(
      problem("Polymyalgia rheumatica.", "If it comes back, methotrexate would be considered."), ["M353"],
      absent: ["Z7963"]),
    CodedNote(
      problem("Kidney transplant.", "Stable.", story: "He was on hemodialysis before the transplant."), ["Z940"],
      absent: ["Z992"], sex: .male),
    CodedNote(
      "Dear Dr. Amin:\n\nI saw your patient for anemia.\n\nMy thoughts:\nIron deficiency anemia - cause not yet established.",
      ["D509"]),
    CodedNote(
      problem("Actinic keratoses.", "Frozen.")
        + "\n\nHistory of basal cell carcinoma.\n• Medical Reasoning: No sign of recurrence.",
      ["L570", "Z85828"], absent: ["Z08"]),
  ]

  /// What is over, another one's, or no part of the visit.
  static let elsewhere = [
    CodedNote(
      problem("Pneumonia.", "Resolved clinically.") + "\n\nCOPD.", ["J449", "Z8701"], absent: ["J18", "J440"]),
    CodedNote(problem("Pneumonia.", "Not resolved."), ["J189"]),
    CodedNote(
      problem("Hypothyroidism after thyroidectomy.", "No evidence of recurrent thyroid cancer."), ["E890", "Z85850"]),
    CodedNote(
      problem("Palpitations.", "An event monitor was ordered.") + "\n\nGeneralized anxiety disorder.", ["R002", "F411"]),
    CodedNote(
      problem(
        "Otitis media of both ears.", "Cefdinir, as his reaction to amoxicillin was limited to hives.",
        story: "Dad smokes in the house."),
      ["H6693", "Z880", "Z7722"], absent: ["L50", "T36", "F17"], sex: .male, age: 3),
    CodedNote(
      problem("Cellulitis of the left foot.", "Because of her penicillin allergy she was started on doxycycline."),
      ["L03116", "Z880"], absent: ["Z881"]),
    CodedNote(
      problem(
        "Laceration of the left index finger.", "Repaired.", story: "He was slicing onions when the knife slipped."),
      ["S61211A", "W260XXA", "Y93G1"], absent: ["W01"], sex: .male),
    CodedNote(problem("Left total knee replacement.", "Doing well at 4 years."), ["Z96652"]),
    CodedNote(problem("Left total knee replacement.", "Scheduled for June."), [], absent: ["Z96"]),
    CodedNote(
      problem("COPD.", "Stable.", story: "He smoked for 20 years and quit in 1999."), ["J449", "Z87891"], sex: .male),
    CodedNote(problem("COPD.", "Stable.", story: "She has smoked for 20 years."), ["J449"], absent: ["Z87891"]),
  ]

  /// Section IV.H: what is excluded, thought of or looked for in more words than one.
  static let exclusions = [
    "Thyroid disease and anemia were considered and the labs do not support them.",
    "Cushing syndrome was thought about but nothing on her exam supports it.",
    "Meniere's disease is not what is going on here.", "I do not see features of Parkinson's or Lewy body disease.",
    "Her labs do not point to diabetes, hepatitis, or hypothyroidism.", "Psoriatic arthritis is a concern.",
    "Early osteoarthritis would explain it just as well.", "Sclerosing cholangitis must be kept in mind.",
    "Biopsies will be looked at for cytomegalovirus.", "Blood for HIV and syphilis was sent.",
    "Ultrasound every 6 months for liver cancer surveillance.",
    "Doxycycline may go on in case the MRI shows osteomyelitis.",
    "Possibilities include endometrial polyps, hyperplasia, and endometrial cancer.",
    "I ordered an MRCP, looking for sclerosing cholangitis.", "She had pneumonia as a child.",
    "The ER doctor thought it was kidney stones but the CT was normal.", "It was initially felt to be gout.",
    "The urgent care called it bronchitis, but the lungs are clear today.", "She wonders about fibromyalgia.",
    "I would hate to miss a stress fracture.",
  ].map { CodedNote(note("She has hypertension, which is controlled. " + $0), ["I10"]) }
}
