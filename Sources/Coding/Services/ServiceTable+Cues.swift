/// What words beside services say of them; our own table.
extension ServiceTable {
  /// "New to our orthopedic practice"
  private static let newToSpecialty = [
    "gastroenterology", "orthopedic", "orthopaedic", "cardiology", "dermatology", "rheumatology", "neurology",
    "urology",
    "endocrinology", "pulmonary", "family", "eye", "ent", "pain", "podiatry", "nephrology", "hematology", "oncology",
    "gynecology", "pediatric", "allergy", "primary care",
  ].map { "new to our \($0) practice|new to our \($0) clinic" }.joined(separator: "|")

  /// "A1c at the diabetes clinic 8.1": another's.
  private static let otherPractices = [
    "gi", "cardiology", "urology", "diabetes", "coumadin", "anticoagulation", "retina", "ent", "ortho", "pulmonology",
    "walk in", "school", "employee health", "work", "therapist", "dental", "referring", "outside", "obgyn",
    "nephrology",
  ].flatMap { ["at \($0) clinic", "at \($0) office"] }.joined(separator: "|")

  static let cues: [(Sense, String)] = [
    (.veto(.elsewhere), otherPractices),
    (
      .nothing,
      "sent outside dermpath|sent outside dermatopathology|sent dermpath|sent outside pathology|last saw doctor|last saw physician|with epinephrine|w epinephrine|lidocaine epinephrine|lido epinephrine|bupivacaine epinephrine|marcaine epinephrine|without epinephrine|plus epinephrine|no phenol|without phenol|phq 2|phq2|gad 2|before visit|before today visit|dental home|medical home|after wax removal|after cerumen removal|before wax removal|pft lab|echo lab|emg lab|sleep lab|incentive spiro|incentive spirometry|incentive spirometer|mirror attempted|mirror exam attempted|pessary removed|pessary was removed|pessary cleaned|pessary check|pessary care|pessary reinserted|pessary was reinserted|pessary replaced|no bronchodilator|without bronchodilator|no bronchodilator given|valgus stress test|varus stress test|varus valgus stress test|valgus stress|varus stress|inversion stress|post void|post void residual|postvoid|requested increase|requests increase|asked increase|office visit|call office|family history|personal history|history polyps|history colon polyps|history colonic polyps|history adenomatous polyps|history adenoma|x ray technician|knee brace|ankle brace|wrist brace|blood pressure|blood sugar|blood loss|high blood pressure|low blood pressure|white blood|red blood|blood stool|blood urine|cast iron|dry eye|point view|day visit|back pain|low back pain|chest pain|lab coat|suture removal|removal suture|remove suture|health history|at risk|injection site|cut down|blood thinner|blood thinners|blood in stool|right hand dominant|left hand dominant|right handed|left handed|blood cell|blood cells|go back|come back|get back|back up|feedback|ear ache|old records requested|flu like|strep throat|covid pandemic|covid 19 pandemic|status post cast|cast removal|no longer|r o|offered and accepted|offered accepted|discussed treatment options|treatment options discussed|treatment options were discussed|symptomatic treatment|symptomatic care|symptomatic management|symptomatic relief|symptomatic measures|unchanged from prior|unchanged prior|change from prior|change prior|unchanged previous|change previous|unchanged from previous|change from previous|compared prior|compared previous|compared to prior|compared with prior|compared to previous|similar prior|similar to prior|stable from prior|stable prior|unchanged since last|change since last|unchanged from last|unchanged last|compared last|compared to last"
    ),
    (
      .visit(.proceeds),
      "would like to proceed|would like proceed|wishes to proceed|wishes proceed|wants to proceed|wants proceed|agreed to proceed|elected to proceed|elects to proceed|desires to proceed|elected proceed|elects proceed|desires proceed|agreed proceed|choose to proceed|chose to proceed|chosen to proceed|choose proceed|chose proceed|opted to proceed|opts to proceed|agrees to proceed|amenable to proceeding|surgery was scheduled|consented for surgery"
    ),
    // What was done
    (
      .words(.performed),
      "performed|done|i did|i also did|we did|carried out|completed|undertaken|conducted|ran|run|hemostasis|dermablade|aluminum chloride|alcl|alcl3|drysol|monsel"
    ),
    (.words(.given), "given|administered|gave|via nebulizer|via neb|neb mask|nebulizer mask"),
    (.words(.received), "received"),
    (.words(.obtained), "obtained|taken|collected|acquired|sampled|downloaded"),
    (.words(.placed), "placed|inserted|deployed|applied|fitted|put|positioned|molded|moulded"),
    (
      .words(.removed),
      "removed|extracted|removal|retrieved|taken out|pulled out|lifted with|lifted off|lifted out|picked out|plucked out|burred"
    ),
    (
      .words(.repaired),
      "repaired|stapled|approximated|closed primarily|closed with|loosely closed|primarily closed|glued|reapproximated|dermabond|skin glue|tissue adhesive"
    ),
    (
      .words(.drained),
      "drained|incised|lanced|expressed|evacuated|i d performed|incision made|divided|pus out|drain today|drained today"
    ),
    (
      .words(.destroyed),
      "frozen|treated|destroyed|freeze thaw|ablated|frosted|phenolized|freeze thaw cycle|phenol|phenol applied|phenol x"
    ),
    (.words(.excised), "excised|shaved|snipped|cut off|excision"),
    (.words(.trimmed), "trimmed|debrided|avulsed|pared|debridement performed"),
    (.words(.trimming), "debridement|paring|trimming"),
    (.words(.irrigated), "irrigated|lavaged|flushed|syringed|lavage|irrigation"),
    (.words(.drawn), "drawn|drew|withdrawn"),
    (.words(.cauterized), "cauterized|packed|cauterised|cautery"),
    // Where and when
    (.words([.today, .here]), "today visit|this visit|during visit|during today visit"),
    (.words(.area), "sq cm|square cm|square centimeter|cm2|sqcm"),
    (.words(.today), "today"), (.words([.here, .today]), "here today"), (.words([.drawn, .here]), "drawn here"),
    (
      .words(.here),
      "our stock|clinic stock|office stock|our supply|our echo lab|our emg lab|our sleep lab|our rn|our lpn|our rvt|tx here|treatment here|treatments here|meds here|our accredited vascular lab|our vascular lab|our hallway|our phleb|our phlebotomist|our audiologist|office lab|our laboratory|our analyzer|our own analyzer|our pft lab|our us|our sonographer|our device|audiology here|our technician|our tech|our staff|our nurse|our ma|our recorder|our equipment|our meter|our clinic|done here|taken here|obtained here|performed here|collected here|given here|run here|lab here|labs here|tests here|testing here|tested here|administered here|injected here|our suite|our unit|our lab|our own lab|our x ray room|our machine|office|clinic|in house|inhouse|poc|point care|poct|bedside|our office|exam room"
    ),
    (
      .words(.result),
      "positive|pos|normal|abnormal|unremarkable|shows|showed|revealed|reveals|demonstrate|demonstrates|demonstrated|elevated|score|scored|pass|passed|within normal limits|trace|detected|nonreactive"
    ),
    (.words([.result, .negative]), "negative|neg"),
    (.words(.reviewed), "reviewed|review|reviewing"),
    // How
    (.words(.layered), "layered|intermediate|deep suture|deep dermal|two layer|buried|deep dermal suture"),
    (.words(.complicated), "complicated|multiple|loculated|loculation|packing placed|packed with|complex abscess"),
    (
      .words(.instrument),
      "curette|curet|currette|forceps|alligator|alligator forceps|suction|instrumentation|loop|wire loop|cerumen spoon|microscope|otomicroscope|curettage"
    ),
    (.words(.automated), "automated|auto|analyzer|analyser|machine|machine read"),
    (
      .words([.performed, .here]),
      "done here this am|done here this morning|done here today|performed here today|run here today|performed here this morning"
    ),
    (.words([.automated, .here]), "clinitek"),
    (.words([.performed, .today]), "done instead|performed instead"),
    (.words([.performed, .here]), "done by me|performed by me|done by me today"),
    (.words([.performed, .here]), "which we did|which we also did|we also did"),
    (.words(.microscopy), "microscopy|microscopic|with microscopy|micro by tech|plus micro"),
    (.words([]), "without microscopy|no microscopy|non automated|nonautomated|without ultrasound"),
    (
      .words(.bronchodilator),
      "before fifteen minutes after|before 15 minutes after|before minutes after|before after|before ten minutes after|before 10 minutes after|before 20 minutes after|bronchodilator|pre post|before after bronchodilator|before after albuterol|pre post bronchodilator|pre and post albuterol|postbronchodilator|post bronchodilator|after albuterol|bronchodilator response|bd response|post bd|pre post bd"
    ),
    (
      .words([.interpreted, .result]),
      "sinus rhythm|normal sinus rhythm|sinus bradycardia|sinus tachycardia|st changes|atrial fibrillation|interpretation|interpreted|bundle branch block|axis|st elevation|normal sinus|nsr|lbbb|rbbb|qtc|af rate|paced rhythm|sinus arrhythmia|preexcitation|lvh by voltage|pr interval|t wave inversion|st t changes|normal axis"
    ),
    (.words(.interpreted), "read|interp"), (.words([.interpreted, .here]), "read here|interpreted here"),
    (
      .words(.route),
      "intramuscular|intramuscularly|sc|sub q|subcut|im|subcutaneous|subcutaneously|subq|sq|deltoid|gluteal|gluteus|gluteus medius|ventrogluteal|dorsogluteal|vastus lateralis|anterolateral thigh|im injection|im x1|delt|im x"
    ),
    (
      .words(.counseled),
      "went over each|minute talk|min talk|risks discussed|risks reviewed|risks explained|risks including|risks incl|risks alternatives|consent signed|informed consent|consent obtained|counseled|counselled|counseling|counselling|talked|discussed|explained|benefits|risks benefits"
    ),
    (.words(.premalignant), "actinic keratosis|actinic keratoses|ak|aks|keratosis actinic"),
    (
      .words(.benign),
      "wart|verruca|molluscum|molluscum contagiosum|seborrheic keratosis|seborrheic keratoses|plantar wart|verrucae|verruca vulgaris|common wart|condyloma"
    ),
    (.words(.molecular), "pcr|molecular|amplified|id now|nucleic acid"),
    (.words(.strips), "steri strips|steri strip|butterfly"),
    (.words(.slitLamp), "slit lamp"),
    (.words(.walking), "walking"),
    (.words(.long), "above knee|above elbow"),
    (
      .words(.tobacco),
      "smoking|tobacco|cessation|smoking cessation|tobacco cessation|nicotine|quit smoking|stop smoking|vaping|quitting|chew|chewing tobacco|cigarettes|quitting smoking|stopping smoking|quit tobacco"
    ),
    (
      .words([.timeSpent, .total]),
      "time today|total time|total time spent|total minutes|total encounter time|total visit time"
    ),
    (.words(.total), "total"),
    (.words(.timeSpent), "spent|i spent|time spent|minutes were spent|minutes spent|encounter time"),
    (.words([.criticalCare, .timeSpent, .otherTime]), "critical care|critical care time"),
    (.words(.faceToFace), "face face|face to face|face time"),
    (.words([]), "non face face|non face to face|nonface"),
    (.words(.otherTime), "procedure"),
    (
      .words([.otherTime, .psychotherapy]),
      "psychotherapy|supportive psychotherapy|supportive therapy|cognitive behavioral therapy|cbt|talk therapy"
    ),
    (.words(.excluded), "excluding|exclusive|separately|separate|not including|apart"),
    (.words(.vaccination), "vaccine|immunization|vaccination|imms"), (.words(.highDose), "high dose"),
    (
      .words([.advanceCare, .otherTime]),
      "advance planning|acp|acp voluntary discussion|advance care planning|advanced care planning|acp discussion|advance care planning discussion|advance care planning conversation"
    ),
    (.words(.wound), "laceration|lac|wound|cut|incision"),
    (.words(.attempted), "attempted|unsuccessful|unsuccessfully|aborted|unable|abandoned|attempt|failed"),
    // What keeps it from counting
    (
      .veto(.future),
      "i want|we want|i would like|we would like|will|shall|going|plan|planned|planning|schedule|scheduled|recommend|recommended|recommending|recommendation|refer|referred|referral|return|be|need|needed|due|require|request|requested|proceed|next|follow up|await|pending|before|obtain|perform|give|repeat|advise|advised|upcoming|future|instructed|suggest|suggested|recheck|not today|not drawn here|not drawn|weekly from|weekly starting|twice weekly from|machine down|machine broken|unit down"
    ),
    (
      .veto(.conditional),
      "would|consider|considered|considering|if|unless|may|might|could|should|candidate|wants|want|wish|desires|option|offer|offered|possible|possibility|defer to|until|discuss|call|watch|potential|potentially|either"
    ),
    (.veto(.ordered), "order|ordered|ordering|send|sent"),
    (.veto(.refused), "declined|declines|refused|refuses|deferred|decline|against|held"),
    (.veto(.absent), "no|without|never|denies|denied|none"),
    (.veto(.not), "not"),
    (
      .veto(.past),
      "at intake|last|previous|previously|prior|past|ago|history|yesterday|since|earlier|recent|recently|old ekg|old ecg|old film|old x ray|old record|old records|had|status post|s p|post|last week|last month|last year|former|already|dated|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|at home|home|postop|when"
    ),
    (
      .veto(.elsewhere),
      "admission|inpatient|hospitalization|referring|referring physician|chiropractor|outside|emergency room|emergency department|er|ed|hospital|pharmacy|urgent care|elsewhere|facility|cvs|walgreens|another|other office|radiology|imaging center|imaging ctr|imaging centre|surgeon|outside facility|pcp|primary care|specialist|minute clinic|dentist|pulm rehab"
    ),
    (.end, "but|however|although|whereas"), (.side(.both), "each"),
    // Units
    (.unit(.centimeter), "cm|centimeter"), (.unit(.millimeter), "mm|millimeter"),
    (.unit(.milligram), "mg|milligram"), (.unit(.microgram), "mcg|microgram|ug"), (.unit(.gram), "g|gram|gm"),
    (.unit(.milliliter), "ml|cc|milliliter"), (.unit(.internationalUnit), "unit|iu|u"),
    (.unit(.minute), "minute|min"), (.unit(.hour), "hour|hr"),
    (.unit(.view), "view|view here"), (.unit(.piece), "lesion|spot|site|muscle|muscle group"),
    // The visit
    (
      .visit(.newPatient),
      "new patient|first visit our clinic|first visit to our clinic|never seen here before|never been seen here|not seen here before|new pt|new pt visit|new to us|new to our urgent care|new to facility|new to this facility|new to clinic|new here|first visit here|whom i saw for first time|saw for first time today|met for first time|first time in office|seen first time this office|seen first time our office|seen first time our clinic|presents initial evaluation|seen initial evaluation|presents clinic today initial evaluation|here 2nd opinion|here second opinion|here today 2nd opinion|here today second opinion|presents 2nd opinion|presents second opinion|seen 2nd opinion|for first time today|consultation today at your request|consultation at your request|new patient visit|establish care|establishing care|new patient evaluation|new to practice|new to this practice|new this practice|new practice|initial consultation|new consultation|new consult|new patient consultation|new to this clinic|new this clinic|new clinic|first visit clinic|first visit this clinic|first visit us|first visit with us|first visit to this clinic|new to our practice|new to our clinic|new to our office|new to the practice|"
        + newToSpecialty
    ),
    (
      .visit(.establishedPatient),
      "established patient|last saw|last seen|since last visit|follow up visit|well known to me"
    ),
    (
      .visit(.video),
      "video visit|telehealth|telehealth visit|telemedicine|telemedicine visit|virtual visit|live video|video call|video conference|audio video|audio visual|audiovisual"
    ),
    (.visit(.vaccinationOnly), "vaccination only|vaccine only|immunization only|nurse visit vaccination"),
    (
      .visit(.audioOnly),
      "telephone visit|audio only|audio only visit|telephone encounter|phone visit|telephone call visit|by telephone only|audio only telehealth|telephone only"
    ),
    (
      .visit(.hospitalization),
      "direct admit|admit hospital|admit patient|hospitalize|direct admission|admission hospital|hospital admission|sent emergency|sent to ed|transfer emergency|transferred emergency|ems called|911 called|called 911|admitted hospital today|transport emergency"
    ),
    (
      .visit(.majorSurgery),
      "orif|arthroplasty|knee replacement|hip replacement|hysterectomy|surgical intervention|resection|surgical repair|arthroscopy|fusion|lumpectomy|mastectomy|cholecystectomy|appendectomy|discectomy|oophorectomy|wide local excision|surgical excision"
    ),
    (.visit(.riskFactors), "high risk surgery|surgical risk factors|patient risk factors"),
    (.visit(.resuscitation), "dnr|do not resuscitate|comfort care|hospice enrollment|code status changed"),
    (
      .visit(.socialNeed),
      "homeless|homelessness|food insecurity|cannot afford|can not afford|unable to afford|housing insecurity|lack of transportation"
    ),
    (
      .visit(.historian),
      "history obtained from mother|history obtained from father|history from mother|history from father|history provided by mother|history provided by father|history obtained from parent|history provided by parent|history obtained from daughter|history obtained from son|history obtained from wife|history obtained from husband|history obtained from spouse|history provided by daughter|history provided by son|history provided by wife|history provided by husband|history provided by caregiver|history obtained from caregiver|independent historian|collateral history|mother reports|mother states|mother notes|father reports|father states|parents report|mom reports|mom states|dad reports|per mother|per mom"
    ),
    (
      .visit(.externalNote),
      "outside records reviewed|records reviewed|outside notes reviewed|hospital records reviewed|discharge summary reviewed|reviewed outside records|reviewed records from|reviewed discharge summary|notes from specialist reviewed|emergency department records|reviewed hospital records|reviewed notes from|reviewed external notes|external records reviewed"
    ),
    (
      .visit(.ownInterpretation),
      "my interp|personally reviewed|independently reviewed|independently interpreted|personally interpreted|my interpretation|independent interpretation|my read|my reading|per my read|reviewed by me|images reviewed personally|interpreted by me|read by me|personally read|independent review|own interpretation|own review of images|independently viewed|personally viewed"
    ),
    (
      .visit(.discussion),
      "discussed case with|case discussed with|spoke with dr|discussed with dr|discussed with cardiology|discussed with radiologist|discussed with surgeon|consulted with dr|discussed with specialist|called dr"
    ),
    (
      .visit(.worse),
      "not ctrl|not ctrld|poorly ctrl|undertreated|subtherapeutic|worsening|worse|worsened|uncontrolled|not controlled|poorly controlled|not well controlled|not at goal|above goal|exacerbation|flare|progressing|progression|progressive|progressed|deteriorating|inadequately controlled|suboptimal|not improving|failed to improve|side effects|refractory|not responding|recurrent|above target|not at target|not optimally controlled|poor control|inadequate response|partial response|partial improvement|breakthrough|decompensated|newly diagnosed|new diagnosis|new found|newly found|new onset|newly discovered|newly identified|newly detected|still elevated|still high|remains elevated|remains high|persistently elevated|been elevated|running high|blood pressure elevated|blood pressure was elevated|blood pressure is elevated|symptomatic|high disease activity|moderate disease activity|flaring|flare up|loss of response|failed orals|failed oral|failed conservative|failed conservative treatment|failed conservative management|failed medical management|minimal improvement|no improvement|little improvement|without improvement|not improved|poor response|relapse|relapsed|came back"
    ),
    (.visit(.raised), "increase|increase dose|increasing|uptitrate|titrate up"),
    (.visit(.prescribed), "prescribe|prescribed|new prescription"),
    (
      .visit(.changed),
      "start|started|starting|begin|began|initiate|initiated|add|added|adding|switch|switched|change|changed|trial|restart|decrease|decreased|reduce|reduced|wean|stop|discontinue|replace"
    ),
    (
      .visit(.firstWellness),
      "initial annual wellness visit|first annual wellness visit|initial awv|awv initial|medicare annual wellness visit initial|annual wellness visit initial|initial medicare wellness visit|first medicare annual wellness visit|initial medicare annual wellness visit"
    ),
    (
      .visit(.wellness),
      "annual wellness visit|awv|medicare wellness|medicare wellness visit|medicare annual wellness visit|medicare annual wellness"
    ),
    (
      .visit(.welcome),
      "welcome medicare|welcome medicare visit|initial preventive physical examination|ippe|initial preventive physical exam"
    ),
    (
      .visit(.globalPeriod),
      "global period|global surgical period|post op global|postop global|global fracture care|90 day global|global follow up|surgical global|fracture follow up global|within global|global no charge|no charge global|no charge visit global|no charge post op visit|no charge postop visit|no charge postoperative visit|covered by global"
    ),
    (
      .visit(.longitudinal),
      "longitudinal|longitudinal care|longitudinal relationship|continuing focal point|focal point for all"
    ),
    (
      .visit(.transitionalCare),
      "transitional care management|transitional care|transitional care visit|tcm|tcm visit|transition care visit"
    ),
    (
      .visit(.cognitiveCare),
      "cognitive assessment care planning|cognitive assessment care plan|cognitive care planning|cognitive assessment planning"
    ),
    (.visit(.visualAcuity), "visual acuity|va sc|va cc|vasc|vacc|bcva|ucva|va od|acuity"),
    (.visit(.eyePressure), "iop|intraocular pressure|tonometry|applanation|tonopen|goldmann"),
    (.visit(.slitLamp), "sle|slit lamp exam|slit lamp examination|biomicroscopy|anterior segment"),
    (
      .visit(.fundus),
      "dfe|dilated fundus exam|dilated fundus examination|dilated exam|dilated eye exam|fundus|fundus exam|fundoscopic|posterior segment|macula|dilated examination"
    ),
    (
      .visit(.psychiatricEvaluation),
      "psychiatric diagnostic evaluation|initial psychiatric evaluation|psychiatric intake|psychiatric evaluation initial|initial psychiatric assessment|comprehensive psychiatric evaluation|psychiatric intake evaluation"
    ),
    (
      .visit(.infusion),
      "infused|infusion|iv push|ivp|ivpb|treatment record|infusion record|ns iv|iv bolus|bolus iv|ml bolus|ambulatory pump"
    ),
    (.visit(.severe), "severe exacerbation|acute decompensation|respiratory distress|life threatening"),
    (.visit(.stable), "stable|well controlled|controlled|at goal|doing well|unchanged|in remission|asymptomatic"),
    (.visit(.systemic), "fever|febrile|chills|rigors|hypotension|tachycardia"),
    (
      .visit(.monitoring),
      "monitor for toxicity|toxicity monitoring|monitoring labs|drug levels|cbc monitoring|lft monitoring|monitor liver function|monitor cbc|drug level|toxicity|methotrexate labs|methotrexate monitoring|safety labs|safety monitoring|lab monitoring|amiodarone monitoring|lithium monitoring"
    ),
    (
      .visit(.toxicDrug),
      "methotrexate|lithium|amiodarone|cyclosporine|tacrolimus|azathioprine|clozapine|mycophenolate|leflunomide"
    ),
    (
      .visit(.antineoplastic),
      "chemotherapy|chemo|cisplatin|carboplatin|oxaliplatin|paclitaxel|taxol|docetaxel|doxorubicin|epirubicin|cyclophosphamide|gemcitabine|etoposide|vincristine|pemetrexed|irinotecan|capecitabine|fluorouracil infusion|folfox|folfiri|folfirinox|bortezomib|bendamustine|azacitidine|temozolomide|abvd|chop|rchop"
    ),
    (.visit(.prescription), prescriptions),
    (.visit(.overTheCounter), overTheCounter),
  ]

