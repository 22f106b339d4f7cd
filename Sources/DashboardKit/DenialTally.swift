import ClaimModel
import Office

/// A reason of denial at a payer.
public struct DenialKey: Hashable, Comparable, Sendable {
  /// The payer.
  public var payer: PayerID
  /// Group and reason: `CO-11`.
  public var reason: String
  /// The remarks, with spaces between.
  public var remarks: String

  /// Orders by payer, reason, remarks.
  public static func < (left: DenialKey, right: DenialKey) -> Bool {
    (left.payer, left.reason, left.remarks) < (right.payer, right.reason, right.remarks)
  }
}

/// How often and for how much each reason of denial was given.
public struct DenialTally: Sendable {
  private struct Line: Encodable, Sendable {
    let schema = 1
    let record = "denial-count"
    let payer: String
    let reason: String
    let rarc: [String]
    let count: Int
    let amount: String
  }

  /// Count and sum of each reason.
  public private(set) var counts: [DenialKey: (count: Int, amount: Money)] = [:]

  /// No denials.
  public init() {}

  /// Takes in a fact; one that is no denial changes nothing.
  public mutating func add(_ fact: Fact) {
    guard case .denial(let payer, let group, let reason, let remarks, let amount) = fact.what else { return }
    let key = DenialKey(
      payer: payer, reason: "\(group.rawValue)-\(reason)", remarks: remarks.map(\.rawValue).joined(separator: " "))
    let (count, total) = counts[key] ?? (0, .zero)
    counts[key] = (count + 1, total + amount)
  }

  /// The reasons, those given most often first.
  public var ordered: [DenialCount] {
    counts.map { DenialCount(key: $0.key, count: $0.value.count, amount: $0.value.amount) }
      .sorted { ($1.count, $0.key) < ($0.count, $1.key) }
  }

  /// The table for people, within 80 columns.
  public var text: String { counts.isEmpty ? "no denials\n" : DenialTally.table(ordered).text }

  static func table(_ counts: [DenialCount]) -> TextTable {
    var table = TextTable([
      .left("payer", 16), .left("reason", 8), .left("remarks", 20), .right("count", 8), .right("amount", 14),
    ])
    for denial in counts {
      let key = denial.key
      table.add(key.payer.rawValue, key.reason, key.remarks, "\(denial.count)", denial.amount.description)
    }
    return table
  }

  /// One JSON object a line.
  public var json: String {
    ordered.map { denial in
      encodeJSON(
        Line(
          payer: denial.key.payer.rawValue, reason: denial.key.reason,
          rarc: denial.key.remarks.split(separator: " ").map(String.init), count: denial.count,
          amount: denial.amount.description), pretty: false) + "\n"
    }.joined()
  }
}

/// How often and for how much a reason of denial was given.
public struct DenialCount: Sendable {
  /// The reason.
  public let key: DenialKey
  /// How often.
  public let count: Int
  /// For how much.
  public let amount: Money
}

/// One denial, as the journal tells it.
public struct DenialLine: Encodable, Sendable {
  let schema = 1
  let record = "denial"
  let message: String
  let visit: String
  let payer: String
  let group: String
  let carc: String
  let rarc: [String]
  let amount: String
  let handled: String

  /// The denial that a fact of an entry tells; `nil` when it tells something else.
  public init?(_ fact: Fact, of entry: JournalEntry) {
    guard case .denial(let payer, let group, let reason, let remarks, let amount) = fact.what else { return nil }
    message = entry.messageID.description
    visit = fact.visit.rawValue
    self.payer = payer.rawValue
    self.group = group.rawValue
    carc = reason.rawValue
    rarc = remarks.map(\.rawValue)
    self.amount = amount.description
    handled = entry.handled.description
  }

  /// One line of JSON.
  public func json() -> String { encodeJSON(self, pretty: false) }

  /// One line for people, within 80 columns.
  public var text: String {
    visible(
      "\(handled.prefix(19)) \(pad(visit, 16)) \(pad(payer, 12)) \(pad("\(group)-\(carc)", 7)) \(pad(rarc.joined(separator: " "), 9)) \(pad(amount, 10, left: true))"
    )
  }
}
