import ClaimModel

/// Tests and procedures that offices of one specialty do, whose words tell their code: our own words.
extension ServiceTable {
  static let offices: [Line] =
    hearts + veins + chests + nerves + urinaryTracts + lowerBowels + wombs + limbs + skinTreatments + throats + eyeTests
    + minds

  private static let seen: ServiceWords = [.obtained, .performed]

  private static let hearts: [Line] = [
    Line(
      .officeTest, "93288", acts: [.obtained, .interpreted],
      "in person interrogation|in person device interrogation|in person device check|pacemaker interrogation|pacemaker check|pacer check|pacemaker device check|ppm interrogation|ppm check|pacemaker interrogated|interrogation reprogramming|interrogation with reprogramming|interrogation w reprogramming|interrogation with programming|interrogation w programming|device interrogation|device interrogated"
    ),
    Line(
      .officeTest, "93289", acts: [.obtained, .interpreted],
      "icd interrogation|defibrillator interrogation|icd check|icd device check|crt d interrogation|aicd interrogation"),
    Line(
      .officeTest, "93291", acts: [.obtained, .interpreted],
      "loop recorder interrogation|ilr interrogation|implantable loop recorder interrogation|ilr check"),
    Line(
      .officeTest, "93280", acts: [.obtained, .interpreted],
      "pacemaker programming|pacemaker reprogramming|pacemaker interrogation programming|dual chamber pacemaker programming|pacemaker programming evaluation|dual chamber ppm programming"
    ),
    Line(
      .officeTest, "93283", acts: [.obtained, .interpreted],
      "icd programming|icd reprogramming|dual chamber icd programming|icd programming evaluation"),
    Line(
      .officeTest, "93784", acts: [.obtained, .interpreted],
      "ambulatory blood pressure monitoring|abpm|24 hour abpm|24 hour ambulatory bp|ambulatory bp monitoring"),
  ]

  private static let veins: [Line] = [
    Line(
      .officeTest, "93925", acts: seen,
      "lower extremity arterial duplex|bilateral arterial duplex|arterial duplex bilateral|bilateral lower extremity arterial duplex"
    ),
    Line(
      .procedure, "36471", acts: [.injected, .given], side: true,
      "sclerotherapy|injection sclerotherapy|foam sclerotherapy"),
    Line(
      .procedure, "36475", acts: [.destroyed, .given], side: true,
      "endovenous radiofrequency ablation|saphenous vein rfa|radiofrequency ablation saphenous vein|rfa great saphenous vein|radiofrequency ablation gsv|endovenous rfa"
    ),
    Line(
      .procedure, "36478", acts: [.destroyed, .given], side: true,
      "endovenous laser ablation|evla|evlt|endovenous laser|endovenous laser treatment"),
    Line(
      .procedure, "38222", acts: [.obtained, .biopsied],
      "bone marrow biopsy aspiration|bone marrow aspiration biopsy|bone marrow aspirate biopsy|bone marrow biopsy aspirate|bone marrow biopsy"
    ),
    Line(.procedure, "96523", acts: [.irrigated], noun: true, "port flush|mediport flush|portacath flush|port flushed"),
    Line(.procedure, "99195", acts: [.obtained, .drawn], "therapeutic phlebotomy|phlebotomy therapeutic"),
  ]

  private static let chests: [Line] = [
    Line(
      .officeTest, "94618", acts: [.obtained],
      "six minute walk test|6 minute walk test|6mwt|six minute walk|6 minute walk|6 min walk|6 min walk test|six min walk|6mw|6 mwt"
    )
  ]