  /// Words of prescribing, and drugs that need a prescription; not those that are injected in an office, nor those that harm without
  /// tests, which have senses of their own.
  private static let prescriptions = """
    prescription|prescribing|renew|renewed|renewal|refill|refilled|refills|rx|inhaler|antibiotic|antibiotics|statin|insulin|\
    calcipotriene|vedolizumab|exemestane|lt4|tranexamic acid|ocrelizumab|upadacitinib|\
    lisinopril|losartan|valsartan|amlodipine|norvasc|metoprolol|toprol|atenolol|carvedilol|hydrochlorothiazide|hctz|\
    chlorthalidone|spironolactone|lasix|furosemide|torsemide|bumetanide|diltiazem|verapamil|hydralazine|clonidine|\
    atorvastatin|lipitor|rosuvastatin|crestor|simvastatin|pravastatin|ezetimibe|metformin|glucophage|glipizide|glyburide|\
    jardiance|empagliflozin|farxiga|dapagliflozin|januvia|sitagliptin|ozempic|semaglutide|trulicity|victoza|lantus|\
    humalog|novolog|levothyroxine|synthroid|prednisone|prednisolone|medrol|methylprednisolone pack|dexamethasone tablet|\
    amoxicillin|augmentin|azithromycin|doxycycline|cephalexin|keflex|ciprofloxacin|levofloxacin|bactrim|nitrofurantoin|\
    macrobid|clindamycin|penicillin|cefdinir|fluconazole|acyclovir|valacyclovir|oseltamivir|tamiflu|paxlovid|albuterol|\
    fluticasone|budesonide|symbicort|advair|tiotropium|spiriva|montelukast|singulair|sertraline|zoloft|fluoxetine|prozac|\
    escitalopram|lexapro|citalopram|celexa|paroxetine|venlafaxine|effexor|duloxetine|cymbalta|bupropion|wellbutrin|\
    trazodone|mirtazapine|buspirone|alprazolam|clonazepam|adderall|methylphenidate|aripiprazole|paliperidone|quetiapine|\
    gabapentin|pregabalin|lyrica|topiramate|imitrex|propranolol|meloxicam|mobic|celecoxib|diclofenac|\
    indomethacin|etodolac|nabumetone|cyclobenzaprine|flexeril|methocarbamol|tizanidine|tramadol|ultram|oxycodone|\
    hydrocodone|lortab|norco|percocet|morphine|codeine|allopurinol|colchicine|febuxostat|alendronate|omeprazole 40|\
    pantoprazole|protonix|flomax|tamsulosin|finasteride|warfarin|coumadin|eliquis|apixaban|\
    xarelto|rivaroxaban|clopidogrel|plavix|digoxin|\
    entresto|sacubitril|bisoprolol|nebivolol|labetalol|nadolol|nifedipine|olmesartan|telmisartan|candesartan|irbesartan|\
    benazepril|ramipril|enalapril|quinapril|isosorbide|ranolazine|ivabradine|sotalol|flecainide|lovastatin|\
    fenofibrate|gemfibrozil|evolocumab|repatha|pioglitazone|liraglutide|tirzepatide|mounjaro|wegovy|zepbound|linagliptin|\
    glimepiride|glargine|degludec|lispro|aspart|methimazole|liothyronine|cabergoline|desmopressin|carbidopa|levodopa|\
    ropinirole|pramipexole|donepezil|memantine|lamotrigine|levetiracetam|keppra|valproate|depakote|divalproex|\
    carbamazepine|oxcarbazepine|lacosamide|baclofen|dalfampridine|riluzole|rizatriptan|erenumab|rimegepant|\
    amitriptyline|nortriptyline|doxepin|olanzapine|risperidone|lurasidone|ziprasidone|haloperidol|\
    hydroxyzine|prazosin|zolpidem|eszopiclone|temazepam|guanfacine|atomoxetine|lisdexamfetamine|vyvanse|desvenlafaxine|\
    vortioxetine|buprenorphine|suboxone|naltrexone|disulfiram|acamprosate|mirabegron|oxybutynin|tolterodine|solifenacin|\
    dutasteride|tadalafil|vardenafil|rifaximin|lactulose|mesalamine|ursodiol|sucralfate|esomeprazole|\
    dicyclomine|hyoscyamine|linaclotide|lubiprostone|trelegy|breo|anoro|ipratropium|dupilumab|dupixent|\
    sulfasalazine|secukinumab|infliximab|rituximab|\
    metronidazole|linezolid|vancomycin|isoniazid|rifampin|ivermectin|permethrin|valtrex|famciclovir|biktarvy|descovy|\
    truvada|dolutegravir|glecaprevir|pibrentasvir|sofosbuvir|entecavir|tenofovir|fluocinonide|mometasone|\
    imiquimod|fluorouracil|isotretinoin|adapalene|clindamycin gel|timolol|dorzolamide|brimonidine|bimatoprost|restasis|\
    progesterone|norethindrone|sprintec|clomiphene|letrozole|tranexamic|collagenase|\
    silver sulfadiazine|patiromer|calcitriol|sevelamer|cinacalcet|teriparatide|raloxifene|\
    risedronate|zoledronic|tamoxifen|anastrozole|abiraterone|enzalutamide|osimertinib|pembrolizumab|\
    cilostazol|midodrine|fludrocortisone|pentoxifylline|humira|adalimumab|etanercept|hydroxychloroquine|plaquenil|tretinoin|\
    mupirocin|triamcinolone cream|triamcinolone ointment|clobetasol|hydrocortisone 2 5|ketoconazole|terbinafine|\
    estradiol|testosterone|oral contraceptive|birth control pill|contraceptive pill|epipen|sildenafil|cialis|latanoprost|\
    fidaxomicin|ciprodex|ofloxacin|cefpodoxime|cefuroxime|cefixime|fosfomycin|nystatin|terconazole|benzonatate|\
    meclizine|phenazopyridine|drospirenone|levonorgestrel|dulaglutide|exenatide|saxagliptin|\
    canagliflozin|finerenone|sodium bicarbonate|sodium bicarb|calcium acetate|lanthanum|metolazone|potassium chloride|minoxidil|\
    zonisamide|primidone|benztropine|amantadine|rasagiline|entacapone|rivastigmine|galantamine|brexpiprazole|cariprazine|\
    suvorexant|modafinil|armodafinil|dexmethylphenidate|lofexidine|methadone|chlordiazepoxide|diazepam|naloxone|narcan|\
    umeclidinium|formoterol|salmeterol|beclomethasone|roflumilast|theophylline|\
    nintedanib|pirfenidone|nirmatrelvir|molnupiravir|baloxavir|lamivudine|abacavir|cabotegravir|darunavir|velpatasvir|ledipasvir|\
    rifapentine|ethambutol|pyrazinamide|albendazole|praziquantel|nitazoxanide|tinidazole|moxifloxacin|erythromycin|tobramycin|\
    polymyxin|metrogel|txa|bezlotoxumab|doxylamine pyridoxine|diclegis|ibuprofen 600|ibuprofen 800|motrin 600|motrin 800|naproxen 500|lidocaine viscous|varenicline|chantix|toprol xl
    """

