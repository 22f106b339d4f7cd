/// Drugs that are taken for long, what further drugs do, and what goes with an enlarged prostate; our own table.
extension ClueTable {
  /// Section I.C.21.c.3, Z79: drugs that nobody takes for a few days.
  static let lastingDrugs: [Line] = [
    (
      "Z7901",
      "warfarin|coumadin|apixaban|eliquis|rivaroxaban|xarelto|dabigatran|pradaxa|edoxaban|anticoagulated|long term anticoagulation|anticoagulant therapy|oral anticoagulant|chronic anticoagulation|acenocoumarol"
    ),
    (
      "Z7960",
      "immunosuppressant medication|immunosuppressant medications|immunosuppressive medication|immunosuppressive medications|immunosuppressants"
    ),
    ("Z7902", "clopidogrel|plavix|ticagrelor|brilinta|prasugrel|antiplatelet therapy"),
    (
      "Z7982",
      "baby aspirin|daily aspirin|aspirin daily|aspirin every day|aspirin once a day|aspirin 81|81 mg aspirin|low dose aspirin|81 aspirin|asa 81|continue aspirin|continue asa|continue baby aspirin|continues aspirin|remain aspirin|stay aspirin|aspirin clopidogrel|aspirin plavix|aspirin statin|aspirin metoprolol|aspirin beta blocker|aspirin atorvastatin|statin aspirin"
    ),
    (
      "Z7983",
      "alendronate|fosamax|bisphosphonate|bisphosphonates|risedronate|ibandronate|zoledronate annually|zoledronic acid yearly|annual zoledronic acid|zoledronate yearly|yearly zoledronic acid"
    ), ("Z79810", "tamoxifen"),
    ("Z79818", "fulvestrant|faslodex|goserelin|zoladex|leuprolide|lupron|eligard|megestrol|megace"),
    ("Z79811", "anastrozole|letrozole|arimidex|exemestane"),
    (
      "Z79620",
      "adalimumab|humira|etanercept|enbrel|infliximab|remicade|ustekinumab|stelara|secukinumab|cosentyx|golimumab|tocilizumab|rituximab|risankizumab|skyrizi|guselkumab|vedolizumab|ocrelizumab|ocrevus|natalizumab|tysabri|ofatumumab|kesimpta|ixekizumab|taltz|abatacept|certolizumab|cimzia|belimumab"
    ),
    ("Z79621", "tacrolimus|prograf|envarsus|tacrolimus po|oral tacrolimus|cyclosporine po"),
    ("Z7964", "hydroxyurea|hydrea"),
    (
      "Z79899",
      "lithium monitoring|lithium level therapeutic|amiodarone surveillance|amiodarone monitoring|digoxin level|valproate level|depakote level|phenytoin level"
    ), ("Z79631", "methotrexate|mtx"), ("Z79623", "sirolimus|everolimus"),
    ("Z79622", "tofacitinib|xeljanz|upadacitinib|rinvoq"),
    ("Z79624", "mycophenolate|mmf|cellcept|azathioprine|imuran"),
    (
      "Z7952",
      "low dose prednisone|chronic prednisone|maintenance prednisone|prednisone 5 mg|prednisone 5mg|prednisone 7 5 mg|prednisone 2 5 mg|pred 5|pred 7 5|pred 2 5"
    ),
    (
      "Z7951",
      "flovent|fluticasone hfa|fluticasone 110|fluticasone 220|fluticasone 44|qvar|asmanex|arnuity|alvesco|trelegy|advair|symbicort|breo|dulera|breztri|wixela|airduo|fluticasone salmeterol|budesonide formoterol|fluticasone vilanterol|inhaled fluticasone|inhaled budesonide|inhaled beclomethasone"
    ),
    (
      "Z79891",
      "opioid agreement|opioid contract|pain contract|narcotic agreement|narcotic contract|chronic opioid therapy|long term opioid therapy"
    ),
  ]

