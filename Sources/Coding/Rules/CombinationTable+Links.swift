/// Further conditions that one code names together; our own table.
extension CombinationTable {
  /// Index, Varix, leg, with pain, with ulcer. The site and the depth of the ulcer are coded as well (note at I83.0).
  static let veins: [Line] = [("I8390", "9", "0"), ("I8391", "1", "1"), ("I8392", "2", "2"), ("I8393", "3", "")].flatMap
  {
    veins, pain, side in
    [
      Line(
        first: veins, second: "R52 M796", code: "I8381" + pain, rule: "varicose-veins-with-pain", needsAssessment: true,
        needsCloseness: true)
    ]
      + (side.isEmpty ? [] : ulcers).map { ulcer, site in
        Line(
          first: veins, second: ulcer, code: "I830" + side + site, rule: "varicose-veins-with-ulcer", keepsSecond: true,
          needsAssessment: true, needsCloseness: true)
      }
  }

  private static let ulcers = [
    ("L971", "1"), ("L972", "2"), ("L973", "3"), ("L974", "4"), ("L975", "5"), ("L978", "8"), ("L979", "9"),
  ]

  /// Index, Enteritis, regional, and Colitis, ulcerative, with complications.
  static let bowels: [Line] = ["K500", "K501", "K508", "K509", "K510", "K512", "K513", "K515", "K518", "K519"].flatMap {
    disease in
    // Blood that the rectum loses is presumed to be from it (section I.A.15), wherever the note tells of it.
    [
      ("K625 K921", "11", false), ("K922", "11", true), ("K565 K566", "12", true),
      ("K603 K604 K605 K632 L988", "13", true), ("K610-K614 K630", "14", true),
    ].map { complication, characters, needsCloseness in
      Line(
        first: disease + "0", second: complication, code: disease + characters, rule: "bowel-disease-with-complication",
        needsAssessment: true, needsCloseness: needsCloseness)
    }
  }