  private static let overTheCounter = """
    acetaminophen|tylenol|ibuprofen|motrin|advil|naproxen|aleve|aspirin|cetirizine|zyrtec|loratadine|claritin|\
    fexofenadine|allegra|guaifenesin|mucinex|pseudoephedrine|saline rinse|saline rinses|\
    omeprazole|famotidine|pepcid|antacid|tums|miralax|docusate|senna|bismuth|loperamide|imodium|hydrocortisone cream|\
    bacitracin|melatonin|vitamin|ferrous sulfate|iron supplement|fish oil|multivitamin|over counter|otc|lozenges|dextromethorphan|nicotine patch|nicotine patches|\
    physical therapy|occupational therapy|prescribed physical therapy|prescription physical therapy|prescribe physical therapy|\
    prescribed occupational therapy|prescription occupational therapy|prescribed course physical therapy|prescribed brace|\
    prescribed knee brace|prescribed orthotics|prescribed custom orthotics|prescription orthotics|prescription custom orthotics|\
    prescribed compression stockings|prescription compression stockings|prescribed walking boot|prescription walking boot|\
    prescription glasses|prescribed glasses|glasses prescription|prescription eyeglasses|prescription hearing aids|therapy prescribed|\
    prescribed wrist brace|prescription wrist brace|prescription knee brace|prescription brace|prescription lenses|lens prescription
    """
}
