/// What patients live without, or with in its place: words and codes; our own table.
extension ClueTable {
  /// Index, Transplant(ed) (status).
  static let transplants: [Line] = [
    ("Z940", "kidney transplant|renal transplant|kidney transplantation|renal transplantation"),
    ("Z944", "liver transplant|liver transplantation"), ("Z941", "heart transplant|heart transplantation"),
    ("Z942", "lung transplant|lung transplantation"), ("Z947", "corneal transplant"),
    ("Z9481", "bone marrow transplant|bone marrow transplantation"), ("Z9484", "stem cell transplant"),
  ]

  /// Index, Absence, acquired, and Presence (of).
  static let absences: [Line] = [
    ("Z951", "cabg|coronary artery bypass|coronary bypass|coronary artery bypass graft"),
    ("Z955", "coronary stent|drug eluting stent|cardiac stent|stent"),
    ("Z9884", "bariatric surgery|gastric bypass|sleeve gastrectomy"),
    ("Z90710", "hysterectomy|total hysterectomy"),
    (
      "Z9049",
      "cholecystectomy|gallbladder removed|appendectomy|ileal resection|ileocecal resection|ileocolic resection|small bowel resection|colectomy|hepatic lobectomy|liver lobectomy"
    ),
    ("Z9010", "mastectomy"), ("Z905", "nephrectomy"), ("Z9081", "splenectomy"), ("Z903", "gastrectomy"),
    ("Z902", "lobectomy|lung lobectomy|pneumonectomy"),
    ("Z9089", "thyroid lobectomy|hemithyroidectomy|temporal lobectomy"), ("Z9079", "prostatectomy"),
    ("E890", "thyroidectomy with hypothyroidism|postsurgical hypothyroidism"),
    (
      "Z89429",
      "toe amputation|amputation toes|second toe amputation|right second toe amputation|left second toe amputation|third toe amputation|right third toe amputation|left third toe amputation|fourth toe amputation|right fourth toe amputation|left fourth toe amputation|fifth toe amputation|right fifth toe amputation|left fifth toe amputation|little toe amputation|right little toe amputation|left little toe amputation"
    ),
    ("Z89419", "great toe amputation|right great toe amputation|left great toe amputation|hallux amputation"),
    ("Z89519", "below knee amputation|bka"), ("Z89619", "above knee amputation|aka amputation"),
  ]
}
