import Billing
import ClaimModel
import Office

/// The values that a field of a text can have, where it cannot have others: what is none of them is a slip of whoever
/// writes the filter.
public struct FilterChoices: Hashable, Sendable {
  /// All of them, but for those that begin as ``openings`` say.
  let names: [String]
  /// How further ones begin.
  let openings: [String]

  init(_ names: [String], openings: [String] = []) {
    self.names = names
    self.openings = openings
  }

  /// The values of an enumeration.
  init<Value: CaseIterable & RawRepresentable>(_ values: Value.Type) where Value.RawValue == String {
    self.init(values.allCases.map(\.rawValue))
  }

  /// Whether a field can be as a literal says; an empty one is a field without a value.
  func accepts(_ literal: FilterTerm.Literal) -> Bool {
    guard !literal.text.isEmpty else { return true }
    let pattern = TextPattern(literal.text, hasWildcards: !literal.isQuoted, isPart: false)
    if names.contains(where: pattern.matches) { return true }
    guard !openings.isEmpty else { return false }
    return !literal.isQuoted && literal.text.contains("*")
      || openings.contains { literal.text.lowercased().hasPrefix($0) }
  }

  /// The values, with commas between.
  var description: String { (names + openings.map { "\($0)ID" }).joined(separator: ", ") }
}

extension FilterChoices {
  /// The offices.
  static let offices = FilterChoices(
    OfficeID.all(payers: []).map(\.description), openings: ["payer."])

  /// Where a visit can stand: at the practice, with the coders, with the billers.
  static let states: FilterChoices = {
    // The first two are desks of the layer of this module, which it cannot ask; a test does.
    let practice = ["documented", "queried", "paid", "closed"]
    let coding = ["queried", "coded", "recoded", "upheld", "inReview"]
    var seen: Set<String> = []
    let all = practice + coding + PatientAccount.State.allCases.map(\.rawValue)
    return FilterChoices(all.filter { seen.insert($0).inserted })
  }()
}
