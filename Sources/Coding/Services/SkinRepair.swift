import ClaimModel

/// Repairs of the skin by kind, region and length; the lengths of one kind and region add up.
///
/// Source: CPT's ranges for simple (12001–12018) and intermediate (12031–12057) repair, by number and length.
struct SkinRepair: Hashable {
  /// What is sewn: the skin, or a layer below it too.
  enum Kind: Hashable { case simple, intermediate }

  var kind: Kind
  var region: Region

  /// The regions of repairs.
  enum Region: Hashable { case limbsAndTrunk, handsFeetAndNeck, face }

  init(kind: Kind, site: BodySite) {
    self.kind = kind
    switch (site.skinRegion, kind) {
    case (.face, _): region = .face
    case (.handsAndFeet, .intermediate), (.genitalia, .intermediate): region = .handsFeetAndNeck
    case (.scalpAndNeck, .intermediate): region = site == .neck ? .handsFeetAndNeck : .limbsAndTrunk
    default: region = .limbsAndTrunk
    }
  }

  /// The code of a length in millimeters.
  func procedure(millimeters: Int) -> ProcedureCode {
    let steps = region == .face ? [25, 50, 75, 125, 200, 300] : [25, 75, 125, 200, 300]
    let codes: [ProcedureCode] =
      switch (kind, region) {
      case (.simple, .face): ["12011", "12013", "12014", "12015", "12016", "12017", "12018"]
      case (.simple, _): ["12001", "12002", "12004", "12005", "12006", "12007"]
      case (.intermediate, .face): ["12051", "12052", "12053", "12054", "12055", "12056", "12057"]
      case (.intermediate, .handsFeetAndNeck): ["12041", "12042", "12044", "12045", "12046", "12047"]
      case (.intermediate, .limbsAndTrunk): ["12031", "12032", "12034", "12035", "12036", "12037"]
      }
    return codes[steps.count { millimeters > $0 }]
  }
}

/// Shaving and excision of benign lesions, excision and destruction of malignant ones, by region and diameter.
///
/// Source: CPT's ranges 11300–11313, 11400–11446, 11600–11646 and 17260–17286, by number and diameter in millimeters.
enum LesionRemoval {
  /// The code of a shave removal.
  static func shave(_ site: BodySite, millimeters: Int) -> ProcedureCode {
    let first =
      switch site.skinRegion {
      case .trunkAndLimbs, .axilla: 11_300
      case .scalpAndNeck, .handsAndFeet, .genitalia: 11_305
      case .face: 11_310
      }
    return ProcedureCode("\(first + [5, 10, 20].count { millimeters > $0 })")
  }

  /// The code of an excision.
  static func excision(_ site: BodySite, millimeters: Int) -> ProcedureCode {
    let first =
      switch site.skinRegion {
      case .trunkAndLimbs, .axilla: 11_400
      case .scalpAndNeck, .handsAndFeet, .genitalia: 11_420
      case .face: 11_440
      }
    return ProcedureCode("\(first + steps[[5, 10, 20, 30, 40].count { millimeters > $0 }])")
  }

  /// The code of an excision of a malignant lesion, or of its destruction.
  static func malignant(_ site: BodySite, millimeters: Int, isExcised: Bool) -> ProcedureCode {
    let group =
      switch site.skinRegion {
      case .trunkAndLimbs, .axilla: 0
      case .scalpAndNeck, .handsAndFeet, .genitalia: 1
      case .face: 2
      }
    let first = isExcised ? 11_600 + 20 * group : 17_260 + 10 * group
    return ProcedureCode("\(first + steps[[5, 10, 20, 30, 40].count { millimeters > $0 }])")
  }

  /// The last digits of a series by diameter.
  private static let steps = [0, 1, 2, 3, 4, 6]

  /// Whether a code is an excision of a lesion.
  static func isExcision(_ procedure: ProcedureCode) -> Bool {
    Int(procedure.rawValue).map { (11_400...11_446).contains($0) || (11_600...11_646).contains($0) } ?? false
  }

  /// Whether an excision includes a closure in layers too: that of the smallest benign lesions.
  ///
  /// Source: NCCI Policy Manual for Medicare Services, chapter III, section on excision of lesions and repair.
  static func includesLayers(_ procedure: ProcedureCode) -> Bool { ["11400", "11420", "11440"].contains(procedure) }
}