  /// Section I.C.21.c.3, Z79: drugs that are also given for a brief period.
  static let briefDrugs: [Line] = [
    ("Z7982", "aspirin"),
    (
      "Z7952",
      "prednisone|prednisolone|methylprednisolone|dexamethasone|corticosteroids|corticosteroid|steroids|steroid|glucocorticoids"
    ),
    ("Z7951", "inhaled corticosteroid|inhaled steroid"),
    ("Z791", "nsaids|nsaid|anti inflammatories|ibuprofen|naproxen"),
    ("Z79891", "opioids|opioid|oxycodone|hydrocodone|morphine|methadone"),
    ("Z792", "antibiotics|antibiotic"),
  ]

  /// The note at N40.1: its symptoms.
  static let prostateSymptoms: [Line] = [
    ("N138", "bladder outlet obstruction|urinary obstruction|obstruction"),
    ("R338", "urinary retention|retention urine|retention"),
    ("R3914", "incomplete bladder emptying|incomplete emptying"),
    ("R351", "nocturia"), ("R3916", "straining to void|straining urinate"), ("R350", "urinary frequency|frequency"),
    ("R3911", "urinary hesitancy|hesitancy"), ("R3915", "urinary urgency|urgency"),
    ("R3912", "weak stream|weak urinary stream|weak urine stream|poor stream|slow stream|decreased stream"),
  ]

  /// Section I.C.19.e.5.a and the Table of Drugs and Chemicals, as ``adverseEffects``: drugs of the heart, the mind and the bladder.
  static let furtherEffects: [Line] = [
    ("T446X5", "tamsulosin|flomax|doxazosin|terazosin|prazosin|alpha blocker|alfuzosin|silodosin"),
    ("T465X5", "losartan|valsartan|olmesartan|irbesartan|candesartan|telmisartan|arb|clonidine|hydralazine|entresto"),
    (
      "T45AX5",
      "pembrolizumab|keytruda|nivolumab|opdivo|ipilimumab|yervoy|atezolizumab|durvalumab|cemiplimab|immunotherapy|checkpoint inhibitor|checkpoint inhibitors"
    ),
    ("T500X5", "spironolactone|eplerenone"), ("T463X5", "nitroglycerin|isosorbide"), ("T460X5", "digoxin"),
    ("T462X5", "amiodarone|flecainide|sotalol"),
    ("T434X5", "haloperidol|haldol|fluphenazine"),
    (
      "T43595",
      "quetiapine|seroquel|olanzapine|zyprexa|risperidone|risperdal|aripiprazole|abilify|ziprasidone|lurasidone|clozapine|paliperidone|antipsychotic|antipsychotics|lithium"
    ),
    ("T43015", "amitriptyline|nortriptyline|doxepin|imipramine|tricyclic"),
    ("T43215", "venlafaxine|effexor|duloxetine|cymbalta|desvenlafaxine|snri"), ("T43295", "bupropion|wellbutrin"),
    ("T43625", "adderall|amphetamine|vyvanse|lisdexamfetamine"),
    ("T43635", "methylphenidate|ritalin|concerta"),
    ("T424X5", "lorazepam|alprazolam|clonazepam|diazepam|benzodiazepine|benzodiazepines"),
    ("T428X5", "carbidopa levodopa|levodopa|sinemet|ropinirole|pramipexole|baclofen"),
    ("T443X5", "oxybutynin|tolterodine|solifenacin|benztropine|anticholinergic|anticholinergics"),
    ("T454X5", "ferrous sulfate|iron tablet|iron pill|oral iron|iron supplement|iron supplements"),
    ("T450X5", "diphenhydramine|benadryl|hydroxyzine|antihistamine|antihistamines"),
    ("T40415", "fentanyl"), ("T40425", "tramadol"), ("T40495", "buprenorphine|suboxone|meperidine"),
    ("T423X5", "butalbital|fioricet|phenobarbital|barbiturate"),
    ("T503X5", "potassium chloride|kcl"),
  ]
}
