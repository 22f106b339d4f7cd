import ClaimModel

/// Tests, images, treatments by talk or light and laboratory tests of offices of every specialty. Our own words.
extension ServiceTable {
  static let measurements: [Line] =
    hearingAndEyes + heartAndLungs + allergyAndSkin + mindAndCounsel + officeLaboratories

  /// Hearing, balance, speech and sight tested.
  private static let hearingAndEyes: [Line] = [
    Line(
      .officeTest, "92517", acts: [.obtained, .interpreted],
      "cvemp|cervical vemp|cervical vestibular evoked myogenic potential"),
    Line(.officeTest, "92518", acts: [.obtained, .interpreted], "ovemp|ocular vemp"),
    Line(.officeTest, "92519", acts: [.obtained, .interpreted], "cvemp ovemp|vemp testing|vemp"),
    Line(
      .officeTest, "92546", acts: [.obtained, .interpreted],
      "rotary chair|rotational chair|rotary chair testing|rotational chair testing"),
    Line(
      .officeTest, "92553", acts: [.obtained, .interpreted], atHand: true,
      "air bone conduction|air bone conduction audiometry|pure tone air bone conduction|air conduction bone conduction"),
    Line(
      .officeTest, "92555", acts: [.obtained, .interpreted], "speech reception threshold only|speech threshold only"),
    Line(.officeTest, "92556", acts: [.obtained, .interpreted], "speech audiometry|speech audiometry only"),
    Line(
      .officeTest, "92558", acts: [.obtained],
      "oae screen|oae screening|otoacoustic emission screening|otoacoustic emissions screening|automated oae"),
    Line(.officeTest, "92570", acts: [.obtained, .interpreted], "reflex decay|acoustic reflex decay"),
    Line(
      .officeTest, "92588", acts: [.obtained, .interpreted],
      "comprehensive oae|comprehensive dpoae|diagnostic dpoae|comprehensive otoacoustic emissions"),
    Line(.officeTest, "92625", acts: [.obtained], "tinnitus matching|tinnitus evaluation|tinnitus assessment"),
    Line(.officeTest, "92652", acts: [.obtained, .interpreted], "abr threshold|threshold abr|diagnostic abr"),
    Line(
      .officeTest, "92612", acts: [.interpreted],
      "fees|fiberoptic endoscopic evaluation swallowing|flexible endoscopic evaluation swallowing|fees exam|fees study"),
    Line(
      .officeTest, "92610", acts: [.interpreted],
      "clinical swallow evaluation|bedside swallow evaluation|clinical swallowing evaluation"),
    Line(
      .procedure, "92507", acts: [.given],
      "speech therapy session|speech therapy treatment|speech language therapy session|individual speech therapy"),
    Line(.procedure, "92523", "speech language evaluation|speech sound language evaluation"),
    Line(
      .procedure, "92526", acts: [.given],
      "dysphagia therapy|swallow therapy|swallowing therapy|dysphagia treatment session"),
    Line(
      .officeTest, "92081", acts: [.obtained, .interpreted], atHand: true,
      "goldmann visual field|goldmann perimetry|tangent screen|taped untaped visual field|ptosis visual field"),
    Line(.officeTest, "92100", acts: [.obtained], "serial tonometry|diurnal tonometry|diurnal iop curve"),
    Line(
      .officeTest, "92145", acts: [.obtained, .interpreted], atHand: true, "corneal hysteresis|ocular response analyzer"
    ),
    Line(
      .officeTest, "92202", acts: [.obtained, .interpreted],
      "extended ophthalmoscopy optic nerve|extended ophthalmoscopy macula"),
    Line(.officeTest, "92240", acts: [.obtained, .interpreted], "indocyanine green angiography|icg angiography|icga"),
    Line(
      .officeTest, "92273", acts: [.obtained, .interpreted], "full field erg|ff erg|full field electroretinography"),
    Line(.officeTest, "92274", acts: [.obtained, .interpreted], "multifocal erg|mferg|multifocal electroretinography"),
    Line(.procedure, "92065", acts: [.given], "orthoptic training|vision therapy session|orthoptic therapy"),
    Line(
      .procedure, "92072", acts: [.placed], side: true,
      "keratoconus contact lens fitting|contact lens fitting keratoconus|scleral lens fitting keratoconus"),
    Line(.officeTest, "76510", acts: [.obtained, .interpreted], side: true, "scan b scan|ab scan eye"),
    Line(.officeTest, "76519", acts: [.obtained, .interpreted], side: true, "scan biometry|scan"),
    Line(.officeTest, "76513", acts: [.obtained, .interpreted], side: true, "ultrasound biomicroscopy|ubm"),
  ]

