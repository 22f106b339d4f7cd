import ClaimModel
import Messages
import Office

/// A journal as the offices write it, of made-up visits: ten records for each, none of them twice, in batches of 100.
struct InventedJournal: Sequence, IteratorProtocol {
  private static let batch = 100
  private static let begin = Timestamp(milliseconds: 1_776_246_600_000)

  private let count: Int
  private var number = 0

  /// A journal of `count` records.
  init(records count: Int) { self.count = count }

  /// The next batch.
  mutating func next() -> Publication? {
    guard number < count else { return nil }
    let end = Swift.min(count, number + InventedJournal.batch)
    defer { number = end }
    let moment = InventedJournal.begin.adding(milliseconds: Int64(number))
    // A hundred visits go through the offices side by side: record 0 of each, record 1 of each.
    let entries = (number..<end).map {
      InventedJournal.entry(step: $0 / 100 % 10, visit: $0 / 1_000 * 100 + $0 % 100, moment)
    }
    return JournalEntry.publication(of: entries, from: "bench/load", now: moment)
  }

  private static func entry(step: Int, visit number: Int, _ moment: Timestamp) -> JournalEntry {
    let visit = VisitID.derived(from: "bench", String(number))
    let payer: PayerID = number % 2 == 0 ? "ACMEHLTH" : "BEACON1"
    let desk = "payer.\(payer)/1"
    func state(_ office: String, _ name: String, _ sequence: Int, open: Int = 0, isFinal: Bool = false) -> Fact {
      Fact(
        visit: visit,
        .state(office: office, name: name, sequence: sequence, open: Money(cents: open), isFinal: isFinal))
    }
    func moved(_ kind: Fact.MovementKind, _ cents: Int) -> Fact {
      Fact(visit: visit, .movement(kind: kind, amount: Money(cents: cents)))
    }
    let (type, sender, handler, facts): (MessageType, String, String, [Fact]) =
      switch step {
      case 0: (.visitDocumented, "practice/1", "coding/1", [state("coding", "coded", 1)])
      case 1:
        (
          .visitCoded, "coding/1", "billing/1",
          [moved(.charged, 17_400), state("billing", "submitted", 1, open: 17_400)]
        )
      case 2: (.professionalClaims, "billing/1", desk, [])
      case 3: (.implementationAcknowledgment, desk, "billing/1", [])
      case 4: (.claimAcknowledgment, desk, "billing/1", [state("billing", "accepted", 2, open: 17_400)])
      case 5:
        (
          .remittanceAdvice, desk, "billing/1",
          [
            moved(.insurerPaid, 6_850), moved(.adjusted, 8_050), state("billing", "awaiting-patient", 3, open: 2_500),
          ]
        )
      case 6: (.statementIssued, "billing/1", "practice/1", [])
      case 7: (.patientPaid, "practice/1", "billing/1", [moved(.patientPaid, 2_500)])
      case 8: (.reminderDue, "billing/1", "billing/1", [state("billing", "closed", 4, isFinal: true)])
      default: (.accountClosed, "billing/1", "practice/1", [state("practice", "closed", 1, isFinal: true)])
      }
    return JournalEntry(
      messageID: .derived(from: "bench", String(number), String(step)), type: type.rawValue, visits: [visit],
      sender: sender, handler: handler, sent: moment.adding(milliseconds: -40), handled: moment, outcome: .handled,
      causation: .derived(from: "bench", String(number), String(step - 1)), facts: facts)
  }
}
