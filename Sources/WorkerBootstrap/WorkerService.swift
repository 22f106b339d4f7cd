import ClaimModel
import Dispatch
import Foundation
import Logging
import Office
import PrometheusExposition
import ServiceLifecycle

/// Runs the batch loops of an office, each on a thread of its own, until they have drained.
struct WorkerService<D: Desk>: Service {
  /// Makes the worker of each loop, on the loop's own thread.
  let workers: [@Sendable () -> OfficeWorker<D>]
  let stop: StopSignal
  let drain: DrainLimit
  let health: WorkerHealth

  func run() async throws {
    try await withGracefulShutdownHandler {
      try await withTaskCancellationHandler {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for loop in workers.indices { group.addTask { try await run(loop) } }
          try await group.waitForAll()
        }
      } onCancel: {
        drain.begin()
      }
    } onGracefulShutdown: {
      drain.begin()
    }
  }

  private func run(_ loop: Int) async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      // The batch loop blocks, so it must not hold a thread of the concurrency runtime.
      let thread = Thread {
        do {
          try workers[loop]().run(until: stop) { health.noteStep(of: loop) }
          continuation.resume()
        } catch {
          // One loop that cannot go on ends the process; the others settle first.
          drain.begin()
          continuation.resume(throwing: error)
        }
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
  }
}

/// Starts the workers of an office and returns when they have drained after SIGTERM or SIGINT.
/// - Throws: ``CommandFailure`` when the broker, the store or the metrics' port cannot be used.
public func runWorker<D: Desk>(_ desk: D, queues: [String], options: WorkerOptions) async throws {
  let configurations = options.configurations(for: desk.office, queues: queues)
  let process = options.processName(for: desk.office)
  let logger = options.log.logger(for: process)
  let archive = try options.ediArchive.map(EDIArchive.init(folder:))
  let stopwatch = monotonicStopwatch()
  let health = WorkerHealth(
    count: configurations.count, stallLimit: .seconds(options.operation.metrics.stallSeconds), stopwatch: stopwatch)

  let stop = StopSignal()
  let quiet = QuietSignal()
  let queue = DispatchQueue(label: "signals", qos: .userInteractive)
  let drain = DrainLimit(seconds: options.operation.drainSeconds, stop: stop, queue: queue) { reason in
    DrainLimit.end(worker: process, reason: reason, unacknowledged: health.unacknowledged)
  }
  let signals = ProcessSignals(on: queue) { signal in
    logger.notice("signal", metadata: ["name": "\(signal.rawValue)"])
    switch signal {
    case .terminate, .interrupt: drain.request()
    case .quiet: quiet.raise()
    case .resume: quiet.lower()
    }
  }
  defer { withExtendedLifetime(signals) {} }

  let broker = try options.broker.broker()
  var metrics: WorkerMetrics?
  var services: [ServiceGroupConfiguration.ServiceConfiguration] = []
  if options.operation.metrics.metricsPort != nil, let address = options.operation.metrics.address {
    let registry = PrometheusRegistry()
    registry.describeWorkers()
    registry.observe(health, office: desk.office)
    registry.observeProcess()
    metrics = WorkerMetrics(office: desk.office, factory: registry)
    // Before the workers, so that it ends after them.
    services.append(
      .init(service: MetricsServer(address: address, registry: registry, health: health, logger: logger)))
  }
  let stores = try configurations.map { _ in try options.store.open() }
  defer { for store in stores { store.close() } }
  let workers = configurations.enumerated().map { [metrics] loop, configuration in
    let log = WorkerLog(logger: options.log.logger(for: configuration.name))
    return { @Sendable in
      OfficeWorker(
        desk: desk, broker: WatchedBroker(broker: broker, health: health, loop: loop), store: stores[loop],
        configuration: configuration, clock: { .now() }, stopwatch: stopwatch, quiet: quiet
      ) { event in
        health.note(event, of: loop)
        metrics?.note(event, of: loop)
        log.note(event)
        if case .batchCommitted(_, let publications) = event { archive?.keep(publications, log.logger) }
      }
    }
  }
  services.append(
    .init(
      service: WorkerService(workers: workers, stop: stop, drain: drain, health: health),
      successTerminationBehavior: .gracefullyShutdownGroup))
  do {
    try await ServiceGroup(configuration: ServiceGroupConfiguration(services: services, logger: logger)).run()
  } catch let error as BrokerError {
    throw CommandFailure(error.description, exitCode: .unavailable)
  }
}

/// A clock that never jumps, read from now on.
private func monotonicStopwatch() -> @Sendable () -> Duration {
  let clock = ContinuousClock()
  let start = clock.now
  return { start.duration(to: clock.now) }
}

extension Timestamp {
  /// The system clock's time.
  public static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
