import ClaimModel

/// Small operations of offices of every specialty. Our own words.
extension ServiceTable {
  static let smallOperations: [Line] = minorOperations + eyeOperations + urogenitalOperations

  /// Small operations on skin, limbs, nose, throat and ears.
  private static let minorOperations: [Line] = [
    Line(
      .procedure, "11719", acts: [.trimmed],
      "trimming nondystrophic nails|nondystrophic nail trimming|trimming non dystrophic nails|non dystrophic nail trimming"
    ),
    Line(
      .procedure, "11755", acts: [.biopsied, .obtained],
      "nail biopsy|nail unit biopsy|nail matrix biopsy|nail bed biopsy|biopsy nail bed|biopsy nail matrix|nail matrix bx|nail bx|nail unit bx|nail bed bx"
    ),
    Line(
      .procedure, "11760", acts: [.repaired],
      "nail bed repair|nailbed repair|repair nail bed|nail bed laceration repair|nailbed laceration repair"),
    Line(.procedure, "11760", acts: [.repaired], noun: true, "nail bed|nailbed|nail bed laceration|nailbed laceration"),
    Line(
      .procedure, "11765", acts: [.excised],
      "wedge excision nail fold|nail fold wedge excision|wedge resection nail fold"),
    Line(
      .procedure, "12020", acts: [.repaired],
      "dehiscence closure|closure dehiscence|wound dehiscence closure|closure wound dehiscence|dehiscence repair"),
    Line(
      .procedure, "20527", acts: [.injected, .given], side: true,
      "xiaflex injection palm|collagenase injection cord|collagenase injection palmar cord|collagenase injection dupuytren cord|dupuytren cord injection|palmar cord injection"
    ),
    Line(
      .procedure, "20561",
      "dry needling three muscles|dry needling 3 muscles|dry needling 4 muscles|dry needling four muscles|dry needling multiple muscles"
    ),
    Line(
      .procedure, "20670", acts: [.removed],
      "pin removal|pins removal|k wire removal|k wires removal|percutaneous pin removal|removal k wires|removal percutaneous pins|kirschner wire removal"
    ),
    Line(
      .procedure, "20670", acts: [.removed], noun: true,
      "k wire|k wires|percutaneous pin|percutaneous pins|kirschner wire|kirschner wires"),
    Line(
      .procedure, "26010", acts: [.drained],
      "finger abscess drainage|finger abscess i d|drainage finger abscess|i d finger abscess"),
    Line(.procedure, "26010", acts: [.drained], noun: true, "finger abscess|abscess finger"),
    Line(.procedure, "26011", acts: [.drained], "felon drainage|felon i d|drainage felon|i d felon"),
    Line(.procedure, "26011", acts: [.drained], noun: true, "felon"),
    Line(
      .procedure, "26055", acts: [.drained], side: true,
      "trigger finger release|a1 pulley release|trigger thumb release|percutaneous trigger finger release"),
    Line(
      .procedure, "28010", acts: [.drained], side: true,
      "flexor tenotomy|percutaneous flexor tenotomy|percutaneous toe tenotomy|toe flexor tenotomy"),
    Line(
      .procedure, "28190", acts: [.removed], side: true,
      "foreign body removal foot|removal foreign body foot|foot foreign body removal|foreign body foot removal"),
    Line(
      .procedure, "30100", acts: [.biopsied, .obtained], "intranasal biopsy|nasal mucosa biopsy|biopsy nasal mucosa"),
    Line(
      .procedure, "30110", acts: [.removed, .excised], side: true,
      "nasal polypectomy|nasal polyp removal|excision nasal polyp"),
    Line(
      .procedure, "30200", acts: [.injected, .given], side: true,
      "turbinate injection|inferior turbinate injection|injection turbinate"),
    Line(
      .procedure, "30801", acts: [.destroyed, .cauterized],
      "turbinate cautery|turbinate cauterization|cautery turbinate"),
    Line(
      .procedure, "30802", acts: [.destroyed],
      "turbinate radiofrequency|radiofrequency turbinate reduction|turbinate radiofrequency ablation|submucosal turbinate ablation|turbinate coblation"
    ),
    Line(.procedure, "30905", acts: [.placed], "posterior nasal packing|posterior packing|posterior nasal pack"),
    Line(
      .procedure, "31576", acts: [.biopsied, .obtained],
      "laryngoscopy biopsy|flexible laryngoscopy biopsy|laryngoscopy with biopsy|flexible laryngoscopy with biopsy"),
    Line(
      .procedure, "31574", acts: [.injected, .given], side: true,
      "injection laryngoplasty|vocal fold injection|vocal cord injection|vocal fold augmentation"),
    Line(.procedure, "31615", "tracheobronchoscopy|tracheoscopy|tracheoscopy through stoma"),
    Line(
      .procedure, "40490", acts: [.biopsied, .obtained], "lip biopsy|biopsy lip|vermilion biopsy|mucosal lip biopsy"),
    Line(
      .procedure, "40806", acts: [.drained], "labial frenotomy|lip tie release|labial frenulotomy|upper lip frenotomy"),
    Line(.procedure, "40812", acts: [.excised, .removed], "mucocele excision|excision mucocele|mucocele removal"),
    Line(.procedure, "40812", acts: [.excised], noun: true, "mucocele"),
    Line(
      .procedure, "41010", acts: [.drained],
      "frenotomy|lingual frenotomy|tongue tie release|frenulotomy|tongue tie division|lingual frenulotomy|tongue tie clip"
    ),
    Line(
      .procedure, "42330", acts: [.removed], side: true,
      "sialolithotomy|salivary stone removal|submandibular stone removal"),
    Line(
      .procedure, "42809", acts: [.removed],
      "fish bone removal|fishbone removal|pharyngeal foreign body removal|removal fish bone"),
    Line(.procedure, "42809", acts: [.removed], noun: true, "fish bone|fishbone"),
    Line(
      .procedure, "69000", acts: [.drained], side: true,
      "auricular hematoma drainage|auricular hematoma i d|drainage auricular hematoma|auricular abscess drainage|pinna hematoma drainage"
    ),
    Line(
      .procedure, "69000", acts: [.drained], side: true, noun: true,
      "auricular hematoma|pinna hematoma|auricular abscess"),
    Line(.procedure, "69020", acts: [.drained], side: true, "ear canal abscess drainage|ear canal furuncle drainage"),
    Line(.procedure, "69105", acts: [.biopsied, .obtained], side: true, "ear canal biopsy|biopsy ear canal"),
    Line(.procedure, "69420", acts: [.drained], side: true, "myringotomy|tympanocentesis"),
    Line(
      .procedure, "69424", acts: [.removed], side: true,
      "ventilating tube removal|ear tube removal|tympanostomy tube removal|pe tube removal"),
    Line(
      .procedure, "69433", acts: [.placed], side: true,
      "tympanostomy tube placement|ear tube placement|myringotomy tube placement|myringotomy with tube|pe tube placement|tympanostomy tube insertion|pe tube insertion|grommet insertion|grommet placement"
    ),
    Line(.procedure, "69540", acts: [.removed, .excised], side: true, "aural polyp removal|aural polypectomy"),
    Line(
      .procedure, "69610", acts: [.placed], side: true,
      "paper patch myringoplasty|tympanic membrane patch|paper patch tympanic membrane"),
    Line(
      .procedure, "69433", acts: [.placed], side: true, noun: true,
      "grommet|armstrong grommet|tympanostomy tube|pressure equalization tube|pe tube"),
    Line(
      .procedure, "41010", acts: [.drained, .excised], noun: true, "lingual frenulum|frenulum|frenum|lingual frenum"),
  ]