  private static let nerves: [Line] = [
    Line(.procedure, "62270", acts: [.obtained], "lumbar puncture|spinal tap|diagnostic lumbar puncture"),
    Line(
      .procedure, "64450", acts: [.injected, .given], side: true,
      "peripheral nerve block|saphenous nerve block|superficial peroneal nerve block|lateral femoral cutaneous nerve block"
    ),
    Line(.procedure, "64418", acts: [.injected, .given], side: true, "suprascapular nerve block"),
    Line(
      .procedure, "64425", acts: [.injected, .given], side: true, "ilioinguinal nerve block|iliohypogastric nerve block"
    ),
    Line(
      .procedure, "64400", acts: [.injected, .given], side: true, "trigeminal nerve block|supraorbital nerve block"),
    Line(.procedure, "64454", acts: [.injected, .given], side: true, "genicular nerve block"),
    Line(
      .procedure, "64624", acts: [.destroyed, .given], side: true,
      "genicular nerve radiofrequency ablation|genicular rfa|genicular radiofrequency ablation|genicular nerve rfa|genicular nerve ablation"
    ),
    Line(
      .procedure, "64455", acts: [.injected, .given], side: true,
      "morton neuroma injection|neuroma injection|interdigital neuroma injection|intermetatarsal neuroma injection|injection morton neuroma"
    ),
    Line(
      .procedure, "64455", acts: [.injected, .given], side: true, noun: true,
      "neuroma|morton neuroma|interdigital neuroma|intermetatarsal neuroma"),
    Line(
      .procedure, "64635", acts: [.destroyed, .given], side: true,
      "lumbar radiofrequency ablation|lumbar rfa|lumbar medial branch rfa|lumbar medial branch radiofrequency|lumbar facet radiofrequency ablation|medial branch radiofrequency ablation|lumbar radiofrequency neurotomy"
    ),
    Line(
      .procedure, "64633", acts: [.destroyed, .given], side: true,
      "cervical radiofrequency ablation|cervical rfa|cervical medial branch rfa|cervical medial branch radiofrequency"),
    Line(
      .procedure, "62370", acts: [.given, .placed],
      "pump refill|intrathecal pump refill|baclofen pump refill|pain pump refill|pump refill reprogramming"),
  ]

  private static let urinaryTracts: [Line] = [
    Line(
      .procedure, "52287", acts: [.injected, .given],
      "bladder botox|intradetrusor botox|intravesical botox|intradetrusor injection|botox bladder injection|intradetrusor botox injection|cystoscopy botox injection"
    ),
    Line(.procedure, "55250", "vasectomy|no scalpel vasectomy|bilateral vasectomy|scalpel vasectomy"),
    Line(
      .procedure, "51705", acts: [.placed],
      "suprapubic tube change|suprapubic catheter change|spt change|suprapubic catheter exchange|suprapubic tube exchange|spt exchange|sp tube change|sp tube exchange"
    ),
    Line(.procedure, "51705", acts: [.placed], noun: true, "spt|suprapubic tube|suprapubic catheter|sp tube"),
    Line(
      .procedure, "52281",
      "cystoscopy urethral dilation|urethral dilation cystoscopy|cystoscopy dilation urethral stricture"),
    Line(
      .procedure, "54235", acts: [.injected, .given], "intracavernosal injection|trimix injection|penile injection"),
    Line(
      .procedure, "11980", acts: [.placed, .injected],
      "testosterone pellet insertion|testopel insertion|pellet insertion|hormone pellet insertion"),
  ]

  private static let lowerBowels: [Line] = [
    Line(
      .officeTest, "91065", acts: [.obtained, .interpreted],
      "lactulose breath test|hydrogen breath test|glucose breath test|lactose breath test|fructose breath test|sibo breath test|hydrogen breath testing|lactulose hydrogen breath test"
    ),
    Line(.procedure, "46930", acts: [.destroyed, .given], "infrared coagulation|infrared coagulation hemorrhoid"),
    Line(
      .procedure, "46320", acts: [.excised],
      "thrombosed hemorrhoid excision|excision thrombosed hemorrhoid|excision thrombosed external hemorrhoid|thrombosed external hemorrhoid excision"
    ),
    Line(
      .procedure, "46320", acts: [.excised], noun: true,
      "hemorrhoid|external hemorrhoid|hemorrhoid clot|hemorrhoid with clot"),
    Line(.procedure, "45330", "flexible sigmoidoscopy|flex sig|diagnostic flexible sigmoidoscopy"),
  ]

