import ClaimModel

/// Procedures and tests of pain, ear, eye, bladder, skin and other clinics whose words tell their code: our own words.
extension ServiceTable {
  static let clinics: [Line] = spines + ultrasound + ears + eyes + bladders + bowels + skins + joints + vessels

  /// Injections at the spine and at nerves, which are under an image.
  private static let spines: [Line] = [
    Line(
      .procedure, "64483", acts: [.injected, .given], side: true,
      "lumbar transforaminal epidural steroid injection|transforaminal epidural steroid injection|transforaminal epidural injection|transforaminal esi|tfesi|lumbar tfesi|cervical transforaminal epidural steroid injection|cervical tfesi|selective nerve root block|transforaminal epidural"
    ),
    Line(
      .procedure, "62323", acts: [.injected, .given],
      "lumbar interlaminar epidural steroid injection|lumbar epidural steroid injection|lumbar interlaminar epidural|lumbar esi|caudal epidural steroid injection|caudal epidural|caudal esi|epidural steroid injection|interlaminar epidural steroid injection|interlaminar epidural|epidural injection|esi|interlaminar esi|lumbar epidural injection|interlaminar lumbar epidural steroid injection"
    ),
    Line(
      .procedure, "62321", acts: [.injected, .given],
      "cervical interlaminar epidural steroid injection|cervical epidural steroid injection|cervical esi|cervical interlaminar epidural|thoracic epidural steroid injection|cervical epidural injection"
    ),
    Line(
      .procedure, "64493", acts: [.injected, .given], side: true,
      "lumbar medial branch block|lumbar facet injection|lumbar facet joint injection|lumbar mbb|lumbar facet block|lumbar medial branch nerve block|medial branch block|medial branch nerve block|facet joint injection|facet injection|facet block|mbb"
    ),
    Line(
      .procedure, "64490", acts: [.injected, .given], side: true,
      "cervical medial branch block|cervical facet injection|cervical facet joint injection|cervical mbb|cervical facet block"
    ),
    Line(
      .procedure, "27096", acts: [.injected, .given], side: true,
      "sacroiliac joint injection|si joint injection|sacroiliac injection|injection sacroiliac joint"),
    Line(
      .procedure, "64405", acts: [.injected, .given], side: true,
      "greater occipital nerve block|occipital nerve block|occipital nerve injection|gon block"),
  ]

  /// Ultrasound that the practice itself does and reads; one that is ordered is a test of ``outsideTests``.
  private static let ultrasound: [Line] = [
    Line(
      .officeTest, "76830", acts: seen,
      "transvaginal ultrasound|tv ultrasound|tv us|tvus|endovaginal ultrasound|transvaginal us"),
    Line(.officeTest, "76856", acts: seen, "pelvic ultrasound|transabdominal pelvic ultrasound"),
    Line(
      .officeTest, "76536", acts: seen,
      "thyroid ultrasound|neck ultrasound|ultrasound thyroid|ultrasound neck|thyroid us|us thyroid"),
    Line(
      .officeTest, "76705", acts: seen,
      "ruq ultrasound|right upper quadrant ultrasound|limited abdominal ultrasound|gallbladder ultrasound"),
    Line(.officeTest, "76700", acts: seen, "complete abdominal ultrasound|abdominal ultrasound"),
    Line(
      .officeTest, "76706", acts: seen,
      "aaa screen|aaa screening|aaa screening ultrasound|aaa ultrasound|abdominal aortic aneurysm screening|abdominal aortic aneurysm screen|aortic aneurysm screening ultrasound|duplex aorta screen|aorta screening ultrasound|duplex aorta iliac screen"
    ),
    Line(
      .officeTest, "70355", acts: seen,
      "panorex|panoramic x ray|panoramic radiograph|panoramic film|orthopantomogram"),
    Line(.officeTest, "76770", acts: seen, "renal ultrasound|kidney ultrasound|retroperitoneal ultrasound"),
    Line(.officeTest, "76642", acts: seen, side: true, "limited breast ultrasound|breast ultrasound"),
    Line(
      .officeTest, "93880", acts: seen, "carotid duplex|carotid duplex bilateral|carotid ultrasound|carotid doppler"),
    Line(.officeTest, "93970", acts: seen, "bilateral venous duplex|bilateral lower extremity venous duplex"),
    Line(.officeTest, "93971", acts: seen, "unilateral venous duplex|lower extremity venous duplex"),
    Line(.officeTest, "93306", acts: seen, "complete transthoracic echocardiogram"),
  ]

  private static let seen: ServiceWords = [.obtained, .performed]

  private static let ears: [Line] = [
    Line(
      .officeTest, "92557", acts: [.obtained, .interpreted],
      "comprehensive audiogram|comprehensive audiometry|audiogram comprehensive|comprehensive audiologic evaluation|comprehensive hearing test|audiogram|audiometry"
    ),
    Line(
      .officeTest, "92550", acts: [.obtained, .interpreted],
      "tympanometry acoustic reflexes|immittance|tympanometry reflexes"),
    Line(
      .procedure, "30903", acts: [.cauterized, .placed], side: true,
      "complex anterior packing|extensive nasal cautery|complex epistaxis control"),
  ]

