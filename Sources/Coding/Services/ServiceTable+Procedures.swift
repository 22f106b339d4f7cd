import ClaimModel

/// Procedures: our own words. Only words for something done make a line of them.
extension ServiceTable {
  static let injections: [Line] = [
    Line(
      .joint, nil, acts: [.injected, .aspirated, .given, .drawn],
      "injection|joint injection|steroid injection|corticosteroid injection|cortisone injection|intra articular injection|intraarticular injection|arthrocentesis|joint aspiration|aspiration|injection joint|kenalog injection|cortisone shot|bursa injection|bursal injection|injection bursa|aspiration injection|csi|steroid shot|corticosteroid shot|viscosupplementation"
    ),
    Line(
      .joint, nil, acts: [.injected], says: .injected,
      "injected|placed each knee joint|placed knee joint|placed each shoulder joint"
    ),
    Line(.joint, nil, acts: [.injected], says: .injected, "same technique|same manner|same fashion"),
    Line(.joint, nil, acts: [.aspirated], says: .aspirated, "aspirated"),
    Line(
      .triggerPoint, nil, acts: [.injected, .given],
      "trigger point injection|trigger points injection|injection trigger point"),
    Line(.triggerPoint, nil, acts: [.injected], noun: true, "trigger point"),
    Line(.triggerPoint, nil, acts: [.injected], says: .injected, atHand: true, "local twitch obtained|twitch obtained"),
    Line(
      .tendonSheath, "20550", acts: [.injected, .given],
      "trigger finger injection|index trigger finger injection|tendon sheath injection|plantar fascia injection|injection plantar fascia|de quervain injection|trigger thumb injection|a1 pulley injection|injection trigger finger|injection trigger thumb"
    ),
    Line(
      .tendonSheath, "20550", acts: [.injected], noun: true,
      "finger flexor sheath|finger sheath|trigger finger|trigger thumb|tendon sheath|flexor tendon sheath|flexor sheath|plantar fascia|plantar fascia origin|plantar fascial origin|a1 pulley|first dorsal compartment|1st dorsal compartment|1st dorsal comp sheath|first dorsal comp sheath|1st dorsal comp|first extensor compartment|1st extensor compartment"
    ),
    Line(
      .tendonOrigin, "20551", acts: [.injected, .given],
      "lateral epicondyle injection|medial epicondyle injection|tendon origin injection|injection lateral epicondyle|injection medial epicondyle"
    ),
    Line(.tendonOrigin, "20551", acts: [.injected], noun: true, "lateral epicondyle|medial epicondyle|epicondyle"),
    Line(
      .procedure, "20526", acts: [.injected, .given], side: true,
      "carpal tunnel injection|injection carpal tunnel|carpal tunnel steroid injection"),
    Line(.procedure, "20526", acts: [.injected], side: true, noun: true, "carpal tunnel"),
  ]

  static let wounds: [Line] = [
    Line(
      .repair, nil, acts: [.repaired, .placed],
      "suture|laceration repair|wound repair|simple repair|repair laceration|wound closure|laceration closure|primary closure|interrupted suture|nylon suture|simple interrupted|running suture|interrupted nylon|interrupted prolene|prolene suture|suture open wound|repair"
    ),
    Line(
      .repair, nil, acts: [.repaired], says: .repaired,
      "sutured|skin stapled|wound closed|laceration closed|wound repaired|laceration repaired|closed single layer|closed in a single layer|closed one layer|closed with suture|closed with simple interrupted suture"
    ),
    Line(
      .repair, acts: [.repaired], says: .layered, "layered closure|intermediate repair|layered repair|two layer closure"
    ),
    Line(
      .repair, acts: [.repaired], says: .repaired,
      "loosely closed single layer|single layer closure"),
    Line(
      .repair, acts: [.repaired], says: [.repaired, .layered], "closed layers|closed two layers|closed multiple layers"),
    Line(
      .drainage, "10060", acts: [.drained],
      "incision drainage|i d|incision and drainage abscess|abscess drainage|drainage abscess|i d abscess"),
    Line(.drainage, "10060", acts: [.drained], noun: true, "abscess|furuncle|carbuncle|paronychia"),
    Line(.procedure, "10080", acts: [.drained], noun: true, "pilonidal cyst|pilonidal abscess"),
    Line(.procedure, "10140", acts: [.drained, .aspirated], noun: true, "hematoma"),
    Line(.procedure, "11740", acts: [.drained], noun: true, "subungual hematoma"),
    Line(
      .procedure, "11740", acts: [.drained],
      "trephination|trephination nail|nail trephination|trephination thumbnail|trephination toenail"),
    Line(
      .foreignBody, nil, acts: [.removed],
      "foreign body removal|removal foreign body|fb removal|corneal fb removal|corneal foreign body removal"),
    Line(
      .foreignBody, nil, acts: [.removed], noun: true,
      "foreign body|fb|corneal fb|metallic fb|splinter|fish hook|fishhook|retained tick"),
  ]

