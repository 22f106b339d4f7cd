import ClaimModel

/// A small table of our own for procedures of the built-in catalog, for whoever has not imported CMS's files: code
/// numbers and what the policy manual says of them, without any date. Whoever bills Medicare imports the quarter's files.
extension CorrectCodingEdits {
  /// Procedures with a global period of no days.
  ///
  /// Source: CMS, NCCI Policy Manual for Medicare Services, chapter I, section D (evaluation and management services):
  /// an E/M service on the day of a minor procedure is part of it, unless it is significant and separate (modifier 25).
  private static let minorProcedures: Set<ProcedureCode> = Set(
    """
    10060 10061 10080 10120 10140 11042 11055 11056 11057 11102 11104 11106 11200 11300 11301 11302 11303 11305 11306 11307 11308 11310 \
    11311 11312 11313 11400 11401 11402 11403 11404 11406 11420 11421 11422 11423 11424 11426 11440 11441 11442 11443 \
    11444 11446 11600 11601 11602 11603 11604 11606 11620 11621 11622 11623 11624 11626 11640 11641 11642 11643 11644 11646 \
    17260 17261 17262 17263 17264 17266 17270 17271 17272 17273 17274 17276 17280 17281 17282 17283 17284 17286 11720 11721 11730 11740 11750 11981 11982 11983 12001 12002 12004 12005 12006 12007 12011 12013 12014 12015 \
    12016 12017 12018 12031 12032 12034 12035 12036 12037 12041 12042 12044 12045 12046 12047 12051 12052 12053 12054 \
    12055 12056 12057 17000 17004 17110 17111 20526 20550 20551 20552 20553 20600 20604 20605 20606 20610 20611 29065 29075 29085 29105 \
    29125 29130 29280 29345 29405 29425 29505 29515 29540 29580 30300 30901 43235 43239 45378 45380 45381 45384 45385 46600 51701 51702 57160 57452 58100 58300 58301 \
    31231 31575 52000 57454 57455 57456 64615 67800 67801 67820 68761 64479 64483 62321 62323 64490 64493 27096 64405 30903 67028 65855 66821 51720 51700 52310 46221 46083 11900 17250 20612 29581 97605 36471 36475 36478 62270 64612 64616 52287 64400 64418 64425 64450 64454 64455 64624 64633 64635 46320 45330 51705 52281 54235 11980 57500 57511 56420 56605 58322 24640 98925 98926 98927 98940 98941 98942 10040 17311 17313 11901 92511 31579 31237 69801 69220 42700 41100 40808 66761 67228 68810 65778 38222 16020 10081 29445 46900 46916 65205 65220 65222 69200 69209 69210 95992 97597 G0105 G0121 \
    11719 11755 11760 11765 12020 19000 19100 20527 20561 20670 26010 26011 28010 28190 30100 30110 30200 30801 30802 \
    30905 31574 31576 31615 32554 32555 36470 36482 36591 36593 37765 38220 38221 40490 40806 40812 41010 42330 42809 \
    45300 45331 46050 46220 46505 46606 49082 49083 51703 52204 52224 53661 54056 54100 54150 54162 54200 55000 55700 \
    56405 56501 56821 57061 57100 57135 57170 57421 57460 57510 57800 58340 58555 58558 58562 59200 60100 62273 62320 \
    62322 64415 64420 64430 64435 64445 64447 64451 64505 64510 64520 64566 64611 64617 64625 64632 64640 64650 65210 \
    65435 65800 67105 67505 67515 67700 67810 67840 67875 67938 68020 68100 68200 68440 68760 68801 68840 69000 69020 \
    69105 69420 69424 69433 69540 69610
    """.split(separator: " ").map { ProcedureCode(rawValue: String($0)) })
  private static let knownPatientVisits: Set<ProcedureCode> = [
    "99211", "99212", "99213", "99214", "99215", "92012", "92014",
  ]

  /// The first administration of a vaccine.
  ///
  /// Source: CMS, NCCI Policy Manual for Medicare Services, chapter XI, section B (therapeutic or diagnostic infusions,
  /// injections and immunizations): an E/M service beside an immunization takes modifier 25. 99211 is left out, for it
  /// is not reported with modifier 25 there.
  private static let firstAdministrations: Set<ProcedureCode> = ["90460", "90471", "90473", "90480"]
  /// Services beside which a visit must say that it is separate.
  ///
  /// Source: NCCI Policy Manual for Medicare Services, chapter XI, sections B (injections), J (breathing tests and
  /// treatments) and M (neurology: the work before and after a test is part of it); Medicare Claims Processing Manual, chapter 32, section 12
  /// (counseling to stop tobacco).
  private static let besideVisits: Set<ProcedureCode> = [
    "94010", "94060", "94640", "95004", "95115", "95117", "95251", "96372", "95024", "96365", "96374", "96402", "96413",
    "95860", "95861", "95863", "95864", "95870", "95907", "95908", "95909", "95910", "95911", "95912", "95913",
    "59025", "99406", "99407", "93000", "93005", "93010", "93015", "93306", "93280", "93283", "93288", "93289", "93291",
    "93351", "51741", "51798", "91065", "91200", "95806", "92020", "99195", "62370", "10005", "10021", "96900",
    "96910", "97810", "95076", "93924", "96360", "94070", "94617", "94728",
  ]
  private static let visitsBesideVaccines: Set<ProcedureCode> = [
    "99202", "99203", "99204", "99205", "99212", "99213", "99214", "99215", "99381", "99382", "99383", "99384",
    "99385", "99386", "99387", "99391", "99392", "99393", "99394", "99395", "99396", "99397", "99282", "99283", "99284",
    "99285", "99291", "99341", "99342", "99344", "99345", "99347", "99348", "99349", "99350",
    "99304", "99305", "99306", "99307", "99308", "99309", "99310",
  ]

