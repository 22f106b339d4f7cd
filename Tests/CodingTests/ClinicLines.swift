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
    A|Acute medial meniscus tear of the right knee, initial encounter.|S83.241A (S83.206A) (S83.231A) (S83.221A) (S83.211A)
    A|Acute tonsillitis due to strep|J03.00
    A|ADD, inattentive|F90.0
    A|ADHD: no tics, no chest pain on stimulant, BP normal|F90.9
    A|Adnexal mass|(N83.9) (N94.89) (R19.00)
    A|Afebrile, no sepsis|
    A|AIH|K75.4
    A|AK of scalp|L57.0
    A|AK x4 scalp.|L57.0
    A|AKI, resolving.|N17.9
    A|Alcohol use disorder: naltrexone, hepatitis panel, no withdrawal|F10.20 (F10.90)
    A|Alcoholic neuropathy|G62.1 (F10.20)
    A|ALL in remission|C91.01
    A|Alopecia areata, two patches on occiput.|L63.9 (L63.8)
    A|Alzheimer's disease, late onset, with moderate dementia and agitation.|G30.1 F02.B11
    A|Amiodarone monitoring|Z51.81 (Z79.899)
    A|AML in complete remission|C92.01
    A|AMS|R41.82
    A|Anal fissure, chronic.|K60.1
    A|Anemia due to GI bleed|D50.0 K92.2 (D62) (D64.9)
    A|Anemia vs lab error|
    A|Angina pectoris|I20.9
    A|Animal scratch, cat, right hand|S60.511D (S60.511A) (W55.03XD) (W55.03XA)
    A|Ankle instability, chronic, left|M25.372
    A|Ankle sprain, recovered|
    A|Annual wellness visit|(Z00.00)
    A|Anxiety: GAD-7 12, start buspirone; avoid benzodiazepine dependence|F41.9
    A|Anxious about breast cancer|
    A|AOM|H66.90
    A|Appears to be allergic rhinitis|
    A|Appendicitis unlikely; RLQ pain|R10.31
    A|APS on warfarin|D68.61 Z79.01
    A|Arthralgias: doubt RA; lupus serologies pending|M25.50
    A|Arthritis Foundation exercise class|
    A|AS, mild: echo in 2 years, endocarditis prophylaxis not needed|I35.0
    A|Asks about endometriosis|
    A|Aspiration pneumonia|J69.0
    A|Asthma, unspecified, uncomplicated|J45.909
    A|Asthma-COPD overlap|J44.89 (J45.909)
    A|Atopic dermatitis, flexural|L20.82 (L20.89)
    A|Attention to colostomy|Z43.3
    A|Atypical glandular cells on pap|R87.619
    A|AUB|N93.9
    A|Autoimmune hepatitis|K75.4
    A|AVN right femoral head|M87.051
    A|Awaiting knee replacement, OA right knee|M17.11
    A|Awaiting liver transplant|Z76.82
    A|B12 def|E53.8
    A|Back pain, doubt herniated disc|M54.9
    A|Belly button hernia|K42.9
    A|Bipolar disorder: stable on lithium, monitor for toxicity, thyroid and kidney disease|F31.9 (Z79.899)
    A|Bladder infection|N30.90
    A|Blurry vision OU, cataracts suspected|H53.8
    A|Bone spur of right heel|M77.31
    A|Boxer's fracture right 5th metacarpal neck, initial encounter, closed, displaced|S62.336A
    A|BP at goal|
    A|BPH with nocturia and weak stream.|N40.1 R35.1 R39.12
    A|BPH without LUTS|N40.0
    A|BPH: tamsulosin, counsel on dizziness, PSA ordered to screen for prostate cancer|N40.0 (Z12.5)
    A|BPPV|H81.10
    A|Brain mets from melanoma|C43.9 C79.31
    A|BRCA1 carrier|Z15.01
    A|Breast cancer, left, UOQ, ER+ on anastrozole.|C50.412 Z17.0 Z79.811 (Z17.410)
    A|Breast cancer, male, right|C50.921 (C50.911)
    A|Breast lump, biopsy benign, fibrocystic change right|N60.11 (N63.10)
    A|Breast lump, left, UOQ|N63.21
    A|Bright red blood per rectum: hemorrhoids vs fissure|K62.5
    A|Broken tooth, traumatic, tooth #8, initial encounter|S02.5XXA
    A|Bruxism, sleep related|G47.63
    A|Bullous pemphigoid|L12.0
    A|CAD of bypass graft with angina|I25.709
    A|CAD. Stress test positive, cath scheduled. CABG possible.|I25.10 (R94.39)
    A|Calcific tendinitis of L shoulder|M75.32
    A|Camp physical|Z02.89
    A|CAP|J18.9
    A|Carcinoid of the ileum|(C7A.012) (D3A.012)
    A|Castration-resistant prostate cancer|C61 Z19.2
    A|Cat scratch disease|A28.1
    A|Cellulitis left lower leg|L03.116
    A|Cellulitis vs DVT left leg: doppler|
    A|CF carrier|Z14.1
    A|Chafing|L30.4 (L98.8)
    A|Chalazion right upper eyelid|H00.11
    A|Chest pain, r/o ACS|R07.9
    A|CHF: euvolemic, no edema, daily weights|I50.9
    A|Chlamydia cervicitis|A56.09
    A|Chlamydia, urethral|A56.01
    A|Cholelithiasis - rule out|
    A|Cholelithiasis likely|
    A|Cholelithiasis negative|
    A|Cholelithiasis not found|
    A|Cholelithiasis not seen|
    A|Cholelithiasis probable|
    A|Cholelithiasis suspected|
    A|Cholelithiasis versus gastritis|
    A|Cholelithiasis vs gastritis|
    A|Cholelithiasis, r/o|
    A|Cholelithiasis?|
    A|Chronic cough, r/o GERD.|R05.3
    A|Chronic gastritis|K29.50
    A|Chronic hep C, genotype 1a, treatment naive|B18.2
    A|Chronic migraine without aura, intractable|G43.719
    A|Chronic NSAID use|(Z79.1)
    A|Chronic obstructive asthma|J44.89
    A|Chronic pain syndrome|G89.4
    A|Chronic pancreatitis from alcohol|K86.0 (F10.20)
    A|Chronic PE|I27.82
    A|Chronic prostatitis|N41.1
    A|Chronic resp failure with hypercapnia|J96.12
    A|Chronic venous insufficiency|I87.2
    A|Chronic venous stasis ulcer left ankle|I87.2 L97.329
    A|CKD 3a: secondary hyperparathyroidism labs, anemia labs|N18.31
    A|CKD IIIb due to HTN|I12.9 N18.32
    A|CKD stage 4|N18.4
    A|Class 2 obesity, BMI 37.2.|E66.812 Z68.37
    A|Class 2 obesity, BMI 37.4|E66.812 Z68.37
    A|Cleft palate|Q35.9
    A|CLL: monitor for Richter's transformation, infections, AIHA|C91.10
    A|Closed nondisplaced fracture of distal radius, left, initial encounter|S52.502A
    A|Cluster headache, episodic|G44.019
    A|Cochlear implant right|Z96.21
    A|Cognitive decline, workup in progress|R41.89 (R41.81) (R41.9)
    A|Cold sore|B00.1
    A|Colles fracture R, closed, routine healing, subsequent|S52.531D
    A|Colon cancer s/p resection, on adjuvant FOLFOX|C18.9 (Z90.49)
    A|Colostomy in place, no issues|Z93.3
    A|Compatible with ringworm, annular rash arm|R21
    A|Concerned about prostate cancer|
    A|Concussion without LOC, initial encounter|S06.0X0A
    A|Concussion without LOC, initial evaluation.|S06.0X0A
    A|Conjunctivitis, allergic, not infectious, both|H10.13 (H10.10) (H10.45)
    A|Consistent with plantar fasciitis, heel pain left|M79.672
    A|Constipation: colonoscopy UTD, TSH for hypothyroidism|K59.00
    A|Consult for pacemaker|
    A|Contact lens fitting|Z46.0
    A|Continue to monitor atrial fibrillation|I48.91
    A|Contusion of left thigh, initial encounter|S70.12XA
    A|COP|J84.116
    A|COPD with emphysema|J43.9
    A|COPD: no exacerbation, continue Trelegy, pneumonia vaccine given|J44.9 (Z23) (Z79.51)
    A|COPD: smoking cessation, lung cancer screening discussed|J44.9 (F17.200)
    A|Corneal abrasion OD, initial encounter|S05.01XA
    A|Cosmetic Botox for glabellar lines|Z41.1 (L98.8) (L57.4)
    A|Costochondritis|M94.0
    A|Cough, ?asthma|R05.9
    A|Counseled about hypertension risk|
    A|Counseled about obesity|E66.9
    A|COVID vaccine refusal|Z28.21 (Z28.310)
    A|Crohn's colitis with fistula|K50.113
    A|Crohn's: no fistula, no stricture|K50.90
    A|CTS right|G56.01
    A|CTS, bilateral.|G56.03
    A|Cubital tunnel syndrome on the right.|G56.21
    A|Cystic fibrosis with lung disease|E84.0
    A|Cystitis with hematuria|N30.91
    A|Declined HIV testing|
    A|Declines mastectomy, breast cancer right|C50.911
    A|Depression: SSRI, black box suicidality, serotonin syndrome, hyponatremia discussed|F32.A
    A|Diabetes type 2. Counselled on foot ulcers, retinopathy, nephropathy.|E11.9
    A|Diaphragm fitting|Z30.018
    A|Diarrhea: stool culture, C. diff, Giardia, celiac panel|R19.7
    A|Dietary counseling|Z71.3
    A|Disability exam|Z02.71
    A|Discussed diagnosis of gout|M10.9
    A|Discussed going to physical therapy for plantar fasciitis|M72.2
    A|DKD, CKD 3a, type 2|E11.22 N18.31
    A|DOE|R06.09
    A|Dog bite left forearm, initial encounter|S51.852A (W54.0XXA)
    A|Dressing change, surgical wound|Z48.01 (Z48.00)
    A|Drug-resistant epilepsy|G40.919
    A|Dry AMD OU, early|H35.3131
    A|DVT|I82.409
    A|DVT suspected, leg pain right|M79.604
    A|DVT, RLE, acute|I82.401
    A|DVT: no PE, start Eliquis, hematology for thrombophilia testing|I82.409
    A|Dysmenorrhea, primary|N94.4
    A|Dyspnea: BNP for heart failure, D-dimer for PE|R06.00
    A|Dysuria, UA negative, STI testing sent|R30.0
    A|Ear infection, right|H66.91
    A|Ear piercing|Z41.3
    A|Ear wax|H61.20
    A|Early onset Alzheimer's disease|G30.0 F02.80
    A|ED|N52.9
    A|ED due to type 2 diabetes|E11.69 N52.1
    A|ED, organic.|N52.9
    A|Edentulous, complete|K08.109
    A|Educated on diabetes prevention|
    A|Educated on hypothyroidism|E03.9
    A|Education about endometriosis|
    A|EIB|J45.990
    A|Elbow pain; no evidence of fracture|M25.529
    A|Elevated A1c 5.9|R73.09 (R73.03)
    A|Elevated alkaline phosphatase|R74.8
    A|Elevated LFTs: hepatitis panel, iron studies, ceruloplasmin, autoimmune hepatitis serology|R79.89 (R74.01)
    A|Elevated PSA.|R97.20
    A|Elevated troponin|R79.89
    A|Emergency contraception|Z30.012
    A|Employment drug screen|Z02.83
    A|EoE|K20.0
    A|Eosinophilic esophagitis|K20.0
    A|Epilepsy: lamotrigine, rash and SJS warning|G40.909
    A|Epistaxis from the left naris, cauterized.|R04.0
    A|Equivocal for cholelithiasis|
    A|ER+ invasive ductal carcinoma of left breast, UOQ|C50.412 Z17.0
    A|Esophageal varices in cirrhosis, not bleeding|K74.60 I85.10
    A|Essential tremor|G25.0
    A|Essential tremor, bilateral hands|G25.0
    A|Essential tremor.|G25.0
    A|Eval for sleep apnea|
    A|Evaluate for carpal tunnel; hand numbness right|R20.0
    A|Evaluation for bariatric surgery|
    A|Evaluation for cochlear implant|
    A|Evaluation for pacemaker|
    A|Exposure to chlamydia|Z20.2
    A|Fall at home without injury|Z04.3 (W19.XXXA) (Z91.81) (Y92.009)
    A|Fallen bladder|N81.10
    A|Fam hx of sudden cardiac death|Z82.41
    A|Family history of hemochromatosis: ferritin, HFE gene|Z83.49 (Z83.438)
    A|Fatty liver due to alcohol|K70.0 (F10.90)
    A|Favor tendinitis|
    A|Fe def anemia|D50.9
    A|Fever free|
    A|Fever in traveler: malaria, dengue, typhoid testing|R50.9
    A|Fever: blood cultures, malaria smear, dengue serology|R50.9
    A|FH glaucoma|Z83.511
    A|FH hemochromatosis|Z83.49 (Z83.438)
    A|FH of dementia|Z81.8 (Z82.0)
    A|FH of kidney disease|Z84.19
    A|FH prostate cancer|Z80.42
    A|FHx polyps|Z83.719 (Z83.710) (Z83.718)
    A|Fibroadenoma right breast|D24.1
    A|Fibromyalgia.|M79.7
    A|Fibromyalgia: depression screening negative, no sleep apnea|M79.7 (Z13.31)
    A|Fitness for duty exam|Z02.89 (Z02.79)
    A|Flu with pneumonia|J11.00
    A|Flu, start Tamiflu|J11.1
    A|Follicular lymphoma grade 2|C82.10
    A|Foot drop due to stroke, left|I69.398 M21.372 (I69.898)
    A|Foreign body in left foot, glass, removed|S90.852D (S90.852A) (S91.342A) (S91.342D)
    A|Forward head posture|R29.3
    A|FUO: endocarditis, TB, lymphoma, Still's considered|R50.9
    A|Gait instability|R26.81
    A|Gallstones|K80.20
    A|Ganglion, right foot|M67.471
    A|GBM|C71.9
    A|GCA|M31.6
    A|Gender dysphoria in adult|F64.0
    A|GERD w/ esophagitis|K21.00
    A|GERD: continue omeprazole; EGD if dysphagia|K21.9
    A|GERD: PPI long term, discussed osteoporosis, C. diff, kidney disease|K21.9
    A|GIB|K92.2
    A|Glaucoma suspect OU|H40.003
    A|Glaucoma vs ocular hypertension|
    A|Glioblastoma, left temporal|C71.2
    A|Gluten-free diet, celiac disease|K90.0
    A|Gout due to CKD|M10.30 N18.9
    A|Gross hematuria, painless|R31.0
    A|h/o cervical dysplasia|Z87.410
    A|H/o COVID-19|Z86.16
    A|H/o gestational DM|Z86.32
    A|H/o nephrolithiasis|Z87.442
    A|h/o physical abuse|Z91.410
    A|h/o shingles|(Z86.19)
    A|h/o skin cancer, BCC and SCC|Z85.828
    A|h/o stroke, no deficits|Z86.73
    A|HA|R51.9
    A|Hand foot and mouth|B08.4
    A|Hand, foot and mouth disease.|B08.4
    A|HCM|I42.2
    A|He will come back for his gout|M10.9
    A|Healed fracture of the right wrist|(Z87.81) (Z09)
    A|Hearing aid fitting|Z46.1
    A|Hearing aids|(Z97.4)
    A|Hearing screening passed|Z01.10 (Z13.5)
    A|Heart murmur|R01.1
    A|Heartburn|R12
    A|Hematuria: CT urogram for stones or bladder cancer|R31.9
    A|Hematuria: cystoscopy for bladder cancer|R31.9
    A|Hemiparesis of the right dominant side following ischemic stroke last year.|I69.351
    A|Hep A, acute|B15.9
    A|Hep B, chronic|B18.1
    A|Hep C, chronic, treatment naive.|B18.2
    A|Hep C, cured, SVR12|Z86.19
    A|Hepatitis B carrier|B18.1
    A|Hepatitis B vaccination, dose 2|Z23
    A|Hepatitis C screening ordered|Z11.59
    A|Hepatitis C: SVR achieved, HCC surveillance not needed|(Z86.19) (B19.20)
    A|Here for vasectomy|Z30.2
    A|Herniated disc C5-6 with radiculopathy|M50.122
    A|Herpetic gingivostomatitis|B00.2
    A|Hgb SS disease, no crisis|D57.1
    A|HHS|E11.00
    A|High blood pressure|I10
    A|High calcium|E83.52
    A|High potassium|E87.5
    A|Hip bursitis right|M70.71 (M70.61)
    A|History of above knee amputation, left|Z89.612
    A|History of alcohol use disorder, sober 10 years|F10.21
    A|History of asthma as a child, resolved|Z87.09
    A|History of brain tumor, benign, resected|Z86.011
    A|History of chemo and radiation|Z92.21 Z92.3
    A|History of CKD stage 3a|N18.31
    A|History of corneal transplant|Z94.7
    A|History of eating disorder, recovered|Z86.59
    A|History of gestational HTN|(Z87.59)
    A|History of hepatitis C, treated and cured|Z86.19
    A|History of hives|Z87.2
    A|History of hysterectomy|Z90.710
    A|History of iron deficiency, resolved|(Z86.2) (Z86.39)
    A|History of kidney stones, none currently|Z87.442
    A|History of laryngeal cancer|Z85.21
    A|History of leukemia|Z85.6
    A|History of lobectomy|Z90.2
    A|History of Lyme disease|Z86.19
    A|History of non-Hodgkin's lymphoma, treated|Z85.72
    A|History of osteomyelitis|Z87.39
    A|History of ovarian cancer|Z85.43
    A|History of septic arthritis|Z87.39
    A|History of stroke without residual deficits|Z86.73
    A|History of syncope|Z87.898
    A|HIV: PJP and toxo prophylaxis not needed|(Z21) B20
    A|HLD|E78.5
    A|HMB|N92.0
    A|Hot flashes due to tamoxifen|(R23.2) (N95.1) T38.6X5A (Z79.810)
    A|HSV-2 genital, recurrent|A60.00 (A60.9)
    A|HTN heart disease with HF|I11.0 I50.9
    A|Hx anemia, resolved|Z86.2
    A|Hx depression, resolved|Z86.59
    A|Hx hepatitis B, cleared|Z86.19
    A|Hx Hodgkin's|Z85.71
    A|Hx infertility, now pregnant|(O09.00) (O09.01) (Z33.1)
    A|Hx lung CA|Z85.118
    A|Hx of anaphylaxis|Z87.892
    A|Hx of anaphylaxis to bee stings|Z91.030 (Z87.892)
    A|Hx of colon polyps|Z86.0100
    A|Hx of DVT, off anticoagulation|Z86.718
    A|Hx of MRSA infection|Z86.14
    A|Hx skin cancer BCC|Z85.828
    A|Hx smoking|Z87.891
    A|Hypercalcemia: PTH, PTHrP, myeloma labs|E83.52
    A|Hyperglycemia, no diabetes|R73.9
    A|Hyperhidrosis, axillary|L74.510
    A|Hyperlipidemia. FH of premature CAD.|E78.5 Z82.49
    A|Hypertensive urgency|I16.0 (I10)
    A|Hypophosphatemia|E83.39
    A|Hypotension due to meds|I95.2
    A|Hypothyroidism; overtreatment can cause AF and osteoporosis|E03.9
    A|Hysterectomy planned for fibroids|D25.9
    A|Iatrogenic Cushing's|E24.2
    A|IBS|K58.9
    A|IBS with constipation|K58.1
    A|IBS-D.|K58.0
    A|IBS: celiac negative, no IBD|K58.9
    A|ICM|I25.5
    A|IDA: ferritin 8, colonoscopy to rule out GI malignancy|D50.9
    A|Idiopathic pulmonary fibrosis, stable on nintedanib.|J84.112 (Z79.899)
    A|IFG|R73.01
    A|IGT|R73.02
    A|ILD due to RA|M05.10
    A|Immigration physical|Z02.89
    A|Immunization counseling|(Z71.85)
    A|Impression: doubtful appendicitis|
    A|Inappropriate sinus tach|I47.11
    A|Indicative of meniscal tear|
    A|Infection-free wound|
    A|Inflamed seborrheic keratosis on the upper back.|L82.0
    A|Inflamed SK, back.|L82.0
    A|Influenza|J11.1
    A|Influenza A infection|J10.1
    A|Influenza immunization|Z23
    A|Influenza. Rapid flu positive.|J10.1
    A|Ingrown toenail of the left great toe with paronychia.|L60.0 L03.032
    A|Insect bite right lower leg, nonvenomous, initial encounter|S80.861A (W57.XXXA)
    A|Insomnia: melatonin, screen for depression and OSA|G47.00 (Z13.31)
    A|Insomnia: sleep hygiene, no sleep apnea symptoms|G47.00
    A|Insurance physical|Z02.6
    A|Intellectual disability, mild|F70
    A|Invasive ductal carcinoma right breast UOQ, on anastrozole|C50.411 (Z79.811)
    A|IPMN|D49.0 (D37.8) (D13.6) (K86.2)
    A|Iron deficiency anemia due to heavy menses|D50.0 N92.0
    A|Iron deficiency anemia due to heavy menses.|D50.0 N92.0
    A|Iron deficiency: celiac and H. pylori testing|E61.1
    A|Iron overload due to transfusions|E83.111
    A|Irreversible pulpitis #30|K04.02
    A|Ischemic cardiomyopathy, EF 35%|I25.5
    A|ITP|D69.3
    A|IUD removal and reinsertion|Z30.433
    A|Jaundice|R17
    A|JIA|M08.00 (M08.90)
    A|Joint hypermobility syndrome|M35.7
    A|Jumper's knee right|M76.51
    A|Kidney transplant recipient, stable|Z94.0
    A|Knee OA, bilat, left worse|M17.0
    A|L4-5 disc herniation w/ radiculopathy.|M51.16 (M51.26)
    A|L4-5 disc herniation with radiculopathy|M51.16
    A|Lacunar infarct, old, incidental on MRI|Z86.73
    A|Lap band in place|Z98.84
    A|Latent TB: CXR negative for active TB, LFTs for INH hepatitis|Z22.7
    A|LBP|M54.50
    A|LE edema|R60.0
    A|LE edema bilateral|R60.0
    A|Lead exposure|Z77.011
    A|Leaky bladder|R32 (N39.3) (N39.498)
    A|Left hemiparesis from old right MCA stroke, right-handed|I69.354
    A|Left MCL sprain, initial encounter|S83.412A
    A|Left-sided UC, no complications|K51.50
    A|Leg length discrepancy, acquired|M21.70
    A|Leukocytosis: flow cytometry for CLL|D72.829
    A|Likely viral exanthem, rash|R21
    A|Limited scleroderma (CREST)|M34.1
    A|Liver lesion|K76.89
    A|Liver mets, primary unknown|C78.7 C80.1
    A|LLQ abd pain|R10.32
    A|Long-term opioid use for chronic low back pain|M54.50 G89.29 Z79.891
    A|Looks like ringworm|
    A|Loss of voice|R49.1
    A|Low iron|(R79.0) (E61.1)
    A|Low testosterone|(E29.1) (R79.89)
    A|Lumbar radiculopathy, left|M54.16
    A|LV thrombus|I51.3 (I24.0) (I23.6)
    A|Lyme arthritis|A69.23
    A|Lymphadenopathy: HIV, EBV, CMV, toxo, TB testing|R59.9
    A|Lymphedema of left arm after mastectomy|I97.2 (Z90.12)
    A|Lymphedema of the right arm after mastectomy.|I97.2 (Z90.11)
    A|Lynch syndrome|Z15.060 (Z15.04) (Z15.09) (Z15.068) (Z15.02) (Z15.07)
    A|Macrocytosis without anemia|D75.89
    A|Malignant pleural effusion from breast cancer|C50.919 J91.0
    A|Marginal zone lymphoma of stomach (MALT)|C88.40
    A|MASH|K75.81
    A|MASLD|K76.0
    A|MCI|G31.84
    A|MDD, recurrent, in partial remission|F33.41
    A|Medication reconciliation|
    A|Melanoma suspected|
    A|Meniscus tear suspected, knee pain left|M25.562
    A|MGUS: annual labs to detect myeloma, amyloid|D47.2
    A|Migraine w/o aura, not intractable.|G43.009
    A|Missed period|N92.6 (N91.2) (N91.0)
    A|Mixed HLD, at goal on statin.|E78.2
    A|Mobitz II|I44.1
    A|Monitor CKD stage 3a|N18.31
    A|Monitor for CKD|
    A|Morton neuroma, right foot.|G57.61
    A|MS, primary progressive, active|G35.B1
    A|MS: JC virus and hepatitis B testing before Ocrevus, PML risk|G35.D
    A|MS: no relapses, MRI no new lesions|G35.D
    A|Muscle weakness of left leg|M62.81 (R29.898)
    A|Myelofibrosis|D75.81
    A|NAFLD|K76.0
    A|Narcolepsy with cataplexy|G47.411
    A|Narrow angles OD|H40.031
    A|NASH cirrhosis, compensated|K75.81 K74.60
    A|Nausea, cholelithiasis suspected|R11.0
    A|Need for flu vaccine|Z23
    A|Needs measles vaccine|Z23
    A|Needs Tdap|Z23
    A|Negative pregnancy test, missed period|Z32.02 (N92.6) (N91.2)
    A|Neoplasm related pain, metastatic prostate cancer to bone|G89.3 C61 C79.51
    A|Nephrostomy tube|Z93.6
    A|Nephrotic syndrome due to membranous nephropathy|N04.20
    A|Neuropathic ulcer right plantar foot, diabetic, type 1|E10.621 L97.519 (L97.419)
    A|Neuropathy: B12, SPEP, HIV, Lyme, syphilis|G62.9
    A|NICM|I42.8 (I42.9)
    A|No diabetic retinopathy|
    A|Non-Hodgkin lymphoma|C85.90
    A|Non-seasonal allergic rhinitis|J30.89
    A|Non-STEMI 6 weeks ago|I25.2
    A|Nonhealing ulcer right heel|L97.419
    A|Nonobstructing renal stone, right|N20.0
    A|Nontender breast lump, right|N63.10
    A|Not pregnant|
    A|NS cataract OU.|H25.13
    A|NSVT|(I47.29) (I47.20)
    A|Nursemaid's elbow left, initial encounter|S53.032A
    A|OA|M19.90
    A|OAB w/ urge incontinence.|N32.81 N39.41
    A|Obesity due to excess calories, BMI 33.2|E66.09 Z68.33
    A|Obstructive sleep apnea, compliant with CPAP.|G47.33 (Z99.89)
    A|OCP refill|Z30.41
    A|OHS|E66.2
    A|Old anterior MI 2015.|I25.2
    A|OME, left|H65.92 (H65.02)
    A|Opioid dependence on buprenorphine|F11.20
    A|Opioid use disorder: on Suboxone, no cravings, hep C and HIV negative|F11.20
    A|Opioid-induced constipation|K59.03 T40.2X5A (T40.2X5D) (T40.605A) (T40.605D)
    A|Oral thrush|B37.0
    A|Organ donor evaluation|Z00.5
    A|Orthostasis|I95.1
    A|Orthotics fitting|Z46.89
    A|OSA: compliant with CPAP, no daytime sleepiness|G47.33
    A|Osteomyelitis of left great toe due to diabetes|E11.69 M86.9 (M86.172)
    A|Osteomyelitis of the left great toe, diabetic type 2|E11.69 M86.9 (M86.672) (M86.172)
    A|Osteopenia: FRAX hip fracture 1%, no treatment|M85.80
    A|Osteoporosis prevention|
    A|Osteoporosis with current T12 compression fx, initial|M80.08XA
    A|Otitis externa, bilateral|H60.93 (H60.90)
    A|PACs|I49.1
    A|PAD: smoking increases amputation risk|I73.9
    A|Pain free|
    A|Pain-free after surgery, s/p carpal tunnel release right|(Z98.890) (Z48.811) (Z09)
    A|Painless hematuria|R31.9 (R31.0)
    A|Painless jaundice|R17
    A|Painless lump in neck|R22.1
    A|Painless lump left breast|N63.20
    A|Painless red eye, no vision loss, left|H57.89
    A|Painless swelling neck|R22.1
    A|Painless swelling of left knee|M25.462
    A|Painless ulcer on penis|N48.5
    A|Painless vaginal bleeding|N93.9
    A|Palpitations, anxiety vs arrhythmia.|R00.2
    A|Pap unsatisfactory|R87.615
    A|Paperwork completion, FMLA|Z02.79 (Z02.89)
    A|Parkinson's disease without dyskinesia.|G20.A1
    A|Parkinson's with dyskinesia and wearing off|G20.B2
    A|Parkinson's with dyskinesia.|G20.B1
    A|Partial-thickness tear right supraspinatus, degenerative|M75.111
    A|PE effectively excluded by negative D-dimer|
    A|PE history: hypercoagulable workup negative for Factor V Leiden|Z86.711
    A|Penicillin allergy: testing scheduled to de-label|Z88.0
    A|Peptic ulcer disease|K27.9
    A|Personal history of breast CA|Z85.3
    A|Pessary check|Z46.89
    A|Peyronie's disease|N48.6
    A|PH due to left heart disease|I27.22 (I51.9)
    A|PHN.|B02.29
    A|PID, acute|N73.0
    A|Plaque psoriasis, BSA 8%.|L40.0
    A|PMDD|F32.81
    A|Pneumonia due to COVID-19|U07.1 J12.82
    A|Pneumonia resolved|(Z09) (Z87.01)
    A|Pneumonia vaccine given|Z23
    A|POAG both eyes, moderate stage.|H40.1132
    A|POAG OU, mild stage|H40.1131
    A|Polysubstance abuse|F19.10
    A|Positive FIT|R19.5
    A|Possible amputation|
    A|Possible stress fracture left foot, foot pain|M79.672
    A|Post-concussion headache|G44.309 (F07.81)
    A|Post-MI pericarditis (Dressler's)|I24.1
    A|Post-op check, doing well|(Z09) (Z48.89)
    A|Post-stroke foot drop, left|I69.398 M21.372
    A|Post-surgical hypothyroidism.|E89.0
    A|Post-traumatic arthritis, right ankle|M19.171
    A|Post-void dribbling|N39.43
    A|Posterior vitreous detachment, right eye.|H43.811
    A|Potential kidney donor|(Z00.5)
    A|PPD placement for employment|Z11.1 (Z11.7)
    A|Pre-op clearance for left TKA; knee OA|Z01.818 M17.12
    A|Pre-travel visit|Z71.84
    A|Preconception counseling|Z31.69
    A|Premenstrual syndrome|N94.3
    A|Preop cardiac evaluation, CAD stable|Z01.810 I25.10
    A|Preventive care: discussed heart disease, stroke and cancer prevention|
    A|Primary hyperparathyroidism.|E21.0
    A|Prior to knee replacement|
    A|Probable gout, right ankle pain|M25.571
    A|Problems discussed: hypertension, type 2 diabetes|I10 E11.9
    A|Prostate cancer on active surveillance|C61
    A|Provoked PE after surgery|I26.99
    A|Pruritus|L29.9
    A|PSC|K83.01
    A|PSC with UC|K83.01 K51.90
    A|Ptosis of right upper eyelid|H02.401
    A|Pulmonary HTN, group 1|I27.21 (I27.0)
    A|Pulmonary hypertension|I27.20
    A|PVD left eye.|H43.812
    A|Pyelonephritis, acute|N10
    A|Questions about menopause|
    A|RA: TB and hepatitis testing before biologic|M06.9
    A|Rabies vaccine series dose 2|Z23 (Z20.3)
    A|Rash-free today|
    A|Rectocele|N81.6
    A|Red eye OD; iritis ruled out|H57.89
    A|Refused amputation|
    A|Removal of orthopedic hardware, encounter|Z47.2
    A|Renal osteodystrophy|N25.0
    A|Renovascular hypertension|I15.0
    A|Request for circumcision|Z41.2
    A|Requests testing for syphilis|
    A|Resolved otitis media|(Z09) (Z86.69)
    A|Rheumatoid arthritis, RF negative|M06.00
    A|Rib contusion, left side, initial encounter|S20.212A
    A|Right ankle sprain, initial encounter|S93.401A
    A|Right ankle sprain, initial visit.|S93.401A
    A|Right clavicle fracture, initial encounter|S42.001A
    A|Right flank pain|R10.A1
    A|Right flank pain, possible stone.|R10.A1
    A|Right hip flexor strain, initial|S76.011A
    A|Right knee OA, primary.|M17.11
    A|RIH, reducible|K40.90
    A|Rotator cuff tear possible, shoulder pain left|M25.512
    A|Routine eye exam, normal|Z01.00
    A|RTA type 4|N25.89
    A|S/p AVR, mechanical valve, on warfarin|Z95.2 Z79.01
    A|S/p L TKA, doing well.|Z96.652 (Z47.1)
    A|s/p PPM|Z95.0
    A|S/p splenectomy|Z90.81
    A|Saddle PE|I26.92
    A|SCC of skin|C44.92
    A|Schizophrenia: AIMS 0, no tardive dyskinesia|F20.9
    A|Scrotal mass|N50.89
    A|Sebaceous cyst of the back|L72.3
    A|Second degree burn right palm, initial encounter|T23.251A
    A|Secondary diabetes due to chronic pancreatitis|E08.9 K86.1
    A|Secondary progressive MS, not active|G35.C2
    A|Secondhand smoke exposure|Z77.22
    A|Seek second opinion for prostate cancer|C61
    A|Seems like tennis elbow|
    A|Seizure free|
    A|Seizure-free epilepsy|G40.909
    A|Seizure: EEG for epilepsy, MRI for tumor|R56.9
    A|Sepsis due to E. coli UTI, resolved|(A41.51) (N39.0) (Z86.19) (Z87.440)
    A|Septic olecranon bursitis left elbow|M71.122
    A|Sever's disease, right heel|M92.61
    A|Severe AS with moderate MR|I08.0
    A|Severe MR, nonrheumatic.|I34.0
    A|She will go to physical therapy for her low back pain|M54.50
    A|Shingles shot|Z23
    A|Shoulder pain, no rotator cuff tear on MRI, right|M25.511
    A|Slapped cheek|B08.3
    A|SLE with pericarditis|M32.12
    A|Small cell lung cancer, RUL, with liver mets|C34.11 C78.7
    A|Smoker, not ready to quit|F17.200
    A|Smoking history: 20 pack years, quit 2015|Z87.891
    A|SNHL|H90.5
    A|Social anxiety|F40.10
    A|Solitary kidney, acquired|Z90.5
    A|Solitary pulm nodule, 7 mm, LUL.|R91.1
    A|Solitary pulmonary nodule|R91.1
    A|Sore nipples|N64.4 (N64.59)
    A|Split earlobe|(S01.319A) (H61.199) (M95.10)
    A|Sprain of the right ankle, lateral ligament, initial visit.|S93.491A (S93.401A) (S93.411A)
    A|Stable|
    A|Stage IV lung adenocarcinoma, right upper lobe, mets to brain.|C34.11 C79.31
    A|Statin myopathy.|G72.0 (T46.6X5A)
    A|STD exposure|Z20.2
    A|STI screening|Z11.3 (Z11.8)
    A|Strep pharyngitis|J02.0
    A|Stress fracture left tibia, initial encounter|M84.362A
    A|Stress fracture of 2nd metatarsal right|M84.374D (M84.374A)
    A|Stroke 2021: no deficits, continue aspirin and statin for secondary prevention|Z86.73 (Z79.82)
    A|Stroke, acute left MCA|I63.512
    A|Stroke-free|
    A|Strongyloidiasis|B78.9
    A|Subacromial impingement R shoulder|M75.41
    A|Subclinical hyperthyroidism|E05.90 (E05.80)
    A|Subsegmental PE, single|I26.93
    A|Subungual hematoma left great toe, initial encounter|S90.212A
    A|Suicidal ideation|R45.851
    A|Suspected cholelithiasis, nausea|R11.0
    A|Suspected rotator cuff tear with left shoulder pain|M25.512
    A|Systemic lupus with nephritis.|M32.14
    A|Sz|R56.9 (G40.909)
    A|T2DM c/b neuropathy|E11.40
    A|T2DM with ED|E11.69 N52.1
    A|T2DM with mild NPDR without macular edema, both eyes|E11.3293
    A|T2DM: SGLT2, counselled on yeast infection and DKA|E11.9 (Z79.84)
    A|T2DM; CGM ordered; insulin pump discussed|E11.9
    A|TAA|(I71.20)
    A|Tarsal tunnel syndrome right|G57.51
    A|Tear of medial meniscus, old, right knee|(M23.203) (M23.303) (M23.205) (M23.206)
    A|Thrombocytopenia: smear, HIV, HCV, H. pylori tests|D69.6
    A|TIA last week.|G45.9 (Z86.73)
    A|TIA: carotid US for stenosis, echo for PFO, monitor for AF|G45.9
    A|TKA planned for OA of left knee|M17.12
    A|Tobacco: Chantix, watch for depression and suicidal thoughts|(F17.200) (Z72.0)
    A|Tonsillar hypertrophy, obstructive|J35.1
    A|Torn rotator cuff right|M75.101 (S46.011D)
    A|Toxic multinodular goiter|E05.20
    A|Travel advice encounter, going to Peru|Z71.84
    A|Travel vaccines for trip to Kenya|Z23 (Z71.84)
    A|Traveler's diarrhea|A09
    A|Tremor, right hand|R25.1
    A|TTP|M31.19
    A|Type 1 DM with hypoglycemia unawareness|E10.649 (E10.9)
    A|Ulcerative pancolitis in remission.|K51.00
    A|UPJ obstruction|N13.5 (Q62.39) (N13.8)
    A|Urinary frequency|R35.0
    A|Urticaria, cause unclear.|L50.9
    A|UTI due to E. coli|N39.0 B96.20
    A|Vaccine safety counseling|Z71.85
    A|Vaccines only visit|Z23
    A|Vaping nicotine dependence.|F17.290
    A|Varicose veins of bilateral legs with pain|I83.813
    A|Varicose veins of R leg with pain.|I83.811
    A|Varicose veins, both legs, asymptomatic|I83.93
    A|Vasectomy consult|(Z30.09)
    A|Vasectomy consult, desires sterilization|Z30.09 (Z30.2)
    A|Vasectomy evaluation|
    A|Vasectomy performed today|Z30.2
    A|Vasectomy scheduled|(Z30.2)
    A|Vasectomy today|Z30.2
    A|Vestibular migraine|G43.809
    A|Vit D def|E55.9
    A|Vulvodynia|N94.819
    A|Vulvovaginal candidiasis.|B37.31
    A|Walking pneumonia, Mycoplasma|J15.7
    A|Wants to be checked for diabetes|
    A|Weight loss: cancer workup, HIV, TSH|R63.4
    A|West Nile|A92.30
    A|White coat|(R03.0)
    A|Working diagnosis PCOS|
    A|Workup for hypertension|
    A|Worrisome for cholelithiasis|
    P|24-hour urine for pheochromocytoma|
    P|911 for anaphylaxis|
    P|?celiac|
    P|AAA screening ultrasound|(Z13.6)
    P|AAOS handout: rotator cuff tears|
    P|ABI for PAD|
    P|Acetylcholine receptor antibodies for myasthenia|
    P|Adalimumab for Crohn's disease.|K50.90 Z79.620
    P|ADHD rating scale to teacher|
    P|Alcohol Use Disorders Identification Test 2|
    P|Aldosterone/renin for hyperaldosteronism|
    P|Alendronate 70 mg weekly for postmenopausal osteoporosis.|M81.0 (Z79.83)
    P|Allopurinol titrated to 300 mg for gout; uric acid in 6 weeks.|M10.9
    P|Alzheimer's Association website|
    P|AM cortisol for adrenal insufficiency|
    P|American Diabetes Association diet|
    P|Amoxicillin 875 mg BID x 10 days for left otitis media.|H66.92
    P|Anemia labs in 6 weeks|(D64.9)
    P|Anemia panel|
    P|Anger management class|
    P|Answered questions about dementia|
    P|Anti-nausea medicine as needed|
    P|Anticipatory guidance: choking, drowning, burns, poisoning, SIDS prevention|
    P|Anticonvulsant for nerve pain|
    P|Antiphospholipid antibodies, lupus anticoagulant|
    P|Anxiety scale 3|
    P|Arthritis gloves|
    P|Arthritis panel|
    P|Artificial tears for dry eyes.|(H04.123) (H04.129)
    P|Asthma test|
    P|AV fistula creation planned|
    P|Avoid NSAIDs due to CKD stage 3.|N18.30
    P|Avoid NSAIDs given stage 3a CKD.|N18.31
    P|Await results for Lyme disease|
    P|B12 injection given for pernicious anemia.|D51.0
    P|Bariatric surgery planned|
    P|Bariatric surgery referral|
    P|Bariatric surgery seminar|
    P|Barrett's: repeat EGD in 3 years, cont PPI.|K22.70
    P|Bartonella titers|
    P|Below knee amputation scheduled Friday|
    P|Bleeding precautions on warfarin|(Z79.01)
    P|Bleeding time|
    P|Blood donor ineligible|
    P|Blood type Rh, antibody screen|
    P|Bone scan for metastases|
    P|Breast cancer genetics referral|(Z80.3)
    P|Breast implants discussed|
    P|Breast implants discussed with surgeon|
    P|Breath test for SIBO|
    P|Bring wife for depression evaluation|
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
    P|Call if fever, chills, or worsening pain.|
    P|Call mother's oncologist|
    P|Call office for vaginal bleeding|
    P|Call us for fever or redness|
    P|Call with any fever or redness|
    P|Call with fever, chills, nausea, vomiting|
    P|Can cause depression|
    P|Capsule endoscopy for Crohn's|(K50.90)
    P|Cardiac catheterization planned|
    P|Cardiac MRI for sarcoid/amyloid|
    P|Carotid ultrasound for stenosis|
    P|Carrier screening for cystic fibrosis, SMA, fragile X|(Z31.430) (Z13.71) (Z31.440)
    P|Cataract extraction with IOL planned|
    P|Cataract surgery right eye scheduled for age-related nuclear cataract.|H25.11
    P|Cataract surgery scheduled for the right eye|
    P|Cautioned about drowsiness|
    P|CBT referral for panic disorder.|F41.0
    P|Celiac diet not needed|
    P|Celiac panel|
    P|Celiac panel, H. pylori breath test, stool calprotectin|
    P|Celiac serologies for chronic diarrhea.|K52.9 (R19.7)
    P|Celiac serology|
    P|Check HBsAb, rubella and varicella immunity|
    P|Check HBsAg and HIV Ab|
    P|Chemotherapy cycle 3 for stage III colon cancer next week.|C18.9
    P|Chlamydia and gonorrhea NAAT, routine screening.|Z11.3 (Z11.8)
    P|Chlamydia test|
    P|CKD IIIa stable; avoid nephrotoxins, repeat BMP in 3 mo.|N18.31
    P|Clock drawing; Mini-Mental State Exam 29|
    P|Colchicine 0.6 mg for acute gout flare.|M10.9
    P|Cold sore suppression, valacyclovir|(B00.1)
    P|Colectomy is an option|
    P|Color blindness test|
    P|Colostomy care teaching prior to surgery|
    P|Colostomy discussed|
    P|Colostomy teaching|
    P|Complement levels, hereditary angioedema panel|
    P|Complications explained: hematoma, seroma, infection, scarring|
    P|Concussion signs reviewed|
    P|Condoms for STI prevention|
    P|Continue apixaban 5 mg BID for atrial fibrillation.|I48.91 Z79.01
    P|Continue metformin 1000 mg BID for type 2 diabetes; recheck A1c in 3 months.|E11.9 (Z79.84)
    P|COPD Assessment Test|
    P|Corticosteroid injection of left subacromial bursa for bursitis of the shoulder.|M75.52
    P|Cough syrup OTC|
    P|Counseled on infection, nonunion, stiffness|
    P|Counseled on signs of stroke|
    P|Counselled on the risk of stroke and bleeding with anticoagulation for atrial fibrillation.|I48.91
    P|CT for appendicitis|
    P|CT for kidney stones|
    P|CT head without contrast for new headache.|R51.9
    P|CT head, bleed protocol|
    P|CT rule out appendicitis|
    P|CT to assess for appendicitis|
    P|CT to check for appendicitis|
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
    P|Discussed dangers of opioid dependence|
    P|Discussed potential for weight gain and sedation|
    P|Discussed risk of lactic acidosis with metformin.|
    P|Discussed vasectomy|
    P|Discussed vasectomy, not interested|
    P|Doubt appendicitis|
    P|Doxycycline 100 mg BID for papulopustular rosacea.|L71.8 (L71.9)
    P|Dressing change for surgical wound.|Z48.01
    P|Drink fluids to prevent constipation|
    P|DVT study|
    P|DVT symptoms discussed|
    P|DVT ultrasound|
    P|EBV and CMV serologies|
    P|Echo for endocarditis|
    P|Echo for valve disease|
    P|Echo in 1 year to follow moderate aortic stenosis.|I35.0
    P|Echo to look for endocarditis|
    P|ED for chest pain|
    P|Education on signs of DVT given.|
    P|Eligible for cochlear implant|
    P|EMG for carpal tunnel|
    P|EMG/NCS for carpal tunnel|
    P|EMG/NCS to evaluate for carpal tunnel syndrome.|
    P|Endocarditis prophylaxis before dental work|
    P|Enroll in Arthritis Foundation exercise program|
    P|Epilepsy monitoring unit admission to characterize spells|
    P|Epworth Sleepiness Scale 6|
    P|Epworth sleepiness score 4|
    P|ER precautions for chest pain, dyspnea, hemoptysis given|
    P|Explained the difference between IBS and IBD|
    P|Factor V Leiden testing|
    P|Fagerstrom nicotine dependence test|
    P|Fall precautions, remove throw rugs.|(Z91.81)
    P|Fatigue labs|(R53.83)
    P|Fatigue scale completed|
    P|Fatigue Severity Scale 30|
    P|Fever reducer as needed|
    P|FIB-4 index 0.9|
    P|Finasteride: gynecomastia, ED, depression discussed|
    P|First-degree relatives need colon cancer screening at 40|
    P|Flonase for seasonal allergies|J30.2
    P|Flu swab|
    P|Fluconazole 150 mg x 1 for vaginal yeast infection.|B37.31 (B37.32)
    P|Fluoroquinolone warning: tendon rupture, neuropathy, aortic aneurysm|
    P|FRAX score: major osteoporotic fracture 8%|
    P|Full body skin cancer screening next year|(Z12.83)
    P|Fungal culture, AFB, nocardia|
    P|G6PD level before dapsone|
    P|Gabapentin 300 mg TID for diabetic neuropathy.|E11.40
    P|GAD antibodies|
    P|GAD-7 of 3 today|
    P|Gait training with crutches|
    P|Gastric emptying study for gastroparesis|
    P|Gave handout: Living with COPD|
    P|GI consult re: Crohn's vs UC|
    P|Glaucoma test|
    P|Go to ED for chest pain, shortness of breath, or syncope|
    P|Go to ER for chest pain|
    P|Gonorrhea and chlamydia urine|
    P|Gonorrhea test|
    P|H. pylori stool antigen for dyspepsia.|R10.13 (K30)
    P|Handicap placard form completed.|(Z02.89) (Z02.79)
    P|Handout on diabetes|
    P|Handout on migraine diet|
    P|Handout: diabetes|
    P|Handouts: osteoporosis, menopause, breast cancer|
    P|HBV DNA ordered|
    P|HCC surveillance ultrasound every 6 months for cirrhosis.|K74.60
    P|HCV RNA with reflex genotype|
    P|Heart failure nurse will call|
    P|Heartburn friendly diet handout|
    P|Hemochromatosis gene test|
    P|Hemoglobin electrophoresis to look for thalassemia|
    P|Hepatitis A vaccine series started|Z23
    P|Hepatitis C antibody, one-time screen.|Z11.59
    P|Hepatitis C screening next visit|
    P|Hepatitis C test|
    P|Hepatitis serologies|
    P|Hernia repair referral|
    P|Herpes PCR from lesion|
    P|Herpes test|
    P|Hgb electrophoresis to evaluate for thalassemia|
    P|Hip brace|
    P|HIV PrEP started|Z29.81 (Z20.6) (Z79.899)
    P|HIV viral load and CD4 ordered|(B20) (Z21)
    P|HIV, RPR, hepatitis panel ordered|
    P|HIV/HCV/syphilis labs today|
    P|Holter for atrial fibrillation|
    P|Holter monitor 48 h for dizziness.|R42
    P|Holter monitor for presyncope.|R55
    P|Home oxygen evaluation|
    P|HSV, VZV swabs of lesion|
    P|HTN - stable, continue lisinopril|I10
    P|Hypoglycemia education, glucose tabs|
    P|Increase escitalopram to 20 mg for generalized anxiety.|F41.1
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
    P|Jury duty letter|
    P|Karyotype for Turner syndrome|
    P|Kegel exercises for prevention of incontinence|
    P|Kidney donor evaluation for her brother|
    P|Labs: A1c, CMP, lipids, TSH, vit D.|
    P|Lactose intolerance breath test|
    P|Legionella urine antigen sent|
    P|Levothyroxine for hypothyroidism|E03.9
    P|Look for rash|
    P|Look out for rash|
    P|Low dose CT for lung cancer screening next year|
    P|Low pretest probability of CAD|
    P|Low sodium diet.|(Z71.3)
    P|Lung cancer screening not indicated, nonsmoker|
    P|Lung transplant evaluation|
    P|Lupus Foundation of America resources|
    P|LVAD evaluation at tertiary center|
    P|Lyme prophylaxis|
    P|Lyme serology to exclude Lyme disease.|
    P|Lyme test|
    P|Lyme titer|
    P|Lyme titer, EBV, CMV, mono spot pending|
    P|Lyme, EBV titers|
    P|Malaria prophylaxis|
    P|Malaria prophylaxis for travel|(Z29.89) (Z71.84) (Z29.8)
    P|Malaria smear x3|
    P|Malaria test|
    P|May cause nausea, constipation|
    P|Measles titer|
    P|Measles titer, varicella titer|
    P|Measles, mumps titers|
    P|Methacholine challenge for asthma|
    P|Methotrexate 15 mg weekly for rheumatoid arthritis.|M06.9 Z79.631
    P|Migraine cocktail not needed|
    P|Migraine Disability Assessment (MIDAS) 5|
    P|Migraine prophylaxis with topiramate discussed|
    P|MoCA 28/30|
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
    P|Neuropathy labs|
    P|Neuropsych testing for dementia|
    P|Neutropenic precautions reviewed|
    P|Newborn screen: PKU, hypothyroidism, galactosemia|
    P|Nexplanon removed and replaced.|Z30.46
    P|Nicotine patches 21 mg prescribed for tobacco dependence.|F17.200 (F17.210) (Z71.6)
    P|NIPT for trisomy 21, 18, 13|
    P|No indication for statin|
    P|Not concerned for sepsis|
    P|Notify us of numbness|
    P|Notify us of rash, hives or swelling|
    P|Nutrition class: diabetes, heart disease, kidney disease prevention|
    P|Obesity increases diabetes risk in general|
    P|Obesity medicine referral|
    P|OCT macula for edema|
    P|Omeprazole 20 mg daily before breakfast for reflux.|K21.9
    P|Once anemia evaluated, proceed|
    P|Order hepatitis panel|
    P|Orthotics for flat feet|(M21.40)
    P|Osteoporosis labs|
    P|Osteoporosis screening at 65|
    P|Oswestry low back disability index 20%|
    P|Pacemaker not indicated|
    P|Pain medication with food|
    P|Pamphlets: HPV, genital herpes, birth control|
    P|Pap with HPV cotesting done.|(Z12.4) (Z11.51) (Z01.419)
    P|Patch testing for contact allergy|
    P|PCL-5 for PTSD|
    P|PCOS labs|
    P|PCR for pertussis|
    P|Pending workup for multiple myeloma|
    P|Permethrin cream for patient; treat household contacts for scabies.|B86
    P|Pertussis PCR|
    P|PHQ-9, GAD-7, AUDIT, and DAST completed|
    P|PHQ-9, GAD-7, AUDIT, DAST|
    P|Plan vasectomy|
    P|Pneumococcal and legionella urinary antigens|
    P|Port placement scheduled|
    P|Possible colostomy discussed|
    P|Possible ICD placement|
    P|Potential complications include DVT, PE, infection, hardware failure|
    P|PPI use associated with C. diff and pneumonia|
    P|Prednisone side effects reviewed: hyperglycemia, insomnia, osteoporosis, glaucoma|
    P|Preeclampsia symptoms reviewed|
    P|Pregnancy test before x-ray|(Z32.00) (Z32.02)
    P|Preventing heart disease: diet and exercise|
    P|Provided heart failure education booklet|
    P|PYP scan for amyloidosis|
    P|Rabies not needed|
    P|Rabies vaccine|
    P|Radiation oncology consult|
    P|Reassured: no cancer|
    P|Red flags reviewed: bowel incontinence, saddle anesthesia, foot drop|
    P|Red flags reviewed: saddle anesthesia, incontinence|
    P|Red flags: incontinence, numbness|
    P|Refer to bariatric surgery|
    P|Refer to breast cancer genetics|
    P|Refer to diabetes educator|
    P|Refer to stroke clinic|
    P|Refer to vein clinic, glaucoma specialist|
    P|Referral for bariatric surgery|
    P|Referral to diabetes educator for prevention class|
    P|Referral to ortho re: R shoulder impingement.|M75.41
    P|Refill lisinopril 20 mg daily for hypertension, 90 days, 3 refills.|I10 (Z76.0)
    P|Renal US for hydronephrosis|
    P|Renewed oral contraceptive pills.|Z30.41
    P|Report blurred vision, halos, or eye pain|
    P|Return precautions reviewed: saddle anesthesia, leg weakness, bowel or bladder incontinence.|
    P|Reviewed side effects of metformin including diarrhea and lactic acidosis|
    P|Rheumatoid factor and anti-CCP for polyarthralgia.|M25.50 (M25.59)
    P|Risks of biologics: TB reactivation, lymphoma|
    P|Risks of surgery: infection, bleeding, nerve injury, DVT, PE, stroke, death|
    P|Rome IV criteria reviewed|
    P|Safety plan for suicidal thoughts in place|(R45.851)
    P|Safety: helmets, seat belts, drowning, firearms, burns|
    P|Scabies prep|
    P|Schedule right total knee arthroplasty in March|
    P|Schedule vasectomy|
    P|School form for asthma|
    P|School note: cleared after negative strep|
    P|Screen for sarcopenia next visit|
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
    P|She agrees to come back for a seizure|
    P|She will continue her inhaled corticosteroid for moderate persistent asthma, which is well controlled.|J45.40 (Z79.51)
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
    P|Sleep clinic appointment next month|
    P|Sleepiness scale 5|
    P|Smoke alarm check|
    P|Smoking increases the risk of lung cancer|
    P|Smoking: not ready to quit, offered Chantix.|F17.200 (F17.210) (Z71.6) (Z72.0)
    P|Spinal cord stimulator trial|
    P|Spinal cord stimulator trial discussed|
    P|Spirometry to assess for COPD|
    P|Start Eliquis, acute DVT R calf, stop OCPs.|I82.4Z1 (I82.461) (Z79.01) (I82.401)
    P|Start metformin 500 mg BID for type 2 diabetes.|E11.9 (Z79.84)
    P|Start sertraline 50 mg daily for depression.|F32.A
    P|Statin lowers risk of heart attack and stroke|
    P|STI screening: gonorrhea, chlamydia, HIV, syphilis.|(Z11.3) (Z11.4)
    P|Stone analysis|
    P|Stool C. diff|
    P|Stool for C. diff, ova and parasites, H. pylori|
    P|Stop aspirin 7 days before surgery|
    P|STOP-BANG questionnaire 2|
    P|Stress test to exclude ischemia|
    P|Stress ulcer prophylaxis not needed|
    P|Stroke code protocol reviewed with staff|
    P|Substance abuse counselor referral|
    P|Suicide hotline number given; denies SI.|
    P|Swab for herpes|
    P|Sweat chloride for cystic fibrosis|
    P|Symptoms not typical of angina|
    P|Syphilis serology today|
    P|Syphilis test|
    P|Tamsulosin 0.4 mg nightly for BPH.|N40.0 (N40.1)
    P|TB testing|
    P|Test for pertussis|
    P|Test partner for chlamydia|
    P|Tested for pertussis|
    P|The patient was advised to seek care immediately for signs of stroke.|
    P|Thrombophilia panel|
    P|Thyroidectomy scheduled|
    P|Tick panel: Lyme, Anaplasma, Babesia|
    P|Tilt table test for POTS|
    P|To ED for chest pain|
    P|To ER for chest pain, stroke symptoms, or suicidal thoughts|
    P|To ER for seizure, stridor, or dehydration|
    P|Tobacco quit line number given|
    P|Told to go to the ER for stroke symptoms|
    P|Topics covered: depression, domestic violence, STI, drugs|
    P|Toradol for kidney stone pain|N20.0
    P|Total knee replacement scheduled for severe right knee osteoarthritis.|M17.11
    P|Toxoplasma IgG and CMV IgG ordered|
    P|Tracheostomy not wanted|
    P|Tricare referral|
    P|Tryptase for mastocytosis|
    P|Tylenol prn pain or fever|
    P|Untreated apnea can lead to heart failure|
    P|Urine for gonorrhea|
    P|Urine for gonorrhea, chlamydia, and trichomonas|
    P|Urine gonorrhea/chlamydia|
    P|US for DVT|
    P|Vaccines due: hepatitis B, HPV, shingles, pneumonia|
    P|Vaccines: shingles, pneumonia|
    P|Valacyclovir 1 g TID x 7 days for shingles.|B02.9
    P|Vanderbilt ADHD forms given|
    P|Vasculitis labs|
    P|Vasectomy discussed|
    P|Venofer infusion for iron deficiency.|E61.1
    P|Venous duplex, DVT study|
    P|Vertigo exercises if returns|
    P|Video on atrial fibrillation watched|
    P|Videonystagmography, BPPV testing|
    P|Visual field test for glaucoma|
    P|Voiding cystourethrogram, reflux study|
    P|Warn of rash|
    P|Warned about rash and diarrhea|
    P|Warned of hypoglycemia with glipizide|
    P|Warned of rash|
    P|Warning signs of stroke reviewed|
    P|Warning signs: headache, blurry vision, RUQ pain, edema|
    P|Watch for retinal detachment symptoms: flashes, floaters, curtain|
    P|We discussed that her symptoms are unlikely to be due to lupus.|
    P|Weight loss and exercise advised for BMI 33.|(E66.9) (Z68.33)
    P|Weight loss of 10 lb goal|
    P|Wells score for DVT 0|
    P|Wet prep negative for trich and yeast|
    P|Will need pacemaker evaluation before surgery|
    P|Wilson disease labs: ceruloplasmin|
    P|Wood's lamp for vitiligo|
    P|Work restrictions due to injury|
    P|Would need biopsy to diagnose sarcoidosis|
    P|Wound care to left heel pressure ulcer stage 2|L89.622
    P|Wrist fracture splint|
    P|Wrist splint at night for right carpal tunnel syndrome.|G56.01
    Q|Amlodipine increased to 10 mg for uncontrolled hypertension.|I10
    Q|Colonoscopy for rectal bleeding.|K62.5
    Q|COVID booster today.|Z23
    Q|Diabetic eye exam due.|(E11.9)
    Q|Duloxetine helps both pain and depression.|F32.A
    Q|Foot exam normal, diabetes.|E11.9
    Q|Heating pad, ice, acetaminophen as needed.|
    Q|Hold apixaban 48 h before epidural for spinal stenosis.|M48.00 (M48.061) (M48.07) (Z79.01)
    Q|Hyaluronic acid injections for bilateral knee OA.|M17.0
    Q|Increase lamotrigine for epilepsy, intractable.|G40.919
    Q|Insulin for gestational diabetes, 32 weeks.|O24.414 Z3A.32 (O99.891) (O26.893)
    Q|Insulin glargine 20 units for type 1 diabetes.|E10.9 (Z79.4)
    Q|Lamotrigine refilled for seizure disorder.|G40.909
    Q|Letter sent to PCP, follow-up with neurology for MS.|G35.D
    Q|Melatonin and sleep hygiene for insomnia.|G47.00
    Q|Morbid obesity: BMI 46, refer to bariatric surgery.|E66.01 Z68.42 (E66.813)
    Q|Mupirocin for impetigo.|L01.00
    Q|Neuropathy due to chemo: duloxetine 30 mg.|G62.0 (T45.1X5A)
    Q|Osteoporosis: Prolia #4 given today.|M81.0
    Q|Polyethylene glycol daily for constipation.|K59.00
    Q|PrEP with Truvada, HIV testing every 3 months.|(Z29.81) (Z11.4)
    Q|Referral to neuro for memory loss.|R41.3
    Q|RTC prn.|
    Q|Screened for depression with PHQ-9, score 2.|(Z13.31)
    Q|Thyroid ultrasound for palpable left thyroid nodule.|E04.1
    Q|Wean prednisone for polymyalgia rheumatica.|M35.3 (Z79.52)
    H|Amputation of left 2nd toe|(Z89.422)
    H|Appendectomy 1998, cholecystectomy 2010, C-section x2.|(Z90.49) (Z98.891) (Z98.890)
    H|Childhood seizures, none since age 5|(Z87.898) (Z86.69)
    H|Colon polyps removed 2019|(Z86.0100)
    H|Gastric bypass 2015|(Z98.84)
    H|GERD, HTN, hyperlipidemia.|(K21.9) (I10) (E78.5)
    H|Peptic ulcer 1990s|(Z87.11)
    H|PSH: bunionectomy, ACL repair, C-section|(Z98.891) (Z98.890)
    H|Testicular cancer 1995|(Z85.47)
    H|Tubal ligation|(Z98.51)
    H|Type 2 diabetes mellitus.|(E11.9)
    S|Afraid of getting cancer|(F45.21) (F40.298)
    S|Allergic to penicillin (rash)|(Z88.0)
    S|Bleach bath for dogs' eczema|
    S|Cousin has lupus, aunt had thyroid cancer|(Z80.8) (Z82.69) (Z84.89)
    S|Declined colon cancer and lung cancer screening|(Z53.20)
    S|Denies depression or anxiety|
    S|Denies fever, chills, trauma, saddle anesthesia|
    S|ER ruled out heart attack|
    S|Fracture ruled out at urgent care|
    S|Had shingles vaccine and pneumonia vaccine at pharmacy|
    S|He was in the ICU for COVID in 2021|(Z86.16)
    S|Her mother had colon cancer at 60.|(Z80.0)
    S|No numbness, tingling, weakness, or bowel or bladder incontinence|
    S|On a TNF inhibitor|(Z79.620)
    S|Pneumonia in 2019|(Z87.01)
    S|Roommate tested positive for flu|(Z20.828)
    S|Sister had ovarian cancer|(Z80.41)
    S|Studies epilepsy in graduate school|
    S|Teaches at the autism center; coaches basketball|
    S|The pain began after a car accident in 2014.|
    S|Took her husband's Flexeril and Vicodin without relief.|
    S|Uses an inhaler before exercise|(Z79.899) (Z79.51)
    S|Vaccinated for measles, mumps and chickenpox|
    S|Wears CPAP at night|(Z99.89) (G47.33)
    E|Ears: hearing grossly normal, no cerumen impaction|
    E|HEENT: no conjunctivitis, sinusitis, pharyngitis or otitis|
    E|Lungs clear, no wheezes|
    E|No hip click, no sacral dimple, testes descended|
    E|Nonicteric sclerae, mucous membranes moist|
    E|Pacemaker pocket clean|(Z95.0)
    E|PERRLA, EOMI, no strabismus, anicteric sclerae|
    E|Skin: no jaundice, no rash, no suspicious lesions|
    E|Skin: no ulcers, no petechiae, no purpura|
    R|Blood cultures no growth|
    R|Bone scan negative for metastases|
    R|C. difficile toxin: negative|
    R|Cologuard: negative for colon cancer|
    R|CT sinus negative for sinusitis or polyps|
    R|DEXA T-score -1.8 at femoral neck.|
    R|EKG: no ischemia, no atrial fibrillation|
    R|EKG: sinus bradycardia 55, LVH by voltage.|
    R|FIT: neg|
    R|GC/CT not detected|
    R|HBsAg negative, anti-HBs positive, immune|
    R|Hearing screen passed bilaterally|
    R|HIV nonreactive|
    R|QuantiFERON negative|
    R|Rapid strep negative|
    R|RPR nonreactive|
    R|Stress echo negative for ischemia|
    R|Urine drug screen negative for cocaine and opiates|
    R|Venous duplex: no DVT|
    N|10 yo M. Assessment: Exercise-induced bronchospasm.|J45.990
    N|12 yo. Assessment: Closed Salter-Harris II fracture of right distal radius.|S59.221A
    N|13 yo M Sever disease both heels. Heel cups. No stress fracture.|M92.61 M92.62
    N|13 yo. Assessment: Failed vision screen, myopia bilateral.|H52.13 (Z01.01) (Z00.121)
    N|15 yo M concussion 2 weeks ago, symptoms resolved, cleared to return to play.|(S06.0XAD) (S06.0X0D) (Z09) (Z87.820)
    N|16 yo M. Assessment: Osgood Schlatter, right knee.|M92.521
    N|19 yo F birth control refill. No smoking, migraines, clots, hypertension. OCP refilled.|Z30.41
    N|2 yo. Assessment: Swallowed a penny.|T18.9XXA
    N|20 yo M facial acne. Start doxycycline, warn of sunburn, esophagitis, yeast.|L70.9 (L70.0)
    N|22 yo F. Assessment: Missed period, urine pregnancy test negative.|Z32.02 (N92.6) (N91.2)
    N|23 yo F suture removal right hand laceration 10 days ago, healed well, no infection.|Z48.02 (S61.411D)
    N|26 yo F. Assessment: Splinter in left index finger, removed.|S60.451A
    N|30 yo F. Assessment: Placenta previa without bleeding, 30 weeks.|O44.03 Z3A.30
    N|33 yo M hydrocele vs hernia. Scrotal swelling right. US ordered.|N50.89
    N|37 yo F employee health: hepatitis B titer, MMR titer, varicella titer, TB screening.|(Z02.1) (Z02.89) (Z01.84) (Z11.1) (Z11.7) (Z11.59)
    N|37 yo female. Assessment: Elderly multigravida, 20 weeks.|O09.522 Z3A.20
    N|38 yo F. Assessment: Lisfranc sprain left foot.|S93.622A
    N|4 month old M. Assessment: Infantile eczema.|L20.83
    N|4 yo. Assessment: Functional constipation with encopresis.|K59.04 R15.9
    N|41 yo M vasectomy counseling. Risks hematoma, infection, chronic pain, failure. Procedure scheduled.|Z30.09 (Z30.2)
    N|42 yo F mole check. Benign nevi, no melanoma. Annual skin cancer screening.|Z12.83 D22.9
    N|43 yo F gallstones on US, biliary colic. Cholecystectomy scheduled. ER for fever, jaundice, pancreatitis.|K80.20 (K80.50)
    N|45 yo M gout prophylaxis. No flare. Chronic gout, no tophi. Allopurinol; rash, SJS warnings.|M1A.9XX0
    N|45-year-old woman here for her annual physical. No complaints. Exam normal. Mammogram ordered, flu shot given.|Z00.00 (Z12.31) Z23
    N|46 yo F. Assessment: Hematoma of scalp after fall.|S00.03XA (W19.XXXA)
    N|51 yo M trigger finger left middle. Injection. Warn of infection, tendon rupture, diabetes flare.|M65.332
    N|54 yo F right hand numbness. EMG ordered for carpal tunnel vs radiculopathy.|R20.0
    N|54 yo M with left lower quadrant pain. CT shows diverticulitis of sigmoid without perforation or abscess. Cipro and Flagyl.|K57.32
    N|55 yo M Medicare form for diabetic shoes. DM2 with neuropathy.|E11.40 (E11.42)
    N|58 yo F, colonoscopy screening consult. No bleeding. Mother had colon cancer at 60.|Z12.11 Z80.0
    N|58 yo M AAA screening, former smoker. No aneurysm on US.|Z13.6 Z87.891
    N|6 month old. Assessment: Torticollis, congenital.|Q68.0
    N|6 yo. Assessment: Foreign body in right ear canal, bead.|T16.1XXA
    N|61 yo M foot exam. DM2. No neuropathy, ulcer, or callus. Onychomycosis debrided.|E11.9 B35.1
    N|62 yo F. Slipped on wet floor. Assessment: Colles' fracture left wrist.|S52.532A (W01.0XXA) (W18.30XA)
    N|68 yo M with R knee OA. Injected Kenalog. Watch blood sugar; call for redness, fever or swelling.|M17.11
    N|8 yo. Assessment: Moderate persistent asthma with acute exacerbation.|J45.41
    N|9 month old. Assessment: Diaper candidiasis.|B37.2 (L22)
    N|9 yo M fell off bike, abrasion left elbow. No head injury, LOC, fracture. Wound cleaned. Tdap UTD.|S50.312A (V18.0XXA) (V19.9XXA)
    N|9 yo. Assessment: ADHD, combined type.|F90.2
    N|Angina-free since stent.|(Z95.5)
    N|Annual diabetic eye exam. Type 2 diabetes without retinopathy. Mild cataracts, both eyes, age-related. Follow up one year.|(E11.9) (E11.36) (H25.9)
    N|Annual exam, normal. Flu shot given.|Z00.00 Z23
    N|Aspirin not indicated for stroke prevention.|
    N|Atraumatic knee pain, right.|M25.561
    N|Atypical nevus of right shoulder.|D22.61
    N|Botox for migraine prophylaxis, chronic migraine without aura. No stroke, ptosis.|G43.709
    N|Breathlessness on exertion.|R06.09 (R06.02) (R06.00)
    N|Chronic cough 3 months. Spirometry normal: no asthma. GERD therapy trial.|R05.3 (K21.9)
    N|Chronic migraine, intractable.|G43.719
    N|Cold sore starting; valacyclovir.|B00.1
    N|Cough and runny nose. COVID and flu negative. Viral URI.|J06.9 (B97.89)
    N|COVID test positive at home, mild cough and body aches. COVID-19. Paxlovid prescribed.|U07.1
    N|Dad had prostate ca. PSA 0.9.|(Z80.42)
    N|Daughter has celiac; wants to be screened.|(Z83.79) (Z13.818) (Z13.811)
    N|Depression screening negative. Anxiety questionnaires normal.|(Z13.31)
    N|Did not have a stroke per ER. TIA not confirmed.|
    N|Disability exam.|Z02.71
    N|Dizzy. Orthostatics normal. Not anemic.|R42
    N|DM foot exam done: no ulcer, no neuropathy. T2DM.|E11.9
    N|DOE, r/o CHF.|R06.09 (R06.00)
    N|Elevated blood pressure at dentist. 142/88 here. No diagnosis of hypertension yet.|R03.0
    N|Elevated PSA 6.2. Biopsy scheduled; infection, bleeding, sepsis risks. No prostate cancer known.|R97.20
    N|Employer requires TB and hepatitis B titers.|(Z02.1) (Z02.89) (Z11.1) (Z01.84) (Z11.59)
    N|Exposed to influenza at daycare, no symptoms. Oseltamivir prophylaxis discussed.|Z20.828
    N|Fever and rash after trip to Brazil. Dengue, Zika, chikungunya, malaria tests sent.|R50.9 R21
    N|Fever-free for 24 hours.|
    N|Flu, COVID, RSV, strep all negative. Viral pharyngitis.|J02.8 (J02.9) (B97.89)
    N|Follow-up on anxiety. Doing better on buspirone. Sleep still poor. Generalized anxiety disorder, insomnia.|F41.1 G47.00 (F51.05)
    N|Follow-up visit after breast cancer, completed treatment 2018, no evidence of disease. Mammogram normal. No lymphadenopathy.|Z08 Z85.3
    N|Gastro wants a stool test for H. pylori before EGD.|
    N|Glaucoma suspect both eyes, family history of glaucoma. OCT normal. No glaucoma.|H40.003 Z83.511
    N|Gluten-free diet for celiac disease.|K90.0
    N|Gonorrhea, chlamydia, trichomonas not detected. Dysuria.|R30.0
    N|Gout well controlled. No tophi. Uric acid 5.2.|M10.9 (M1A.9XX0)
    N|Has gout and hypertension. Both stable. Continue allopurinol and losartan.|M10.9 I10
    N|Head bump after hitting cabinet. No LOC, vomiting, amnesia. Forehead contusion. Concussion signs reviewed.|S00.83XA (W22.8XXA) (W22.03XA)
    N|Heartburn twice weekly despite PPI. EGD to look for Barrett's.|R12
    N|Hepatitis B, hepatitis C and HIV negative.|
    N|Hepatology: compensated HCV cirrhosis, SVR 2019. US every 6 months for HCC. No ascites or encephalopathy.|K74.60 (Z86.19) (B19.20) (B18.2)
    N|Here for BP check. Hypertension well controlled on amlodipine. Continue.|I10
    N|Here to discuss results: biopsy benign, no melanoma. Seborrheic keratosis.|L82.1
    N|Hernia repaired last year, no recurrence.|(Z98.890) (Z87.19)
    N|Herpes zoster, T6, no complications.|B02.9
    N|Hx breast ca 2012. Annual mammogram due.|Z85.3 (Z12.31)
    N|Insulin resistance; does not have diabetes.|E88.819
    N|Insulin started for type 2 diabetes with A1c 11, hyperglycemia.|E11.65 (Z79.4)
    N|Iron pills upset stomach. Hgb 13, anemia resolved.|(Z86.2) (K30) (R10.13)
    N|Itching all over, cause unclear; rule out liver disease.|L29.9
    N|Kid has pinkeye; patient's eyes are fine.|(Z20.89) (Z20.818)
    N|Kidney stone prevention visit. Prior stones, none now. Hydration, low oxalate.|Z87.442 (Z71.3)
    N|Lab only visit: HIV, hepatitis C and lipid panel drawn.|
    N|Labs reviewed: A1c 6.1, prediabetes.|R73.03
    N|Left ureteral stone 5 mm with hydronephrosis.|N13.2
    N|Lyme, syphilis, B12 and TSH normal. Peripheral neuropathy.|G62.9
    N|Migraine-free for years.|
    N|Mild-moderate AS, asymptomatic.|I35.0
    N|Negative for celiac, Crohn's, and H. pylori. IBS-D.|K58.0
    N|Night sweats: TB, HIV, lymphoma workup negative. Likely menopause.|R61
    N|Nurse visit. Flu vaccine given left arm. No reaction.|Z23
    N|Pain free since gallbladder removed.|(Z90.49)
    N|Palpitations, Holter ordered to look for Afib.|R00.2
    N|Patient asks about Lyme disease after hike; no tick bite, no rash. Reassured.|(Z71.1)
    N|Patient here for wart on left foot. Cryotherapy done. Plantar wart. Call if infection, blistering or bleeding.|B07.0
    N|Patient presents with 3 days of sore throat and fever. Rapid strep positive. Amoxicillin for strep pharyngitis.|J02.0
    N|Patient seen for blood pressure check. BP 118/74. Doing well on lisinopril for hypertension.|I10 (Z01.30) (Z79.899)
    N|Patient with left eye redness and discharge. Bacterial conjunctivitis, left eye. Polytrim drops.|H10.32 (H10.022) (H10.9) (H10.89)
    N|Possible Cushing's. Weight gain and striae. Check midnight salivary cortisol.|R63.5 (L90.6)
    N|Post cataract surgery day 1 right, no endophthalmitis, IOP normal.|(Z98.41) (Z48.810) (Z96.1) (Z09)
    N|Pregnancy test negative.|Z32.02
    N|Rash, doubt shingles. Contact dermatitis.|L25.9
    N|Renal: IgA nephropathy, proteinuria improved. No hematuria. BP at goal.|(N02.B9) (N02.B2) N02.B9 (R80.9)
    N|Right breast mass biopsied: invasive ductal carcinoma, right upper outer quadrant. Refer to oncology.|C50.411
    N|Seen by PT for gait training after stroke last year; no residual deficits now.|Z86.73
    N|Seizure-free for 2 years on Keppra, epilepsy.|G40.909
    N|Sickle cell disease with pain crisis last month, now without crisis. Hydroxyurea.|D57.1 (Z79.64)
    N|Smoke-free home.|
    N|Snoring; sleep study ordered for suspected OSA.|R06.83
    N|Sore throat and fever. Rapid strep positive. Strep pharyngitis. Watch for rheumatic fever, abscess, rash.|J02.0
    N|Sore throat x 2 days, rapid strep positive. Strep pharyngitis. Amoxicillin x 10 days.|J02.0
    N|Tests negative for strep and flu.|
    N|Tick bite on the left thigh two days ago, tick removed. No rash. Single dose doxycycline given to prevent Lyme disease.|S70.362A (W57.XXXA) (Z29.89) (S70.362D)
    N|Tired. Screens for depression, sleep apnea, anemia, hypothyroid all negative.|R53.83
    N|Toddler with runny nose and cough for 4 days. No fever, lungs clear. Upper respiratory infection. Fluids and rest.|J06.9
    N|Toddler with runny nose and cough. Viral URI. Return if fever or trouble breathing.|J06.9
    N|Tremor for a year. No bradykinesia or rigidity. Not Parkinson's; essential tremor.|G25.0
    N|Viral illness vs allergies. Runny nose.|J34.89
    N|Wants to be tested for HIV, no risk factors.|(Z11.4)
    N|Warned of Stevens-Johnson, hepatitis and pancytopenia.|
    """
}
