import ClaimModel

/// Illnesses that are followed for years, and visits of the healthy.
extension GeneratedProblem {
  static let chronic: [GeneratedProblem] = [
    .note(
      .medical, ages: 38...84,
      """
      REASON FOR VISIT: Blood pressure follow-up.

      SUBJECTIVE
      {age} with hypertension on lisinopril 10 mg daily. Home readings have been above target for a month. Takes the \
      tablet most days. No headache, no chest pain, no swelling of the legs.

      OBJECTIVE
      Blood pressure {highPressure}, repeated {highPressure}, pulse {pulse}. Heart regular, no \
      murmur. Lungs clear. No edema.

      ASSESSMENT
      1. Essential hypertension, not at goal.

      PLAN
      Raise lisinopril to 20 mg daily. Basic metabolic panel today. Less salt, walking on most \
      days. Return in four weeks \
      with home readings.
      """),
    .note(
      .medical, ages: 35...80,
      """
      REASON FOR VISIT: Diabetes follow-up.

      SUBJECTIVE
      {age} with type 2 diabetes on metformin 1000 mg twice a day. Checks sugar in the morning, mostly 150 to 190. No \
      low sugars, no numbness of the feet, vision unchanged.

      OBJECTIVE
      Blood pressure {pressure}, pulse {pulse}. Feet: skin whole, pulses present, monofilament felt \
      everywhere. Hemoglobin A1c \
      in the office today {a1c}%.

      ASSESSMENT
      1. Type 2 diabetes mellitus with hyperglycemia.

      PLAN
      Continue metformin, start empagliflozin 10 mg daily. Referral for eye examination. Return in three months.
      """),
    .note(
      .medical, ages: 50...84,
      """
      REASON FOR VISIT: Diabetes and kidney follow-up.

      SUBJECTIVE
      {age} with type 2 diabetes and chronic kidney disease. Feels well, no swelling, no change in \
      urination. Takes metformin \
      and losartan every day.

      OBJECTIVE
      Blood pressure {pressure}, pulse {pulse}. Heart and lungs normal, no edema. Hemoglobin A1c \
      {a1c}%. Estimated GFR 52, the \
      same as six months ago.

      ASSESSMENT
      1. Type 2 diabetes mellitus with diabetic chronic kidney disease.
      2. Chronic kidney disease, stage 3a.

      PLAN
      Continue both medicines. Avoid ibuprofen and its relatives. Metabolic panel in three months, then return.
      """),
    .note(
      .medical, ages: 18...64, place: "10", statesMinutes: true,
      """
      REASON FOR VISIT: Anxiety, seen by video. The patient is at home and agrees to the video visit.

      SUBJECTIVE
      {age} with worry on most days, poor sleep and tense shoulders. Takes sertraline 50 mg and \
      finds it helps somewhat. \
      No thoughts of self-harm. GAD-7 score today 11.

      OBJECTIVE
      Alert, well groomed, speech and thought orderly, mood anxious.

      ASSESSMENT
      1. Generalized anxiety disorder.

      PLAN
      Raise sertraline to 75 mg. Continue weekly counseling. Video visit in four weeks. Total time \
      on the day of the visit: \
      {minutes} minutes.
      """),
    .note(
      .medical, ages: 18...75,
      """
      REASON FOR VISIT: Depression follow-up.

      SUBJECTIVE
      {age} with low mood and little interest for several months, somewhat better since \
      escitalopram was started. Sleeps six \
      hours. No thoughts of death. PHQ-9 score today 12.

      OBJECTIVE
      Blood pressure {pressure}, pulse {pulse}. Quiet, eye contact good, thought orderly.

      ASSESSMENT
      1. Major depressive disorder, single episode, moderate.

      PLAN
      Raise escitalopram to 20 mg daily, walk every day, counseling referral. Return in four weeks.
      """),
    .note(
      .primaryCare, ages: 6...60,
      """
      CHIEF COMPLAINT: Wheezing.

      SUBJECTIVE
      {age} with mild persistent asthma, wheezing and coughing more for {days} days since the \
      pollen came. Uses albuterol four \
      times a day. No fever.

      OBJECTIVE
      Pulse {pulse}, oxygen saturation 96% on room air. Wheezes on both sides, speaks in full \
      sentences. After an albuterol \
      nebulizer treatment in the office the wheezing is nearly gone.

      ASSESSMENT
      1. Mild persistent asthma with acute exacerbation.

      PLAN
      Prednisone by mouth for five days, continue inhaled fluticasone, albuterol as needed. Recheck in one week.
      """),
  ]

  static let preventive: [GeneratedProblem] = [
    .note(
      .primaryCare, ages: 18...64,
      """
      REASON FOR VISIT: Annual physical.

      SUBJECTIVE
      {age} here for a yearly examination. No complaints. Eats well, exercises three times a week, does not smoke. No \
      medicines, no allergies.

      OBJECTIVE
      Blood pressure {pressure}, pulse {pulse}, temperature {temperature} F. Head, neck, heart, \
      lungs, abdomen, skin and nerves \
      normal.

      ASSESSMENT
      1. General adult medical examination without abnormal findings.

      PLAN
      Lipid panel and blood count drawn today. Advice on diet, seat belts and sun. Return in one year.
      """),
    .note(
      .primaryCare, ages: 1...11,
      """
      REASON FOR VISIT: Well child visit.

      SUBJECTIVE
      {age} brought by a parent for a routine check. Eats and sleeps well, keeps up with other children. No concerns.

      OBJECTIVE
      Temperature {temperature} F, pulse {pulse}. Growth along {her} usual percentile. Eyes, ears, \
      heart, lungs, abdomen, hips and \
      skin normal. Development fits the age.

      ASSESSMENT
      1. Routine child health examination without abnormal findings.

      PLAN
      Vaccines are up to date. Talked about car seats, teeth and screen time. Return in one year.
      """),
    .note(
      .primaryCare, ages: 19...84,
      """
      REASON FOR VISIT: Vaccination only.

      {age} here for a tetanus, diphtheria and pertussis booster; the last was more than ten years ago. Feels well, no \
      fever, no reaction to earlier vaccines, not seen by the clinician for any problem today.

      Tdap vaccine, 0.5 mL, given in the {side} deltoid muscle after the information sheet was \
      read. Watched for fifteen \
      minutes without reaction.

      ASSESSMENT
      1. Encounter for immunization.

      PLAN
      Acetaminophen for a sore arm if needed. Next booster in ten years.
      """),
  ]
}
