/// The headings of notes; our own table.
extension NoteSection.Headings {
  static let findings = """
    assessment|impression|diagnosis|diagnoses|dx|imp|mdm|ass|clinical impression|summary|problem|problems|assess
    """
  static let actions =
    "plan|recommendation|recommendations|recs|rec|treatment|tx|rx|discussion|plan of care|p|decision making|management"

  static let table: [(String, NoteSection, ServiceZone)] = [
    ("s", .presentIllness, .told), ("o", .ignored, .found), ("a", .assessment, .planned),
    (
      """
      chief complaint|cc|reason for visit|presenting complaint|reason for consultation|ind
      """, .chiefComplaint, .told
    ),
    (
      """
      indication|indications|indication for procedure|reason for procedure|pre procedure diagnosis|preprocedure diagnosis|\
      pre procedural diagnosis|preoperative diagnosis|pre operative diagnosis|pre op diagnosis|preop diagnosis|preop dx|pre op dx|\
      pre procedure dx
      """, .chiefComplaint, .procedure
    ),
    (
      """
      history of present illness|hpi|subjective|interval history|present illness|history|interval hx|\
      hx present illness|interval|interval events|brief history|ed course|emergency department course|clinic course
      """,
      .presentIllness, .told
    ),
    (
      """
      assessment|assessment and plan|assessment plan|impression|impression and plan|diagnosis|diagnoses|plan|\
      impressions|final diagnosis|final diagnoses|a p|discharge diagnosis|problem list|problems|conclusion|\
      clinical impression|medical decision making|assessment and recommendations|visit diagnoses|ap|dx|imp|\
      impression and recommendations|my thoughts|thoughts|my impression|my impressions|my impressions are|my impression is|pt dx|ot dx|slp dx|pt diagnosis|my opinion|my assessment|formulation|\
      assmt plan|assmt|separate issue addressed|separate issue|separate issues|separate issues addressed|separate concern|\
      other issue addressed|other issues addressed|separate problem addressed|separate problems addressed|separate problem visit|\
      separate problem oriented service|separate problem oriented visit|separate problem|separate problems|\
      separately addressed problems|problems addressed separately|assesment|assesment plan|asessment|assessement|\
      asmt|asmt plan|assess plan|diagnoses today|problem list reviewed today|\
      dx addressed|medical dx|treatment dx|order dx|ordering dx|order diagnosis|ordering diagnosis|treating dx|\
      infusion dx|medical diagnosis|treatment diagnosis|assess|\
      primary diagnosis|secondary diagnosis|working diagnosis|diagnostic impression|final impression|ed diagnosis|\
      discharge diagnoses|mdm|ass|postoperative diagnosis|post operative diagnosis|post op diagnosis|postop diagnosis|post op dx|postop dx|postoperative dx|\
      post procedure diagnosis|postprocedure diagnosis|post procedural diagnosis|post procedure dx|current diagnosis|active problems|\
      visit diagnosis|encounter diagnosis|encounter diagnoses|today diagnosis|today diagnoses|today problems|\
      today problem|diagnosis codes|diagnoses codes|icd 10 codes|icd 10|icd10 codes|billing diagnoses|\
      diagnosis list|diagnoses list|current diagnoses|active diagnoses|clinical diagnosis|clinical diagnoses|\
      final dx|impr|medical problems|problems addressed|problems addressed today|diagnoses addressed|\
      conditions followed|conditions managed|conditions addressed|addendum|pathology addendum|impr plan|imp plan|imp rx|impression plan
      """, .assessment, .planned
    ),
    (
      """
      results|labs|imaging|laboratory|lab results|data|diagnostics|radiology|studies|diagnostic results|\
      point of care testing|in office labs|office labs|in office testing|tests|tests today|in office|\
      in office tests|testing today|tests done today|in clinic|in house|point of care|poct|poc tests|poc labs|\
      clinic labs|clinic tests|in clinic labs|in clinic tests|labs today
      """, .results, .found
    ),
    (
      """
      procedure|procedures|procedure note|procedures performed|laceration repair|repair|procedure performed|office procedure|in office procedure|\
      proc|procs|procedure details|procedure description|description procedure|procedure detail|procedure today|procedures today|\
      operative note|op note|technique|nasal endoscopy|rigid nasal endoscopy|sinonasal endoscopy|laryngoscopy|flexible laryngoscopy|\
      fiberoptic laryngoscopy|cystoscopy|flexible cystoscopy|cystourethroscopy|anoscopy|colposcopy|injection|joint injection|\
      steroid injection|knee injection|shoulder injection|shave biopsy|punch biopsy|skin biopsy|debridement|nail debridement|\
      cryotherapy|incision and drainage|i d|i and d|treatment today|treatment rendered|immunizations today|immunization|\
      vaccines today|vaccines given today|vaccines given|immunizations given|immunizations given today|given today|administered today|product|\
      vaccines administered|immunizations administered|vaccines|medications given|meds given|rx in clinic|rx given|mar|\
      orders mar|medication administration|medication administration record
      """, .results, .procedure
    ),
    (
      """
      past medical history|medical history|pmh|past history|past surgical history|surgical history|history past|\
      birth history|obstetric history|past medical hx|past surgical hx|pmhx|psh|pshx|other history|other hx|other medical history|\
      medical hx|med hx|surgical hx|other hx on file|past|prob list|dx list
      """, .pastHistory, .told
    ),
    (
      """
      physical exam|physical examination|exam|examination|objective|vitals|vital signs|vitals reviewed|pe|va|va cc|va sc|visual acuity|\
      iop|sle|slit lamp|slit lamp exam|dfe|dilated fundus exam|\
      mse|mental status exam|mental status examination
      """, .ignored, .found
    ),
    (
      """
      review of systems|ros|family history|social history|medications|current medications|allergies|immunizations|\
      social|family medical history|home medications|medication|family hx|social hx|fh|fhx|sh|shx|meds|current meds|\
      home meds
      """, .ignored, .told
    ),
    (
      "instructions|patient instructions|education|follow up instructions|disposition", .ignored, .instructed
    ),
  ]
}
