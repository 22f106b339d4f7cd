import ClaimModel

/// What a refused line is answered with.
public struct EditAnswer: Hashable, Sendable {
  /// On whom the charge falls.
  public var group: AdjustmentGroup
  /// Why.
  public var reason: AdjustmentReason
  /// What explains it further.
  public var remarks: [RemarkCode]

  /// An answer for the given reason.
  public init(_ group: AdjustmentGroup, _ reason: AdjustmentReason, _ remarks: [RemarkCode] = []) {
    self.group = group
    self.reason = reason
    self.remarks = remarks
  }

  /// For instance `CO-16 MA63`.
  public var description: String {
    "\(group.rawValue)-\(reason)" + remarks.map { " \($0)" }.joined()
  }
}

/// A refusal of a line, or of the whole claim.
public struct EditFinding: Hashable, Sendable {
  /// The refused line, from 0; `nil` for every line.
  public var line: Int?
  /// What is answered.
  public var answer: EditAnswer

  /// A refusal with the given answer.
  public init(line: Int?, _ answer: EditAnswer) {
    self.line = line
    self.answer = answer
  }
}

/// The lines of a claim and what each is refused for: the first reason found counts.
public struct LineRefusals: Hashable, Sendable {
  /// The answer to each line; `nil` while it stands.
  public private(set) var answers: [EditAnswer?]

  /// Lines that all stand.
  init(lines: Int) { answers = Array(repeating: nil, count: lines) }

  /// Whether the line is not refused.
  public func stands(_ line: Int) -> Bool { answers[line] == nil }

  /// Refuses a line that stands, or every line that does.
  public mutating func refuse(_ line: Int?, _ answer: EditAnswer) {
    guard let line else {
      for index in answers.indices { refuse(index, answer) }
      return
    }
    if answers.indices.contains(line), answers[line] == nil { answers[line] = answer }
  }
}

/// One of a payer's edits: what it answers, and a rule that refuses lines.
///
/// Edits are applied in their order; a line is refused for the first reason found.
public struct PayerEdit: Sendable {
  /// Its name.
  public var name: EditName
  /// Its row in the order in which payers look at claims (docs/payer.md).
  public var row: Int
  /// What it refuses, for people.
  public var refuses: String
  /// Every answer it can give.
  public var answers: [EditAnswer]
  /// Where the rule is published.
  public var source: String
  /// Refuses lines.
  public var check: @Sendable (EditContext, inout LineRefusals) -> Void

  /// An edit of the given rule.
  public init(
    _ name: EditName, row: Int, refuses: String, _ answers: [EditAnswer], source: String,
    check: @escaping @Sendable (EditContext, inout LineRefusals) -> Void
  ) {
    self.name = name
    self.row = row
    self.refuses = refuses
    self.answers = answers
    self.source = source
    self.check = check
  }

  /// An edit that looks at each line by itself and has one answer.
  static func line(
    _ name: EditName, row: Int, refuses: String, _ answer: EditAnswer, source: String,
    when isRefused: @escaping @Sendable (ClaimLine, EditContext) -> Bool
  ) -> PayerEdit {
    PayerEdit(name, row: row, refuses: refuses, [answer], source: source) { context, refusals in
      for (index, line) in context.claim.lines.enumerated()
      where refusals.stands(index) && isRefused(line, context) {
        refusals.refuse(index, answer)
      }
    }
  }

  /// An edit that looks at the diagnoses of each line and has one answer.
  static func diagnoses(
    _ name: EditName, row: Int, refuses: String, _ answer: EditAnswer, source: String,
    when isRefused: @escaping @Sendable ([DiagnosisCode], ClaimLine, EditContext) -> Bool
  ) -> PayerEdit {
    PayerEdit(name, row: row, refuses: refuses, [answer], source: source) { context, refusals in
      for (index, line) in context.claim.lines.enumerated()
      where refusals.stands(index) && isRefused(context.diagnoses[index], line, context) {
        refusals.refuse(index, answer)
      }
    }
  }

  /// An edit that refuses the whole claim, with the answer its rule gives.
  static func claim(
    _ name: EditName, row: Int, refuses: String, _ answers: [EditAnswer], source: String,
    answer: @escaping @Sendable (EditContext) -> EditAnswer?
  ) -> PayerEdit {
    PayerEdit(name, row: row, refuses: refuses, answers, source: source) { context, refusals in
      if let answer = answer(context) { refusals.refuse(nil, answer) }
    }
  }
}
