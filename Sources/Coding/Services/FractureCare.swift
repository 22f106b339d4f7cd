import ClaimModel
import CodeSets

/// The care of a fracture that stays where it is, for its whole course: one service by the bone, of which the first cast or splint is
/// part.
///
/// Source: CPT's ranges for closed treatment without manipulation, by number; Medicare's fee schedule gives them 90 days.
struct FractureCare {
  private(set) var draft: ServiceDraft?

  /// The rule of its line.
  static let rule = "fracture-care-by-bone"

  /// The service, where words of today tell of it and a fracture is coded at its first encounter.
  init(_ chart: Chart, done: [(mention: ServiceMention, family: ServiceFamily)], diagnoses: [AssignedDiagnosis]) {
    var fracture: (diagnosis: Int, procedure: ProcedureCode)?
    for (index, diagnosis) in diagnoses.enumerated() where fracture == nil {
      let code = diagnosis.code.rawValue
      guard code.hasPrefix("S"), code.hasSuffix("A") || code.hasSuffix("B") else { continue }
      fracture = FractureCare.table.first { code.hasPrefix($0.bone) }.map { (index, $0.procedure) }
    }
    guard let (index, procedure) = fracture else { return }
    let care = done.first { $0.family == .fractureCare }?.mention
    // "Orthopedics assuming fracture care tomorrow"
    let isOfOthers = care.map { care in
      SmallLetters(chart.evidence(care.span).text).holds(anyOf: ["tomorrow", "orthop", "ortho ", "surgeon", "they "])
    }
    guard isOfOthers != true, let span = care?.span ?? FractureCare.immobilization(chart) else { return }
    let isMoved = care.map { FractureCare.isMoved(chart, $0) } ?? false
    draft = ServiceDraft(
      procedure: isMoved ? FractureCare.moved[procedure] ?? procedure : procedure,
      evidence: diagnoses[index].evidence.prefix(care == nil ? 1 : 0) + [chart.evidence(span)], rule: FractureCare.rule,
      side: care?.side, hasSide: true, pointers: [index + 1])
  }

  /// Where a plan tells that the bone was put into a cast or splint here, and that it is looked at here again; no operation is planned
  /// and nobody else takes over.
  private static func immobilization(_ chart: Chart) -> ChartSpan? {
    for (item, _) in chart.items(.note) {
      let plan = chart.plannedWords(of: item)
      // "Here for a cast check", "I put her in a cast then": its care began before.
      guard !isFurtherVisit(chart, item) else { continue }
      guard plan.contains(where: { part in part.contains { returns.contains($0.hash) } }),
        !plan.contains(where: { part in
          part.indices.contains { place in
            // "If it shifts, he will need surgery", "referred to physical therapy after cast removal"
            operations.contains(part[place].hash) && !isDenied(part, at: place)
              && !chart.words[item].sentence(around: place, most: 24).contains { conditions.contains($0.hash) }
          }
        })
      else { continue }
      for part in plan {
        let place = part.indices.first { index in
          immobilizers.contains(part[index].hash)
            && (part[max(part.startIndex, index - 9)..<index].contains { givings.contains($0.hash) }
              || part[index...].dropFirst().prefix(3).contains { givings.contains($0.hash) })
            && !part[max(part.startIndex, index - 9)..<index].contains { $0.hash == continued }
        }
        if let place { return ChartSpan(item: item, start: Int(part[place].start), end: Int(part[place].end)) }
      }
    }
    return nil
  }

  private static func isFurtherVisit(_ chart: Chart, _ item: Int) -> Bool {
    let story = chart.words[item].prefix {
      [.open, .told].contains(chart.services.zone(item: item, offset: Int($0.start)))
    }
    let told = chart.letters(item: item, from: 0, to: story.last.map { Int($0.end) } ?? 0)
    return told.holds(anyOf: [
      "follow-up", "follow up", "recheck", "cast check", "returning", "returns", "i put", "we put", "i placed",
      "we placed", "splinted it",
      "has been in a", "in a cast", "casted", "was placed in",
    ])
  }

  private static let conditions = WordSet("if therapy phone endocrinology osteoporosis indicated")

  private static func isDenied(_ words: ArraySlice<Word>, at index: Int) -> Bool {
    words[max(words.startIndex, index - 9)..<index].contains { denials.contains($0.hash) }
  }

  private static let immobilizers = WordSet("cast splint immobilizer sling")
  private static let givings = WordSet("placed place provided applied given fitted put")
  private static let continued = Words.hash("continue")
  private static let returns = WordSet("return returns follow recheck repeat")
  private static let denials = WordSet("no not without avoid nor")
  private static let operations = WordSet(
    """
    orif surgery surgeon operation fixation refer referred referral orthopedics orthopedic orthopaedic orthopaedics ortho orthopedist     emergency ed er transfer transferred nonunion malunion
    """)

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
