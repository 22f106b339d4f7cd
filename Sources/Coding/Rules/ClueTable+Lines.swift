/// Which words support which code; our own table.
extension ClueTable {
  typealias Line = (code: String, phrases: String)

  static let lines: [(Clue.Use, [Line])] = [
    (.whenAsked, tobacco + kidneyStages + drugsForDiabetes + organisms),
    (.status, devices + lastingDrugs),
    (.pastProcedure, transplants + absences),
    (.longTermDrug, drugs),
    (.allergy, allergens),
    (.externalCause, causes),
    (.exposure, exposures),
    (.screening, screenings),
    (.pregnancyRisk, pregnancyRisks),
  ]

  /// Index, Dependence, drug, nicotine; Smoker; History, tobacco. Exposure to the smoke of others.
  private static let tobacco: [Line] = [
    (
      "F17210",
      "cigarette smoker|smokes cigarettes|smoking cigarettes|packs per day|pack day smoker|smokes pack|pack per day"
    ),
    (
      "F17200",
      "smoker|smokes|current smoker|tobacco dependence|nicotine dependence|tobacco use disorder|active smoker|tobacco abuse"
    ),
    (
      "Z87891",
      "former smoker|ex smoker|quit smoking|stopped smoking|previous smoker|past smoker|history smoking|history tobacco use|history tobacco|smoking history|former tobacco use"
    ),
    ("Z720", "tobacco use|uses tobacco|chews tobacco"),
    ("Z7722", "secondhand smoke|second hand smoke|passive smoke|passive smoking|passive smoker"),
  ]

