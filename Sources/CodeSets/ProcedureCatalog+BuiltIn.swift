import ClaimModel

/// Entries that come with the system. Labels are our own words.
extension ProcedureCatalog {
  /// Office visits take place at an office, an outpatient department, an urgent care place, or by telehealth.
  private static let outpatient: Set<PlaceOfService> = ["02", "10", "11", "17", "19", "20", "22", "49", "50", "72"]

  static let builtInEntries: [ProcedureEntry] =
    visits + elsewhere + laboratory + tests + images + minorProcedures + repairs + endoscopies
    + administrations + drugs + specialties + clinics + care + offices + smallOperations + nerveServices + measurements

  private static let visits: [ProcedureEntry] = [
    ProcedureEntry("99202", "new patient, straightforward", .officeVisit, places: outpatient),
    ProcedureEntry("99203", "new patient, low complexity", .officeVisit, places: outpatient),
    ProcedureEntry("99204", "new patient, moderate complexity", .officeVisit, places: outpatient),
    ProcedureEntry("99205", "new patient, high complexity", .officeVisit, places: outpatient),
    ProcedureEntry("99211", "known patient, seen by staff", .officeVisit, places: outpatient),
    ProcedureEntry("99212", "known patient, straightforward", .officeVisit, places: outpatient),
    ProcedureEntry("99213", "known patient, low complexity", .officeVisit, places: outpatient),
    ProcedureEntry("99214", "known patient, moderate complexity", .officeVisit, places: outpatient),
    ProcedureEntry("99215", "known patient, high complexity", .officeVisit, places: outpatient),
    ProcedureEntry("99381", "check-up, new patient, infant", .preventiveVisit, ages: 0...0, places: outpatient),
    ProcedureEntry("99382", "check-up, new patient, 1 to 4", .preventiveVisit, ages: 1...4, places: outpatient),
    ProcedureEntry("99383", "check-up, new patient, 5 to 11", .preventiveVisit, ages: 5...11, places: outpatient),
    ProcedureEntry("99384", "check-up, new patient, 12 to 17", .preventiveVisit, ages: 12...17, places: outpatient),
    ProcedureEntry("99385", "check-up, new patient, 18 to 39", .preventiveVisit, ages: 18...39, places: outpatient),
    ProcedureEntry("99386", "check-up, new patient, 40 to 64", .preventiveVisit, ages: 40...64, places: outpatient),
    ProcedureEntry("99387", "check-up, new patient, 65 up", .preventiveVisit, ages: 65...130, places: outpatient),
    ProcedureEntry("99391", "check-up, known patient, infant", .preventiveVisit, ages: 0...0, places: outpatient),
    ProcedureEntry("99392", "check-up, known patient, 1 to 4", .preventiveVisit, ages: 1...4, places: outpatient),
    ProcedureEntry("99393", "check-up, known patient, 5 to 11", .preventiveVisit, ages: 5...11, places: outpatient),
    ProcedureEntry("99394", "check-up, known patient, 12 to 17", .preventiveVisit, ages: 12...17, places: outpatient),
    ProcedureEntry("99395", "check-up, known patient, 18 to 39", .preventiveVisit, ages: 18...39, places: outpatient),
    ProcedureEntry("99396", "check-up, known patient, 40 to 64", .preventiveVisit, ages: 40...64, places: outpatient),
    ProcedureEntry("99397", "check-up, known patient, 65 up", .preventiveVisit, ages: 65...130, places: outpatient),
  ]

  private static let elsewhere: [ProcedureEntry] = [
    ProcedureEntry("99281", "emergency department, seen by staff", .officeVisit, places: ["23"]),
    ProcedureEntry("99282", "emergency department, straightforward", .officeVisit, places: ["23"]),
    ProcedureEntry("99283", "emergency department, low complexity", .officeVisit, places: ["23"]),
    ProcedureEntry("99284", "emergency department, moderate complexity", .officeVisit, places: ["23"]),
    ProcedureEntry("99285", "emergency department, high complexity", .officeVisit, places: ["23"]),
    ProcedureEntry("99291", "critical care, 30 to 74 minutes", .officeVisit),
    ProcedureEntry("99292", "critical care, each further 30 minutes", .officeVisit),
    ProcedureEntry("99341", "new patient at home, straightforward", .officeVisit, places: homes),
    ProcedureEntry("99342", "new patient at home, low complexity", .officeVisit, places: homes),
    ProcedureEntry("99344", "new patient at home, moderate complexity", .officeVisit, places: homes),
    ProcedureEntry("99345", "new patient at home, high complexity", .officeVisit, places: homes),
    ProcedureEntry("99347", "known patient at home, straightforward", .officeVisit, places: homes),
    ProcedureEntry("99348", "known patient at home, low complexity", .officeVisit, places: homes),
    ProcedureEntry("99349", "known patient at home, moderate complexity", .officeVisit, places: homes),
    ProcedureEntry("99350", "known patient at home, high complexity", .officeVisit, places: homes),
    ProcedureEntry("99304", "new resident, straightforward or low complexity", .officeVisit, places: facilities),
    ProcedureEntry("99305", "new resident, moderate complexity", .officeVisit, places: facilities),
    ProcedureEntry("99306", "new resident, high complexity", .officeVisit, places: facilities),
    ProcedureEntry("99307", "known resident, straightforward", .officeVisit, places: facilities),
    ProcedureEntry("99308", "known resident, low complexity", .officeVisit, places: facilities),
    ProcedureEntry("99309", "known resident, moderate complexity", .officeVisit, places: facilities),
    ProcedureEntry("99310", "known resident, high complexity", .officeVisit, places: facilities),
    ProcedureEntry("99417", "each 15 minutes beyond the highest level", .counseling, effective: day(2021, 1, 1)),
    ProcedureEntry("99406", "stopping tobacco talked over, to 10 minutes", .counseling),
    ProcedureEntry("99407", "stopping tobacco talked over, longer", .counseling),
  ]