  static let skin: [Line] = [
    Line(.biopsy, "11104", acts: [.biopsied, .obtained, .excised], "punch biopsy|punch bx"),
    Line(
      .biopsy, "11102", acts: [.biopsied, .obtained, .excised],
      "shave biopsy|shave tangential biopsy|tangential shave biopsy|tangential biopsy|tangential skin biopsy|skin shave biopsy|shave bx|tangential bx|shave biopsied|biopsy by shave"
    ),
    Line(
      .biopsy, "11102", acts: [.biopsied], says: .biopsied,
      "did shave biopsy|did shave bx|did tangential biopsy|did tangential bx"),
    Line(.biopsy, "11104", acts: [.biopsied], says: .biopsied, "did punch biopsy|did punch bx"),
    // "4 mm punch to subcutaneous fat", "saucerized with Dermablade": in the account of a procedure.
    Line(.biopsy, "11104", acts: [.biopsied, .obtained, .repaired], "mm punch"),
    Line(.biopsy, "11102", acts: [.biopsied], says: .biopsied, "saucerized|saucerization|saucerization biopsy"),
    Line(
      .biopsy, "11106", acts: [.biopsied, .obtained, .excised], "incisional biopsy|incisional skin biopsy|incisional bx"
    ),
    Line(.shave, nil, acts: [.excised, .removed], "shave removal|shave excision"),
    Line(
      .excision, nil, acts: [.excised, .removed], noun: true,
      "sebaceous cyst|epidermoid cyst|epidermal inclusion cyst|pilar cyst|benign lesion|benign nevus"),
    Line(
      .destruction, nil, acts: [.destroyed],
      "cryotherapy|liquid nitrogen|ln2|cryo|cryodestruction|liquid n2|cryosurgery|cryoablation|cantharidin|electrodesiccation|lesion destruction|destruction lesion"
    ),
    Line(
      .malignantExcision, nil, acts: [.excised], noun: true,
      "malignant lesion|malignant skin lesion|skin cancer|basal cell carcinoma|squamous cell carcinoma|basal cell|squamous cell|bcc|scc|melanoma|melanoma in situ|carcinoma in situ"
    ),
    // Of what lesion the diagnoses tell.
    Line(
      .malignantExcision, nil, acts: [.excised], says: .excised, noun: true,
      "excised diameter|total excised diameter|excision diameter|total excision diameter|elliptical excision|fusiform excision|elliptically excised|excised elliptically"
    ),
    Line(
      .malignantDestruction, nil, acts: [.destroyed],
      "electrodesiccation curettage|curettage electrodesiccation|ed c|edc|desiccation curettage|curettage desiccation|c ed"
    ),
    Line(
      .skinTag, "11200", acts: [.removed, .excised, .destroyed], noun: true, "skin tag|skin tags removal|acrochordon"),
    Line(
      .nailDebridement, nil, acts: [.trimmed],
      "nail debridement|toenail debridement"),
    Line(
      .nailDebridement, nil, acts: [.trimmed], noun: true,
      "mycotic nail|dystrophic nail|mycotic toenail|onychomycotic nail|dystrophic toenail|nail|toenail"),
    Line(
      .nailAvulsion, "11730", acts: [.trimmed, .removed],
      "nail avulsion|toenail avulsion|partial nail avulsion|nail plate avulsion|avulsion nail plate|ingrown toenail avulsion|toenail removal|nail removal"
    ),
    Line(
      .nailAvulsion, "11730", acts: [.trimmed], noun: true,
      "nail border|medial nail border|lateral nail border|nail border avulsed|medial border|lateral border"),
    Line(.nailAvulsion, "11730", acts: [.trimmed, .removed], noun: true, "nail plate"),
    // The tool by which a strip of a nail is split off.
    Line(
      .nailAvulsion, "11730", acts: [.trimmed], says: .trimmed, noun: true,
      "english anvil|anvil splitter|english nail splitter|nail splitter"),
    Line(
      .procedure, "11750",
      "matrixectomy|phenol matricectomy|matricectomy|chemical matrixectomy|phenol matrixectomy|matrix ablation|phenol ablation|chemical matricectomy|phenolization|partial matrixectomy|nail matrixectomy"
    ),
    Line(.procedure, "11750", acts: [.destroyed], noun: true, "matrix|nail matrix|germinal matrix"),
    Line(
      .callus, nil, acts: [.trimmed], noun: true,
      "keratotic lesion|tyloma|callus|corn|hyperkeratotic lesion|calluses|hyperkeratosis|hyperkeratoses|hpk"),
    Line(
      .procedure, "11042", acts: [.trimmed],
      "excisional debridement|sharp excisional debridement|subcutaneous debridement|surgical debridement|debridement subcutaneous tissue"
    ),
    Line(.debridement, nil, acts: [.trimmed], noun: true, "ulcer|ulceration"),
    Line(
      .debridement, nil, acts: [.trimmed, .removed, .excised], noun: true,
      "slough|devitalized tissue|nonviable tissue|necrotic tissue|devitalized subcutaneous tissue|nonviable subcutaneous tissue|nonviable subcutaneous fat|devitalized subcutaneous fat|devitalized fat|fibrotic tissue"
    ),
    Line(
      .debridement, nil, acts: [.trimmed],
      "debridement ulcer|ulcer debridement|wound debridement|debridement wound|sharp debridement|debridement foot ulcer|debridement leg ulcer"
    ),
    Line(
      .procedure, "97597", acts: [.trimmed],
      "selective debridement|selective sharp debridement|sharp selective debridement"),
    Line(.procedure, "16020", acts: [.placed, .trimmed], noun: true, "burn|burn wound|burn dressing"),
  ]