  /// Small operations on eyes, lids and tear ducts.
  private static let eyeOperations: [Line] = [
    Line(
      .procedure, "65210", acts: [.removed], side: true,
      "embedded conjunctival foreign body removal|removal embedded conjunctival foreign body"),
    Line(
      .procedure, "65435", acts: [.trimmed], side: true,
      "corneal debridement|corneal epithelial debridement|epithelial debridement cornea|removal corneal epithelium"),
    Line(
      .procedure, "65800", acts: [.aspirated, .drained], side: true,
      "anterior chamber paracentesis|ac paracentesis|ac tap|anterior chamber tap"),
    Line(
      .procedure, "67105", acts: [.destroyed], side: true,
      "laser repair retinal detachment|retinal detachment laser repair|laser demarcation"),
    Line(.procedure, "67505", acts: [.injected], side: true, "retrobulbar alcohol injection"),
    Line(
      .procedure, "67515", acts: [.injected, .given], side: true,
      "sub tenon injection|subtenon injection|sub tenon kenalog|subtenon kenalog|posterior subtenon injection|sub tenon triamcinolone|posterior sub tenon injection"
    ),
    Line(
      .procedure, "67700", acts: [.drained],
      "hordeolum drainage|hordeolum i d|stye drainage|eyelid abscess drainage|lid abscess drainage|eyelid abscess i d|stye i d"
    ),
    Line(.procedure, "67700", acts: [.drained], noun: true, "hordeolum|stye|lid abscess|eyelid abscess"),
    Line(
      .procedure, "67810", acts: [.biopsied, .obtained],
      "eyelid biopsy|lid biopsy|eyelid margin biopsy|lid margin biopsy|biopsy eyelid margin"),
    Line(
      .procedure, "67840", acts: [.excised, .removed],
      "eyelid lesion excision|excision eyelid lesion|lid lesion excision|excision lid lesion|eyelid lesion removal|lid lesion removal"
    ),
    Line(.procedure, "67875", acts: [.repaired, .placed], "temporary tarsorrhaphy|suture tarsorrhaphy|tarsorrhaphy"),
    Line(.procedure, "67938", acts: [.removed], "eyelid foreign body removal|lid foreign body removal"),
    Line(.procedure, "68020", acts: [.drained], side: true, "conjunctival cyst drainage|conjunctival cyst incision"),
    Line(.procedure, "68100", acts: [.biopsied, .obtained], side: true, "conjunctival biopsy|biopsy conjunctiva"),
    Line(
      .procedure, "68200", acts: [.injected, .given], side: true,
      "subconjunctival injection|subconjunctival kenalog injection"),
    Line(
      .procedure, "68440", acts: [.drained], side: true,
      "punctal snip|snip punctoplasty|punctoplasty|3 snip punctoplasty"),
    Line(
      .procedure, "68760", acts: [.cauterized, .destroyed],
      "punctal cautery|punctal occlusion cautery|thermal punctal occlusion|punctal cauterization"),
    Line(
      .procedure, "68801", acts: [.irrigated], side: true,
      "punctal dilation|dilation punctum|dilation irrigation punctum|punctal dilation irrigation"),
    Line(
      .procedure, "68840", acts: [.irrigated], side: true,
      "canalicular probing|canalicular irrigation|canaliculi probing|lacrimal irrigation|lacrimal probing irrigation|probing irrigation canaliculi"
    ),
  ]

