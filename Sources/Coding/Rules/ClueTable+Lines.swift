/// Which words support which code; our own table.
extension ClueTable {
  typealias Line = (code: String, phrases: String)

  static let lines: [(Clue.Use, [Line])] = [
    (
      .whenAsked,
      wandering + tobacco + kidneyStages + drugsForDiabetes + organisms + receptors
        + prostateSymptoms
    ),
    (.adverseEffect, effectsOfDrugs),
    (.status, devices + lastingDrugs),
    (.pastProcedure, transplants + absences),
    (.longTermDrug, briefDrugs),
    (.allergy, allergens),
    (.externalCause, causes), (.place, places), (.activity, activities),
    (.aftercare, operations),
    (.exposure, exposures),
    (.screening, screenings),
    (.pregnancyRisk, pregnancyRisks),
  ]

  /// Index, Dependence, drug, nicotine; Smoker; History, tobacco. Exposure to the smoke of others.
  private static let tobacco: [Line] = [
    (
      "F17210",
      "cigarette smoker|smokes cigarettes|smoking cigarettes|packs per day|pack day smoker|smokes pack|pack per day|cigarettes per day|cigarettes daily|cigarettes day|packs cigarettes|pack cigarettes|1 ppd|2 ppd|3 ppd|4 ppd|5 ppd|cigs|smokes ppd|smoker ppd"
    ),
    (
      "F17200",
      "smoker|smokes|continues smoke|still smokes|continues smoking|currently smoking|current smoker|tobacco dependence|nicotine dependence|tobacco use disorder|active smoker|tobacco abuse|reports smoking|admits to smoking|smoking once|smokes once|occasional smoker|social smoker"
    ),
    // Who has quit one kind may depend on another: what is taken now comes before the past.
    (
      "F17290", "vapes|vaping|vapes nicotine|e cigarette|e cigarettes|electronic cigarette|electronic cigarettes|juul"
    ),
    ("F17220", "chewing tobacco|chews tobacco|smokeless tobacco|dips tobacco|snuff"),
    (
      "Z87891",
      "former smoker|ex smoker|quit cigarettes|quit cigs|stopped cigarettes|quit smoking|stopped smoking|previous smoker|past smoker|history smoking|history tobacco use|history tobacco|smoking history|former tobacco use|smoked"
    ),
    ("Z720", "tobacco use|uses tobacco"),
    (
      "Z7722",
      "secondhand smoke|second hand smoke|2nd hand smoke|smokes in garage|cigarette smoke in home|cigarette smoke in house|tobacco smoke in home|tobacco smoke at home|cigarette smoke exposure|tobacco smoke exposure|passive smoke|passive smoking|passive smoker|smokes in house|smokes in home|smokes at home|smokes in car|smoke inside|smokes inside|smoke in house|smoke in home|smokers in home"
    ),
  ]

  /// The notes at F01 to F03.
  private static let wandering: [Line] = [("Z9183", "wandering|wanders|wandered|elopement")]

  /// The notes at I12, I13 and E11.22: the stage of the kidney disease.
  private static let kidneyStages: [Line] = [
    ("N181", "1"), ("N182", "2"), ("N1830", "3"), ("N1831", "3a"), ("N1832", "3b"), ("N184", "4"), ("N185", "5"),
  ].map { code, stage in
    (
      code,
      "kidney disease stage \(stage)|ckd stage \(stage)|stage \(stage) kidney disease|stage \(stage) chronic kidney disease|stage \(stage) ckd|ckd \(stage)|ckd g\(stage)"
    )
  }

  /// Section I.C.4.a.3: insulin and drugs by mouth are both coded.
  private static let drugsForDiabetes: [Line] = [
    (
      "Z794",
      "insulin|lantus|humalog|novolog|levemir|tresiba|basaglar|glargine|lispro|aspart|detemir|degludec|novolin|humulin"
    ),
    (
      "Z7984",
      "metformin|glucophage|glipizide|glyburide|glimepiride|sitagliptin|januvia|pioglitazone|empagliflozin|jardiance|dapagliflozin|farxiga|canagliflozin|linagliptin|repaglinide|oral hypoglycemic|oral antidiabetic"
    ),
    ("Z7985", "liraglutide|victoza|semaglutide|ozempic|dulaglutide|trulicity|exenatide|tirzepatide|mounjaro"),
  ]

