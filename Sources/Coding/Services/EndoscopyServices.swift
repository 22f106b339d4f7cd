import ClaimModel

/// Chooses the codes of endoscopies that were done: by what was done through the scope, else the look alone.
///
/// A step (snare, hot forceps, biopsy, injection) belongs to the scope of which its sentence names a part, or to the only one.
/// A biopsy beside a snare counts by itself only at another part of the bowel.
///
/// Source: CPT by number, colonoscopy (45378 to 45385) and upper endoscopy (43235, 43239); NCCI Policy Manual for Medicare
/// Services, chapter VI, section C (endoscopy: the diagnostic look is part of what is done through the scope, and of two
/// techniques at one lesion one is coded).
struct EndoscopyServices {
  /// A part of the gut that a sentence names.
  private struct Parts: OptionSet {
    let rawValue: UInt16
    static let upper = Parts(rawValue: 1)
    static let rest = Parts(rawValue: ~1)
    var isUpper: Bool { contains(.upper) }
    var isLower: Bool { !intersection(.rest).isEmpty }
  }

  private typealias Step = (mention: ServiceMention, family: ServiceFamily, parts: Parts)

  /// The rule of its lines.
  static let rule = "endoscopy-by-technique"

  private let chart: Chart
  private let purpose: ScreeningPurpose
  private(set) var drafts: [ServiceDraft] = []

  /// `done` are the services that a chart says were done today.
  init(_ chart: Chart, done: [(mention: ServiceMention, family: ServiceFamily)], purpose: ScreeningPurpose) {
    self.chart = chart
    self.purpose = purpose
    let lower = done.first { $0.family == .colonoscopy }?.mention
    let upper = done.first { $0.family == .upperEndoscopy }?.mention
    guard lower != nil || upper != nil else { return }
    let steps: [Step] = done.filter { $0.family.isScopeStep }.map { ($0.mention, $0.family, parts(of: $0.mention)) }
    if let upper { addUpper(upper, steps.filter { $0.parts.isUpper || lower == nil && !$0.parts.isLower }) }
    if let lower {
      addLower(lower, steps.filter { $0.parts.isLower && !$0.parts.isUpper || upper == nil && !$0.parts.isUpper })
    }
  }

  private mutating func addUpper(_ scope: ServiceMention, _ steps: [Step]) {
    let biopsy = steps.first { $0.family == .scopeBiopsy }
    append(biopsy == nil ? "43235" : "43239", scope, biopsy?.mention)
  }

  private mutating func addLower(_ scope: ServiceMention, _ steps: [Step]) {
    func first(_ family: ServiceFamily) -> Step? { steps.first { $0.family == family } }
    var taken: Parts = []
    let start = drafts.count
    if let snare = first(.scopeSnare) {
      append("45385", scope, snare.mention)
      for step in steps where step.family == .scopeSnare { taken.formUnion(step.parts) }
    }
    if let hot = steps.first(where: { $0.family == .scopeHotForceps && isApart($0.parts, from: taken, start) }) {
      append("45384", scope, hot.mention, isApart: drafts.count > start)
      taken.formUnion(hot.parts)
    }
    if let biopsy = steps.first(where: { $0.family == .scopeBiopsy && isApart($0.parts, from: taken, start) }) {
      append("45380", scope, biopsy.mention, isApart: drafts.count > start)
    }
    if let injection = first(.scopeInjection) { append("45381", scope, injection.mention) }
    if drafts.count == start { append(purpose.diagnostic, scope, nil) }
    for index in start..<drafts.count {
      if let modifier = purpose.modifier(of: drafts[index].procedure) { drafts[index].modifiers.append(modifier) }
      if isIncomplete { drafts[index].modifiers.append("53") }
    }
  }

  /// Whether a step is at parts of its own; the first one needs none.
  private func isApart(_ parts: Parts, from taken: Parts, _ start: Int) -> Bool {
    drafts.count == start || !parts.isEmpty && !taken.isEmpty && parts.isDisjoint(with: taken)
  }

  private mutating func append(
    _ procedure: ProcedureCode, _ scope: ServiceMention, _ step: ServiceMention?, isApart: Bool = false
  ) {
    var evidence = [chart.evidence(scope.span)]
    if let step, step.span != scope.span { evidence.insert(chart.evidence(step.span), at: 0) }
    var draft = ServiceDraft(procedure: procedure, evidence: evidence, rule: EndoscopyServices.rule)
    draft.isApart = isApart
    drafts.append(draft)
  }

  // MARK: Words

  private static let partNames: [(Parts, [String])] = [
    (.upper, ["esophag", "gastric", "stomach", "antrum", "antral", "duoden", "gastroesoph", "pylor", "egd", "cardia"]),
    (Parts(rawValue: 2), ["cecum", "cecal"]), (Parts(rawValue: 4), ["ascending", "right colon"]),
    (Parts(rawValue: 8), ["hepatic flexure"]), (Parts(rawValue: 16), ["transverse"]),
    (Parts(rawValue: 32), ["splenic flexure"]), (Parts(rawValue: 64), ["descending colon", "left colon"]),
    (Parts(rawValue: 128), ["sigmoid"]), (Parts(rawValue: 256), ["rectum", "rectal"]),
    (Parts(rawValue: 512), ["ileum", "ileal"]), (Parts(rawValue: 1024), ["random", "throughout the colon"]),
  ]

  private func parts(of mention: ServiceMention) -> Parts {
    let text = chart.evidence(mention.span).text.lowercased()
    return EndoscopyServices.partNames.reduce(into: Parts()) { parts, line in
      if line.1.contains(where: text.contains) { parts.formUnion(line.0) }
    }
  }

  private static let incomplete = [
    "incomplete colonoscopy", "colonoscopy was incomplete", "colonoscopy incomplete", "colonoscopy aborted",
    "colonoscopy was aborted", "procedure aborted", "procedure was aborted", "cecum was not reached",
    "cecum could not be reached", "unable to reach the cecum",
  ]

  /// Whether the scope did not get to the cecum: the service was reduced (modifier 53).
  ///
  /// Source: Medicare Claims Processing Manual, chapter 12, section 30.1 (incomplete colonoscopies).
  private var isIncomplete: Bool {
    chart.items(.note).contains { note in
      let text = note.item.text.lowercased()
      return EndoscopyServices.incomplete.contains(where: text.contains)
    }
  }
}
