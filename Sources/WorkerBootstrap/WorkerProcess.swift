import Dispatch
import Foundation
import Logging
import Office
import PrometheusExposition
import ServiceLifecycle

/// Starts the workers of an office and returns when they have drained after SIGTERM or SIGINT.
///
/// SIGHUP does the same. SIGTSTP makes them quiet, SIGCONT lets them work again; a second SIGTERM, or a drain that takes
/// longer than `--drain-seconds`, ends the process with ``CommandExit/cutShort``. With a `pace` each batch loop is a person.
/// - Throws: ``CommandFailure`` when the broker, the store or the metrics' port cannot be used.
public func runWorker(
  _ desk: WorkedDesk, queues: [String], options: WorkerOptions, pace: WorkPace? = nil
) async throws {
  try await WorkerProcess(desk: desk, queues: queues, options: options, pace: pace).run()
}

/// A process of an office: its batch loops, the signals it obeys, its metrics and probes.
private struct WorkerProcess {
  private let desk: WorkedDesk
  private let options: WorkerOptions
  private let configurations: [WorkerConfiguration]
  private let name: String
  private let logger: Logger
  private let stopwatch: @Sendable () -> Duration
  private let health: WorkerHealth
  private let stop = StopSignal()
  private let quiet = QuietSignal()
  private let signalQueue = DispatchQueue(label: "signals", qos: .userInteractive)
  private let drain: DrainLimit
  private let orders: DrainOrders

  init(desk: WorkedDesk, queues: [String], options: WorkerOptions, pace: WorkPace?) {
    self.desk = desk
    self.options = options
    configurations = options.configurations(for: desk.office, queues: queues, pace: pace)
    let name = options.processName(for: desk.office)
    self.name = name
    logger = options.log.logger(for: name)
    let clock = ContinuousClock()
    let start = clock.now
    stopwatch = { start.duration(to: clock.now) }
    let health = WorkerHealth(
      count: configurations.count, stallLimit: .seconds(options.operation.metrics.stallSeconds), stopwatch: stopwatch)
    self.health = health
    let format = options.log.logFormat
    let drain = DrainLimit(seconds: options.operation.drainSeconds, stop: stop, queue: signalQueue) { reason in
      DrainLimit.end(worker: name, reason: reason, unacknowledged: health.unacknowledged, format: format)
    }
    self.drain = drain
    orders = DrainOrders(loops: configurations.count, queue: signalQueue) { drain.begin() }
  }

  func run() async throws {
    let signals = ProcessSignals(on: signalQueue) { [logger, drain, quiet] signal in
      logger.notice("signal", metadata: ["name": "\(signal.rawValue)"])
      switch signal {
      case .terminate, .interrupt: drain.request()
      // A closed terminal may send several; only an operator asks twice on purpose.
      case .hangUp: drain.begin()
      case .quiet: quiet.raise()
      case .resume: quiet.lower()
      }
    }
    defer { withExtendedLifetime(signals) {} }

    let (server, metrics) = serveMetrics()
    let stores = try openStores()
    // Asked to stop before the store was there: nothing was begun.
    guard !stop.isSet else { return }
    defer { for store in stores { store.close() } }
    try prepare(stores[0])
    guard !stop.isSet else { return }
    let work = WorkerService(
      desk: desk, surroundings: try surroundings(on: stores, metrics), stop: stop, drain: drain, health: health)
    // The server comes first, so that it ends last.
    var services: [ServiceGroupConfiguration.ServiceConfiguration] = []
    if let server { services.append(.init(service: server)) }
    services.append(.init(service: work, successTerminationBehavior: .gracefullyShutdownGroup))
    do {
      try await ServiceGroup(configuration: ServiceGroupConfiguration(services: services, logger: logger)).run()
    } catch let error as BrokerError {
      throw CommandFailure(error.description, exitCode: .unavailable)
    }
  }

  /// A store for each batch loop. With `--wait`, one that is out of reach is waited for until the worker is stopped.
  private func openStores() throws -> [any Store] {
    var backoff = Backoff(seed: configurations[0].seed)
    let log = WorkerLog(logger: logger)
    do {
      return try configurations.map { _ in
        try options.store.open(isWritten: true) { error in
          guard options.wait else { return false }
          let milliseconds = backoff.nextMilliseconds()
          log.note(.storeFailed(error, retryMilliseconds: milliseconds))
          return !stop.wait(milliseconds: milliseconds)
        }
      }
    } catch {
      guard stop.isSet else { throw error }
      return []
    }
  }

  /// Makes sure that the store is this office's, and does what the desk wants done with it first. Another worker may be
  /// doing the same, so that one of them is undone and tries again.
  private func prepare(_ store: any Store) throws {
    let now = try options.operation.clock.clock().time(at: .now())
    var backoff = Backoff(seed: configurations[0].seed)
    var tries = 0
    while true {
      do throws(StoreError) {
        try StoreOwner.claim(store, for: desk.office)
        if let words = try desk.prepare(store, now) { logger.notice("\(words)") }
        return
      } catch {
        tries += 1
        guard error.code == .unavailable, options.wait || tries < 8 else {
          throw CommandFailure(error.description, exitCode: .unavailable)
        }
        let milliseconds = backoff.nextMilliseconds()
        WorkerLog(logger: logger).note(.storeFailed(error, retryMilliseconds: milliseconds))
        if stop.wait(milliseconds: milliseconds) { return }
      }
    }
  }

  /// The server of metrics and probes and what records for it, when they are asked for.
  private func serveMetrics() -> (WebServer?, WorkerMetrics?) {
    let options = options.operation.metrics
    guard options.metricsPort != nil, let address = options.address else { return (nil, nil) }
    let registry = PrometheusRegistry()
    registry.describeWorkers()
    registry.observe(health, office: desk.office)
    registry.observeProcess()
    return (
      MetricsServer.server(address: address, registry: registry, health: health, logger: logger),
      WorkerMetrics(office: desk.office, factory: registry)
    )
  }

  /// What each batch loop works with, each with its own store.
  private func surroundings(
    on stores: [any Store], _ metrics: WorkerMetrics?
  ) throws -> [@Sendable () -> WorkedDesk.Surroundings] {
    let archive = try options.ediArchive.map(EDIArchive.init(folder:))
    let broker = try options.broker.broker()
    let clock = try options.operation.clock.clock()
    if clock != .system {
      logger.notice(
        "business time runs fast, for a trial",
        metadata: ["rate": .stringConvertible(clock.rate), "start": "\(clock.start)"])
    }
    return configurations.indices.map { [configurations, options, stopwatch, health, quiet, orders] loop in
      let configuration = configurations[loop]
      let log = WorkerLog(logger: options.log.logger(for: configuration.name))
      return {
        WorkedDesk.Surroundings(
          broker: WatchedBroker(broker: broker, health: health, loop: loop), store: stores[loop],
          configuration: configuration, clock: clock, stopwatch: stopwatch, quiet: quiet
        ) { event in
          health.note(event, of: loop)
          metrics?.note(event, of: loop)
          log.note(event)
          orders.note(event, of: loop)
          if case .batchCommitted(_, let publications) = event { archive?.keep(publications, log.logger) }
        }
      }
    }
  }
}
