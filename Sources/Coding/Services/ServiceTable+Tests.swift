import ClaimModel

/// Tests, tracings and images: our own words. Which numbers take QW: CMS, "Tests Granted Waived Status Under CLIA"; 81002,
/// 81025, 82270 and 82962 are waived without it.
extension ServiceTable {
  private static let taken: ServiceWords = [.obtained, .drawn]

  static let officeTests: [Line] = [
    Line(
      .urinalysis, nil, acts: taken, atHand: true,
      "urine dipstick|urine dip|u dip|udip|dipstick urinalysis|dip ua|ua dip|ua dipstick|dipstick urine|urine test strip"
    ),
    Line(.urinalysis, nil, acts: taken, "urinalysis|ua|urine analysis"),
    Line(
      .officeTest, "81025", acts: taken, atHand: true,
      "urine pregnancy test|urine preg test|urine preg|preg test|urine pregnancy|pregnancy test|urine hcg|upt|upreg|u preg|urine beta hcg|hcg urine|u hcg|home pregnancy test repeated"
    ),
    Line(
      .officeTest, "82962", acts: taken, atHand: true,
      "fingerstick glucose|fingerstick gluc|fsbg|fsbs|finger stick glucose|fingerstick blood sugar|capillary glucose|poc glucose|point care glucose|glucose by fingerstick|blood glucose by fingerstick|glu fingerstick|gluc fingerstick|fingerstick glu|bg fingerstick|fingerstick bg|poc glu"
    ),
    Line(
      .officeTest, "82962", acts: taken,
      "glucometer|accucheck|accu chek|blood glucose level in clinic|blood sugar in clinic|blood sugar in office|blood glucose in clinic|blood glucose in office"
    ),
    Line(
      .officeTest, "83036", acts: taken, waived: true, steers: true,
      "fingerstick hemoglobin a1c|fingerstick a1c|a1c fingerstick|hemoglobin a1c|hgb a1c|hba1c|a1c|glycated hemoglobin|glycohemoglobin|poc a1c"
    ),
    Line(
      .officeTest, "85018", acts: taken, waived: true, atHand: true,
      "fingerstick hemoglobin|finger stick hemoglobin|poc hemoglobin|hemocue|hgb fingerstick|hemoglobin fingerstick|fingerstick hgb|fingerstick hb|hb fingerstick"
    ),
    Line(
      .officeTest, "87880", acts: taken, waived: true, atHand: true,
      "rapid strep|rapid strep test|rapid streptococcus|rapid streptococcus antigen|rapid streptococcal test|rapid streptococcal antigen|rapid group strep|rapid strep screen|rapid strep antigen|rapid strep swab"
    ),
    Line(
      .officeTest, "87880", acts: taken, waived: true, "strep test|strep screen|streptococcus antigen test|strep swab"),
    Line(
      .influenza, "87804", acts: taken, waived: true, atHand: true,
      "rapid flu|rapid flu test|rapid influenza|rapid influenza test|rapid flu swab|rapid influenza antigen|rapid flu b"
    ),
    Line(
      .officeTest, "87428", acts: taken, waived: true, atHand: true,
      "rapid combined flu b covid antigen|combined flu b covid antigen|rapid covid 19 influenza b combination|covid 19 influenza b combination|covid influenza b combination antigen|rapid covid 19 influenza b combination|covid flu combination antigen|combined covid influenza b antigen|rapid combined covid influenza b antigen|covid influenza b antigen|covid flu b antigen|covid flu antigen|covid flu b combo|covid flu combo|flu covid combo|rapid covid flu|rapid covid flu b|covid influenza antigen|sars cov 2 influenza b antigen"
    ),
    // Of which illnesses the words around tell.
    Line(
      .officeTest, "87428", acts: taken, waived: true, atHand: true,
      "combo antigen|combo antigen swab|combo rapid antigen|combined rapid antigen|combined antigen|combined antigen test|combination antigen|combination antigen test|combo swab|combo antigen test"
    ),
    Line(
      .officeTest, "86780", acts: taken, waived: true, atHand: true,
      "syphilis health check|rapid syphilis|rapid syphilis test|poc syphilis|poc syphilis test|rapid treponemal test|rapid treponemal antibody"
    ),
    Line(
      .influenza, "87804", acts: taken, says: .result, waived: true,
      "influenza positive|influenza neg|influenza negative|influenza b neg|influenza b negative|influenza b positive|flu positive|flu neg|flu negative"
    ),
    Line(
      .influenza, "87804", acts: taken, waived: true, atHand: true,
      "influenza antigen|influenza immunoassay|rapid influenza immunoassay|flu antigen|influenza b antigen|flu swab|flu test|influenza test|flu b antigen|influenza swab"
    ),
    Line(
      .coronavirus, "87811", acts: taken, waived: true, atHand: true,
      "rapid covid|rapid covid test|rapid covid 19|rapid covid 19 test|rapid sars cov 2|rapid covid antigen|rapid covid antigen test"
    ),
    Line(
      .coronavirus, "87811", acts: taken, waived: true, atHand: true,
      "covid ag|covid 19 ag|covid antigen|covid 19 antigen|covid antigen test|covid 19 antigen test|sars cov 2 antigen|sars cov 2 antigen rapid"
    ),
    Line(
      .coronavirus, "87811", acts: taken, waived: true,
      "sars cov 2|covid test|covid 19 test|covid swab|covid 19 swab|coronavirus antigen"
    ),
    Line(.officeTest, "87807", acts: taken, waived: true, atHand: true, "rapid rsv|rapid rsv test"),
    Line(.officeTest, "87807", acts: taken, waived: true, "rsv antigen|rsv swab|rsv test"),
    Line(.officeTest, "86308", acts: taken, waived: true, atHand: true, "monospot|rapid mono|mono spot|monospot test"),
    Line(.officeTest, "86308", acts: taken, waived: true, "mono test|heterophile antibody"),
    Line(
      .officeTest, "85610", acts: taken, waived: true, steers: true,
      "inr|poc inr|inr poc fingerstick|point care inr|fingerstick inr|inr fingerstick|coaguchek"),
    Line(.officeTest, "82270", acts: taken, "guaiac|hemoccult|stool guaiac|fecal occult blood card"),
    Line(
      .officeTest, "83655", acts: taken, waived: true, "fingerstick lead|capillary lead|poc lead|leadcare|lead leadcare"
    ),
    Line(
      .officeTest, "80305", acts: taken, waived: true, atHand: true,
      "urine drug screen cup|urine drug cup|rapid urine drug screen|poc urine drug screen|poc urine drug screen cup|urine cup|uds cup|uds dip cup|poc uds|12 panel cup"
    ),
    Line(
      .officeTest, "80305", acts: taken, waived: true,
      "uds|urine drug screen|urine drug test|urine tox screen"
    ),
    Line(.officeTest, "87210", acts: taken, "wet mount|wet prep|saline prep|saline wet mount"),
    Line(.officeTest, "87220", acts: taken, "koh prep|koh|koh scraping"),
    Line(.officeTest, "86580", acts: [.placed, .given], "ppd|tuberculin skin test|tb skin test|mantoux"),
    Line(
      .officeTest, "85060", "blood smear interpretation|peripheral blood smear|peripheral blood smear interpretation"),
    Line(.venipuncture, "36415", acts: [.obtained, .drawn], "venipuncture|venous blood draw|phlebotomy"),
    Line(
      .venipuncture, "36415", acts: [.drawn], noun: true, unnamedLaboratory),
    Line(.venipuncture, "36415", acts: [.drawn], noun: true, "blood|blood sample"),
  ]

