import ClaimModel
import Coding
import Testing

/// Problems in a line, as lists of problems name them: whole families of phrases, and their neighbors that mean something else.
@Suite struct ProblemLineTests {
  private func expect(_ line: (String, [String]), age: Int = 60, sex: Sex = .male) throws {
    try CodedNote("HPI: Here for a recheck.\n\nAssessment and Plan:\n1. \(line.0).", line.1, sex: sex, age: age)
      .expectCodes()
  }

  /// Letters on either side of a slash stand for a word: `w/o` for without, `b/l` for bilateral, `d/t` and `2/2` for due to.
  @Test(arguments: [
    ("Migraine w/o aura", ["G43009"]),
    ("Knee pain, b/l", ["M25561", "M25562"]),
    ("B/L carpal tunnel syndrome", ["G5603"]),
    ("CKD stage 3b d/t HTN", ["I129", "N1832"]),
    ("Rash c/w contact dermatitis", ["R21"]),
    ("H/o DVT", ["Z86718"]),
    ("Pneumonia, no c/o fever", ["J189"]),
    ("Anemia 2/2 CKD 3b", ["N1832", "D631"]),
    ("Epilepsy w/o status", ["G40909"]),
    ("Neuropathy 2/2 diabetes", ["E1140"]),
  ]) func aSlashJoinsTheLettersOfAWord(line: (String, [String])) throws {
    try expect(line)
  }

  /// A side may be one letter in the middle or at the end of a name, in parentheses or not; `2 L` and `R/o` are none.
  @Test(arguments: [
    ("Sprain R ankle", ["S93401A"]),
    ("Contusion (R) knee", ["S8001XA"]),
    ("OA L hip", ["M1612"]),
    ("AOM R", ["H6691"]),
    ("Impacted cerumen L", ["H6122"]),
    ("Cellulitis L lower leg", ["L03116"]),
    ("COPD on 2 L O2", ["J449"]),
    ("Hordeolum L upper lid", ["H00014"]),
    ("Abscess R axilla", ["L02411"]),
  ]) func aLetterInsideANameIsItsSide(line: (String, [String])) throws {
    try expect(line)
  }

  /// What follows is a relative's (`FHx`, `fam hx`, words between), and a spouse is no relative by blood.
  @Test(arguments: [
    ("Family history of premature CAD", ["Z8249"]),
    ("Fam hx DM2", ["Z833"]),
    ("FHx of breast CA", ["Z803"]),
    ("FHx prostate CA", ["Z8042"]),
    ("Fam hx colon polyps", ["Z83719"]),
  ]) func whoseConditionItIs(line: (String, [String])) throws {
    try expect(line)
  }

  /// What is differential, prevented or as it should be at that age is not coded (IV.H).
  @Test(arguments: [
    ("Chest pain - ddx includes PE, pneumonia, costochondritis", ["R079"]),
    ("Cough, ddx: asthma, GERD, pneumonia", ["R059"]),
    ("HIV PEP started after exposure", ["Z206"]),
    ("Tremor, suspected lithium toxicity", ["R251"]),
    ("Measles, mumps UTD. Constipation", ["K5900"]),
  ]) func whatIsOnlyConsidered(line: (String, [String])) throws {
    try expect(line)
  }

  /// The effect, then the drug (I.C.19.e.5); not a drug that was changed or that helps.
  @Test(arguments: [
    ("Orthostatic hypotension d/t tamsulosin", ["I952", "T446X5A"]),
    ("Hypotension due to carvedilol", ["I952", "T447X5A"]),
    ("Diarrhea due to antibiotics", ["K521", "T368X5A"]),
    ("Cough from lisinopril - switch to losartan", ["R058", "T464X5A"]),
    ("Weight gain due to olanzapine", ["R635", "T43595A"]),
    ("Tremor from lithium", ["G251", "T43595A"]),
    ("Statin myopathy", ["G720", "T466X5A"]),
    ("Switched from lisinopril to losartan for HTN", ["I10"]),
    ("Pain relief from ibuprofen. Low back pain", ["M5450"]),
  ]) func whatADrugDoes(line: (String, [String])) throws {
    try expect(line)
  }

