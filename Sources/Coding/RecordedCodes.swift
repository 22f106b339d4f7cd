import ClaimModel
import CodeSets

/// Holds ICD-10-CM codes that a source recorded with its conditions and reasons against the words recorded with them.
///
/// A recorded code is taken, with the rule `condition-code`, if it exists and is billable on the date of service, if the
/// words say the same condition (their reading is the code, a code above it, one that leaves open what it says, or
/// nothing), and if nothing that was documented says more. Otherwise the words are coded, and the code is refused with the
/// reason. What goes for any code (age, sex, exclusions, standing) goes for these afterwards.
///
/// Source: ICD-10-CM Official Guidelines, sections I.A.19 (the clinician's statement that the condition exists), I.B.2 and
/// I.B.13 (level of detail, laterality) and I.B.18 (unspecified codes).
struct RecordedCodes {
  /// The chart's mentions; those that a recorded code stands for are replaced by it.
  private(set) var mentions: [Mention] = []
  /// Codes not taken.
  private(set) var refused: [RefusedDiagnosis] = []

  /// Codes, by item, of whose condition the chart says more.
  private var less: [Int: Set<Int>] = [:]
  private let chart: Chart
  private let icd10cm: ICD10CM
  private let rules: DiagnosisRules
  /// The mentions of the chart with the codes that each supports.
  private let read: [(mention: Mention, rows: [Int])]

  /// The systems under which FHIR knows ICD-10-CM. Source: HL7 terminology (THO), ICD-10-CM, its URI and its OID.
  private static let systems: Set<String> = [
    "http://hl7.org/fhir/sid/icd-10-cm", "urn:oid:2.16.840.1.113883.6.90", "2.16.840.1.113883.6.90",
  ]

  /// The most codes of an item that are looked at.
  private static let maximumCodings = 12

  /// The verified codes of a chart; `nil` if it records none. `resolve` tells the codes that a mention supports.
  init?(_ chart: Chart, icd10cm: ICD10CM, rules: DiagnosisRules, resolve: (Mention) -> [Int]) {
    let coded = chart.visit.documentation.indices.filter {
      let item = chart.visit.documentation[$0]
      return (item.kind == .condition || item.kind == .reason)
        && item.codings.contains { RecordedCodes.systems.contains($0.system) }
    }
    guard !coded.isEmpty else { return nil }
    self.chart = chart
    self.icd10cm = icd10cm
    self.rules = rules
    read = chart.mentions.map { ($0, resolve($0)) }
    var taken: [Mention] = []
    for item in coded { taken += verify(item) }
    let replaced = Dictionary(grouping: taken, by: \.item).mapValues { Set($0.map { icd10cm.category(row: $0.row) }) }
    let kept = read.filter { entry in
      // The words of a code that says less say no more than it.
      if let rows = less[entry.mention.item], !entry.rows.isEmpty, rows.isSuperset(of: entry.rows) { return false }
      guard let categories = replaced[entry.mention.item] else { return true }
      return !([entry.mention.row] + entry.rows).contains { categories.contains(icd10cm.category(row: $0)) }
    }
    // Stable: mentions stay in the order of the documentation.
    mentions = (kept.map(\.mention) + taken).enumerated()
      .sorted { ($0.element.item, $0.offset) < ($1.element.item, $1.offset) }.map(\.element)
  }