  /// Section I.B.7 and I.C.1.b: the organism of an infection whose code does not name it.
  private static let organisms: [Line] = [
    ("B9620", "e coli|escherichia coli"), ("B9562", "mrsa|methicillin resistant staphylococcus aureus"),
    ("B9561", "mssa|staphylococcus aureus|staph aureus"), ("B961", "klebsiella|klebsiella pneumoniae"),
    ("B965", "pseudomonas|pseudomonas aeruginosa"), ("B964", "proteus|proteus mirabilis"),
    ("B952", "enterococcus|enterococcus faecalis"), ("B950", "group a streptococcus|streptococcus pyogenes"),
    ("B951", "group b streptococcus|gbs"), ("B953", "streptococcus pneumoniae"),
    ("B9681", "h pylori|helicobacter pylori"),
    ("B9689", "bacterial vaginosis|bv|gardnerella|gardnerella vaginalis"),
    ("B9789", "viral pharyngitis|viral sinusitis|viral sore throat|viral tonsillitis|viral laryngitis"),
  ]

  /// The note at C50: what the tumor's cells respond to.
  private static let receptors: [Line] = [
    ("Z17410", "hormone receptor positive her2 positive|hr positive her2 positive"),
    ("Z17411", "hormone receptor positive her2 negative|hr positive her2 negative"),
    ("Z17420", "hormone receptor negative her2 positive|hr negative her2 positive"),
    ("Z17421", "triple negative|hr negative her2 negative"),
    ("Z170", "er positive|estrogen receptor positive|er pr positive|estrogen and progesterone receptor positive"),
    ("Z171", "er negative|estrogen receptor negative|er pr negative"),
    ("Z1721", "pr positive|progesterone receptor positive|er pr positive|estrogen and progesterone receptor positive"),
    ("Z1722", "pr negative|progesterone receptor negative|er pr negative"),
    ("Z191", "hormone sensitive|castration sensitive|castrate sensitive"),
    ("Z192", "castration resistant|castrate resistant|hormone resistant|crpc|mcrpc"),
    ("Z1731", "her2 positive|her2 neu positive"), ("Z1732", "her2 negative|her2 neu negative"),
  ]

  /// The codes of adverse effects, with the words that name the drugs.
  static let effectsOfDrugs = adverseEffects + furtherEffects

  /// Section I.C.19.e.5.a: what a drug does that was taken as it should be. Table of Drugs and Chemicals.
  private static let adverseEffects: [Line] = [
    ("T360X5", "penicillin|amoxicillin|ampicillin|augmentin|amoxicillin clavulanate"),
    ("T361X5", "cephalexin|keflex|cephalosporin|cefdinir|ceftriaxone"),
    ("T363X5", "azithromycin|erythromycin|clarithromycin|macrolide"), ("T364X5", "doxycycline|minocycline"),
    ("T370X5", "bactrim|sulfa|sulfamethoxazole|trimethoprim sulfamethoxazole"),
    ("T368X5", "antibiotic|antibiotics|clindamycin|nitrofurantoin|ciprofloxacin|levofloxacin"),
    (
      "T451X5",
      "chemotherapy|chemo|methotrexate|antineoplastic|cisplatin|oxaliplatin|carboplatin|paclitaxel|docetaxel|doxorubicin|cyclophosphamide|gemcitabine|fluorouracil|folfox|ribociclib|palbociclib|abemaciclib|lenalidomide|bortezomib|ibrutinib|zanubrutinib|osimertinib|olaparib|nintedanib|pirfenidone|imatinib|pemetrexed|etoposide|irinotecan|vincristine|bendamustine|azacitidine|decitabine|capecitabine|hydroxyurea|azathioprine|mycophenolate|tacrolimus"
    ),
    ("T386X5", "tamoxifen|anastrozole|letrozole|exemestane|aromatase inhibitor|aromatase inhibitors"),
    ("T466X5", "statin|statins|atorvastatin|simvastatin|rosuvastatin|pravastatin|lipitor|crestor|zocor"),
    ("T464X5", "lisinopril|zestril|ace inhibitor|enalapril|benazepril|ramipril"),
    ("T461X5", "amlodipine|norvasc|calcium channel blocker|nifedipine|diltiazem"),
    ("T447X5", "beta blocker|metoprolol|carvedilol|atenolol|propranolol"),
    ("T502X5", "hydrochlorothiazide|hctz|chlorthalidone|thiazide"),
    ("T501X5", "furosemide|lasix|bumetanide|bumex|torsemide"),
    (
      "T380X5",
      "prednisone|prednisolone|methylprednisolone|glucocorticoid|glucocorticoids|steroid|steroids|corticosteroid|corticosteroids|dexamethasone"
    ),
    ("T383X5", "metformin|insulin|glipizide|semaglutide|ozempic"),
    ("T402X5", "opioid|opioids|oxycodone|hydrocodone|morphine|codeine"),
    ("T39315", "ibuprofen|naproxen|ketoprofen"), ("T39395", "nsaid|nsaids|meloxicam"), ("T39015", "aspirin|excedrin"),
    ("T45515", "warfarin|apixaban|eliquis|rivaroxaban|anticoagulant|anticoagulation"),
    ("T43225", "ssri|sertraline|escitalopram|fluoxetine|citalopram|zoloft|lexapro|prozac|celexa|paroxetine|paxil"),
    ("T426X5", "gabapentin|topiramate|lamotrigine"),
    ("T50B95", "vaccine|covid vaccine|flu shot"), ("T508X5", "contrast|iv contrast"),
  ]