  /// Blood that is looked at for something these words leave open.
  static let unnamedLaboratory = "blood work|bloodwork|labs|laboratory"

  static let images: [Line] = [
    Line(
      .xray, nil, acts: [.obtained],
      "x ray|xray|xr|radiograph|plain film|x ray image|x ray imaging|film|radiographic image|x ray exam|cxr|pa lat chest|pa lateral chest|chest pa lat|chest pa lateral|two view chest|2 view chest|chest two view|chest 2 view"
    ),
    Line(
      .tracing, "93000", acts: [.obtained],
      "ekg|ecg|electrocardiogram|12 lead ekg|12 lead ecg|twelve lead ekg|12 lead electrocardiogram|12 lead|twelve lead"),
    Line(
      .spirometry, "94010", acts: [.obtained],
      "spirometry|spiro|measurement respiratory function|office spirometry|spirometry pre post"),
    Line(
      .nerveConduction, "95907", acts: [.obtained],
      "nerve conduction|nerve conduction study|nerve conduction velocity|nerve conduction testing|ncs|ncv|emg ncs|ncs emg|emg ncv|electrodiagnostic study"
    ),
    Line(
      .needleElectromyography, "95886", acts: [.obtained],
      "emg|electromyography|needle emg|needle electromyography|needle examination|needle exam"),
    Line(.officeTest, "92567", acts: [.obtained], atHand: true, "tympanometry|tympanogram"),
    Line(
      .officeTest, "95012", acts: [.obtained], atHand: true, "fractional exhaled nitric oxide|exhaled nitric oxide|feno"
    ),
    Line(
      .officeTest, "51798", acts: [.obtained], atHand: true,
      "bladder scan|post void residual by bladder scan|postvoid residual bladder scan|pvr bladder scan|pvr bladder scanner|bladder scanner"
    ),
    Line(
      .officeTest, "76815", acts: [.obtained, .performed],
      "amniotic fluid index|afi|limited transabdominal us|limited ob ultrasound|limited obstetric ultrasound|limited ob us|limited transabdominal ultrasound|limited obstetrical ultrasound"
    ),
    Line(.officeTest, "59025", acts: [.obtained], atHand: true, "non stress test|nonstress test|nst"),
    Line(
      .officeTest, "88720", acts: [.obtained],
      "transcutaneous bilirubin|transcutaneous bili|tcb|tc bili|transcutaneous bilirubin level"),
    Line(.officeTest, "46600", acts: [.performed], atHand: true, "anoscopy"),
    Line(
      .screening, "99173", acts: [.obtained],
      "visual acuity screening|vision screening|visual acuity screen|vision screen|snellen screening|snellen|vision snellen|snellen chart|lea chart|lea symbols|vision lea|hotv chart|hotv letters|vision hotv"
    ),
    Line(
      .screening, "92551", acts: [.obtained],
      "hearing screening|hearing screen|pure tone screen|audiometry pure tone screen|pure tone screening|audiometry screening|pure tone hearing screen|pure tone audiometer|hearing pure tone"
    ),
    Line(.instrument, "96127", acts: [.given, .obtained], "phq 9|phq9|phq a|phq 9a|phq9a"),
    Line(.instrument, "96127", acts: [.given, .obtained], "gad 7|gad7"),
    Line(.instrument, "96127", acts: [.given, .obtained], "edinburgh|epds"),
    Line(.instrument, "96127", acts: [.given, .obtained], "vanderbilt|vanderbilt follow up"),
    Line(.instrument, "96127", acts: [.given, .obtained], "mood disorder questionnaire|mdq"),
    Line(.instrument, "96127", acts: [.given, .obtained], "pcl 5|pcl5|ptsd checklist"),
    Line(.instrument, "96127", acts: [.given, .obtained], "scared questionnaire"),
    Line(.instrument, "96127", acts: [.given, .obtained], "pediatric symptom checklist"),
    Line(.developmentalInstrument, "96110", acts: [.given, .obtained], "asq|asq 3|ages stages questionnaire|asq se"),
    Line(.developmentalInstrument, "96110", acts: [.given, .obtained], "m chat|mchat|m chat r"),
    Line(
      .developmentalInstrument, "96110", acts: [.given, .obtained],
      "peds questionnaire|developmental screening questionnaire"),
  ]

