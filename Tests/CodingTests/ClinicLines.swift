/// Single lines of outpatient notes with the codes that a coder may give them, written by us.
///
/// Each is a kind, the line and its codes, with bars between: `A` stands in an assessment, `P` in a plan behind an assessment of low back
/// pain, `H` in the past history, `E` in the examination, `R` in the results and `S` in the story before that assessment; `N` is a whole
/// note. A code in parentheses may be there or not; no other may be there. Half of the lines name problems, half of them name what only
/// looks like one: tests, warnings, handouts, relatives, operations to come.
enum ClinicLines {
  static let text = """
    A|1st degree AV block|I44.0
    A|? Cholelithiasis|
    A|? Stress fracture|
    A|A flutter|I48.92
    A|Abd pain|R10.9
    A|Absence epilepsy|G40.A09
    A|AC joint arthritis right|M19.011
    A|ACL tear right knee, initial|S83.511A
    A|Acute appendicitis w/o perforation|K35.80 (K35.30)
    A|Acute lumbar strain, initial encounter|S39.012A
    A|Acute tonsillitis due to strep|J03.00
    A|ADD, inattentive|F90.0
    A|Adrenal insufficiency, primary (Addison's)|E27.1
    A|AF - Watchman referral because of bleeding risk|I48.91
    A|AIH|K75.4
    A|AK of scalp|L57.0
    A|Alcohol use disorder, moderate|F10.20
    A|Alcohol use disorder: naltrexone, hepatitis panel, no withdrawal|F10.20 (F10.90)
    A|Alcoholic neuropathy|G62.1 (F10.20)
    A|ALL in remission|C91.01
    A|Allergic conjunctivitis OU|H10.13
    A|Ambulatory without assistance|
    A|Amiodarone monitoring|Z51.81 (Z79.899)
    A|AMS|R41.82
    A|Anemia due to chemotherapy|D64.81 T45.1X5A
    A|Anemia due to GI bleed|D50.0 K92.2 (D62) (D64.9)
    A|Anemia of CKD 5 on Epogen|N18.5 D63.1
    A|Anemia vs lab error|
    A|Anemia, chronic disease, RA|D63.8 M06.9
    A|Angina, stable|I20.89 (I20.9)
    A|Ankle sprain, recovered|
    A|Anxiety: GAD-7 12, start buspirone; avoid benzodiazepine dependence|F41.9
    A|Anxious about breast cancer|
    A|Appears to be allergic rhinitis|
    A|Appendicitis unlikely; RLQ pain|R10.31
    A|APS on warfarin|D68.61 Z79.01
    A|Arthralgias: doubt RA; lupus serologies pending|M25.50
    A|AS, mild: echo in 2 years, endocarditis prophylaxis not needed|I35.0
    A|Asks about endometriosis|
    A|Asthma exacerbation|J45.901
    A|Asthma-COPD overlap|J44.89 (J45.909)
    A|Asymptomatic bacteriuria|R82.71
    A|Atopic dermatitis, flexural|L20.82 (L20.89)
    A|Atrophic vaginitis|N95.2
    A|Attention to colostomy|Z43.3
    A|Atypical glandular cells on pap|R87.619
    A|AVN right femoral head|M87.051
    A|Awaiting liver transplant|Z76.82
    A|B12 def|E53.8
    A|Back pain: no cauda equina, no fracture, no cancer history|M54.9 (M54.50)
    A|Baker's cyst right knee|M71.21
    A|Behavior problem|R46.89 (F91.9) (F98.9)
    A|Belly button hernia|K42.9
    A|Biceps tendinitis, right|M75.21
    A|Bipolar II|F31.81
    A|Bladder cancer, non-muscle invasive, on BCG|C67.9
    A|Blepharospasm|G24.5
    A|Bloating|R14.0
    A|Blood in stool, FIT positive|K92.1 (R19.5)
    A|Blood pressure check, normotensive|Z01.30 (Z01.31)
    A|Blurry vision OU, cataracts suspected|H53.8
    A|Bone mets from prostate cancer|C61 C79.51
    A|Borderline personality|F60.3
    A|Boxer's fracture right 5th metacarpal neck, initial encounter, closed, displaced|S62.336A
    A|BPH: tamsulosin, counsel on dizziness, PSA ordered to screen for prostate cancer|N40.0 (Z12.5)
    A|BPPV|H81.10
    A|Bradycardia, asymptomatic|R00.1
    A|Brain mets from melanoma|C43.9 C79.31
    A|BRCA1 carrier|Z15.01
    A|Breast abscess left, not lactating|N61.1
    A|Breast cancer, left, on letrozole: DEXA for osteoporosis|C50.912 (Z79.811)
    A|Breast implants|Z98.82
    A|Breast lump, left, UOQ|N63.21
    A|Bright red blood per rectum: hemorrhoids vs fissure|K62.5
    A|Broken collarbone, left|S42.002D (S42.002A)
    A|Broken tooth, traumatic, tooth #8, initial encounter|S02.5XXA
    A|Bullous pemphigoid|L12.0
    A|Burst appendix|K35.32 (K35.20) (K35.209) (K35.219)
    A|CAD of bypass graft with angina|I25.709
    A|CAD, s/p CABG 2015, asymptomatic|I25.10 Z95.1
    A|CAD. Stress test positive, cath scheduled. CABG possible.|I25.10 (R94.39)
    A|Camp physical|Z02.89
    A|Cancer genetics|
    A|Cancer risk assessment|
    A|Cannabis use disorder, mild|F12.10
    A|CAP|J18.9
    A|Cardiovascular risk assessment|(Z13.6)
    A|Castration-resistant prostate cancer|C61 Z19.2
    A|Cat scratch disease|A28.1
    A|CD|
    A|Celiac negative|
    A|Cellulitis left lower leg|L03.116
    A|Cellulitis right foot, diabetic|L03.115 (E11.628) (E11.9)
    A|Cellulitis vs DVT left leg: doppler|
    A|Chafing|L30.4 (L98.8)
    A|Charley horse|M62.831 (M79.89) (R25.2)
    A|Chemo-induced nausea|R11.0 T45.1X5A
    A|Chlamydia, urethral|A56.01
    A|Choledocholithiasis|K80.50
    A|Cholelithiasis - rule out|
    A|Cholelithiasis absent|
    A|Cholelithiasis likely|
    A|Cholelithiasis not found|
    A|Cholelithiasis not seen|
    A|Cholelithiasis probable|
    A|Cholelithiasis suspected|
    A|Cholelithiasis versus gastritis|
    A|Cholelithiasis vs gastritis|
    A|Cholelithiasis, r/o|
    A|Cholelithiasis?|
    A|Chronic anal fissure|K60.1
    A|Chronic hep C, genotype 1a, treatment naive|B18.2
    A|Chronic NSAID use|(Z79.1)
    A|Chronic obstructive asthma|J44.89
    A|Chronic pain due to trauma|G89.21
    A|Chronic pancreatitis|K86.1
    A|Chronic pancreatitis from alcohol|K86.0 (F10.20)
    A|Chronic pansinusitis|J32.4
    A|Chronic PE|I27.82
    A|Chronic prostatitis|N41.1
    A|Chronic resp failure with hypercapnia|J96.12
    A|Chronic rhinosinusitis with nasal polyps|J32.9 J33.9
    A|Chronic small vessel ischemic disease|(I67.82) (I67.89)
    A|Cirrhosis: no ascites, no encephalopathy, EGD for varices|K74.60
    A|CKD|N18.9
    A|CKD 3a: secondary hyperparathyroidism labs, anemia labs|N18.31
    A|CKD 5, not on dialysis|N18.5
    A|CKD IIIb due to HTN|I12.9 N18.32
    A|Closed nondisplaced fracture of distal radius, left, initial encounter|S52.502A
    A|Cognitive decline, workup in progress|R41.89 (R41.81) (R41.9)
    A|Cognitively intact|
    A|Cold sore|B00.1
    A|Colles fracture R, closed, routine healing, subsequent|S52.531D
    A|Compatible with ringworm, annular rash arm|R21
    A|Concerned about prostate cancer|
    A|Concussion without LOC, initial encounter|S06.0X0A
    A|Considering dialysis|
    A|Consistent with plantar fasciitis, heel pain left|M79.672
    A|Consult for pacemaker|
    A|Contact lens fitting|Z46.0
    A|Contraception counseling: avoid estrogen due to migraine with aura|Z30.09 (G43.109)
    A|Contusion of left thigh, initial encounter|S70.12XA
    A|COP|J84.116
    A|COPD with emphysema|J43.9
    A|COPD: smoking cessation, lung cancer screening discussed|J44.9 (F17.200)
    A|Cor pulmonale, chronic|I27.81
    A|Corneal abrasion OD, initial encounter|S05.01XA
    A|Corneal ulcer OS|H16.002
    A|Cosmetic Botox for glabellar lines|Z41.1 (L98.8) (L57.4)
    A|Cough, ?asthma|R05.9
    A|COVID vaccine refusal|Z28.21 (Z28.310)
    A|COVID: resolved, no long COVID|(Z86.16)
    A|Crohn disease, small and large bowel, no complication|K50.80
    A|Crohn's colitis with fistula|K50.113
    A|Crohn's disease of ileum, in remission|K50.00
    A|CTS right|G56.01
    A|Cystic fibrosis with lung disease|E84.0
    A|Ddx: fracture, sprain, gout|
    A|Declined HIV testing|
    A|Delusional disorder|F22
    A|Depression questionnaire negative|(Z13.31)
    A|Depression: SSRI, black box suicidality, serotonin syndrome, hyponatremia discussed|F32.A
    A|Developmental screening normal|(Z13.42)
    A|Deviated nasal septum|J34.2
    A|Diabetes type 2. Counselled on foot ulcers, retinopathy, nephropathy.|E11.9
    A|Diabetic gastroparesis, type 2|E11.43 (K31.84)
    A|Diaphragm fitting|Z30.018
    A|Diarrhea: stool culture, C. diff, Giardia, celiac panel|R19.7
    A|Disability exam|Z02.71
    A|Diverticulitis with abscess|K57.80 (K57.20)
    A|DKD, CKD 3a, type 2|E11.22 N18.31
    A|DLBCL, completed R-CHOP, in complete remission|C83.3A
    A|DM2 w/ diabetic foot ulcer L heel|E11.621 L97.429
    A|DOE|R06.09
    A|Dog bite left forearm, initial encounter|S51.852A (W54.0XXA)
    A|Dressing change, surgical wound|Z48.01 (Z48.00)
    A|Drug-free, recovering|
    A|Dupuytren contracture right hand|M72.0
    A|DVT suspected, leg pain right|M79.604
    A|DVT, RLE, acute|I82.401
    A|Dyspnea: BNP for heart failure, D-dimer for PE|R06.00
    A|Dysuria, UA negative, STI testing sent|R30.0
    A|Ear infection, right|H66.91
    A|Ear piercing|Z41.3
    A|Early onset Alzheimer's disease|G30.0 F02.80
    A|Ectopic ruled out; pelvic pain|R10.20
    A|ED|N52.9
    A|ED due to type 2 diabetes|E11.69 N52.1
    A|Education about endometriosis|
    A|EIB|J45.990
    A|Elevated blood pressure without hypertension|R03.0
    A|Elevated CEA|R97.0
    A|Elevated LFTs: hepatitis panel, iron studies, ceruloplasmin, autoimmune hepatitis serology|R79.89 (R74.01)
    A|Elevated troponin|R79.89
    A|Elevated uric acid, no gout|E79.0
    A|Emergency contraception|Z30.012
    A|Emphysema|J43.9
    A|Employment drug screen|Z02.83
    A|Encounter for cosmetic surgery consultation|Z41.1 (Z71.89)
    A|Encounter for fertility testing|Z31.41
    A|EoE|K20.0
    A|Epilepsy: no seizures since last visit|G40.909
    A|Equivocal for cholelithiasis|
    A|ER+ invasive ductal carcinoma of left breast, UOQ|C50.412 Z17.0
    A|Esophageal varices in cirrhosis, not bleeding|K74.60 I85.10
    A|Eval for sleep apnea|
    A|Evaluate for carpal tunnel; hand numbness right|R20.0
    A|Evaluation for bariatric surgery|
    A|Evaluation for cochlear implant|
    A|Evaluation for pacemaker|
    A|Exercise counseling|Z71.82
    A|Fall at home without injury|Z04.3 (W19.XXXA) (Z91.81) (Y92.009)
    A|Fallen bladder|N81.10
    A|Fam hx of sudden cardiac death|Z82.41
    A|Family h/o thyroid cancer|Z80.8
    A|Family history of colon cancer|Z80.0
    A|Family history of hemochromatosis: ferritin, HFE gene|Z83.49 (Z83.438)
    A|Fatigue, consistent with hypothyroidism|R53.83
    A|Fatty liver due to alcohol|K70.0 (F10.90)
    A|Favor tendinitis|
    A|Fe def anemia|D50.9
    A|Fever free|
    A|Fever in traveler: malaria, dengue, typhoid testing|R50.9
    A|Fever, no source; UTI and pneumonia ruled out|R50.9
    A|Fever: blood cultures, malaria smear, dengue serology|R50.9
    A|FH alcoholism|Z81.1
    A|FH depression|Z81.8
    A|FH hemochromatosis|Z83.49 (Z83.438)
    A|FH of dementia|Z81.8 (Z82.0)
    A|FH of kidney disease|Z84.19
    A|FHx polyps|Z83.719 (Z83.710) (Z83.718)
    A|Fibromyalgia: depression screening negative, no sleep apnea|M79.7 (Z13.31)
    A|Fitness for duty exam|Z02.89 (Z02.79)
    A|Follicular lymphoma grade 2|C82.10
    A|Food insecurity|Z59.41
    A|Foot drop due to stroke, left|I69.398 M21.372 (I69.898)
    A|Forward head posture|R29.3
    A|FTT, adult|R62.7
    A|FUO: endocarditis, TB, lymphoma, Still's considered|R50.9
    A|Gallbladder polyp|K82.4
    A|Ganglion cyst dorsal left wrist|M67.432
    A|Gastritis, chronic, H. pylori positive|K29.50 B96.81
    A|GBM|C71.9
    A|GBS, recovering|(G61.0)
    A|GCA|M31.6
    A|Gender dysphoria in adult|F64.0
    A|GIB|K92.2
    A|Glaucoma vs ocular hypertension|
    A|Gluten-free diet, celiac disease|K90.0
    A|Gout due to CKD|M10.30 N18.9
    A|Gout: HLA-B*5801 before allopurinol, Stevens-Johnson risk discussed|M10.9
    A|Gross hematuria, painless|R31.0
    A|H/o C. diff|Z86.19
    A|h/o colon cancer, surveillance|Z85.038 (Z08)
    A|H/o left breast cancer, s/p mastectomy, NED|Z85.3 Z90.12
    A|h/o physical abuse|Z91.410
    A|h/o self harm|Z91.52
    A|h/o urinary tract infections|Z87.440
    A|HA|R51.9
    A|Hairy cell leukemia|C91.40
    A|Hand foot and mouth|B08.4
    A|HCM|I42.2
    A|Healed fracture of the right wrist|(Z87.81) (Z09)
    A|Hearing aid fitting|Z46.1
    A|Hearing loss in left ear|H91.92
    A|Hearing screening passed|Z01.10 (Z13.5)
    A|Heart failure, EF 55%, compensated|I50.9 (I50.30) (I50.32)
    A|Heart transplant 2015, no rejection|Z94.1
    A|Hematuria resolved, no bladder cancer on cystoscopy|
    A|Hematuria: CT urogram for stones or bladder cancer|R31.9
    A|Hematuria: cystoscopy for bladder cancer|R31.9
    A|Hemoptysis|R04.2
    A|Hep A, acute|B15.9
    A|Hep B, chronic|B18.1
    A|Hep C, cured, SVR12|Z86.19
    A|Hepatitis B vaccination, dose 2|Z23
    A|Hepatitis C: SVR achieved, HCC surveillance not needed|(Z86.19) (B19.20)
    A|Here for vasectomy|Z30.2
    A|Hereditary angioedema|D84.1
    A|Herpes zoster ophthalmicus, left|B02.30
    A|HFrEF. Entresto: monitor for hypotension, angioedema, hyperkalemia.|I50.20
    A|Hgb SS disease, no crisis|D57.1
    A|HHS|E11.00
    A|High calcium|E83.52
    A|High cholesterol|E78.00
    A|History of above knee amputation, left|Z89.612
    A|History of alcohol use disorder, sober 10 years|F10.21
    A|History of asthma as a child, resolved|Z87.09
    A|History of bone marrow transplant|Z94.81
    A|History of brain tumor, benign, resected|Z86.011
    A|History of chemo and radiation|Z92.21 Z92.3
    A|History of colon cancer|Z85.038
    A|History of concussion|Z87.820
    A|History of concussion, asymptomatic|Z87.820
    A|History of eating disorder, recovered|Z86.59
    A|History of gestational HTN|(Z87.59)
    A|History of Guillain-Barre|Z86.69
    A|History of heart transplant|Z94.1
    A|History of heart valve replacement|Z95.2
    A|History of hepatitis C, treated and cured|Z86.19
    A|History of hives|Z87.2
    A|History of iron deficiency, resolved|(Z86.2) (Z86.39)
    A|History of lobectomy|Z90.2
    A|History of Lyme disease|Z86.19
    A|History of nephrotic syndrome as child|Z87.441
    A|History of osteomyelitis|Z87.39
    A|History of pancreatitis|Z87.19
    A|History of preeclampsia|(Z87.59)
    A|History of septic arthritis|Z87.39
    A|History of syncope|Z87.898
    A|HIV disease with history of PCP pneumonia|B20 (Z87.01) (Z86.19)
    A|HIV negative|
    A|HIV: PJP and toxo prophylaxis not needed|(Z21) B20
    A|HLA-B27 positive|(Z15.89)
    A|HMB|N92.0
    A|Hot flashes due to tamoxifen|(R23.2) (N95.1) T38.6X5A (Z79.810)
    A|HSV-2 genital, recurrent|A60.00 (A60.9)
    A|HTN heart disease with HF|I11.0 I50.9
    A|HTN, well controlled on lisinopril|I10
    A|Huntington disease|G10
    A|Hx anemia, resolved|Z86.2
    A|Hx depression, resolved|Z86.59
    A|Hx hepatitis B, cleared|Z86.19
    A|Hx Hodgkin's|Z85.71
    A|Hx infertility, now pregnant|(O09.00) (O09.01) (Z33.1)
    A|Hx lung CA|Z85.118
    A|Hx of asthma, stable on Flovent|J45.909 (Z79.51)
    A|Hx smoking|Z87.891
    A|Hx TB, treated|Z86.11
    A|Hypercalcemia: PTH, PTHrP, myeloma labs|E83.52
    A|Hyperglycemia, no diabetes|R73.9
    A|Hyperlipidemia, mixed, on rosuvastatin|E78.2
    A|Hypertriglyceridemia|E78.1
    A|Hyperuricemia|E79.0
    A|Hypothyroidism; overtreatment can cause AF and osteoporosis|E03.9
    A|IBS: celiac negative, no IBD|K58.9
    A|ICM|I25.5
    A|IDA: ferritin 8, colonoscopy to rule out GI malignancy|D50.9
    A|IFG|R73.01
    A|IGT|R73.02
    A|ILD due to RA|M05.10
    A|Immigration physical|Z02.89
    A|Immunization counseling|(Z71.85)
    A|Impacted third molars|K01.1
    A|Impression: doubtful appendicitis|
    A|Inappropriate sinus tach|I47.11
    A|Independent in ADLs|
    A|Indicative of meniscal tear|
    A|Infection-free wound|
    A|Influenza immunization|Z23
    A|Insect bite right lower leg, nonvenomous, initial encounter|S80.861A (W57.XXXA)
    A|Insomnia: melatonin, screen for depression and OSA|G47.00 (Z13.31)
    A|Insurance physical|Z02.6
    A|Invasive ductal carcinoma right breast UOQ, on anastrozole|C50.411 (Z79.811)
    A|IPMN|D49.0 (D37.8) (D13.6) (K86.2)
    A|Iron deficiency anemia due to heavy menses|D50.0 N92.0
    A|Iron deficiency: celiac and H. pylori testing|E61.1
    A|Iron overload due to transfusions|E83.111
    A|IUD check|Z30.431
    A|IUD removal and reinsertion|Z30.433
    A|IVC filter in place|Z95.828
    A|Jumper's knee right|M76.51
    A|Kidney transplant recipient, stable|Z94.0
    A|L4-5 disc herniation with radiculopathy|M51.16
    A|Labyrinthitis|H83.09
    A|Lactose intolerance|E73.9
    A|Lacunar infarct, old, incidental on MRI|Z86.73
    A|Latent syphilis, late|A52.8
    A|Latent TB, on INH|Z22.7
    A|Latent TB: CXR negative for active TB, LFTs for INH hepatitis|Z22.7
    A|Latex-free gloves needed, latex allergy|Z91.040
    A|LE edema|R60.0
    A|LE edema bilateral|R60.0
    A|Leaky bladder|R32 (N39.3) (N39.498)
    A|Left hemiparesis from old right MCA stroke, right-handed|I69.354
    A|Left MCL sprain, initial encounter|S83.412A
    A|Left ventricular hypertrophy|I51.7
    A|Left-sided UC, no complications|K51.50
    A|Leukocytosis: flow cytometry for CLL|D72.829
    A|Likely viral exanthem, rash|R21
    A|Limited scleroderma (CREST)|M34.1
    A|Liver cyst|K76.89
    A|Liver lesion|K76.89
    A|Liver mets, primary unknown|C78.7 C80.1
    A|LLQ abd pain|R10.32
    A|Long-term opioid use for chronic low back pain|M54.50 G89.29 Z79.891
    A|Looks like ringworm|
    A|Loss of voice|R49.1
    A|Low BP|I95.9 (R03.1)
    A|Low potassium|E87.6
    A|Lung mass, suspicious for malignancy|R91.8
    A|Lymphadenopathy: HIV, EBV, CMV, toxo, TB testing|R59.9
    A|Lynch syndrome|Z15.060 (Z15.04) (Z15.09) (Z15.068) (Z15.02) (Z15.07)
    A|Macrocytosis without anemia|D75.89
    A|Marginal zone lymphoma of stomach (MALT)|C88.40
    A|MASH|K75.81
    A|MCI|G31.84
    A|MDD, recurrent, in partial remission|F33.41
    A|Melanoma suspected|
    A|Melasma|L81.1
    A|Meniere's, left|H81.02
    A|Meniscus tear suspected, knee pain left|M25.562
    A|Mesenteric ischemia, chronic|K55.1
    A|MGUS: stable, no myeloma|D47.2
    A|Microcytic anemia|D50.9 (D64.9)
    A|Microscopic hematuria|R31.29 (R31.21)
    A|Missed period|N92.6 (N91.2) (N91.0)
    A|MODY|E13.9
    A|Mood good|
    A|MS, primary progressive, active|G35.B1
    A|MS: JC virus and hepatitis B testing before Ocrevus, PML risk|G35.D
    A|MS: no relapses, MRI no new lesions|G35.D
    A|Nasal congestion|R09.81
    A|Nasal polyps|J33.9
    A|NASH cirrhosis, compensated|K75.81 K74.60
    A|Nausea, cholelithiasis suspected|R11.0
    A|Need for flu vaccine|Z23
    A|Needs measles vaccine|Z23
    A|Needs Tdap|Z23
    A|Negative pregnancy test, missed period|Z32.02 (N92.6) (N91.2)
    A|Nephrolithiasis, right, nonobstructing|N20.0
    A|Nephrostomy tube|Z93.6
    A|Nephrotic syndrome due to membranous nephropathy|N04.20
    A|Neuropathy: B12, SPEP, HIV, Lyme, syphilis|G62.9
    A|Nexplanon insertion|Z30.017
    A|NICM|I42.8 (I42.9)
    A|Non-seasonal allergic rhinitis|J30.89
    A|Non-STEMI 6 weeks ago|I25.2
    A|Nonalcoholic fatty liver disease|K76.0
    A|Nonpressure ulcer left foot|L97.529
    A|Nonsmoker|
    A|Nonunion of tibial shaft fracture, right|S82.201K
    A|Normal exam|
    A|Normotensive|
    A|Not anemic|
    A|Not consistent with melanoma|
    A|NSCLC left lower lobe on pembrolizumab|C34.32 (Z79.62) (Z79.899)
    A|Nursemaid's elbow left, initial encounter|S53.032A
    A|OA|M19.90
    A|OA right hip|M16.11
    A|OAB|N32.81
    A|Obesity due to excess calories, BMI 33.2|E66.09 Z68.33
    A|Obesity: discussed GLP-1, risk of pancreatitis and thyroid cancer|E66.9
    A|Obstructive sleep apnea on CPAP|G47.33
    A|OHS|E66.2
    A|OME, left|H65.92 (H65.02)
    A|Opioid dependence on buprenorphine|F11.20
    A|Optic neuritis left|H46.9 (H46.12)
    A|Optic neuritis, right|H46.9 (H46.8)
    A|Organ donor evaluation|Z00.5
    A|Orthostasis|I95.1
    A|Orthotics fitting|Z46.89
    A|Osteomyelitis of left great toe due to diabetes|E11.69 M86.9 (M86.172)
    A|Osteomyelitis of the left great toe, diabetic type 2|E11.69 M86.9 (M86.672) (M86.172)
    A|Osteopenia: FRAX hip fracture 1%, no treatment|M85.80
    A|Osteoporosis with current T12 compression fx, initial|M80.08XA
    A|Osteoporosis: DEXA in 2 years, fall prevention|M81.0
    A|OUD, severe, early remission on Suboxone|F11.21
    A|Pacemaker in situ for sick sinus syndrome|Z95.0 (I49.5)
    A|PAD: smoking increases amputation risk|I73.9
    A|PAF|I48.0
    A|Pain free|
    A|Pain-free after surgery, s/p carpal tunnel release right|(Z98.890) (Z48.811) (Z09)
    A|Painless jaundice|R17
    A|Painless lump in neck|R22.1
    A|Painless lump left breast|N63.20
    A|Painless red eye, no vision loss, left|H57.89
    A|Painless swelling neck|R22.1
    A|Painless swelling of left knee|M25.462
    A|Painless ulcer on penis|N48.5
    A|Painless vaginal bleeding|N93.9
    A|Pancreatic pseudocyst|K86.3
    A|Pap unsatisfactory|R87.615
    A|Paperwork completion, FMLA|Z02.79 (Z02.89)
    A|Parkinson's with dyskinesia and wearing off|G20.B2
    A|Partial-thickness tear right supraspinatus, degenerative|M75.111
    A|Patellar tendinitis, left|M76.52
    A|PE effectively excluded by negative D-dimer|
    A|PE history: hypercoagulable workup negative for Factor V Leiden|Z86.711
    A|Permanent atrial fibrillation on warfarin|I48.21 (Z79.01)
    A|Pessary check|Z46.89
    A|PFO|Q21.12
    A|PH due to left heart disease|I27.22 (I51.9)
    A|PID, acute|N73.0
    A|Pityriasis rosea|L42
    A|PJP|B59
    A|PMR: prednisone, bone protection to prevent osteoporosis|M35.3 (Z79.52)
    A|Pneumonia vaccine given|Z23
    A|Polycythemia vera|D45
    A|Positive ANA: no features of lupus, Sjogren's, or scleroderma|R76.89
    A|Possible GERD|
    A|Possible stress fracture left foot, foot pain|M79.672
    A|Post-concussion headache|G44.309 (F07.81)
    A|Post-concussive syndrome|F07.81
    A|Post-MI pericarditis (Dressler's)|I24.1
    A|Post-nasal drip|R09.82
    A|Post-stroke dysphagia|I69.391 (R13.10)
    A|Post-stroke foot drop, left|I69.398 M21.372
    A|Post-void dribbling|N39.43
    A|Postmenopausal bleeding|N95.0
    A|Postpartum depression|(F53.0)
    A|Potential kidney donor|(Z00.5)
    A|Pouchitis|K91.850
    A|PPD placement for employment|Z11.1 (Z11.7)
    A|Pre-op clearance for left TKA; knee OA|Z01.818 M17.12
    A|Pre-transplant evaluation|(Z01.818)
    A|Pre-travel visit|Z71.84
    A|Preconception counseling|Z31.69
    A|Prediabetes|R73.03
    A|Pregnancy ruled out, amenorrhea|N91.2 (Z32.02)
    A|Premature ejaculation|F52.4
    A|Preventive care: discussed heart disease, stroke and cancer prevention|
    A|Prior to knee replacement|
    A|Probable gout, right ankle pain|M25.571
    A|Provoked PE after surgery|I26.99
    A|PSA screening|Z12.5
    A|PSC|K83.01
    A|PSC with UC|K83.01 K51.90
    A|Pulmonary HTN, group 1|I27.21 (I27.0)
    A|Questions about menopause|
    A|R/O celiac|
    A|RA: TB and hepatitis testing before biologic|M06.9
    A|Rabies vaccine series dose 2|Z23 (Z20.3)
    A|Rash resolved|(R21)
    A|Rash-free today|
    A|Reactive airway disease|J45.909
    A|Red eye OD; iritis ruled out|H57.89
    A|Referred for amputation|
    A|REM sleep behavior disorder|G47.52
    A|Removal of orthopedic hardware, encounter|Z47.2
    A|Request for circumcision|Z41.2
    A|Requests testing for syphilis|
    A|Resolved otitis media|(Z09) (Z86.69)
    A|Restless legs due to iron deficiency|G25.81 E61.1
    A|Rib contusion, left side, initial encounter|S20.212A
    A|Right ankle sprain, initial encounter|S93.401A
    A|Right clavicle fracture, initial encounter|S42.001A
    A|Right flank pain|R10.A1
    A|Right hip flexor strain, initial|S76.011A
    A|RIH, reducible|K40.90
    A|Ringworm of scalp|B35.0
    A|Rotator cuff tear possible, shoulder pain left|M25.512
    A|Routine eye exam, normal|Z01.00
    A|RSV bronchiolitis|J21.0
    A|RTA type 4|N25.89
    A|S/p bilateral mastectomy for BRCA2|Z90.13 (Z15.01) (Z40.01)
    A|S/p cholecystectomy|Z90.49
    A|s/p left CEA|(Z98.890)
    A|s/p PCI 2019|Z98.61 (Z95.5)
    A|Saddle PE|I26.92
    A|SCC of skin|C44.92
    A|Scheduled mastectomy|
    A|Screening for diabetes|Z13.1
    A|Scrotal swelling|N50.89
    A|Second degree burn right palm, initial encounter|T23.251A
    A|Secondary diabetes due to chronic pancreatitis|E08.9 K86.1
    A|Secondary hyperparathyroidism of renal origin|N25.81
    A|Secondary progressive MS, not active|G35.C2
    A|Secondhand smoke exposure|Z77.22
    A|Seems like tennis elbow|
    A|Seizure free|
    A|Seizure-free epilepsy|G40.909
    A|Seizure: EEG for epilepsy, MRI for tumor|R56.9
    A|Sepsis due to E. coli UTI, resolved|(A41.51) (N39.0) (Z86.19) (Z87.440)
    A|Septic olecranon bursitis left elbow|M71.122
    A|Sever's disease, right heel|M92.61
    A|Severe AS with moderate MR|I08.0
    A|Shingles shot|Z23
    A|Shingles, left T5 dermatome|B02.9
    A|Shoulder pain, no rotator cuff tear on MRI, right|M25.511
    A|Sinusitis: augmentin, risk of C. diff|J32.9 (J01.90)
    A|Situational anxiety|F41.9
    A|Slapped cheek|B08.3
    A|SLE with pericarditis|M32.12
    A|Slipped disc lumbar|M51.26 (M51.27) (M51.369)
    A|Smoking history: 20 pack years, quit 2015|Z87.891
    A|Solitary kidney, acquired|Z90.5
    A|Spider veins|I78.1
    A|Sprain of ATFL left ankle, subsequent visit|S93.492D
    A|STD exposure|Z20.2
    A|STI screening|Z11.3 (Z11.8)
    A|Strangulated right inguinal hernia|K40.30 (K40.40)
    A|Strep exposure, asymptomatic|Z20.818
    A|Strep pharyngitis|J02.0
    A|Stress fracture left tibia, initial encounter|M84.362A
    A|Stroke 2021: no deficits, continue aspirin and statin for secondary prevention|Z86.73 (Z79.82)
    A|Stroke, acute left MCA|I63.512
    A|Stroke-free|
    A|Subdural hematoma, chronic|I62.03
    A|Subsegmental PE, single|I26.93
    A|Subungual hematoma left great toe, initial encounter|S90.212A
    A|Surgical clearance; no cardiac contraindication|Z01.818
    A|Suspected cholelithiasis, nausea|R11.0
    A|Suspected rotator cuff tear with left shoulder pain|M25.512
    A|Swimmer's ear right|H60.331
    A|Symptom-free|
    A|Symptom-free, concussion resolved|(Z87.820) (Z09)
    A|Sz|R56.9 (G40.909)
    A|T2DM with ED|E11.69 N52.1
    A|T2DM. Microalbumin ordered to screen for nephropathy.|E11.9
    A|T2DM. Refer to ophthalmology to screen for retinopathy.|E11.9
    A|T2DM: SGLT2, counselled on yeast infection and DKA|E11.9 (Z79.84)
    A|T2DM; CGM ordered; insulin pump discussed|E11.9
    A|Tachycardia|R00.0
    A|Tarsal tunnel syndrome right|G57.51
    A|TD|
    A|Tear of medial meniscus, old, right knee|(M23.203) (M23.303) (M23.205) (M23.206)
    A|Tennis elbow left|M77.12
    A|Thalassemia alpha trait|D56.3
    A|Thrombocytopenia: smear, HIV, HCV, H. pylori tests|D69.6
    A|Thyroid nodule: FNA to rule out malignancy|E04.1
    A|Tick bite, right thigh|S70.361D W57.XXXD
    A|TMJ disorder, left|M26.602
    A|Torn meniscus right knee|S83.206D (S83.206A) (S83.209D) (S83.206D)
    A|Tourette's|F95.2
    A|Travel advice encounter, going to Peru|Z71.84
    A|Travel vaccines for trip to Kenya|Z23 (Z71.84)
    A|Tremor: essential vs Parkinson's|R25.1
    A|Trichomonas vaginitis|A59.01
    A|TTP|M31.19
    A|Type 2 diabetes mellitus, A1c 6.8|E11.9
    A|Typical atrial flutter s/p ablation, now recurrent|I48.3
    A|Uncertain significance VUS in BRCA2|(Z15.01)
    A|Unstable angina|I20.0
    A|Unstageable pressure ulcer left heel|L89.620
    A|UPJ obstruction|N13.5 (Q62.39) (N13.8)
    A|Urethral discharge: treat empirically for gonorrhea and chlamydia|R36.9
    A|URI: no pneumonia, no strep, COVID negative|J06.9
    A|Vaccine safety counseling|Z71.85
    A|Vaccines only visit|Z23
    A|Vaginal bleeding, no miscarriage|N93.9
    A|Vaginal candidiasis|B37.31
    A|Varicose veins of bilateral legs with pain|I83.813
    A|Vasectomy consult|(Z30.09)
    A|Vasectomy consult, desires sterilization|Z30.09 (Z30.2)
    A|Vasectomy evaluation|
    A|Vasectomy performed today|Z30.2
    A|Vasectomy scheduled|(Z30.2)
    A|Vasectomy today|Z30.2
    A|Vertigo: HINTS reassuring, no stroke|R42
    A|Vestibular migraine|G43.809
    A|Viral gastroenteritis|A08.4
    A|Vit D def|E55.9
    A|Vitamin D deficiency|E55.9
    A|Vocal cord nodules|J38.2
    A|VP shunt|Z98.2
    A|Walking pneumonia, Mycoplasma|J15.7
    A|Wants to be checked for diabetes|
    A|Weight loss: cancer workup, HIV, TSH|R63.4
    A|West Nile|A92.30
    A|Wisdom teeth pain|K08.89 (K01.1) (K00.6)
    A|Working diagnosis PCOS|
    A|Workup for hypertension|
    A|Worrisome for cholelithiasis|
    A|WPW|I45.6
    A|Wry neck|M43.6
    A|Zenker's diverticulum|K22.5
    P|24-hour urine for pheochromocytoma|
    P|911 for anaphylaxis|
    P|?celiac|
    P|AAOS handout: rotator cuff tears|
    P|ABI for PAD|
    P|Acetylcholine receptor antibodies for myasthenia|
    P|ADHD rating scale to teacher|
    P|Alcohol Use Disorders Identification Test 2|
    P|Aldosterone/renin for hyperaldosteronism|
    P|Allergy panel|
    P|Alzheimer's Association website|
    P|AM cortisol for adrenal insufficiency|
    P|American Diabetes Association diet|
    P|Anemia panel|
    P|Anger management class|
    P|Answered questions about dementia|
    P|Anti-nausea medicine as needed|
    P|Anticipatory guidance: choking, drowning, burns, poisoning, SIDS prevention|
    P|Anticoagulation for DVT prophylaxis after hip replacement|
    P|Anticonvulsant for nerve pain|
    P|Antihypertensive titration at next visit|
    P|Antiphospholipid antibodies, lupus anticoagulant|
    P|Antispasmodic trial|
    P|Antiviral within 72 hours if shingles appears|
    P|Anxiety scale 3|
    P|Anxiety workbook|(F41.9)
    P|Arthritis gloves|
    P|Arthritis panel|
    P|Asthma test|
    P|AV fistula creation planned|
    P|Await results for Lyme disease|
    P|Bariatric surgery planned|
    P|Bariatric surgery referral|
    P|Bariatric surgery seminar|
    P|Bartonella titers|
    P|Bleeding time|
    P|Blood donor ineligible|
    P|Blood type Rh, antibody screen|
    P|Bone scan for metastases|
    P|Bone scan for occult fracture|
    P|Botox may cause ptosis|
    P|Breast cancer genetics referral|(Z80.3)
    P|Breast implants discussed|
    P|Breast implants discussed with surgeon|
    P|Breath test for SIBO|
    P|Brochure on endometriosis and fibroids given|
    P|Bronchoscopy for sarcoidosis|
    P|Bubble study for PFO|
    P|Burn cream at bedside table in kitchen|
    P|C. diff test|
    P|CA-125, CEA|
    P|CABG vs PCI discussed|
    P|Call 911 for chest pain|
    P|Call for bruising or bleeding|
    P|Call for fever or redness|
    P|Call for fever, chills or worsening abdominal pain|
    P|Call for fever, wheezing, or poor feeding|
    P|Call for heavy bleeding, fever, or foul discharge|
    P|Call for redness, swelling, drainage or increasing pain|
    P|Call if fever >101, cough or short of breath|
    P|Call mother's oncologist|
    P|Call office for vaginal bleeding|
    P|Call us for fever or redness|
    P|Call with any fever or redness|
    P|Call with fever, chills, nausea, vomiting|
    P|Can cause depression|
    P|Capsule endoscopy for Crohn's|(K50.90)
    P|Cardiac MRI for sarcoid/amyloid|
    P|Cast care instructions given|
    P|Cataract extraction with IOL planned|
    P|Cataract surgery scheduled for the right eye|
    P|Cautioned about drowsiness|
    P|Celiac diet not needed|
    P|Celiac panel|
    P|Celiac panel, H. pylori breath test, stool calprotectin|
    P|Celiac serology|
    P|CHA2DS2-VASc score of 3 for stroke risk|
    P|Check HBsAb, rubella and varicella immunity|
    P|Check HBsAg and HIV Ab|
    P|Chlamydia test|
    P|Cold medicine OTC|
    P|Cold sore suppression, valacyclovir|(B00.1)
    P|Color blindness test|
    P|Colostomy care teaching prior to surgery|
    P|Colostomy discussed|
    P|Colostomy teaching|
    P|Complement levels, hereditary angioedema panel|
    P|Complications explained: hematoma, seroma, infection, scarring|
    P|Concussion signs reviewed|
    P|Continue heart medication|
    P|Continue PT for frozen shoulder left|M75.02
    P|COPD Assessment Test|
    P|COPD education reviewed|(J44.9)
    P|Cough syrup OTC|
    P|Counseled on infection, nonunion, stiffness|
    P|Counseled on signs of stroke|
    P|CT for appendicitis|
    P|CT for kidney stones|
    P|CT head, bleed protocol|
    P|CT to assess for appendicitis|
    P|CT to look for appendicitis|
    P|CTA chest PE protocol|
    P|Culture for gonorrhea|
    P|CURB-65 pneumonia score 0|
    P|Cystic fibrosis carrier test|
    P|Cystic fibrosis sweat test|
    P|DaTscan for Parkinson's|
    P|Dementia caregiver support group for her husband|
    P|Dementia labs|
    P|Denture adjustment|
    P|Depo: irregular bleeding, weight gain, bone loss discussed|
    P|Dermoscopy of nevi|
    P|Diabetes panel|
    P|Diabetes screening at next visit|
    P|Diabetes test|
    P|Diabetic foot care education handout|
    P|Diabetic shoes not needed|
    P|Diabetic shoes ordered|
    P|DIC panel|
    P|Diet for high cholesterol|(E78.00)
    P|Discussed circumcision with parents|
    P|Discussed dangers of opioid dependence|
    P|Discussed potential for weight gain and sedation|
    P|Discussed risk of GI bleed with NSAIDs|
    P|Discussed risk of nonunion|
    P|Discussed vasectomy|
    P|Discussed vasectomy, not interested|
    P|Domestic violence resources offered, denies abuse|
    P|Doubt appendicitis|
    P|DUI class|
    P|DVT study|
    P|DVT symptoms discussed|
    P|DVT ultrasound|
    P|EBV and CMV serologies|
    P|Echo for endocarditis|
    P|Echo for valve disease|
    P|Echo to look for endocarditis|
    P|ED for chest pain|
    P|Eligible for cochlear implant|
    P|EMG for carpal tunnel|
    P|EMG/NCS for carpal tunnel|
    P|Enroll in Arthritis Foundation exercise program|
    P|Epilepsy monitoring unit admission to characterize spells|
    P|Epworth Sleepiness Scale 6|
    P|Epworth sleepiness score 4|
    P|EUS for pancreatic cyst|(K86.2)
    P|Explained the difference between IBS and IBD|
    P|Factor V Leiden testing|
    P|Fagerstrom nicotine dependence test|
    P|Fatigue scale completed|
    P|Fatigue Severity Scale 30|
    P|Ferritin for hair loss|
    P|Fever reducer as needed|
    P|Finasteride: gynecomastia, ED, depression discussed|
    P|First-degree relatives need colon cancer screening at 40|
    P|Flu swab|
    P|Fluorescein stain for abrasion|
    P|Fluoroquinolone warning: tendon rupture, neuropathy, aortic aneurysm|
    P|Fracture prevention discussed|
    P|FRAX score: major osteoporotic fracture 8%|
    P|Full body skin cancer screening next year|(Z12.83)
    P|Fungal culture, AFB, nocardia|
    P|G6PD level before dapsone|
    P|GAD antibodies|
    P|GAD-7 of 3 today|
    P|Gastric emptying study for gastroparesis|
    P|Gave handout: Living with COPD|
    P|GI consult re: Crohn's vs UC|
    P|Giardia antigen, stool culture|
    P|Glaucoma test|
    P|Go to ED for chest pain, shortness of breath, or syncope|
    P|Go to ER for chest pain|
    P|Gonorrhea and chlamydia urine|
    P|Gonorrhea test|
    P|Handout on diabetes|
    P|Handout on migraine diet|
    P|Handout: diabetes|
    P|Handouts: osteoporosis, menopause, breast cancer|
    P|HBV DNA ordered|
    P|HCV RNA with reflex genotype|
    P|Heartburn friendly diet handout|
    P|Hemochromatosis gene test|
    P|Hepatitis C screening next visit|
    P|Hepatitis C test|
    P|Hepatitis serologies|
    P|Hepatology follow-up|
    P|Herpes PCR from lesion|
    P|Herpes test|
    P|Hip brace|
    P|Histoplasma antigen, Blastomyces antigen|
    P|HIV viral load and CD4 ordered|(B20) (Z21)
    P|HIV, RPR ordered|
    P|HIV, RPR, hepatitis panel ordered|
    P|HIV/HCV/syphilis labs today|
    P|HLA-B27|
    P|Holter for atrial fibrillation|
    P|Home oxygen evaluation|
    P|HSV, VZV swabs of lesion|
    P|Humidifier and saline to prevent nosebleeds|
    P|Hypoglycemia education, glucose tabs|
    P|If asthma worsens, step up therapy|
    P|If lipase elevated consider pancreatitis|
    P|Infection control precautions|
    P|Infection signs reviewed|
    P|Infertility labs|
    P|Influenza test|
    P|Insomnia Severity Index 6|
    P|Insulin pump consult|
    P|Insulin pump information given|
    P|Insurance requires diabetes diagnosis for Ozempic|
    P|Isotretinoin: iPLEDGE reviewed; birth defects, depression|
    P|IVC filter considered|
    P|JAK2 for polycythemia vera|
    P|Jet lag advice|
    P|Joint aspiration for gout vs septic arthritis|
    P|Joint fluid: gout, pseudogout, septic arthritis|
    P|Joint replacement discussed|
    P|Karyotype for Turner syndrome|
    P|Labs: A1c, HIV, syphilis, gonorrhea, chlamydia ordered|
    P|Lactose intolerance breath test|
    P|LASIK consult|
    P|Legionella urine antigen sent|
    P|Look for rash|
    P|Look out for rash|
    P|Loop recorder placement scheduled|
    P|Low dose CT for lung cancer screening next year|
    P|Low pretest probability of CAD|
    P|Low purine diet|
    P|Low suspicion for PE|
    P|Lung cancer screening not indicated, nonsmoker|
    P|LVAD evaluation at tertiary center|
    P|Lyme prophylaxis|
    P|Lyme test|
    P|Lyme titer|
    P|Lyme titer, EBV, CMV, mono spot pending|
    P|Lyme, EBV titers|
    P|Malaria smear x3|
    P|Malaria test|
    P|May cause nausea, constipation|
    P|Measles titer|
    P|Measles titer, varicella titer|
    P|Measles, mumps titers|
    P|MELD 9|
    P|Methacholine challenge for asthma|
    P|Migraine cocktail not needed|
    P|Migraine Disability Assessment (MIDAS) 5|
    P|Migraine prophylaxis discussed|
    P|Mono test|
    P|Mono, strep tests|
    P|Monospot and CMV IgM|
    P|Mood Disorder Questionnaire|
    P|Motion sickness patch for cruise|
    P|MRCP for bile duct stones|
    P|MRI for osteomyelitis|
    P|MRI for osteonecrosis|
    P|Mumps, measles, rubella titers|
    P|Myeloma labs|
    P|Myositis panel, CK|
    P|Narcotics Anonymous|
    P|Nebulizer machine ordered|
    P|Neuropathy labs|
    P|Neuropsych testing for dementia|
    P|NIPT for trisomy 21, 18, 13|
    P|Notify us of numbness|
    P|Notify us of rash, hives or swelling|
    P|NSAIDs may worsen kidney disease|
    P|Nutrition class: diabetes, heart disease, kidney disease prevention|
    P|Obesity increases diabetes risk in general|
    P|Obesity medicine referral|
    P|OCP counseling: risk of stroke, DVT, migraine, hypertension|
    P|OCT macula for edema|
    P|Once anemia evaluated, proceed|
    P|Order hepatitis panel|
    P|Orthotics for flat feet|(M21.40)
    P|Osteoporosis labs|
    P|Osteoporosis screening at 65|
    P|Otitis media left ear: amoxicillin|H66.92
    P|Pacemaker not indicated|
    P|Pain scale 3/10|
    P|Pamphlets: HPV, genital herpes, birth control|
    P|PCL-5 for PTSD|
    P|PCOS labs|
    P|PCR for pertussis|
    P|Peak flow meter provided|
    P|Pending workup for multiple myeloma|
    P|Pertussis PCR|
    P|PET for staging of lung cancer|(C34.90)
    P|PFO closure discussed|(Q21.12)
    P|PHQ-9, GAD-7, AUDIT, and DAST completed|
    P|PHQ-9, GAD-7, AUDIT, DAST|
    P|PJP prophylaxis with Bactrim|
    P|Plan vasectomy|
    P|Pneumococcal and legionella urinary antigens|
    P|Porphyria screen|
    P|Possible colostomy discussed|
    P|Possible ICD placement|
    P|Possible rash, liver injury and neutropenia reviewed|
    P|Potential complications include DVT, PE, infection, hardware failure|
    P|PPI use associated with C. diff and pneumonia|
    P|Prednisone side effects reviewed: hyperglycemia, insomnia, osteoporosis, glaucoma|
    P|Preeclampsia symptoms reviewed|
    P|Prenatal vitamins; desires conception|
    P|Preventing heart disease: diet and exercise|
    P|Provided heart failure education booklet|
    P|PYP scan for amyloidosis|
    P|r/o TIA|
    P|Rabies not needed|
    P|Red flags reviewed: bowel incontinence, saddle anesthesia, foot drop|
    P|Red flags reviewed: saddle anesthesia, incontinence|
    P|Red flags: incontinence, numbness|
    P|Refer to bariatric surgery|
    P|Refer to breast cancer genetics|
    P|Refer to diabetes educator|
    P|Refer to glaucoma clinic|
    P|Refer to pulmonary hypertension center|
    P|Refer to vein clinic, glaucoma specialist|
    P|Referral for bariatric surgery|
    P|Referral to diabetes educator for prevention class|
    P|Renal function panel|
    P|Renal US for hydronephrosis|
    P|Report blurred vision, halos, or eye pain|
    P|Return if chest pain, shortness of breath or syncope|
    P|Return precautions for bleeding, black stools, dizziness|
    P|Risks of biologics: TB reactivation, lymphoma|
    P|Risks of surgery: infection, bleeding, nerve injury, DVT, PE, stroke, death|
    P|Rotator cuff strengthening exercises|
    P|RSV shot at pharmacy|
    P|Safety plan for suicidal thoughts in place|(R45.851)
    P|Safety: helmets, seat belts, drowning, firearms, burns|
    P|Scabies prep|
    P|Schedule vasectomy|
    P|School form for asthma|
    P|Second opinion regarding MS|
    P|Seek care for numbness, weakness, or incontinence|
    P|Seek care for vomiting|
    P|Seek medical attention for vomiting|
    P|Seizure precautions|
    P|Semen analysis for infertility|
    P|Send C. diff toxin PCR|
    P|Send HIV|
    P|Send HIV, hepatitis B, and syphilis serologies|
    P|Send mole for pathology|
    P|Sepsis labs|
    P|Sepsis not suspected|
    P|Shingrix #2 administered|Z23
    P|Sickle cell, lead, and TB testing today|
    P|Side effects include nausea|
    P|Side effects such as nausea, constipation reviewed|
    P|Side effects: nausea|
    P|Side effects: nausea, constipation, sedation|
    P|Signs of concussion reviewed|
    P|Signs of infection reviewed|
    P|Skin prick testing for food allergy|
    P|Skin scraping KOH for tinea|
    P|Sleep apnea test|
    P|Sleep study to evaluate for narcolepsy|
    P|Sleepiness scale 5|
    P|Smoke alarm check|
    P|Smoking increases the risk of lung cancer|
    P|Social work for housing|
    P|Spinal cord stimulator trial|
    P|Spinal cord stimulator trial discussed|
    P|Spirometry to assess for COPD|
    P|Splenectomy vaccines: meningococcal, pneumococcal, Hib|
    P|Start tamsulosin, watch for orthostatic hypotension|
    P|STD prevention|
    P|Stone analysis|
    P|Stool C. diff|
    P|Stool for C. diff, ova and parasites, H. pylori|
    P|STOP-BANG questionnaire 2|
    P|Strep culture sent|
    P|Stress management app|
    P|Stroke code protocol reviewed with staff|
    P|Substance abuse counselor referral|
    P|Sutured 2 cm laceration of right forearm|S51.811A
    P|Swab for herpes|
    P|Sweat chloride for cystic fibrosis|
    P|Syphilis serology today|
    P|Syphilis test|
    P|TB testing|
    P|Test for pertussis|
    P|Test partner for chlamydia|
    P|Tested for pertussis|
    P|Tetanus, diphtheria, pertussis vaccine given|(Z23)
    P|Thrombophilia panel|
    P|Tick bite prevention|
    P|Tick panel: Lyme, Anaplasma, Babesia|
    P|Tilt table test for POTS|
    P|To ED for chest pain|
    P|To ER for chest pain, stroke symptoms, or suicidal thoughts|
    P|To ER for seizure, stridor, or dehydration|
    P|Tobacco quit line number given|
    P|Topics covered: depression, domestic violence, STI, drugs|
    P|Toradol for kidney stone pain|N20.0
    P|Toxoplasma IgG and CMV IgG ordered|
    P|Tracheostomy not wanted|
    P|Trigger point injections next visit|
    P|Tryptase for mastocytosis|
    P|Tylenol prn pain or fever|
    P|Tympanometry for effusion|
    P|Untreated apnea can lead to heart failure|
    P|Urine for gonorrhea|
    P|Urine for gonorrhea, chlamydia, and trichomonas|
    P|Urine gonorrhea/chlamydia|
    P|US for DVT|
    P|Vaccines due: hepatitis B, HPV, shingles, pneumonia|
    P|Vaccines: shingles, pneumonia|
    P|Vanderbilt ADHD forms given|
    P|Vasculitis labs|
    P|Vasectomy discussed|
    P|Venous doppler negative for DVT|
    P|Venous duplex, DVT study|
    P|Vertigo exercises if returns|
    P|Video on atrial fibrillation watched|
    P|Videonystagmography, BPPV testing|
    P|Visual field test for glaucoma|
    P|Voiding cystourethrogram, reflux study|
    P|Walker and cane ordered|
    P|Warfarin for atrial fibrillation|I48.91 (Z79.01)
    P|Warn of rash|
    P|Warned about rash and diarrhea|
    P|Warned of hypoglycemia with glipizide|
    P|Warned of rash|
    P|Warning signs of stroke reviewed|
    P|Warning signs: headache, blurry vision, RUQ pain, edema|
    P|Wear knee brace|
    P|Weight loss of 10 lb goal|
    P|Wells score for DVT 0|
    P|When gout flares take colchicine|(M10.9)
    P|Will need pacemaker evaluation before surgery|
    P|Will schedule ablation|
    P|Wilson disease labs: ceruloplasmin|
    P|Wood's lamp for vitiligo|
    P|Work restrictions due to injury|
    P|Wrist fracture splint|
    P|Zofran PRN nausea|(R11.0)
    H|Appendectomy 1998, cholecystectomy 2005|(Z90.49)
    H|Broken arm age 8|(Z87.81)
    H|C-section x2|(Z98.891)
    H|Childhood asthma, outgrown|(Z87.09)
    H|Concussion 2012|(Z87.820)
    H|Denies history of MI, CVA, DVT, or PE|
    H|Family: father MI, mother breast cancer|(Z82.49) (Z80.3)
    H|Hip fracture 2018, healed|(Z87.81)
    H|Hysterectomy for fibroids 2010|(Z90.710)
    H|Kidney stones|(Z87.442) (N20.0)
    H|Kidney transplant 2012|(Z94.0)
    H|Peptic ulcer 1990s|(Z87.11)
    H|Pneumonia 2015|(Z87.01)
    H|Stroke 2018 without deficits|(Z86.73)
    H|Tubal ligation|(Z98.51)
    S|Grief after the death of his wife from ovarian cancer|(F43.21) (Z63.4)
    S|He read online about prostate cancer and is concerned|(Z71.1)
    S|Here for results of HIV, hepatitis and syphilis tests, all negative|
    S|Husband had a vasectomy|
    S|No known drug allergies|
    S|Not pregnant, no vaginal bleeding|
    S|On birth control|(Z79.3) (Z30.41)
    S|PCP thought she had pneumonia but chest x-ray was clear|
    S|Quit smoking 10 years ago|(Z87.891)
    S|Recently tested for covid, flu and strep at pharmacy|
    S|Sister had ovarian cancer|(Z80.41)
    S|Sprained ankle in 2010, healed|(Z87.828)
    S|Stopped drinking 2 years ago|
    S|Teaches at the autism center; coaches basketball|
    S|Uses sunscreen to prevent skin cancer|
    S|Vaccinated for measles, mumps and chickenpox|
    S|Volunteers at the AIDS walk|
    S|Without fever, rash or weight loss|
    S|Works as a dialysis technician|
    E|Breast exam: no masses, nipple discharge or dimpling|
    E|Chest: no rales, rhonchi or wheeze, normal percussion|
    E|Ears: hearing grossly normal, no cerumen impaction|
    E|Lungs clear, no wheezes|
    E|Lymphatics: nonpalpable|
    E|Negative Phalen and Tinel, no thenar atrophy|
    E|No asterixis, no spider angiomata|
    E|Painless range of motion of the hip|
    E|PERRLA, EOMI, no strabismus, anicteric sclerae|
    E|Prostate smooth, no nodules, nontender|
    E|Pulses 2+, no claudication|
    E|Scar from appendectomy, well healed|(Z90.49) (L90.5)
    E|Skin warm and dry, no rash or jaundice|
    R|Cancer antigen 19-9 normal|
    R|Chest x-ray: no active disease, heart not enlarged|
    R|CT sinus negative for sinusitis or polyps|
    R|DEXA T-score -0.5, normal, no osteoporosis|
    R|Echo: EF 60%, no valvular disease|
    R|EKG: no ischemia, no atrial fibrillation|
    R|EMG normal, no carpal tunnel syndrome|
    R|Factor V Leiden: not detected|
    R|FIT test negative for blood|
    R|Hepatitis B surface antibody positive|
    R|Mammogram BIRADS 1|
    R|MRI brain: no acute infarct, no mass|
    R|MRI lumbar: no stenosis, no herniation|
    R|Pelvic US: normal ovaries, no fibroids|
    R|Platelets 220|
    R|Sickle screen negative|
    R|Sleep study: AHI 2, no sleep apnea|
    R|Urine drug screen negative for cocaine and opiates|
    N|11 month old. Assessment: Fever, viral syndrome.|B34.9 (R50.9)
    N|12 yo F. Assessment: Infectious mononucleosis.|B27.90
    N|12 yo. Assessment: Closed Salter-Harris II fracture of right distal radius.|S59.221A
    N|13 yo M Sever disease both heels. Heel cups. No stress fracture.|M92.61 M92.62
    N|15 yo M concussion 2 weeks ago, symptoms resolved, cleared to return to play.|(S06.0XAD) (S06.0X0D) (Z09) (Z87.820)
    N|16 yo M. Assessment: Osgood Schlatter, right knee.|M92.521
    N|2 day old M. Assessment: Tongue tie.|Q38.1
    N|2 yo. Assessment: Croup.|J05.0
    N|2 yo. Assessment: Swallowed a penny.|T18.9XXA
    N|20 yo M facial acne. Start doxycycline, warn of sunburn, esophagitis, yeast.|L70.9 (L70.0)
    N|21 yo M rolled left ankle playing soccer. No fracture on X-ray. Ankle sprain left. RICE. Avoid reinjury.|S93.402A (Y93.66)
    N|22 yo F. Assessment: Missed period, urine pregnancy test negative.|Z32.02 (N92.6) (N91.2)
    N|24 yo F sore on lip. Herpes labialis. Avoid kissing. HIV test declined.|B00.1
    N|25 yo M. Assessment: Nasal bone fracture, closed.|S02.2XXA
    N|28 yo M low back pain after lifting at work. No radiculopathy or incontinence. Lumbar strain. Light duty.|S39.012A (X50.0XXA) (Y99.0)
    N|29 yo M. Assessment: Scalp laceration, 3 cm, stapled.|S01.01XA
    N|31 yo female. Assessment: Gestational hypertension, third trimester, 36w2d.|O13.3 Z3A.36
    N|33 yo M hydrocele vs hernia. Scrotal swelling right. US ordered.|N50.89
    N|35 yo F, IUD strings check. No pain, fever, discharge. Strings visible. No infection or pregnancy concern.|Z30.431
    N|38 yo F. Assessment: Lisfranc sprain left foot.|S93.622A
    N|4 yo. Assessment: Functional constipation with encopresis.|K59.04 R15.9
    N|41 yo M vasectomy counseling. Risks hematoma, infection, chronic pain, failure. Procedure scheduled.|Z30.09 (Z30.2)
    N|43 yo F. Assessment: PCL sprain, right knee.|S83.521A
    N|45 yo M gout prophylaxis. No flare. Chronic gout, no tophi. Allopurinol; rash, SJS warnings.|M1A.9XX0
    N|5 yo. Assessment: Foreign body in left nostril.|T17.1XXA
    N|51 yo M trigger finger left middle. Injection. Warn of infection, tendon rupture, diabetes flare.|M65.332
    N|54 yo F right hand numbness. EMG ordered for carpal tunnel vs radiculopathy.|R20.0
    N|54 yo M pilonidal cyst, no abscess. Excision scheduled.|L05.91
    N|58 yo F, colonoscopy screening consult. No bleeding. Mother had colon cancer at 60.|Z12.11 Z80.0
    N|6 yo. Assessment: Foreign body in right ear canal, bead.|T16.1XXA
    N|6 yo. Assessment: Strep throat.|J02.0
    N|61 yo M foot exam. DM2. No neuropathy, ulcer, or callus. Onychomycosis debrided.|E11.9 B35.1
    N|62 yo F. Slipped on wet floor. Assessment: Colles' fracture left wrist.|S52.532A (W01.0XXA) (W18.30XA)
    N|67 yo M PSA screening. No LUTS. Discussed prostate cancer risk, biopsy, incontinence, impotence.|Z12.5
    N|68 yo M with R knee OA. Injected Kenalog. Watch blood sugar; call for redness, fever or swelling.|M17.11
    N|7 yo M. Assessment: Legg-Calve-Perthes, left hip.|M91.12
    N|7 yo. Assessment: Nocturnal enuresis.|N39.44
    N|72 yo F wound check. Skin tear right shin healing. No cellulitis. Dressing changed.|S81.811D (S81.811A) (Z48.00) (Z48.01)
    N|8 month old. Assessment: RSV bronchiolitis.|J21.0
    N|8 yo M with itchy scalp, nits seen. Pediculosis capitis. Permethrin. School note.|B85.0
    N|9 month old. Assessment: Diaper candidiasis.|B37.2 (L22)
    N|Alcohol: 2 drinks a week. Tobacco: never. Drugs: none.|
    N|Angina-free since stent.|(Z95.5)
    N|Annual exam, normal. Flu shot given.|Z00.00 Z23
    N|Asked about shingles vaccine; deferred.|
    N|Breathlessness on exertion.|R06.09 (R06.02) (R06.00)
    N|Call if jaundice, melena, or confusion.|
    N|Chronic cough 3 months. Spirometry normal: no asthma. GERD therapy trial.|R05.3 (K21.9)
    N|Cold sore starting; valacyclovir.|B00.1
    N|Covid exposure, test negative.|Z20.822
    N|Depression screening negative. Anxiety questionnaires normal.|(Z13.31)
    N|Did not have a stroke per ER. TIA not confirmed.|
    N|Disability exam.|Z02.71
    N|Drug-free.|
    N|Elevated PSA 6.2. Biopsy scheduled; infection, bleeding, sepsis risks. No prostate cancer known.|R97.20
    N|Family history: diabetes, colon cancer, stroke, MI.|(Z83.3) (Z80.0) (Z82.3) (Z82.49)
    N|Fever-free for 24 hours.|
    N|Follow up asthma, well controlled, uses albuterol rarely.|J45.909
    N|Form for handicap placard filled out.|
    N|Gluten-free diet for celiac disease.|K90.0
    N|Gout well controlled. No tophi. Uric acid 5.2.|M10.9 (M1A.9XX0)
    N|Headache, no red flags, likely tension.|R51.9
    N|Heartburn twice weekly despite PPI. EGD to look for Barrett's.|R12
    N|Hepatitis B, hepatitis C and HIV negative.|
    N|Hx breast ca 2012. Annual mammogram due.|Z85.3 (Z12.31)
    N|Insulin resistance; does not have diabetes.|E88.819
    N|Iron pills upset stomach. Hgb 13, anemia resolved.|(Z86.2) (K30) (R10.13)
    N|Itching all over, cause unclear; rule out liver disease.|L29.9
    N|Itchy eyes and sneezing each spring; allergic rhinitis.|J30.9 (J30.2)
    N|Kidney stone prevention visit. Prior stones, none now. Hydration, low oxalate.|Z87.442 (Z71.3)
    N|Migraine-free for years.|
    N|Mother has Alzheimer's; patient worried about her own memory. MoCA normal.|(Z82.0) (R41.3) (Z71.1)
    N|No signs of heart failure. Weight stable.|
    N|Not a transplant candidate.|
    N|Nurse visit for BP check, 128/76, no hypertension.|Z01.30
    N|Nurse visit. Flu vaccine given left arm. No reaction.|Z23
    N|Pain free since gallbladder removed.|(Z90.49)
    N|Palpitations, Holter ordered to look for Afib.|R00.2
    N|Patient asks about Lyme disease after hike; no tick bite, no rash. Reassured.|(Z71.1)
    N|Patient did not show for fracture follow up.|(Z91.199) (Z53.20) (Z53.29) (Z53.8)
    N|Positive RPR 1:32, secondary syphilis. Penicillin given. HIV negative.|A51.49 (A51.39)
    N|Possible Cushing's. Weight gain and striae. Check midnight salivary cortisol.|R63.5 (L90.6)
    N|Post cataract surgery day 1 right, no endophthalmitis, IOP normal.|(Z98.41) (Z48.810) (Z96.1) (Z09)
    N|Pre-employment physical, drug screen negative.|Z02.1
    N|Pregnancy test negative.|Z32.02
    N|Rash on trunk, herald patch. Pityriasis rosea. RPR to rule out syphilis.|L42
    N|Rash, doubt shingles. Contact dermatitis.|L25.9
    N|Refill of thyroid medicine; hypothyroidism stable.|E03.9 (Z76.0)
    N|Seen by PT for gait training after stroke last year; no residual deficits now.|Z86.73
    N|Seen for diabetes education class, type 2 DM.|E11.9 (Z71.89)
    N|Seizure-free for 2 years on Keppra, epilepsy.|G40.909
    N|Smoke-free home.|
    N|Snoring; sleep study ordered for suspected OSA.|R06.83
    N|Sports physical normal.|Z02.5
    N|Symptom-free from asthma since childhood.|(Z87.09) (J45.909)
    N|Tired. Screens for depression, sleep apnea, anemia, hypothyroid all negative.|R53.83
    N|Vaccine record shows measles, mumps, rubella, polio.|
    N|Vegan, B12 checked and normal.|(Z78.9)
    N|Viral illness vs allergies. Runny nose.|J34.89
    N|Wants to be tested for HIV, no risk factors.|(Z11.4)
    N|Warned of Stevens-Johnson, hepatitis and pancytopenia.|
    """
}