  private static let wombs: [Line] = [
    Line(
      .procedure, "57500", acts: [.removed, .excised, .biopsied],
      "cervical polypectomy|cervical polyp removal|removal cervical polyp|endocervical polypectomy"),
    Line(.procedure, "57500", acts: [.removed, .excised, .biopsied], noun: true, "cervical polyp|endocervical polyp"),
    Line(
      .procedure, "57511", acts: [.destroyed, .given], "cryotherapy cervix|cervical cryotherapy|cervix cryotherapy"),
    Line(.procedure, "57522", acts: [.excised], "leep|loop electrode excision|loop excision cervix|leep cone"),
    Line(
      .procedure, "56420", acts: [.drained, .placed],
      "bartholin abscess drainage|bartholin i d|word catheter placement|bartholin gland i d|bartholin abscess i d|bartholin cyst drainage"
    ),
    Line(.procedure, "56420", acts: [.drained], noun: true, "bartholin abscess|bartholin cyst|bartholin gland abscess"),
    Line(
      .procedure, "56605", acts: [.biopsied, .obtained],
      "vulvar biopsy|biopsy vulva|vulvar punch biopsy|punch biopsy vulva"),
    Line(.procedure, "58322", acts: [.placed], "intrauterine insemination|iui"),
    Line(
      .officeTest, "76801", acts: seen,
      "first trimester ultrasound|dating ultrasound|first trimester us|dating us|first trimester ob ultrasound|dating scan|early ob ultrasound"
    ),
    Line(
      .officeTest, "76805", acts: seen,
      "anatomy scan|anatomy ultrasound|anatomy us|fetal anatomy survey|fetal anatomic survey|fetal anatomy ultrasound|anatomy survey"
    ),
    Line(
      .officeTest, "76816", acts: seen,
      "growth scan|growth ultrasound|growth us|follow up growth ultrasound|interval growth ultrasound|fetal growth ultrasound|follow up growth|follow up growth scan|growth follow up|growth follow up scan|growth follow up ultrasound|follow up growth us|interval growth scan"
    ),
    Line(
      .officeTest, "76817", acts: seen,
      "transvaginal cervical length|cervical length ultrasound|transvaginal ob ultrasound|tvus cervical length|transvaginal cervical length ultrasound"
    ),
    Line(.officeTest, "76819", acts: seen, "biophysical profile|bpp"),
    Line(.officeTest, "76820", acts: seen, "umbilical artery doppler|ua doppler"),
  ]

  private static let limbs: [Line] = [
    Line(
      .procedure, "23650", side: true,
      "shoulder reduction|closed reduction shoulder dislocation|shoulder dislocation reduction|reduction shoulder dislocation"
    ),
    Line(
      .procedure, "26770", side: true,
      "closed reduction finger dislocation|pip dislocation reduction|finger dislocation reduction|pip reduction|reduction pip dislocation"
    ),
    Line(
      .procedure, "24640", side: true,
      "nursemaid elbow reduction|nursemaid reduction|radial head subluxation reduction|supination flexion maneuver|reduction nursemaid elbow"
    ),
    Line(
      .procedure, "24640", says: .performed, side: true, atHand: true,
      "hyperpronation|hyperpronation maneuver|hyperpronation technique|supinated flexed|supinated flexed elbow|supinated elbow flexed|hyperpronated|hyperpronated forearm|supinated forearm flexed"
    ),
    Line(.procedure, "20560", "dry needling"),
    Line(
      .procedure, "98925", acts: [.given, .destroyed],
      "omt|osteopathic manipulative treatment|osteopathic manipulation|osteopathic manipulative therapy"),
    Line(
      .procedure, "98940", acts: [.given, .destroyed],
      "chiropractic manipulation|chiropractic manipulative treatment|chiropractic adjustment|diversified manipulation|chiropractic manipulative therapy"
    ),
    Line(.procedure, "97810", acts: [.destroyed, .given], "acupuncture|acupuncture treatment"),
  ]