  static let eyesEarsNose: [Line] = [
    Line(
      .cerumen, nil, acts: [.removed, .irrigated], noun: true,
      "wax|impacted wax|cerumen|ear wax|earwax|cerumen impaction|impacted cerumen"),
    // Of wax the words around tell.
    Line(
      .cerumen, nil, acts: [.removed], says: .removed, atHand: true, noun: true,
      "canal cleaned|canal was cleaned|canal cleared|canal was cleared|canal suctioned|canal was suctioned|ear cleaned|ear was cleaned"
    ),
    Line(
      .procedure, "30901", acts: [.placed], side: true, noun: true,
      "rapid rhino|rhino rocket|merocel|nasal tampon|anterior nasal packing"),
    Line(
      .procedure, "30901", acts: [.cauterized], side: true, noun: true,
      "epistaxis|nosebleed|bleeding vessel|septum|anterior septum|nasal septum|kiesselbach plexus|kiesselbach"),
    Line(.procedure, "95992", "epley|epley maneuver|canalith repositioning"),
  ]

  static let casts: [Line] = [
    Line(
      .fractureCare, nil, says: .performed,
      "traction manipulation|fracture manipulated|closed manipulation|hematoma block|closed reduction performed|closed reduction was performed|fracture reduced|fracture was reduced"
    ),
    Line(.splint, acts: [.placed], noun: true, "splint|posterior splint|fiberglass splint|plaster splint"),
    Line(.splint, "29130", acts: [.placed], noun: true, "finger splint"),
    Line(
      .splint, "29125", acts: [.placed], noun: true,
      "short arm volar fiberglass splint|short arm volar splint|volar fiberglass splint|short arm splint|short arm fiberglass splint|short arm plaster splint|short arm static splint|volar splint|volar wrist splint|ulnar gutter splint|radial gutter splint|thumb spica splint|sugar tong splint"
    ),
    Line(.splint, "29105", acts: [.placed], noun: true, "long arm splint|posterior long arm splint"),
    Line(
      .splint, "29515", acts: [.placed], noun: true, "short leg splint|posterior leg splint|posterior short leg splint"),
    Line(.splint, "29505", acts: [.placed], noun: true, "long leg splint"),
    Line(.cast, acts: [.placed], noun: true, "cast|fiberglass cast|plaster cast"),
    Line(
      .cast, "29075", acts: [.placed], noun: true,
      "short arm fiberglass cast|short arm plaster cast|short arm cast|thumb spica cast"),
    Line(.cast, "29065", acts: [.placed], noun: true, "long arm cast|long arm fiberglass cast|long arm plaster cast"),
    Line(
      .cast, "29405", acts: [.placed], noun: true, "short leg cast|short leg fiberglass cast|short leg plaster cast"),
    Line(.cast, "29425", acts: [.placed], noun: true, "walking cast|short leg walking cast"),
    Line(.cast, "29445", acts: [.placed], noun: true, "total contact cast|tcc"),
    Line(.cast, "29345", acts: [.placed], noun: true, "long leg cast"),
    Line(.procedure, "29580", acts: [.placed], side: true, noun: true, "unna boot"),
    Line(.procedure, "29540", acts: [.placed], side: true, "ankle strapping|ankle taping"),
    Line(.procedure, "29280", acts: [.placed], side: true, "finger buddy taping|buddy taping finger|buddy taping"),
  ]