  /// Index, Presence (of), Status and Dependence.
  private static let devices: [Line] = [
    ("Z950", "pacemaker|cardiac pacemaker"),
    (
      "Z95810",
      "implantable defibrillator|icd placement|implantable cardioverter defibrillator|cardioverter defibrillator|aicd|icd in place|dual chamber icd|single chamber icd|biventricular icd|prevention icd|icd shock|icd shocks|icd interrogated|icd was interrogated|icd check|icd pocket|crt d"
    ),
    (
      "Z952",
      "mechanical valve|prosthetic heart valve|mechanical heart valve|mechanical aortic valve|mechanical mitral valve|mech mitral valve|mech aortic valve|mech valve|mech mvr|mech avr|mechanical mvr|mechanical avr|aortic valve replacement|mitral valve replacement|heart valve replacement"
    ),
    ("Z953", "bioprosthetic valve|porcine valve|bovine valve|bioprosthetic aortic valve"),
    (
      "Z992",
      "hemodialysis|peritoneal dialysis|dialysis dependent|esrd on hd|esrd hd|hd mwf|hd tts|hd ttsa|esrd on dialysis|on chronic dialysis|on maintenance dialysis"
    ),
    (
      "Z9981",
      "home oxygen|supplemental oxygen at home|oxygen dependent|home o2|o2 at home|oxygen at home|continuous oxygen|continuous o2|o2 dependent|chronic oxygen|continue o2|continue oxygen|o2 activity|o2 exertion|oxygen activity|oxygen exertion|nocturnal oxygen|nocturnal o2"
    ),
    (
      "Z955",
      "artery disease with stent|coronary disease with stent|cad with stent|stent placed|stents placed|stent was placed|stents were placed|has stent|has stents|stent in lad|stented lad|stented|stent in left anterior descending"
    ),
    ("Z933", "colostomy"), ("Z932", "ileostomy"), ("Z930", "tracheostomy"), ("Z931", "gastrostomy tube|peg tube"),
    (
      "Z9641",
      "insulin pump|tandem pump|omnipod|medtronic pump|tslim|continue pump|pump settings|lispro via pump|aspart via pump|insulin via pump"
    ),
    (
      "Z28310",
      "covid vaccine none|unvaccinated for covid|covid unvaccinated|not vaccinated against covid|not vaccinated for covid|never vaccinated for covid|never had covid vaccine|no covid vaccine|no covid vaccines"
    ),
    ("Z293", "fluoride varnish applied|applied fluoride varnish|fluoride varnish done|fluoride varnish today"),
    (
      "Z2913",
      "rho d immune globulin 300|immune globulin 300|rhogam 300|rhogam im|rhogam today|rhig given|rho d immune globulin given|rhig 300"
    ),
    ("Z961", "pseudophakia|intraocular lens implant"),
  ]

  /// Index, Allergy, allergic, status and History, personal, allergy.
  private static let allergens: [Line] = [
    ("Z880", "penicillin|penicillins|amoxicillin|augmentin|ampicillin|pcn"),
    ("Z882", "sulfa|sulfonamide|sulfonamides|bactrim"),
    (
      "Z881",
      "cephalosporin|cephalosporins|keflex|erythromycin|azithromycin|ciprofloxacin|levofloxacin|vancomycin|doxycycline|clindamycin"
    ),
    ("Z885", "codeine|morphine|narcotic|narcotics|opioids|oxycodone|hydrocodone"),
    ("Z886", "aspirin|nsaids|ibuprofen|naproxen|metamizole"), ("Z884", "lidocaine|anesthetic|anesthetics"),
    ("Z91041", "contrast|iodinated contrast|radiographic dye|iodine contrast"), ("Z91040", "latex"),
    ("Z91010", "peanut|peanuts"),
    ("Z91013", "shellfish|seafood|fish"), ("Z91012", "egg|eggs"), ("Z91030", "bee|bees"), ("Z888", "lisinopril"),
  ]

