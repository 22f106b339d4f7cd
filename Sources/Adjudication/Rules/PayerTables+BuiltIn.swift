import ClaimModel

/// Procedure numbers are the AMA's and CMS's; the wording and the choice are ours. Short lists, wide where the policies are
/// wide, so that a right coding is seldom refused.
extension PayerTables {
  /// The tables that come with the program.
  public static let builtIn = PayerTables(
    support: supportRules, necessity: necessityRules, levels: levelRules, modifiers: modifierRules,
    modifierPeriods: periods, endedProcedures: ended, bundled: "99000, 99001, 94760, 36416", addOns: addOnRules,
    diagnosisAges: ageRules, diagnosisSexes: sexRules, places: placeRules, specialties: specialtyRules,
    providerTypes: providerTypeRules, neverFirst: "V00-Y99")

  /// Source: ICD-10-CM Official Guidelines section IV.P and I.C.21.c.13 (routine examinations are Z00 and Z01, billed as
  /// preventive visits) and I.C.21.c.2 (Z23 for an encounter for immunization; vaccines given for a wound or an exposure
  /// are coded to that). Medicare Claims Processing Manual, chapter 18, section 60 (screening of the colon: G0105 for a high risk,
  /// G0121 for others).
  private static let supportRules: [SupportRule] = [
    SupportRule("99202-99205, 99211-99215", .needsOther, "Z00"),
    SupportRule("99381-99387, 99391-99397", .needs, "Z00-Z13, Z30-Z39, Z68, Z71, Z76"),
    SupportRule("90460-90474, 90476-90759", .needs, "Z00, Z20-Z29, S00-T98, W53-W55, O00-O9A"),
    SupportRule("G0105", .needs, "K50-K51, K52, Z08-Z09, Z12.1, Z15.0, Z80.0, Z83.7, Z85.0, Z86.0"),
    SupportRule("G0121", .needs, "Z00, Z12.1"),
  ]

  /// Source: CMS National Coverage Determinations 190.20 (blood glucose), 190.21 (glycated hemoglobin), 190.22 (thyroid),
  /// 190.23 (lipids), 190.31 (prostate antigen) and 20.15 (electrocardiogram): the covered codes by category, and the
  /// routine examinations that commercial plans add (45 CFR 147.130).
  private static let necessityRules: [SupportRule] = [
    SupportRule(
      "83036", .needs, "D13.7, E08-E16, E31, E66, E74, E88, K86, O24, O99.8, R73, R81, Z00-Z01, Z13, Z68, Z79"),
    SupportRule(
      "84153", .needs,
      "C61, C77-C79, D07.5, D29.1, D40, N13, N39-N42, N48, N50, R31-R39, R94, R97.2, Z00, Z03, Z12, Z80, Z85"),
    SupportRule(
      "80061", .needs,
      "B20, C22, D18, E00-E88, F10, F20-F39, G45-G46, H35, I10-I79, K70-K87, L40, N04-N19, O10-O16, R07, R73, R79, Z00-Z01, Z13, Z68, Z72, Z79, Z82-Z86, Z94-Z95"
    ),
  ]

  /// Source: CPT's levels of medical decision making (2021): one self-limited or minor problem is straightforward, which
  /// neither the fourth nor the fifth level is.
  private static let levelRules: [SupportRule] = [
    SupportRule("99204-99205, 99214-99215", .needsOther, "B07, H61.2, J00, L60.0, L70, L84")
  ]

  /// Evaluation and management, and visits that go under other numbers.
  private static let visits: CodeRanges = "99202-99499, 92002-92014, G0101, G0402, G0438-G0439, G0463, S0610-S0613"

