/// The lines of the combinations.
enum CombinationTable {
  struct Line {
    var first: String
    var second: String
    var code: String
    var rule: String
    var keepsSecond = false
    var replacesFirst = true
    var needsAssessment = false
    var needsCloseness = false
  }

  static let lines =
    hypertension + nephropathies + linked + diabetes + dementia + behaviors + strokes + dysphagias + drugEffects + spine
    + veins
    + bowels
    + [epilepsy] + others + furtherLinks

  /// Index, Displacement, intervertebral disc, with radiculopathy: one code. Guidelines section I.C.13.d: a vertebra that gives
  /// way in osteoporosis is a fracture due to it, for the same stage of care.
  private static let spine: [Line] =
    [
      ("M5020", "M5010"), ("M5021", "M5011"), ("M50220", "M50120"), ("M50221", "M50121"), ("M50222", "M50122"),
      ("M50223", "M50123"), ("M5023", "M5013"), ("M5124", "M5114"), ("M5125", "M5115"), ("M5126", "M5116"),
      ("M5127", "M5117"),
    ].map { displaced, radicular in
      Line(
        first: displaced, second: "M541", code: radicular, rule: "disc-with-radiculopathy", needsAssessment: true,
        needsCloseness: true)
    }
    // Index, Lumbago, with sciatica.
    + [("M5430", "M5440"), ("M5431", "M5441"), ("M5432", "M5442")].map { sciatica, both in
      Line(
        first: "M5450 M5459", second: sciatica, code: both, rule: "lumbago-with-sciatica", needsAssessment: true)
    }
    + ["A", "D", "G", "K", "P", "S"].map { stage in
      Line(
        first: "M810", second: (0...8).map { "M485\($0)X\(stage)" }.joined(separator: " "), code: "M8008X" + stage,
        rule: "osteoporosis-with-fracture", needsAssessment: true)
    }

  /// Index, Dementia, in (due to) Alzheimer's disease, Parkinson's disease, and others: the dementia in a disease classified
  /// elsewhere. Alzheimer's disease alone has it (index: Disease, Alzheimer's).
  private static let dementia: [Line] = [
    ("F0390", "F0280"), ("F03911", "F02811"), ("F03918", "F02818"), ("F0392", "F0282"), ("F0393", "F0283"),
    ("F0394", "F0284"), ("F03A0", "F02A0"), ("F03A11", "F02A11"), ("F03A18", "F02A18"), ("F03A2", "F02A2"),
    ("F03A3", "F02A3"), ("F03A4", "F02A4"), ("F03B0", "F02B0"), ("F03B11", "F02B11"), ("F03B18", "F02B18"),
    ("F03B2", "F02B2"), ("F03B3", "F02B3"), ("F03B4", "F02B4"), ("F03C0", "F02C0"), ("F03C11", "F02C11"),
    ("F03C18", "F02C18"), ("F03C2", "F02C2"), ("F03C3", "F02C3"), ("F03C4", "F02C4"),
  ].map { unspecified, elsewhere in
    Line(
      first: unspecified, second: "G30 G310 G3183 G20 G10", code: elsewhere, rule: "dementia-in-another-disease",
      keepsSecond: true, needsAssessment: true)
  }

  /// Index, Dementia, with agitation, with psychotic disturbance (hallucinations), with other disturbance (wandering): a character of the dementia's code.
  private static let behaviors: [Line] = [("F01", "5"), ("F02", "8"), ("F03", "9")].flatMap { category, open in
    (category == "F01" ? [open] : [open, "A", "B", "C"]).flatMap { severity in
      [("R451 R456", "11"), ("R440-R443 F22", "2"), ("Z9183 R4689", "18")].map { behavior, character in
        Line(
          first: category + severity + "0", second: behavior, code: category + severity + character,
          rule: "dementia-with-behavior", keepsSecond: character == "18", needsAssessment: true,
          needsCloseness: character != "18")
      }
    }
  }