  /// Index, Aftercare, following surgery, by the body system operated on.
  private static let operations: [Line] = [
    (
      "Z48815",
      "cholecystectomy|appendectomy|hernia repair|herniorrhaphy|colectomy|hemorrhoidectomy|bowel resection|sleeve gastrectomy|gastric bypass|fundoplication|hemicolectomy"
    ),
    (
      "Z48816",
      "hysterectomy|prostatectomy|nephrectomy|salpingectomy|oophorectomy|cystectomy|tubal ligation|vasectomy|turp|midurethral sling|orchiectomy|myomectomy"
    ),
    ("Z48812", "cabg|coronary artery bypass|valve replacement|endarterectomy|aneurysm repair|vein ablation"),
    ("Z48813", "lung lobectomy|lung resection|thoracotomy|pneumonectomy"),
    (
      "Z48811",
      "craniotomy|carpal tunnel release|ulnar nerve transposition|cubital tunnel release|shunt placement|nerve decompression"
    ),
    (
      "Z48810",
      "cataract surgery|cataract extraction|phacoemulsification|vitrectomy|tympanoplasty|ear tubes|tympanostomy tubes|blepharoplasty|strabismus surgery"
    ),
    ("Z48814", "tonsillectomy|adenoidectomy|tooth extraction|dental extraction|palatoplasty"),
    ("Z48817", "lipoma excision|cyst excision|skin graft|excision of lipoma|pilonidal cystectomy"),
    (
      "Z471",
      "total knee arthroplasty|total hip arthroplasty|total knee replacement|total hip replacement|tka|tha|total shoulder arthroplasty|joint replacement|knee replacement|hip replacement"
    ),
    (
      "Z4789",
      "laminectomy|discectomy|microdiscectomy|spinal fusion|lumbar fusion|bunionectomy|rotator cuff repair|acromioplasty|subacromial decompression|trigger finger release|meniscectomy|hammertoe correction"
    ),
  ]

  /// Section I.C.21.c.1; Index, Exposure (to) and Contact (with).
  private static let exposures: [Line] = [
    ("Z20822", "covid|coronavirus|sars cov 2"), ("Z20828", "influenza|flu|rsv|measles|mumps"),
    ("Z20820", "chickenpox|varicella|shingles"),
    ("Z201", "tuberculosis|tb"), ("Z205", "hepatitis|hepatitis b|hepatitis c"), ("Z206", "hiv"),
    ("Z202", "std|sti|chlamydia|gonorrhea|syphilis|sexually transmitted"), ("Z203", "rabies"), ("Z204", "rubella"),
    ("Z207", "lice|scabies"), ("Z20818", "strep|strep throat|pertussis|whooping cough"), ("Z77011", "lead"),
    ("Z77090", "asbestos"), ("Z77120", "mold"),
  ]

  /// Section I.C.21.c.5; Index, Screening (for).
  private static let screenings: [Line] = [
    ("Z1152", "covid|coronavirus|sars cov 2"), ("Z111", "tuberculosis|tb"), ("Z114", "hiv"),
    ("Z1151", "hpv|human papillomavirus"),
    ("Z113", "std|sti|chlamydia|gonorrhea|syphilis|sexually transmitted"),
    ("Z1159", "hepatitis c|hepatitis b|hepatitis"),
    ("Z1211", "colonoscopy|colon cancer|colorectal cancer|cologuard"), ("Z1231", "mammogram|breast cancer|mammography"),
    ("Z124", "cervical cancer|pap smear|pap"), ("Z125", "prostate cancer|psa"), ("Z122", "lung cancer|low dose ct"),
    ("Z1283", "skin cancer"), ("Z131", "diabetes|a1c"), ("Z13220", "cholesterol|lipid|hyperlipidemia|lipids"),
    ("Z136", "cardiovascular|hypertension|abdominal aortic aneurysm"), ("Z1331", "depression|phq"),
    ("Z13820", "osteoporosis|dexa|bone density"), ("Z130", "anemia"), ("Z1329", "thyroid"), ("Z1388", "lead"),
    ("Z1341", "autism"),
  ]

  /// Index, Pregnancy, supervision of, high-risk. An advanced age is coded by which pregnancy it is.
  private static let pregnancyRisks: [Line] = [
    ("O099", "high risk pregnancy|high risk obstetric"),
    ("O0952", "advanced maternal age|elderly multigravida|elderly primigravida|ama"),
    ("O0962", "teenage pregnancy|teen pregnancy|adolescent pregnancy|young multigravida|young primigravida"),
    (
      "O0921",
      "history preterm labor|history preterm delivery|history preterm birth|prior preterm birth|prior preterm delivery|previous preterm birth|previous preterm delivery"
    ),
    ("O091", "history ectopic pregnancy|prior ectopic pregnancy|previous ectopic pregnancy"),
    ("O090", "history infertility"),
    ("O0981", "ivf pregnancy|pregnancy ivf|in vitro fertilization pregnancy|pregnancy by ivf"),
    ("O093", "insufficient prenatal care|late prenatal care|late entry prenatal care|scant prenatal care"),
    ("O094", "grand multiparity|grand multiparous|grand multipara|grand multigravida"),
  ]
}
