import ClaimModel
import Office

/// A desk and its batch loop, without the desk's type.
///
/// Made where the desk's type is known, so that the compiler makes a batch loop for just this desk: a loop that looks up
/// the desk's types while it runs takes a tenth more time.
public struct WorkedDesk: Sendable {
  /// What a batch loop works with.
  struct Surroundings {
    var broker: any Broker
    var store: any Store
    var configuration: WorkerConfiguration
    var clock: BusinessClock
    var stopwatch: @Sendable () -> Duration
    var quiet: QuietSignal
    var report: @Sendable (WorkerEvent) -> Void
  }

  let office: OfficeID
  /// Works on the calling thread until the signal is raised and everything is settled; see
  /// ``OfficeWorker/run(until:onStep:)``.
  let work: @Sendable (Surroundings, StopSignal, _ onStep: () -> Void) throws -> Void

  /// Done with the store before the first message is taken, at the time that the office goes by; says what it did, or
  /// `nil` for nothing.
  let prepare: @Sendable (any Store, Timestamp) throws(StoreError) -> String?

  /// The batch loop of `desk`, and what is done with its store before.
  public init<D: Desk>(
    _ desk: D,
    prepare: @escaping @Sendable (any Store, Timestamp) throws(StoreError) -> String? = { _, _ throws(StoreError) in nil
    }
  ) {
    office = desk.office
    self.prepare = prepare
    work = { surroundings, stop, onStep in
      let worker = OfficeWorker(
        desk: desk, broker: surroundings.broker, store: surroundings.store, configuration: surroundings.configuration,
        clock: { .now() }, businessClock: surroundings.clock, stopwatch: surroundings.stopwatch,
        quiet: surroundings.quiet, report: surroundings.report)
      try worker.run(until: stop, onStep: onStep)
    }
  }
}