  static let furtherLinks: [Line] = [
    // Index, Disorder, hemorrhagic, drug-induced: beside the bleeding that an anticoagulant made.
    Line(
      first: "R040 K922 K921 R31 N939 R58", second: "T45515", code: "D6832", rule: "bleeding-by-anticoagulant",
      keepsSecond: true, replacesFirst: false, needsAssessment: true, needsCloseness: true),
    // Section I.B.13: both sides have a code that stands elsewhere in the category.
    Line(first: "M1711", second: "M1712", code: "M170", rule: "both-sides", needsAssessment: true),
    Line(first: "M1611", second: "M1612", code: "M160", rule: "both-sides", needsAssessment: true),
    Line(first: "M1811", second: "M1812", code: "M180", rule: "both-sides", needsAssessment: true),
    // Section I.C.2.c.2, and the note at D84.821: the drugs that the note tells.
    Line(
      first: "D849", second: "Z7962", code: "D84821",
      rule: "immunodeficiency-by-drugs", keepsSecond: true, needsAssessment: true),
    // Index, Shock, anaphylactic, due to, adverse effect of correct medicinal substance.
    Line(
      first: "T782XXA", second: "T36-T50", code: "T886XXA", rule: "anaphylaxis-by-a-drug", keepsSecond: true,
      needsAssessment: true, needsCloseness: true),
    // Index, Examination, gynecological, with abnormal findings.
    Line(
      first: "Z01419", second: "N72 N73 N76 A54-A59 A63 B373 D06 R87 N63 N840 N841", code: "Z01411",
      rule: "examination-with-findings",
      keepsSecond: true, needsAssessment: true),
    // The hyperparathyroidism that the kidneys cause says what a secondary one is.
    Line(
      first: "E213 E211", second: "N2581", code: "N2581", rule: "hyperparathyroidism-of-the-kidneys",
      keepsSecond: true, needsAssessment: true),
    // Index, Hypothyroidism, due to, medicament.
    Line(
      first: "E039", second: "T36-T50", code: "E032", rule: "effect-of-a-drug", keepsSecond: true,
      needsAssessment: true,
      needsCloseness: true),
    // Index, Varix, esophagus, in (due to) cirrhosis, portal hypertension.
    Line(
      first: "I8500", second: "K703 K717 K743-K746 K766", code: "I8510", rule: "varices-in-liver-disease",
      keepsSecond: true,
      needsAssessment: true),
    Line(
      first: "I8501", second: "K703 K717 K743-K746 K766", code: "I8511", rule: "varices-in-liver-disease",
      keepsSecond: true,
      needsAssessment: true),
    // Index, Disorder, optic, chiasm, in (due to) neoplasm.
    Line(
      first: "H4749", second: "C70-C72 C75 D32 D33 D35 D42-D44", code: "H4742", rule: "chiasm-in-neoplasm",
      keepsSecond: true, needsAssessment: true),
    // Index, Anemia, due to (in) (with) blood loss (chronic).
    Line(
      first: "D509 D649", second: "N920 N921 N924 N938 N939 K922 K921 K625", code: "D500", rule: "anemia-of-blood-loss",
      keepsSecond: true, needsAssessment: true, needsCloseness: true),
    // Excludes1 at I34 to I36: several valves are coded together.
    Line(
      first: "I350-I352 I359", second: "I340-I342 I349", code: "I080", rule: "several-heart-valves",
      needsAssessment: true),
    Line(
      first: "I340-I342 I349", second: "I360-I362 I369", code: "I081", rule: "several-heart-valves",
      needsAssessment: true),
    Line(
      first: "I350-I352 I359", second: "I360-I362 I369", code: "I082", rule: "several-heart-valves",
      needsAssessment: true),
    Line(first: "I080", second: "I360-I362 I369", code: "I083", rule: "several-heart-valves", needsAssessment: true),
    // Index, Bronchiolitis, Bronchitis and Pneumonia, due to, respiratory syncytial virus.
    Line(first: "J218 J219", second: "B974", code: "J210", rule: "infection-by-its-virus", needsAssessment: true),
    Line(first: "J208 J209", second: "B974", code: "J205", rule: "infection-by-its-virus", needsAssessment: true),
    Line(first: "J129 J189", second: "B974", code: "J121", rule: "infection-by-its-virus", needsAssessment: true),
    // Index, Fibrosis, cystic, with pulmonary manifestations.
    Line(
      first: "E849", second: "J984 J18 J22 J479", code: "E840", rule: "cystic-fibrosis-of-the-lung",
      needsAssessment: true),
    // Index, Lupus, erythematosus, systemic, with organ or system involvement, pericarditis.
    Line(
      first: "M329 M3210", second: "I309 I319", code: "M3212", rule: "lupus-with-pericarditis", needsAssessment: true),
    // Index, Syndrome, Sjögren, with, keratoconjunctivitis.
    Line(
      first: "M3500", second: "H1622 H0412", code: "M3501", rule: "sjogren-with-dry-eyes", needsAssessment: true,
      needsCloseness: true),
    // Index, Human, papillomavirus, DNA positive, cervix: beside an abnormal smear of it.
    Line(
      first: "B977", second: "R8761", code: "R87810", rule: "virus-of-the-smear", keepsSecond: true,
      needsAssessment: true),
    // Index, Gout, due to renal impairment.
    Line(
      first: "M109", second: "N18", code: "M1030", rule: "gout-of-kidney-disease", keepsSecond: true,
      needsAssessment: true,
      needsCloseness: true),
    // The note at E08: the disease behind the diabetes comes first.
    Line(
      first: "E139", second: "K860 K861 C25 E84 E8311", code: "E089", rule: "diabetes-of-another-disease",
      keepsSecond: true, needsAssessment: true, needsCloseness: true),
    Line(first: "G20A1", second: "G249", code: "G20B1", rule: "parkinson-with-dyskinesia", needsAssessment: true),
    // Index, Hypertension, secondary, due to, endocrine disorders.
    Line(
      first: "I159", second: "E260 E261 E268 E269 E24", code: "I152", rule: "hypertension-of-an-endocrine-disorder",
      keepsSecond: true, needsAssessment: true),
    // Index, Disease, lung, obstructive, with emphysema.
    Line(first: "J449", second: "J439", code: "J439", rule: "emphysema", needsAssessment: true),
    // Section I.C.9.d: what the stroke left is coded as well.
    Line(
      first: "Z8673", second: "M2137", code: "I69398", rule: "sequela-of-a-stroke", keepsSecond: true,
      needsAssessment: true),
  ]
}
