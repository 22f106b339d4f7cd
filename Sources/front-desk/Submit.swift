import ArgumentParser
import ClaimModel
import Foundation
import Intake
import Office
import PracticeDesk
import WorkerBootstrap

struct Submit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Submits documented visits: FHIR R4 bundles (.json) and clinical notes (.txt, .md).",
    discussion: """
      Submitting a visit again is harmless: it keeps its id, and the coding office knows it.

      Exit codes: 0 all submitted; 2 the broker cannot be used; 65 an input cannot be read (nothing is submitted then).
      """)

  @OptionGroup var broker: BrokerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "Files, folders, or - for standard input.")
  var paths: [String] = []

  @Option(help: "Submit this many generated visits as well.")
  var generate: Int = 0

  @Option(help: "What the generated visits are derived from.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Move every visit to a day within this many days before today, and the patient's birth with it, so that age at the visit stays. For sample data older than the code sets.",
      valueName: "days"))
  var redateWithin: Int?

  @Option(help: ArgumentHelp("Submit at most this many visits a second, for load tests.", valueName: "visits"))
  var rate: Int?

  @Flag(help: "Make up registration that a note or bundle lacks. For demonstrations: nobody pays such a claim.")
  var synthesizeRegistration = false

  @Flag(help: "Keep trying when the broker is away, until everything is submitted.")
  var wait = false

  @Flag(help: "Take emergency encounters too.")
  var includeEmergency = false

  func validate() throws {
    guard !paths.isEmpty || generate > 0 else {
      throw ValidationError("name files to submit, or --generate N")
    }
    guard generate >= 0 else { throw ValidationError("--generate must not be negative") }
    guard (1...1_000_000).contains(rate ?? 1) else { throw ValidationError("--rate must be from 1 to 1000000") }
    guard (1...3_650).contains(redateWithin ?? 1) else {
      throw ValidationError("--redate-within must be from 1 to 3650")
    }
  }

  func run() throws {
    let inputs = try InputFiles.read(paths, endings: [".json", ".txt", ".md"])
    let clock = try clock.clock()
    let options = options(today: clock.time(at: .now()).date)
    let reader = VisitReader(options: options)
    var visits: [Visit] = []
    for input in inputs {
      do {
        visits += try reader.visits(from: input.bytes, name: input.name)
      } catch {
        throw CommandFailure("\(input.name): \(error)", exitCode: .badInput)
      }
    }
    let generator = VisitGenerator(seed: seed)
    for index in 0..<generate {
      visits.append(options.redate.map { $0.redated(generator.visit(index)) } ?? generator.visit(index))
    }
    if redateWithin != nil { spread(&visits) }
    try submit(visits, clock)
    switch output.format {
    case .text: Terminal.print("submitted \(visits.count) visits from \(inputs.count) files and \(generate) generated")
    case .json:
      let ids = visits.map { "\"\($0.id)\"" }.joined(separator: ",")
      Terminal.print("{\"schema\":1,\"submitted\":\(visits.count),\"files\":\(inputs.count),\"visits\":[\(ids)]}")
    }
  }

  /// Gives each of a member's redated visits a day of its own: two alike on one day are a duplicate to a payer.
  private func spread(_ visits: inout [Visit]) {
    var taken: [MemberID: Set<CalendarDate>] = [:]
    for index in visits.indices {
      guard let member = visits[index].registration.coverages.first?.member else { continue }
      while !taken[member, default: []].insert(visits[index].registration.dateOfService).inserted {
        let registration = visits[index].registration
        visits[index].registration.dateOfService = registration.dateOfService.adding(days: -1)
        visits[index].registration.patient.birthDate = registration.patient.birthDate.adding(days: -1)
      }
    }
  }

  private func options(today: CalendarDate) -> IntakeOptions {
    IntakeOptions(
      includesEmergency: includeEmergency, missingRegistration: synthesizeRegistration ? .synthesize : .refuse,
      redate: redateWithin.map { RedatePolicy(within: $0, before: today) })
  }

  /// How often a visit that no queue takes is tried again.
  private static let unboundLimit = 4

  private func submit(_ visits: [Visit], _ clock: BusinessClock) throws {
    let broker = try broker.patientBroker()
    let plan = SessionPlan(name: Submission.appID, topology: .submission)
    var progress = Progress(rest: visits[...], rate: rate, clock: clock)
    var backoff = Backoff(seed: seed)
    var unbound = 0
    while true {
      let before = progress.rest.count
      do throws(BrokerError) {
        let session = try broker.open(plan)
        defer { session.close() }
        return try progress.submit(on: session)
      } catch {
        let safe = visits.count - progress.rest.count
        // A queue that another program is just declaring is there before it is bound.
        if progress.isUnrouted { unbound += 1 }
        let mayBeBound = progress.isUnrouted && unbound <= Self.unboundLimit
        guard wait || mayBeBound, error.code != .misconfigured else {
          throw CommandFailure(
            "\(error); \(safe) of \(visits.count) visits were submitted, submit again", exitCode: .unavailable)
        }
        if progress.rest.count < before { backoff.reset() }
        let milliseconds = backoff.nextMilliseconds()
        Terminal.progress("\(error); \(safe) of \(visits.count) visits submitted, trying again in \(milliseconds) ms")
        StopSignal().wait(milliseconds: milliseconds)
      }
    }
  }
}

/// What is not submitted yet. What was sent and not confirmed is sent again, under the same ids.
private struct Progress {
  var rest: ArraySlice<Visit>
  /// Whether the last attempt ended with a visit that no queue takes.
  private(set) var isUnrouted = false
  private let total: Int
  private let rate: Int?
  private let clock: BusinessClock
  private let start = Timestamp.now()

  init(rest: ArraySlice<Visit>, rate: Int?, clock: BusinessClock) {
    self.rest = rest
    self.rate = rate
    self.clock = clock
    total = rest.count
  }

  mutating func submit(on session: any BrokerSession) throws(BrokerError) {
    // A paced load comes in small groups, a hundred times a second.
    let group = rate.map { max(1, $0 / 100) } ?? 200
    isUnrouted = false
    while !rest.isEmpty {
      let before = total - rest.count
      if let rate { Progress.pause(until: start.adding(milliseconds: Int64(before * 1_000 / rate))) }
      let now = clock.time(at: .now())
      let ticket = try session.publish(Submission.publications(of: Array(rest.prefix(group)), now: now))
      if let failure = try session.awaitConfirms(ticket).first {
        let operation = "submit \(failure.publication.message.correlation)"
        guard case .returned(let words) = failure.reason else {
          throw BrokerError(.refused, operation: operation, reason: "the broker did not take it (nack)")
        }
        isUnrouted = true
        throw BrokerError(.refused, operation: operation, reason: "no queue takes it: \(words)")
      }
      rest = rest.dropFirst(group)
      let submitted = total - rest.count
      if total > 2_000, submitted / 2_000 > before / 2_000 {
        Terminal.progress("\(submitted) of \(total) visits submitted")
      }
    }
  }

  private static func pause(until due: Timestamp) {
    let milliseconds = due.milliseconds - Timestamp.now().milliseconds
    if milliseconds > 0 { StopSignal().wait(milliseconds: Int(milliseconds)) }
  }
}
