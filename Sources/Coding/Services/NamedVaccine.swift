import ClaimModel

/// A vaccine as notes name it: which product it is follows from the patient's age and the date.
///
/// Source: CDC, "CPT Codes Mapped to CVX Codes" and the products' labelled ages; the words are ours. From the season of
/// 2024 on influenza vaccines in the United States have three strains.
struct NamedVaccine: Sendable {
  /// One product that the words may stand for.
  struct Product: Sendable {
    var procedure: ProcedureCode
    /// The ages in completed years it is for.
    var ages: ClosedRange<Int>
    /// The first date of service; `nil` for any.
    var from: CalendarDate?
  }

  var phrases: String
  /// The first that fits is it.
  var products: [Product]

  /// The product for a patient of an age on a date; `nil` when there is none for it.
  func product(age: Int, on date: CalendarDate) -> ProcedureCode? {
    products.first { $0.ages.contains(age) && ($0.from ?? date) <= date }?.procedure
  }

  private init(_ phrases: String, _ products: (ProcedureCode, ClosedRange<Int>)...) {
    self.phrases = phrases
    self.products = products.map { Product(procedure: $0.0, ages: $0.1) }
  }

  /// A vaccine whose product changed on a date.
  private init(
    _ phrases: String, _ ages: ClosedRange<Int>, from date: CalendarDate?, _ now: ProcedureCode, before: ProcedureCode
  ) {
    self.phrases = phrases
    products = [Product(procedure: now, ages: ages, from: date), Product(procedure: before, ages: ages)]
  }

  private static let threeStrains = CalendarDate(year: 2024, month: 7, day: 1)

  /// The influenza vaccine without a brand, and the one of a high dose, among ``all``.
  static let influenza = 0
  static let highDose = 1

  /// Illnesses by which a list of vaccines names them.
  static let illnesses: [(vaccine: Int, words: [StaticString])] = [
    (influenza, [", influenza", " influenza ("]),
    (place(of: "havrix"), [", hepatitis a,", ", hepatitis a and", ", hep a,", "hepatitis a."]),
    (place(of: "engerix"), [", hepatitis b,", ", hepatitis b and", ", hep b,"]),
    (place(of: "pcv20"), ["pneumococcal 20-valent", "20-valent pneumococcal"]),
  ]

  private static func place(of phrase: String) -> Int { all.firstIndex { $0.phrases.contains(phrase) } ?? influenza }