  /// The codes of an item that are taken.
  private mutating func verify(_ index: Int) -> [Mention] {
    let item = chart.visit.documentation[index]
    let own = read.filter { $0.mention.item == index }
    var taken: [Mention] = []
    for coding in item.codings.filter({ RecordedCodes.systems.contains($0.system) })
      .prefix(RecordedCodes.maximumCodings)
    {
      let code = DiagnosisCode(rawValue: String(coding.code.filter { !$0.isWhitespace }.prefix(8)))
      guard let row = icd10cm.row(of: code), icd10cm.isBillable(code, on: chart.visit.registration.dateOfService) else {
        refuse(code, index, .invalidCode)
        continue
      }
      guard DiagnosisCode(rawValue: item.text) != code else {
        refuse(code, index, .undescribed)
        continue
      }
      let agreeing = own.first { agrees(row, with: $0.mention, read: $0.rows) }
      guard own.isEmpty || agreeing != nil else {
        refuse(code, index, .contradictsText)
        continue
      }
      guard !saysLess(row) else {
        refuse(code, index, .lessSpecific)
        less[index, default: []].insert(row)
        continue
      }
      taken.append(mention(of: row, item: index, as: agreeing?.mention))
    }
    return taken
  }

  private mutating func refuse(_ code: DiagnosisCode, _ item: Int, _ reason: RefusedDiagnosis.Reason) {
    refused.append(RefusedDiagnosis(code: code, evidence: chart.evidence(item: item), reason: reason))
  }

  /// The mention of a recorded code, meant as the words are that say the same.
  private func mention(of row: Int, item index: Int, as read: Mention?) -> Mention {
    let item = chart.visit.documentation[index]
    var mention =
      read
      ?? Mention(
        item: index, word: 0, start: 0, end: item.text.utf8.count, row: row, origin: .title, termConfidence: 0.5,
        words: 1, status: item.status, section: .body)
    mention.row = row
    mention.side = nil
    mention.lessSpecificRow = nil
    mention.givenBy = .record
    // A code that says itself that a condition lies in the past, or is a relative's, holds today.
    if item.status == .present, icd10cm.letter(row: row) == UInt8(ascii: "Z") { mention.status = .present }
    return mention
  }

  // MARK: What must hold

  /// Whether the words of a mention, read as the codes given, say the same as the recorded code.
  private func agrees(_ row: Int, with mention: Mention, read: [Int]) -> Bool {
    if icd10cm.letter(row: row) == UInt8(ascii: "Z") {
      let histories = [mention.row] + read
      if histories.contains(where: {
        rules.histories.personalHistory(of: $0) == row || rules.histories.familyHistory(of: $0) == row
      }) {
        return true
      }
    }
    guard !contradicts(row, side: mention.side) else { return false }
    if icd10cm.isDescendant(row, of: mention.row) { return true }
    return read.contains { base(row) == base($0) || covers($0, row) || covers(row, $0) }
  }

  /// Whether a code leaves open what another one says: it is unspecified, and its subcategory, or its category where that
  /// is `9`, has the other one.
  private func covers(_ general: Int, _ other: Int) -> Bool {
    guard rules.isUnspecified(general), icd10cm.category(row: general) == icd10cm.category(row: other) else {
      return false
    }
    let fourth = UInt8(truncatingIfNeeded: icd10cm.key(row: general) >> 32)
    return fourth == UInt8(ascii: "9") || rules.isSameCondition(unspecified: general, specific: other)
  }

  /// The code without its 7th character: of an injury the source knows the stage of care.
  private func base(_ row: Int) -> Int {
    icd10cm.parent(row: row).flatMap { icd10cm.takesSeventhCharacter(row: $0) ? $0 : nil } ?? row
  }

  /// Whether the title names the other side of the body than the words.
  private func contradicts(_ row: Int, side: Mention.Side?) -> Bool {
    guard let side else { return false }
    let words = Set(Words.scan(icd10cm.title(row: row)).map(\.hash))
    let named = [Mention.Side.right, .left, .both].filter { words.contains(MentionDetail.word(of: $0)) }
    return !named.isEmpty && !named.contains(side)
  }

  /// Whether the chart's words say more of the condition than the code.
  private func saysLess(_ row: Int) -> Bool {
    read.contains { entry in
      entry.mention.status == .present && entry.mention.section != .ignored && entry.mention.section != .pastHistory
        && entry.rows.contains { covers(row, $0) && !covers($0, row) }
    }
  }
}