  /// Hearts, vessels, lungs and unborn children recorded and seen.
  private static let heartAndLungs: [Line] = [
    Line(
      .officeTest, "93224", acts: [.interpreted],
      "48 hour holter monitor with interpretation|24 hour holter monitor with interpretation|holter with interpretation|holter monitor with interpretation"
    ),
    Line(
      .officeTest, "93225", acts: [.placed],
      "holter hookup|holter hook up|holter placement|holter monitor placement|holter monitor hookup|holter monitor hook up"
    ),
    Line(
      .officeTest, "93246", acts: [.placed],
      "14 day zio placement|zio xt placement|14 day patch monitor placement|14 day zio patch placement|zio patch placement|zio xt application"
    ),
    Line(
      .officeTest, "93246", acts: [.placed], noun: true,
      "14 day zio|14 day zio patch|zio xt|zio xt patch|14 day patch monitor|14 day event patch|14 day patch recorder|14 day patch|14 day continuous patch monitor|two week patch monitor|continuous patch recorder|14 day continuous monitor|14 day monitor"
    ),
    Line(
      .officeTest, "93242", acts: [.placed], noun: true,
      "7 day zio|7 day patch monitor|7 day zio patch|3 day patch monitor"),
    Line(.officeTest, "93270", acts: [.placed], noun: true, "30 day event monitor|30 day cardiac event monitor"),
    Line(
      .officeTest, "93279", acts: [.interpreted],
      "single chamber pacemaker programming|single lead pacemaker programming"),
    Line(
      .officeTest, "93281", acts: [.interpreted],
      "biventricular pacemaker programming|crt p programming|biv pacemaker programming"),
    Line(.officeTest, "93282", acts: [.interpreted], "single chamber icd programming|single lead icd programming"),
    Line(
      .officeTest, "93284", acts: [.interpreted], "crt d programming|biventricular icd programming|biv icd programming"),
    Line(.officeTest, "93285", acts: [.interpreted], "loop recorder programming|ilr programming"),
    Line(
      .officeTest, "93294", acts: [.interpreted, .obtained],
      "remote pacemaker interrogation|pacemaker remote interrogation|remote pacemaker check|remote pacer check"),
    Line(
      .officeTest, "93295", acts: [.interpreted, .obtained],
      "remote icd interrogation|icd remote interrogation|remote defibrillator interrogation|remote icd check"),
    Line(
      .officeTest, "93298", acts: [.interpreted, .obtained],
      "remote loop recorder interrogation|remote ilr interrogation|ilr remote interrogation|loop recorder remote interrogation"
    ),
    Line(
      .officeTest, "93308", acts: [.obtained],
      "limited echocardiogram|limited echo|limited tte|limited transthoracic echocardiogram"),
    Line(.procedure, "93798", "cardiac rehab session|cardiac rehabilitation session|phase ii cardiac rehab session"),
    Line(
      .officeTest, "93975", acts: [.obtained, .interpreted],
      "renal artery duplex|renal arterial duplex|mesenteric duplex|mesenteric artery duplex|renal artery doppler"),
    Line(.officeTest, "93978", acts: [.obtained, .interpreted], "aortic duplex|aortoiliac duplex|aorto iliac duplex"),
    Line(
      .officeTest, "93990", acts: [.obtained, .interpreted],
      "dialysis access duplex|av fistula duplex|fistula duplex|avf duplex|access duplex"),
    Line(.officeTest, "93886", acts: [.obtained, .interpreted], "transcranial doppler|tcd study"),
    Line(
      .officeTest, "93930", acts: [.obtained, .interpreted],
      "upper extremity arterial duplex|bilateral upper extremity arterial duplex"),
    Line(
      .officeTest, "94070", acts: [.obtained, .interpreted],
      "methacholine challenge|bronchoprovocation|methacholine challenge test|bronchoprovocation challenge"),
    Line(.officeTest, "94375", acts: [.obtained], "flow volume loop"),
    Line(
      .officeTest, "94617", acts: [.obtained, .interpreted],
      "exercise bronchospasm test|exercise induced bronchospasm test|exercise challenge spirometry"),
    Line(
      .officeTest, "94664", acts: [.given],
      "inhaler technique demonstration|inhaler teaching|inhaler training|mdi teaching|spacer teaching|inhaler technique taught|inhaler technique teaching|mdi spacer teaching|inhaler education demonstration"
    ),
    Line(
      .officeTest, "94727", acts: [.obtained, .interpreted],
      "helium dilution lung volumes|nitrogen washout|lung volumes gas dilution"),
    Line(
      .officeTest, "94728", acts: [.obtained, .interpreted],
      "impulse oscillometry|oscillometry|airway oscillometry|airwave oscillometry"),
    Line(
      .officeTest, "94762", acts: [.obtained, .interpreted],
      "overnight oximetry|overnight pulse oximetry|nocturnal oximetry"),
    Line(.officeTest, "76604", acts: [.obtained], "thoracic ultrasound|lung ultrasound|chest ultrasound|pocus lung"),
    Line(
      .officeTest, "76857", acts: [.obtained],
      "limited pelvic ultrasound|follicle scan|follicle ultrasound|follicular ultrasound|follicle check ultrasound"),
    Line(.officeTest, "76870", acts: [.obtained], "scrotal ultrasound|testicular ultrasound"),
    Line(.officeTest, "76872", acts: [.obtained], "transrectal ultrasound|trus|prostate ultrasound transrectal"),
    Line(
      .officeTest, "76775", acts: [.obtained],
      "limited renal ultrasound|limited retroperitoneal ultrasound|renal bladder limited ultrasound"),
    Line(
      .officeTest, "76881", acts: [.obtained], side: true,
      "complete joint ultrasound|complete musculoskeletal ultrasound|complete msk ultrasound|complete shoulder ultrasound|diagnostic shoulder ultrasound complete"
    ),
    Line(
      .officeTest, "76882", acts: [.obtained], side: true,
      "limited msk ultrasound|limited musculoskeletal ultrasound|limited extremity ultrasound|limited joint ultrasound|soft tissue ultrasound limited|diagnostic msk ultrasound limited|limited ultrasound right wrist|limited ultrasound left wrist|limited ultrasound wrist|limited diagnostic ultrasound|limited ultrasound extremity|limited us extremity"
    ),
    Line(
      .officeTest, "76811", acts: [.obtained],
      "detailed anatomy scan|detailed fetal anatomy ultrasound|level ii ultrasound|level 2 ultrasound|detailed anatomy ultrasound"
    ),
    Line(
      .officeTest, "76813", acts: [.obtained],
      "nuchal translucency ultrasound|nt scan|nt ultrasound|nuchal translucency scan|first trimester nt ultrasound"),
    Line(.officeTest, "76821", acts: [.obtained], "mca doppler|middle cerebral artery doppler|fetal mca doppler"),
    Line(.officeTest, "76831", acts: [.obtained], "saline ultrasound images uterus"),
  ]

