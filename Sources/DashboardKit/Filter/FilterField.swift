import ClaimModel

/// What a field holds, and so what it can be compared with.
public enum FilterKind: String, Hashable, Sendable {
  /// A text; upper and lower case are the same.
  case text
  /// A number: `3`, `12.50`.
  case number
  /// A length of time: `90s`, `5m`, `1h`, `2d`, `500ms`.
  case duration
  /// A moment in UTC: `2026-04-15T09:30:00Z`, `2026-04-15`.
  case moment

  /// An example of a value.
  var example: String {
    switch self {
    case .text: "ACMEHLTH"
    case .number: "12.50"
    case .duration: "90s, 5m, 1h or 2d"
    case .moment: "2026-04-15T09:30:00Z or 2026-04-15"
    }
  }
}

/// A value that a field has: a text, or a number (durations and moments in milliseconds).
public enum FilterValue: Hashable, Sendable {
  /// A text.
  case text(String)
  /// A number, or milliseconds.
  case number(Double)

  /// A whole number.
  public static func whole(_ number: some BinaryInteger) -> FilterValue { .number(Double(number)) }
  /// An amount in dollars.
  public static func amount(_ money: Money) -> FilterValue { .number(Double(money.cents) / 100) }
  /// A moment.
  public static func moment(_ time: Timestamp) -> FilterValue { .number(Double(time.milliseconds)) }
  /// How long ago a moment was.
  public static func age(of time: Timestamp, at now: Timestamp) -> FilterValue {
    .number(Double(now.milliseconds) - Double(time.milliseconds))
  }
}

/// A field that filters of one kind of record know.
public struct FilterField<Subject>: Sendable {
  /// Its name in lower case.
  public let name: String
  /// What it holds.
  public let kind: FilterKind
  /// What it means, for people.
  public let meaning: String
  /// What it can be; `nil` when nobody can tell.
  var choices: FilterChoices?
  let place: Place

  /// Whose the field is.
  enum Place: Sendable {
    /// The whole record's.
    case whole(@Sendable (Subject, Timestamp) -> [FilterValue])
    /// That of a part of it, by the part's number.
    case part(@Sendable (Subject, Int) -> [FilterValue])
  }

  /// A text of the whole record.
  static func text(
    _ name: String, _ meaning: String, _ choices: FilterChoices? = nil,
    _ values: @escaping @Sendable (Subject) -> String
  ) -> FilterField {
    FilterField(
      name: name, kind: .text, meaning: meaning, choices: choices,
      place: .whole { subject, _ in [.text(values(subject))] })
  }

  /// A value of the whole record, which may depend on the time.
  static func value(
    _ name: String, _ kind: FilterKind, _ meaning: String,
    _ value: @escaping @Sendable (Subject, Timestamp) -> FilterValue
  ) -> FilterField {
    FilterField(name: name, kind: kind, meaning: meaning, place: .whole { [value($0, $1)] })
  }

  /// Values of the record's parts.
  static func part(
    _ name: String, _ kind: FilterKind, _ meaning: String, _ choices: FilterChoices? = nil,
    _ values: @escaping @Sendable (Subject, Int) -> [FilterValue]
  ) -> FilterField {
    FilterField(name: name, kind: kind, meaning: meaning, choices: choices, place: .part(values))
  }

  /// Refuses a value that the field cannot have. What is only a piece of a value (`~`) may be anything.
  func check(_ term: FilterTerm) throws(FilterError) {
    guard let choices, term.comparison == .equal || term.comparison == .unequal else { return }
    for literal in term.values where !choices.accepts(literal) {
      throw FilterError(
        at: literal.position, "'\(literal.text)' is no \(name); it is one of \(choices.description)")
    }
  }
}

/// The fields that filters of one kind of record know.
public struct FilterVocabulary<Subject>: Sendable {
  /// What is filtered, in the plural: `journal entries`.
  public let subject: String
  /// The fields, in the order in which they are told.
  public let fields: [FilterField<Subject>]
  let partCount: @Sendable (Subject) -> Int

  /// The fields of records of `subject`, with so many parts each.
  init(
    _ subject: String, _ fields: [FilterField<Subject>],
    partCount: @escaping @Sendable (Subject) -> Int = { _ in 0 }
  ) {
    self.subject = subject
    self.fields = fields
    self.partCount = partCount
  }

  /// The fields for people: a line each.
  public var text: String { fields.map { "\(pad($0.name, 12)) \(pad($0.kind.rawValue, 9)) \($0.meaning)\n" }.joined() }
}
