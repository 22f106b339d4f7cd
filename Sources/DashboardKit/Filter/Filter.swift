import ClaimModel

/// Which records to keep: all conditions must hold.
///
/// A record may have parts (a journal entry its facts). Conditions on fields of parts must hold together on one and the
/// same part: `payer=ACMEHLTH carc=11` is a denial by that payer for that reason. A negative condition holds when no
/// value of the whole record is as it says.
///
/// ```swift
/// let filter = try Filter("payer=ACMEHLTH carc=11,16 age<1h", .journal)
/// entries.filter { filter.keeps($0, at: now) }
/// ```
public struct Filter<Subject>: Sendable {
  private struct Condition: Sendable {
    var field: FilterField<Subject>
    var condition: FilterCondition
    var isNegative: Bool
  }

  /// The filter as it is written.
  public let text: String
  private let whole: [Condition]
  private let ofParts: [Condition]
  private let notOfParts: [Condition]
  private let partCount: @Sendable (Subject) -> Int

  /// Reads a filter; an empty text keeps everything. A program that filters for what it has seen may let values be
  /// `unknown`: a newer worker may have other words than this program.
  /// - Throws: ``FilterError`` when it cannot be read, names a field that `vocabulary` has not, or a value that is none of
  ///   its field's.
  public init(
    _ text: String, _ vocabulary: FilterVocabulary<Subject>, unknown: Bool = false
  ) throws(FilterError) {
    var (whole, ofParts, notOfParts): ([Condition], [Condition], [Condition]) = ([], [], [])
    for term in try FilterParser.terms(of: text) {
      guard let field = vocabulary.fields.first(where: { $0.name == term.field }) else {
        let names = vocabulary.fields.map(\.name).joined(separator: ", ")
        throw FilterError(
          at: term.position, "'\(term.field)' is no field of \(vocabulary.subject); the fields are \(names)")
      }
      if !unknown { try field.check(term) }
      let condition = Condition(
        field: field, condition: try FilterCondition(term, of: field.kind), isNegative: term.comparison.isNegative)
      switch (field.place, condition.isNegative) {
      case (.whole, _): whole.append(condition)
      case (.part, false): ofParts.append(condition)
      case (.part, true): notOfParts.append(condition)
      }
    }
    self.text = text
    self.whole = whole
    self.ofParts = ofParts
    self.notOfParts = notOfParts
    partCount = vocabulary.partCount
  }

  /// Whether some condition is about a part.
  public var asksForParts: Bool { !ofParts.isEmpty || !notOfParts.isEmpty }

  /// Whether a record is kept.
  public func keeps(_ subject: Subject, at now: Timestamp) -> Bool {
    guard whole.allSatisfy({ holds($0, subject, nil, now) }) else { return false }
    guard asksForParts else { return true }
    let parts = 0..<partCount(subject)
    guard notOfParts.allSatisfy({ condition in parts.allSatisfy { holds(condition, subject, $0, now) } }) else {
      return false
    }
    return ofParts.isEmpty || parts.contains { part in ofParts.allSatisfy { holds($0, subject, part, now) } }
  }

  /// Whether a part of a record is meant: the record's own conditions hold, and those of parts hold on this one.
  public func keeps(part: Int, of subject: Subject, at now: Timestamp) -> Bool {
    whole.allSatisfy { holds($0, subject, nil, now) }
      && (ofParts + notOfParts).allSatisfy { holds($0, subject, part, now) }
  }

  private func holds(_ condition: Condition, _ subject: Subject, _ part: Int?, _ now: Timestamp) -> Bool {
    let values: [FilterValue] =
      switch condition.field.place {
      case .whole(let values): values(subject, now)
      case .part(let values): part.map { values(subject, $0) } ?? []
      }
    return values.contains(where: condition.condition.holds) != condition.isNegative
  }
}