  /// Allergens, and light against skin diseases.
  private static let allergyAndSkin: [Line] = [
    Line(
      .officeTest, "95017", acts: [.obtained, .interpreted, .placed],
      "venom skin testing|venom skin test|hymenoptera venom skin testing|hymenoptera skin testing"),
    Line(
      .officeTest, "95018", acts: [.obtained, .interpreted, .placed],
      "penicillin skin testing|penicillin skin test|drug allergy skin testing|drug skin testing|penicillin allergy skin test|penicillin allergy skin testing"
    ),
    Line(
      .procedure, "95165", acts: [.obtained],
      "allergen extract preparation|allergen extract vial preparation|allergy serum preparation|allergen serum vial preparation"
    ),
    Line(.procedure, "96902", "trichogram"),
    Line(.officeTest, "96904", acts: [.obtained], "total body photography|whole body photography"),
    Line(.procedure, "96912", acts: [.given], "puva|puva treatment|puva session"),
    Line(
      .procedure, "96920", acts: [.given, .destroyed],
      "excimer laser|xtrac|excimer laser treatment|xtrac laser|308 nm excimer"),
  ]

  /// Talk, training, teaching and counsel.
  private static let mindAndCounsel: [Line] = [
    Line(.procedure, "90785", "interactive complexity"),
    Line(.procedure, "90839", "crisis psychotherapy|psychotherapy crisis|crisis therapy session"),
    Line(
      .procedure, "90846",
      "family therapy without patient|family psychotherapy without patient|family session without patient|family therapy without patient present"
    ),
    Line(.procedure, "90870", acts: [.given], "electroconvulsive therapy|ect treatment|ect session"),
    Line(.procedure, "90901", acts: [.given], "biofeedback|biofeedback session|biofeedback training"),
    Line(.procedure, "90912", acts: [.given], "pelvic floor biofeedback|anorectal biofeedback|perineal biofeedback"),
    Line(.officeTest, "96116", acts: [.interpreted], "neurobehavioral status exam|neurobehavioral status examination"),
    Line(
      .officeTest, "96112", acts: [.interpreted],
      "developmental testing extended|bayley testing|formal developmental testing|developmental test administration"),
    Line(.procedure, "96156", "health behavior assessment|health behavior re assessment"),
    Line(.procedure, "96158", "health behavior intervention"),
    Line(
      .procedure, "97813", acts: [.given],
      "electroacupuncture|acupuncture with electrical stimulation|electro acupuncture"),
    Line(
      .procedure, "98943", acts: [.given],
      "extraspinal manipulation|extremity manipulation|extraspinal adjustment|extremity adjustment"),
    Line(
      .procedure, "G0101", "pelvic breast screening exam|pelvic clinical breast screening|medicare pelvic breast exam"),
    Line(
      .procedure, "G0296",
      "ldct shared decision making|lung cancer screening counseling|shared decision making ldct|ldct counseling visit"),
    Line(
      .procedure, "G0108", acts: [.given],
      "dsmt|diabetes self management training|diabetes self management education|dsmes"),
    Line(.procedure, "G0447", "intensive behavioral therapy obesity|ibt obesity"),
    Line(
      .procedure, "G0180", "home health certification|home health certification plan care|certification home health"),
  ]

