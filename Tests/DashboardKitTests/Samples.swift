import ClaimModel
import Office

/// Random choices that a seed decides (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
  mutating func one<Element>(of list: [Element]) -> Element { list[below(list.count)] }
}

/// Journal entries for tests.
enum Sample {
  static let now = Timestamp(milliseconds: 1_776_246_600_000)

  static func entry(
    _ name: String, type: String = "visit-coded.v1", visits: [VisitID] = ["V000000000000001"],
    from sender: String = "coding/1", to handler: String = "billing/1", sent: Int64 = 0, handled: Int64 = 0,
    outcome: JournalEntry.Outcome = .handled, attempt: Int = 0, reason: String = "", facts: [Fact] = []
  ) -> JournalEntry {
    JournalEntry(
      messageID: .derived(from: "entry", name), type: type, visits: visits, sender: sender, handler: handler,
      sent: now.adding(milliseconds: sent), handled: now.adding(milliseconds: handled), outcome: outcome,
      attempt: attempt, reason: reason, facts: facts)
  }

  static func denial(
    _ payer: PayerID, _ reason: AdjustmentReason, _ cents: Int = 10_000, remarks: [RemarkCode] = [],
    visit: VisitID = "V000000000000001"
  ) -> Fact {
    Fact(
      visit: visit,
      .denial(
        payer: payer, group: .contractualObligation, reason: reason, remarks: remarks, amount: Money(cents: cents)))
  }

  static func state(_ name: String, sequence: Int = 1, office: String = "billing", visit: VisitID = "V000000000000001")
    -> Fact
  {
    Fact(visit: visit, .state(office: office, name: name, sequence: sequence, open: .zero, isFinal: false))
  }
}
