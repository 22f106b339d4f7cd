import ClaimModel

/// The care of a fracture that stays where it is, for its whole course: one service by the bone, of which the first cast or splint is
/// part.
///
/// Source: CPT's ranges for closed treatment without manipulation, by number; Medicare's fee schedule gives them 90 days.
struct FractureCare {
  private(set) var draft: ServiceDraft?

  /// The service, where words of today tell of it and a fracture is coded at its first encounter.
  init(_ chart: Chart, done: [(mention: ServiceMention, family: ServiceFamily)], diagnoses: [AssignedDiagnosis]) {
    guard let care = done.first(where: { $0.family == .fractureCare })?.mention,
      // "Orthopedics assuming fracture care tomorrow"
      !SmallLetters(chart.evidence(care.span).text).holds(anyOf: ["tomorrow", "orthop", "ortho ", "surgeon", "they "])
    else { return }
    for (index, diagnosis) in diagnoses.enumerated() {
      let code = diagnosis.code.rawValue
      guard code.hasPrefix("S"), code.hasSuffix("A") || code.hasSuffix("B"),
        let known = FractureCare.table.first(where: { code.hasPrefix($0.bone) })
      else { continue }
      let isMoved = FractureCare.isMoved(chart, care)
      draft = ServiceDraft(
        procedure: isMoved ? FractureCare.moved[known.procedure] ?? known.procedure : known.procedure,
        evidence: [chart.evidence(care.span)], rule: "fracture-care-by-bone",
        side: care.side,
        hasSide: true, pointers: [index + 1])
      return
    }
  }

  /// Whether the bone was put back: "hematoma block, traction, manipulation".
  private static func isMoved(_ chart: Chart, _ care: ServiceMention) -> Bool {
    let account = chart.letters(item: care.span.item, from: care.name.start - 100, to: care.name.end + 120)
    return account.holds(anyOf: [
      "manipulation", "manipulated", "hematoma block", "closed reduction", "was reduced", "reduced under",
      "reduced with trac", "reduced by", "fracture reduced",
    ])
      && !account.holds(anyOf: [
        "without manip", "w/o manip", "no manip", "not manip", "without reduc", "no reduction", "not reduced",
        "declin", "pain reduced", "need to be reduced", "will need", "if it displaces",
      ])
  }

  /// The same bones put back without a cut.
  ///
  /// Source: CPT's ranges for closed treatment with manipulation, by number.
  private static let moved: [ProcedureCode: ProcedureCode] = [
    "25600": "25605", "23600": "23605", "26600": "26605", "26720": "26725", "27786": "27788", "28470": "28475",
  ]

  /// Casts, splints and straps are part of it.
  static func includes(_ procedure: ProcedureCode) -> Bool {
    let range = procedure.rawValue.prefix(3)
    return "290" <= range && range <= "295"
  }

  /// The longest beginning first.
  private static let table: [(bone: String, procedure: ProcedureCode)] = [
    ("S5261", "25650"), ("S525", "25600"), ("S5212", "24650"), ("S5213", "24650"), ("S420", "23500"), ("S422", "23600"),
    ("S623", "26600"), ("S622", "26600"), ("S6252", "26750"), ("S6263", "26750"), ("S6266", "26750"), ("S625", "26720"),
    ("S626", "26720"), ("S820", "27520"), ("S826", "27786"), ("S8283", "27786"), ("S824", "27780"), ("S920", "28400"),
    ("S922", "28450"), ("S923", "28470"), ("S924", "28490"), ("S925", "28510"),
  ]
}
