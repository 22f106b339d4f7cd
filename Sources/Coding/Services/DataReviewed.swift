import ClaimModel
import CodeSets

/// The second element of medical decision making: amount and complexity of data reviewed and analyzed.
///
/// Source: AMA CPT E/M guidelines, "Amount and/or Complexity of Data to Be Reviewed and Analyzed": three categories.
struct DataReviewed {
  /// Category 1: each unique test ordered or reviewed. A panel is one, and what is billed with an interpretation is none.
  var tests = 0
  /// Category 1: notes from outside.
  var externalNotes = 0
  /// Category 1: somebody else tells the history.
  var hasHistorian = false
  /// Category 2: a test of somebody else, looked at by the clinician.
  var hasOwnInterpretation = false
  /// Category 3: management discussed with somebody outside.
  var hasDiscussion = false
  /// Whether blood counts or the chemistry of liver and kidneys are among the tests, by which the harm of drugs is watched.
  private(set) var watchesToxicity = false
  /// What tells of them, at most ``mostEvidence``.
  private(set) var evidence: [Evidence] = []

  /// How much of what tells of the data is told.
  static let mostEvidence = 4

  /// The level of the element.
  var level: DecisionLevel {
    let documents = tests + externalNotes
    let categories =
      (documents + (hasHistorian ? 1 : 0) >= 3 ? 1 : 0) + (hasOwnInterpretation ? 1 : 0) + (hasDiscussion ? 1 : 0)
    if categories >= 2 { return .high }
    if categories == 1 { return .moderate }
    return documents >= 2 || hasHistorian ? .low : .straightforward
  }
}

extension DataReviewed {
  /// A test by what makes it one of its own.
  private struct Test: Equatable {
    var code: ProcedureCode?
    var family: ServiceFamily
    var site: BodySite?
  }

  /// The data of a chart, beside the services that are billed.
  init(_ chart: Chart, table: ServiceTable, billed: [ServiceDraft]) {
    let taken = chart.services.mentions.filter {
      $0.status == .performed && table.terms[$0.term].family.isTakenHere
    }
    var found: [Test] = []
    for mention in chart.services.mentions where mention.status != .named {
      let term = table.terms[mention.term]
      guard term.family.isTest, term.family != .venipuncture, term.family != .instrument, term.family != .screening,
        term.family != .developmentalInstrument, !(mention.status == .performed && term.family.isInterpreted)
      else { continue }
      // "Her x-rays showed no fracture" speaks of the image that is billed.
      let isBilled = taken.contains {
        table.terms[$0.term].family == term.family
          && ($0.site == nil || mention.site == nil || $0.site == mention.site) && mention.status == .reviewed
      }
      if isBilled { continue }
      let test = Test(
        code: term.procedure, family: term.family, site: term.family == .xray ? mention.site : nil)
      // The image that is spoken of again without its site is the same one.
      let isKnown = found.contains {
        $0.code == test.code && $0.family == test.family && (test.site == nil || $0.site == nil)
      }
      guard !isKnown, !found.contains(test) else { continue }
      found.append(test)
      tell(chart.evidence(mention.name))
    }
    tests = found.count
    watchesToxicity = found.contains { $0.code.map { DataReviewed.bloodAndOrgans.contains($0) } ?? false }
    // "Labs within normal limits" is one test at least, whatever was looked for.
    if !found.contains(where: { $0.code.map { $0.rawValue.hasPrefix("8") } ?? false }),
      let labs = chart.services.mentions.first(where: { table.isUnnamedLaboratory($0.term) && $0.status != .named })
    {
      tests += 1
      tell(chart.evidence(labs.name))
    }
    for (index, _) in chart.items(.report) {
      tests += 1
      tell(chart.evidence(item: index))
    }
    // What is billed with its interpretation is not interpreted once more; another test that the sentence names may be.
    func isOfOthers(_ sign: ChartServices.VisitSign) -> Bool {
      !billed.contains(where: \.isInterpreted)
        || chart.services.mentions.contains { mention in
          mention.status != .performed && mention.status != .ordered
            && table.terms[mention.term].family.isImageOrTracing
            && mention.span.item == sign.span.item && mention.span.start <= sign.span.start
            && sign.span.end <= mention.span.end
        }
    }
    for sign in chart.services.signs {
      switch sign.cue {
      case .externalNote: externalNotes = 1
      case .historian: hasHistorian = true
      case .ownInterpretation where isOfOthers(sign): hasOwnInterpretation = true
      case .discussion: hasDiscussion = true
      default: continue
      }
      tell(chart.evidence(sign.span))
    }
  }

  /// The blood count, the metabolic panels.
  private static let bloodAndOrgans: Set<ProcedureCode> = ["85025", "80053", "80048"]

  private mutating func tell(_ evidence: @autoclosure () -> Evidence) {
    if self.evidence.count < DataReviewed.mostEvidence { self.evidence.append(evidence()) }
  }
}