  static let all: [NamedVaccine] = [
    NamedVaccine(
      "influenza vaccine|flu vaccine|flu shot|influenza immunization|influenza vaccination|flu vaccination|fluzone|fluarix|flulaval|afluria|influenza vaccine inactivated|seasonal influenza vaccine",
      0...130, from: threeStrains, "90656", before: "90686"),
    NamedVaccine(
      "fluzone hd|flu vaccine fluzone hd|fluzone high dose|high dose influenza vaccine|high dose flu vaccine|high dose flu shot|high dose influenza|high dose flu|hd flu shot",
      ("90662", 50...130)),
    NamedVaccine("fluad|adjuvanted influenza vaccine", ("90653", 50...130)),
    NamedVaccine("flublok|recombinant influenza vaccine", 9...130, from: threeStrains, "90673", before: "90682"),
    NamedVaccine("flucelvax", 0...130, from: threeStrains, "90661", before: "90674"),
    NamedVaccine(
      "flumist|nasal influenza vaccine|nasal flu vaccine", 2...49, from: threeStrains, "90660", before: "90672"),
    NamedVaccine("tdap|tdap vaccine|boostrix|adacel|tdap booster", ("90715", 7...130)),
    NamedVaccine("td vaccine|td booster|tenivac|tetanus diphtheria vaccine", ("90714", 7...130)),
    NamedVaccine("dtap|dtap vaccine|daptacel|infanrix", ("90700", 0...6)),
    NamedVaccine("pediarix|dtap hepb ipv", ("90723", 0...6)),
    NamedVaccine("pentacel|dtap ipv hib", ("90698", 0...6)),
    NamedVaccine("vaxelis", ("90697", 0...4)),
    NamedVaccine("kinrix|quadracel|dtap ipv", ("90696", 4...6)),
    NamedVaccine("mmr|mmr vaccine|measles mumps rubella vaccine", ("90707", 0...130)),
    NamedVaccine("mmrv|mmr v|proquad", ("90710", 1...12)),
    NamedVaccine("varicella vaccine|varivax|varicella", ("90716", 0...130)),
    NamedVaccine("ipv|ipol|polio vaccine|inactivated polio vaccine", ("90713", 0...130)),
    NamedVaccine("pedvaxhib|hib vaccine prp omp", ("90647", 0...18)),
    NamedVaccine("hib vaccine|acthib|hiberix|hib", ("90648", 0...18)),
    NamedVaccine("rotarix", ("90681", 0...1)),
    NamedVaccine("rotateq|rotavirus vaccine", ("90680", 0...1)),
    NamedVaccine(
      "hepatitis vaccine|hep vaccine|havrix|vaqta|hepatitis a immunization|hepa|hepa vaccine|hep 1|hep 2|hepatitis 1|hepatitis 2|hep dose|hep first dose|hep second dose|hep ped|hep pediatric|hep adult|hepatitis adult|hepatitis pediatric",
      ("90633", 0...18), ("90632", 19...130)),
    NamedVaccine(
      "hepatitis b vaccine|hep b vaccine|hepb|hepb vaccine|hep b 1|hep b 2|hep b 3|hepatitis b 1|hepatitis b 2|hepatitis b 3|hep b dose|hep b given|engerix|engerix b|recombivax",
      ("90744", 0...19), ("90746", 20...130)),
    NamedVaccine("heplisav|heplisav b", ("90739", 18...130)),
    NamedVaccine("twinrix", ("90636", 18...130)),
    NamedVaccine("yellow fever|yellow fever vaccine|yf vax|stamaril", ("90717", 0...130)),
    NamedVaccine(
      "typhoid vi|typhim vi|typhim|typhoid vi polysaccharide|injectable typhoid vaccine", ("90691", 2...130)),
    NamedVaccine("rabies vaccine|imovax|rabavert", ("90675", 0...130)),
    NamedVaccine("jynneos|mpox vaccine|smallpox monkeypox vaccine", ("90611", 18...130)),
    NamedVaccine("ixiaro|japanese encephalitis vaccine", ("90738", 0...130)),
    NamedVaccine("hpv9|gardasil|gardasil 9|hpv vaccine|hpv 9|human papillomavirus vaccine", ("90651", 9...45)),
    NamedVaccine("menquadfi", ("90619", 2...130)),
    NamedVaccine(
      "menactra|menveo|meningococcal vaccine|menacwy|meningococcal acwy vaccine|meningococcal conjugate vaccine",
      ("90734", 0...55)),
    NamedVaccine("bexsero", ("90620", 10...130)),
    NamedVaccine("trumenba", ("90621", 10...130)),
    NamedVaccine(
      "prevnar 20|pcv20|pcv 20|20 valent pneumococcal|20 valent pneumococcal conjugate|pneumococcal 20",
      ("90677", 0...130)),
    // Which one is not told.
    NamedVaccine("pneumococcal conjugate vaccine|pneumococcal vaccine|pneumonia vaccine|pneumonia shot"),
    NamedVaccine("prevnar 13|pcv13", ("90670", 0...130)),
    NamedVaccine("vaxneuvance|pcv15", ("90671", 0...130)),
    NamedVaccine("capvaxive|pcv21", ("90684", 18...130)),
    NamedVaccine("pneumovax|pneumovax 23|ppsv23|pneumococcal polysaccharide vaccine", ("90732", 2...130)),
    NamedVaccine("shingrix|shingles vaccine|recombinant zoster vaccine|zoster vaccine", ("90750", 18...130)),
    NamedVaccine("beyfortus|nirsevimab", ("90380", 0...2)),
    NamedVaccine("arexvy", ("90679", 50...130)),
    NamedVaccine("abrysvo", ("90678", 9...130)),
    NamedVaccine("pfizer covid vaccine|comirnaty|pfizer covid 19 vaccine", ("91320", 12...130)),
    NamedVaccine("moderna covid vaccine|spikevax|moderna covid 19 vaccine", ("91322", 12...130)),
  ]
}
