import ClaimModel
import CodeSets

/// The first element of medical decision making: number and complexity of the problems addressed.
///
/// Source: AMA CPT E/M guidelines, "Number and Complexity of Problems Addressed at the Encounter".
struct ProblemsAddressed {
  /// How complex one problem is.
  enum Complexity: Int, Comparable, CaseIterable, Sendable {
    /// It runs a set course, passes and changes nothing.
    case minor
    /// Acute, of low risk: recovery is expected.
    case acuteUncomplicated
    /// Lasting, and at its goal.
    case stableChronic
    /// Lasting, and worse, progressing or not at its goal.
    case worseChronic
    /// New, without a diagnosis, and likely to matter.
    case uncertain
    /// Acute, with signs of the whole body.
    case systemic
    /// An injury beyond the injured part.
    case complicatedInjury
    /// A threat to life or function in the near term, or a severe turn of a lasting illness.
    case threatening

    static func < (left: Complexity, right: Complexity) -> Bool { left.rawValue < right.rawValue }
  }

  /// The complexity of each problem.
  private(set) var problems: [Complexity] = []
  /// The level of the element.
  let level: DecisionLevel
  /// What tells of the problems, the most complex first; at most ``mostEvidence``.
  private(set) var evidence: [Evidence] = []

  /// How much of what tells of the problems is told.
  static let mostEvidence = 4

  /// The level that problems reach together.
  static func level(of problems: [Complexity]) -> DecisionLevel {
    if problems.contains(.threatening) { return .high }
    if problems.contains(where: { $0 >= .worseChronic }) { return .moderate }
    let lasting = problems.count { $0 == .stableChronic }
    if lasting >= 2 { return .moderate }
    if lasting == 1 || problems.contains(.acuteUncomplicated) { return .low }
    return problems.count >= 2 ? .low : .straightforward
  }

  /// Whether a Z code names a lasting illness that is treated or watched: HIV without symptoms, a transplanted organ, cancer that may
  /// come back.
  static func isLastingStatus(_ code: DiagnosisCode) -> Bool {
    code == "Z21" || code == "Z08" || code.rawValue.hasPrefix("Z94")
  }

  /// The problems among a visit's diagnoses, whose codes stand at the given positions of the code set, as the chart tells of
  /// them. Where a note has an assessment, only what stands there was addressed.
  init(
    _ chart: Chart, diagnoses: [AssignedDiagnosis], rows: [Int?], table: ProblemTable, isChronic: (Int) -> Bool
  ) {
    let places = ProblemPlaces(chart, diagnoses)
    var found: [(complexity: Complexity, diagnosis: Int, cues: [ChartSpan])] = []
    for (index, diagnosis) in diagnoses.enumerated()
    where !diagnosis.code.rawValue.hasPrefix("Z") || ProblemsAddressed.isLastingStatus(diagnosis.code) {
      guard let row = rows[index], !table.isCause(row), places.isAddressed(index) else { continue }
      // A condition in pregnancy has two codes and is one problem.
      if diagnosis.rule == PregnancyRule.name,
        diagnoses.contains(where: { $0.code != diagnosis.code && $0.evidence == diagnosis.evidence })
      {
        continue
      }
      let cues = places.cues(of: index)
      let isLasting = isChronic(row) || places.isCalledChronic(index)
      var complexity = table.complexity(row, isChronic: isLasting, cues: cues.kinds)
      // Cancer that is treated with chemotherapy threatens life without it.
      if complexity == .worseChronic, table.isDeadly(row), chart.services.sign(.antineoplastic) != nil {
        complexity = .threatening
      }
      found.append((complexity, index, cues.spans))
    }
    // An illness that dries the patient out is systemic: gastroenteritis with dehydration.
    if found.count > 1, found.allSatisfy({ $0.complexity < .worseChronic }),
      let drying = found.firstIndex(where: { diagnoses[$0.diagnosis].code.category == "E86" })
    {
      found[drying].complexity = .systemic
    }
    // What an operation is decided on for is not at its goal, and an injury that needs one is complicated: the first problem.
    if let first = found.indices.first, found.allSatisfy({ $0.complexity < .worseChronic }),
      let surgery = chart.services.sign(.majorSurgery)
    {
      found[first].complexity = .complicatedInjury
      found[first].cues.insert(surgery.span, at: 0)
    }
    // What only a lasting drug or a device stands for is watched all the same: an INR beside a valve.
    if found.isEmpty,
      let watched = diagnoses.firstIndex(where: { ["Z79", "Z95"].contains($0.code.category) }),
      places.isAddressed(watched)
    {
      found.append((.stableChronic, watched, []))
    }
    found.sort { $0.complexity > $1.complexity }
    for problem in found {
      problems.append(problem.complexity)
      guard evidence.count < ProblemsAddressed.mostEvidence else { continue }
      let own = diagnoses[problem.diagnosis].evidence.prefix(2)
      evidence += own
      for span in problem.cues.prefix(2 - own.count) { evidence.append(chart.evidence(span)) }
    }
    level = ProblemsAddressed.level(of: problems)
  }
}

/// Where the words of each diagnosis stand, and what is said around them.
private struct ProblemPlaces {
  private let chart: Chart
  private let diagnoses: [AssignedDiagnosis]
  /// The item and place of each diagnosis' words.
  private var places: [[(item: Int, offset: Int)]] = []
  /// Where arrows stand in each item's text.
  private var arrows: [[Int]] = []

  /// How far, in bytes, the symptoms of a problem stand behind its name.
  private static let reachOfSymptoms = 80
  /// How far, in bytes, words before and after a problem speak of it.
  private static let reach = (before: 60, after: 700)