  static let women: [Line] = [
    Line(
      .procedure, "57160", acts: [.placed], noun: true,
      "pessary|ring pessary|gellhorn pessary|donut pessary|pessary fitting|ring with support"),
    Line(
      .device, "58300", acts: [.placed],
      "iud insertion|insertion intrauterine contraceptive device|insertion intrauterine device|iud placement|intrauterine device insertion"
    ),
    Line(
      .device, "58300", acts: [.placed, .removed], noun: true,
      "iud|intrauterine device|mirena|kyleena|liletta|skyla|paragard|intrauterine contraceptive device"),
    Line(
      .device, "58300", acts: [.placed], says: [.placed, .removed],
      "replacement contraceptive intrauterine device|replacement intrauterine device|iud replacement|iud exchange"),
    Line(
      .device, "58301", acts: [.removed],
      "iud removal|removal iud|intrauterine device removal|removal intrauterine device|removal intrauterine contraceptive device"
    ),
    Line(
      .device, "11981", acts: [.placed],
      "nexplanon insertion|insertion nexplanon|implant insertion|insertion subcutaneous contraceptive|nexplanon placement"
    ),
    Line(
      .device, "11981", acts: [.placed, .removed], noun: true,
      "nexplanon|implanon|contraceptive implant|etonogestrel implant|etonogestrel 68 mg implant"),
    Line(
      .device, "11982", acts: [.removed],
      "nexplanon removal|removal nexplanon|implant removal|removal contraceptive implant"),
    Line(
      .procedure, "58100", acts: [.biopsied, .obtained],
      "endometrial biopsy|emb|embx|endometrial sampling|endometrial pipelle"),
    Line(.colposcopy, "57452", "colposcopy"),
    Line(
      .colposcopy, "57455", acts: [.biopsied, .obtained], noun: true, "cervical biopsy|biopsy cervix|cervix biopsy"),
    Line(.colposcopy, "57456", acts: [.obtained], "endocervical curettage|ecc|endocervical curetting"),
  ]

  static let others: [Line] = [
    Line(
      .nebulizer, "94640", acts: [.given],
      "nebulizer|nebulizer treatment|nebulized albuterol|albuterol nebulizer|albuterol nebulizer treatment|duoneb|neb treatment|albuterol neb|nebulized treatment|breathing treatment|nebulizer therapy|neb|albuterol ipratropium neb|duoneb neb|ipratropium albuterol neb|xopenex neb|levalbuterol neb|saline neb|epinephrine neb|racemic epinephrine|racemic epi"
    ),
    Line(.procedure, "51701", "straight catheterization|straight cath|in out catheterization"),
    Line(.procedure, "51702", acts: [.placed], noun: true, "foley catheter|indwelling catheter"),
    Line(.allergen, "95115", acts: [.given], "allergy shot|allergen immunotherapy injection|allergy injection"),
    Line(.procedure, "99188", acts: [.placed], atHand: true, noun: true, "fluoride varnish|fl varnish"),
  ]

