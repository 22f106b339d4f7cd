import Office
import Synchronization

/// One connection to publish and one to consume, as one session; safe to use from several threads.
final class RabbitMQSession: ObservableSession, PickingSession {
  private let publishing: Link
  private let consuming: Link?
  private let exclusiveQueues: Set<String>
  private let firstError = Mutex<BrokerError?>(nil)

  /// How long the broker may take to take leave, before the sockets are cut.
  private static let closeLimit = Duration.seconds(2)

  init(publishing: Link, consuming: Link?, exclusiveQueues: Set<String>) {
    self.publishing = publishing
    self.consuming = consuming
    self.exclusiveQueues = exclusiveQueues
  }

  deinit {
    publishing.beginClose()
    consuming?.beginClose()
  }

  func receive(limit: Int, timeoutMilliseconds: Int) throws(BrokerError) -> [Delivery] {
    let deadline = Moment.after(.milliseconds(timeoutMilliseconds))
    // A session without queues waits in vain, but notices when its connection is lost.
    let link = consuming ?? publishing
    return try guarded { () throws(BrokerError) in try link.receive(limit: max(limit, 1), until: deadline) }
  }

  func publish(_ publications: [Publication]) throws(BrokerError) -> PublishTicket {
    try guarded { () throws(BrokerError) in PublishTicket(lastSequence: try publishing.publish(publications)) }
  }

  func awaitConfirms(_ ticket: PublishTicket) throws(BrokerError) -> [PublishFailure] {
    try guarded { () throws(BrokerError) in try publishing.awaitConfirms(upTo: ticket.lastSequence) }
  }

  func acknowledge(upTo tag: UInt64) throws(BrokerError) {
    try guarded { () throws(BrokerError) in try consuming?.acknowledge(upTo: tag) }
  }

  func acknowledge(only tag: UInt64) throws(BrokerError) {
    try guarded { () throws(BrokerError) in try consuming?.acknowledge(only: tag) }
  }

  var blockedReason: String? { publishing.blockedReason }

  func inspect(queue: String) throws(BrokerError) -> QueueDepth {
    let link = exclusiveQueues.contains(queue) ? consuming ?? publishing : publishing
    return try guarded { () throws(BrokerError) in try link.inspect(queue) }
  }

  func consumeAnew() throws(BrokerError) {
    try guarded { () throws(BrokerError) in try consuming?.consumeAnew() }
  }

  func close() {
    consuming?.beginClose()
    publishing.beginClose()
    consuming?.finishClose(within: Self.closeLimit)
    publishing.finishClose(within: Self.closeLimit)
  }

  /// Runs `body` unless either connection has failed; whatever is thrown is the session's first error.
  private func guarded<Result>(_ body: () throws(BrokerError) -> Result) throws(BrokerError) -> Result {
    do throws(BrokerError) {
      try consuming?.check()
      try publishing.check()
      return try body()
    } catch {
      throw firstError.withLock { first in
        let kept = first ?? error
        first = kept
        return kept
      }
    }
  }
}