  /// Fluid drawn, and small operations on bowel, bladder, genitals, breasts, marrow and veins.
  private static let urogenitalOperations: [Line] = [
    Line(
      .procedure, "49082", acts: [.drained, .aspirated, .removed],
      "paracentesis|abdominal paracentesis|diagnostic paracentesis|therapeutic paracentesis|large volume paracentesis"),
    Line(
      .procedure, "49083", acts: [.drained, .aspirated, .removed],
      "ultrasound guided paracentesis|us guided paracentesis|paracentesis ultrasound guidance|ultrasound guided therapeutic paracentesis|ultrasound guided large volume paracentesis|us guided therapeutic paracentesis"
    ),
    Line(.procedure, "32554", acts: [.drained, .aspirated, .removed], "thoracentesis"),
    Line(
      .procedure, "32555", acts: [.drained, .aspirated, .removed],
      "ultrasound guided thoracentesis|us guided thoracentesis|thoracentesis ultrasound guidance"),
    Line(.procedure, "45300", "rigid proctosigmoidoscopy|proctosigmoidoscopy|rigid sigmoidoscopy|rigid proctoscopy"),
    Line(
      .procedure, "45331", acts: [.biopsied, .obtained],
      "flexible sigmoidoscopy biopsy|flexible sigmoidoscopy with biopsy|flex sig biopsy|flex sig with biopsy"),
    Line(
      .procedure, "46050", acts: [.drained],
      "perianal abscess drainage|perianal abscess i d|perirectal abscess i d|i d perianal abscess|drainage perianal abscess|drainage perirectal abscess|perirectal abscess drainage"
    ),
    Line(.procedure, "46050", acts: [.drained], noun: true, "perianal abscess|perirectal abscess"),
    Line(
      .procedure, "46220", acts: [.excised, .removed],
      "anal skin tag excision|anal tag excision|excision anal skin tag|excision anal tag|anal papilla excision"),
    Line(
      .procedure, "46505", acts: [.injected, .given],
      "anal botox|anal botox injection|internal sphincter botox injection|anal sphincter botox|internal anal sphincter botox injection"
    ),
    Line(.procedure, "46601", "high resolution anoscopy|hra"),
    Line(.procedure, "46606", acts: [.biopsied, .obtained], "anoscopy biopsy|anoscopy with biopsy"),
    Line(
      .procedure, "51703", acts: [.placed],
      "complicated catheter placement|complicated foley placement|difficult foley placement|complicated catheterization|difficult catheter placement"
    ),
    Line(.procedure, "51784", acts: [.obtained], "pelvic floor emg|sphincter emg|urodynamic emg|anal sphincter emg"),
    Line(
      .procedure, "51797", acts: [.obtained],
      "intra abdominal pressure|intraabdominal voiding pressure|rectal pressure catheter|abdominal pressure catheter"),
    Line(.procedure, "51726", acts: [.obtained], "complex cystometrogram|cystometrogram|complex cmg"),
    Line(
      .procedure, "51729", acts: [.obtained],
      "cystometrogram urethral pressure profile|cystometrogram voiding pressure urethral pressure"),
    Line(
      .procedure, "52204", acts: [.biopsied, .obtained],
      "cystoscopy biopsy|cystoscopy bladder biopsy|cystoscopy with biopsy|cystoscopy with bladder biopsy|cystourethroscopy with biopsy"
    ),
    Line(
      .procedure, "52224", acts: [.destroyed, .cauterized],
      "cystoscopy fulguration|cystoscopy with fulguration|cystoscopy bladder fulguration"),
    Line(.procedure, "53661", "female urethral dilation"),
    Line(
      .procedure, "54056", acts: [.destroyed],
      "cryotherapy penile condyloma|cryotherapy penile warts|penile wart cryotherapy|cryotherapy penile lesions|penile condyloma cryotherapy"
    ),
    Line(.procedure, "54100", acts: [.biopsied, .obtained], "penile biopsy|biopsy penis|penile skin biopsy"),
    Line(
      .procedure, "54150",
      "circumcision|newborn circumcision|gomco circumcision|plastibell circumcision|mogen circumcision|neonatal circumcision|mogen clamp circumcision|gomco clamp circumcision"
    ),
    Line(.procedure, "54162", "lysis penile adhesions|penile adhesion lysis|lysis preputial adhesions"),
    Line(
      .procedure, "54200", acts: [.injected, .given],
      "peyronie plaque injection|peyronie injection|plaque injection|xiaflex injection penile|penile plaque injection|intralesional plaque injection|injection penile plaque|xiaflex injection plaque"
    ),
    Line(.procedure, "55000", acts: [.aspirated, .drained], side: true, "hydrocele aspiration|aspiration hydrocele"),
    Line(
      .procedure, "55700", acts: [.biopsied, .obtained],
      "prostate biopsy|transrectal prostate biopsy|trus biopsy|transperineal prostate biopsy"),
    Line(
      .procedure, "56405", acts: [.drained],
      "vulvar abscess drainage|vulvar abscess i d|labial abscess i d|labial abscess drainage|i d labial abscess|i d vulvar abscess"
    ),
    Line(.procedure, "56405", acts: [.drained], noun: true, "vulvar abscess|labial abscess"),
    Line(
      .procedure, "56501", acts: [.destroyed],
      "vulvar condyloma treatment|destruction vulvar lesions|destruction vulvar condyloma|tca vulvar condyloma|vulvar wart destruction|vulvar condyloma destruction"
    ),
    Line(.procedure, "56820", "vulvoscopy|vulvar colposcopy|colposcopy vulva"),
    Line(
      .procedure, "56821", acts: [.biopsied],
      "vulvoscopy biopsy|vulvar colposcopy biopsy|vulvoscopy with biopsy|colposcopy vulva biopsy"),
    Line(
      .procedure, "57061", acts: [.destroyed],
      "vaginal condyloma treatment|destruction vaginal lesions|vaginal condyloma destruction|vaginal wart destruction"),
    Line(.procedure, "57100", acts: [.biopsied, .obtained], "vaginal biopsy|biopsy vagina|vaginal wall biopsy"),
    Line(.procedure, "57135", acts: [.excised, .removed], "vaginal cyst excision|excision vaginal cyst"),
    Line(.procedure, "57170", acts: [.placed], "diaphragm fitting|cervical cap fitting|fitting diaphragm"),
    Line(.procedure, "57420", "vaginal colposcopy|colposcopy vagina|vaginoscopy"),
    Line(
      .procedure, "57421", acts: [.biopsied],
      "vaginal colposcopy biopsy|vaginal colposcopy with biopsy|colposcopy vagina biopsy"),
    Line(
      .procedure, "57460", acts: [.excised],
      "colposcopy leep|colposcopy with leep|leep colposcopy|leep with colposcopy|leep under colposcopy"),
    Line(
      .procedure, "57510", acts: [.cauterized, .destroyed], "cervical cautery|cautery cervix|cervical cauterization"),
    Line(.procedure, "57800", "cervical dilation|dilation cervical canal"),
    Line(
      .procedure, "58340", acts: [.placed],
      "saline infusion sonohysterogram|sonohysterogram|saline infusion sonogram|saline sonohysterography|sonohysterography|saline infusion sonography"
    ),
    Line(.procedure, "58555", "diagnostic hysteroscopy|office hysteroscopy|hysteroscopy"),
    Line(
      .procedure, "58558", acts: [.biopsied, .removed],
      "hysteroscopy biopsy|hysteroscopy polypectomy|hysteroscopic polypectomy|hysteroscopy with polypectomy|hysteroscopy with biopsy|operative hysteroscopy polypectomy"
    ),
    Line(
      .procedure, "58562", acts: [.removed],
      "hysteroscopic iud removal|hysteroscopy iud removal|hysteroscopic removal iud"),
    Line(.procedure, "59200", acts: [.placed], "laminaria placement|laminaria insertion"),
    Line(.procedure, "59820", "manual vacuum aspiration|uterine aspiration|suction curettage missed abortion"),
    Line(.procedure, "60100", acts: [.biopsied, .obtained], "thyroid core biopsy|core biopsy thyroid"),
    Line(
      .procedure, "19000", acts: [.aspirated, .drained], side: true, "breast cyst aspiration|aspiration breast cyst"),
    Line(.procedure, "19100", acts: [.biopsied, .obtained], side: true, "breast core biopsy|core biopsy breast"),
    Line(
      .procedure, "38221", acts: [.biopsied, .obtained], "bone marrow biopsy without aspiration|bone marrow core biopsy"
    ),
    Line(.procedure, "38220", acts: [.aspirated, .obtained], "bone marrow aspiration|bone marrow aspirate"),
    Line(
      .procedure, "36470", acts: [.injected, .given], side: true, "single vein sclerotherapy|sclerotherapy single vein"),
    Line(
      .procedure, "36482", acts: [.destroyed, .injected], side: true,
      "venaseal|cyanoacrylate vein closure|venaseal closure"),
    Line(
      .procedure, "36593", acts: [.given],
      "cathflo|catheter declotting|port declotting|alteplase declotting|declotting port|tpa port declot"),
    Line(
      .procedure, "36591", acts: [.drawn],
      "blood draw port|port blood draw|blood drawn port|labs drawn port|port lab draw"),
    Line(
      .procedure, "37765", acts: [.removed, .excised], side: true,
      "ambulatory phlebectomy|stab phlebectomy|microphlebectomy"),
  ]
}