  /// The notes at N40.1.
  @Test(arguments: [
    ("BPH with frequency and nocturia", ["N401", "R350", "R351"]),
    ("BPH, weak stream", ["N401", "R3912"]),
    ("BPH w/o LUTS", ["N400"]),
    ("BPH, no nocturia", ["N400"]),
    ("BPH with obstruction and retention", ["N401", "N138", "R338"]),
    ("Nocturia, on Lasix", ["R351"]),
  ]) func anEnlargedProstateWithItsSymptoms(line: (String, [String])) throws {
    try expect(line)
  }

  /// Index, Dementia: severity and behavior are characters of its code.
  @Test(arguments: [
    ("Alzheimer's dementia, moderate", ["G309", "F02B0"]),
    ("Alzheimer's dementia severe, with agitation", ["G309", "F02C11"]),
    ("Lewy body dementia with agitation", ["G3183", "F02811"]),
    ("Dementia with wandering, moderate", ["F03B18", "Z9183"]),
    ("Dementia, moderate, with hallucinations", ["F03B2"]),
    ("Vascular dementia with agitation", ["F01511"]),
    ("Alzheimer's dementia, no agitation", ["G309", "F0280"]),
  ]) func aDementiaWithItsSeverityAndBehavior(line: (String, [String])) throws {
    try expect(line)
  }

  /// Index, Bite, by site; superficial ones of insects.
  @Test(arguments: [
    ("Dog bite L index finger", ["S61251A", "W540XXA"]),
    ("Human bite right index finger", ["S61250A", "W503XXA"]),
    ("Cat bite right hand", ["S61451A", "W5501XA"]),
    ("Dog bite to face", ["S0185XA", "W540XXA"]),
    ("Mosquito bite right calf", ["S80861A", "W57XXXA"]),
    ("Cat scratch R forearm", ["S50811A", "W5503XA"]),
    ("Tick bite left thigh", ["S70362A", "W57XXXA"]),
    ("Rabies exposure", ["Z203"]),
  ]) func aBiteWithItsSiteAndCause(line: (String, [String])) throws {
    try expect(line)
  }

  /// Index, Disorder, alcohol use and others: mild is abuse, else dependence; early remission is one.
  @Test(arguments: [
    ("OUD, severe, in early remission", ["F1121"]),
    ("AUD, mild", ["F1010"]),
    ("Alcohol dependence w/ withdrawal", ["F10239"]),
    ("Cocaine use disorder, severe, in sustained remission", ["F1421"]),
    ("OUD on methadone", ["F1120"]),
    ("Bipolar disorder, in full remission, most recent episode depressed", ["F3176"]),
    ("Bipolar I, current episode manic, severe", ["F3113"]),
    ("Bipolar 2, current episode depressed", ["F3181"]),
    ("MDD, current episode moderate", ["F321"]),
  ]) func useDisordersByTheirSeverity(line: (String, [String])) throws {
    try expect(line)
  }

  /// Weeks that stand apart are those of the pregnancy (I.C.21.c.11).
  @Test(arguments: [
    ("Gestational hypertension, 34 weeks", ["O133", "Z3A34"]),
    ("GDM, diet controlled, 30 weeks", ["O24410", "Z3A30"]),
    ("Threatened abortion, 8 weeks", ["O200", "Z3A08"]),
    ("Gestational hypertension, recheck in 34 weeks", ["O139"]),
    ("Low back pain, 12 weeks", ["M5450"]),
  ]) func weeksBesideAConditionOfPregnancy(line: (String, [String])) throws {
    try expect(line, age: 30, sex: .female)
  }

  /// An examination named behind a problem is one that it needs.
  @Test(arguments: [
    ("GERD: annual exam in fall", ["K219"]),
    ("Mild NPDR OU: annual exam. T2DM", ["E113293"]),
    ("1) Hypothyroidism - TSH today, continue levothyroxine 88 mcg daily, recheck in 6 weeks with labs", ["E039"]),
  ]) func whatAProblemNeedsIsNoCheckUp(line: (String, [String])) throws {
    try expect(line)
  }

  /// The notes at D63.1, I1A.0 and J44.0.
  @Test(arguments: [
    ("Anemia of CKD", ["D631", "N189"]),
    ("Anemia due to CKD stage 4", ["D631", "N184"]),
    ("Resistant hypertension", ["I10", "I1A0"]),
    ("COPD with acute bronchitis", ["J440", "J209"]),
    ("Acute osteomyelitis right 2nd toe", ["M86171"]),
  ]) func whatGoesFirst(line: (String, [String])) throws {
    try expect(line)
  }

