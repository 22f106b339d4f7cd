import ClaimModel

/// Repairs, shavings and excisions of the skin: series of codes by place and size. Labels are our own words.
extension ProcedureCatalog {
  static let repairs: [ProcedureEntry] = series.flatMap { series in
    zip(series.codes, series.sizes).map { code, size in
      ProcedureEntry(ProcedureCode(rawValue: code), "\(series.label), \(size)", .surgery)
    }
  }

  private typealias Series = (label: String, codes: [String], sizes: [String])

  private static let lengths = ["to 2.5 cm", "to 7.5 cm", "to 12.5 cm", "to 20 cm", "to 30 cm", "longer"]
  private static let faceLengths = [
    "to 2.5 cm", "to 5 cm", "to 7.5 cm", "to 12.5 cm", "to 20 cm", "to 30 cm", "longer",
  ]
  private static let shavings = ["to 0.5 cm", "to 1 cm", "to 2 cm", "larger"]
  private static let diameters = ["to 0.5 cm", "to 1 cm", "to 2 cm", "to 3 cm", "to 4 cm", "larger"]

  private static let series: [Series] = [
    ("simple wound closure", ["12001", "12002", "12004", "12005", "12006", "12007"], lengths),
    ("simple wound closure, face", ["12011", "12013", "12014", "12015", "12016", "12017", "12018"], faceLengths),
    ("layered wound closure, limbs and trunk", ["12031", "12032", "12034", "12035", "12036", "12037"], lengths),
    ("layered wound closure, hands, feet and neck", ["12041", "12042", "12044", "12045", "12046", "12047"], lengths),
    ("layered wound closure, face", ["12051", "12052", "12053", "12054", "12055", "12056", "12057"], faceLengths),
    ("lesion shaved, limbs and trunk", ["11300", "11301", "11302", "11303"], shavings),
    ("lesion shaved, scalp, hands and feet", ["11305", "11306", "11307", "11308"], shavings),
    ("lesion shaved, face", ["11310", "11311", "11312", "11313"], shavings),
    ("benign lesion cut out, limbs and trunk", ["11400", "11401", "11402", "11403", "11404", "11406"], diameters),
    (
      "benign lesion cut out, scalp, hands and feet", ["11420", "11421", "11422", "11423", "11424", "11426"], diameters
    ),
    ("benign lesion cut out, face", ["11440", "11441", "11442", "11443", "11444", "11446"], diameters),
    ("malignant lesion cut out, limbs and trunk", ["11600", "11601", "11602", "11603", "11604", "11606"], diameters),
    (
      "malignant lesion cut out, scalp, hands and feet", ["11620", "11621", "11622", "11623", "11624", "11626"],
      diameters
    ),
    ("malignant lesion cut out, face", ["11640", "11641", "11642", "11643", "11644", "11646"], diameters),
    ("malignant lesion destroyed, limbs and trunk", ["17260", "17261", "17262", "17263", "17264", "17266"], diameters),
    (
      "malignant lesion destroyed, scalp, hands and feet", ["17270", "17271", "17272", "17273", "17274", "17276"],
      diameters
    ),
    ("malignant lesion destroyed, face", ["17280", "17281", "17282", "17283", "17284", "17286"], diameters),
  ]
}