  private static let eyes: [Line] = [
    Line(
      .procedure, "67028", acts: [.injected, .given], side: true,
      "intravitreal injection|intravitreal|intravitreal eylea|intravitreal avastin|intravitreal lucentis|injection intravitreal"
    ),
    Line(
      .procedure, "67028", acts: [.injected], says: .injected, side: true, noun: true,
      "mm from limbus|from limbus|mm posterior limbus|posterior limbus"),
    Line(.officeTest, "92020", acts: [.obtained], atHand: true, "gonioscopy|gonio"),
    Line(.officeTest, "76514", acts: [.obtained], atHand: true, "pachymetry|corneal pachymetry|pachs|pachy"),
    Line(
      .procedure, "65855", acts: [.performed], side: true, "selective laser trabeculoplasty|laser trabeculoplasty|slt"),
    Line(
      .procedure, "66821", acts: [.performed], side: true,
      "yag capsulotomy|yag laser capsulotomy|nd yag capsulotomy|nd yag laser capsulotomy|laser capsulotomy"),
  ]

  private static let bladders: [Line] = [
    Line(.officeTest, "51741", acts: [.obtained], atHand: true, "uroflow|uroflowmetry|uroflow study"),
    Line(
      .procedure, "51720", acts: [.given, .placed],
      "bcg instillation|intravesical bcg|bladder instillation bcg|intravesical instillation|intravesical gemcitabine"),
    Line(
      .procedure, "51700", acts: [.irrigated], "bladder irrigation|bladder instillation|voiding trial fill bladder"),
    Line(
      .procedure, "52310", acts: [.removed],
      "cystoscopy stent removal|cystoscopy ureteral stent removal|cystoscopic stent removal|cysto stent removal|cystoscopy with stent removal|cystoscopy with ureteral stent removal|stent removal cystoscopy"
    ),
  ]

  private static let bowels: [Line] = [
    Line(
      .procedure, "46221", acts: [.placed],
      "hemorrhoid banding|rubber band ligation|hemorrhoidal banding|band ligation hemorrhoid|hemorrhoid band ligation"),
    Line(.procedure, "46221", acts: [.placed], noun: true, "band|one band|rubber band|two bands"),
    Line(
      .procedure, "46083", acts: [.drained, .excised],
      "incision thrombosed hemorrhoid|thrombosed external hemorrhoid incision|thrombosed hemorrhoid incision|evacuation thrombosed hemorrhoid"
    ),
    Line(.procedure, "46083", acts: [.drained], noun: true, "thrombosed hemorrhoid|thrombosed external hemorrhoid"),
  ]

  private static let skins: [Line] = [
    Line(
      .procedure, "11900", acts: [.injected, .given],
      "intralesional injection|intralesional kenalog|intralesional triamcinolone|intralesional steroid injection|ilk|intralesional kenalog injection"
    ),
    Line(
      .prickTest, "95024", acts: [.obtained, .interpreted],
      "intradermal|intradermal testing|intradermal test|intradermal skin test"
    ),
    Line(.prickTest, "95044", acts: [.placed, .interpreted], "patch testing|patch test|t r u e test|patch test panel"),
    Line(
      .procedure, "17250", acts: [.cauterized, .destroyed],
      "chemical cautery granulation tissue|silver nitrate granulation tissue|granulation tissue silver nitrate"),
  ]

  private static let joints: [Line] = [
    Line(
      .procedure, "20612", acts: [.aspirated, .injected, .drained], side: true, noun: true, "ganglion|ganglion cyst"),
    Line(
      .procedure, "29581", acts: [.placed], side: true, noun: true,
      "multilayer compression|multi layer compression|multilayer compression wrap|four layer compression|4 layer compression|multilayer compression dressing|multi layer compression wrap|profore|2 layer compression|two layer compression|coban 2|multilayer compression bandage"
    ),
    Line(
      .procedure, "97605", acts: [.placed], noun: true,
      "negative pressure wound therapy|npwt|wound vac|vac dressing|negative pressure wound vac"),
  ]

  private static let vessels: [Line] = [
    Line(
      .officeTest, "93923", acts: seen,
      "segmental pressure|segmental pressures|segmental pressures pulse volume recordings|segmental pressures pvr|pulse volume recordings|abi segmental pressures|multilevel abi|abi pvr segmental pressure|abi pvr"
    ),
    Line(
      .officeTest, "93926", acts: seen, side: true, "duplex bypass graft|bypass graft duplex|graft duplex|duplex graft"),
    Line(.officeTest, "93922", acts: [.obtained], "abi|ankle brachial index|ankle brachial indices"),
  ]
}