  init(_ chart: Chart, _ diagnoses: [AssignedDiagnosis]) {
    self.chart = chart
    self.diagnoses = diagnoses
    arrows = chart.visit.documentation.map { ProblemPlaces.arrows(in: $0.text) }
    places = diagnoses.map { diagnosis in
      diagnosis.evidence.compactMap { evidence in
        chart.visit.documentation.firstIndex { $0.source == evidence.source }.map { ($0, evidence.offset) }
      }
    }
  }

  /// Whether a problem is one of the assessment, or the note has none.
  func isAddressed(_ index: Int) -> Bool {
    places[index].isEmpty
      || places[index].contains { place in
        chart.visit.documentation[place.item].kind != .note || !chart.services.hasPlan(item: place.item)
          || chart.services.zone(item: place.item, offset: place.offset) == .planned
      }
      || !places.contains { $0.contains { chart.services.zone(item: $0.item, offset: $0.offset) == .planned } }
  }

  /// What is said of a problem up to the next one, and where.
  func cues(of index: Int) -> (kinds: VisitCues, spans: [ChartSpan]) {
    var kinds: VisitCues = []
    var spans: [ChartSpan] = []
    for place in places[index].prefix(4) {
      if isNew(place, evidence: diagnoses[index].evidence) { kinds.insert(.worse) }
      let end = min(next(after: place), place.offset + ProblemPlaces.reach.after)
      if raisesByArrow(place.item, from: place.offset, to: end) { kinds.insert(.worse) }
      let start = place.offset - ProblemPlaces.reach.before
      for sign in chart.services.signs where sign.span.item == place.item && (start..<end).contains(sign.span.start) {
        switch sign.cue {
        case .worse, .severe, .stable, .systemic:
          if kinds.insert(VisitCues(sign.cue)).inserted { spans.append(sign.span) }
        // A dose is raised, or a drug added, because the goal is not reached.
        case .raised where chart.services.raisesDrug(sign), .changed where chart.services.beginsDrug(sign, chart):
          if kinds.insert(.worse).inserted { spans.append(sign.span) }
        default: break
        }
      }
    }
    return (kinds, spans)
  }

  /// Where arrows stand in a text: ">", "→".
  private static func arrows(in text: String) -> [Int] {
    var text = text
    return text.withUTF8 { bytes in
      // Counted first, many bytes at a time: most texts have none.
      let marks = bytes.reduce(UInt8(0)) { $0 | ($1 == UInt8(ascii: ">") ? 1 : 0) | ($1 == 0xe2 ? 1 : 0) }
      guard marks != 0 else { return [] }
      return bytes.indices.filter { bytes[$0] == UInt8(ascii: ">") || bytes[$0...].starts(with: [0xe2, 0x86, 0x92]) }
    }
  }

  /// Whether a dose is raised with an arrow: "duloxetine 30→60", "chlorthalidone 12.5 -> 25".
  private func raisesByArrow(_ item: Int, from start: Int, to end: Int) -> Bool {
    let own = arrows[item].filter { $0 >= start && $0 < end }
    guard !own.isEmpty, chart.services.zone(item: item, offset: start) == .planned else { return false }
    let text = Array(chart.visit.documentation[item].text.utf8.prefix(end).dropFirst(start))
    return own.contains { place in
      let index = place - start
      guard let before = ProblemPlaces.number(in: text[..<index].reversed(), isReversed: true),
        let behind = ProblemPlaces.number(in: text[index...].dropFirst(text[index] == UInt8(ascii: ">") ? 1 : 3))
      else { return false }
      return behind > before
    }
  }

  /// The number beside an arrow; `nil` for a date, a pressure or a range.
  private static func number(in bytes: some Sequence<UInt8>, isReversed: Bool = false) -> Double? {
    let near = Array(bytes.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }.prefix(8))
    let digits = near.prefix { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
    if digits.count < near.count,
      [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ":")].contains(near[digits.count])
    {
      return nil
    }
    return Double(String(decoding: isReversed ? Array(digits.reversed()) : Array(digits), as: UTF8.self))
  }

  /// Whether a problem is called chronic right before its name, which its code need not tell: "chronic low back pain".
  func isCalledChronic(_ index: Int) -> Bool {
    places[index].contains { place in
      let text = chart.visit.documentation[place.item].text.utf8
      return SmallLetters(text.prefix(place.offset).suffix(ProblemPlaces.reachOfName)).holds("chronic")
    }
      || diagnoses[index].evidence.contains {
        SmallLetters($0.text.utf8.prefix(ProblemPlaces.reachOfName)).holds("chronic")
      }
  }

  /// How far, in bytes, "chronic" stands from what it is said of: beside it, or behind a side.
  private static let reachOfName = 16

  /// Whether a problem is said to be new right behind its name, so that its treatment has no goal reached yet: "Anemia, new."
  private func isNew(_ place: (item: Int, offset: Int), evidence: [Evidence]) -> Bool {
    guard let length = evidence.first(where: { $0.offset == place.offset })?.text.utf8.count else { return false }
    let text = chart.visit.documentation[place.item].text.utf8
    let behind = SmallLetters(text.dropFirst(place.offset + length).prefix(8))
    return behind.holds(anyOf: [", new", "- new", "(new", ": new"])
  }

  /// Where the words of the next problem stand.
  private func next(after place: (item: Int, offset: Int)) -> Int {
    var next = Int.max
    for (index, others) in places.enumerated() {
      // "BPH with nocturia and weak stream, worse": the symptoms of a problem do not end it.
      let reach = diagnoses[index].code.rawValue.hasPrefix("R") ? ProblemPlaces.reachOfSymptoms : 12
      for other in others where other.item == place.item && other.offset > place.offset + reach {
        next = min(next, other.offset)
      }
    }
    return next
  }
}
