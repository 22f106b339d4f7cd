import ClaimModel
import Office

/// Where all visits stand, what money moved, what was denied: folded from the journal alone.
public struct RevenueReport: Sendable {
  private struct Standing: Sendable {
    var office: String
    var name: String
    var sequence: Int
    var open: Money
    var isFinal: Bool
  }

  private var standings: [VisitID: [String: Standing]] = [:]
  private var finals: Set<VisitID> = []
  /// Sums of money moved, by kind.
  public private(set) var movements: [Fact.MovementKind: Money] = [:]
  /// How often and for how much each reason was given.
  public private(set) var denials = DenialTally()
  /// Messages parked, by reason, less those requeued or discarded since.
  public private(set) var parked: [MessageID: String] = [:]
  /// Messages handled, by type.
  public private(set) var handled: [String: Int] = [:]

  /// A report on an empty journal.
  public init() {}

  /// Takes in one entry, which must come once only (``UniqueEntries``).
  public mutating func fold(_ entry: JournalEntry) {
    switch entry.outcome {
    case .parked: parked[entry.messageID] = entry.reason
    case .requeued, .discarded: parked[entry.messageID] = nil
    case .handled, .submitted: handled[entry.type, default: 0] += 1
    case .postponed: break
    }
    for fact in entry.facts { fold(fact) }
  }

  private mutating func fold(_ fact: Fact) {
    switch fact.what {
    case .state(let office, let name, let sequence, let open, let isFinal):
      let standing = Standing(office: office, name: name, sequence: sequence, open: open, isFinal: isFinal)
      switch RevenueReport.note(standing, in: &standings[fact.visit, default: [:]]) {
      case true?: finals.insert(fact.visit)
      case false?: finals.remove(fact.visit)
      case nil: break
      }
    case .movement(let kind, let amount): movements[kind, default: .zero] += amount
    case .claim: break
    case .denial: denials.add(fact)
    case .injection: break
    }
  }

  /// Notes where a visit stands at an office.
  /// - Returns: whether the visit is final; `nil` when something newer is known of this office.
  private static func note(_ standing: Standing, in offices: inout [String: Standing]) -> Bool? {
    if let known = offices[standing.office], known.sequence >= standing.sequence { return nil }
    offices[standing.office] = standing
    return (offices["billing"] ?? offices["coding"])?.isFinal == true
  }

  /// How many visits are known.
  public var visitCount: Int { standings.count }

  /// How many visits are final: their account is closed, or a person must decide.
  public var finalCount: Int { finals.count }

  /// How many visits are in each state: the billing office's where it knows the visit, else the coding office's, else
  /// the practice's.
  public var visitsByState: [String: Int] {
    var counts: [String: Int] = [:]
    for offices in standings.values {
      guard let standing = offices["billing"] ?? offices["coding"] ?? offices["practice"] else { continue }
      counts["\(standing.office): \(standing.name)", default: 0] += 1
    }
    return counts
  }

  /// The sum of money moved of one kind.
  public func moved(_ kind: Fact.MovementKind) -> Money { movements[kind] ?? .zero }

  /// What the billing office says is open on all accounts.
  public var open: Money { standings.values.compactMap { $0["billing"]?.open }.sum() }

  /// Charged less all that was paid, adjusted, written off and is open: zero when the books balance.
  public var difference: Money {
    moved(.charged) - moved(.insurerPaid) - moved(.adjusted) - moved(.writtenOff) - moved(.patientPaid) - open
  }

  /// How many recode requests the coding office handled.
  public var recodeCount: Int { handled["recode-requested.v1"] ?? 0 }
}