  /// The notes at I12, I13 and E11.22: the stage of the kidney disease.
  private static let kidneyStages: [Line] = [
    ("N181", "1"), ("N182", "2"), ("N1830", "3"), ("N1831", "3a"), ("N1832", "3b"), ("N184", "4"), ("N185", "5"),
  ].map { code, stage in
    (
      code,
      "kidney disease stage \(stage)|ckd stage \(stage)|stage \(stage) kidney disease|stage \(stage) chronic kidney disease|stage \(stage) ckd"
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
    ("B9789", "viral pharyngitis|viral sinusitis|viral sore throat|viral tonsillitis|viral laryngitis"),
  ]

  /// Index, Presence (of), Status and Dependence.
  private static let devices: [Line] = [
    ("Z950", "pacemaker|cardiac pacemaker"),
    (
      "Z95810",
      "implantable defibrillator|icd placement|implantable cardioverter defibrillator|cardioverter defibrillator|aicd"
    ),
    (
      "Z952",
      "mechanical valve|prosthetic heart valve|mechanical heart valve|mechanical aortic valve|mechanical mitral valve"
    ),
    ("Z953", "bioprosthetic valve|porcine valve|bovine valve|bioprosthetic aortic valve"),
    ("Z992", "hemodialysis|peritoneal dialysis|dialysis dependent"),
    ("Z9981", "home oxygen|supplemental oxygen at home|oxygen dependent|home o2"),
    ("Z933", "colostomy"), ("Z932", "ileostomy"), ("Z930", "tracheostomy"), ("Z931", "gastrostomy tube|peg tube"),
    ("Z961", "pseudophakia|intraocular lens implant"),
  ]

  /// Index, Transplant(ed) (status).
  private static let transplants: [Line] = [
    ("Z940", "kidney transplant|renal transplant|kidney transplantation|renal transplantation"),
    ("Z944", "liver transplant|liver transplantation"), ("Z941", "heart transplant|heart transplantation"),
    ("Z942", "lung transplant|lung transplantation"), ("Z947", "corneal transplant"),
    ("Z9481", "bone marrow transplant|bone marrow transplantation"), ("Z9484", "stem cell transplant"),
  ]

  /// Index, Absence, acquired, and Presence (of).
  private static let absences: [Line] = [
    ("Z951", "cabg|coronary artery bypass|coronary bypass|coronary artery bypass graft"),
    ("Z955", "coronary stent|drug eluting stent|cardiac stent|stent"),
    ("Z9884", "bariatric surgery|gastric bypass|sleeve gastrectomy"),
    ("Z90710", "hysterectomy|total hysterectomy"),
    ("Z9049", "cholecystectomy|gallbladder removed|appendectomy|colectomy|hepatic lobectomy|liver lobectomy"),
    ("Z9010", "mastectomy"), ("Z905", "nephrectomy"), ("Z9081", "splenectomy"), ("Z903", "gastrectomy"),
    ("Z902", "lobectomy|lung lobectomy|pneumonectomy"),
    ("Z9089", "thyroid lobectomy|hemithyroidectomy|temporal lobectomy"), ("Z9079", "prostatectomy"),
    ("E890", "thyroidectomy with hypothyroidism|postsurgical hypothyroidism"),
    ("Z89519", "below knee amputation|bka"), ("Z89619", "above knee amputation|aka amputation"),
  ]

  /// Section I.C.21.c.3, Z79: drugs that nobody takes for a few days.
  private static let lastingDrugs: [Line] = [
    (
      "Z7901",
      "warfarin|coumadin|apixaban|eliquis|rivaroxaban|xarelto|dabigatran|pradaxa|edoxaban|anticoagulated|long term anticoagulation|anticoagulant therapy|oral anticoagulant|chronic anticoagulation|acenocoumarol"
    ),
    ("Z7902", "clopidogrel|plavix|ticagrelor|brilinta|prasugrel|antiplatelet therapy"),
    ("Z7982", "baby aspirin|daily aspirin|aspirin daily|aspirin 81|low dose aspirin|81 aspirin|asa 81"),
    ("Z7983", "alendronate|fosamax|bisphosphonate|bisphosphonates"), ("Z79810", "tamoxifen"),
    ("Z79811", "anastrozole|letrozole|arimidex"),
  ]

  /// Section I.C.21.c.3, Z79: drugs that are also given for a brief period.
  private static let drugs: [Line] = [
    ("Z7982", "aspirin"),
    (
      "Z7952",
      "prednisone|prednisolone|methylprednisolone|dexamethasone|corticosteroids|corticosteroid|steroids|steroid|glucocorticoids"
    ),
    ("Z7951", "inhaled corticosteroid|inhaled steroid"),
    ("Z791", "nsaids|nsaid|anti inflammatories|ibuprofen|naproxen"),
    ("Z79891", "opioids|opioid|oxycodone|hydrocodone|morphine|methadone"), ("Z79631", "methotrexate"),
    ("Z792", "antibiotics|antibiotic"),
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

  /// The External Cause Index. The first line that is documented is taken: a fall from a ladder before a fall.
  private static let causes: [Line] = [
    ("W11", "fell from ladder|fell off ladder|fall from ladder|fall off ladder"),
    (
      "W109",
      "fell down stairs|fall down stairs|fell down steps|fell on stairs|fell down flight stairs|fall on stairs|slipped on stairs|tripped on stairs|slipped on steps|missed step"
    ),
    ("W06", "fell from bed|fell out bed|fell off bed|fall from bed"), ("W07", "fell from chair|fell off chair"),
    ("W098", "fell off trampoline|fell from swing|fell from monkey bars|fell off monkey bars"),
    ("W000", "slipped on ice|slipping on ice|fell on ice|fall on ice"),
    ("V199", "fell off bicycle|fell off bike|bicycle accident|bike accident|fell from bicycle"),
    ("V299", "motorcycle accident|motorcycle crash|motorcycle collision"),
    (
      "V892",
      "motor vehicle accident|motor vehicle collision|motor vehicle crash|mva|mvc|car accident|car crash|auto accident|traffic accident"
    ),
    ("W010", "slipped|tripped|slipping|tripping|tripped over|slipped and fell|tripped and fell"),
    ("W19", "fell|fall|fallen|falling|falls"),
    ("W540", "dog bite|bitten dog|bit dog|dog bit"), ("W5501", "cat bite|bitten cat|cat bit"),
    ("W5503", "cat scratch|scratched cat"),
    ("W57", "insect bite|mosquito bite|tick bite|bug bite|spider bite"), ("W503", "human bite"),
    ("W260", "knife"), ("W3400", "gunshot|firearm"), ("W312", "table saw|circular saw|power saw"),
    ("Y040", "fist fight|punched|brawl"), ("Y09", "assaulted|assault"),
  ]

  /// Section I.C.21.c.1; Index, Exposure (to) and Contact (with).
  private static let exposures: [Line] = [
    ("Z20822", "covid|coronavirus|sars cov 2"), ("Z20828", "influenza|flu|rsv|measles|mumps|chickenpox|varicella"),
    ("Z201", "tuberculosis|tb"), ("Z205", "hepatitis|hepatitis b|hepatitis c"), ("Z206", "hiv"),
    ("Z202", "std|sti|chlamydia|gonorrhea|syphilis|sexually transmitted"), ("Z203", "rabies"), ("Z204", "rubella"),
    ("Z207", "lice|scabies"), ("Z20818", "strep|strep throat|pertussis|whooping cough"), ("Z77011", "lead"),
    ("Z77090", "asbestos"), ("Z77120", "mold"),
  ]

  /// Section I.C.21.c.5; Index, Screening (for).
  private static let screenings: [Line] = [
    ("Z1152", "covid|coronavirus|sars cov 2"), ("Z111", "tuberculosis|tb"), ("Z114", "hiv"),
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
    ("O0952", "advanced maternal age|elderly multigravida|elderly primigravida"),
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