  /// Source: CMS, NCCI Policy Manual for Medicare Services chapter I section E (modifiers) and Medicare Claims
  /// Processing Manual chapter 12 sections 30.6.6 (25, 24, 57) and 40.2 (50, 54 to 56, 62, 66, 78, 80 to 82); chapter 18
  /// section 60 (PT).
  private static let modifierRules: [ModifierRule] = [
    ModifierRule(["24", "25", "57"], only: visits),
    ModifierRule(
      ["50", "51", "54", "55", "56", "58", "62", "66", "78", "79", "80", "81", "82", "AS", "LT", "RT", "TC", "26"],
      except: "99202-99499"),
    ModifierRule(["E1", "E2", "E3", "E4", "FA", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9"], except: visits),
    ModifierRule(["TA", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9"], except: visits),
    ModifierRule(["90", "91", "92"], only: "80047-89398, 0001U-0999U, G0027-G0499, P2028-P9615"),
    ModifierRule(["PT"], only: "10004-69990, G0104-G0106, G0120-G0121"),
    ModifierRule(["AA", "AD", "QK", "QX", "QY", "QZ", "P1", "P2", "P3", "P4", "P5", "P6"], only: "00100-01999"),
  ]

  /// Source: CPT modifiers by number; HCPCS Level II modifier file (CMS): first and last days.
  private static let periods: [ProcedureModifier: ValidPeriod] = {
    var periods: [ProcedureModifier: ValidPeriod] = [:]
    let standing = """
      22 23 24 25 26 27 32 33 47 50 51 52 53 54 55 56 57 58 59 62 63 66 73 74 76 77 78 79 80 81 82 90 91 92 96 97 99 \
      1P 2P 3P 8P
      """
    for modifier in standing.split(separator: " ") { periods[ProcedureModifier(modifier)] = ValidPeriod() }
    func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
      CalendarDate(year: year, month: month, day: day)
    }
    periods["21"] = ValidPeriod(through: day(2008, 12, 31))
    periods["PT"] = ValidPeriod(from: day(2011, 1, 1))
    periods["95"] = ValidPeriod(from: day(2017, 1, 1))
    periods["93"] = ValidPeriod(from: day(2022, 1, 1))
    for modifier in ["XE", "XP", "XS", "XU"] as [ProcedureModifier] {
      periods[modifier] = ValidPeriod(from: day(2015, 1, 1))
    }
    for modifier in ["FQ", "FR", "FS", "FT"] as [ProcedureModifier] {
      periods[modifier] = ValidPeriod(from: day(2022, 1, 1))
    }
    for modifier in ["CQ", "CO"] as [ProcedureModifier] { periods[modifier] = ValidPeriod(from: day(2020, 1, 1)) }
    return periods
  }()

  /// Source: Medicare physician fee schedule, yearly lists of deleted codes, by number.
  private static let ended: [ProcedureCode: CalendarDate] = {
    var ended: [ProcedureCode: CalendarDate] = [:]
    func end(_ codes: [ProcedureCode], _ year: Int) {
      guard let last = CalendarDate(year: year, month: 12, day: 31) else { return }
      for code in codes { ended[code] = last }
    }
    end(["99201"], 2020)
    end(
      [
        "99217", "99218", "99219", "99220", "99224", "99225", "99226", "99241", "99251", "99318", "99324", "99325",
        "99326", "99327", "99328", "99334", "99335", "99336", "99337", "99339", "99340", "99343", "99354", "99355",
        "99356", "99357",
      ], 2022)
    end(["99441", "99442", "99443"], 2024)
    end(["71010", "71015", "71020", "71021", "71022", "71023", "71030", "71034", "71035"], 2017)
    end(["11100", "11101"], 2018)
    return ended
  }()

  /// Source: CMS, NCCI add-on code edits (Claims Processing Manual chapter 12 section 30, transmittal 2636): an add-on
  /// code is paid only beside its primary code.
  private static let addOnRules: [AddOnRule] = [
    AddOnRule("90461", beside: "90460"),
    AddOnRule("90472, 90474", beside: "90460, 90471, 90473"),
    AddOnRule("99417", beside: "99205, 99215, 99245, 99345, 99350, 99483"),
    AddOnRule("G2212", beside: "99205, 99215, 99483"),
    AddOnRule("G2211", beside: "99202-99205, 99211-99215"),
    AddOnRule("90833", beside: "99202-99350"),
    AddOnRule("17003", beside: "17000"),
    AddOnRule("11103, 11105, 11107", beside: "11102, 11104, 11106"),
    AddOnRule("11732", beside: "11730"),
  ]

  /// Source: CMS, Definitions of Medicare Code Edits, "age conflict": perinatal and newborn diagnoses for age 0,
  /// pediatric ones up to 17, maternity from 9 to 64, adult ones from 15.
  private static let ageRules: [AgeRule] = [
    AgeRule("Z38, Z00.11", ages: 0...0),
    AgeRule("Z00.12", ages: 0...17),
    AgeRule("O00-O9A, Z33-Z34, Z36, Z3A", ages: 9...64),
    AgeRule("Z00.00-Z00.01, N40, C61", ages: 15...124),
  ]

  /// Source: CMS, Definitions of Medicare Code Edits, "sex conflict".
  private static let sexRules: [SexRule] = [
    SexRule(
      "C51-C58, D06, D25-D28, N70-N77, N80-N98, O00-O9A, Z01.41, Z12.4, Z32-Z34, Z36, Z39, Z3A, Z97.5", sex: .female),
    SexRule("C60-C63, D29, D40, N40-N51, Z12.5", sex: .male),
  ]

  /// Source: CMS, list of telehealth services, and place of service codes 02 and 10: what is done with the hands is not
  /// rendered from afar.
  private static let placeRules: [PlaceRule] = [
    PlaceRule("10004-69990, 90460-90474, 36415-36416, 71045-77999, 93000-93010, 94010-94760", notAt: ["02", "10"])
  ]

  /// Source: NUCC health care provider taxonomy by code; 42 CFR 410.21 (chiropractors: manual manipulation), 42 CFR
  /// 410.22 to 410.24 (optometrists, dentists) with commercial scope of practice.
  private static let specialtyRules: [SpecialtyRule] = [
    SpecialtyRule("111N", only: "98940-98943, 99202-99205, 99211-99215, 97010-97799, 72020-72220"),
    SpecialtyRule("152W", never: "10004-64999, 90460-90474, 58300-58301"),
    SpecialtyRule("225100", only: "97010-97799, 98960-98962"),
  ]

  /// Source: 42 CFR 410.20 and 410.75: visits are billed by physicians and practitioners; a nurse's, an assistant's or a
  /// pharmacist's service is billed as 99211 incident to theirs (42 CFR 410.26).
  private static let providerTypeRules: [SpecialtyRule] = [
    SpecialtyRule("163W, 164W, 183500, 3747", never: "99202-99205, 99212-99215, 99381-99397")
  ]
}
