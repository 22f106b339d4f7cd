/// What can go wrong in a simulated world.
public enum Fault: Int, Hashable, Sendable, CaseIterable {
  // MARK: workers
  /// A worker dies between two steps of its batch loop; another one starts in its place.
  case crash
  /// Other workers go on while one stands still between two steps of its batch loop.
  case interleaved
  /// A worker is slow for a while.
  case slow
  /// A worker's clock jumps forwards or backwards.
  case clockJump

  // MARK: the connection to the broker
  /// Both connections of a session are lost; some of what was published has arrived. The worker may not notice yet.
  case connectionLost
  /// The broker cannot be reached for a while.
  case unreachable
  /// The broker restarts: every session ends.
  case brokerRestarted
  /// The broker holds publishers back.
  case connectionBlocked
  /// The messages arrived, the confirms did not.
  case confirmLost
  /// The acknowledgement did not arrive.
  case acknowledgementLost

  // MARK: messages
  /// The broker refuses a message (`basic.nack`); it may be in the queue all the same.
  case refused
  /// The broker returns a message (`basic.return`).
  case returned
  /// A message is in its queue twice.
  case duplicated
  /// A message that was handled long ago comes again.
  case replayed
  /// A message overtakes others in its queue.
  case reordered
  /// An empty queue is deleted: its consumers are cancelled, and it is gone until somebody declares it anew.
  case queueDeleted
  /// The broker loses a queue's consumers without a word, as RabbitMQ may when a queue is deleted and declared anew at once.
  case consumersLost
  /// A queue's consumers get nothing of what the broker hands to them, as with RabbitMQ then as well.
  case consumersDeaf

  /// An office puts a message off; it comes again by way of a retry queue.
  case postponed

  // MARK: stores
  /// No transaction can begin.
  case storeUnavailable
  /// A statement within a transaction fails.
  case storeBusy
  /// A commit fails, and is reported so.
  case commitFailed
  /// A commit succeeds, and is reported as failed.
  case commitUnreported

  /// The name as it is printed.
  public var name: String { "\(self)" }
}