  /// Guidelines section I.C.9.d: what a stroke of the past has left is coded as its sequela.
  private static let strokes: [Line] = [
    ("G8191", "I69351"), ("G8192", "I69352"), ("G8193", "I69353"), ("G8194", "I69354"), ("G8190", "I69359"),
    ("G8111", "I69351"), ("G8112", "I69352"), ("G8113", "I69353"), ("G8114", "I69354"), ("G8110", "I69359"),
    ("R4701", "I69320"), ("R471", "I69322"), ("R29810", "I69392"), ("R270", "I69393"), ("R1310", "I69391"),
  ].flatMap { deficit, sequela in
    [
      Line(
        first: deficit, second: "Z8673", code: sequela, rule: "sequela-of-a-stroke", needsAssessment: true),
      Line(
        first: deficit, second: "I693", code: sequela, rule: "sequela-of-a-stroke", keepsSecond: true,
        needsAssessment: true),
    ]
  }

  /// Index, Sequelae, infarction, cerebral, specified effect: the epilepsy is coded as well.
  private static let epilepsy = Line(
    first: "Z8673", second: "G40", code: "I69398", rule: "sequela-of-a-stroke", keepsSecond: true,
    needsAssessment: true,
    needsCloseness: true)

  /// The note at I69.391: the phase of the dysphagia is coded as well, if known.
  private static let dysphagias = [("Z8673", false), ("I693", true)].map { stroke, keepsStroke in
    Line(
      first: "R1311-R1319", second: stroke, code: "I69391", rule: "sequela-of-a-stroke", keepsSecond: keepsStroke,
      replacesFirst: false, needsAssessment: true)
  }

  /// Index: what a drug does has a code of its own; the drug follows it.
  private static let drugEffects: [Line] = [
    ("D709", "T451X5", "D701"), ("D649", "T451X5", "D6481"), ("G629", "T451X5", "G620"), ("K5900", "T402X5", "K5903"),
    ("I959 I951", "T36-T50", "I952"), ("R21", "T36-T50", "L270"),
    ("R059", "T464X5", "R058"), ("R197", "T36-T50", "K521"), ("R251", "T36-T50", "G251"),
  ].map { effect, drug, code in
    Line(first: effect, second: drug, code: code, rule: "effect-of-a-drug", keepsSecond: true, needsAssessment: true)
  }

  /// Guidelines section I.C.9.a: hypertension is presumed to cause heart failure, heart disease and kidney disease.
  private static let hypertension: [Line] = [
    Line(first: "I10 I119", second: "I50", code: "I110", rule: "hypertension-with-heart-failure", keepsSecond: true),
    Line(
      first: "I110", second: "N181-N184 N189", code: "I130", rule: "hypertension-with-heart-failure-and-kidney-disease",
      keepsSecond: true),
    Line(
      first: "I110", second: "N185 N186", code: "I132", rule: "hypertension-with-heart-and-kidney-failure",
      keepsSecond: true),
    Line(
      first: "I129", second: "I50", code: "I130", rule: "hypertension-with-heart-failure-and-kidney-disease",
      keepsSecond: true),
    Line(
      first: "I120", second: "I50", code: "I132", rule: "hypertension-with-heart-and-kidney-failure", keepsSecond: true),
    Line(
      first: "I119", second: "N181-N184 N189", code: "I1310", rule: "hypertension-with-heart-and-kidney-disease",
      keepsSecond: true),
    Line(
      first: "I119", second: "N185 N186", code: "I1311", rule: "hypertension-with-heart-and-kidney-disease",
      keepsSecond: true),
    Line(
      first: "I10", second: "N181-N184 N189", code: "I129", rule: "hypertension-with-kidney-disease", keepsSecond: true),
    Line(first: "I10", second: "N185 N186", code: "I120", rule: "hypertension-with-kidney-failure", keepsSecond: true),
    Line(
      first: "I10", second: "I514-I517 I5189 I519", code: "I119", rule: "hypertension-with-heart-disease",
      needsAssessment: true),
  ]

  /// Index, Dysfunction, sexual, male, erectile: that of another disease is coded where the two are named together.
  ///
  /// Index, Hyperplasia, prostate, with lower urinary tract symptoms.
  private static let linked: [Line] = [
    Line(
      first: "N400", second: "R338 R339 R350 R351 R3911-R3916", code: "N401", rule: "prostate-with-symptoms",
      keepsSecond: true, needsAssessment: true, needsCloseness: true),
    Line(
      first: "R339", second: "N401", code: "R338", rule: "prostate-with-symptoms", keepsSecond: true,
      needsAssessment: true),
    Line(
      first: "N529", second: "E10 E11 E13", code: "N521", rule: "erectile-dysfunction-in-diabetes", keepsSecond: true,
      needsAssessment: true, needsCloseness: true),
  ]

