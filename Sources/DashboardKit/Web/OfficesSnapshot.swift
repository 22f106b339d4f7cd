import Billing
import ClaimModel
import Office

/// What the web page shows of the offices at one moment: what ``LiveOffices`` knows, without anything of a patient.
///
/// docs/dashboard.md describes the JSON; `schema` counts its versions.
public struct OfficesSnapshot: Encodable, Sendable {
  /// How many messages are told at most: more than the eye can follow.
  private static let messageLimit = 60

  struct Queue: Encodable, Sendable {
    let queue: String
    let office: String
    /// Told only when it is so.
    let missing: Bool?
    let ready: Int
    let unacknowledged: Int?
    let consumers: Int
    let into: Double?
    let out: Double?
    /// Milliseconds.
    let oldest: Double?
    let history: [Int]
  }

  struct Worker: Encodable, Sendable {
    let worker: String
    let office: String
    let phase: String
    let inFlight: Int
    let rate: Double
    let handled: Int64
    let parked: Int64
    /// Milliseconds since it told.
    let heard: Double
  }

  struct State: Encodable, Sendable {
    let state: String
    let visits: Int
  }

  struct Denial: Encodable, Sendable {
    let payer: String
    let reason: String
    let rarc: String
    let count: Int
    let amount: String
  }

  struct Debt: Encodable, Sendable {
    let debtor: String
    /// Amounts in the order of ``OfficesSnapshot/ages``.
    let amounts: [String]
  }

  struct Message: Encodable, Sendable {
    let number: Int
    let from: String
    let to: String
    let type: String
    let visit: String
    let outcome: String
    let handled: String
  }

  let schema = 1
  let at: String
  /// What is wrong with the way to the broker.
  let trouble: String?
  let visits: Int
  let final: Int
  let open: String
  let recoded: Int
  let recodedAgain: Int
  let parked: Int
  let queues: [Queue]
  let workers: [Worker]
  let states: [State]
  let denials: [Denial]
  /// The ages of what is open, in days.
  let ages = Aging.Age.allCases.map(\.rawValue)
  /// What is open, by who owes it.
  let aging: [Debt]
  /// The last messages, the newest last; `number` counts all there were.
  let messages: [Message]

  /// What is known at `now`. The accounts are those of the journal since it is read.
  public init(_ offices: LiveOffices, _ accounts: JournalAccounts, trouble: String?, at now: Timestamp) {
    at = now.description
    self.trouble = trouble.map(visible)
    visits = offices.report.visitCount
    final = offices.report.finalCount
    open = offices.report.open.description
    recoded = offices.recodes.count
    recodedAgain = offices.recodes.values.filter { $0 > 1 }.count
    parked = offices.parked.count
    queues = offices.queues(at: now).map { queue in
      Queue(
        queue: queue.reading.queue, office: queue.reading.office, missing: queue.reading.isMissing ? true : nil,
        ready: queue.reading.depth.ready,
        unacknowledged: queue.reading.unacknowledged, consumers: queue.reading.depth.consumers,
        into: queue.flow.map { hundredths($0.into) },
        out: queue.flow.map { hundredths($0.out) }, oldest: queue.oldestMilliseconds, history: queue.history)
    }
    workers = offices.workers.map { worker in
      Worker(
        worker: visible(worker.worker), office: visible(worker.office), phase: visible(worker.phase),
        inFlight: worker.inFlight, rate: hundredths(worker.rate), handled: worker.handled, parked: worker.parked,
        heard: worker.age(at: now))
    }
    states = offices.report.visitsByState.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { State(state: visible($0.key), visits: $0.value) }
    denials = offices.report.denials.ordered.map { denial in
      Denial(
        payer: visible(denial.key.payer.rawValue), reason: visible(denial.key.reason),
        rarc: visible(denial.key.remarks), count: denial.count, amount: denial.amount.description)
    }
    let aging = accounts.report(asOf: now.date).aging
    self.aging = Aging.Debtor.allCases.filter { aging.total(of: $0) > .zero }.map { debtor in
      Debt(
        debtor: debtor.rawValue, amounts: Aging.Age.allCases.map { aging.amount(of: debtor, $0).description })
    }
    let last = offices.tail.suffix(OfficesSnapshot.messageLimit)
    let before = offices.entryCount - last.count
    messages = last.enumerated().map { index, entry in
      Message(
        number: before + index + 1, from: visible(String(entry.sender.prefix { $0 != "/" })),
        to: visible(String(entry.office)),
        type: visible(JournalText.shortType(entry.type)),
        visit: entry.visits.count == 1 ? visible(entry.visits[0].rawValue) : "",
        outcome: entry.outcome.rawValue, handled: entry.handled.description)
    }
  }

  /// The snapshot as one line of JSON.
  public var json: String { encodeJSON(self, pretty: false) }
}

private func hundredths(_ number: Double) -> Double { (number * 100).rounded() / 100 }