  /// A nursing facility, skilled or not.
  private static let facilities: Set<PlaceOfService> = ["31", "32"]

  /// A home, an assisted living facility, a group home.
  private static let homes: Set<PlaceOfService> = ["12", "13", "14"]

  private static let laboratory: [ProcedureEntry] =
    officeLaboratory + [
      ProcedureEntry("36415", "blood drawn from a vein", .laboratory),
      ProcedureEntry("80048", "basic chemistry, eight values", .laboratory),
      ProcedureEntry("80053", "chemistry, fourteen values", .laboratory),
      ProcedureEntry("80061", "blood lipids", .laboratory),
      ProcedureEntry("81002", "urine dipstick read by eye", .laboratory),
      ProcedureEntry("81003", "urine dipstick read by machine", .laboratory),
      ProcedureEntry("81025", "urine pregnancy test", .laboratory, sex: .female),
      ProcedureEntry("82947", "blood glucose", .laboratory),
      ProcedureEntry("83036", "glycated hemoglobin", .laboratory),
      ProcedureEntry("84153", "prostate antigen, total", .laboratory, sex: .male),
      ProcedureEntry("84443", "thyrotropin", .laboratory),
      ProcedureEntry("85025", "blood count with differential", .laboratory),
      ProcedureEntry("85027", "blood count", .laboratory),
      ProcedureEntry("85060", "blood smear, read by a physician", .laboratory),
      ProcedureEntry("87070", "bacterial culture, throat or wound", .laboratory),
      ProcedureEntry("87635", "coronavirus 2019, amplified", .laboratory, effective: day(2020, 3, 13)),
      ProcedureEntry("87804", "influenza, rapid antigen", .laboratory),
      ProcedureEntry("87811", "coronavirus 2019, rapid antigen", .laboratory, effective: day(2020, 10, 6)),
      ProcedureEntry("87880", "group A streptococcus, rapid antigen", .laboratory),
    ]

  private static let administrations: [ProcedureEntry] = [
    ProcedureEntry("90460", "vaccine with counseling to 18, first", .vaccineAdministration, ages: 0...18),
    ProcedureEntry("90461", "vaccine with counseling to 18, more", .vaccineAdministration, ages: 0...18),
    ProcedureEntry("90471", "vaccine injected, first", .vaccineAdministration),
    ProcedureEntry("90472", "vaccine injected, each more", .vaccineAdministration),
    ProcedureEntry("90473", "vaccine by mouth or nose, first", .vaccineAdministration),
    ProcedureEntry("90474", "vaccine by mouth or nose, each more", .vaccineAdministration),
    ProcedureEntry("90480", "coronavirus vaccine injected", .vaccineAdministration, effective: day(2023, 9, 11)),
    ProcedureEntry(
      "96380", "antibody against RSV injected with counseling", .vaccineAdministration, effective: day(2023, 10, 6)),
    ProcedureEntry("96381", "antibody against RSV injected", .vaccineAdministration, effective: day(2023, 10, 6)),
    ProcedureEntry("96372", "drug injected below skin or into muscle", .drug),
    ProcedureEntry("95115", "allergen injected, one", .drug),
  ]