  private static let skinTreatments: [Line] = [
    Line(
      .procedure, "96900", acts: [.destroyed, .given],
      "narrowband uvb|nbuvb|nb uvb|phototherapy|uvb phototherapy|narrowband uvb phototherapy|phototherapy session"),
    Line(.procedure, "96567", acts: [.destroyed, .given], "photodynamic therapy|pdt|blue light pdt|pdt blue light"),
    Line(.procedure, "10040", "acne surgery|comedone extraction|milia extraction|comedo extraction"),
    Line(
      .procedure, "14060", acts: [.placed, .repaired],
      "bilobed flap|bilobe flap|advancement flap|rotation flap|transposition flap|rhombic flap|rhomboid flap|rhomboid transposition flap|adjacent tissue transfer|local flap"
    ),
    Line(.procedure, "17311", "mohs|mohs surgery|mohs micrographic surgery|micrographic surgery"),
    Line(
      .officeTest, "95076", acts: [.given],
      "oral food challenge|oral challenge|food challenge|peanut challenge|oral drug challenge|amoxicillin challenge|penicillin challenge|graded oral challenge|oral amoxicillin challenge"
    ),
    Line(
      .procedure, "95250", acts: [.placed],
      "professional cgm|libre pro|professional cgm placement|professional cgm sensor"),
  ]

  private static let throats: [Line] = [
    Line(.procedure, "92511", "nasopharyngoscopy|flexible nasopharyngoscopy|fiberoptic nasopharyngoscopy"),
    Line(.procedure, "31579", "videostroboscopy|stroboscopy|laryngeal stroboscopy|laryngovideostroboscopy"),
    Line(
      .procedure, "31237", acts: [.trimmed], side: true,
      "sinus debridement|endoscopic debridement|nasal debridement|endoscopic sinus debridement|nasal endoscopy debridement"
    ),
    Line(
      .procedure, "69801", acts: [.injected, .given], side: true,
      "intratympanic injection|intratympanic dexamethasone|intratympanic steroid injection|intratympanic dexamethasone injection|transtympanic injection"
    ),
    Line(
      .procedure, "92504",
      "binocular microscopy|ear microscopy|otomicroscopy|binocular otomicroscopy|microscopic ear exam"),
    Line(
      .procedure, "69220", acts: [.trimmed], side: true,
      "mastoid debridement|mastoid cavity debridement|mastoid bowl debridement"),
    Line(
      .procedure, "42700", acts: [.drained, .aspirated],
      "peritonsillar abscess drainage|peritonsillar abscess i d|pta drainage|pta i d|drainage peritonsillar abscess"),
    Line(.procedure, "42700", acts: [.drained, .aspirated], noun: true, "peritonsillar abscess"),
    Line(
      .procedure, "10005", acts: [.aspirated, .biopsied, .obtained],
      "ultrasound guided fna|us guided fna|fine needle aspiration ultrasound guidance|fna ultrasound guidance|ultrasound guided fine needle aspiration|fna thyroid nodule ultrasound guidance"
    ),
    Line(.procedure, "10021", acts: [.aspirated, .biopsied, .obtained], "fine needle aspiration|fna|fna biopsy"),
    Line(.procedure, "41100", acts: [.biopsied, .obtained], "tongue biopsy|biopsy tongue"),
    Line(
      .procedure, "40808", acts: [.biopsied, .obtained],
      "oral biopsy|buccal biopsy|buccal mucosa biopsy|oral mucosa biopsy"),
    Line(.officeTest, "92540", acts: [.obtained, .interpreted], "vng|videonystagmography|vng testing"),
    Line(
      .officeTest, "92537", acts: [.obtained, .interpreted],
      "caloric testing|bithermal caloric|calorics|bithermal caloric testing"),
    Line(
      .officeTest, "92587", acts: [.obtained, .interpreted], atHand: true,
      "otoacoustic emission|oae|dpoae|distortion product otoacoustic emission"),
    Line(.officeTest, "92579", acts: [.obtained, .interpreted], atHand: true, "visual reinforcement audiometry|vra"),
    Line(
      .officeTest, "92582", acts: [.obtained, .interpreted], atHand: true,
      "conditioned play audiometry|play audiometry|conditioning play audiometry"),
    Line(
      .officeTest, "92552", acts: [.obtained, .interpreted], atHand: true,
      "pure tone audiometry|air conduction audiometry|pure tone air conduction|pure tone audiogram"),
    Line(
      .officeTest, "92568", acts: [.obtained, .interpreted], atHand: true, "acoustic reflex|acoustic reflex threshold"),
  ]