  /// Tests of a laboratory in the office.
  private static let officeLaboratories: [Line] = [
    Line(
      .officeTest, "82044", acts: [.obtained], waived: true, atHand: true,
      "microalbumin dipstick|urine microalbumin dip|semiquantitative microalbumin|poc microalbumin|poc urine microalbumin"
    ),
    Line(.officeTest, "82274", acts: [.obtained], waived: true, "fit test office|ifobt office|poc fit"),
    Line(.officeTest, "83013", acts: [.obtained], "urea breath test|h pylori breath test|helicobacter breath test"),
    Line(
      .officeTest, "83986", acts: [.obtained], waived: true, atHand: true,
      "vaginal ph|nitrazine|nitrazine test|ph paper vaginal"),
    Line(
      .officeTest, "85013", acts: [.obtained], waived: true, atHand: true, "spun hematocrit|spun crit|poc hematocrit"),
    Line(.officeTest, "86318", acts: [.obtained], waived: true, "rapid h pylori antibody|h pylori rapid antibody"),
    Line(
      .officeTest, "86703", acts: [.obtained], waived: true,
      "rapid hiv|rapid hiv test|rapid hiv 1 2|poc hiv|rapid hiv antibody"),
    Line(
      .officeTest, "86803", acts: [.obtained], waived: true, "rapid hcv|rapid hepatitis c|rapid hcv antibody|poc hcv"),
    Line(
      .officeTest, "87426", acts: [.obtained], waived: true,
      "sofia sars antigen|sofia covid|sofia covid antigen|covid antigen sofia|bd veritor covid"),
    Line(
      .officeTest, "87636", acts: [.obtained], waived: true,
      "covid flu pcr|covid influenza pcr|covid flu naat|sars cov 2 influenza pcr|cobas liat covid flu|covid flu b pcr"),
    Line(
      .officeTest, "87637", acts: [.obtained], waived: true,
      "covid flu rsv pcr|covid influenza rsv pcr|cepheid 4 plex|covid flu rsv naat|4 plex respiratory pcr"),
    Line(.officeTest, "87634", acts: [.obtained], waived: true, "rsv pcr|rsv naat|rsv molecular"),
    Line(
      .officeTest, "87651", acts: [.obtained], waived: true,
      "strep pcr|strep naat|rapid molecular strep|molecular strep|id now strep|strep molecular|rapid strep pcr|rapid strep molecular|rapid strep naat|liat strep"
    ),
    Line(
      .officeTest, "87808", acts: [.obtained], waived: true,
      "osom trichomonas|rapid trichomonas|rapid trich|trichomonas rapid antigen"),
    Line(.officeTest, "87905", acts: [.obtained], waived: true, "osom bvblue|bvblue|bv blue"),
    Line(
      .officeTest, "89300", acts: [.obtained],
      "post vasectomy semen check|semen check motility|postvasectomy semen check"),
    Line(.officeTest, "89310", acts: [.obtained], "semen analysis count motility"),
    Line(
      .officeTest, "82950", acts: [.obtained], waived: true,
      "one hour glucola|1 hour glucola|one hour gct|1 hr gct|1 hour glucose challenge|one hour glucose challenge|glucose challenge test"
    ),
  ]
}