  /// Guidelines sections I.A.15 and I.C.4.a; Index, Diabetes, with. As many codes as the complications need: the code
  /// without complications gives way to the first of them.
  private static let diabetes: [Line] = ["E08", "E09", "E10", "E11", "E13"].flatMap { type in
    complications.flatMap { line in
      [true, false].map { isPlain in
        Line(
          first: isPlain ? type + "9" : type + "0-" + type + "8", second: line.second, code: type + line.code,
          rule: "diabetes-with-" + line.name, keepsSecond: line.keepsSecond, replacesFirst: isPlain,
          needsAssessment: line.needsAssessment)
      }
    }
  }

  /// Index, Diabetes, with, nephropathy and chronic kidney disease: the disease with its stage says what the nephropathy is.
  private static let nephropathies = ["E08", "E09", "E10", "E11", "E13"].map { type in
    Line(
      first: type + "21", second: "N18", code: type + "22", rule: "diabetes-with-kidney-disease", keepsSecond: true,
      needsAssessment: true)
  }

  private static let complications:
    [(second: String, code: String, name: String, keepsSecond: Bool, needsAssessment: Bool)] = [
      ("N18 I12 I13", "22", "kidney-disease", true, false),
      ("N08 N059", "21", "nephropathy", false, true),
      ("G629 G63 G600 G609", "42", "polyneuropathy", false, false),
      ("G589 G59", "41", "mononeuropathy", false, true),
      ("G909", "43", "autonomic-neuropathy", false, true),
      ("K3184", "43", "gastroparesis", true, true),
      ("H350 H36", "319", "retinopathy", false, true),
      ("H259 H269", "36", "cataract", false, true),
      ("L97", "621", "foot-ulcer", true, true),
      ("L984", "622", "skin-ulcer", true, true),
      ("I739", "51", "peripheral-angiopathy", false, true),
      ("I702", "51", "peripheral-angiopathy", true, true),
      ("I96", "52", "gangrene", false, true),
      ("M146", "610", "arthropathy", false, true),
      ("M86", "69", "osteomyelitis", true, true),
      ("R739", "65", "hyperglycemia", false, false),
      ("E160-E162", "649", "hypoglycemia", false, true), ("E16A", "649", "hypoglycemia", true, true),
      ("N521", "69", "erectile-dysfunction", true, true),
    ]

