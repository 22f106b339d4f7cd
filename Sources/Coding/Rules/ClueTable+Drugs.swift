/// What further drugs do, and what goes with an enlarged prostate; our own table.
extension ClueTable {
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
    ("T450X5", "diphenhydramine|benadryl|hydroxyzine|antihistamine|antihistamines"),
    ("T404X5", "fentanyl|tramadol"),
  ]
}