  /// Procedures that are part of another one at the same place.
  ///
  /// Source: NCCI Policy Manual for Medicare Services, chapters I, section E; III (integumentary), IV (musculoskeletal),
  /// VI (digestive), VIII (ears) and XI (medicine).
  private static let partsOfProcedures: [ProcedureCode: Set<ProcedureCode>] = [
    "69210": ["69209"], "94060": ["94010", "94640"], "11730": ["11720", "11721"], "11750": ["11730", "11720", "11721"],
    "11102": ["17000", "17004", "17110", "17111"], "11104": ["17000", "17004", "17110", "17111"],
    "20600": ["96372"], "20605": ["96372"], "20610": ["96372", "20550", "20551"], "20550": ["96372"],
    "20551": ["96372"],
    "45385": ["45380", "45384"], "45384": ["45380"],
    "11055": ["11720", "11721"], "11056": ["11720", "11721"], "11057": ["11720", "11721"],
    "11042": ["97597", "29581", "97605", "29445"], "97597": ["29581", "97605"], "52310": ["52000"], "46221": ["46600"],
    "46083": ["46600"], "10005": ["10021", "76536"], "20611": ["20610"], "93280": ["93288"], "93283": ["93289"],
    "92557": ["92551", "92552"], "92550": ["92567", "92568"], "31579": ["31575"],
    "57454": ["57452", "57455", "57456"], "57455": ["57452"], "57456": ["57452"], "95117": ["95115"],
    "17311": ["11102", "11104", "17000", "17110"], "17313": ["11102", "11104", "17000", "17110"], "10081": ["10080"],
    "71046": ["71045"], "73030": ["73020"], "73080": ["73070"], "73110": ["73100"], "73130": ["73120"],
    "73562": ["73560"],
    "73564": ["73560", "73562"], "73610": ["73600"], "73630": ["73620"],
    "93923": ["93922"], "93924": ["93922", "93923"],
    "58558": ["58555", "58100"], "49083": ["49082"], "32555": ["32554"], "31576": ["31575"], "31574": ["31575"],
    "57460": ["57452", "57522"], "45331": ["45330"], "52204": ["52000"], "52224": ["52000", "52204"],
    "46606": ["46600"], "64625": ["64451"],
    "10061": ["10060"], "93000": ["93005"], "81001": ["81002", "81003"], "81003": ["81002"],
  ]

  /// Every built-in edit, for lists and tests.
  static var builtInPairs: [ProcedurePairEdit] {
    let columns1 = minorProcedures.union(firstAdministrations).union(besideVisits).sorted()
    let columns2 = knownPatientVisits.union(visitsBesideVaccines).sorted()
    let parts = partsOfProcedures.sorted { $0.key < $1.key }.flatMap { whole, parts in
      parts.sorted().compactMap { builtInPair(whole, $0) }
    }
    return columns1.flatMap { first in columns2.compactMap { builtInPair(first, $0) } } + parts
  }

  static func builtInPair(_ column1: ProcedureCode, _ column2: ProcedureCode) -> ProcedurePairEdit? {
    let rationale: String
    if minorProcedures.contains(column1), knownPatientVisits.contains(column2) || visitsBesideVaccines.contains(column2)
    {
      rationale = "the visit is part of the minor procedure (NCCI policy manual, chapter I, D)"
    } else if firstAdministrations.contains(column1), visitsBesideVaccines.contains(column2) {
      rationale = "the visit must be separate from the immunization (NCCI policy manual, chapter XI, B)"
    } else if besideVisits.contains(column1), visitsBesideVaccines.contains(column2) {
      rationale = "the visit must be separate from the service (NCCI policy manual, chapter XI)"
    } else if partsOfProcedures[column1]?.contains(column2) == true {
      rationale = "part of the other procedure, unless at another place (NCCI policy manual, chapter I, E)"
    } else {
      return nil
    }
    return ProcedurePairEdit(column1: column1, column2: column2, modifier: .allowed, rationale: rationale)
  }

  /// Endoscopies, which are counted once however much is taken.
  private static let endoscopies = [
    "43235", "43239", "45378", "45380", "45381", "45384", "45385", "G0105", "G0121",
  ]

  /// Source: CMS, NCCI Policy Manual for Medicare Services, chapter I, section V (medically unlikely edits), which
  /// derives limits from what a code's number means: once a day for the first visit of a new patient and for the first
  /// vaccine, sums of wound lengths, both ears at once, two joints of a kind, two venipunctures.
  static let builtInLimits: [ProcedureCode: UnitLimit] = {
    let once = ["99202", "99203", "99204", "99205", "90471", "90473", "12001", "69210"] + endoscopies
    var limits = once.map { UnitLimit(code: ProcedureCode($0), units: 1, scope: .dayByPolicy, rationale: "once a day") }
    limits.append(UnitLimit(code: "20610", units: 2, scope: .dayByPolicy, rationale: "two sides of the body"))
    limits.append(UnitLimit(code: "36415", units: 2, scope: .dayByClinicalData, rationale: "clinical data"))
    return Dictionary(uniqueKeysWithValues: limits.map { ($0.code, $0) })
  }()
}