  private static let others: [Line] = [
    // Section I.C.10.a, and the notes at J44.0: the infection is coded as well.
    Line(
      first: "J449", second: "J20 J12-J18 J22", code: "J440", rule: "obstructive-disease-with-infection",
      keepsSecond: true),
    Line(
      first: "J441", second: "J20 J12-J18 J22", code: "J440", rule: "obstructive-disease-with-infection",
      keepsSecond: true, replacesFirst: false),
    // Index, Disorder, bipolar, type II: its episodes have no codes of their own.
    Line(
      first: "F310 F311 F313 F314 F315 F316", second: "F3181", code: "F3181", rule: "second-type-of-bipolar-disorder",
      keepsSecond: true, needsAssessment: true),
    // Section I.C.9.b: angina is presumed to come from the coronary disease.
    Line(first: "I2510", second: "I200", code: "I25110", rule: "coronary-disease-with-angina", needsAssessment: true),
    Line(first: "I2510", second: "I201", code: "I25111", rule: "coronary-disease-with-angina", needsAssessment: true),
    Line(first: "I2510", second: "I208", code: "I25118", rule: "coronary-disease-with-angina", needsAssessment: true),
    Line(first: "I2510", second: "I209", code: "I25119", rule: "coronary-disease-with-angina", needsAssessment: true),
    // Index, Cholelithiasis, with, cholecystitis.
    Line(first: "K8020", second: "K810", code: "K8000", rule: "gallstones-with-cholecystitis", needsAssessment: true),
    Line(
      first: "K8020", second: "K811 K819", code: "K8010", rule: "gallstones-with-cholecystitis",
      needsAssessment: true),
    Line(first: "K8020", second: "K812", code: "K8012", rule: "gallstones-with-cholecystitis", needsAssessment: true),
    // Index, Reflux, gastroesophageal, with, esophagitis.
    Line(
      first: "K219", second: "K208 K209 K2210", code: "K2100", rule: "reflux-with-esophagitis", needsAssessment: true),
    // Index, Cystitis, acute, with hematuria.
    Line(first: "N3000", second: "R31", code: "N3001", rule: "cystitis-with-hematuria", needsAssessment: true),
    Line(
      first: "N3090", second: "R31", code: "N3091", rule: "cystitis-with-hematuria", needsAssessment: true,
      needsCloseness: true),
    // Index, Diverticulosis, Gastritis and Ulcer, with, bleeding (hemorrhage).
    Line(
      first: "K5730", second: "K922 K921 K625", code: "K5731", rule: "diverticulosis-with-bleeding",
      needsAssessment: true),
    Line(first: "K2970", second: "K922 K921", code: "K2971", rule: "gastritis-with-bleeding", needsAssessment: true),
    Line(first: "K259", second: "K922 K921 K920", code: "K254", rule: "ulcer-with-bleeding", needsAssessment: true),
    Line(first: "K269", second: "K922 K921 K920", code: "K264", rule: "ulcer-with-bleeding", needsAssessment: true),
    Line(first: "K279", second: "K922 K921 K920", code: "K274", rule: "ulcer-with-bleeding", needsAssessment: true),
    // Sections I.C.10.c and I.C.1.g: the pneumonia of influenza and of COVID-19.
    // Index, Influenza, with, otitis media; the otitis is coded as well (note at J10.83).
    Line(
      first: "J101", second: "H66", code: "J1083", rule: "influenza-with-otitis", keepsSecond: true,
      needsAssessment: true,
      needsCloseness: true),
    Line(
      first: "J111", second: "H66", code: "J1183", rule: "influenza-with-otitis", keepsSecond: true,
      needsAssessment: true,
      needsCloseness: true),
    Line(first: "J111", second: "J189", code: "J1100", rule: "influenza-with-pneumonia", needsAssessment: true),
    Line(first: "J101", second: "J189", code: "J1000", rule: "influenza-with-pneumonia", needsAssessment: true),
    Line(first: "J189 J129 J1289", second: "U071", code: "J1282", rule: "covid-with-pneumonia", keepsSecond: true),
    // Section I.C.2.c and Index, Anemia, in (due to) (with).
    Line(
      first: "D649", second: "N18", code: "D631", rule: "anemia-in-kidney-disease", keepsSecond: true,
      needsAssessment: true),
    Line(
      first: "D649", second: "C00-C96", code: "D630", rule: "anemia-in-neoplastic-disease", keepsSecond: true,
      needsAssessment: true),
    // Index, Hypercholesterolemia, with hyperglyceridemia.
    Line(first: "E7800", second: "E781", code: "E782", rule: "mixed-hyperlipidemia", needsAssessment: true),
    // Index, Varix, leg, with, ulcer; the ulcer's site and severity are coded as well.
    Line(
      first: "I8390", second: "L97", code: "I83009", rule: "varicose-veins-with-ulcer", keepsSecond: true,
      needsAssessment: true),
    // Index, Cirrhosis, and Hepatitis, alcoholic, with ascites.
    Line(first: "K7030", second: "R18", code: "K7031", rule: "alcoholic-cirrhosis-with-ascites", needsAssessment: true),
    Line(first: "K7010", second: "R18", code: "K7011", rule: "alcoholic-hepatitis-with-ascites", needsAssessment: true),
    // Index, Dependence, alcohol, with, withdrawal and intoxication. Section I.C.5.b.2: dependence stands for use.
    Line(
      first: "F1020", second: "F1093 F1023 F1013", code: "F10239", rule: "alcohol-dependence-with-withdrawal",
      needsAssessment: true),
    Line(
      first: "F1020", second: "F1092 F1012", code: "F10229", rule: "alcohol-dependence-with-intoxication",
      needsAssessment: true),
    Line(
      first: "F1010", second: "F1092", code: "F10129", rule: "alcohol-abuse-with-intoxication", needsAssessment: true),
    // Index, Hydronephrosis, with, calculus.
    Line(
      first: "N1330", second: "N200 N201 N202 N209", code: "N132", rule: "hydronephrosis-with-calculus",
      needsAssessment: true),
  ]
}
