import ClaimModel

/// A batch that is committed and published but not yet confirmed and acknowledged.
struct BatchInFlight {
  var ticket: PublishTicket
  var lastTag: UInt64
  var messages: Int
  var publications: Int
  /// What is published, if anything has been returned before.
  var retried: [MessageID]
  var receivedAt: Duration
  var commit: Duration
}
