import Logging
import Office

/// Turns what a worker tells about itself into log lines: ids, counts and reasons, no contents.
struct WorkerLog: Sendable {
  let logger: Logger

  func note(_ event: WorkerEvent) {
    switch event {
    case .connected: logger.info("connected")
    case .consumedAnew(let queue): logger.debug("consuming anew", metadata: ["quiet": "\(queue)"])
    case .sessionLost(let error, let milliseconds):
      logger.warning(
        "lost the broker", metadata: ["error": "\(error)", "retry-ms": .stringConvertible(milliseconds)])
    case .storeFailed(let error, let milliseconds):
      logger.warning(
        "the store failed", metadata: ["error": "\(error)", "retry-ms": .stringConvertible(milliseconds)])
    case .received(let messages):
      logger.trace("received", metadata: ["messages": .stringConvertible(messages)])
    case .batchCommitted(let entries, let publications):
      noteParked(entries)
      logger.debug(
        "batch committed",
        metadata: [
          "messages": .stringConvertible(entries.count), "publications": .stringConvertible(publications.count),
        ])
    case .batchSettled(let messages, let publications):
      logger.debug(
        "batch settled",
        metadata: ["messages": .stringConvertible(messages), "publications": .stringConvertible(publications)])
    case .batchTimed(let times):
      logger.debug(
        "batch timed",
        metadata: [
          "ms": .stringConvertible(times.whole.milliseconds),
          "commit-ms": .stringConvertible(times.commit.milliseconds),
          "confirm-ms": .stringConvertible(times.confirm.milliseconds),
        ])
    case .remindersCalled(let count):
      logger.debug("reminders called", metadata: ["reminders": .stringConvertible(count)])
    case .unroutable(let id, let type, let reason):
      logger.error(
        "no queue takes a message; parked", metadata: ["message-id": "\(id)", "type": "\(type)", "reason": "\(reason)"])
    case .phaseChanged(let phase): logger.notice("\(phase.rawValue)")
    case .ordered(let order, nil): logger.notice("an operator's order", metadata: ["order": "\(order)"])
    case .ordered(let order, let refusal?):
      logger.warning(
        "an operator's order is not obeyed", metadata: ["order": "\(order)", "reason": "\(refusal.reason)"])
    case .killSwitch(let change): note(change)
    case .drained: logger.info("drained")
    }
  }

  private func noteParked(_ entries: [JournalEntry]) {
    for entry in entries where entry.outcome == .parked {
      logger.warning(
        "parked",
        metadata: ["message-id": "\(entry.messageID)", "type": "\(entry.type)", "reason": "\(entry.reason)"])
    }
  }

  private func note(_ change: KillSwitch.Change) {
    switch change {
    case .tripped(let failed, let handled, let milliseconds):
      logger.error(
        "the kill switch opened: too many messages failed",
        metadata: [
          "failed": .stringConvertible(failed), "handled": .stringConvertible(handled),
          "pause-ms": .stringConvertible(Int(milliseconds)),
        ])
    case .trial(let count):
      logger.notice("the kill switch lets a few messages pass", metadata: ["messages": .stringConvertible(count)])
    case .closed: logger.notice("the kill switch closed: messages are handled again")
    }
  }
}

extension Duration {
  /// In milliseconds.
  var milliseconds: Double { self / .milliseconds(1) }

  /// In whole nanoseconds.
  var nanoseconds: Int64 {
    Int64(clamping: components.seconds) * 1_000_000_000 + components.attoseconds / 1_000_000_000
  }
}