  private static let eyeTests: [Line] = [
    Line(
      .officeTest, "92025", acts: [.obtained, .interpreted], "corneal topography|pentacam"),
    Line(
      .officeTest, "92285", acts: [.obtained, .interpreted], atHand: true,
      "external photo|external photography|external ocular photography|external photograph"),
    Line(.officeTest, "92235", acts: [.obtained, .interpreted], "fluorescein angiography|fluorescein angiogram|ivfa"),
    Line(.officeTest, "92201", acts: [.obtained, .interpreted], atHand: true, "extended ophthalmoscopy"),
    Line(
      .officeTest, "92136", acts: [.obtained, .interpreted], atHand: true,
      "iol master|iolmaster|optical biometry|lenstar|iol calculation"),
    Line(.officeTest, "76512", acts: seen, side: true, "b scan|b scan ultrasound|b scan ultrasonography"),
    Line(
      .officeTest, "92060", acts: [.obtained, .interpreted], atHand: true,
      "sensorimotor exam|sensorimotor evaluation|sensorimotor testing|sensorimotor examination"),
    Line(
      .officeTest, "92286", acts: [.obtained, .interpreted], atHand: true, "specular microscopy|endothelial cell count"),
    Line(.officeTest, "92132", acts: [.obtained, .interpreted], atHand: true, "anterior segment oct|as oct"),
    Line(
      .procedure, "67228", acts: [.destroyed, .given], side: true,
      "panretinal photocoagulation|panretinal laser photocoagulation|panretinal laser"),
    Line(
      .procedure, "67210", acts: [.destroyed, .given], side: true,
      "focal macular laser|focal laser photocoagulation"),
    Line(.procedure, "67145", acts: [.destroyed, .given], side: true, "laser retinopexy|barricade laser"),
    Line(
      .procedure, "66761", acts: [.destroyed, .given], side: true,
      "laser peripheral iridotomy|lpi|yag pi|laser iridotomy|peripheral iridotomy"),
    Line(.procedure, "68810", side: true, "nasolacrimal duct probing|nasolacrimal probing|nld probing"),
    Line(.procedure, "92071", acts: [.placed], side: true, noun: true, "bandage contact lens|bcl|bandage lens"),
    Line(.procedure, "65778", acts: [.placed], side: true, noun: true, "amniotic membrane|prokera"),
    Line(.procedure, "92310", "contact lens fitting|contact lens fit|contact lens evaluation"),
    Line(.officeTest, "83861", acts: [.obtained], waived: true, atHand: true, "tear osmolarity|tearlab"),
    Line(.officeTest, "83516", acts: [.obtained], waived: true, atHand: true, "inflammadry"),
    Line(
      .screening, "99177", acts: [.obtained],
      "spot vision|photoscreening|instrument based vision screening|plusoptix|spot vision screener|spot vision screen|photoscreen|photoscreener"
    ),
  ]

  private static let minds: [Line] = [
    Line(.procedure, "90853", "group therapy|group psychotherapy|group therapy session"),
    Line(
      .procedure, "90847",
      "family therapy|family psychotherapy|conjoint therapy|family therapy session|conjoint family therapy"),
    Line(
      .procedure, "90868", acts: [.destroyed, .given],
      "transcranial magnetic stimulation|tms treatment|tms session|rtms"),
  ]
}
