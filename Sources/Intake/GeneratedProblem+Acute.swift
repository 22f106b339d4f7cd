import ClaimModel

/// Illnesses of a few days, and injuries.
extension GeneratedProblem {
  static let acute: [GeneratedProblem] = [
    .note(
      .primaryCare, ages: 4...79,
      """
      CHIEF COMPLAINT: Cough and runny nose for {days} days.

      SUBJECTIVE
      {age} with clear nasal discharge, sneezing and a dry cough that keeps {her} up at night. No shortness of breath, \
      no chest pain, no ear pain. {She} is drinking well. Others in the household have had the same.

      OBJECTIVE
      Temperature {temperature} F, pulse {pulse}, blood pressure {pressure}. Nasal mucosa swollen, \
      pharynx slightly red \
      without exudate, tympanic membranes normal, lungs clear on both sides.

      ASSESSMENT
      1. Acute upper respiratory infection, viral.

      PLAN
      Rest, fluids, saline rinses, acetaminophen as needed. No antibiotic. Return if breathing becomes hard or if the \
      cough lasts beyond two weeks.
      """),
    .note(
      .primaryCare, ages: 18...79,
      """
      CHIEF COMPLAINT: Cough, worried about COVID-19.

      SUBJECTIVE
      {age} with a cough and fever that began {days} days ago. A household member tested positive for COVID-19 last \
      week, so {she} was exposed at home. Denies shortness of breath and chest pain.

      OBJECTIVE
      Temperature {fever} F, pulse {pulse}, oxygen saturation 98% on room air. Lungs clear. \
      SARS-CoV-2 antigen test done \
      in the office: negative.

      ASSESSMENT
      1. Cough.
      2. Fever.
      3. Exposure to COVID-19, test negative.

      PLAN
      Supportive care at home, repeat home test in two days, mask around others until then. Return \
      for trouble breathing.
      """),
    .note(
      .primaryCare, ages: 5...35,
      """
      CHIEF COMPLAINT: Sore throat.

      SUBJECTIVE
      {age} with a sore throat and painful swallowing for {days} days. No cough, no runny nose, no rash.

      OBJECTIVE
      Temperature {fever} F, pulse {pulse}. Tonsils red with white exudate, tender lymph nodes at \
      the front of the neck. \
      Rapid strep test done in the office: positive.

      ASSESSMENT
      1. Streptococcal pharyngitis.

      PLAN
      Amoxicillin by mouth for ten days. Stay at home for the first day of treatment. Return if \
      {she} cannot swallow fluids.
      """),
    .note(
      .primaryCare, ages: 18...79, sex: .female,
      """
      CHIEF COMPLAINT: Burning on urination.

      SUBJECTIVE
      {age} with burning, urgency and frequent urination for {days} days. No fever, no flank pain, no vaginal discharge.

      OBJECTIVE
      Temperature {temperature} F, pulse {pulse}, blood pressure {pressure}. Abdomen soft, mild \
      suprapubic tenderness, no \
      costovertebral angle tenderness. Urinalysis by dipstick in the office: leukocyte esterase and nitrite positive.

      ASSESSMENT
      1. Acute cystitis without hematuria.

      PLAN
      Nitrofurantoin by mouth for five days, plenty of fluids. Return for fever, chills or pain in the flank.
      """),
    .note(
      .primaryCare, ages: 1...9,
      """
      CHIEF COMPLAINT: Ear pain.

      SUBJECTIVE
      {age} brought by a parent for pain in the {side} ear since last night after {days} days of a \
      cold. Fever at home. \
      No drainage from the ear, no vomiting, eating a little less than usual.

      OBJECTIVE
      Temperature {fever} F. The {side} tympanic membrane is red and bulging with poor movement; the other is normal. \
      Throat clear, neck supple, lungs clear.

      ASSESSMENT
      1. Acute suppurative otitis media of the {side} ear, without rupture of the ear drum.

      PLAN
      Amoxicillin by mouth for ten days, ibuprofen for pain. Recheck if {she} is not better in two to three days.
      """),
  ]

  static let injuries: [GeneratedProblem] = [
    .note(
      .surgical, ages: 14...60,
      """
      CHIEF COMPLAINT: Twisted {side} ankle.

      SUBJECTIVE
      {age} who rolled the {side} ankle inward on a curb {days} days ago. Able to walk with a limp. No numbness. First \
      visit for this injury.

      OBJECTIVE
      Blood pressure {pressure}, pulse {pulse}. Swelling and bruising below the outer malleolus of \
      the {side} ankle, tender \
      over the ligament, no bony tenderness. Stable to drawer testing. X-ray of the {side} ankle, \
      three views, done in the \
      office: no fracture.

      ASSESSMENT
      1. Sprain of unspecified ligament of the {side} ankle, initial encounter.

      PLAN
      Ankle brace, ice, elevation, ibuprofen with food. Range of motion exercises from tomorrow. Recheck in two weeks.
      """),
    .note(
      .surgical, ages: 18...70,
      """
      CHIEF COMPLAINT: Cut on the {side} forearm.

      SUBJECTIVE
      {age} who cut the {side} forearm on a broken jar at home two hours ago. No foreign body felt. Last tetanus shot \
      three years ago.

      OBJECTIVE
      Blood pressure {pressure}, pulse {pulse}. Clean, straight laceration of the {side} forearm, \
      {length} cm long, through the \
      skin only. Sensation and movement of the hand normal. No foreign body.

      PROCEDURE
      Local anesthesia with lidocaine, irrigation with saline, simple repair with four interrupted nylon sutures. Well \
      tolerated, no blood loss worth mention.

      ASSESSMENT
      1. Laceration without foreign body of the {side} forearm, initial encounter.

      PLAN
      Keep dry for a day. Remove the sutures in ten days. Return for redness, pus or fever.
      """),
    .note(
      .surgical, ages: 22...72,
      """
      CHIEF COMPLAINT: Low back pain.

      SUBJECTIVE
      {age} with pain across the lower back for {days} days after moving furniture. No pain down \
      the legs, no numbness, \
      bladder and bowel normal. No fever, no weight loss.

      OBJECTIVE
      Blood pressure {pressure}, pulse {pulse}. Tender muscles beside the lumbar spine, bending \
      forward limited by pain. \
      Straight leg raise negative on both sides, strength and reflexes normal.

      ASSESSMENT
      1. Acute low back pain.

      PLAN
      Stay active, heat, naproxen with food for a week, home exercises shown. No imaging now. \
      Return for weakness, numbness \
      or loss of bladder control.
      """),
  ]
}
