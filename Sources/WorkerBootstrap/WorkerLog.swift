import Foundation
import Logging
import Office

/// Turns what a worker tells about itself into log lines on standard error: ids, counts and reasons, no contents.
struct WorkerLog: Sendable {
  let logger: Logger

  init(worker: String, level: Logger.Level) {
    var logger = Logger(label: worker) { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = level
    self.logger = logger
  }

  func note(_ event: WorkerEvent) {
    switch event {
    case .connected: logger.info("connected")
    case .sessionLost(let error, let milliseconds):
      logger.warning("lost the broker", metadata: ["error": "\(error)", "retry-ms": "\(milliseconds)"])
    case .storeFailed(let error, let milliseconds):
      logger.warning("the store failed", metadata: ["error": "\(error)", "retry-ms": "\(milliseconds)"])
    case .batchCommitted(let entries, _):
      for entry in entries where entry.outcome == .parked {
        logger.warning(
          "parked", metadata: ["message": "\(entry.messageID)", "type": "\(entry.type)", "reason": "\(entry.reason)"])
      }
    case .batchSettled(let messages, let publications):
      logger.debug("batch settled", metadata: ["messages": "\(messages)", "published": "\(publications)"])
    case .unroutable(let id, let type, let reason):
      logger.error(
        "no queue takes a message; parked",
        metadata: ["message": "\(id)", "type": "\(type)", "reason": "\(reason)"])
    case .drained: logger.info("drained")
    }
  }
}
