import ArgumentParser
import ClaimModel
import DashboardKit
import Foundation
import Office
import WorkerBootstrap

struct Parked: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what waits in the parking lots, and decides about it.",
    discussion: """
      A lot is read by its office's own user of the broker, who alone may (docs/security.md): give that user's URL and
      --office. While a lot is open nobody else sees its messages; those that are left alone go back.
      """, subcommands: [List.self, Show.self, Requeue.self, Discard.self], defaultSubcommand: List.self)

  /// Which lots, and which messages in them.
  struct LotOptions: ParsableArguments {
    @OptionGroup var broker: BrokerOptions

    @Option(
      help: ArgumentHelp("Only this office's lot: practice, coding, billing, payer.ACMEHLTH.", valueName: "name"))
    var office: String?

    @Option(help: "Stop after this many messages.")
    var limit: Int?

    @OptionGroup var conditions: FilterArguments

    func validate() throws {
      guard limit ?? 1 > 0 else { throw ValidationError("--limit must be above 0") }
      _ = try conditions.filter(.parked)
      _ = try offices
    }

    var offices: [OfficeID] {
      get throws {
        let all = OfficeID.all(payers: broker.payerIDs)
        guard let office else { return all }
        guard let chosen = all.first(where: { $0.description == office }) else {
          throw ValidationError("--office '\(office)' is none of \(all.map(\.description).joined(separator: ", "))")
        }
        return [chosen]
      }
    }

    /// Hands each message that the conditions keep, with its lot, to `body`.
    /// - Returns: how many there were.
    func each(_ body: (ParkedMessage, ParkingLot) throws(BrokerError) -> Void) throws -> Int {
      let filter = try conditions.filter(.parked)
      let broker = try broker.patientBroker()
      var count = 0
      for office in try offices {
        try Unavailable.wrap { () throws(BrokerError) in
          let lot = try ParkingLot(of: office, broker: broker, clock: { .now() })
          defer { lot.close() }
          try lot.read { parked throws(BrokerError) in
            guard filter.keeps(parked, at: .now()) else { return count < limit ?? .max }
            count += 1
            try body(parked, lot)
            return count < limit ?? .max
          }
        }
        if count >= limit ?? .max { break }
      }
      return count
    }

    /// Ends with exit code 1 when nothing was found.
    func expect(_ count: Int) throws {
      if count == 0 { throw ExitCode(CommandExit.unsuccessful.rawValue) }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints the parked messages with the reasons; exit code 1 when there are none.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var lots: LotOptions

    func run() throws {
      try lots.expect(
        try lots.each { parked, _ throws(BrokerError) in
          Terminal.print(output.format == .json ? ParkedViews.json(parked) : ParkedViews.text(parked))
        })
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints everything about parked messages but what they say: why they are parked, and how to mend it.",
      discussion: "Name messages by conditions: id=…, visit=…. Exit code 1 when there is none.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var lots: LotOptions

    func run() throws {
      var isFirst = true
      try lots.expect(
        try lots.each { parked, _ throws(BrokerError) in
          if output.format == .json { return Terminal.print(ParkedViews.json(parked)) }
          Terminal.print((isFirst ? "" : "\n") + ParkedViews.details(parked), terminator: "")
          isFirst = false
        })
    }
  }

  struct Requeue: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sends parked messages back to the queue they came from.",
      discussion: """
        Each is published, the broker confirms it, and only then it leaves the lot: nothing is lost, and what comes twice
        is handled once. Give conditions, or --all. The journal tells what was requeued.

        Exit code 1 when nothing was found, or something could not be sent and stays.
        """)

    @OptionGroup var decision: DecisionOptions

    func run() throws { try decision.run("requeued") { parked, lot throws(BrokerError) in try lot.requeue(parked) } }
  }

  struct Discard: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Drops parked messages for good; the journal tells which.",
      discussion: """
        Asks first unless --yes is given. Give conditions, or --all.

        Exit code 1 when nothing was found, or the answer was no.
        """)

    @OptionGroup var decision: DecisionOptions

    @Flag(help: "Do not ask.")
    var yes = false

    func run() throws {
      if !yes {
        Terminal.progress("Discard every parked message for which '\(decision.words)' holds? They are gone then. [y/N]")
        guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else {
          throw CommandFailure("nothing was discarded", exitCode: .unsuccessful)
        }
      }
      try decision.run("discarded") { parked, lot throws(BrokerError) in try lot.discard(parked) }
    }
  }

  /// A decision about some messages, or all.
  struct DecisionOptions: ParsableArguments {
    @OptionGroup var output: OutputOptions
    @OptionGroup var lots: LotOptions

    @Flag(help: "All messages of the lots, without conditions.")
    var all = false

    func validate() throws {
      guard all != !lots.conditions.filter.isEmpty else {
        throw ValidationError("say which messages: conditions such as id=… or visit=…, or --all")
      }
    }

    var words: String { all ? "all" : lots.conditions.filter.joined(separator: " ") }

    func run(
      _ word: String, _ decide: (ParkedMessage, ParkingLot) throws(BrokerError) -> ParkingLot.Outcome
    ) throws {
      var left = 0
      let count = try lots.each { parked, lot throws(BrokerError) in
        switch try decide(parked, lot) {
        case .done: Terminal.print(output.format == .json ? ParkedViews.json(parked) : "\(word) \(parked.id)")
        case .left(let reason):
          left += 1
          Terminal.progress("\(parked.id) stays: \(reason)")
        }
      }
      if left > 0 || count == 0 { throw ExitCode(CommandExit.unsuccessful.rawValue) }
    }
  }
}
