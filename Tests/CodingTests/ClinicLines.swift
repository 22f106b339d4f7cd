/// Single lines of outpatient notes with the codes that a coder may give them, written by us.
///
/// Each is a kind, the line and its codes, with bars between. `A` stands in an assessment. The others stand in a note whose
/// assessment is low back pain: `P` in a plan behind it, `Q` under it in an assessment and plan, `H` in the past history, `E` in
/// the examination, `R` in the results, `S` in the story. `N` is a whole note. A code in parentheses may be there or not; no other
/// may be there. Half of the lines name problems, half of them what only looks like one: tests, warnings, handouts, relatives,
/// operations to come.
enum ClinicLines {
  static let text = """
    A|? Cholelithiasis|
    A|? CTS, R hand tingling|R20.2
    A|? Stress fracture|
    A|A flutter|I48.92
    A|Abd pain|R10.9
    A|AC joint arthritis right|M19.011
    A|ACL tear right knee, initial|S83.511A
    A|Acute lumbar strain, initial encounter|S39.012A
    A|Acute tonsillitis due to strep|J03.00
    A|ADD, inattentive|F90.0
    A|ADPKD|Q61.2
    A|Afib. Discussed risk of stroke and bleeding.|I48.91
    A|Age-related osteoporosis with vertebral compression fracture, healing|M80.08XD
    A|AIH|K75.4
    A|AK of scalp|L57.0
    A|AK x4 scalp.|L57.0
    A|AKI, prerenal vs ATN|N17.9
    A|Alcohol use disorder: naltrexone, hepatitis panel, no withdrawal|F10.20 (F10.90)
    A|ALL in remission|C91.01
    A|Alopecia areata|L63.9
    A|ALS|G12.21
    A|Amiodarone monitoring|Z51.81 (Z79.899)
    A|Amputation scheduled for gangrene of right foot|I96
    A|AMS|R41.82
    A|Anemia due to GI bleed|D50.0 K92.2 (D62) (D64.9)
    A|Anemia of CKD 5 on Epogen|N18.5 D63.1
    A|Anemia vs lab error|
    A|Angina pectoris|I20.9
    A|Ankle sprain, recovered|
    A|Annual wellness visit|(Z00.00)
    A|Anti-TNF monitoring|(Z79.620) (Z51.81)
    A|Anticoagulation management|(Z79.01) (Z51.81)
    A|Antisynthetase syndrome|(D89.89)
    A|Anxiety: GAD-7 12, start buspirone; avoid benzodiazepine dependence|F41.9
    A|Anxious about breast cancer|
    A|AOM|H66.90
    A|AOM right|H66.91
    A|Aphasia following CVA|I69.320
    A|Appears to be allergic rhinitis|
    A|Appendicitis unlikely; RLQ pain|R10.31
    A|APS on warfarin|D68.61 Z79.01
    A|Arthralgias: doubt RA; lupus serologies pending|M25.50
    A|AS, mild: echo in 2 years, endocarditis prophylaxis not needed|I35.0
    A|Asks about endometriosis|
    A|Asthma, mild intermittent: rinse mouth to avoid thrush|J45.20
    A|Asthma-COPD overlap|J44.89 (J45.909)
    A|Asymptomatic inguinal hernia, right|K40.90
    A|Atopic dermatitis|L20.9
    A|Atopic dermatitis, flexural|L20.82 (L20.89)
    A|Attention to colostomy|Z43.3
    A|Atypical glandular cells on pap|R87.619
    A|AUB, perimenopausal.|(N92.4) (N93.9) (N93.8)
    A|AVN right femoral head|M87.051
    A|Awaiting knee replacement, OA right knee|M17.11
    A|Awaiting liver transplant|Z76.82
    A|B12 def|E53.8
    A|Back pain: no cauda equina, no fracture, no cancer history|M54.9 (M54.50)
    A|Bacteremia|R78.81
    A|Bacterial conjunctivitis OD.|(H10.9) (H10.89) (H10.021) (H10.31) (H10.011)
    A|Barrett's with low-grade dysplasia|K22.710
    A|Belly button hernia|K42.9
    A|Bilateral primary OA of knees, R > L|M17.0
    A|Bladder infection|N30.90
    A|Blurry vision OU, cataracts suspected|H53.8
    A|BMI 23|(Z68.23)
    A|Bone spur of right heel|M77.31
    A|Boxer's fracture right 5th metacarpal neck, initial encounter, closed, displaced|S62.336A
    A|BPH: tamsulosin, counsel on dizziness, PSA ordered to screen for prostate cancer|N40.0 (Z12.5)
    A|Brachial plexopathy left|G54.0
    A|BRCA1 carrier|Z15.01
    A|Breast cancer, left, UOQ, ER+ on anastrozole.|C50.412 Z17.0 Z79.811 (Z17.410)
    A|Breast lump, left, UOQ|N63.21
    A|Bright red blood per rectum: hemorrhoids vs fissure|K62.5
    A|Broken tooth, traumatic, tooth #8, initial encounter|S02.5XXA
    A|Bronchitis: no pneumonia, cough may last 3 weeks|J40
    A|Bunionette left foot|M21.622
    A|BV.|N76.0 (B96.89)
    A|CAD of bypass graft with angina|I25.709
    A|CAD. Stress test positive, cath scheduled. CABG possible.|I25.10 (R94.39)
    A|Camp physical|Z02.89
    A|Canker sores|K12.0
    A|CAP|J18.9
    A|Carotid stenosis, left, 60%.|I65.22
    A|Carpal tunnel syndrome b/l|G56.03
    A|Castration-resistant prostate cancer|C61 Z19.2
    A|CD|
    A|Cellulitis vs DVT left leg: doppler|
    A|Cellulitis: no abscess, no DVT|L03.90
    A|Chafing|L30.4 (L98.8)
    A|Chalazion right upper eyelid|H00.11
    A|Chemo-induced neuropathy|G62.0 T45.1X5A
    A|Chest pain, likely musculoskeletal|R07.9 (R07.89)
    A|CHF exacerbation|I50.9
    A|Chlamydia, urethral|A56.01
    A|Cholelithiasis - rule out|
    A|Cholelithiasis likely|
    A|Cholelithiasis not found|
    A|Cholelithiasis not seen|
    A|Cholelithiasis probable|
    A|Cholelithiasis ruled out|
    A|Cholelithiasis suspected|
    A|Cholelithiasis versus gastritis|
    A|Cholelithiasis vs gastritis|
    A|Cholelithiasis, r/o|
    A|Cholelithiasis?|
    A|Chronic cholecystitis with stones|K80.10
    A|Chronic cough, r/o GERD.|R05.3
    A|Chronic hep C, genotype 1a, treatment naive|B18.2
    A|Chronic indwelling Foley|(Z96.0) (Z97.8)
    A|Chronic obstructive asthma|J44.89
    A|Chronic pancreatitis from alcohol|K86.0 (F10.20)
    A|Chronic PE|I27.82
    A|Chronic resp failure with hypercapnia|J96.12
    A|Chronic small vessel ischemic disease|(I67.82) (I67.89)
    A|Circumcision, newborn|Z41.2
    A|Cirrhosis: no ascites, no encephalopathy, EGD for varices|K74.60
    A|CKD 3a: secondary hyperparathyroidism labs, anemia labs|N18.31
    A|CKD IIIb due to HTN|I12.9 N18.32
    A|Closed fracture, left ankle, bimalleolar, s/p ORIF|S82.842D
    A|Closed nondisplaced fracture of distal radius, left, initial encounter|S52.502A
    A|Cluster headache, episodic|G44.019
    A|CML|C92.10
    A|CML in chronic phase on imatinib|C92.10 (Z79.899)
    A|Coccydynia|M53.3
    A|Cognitive decline, workup in progress|R41.89 (R41.81) (R41.9)
    A|Cold sore|B00.1
    A|Colles fracture R, closed, routine healing, subsequent|S52.531D
    A|Colon cancer screening: Cologuard ordered|Z12.11 (Z12.12)
    A|Colon cancer, sigmoid|C18.7
    A|Community-acquired pneumonia, RLL|J18.9
    A|Compatible with ringworm, annular rash arm|R21
    A|Complete heart block s/p pacemaker|Z95.0 (I44.2)
    A|Concerned about prostate cancer|
    A|Concerning for cholelithiasis|
    A|Concussion without LOC, initial encounter|S06.0X0A
    A|Conjunctivitis, left|H10.9
    A|Consistent with plantar fasciitis, heel pain left|M79.672
    A|Constipation: colonoscopy UTD, TSH for hypothyroidism|K59.00
    A|Consult for pacemaker|
    A|Contact lens fitting|Z46.0
    A|Contusion of left thigh, initial encounter|S70.12XA
    A|COP|J84.116
    A|COPD GOLD 3|J44.9
    A|COPD with emphysema|J43.9
    A|COPD: smoking cessation, lung cancer screening discussed|J44.9 (F17.200)
    A|Cor pulmonale, chronic|I27.81
    A|Corneal abrasion OD, initial encounter|S05.01XA
    A|Cosmetic Botox for glabellar lines|Z41.1 (L98.8) (L57.4)
    A|Cough, ?asthma|R05.9
    A|Could be shingles|
    A|COVID vaccine refusal|Z28.21 (Z28.310)
    A|COVID: paxlovid, isolate, return if hypoxia or confusion|U07.1
    A|Crohn's colitis with fistula|K50.113
    A|CTEPH|I27.24
    A|CTS right|G56.01
    A|CTS, bilateral.|G56.03
    A|Cubital tunnel syndrome, left|G56.22
    A|Cystic fibrosis with lung disease|E84.0
    A|DCIS left breast|D05.12
    A|Declined HIV testing|
    A|Decompensated cirrhosis due to hepatitis C, with ascites|K74.60 R18.8 B19.20
    A|Dependence on oxygen|Z99.81
    A|Depression - stable on Lexapro. Denies SI, mania, or psychosis.|F32.A
    A|Depression screening negative|(Z13.31)
    A|Depression: SSRI, black box suicidality, serotonin syndrome, hyponatremia discussed|F32.A
    A|Dermatographism|L50.3
    A|Diabetes type 2. Counselled on foot ulcers, retinopathy, nephropathy.|E11.9
    A|Diabetic retinopathy, T2DM|E11.319
    A|Diabetic ulcer left heel, fat layer exposed.|E11.621 L97.422
    A|Diaphragm fitting|Z30.018
    A|Diarrhea: stool culture, C. diff, Giardia, celiac panel|R19.7
    A|Dilated cardiomyopathy|I42.0
    A|Disability exam|Z02.71
    A|Diverticulosis of colon without bleeding|K57.30
    A|DKD, CKD 3a, type 2|E11.22 N18.31
    A|DM2 uncontrolled, A1c 9.8%|(E11.65) (E11.9)
    A|DOE|R06.09
    A|Dog bite left forearm, initial encounter|S51.852A (W54.0XXA)
    A|Dressing change, surgical wound|Z48.01 (Z48.00)
    A|DVT suspected, leg pain right|M79.604
    A|DVT, RLE, acute|I82.401
    A|Dysarthria after stroke|I69.322
    A|Dysplastic nevus, back|D22.5
    A|Dyspnea, concern for CHF|R06.00
    A|Dyspnea: BNP for heart failure, D-dimer for PE|R06.00
    A|Ear piercing|Z41.3
    A|ED|N52.9
    A|ED due to type 2 diabetes|E11.69 N52.1
    A|ED, organic.|N52.9
    A|Education about endometriosis|
    A|EIB|J45.990
    A|Elevated LFTs: hepatitis panel, iron studies, ceruloplasmin, autoimmune hepatitis serology|R79.89 (R74.01)
    A|Elevated PSA|R97.20
    A|Elevated PSA, biopsy negative for cancer|R97.20
    A|Elevated troponin|R79.89
    A|Employment drug screen|Z02.83
    A|Encounter for contraceptive counseling|Z30.09
    A|Enlarged prostate|N40.0
    A|EoE|K20.0
    A|Epigastric pain x 3 wks.|R10.13
    A|Epilepsy, focal, well controlled on LEV.|G40.109 (G40.209)
    A|Epilepsy, well controlled on Keppra|G40.909
    A|Epistaxis, anterior|R04.0
    A|Equivocal for cholelithiasis|
    A|ER+ invasive ductal carcinoma of left breast, UOQ|C50.412 Z17.0
    A|Esophageal adenocarcinoma, distal|C15.5
    A|Esophageal stricture with GERD|K21.9 K22.2
    A|Esophageal varices in cirrhosis, not bleeding|K74.60 I85.10
    A|Essential thrombocythemia|D47.3
    A|Eval for sleep apnea|
    A|Evaluate for carpal tunnel; hand numbness right|R20.0
    A|Evaluation for bariatric surgery|
    A|Evaluation for cochlear implant|
    A|Evaluation for pacemaker|
    A|Exercise counseling|Z71.82
    A|Exercise-induced asthma|J45.990
    A|Exposure to strep|Z20.818
    A|Fall at home without injury|Z04.3 (W19.XXXA) (Z91.81) (Y92.009)
    A|Fallen bladder|N81.10
    A|Fam hx of sudden cardiac death|Z82.41
    A|Familial Mediterranean fever|M04.1
    A|Family h/o thyroid cancer|Z80.8
    A|Family history of hemochromatosis: ferritin, HFE gene|Z83.49 (Z83.438)
    A|Fatigue: check TSH, CBC, vitamin D, rule out anemia and hypothyroidism|R53.83
    A|Fatty liver due to alcohol|K70.0 (F10.90)
    A|Favor tendinitis|
    A|Fe def anemia|D50.9
    A|Fear of cancer|
    A|Fear of flying|F40.243
    A|Fever free|
    A|Fever in traveler: malaria, dengue, typhoid testing|R50.9
    A|Fever: blood cultures, malaria smear, dengue serology|R50.9
    A|FH hemochromatosis|Z83.49 (Z83.438)
    A|FH of dementia|Z81.8 (Z82.0)
    A|FH of kidney disease|Z84.19
    A|FH stroke|Z82.3
    A|FHx polyps|Z83.719 (Z83.710) (Z83.718)
    A|Fibromyalgia.|M79.7
    A|Fibromyalgia: depression screening negative, no sleep apnea|M79.7 (Z13.31)
    A|Fitness for duty exam|Z02.89 (Z02.79)
    A|Floaters, right eye|H43.391
    A|Follicular lymphoma grade 2|C82.10
    A|Foot drop due to stroke, left|I69.398 M21.372 (I69.898)
    A|Foreign body in left foot, glass, removed|S90.852D (S90.852A) (S91.342A) (S91.342D)
    A|Forward head posture|R29.3
    A|Fracture right wrist, cast changed|S62.101D
    A|Functional dyspepsia|K30
    A|FUO: endocarditis, TB, lymphoma, Still's considered|R50.9
    A|Ganglion cyst dorsal left wrist|M67.432
    A|Gastric bypass candidate|
    A|GBM|C71.9
    A|GCA|M31.6
    A|Glaucoma vs ocular hypertension|
    A|Gluten-free diet, celiac disease|K90.0
    A|Gout due to CKD|M10.30 N18.9
    A|Granulomatosis with polyangiitis|M31.30
    A|Gross hematuria|R31.0
    A|Gross hematuria, painless|R31.0
    A|Gross hematuria.|R31.0
    A|Ground glass opacity RUL|R91.8
    A|H. pylori: treated, stool antigen negative, eradicated|(Z86.19) (B96.81) (A04.8)
    A|H/o gestational DM|Z86.32
    A|h/o MI 2010|I25.2
    A|H/o PE 2019, off anticoagulation.|Z86.711
    A|h/o physical abuse|Z91.410
    A|H/o preterm delivery, not pregnant|Z87.51
    A|h/o skin cancer, BCC and SCC|Z85.828
    A|h/o testicular cancer|Z85.47
    A|HA|R51.9
    A|Hand foot and mouth|B08.4
    A|HCM|I42.2
    A|Headache, suspect migraine|R51.9
    A|Healed fracture of the right wrist|(Z87.81) (Z09)
    A|Health anxiety|(F41.9) (F45.21) (F41.8)
    A|Hearing aid fitting|Z46.1
    A|Hearing screening passed|Z01.10 (Z13.5)
    A|Hematuria: CT urogram for stones or bladder cancer|R31.9
    A|Hematuria: cystoscopy for bladder cancer|R31.9
    A|Hemorrhoids: fiber, avoid constipation|K64.9
    A|Hep A, acute|B15.9
    A|Hep B, chronic|B18.1
    A|Hep C, chronic, treatment naive.|B18.2
    A|Hep C, cured, SVR12|Z86.19
    A|Hepatitis B vaccination, dose 2|Z23
    A|Hepatitis C: SVR achieved, HCC surveillance not needed|(Z86.19) (B19.20)
    A|Here for vasectomy|Z30.2
    A|Herniated disc C5-6 with radiculopathy|M50.122
    A|Hgb SS disease, no crisis|D57.1
    A|HHS|E11.00
    A|High calcium|E83.52
    A|High PSA|R97.20
    A|Hip bursitis right|M70.71 (M70.61)
    A|History of alcohol use disorder, sober 10 years|F10.21
    A|History of asthma as a child, resolved|Z87.09
    A|History of brain tumor, benign, resected|Z86.011
    A|History of chemo and radiation|Z92.21 Z92.3
    A|History of concussion, asymptomatic|Z87.820
    A|History of DCIS|Z86.000
    A|History of diabetic foot ulcer, healed|Z86.31
    A|History of eating disorder, recovered|Z86.59
    A|History of gestational HTN|(Z87.59)
    A|History of heart transplant|Z94.1
    A|History of hepatitis C, treated and cured|Z86.19
    A|History of hives|Z87.2
    A|History of iron deficiency, resolved|(Z86.2) (Z86.39)
    A|History of kidney stones, none currently|Z87.442
    A|History of leukemia|Z85.6
    A|History of lobectomy|Z90.2
    A|History of Lyme disease|Z86.19
    A|History of MRSA|Z86.14
    A|History of non-Hodgkin's lymphoma, treated|Z85.72
    A|History of osteomyelitis|Z87.39
    A|History of rheumatic fever|Z86.79
    A|History of septic arthritis|Z87.39
    A|History of SVT s/p ablation|(Z86.79) (I47.10)
    A|History of syncope|Z87.898
    A|History of uterine cancer, s/p TAH-BSO|Z85.42 Z90.710 (Z90.722)
    A|HIT|(D75.829)
    A|HIT, history of|(D75.829) (Z86.2)
    A|HIV: PJP and toxo prophylaxis not needed|(Z21) B20
    A|HIV: undetectable, continue Biktarvy, syphilis and HCV screening today|(Z21) (B20) (Z11.3) (Z11.59) (Z11.4)
    A|HLA-B27 positive|(Z15.89)
    A|HMB|N92.0
    A|Hot flashes due to tamoxifen|(R23.2) (N95.1) T38.6X5A (Z79.810)
    A|HSV-2 genital, recurrent|A60.00 (A60.9)
    A|HTN heart disease with HF|I11.0 I50.9
    A|Hx anemia, resolved|Z86.2
    A|Hx depression, resolved|Z86.59
    A|Hx diverticulitis|Z87.19
    A|Hx falls|Z91.81
    A|Hx hepatitis B, cleared|Z86.19
    A|Hx Hodgkin's|Z85.71
    A|Hx infertility, now pregnant|(O09.00) (O09.01) (Z33.1)
    A|Hx lung CA|Z85.118
    A|Hx melanoma|Z85.820
    A|Hx of anaphylaxis to bee stings|Z91.030 (Z87.892)
    A|Hx of colon polyps|Z86.0100
    A|Hx of DVT, off anticoagulation|Z86.718
    A|Hx of prostate CA s/p XRT 2016, NED|Z85.46 (Z92.3)
    A|Hx of stroke w/o deficits|Z86.73
    A|Hx skin cancer BCC|Z85.828
    A|Hx smoking|Z87.891
    A|Hypercalcemia: PTH, PTHrP, myeloma labs|E83.52
    A|Hypersensitivity pneumonitis|J67.9
    A|Hypotension due to meds|I95.2
    A|Hypothyroidism; overtreatment can cause AF and osteoporosis|E03.9
    A|IBS with constipation|K58.1
    A|IBS-D|K58.0
    A|IBS-D.|K58.0
    A|IBS: celiac negative, no IBD|K58.9
    A|ICM|I25.5
    A|IDA: ferritin 8, colonoscopy to rule out GI malignancy|D50.9
    A|IFG|R73.01
    A|IGT|R73.02
    A|ILD due to RA|M05.10
    A|Immigration physical|Z02.89
    A|Immunization counseling|(Z71.85)
    A|Immunocompetent|
    A|Immunotherapy encounter, lung cancer|Z51.12 C34.90
    A|Impending cataract surgery right eye, cataract|H26.9
    A|Impression: doubtful appendicitis|
    A|Inappropriate sinus tach|I47.11
    A|Indicative of meniscal tear|
    A|Infection-free wound|
    A|Inflamed SK, back.|L82.0
    A|Influenza immunization|Z23
    A|Insect bite right lower leg, nonvenomous, initial encounter|S80.861A (W57.XXXA)
    A|Insomnia: sleep hygiene, no sleep apnea symptoms|G47.00
    A|Insurance physical|Z02.6
    A|Invasive ductal carcinoma right breast UOQ, on anastrozole|C50.411 (Z79.811)
    A|IPMN|D49.0 (D37.8) (D13.6) (K86.2)
    A|Iron deficiency anemia due to heavy menses|D50.0 N92.0
    A|Iron deficiency: celiac and H. pylori testing|E61.1
    A|Iron overload due to transfusions|E83.111
    A|Ischemic colitis|K55.9 (K55.039)
    A|IUD removal and reinsertion|Z30.433
    A|Joint pain: check RF, anti-CCP, ANA, Lyme|M25.50
    A|Juvenile idiopathic arthritis|M08.00 (M08.90) (M08.80)
    A|Juvenile myoclonic epilepsy|G40.B09
    A|Kidney stone, L|N20.0
    A|Kidney transplant recipient, stable|Z94.0
    A|Knee OA, bilat, left worse|M17.0
    A|Knee replacement upcoming|
    A|L4-5 disc herniation w/ radiculopathy.|M51.16 (M51.26)
    A|L4-5 disc herniation with radiculopathy|M51.16
    A|Lab review|
    A|Lacunar infarct, old, incidental on MRI|Z86.73
    A|LADA|E13.9 (E10.9)
    A|Latent TB: CXR negative for active TB, LFTs for INH hepatitis|Z22.7
    A|Lateral epicondylitis L elbow|M77.12
    A|LE edema|R60.0
    A|LE edema bilateral|R60.0
    A|Lead screening|Z13.88
    A|Leaky bladder|R32 (N39.3) (N39.498)
    A|Left foot drop|M21.372
    A|Left hemiparesis from old right MCA stroke, right-handed|I69.354
    A|Left knee stiffness after TKA|M25.662 Z96.652
    A|Left MCL sprain, initial encounter|S83.412A
    A|Left-sided UC, no complications|K51.50
    A|Leukocytosis: flow cytometry for CLL|D72.829
    A|Lewy body dementia|G31.83 F02.80
    A|LGIB|K92.2
    A|Lice|B85.2 (B85.0)
    A|Likely cholelithiasis|
    A|Likely viral exanthem, rash|R21
    A|Limited scleroderma (CREST)|M34.1
    A|Lipid screening|Z13.220
    A|Liver lesion|K76.89
    A|Liver mets, primary unknown|C78.7 C80.1
    A|Liver spots|L81.4
    A|LLQ abd pain|R10.32
    A|Lobar pneumonia|J18.1
    A|Long-term opioid use for chronic low back pain|M54.50 G89.29 Z79.891
    A|Looks like ringworm|
    A|Low testosterone / hypogonadism, male|E29.1
    A|Lumbosacral plexopathy|G54.1
    A|Lung nodule: PET to rule out lung cancer, bronchoscopy if positive|R91.1
    A|Lymphadenopathy: HIV, EBV, CMV, toxo, TB testing|R59.9
    A|Lymphedema of left arm after mastectomy|I97.2 (Z90.12)
    A|Lymphocytosis|D72.820
    A|Lynch syndrome|Z15.060 (Z15.04) (Z15.09) (Z15.068) (Z15.02) (Z15.07)
    A|Macrocytosis without anemia|D75.89
    A|Malnutrition, moderate|E44.0
    A|Marginal zone lymphoma of stomach (MALT)|C88.40
    A|MASH|K75.81
    A|Mastectomy next week|
    A|MCI|G31.84
    A|MDS|D46.9
    A|Med monitoring for methotrexate|(Z79.631) (Z51.81) (Z79.899) (Z79.60) (Z79.69)
    A|Medication monitoring, methotrexate for psoriasis|Z79.631 L40.9 (Z51.81)
    A|Melanoma suspected|
    A|Meniscus tear suspected, knee pain left|M25.562
    A|Menopausal hot flashes|N95.1
    A|Metastatic colon cancer to liver.|C18.9 C78.7
    A|Microscopic hematuria|R31.29 (R31.21)
    A|Migraine: prophylaxis with propranolol, which may cause fatigue|G43.909
    A|Missed period|N92.6 (N91.2) (N91.0)
    A|Mood good|
    A|MS, primary progressive, active|G35.B1
    A|MS: JC virus and hepatitis B testing before Ocrevus, PML risk|G35.D
    A|MS: no relapses, MRI no new lesions|G35.D
    A|NASH cirrhosis, compensated|K75.81 K74.60
    A|Nausea, cholelithiasis suspected|R11.0
    A|Need for flu vaccine|Z23
    A|Needs measles vaccine|Z23
    A|Needs Tdap|Z23
    A|Negative pregnancy test, missed period|Z32.02 (N92.6) (N91.2)
    A|Nephrostomy tube|Z93.6
    A|Nephrotic syndrome due to membranous nephropathy|N04.20
    A|Neuropathic pain, left foot|M79.2
    A|Neuropathic ulcer right plantar foot, diabetic, type 1|E10.621 L97.519 (L97.419)
    A|Neuropathy: B12, SPEP, HIV, Lyme, syphilis|G62.9
    A|NICM|I42.8 (I42.9)
    A|NIDDM|E11.9
    A|No acute issues|
    A|No evidence of recurrent inguinal hernia|
    A|Non-Hodgkin lymphoma|C85.90
    A|Non-seasonal allergic rhinitis|J30.89
    A|Non-STEMI 6 weeks ago|I25.2
    A|Nonhealing ulcer right heel|L97.419
    A|Nonischemic cardiomyopathy|I42.8 (I42.9) (I42.0)
    A|Nonpressure ulcer left foot|L97.529
    A|Nontoxic goiter|E04.9
    A|Normal BMI|
    A|Nosebleed|R04.0
    A|Not anemic|
    A|Not consistent with melanoma|
    A|Nursemaid's elbow left, initial encounter|S53.032A
    A|OA|M19.90
    A|Obesity due to excess calories, BMI 33.2|E66.09 Z68.33
    A|OHS|E66.2
    A|OHT|(Z94.1)
    A|Old anterior MI 2015.|I25.2
    A|OME, left|H65.92 (H65.02)
    A|On hormone replacement therapy|(Z79.890)
    A|Oral allergy syndrome|(T78.19XA)
    A|Organ donor evaluation|Z00.5
    A|Orthostasis|I95.1
    A|Orthotics fitting|Z46.89
    A|Osteomyelitis of left great toe due to diabetes|E11.69 M86.9 (M86.172)
    A|Osteomyelitis of the left great toe, diabetic type 2|E11.69 M86.9 (M86.672) (M86.172)
    A|Osteopenia: FRAX hip fracture 1%, no treatment|M85.80
    A|Osteoporosis prevention|
    A|Osteoporosis with current T12 compression fx, initial|M80.08XA
    A|Otitis externa, bilateral|H60.93 (H60.90)
    A|PAD: smoking increases amputation risk|I73.9
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
    A|Palpitations|R00.2
    A|Palpitations, anxiety vs arrhythmia.|R00.2
    A|Pancreatic cyst|K86.2
    A|Panic disorder with agoraphobia|F40.01
    A|Panlobular emphysema|J43.1
    A|Pap unsatisfactory|R87.615
    A|Paperwork completion, FMLA|Z02.79 (Z02.89)
    A|Parastomal hernia|K43.5
    A|Parkinson's with dyskinesia and wearing off|G20.B2
    A|Parkinson's with dyskinesia.|G20.B1
    A|Partial-thickness tear right supraspinatus, degenerative|M75.111
    A|Patellofemoral pain syndrome L|M22.2X2
    A|PDR with DME right eye, type 2|E11.3511
    A|PE history: hypercoagulable workup negative for Factor V Leiden|Z86.711
    A|Penicillin allergy: testing scheduled to de-label|Z88.0
    A|Periprosthetic fracture around right hip|M97.01XD (M97.01XA)
    A|Pessary check|Z46.89
    A|PH due to left heart disease|I27.22 (I51.9)
    A|Phimosis|N47.1
    A|PHN.|B02.29
    A|PID, acute|N73.0
    A|Pink eye, left|H10.9 (H10.022) (H10.32) (H10.30)
    A|Plantar fasciitis b/l|M72.2
    A|Plantar fasciitis.|M72.2
    A|PMDD|F32.81
    A|PMR: prednisone, bone protection to prevent osteoporosis|M35.3 (Z79.52)
    A|Pneumonia due to COVID-19|U07.1 J12.82
    A|Pneumonia vaccine given|Z23
    A|Polymyositis|M33.20
    A|Positive ANA: no features of lupus, Sjogren's, or scleroderma|R76.89
    A|Possible stress fracture left foot, foot pain|M79.672
    A|Post-concussion headache|G44.309 (F07.81)
    A|Post-MI pericarditis (Dressler's)|I24.1
    A|Post-op s/p cataract surgery left eye day 1|Z98.42 (Z48.810) (Z96.1)
    A|Post-stroke foot drop, left|I69.398 M21.372
    A|Postprandial fullness|(R19.8) (R68.81)
    A|Postsurgical hypothyroidism|E89.0
    A|Potential kidney donor|(Z00.5)
    A|PPD negative|
    A|PPD placement for employment|Z11.1 (Z11.7)
    A|Pre-op clearance for left TKA; knee OA|Z01.818 M17.12
    A|Pre-travel visit|Z71.84
    A|Preconception counseling|Z31.69
    A|Premature ovarian insufficiency|E28.39 (E28.310) (E28.319)
    A|Preop colostomy teaching|
    A|Preventive care: discussed heart disease, stroke and cancer prevention|
    A|Prior to knee replacement|
    A|Probable gout, right ankle pain|M25.571
    A|Prostatitis, acute|N41.0
    A|Proteinuria, nephrotic range|R80.9
    A|Provoked PE after surgery|I26.99
    A|PSC|K83.01
    A|PSC with UC|K83.01 K51.90
    A|Pterygium OD|H11.001
    A|Pulmonary HTN, group 1|I27.21 (I27.0)
    A|Pulmonary hypertension|I27.20
    A|PV|(D45)
    A|Questionable cataract OD|
    A|Questions about menopause|
    A|RA: TB and hepatitis testing before biologic|M06.9
    A|Rabies vaccine series dose 2|Z23 (Z20.3)
    A|RAS|(I70.1)
    A|Rash-free today|
    A|Red eye OD; iritis ruled out|H57.89
    A|Reflux esophagitis|K21.00
    A|Refused amputation|
    A|REM sleep behavior disorder|G47.52
    A|Removal of orthopedic hardware, encounter|Z47.2
    A|Request for circumcision|Z41.2
    A|Requests testing for syphilis|
    A|Resolved otitis media|(Z09) (Z86.69)
    A|Return to work evaluation after influenza, recovered|(Z02.79) (Z02.89) (Z09)
    A|Rheumatoid arthritis, RF negative|M06.00
    A|Rib contusion, left side, initial encounter|S20.212A
    A|Right ankle sprain, initial encounter|S93.401A
    A|Right ankle sprain, initial visit.|S93.401A
    A|Right clavicle fracture, initial encounter|S42.001A
    A|Right flank pain|R10.A1
    A|Right flank pain, possible stone.|R10.A1
    A|Right hip flexor strain, initial|S76.011A
    A|Right ovarian cyst, simple|N83.291 (N83.201)
    A|RIH, reducible|K40.90
    A|RLS|G25.81
    A|RLS.|G25.81
    A|Rocky Mountain spotted fever|A77.0
    A|Rotator cuff tear possible, shoulder pain left|M25.512
    A|Routine eye exam, normal|Z01.00
    A|RSV vaccine|(Z23)
    A|RTA type 4|N25.89
    A|Rule out DVT|
    A|s/p ablation for AF, in sinus rhythm|(Z86.79) (I48.91) (Z98.890)
    A|S/p gastric bypass|Z98.84
    A|S/p thyroidectomy for benign goiter, hypothyroidism|E89.0
    A|Saddle PE|I26.92
    A|SCC in situ right forearm|D04.61
    A|SCC of skin|C44.92
    A|Screening for thyroid disorder|Z13.29
    A|Second degree burn right palm, initial encounter|T23.251A
    A|Second opinion|(Z71.89)
    A|Secondary diabetes due to chronic pancreatitis|E08.9 K86.1
    A|Secondary progressive MS, not active|G35.C2
    A|Seems like tennis elbow|
    A|Seizure free|
    A|Seizure-free epilepsy|G40.909
    A|Seizure: EEG for epilepsy, MRI for tumor|R56.9
    A|Sepsis due to E. coli UTI, resolved|(A41.51) (N39.0) (Z86.19) (Z87.440)
    A|Septic olecranon bursitis left elbow|M71.122
    A|Seroma, post-op, left breast|(N99.842) (L76.34) (T88.8XXD) (N64.89)
    A|Serous otitis media, chronic, bilateral|H65.23
    A|Sever's disease, right heel|M92.61
    A|Severe AS with moderate MR|I08.0
    A|Severe MR, nonrheumatic.|I34.0
    A|Shingles shot|Z23
    A|Sickle cell trait|D57.3
    A|Skin cancer screening|Z12.83
    A|Slapped cheek|B08.3
    A|SLE with pericarditis|M32.12
    A|Slipped disc lumbar|M51.26 (M51.27) (M51.369)
    A|Small cell lung cancer, RUL, with liver mets|C34.11 C78.7
    A|Small fiber neuropathy|(G62.89) (G60.8)
    A|Smoking history: 20 pack years, quit 2015|Z87.891
    A|SNHL bilateral|H90.3
    A|Solitary kidney, acquired|Z90.5
    A|Solitary pulm nodule, 7 mm, LUL.|R91.1
    A|Sore nipples|N64.4 (N64.59)
    A|Stage IV lung adenocarcinoma, right upper lobe, mets to brain.|C34.11 C79.31
    A|Statin declined|
    A|Stomach bug|A08.4 (K52.9) (A09)
    A|Strep exposure, asymptomatic|Z20.818
    A|Stress fracture left tibia, initial encounter|M84.362A
    A|Stroke 2021: no deficits, continue aspirin and statin for secondary prevention|Z86.73 (Z79.82)
    A|Stroke, acute left MCA|I63.512
    A|Stroke-free|
    A|Subclinical hyperthyroidism|E05.90 (E05.80)
    A|Subsegmental PE, single|I26.93
    A|Subungual hematoma left great toe, initial encounter|S90.212A
    A|Surgical clearance; no cardiac contraindication|Z01.818
    A|Suspected cholelithiasis, nausea|R11.0
    A|Suspected rotator cuff tear with left shoulder pain|M25.512
    A|Suspected sleep apnea; snoring|R06.83
    A|Suspicious for cholelithiasis|
    A|Symptomatic cholelithiasis.|K80.20
    A|Sz|R56.9 (G40.909)
    A|T2DM with ED|E11.69 N52.1
    A|T2DM: SGLT2, counselled on yeast infection and DKA|E11.9 (Z79.84)
    A|T2DM; CGM ordered; insulin pump discussed|E11.9
    A|TAA|(I71.20)
    A|Tear of medial meniscus, old, right knee|(M23.203) (M23.303) (M23.205) (M23.206)
    A|Testicular pain, right|N50.811
    A|Threatened preterm labor ruled out, 34 weeks|(Z3A.34) (O60.03) (O47.03)
    A|Thrombocytopenia|D69.6
    A|Thrombocytopenia: smear, HIV, HCV, H. pylori tests|D69.6
    A|Thrombocytosis, reactive|D75.838
    A|Thyroid nodule: FNA to rule out malignancy|E04.1
    A|Tinea cruris|B35.6
    A|TKA planned for OA of left knee|M17.12
    A|Tobacco use, 1 ppd cigarettes|Z72.0
    A|Tophaceous gout right elbow|M1A.9XX1 (M1A.0211)
    A|Torticollis, acquired|M43.6
    A|Toxoplasmosis|B58.9
    A|Travel counseling|Z71.84
    A|Travel vaccines for trip to Kenya|Z23 (Z71.84)
    A|Treatment resistant depression|F32.A (F32.9) (F33.9)
    A|Tremor: TSH, ceruloplasmin for Wilson's|R25.1
    A|Trigeminal neuralgia, right|G50.0
    A|TTP|M31.19
    A|Type II diabetes mellitus, poorly controlled|E11.65
    A|Umbilical hernia|K42.9
    A|Underimmunized child|Z28.39
    A|Undescended testicle right|Q53.10 (Q53.111) (Q53.9)
    A|UPJ obstruction|N13.5 (Q62.39) (N13.8)
    A|Urethritis, nonspecific|N34.1 (N34.2)
    A|UTI, E. coli.|N39.0 B96.20
    A|Vaccine safety counseling|Z71.85
    A|Vaccines only visit|Z23
    A|Varicose veins of bilateral legs with pain|I83.813
    A|Varicose veins of R leg with pain.|I83.811
    A|Vasectomy consult|(Z30.09)
    A|Vasectomy consult, desires sterilization|Z30.09 (Z30.2)
    A|Vasectomy evaluation|
    A|Vasectomy performed today|Z30.2
    A|Vasectomy scheduled|(Z30.2)
    A|Vasectomy today|Z30.2
    A|Vestibular migraine|G43.809
    A|Vit D def|E55.9
    A|Vocal cord nodules|J38.2
    A|Vulvodynia|N94.819
    A|Walking pneumonia, Mycoplasma|J15.7
    A|Wants to be checked for diabetes|
    A|Water on the knee, left|M25.462
    A|Weight loss, unintentional; possible malignancy.|R63.4
    A|Weight loss: cancer workup, HIV, TSH|R63.4
    A|Well woman exam with pap|Z01.419
    A|West Nile|A92.30
    A|Wet AMD OS, active CNV.|H35.3221
    A|Wheezing|R06.2
    A|Working diagnosis PCOS|
    A|Workup for hypertension|
    A|Worrisome for cholelithiasis|
    P|24-hour urine for pheochromocytoma|
    P|911 for anaphylaxis|
    P|?celiac|
    P|AAOS handout: rotator cuff tears|
    P|ABI for PAD|
    P|Acetylcholine receptor antibodies for myasthenia|
    P|ACL reconstruction scheduled 3/14|
    P|Acromegaly screen with IGF-1|
    P|ADHD rating scale to teacher|
    P|Alcohol Use Disorders Identification Test 2|
    P|Alcoholics Anonymous meetings list given|
    P|Aldosterone/renin for hyperaldosteronism|
    P|Alendronate 70 mg weekly for postmenopausal osteoporosis.|M81.0 (Z79.83)
    P|Allergy panel|
    P|Allergy shots discussed|
    P|Alzheimer's Association website|
    P|AM cortisol for adrenal insufficiency|
    P|Amblyopia screening|
    P|American Diabetes Association diet|
    P|Anemia panel|
    P|Anger management class|
    P|Answered questions about dementia|
    P|Anti-nausea medicine as needed|
    P|Anticipatory guidance: choking, drowning, burns, poisoning, SIDS prevention|
    P|Antiphospholipid antibodies, lupus anticoagulant|
    P|Antiviral within 72 hours if shingles appears|
    P|Anxiety scale 3|
    P|Arthritis gloves|
    P|Arthritis panel|
    P|Asthma test|
    P|AUDIT-C 1|
    P|AV fistula creation planned|
    P|Await results for Lyme disease|
    P|Back pain exercises|
    P|Bariatric surgery planned|
    P|Bariatric surgery referral|
    P|Bariatric surgery seminar|
    P|Bartonella titers|
    P|Bleeding time|
    P|Blood donor ineligible|
    P|Blood type Rh, antibody screen|
    P|Bone scan for metastases|
    P|Breast cancer genetics referral|(Z80.3)
    P|Breast implants discussed|
    P|Breast implants discussed with surgeon|
    P|Breath test for SIBO|
    P|Brochure on endometriosis and fibroids given|
    P|Bronchoscopy for sarcoidosis|
    P|Bubble study for PFO|
    P|Burn cream at bedside table in kitchen|
    P|CA-125, CEA|
    P|CABG vs PCI discussed|
    P|Call 911 for chest pain|
    P|Call for bruising or bleeding|
    P|Call for fever or redness|
    P|Call for fever, chills or worsening abdominal pain|
    P|Call for fever, wheezing, or poor feeding|
    P|Call for heavy bleeding, fever, or foul discharge|
    P|Call for redness, swelling, drainage or increasing pain|
    P|Call office for vaginal bleeding|
    P|Call us for fever or redness|
    P|Call with any fever or redness|
    P|Call with fever, chills, nausea, vomiting|
    P|Can cause depression|
    P|Cardiac MRI for sarcoid/amyloid|
    P|Casted for left distal radius fracture|S52.502A
    P|Cataract extraction with IOL planned|
    P|Cataract surgery right eye scheduled for age-related nuclear cataract.|H25.11
    P|Cataract surgery scheduled for the right eye|
    P|Cautioned about drowsiness|
    P|Celiac diet not needed|
    P|Celiac panel|
    P|Celiac panel, H. pylori breath test, stool calprotectin|
    P|Celiac serology|
    P|Cervical fusion planned|
    P|Check HBsAb, rubella and varicella immunity|
    P|Check HBsAg and HIV Ab|
    P|Chemotherapy cycle 3 for stage III colon cancer next week.|C18.9
    P|Children should be screened for hemochromatosis|
    P|Chlamydia test|
    P|CKD IIIa stable; avoid nephrotoxins, repeat BMP in 3 mo.|N18.31
    P|Coccidioides serology|
    P|Colchicine 0.6 mg for acute gout flare.|M10.9
    P|Cold sore suppression, valacyclovir|(B00.1)
    P|Color blindness test|
    P|Colostomy care teaching prior to surgery|
    P|Colostomy discussed|
    P|Colostomy teaching|
    P|Complement levels, hereditary angioedema panel|
    P|Complications explained: hematoma, seroma, infection, scarring|
    P|Concussion signs reviewed|
    P|Consent obtained; risks including urinary retention, impotence and incontinence explained|
    P|Continue antihypertensives|
    P|Continue apixaban 5 mg BID for atrial fibrillation.|I48.91 Z79.01
    P|COPD Assessment Test|
    P|Cough syrup OTC|
    P|Counseled on infection, nonunion, stiffness|
    P|Counseled on signs of stroke|
    P|CT abdomen to r/o appendicitis or diverticulitis|
    P|CT for appendicitis|
    P|CT for kidney stones|
    P|CT head, bleed protocol|
    P|CT to assess for appendicitis|
    P|CT to check for appendicitis|
    P|CT to look for appendicitis|
    P|Culture for gonorrhea|
    P|CURB-65 pneumonia score 0|
    P|Cystic fibrosis carrier test|
    P|Cystic fibrosis sweat test|
    P|DaTscan for Parkinson's|
    P|Defibrillator evaluation|
    P|Dementia caregiver support group for her husband|
    P|Dementia labs|
    P|Denture adjustment|
    P|Depo: irregular bleeding, weight gain, bone loss discussed|
    P|Dermoscopy of nevi|
    P|DEXA ordered for osteoporosis screening|(Z13.820)
    P|Diabetes panel|
    P|Diabetes prevention program|
    P|Diabetes screening at next visit|
    P|Diabetes test|
    P|Diabetic foot care education handout|
    P|Diabetic shoes not needed|
    P|Diabetic shoes ordered|
    P|DIC panel|
    P|Discussed dangers of opioid dependence|
    P|Discussed fall prevention and hip protectors|
    P|Discussed potential for weight gain and sedation|
    P|Discussed risk of infection, bleeding, hernia recurrence, and mesh complications|
    P|Discussed vasectomy|
    P|Discussed vasectomy, not interested|
    P|Domestic violence resources offered, denies abuse|
    P|Donepezil for Alzheimer dementia.|G30.9 F02.80
    P|Doubt appendicitis|
    P|Doxycycline 100 mg BID for papulopustular rosacea.|L71.8 (L71.9)
    P|Dressing change for surgical wound.|Z48.01
    P|DVT study|
    P|DVT symptoms discussed|
    P|DVT ultrasound|
    P|EBV and CMV serologies|
    P|Echo for endocarditis|
    P|Echo for valve disease|
    P|Echo in 1 year to follow moderate aortic stenosis.|I35.0
    P|Echo to look for endocarditis|
    P|ED for chest pain|
    P|ED precautions: chest pain, dyspnea|
    P|Education on signs of DVT given.|
    P|Eligible for cochlear implant|
    P|EMG for carpal tunnel|
    P|EMG/NCS for carpal tunnel|
    P|Endocarditis prophylaxis before dental work|
    P|Epilepsy monitoring unit admission to characterize spells|
    P|Epworth Sleepiness Scale 6|
    P|Epworth sleepiness score 4|
    P|ER precautions for chest pain, dyspnea, hemoptysis given|
    P|Explained the difference between IBS and IBD|
    P|Extraction of wisdom teeth|
    P|Eye drops for allergic conjunctivitis|H10.10 (H10.45)
    P|Factor V Leiden testing|
    P|Fagerstrom nicotine dependence test|
    P|Fatigue labs|(R53.83)
    P|Fatigue scale completed|
    P|Fatigue Severity Scale 30|
    P|Ferritin for hair loss|
    P|Fever reducer as needed|
    P|Finasteride: gynecomastia, ED, depression discussed|
    P|First-degree relatives need colon cancer screening at 40|
    P|Flomax for BPH discussed, side effects dizziness and retrograde ejaculation|(N40.0)
    P|Flu swab|
    P|Flu, covid shots|
    P|Fluoride and sealants for cavity prevention|
    P|Fluoroquinolone warning: tendon rupture, neuropathy, aortic aneurysm|
    P|FMLA for care of mother with dementia|
    P|Fracture prevention discussed|
    P|FRAX score: major osteoporotic fracture 8%|
    P|Full body skin cancer screening next year|(Z12.83)
    P|Fungal culture, AFB, nocardia|
    P|G6PD level before dapsone|
    P|Gabapentin 300 mg TID for diabetic neuropathy.|E11.40
    P|GAD antibodies|
    P|GAD-7 of 3 today|
    P|Gastric emptying study for gastroparesis|
    P|Gave handout: Living with COPD|
    P|GI consult re: Crohn's vs UC|
    P|Glaucoma test|
    P|Go to ED for chest pain, shortness of breath, or syncope|
    P|Go to ED if weakness, facial droop, slurred speech|
    P|Go to ER for chest pain|
    P|Gonorrhea and chlamydia urine|
    P|Gonorrhea test|
    P|H. pylori test|
    P|Handout on diabetes|
    P|Handout on migraine diet|
    P|Handout: diabetes|
    P|Handouts: osteoporosis, menopause, breast cancer|
    P|HBV DNA ordered|
    P|HCV RNA with reflex genotype|
    P|Heartburn friendly diet handout|
    P|Hemochromatosis gene test|
    P|Hepatitis A vaccine series started|Z23
    P|Hepatitis C screening next visit|
    P|Hepatitis C test|
    P|Hepatitis serologies|
    P|Herpes PCR from lesion|
    P|Herpes test|
    P|HIV test|
    P|HIV, RPR, hepatitis panel ordered|
    P|HIV/HCV/syphilis labs today|
    P|Holter for atrial fibrillation|
    P|Holter monitor for presyncope.|R55
    P|Home oxygen evaluation|
    P|HSV, VZV swabs of lesion|
    P|Hypoglycemia education, glucose tabs|
    P|Increase gabapentin for diabetic neuropathy|E11.40 (E11.42)
    P|Infection control precautions|
    P|Infection signs reviewed|
    P|Infertility labs|
    P|Influenza test|
    P|Insomnia Severity Index 6|
    P|Insulin pump consult|
    P|Insulin pump information given|
    P|Insurance requires diabetes diagnosis for Ozempic|
    P|Iron studies, ferrous sulfate for iron deficiency anemia.|D50.9
    P|Isotretinoin: iPLEDGE reviewed; birth defects, depression|
    P|IVC filter considered|
    P|JAK2 for polycythemia vera|
    P|Jet lag advice|
    P|Joint aspiration for gout vs septic arthritis|
    P|Joint fluid: gout, pseudogout, septic arthritis|
    P|Karyotype for Turner syndrome|
    P|Keep appointment with diabetes nurse|
    P|Knee replacement planned|
    P|Lactose intolerance breath test|
    P|Laryngoscopy to check for nodules or cancer|
    P|LASIK consult|
    P|Latanoprost side effects: iris darkening, red eye|
    P|Legionella urine antigen sent|
    P|Look for rash|
    P|Look out for rash|
    P|Low dose CT for lung cancer screening next year|
    P|Low FODMAP diet|
    P|Low pretest probability of CAD|
    P|Lumbar epidural steroid injection next week|
    P|Lung cancer screening not indicated, nonsmoker|
    P|Lung nodule clinic|
    P|LVAD evaluation at tertiary center|
    P|Lyme test|
    P|Lyme titer|
    P|Lyme titer, EBV, CMV, mono spot pending|
    P|Lyme, EBV titers|
    P|Malaria smear x3|
    P|Malaria test|
    P|MDQ negative for bipolar disorder|
    P|Measles titer|
    P|Measles titer, varicella titer|
    P|Measles, mumps titers|
    P|Metformin does not cause kidney damage|
    P|Methacholine challenge for asthma|
    P|Methotrexate 15 mg weekly for rheumatoid arthritis.|M06.9 Z79.631
    P|Migraine cocktail not needed|
    P|Migraine Disability Assessment (MIDAS) 5|
    P|Monitor CBC and LFTs on methotrexate.|Z79.631 (Z51.81)
    P|Mono test|
    P|Mono, strep tests|
    P|Monospot and CMV IgM|
    P|Mood Disorder Questionnaire|
    P|Motion sickness patch for cruise|
    P|MRCP for bile duct stones|
    P|MRI brain w/wo contrast for new onset headaches.|R51.9
    P|MRI for osteomyelitis|
    P|MRI for osteonecrosis|
    P|Mumps, measles, rubella titers|
    P|Myeloma labs|
    P|Myositis panel, CK|
    P|Narcotics Anonymous|
    P|Neuropathy labs|
    P|Neuropsych testing for dementia|
    P|Neutropenic precautions reviewed|
    P|Nexplanon removed and replaced.|Z30.46
    P|NIPT for trisomy 21, 18, 13|
    P|No need for antibiotics; viral|
    P|Notify us of numbness|
    P|Notify us of rash, hives or swelling|
    P|Nutrition class: diabetes, heart disease, kidney disease prevention|
    P|Obesity increases diabetes risk in general|
    P|Obesity labs|(E66.9)
    P|Obesity medicine referral|
    P|OCT macula for edema|
    P|Offload heel to prevent pressure ulcers|
    P|Once anemia evaluated, proceed|
    P|Order hepatitis panel|
    P|Ordered HIV and RPR|
    P|Osteoporosis labs|
    P|Osteoporosis screening at 65|
    P|Oswestry low back disability index 20%|
    P|Pacemaker not indicated|
    P|Pain clinic records requested|
    P|Pain medication with food|
    P|Pain scale 3/10|
    P|Pamphlets: HPV, genital herpes, birth control|
    P|PCL-5 for PTSD|
    P|PCOS labs|
    P|PCR for pertussis|
    P|Pending workup for multiple myeloma|
    P|Pertussis PCR|
    P|PHQ-9, GAD-7, AUDIT, and DAST completed|
    P|PHQ-9, GAD-7, AUDIT, DAST|
    P|Plan vasectomy|
    P|Pneumococcal and legionella urinary antigens|
    P|Possible colostomy discussed|
    P|Possible ICD placement|
    P|Potential complications include DVT, PE, infection, hardware failure|
    P|PPI use associated with C. diff and pneumonia|
    P|Prednisone side effects reviewed: hyperglycemia, insomnia, osteoporosis, glaucoma|
    P|Preeclampsia symptoms reviewed|
    P|Preventing heart disease: diet and exercise|
    P|Provided heart failure education booklet|
    P|PYP scan for amyloidosis|
    P|Rabies not needed|
    P|Rabies vaccine not indicated|
    P|Radiation oncology consult|
    P|Red flags reviewed: bowel incontinence, saddle anesthesia, foot drop|
    P|Red flags reviewed: saddle anesthesia, incontinence|
    P|Red flags: incontinence, numbness|
    P|Refer to bariatric surgery|
    P|Refer to breast cancer genetics|
    P|Refer to diabetes educator|
    P|Refer to hepatitis clinic|
    P|Refer to vein clinic, glaucoma specialist|
    P|Referral for bariatric surgery|
    P|Referral to diabetes educator for prevention class|
    P|Referral to ortho re: R shoulder impingement.|M75.41
    P|Renal biopsy to exclude glomerulonephritis|
    P|Renal US for hydronephrosis|
    P|Renewed oral contraceptive pills.|Z30.41
    P|Return precautions for bleeding, black stools, dizziness|
    P|Return precautions: fever, vomiting|
    P|Return sooner with worsening wheezing, fever or dehydration|
    P|Risks including depression, infection discussed|
    P|Risks of biologics: TB reactivation, lymphoma|
    P|Risks of lithium toxicity discussed|
    P|Risks of surgery: infection, bleeding, nerve injury, DVT, PE, stroke, death|
    P|Rome IV criteria reviewed|
    P|RSV vaccine, covid booster at pharmacy|
    P|Safety: helmets, seat belts, drowning, firearms, burns|
    P|Scabies prep|
    P|Schedule vasectomy|
    P|School form for asthma|
    P|School note: cleared after negative strep|
    P|Scrotal ultrasound r/o torsion|
    P|Seek care for numbness, weakness, or incontinence|
    P|Seek care for vomiting|
    P|Seek medical attention for vomiting|
    P|Semen analysis for infertility|
    P|Send C. diff toxin PCR|
    P|Send HIV|
    P|Send HIV, hepatitis B, and syphilis serologies|
    P|Send mole for pathology|
    P|Sepsis labs|
    P|Sepsis not suspected|
    P|Sick day rules for adrenal crisis|
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
    P|Sleep hygiene handout|
    P|Sleep study to evaluate for narcolepsy|
    P|Sleepiness scale 5|
    P|Smoke alarm check|
    P|Smoking increases the risk of lung cancer|
    P|Spinal cord stimulator trial|
    P|Spinal cord stimulator trial discussed|
    P|Spirometry to assess for COPD|
    P|Sports clearance form|
    P|Start antibiotics if wound becomes infected|
    P|Start metformin 500 mg BID for type 2 diabetes.|E11.9 (Z79.84)
    P|STI screening: gonorrhea, chlamydia, HIV, syphilis.|(Z11.3) (Z11.4)
    P|Stone analysis|
    P|Stool C. diff|
    P|Stool for C. diff, ova and parasites, H. pylori|
    P|Stress test to exclude ischemia|
    P|Stroke clinic will call|
    P|Stroke code protocol reviewed with staff|
    P|Stroke prevention discussed|
    P|Substance abuse counselor referral|
    P|Sunscreen to prevent skin cancer|
    P|Swab for herpes|
    P|Sweat chloride for cystic fibrosis|
    P|Symptoms not typical of angina|
    P|Syphilis serology today|
    P|Syphilis test|
    P|TB testing|
    P|Temporal artery biopsy if ESR elevated to exclude GCA|
    P|TENS unit, traction, dry needling|
    P|Test for pertussis|
    P|Test partner for chlamydia|
    P|Tested for pertussis|
    P|Thrombophilia panel|
    P|Thyroidectomy scheduled|
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
    P|Varicella immune|
    P|Vasculitis labs|
    P|Vasectomy discussed|
    P|Venofer infusion for iron deficiency.|E61.1
    P|Venous duplex, DVT study|
    P|Vertigo exercises if returns|
    P|Video on atrial fibrillation watched|
    P|Videonystagmography, BPPV testing|
    P|Visual field test for glaucoma|
    P|VNS considered|
    P|Voiding cystourethrogram, reflux study|
    P|Warn of rash|
    P|Warned about rash and diarrhea|
    P|Warned of hypoglycemia with glipizide|
    P|Warned of rash|
    P|Warning signs of stroke reviewed|
    P|Warning signs: headache, blurry vision, RUQ pain, edema|
    P|Weight loss and exercise advised for BMI 33.|(E66.9) (Z68.33)
    P|Weight loss of 10 lb goal|
    P|Wells score for DVT 0|
    P|Will need pacemaker evaluation before surgery|
    P|Wilson disease labs: ceruloplasmin|
    P|Wood's lamp for vitiligo|
    P|Wrist fracture splint|
    P|Wrist splint at night for right carpal tunnel syndrome.|G56.01
    P|X-ray left wrist to rule out scaphoid fracture|
    Q|Compression stockings for varicose veins.|I83.90 (I83.93)
    Q|COVID booster today.|Z23
    Q|Gabapentin for left sciatica.|M54.32 (M54.42)
    Q|Hold lisinopril, possible ACE cough.|
    Q|Hyaluronic acid injections for bilateral knee OA.|M17.0
    Q|Hydrocortisone for adrenal insufficiency, stress dosing reviewed.|E27.40
    Q|Hyperkalemia resolved, continue low K diet.|(Z86.39)
    Q|I&D of right buttock abscess performed.|L02.31
    Q|Insulin for gestational diabetes, 32 weeks.|O24.414 Z3A.32 (O99.891) (O26.893)
    Q|Insulin glargine 20 units for type 1 diabetes.|E10.9 (Z79.4)
    Q|Letter sent to PCP, follow-up with neurology for MS.|G35.D
    Q|Lyrica for fibromyalgia, refilled x3.|M79.7
    Q|Metoprolol for CAD, continue aspirin and statin.|I25.10 (Z79.82)
    Q|PrEP with Truvada, HIV testing every 3 months.|(Z29.81) (Z11.4)
    Q|Schedule L4-5 TFESI for left L5 radiculopathy.|M54.16 (M54.17)
    Q|Wide excision planned for melanoma of left calf.|C43.72
    H|Colon polyps removed 2019|(Z86.0100)
    H|COVID 2022|(Z86.16)
    H|Denies diabetes or hypertension|
    H|Denies history of MI, CVA, DVT, or PE|
    H|Eczema as a baby, outgrown|
    H|Immunizations: Tdap 2019, flu 2025, pneumonia 2020, shingles 2021|
    H|Negative for asthma, diabetes, hypertension.|
    H|No history of seizures|
    H|Tubal ligation|(Z98.51)
    S|Afraid it could be melanoma|
    S|Allergic to penicillin (rash)|(Z88.0)
    S|Applying for a job at the cancer hospital; needs physical|
    S|Birth: term, no NICU, no jaundice|
    S|Considering breast reduction|
    S|Cousin has lupus, aunt had thyroid cancer|(Z80.8) (Z82.69) (Z84.89)
    S|Coworker has COVID|(Z20.822)
    S|Had lumbar fusion in 2015.|(Z98.1)
    S|He read online about prostate cancer and is concerned|(Z71.1)
    S|Her dog has diabetes|
    S|Husband recently diagnosed with COVID.|(Z20.822)
    S|Husband with COVID and daughter with flu|
    S|Mother in hospice with lung cancer|(Z80.1)
    S|Never had surgery, stroke, seizures or blood clots|
    S|No history of cancer, IV drug use, or osteoporosis.|
    S|No known drug allergies|
    S|No melena or hematochezia|
    S|Not taking any blood thinners|
    S|Pain 4/10, no numbness|
    S|Painless, no bleeding|
    S|Patient is on a statin and a baby aspirin|(Z79.82) (Z79.899)
    S|She is worried about having diabetes|
    S|Stress test last year was normal|
    S|Studies epilepsy in graduate school|
    S|Takes a water pill|(Z79.899)
    S|Tested for HIV last year, negative|
    S|Uses an inhaler before exercise|(Z79.899) (Z79.51)
    S|Vaccinated against hepatitis B|
    S|Was seen in ED, pneumonia and PE excluded|
    S|Was told he might have gout but workup negative|
    S|Worker's compensation claim filed|
    S|Works in a dialysis unit|
    E|Foot exam: no ulcer, callus, deformity, neuropathy, or onychomycosis|
    E|Fundus: no diabetic retinopathy|
    E|Gait normal, no ataxia, no antalgic gait|
    E|Lymphatics: nonpalpable|
    E|Nares patent, no polyps; oropharynx without exudate, tonsils 1+|
    E|Oropharynx clear, no thrush|
    E|PERRLA, EOMI, no strabismus, anicteric sclerae|
    E|TMs clear, no effusion or perforation. No cerumen|
    R|ANA negative, RF negative|
    R|Blood cultures no growth|
    R|C. difficile toxin: negative|
    R|Colonoscopy 2022 normal, no polyps|
    R|CT: no appendicitis, no hydronephrosis, no stones|
    R|EKG: sinus rhythm, LBBB.|(I44.7)
    R|EMG normal, no carpal tunnel syndrome|
    R|Gram stain: no organisms; culture no growth MRSA|
    R|HbA1c 7.9, LDL 142, TSH normal.|
    R|MRI brain: no acute infarct, no mass|
    R|Newborn screen normal|
    R|Pathology: benign, no malignancy|
    R|Platelets 220|
    R|Urine drug screen negative for cocaine, opiates|
    R|XR foot negative for stress fracture|
    N|10 day old. Assessment: Jaundice due to breast milk.|P59.3
    N|11 yo M. Assessment: Obese, BMI 99th percentile.|E66.9 Z68.54 (Z68.55) (Z68.56)
    N|12 yo F scoliosis screening at school positive. X-ray 8 degrees, no scoliosis. Normal spine exam.|(Z13.828) (Z03.89) (Z00.129)
    N|12 yo. Assessment: Closed Salter-Harris II fracture of right distal radius.|S59.221A
    N|13 yo M Sever disease both heels. Heel cups. No stress fracture.|M92.61 M92.62
    N|13 yo. Assessment: Failed vision screen, myopia bilateral.|H52.13 (Z01.01) (Z00.121)
    N|15 yo M concussion 2 weeks ago, symptoms resolved, cleared to return to play.|(S06.0XAD) (S06.0X0D) (Z09) (Z87.820)
    N|2 month old M. Assessment: Cradle cap.|L21.0
    N|2 month old. Assessment: Nasolacrimal duct obstruction, left.|H04.552 (Q10.5)
    N|2 yo. Assessment: Swallowed a penny.|T18.9XXA
    N|20 yo M facial acne. Start doxycycline, warn of sunburn, esophagitis, yeast.|L70.9 (L70.0)
    N|22 yo F. Assessment: Missed period, urine pregnancy test negative.|Z32.02 (N92.6) (N91.2)
    N|24 yo M. Twisted ankle playing basketball yesterday. Assessment: Left ankle sprain, lateral.|S93.402A (Y93.67) (S93.492A) (X50.1XXA) (X50.0XXA)
    N|25 yo M. Assessment: Nasal bone fracture, closed.|S02.2XXA
    N|29 yo M. Assessment: Electric shock at work, no burn.|T75.4XXA (W86.8XXA) (W86.1XXA) (Y99.0)
    N|33 yo M hydrocele vs hernia. Scrotal swelling right. US ordered.|N50.89
    N|34 yo M. Assessment: Traumatic tympanic membrane perforation, left, diving.|S09.22XA
    N|35 yo F, IUD strings check. No pain, fever, discharge. Strings visible. No infection or pregnancy concern.|Z30.431
    N|37 yo F employee health: hepatitis B titer, MMR titer, varicella titer, TB screening.|(Z02.1) (Z02.89) (Z01.84) (Z11.1) (Z11.7) (Z11.59)
    N|38 yo F. Assessment: Lisfranc sprain left foot.|S93.622A
    N|4 yo. Assessment: Functional constipation with encopresis.|K59.04 R15.9
    N|41 yo M vasectomy counseling. Risks hematoma, infection, chronic pain, failure. Procedure scheduled.|Z30.09 (Z30.2)
    N|43 yo F gallstones on US, biliary colic. Cholecystectomy scheduled. ER for fever, jaundice, pancreatitis.|K80.20 (K80.50)
    N|50 yo F for results. Mammogram shows benign cyst right breast. No cancer. Repeat in one year.|N60.01
    N|51 yo M trigger finger left middle. Injection. Warn of infection, tendon rupture, diabetes flare.|M65.332
    N|54 yo F right hand numbness. EMG ordered for carpal tunnel vs radiculopathy.|R20.0
    N|54 yo M pilonidal cyst, no abscess. Excision scheduled.|L05.91
    N|55 yo M Medicare form for diabetic shoes. DM2 with neuropathy.|E11.40 (E11.42)
    N|58 yo F, colonoscopy screening consult. No bleeding. Mother had colon cancer at 60.|Z12.11 Z80.0
    N|60 yo F osteoporosis screening DEXA ordered, postmenopausal.|Z13.820 Z78.0
    N|62 yo F left hip pain. X-ray without fracture; OA left hip. Discussed hip replacement, DVT risk.|M16.12
    N|62 yo F. Slipped on wet floor. Assessment: Colles' fracture left wrist.|S52.532A (W01.0XXA) (W18.30XA)
    N|68 yo M with R knee OA. Injected Kenalog. Watch blood sugar; call for redness, fever or swelling.|M17.11
    N|7 yo. Assessment: Molluscum contagiosum.|B08.1
    N|80 yo F. Assessment: Left hip fracture, s/p ORIF 2 weeks ago, routine healing.|S72.002D
    N|9 month old. Assessment: Diaper candidiasis.|B37.2 (L22)
    N|Abnormal pap LSIL, colposcopy today, rule out dysplasia, cancer.|R87.612
    N|Angina-free since stent.|(Z95.5)
    N|Annual exam, normal. Flu shot given.|Z00.00 Z23
    N|Asthma camp form signed.|(J45.909)
    N|Bell's palsy, right.|G51.0
    N|Botox for migraine prophylaxis, chronic migraine without aura. No stroke, ptosis.|G43.709
    N|Breathlessness on exertion.|R06.09 (R06.02) (R06.00)
    N|Chronic cough 3 months. Spirometry normal: no asthma. GERD therapy trial.|R05.3 (K21.9)
    N|Chronic migraine, intractable.|G43.719
    N|Cold sore starting; valacyclovir.|B00.1
    N|Depression screening negative. Anxiety questionnaires normal.|(Z13.31)
    N|Diabetic eye exam: no retinopathy. T2DM.|E11.9
    N|Did not have a stroke per ER. TIA not confirmed.|
    N|Disability exam.|Z02.71
    N|Diverticulosis without bleeding.|K57.30 (K57.90)
    N|DOE, r/o CHF.|R06.09 (R06.00)
    N|Ear wax removed from both ears, cerumen impaction.|H61.23
    N|Elevated blood pressure at dentist. 142/88 here. No diagnosis of hypertension yet.|R03.0
    N|Elevated PSA 6.2. Biopsy scheduled; infection, bleeding, sepsis risks. No prostate cancer known.|R97.20
    N|Employer requires TB and hepatitis B titers.|(Z02.1) (Z02.89) (Z11.1) (Z01.84) (Z11.59)
    N|Fall at home last month. No injury. Uses walker.|(Z91.81) (Z99.89) (W19.XXXA)
    N|Fever and rash after trip to Brazil. Dengue, Zika, chikungunya, malaria tests sent.|R50.9 R21
    N|Fever-free for 24 hours.|
    N|Flu, COVID, RSV, strep all negative. Viral pharyngitis.|J02.8 (J02.9) (B97.89)
    N|Follow-up on anxiety. Doing better on buspirone. Sleep still poor. Generalized anxiety disorder, insomnia.|F41.1 G47.00 (F51.05)
    N|FRAX major fracture risk 6%.|
    N|Gail model breast cancer risk 1.2%.|
    N|Gluten-free diet for celiac disease.|K90.0
    N|Gonorrhea, chlamydia, trichomonas not detected. Dysuria.|R30.0
    N|Gout attack right big toe.|M10.9 (M10.071)
    N|Gout well controlled. No tophi. Uric acid 5.2.|M10.9 (M1A.9XX0)
    N|Grieving wife's death from cancer. Sleep poor. No depression. PHQ-9 6.|(Z63.4) (F43.21) (G47.00) (G47.9)
    N|Has gout and hypertension. Both stable. Continue allopurinol and losartan.|M10.9 I10
    N|Head bump after hitting cabinet. No LOC, vomiting, amnesia. Forehead contusion. Concussion signs reviewed.|S00.83XA (W22.8XXA) (W22.03XA)
    N|Hearing test after noise at work, normal. No hearing loss. OSHA form.|(Z01.10) (Z57.0) (Z02.89)
    N|Heartburn twice weekly despite PPI. EGD to look for Barrett's.|R12
    N|Heme follow-up for iron deficiency anemia. Colonoscopy and EGD negative for bleeding or cancer.|D50.9
    N|Hepatitis B, hepatitis C and HIV negative.|
    N|Hepatology: compensated HCV cirrhosis, SVR 2019. US every 6 months for HCC. No ascites or encephalopathy.|K74.60 (Z86.19) (B19.20) (B18.2)
    N|Here for TB skin test reading: negative, 0 mm.|(Z11.1)
    N|Herpes zoster, T6, no complications.|B02.9
    N|Hx breast ca 2012. Annual mammogram due.|Z85.3 (Z12.31)
    N|Insulin resistance; does not have diabetes.|E88.819
    N|Iron pills upset stomach. Hgb 13, anemia resolved.|(Z86.2) (K30) (R10.13)
    N|Kidney stone prevention visit. Prior stones, none now. Hydration, low oxalate.|Z87.442 (Z71.3)
    N|Lab only visit: HIV, hepatitis C and lipid panel drawn.|
    N|LDL 170, hyperlipidemia, start atorvastatin.|E78.5
    N|Leg cramps at night. K and Mg normal. No PAD.|R25.2 (G47.62)
    N|Lichen sclerosus of vulva. Clobetasol.|N90.4 (L90.0)
    N|Lyme, syphilis, B12 and TSH normal. Peripheral neuropathy.|G62.9
    N|Migraine-free for years.|
    N|Mild-moderate AS, asymptomatic.|I35.0
    N|Newborn 10 days old, circumcision check, no bleeding, infection. Healing well.|(Z00.111) (Z48.816) (Z09) (Z48.89)
    N|Night sweats: TB, HIV, lymphoma workup negative. Likely menopause.|R61
    N|No signs of heart failure. Weight stable.|
    N|Nondiabetic, nonsmoker, nonobese.|
    N|Nurse visit. Flu vaccine given left arm. No reaction.|Z23
    N|Pain free since gallbladder removed.|(Z90.49)
    N|Palpitations, Holter ordered to look for Afib.|R00.2
    N|Patient asks about Lyme disease after hike; no tick bite, no rash. Reassured.|(Z71.1)
    N|Patient here for wart on left foot. Cryotherapy done. Plantar wart. Call if infection, blistering or bleeding.|B07.0
    N|Patient presents with 3 days of sore throat and fever. Rapid strep positive. Amoxicillin for strep pharyngitis.|J02.0
    N|Possible Cushing's. Weight gain and striae. Check midnight salivary cortisol.|R63.5 (L90.6)
    N|Post cataract surgery day 1 right, no endophthalmitis, IOP normal.|(Z98.41) (Z48.810) (Z96.1) (Z09)
    N|Post nasal drip and cough. Not asthma.|R09.82 R05.9
    N|Pregnancy test negative.|Z32.02
    N|Rash, doubt shingles. Contact dermatitis.|L25.9
    N|Recovered from COVID last month; no symptoms.|(Z86.16)
    N|Recurrence-free survival.|
    N|Referred to cancer center for second opinion.|
    N|Risks include bleeding, infection, perforation, stroke, death.|
    N|Seen by PT for gait training after stroke last year; no residual deficits now.|Z86.73
    N|Seizure-free for 2 years on Keppra, epilepsy.|G40.909
    N|Sickle cell disease with pain crisis last month, now without crisis. Hydroxyurea.|D57.1 (Z79.64)
    N|Smoke-free home.|
    N|Snoring; sleep study ordered for suspected OSA.|R06.83
    N|Sore throat and fever. Rapid strep positive. Strep pharyngitis. Watch for rheumatic fever, abscess, rash.|J02.0
    N|Sore throat x 2 days, rapid strep positive. Strep pharyngitis. Amoxicillin x 10 days.|J02.0
    N|Stop if you get muscle pain or dark urine.|
    N|Tired. Screens for depression, sleep apnea, anemia, hypothyroid all negative.|R53.83
    N|Told she had hepatitis C but RNA negative, antibody false positive.|(R76.8) (R76.89)
    N|Vaccine record shows measles, mumps, rubella, polio.|
    N|Vegan, B12 checked and normal.|(Z78.9)
    N|Viral illness vs allergies. Runny nose.|J34.89
    N|Wants to be tested for HIV, no risk factors.|(Z11.4)
    N|Warned of Stevens-Johnson, hepatitis and pancytopenia.|
    """
}