  /// Tests that a practice orders elsewhere: each is one for the decision, whatever words name it.
  static let outsideTests: [Line] = [
    Line(.outsideTest, "70551", "mri|magnetic resonance|mr arthrogram|mra"),
    Line(.outsideTest, "70450", "ct|ct scan|cat scan|computed tomography|cta"),
    Line(
      .outsideTest, "76700",
      "ultrasound|ruq us|renal us|abdominal us|pelvic us|us abdomen|scrotal us|sonogram|venous ultrasound|doppler ultrasound|duplex"
    ),
    Line(.outsideTest, "93306", "echocardiogram|echo|transthoracic echocardiogram|tte"),
    Line(
      .outsideTest, "93015",
      "stress test|exercise stress test|exercise treadmill test|treadmill stress test|exercise stress ecg|stress ecg"),
    Line(.outsideTest, "78452", "nuclear stress test|nuclear stress|myocardial perfusion imaging|mpi"),
    Line(
      .outsideTest, "93224",
      "holter|holter monitor|event monitor|loop recorder|patch monitor|zio|zio patch|zio monitor|ambulatory rhythm monitor|rhythm monitor|mcot|cardiac event monitor"
    ),
    Line(.outsideTest, "77067", "mammogram|mammography"),
    Line(.outsideTest, "77080", "dexa|dexa scan|bone density|bone density scan"),
    Line(.outsideTest, "78815", "pet scan|pet ct"),
    Line(.outsideTest, "95816", "eeg|electroencephalogram"),
    Line(
      .officeTest, "95806", acts: [.interpreted], noun: true,
      "home sleep test|home sleep apnea test|hsat|type iii home test|type 3 home test|home sleep study|home apnea test"),
    Line(.outsideTest, "95810", "sleep study|polysomnography|polysomnogram"),
    Line(.outsideTest, "94729", "pulmonary function test|pulmonary function testing|pft"),
    Line(
      .outsideTest, "85025", steers: true,
      "cbc|complete blood count|blood count|white blood cell count|wbc|hemoglobin|hematocrit|hgb|hct|plt|platelet count"
    ),
    Line(
      .outsideTest, "80053",
      "cmp|comprehensive metabolic panel|liver function test|lft|liver enzymes|metabolic panel|ast|alt|hepatic panel|hepatic function panel"
    ),
    Line(
      .outsideTest, "80048", steers: true,
      "bmp|basic metabolic panel|creatinine|electrolytes|kidney function|renal function|potassium|egfr|gfr|bun"),
    Line(
      .outsideTest, "80061", steers: true,

      "lipid panel|lipids|cholesterol panel|fasting lipid panel|lipid profile|ldl|ldl cholesterol|total cholesterol|hdl|triglycerides"
    ),
    Line(.outsideTest, "84443", steers: true, "tsh|thyroid panel|thyroid function test|thyroid labs|thyroid studies"),
    Line(.outsideTest, "84439", "free t4|t4"),
    Line(.outsideTest, "84153", "psa|prostate specific antigen"),
    Line(.outsideTest, "84484", "troponin"),
    Line(.outsideTest, "82728", steers: true, "ferritin|iron studies|iron panel|anemia profile|anemia panel|tsat"),
    Line(.outsideTest, "82607", "b12 level|vitamin b12 level|b 12 level"),
    Line(.outsideTest, "82306", "vitamin d level|25 hydroxy vitamin"),
    Line(.outsideTest, "85652", "esr|sed rate|sedimentation rate"),
    Line(.outsideTest, "86140", "crp|c reactive protein"),
    Line(.outsideTest, "86038", "ana|antinuclear antibody|autoimmune panel|autoimmune workup"),
    Line(.outsideTest, "86431", "rheumatoid factor|anti ccp"),
    Line(.outsideTest, "83690", "lipase|amylase"), Line(.outsideTest, "83993", "fecal calprotectin|calprotectin"),
    Line(.outsideTest, "84550", "uric acid level|serum uric acid"),
    Line(.outsideTest, "83735", "magnesium level"),
    Line(.outsideTest, "87086", "urine culture|culture sent|culture pending"),
    Line(.outsideTest, "87070", "throat culture|wound culture|bacterial culture"),
    Line(
      .outsideTest, "87491",
      "chlamydia test|gonorrhea chlamydia|gc chlamydia|std testing|sti testing|urine naat|naat|gc ct|naat gc ct|chlamydia gonorrhea"
    ),
    Line(.outsideTest, "86592", "rpr|syphilis test|syphilis screen|treponemal test"),
    Line(.outsideTest, "86617", "western blot"),
    Line(.outsideTest, "86618", "lyme titer|lyme test|lyme serology|lyme antibody"),
    Line(.outsideTest, "86803", "hepatitis panel|hepatitis c antibody|hcv antibody"),
    Line(.outsideTest, "87389", "hiv test|hiv screen|hiv ag ab|hiv antibody"),
    Line(.outsideTest, "87536", "viral load|hiv rna|hiv viral load"), Line(.outsideTest, "86361", "cd4|cd4 count"),
    Line(.outsideTest, "87522", "hcv rna|hepatitis c rna"), Line(.outsideTest, "83970", "pth|intact pth"),
    Line(.outsideTest, "84100", "phosphorus|phos|serum phosphate"),
    Line(
      .outsideTest, "80197", "tacrolimus level|tacrolimus trough|tac level|tac trough|tacro trough|tacro level|fk level"
    ),
    Line(.outsideTest, "80178", "lithium level"), Line(.outsideTest, "85379", "d dimer"),
    Line(.outsideTest, "83880", "bnp|nt probnp|pro bnp"),
    Line(.outsideTest, "87040", "blood culture|blood cultures"),
    Line(.outsideTest, "86364", "ttg|ttg iga|celiac panel"),
    Line(.outsideTest, "82533", "cortisol|am cortisol|morning cortisol"), Line(.outsideTest, "84146", "prolactin"),
    Line(.outsideTest, "83001", "fsh"), Line(.outsideTest, "84702", "quantitative hcg|quant hcg|beta hcg quant"),
    Line(.outsideTest, "86480", "quantiferon|igra|tb gold"), Line(.outsideTest, "84145", "procalcitonin"),
    Line(.outsideTest, "87507", "stool pcr|gi pcr|stool culture|stool studies"),
    Line(.outsideTest, "87493", "c diff pcr|c diff toxin|c diff test"),
    Line(.outsideSmear, "88142", "pap smear|pap test|pap"),
    Line(
      .outsideTest, "82043",
      "microalbumin|albumin creatinine ratio|urine albumin creatinine ratio|uacr|urine acr|upcr|protein creatinine ratio|urine protein creatinine ratio"
    ),
    Line(.outsideTest, "82950", "glucose challenge|glucose tolerance test"),
    Line(.outsideTest, "84403", "testosterone level|total testosterone"),
    Line(.outsideTest, "83540", "iron level|serum iron"),
    Line(.outsideTest, "82274", "fit test|cologuard|fecal immunochemical test"),
    Line(.outsideTest, "86304", "ca 125"), Line(.outsideTest, "82105", "afp|alpha fetoprotein"),
    Line(.outsideTest, "83615", "ldh|lactate dehydrogenase"),
    Line(.outsideTest, "82378", "cea|carcinoembryonic antigen"),
    Line(.outsideTest, "86301", "ca 19 9"), Line(.outsideTest, "82977", "ggt|gamma gt"),
    Line(.outsideTest, "84075", "alkaline phosphatase|alk phos"),
    Line(.outsideTest, "82088", "aldosterone|aldosterone level"),
    Line(.outsideTest, "84244", "renin|plasma renin"),
    Line(.outsideTest, "82784", "immunoglobulin level|quantitative immunoglobulin"),
    Line(.outsideTest, "86225", "anti dsdna|dsdna"), Line(.outsideTest, "86160", "complement level|c3 c4"),
    Line(.outsideTest, "86812", "hla b27"), Line(.outsideTest, "84165", "spep|serum protein electrophoresis"),
    Line(.outsideTest, "85045", "reticulocyte count|retic count"), Line(.outsideTest, "83010", "haptoglobin"),
    Line(.outsideTest, "82550", "creatine kinase|cpk"),
    Line(.outsideTest, "82746", "folate level|b12 folate|b 12 folate"),
    Line(.outsideTest, "87902", "hcv genotype|hepatitis c genotype|genotype"),
    Line(.outsideTest, "84481", "free t3"), Line(.outsideTest, "86376", "tpo antibody|thyroid antibody"),
    Line(.outsideTest, "76981", "elastography|ultrasound elastography"),
    Line(.outsideTest, "91200", "vcte|fibroscan|transient elastography|vibration controlled elastography"),
    Line(.outsideTest, "93351", "stress echo|stress echocardiogram|exercise stress echocardiogram"),
    Line(.outsideTest, "74220", "barium swallow|barium swallow study|esophagram|barium esophagram"),
    Line(.outsideTest, "78227", "hida scan|hida"), Line(.outsideTest, "78306", "bone scan"),
    Line(.outsideTest, "75571", "coronary calcium score|calcium score"), Line(.outsideTest, "93660", "tilt table test"),
    Line(.outsideTest, "51728", "urodynamics|urodynamic testing"), Line(.outsideTest, "81479", "genetic testing"),
    Line(.outsideTest, "82947", steers: true, "glucose|blood glucose|fasting glucose|random glucose"),
    Line(.outsideTest, "86765", "mmr titer|varicella titer|hepatitis b titer|antibody titer"),
    Line(.outsideTissue, "88305", "pathology|surgical pathology"),
  ]
}