  /// Source: CDC, "CPT Codes Mapped to CVX Codes". Ages are the products' labelled ages.
  static let builtInVaccines: [VaccineProduct] = [
    VaccineProduct(["3"], "90707", "measles, mumps, rubella", ages: 0...130, components: 3),
    VaccineProduct(["94"], "90710", "measles, mumps, rubella, varicella", ages: 0...12, components: 4),
    VaccineProduct(["21"], "90716", "varicella"),
    VaccineProduct(["10"], "90713", "polio"),
    VaccineProduct(
      ["20", "106", "107"], "90700", "diphtheria, tetanus, pertussis under 7", ages: 0...6, components: 3),
    VaccineProduct(["110"], "90723", "five-way with hepatitis B", ages: 0...6, components: 5),
    VaccineProduct(["120"], "90698", "five-way with Hib", ages: 0...6, components: 5),
    VaccineProduct(["130"], "90696", "four-way school entry", ages: 4...6, components: 4),
    VaccineProduct(["113", "9"], "90714", "tetanus, diphtheria from 7", ages: 7...130, components: 2),
    VaccineProduct(["115"], "90715", "tetanus, diphtheria, pertussis from 7", ages: 7...130, components: 3),
    VaccineProduct(["37", "183", "184"], "90717", "yellow fever"),
    VaccineProduct(["101"], "90691", "typhoid, injected", ages: 2...130),
    VaccineProduct(["18", "175", "176"], "90675", "rabies"),
    VaccineProduct(["134"], "90738", "Japanese encephalitis"),
    VaccineProduct(["49"], "90647", "Hib, three doses", ages: 0...18),
    VaccineProduct(["48"], "90648", "Hib, four doses", ages: 0...18),
    VaccineProduct(["119"], "90681", "rotavirus, two doses", ages: 0...1, isOralOrNasal: true),
    VaccineProduct(["116", "122"], "90680", "rotavirus, three doses", ages: 0...1, isOralOrNasal: true),
    VaccineProduct(["83"], "90633", "hepatitis A, child", ages: 0...18),
    VaccineProduct(["52"], "90632", "hepatitis A, adult", ages: 18...130),
    VaccineProduct(["8"], "90744", "hepatitis B, child", ages: 0...19),
    VaccineProduct(["43"], "90746", "hepatitis B, adult", ages: 18...130),
    VaccineProduct(["104"], "90636", "hepatitis A and B, adult", ages: 18...130, components: 2),
    VaccineProduct(["33"], "90732", "pneumococcus, 23 types", ages: 2...130),
    VaccineProduct(["133"], "90670", "pneumococcus, 13 types"),
    VaccineProduct(["215"], "90671", "pneumococcus, 15 types"),
    VaccineProduct(["216"], "90677", "pneumococcus, 20 types"),
    VaccineProduct(["306"], "90380", "antibody against RSV, half a milliliter", ages: 0...2),
    VaccineProduct(["307"], "90381", "antibody against RSV, one milliliter", ages: 0...2),
    VaccineProduct(["114", "136"], "90734", "meningococcus ACWY"),
    VaccineProduct(["203"], "90619", "meningococcus ACWY, tetanus carrier"),
    VaccineProduct(["163"], "90620", "meningococcus B, two doses", ages: 10...130),
    VaccineProduct(["162"], "90621", "meningococcus B, two or three doses", ages: 10...130),
    VaccineProduct(["62"], "90649", "papillomavirus, four types", ages: 9...45),
    VaccineProduct(["118"], "90650", "papillomavirus, two types", ages: 9...45),
    VaccineProduct(["165"], "90651", "papillomavirus, nine types", ages: 9...45),
    VaccineProduct(["206"], "90611", "smallpox and mpox", ages: 18...130),
    VaccineProduct(["121"], "90736", "shingles, live", ages: 50...130),
    VaccineProduct(["187"], "90750", "shingles, recombinant", ages: 18...130),
    VaccineProduct(["140"], "90656", "influenza, three strains, no preservative"),
    VaccineProduct(["141"], "90658", "influenza, three strains"),
    VaccineProduct(["150"], "90686", "influenza, four strains, no preservative"),
    VaccineProduct(["158"], "90688", "influenza, four strains"),
    VaccineProduct(["161"], "90685", "influenza, four strains, small dose", ages: 0...3),
    VaccineProduct(["135", "197"], "90662", "influenza, high dose", ages: 50...130),
    VaccineProduct(["149"], "90672", "influenza, nasal", ages: 2...49, isOralOrNasal: true),
    VaccineProduct(["186"], "90674", "influenza, cell culture"),
    VaccineProduct(["185"], "90682", "influenza, recombinant", ages: 9...130),
    VaccineProduct(["168"], "90653", "influenza, adjuvanted", ages: 50...130),
    VaccineProduct(["111"], "90660", "influenza, three strains, nasal", ages: 2...49, isOralOrNasal: true),
    VaccineProduct(["153"], "90661", "influenza, three strains, cell culture"),
    VaccineProduct(["155"], "90673", "influenza, three strains, recombinant", ages: 9...130),
    VaccineProduct(["146"], "90697", "six-way", ages: 0...4, components: 6),
    VaccineProduct(["189"], "90739", "hepatitis B, adult, two doses", ages: 18...130),
    VaccineProduct(["327"], "90684", "pneumococcus, 21 types", ages: 18...130),
    VaccineProduct(["303"], "90679", "respiratory syncytial virus, adjuvanted", ages: 50...130),
    VaccineProduct(["305"], "90678", "respiratory syncytial virus, bivalent", ages: 9...130),
    VaccineProduct(["309"], "91320", "coronavirus, 30 micrograms", ages: 12...130),
    VaccineProduct(["312"], "91322", "coronavirus, 50 micrograms", ages: 12...130),
  ]

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: day)
  }
}
