import ClaimModel

/// Plain images by site and number of views.
///
/// Where the views are not told, the code of the fewest is taken: no more is documented. "X-rays" are two at least.
///
/// Source: CPT's numbers of diagnostic radiology with the views they stand for.
enum PlainImage {
  /// The code; `nil` for a site that has none.
  static func procedure(of site: BodySite, views: Int?) -> ProcedureCode? {
    guard let steps = table[site] else { return nil }
    return (steps.last { $0.views <= views ?? 0 } ?? steps[0]).code
  }

  private typealias Step = (views: Int, code: ProcedureCode)

  private static let table: [BodySite: [Step]] = [
    .chest: [(1, "71045"), (2, "71046"), (3, "71047"), (4, "71048")], .ribs: [(2, "71100"), (3, "71101")],
    .cervicalSpine: [(2, "72040"), (4, "72050"), (6, "72052")], .neck: [(2, "72040"), (4, "72050"), (6, "72052")],
    .thoracicSpine: [(2, "72070"), (3, "72072")],
    .lumbarSpine: [(2, "72100"), (4, "72110")], .sacrum: [(2, "72220")], .pelvis: [(1, "72170")],
    .clavicle: [(1, "73000")], .shoulder: [(1, "73020"), (2, "73030")], .upperArm: [(2, "73060")],
    .elbow: [(2, "73070"), (3, "73080")], .forearm: [(2, "73090")], .wrist: [(2, "73100"), (3, "73110")],
    .hand: [(2, "73120"), (3, "73130")], .finger: [(2, "73140")], .thumb: [(2, "73140")],
    .hip: [(1, "73501"), (2, "73502"), (4, "73503")], .thigh: [(1, "73551"), (2, "73552")],
    .knee: [(1, "73560"), (3, "73562"), (4, "73564")], .lowerLeg: [(2, "73590")],
    .ankle: [(2, "73600"), (3, "73610")], .foot: [(2, "73620"), (3, "73630")], .heel: [(2, "73650")],
    .toe: [(2, "73660")], .greatToe: [(2, "73660")], .abdomen: [(1, "74018"), (2, "74019"), (3, "74021")],
    .sinuses: [(1, "70210"), (3, "70220")], .nose: [(3, "70160")],
  ]
}