  static let specialties: [Line] = [
    Line(.procedure, "52000", "cysto|cystoscopy|cystourethroscopy|flexible cystoscopy|flexible cystourethroscopy"),
    Line(
      .chemodenervation, "64615", acts: [.injected, .given],
      "preempt|preempt protocol|chemodenervation|botox injection|botulinum toxin injection|onabotulinumtoxina injection"
    ),
    Line(
      .procedure, "67800", acts: [.drained, .removed, .excised],
      "chalazion incision curettage|incision curettage chalazion|chalazion excision|excision chalazion|chalazion removal"
    ),
    Line(.procedure, "67800", acts: [.drained, .removed, .excised], noun: true, "chalazion"),
    Line(.procedure, "67820", acts: [.removed], "epilation|lash epilation|trichiasis epilation|eyelash epilation"),
    Line(
      .procedure, "68761", acts: [.placed], noun: true, "punctal plug|punctal plugs|collagen plug|silicone punctal plug"
    ),
    Line(
      .officeTest, "92015", acts: [.obtained], atHand: true,
      "refraction fee|manifest od|manifest refraction|cycloplegic refraction|refraction|mrx"),
    Line(
      .officeTest, "92134", acts: [.obtained, .interpreted], atHand: true,
      "oct macula|macular oct|oct retina|oct mac"),
    Line(
      .officeTest, "92133", acts: [.obtained, .interpreted], atHand: true,
      "oct nerve|oct rnfl|rnfl oct|oct optic nerve"),
    Line(
      .officeTest, "92250", acts: [.obtained, .interpreted], atHand: true, noun: true, "fundus photo|fundus photography"
    ),
    Line(
      .procedure, "31231",
      "rigid scope|rigid 0 degree scope|rigid degree scope|rigid 30 degree scope|rigid endoscope|nasal endoscopy|rigid nasal endoscopy|diagnostic nasal endoscopy|sinonasal endoscopy"
    ),
    Line(
      .procedure, "31575",
      "fiberoptic scope laryngoscopy|laryngoscopy|flexible laryngoscopy|fiberoptic laryngoscopy|flexible fiberoptic laryngoscopy"
    ),
    Line(
      .prickTest, "95004", acts: [.obtained, .interpreted, .placed], atHand: true,
      "skin prick testing|skin prick test|prick testing|percutaneous allergy testing|allergy skin testing|skin prick|prick test|percutaneous skin test|percutaneous skin testing|percutaneous test|percutaneous testing|scratch test|scratch testing|allergy skin test|skin testing aeroallergens|aeroallergen|inhalant|inhalant allergens"
    ),
    Line(
      .officeTest, "92083", acts: [.obtained, .interpreted], atHand: true,
      "humphrey 24 2|humphrey 24 2 visual field|humphrey 10 2|humphrey 30 2|humphrey visual field|hvf|visual field 24 2|hvf 24 2|hvf 10 2|hvf 30 2|threshold visual field"
    ),
    Line(
      .officeTest, "95251", acts: [.interpreted], atHand: true, noun: true,
      "cgm|cgm download|cgm data|sensor data|dexcom data|libre data|dexcom download|libre download|glucose sensor data|continuous glucose monitor|continuous glucose monitoring|cgm report|ambulatory glucose profile"
    ),
    Line(
      .fractureCare, nil, says: .performed,
      "treat this closed|treating this closed|treating this fracture closed|recommended that we treat this closed|recommend closed treatment|recommended closed treatment|assuming fracture care|take on care fracture|will take on care fracture|will take on care this fracture|will take on care|closed tx without manipulation|assume fracture care|assuming care fracture|follow through healing|will follow through healing|closed treatment|closed treatment without manipulation|fracture care without manipulation|closed fracture treatment|closed management without manipulation|fracture treatment without manipulation|definitive fracture care"
    ),
  ]

  /// Acts beside which another word names what they were done to.
  static let acted: [Line] = [
    Line(
      .cerumen, nil, acts: [.removed, .irrigated], "cerumen removal|ear lavage|ear irrigation|cerumen disimpaction"),
    Line(
      .procedure, "30901", side: true,
      "silver nitrate cautery|nasal cautery|nasal packing|control anterior nasal hemorrhage|control nasal hemorrhage|control anterior epistaxis"
    ),
  ]
}