  /// What is advised, offered, watched for or told of in a plan is no condition, nor what a place is called after.
  @Test(arguments: [
    ("HTN\n- Handout on heart attack warning signs", ["I10"]),
    ("HTN\n- Discussed DVT risk with long flights", ["I10"]),
    ("HTN\n- CXR ordered to exclude pneumonia", ["I10"]),
    ("HTN\n- Discussed side effects incl cough, angioedema, hyperkalemia", ["I10"]),
    ("HTN\n- RTC sooner for worsening headache, vision loss, weakness", ["I10"]),
    ("HTN\n- HIV and hepatitis C screening offered", ["I10"]),
    ("HTN\n- Colon cancer screening up to date", ["I10"]),
    ("HTN\n- Volunteers at AIDS clinic", ["I10"]),
    ("HTN\n- Works as a stroke nurse", ["I10"]),
    ("HTN. Smoking: never", ["I10"]),
    ("HTN\n- Rash from last month has cleared", ["I10"]),
    ("HTN\n- Flu/COVID vaccines in fall", ["I10"]),
    ("Fatty liver: weight loss, FIB-4 0.9", ["K760"]),
    ("HTN\n- DASH diet, exercise, weight loss", ["I10"]),
    ("Unintentional weight loss. CT ordered", ["R634"]),
    ("Diabetes foundation brochure given. HTN", ["I10"]),
  ]) func whatAPlanSaysBesideItsProblem(line: (String, [String])) throws {
    try expect(line)
  }

  /// Z30.01- where a method is begun, Z30.4- where it goes on; no code where it is only talked of beside a problem.
  @Test(arguments: [
    ("Contraception: start norgestimate-EE daily", ["Z30011"]),
    ("Contraception - continue OCP, refilled", ["Z3041"]),
    ("Contraception: Depo-Provera started", ["Z30013"]),
    ("Contraception: continue Depo", ["Z3042"]),
    ("Emergency contraception - Plan B given", ["Z30012"]),
    ("Contraception counseling", ["Z3009"]),
    ("Anemia. Contraception discussed", ["D649"]),
  ]) func contraceptionByItsMethod(line: (String, [String])) throws {
    try expect(line, age: 30, sex: .female)
  }

  /// The notes at E66 and Z68.5: a child's body mass index is told as a percentile.
  @Test(arguments: [
    ("Obesity, BMI 97%ile", ["E669", "Z6854"]), ("Overweight, BMI 90th percentile", ["E663", "Z6853"]),
    ("Constipation. BMI 60th percentile", ["K5900"]),
  ]) func aChildsBodyMassIsAPercentile(line: (String, [String])) throws {
    try expect(line, age: 10, sex: .male)
  }

  /// Eyes that differ have a code each (7th characters of E08.3 to E13.3); DME beside no retinopathy is equipment.
  @Test(arguments: [
    ("Type 2 diabetes with moderate NPDR both eyes, DME in the right eye only", ["E113311", "E113392"]),
    (
      "Type 2 diabetic retinopathy: PDR right eye with DME, moderate NPDR left eye without DME", ["E113511", "E113392"]
    ),
    ("Type 2 diabetes. OD: severe NPDR with DME; OS: moderate NPDR, no edema", ["E113411", "E113392"]),
    ("Type 1 diabetes with mild NPDR without macular edema, both eyes", ["E103293"]),
    ("Type 2 diabetes. DME: test strips", ["E119"]),
  ]) func eachEyeHasItsCode(line: (String, [String])) throws {
    try expect(line)
  }

  /// What a stroke left is its sequela, and the phase of a dysphagia is coded as well (the note at I69.391).
  @Test(arguments: [
    ("Post-stroke oropharyngeal dysphagia", ["I69391", "R1312"]),
    ("Pharyngeal dysphagia, sequela of cerebral infarction", ["I69391", "R1313"]),
    ("Dysphagia after stroke last year", ["I69391"]),
  ]) func whatAStrokeLeft(line: (String, [String])) throws {
    try expect(line)
  }

  /// A virus that was found names the infection (index: due to, respiratory syncytial virus), and is none by itself.
  @Test(arguments: [
    ("RSV infection with acute bronchiolitis", ["J210"]),
    ("Viral URI, RSV positive", ["J069", "B974"]),
    ("Pneumonia, RSV positive", ["J121"]),
    ("RSV infection", []),
  ]) func aVirusNamesTheInfection(line: (String, [String])) throws {
    try expect(line, age: 2)
  }
}
