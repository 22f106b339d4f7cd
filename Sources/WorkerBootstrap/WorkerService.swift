import ClaimModel
import Foundation
import Logging
import Office
import ServiceLifecycle
import UnixSignals

/// Runs an office worker on a thread of its own until the service group asks it to stop.
struct WorkerService<D: Desk>: Service {
  let worker: @Sendable () -> OfficeWorker<D>
  let stop: StopSignal

  func run() async throws {
    try await withGracefulShutdownHandler {
      try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
          // The batch loop blocks, so it must not hold a thread of the concurrency runtime.
          let thread = Thread {
            do {
              try worker().run(until: stop)
              continuation.resume()
            } catch {
              continuation.resume(throwing: error)
            }
          }
          thread.stackSize = 8 << 20
          thread.start()
        }
      } onCancel: {
        stop.raise()
      }
    } onGracefulShutdown: {
      stop.raise()
    }
  }
}

/// Starts one worker and returns when it has drained after SIGTERM or SIGINT.
/// - Throws: ``CommandFailure`` when the broker or the store cannot be used.
public func runWorker<D: Desk>(_ desk: D, queues: [String], options: WorkerOptions) async throws {
  let configuration = options.configuration(for: desk.office, queues: queues)
  let logger = WorkerLog(worker: configuration.name, level: Logger.Level(rawValue: options.logLevel) ?? .notice)
  let archive = try options.ediArchive.map(EDIArchive.init(folder:))
  var backoff = Backoff(seed: configuration.seed)
  let store = try options.store.open { error in
    guard options.wait else { return false }
    let milliseconds = backoff.nextMilliseconds()
    logger.note(.storeFailed(error, retryMilliseconds: milliseconds))
    Thread.sleep(forTimeInterval: Double(milliseconds) / 1_000)
    return true
  }
  defer { store.close() }
  let broker = try options.broker.broker()
  let service = WorkerService(
    worker: {
      OfficeWorker(desk: desk, broker: broker, store: store, configuration: configuration, clock: { .now() }) {
        event in
        logger.note(event)
        if case .batchCommitted(_, let publications) = event { archive?.keep(publications, logger.logger) }
      }
    }, stop: StopSignal())
  var group = ServiceGroupConfiguration(
    services: [.init(service: service, successTerminationBehavior: .gracefullyShutdownGroup)],
    gracefulShutdownSignals: [.sigterm, .sigint], logger: logger.logger)
  // A drain waits for the confirms of what is in flight; a broker that is gone must not hold it up for ever.
  group.maximumGracefulShutdownDuration = .seconds(20)
  group.maximumCancellationDuration = .seconds(5)
  do {
    try await ServiceGroup(configuration: group).run()
  } catch let error as BrokerError {
    throw CommandFailure(error.description, exitCode: .unavailable)
  }
}

extension Timestamp {
  /// The system clock's time.
  public static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
